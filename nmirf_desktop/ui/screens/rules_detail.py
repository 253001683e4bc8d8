"""One rule: its answer, the findings behind it with their reasons, and what holds where the Declaration is silent."""

import datetime
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nmirf_desktop.domain.compliance import OF_PRACTICE, Finding, FindingState, RuleAnswer, in_reading_order
from nmirf_desktop.domain.compliance.simulation import Consequence
from nmirf_desktop.domain.declaration import Rule
from nmirf_desktop.domain.practices import BESIDE, BY_RULE, UNDECIDED, OpenQuestion, Practices
from nmirf_desktop.domain.rule_changes import FIGURES, Figures, RuleChange
from nmirf_desktop.domain.rules_in_force import InForce
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.consequences import steps_line
from nmirf_desktop.ui.fact_rows import FactRow, FactRows, Shape, clear
from nmirf_desktop.ui.findings import MARKS, MOST, Findings, marked
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.reasons import ReasonActs
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.rules_reasons import ReasonCard
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

Before = tuple[RuleAnswer, datetime.date]
"""The answer on an earlier day."""
CHANGES_NUMBERS = "R46"
"""The rule by which a decision changes numbers of the others."""
OPEN = (FindingState.NOT_KEPT, FindingState.DUE)


@dataclass(frozen=True, slots=True)
class Held:
    """What was in force on a day: the *practices*, and the numbers of the Declaration."""

    on: datetime.date
    practices: Practices
    figures: Figures


class RuleDetail(DetailPane):
    """The right side of the rules. ``asked`` carries the place of a record that a finding is about."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage, reasons: ReasonCard) -> None:
        super().__init__(language)
        self._number = ""
        self._asks, self._answer = WrappedLabel(), _Answer()
        self._reasons = reasons
        self.add(self._asks)
        self.add(self._answer)
        self.add(reasons)
        self._changes = FactRows(language)
        self._changed = self.section(N_("What changed since then"))
        self._changed.add(self._changes)
        self._findings = Findings(language)
        self._findings.asked.connect(self.asked)
        self._found = self.section(N_("What was found"))
        self._found.add(self._findings)
        self._practice = FactRows(language)
        self._practice.asked.connect(self.asked)
        self._numbers = FactRows(language)
        self._numbers.asked.connect(self.asked)
        self._figures = self.section(N_("The numbers in force"))
        self._figures.add(self._numbers)
        self._silent = self.section(N_("The practice that is followed"))
        self._silent.add(self._practice)

    def load(
        self, answer: RuleAnswer | None, held: Held, acts: ReasonActs | None, before: Before | None = None
    ) -> None:
        """Show one rule's answer, or nothing; *acts* are what can be done to reasons, *before* an earlier answer.

        *held* is what was in force on the day.
        """
        self.body.setVisible(answer is not None)
        number = answer.rule.number if answer is not None else ""
        if number != self._number:
            self._reasons.close()
        self._number = number
        if answer is None:
            return
        words = self._language.words
        rule = answer.rule
        in_force = InForce(held.figures, held.on)
        title = words.pgettext("rule", "{number} {title}").format(number=rule.number, title=in_force.title(rule, words))
        self.head(title, words.gettext(rule.section))
        asked = in_force.asks(rule, words)
        self._asks.setText(asked)
        self._asks.setVisible(bool(asked))
        self._answer.load(answer, before, words)
        changes = () if before is None else changed_rows(before[0], answer, words)
        self._changed.setVisible(bool(changes))
        self._changes.show_rows(changes)
        self._findings.acts = acts
        self._findings.show_findings(map(_without_practice, in_reading_order(answer.findings, words)))
        numbers = figure_rows(rule, held, words)
        self._figures.setVisible(bool(numbers))
        self._numbers.show_rows(numbers)
        rows = practice_rows(rule, held.practices, words)
        self._silent.setVisible(bool(rows))
        self._practice.show_rows(rows)


def _without_practice(finding: Finding) -> Finding:
    """A finding that says what holds where the Declaration is silent, without the facts that its section says."""
    if finding.state is not FindingState.NOT_REGULATED:
        return finding
    return replace(finding, facts=tuple(one for one in finding.facts if one.name not in OF_PRACTICE))


class _Answer(QWidget):
    """The gravest of what was found, shape and word; and what it was before, where that is asked."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(STEP * 2)

    def load(self, answer: RuleAnswer, before: Before | None, words: Catalog) -> None:
        """Show an answer."""
        clear(self._row)
        mark, word = marked(answer.state, words, remarked=answer.remarked)
        label = QLabel(word)
        style(label, Type.HEADING, mark.tone)
        self._row.addWidget(Shape(mark, word))
        self._row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        if before is not None:
            earlier_answer, day = before
            answered = words.gettext(earlier_answer.label)
            said = words.gettext("on {date}: {answer}").format(date=words.date(day), answer=answered)
            earlier = QLabel(said, wordWrap=True)
            style(earlier, Type.BODY, Tone.MUTED)
            self._row.addWidget(earlier, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._row.addStretch(1)


def changed_rows(before: RuleAnswer, now: RuleAnswer, words: Catalog) -> tuple[FactRow, ...]:
    """What a rule says otherwise than on an earlier day: what is open since, what is not any more, and the facts."""
    had, has = ({_about(one): one for one in answer.among(*OPEN)} for answer in (before, now))
    frames = (
        (words.gettext("New: {finding}"), [one for key, one in has.items() if key not in had]),
        (words.gettext("Not open any more: {finding}"), [one for key, one in had.items() if key not in has]),
    )
    rows = [
        FactRow((frame.format(finding=one.message.said_in(words)),), mark=MARKS[one.state])
        for frame, found in frames
        for one in found[:MOST]
    ]
    for frame, found in frames:
        if left := len(found) - MOST:
            more = words.ngettext("and {n} more", "and {n} more", left).format(n=words.number(left))
            rows += [FactRow((frame.format(finding=more),), muted=True)] if left > 0 else []
    steps = steps_line(Consequence(now.rule, before.findings, now.findings), words)
    return (*rows, FactRow((steps,), mark=Mark("arrow-left-right"))) if steps else tuple(rows)


def _about(finding: Finding) -> tuple[FindingState, str, str]:
    return finding.state, finding.subject.kind, finding.about


def figure_rows(rule: Rule, held: Held, words: Catalog) -> tuple[FactRow, ...]:
    """R46: the numbers of a rule as they hold on a day, with what they were adopted as, the next change, and where.

    Under R46 itself, by which they are changed, all of them stand.
    """
    rows = []
    for known in (one for one in FIGURES.values() if rule.number in (one.rule, CHANGES_NUMBERS)):
        number, change = held.figures.number(known.figure, held.on), held.figures.change(known.figure, held.on)
        said = words.pgettext("State and what", ": ").join((words.gettext(known.title), words.number(number)))
        note = words.gettext("as the Declaration was adopted")
        if change is not None:
            frame = words.gettext("changed, in force since {date}; the Declaration says {adopted}")
            held_since = frame.format(date=words.date(change.since), adopted=words.number(known.adopted))
            note = _with_decision(held_since, change, words)
        if (ahead := held.figures.next_change(known.figure, held.on)) is not None:
            coming = words.gettext("{number} from {date} on").format(
                number=words.number(ahead.number), date=words.date(ahead.since)
            )
            note = words.pgettext("facts in a row", " · ").join((note, _with_decision(coming, ahead, words)))
        link = Link(words.gettext("Change the number"), Place("settings", str(known.figure)))
        rows.append(FactRow((said, " ", link), note=note, mark=Mark("history" if change else "check", Tone.MUTED)))
    return tuple(rows)


def _with_decision(said: str, change: RuleChange, words: Catalog) -> str:
    """What a number is from which day on, and that no decision is recorded where none is (R46)."""
    if change.decision is not None:
        return said
    return words.pgettext("facts in a row", " · ").join((said, words.gettext(UNDECIDED)))


def practice_rows(rule: Rule, practices: Practices, words: Catalog) -> tuple[FactRow, ...]:
    """What holds where the Declaration is silent, with its source; the way in force of an open question first."""
    question, practice = BY_RULE.get(rule.number), rule.practice
    rows = [] if question is None else [_in_force(question, practices, words)]
    if practice is not None and (question is None or rule.number in BESIDE):
        source = words.gettext(practice.source).format(numbers=practice.numbers)
        rows.append(_row(words.gettext(practice.default), source, words))
    return tuple(rows)


def _row(sentence: str, source: str, words: Catalog, since: str = "") -> FactRow:
    origin = words.gettext("Not a rule of the Declaration. Source: {source}").format(source=source)
    note = words.pgettext("facts in a row", " · ").join(part for part in (origin, since) if part)
    return FactRow((sentence,), note=note, mark=Mark("minus", Tone.MUTED))


def _in_force(question: OpenQuestion, practices: Practices, words: Catalog) -> FactRow:
    way, choice = practices.way(question.question), practices.choice(question.question)
    if choice is None:
        since = words.gettext("the usual answer: nothing else was chosen")
    else:
        since = words.gettext("chosen, in force since {date}").format(date=words.date(choice.since))
        if choice.decision is None:
            since = words.pgettext("facts in a row", " · ").join((since, words.gettext(UNDECIDED)))
    row = _row(words.gettext(way.sentence), way.source_said.said_in(words), words, since)
    link = Link(words.gettext("Change the practice"), Place("settings", str(question.question)))
    return FactRow((*row.what, " ", link), note=row.note, mark=row.mark)
