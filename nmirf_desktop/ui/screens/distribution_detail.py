"""The right side of the distribution: a dispatch, to whom it went, and what happened to each of its deliveries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.certificate_sendings import counts_not
from nmirf_desktop.domain.certificate_since import Since
from nmirf_desktop.domain.delivery_words import happening_said, note_said
from nmirf_desktop.domain.dispatches import (
    CHANNEL_LABELS,
    Channel,
    Delivery,
    DeliveryEvent,
    Happening,
    Recipient,
    Standing,
)
from nmirf_desktop.domain.in_turn import REPLIES
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.sent_versions import versions_said
from nmirf_desktop.domain.symbols import called
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.certificate_rows import since_rows
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, Part
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.distribution_list import (
    RECIPIENTS,
    STANDING_MARKS,
    Sent,
    as_reminder,
    counts_said,
    moment_said,
    place_of_address,
    prepared_said,
    standing_word,
    together,
    whom_said,
)
from nmirf_desktop.ui.screens.distribution_record import HappenedCard
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import Tone, Type, style

LINES = 14
"""How many lines high the table of recipients is at least."""
FOOT = 4
"""How many lines high the place is that is left free under the last part, for a message."""
COPY = N_("Copy the SHA-256")
TAKE_BACK = N_("Take back what was recorded")
TAKE_ALL_BACK = N_("Take back all that was recorded with it")
COUNTS_NOT_YET = N_(
    "An earlier message was reported not delivered where this was sent: it counts once its receipt is acknowledged."
)
TakeBack = Callable[[Sequence[DeliveryEvent]], object]
"""What takes back one event, of those who are chosen too, or several that were recorded in one act."""
MARKS = {
    Happening.SENT: STANDING_MARKS[Standing.SENT],
    Happening.FAILED: STANDING_MARKS[Standing.FAILED],
    Happening.ACKNOWLEDGED: STANDING_MARKS[Standing.ACKNOWLEDGED],
    Happening.TAKEN_BACK: Mark("undo-2", Tone.MUTED),
}
"""The shape and tone of what happened."""


class DistributionDetail(DetailPane):
    """``asked`` carries a place, ``picked`` says that others are chosen among the recipients."""

    asked = Signal(object)
    picked = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._line: Line | None = None
        self._all: tuple[Sent, ...] = ()
        self._showing = False
        self._take_back: TakeBack | None = None
        self._read: Callable[[Recipient | None], tuple[str, str]] | None = None
        self.card = HappenedCard(language)
        self.add(self.card)
        self.since = FactRows(language)
        self.add(self.since)
        self.standing: ChoiceField[Standing] = ChoiceField(
            language, list(Standing), standing_word, none=N_("Wherever it stands")
        )
        self.people: RowTable[Sent] = RowTable(RECIPIENTS, lambda row: row.key, language)
        self.people.name(N_("Recipients"))
        self.people.add_filter(self.standing)
        self._to, self._events = self.section(N_("Recipients")), self.section(N_("What happened"))
        self._to.add(self.people)
        self.to, self.events, self.documents = FactRows(language), FactRows(language), FactRows(language)
        for rows in (self.to, self.events):
            self._events.add(rows)
        self._sent = self.section(N_("Documents"))
        self._sent.add(self.documents)
        self._message = self.section(N_("The message"))
        self.subject, self.text = WrappedLabel(), WrappedLabel()
        style(self.subject, Type.BODY)
        style(self.text, Type.BODY, Tone.MUTED)
        for part in (self.subject, self.text):
            self._message.add(part)
        self._foot = QWidget()  # what is last can be read above a message that lies over the foot of the window
        self.add(self._foot)
        for rows in (self.documents, self.to, self.since):
            rows.asked.connect(self.asked)
        self.standing.edited.connect(self._filter)
        self.people.selected.connect(lambda _row: self._show_events())
        self.people.picked.connect(self._pick)
        self._fit()

    @property
    def words(self) -> Catalog:
        """The catalogue of the window's language."""
        return self._language.words

    @property
    def chosen(self) -> tuple[Sent, ...]:
        """The recipients chosen."""
        current = self.people.current
        return self.people.chosen or ((current,) if current is not None else ())

    def replied(self, events: Sequence[DeliveryEvent]) -> int:
        """How many of those of whom some events are recorded have a reply, or a report of a failure, too."""
        keys = {one.recipient for one in events}
        own = (row.delivery.standing_events for row in self._all if row.key in keys)
        return sum(any(one.kind in REPLIES for one in known) for known in own)

    def rows_of(self, dispatch: Key) -> tuple[Sent, ...]:
        """All recipients of a dispatch while it is the one shown, hidden ones included; nobody of another."""
        return self._all if self._line is not None and self._line.dispatch.key == dispatch else ()

    def show_line(
        self,
        line: Line | None,
        rows: Sequence[Sent],
        take_back: TakeBack | None,
        message: Callable[[Recipient | None], tuple[str, str]],
    ) -> None:
        """Show a dispatch, or none, another one from its top; *take_back* undoes an event of a register to be written.

        *message* gives its subject and its text as a recipient gets them.
        """
        words = self._language.words
        other = line is None or self._line is None or line.dispatch.key != self._line.dispatch.key
        self._line, self._all, self._take_back, self._read = line, tuple(rows), take_back, message
        for part in (self._to, self._events, self._sent, self._message):
            part.setVisible(line is not None)
        if other:
            self.standing.load(None, over=True)
            self.people.show_all()
            QTimer.singleShot(0, self, partial(self.verticalScrollBar().setValue, 0))  # once it is laid out
        if line is None:
            self.head(words.gettext("Distribution"))
            self._show_people(())
            return
        said = words.listing(versions_said(line.went, words))
        self.head(as_reminder(said, words) if line.counted.reminds else said, "\n".join(_about(line, words)))
        self.documents.show_rows(_documents(line.went, words))
        self._filter()

    def show_since(self, since: Since | None) -> None:
        """Say what was recorded since a certificate of the dispatch shown was issued; nothing where nothing was."""
        self.since.show_rows(since_rows(since, self.words))
        self.since.setVisible(since is not None)

    def choose(self, recipient: Key) -> None:
        """Choose a recipient of the dispatch shown, whatever was filtered."""
        if self.standing.value() is not None:
            self.standing.load(None, over=True)
            self._filter()
        self.people.select(recipient)

    def _filter(self) -> None:
        wanted = self.standing.value()
        self._show_people([row for row in self._all if wanted in (None, row.delivery.standing)])
        self._show_events()

    def _show_people(self, rows: Sequence[Sent]) -> None:
        """Show some recipients: who is chosen among them is said once all stand there, and not of each that goes."""
        self._showing = True
        self.people.show_rows(rows, self._all)
        self.people.select_first()
        self._showing = False
        self.picked.emit()

    def _pick(self) -> None:
        if not self._showing:
            self.picked.emit()

    def _show_events(self) -> None:
        """What happened to what went to the one chosen."""
        words, row = self._language.words, self.people.current
        for part in (self._events, self._message):
            part.setVisible(row is not None)  # a filter may leave nobody
        if row is not None:
            said = words.pgettext("an act and what it was done to", "{act} – {named}")
            self._events.head(said.format(act=words.gettext("What happened"), named=row.said_in(words)))
            self.to.show_rows(_to_whom(row.delivery, words))
            self.events.show_rows(tuple(_happened(row.delivery, self._all, self._take_back, words)))
            self._message.head(said.format(act=words.gettext("The message"), named=row.said_in(words)))
        if self._read is not None:
            message = self._read(row.delivery.recipient if row is not None else None)
            for label, text in zip((self.subject, self.text), message, strict=True):
                label.setText(text)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self.people.setMinimumHeight(line * (LINES + 4))
        self._foot.setFixedHeight(line * FOOT)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text needs another height; another language says the dispatch again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "people"):
            self._fit()


def _about(line: Line, words: Catalog) -> Iterator[str]:
    dispatch = line.dispatch
    said = words.gettext("Prepared on {moment} · {channel}")
    if dispatch.author:
        said = words.gettext("Prepared on {moment} by {author} · {channel}")
    channel = words.gettext(CHANNEL_LABELS[dispatch.channel])
    yield said.format(moment=prepared_said(dispatch, words), author=dispatch.author, channel=channel)
    if dispatch.sender and dispatch.channel is not Channel.POST:
        yield words.gettext("From {address}").format(address=dispatch.sender)
    yield counts_said(line.counted, words)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _documents(issued: Iterable[IssuedDocument], words: Catalog) -> list[FactRow]:
    """What was enclosed: each edition, with what tells its file from any other."""
    rows = []
    for one in issued:
        tongues = words.listing(words.language_name(language) for language in one.language.languages)
        said = words.gettext("{name}, {languages}, version {version}").format(
            name=words.gettext(called(one)), languages=tongues, version=one.version
        )
        link = Link(one.symbol, Place("documents", one.key))
        digest = words.gettext("SHA-256 {digest}").format(digest=f"{one.sha256[:32]} {one.sha256[32:]}")
        copy = Offer(COPY, partial(_copy, one.sha256))  # what is shown has a blank, where a line can break
        mark = Mark("files", Tone.MUTED)
        rows.append(FactRow((link, " · ", said), note=digest, mark=mark, offers=(copy,), key=one.key))
    return rows


def _to_whom(delivery: Delivery, words: Catalog) -> Iterator[FactRow]:
    """Who is written to, and where; of a sending that does not count yet, that it does not, and when it will."""
    yield _to(delivery, words)
    if counts_not(delivery):
        yield FactRow((words.gettext(COUNTS_NOT_YET),), mark=Mark("clock", Tone.ATTENTION))


def _to(delivery: Delivery, words: Catalog) -> FactRow:
    """Who is written to, and where; where it did not arrive, with the way to the address that the register has now."""
    recipient = delivery.recipient
    address = "; ".join(recipient.addresses) or recipient.postal.replace("\n", ", ")
    parts: list[Part] = [whom_said(recipient, words)]
    if delivery.incomplete:
        parts += [" · ", Link(words.gettext("Go to the address"), place_of_address(recipient))]
    return FactRow(tuple(parts), note=address, mark=Mark("user", Tone.MUTED), muted=True)


def _happened(
    delivery: Delivery, rows: Sequence[Sent], take_back: TakeBack | None, words: Catalog
) -> Iterator[FactRow]:
    """Every event of a delivery; what stands can be taken back, with what was recorded in one act with it."""
    stands = {one.key for one in delivery.standing_events}
    for one in sorted(delivery.events, key=lambda one: (one.entered_at, one.at)):
        said = happening_said(one, delivery.recipient, words)
        gone = one.key not in stands
        if gone and one.kind is not Happening.TAKEN_BACK:
            said = words.pgettext("event of a delivery", "{what}: taken back").format(what=said)
        by = words.gettext("read from a message") if one.source else ""
        note = " · ".join(part for part in (one.author, by, note_said(one, words)) if part)
        offers = tuple(_ways_back(one, rows, take_back)) if take_back is not None and not gone else ()
        mark = Mark("minus", Tone.MUTED) if gone and one.kind is not Happening.TAKEN_BACK else MARKS[one.kind]
        yield FactRow((said,), moment_said(one, words), note, mark, offers=offers, muted=gone, key=one.key)
    if not delivery.events:
        said = words.gettext("Prepared, and nothing more is recorded: it counts as not sent.")
        yield FactRow((said,), mark=STANDING_MARKS[Standing.PREPARED], muted=True)


def _ways_back(event: DeliveryEvent, rows: Sequence[Sent], take_back: TakeBack) -> Iterator[Offer]:
    yield Offer(TAKE_BACK, partial(take_back, (event,)))
    several = together(rows, event)
    if len(several) > 1:
        yield Offer(TAKE_ALL_BACK, partial(take_back, several))
