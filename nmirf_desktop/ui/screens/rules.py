"""Rules: what each of the Declaration's rules says about the register on a day, and why."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.compliance import FindingState, RuleAnswer, by_rule
from nmirf_desktop.domain.declaration import Rule
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting
from nmirf_desktop.domain.practices import Practices
from nmirf_desktop.domain.rule_changes import Figures
from nmirf_desktop.domain.rules_in_force import InForce
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.findings import MARKS, REMARK
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.rules_answers import ORDER, AnswerFilter
from nmirf_desktop.ui.screens.rules_detail import Held, RuleDetail
from nmirf_desktop.ui.screens.rules_reasons import ReasonCard
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP

WHOLE, READ = 64, 26
"""So many letters of what a rule says are shown before what is said beside it has room, and in any case."""
OPEN = (FindingState.NOT_KEPT, FindingState.DUE)
NO_RULE, NEITHER = N_("No rule matches the filter"), N_("No rule matches both filters")


def _number(answer: RuleAnswer, _words: Catalog) -> str:
    return answer.rule.number


def _by_number(answer: RuleAnswer, _words: Catalog) -> int:
    return int(answer.rule.number.removeprefix("R"))


def _section(answer: RuleAnswer, words: Catalog) -> str:
    return words.gettext(answer.rule.section)


def _state(answer: RuleAnswer, words: Catalog) -> str:
    return words.gettext(answer.label)


def _by_state(answer: RuleAnswer, words: Catalog) -> tuple[int, bool, int]:
    return ORDER.index(answer.state), not answer.remarked, _by_number(answer, words)


def _mark(answer: RuleAnswer) -> Mark:
    return REMARK if answer.remarked else MARKS[answer.state]


def _open(answer: RuleAnswer, words: Catalog) -> str:
    count = len(answer.among(*OPEN))
    return words.number(count) if count else ""


def _count(answer: RuleAnswer, _words: Catalog) -> int:
    return len(answer.among(*OPEN))


def _by_open(answer: RuleAnswer, words: Catalog) -> int:
    return -_count(answer, words)


def _reason(answer: RuleAnswer, words: Catalog) -> str:
    """Whether why it is not kept is noted: of all that is not, or of how many."""
    if answer.wholly_explained:
        return words.pgettext("reason", "noted")
    if not answer.explained:
        return ""
    return words.pgettext("reasons noted", "{n} of {total}").format(
        n=words.number(answer.explained), total=words.number(len(answer.among(FindingState.NOT_KEPT)))
    )


Titled = Callable[[Rule, Catalog], str]
"""What a rule is called on the day shown."""


def columns(titled: Titled) -> tuple[Column[RuleAnswer], ...]:
    """The columns of the rules."""
    return (
        Column(N_("Rule"), _number, _by_number),
        Column(
            N_("What it says"), lambda answer, words: titled(answer.rule, words), least=READ, ease=WHOLE, stretch=True
        ),
        Column(N_("Answer"), _state, _by_state, mark=_mark, least=10),
        Column(N_("Open points"), _open, _by_open, right=True, cell=_count, spare=True),
        Column(N_("Reason"), _reason, spare=True),
        Column(N_("Section"), _section, least=14, spare=True),
    )


class RulesScreen(Screen):
    """The list of the rules with their answers; the findings of the one chosen."""

    title = N_("Rules")
    icon = "scale"
    subjects = frozenset(Subject)
    help_page = "rules"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._desk = desk
        self._answers: tuple[RuleAnswer, ...] = ()
        self._before: dict[str, RuleAnswer] = {}
        self._figures = Figures()
        none = Empty(NO_RULE, offers=(Offer(N_("Show all rules"), self._show_all),), icon="search")
        self.list: RowTable[RuleAnswer] = RowTable(
            columns(self._titled), lambda answer: answer.rule.number, language, none
        )
        self.list.name(N_("Rules of the Declaration"))
        self.filter = AnswerFilter(language)
        self.list.setContentsMargins(0, 0, STEP * 3, 0)
        self.reasons = ReasonCard(desk, language, alerts)
        self.detail = RuleDetail(language, self.reasons)
        look = Look(icon="file-text", hint=N_("What each rule says on the day shown, as a document in three languages"))
        self._statement = Action(N_("Statement of compliance"), self._ask_statement, look, self)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self.filter)
        column.addWidget(MasterDetail(self.list, self.detail, share=0.64), 1)
        self.list.selected.connect(self._show_one)
        self.filter.changed.connect(self._filter)
        self.detail.asked.connect(self.asked)
        self.reasons.left.connect(self.list.view.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """The statement as a document."""
        return [self._statement]

    def _ask_statement(self) -> None:
        self.asked.emit(Place("documents", f"{DocumentKind.COMPLIANCE}:"))

    def refresh(self) -> None:
        """Judge the register again."""
        with self.alerts.guard():
            self._answers = by_rule(self._desk.compliance.check(self.on))
            self._figures = Figures(self._desk.compliance.facts().rule_changes)
            remarked = sum(one.remarked for one in self._answers)
            self.filter.load(Counter(one.state for one in self._answers), remarked, self._last_meeting())
        self._filter()

    def _last_meeting(self) -> Meeting | None:
        """The last meeting of the Network that was over on the day shown."""
        over = (
            one for one in self._desk.compliance.facts().meetings
            if is_network_meeting(one) and one.closes_on < self.on
        )  # fmt: skip
        return max(over, key=lambda one: (one.closes_on, one.key), default=None)

    def _filter(self) -> None:
        with self.alerts.guard():
            day = self.filter.compared
            before = () if day is None else by_rule(self._desk.compliance.check(day))
            self._before = {one.rule.number: one for one in before}
        self._show()

    def _show(self) -> None:
        both = self.filter.wanted is not None and self.filter.compared is not None
        self.list.beginning.say(NEITHER if both else NO_RULE, "")
        self.list.show_rows(filter(self._wanted, self._answers), self._answers)
        self.list.select_first()
        self._show_one(self.list.current)

    def _show_all(self) -> None:
        """Let go of both filters."""
        self.filter.choose(None)
        self.filter.since.setChecked(False)
        self._filter()
        self.list.setFocus()

    def _wanted(self, answer: RuleAnswer) -> bool:
        before = self._before.get(answer.rule.number)
        same = before is not None and _answered(before) == _answered(answer)
        return self.filter.wanted in (None, answer.state) and not same

    def _show_one(self, answer: RuleAnswer | None) -> None:
        number = answer.rule.number if answer is not None else ""
        before, day = self._before.get(number), self.filter.compared
        self.detail.load(
            answer,
            self._held(),
            self.reasons.acts(self.on),
            (before, day) if before is not None and day is not None else None,
        )

    def _titled(self, rule: Rule, words: Catalog) -> str:
        """What a rule is called by the numbers of the day shown."""
        return InForce(self._figures, self.on).title(rule, words)

    def _held(self) -> Held:
        """What was in force on the day shown."""
        facts = self._desk.compliance.facts()
        return Held(self.on, Practices.on(facts.choices, self.on), Figures(facts.rule_changes))

    def go_to(self, key: str) -> None:
        """Show one rule by its number, or the rules of one answer by its name."""
        self._be_read()
        states = {str(state): state for state in FindingState}
        self.filter.choose(states.get(key))
        self.filter.since.setChecked(False)
        self._filter()
        self.list.select(key)

    def current_key(self) -> str:
        """The number of the rule shown."""
        return self.list.current.rule.number if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filter.retranslate()
        self._show_one(self.list.current)


def _answered(answer: RuleAnswer) -> tuple[FindingState, frozenset[tuple[FindingState, str, str]]]:
    """The answer of a rule, and what is not in order: what makes it another one than before."""
    return answer.state, frozenset((one.state, one.subject.kind, one.subject.key) for one in answer.among(*OPEN))
