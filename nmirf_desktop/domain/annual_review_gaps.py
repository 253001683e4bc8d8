"""The texts of an annual review that are not ready: those of the records that it tells of, and what was written."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nmirf_desktop.domain.action_plans import PlannedAction
from nmirf_desktop.domain.annual_review import PART_TITLES, ReviewFacts, Told
from nmirf_desktop.domain.annual_review_ahead import coming_actions, open_follow_ups, unfinished
from nmirf_desktop.domain.annual_review_shared import named_contributions
from nmirf_desktop.domain.annual_review_work import (
    done_planned,
    due_last,
    given_up,
    late_actions,
    late_planned,
    undated,
)
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.gaps import Gap, of_texts
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.rule_changes import FIGURES
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import as_adopted
from nmirf_desktop.i18n import N_, Language

OF_RECORD = N_("{part} “{name}”: {what}")
TITLE, PLACE, RESULT, NAME, DONE = N_("title"), N_("place"), N_("result"), N_("name"), N_("what was done")
RESPONSIBLE, EVIDENCE, REASON = N_("who is responsible"), N_("evidence"), N_("reason")
WRITTEN = N_("{part}: paragraph written by hand")


class _Part(NamedTuple):
    """A text with its place; where it is mended, and the *field* there.

    *own* tells it from others that are mended in the same place: the key of a decision, the key and field of an action.
    """

    where: Phrase
    text: Trilingual
    topic: Subject
    record: Key
    field: str
    own: str = ""


def of_review(facts: ReviewFacts, told: Iterable[Told]) -> tuple[Gap, ...]:
    """The gaps of a review, in the order of its parts."""
    return of_texts(one[:5] for one in _once(facts, told))


def unreviewed(facts: ReviewFacts, told: Iterable[Told]) -> int:
    """How many texts, each language by itself, are there that nobody has reviewed."""
    return drafted(one.text for one in _once(facts, told))


def drafted(texts: Iterable[Trilingual]) -> int:
    """How many of some texts, each language by itself, nobody has reviewed."""
    return sum(text.state(one) is TextState.DRAFT for text in texts for one in Language)


def places_printed(facts: ReviewFacts, told: Iterable[Told]) -> frozenset[tuple[Key, str]]:
    """Where each text stands that a review prints: its record and the field there; of a decision its proposal."""
    proposals = {one.key: one.proposal for one in facts.decisions}
    found = set()
    for one in _printed(facts, told):
        if one.topic is Subject.REVIEW:
            continue
        key, _, field = one.own.partition(":")
        found.add((proposals.get(key, key), field or "title") if key else (one.record, one.field))
    return frozenset(found | {(one.kept.key, "text") for one in told if one.kept is not None and one.written})


def _once(facts: ReviewFacts, told: Iterable[Told]) -> Iterable[_Part]:
    """What is printed, each text once: an action may be told as overdue, and as one that remains to be done."""
    return {(one.topic, one.record, one.field, one.own): one for one in _printed(facts, told)}.values()


def _printed(facts: ReviewFacts, told: Iterable[Told]) -> Iterator[_Part]:
    """What the review prints of the records, then what was written by hand."""
    for part in (_activities, _shared, _partners, _work, _rules, _ahead):
        yield from part(facts)
    for one in told:
        if one.written:
            where = Phrase(WRITTEN, {"part": Phrase(PART_TITLES[one.part])})
            yield _Part(where, one.text, Subject.REVIEW, place_in_review(facts, one), "text")


def place_in_review(facts: ReviewFacts, one: Told) -> str:
    """The key of a paragraph: its period and its slot."""
    return f"{facts.period.written()}:{one.slot}"


def _of(what: str, name: Trilingual, title: str) -> Phrase:
    return Phrase(OF_RECORD, {"part": Phrase(title), "what": Phrase(what), "name": Content(name)})


def _activities(facts: ReviewFacts) -> Iterator[_Part]:
    for line in facts.activities:
        one = line.activity
        for what, text, field in (
            (TITLE, one.title, "title"),
            (PLACE, one.place, "place"),
            (RESULT, one.result, "result"),
        ):
            yield _Part(_of(what, one.title, N_("Activity")), text, Subject.ACTIVITIES, one.key, field)


def _shared(facts: ReviewFacts) -> Iterator[_Part]:
    for practice in (*facts.practices, *facts.agreed):
        if practice.consents(facts.on):
            where = _of(TITLE, practice.title, N_("Good practice"))
            yield _Part(where, practice.title, Subject.PRACTICES, practice.key, "title")
    for line in named_contributions(facts):
        where = _of(TITLE, line.contribution.title, N_("Contribution"))
        yield _Part(where, line.contribution.title, Subject.CONTRIBUTIONS, line.key, "title")


def _partners(facts: ReviewFacts) -> Iterator[_Part]:
    both = facts.partnerships
    took_part = {one.key: one for line in facts.activities for one in line.partners}
    for partner in {**both.partners, **facts.recipients, **took_part}.values():
        yield _Part(_of(NAME, partner.name, N_("Partner")), partner.name, Subject.PARTNERS, partner.key, "name")
    for one in both.held:
        where = _of(TITLE, both.partners[one.partner].name, N_("Partnership"))
        yield _Part(where, one.title, Subject.PARTNERS, one.key, "title")
    for note in both.notes:
        where = _of(DONE, both.partners[note.partner].name, N_("Partnership"))
        yield _Part(where, note.text, Subject.PARTNERS, note.key, "text")
    for entry in facts.support.entries:
        yield _Part(_of(DONE, entry.text, N_("Support of OHCHR")), entry.text, Subject.PARTNERS, entry.key, "text")


def _work(facts: ReviewFacts) -> Iterator[_Part]:
    for meeting in facts.meetings:
        for what, text, field in ((TITLE, meeting.title, "title"), (PLACE, meeting.place, "place")):
            yield _Part(_of(what, meeting.title, N_("Meeting")), text, Subject.MEETINGS, meeting.key, field)
    for decision in facts.decisions:
        where = Phrase(N_("Decision {name}"), {"name": decision_name(decision)})
        title = as_adopted(decision.title, decision.language)
        yield _Part(where, title, Subject.VOTES, decision.meeting, "", decision.key)
    for action in late_actions(facts):
        for what, text, field in ((TITLE, action.title, "title"), (RESPONSIBLE, action.responsible, "responsible")):
            where = _of(what, action.title, N_("Follow-up action"))
            yield _Part(where, text, Subject.MEETINGS, action.meeting, "", f"{action.key}:{field}")
    for one in facts.plans:
        yield _Part(_of(TITLE, one.plan.title, N_("Action plan")), one.plan.title, Subject.PLANS, one.plan.key, "title")
        for actions, what, field in (
            (done_planned(one, facts), EVIDENCE, "evidence"),
            (given_up(one, facts), REASON, "reason"),
            (given_up(one, facts), EVIDENCE, "evidence"),
            (late_planned(one, facts), RESPONSIBLE, "responsible"),
            (due_last(one, facts), RESPONSIBLE, "responsible"),
            (undated(one, facts), RESPONSIBLE, "responsible"),
        ):
            for planned in actions:
                yield from _of_planned(planned, TITLE, "title")
                yield from _of_planned(planned, what, field)


def _of_planned(planned: PlannedAction, what: str, field: str) -> Iterator[_Part]:
    """The text in a field of an action of a plan."""
    text: Trilingual = getattr(planned, field)
    yield _Part(_of(what, planned.title, N_("Action")), text, Subject.PLANS, planned.key, field)


def _rules(facts: ReviewFacts) -> Iterator[_Part]:
    """*Nature*, R46: why each number was changed."""
    for one in facts.rule_changes:
        named = {"part": Phrase(N_("Change of the rules")), "name": Phrase(FIGURES[one.figure].title)}
        yield _Part(Phrase(OF_RECORD, {**named, "what": Phrase(REASON)}), one.reason, Subject.RULES, one.key, "reason")


def _ahead(facts: ReviewFacts) -> Iterator[_Part]:
    """What is printed of the year to come."""
    for planned in (*unfinished(facts), *coming_actions(facts)):
        yield from _of_planned(planned, TITLE, "title")
        yield from _of_planned(planned, RESPONSIBLE, "responsible")
    for action in open_follow_ups(facts):
        for what, text, field in ((TITLE, action.title, "title"), (RESPONSIBLE, action.responsible, "responsible")):
            where = _of(what, action.title, N_("Follow-up action"))
            yield _Part(where, text, Subject.MEETINGS, action.meeting, "", f"{action.key}:{field}")
    for meeting in facts.ahead.meetings:
        where = _of(TITLE, meeting.title, N_("Meeting"))
        yield _Part(where, meeting.title, Subject.MEETINGS, meeting.key, "title")
