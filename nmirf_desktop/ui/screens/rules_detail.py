"""One rule: its answer, the findings behind it with their reasons, and what holds where the Declaration is silent."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nmirf_desktop.domain.compliance import FindingState, RuleAnswer
from nmirf_desktop.domain.declaration import Rule
from nmirf_desktop.domain.practices import BESIDE, BY_RULE, OpenQuestion, Practices
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fact_rows import FactRow, FactRows, Shape, clear
from nmirf_desktop.ui.findings import MARKS, Findings, state_of
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.reasons import ReasonActs
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.rules_reasons import ReasonCard
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

Before = tuple[FindingState, datetime.date]
"""The answer on an earlier day."""


class RuleDetail(DetailPane):
    """The right side of the rules. ``asked`` carries the place of a record that a finding is about."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage, reasons: ReasonCard) -> None:
        super().__init__(language)
        self._number = ""
        self._answer = _Answer()
        self._reasons = reasons
        self.add(self._answer)
        self.add(reasons)
        self._findings = Findings(language)
        self._findings.asked.connect(self.asked)
        self._found = self.section(N_("What was found"))
        self._found.add(self._findings)
        self._practice = FactRows(language)
        self._practice.asked.connect(self.asked)
        self._silent = self.section(N_("What holds instead"))
        self._silent.add(self._practice)

    def load(
        self, answer: RuleAnswer | None, practices: Practices, acts: ReasonActs | None, before: Before | None = None
    ) -> None:
        """Show one rule's answer, or nothing; *acts* are what can be done to reasons, *before* an earlier answer."""
        self.body.setVisible(answer is not None)
        number = answer.rule.number if answer is not None else ""
        if number != self._number:
            self._reasons.close()
        self._number = number
        if answer is None:
            return
        words = self._language.words
        rule = answer.rule
        title = words.pgettext("rule", "{number} {title}").format(number=rule.number, title=words.gettext(rule.title))
        self.head(title, words.gettext(rule.section))
        self._answer.load(answer, before, words)
        self._findings.acts = acts
        self._findings.show_findings(answer.gravest_first)
        rows = practice_rows(rule, practices, words)
        self._silent.setVisible(bool(rows))
        self._practice.show_rows(rows)


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
        mark, word = MARKS[answer.state], state_of(answer.state, words)
        label = QLabel(word)
        style(label, Type.HEADING, mark.tone)
        self._row.addWidget(Shape(mark, word))
        self._row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        if before is not None:
            state, day = before
            said = words.gettext("on {date}: {answer}").format(date=words.date(day), answer=state_of(state, words))
            earlier = QLabel(said, wordWrap=True)
            style(earlier, Type.BODY, Tone.MUTED)
            self._row.addWidget(earlier, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._row.addStretch(1)


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
    row = _row(words.gettext(way.sentence), way.source_said.said_in(words), words, since)
    link = Link(words.gettext("Change the practice"), Place("settings", str(question.question)))
    return FactRow((*row.what, " ", link), note=row.note, mark=row.mark)
