"""One rule: its answer, the findings behind it, and what holds where the Declaration is silent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.compliance import RuleAnswer
from nmirf_desktop.domain.declaration import Practice
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fact_rows import Shape, clear
from nmirf_desktop.ui.findings import MARKS, Findings, state_of
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


class RuleDetail(DetailPane):
    """The right side of the rules. ``asked`` carries the place of a record that a finding is about."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._answer = _Answer()
        self.add(self._answer)
        self._findings = Findings(language)
        self._findings.asked.connect(self.asked)
        self._found = self.section(N_("What was found"))
        self._found.add(self._findings)
        self._practice = _Column()
        self._silent = self.section(N_("What holds instead"))
        self._silent.add(self._practice)

    def load(self, answer: RuleAnswer | None) -> None:
        """Show one rule's answer, or nothing."""
        self.body.setVisible(answer is not None)
        if answer is None:
            return
        words = self._language.words
        rule = answer.rule
        title = words.pgettext("rule", "{number} {title}").format(number=rule.number, title=words.gettext(rule.title))
        self.head(title, words.gettext(rule.section))
        self._answer.load(answer, words)
        self._findings.show_findings(answer.gravest_first)
        self._silent.setVisible(rule.practice is not None)
        if rule.practice is not None:
            self._practice.show_widgets(_practice(rule.practice, words))


class _Answer(QWidget):
    """The gravest of what was found: shape and word."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(STEP * 2)

    def load(self, answer: RuleAnswer, words: Catalog) -> None:
        """Show an answer."""
        clear(self._row)
        mark, word = MARKS[answer.state], state_of(answer.state, words)
        label = QLabel(word)
        style(label, Type.HEADING, mark.tone)
        self._row.addWidget(Shape(mark, word))
        self._row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)


class _Column(QWidget):
    """Widgets under each other that are put in anew."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP * 4)

    def show_widgets(self, widgets: list[QLabel]) -> None:
        """Show these instead of what was there."""
        clear(self._column)
        for new in widgets:
            self._column.addWidget(new)
            new.show()


def _practice(practice: Practice, words: Catalog) -> list[QLabel]:
    default = QLabel(words.gettext(practice.default), wordWrap=True)
    source = words.gettext(practice.source).format(numbers=practice.numbers)
    said = words.gettext("Not a rule of the Declaration. Source: {source}").format(source=source)
    origin = QLabel(said, wordWrap=True)
    style(origin, Type.SMALL, Tone.MUTED)
    return [default, origin]
