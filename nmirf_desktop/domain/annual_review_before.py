"""What is to be known of an annual review, or to be completed, before it leaves the house."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.annual_review import PART_TITLES, ReviewFacts, Told
from nmirf_desktop.domain.annual_review_drafts import unserved, without_objective
from nmirf_desktop.domain.annual_review_gaps import place_in_review, unreviewed
from nmirf_desktop.domain.annual_review_rules import decided_by
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.objectives import OBJECTIVE_BRIEFS
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.rule_changes import FIGURES
from nmirf_desktop.i18n import N_

UNSERVED = N_("No activity of the period serves this objective: {objective}.")
NO_OBJECTIVE = N_("The partnership with “{partner}” serves no objective yet.")
UNCONSENTED = N_("“{practice}” of {state} went out without the consent of the State; the review does not name it.")
NOT_DECIDED = N_("{title}: {number} from {day} on is noted without a decision; the review says so.")
NOT_TOLD = N_("{title}: {number} from {day} on is noted without a decision; the review does not mention it.")
CHANGED = N_("Paragraphs written by hand whose facts have changed since: {n}. The screen “Annual review” lists them.")
LACKING = {
    Missing.OBJECTIVE: N_("Activities without an objective: {n}. The screen “Annual review” lists them."),
    Missing.RESULT: N_("Activities without a result: {n}. The screen “Annual review” lists them."),
}
LACKS = {Missing.OBJECTIVE: N_("Activity “{name}”: no objective"), Missing.RESULT: N_("Activity “{name}”: no result")}
FIELDS = {Missing.OBJECTIVE: "objectives", Missing.RESULT: "result"}
CHANGED_ONE = N_("{part}: the facts of a paragraph written by hand have changed since")
UNREVIEWED = N_("Texts that nobody has reviewed yet, each language by itself: {n}. They are listed under Texts.")


@dataclass(frozen=True, slots=True)
class Lack:
    """What is to be known or completed, in words; the record in which it is mended, and the *field* of its form.

    *texts* are mended where all texts are.
    """

    said: Phrase
    topic: Subject | None = None
    record: Key = ""
    field: str = ""
    texts: bool = False


def review_cautions(facts: ReviewFacts, told: Iterable[Told]) -> tuple[Phrase, ...]:
    """*Objectives*, R42 to R44: what is to be known before the review leaves the house; what is many is counted."""
    paragraphs = tuple(told)
    found = [one.said for one in _known(facts)]
    for what, message in LACKING.items():
        if number := sum(what in line.missing for line in facts.activities):
            found.append(Phrase(message, {"n": number}))
    if changed := sum(one.outdated for one in paragraphs):
        found.append(Phrase(CHANGED, {"n": changed}))
    found += [one.said for one in _unreviewed(facts, paragraphs)]
    return tuple(found)


def lacks(facts: ReviewFacts, told: Iterable[Told]) -> tuple[Lack, ...]:
    """The same, each by itself with the place where it is mended; texts that a language lacks are gaps."""
    paragraphs = tuple(told)
    return (*_known(facts), *_of_activities(facts), *_changed(facts, paragraphs), *_unreviewed(facts, paragraphs))


def _known(facts: ReviewFacts) -> Iterator[Lack]:
    for objective in () if facts.empty else unserved(facts):
        yield Lack(Phrase(UNSERVED, {"objective": Phrase(OBJECTIVE_BRIEFS[objective])}))
    for one in without_objective(facts):
        said = Phrase(NO_OBJECTIVE, {"partner": Content(facts.partnerships.partners[one.partner].name)})
        yield Lack(said, Subject.PARTNERS, one.key, "objectives")
    for practice in facts.unconsented:
        said = Phrase(UNCONSENTED, {"practice": Content(practice.title), "state": facts.states[practice.state]})
        yield Lack(said, Subject.PRACTICES, practice.key, "consented_on")
    yield from _of_rules(facts)


def _of_rules(facts: ReviewFacts) -> Iterator[Lack]:
    """*Nature*, R46: each number that no decision changed; of the year to come, only what is decided is told."""
    for message, changes in ((NOT_DECIDED, facts.rule_changes), (NOT_TOLD, facts.ahead.rule_changes)):
        for one in changes:
            named = {"title": Phrase(FIGURES[one.figure].title), "number": one.number, "day": one.since}
            if decided_by(one, facts) is None:
                yield Lack(Phrase(message, named), Subject.SETTINGS, one.key)


def _of_activities(facts: ReviewFacts) -> Iterator[Lack]:
    for line in facts.activities:
        for what, message in LACKS.items():
            if what in line.missing:
                said = Phrase(message, {"name": Content(line.activity.title)})
                yield Lack(said, Subject.ACTIVITIES, line.key, FIELDS[what])


def _changed(facts: ReviewFacts, told: Iterable[Told]) -> Iterator[Lack]:
    for one in told:
        if one.outdated:
            said = Phrase(CHANGED_ONE, {"part": Phrase(PART_TITLES[one.part])})
            yield Lack(said, Subject.REVIEW, place_in_review(facts, one))


def _unreviewed(facts: ReviewFacts, told: Iterable[Told]) -> Iterator[Lack]:
    if number := unreviewed(facts, told):
        yield Lack(Phrase(UNREVIEWED, {"n": number}), texts=True)
