"""R42: what the Network did serves its six objectives, counted year by year."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from nmirf_desktop.domain.activities import Activity
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, Judged, JudgedKind, not_judged
from nmirf_desktop.domain.compliance.records import counted
from nmirf_desktop.domain.objectives import OBJECTIVE_BRIEFS, Objective
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Listed, Phrase
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_

SERVED_BY = {
    Objective.CREATION: N_("Objective 1"),
    Objective.CAPACITIES: N_("Objective 2"),
    Objective.EXCHANGE: N_("Objective 3"),
    Objective.COOPERATION: N_("Objective 4"),
    Objective.HUMAN_RIGHTS_SYSTEM: N_("Objective 5"),
    Objective.KNOWLEDGE_HUB: N_("Objective 6"),
}
"""The facts of a year: how many activities, items of agendas and decisions served each objective."""
NOTHING = N_("No activity is recorded yet, and no item of an agenda has an objective.")
RECORD = N_("Record the activities of the Network with the objectives that they served, and choose those of the items.")
ALL = N_("{year}: each of the six objectives was served by an activity, an item of an agenda or a decision.")
ALL_SO_FAR = N_(
    "{year} so far: each of the six objectives was served by an activity, an item of an agenda or a decision."
)
SOME = N_("{year}: no activity, item of an agenda or decision served: {objectives}.")
SOME_SO_FAR = N_("{year} so far: no activity, item of an agenda or decision served: {objectives}.")
ADVICE = N_("It is no fault: record what served them, or say in the annual review why nothing did.")
ADVICE_SO_FAR = N_("Plan for them while the year lasts, or record what served them.")
UNTAGGED = N_("{year}: activities without an objective: {n}.")
TAG = N_("Choose for each the objectives that it served.")

Work = Activity | AgendaItem | Decision


@dataclass(slots=True)
class _Year:
    """What was done in a year, by the objectives that it served; *untagged* are the activities that have none."""

    served: dict[Objective, list[Work]] = field(default_factory=lambda: {one: [] for one in Objective})
    untagged: list[Activity] = field(default_factory=list)

    def take(self, work: Work, objectives: tuple[Objective, ...]) -> None:
        """Count a piece of work for each objective that it served."""
        for one in objectives:
            self.served[one].append(work)


def r42(evidence: Evidence) -> Iterator[Finding]:
    """*Objectives*, R42: how often each was served in a year; one that never was is said, and is no fault.

    An activity counts in the year in which it began, an item in that of its meeting once that has opened, a decision
    with the objectives of the item under which it was adopted. The years count from the first in which work was tagged
    or an activity recorded.
    """
    years = _years(evidence)
    if not years:
        yield not_judged("R42", Phrase(NOTHING), Phrase(RECORD))
        return
    for year in range(min(years), evidence.on.year + 1):
        yield from _said(evidence, year, years.get(year, _Year()))


def _years(evidence: Evidence) -> dict[int, _Year]:
    found: dict[int, _Year] = {}
    for activity in evidence.facts.activities:
        year = found.setdefault(activity.begins_on.year, _Year())
        year.take(activity, activity.objectives)
        if not activity.objectives:
            year.untagged.append(activity)
    tagged = {one.key: one for one in evidence.facts.items if one.objectives}
    for item in tagged.values():
        meeting = evidence.meeting.get(item.meeting)
        if meeting is not None and meeting.opens_on <= evidence.on:
            found.setdefault(meeting.opens_on.year, _Year()).take(item, item.objectives)
    for decision in evidence.decisions:
        if (under := tagged.get(decision.item)) is not None:
            found.setdefault(decision.adopted_on.year, _Year()).take(decision, under.objectives)
    return found


def _said(evidence: Evidence, year: int, work: _Year) -> Iterator[Finding]:
    subject = Judged(JudgedKind.WORK, str(year), str(year))
    lasts = year == evidence.on.year
    facts = tuple(counted(evidence, SERVED_BY[one], served) for one, served in work.served.items())
    unserved = [one for one, served in work.served.items() if not served]
    names = Listed(tuple(Phrase(OBJECTIVE_BRIEFS[one]) for one in unserved))
    values: dict[str, object] = {"year": str(year), "objectives": names}
    message, advice = Phrase(ALL_SO_FAR if lasts else ALL, values), NOTHING_TO_SAY
    if unserved:
        message = Phrase(SOME_SO_FAR if lasts else SOME, values)
        advice = Phrase(ADVICE_SO_FAR if lasts else ADVICE)
    yield Finding("R42", FindingState.KEPT, subject, message, advice, facts)
    if work.untagged:
        said = Phrase(UNTAGGED, {"year": str(year), "n": len(work.untagged)})
        without: Fact = counted(evidence, N_("Activities without an objective"), work.untagged)
        yield Finding("R42", FindingState.KEPT, subject, said, Phrase(TAG), (without,), part="untagged")
