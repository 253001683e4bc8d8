"""Any order of acts on a text, on a real register: what was adopted stays so, what is withdrawn is not voted on."""

import datetime
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.amendments import AmendmentAct, Standing, VersionCause, applied, effective
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import HandCount, Method, VoteKind
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.services.voting import Ballot
from tests import registers
from tests.registers import Desk, Hand, said

TEXT = "1. Decides to hold a workshop every year;\n2. Requests a report;\n3. Invites all members."
PASSAGES = ("every year", "a workshop", "a report", "2. Requests a report;", "all members", "every two years")
ACTS = ("amend", "accept", "consensus", "vote", "supersede", "withdraw", "divide", "parts", "whole", "again")
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 5), st.sampled_from(AmendmentAct), st.integers(2, 6)), max_size=9
)


class Play:
    """A proposal, the acts on it, and what was adopted of it."""

    def __init__(self, desk: Desk, meeting: str, item: str) -> None:
        self.desk, self.meeting, self.item = desk, meeting, item
        desk.sittings.all_arrive(meeting)
        self.key = desk.proposals.propose(meeting, item, said("Plan"), Trilingual(en=TEXT)).key

    @property
    def file(self) -> ProposalFile:
        (file,) = self.desk.proposals.all(self.meeting)
        return file

    def act(self, act: str, place: int, how: AmendmentAct, in_favour: int) -> None:
        """One act; what may not be done is refused in words."""
        file, desk = self.file, self.desk
        desk.clock.forward()
        some = file.amendments[place % len(file.amendments)].amendment.key if file.amendments else ""
        gone = self.key if place > 3 else some
        wording = Wording(how, PASSAGES[place], "in every region")
        acts: dict[str, Callable[[], object]] = {
            "amend": lambda: desk.amendments.move(self.key, wording),
            "accept": lambda: desk.amendments.accept(some),
            "consensus": lambda: desk.amendments.adopt_by_consensus(some),
            "vote": lambda: self.vote(VoteKind.AMENDMENT, in_favour, some),
            "supersede": lambda: desk.amendments.supersede(some),
            "withdraw": lambda: (desk.proposals.withdraw if place > 3 else desk.amendments.withdraw)(gone),
            "divide": lambda: desk.text_motions.agree(desk.text_motions.divide(self.key, [PASSAGES[place]]).key),
            "parts": lambda: self.parts(in_favour),
            "whole": lambda: self.vote(VoteKind.PROPOSAL, in_favour, self.key),
            "again": lambda: desk.text_motions.agree(desk.text_motions.reconsider(self.key).key),
        }
        acts[act]()

    def parts(self, in_favour: int) -> None:
        """A vote on each part of the division."""
        for part in self.file.division.parts if self.file.division else ():
            self.vote(VoteKind.PART, in_favour, part.part.key)

    def vote(self, kind: VoteKind, in_favour: int, key: str) -> None:
        """An objection, then a show of hands."""
        objections: dict[VoteKind, Callable[[str], object]] = {
            VoteKind.PROPOSAL: self.desk.proposals.note_objection,
            VoteKind.AMENDMENT: self.desk.amendments.note_objection,
            VoteKind.PART: self.desk.text_motions.note_objection,
        }
        objections[kind](key)
        self.desk.clock.forward()
        ballot = Ballot(
            self.meeting, self.item, Method.SHOW_OF_HANDS, self.key, kind,
            amendment=key if kind is VoteKind.AMENDMENT else None, part=key if kind is VoteKind.PART else None,
        )  # fmt: skip
        vote = self.desk.voting.open(ballot)
        self.desk.voting.record_hands(vote.key, HandCount(in_favour, 8 - in_favour, 0))
        self.desk.clock.forward()
        self.desk.voting.close(vote.key)


def replayed(file: ProposalFile) -> str:
    """The text as it was submitted with what was accepted, adopted and divided made in it, in the order kept."""
    text = file.versions[0].text.original
    for version in file.versions[1:]:
        match version.cause:
            case VersionCause.ACCEPTED | VersionCause.ADOPTED:
                one = file.amendment(version.amendment or "")
                text = applied(text, effective(one, file.amendments))
            case VersionCause.DIVIDED:
                text = version.text.original
            case _:
                pass
    return text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_no_order_of_acts_changes_what_was_adopted_or_votes_on_what_is_withdrawn(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, AmendmentAct, int]]
) -> None:
    path = tmp_path_factory.mktemp("random") / "register.nmirf"
    meeting, item, _ = registers.networked(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author="Rapporteur", clock=clock) as store:
        play = Play(registers.desk(store, clock), meeting.key, item.key)
        for act, place, how, in_favour in steps:
            before = play.file
            with suppress(Refusal, Problem):
                play.act(act, place, how, in_favour)
            after = play.file
            if before.decision is not None and act != "again":
                assert after.decision == before.decision, "an adopted text stays"
            if before.proposal.withdrawn_at is not None:
                assert after == before, "what is withdrawn is withdrawn"
            settled = {one.amendment.key: one.standing for one in before.amendments if not one.open}
            now = {one.amendment.key: one.standing for one in after.amendments}
            assert settled.items() <= now.items(), "what was settled of an amendment stays so"
        file = play.file
        if file.versions:
            assert file.proposal.text.original == replayed(file)
        if file.decision is not None:
            assert file.decision.text == file.proposal.text
            assert not any(one.standing is Standing.OPEN for one in file.amendments)
