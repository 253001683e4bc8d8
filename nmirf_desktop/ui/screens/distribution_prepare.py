"""A new dispatch: its card at the left, who would get it at the right, and the files that are written of it."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from nmirf_desktop.domain.dispatches import BY_MAIL, Channel, Recipient
from nmirf_desktop.domain.issued import AGENDAS, IssuedDocument
from nmirf_desktop.domain.late_sending import late
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Listed, Phrase, Sentences
from nmirf_desktop.domain.recipients import Selection
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.sent_versions import Versions
from nmirf_desktop.domain.superseded import Superseded
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.dispatches import Order
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.choosing import Choose, way_to
from nmirf_desktop.ui.drafts import DONE_KEYS, DONE_TOO, put_away, record_beside
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail, Page
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution_card import HowMany, OrderCard, agreed, older, silent
from nmirf_desktop.ui.screens.distribution_list import symbols
from nmirf_desktop.ui.screens.distribution_order import USUAL, OrderForm, WrittenAs, offered, selection_of
from nmirf_desktop.ui.screens.distribution_picks import Picked, Picks
from nmirf_desktop.ui.screens.distribution_review import Review
from nmirf_desktop.ui.theme import STEP, Tone

NEW = N_("New dispatch …")
FOOT = 14
"""How many steps are left free under the card."""
BESIDE = 95
"""From how many letters of width the card and the review stand beside each other."""
CANCELLED = N_("The dispatch was not prepared: it was cancelled, and no file was written.")
NOTHING_ISSUED = N_(
    "There is no issued document here that could be sent. Issue it first, on the screen Documents: what is sent is an "
    "issued file."
)
TO_DOCUMENTS = N_("Go to the documents")
REPLACED = N_(
    "A later version was issued since of: {symbols}. This sends again what was sent; to send the later one, begin a "
    "new dispatch."
)
FOLDER = N_("The folder for the messages")
BY_MESSAGES = N_(
    "Prepared for {whom}, in “{place}”. Nothing is sent yet: open each message in your program for e-mail and send it. "
    "Then say here when they were sent, or drop the sent messages on this screen."
)
NEXT = {
    Channel.TO_EACH: BY_MESSAGES,
    Channel.BY_LANGUAGE: BY_MESSAGES,
    Channel.TABLE: N_(
        "Prepared for {whom}, in “{place}”. Nothing is sent yet: send it with the table, then say here when it was "
        "sent."
    ),
    Channel.POST: N_(
        "Prepared for {whom}, in “{place}”. Nothing is sent yet: print and post the letters, then say here when they "
        "were sent."
    ),
}
"""What was written, that nothing is sent by it, and what to do."""


class Preparing(QWidget):
    """The card and the review. ``prepared`` carries the key of a dispatch, ``closed`` follows leaving the card.

    ``asked`` leads to where what is missing is put right.
    """

    prepared = Signal(str)
    closed = Signal()
    asked = Signal(object)

    def __init__(
        self, desk: Secretariat, jobs: Jobs, language: CurrentLanguage, alerts: Alerts, choose: Choose
    ) -> None:
        super().__init__()
        self._desk, self._jobs, self._language, self._alerts = desk, jobs, language, alerts
        self._choose = choose
        self._key: Key = ""
        self._picks = Picks()
        self._asked: tuple[object, ...] | None = None
        self.form, self.review = OrderForm(language), Review(language)
        self.card = OrderCard(self.form, language)
        page = Page()
        page.add(self.card)
        foot = QWidget()  # the buttons can be seen above a message that lies over the foot of the window
        foot.setFixedHeight(STEP * FOOT)
        page.add(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(page, self.review, share=0.5, beside=BESIDE))
        self._issued: tuple[Key, ...] = ()
        self._offered: tuple[object, ...] = ()
        self._usual: Callable[[Channel], tuple[str, Trilingual, Trilingual]] | None = None
        self.form.changed.connect(self._changed)
        self.form.channel.edited.connect(self._speak)
        self.form.same.edited.connect(self._as_before)
        self.card.done.connect(self._prepare)
        self.card.left.connect(self.closed)
        self.review.toggled.connect(self._toggle)
        self.review.reading.connect(self._read_in)
        self.review.asked.connect(self.asked)
        for keys in (DONE_KEYS, DONE_TOO):  # beside the card its key is its verb, too
            shortcut = QShortcut(QKeySequence(keys), self.review, self.card.verb.click)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def open(self) -> bool:
        """Whether a dispatch is being made ready."""
        return not self.card.isHidden()

    def take_keyboard(self) -> None:
        """Begin with what is sent, once the card is in sight."""
        first = self.form.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- beginning -------------------------------------------------------------------------------------------------

    def begin(self, meeting: Meeting | None, ticked: IssuedDocument | None = None) -> bool:
        """Open the card for what was issued of a meeting, or of none; the document *ticked*, else the agenda.

        False where nothing can be sent, which is said, or where a card is filled in, which stays.
        """
        issued = self._desk.dispatches.sendable(meeting.key if meeting is not None else None)
        if not issued:
            offer = Offer(TO_DOCUMENTS, lambda: self.asked.emit(Place("documents")))
            self._alerts.show(Notice(Sentence(NOTHING_ISSUED, {}), Tone.ATTENTION, offers=(offer,)))
            return False
        if not put_away([self.card]):
            return False
        self._issued = tuple(one.key for one in issued)
        self._usual = partial(self._desk.dispatches.begin, self._issued)
        sender, subject, text = self._usual(Channel.TO_EACH)
        self._offer(issued, ticked)
        self._picks = Picks()
        self.form.load(sender, subject, text, Selection(frozenset(USUAL)))
        self.form.same.load(None, over=True)
        self._offer_before()
        self._open(Listed((meeting.symbol,)) if meeting is not None else None)
        return True

    def begin_again(self, line: Line) -> bool:
        """Open the card for who did not acknowledge a dispatch: the same documents, with the words of a reminder."""
        if not put_away([self.card]):
            return False
        to = [one.recipient for one in line.open]
        self._picks = Picks(to)
        self._picks.reads.update((one.whom, one.reads) for one in to)
        dispatch, self._issued = line.dispatch, tuple(one.key for one in line.issued)
        beside = self._desk.dispatches.beside_usual(self._issued)
        self.form.offer(offered(line.issued), offered(line.issued), beside)
        self._usual = partial(self._desk.dispatches.begin_again, dispatch, self._issued)
        self.form.offer_before(())
        self.form.load(*self._usual(dispatch.channel), selection_of(to))
        self.form.channel.load(dispatch.channel, over=True)
        self._open(Versions(line.went), again=True)
        self._say_replaced(line)
        return True

    def _say_replaced(self, line: Line) -> None:
        """A later version since: what is sent again is what was sent, which may not be what is wanted."""
        last = {one.key for one in self._desk.dispatches.sendable(line.dispatch.meeting)}
        replaced = tuple(one for one in line.issued if one.key not in last)
        if replaced:
            self._alerts.remark(REPLACED, symbols=Listed(symbols(replaced)))

    def _offer(self, issued: tuple[IssuedDocument, ...], ticked: IssuedDocument | None) -> None:
        documents, wanted = offered(issued), (ticked.kind, ticked.symbol) if ticked is not None else None
        chosen = [one for one in documents if (one.kind, one.symbol) == wanted]
        self.form.offer(documents, chosen or [one for one in documents if one.kind in AGENDAS][:1])

    def _offer_before(self) -> None:
        """Offer to write to those who have the version that is replaced, and say how many they are."""
        chosen = self.form.same.value()
        dispatches, keys = self._desk.dispatches, self.form.keys
        self.form.offer_before(dispatches.before(keys), len(dispatches.replacing(keys)))
        if self.form.same.value() != chosen:
            self._as_before()

    def _as_before(self) -> None:
        """Tick those who got the version before, by the way by which they got it; or whom the boxes mean again."""
        before = self.form.same.value()
        if before is not None:
            self._write_to(before.to, before.channel)
        else:
            self._picks = Picks()
            self.form.choose(Selection(frozenset(USUAL)))
        self._find()

    def _write_to(self, to: Sequence[Recipient], channel: Channel) -> None:
        """Tick some alone, by a way, each in the language in which they were written to."""
        self._picks = Picks(to, remind=False)
        self._picks.reads.update((one.whom, one.reads) for one in to)
        self.form.channel.load(channel, over=True)
        self.form.choose(selection_of(to))
        self._speak()

    def replace_for(self, found: Superseded) -> None:
        """Tick in the card that was opened those who hold only what is replaced, by the way by which they got that."""
        offered_before = (one for one in self.form.same.values if one is not None)
        same = next((one for one in offered_before if (one.channel in BY_MAIL) is found.by_mail), None)
        self.form.same.load(same, over=True)
        self._write_to(found.to, found.channel)
        self._find()

    def _open(self, about: Sayable | None, *, again: bool = False) -> None:
        """The dispatch has its key from now on: whatever is pressed twice is the same one."""
        self._key = new_key()
        self._asked = None
        self._offered = self.form.words()
        self.card.concern_sending(about, again=again)
        self.card.begin()
        self.review.begin()
        self._find()
        self.review.table.select_first()

    # -- who gets it -----------------------------------------------------------------------------------------------

    def order(self) -> Order:
        """What the card and the ticks say."""
        rows = self.review.table.model.values
        return replace(
            self._order(),
            left_out=frozenset(row.key for row in rows if not row.included),
            again=frozenset(row.key for row in rows if row.included and row.line.before),
        )

    def _order(self) -> Order:
        form = self.form
        return Order(
            form.keys, form.channel.value() or Channel.TO_EACH, form.selection(), form.address.value(),
            form.subject.value(), form.text.value(), reads=dict(self._picks.reads), changed=form.changes,
        )  # fmt: skip

    def _changed(self) -> None:
        """Something else was ticked: who gets it is found anew; what is typed changes nobody."""
        asked = self.form.keys, self.form.channel.value(), self.form.selection()
        if asked != self._asked and self.open:
            others = self._asked is not None and asked[0] != self._asked[0]
            self._asked = asked  # what is offered now is a change of the form itself
            if others:
                self._offer_before()
            self._show()

    def _speak(self) -> None:
        """A letter has another usual message than an e-mail; what somebody typed stays as it is, field by field."""
        if self.open and self._usual is not None:
            usual = self._usual(self.form.channel.value() or Channel.TO_EACH)
            self._offered = self.form.renew(self._offered, usual)

    def read_again(self) -> None:
        """Find again who gets it and with which usual words, as after an address or these were changed elsewhere."""
        self._speak()
        self._find()

    def _find(self) -> None:
        if self.open:
            self._asked = self.form.keys, self.form.channel.value(), self.form.selection()
            self._show()

    def _show(self) -> None:
        lines = self._desk.dispatches.review(self._order()) if self.form.keys else ()
        today = self._desk.deliveries.now.date()
        rows = self._picks.rows(lines, self._desk.states.on(today), self._language.words)
        to = (row.line.correspondent.received("", "", row.line.attempt) for row in rows if row.included)
        issued = [file for one in self.form.issued.value() for file in one.files]
        self.review.show_rows(rows, self._late(issued, to, today))

    def _late(self, issued: Sequence[IssuedDocument], to: Iterable[Recipient], on: datetime.date) -> Phrase:
        """That the agenda is late for somebody to whom no sending of it counts (R39)."""
        meeting = issued[0].meeting if issued else None
        return late(self._desk.deliveries.agenda_due(meeting), issued, to, on)

    def _toggle(self, picked: Picked) -> None:
        """Leave out those chosen, or take them in again: all of them as the one that was ticked."""
        for one in {row.key: row for row in (picked, *self.review.chosen)}.values():
            if one.included is picked.included:
                self._picks.toggle(one)
        self._show()

    def _read_in(self, language: Language | None) -> None:
        if language is not None:
            self._picks.read_in(self.review.chosen, language)
            self._show()

    # -- preparing -------------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        if not self.card.verb.isEnabled():  # it is being prepared
            return
        order, key = self.order(), self._key
        with self._alerts.guard(self.card):
            number = self._desk.dispatches.check(order)
            if not self._may_go(order):
                return
            place = self._choose(self, self._language.words.gettext(FOLDER))
            if place is None:
                return
            archive = self.form.form.value() is WrittenAs.ARCHIVE
            self.card.verb.setEnabled(False)
            job = self._jobs.start(
                N_("Preparing the dispatch"),
                lambda report: self._desk.dispatches.prepare(key, order, place, report, archive=archive),
                lambda path: self._tell(key, order, number, path),
            )
            for ended in (job.finished, job.failed, job.cancelled):
                ended.connect(self._allow)
            job.cancelled.connect(lambda: self._alerts.say(CANCELLED, Tone.NEUTRAL))
            if job not in self._jobs.running:
                self._allow()

    def _may_go(self, order: Order) -> bool:
        """Ask what there is to ask before it is prepared."""
        rows, words = self.review.table.model.values, self._language.words
        if not agreed(rows, self._alerts, words):
            return False
        old = older(order, rows, self._alerts, words)
        if old is not None:
            self.form.lead_to(old.text is order.text, old.language)
            return False
        replaces = any(one is not None for one in self.form.same.values)
        mute = silent(order, rows, self._alerts, words) if replaces else None
        if mute is not None:
            self.form.lead_to(*mute)
        return mute is None

    def _allow(self) -> None:
        if isValid(self):
            self.card.verb.setEnabled(True)

    def _tell(self, key: Key, order: Order, number: int, path: Path) -> None:
        """Say what was written and what to do now, and keep the address."""
        if not isValid(self):
            return
        with self._alerts.guard():
            settings = self._desk.settings.read()
            if order.channel in BY_MAIL and settings.email != order.sender:
                self._desk.settings.save(replace(settings, email=order.sender))
        if key == self._key:  # and not another card that was opened meanwhile
            self.card.finished()
        self.prepared.emit(key)
        with self._alerts.guard():
            line, said = (
                self._desk.deliveries.line(key),
                Phrase(NEXT[order.channel], {"whom": HowMany(number), "place": str(path)}),
            )
            to = (one.recipient for one in line.deliveries)
            too_late = self._late(line.issued, to, self._desk.deliveries.now.date())
            folder = path if path.is_dir() else path.parent
            tone = Tone.ATTENTION if too_late else Tone.GOOD
            self._alerts.show(Notice(Sentences((said, too_late)), tone, offers=(way_to(folder),)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is the card's verb from an empty place beside its fields, too."""
        if not record_beside((self.card,), event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language says the review again."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "review"):
            self.review.retranslate()
        super().changeEvent(event)
