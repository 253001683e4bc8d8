"""Rules: what each of the Declaration's rules says about the register on a day, and why."""

from PySide6.QtWidgets import QVBoxLayout

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.compliance import FindingState, RuleAnswer, by_rule
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.findings import MARKS, state_of
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.rules_detail import RuleDetail
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP

ORDER = list(FindingState)


def _number(answer: RuleAnswer, _words: Catalog) -> str:
    return answer.rule.number


def _by_number(answer: RuleAnswer, _words: Catalog) -> int:
    return int(answer.rule.number.removeprefix("R"))


def _section(answer: RuleAnswer, words: Catalog) -> str:
    return words.gettext(answer.rule.section)


def _title(answer: RuleAnswer, words: Catalog) -> str:
    return words.gettext(answer.rule.title)


def _state(answer: RuleAnswer, words: Catalog) -> str:
    return state_of(answer.state, words)


def _by_state(answer: RuleAnswer, words: Catalog) -> tuple[int, int]:
    return ORDER.index(answer.state), _by_number(answer, words)


def _mark(answer: RuleAnswer) -> Mark:
    return MARKS[answer.state]


COLUMNS = (
    Column(N_("Rule"), _number, _by_number),
    Column(N_("What it says"), _title, stretch=True),
    Column(N_("Answer"), _state, _by_state, mark=_mark, least=12),
    Column(N_("Section"), _section, hidden=True),
)


class RulesScreen(Screen):
    """The list of the rules with their answers; the findings of the one chosen."""

    title = N_("Rules")
    icon = "scale"
    subjects = frozenset(Subject)
    help_page = "rules"

    def __init__(self, compliance: Compliance, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._compliance = compliance
        self._answers: tuple[RuleAnswer, ...] = ()
        self.list: RowTable[RuleAnswer] = RowTable(COLUMNS, lambda answer: answer.rule.number, language)
        self.list.name(N_("Rules of the Declaration"))
        self.state = ChoiceField(language, ORDER, state_of, none=N_("All answers"))
        self.state.set_accessible(language.words.gettext("Answer"), "")
        self.list.add_filter(self.state)
        self.list.setContentsMargins(0, 0, STEP * 3, 0)
        self.detail = RuleDetail(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self.list, self.detail, share=0.52))
        self.list.selected.connect(self.detail.load)
        self.state.edited.connect(self._show)
        self.detail.asked.connect(self.asked)
        self.retranslate()

    def refresh(self) -> None:
        """Judge the register again."""
        with self.alerts.guard():
            self._answers = by_rule(self._compliance.check(self.on))
        self._show()

    def _show(self) -> None:
        wanted = self.state.value()
        self.list.show_rows((one for one in self._answers if wanted in (None, one.state)), self._answers)
        self.list.select_first()

    def go_to(self, key: str) -> None:
        """Show one rule by its number, or the rules of one answer by its name."""
        if self._stale:
            self._stale = False
            self.refresh()
        states = {str(state): state for state in FindingState}
        self.state.load(states.get(key), over=True)
        self._show()
        self.list.select(key)

    def current_key(self) -> str:
        """The number of the rule shown."""
        return self.list.current.rule.number if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.state.set_accessible(self.words.gettext("Answer"), "")
        self.detail.load(self.list.current)
