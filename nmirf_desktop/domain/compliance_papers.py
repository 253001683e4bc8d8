"""The statement of compliance as a paper: how many rules are kept, what is not and why, what is open, what is kept.

Its readers are the members: what is not kept and what is due stand first, in full; each rule is told in one place. The
last section lists all rules in their order, so that nothing can be missed.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from nmirf_desktop.domain.blocks import (
    Bar,
    BarChart,
    Block,
    Column,
    DataTable,
    Entry,
    Heading,
    Listing,
    Note,
    Para,
    Style,
)
from nmirf_desktop.domain.compliance import (
    OF_PRACTICE,
    REMARKED,
    STATE_LABELS,
    Finding,
    FindingState,
    RuleAnswer,
    RuleException,
    by_rule,
    in_reading_order,
    of_states,
)
from nmirf_desktop.domain.decision_papers import as_at
from nmirf_desktop.domain.declaration import RULES, Rule
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.practices import BESIDE, BY_RULE, Choice, OpenQuestion, Practices
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, Figures
from nmirf_desktop.domain.rules_in_force import InForce
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.symbols import KIND_LABELS, standing_symbol
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

ORDER = (
    FindingState.NOT_KEPT, FindingState.DUE, FindingState.KEPT, FindingState.NOT_JUDGED, FindingState.NOT_REGULATED,
)  # fmt: skip
"""In which order the answers are counted."""
TOLD = 6
"""How many findings of a rule that is kept are told; of the others only their number."""
ALL_WELL = N_("None on this day.")
UNKNOWN = N_("The register does not hold the facts that these rules need.")
ABOUT = N_(
    "This statement says what each rule of the Asunción Declaration says about the facts of the Network’s register on "
    "the day above. The rules are numbered and worded by the secretariat; the sections are those of the Declaration."
)


@dataclass(frozen=True, slots=True)
class Watched:
    """What every rule says on a day, its numbers, and the *practices* in force where the Declaration is silent."""

    on: datetime.date
    findings: tuple[Finding, ...]
    practices: Practices
    prefix: str = "NMIRF"
    specimen: bool = False
    figures: Figures = AS_ADOPTED

    def titled(self, rule: Rule) -> Said:
        """What a rule is called by the numbers of the day."""
        return Said.by(partial(self.called, rule))

    def called(self, rule: Rule, words: Catalog) -> str:
        """The same in one language."""
        return InForce(self.figures, self.on).title(rule, words)

    @property
    def answers(self) -> tuple[RuleAnswer, ...]:
        """The findings under their rules."""
        return by_rule(self.findings)

    @property
    def exceptions(self) -> tuple[RuleException, ...]:
        """The reasons that are printed, in the order of the rules."""
        return tuple(one for finding in self.findings for one in finding.exceptions)


def compliance_paper(watched: Watched) -> RecordPaper:
    """The statement as of a day."""
    return RecordPaper(
        masthead=Masthead(
            symbol=standing_symbol(DocumentKind.COMPLIANCE, watched.prefix, watched.on),
            dated=watched.on,
            meeting=Said.words(N_("Rules of the Declaration")),
            specimen=watched.specimen,
        ),
        title=Said.words(KIND_LABELS[DocumentKind.COMPLIANCE]),
        blocks=tuple(_summary(watched)),
        below=as_at(watched.on),
        sections=tuple(_sections(watched)),
    )


# ---- the summary ----


def _summary(watched: Watched) -> Iterator[Block]:
    counted = Counter(map(_label, watched.answers))
    shown = [label for state in ORDER for label in _labels(state) if counted[label] or label != REMARKED]
    yield Para(Said.words(ABOUT))
    yield Para(Said.by(partial(_in_words, watched)))
    rows = [(Said.words(label), _number(counted[label])) for label in shown]
    columns = (Column(Said.words(N_("Answer")), 4), Column(Said.words(N_("Rules")), 1.4, figures=True))
    total = (Said.words(N_("Total")), _number(counted.total()))
    yield DataTable(columns, (*rows, total), total=True)
    bars = tuple(Bar(Said.words(label), counted[label]) for label in shown)
    numbers = {label: counted[label] for label in shown}
    yield BarChart(bars, Said.by(partial(_chart_in_words, numbers)))


def _label(answer: RuleAnswer) -> str:
    """The answer to a rule in a word; a remark is told from what is wholly kept."""
    return REMARKED if answer.remarked else STATE_LABELS[answer.state]


def _labels(state: FindingState) -> tuple[str, ...]:
    return (STATE_LABELS[state], REMARKED) if state is FindingState.KEPT else (STATE_LABELS[state],)


def _number(count: int) -> Said:
    return Said.by(lambda words: words.number(count))


def _in_words(watched: Watched, words: Catalog) -> str:
    """How many rules are not kept, and of how many the reason is noted."""
    broken = [one for one in watched.answers if one.state is FindingState.NOT_KEPT]
    explained = sum(one.wholly_explained for one in broken)
    if not broken:
        return words.gettext("Of the rules that can be judged, all are kept or due.")
    said = words.ngettext("{n} rule is not kept.", "{n} rules are not kept.", len(broken))
    said = said.format(n=words.number(len(broken)))
    if not explained:
        return said
    then = words.ngettext(
        "The reason is noted for {n} of them.", "The reason is noted for {n} of them.", explained
    ).format(n=words.number(explained))
    if len(broken) == 1:
        then = words.gettext("The reason is noted.")
    return f"{said} {then}"


def _chart_in_words(numbers: Mapping[str, int], words: Catalog) -> str:
    pattern = words.pgettext("chart", "{label}: {n}")
    parts = (pattern.format(label=words.gettext(label), n=words.number(n)) for label, n in numbers.items())
    return words.gettext("Bar chart of the answers. {counts}.").format(counts=words.series(parts))


# ---- the sections ----


def _sections(watched: Watched) -> Iterator[PaperSection]:
    of = {state: tuple(one for one in watched.answers if one.state is state) for state in ORDER}
    broken, due, unjudged = (of[one] for one in (FindingState.NOT_KEPT, FindingState.DUE, FindingState.NOT_JUDGED))
    yield PaperSection(Said.words(STATE_LABELS[FindingState.NOT_KEPT]), tuple(_in_full(watched, broken)) or _none())
    yield PaperSection(Said.words(STATE_LABELS[FindingState.DUE]), tuple(_in_full(watched, due)) or _none())
    kept = of[FindingState.KEPT]
    yield PaperSection(Said.words(STATE_LABELS[FindingState.KEPT]), tuple(_kept(watched, kept)) or _none())
    yield PaperSection(Said.words(N_("What the Declaration leaves open")), tuple(_open(watched)))
    closing = (Para(Said.words(UNKNOWN)), _found_in(watched, unjudged)) if unjudged else _none()
    yield PaperSection(Said.words(STATE_LABELS[FindingState.NOT_JUDGED]), closing)
    yield PaperSection(Said.words(N_("All rules in their order")), (_overview(watched),))


def _none() -> tuple[Block, ...]:
    return (Para(Said.words(ALL_WELL)),)


def _titled(watched: Watched, rule: Rule) -> Said:
    return Said.by(
        lambda words: words.pgettext("rule", "{number} {title}").format(
            number=rule.number, title=watched.called(rule, words)
        )
    )


def _in_full(watched: Watched, answers: Iterable[RuleAnswer]) -> Iterator[Block]:
    """Each rule with its section, every finding with its reasons, every remark, and the facts of what is not kept.

    What the secretariat has to do is its own: the window says it, a statement does not.
    """
    for answer in answers:
        yield Heading(_titled(watched, answer.rule))
        yield Para(Said.words(answer.rule.section), style=Style.ITALIC)
        found = (one for one in answer.gravest_first if one.state is not FindingState.KEPT or one.remark)
        for label, alike in groupby(found, key=lambda one: one.label):
            yield from _told(tuple(alike), NOTHING if label == answer.label else Said.words(label))
        broken = answer.among(FindingState.NOT_KEPT)
        if rows := tuple(_facts(broken)):
            heads = (N_("Of what"), N_("Fact"), N_("On record"))
            columns = tuple(Column(Said.words(head), share) for head, share in zip(heads, (3, 3, 4), strict=True))
            yield DataTable(columns, rows, alphabetical=of_states(broken))


def _told(alike: tuple[Finding, ...], label: Said) -> Iterator[Block]:
    """What was found with one answer, which *label* says where the rule has another; each reason below what it is of.

    Meetings and mandates stand in their order, as in the table of their facts. Findings about States stand in the
    alphabetical order of the language, those with a reason after the others.
    """
    ordered = sorted(alike, key=_has_reason) if of_states(alike) else alike
    for reasoned, run in groupby(ordered, key=_has_reason):
        if not reasoned:
            yield Listing(tuple(Entry(said, label) for said in _in_turn(tuple(run))))
            continue
        for finding in run:
            yield Listing((Entry(Said.by(finding.message.said_in), label),))
            for one in finding.exceptions:
                yield Para(Said.of(one.reason), lead=Said.words(N_("Reason:")), style=Style.INDENTED)
                yield Para(Said.by(partial(_noted, one)), style=Style.INDENTED)


def _has_reason(finding: Finding) -> bool:
    return bool(finding.exceptions)


def _in_turn(findings: tuple[Finding, ...]) -> Iterator[Said]:
    """The findings one after the other, in the reading order of each language."""
    ordered = (
        [one.message.said_in(words) for one in in_reading_order(findings, words)] for words in map(catalog, Language)
    )
    return (Said(*said) for said in zip(*ordered, strict=True))


def _facts(findings: Iterable[Finding]) -> Iterator[tuple[Said, ...]]:
    """The facts that findings rest on, without the secretariat's own notes; practices have their own section."""
    for finding in findings:
        for fact in finding.facts:
            if not fact.note and fact.name not in OF_PRACTICE:
                yield Said.by(finding.subject.said_in), Said.words(fact.name), Said.by(fact.said_in)


def _noted(one: RuleException, words: Catalog) -> str:
    """By whom and when a reason was noted, and from when to when it applies where that is not from then on."""
    first, last, day = words.date(one.period.start), one.period.last_day, words.date(one.noted_on)
    if last is not None:
        frame = words.gettext("Noted by: {function}, {date}. The reason applies from {first} to {last}.")
        return frame.format(function=one.noted_by, date=day, first=first, last=words.date(last))
    if one.period.start == one.noted_on:
        return words.gettext("Noted by: {function}, {date}.").format(function=one.noted_by, date=day)
    frame = words.gettext("Noted by: {function}, {date}. The reason applies from {first}.")
    return frame.format(function=one.noted_by, date=day, first=first)


def _kept(watched: Watched, answers: Iterable[RuleAnswer]) -> Iterator[Block]:
    """The rules that are kept with what was found: those of the Declaration's sections, then the silent ones."""
    ordered = sorted(answers, key=lambda one: (one.rule.silent, _first_of(one.rule)))
    for silent, alike in groupby(ordered, key=lambda one: one.rule.silent):
        if silent:
            yield Heading(Said.words(N_("Where the Declaration is silent")))
        yield _found_in(watched, alike)


def _found_in(watched: Watched, answers: Iterable[RuleAnswer]) -> DataTable:
    """Rules with what was found under them."""
    columns = (
        Column(Said.words(N_("Rule")), 1),
        Column(Said.words(N_("What it says")), 4.2),
        Column(Said.words(N_("What was found")), 6.4),
    )
    rows = tuple(
        (Said.same(one.rule.number), watched.titled(one.rule), Said.by(partial(_found, one))) for one in answers
    )
    return DataTable(columns, rows)


def _first_of(rule: Rule) -> int:
    """Where a rule's section stands first: sections keep the order of the rules."""
    return next(place for place, one in enumerate(RULES) if one.section == rule.section)


def _found(answer: RuleAnswer, words: Catalog) -> str:
    """What was found under a rule: every remark, of much else the last findings; a remark is called so.

    It stands in the reading order of the language, as on the screen.
    """
    ordered = in_reading_order(answer.findings, words)
    plain = [one for one in answer.findings if not one.remark]
    left = max(0, len(plain) - max(0, TOLD - (len(answer.findings) - len(plain))))
    said = [one.message.said_in(words) for one in ordered if one not in plain[:left]]
    if left:
        said.append(words.ngettext("The same holds in {n} more case.", "The same holds in {n} more cases.", left)
                    .format(n=words.number(left)))  # fmt: skip
    frame = words.gettext("Reason: {reason}")
    reasons = (one.reason for finding in ordered for one in finding.exceptions)
    found = " ".join((*said, *(frame.format(reason=one.best(words.language)) for one in reasons)))
    if not answer.remarked:
        return found
    return words.pgettext("answer and what was found", "{answer}. {found}").format(
        answer=words.gettext(REMARKED), found=found
    )


# ---- what the Declaration leaves open ----


def _open(watched: Watched) -> Iterator[Block]:
    yield Para(Said.words(N_("These are practices, not rules of the Declaration; the Network may decide otherwise.")))
    columns = (
        Column(Said.words(N_("Rule")), 1),
        Column(Said.words(N_("Question")), 2.4),
        Column(Said.words(N_("Practice in force")), 4.6),
        Column(Said.words(N_("Source")), 3.6),
    )
    yield DataTable(columns, tuple(row for rule in RULES for row in _practices(rule, watched.practices)))
    yield Note(Said.words(N_("Where no day is named, the usual answer holds, because nothing else was chosen.")))


def _practices(rule: Rule, practices: Practices) -> Iterator[tuple[Said, ...]]:
    """What holds under a rule: the answer to its open question, and the default of one that has none."""
    question = BY_RULE.get(rule.number)
    if question is not None:
        yield _answer_in_force(rule, question, practices)
    if rule.practice is not None and (question is None or rule.number in BESIDE):
        source = Phrase(rule.practice.source, {"numbers": rule.practice.numbers})
        yield _row(rule, rule.title, Phrase(rule.practice.default), source)


def _answer_in_force(rule: Rule, question: OpenQuestion, practices: Practices) -> tuple[Said, ...]:
    way, choice = practices.way(question.question), practices.choice(question.question)
    sentence = Phrase(way.sentence)
    if choice is not None:
        sentence = _chosen(sentence, choice)
    return _row(rule, question.title, sentence, way.source_said)


def _chosen(sentence: Phrase, choice: Choice) -> Phrase:
    """Since when an answer holds, by whom it is known, and why: the reason as it was typed, in one language."""
    frame = N_("{practice} Since {date}, by decision of the Network.")
    if choice.decision is None:
        frame = N_("{practice} Since {date}, as noted by the secretariat; no decision is recorded.")
    said = Phrase(frame, {"practice": sentence, "date": choice.since})
    if not choice.reason:
        return said
    frame = N_("{practice} Reason, as it was noted: “{reason}”.")
    return Phrase(frame, {"practice": said, "reason": choice.reason.removesuffix(".")})


def _row(rule: Rule, title: str, sentence: Sayable, source: Sayable) -> tuple[Said, ...]:
    said: Callable[[Sayable], Said] = lambda one: Said.by(one.said_in)  # noqa: E731
    return Said.same(rule.number), Said.words(title), said(sentence), said(source)


# ---- all rules ----


def _overview(watched: Watched) -> DataTable:
    columns = (
        Column(Said.words(N_("Rule")), 1),
        Column(Said.words(N_("What it says")), 4.2),
        Column(Said.words(N_("Section")), 3.8),
        Column(Said.words(N_("Answer")), 3),
    )
    rows = tuple(
        (
            Said.same(one.rule.number),
            watched.titled(one.rule),
            Said.words(one.rule.section),
            Said.words(_label(one)),
        )
        for one in watched.answers
    )
    return DataTable(columns, rows)
