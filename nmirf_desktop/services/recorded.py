"""Reading a meeting with all that was recorded of it, for its minutes and documents."""

import datetime
import math
from collections.abc import Iterable, Mapping
from itertools import chain

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.attributions import told, untold
from nmirf_desktop.domain.drafted import fact_of
from nmirf_desktop.domain.meetings import Meeting, in_order, previous_meeting
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.participants import Answer, Invitee
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting, as_of
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Proposal, Vote
from nmirf_desktop.domain.votings import outside
from nmirf_desktop.services.decisions_kept import decisions_kept
from nmirf_desktop.services.nominations import nominated_at
from nmirf_desktop.services.proposals import numbers_given
from nmirf_desktop.services.reopenings import reopenings
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.amendments import AMENDMENTS, PARTS, SPONSORSHIPS, TEXT_MOTIONS, TEXT_VERSIONS
from nmirf_desktop.storage.committees import COORDINATIONS, SEATS, TERMS
from nmirf_desktop.storage.dispatches import sendings_of
from nmirf_desktop.storage.elections import BALLOTS, CANDIDATES, CORRECTIONS, ELECTIONS
from nmirf_desktop.storage.floor import MOTIONS, PAUSES, POINTS_OF_ORDER
from nmirf_desktop.storage.journal import ENTRIES, LINES, Line
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS, OFFICERS, SITTINGS
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS, approval_entry
from nmirf_desktop.storage.participants import INVITEES, PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Session
from nmirf_desktop.storage.voting import (
    CONSENSUS_CALLS,
    DECISIONS,
    DECISIONS_GONE,
    DRAWS,
    INTERVENTIONS,
    POSITIONS,
    PRESENCE,
    PROPOSALS,
    TOTALS_CORRECTIONS,
    VOTES,
)
from nmirf_desktop.storage.watch import CHOICES, RULE_CHANGES


def read_meeting(session: Session, key: Key, states: States) -> RecordedMeeting:
    """One meeting and its facts in one snapshot, the *states* as named on its day.

    Raises ``LookupError`` where there is no such meeting.
    """
    meeting = MEETINGS.get(session, key)
    proposals, votes = PROPOSALS.all(session, meeting=key), VOTES.all(session, meeting=key)
    officers, items = OFFICERS.all(session, meeting=key), ITEMS.all(session, meeting=key)
    elections = ELECTIONS.all(session, meeting=key)
    again = reopenings(session, elections)
    stood = tuple(chain(*CANDIDATES.by(session, "election", (one.key for one in elections)).values()))
    ballots = tuple(chain(*BALLOTS.by(session, "election", (one.key for one in elections)).values()))
    drafts, taken = {one.key for one in proposals}, {one.key for one in votes}
    invitees, heard = INVITEES.all(session, meeting=key), INTERVENTIONS.all(session, meeting=key)
    motions = tuple(one for key in sorted(drafts) for one in TEXT_MOTIONS.all(session, proposal=key))
    return RecordedMeeting(
        meeting=meeting,
        states=states.on(as_of(meeting)),
        sittings=SITTINGS.all(session, meeting=key), items=items, dispatches=sendings_of(session, key),
        memberships=MEMBERSHIPS.all(session), terms=TERMS.all(session), seats=SEATS.all(session),
        coordinations=COORDINATIONS.all(session), presence=PRESENCE.all(session, meeting=key),
        interventions=told(heard), untold=untold(heard), proposals=proposals, draws=DRAWS.all(session, meeting=key),
        calls=tuple(one for one in CONSENSUS_CALLS.all(session) if one.proposal in drafts),
        votes=votes, totals_corrections=tuple(chain(*TOTALS_CORRECTIONS.by(session, "vote", sorted(taken)).values())),
        positions=tuple(one for vote in sorted(taken) for one in POSITIONS.all(session, vote=vote)),
        decisions=DECISIONS.all(session, meeting=key), decisions_gone=DECISIONS_GONE.all(session, meeting=key),
        officers=officers, people=tuple(PEOPLE.get(session, one.person) for one in officers if one.person is not None),
        motions=MOTIONS.all(session, meeting=key), points=POINTS_OF_ORDER.all(session, meeting=key),
        pauses=PAUSES.all(session, meeting=key), choices=CHOICES.all(session), rule_changes=RULE_CHANGES.all(session),
        invitees=invitees, excused_at=_excused_at(session, invitees),
        partners=tuple(PARTNERS.among(session, (one.partner for one in invitees)).values()),
        candidates=stood, ballots=ballots, elections=elections, reopenings=again,
        nominated_at=nominated_at(session, elections, (*stood, *(known for one in again for known in one.announced))),
        corrections=tuple(chain(*CORRECTIONS.by(session, "ballot", (one.key for one in ballots)).values())),
        amendments=tuple(one for key in sorted(drafts) for one in AMENDMENTS.all(session, proposal=key)),
        sponsorships=tuple(one for key in sorted(drafts) for one in SPONSORSHIPS.all(session, proposal=key)),
        text_motions=motions, worded=_worded(session, key, drafts),
        parts=tuple(one for motion in motions for one in PARTS.all(session, motion=motion.key)),
        text_versions=tuple(one for key in sorted(drafts) for one in TEXT_VERSIONS.all(session, proposal=key)),
        approved_here=_approved_here(session, items), approved_at=_approved_at(session, meeting, items),
        minutes_open=_minutes_open(session, meeting), numbers_gone=_numbers_gone(session, meeting, proposals, votes),
        **decisions_kept(session, key), secretariat_zone=ORGANISATION.get(session, "organisation").time_zone,
    )  # fmt: skip


def _approved_here(session: Session, items: Iterable[AgendaItem]) -> dict[Key, tuple[Meeting, ...]]:
    """The meetings whose minutes were approved under some items, by these, the earliest first."""
    minutes = MINUTES.all(session)
    under = {item.key: [one.meeting for one in minutes if one.item == item.key] for item in items}
    return {item: in_order(MEETINGS.among(session, own).values()) for item, own in under.items() if own}


def _approved_at(session: Session, meeting: Meeting, items: Iterable[AgendaItem]) -> dict[Key, datetime.datetime]:
    """When minutes were approved, by the journal, of those whose approval was recorded while a sitting was open."""
    sittings = tuple(SITTINGS.all(session, meeting=meeting.key))
    found = {}
    for before in (one for own in _approved_here(session, items).values() for one in own):
        entry = approval_entry(session, before.key)
        known = None if math.isinf(entry) else ENTRIES.first(session, sequence=int(entry))
        moment = None if known is None else datetime.datetime.fromisoformat(known.at)
        if moment is not None and any(one.opened_at for one in sittings) and not outside(moment, sittings):
            found[before.key] = moment
    return found


def _worded(session: Session, meeting: Key, drafts: Iterable[Key]) -> dict[Key, Trilingual]:
    """What the minutes of a meeting say of each amendment as it was submitted: in which languages somebody wrote it."""
    amended = any(AMENDMENTS.first(session, proposal=key) for key in drafts)
    minutes = MINUTES.first(session, meeting=meeting) if amended else None
    known = () if minutes is None else PARAGRAPHS.all(session, minutes=minutes.key)
    told = ((fact_of(one.slot), one.text) for one in known)
    return {key: text for (fact, key), text in told if fact == "amendment"}


def _minutes_open(session: Session, meeting: Meeting) -> bool:
    """Whether there are minutes of the meeting before that are not approved."""
    before = previous_meeting(MEETINGS.all(session), meeting)
    minutes = None if before is None else MINUTES.first(session, meeting=before.key)
    return minutes is not None and minutes.state is not MinutesState.APPROVED


def _excused_at(session: Session, invitees: Iterable[Invitee]) -> dict[StateCode, datetime.datetime]:
    """When the apologies of each State that sent them were recorded, as the journal has it."""
    states = {one.key: one.state for one in invitees if one.state is not None and one.answer is Answer.APOLOGIES}
    lines = LINES.by(session, "row", states)
    last = {key: max((one.sequence for one in lines[key] if _excuses(one)), default=None) for key in states}
    entries = ENTRIES.among(session, last.values())
    return {
        states[key]: datetime.datetime.fromisoformat(entries[sequence].at)
        for key, sequence in last.items()
        if sequence is not None
    }


def _excuses(line: Line) -> bool:
    return (line.table, line.field, line.after) == (INVITEES.name, "answer", Answer.APOLOGIES)


def _numbers_gone(
    session: Session, meeting: Meeting, proposals: Iterable[Proposal], votes: Iterable[Vote]
) -> Mapping[Key, str]:
    """The numbers of decisions of a meeting that are none any more, by their proposals; the journal keeps them.

    It is looked at where a draft was voted on or considered again, and where a number of the year is missing.
    """
    year = meeting.opens_on.year
    used = [one.number for one in DECISIONS.all(session, year=year)]
    missing = len(used) < max(used, default=0)
    known = {one.on for one in votes if one.closed_at is not None}
    known.update(one.proposal for one in DECISIONS_GONE.all(session, meeting=meeting.key))
    decided = {one.proposal for one in DECISIONS.all(session, meeting=meeting.key)}
    open_ones = {one.key for one in proposals if missing or one.key in known} - decided
    if not open_ones:
        return {}
    given = numbers_given(session, year)
    return {key: f"{year}/{number}" for number, key in given.items() if key in open_ones}
