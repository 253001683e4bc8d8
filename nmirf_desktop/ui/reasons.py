"""The reasons that are noted of findings, as rows under the finding, with what can be done to them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from nmirf_desktop.domain.compliance import Finding, RuleException
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone

NOTE = N_("Note the reason …")


@dataclass(frozen=True, slots=True)
class ReasonActs:
    """What can be done: *note* one of a finding, *correct* one, *remove* one."""

    note: Callable[[Finding], object]
    correct: Callable[[Finding, RuleException], object]
    remove: Callable[[RuleException], object]


def reason_rows(finding: Finding, words: Catalog, acts: ReasonActs | None) -> tuple[FactRow, ...]:
    """A row for each reason of a finding; where there is none and one can be noted, the offer to do so."""
    rows = tuple(_row(finding, one, words, acts) for one in finding.exceptions)
    if rows or acts is None or not finding.explicable:
        return rows
    said = words.gettext("No reason is noted.")
    return (FactRow((said,), offers=(Offer(NOTE, partial(acts.note, finding)),), muted=True),)


def _row(finding: Finding, one: RuleException, words: Catalog, acts: ReasonActs | None) -> FactRow:
    offers: tuple[Offer, ...] = ()
    if acts is not None:
        offers = (
            Offer(N_("Correct …"), partial(acts.correct, finding, one)),
            Offer(N_("Remove the reason"), partial(acts.remove, one)),
        )
    said = words.gettext("Reason: {reason}").format(reason=one.reason.best(words.language))
    return FactRow(
        (said,), note=noted(one, words), mark=Mark("message-square", Tone.NEUTRAL), offers=offers, key=one.key
    )


def noted(one: RuleException, words: Catalog) -> str:
    """Who noted a reason and when, and in which period it holds."""
    parts = [words.gettext("noted by: {function}, {date}").format(
        function=one.noted_by, date=words.date(one.noted_on)
    )]  # fmt: skip
    last = one.period.last_day
    if last is None:
        parts.append(words.gettext("holds from {first} on").format(first=words.date(one.period.start)))
    else:
        span = words.gettext("holds from {first} to {last}")
        parts.append(span.format(first=words.date(one.period.start), last=words.date(last)))
    return words.pgettext("facts in a row", " · ").join(parts)
