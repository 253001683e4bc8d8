"""What the keys of the room do with the record of decisions and with follow-up actions, and the line that offers it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import Purpose
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.meetings import local
from nmirf_desktop.domain.own_items import item_of_record
from nmirf_desktop.domain.phrases import Phrase, Sentences
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.voting import Decision, Mode
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.decision_records import NOTHING_DECIDED, Brief
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.action_card import ActionCard
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer
from nmirf_desktop.ui.keys_in_force import with_keys_in_force
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.session_elsewhere import RECORD as ELSEWHERE
from nmirf_desktop.ui.screens.session_elsewhere import elsewhere
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.screens.session_presence_acts import Here
from nmirf_desktop.ui.screens.session_record import MODES, RecordPage
from nmirf_desktop.ui.screens.session_rising import unrecorded
from nmirf_desktop.ui.screens.session_text_rows import TextRow
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

ADOPTED = N_("The record of decisions was adopted at {time}. Ctrl+Z takes that back while it is the last step.")
READ_NOW = N_("This is the last item: the record of decisions can be read out and adopted before closure.")
CLOSED_WITHOUT = N_("The sitting was closed, and the record of decisions was not adopted: {n} in none.")
WAITING = N_("Record of decisions: {n} to be adopted (Ctrl+Shift+F9).")
HELD = N_("Record of decisions: adopted on {day} at {time}, {mode}.")
RECORDED = N_("The follow-up action was recorded.")
BEGIN = N_("Read it out")


class RecordActs(QObject):
    """The page of the record, the card of follow-up actions and the line above the room; *here* says where one is.

    ``asked`` carries the place of the record's pages; ``turned`` says that the page opened, ``left`` that the room goes
    on, and ``changed`` that another decision is read.
    """

    asked = Signal(object)
    turned, left, changed = Signal(), Signal(), Signal()

    def __init__(
        self,
        desk: Secretariat,
        language: CurrentLanguage,
        alerts: Alerts,
        here: Callable[[], Here | None],
        row: Callable[[], TextRow | None],
    ) -> None:
        super().__init__()
        self._desk, self._language, self._alerts = desk, language, alerts
        self._here, self._row = here, row
        self._offered = ""
        self._asking: Notice | None = None
        self.page, self.card, self.line = RecordPage(language), ActionCard(language), WrappedLabel()
        style(self.line, Type.BODY, Tone.MUTED)
        self.line.setContentsMargins(0, 0, 0, STEP * 2)
        self.cards = QWidget()
        column = QVBoxLayout(self.cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self.card)
        self.page.adopted.connect(self._adopt)
        self.page.chose.connect(self.changed)
        self.page.left.connect(self.left)
        self.page.pages.connect(self._show_pages)
        self.page.card.done.connect(self._reword)
        self.card.done.connect(self._record)
        self.card.left.connect(self.left)

    def slots(self) -> dict[Key, Callable[[], object]]:
        """What each key does."""
        return {Key.RECORD: self.begin, Key.FOLLOW_UP: self.follow_up}

    def lead(
        self,
        turn: Callable[[], object],
        show: Callable[[], object],
        back: Callable[[], object],
        go: Callable[[Place], object],
    ) -> None:
        """What the screen does when the page opens, when another decision is read, after it, and to show the pages."""
        for signal, act in ((self.turned, turn), (self.changed, show), (self.left, back), (self.asked, go)):
            signal.connect(act)

    @property
    def busy(self) -> bool:
        """Whether the record is read."""
        return self.page.busy

    @property
    def row(self) -> TextRow | None:
        """What the room sees: the decision that is read, else the text that is chosen."""
        decision, here = self.page.current, self._here()
        if not self.busy or decision is None or here is None:
            return self._row()
        file = here.facts.file(decision.proposal)
        return TextRow(file) if file is not None else None

    # -- the record ------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Read the record out."""
        here = self._here()
        if here is None:
            return
        with self._alerts.guard():
            file = self._desk.decision_records.file(here.meeting)
            if not file.facts.decisions:
                raise Refusal(NOTHING_DECIDED)
            self.line.hide()
            if self._alerts.notice is not None and self._alerts.notice is self._asking:
                self._alerts.clear()  # what it asks for is being done
            own = item_of_record(here.facts.items, here.item)
            self.page.begin(file, elsewhere(ELSEWHERE, own, here.facts.items, here.item))
            self.turned.emit()

    def _adopt(self, mode: Mode) -> None:
        here = self._here()
        if here is None:
            return
        with self._alerts.guard():
            adoption = self._desk.decision_records.adopt(here.meeting, here.item or None, mode)
            at = local(here.facts.meeting, adoption.at)
            self.page.busy = False
            self.left.emit()
            self._alerts.say(ADOPTED, time=self._language.words.clock(at))

    def _reword(self) -> None:
        card = self.page.card
        if card.decision is not None:
            with self._alerts.guard(card):
                wanted = card.fields
                kept = self._desk.decision_records.put_right(
                    card.decision.key, wanted.title.value(), wanted.text.value(), wanted.note.value()
                )
                said = card.said_of(kept)
                card.finished()
                self.page.take_keyboard()
                self._alerts.say(said, name=decision_name(card.decision))

    def _show_pages(self) -> None:
        here = self._here()
        if here is not None:
            self.asked.emit(Place("documents", f"decisions:{here.meeting}:{Edition.PARALLEL}"))

    # -- follow-up -------------------------------------------------------------------------------------------------

    def follow_up(self) -> None:
        """Record what somebody is to do: from the decision that is chosen or read, else from the item."""
        here = self._here()
        if here is None:
            return
        if self.card.filled:
            self.card.stay()
            return
        decision = self._decision()
        action = FollowUpAction(
            "", here.meeting, self.card.empty(self._language.language), item=here.item or None,
            decision=decision.key if decision is not None else None,
        )  # fmt: skip
        place = here.facts.item(here.item)
        number = place.reference(self._language.language) if place is not None else ""
        about = Phrase(N_("Item {number}"), {"number": number}) if number else None
        self.card.begin_as(action, decision, about)

    def _decision(self) -> Decision | None:
        row = self.row
        return row.file.decision if row is not None else None

    def _record(self) -> None:
        with self._alerts.guard(self.card):
            self._desk.actions.record(self.card.value())
            self.card.finished()
            self.left.emit()
            self._alerts.say(RECORDED)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_facts(self, facts: Facts, item: str) -> None:
        """Show how the record stands where it belongs: at the last item; offer it there, once."""
        if self.busy:
            self.page.show_file(self._desk.decision_records.file(facts.meeting.key))
        last = _is_last(facts, item)
        self.line.setVisible(last and not self.busy)
        if not last:
            return
        brief = self._desk.decision_records.brief(facts.meeting.key)
        self.line.setText(self._said(facts, brief))
        self.line.setVisible(bool(brief.decisions) and not self.busy)
        self._offer(facts, item, brief)

    def _said(self, facts: Facts, brief: Brief) -> str:
        words, held = self._language.words, brief.adoption
        if brief.to_adopt or held is None:
            return with_keys_in_force(words.gettext(WAITING).format(n=words.number(brief.to_adopt)), words, "session")
        at = local(facts.meeting, held.at)
        mode = words.gettext(MODES[held.mode])
        return words.gettext(HELD).format(day=words.date(at.date()), time=words.clock(at), mode=mode)

    def _offer(self, facts: Facts, item: str, brief: Brief) -> None:
        """Offer to read the record out when the last item is reached, and say that a sitting was closed without it."""
        sitting = facts.sitting
        if sitting is None or sitting.opened_at is None or not brief.to_adopt or self._desk.store.read_only:
            return
        closed = sitting.closed_at is not None
        mark = f"{item} {closed}"
        if self._offered == mark or self.busy:
            return
        self._offered = mark
        said = Sentences((Phrase(READ_NOW),))
        if closed:
            said = Sentences((Phrase(CLOSED_WITHOUT, {"n": brief.to_adopt}), *unrecorded(self._desk, facts).said))
        notice = Notice(said, Tone.ATTENTION, offers=(Offer(BEGIN, self.begin),), due=True)
        self._asking = notice
        QTimer.singleShot(0, self, lambda: self._alerts.show(notice))  # after what the key itself says


def _is_last(facts: Facts, item: str) -> bool:
    """Whether the record belongs at an item: the last one, or that of the closure."""
    shown = facts.item(item)
    return shown is not None and (shown is facts.items[-1] or shown.item.purpose is Purpose.CLOSURE)
