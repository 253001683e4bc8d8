"""The paragraphs of an annual review on the Declaration's own numbers that a decision changed (*Nature*, R46)."""

from collections.abc import Iterator
from functools import partial

from nmirf_desktop.domain import annual_review_counts as said
from nmirf_desktop.domain.annual_review import ReviewFacts
from nmirf_desktop.domain.annual_review_counts import Sentence
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.phrases import Quoted
from nmirf_desktop.domain.rule_changes import FIGURES, Figure, RuleChange
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.i18n.stops import without_stop

ADOPTED = N_("{change} (in the Declaration as adopted: {adopted}).")


def rules(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    """The numbers that began to hold in the period, each as a sentence."""
    for one in facts.rule_changes:
        yield f"change:{one.key}", partial(_changed, one, facts)


def _changed(one: RuleChange, facts: ReviewFacts, words: Catalog) -> str:
    """What holds by which decision from which day on, what the Declaration says, and the reason where one is noted.

    Without a decision it is as noted by the secretariat, as the Statement of compliance says. The reason is the
    original, so marked, where a language has none.
    """
    decision = decided_by(one, facts)
    change = changed_said(one, decision, words)
    adopted = FIGURES[one.figure].adopted
    counted = said.counting(words, _so_many(one.figure, adopted, words), adopted)
    told = words.gettext(ADOPTED).format(change=sentence_start(change), adopted=counted)
    if decision is None:
        told = words.gettext("{found} As noted by the secretariat; no decision is recorded.").format(found=told)
    if not one.reason:
        return told
    reason = without_stop(Quoted(one.reason).said_in(words).strip())
    noted = words.gettext("Reason noted: “{reason}”.").format(reason=reason)
    return f"{told} {noted}"


def changed_said(one: RuleChange, decision: Decision | None, words: Catalog) -> str:
    """What holds from which day on, by which decision, as a sentence without its capital and its stop."""
    change = said.counting(words, _holding(one, words), one.number, date=words.date(one.since))
    if decision is None:
        return change
    pattern = words.gettext("By decision {decision}, {change}")
    return pattern.format(decision=decision_name(decision), change=change)


def decided_by(one: RuleChange, facts: ReviewFacts) -> Decision | None:
    """The decision that changed a number; ``None`` where none is recorded."""
    return None if one.decision is None else facts.rule_decisions.get(one.decision)


def _holding(one: RuleChange, words: Catalog) -> str:
    """What holds, as a sentence without its capital and its stop."""
    match one.figure:
        case Figure.SEATS_LEAST:
            return words.ngettext(
                "the Executive Committee has at least one seat from {date} on",
                "the Executive Committee has at least {n} seats from {date} on",
                one.number,
            )
        case Figure.SEATS_MOST:
            return words.ngettext(
                "the Executive Committee has at most one seat from {date} on",
                "the Executive Committee has at most {n} seats from {date} on",
                one.number,
            )
        case Figure.TERM_YEARS:
            return words.ngettext(
                "mandates of the Executive Committee that begin from {date} on last one year",
                "mandates of the Executive Committee that begin from {date} on last {n} years",
                one.number,
            )
        case Figure.NOTICE_MONTHS:
            return words.ngettext(
                "the agenda is sent one month before a meeting from {date} on",
                "the agenda is sent {n} months before a meeting from {date} on",
                one.number,
            )


def held_anew(one: RuleChange, words: Catalog) -> str:
    """What a change makes hold, as a sentence without its day, its capital and its stop."""
    return said.counting(words, _anew(one, words), one.number)


def _anew(one: RuleChange, words: Catalog) -> str:
    match one.figure:
        case Figure.SEATS_LEAST:
            return words.ngettext(
                "the Executive Committee has at least one seat", "the Executive Committee has at least {n} seats",
                one.number,
            )  # fmt: skip
        case Figure.SEATS_MOST:
            return words.ngettext(
                "the Executive Committee has at most one seat", "the Executive Committee has at most {n} seats",
                one.number,
            )  # fmt: skip
        case Figure.TERM_YEARS:
            return words.ngettext(
                "new mandates of the Executive Committee last one year",
                "new mandates of the Executive Committee last {n} years",
                one.number,
            )
        case Figure.NOTICE_MONTHS:
            return words.ngettext(
                "the agenda is sent one month before a meeting", "the agenda is sent {n} months before a meeting",
                one.number,
            )  # fmt: skip


def _so_many(figure: Figure, number: int, words: Catalog) -> str:
    """A number with what it counts."""
    match figure:
        case Figure.SEATS_LEAST | Figure.SEATS_MOST:
            return words.ngettext("one seat", "{n} seats", number)
        case Figure.TERM_YEARS:
            return words.ngettext("one year", "{n} years", number)
        case Figure.NOTICE_MONTHS:
            return words.ngettext("one month", "{n} months", number)
