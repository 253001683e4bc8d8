"""The projector as the session screen leads it: what the room sees, in which languages, whether with running totals."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.election_board import ElectionBoard
from nmirf_desktop.domain.forms_voted import in_form
from nmirf_desktop.domain.meetings import local
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.periods import Key as RowKey
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.vote_sentences import Matter, matter_for
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.labels import IconButton
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.projected import SittingShown, Slide, VoteFate
from nmirf_desktop.ui.projected_election import for_the_room
from nmirf_desktop.ui.projected_page import NUMBERED
from nmirf_desktop.ui.projector import Projector
from nmirf_desktop.ui.screens.session_chair import Tongues
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_keys import PROJECTED, Key, Keys
from nmirf_desktop.ui.screens.session_speaking import speaker_shown
from nmirf_desktop.ui.screens.session_text_rows import TextRow, state_words
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

NOT_SHOWN = N_("The projector is closed: open it first.")
ALL_SEEN = N_("The room sees all that there is in this direction: the text goes no further.")
ONE_LANGUAGE = N_("The projector speaks this language alone: choose another one first, then this one can be left out.")
WITH_TOTALS = N_("During votes by name the room now sees the running totals, until the meeting ends.")
WITHOUT_TOTALS = N_("The room sees no running totals any more, only the result once it is announced.")


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote that the room sees, with the proposal that it is on, if any."""

    board: Board
    matter: Matter
    file: ProposalFile | None


def sitting_shown(facts: Facts) -> SittingShown | None:
    """Why nothing goes on in a meeting, if nothing does."""
    sitting, today = facts.sitting, local(facts.meeting, facts.now).date()
    if sitting is None:
        return None
    if facts.pause is not None:
        return SittingShown(today, suspended=True, resumes=facts.resumes)
    if sitting.opened_at is not None and sitting.closed_at is None:
        return None
    before = next((one for one in reversed(facts.sittings) if one.closed_at is not None), None)
    return SittingShown(today, before=before, to_come=sitting if sitting.opened_at is None else None)


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a text that is settled without a vote on it, such as that it was withdrawn."""

    row: TextRow

    def said_in(self, words: Catalog) -> str:
        """Its state, as the list of texts says it."""
        return sentence_start(state_words(self.row, words))


@dataclass(frozen=True, slots=True)
class Shown:
    """A text that the room sees, and what became of it where it is settled (:func:`fate_of`)."""

    row: TextRow | None
    fate: Sayable | None = None


def fate_of(row: TextRow | None, board: Callable[[RowKey], Board]) -> Sayable | None:
    """What became of a text: by which vote, read as a *board*, else in words; nothing while it is undecided."""
    if row is None or row.file.by_consensus or any(vote.open for vote in row.votes):
        return None
    file = row.file
    settled = file.settled if row.whole else not row.before_the_meeting
    if not settled:
        return None
    made = file.decision.vote if row.whole and file.decision is not None else None
    last = made or next((vote.key for vote in reversed(row.votes) if vote.closed_at is not None), None)
    gone = row.whole and (file.proposal.withdrawn_at is not None or file.proposal.passed_over_at is not None)
    if last is None or gone:
        return Became(row)
    decided = decision_name(file.decision) if made and file.decision is not None else ""
    found = board(last)
    matter = matter_for(row.kind, row.draft, decided, "" if row.whole else row.name)
    return VoteFate(found.tally, found.method, in_form(matter, file.form_put(last), row.draft))


def slide_of(
    facts: Facts, item: Numbered | None, shown: Shown, voted: Voted | None, election: ElectionBoard | None
) -> Slide:
    """What the room sees: a vote, an *election*, a decision, or the text that is before the meeting."""
    row = shown.row
    slide = Slide(facts.meeting.symbol, item, speaker=speaker_shown(facts), sitting=sitting_shown(facts))
    if election is not None:
        slide = replace(slide, election=for_the_room(election))
    if voted is not None:
        proposal = voted.file.proposal if voted.file is not None else None
        return replace(slide, proposal=proposal, board=voted.board, matter=voted.matter)
    if row is None:
        adopted = facts.agenda_adopted(item.item.key) if item is not None else None
        return slide if adopted is None else replace(slide, fate=Phrase(N_("The agenda is adopted.")))
    slide = replace(slide, proposal=row.file.proposal, decision=row.file.decision, fate=shown.fate, form=row.file.form)
    if slide.decision is not None:
        return slide
    now = row.now
    fate = shown.fate if now.name == row.name else None  # what is shown is changed by what was settled
    return replace(slide, negotiated=now.negotiated, titled=now.titled, kind=now.kind, part=now.name, fate=fate)


class Projection(QWidget):
    """The projector's window, and the line that says in which languages it speaks while it is open.

    The languages chosen are remembered on this machine, as they are not those of the window; that the Chair wants
    running totals is remembered for one meeting. ``opened`` says that the window wants to be told what to show.
    """

    opened = Signal()

    def __init__(self, now: Callable[[], datetime.datetime], language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._now, self.language, self._alerts = now, language, alerts
        self._keys: Keys | None = None
        self._slide: Slide | None = None
        self._meeting = ""
        self.projector: Projector | None = None
        self._memory: Memory | None = None
        self._chosen, self._counted = False, ""
        self._shown = {"page": 1, "pages": 1}
        self.tongues = Tongues((language.language,))
        self._label, self._page = QLabel(), QLabel()
        self.totals = IconButton("eye")
        self.totals.setCheckable(True)
        for label in (self._label, self._page):
            style(label, Type.BODY, Tone.MUTED)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(STEP * 2)
        for part in (self._label, self.tongues, self.totals, self._page):
            line.addWidget(part)
        self.tongues.changed.connect(self._chose)
        self.tongues.last.connect(self._keep_last)
        self.totals.clicked.connect(self._count)
        self.hide()
        self.retranslate()

    def remember(self, memory: Memory) -> None:
        """Begin with what was chosen on this machine, and keep what will be."""
        self._memory = memory
        self._chosen, self._counted = bool(memory.now.projected), memory.now.counted
        if self._chosen:
            self.tongues.show_chosen(memory.now.projected)

    def slots(self) -> dict[Key, Callable[[], object]]:
        """What the keys do."""
        toggles = {key: partial(self._toggle, tongue) for tongue, key in TONGUE_KEYS.items()}
        acts: dict[Key, Callable[[], object]] = {Key.TOTALS: self._count, **toggles}
        acts |= {Key.TEXT_ON: partial(self._turn, 1), Key.TEXT_BACK: partial(self._turn, -1)}
        open_only = {key: partial(self._while_shown, act) for key, act in acts.items()}
        return {Key.SHOW: self.project, **open_only}

    def follow(self, keys: Keys) -> None:
        """The keys are in the window's own menu too, and on its buttons."""
        self._keys = keys
        for key in (Key.TOTALS, *TONGUE_KEYS.values()):
            keys[key].setCheckable(True)
            keys[key].changed.connect(self._name)
        self._check()

    # -- the window ------------------------------------------------------------------------------------------------

    def project(self) -> None:
        """Open the projector's window, or close it; at first it speaks the window's language."""
        if self.projector is not None:
            self.projector.close()
            return
        if not self._chosen:
            self.tongues.show_chosen((self.language.language,))
        self.projector = Projector(self.tongues.chosen, self._now)
        if self._keys is not None:
            self.projector.addActions([self._keys[key] for key in Key if key in PROJECTED])
        self.projector.closed.connect(self._closed)
        self.projector.turned.connect(self._turned)
        self._turned(0, 1)
        self.projector.start(self)
        self.show()
        self._check()
        self.opened.emit()

    def show_slide(self, slide: Slide, meeting: str) -> None:
        """Show this, with running totals where the Chair wants them in this *meeting*."""
        self._slide = slide
        if self.projector is not None:
            self.projector.show_slide(replace(slide, totals=self._counted == meeting))
        if meeting != self._meeting:
            self._meeting = meeting
            self._check()

    def _closed(self) -> None:
        self.projector = None
        self.hide()

    def _turned(self, page: int, pages: int) -> None:
        self._shown = {"page": page + 1, "pages": pages}
        self._page.setText(NUMBERED.format(**self._shown))
        self._page.setVisible(pages > 1)
        self._name_page()

    def _name_page(self) -> None:
        said = self.language.words.gettext("page {page} of {pages}").format(**self._shown)
        self._page.setToolTip(said)
        self._page.setAccessibleName(said)

    # -- what the keys do --------------------------------------------------------------------------------------------

    def _while_shown(self, act: Callable[[], object]) -> None:
        if self.projector is None:
            self._alerts.remark(NOT_SHOWN)
        else:
            act()
        self._check()

    def _toggle(self, tongue: Language) -> None:
        chosen = tuple(one for one in Language if (one in self.tongues.chosen) is not (one is tongue))
        if chosen:
            self.tongues.choose(chosen)
        else:
            self._keep_last()

    def _keep_last(self) -> None:
        """Say why the only language stays, whether a key or a click was to take it away."""
        self._alerts.say(ONE_LANGUAGE, Tone.ATTENTION)

    def _chose(self) -> None:
        """Languages were chosen: by a key, a button, or the window's menu."""
        self._chosen = True
        if self._memory is not None:
            self._memory.keep(replace(self._memory.now, projected=self.tongues.chosen))
        if self.projector is not None:
            self.projector.speak(self.tongues.chosen)
        self._check()

    def _count(self) -> None:
        self._counted = "" if self._counted == self._meeting else self._meeting
        if self._memory is not None:
            self._memory.keep(replace(self._memory.now, counted=self._counted))
        if self._slide is not None:
            self.show_slide(self._slide, self._meeting)
        self._check()
        self._alerts.say(WITH_TOTALS if self._counted else WITHOUT_TOTALS)

    def _turn(self, by: int) -> None:
        if self.projector is not None and not self.projector.turn(by):
            self._alerts.say(ALL_SEEN)

    def _check(self) -> None:
        """Show at keys and button what is chosen."""
        counted = bool(self._counted) and self._counted == self._meeting
        self.totals.setChecked(counted)
        if self._keys is not None:
            self._keys[Key.TOTALS].setChecked(counted)
            for tongue, key in TONGUE_KEYS.items():
                self._keys[key].setChecked(tongue in self.tongues.chosen)

    # -- words -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say every word again."""
        self._label.setText(self.language.words.gettext("On the projector"))
        self._name_page()

    def _name(self) -> None:
        """The buttons say what their keys do, and which these are."""
        if self._keys is not None:
            action = self._keys[Key.TOTALS]
            self.totals.name(action.text(), action.toolTip())
            for tongue, key in TONGUE_KEYS.items():
                self.tongues.explain(tongue, self._keys[key].toolTip())

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


TONGUE_KEYS = {Language.EN: Key.IN_ENGLISH, Language.FR: Key.IN_FRENCH, Language.ES: Key.IN_SPANISH}
