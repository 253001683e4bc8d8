"""Findings as lines of plain text: by the sections of the Declaration, with a summary as the last line."""

from collections import Counter
from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.compliance.findings import (
    STATE_LABELS,
    Finding,
    FindingState,
    RuleAnswer,
    by_rule,
    in_reading_order,
)
from nmirf_desktop.i18n import Catalog


def told(findings: Iterable[Finding], words: Catalog) -> Iterator[str]:
    """A heading for each section, a line for each finding and for each reason, then how many rules are kept."""
    answers = by_rule(findings)
    sections = dict.fromkeys(answer.rule.section for answer in answers)
    for section in sections:
        yield words.gettext(section)
        for answer in answers:
            if answer.rule.section == section:
                for finding in in_reading_order(answer.findings, words):
                    yield f"  {finding.line(words)}"
                    yield from _reasons(finding, words)
        yield ""
    yield summary(answers, words)


def _reasons(finding: Finding, words: Catalog) -> Iterator[str]:
    for one in finding.exceptions:
        pattern = words.gettext("Reason: {reason} (noted by: {function}, {date})")
        reason, day = one.reason.best(words.language), words.date(one.noted_on)
        yield "      " + pattern.format(reason=reason, function=one.noted_by, date=day)


def summary(answers: Iterable[RuleAnswer], words: Catalog) -> str:
    """How many rules have each answer, in one line; of those that are kept, how many with a remark."""
    known = tuple(answers)
    counted, remarked = Counter(one.state for one in known), sum(one.remarked for one in known)
    pattern = words.pgettext("rules of one answer", "{state}: {n}")
    parts = [
        pattern.format(state=words.gettext(label), n=words.number(counted[state]))
        for state, label in STATE_LABELS.items()
    ]
    if remarked:
        kept = tuple(STATE_LABELS).index(FindingState.KEPT)
        parts[kept] += " " + words.gettext("({n} with a remark)").format(n=words.number(remarked))
    return words.pgettext("facts in a row", " · ").join(parts)
