"""Messages that came back: what each shows, and all of it recorded in one go."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.in_turn import CLOCKS
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sent_versions import versions_said
from nmirf_desktop.domain.states import State
from nmirf_desktop.exchange.mail_text import mail_text
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.mail_about import with_states
from nmirf_desktop.services.mail_recorded import of_another_day, recorded_before, sent_later
from nmirf_desktop.services.mail_unclaimed import Ownerless
from nmirf_desktop.services.returned_mail import MOST, ReturnedMail, read_message
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.jobs import Report
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screens.distribution_list import place_of_address
from nmirf_desktop.ui.screens.distribution_mail_about import AboutChoice
from nmirf_desktop.ui.screens.distribution_mail_claim import ClaimChoice
from nmirf_desktop.ui.screens.distribution_mail_taken import NOTHING_SAID, Claimant, Taken, claimants
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone

ENDING = ".eml"
"""How the names of messages end."""
TAKE_IN = N_("Take in messages …")
ORDER = (Happening.SENT, Happening.FAILED, Happening.ACKNOWLEDGED)
"""In which order what messages show is recorded: what was sent may have failed, and may be acknowledged."""
MESSAGES = N_("Messages taken in")
NOTHING_YET = N_(
    "Nothing is recorded yet. Space leaves a message out, or takes it in again. The messages themselves are not kept, "
    "and stay where they are."
)
NOT_KEPT = N_("The messages themselves are not kept, and stay where they are.")
LINES = 5
"""How many rows the table shows at least."""
SAID_LINES = 7
"""How many lines of a message are seen at once."""


NOT_ARRIVED, ANSWER_AGAIN = N_("It did not arrive"), N_("It is an answer after all")
"""What the button says that makes a failure of a doubtful answer, and back."""
IN_REGISTER = N_("Is {origin} to be written to from now on? It is not the address written to:")


def read_all(returned: ReturnedMail, paths: Sequence[Path], states: dict[str, State], report: Report) -> list[Taken]:
    """What messages show; none is passed over. *report* may raise to stop.

    What shows nothing, or is not sure, is read once more beside the sent copies among them.
    """
    found: list[Taken] = []
    for number, path in enumerate(paths):
        report(number, len(paths))
        found.append(_read(returned, number, path, states))
    beside = returned.beside(one.shown for one in found if one.shown is not None)
    for number, one in enumerate(found):
        if one.shown is None or not one.shown.sure:
            found[number] = _read(beside, number, paths[number], states)
    report(len(paths), len(paths))
    return found


def _read(returned: ReturnedMail, number: int, path: Path, states: dict[str, State]) -> Taken:
    """What one message shows, or why nothing; what is not sure is left out until somebody has looked."""
    said = NOTHING_SAID
    try:
        name, content = read_message(path)
        said = mail_text(name, content, MOST)
        shown = returned.read(name, content)
    except Problem as problem:
        told = with_states(problem, states)
        free = returned.unclaimed(problem.of, said.text) if isinstance(problem, Ownerless) else None
        return Taken(
            number, path.name, problem=told, said=said, unclaimed=free, claimants=claimants(free, states), refused=told
        ).proposed()
    to = [one.recipient for one in shown.deliveries]
    return Taken(
        number, name, shown,
        states=tuple(states[one.state] for one in to if one.state in states),
        others=tuple(one.name for one in to if one.state not in states),
        left_out=bool(shown.new) and (not shown.sure or sent_later(shown) is not None),
        said=said,
    )  # fmt: skip


def record_all(returned: ReturnedMail, taken: Sequence[Taken], report: Report) -> tuple[list[Taken], int]:
    """Record what the messages that are ticked show, in its order; those that were refused say why.

    Gives all of them as they stand by then, and how many recipients it was of, each once in whichever dispatches.

    *report* may raise to stop between two messages: what was recorded by then stays.
    """
    after, recorded = list[Taken](), set[str]()
    for number, one in enumerate(sorted(taken, key=_in_order)):
        report(number, len(taken))
        if one.shown is None or not one.ticked:
            after.append(one)
            continue
        try:
            new = {known.recipient.whom for known in one.shown.new}
            recorded |= new if returned.record(one.shown) else set()
        except (Problem, Refusal) as refused:
            after.append(replace(one, problem=refused, shown=None))
        else:
            after.append(replace(one, done=True))
    return sorted(after, key=lambda one: one.number), len(recorded)


def _in_order(one: Taken) -> tuple[bool, float, int]:
    """By their moments, as far as clocks can be apart: what was sent, failed, and was sent again, is told in turn."""
    shown = one.shown
    if shown is None:
        return True, 0.0, len(ORDER)
    at = shown.at - CLOCKS if shown.kind is Happening.SENT else shown.at
    return False, at.timestamp(), ORDER.index(shown.kind)


def _standing(row: Taken, words: Catalog) -> str:
    if row.problem is not None:
        return words.pgettext("message that came back", "Not recorded")
    if row.done:
        return words.pgettext("message that came back", "Recorded")
    if row.known and row.shown is not None:
        return recorded_before(row.shown, words)
    if row.left_out and row.shown is not None and sent_later(row.shown) is not None:
        return words.pgettext("message that came back", "Left out: before it was sent")
    if row.left_out and row.shown is not None and row.shown.denied:
        return words.pgettext("message that came back", "Left out: did not arrive")
    if row.left_out:
        return words.pgettext("message that came back", "Left out")
    if row.fails:
        return words.pgettext("message that came back", "New: did not arrive")
    return words.pgettext("message that came back", "New")


def _mark(row: Taken) -> Mark:
    if row.problem is not None or (row.shown is not None and row.known and of_another_day(row.shown)):
        return Mark("triangle-alert", Tone.ATTENTION)
    if row.done or row.known:
        return Mark("check", Tone.MUTED)
    if row.left_out:
        return Mark("minus", Tone.MUTED)
    return Mark("octagon-alert", Tone.BAD) if row.fails else Mark("plus", Tone.GOOD)


def _box(row: Taken) -> Mark:
    if not row.new:
        return Mark("minus", Tone.MUTED)
    return Mark("square-check", Tone.NEUTRAL) if row.ticked else Mark("square", Tone.MUTED)


def _tick(row: Taken, words: Catalog) -> str:
    """What the box of a message says."""
    if not row.new:
        return words.pgettext("box of a message", "Nothing to record")
    if row.ticked:
        return words.pgettext("box of a message", "To be recorded")
    return words.pgettext("message that came back", "Left out")


COLUMNS: tuple[Column[Taken], ...] = (
    Column(
        N_("Record"),
        lambda _row, _words: "",
        lambda row, _words: (row.new, row.ticked),
        mark=_box,
        whole=_tick,
        tick=True,
    ),
    Column(N_("State or partner"), lambda row, words: row.whom(words), least=10, ease=16),
    Column(N_("From"), lambda row, _words: row.said.sender, least=10, ease=14),
    Column(N_("Subject"), lambda row, _words: row.said.subject, least=10, ease=12),
    Column(
        N_("How it begins"),
        lambda row, _words: row.said.first_words,
        stretch=True,
        ease=60,
        whole=lambda row, _words: row.said.text,
    ),
    Column(N_("How it stands"), _standing, mark=_mark, least=8),
    Column(N_("Message"), lambda row, _words: row.name, least=8, spare=True),
    Column(
        N_("Documents"),
        lambda row, words: words.listing(versions_said(row.shown.line.went, words)) if row.shown is not None else "",
        least=8,
        spare=True,
    ),
    Column(N_("What it shows"), lambda row, words: row.said_in(words), least=14, ease=24),
)


class MailCard(Draft):
    """The messages that were taken in, each with what it shows; ``done`` records what is ticked."""

    asked = Signal(object)
    leaving = N_("Close")

    def __init__(self, language: CurrentLanguage) -> None:
        self.table: RowTable[Taken] = RowTable(COLUMNS, lambda row: row.number, language)
        self.table.name(MESSAGES)
        self.said = WrappedLabel()
        self.letter = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        form = Form(language)
        self.origin, self.turn = LinkedText(), QPushButton()
        self._ways = SideBySide(self.turn, self.origin, grows=self.origin)
        self.about = AboutChoice(language)
        self.claim = ClaimChoice(language)
        for part in (self.table, self.said, self.claim, self.about, self._ways, self.letter):
            form.add_widget(part)
        self.taken: list[Taken] = []
        super().__init__(
            MESSAGES, N_("Record what is ticked"), form, language, NOTHING_YET,
        )  # fmt: skip
        self.table.selected.connect(lambda _row: self._say())
        self.table.ticked.connect(self._toggle)
        self.table.opened.connect(lambda _row: self.verb.click())
        self.origin.asked.connect(self.asked)
        self.turn.clicked.connect(self._turn)
        self.about.chosen.connect(self._choose)
        self.claim.chosen.connect(self._claim)
        self._fit()

    def show_taken(self, taken: Sequence[Taken]) -> None:
        """Show what messages show, with the keyboard in the rows."""
        self.taken = list(taken)
        self.call(MESSAGES, NOT_KEPT if any(one.done for one in self.taken) else NOTHING_YET)
        self.table.show_rows(self.taken)
        self.verb.setEnabled(any(one.new for one in self.taken))
        self.begin()
        for first in self.table.model.rows[:1]:  # the rows of other messages may have been chosen before
            self.table.select(first.number)
        self._say()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, row: Taken) -> None:
        """Leave out those chosen, or take them in again: all of them as the one that was ticked."""
        chosen = {one.number for one in (row, *self.table.chosen)} if row.new else frozenset[int]()
        self.taken = [replace(one, left_out=row.ticked) if one.number in chosen else one for one in self.taken]
        self.table.show_rows(self.taken)
        self._say()

    def _turn(self) -> None:
        """What the message chosen shows is a failure by what it says, or an answer again."""
        row = self.table.current
        if row is not None and row.doubtful:
            self.taken = [one.turned() if one.number == row.number else one for one in self.taken]
            self.table.show_rows(self.taken)
            self._say()

    def _choose(self, dispatch: Key) -> None:
        """The message chosen is about what went with a dispatch."""
        row = self.table.current
        if row is not None:
            self.taken = [one.about(dispatch) if one.number == row.number else one for one in self.taken]
            self.table.show_rows(self.taken)
            self._say()

    def _claim(self, whose: Claimant | None) -> None:
        """The message chosen, of which nothing says whose it is, is somebody's, or nobody's again."""
        row = self.table.current
        if row is not None:
            self.taken = [one.claimed(whose) if one.number == row.number else one for one in self.taken]
            self.table.show_rows(self.taken)
            self.verb.setEnabled(any(one.new for one in self.taken))
            self._say()

    def _say_ways(self, row: Taken | None) -> None:
        """The ways from a message: to say that it did not arrive, and to the card of who answered from elsewhere."""
        words, shown = self._language.words, row.shown if row is not None else None
        self.turn.setVisible(row is not None and row.doubtful)
        self.turn.setText(words.gettext(ANSWER_AGAIN if row is not None and row.answer is not None else NOT_ARRIVED))
        elsewhere = shown is not None and bool(shown.elsewhere)
        self.origin.setVisible(elsewhere)
        if shown is not None and elsewhere:
            link = Link(words.gettext("Go to the address"), place_of_address(shown.deliveries[0].recipient))
            self.origin.show_parts((words.gettext(IN_REGISTER).format(origin=shown.elsewhere), " ", link))
        self._ways.setVisible(elsewhere or (row is not None and row.doubtful))

    def _say(self) -> None:
        """What the message chosen shows, in full."""
        row = self.table.current
        words = self._language.words
        self.said.setText(row.said_in(words) if row is not None else "")
        self.about.show_shown(row.shown if row is not None and row.problem is None and not row.done else None)
        self.claim.show_taken(row)
        self._say_ways(row)
        self.letter.setPlainText(row.letter(words) if row is not None else "")
        self.letter.setAccessibleName(words.gettext("What the message says"))

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self.table.setMinimumHeight(line * (LINES + 4))
        self.letter.setFixedHeight(line * SAID_LINES + STEP * 4)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "verb"):
            self._fit()
        elif event.type() == QEvent.Type.LanguageChange and hasattr(self, "said"):
            self._say()
