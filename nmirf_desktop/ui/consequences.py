"""What an act would do to each rule, live in its card: before and after, the facts that change, and what to do."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.compliance.simulation import COMMITTEE_RULES, Consequence, Simulation, Step
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Refusal, Sayable, say
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fact_rows import Shape
from nmirf_desktop.ui.findings import marked
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

NOT_YET = N_("What the rules would say is shown here once the card says who and when.")
TITLE = N_("What the rules would say on {day}")
CHANGES_NOTHING = N_("No rule would say anything else.")


class _Line(QWidget):
    """One rule: its answers as shapes and words, its number and title, what changes, and what to do."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._said, self._steps, self._advice = WrappedLabel(), WrappedLabel(), WrappedLabel()
        style(self._steps, Type.SMALL, Tone.MUTED)
        style(self._advice, Type.BODY, Tone.MUTED)
        self._shapes = QHBoxLayout()
        self._shapes.setSpacing(STEP // 2)
        self._answers: tuple[tuple[Mark, str], ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(STEP * 2)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addLayout(self._shapes, 0, 0, Qt.AlignmentFlag.AlignTop)
        for row, label in enumerate((self._said, self._steps, self._advice)):
            grid.addWidget(label, row, 1)

    def show_consequence(self, one: Consequence) -> None:
        """Say what one rule would say."""
        words = self._language.words
        self._show_shapes(tuple(dict.fromkeys(_answers(one, words))))
        answer = answer_of(one, words)
        title = words.pgettext("rule", "{number} {title}").format(
            number=one.rule.number, title=words.gettext(one.rule.title)
        )
        self._said.setText(words.gettext("{label}: {answer}").format(label=title, answer=answer))
        self._fill(self._steps, steps_line(one, words))
        self._fill(self._advice, advice_of(one, words))

    def _fill(self, label: WrappedLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _show_shapes(self, answers: tuple[tuple[Mark, str], ...]) -> None:
        """The shape of the answer, or of both where they differ; made anew only when they change."""
        if self._answers == answers:
            return
        self._answers = answers
        while (item := self._shapes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for mark, word in answers:
            self._shapes.addWidget(Shape(mark, word))


class Warned(QWidget):
    """A sentence beside the shape of a warning; hidden where there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.said = WrappedLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Shape(Mark("triangle-alert", Tone.ATTENTION)), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1)

    def say(self, said: Sayable | None, words: Catalog) -> None:
        """Say it, or nothing."""
        self.said.setText("" if said is None else said.said_in(words))
        self.setVisible(said is not None)


class Consequences(QWidget):
    """The lines of what would change, one quiet line for the others; a refusal as one sentence with what mends it.

    ``asked`` carries the place of what stands in the way.
    """

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._title, self._others = WrappedLabel(), WrappedLabel()
        style(self._title, Type.SMALL, Tone.MUTED)
        style(self._others, Type.SMALL, Tone.MUTED)
        self._cut = Warned()
        self._refused = QWidget()
        self._why = LinkedText()
        self._why.asked.connect(self.asked)
        row = QHBoxLayout(self._refused)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Shape(Mark("triangle-alert", Tone.ATTENTION)), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._why, 1)
        self._lines = [_Line(language) for _ in COMMITTEE_RULES]
        self._again: Callable[[], None] = self.show_nothing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP * 2, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self._cut, self._title, self._refused, *self._lines, self._others):
            column.addWidget(part)
        self.show_nothing()

    def show_nothing(self) -> None:
        """The card does not say enough yet."""
        self._again = self.show_nothing
        self._show(self._language.words.gettext(NOT_YET), ())

    def show_refusal(self, refusal: Refusal, here: str) -> None:
        """It cannot be recorded so: why, and the way to what stands in the way, on the screen named *here*."""
        self._again = partial(self.show_refusal, refusal, here)
        words = self._language.words
        parts: list[str | Link] = [refusal.said_in(words)]
        if refusal.section:
            parts = [words.gettext("{sentence} ({rule})").format(sentence=parts[0], rule=refusal.section)]
        if refusal.in_the_way:
            parts += [" ", Link(words.gettext("Go to what stands in the way"), Place(here, refusal.in_the_way))]
        self._why.show_parts(parts)
        self._show("", (), refused=True)

    def show_simulation(self, tried: Simulation) -> None:
        """What each rule would say, before and after."""
        self._again = partial(self.show_simulation, tried)
        words = self._language.words
        changed = tuple(one for one in tried.consequences if one.changed)
        quiet = tuple(one for one in tried.consequences if not one.changed)
        others = same_line(quiet, words)
        self._show(words.gettext(TITLE).format(day=words.date(tried.on)), changed)
        self._cut.say(tried.cut_short, words)
        self._others.setText(others if changed else f"{words.gettext(CHANGES_NOTHING)} {others}")
        self._others.show()

    def _show(self, title: str, changed: tuple[Consequence, ...], *, refused: bool = False) -> None:
        """The parts that there are; nothing is made or thrown away, so that nothing flickers."""
        self.setUpdatesEnabled(False)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._refused.setVisible(refused)
        self._cut.hide()
        self._others.hide()
        for number, line in enumerate(self._lines):
            if number < len(changed):
                line.show_consequence(changed[number])
            line.setVisible(number < len(changed))
        self.setUpdatesEnabled(True)

    def changeEvent(self, event: QEvent) -> None:
        """Another language: what is shown is said again in it."""
        if event.type() == QEvent.Type.LanguageChange:
            self._again()
        super().changeEvent(event)


def _answers(one: Consequence, words: Catalog) -> tuple[tuple[Mark, str], tuple[Mark, str]]:
    """The answers before and after, each as its mark and its word; a remark is told from what is wholly kept."""
    before, after = one.remarked
    return marked(one.was, words, remarked=before), marked(one.would_be, words, remarked=after)


def answer_of(one: Consequence, words: Catalog) -> str:
    """The answer, or both where it would be another one: "Kept → Not kept"."""
    (_, before), (_, after) = _answers(one, words)
    return after if before == after else words.gettext("{before} → {after}").format(before=before, after=after)


def steps_line(one: Consequence, words: Catalog) -> str:
    """The facts that change: "Seats: 4 → 3"."""
    pattern = words.pgettext("fact", "{name}: {before} → {after}")
    pairs = ((step.name, *told(step)) for step in one.steps)
    said = (
        pattern.format(
            name=words.gettext(name),
            before=say(words, "{value}", {"value": before}),
            after=say(words, "{value}", {"value": now}),
        )
        for name, before, now in pairs
        if before != now
    )
    return words.pgettext("facts in a row", " · ").join(said)


def told(step: Step) -> tuple[object, object]:
    """Both sides of a step. Of lists, who gives way to whom where as many stay; else how many there are."""
    before, now = step.before, step.after
    if not isinstance(before, Listed) or not isinstance(now, Listed):
        return before, now
    gone = tuple(one for one in before.values if one not in now.values)
    new = tuple(one for one in now.values if one not in before.values)
    if gone and len(gone) == len(new):
        return Listed(gone), Listed(new)
    return len(before.values), len(now.values)


def advice_of(one: Consequence, words: Catalog) -> str:
    """What the rule would say and what to do, where it is not simply kept; no answer stands without its ground."""
    grounds = one.grounds
    said = [
        " ".join(part for part in (finding.message.said_in(words), finding.advice.said_in(words)) if part)
        for finding in one.own[1]
        if finding in grounds
        or (finding not in one.before and (finding.state is not FindingState.KEPT or finding.remark))
    ]
    return "\n".join((*said, words.gettext(one.awaits)) if one.awaits else said)


def same_line(quiet: Iterable[Consequence], words: Catalog) -> str:
    """The rules that say the same before and after, by their answers: "As before: R30, R32: Kept; R34: Not kept".

    What is kept with a remark is called so.
    """
    by_answer: dict[str, list[str]] = {}
    for one in quiet:
        by_answer.setdefault(answer_of(one, words), []).append(one.rule.number)
    said = (
        words.pgettext("rules with their answer", "{rules}: {answer}").format(
            rules=words.listing(numbers), answer=answer
        )
        for answer, numbers in by_answer.items()
    )
    text = words.series(said)
    return words.gettext("As before: {rules}").format(rules=text) if text else ""
