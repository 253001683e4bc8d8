"""What members ask to have corrected: recorded by keyboard, compared word by word, accepted or declined."""

import datetime
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from nmirf_desktop.domain.corrected_minutes import Asking
from nmirf_desktop.domain.corrected_minutes_said import ASKING_LABELS, remark_said
from nmirf_desktop.domain.correction_requests import (
    FATE_LABELS,
    LOOK_AGAIN,
    NAMES_QUIET,
    SOURCE_LABELS,
    CorrectionFate,
    CorrectionRequest,
)
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import TAKEN_BACK, Refusal
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.correction_requests import Asked
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Again, Draft, given, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import CheckField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page, Section, around
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.minutes_correction_files import RequestFiles
from nmirf_desktop.ui.screens.minutes_correction_forms import AcceptForm, DeclineForm, RequestForm
from nmirf_desktop.ui.theme import Tone, role

MARKS = {
    CorrectionFate.OPEN: Mark("clock", Tone.ATTENTION),
    CorrectionFate.ACCEPTED: Mark("circle-check", Tone.GOOD),
    CorrectionFate.OTHER_WORDS: Mark("circle-check", Tone.GOOD),
    CorrectionFate.DECLINED: Mark("x", Tone.MUTED),
}
TITLE = N_("Corrections asked for")
RECORD, ACCEPT = N_("Record a correction …"), N_("Accept a correction")
ACCEPT_HINT = N_("The paragraph is written in the same step; its texts in other languages are outdated from then on.")
ADD_HINT = N_(
    "The paragraph is added in the same step, after the one that the request names; it is in one language, and its "
    "translations are missing from then on."
)
GOES_HINT = N_("The paragraph goes from the minutes in the same step, in every language.")
REMARK_HINT = N_("Nothing is written: a remark is only accepted. Changed below, the paragraph reads so.")
WHOLE_HINT = N_("Nothing is written: write in the minutes what follows from it, before or after it is accepted.")
NONE, NONE_OPEN = N_("Nobody asked for a correction."), N_("No request is open.")


def _accept_hint(one: Asked) -> str:
    """What accepting a request writes."""
    if one.request.adds:
        return ADD_HINT
    if one.request.changes:
        return GOES_HINT if one.request.removal else ACCEPT_HINT
    return WHOLE_HINT if one.request.paragraph is None else REMARK_HINT


def _day(day: datetime.date, words: Catalog) -> str:
    """A day in one form for all that is said of a request, on one line whatever the width."""
    return words.short_date(day).replace(" ", "\u00a0")


def _still(asked: Iterable[Asked], key: Key) -> Asked:
    """The request of a key, as it is by now; a :class:`Refusal` where it was taken back."""
    found = next((one for one in asked if one.request.key == key), None)
    if found is None:
        raise Refusal(TAKEN_BACK)
    return found


class CorrectionsSection(Section):
    """The requests for correction of some minutes. ``shown`` carries the key of a paragraph that is asked for."""

    shown = Signal(str)

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(TITLE, language)
        self._requests, self._desk, self._alerts = desk.minutes.requests, desk, alerts
        self._minutes: Minutes | None = None
        self._paragraphs: tuple[MinutesParagraph, ...] = ()
        self._asked: tuple[Asked, ...] = ()
        self._on = datetime.date.min
        self._locked = True
        self._subject = ""
        self._of: Minutes | None = None  # those for which a card was opened
        self._following: tuple[Key, ...] = ()
        self.looked_at: Callable[[], Key | None] = lambda: None
        self.record_card = self._card(
            N_("A correction that was asked for"), N_("Record"), lambda: self.form, self._record
        )
        self.accept_card = self._card(ACCEPT, N_("Accept"), lambda: self.accepting, self._accept, ACCEPT_HINT)
        self.decline_card = self._card(
            N_("Decline a correction"), N_("Decline"), lambda: self.declining, self._decline,
            N_("Who asked is told why."),
        )  # fmt: skip
        self.button, self.only_open = QPushButton(), CheckField(language, N_("Only open ones"))
        role(self.button, "link")
        self.button.clicked.connect(lambda _checked=False: self.begin(None, self.looked_at()))
        self.only_open.load(False, over=True)
        self.only_open.edited.connect(self._show)
        self.rows, self.files = FactRows(language), RequestFiles(desk, language, alerts)
        for part in (
            SideBySide(self.button, self.only_open), self.record_card, self.accept_card, self.decline_card, self.rows,
            self.files,
        ):  # fmt: skip
            self.add(part)

    def _card(
        self,
        title: str,
        verb: str,
        form: Callable[[], RequestForm | AcceptForm | DeclineForm],
        done: Callable[[], None],
        hint: str = "",
    ) -> Draft:
        card = Draft(title, verb, form, self._language, hint)
        card.done.connect(done)
        return card

    @cached_property
    def form(self) -> RequestForm:
        """Of a request as it came, made when it is first asked for, as those of a decision are."""
        return RequestForm(self._language)

    @cached_property
    def accepting(self) -> AcceptForm:
        """Of a request that is accepted."""
        return AcceptForm(self._language)

    @cached_property
    def declining(self) -> DeclineForm:
        """Of a request that is declined."""
        return DeclineForm(self._language)

    @property
    def cards(self) -> tuple[Draft, ...]:
        """The cards, of which one is open at a time."""
        return self.record_card, self.accept_card, self.decline_card

    # -- showing -----------------------------------------------------------------------------------------------------

    def load(
        self, minutes: Minutes | None, paragraphs: tuple[MinutesParagraph, ...], on: datetime.date, *, locked: bool
    ) -> None:
        """Show the requests for some minutes on a day."""
        if minutes is None or self._minutes is None or minutes.key != self._minutes.key:
            for card in self.cards:
                card.hide()
        self._minutes, self._paragraphs, self._on, self._locked = minutes, paragraphs, on, locked
        self._asked = () if minutes is None else self._requests.of(minutes.key)
        begun = minutes is not None and (minutes.state is not MinutesState.DRAFT or bool(self._asked))
        self.setVisible(begun and not (locked and not self._asked))
        if self.isHidden():
            return
        words = self._language.words
        self.button.setText(words.gettext(RECORD))
        self.button.setVisible(not locked)
        self.only_open.setVisible(not locked)
        self._show()

    def _show(self) -> None:
        words = self._language.words
        chosen = [one for one in self._asked if one.request.open or not self.only_open.value() or self._locked]
        said = words.gettext(NONE_OPEN if self._asked else NONE)
        self.rows.show_rows([self._row(one) for one in chosen] or [FactRow((said,), muted=True)])
        self.files.follow(self.rows.made)

    @property
    def open(self) -> int:
        """How many requests wait for a decision."""
        return sum(one.request.open for one in self._asked)

    def _first_open(self) -> Key | None:
        return next((one.request.key for one in self._asked if one.request.open), None)

    def led_to(self) -> QWidget | None:
        """The first request that waits for a decision, before the recording of another one."""
        first = None if self._locked else self._first_open()
        return None if first is None else self.rows.first_stop(first)

    def lead(self) -> None:
        """Bring the requests into view, with the keyboard on the first one that is open."""
        page, first = around(self, Page), self._first_open()
        if page is not None and first is not None:
            page.bring_in(self, from_top=True)
            self.rows.point_out(first)

    def _row(self, one: Asked) -> FactRow:
        words, request = self._language.words, one.request
        fate = words.gettext(FATE_LABELS[request.fate])
        remark, whole = "" if one.kept_back else remark_said(request, words), words.gettext("the whole")
        place = words.gettext("after paragraph {n}") if request.addition else words.gettext("paragraph {n}")
        where = whole if one.number is None else place.format(n=one.number)
        if request.paragraph is not None and one.number is None:
            where = words.gettext("a removed paragraph")
        came = words.pgettext("how a request came, and when", "{source}, {day}").format(
            source=words.gettext(SOURCE_LABELS[request.source]), day=_day(request.received_on, words)
        )
        note = [
            fate if request.decided_on is None else f"{fate}, {_day(request.decided_on, words)}",
            came,
            request.language.upper(),
            *(flag.said_in(words) for flag in one.flags),
            *((words.gettext(NAMES_QUIET),) if one.kept_back and request.open else ()),
            *([words.gettext(ASKING_LABELS[Asking.REMOVAL])] if request.removal and not remark else []),
            *(part for part in (remark, request.reason) if part),
        ]
        separator = words.pgettext("State and what", ": ")
        return FactRow(
            (f"{one.asker.said_in(words)}{separator}{where}",),
            note=words.pgettext("facts in a row", " · ").join(
                (*(one.removesuffix(".") for one in note[:-1]), note[-1])
            ),
            mark=MARKS[request.fate],
            word=fate,
            offers=self._ways(one),
            key=request.key,
        )

    def _ways(self, one: Asked) -> tuple[Offer, ...]:
        key = one.request.key
        files = Offer(N_("Files …"), partial(self._show_files, one.request))
        place = one.request.paragraph
        ways = (
            []
            if place is None or one.number is None
            else [Offer(N_("Show the paragraph"), partial(self.shown.emit, place))]
        )
        if self._locked:
            return (*ways, files)
        if not one.request.open:
            back = Offer(N_("Take the decision back"), partial(self._do, partial(self._requests.take_back, key)))
            return (back, *ways, files)
        return (
            Offer(N_("Compare and accept …"), partial(self.begin_accepting, one)),
            Offer(N_("Decline …"), partial(self.begin_declining, one)),
            *ways,
            Offer(N_("Correct …"), partial(self.begin, one.request)),
            files,
            Offer(N_("Remove"), partial(self._do, partial(self._requests.remove, key))),
        )

    def _show_files(self, request: CorrectionRequest) -> None:
        self.files.show_of(request, self.rows.made, settled=self._locked)
        self._bring_in(self.files)

    def _bring_in(self, part: RequestFiles | Draft) -> None:
        page = around(self, Page)
        if page is not None:
            page.bring_in(part)

    # -- writing -----------------------------------------------------------------------------------------------------

    def begin(self, request: CorrectionRequest | None, paragraph: Key | None = None) -> None:
        """Write down a request, or put one right that is open; *paragraph* is the one that is looked at."""
        minutes = self._minutes
        if minutes is None or self._locked or not put_away(self.cards):
            return
        facts = self._desk.minutes.facts(minutes.meeting)
        numbers = {one.key: number for number, one in enumerate(self._paragraphs, 1)}
        self.form.offer(self._paragraphs, facts.states.values(), facts.attended)
        new = CorrectionRequest("", minutes.key, self._on, minutes.prevailing, paragraph)
        self._subject = request.key if request is not None else ""
        self.form.load(request or new, numbers)
        if request is None:
            self.form.follow_original(minutes.prevailing)
        again = of_record(self._desk.store, request or new, lambda now: self.form.load(now, numbers))
        self._open(self.record_card, again)

    def begin_accepting(self, one: Asked) -> None:
        """Compare what is asked for with what stands, and accept it as it is or in other words."""
        if put_away(self.cards):
            self._subject = one.request.key
            self.accept_card.call(ACCEPT, _accept_hint(one))
            self.accepting.load(one, self._on)
            self._open(self.accept_card)
            if not (one.request.changes or one.request.adds):  # whoever types at once is not to write in the paragraph
                self.accepting.reason.setFocus()

    def begin_declining(self, one: Asked) -> None:
        """Decline a request with a reason."""
        if put_away(self.cards):
            self._subject = one.request.key
            self.declining.load(one, self._on)
            self._open(self.decline_card)

    def _open(self, card: Draft, again: Again | None = None) -> None:
        keys = [one.request.key for one in self._asked]
        at = keys.index(self._subject) if self._subject in keys else 0
        self._following = (*keys[at + 1 :], *keys[:at])  # as they stand before the decision, which may move them
        found = next((one for one in self._asked if one.request.key == self._subject), None)
        self._of = self._minutes
        card.concern(None if found is None else found.asker)
        card.begin(again=again)

    def _record(self) -> None:
        minutes = self._of
        with self._alerts.guard(self.record_card):
            if minutes is not None:
                self._requests.record(self.form.value(self._subject, minutes.key))
                self.record_card.finished()

    def _accept(self) -> None:
        with self._alerts.guard(self.accept_card):
            asked = _still(self._requests.of(self._of.key) if self._of is not None else (), self._subject)
            on, reason, tongue = (
                given(self.accepting.decided_on, "decided_on"),
                self.accepting.reason.value(),
                self._tongue(self.accepting),
            )
            if self.accepting.now != ("" if asked.request.adds else asked.present):
                raise Refusal(LOOK_AGAIN)
            request, words = asked.request, self.accepting.text.value()
            as_asked = words == self.accepting.as_asked and not asked.changed
            if as_asked:
                self._requests.accept(self._subject, on, reason, tongue)
            else:
                self._requests.accept_otherwise(self._subject, on, words, reason, tongue)
            self._decided(self.accept_card)
            if as_asked and not (request.changes or request.adds):
                self._alerts.say(N_("The request is accepted. Nothing was written by it."))
            elif request.adds:
                self._alerts.say(N_("The paragraph is added to the minutes."))
                self.shown.emit(self._after(request.paragraph))
            else:
                self._alerts.say(N_("The correction is in the minutes."))
                self.shown.emit(request.paragraph)
            self._go_on()

    def _after(self, paragraph: Key | None) -> Key | None:
        """The paragraph that was just added after another one."""
        row = self._desk.minutes.every(self._of.key) if self._of is not None else ()
        return next((new.key for one, new in pairwise(row) if one.key == paragraph), paragraph)

    def _decline(self) -> None:
        with self._alerts.guard(self.decline_card):
            on = given(self.declining.decided_on, "decided_on")
            self._requests.decline(self._subject, on, self.declining.reason.value(), self._tongue(self.declining))
            self._decided(self.decline_card)
            self._go_on()

    def _decided(self, card: Draft) -> None:
        """The request of a card is pointed out no more: it waits for nobody."""
        card.finished()
        self.rows.point_out("")

    def _go_on(self) -> None:
        """Put the keyboard on the next request that is open, from the last one to the first; else it stays."""
        page, waiting = around(self, Page), {one.request.key for one in self._asked if one.request.open}
        following = next((key for key in self._following if key in waiting), None)
        row = None if following is None else self.rows.point_out(following)
        if page is not None and row is not None:
            page.bring_in(row)

    def go_back(self) -> bool:
        """Put the keyboard back on the request whose card was left; false where it was of none that is there."""
        page, row = around(self, Page), self.rows.point_out(self._subject)
        if page is not None and row is not None:
            page.bring_in(row)
        return row is not None

    @staticmethod
    def _tongue(form: AcceptForm | DeclineForm) -> Language:
        return form.tongue.value() or Language.EN

    def _do(self, act: Callable[[], object]) -> None:
        with self._alerts.guard():
            act()
