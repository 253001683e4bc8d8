"""A presence that followed from what was taken back goes, unless the delegation did something else since."""

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.attendance import present
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.motions import Ruling
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.voting import Answer, Method
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.voting import PRESENCE
from tests.registers import Desk, said

Network = tuple[Desk, Meeting, AgendaItem]


def there(desk: Desk, meeting: Meeting) -> frozenset[StateCode]:
    with desk.store.read() as session:
        return present(PRESENCE.all(session, meeting=meeting.key), desk.clock())


def test_r12_who_objected_stays_present_when_its_floor_is_taken_back(network: Network) -> None:
    """It was left out of "all others in favour", although the minutes name its objection."""
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("The meeting decides."))
    given = desk.floor.give(meeting.key, item.key, "PRY", Language.EN)
    desk.clock.forward()
    desk.proposals.note_objection(put.key, "PRY")
    desk.clock.forward()
    desk.sittings.forget(given.key)
    assert there(desk, meeting) == {"PRY"}


def test_r24_who_appealed_stays_present_when_its_floor_is_taken_back(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    given = desk.floor.give(meeting.key, item.key, "PRY", Language.EN)
    desk.clock.forward()
    point = desk.motions.raise_point(meeting.key, item.key, "MAR", Language.EN)
    desk.clock.forward()
    desk.motions.rule(point.key, Ruling.NOT_UPHELD)
    desk.clock.forward()
    desk.motions.appeal(point.key, "PRY")
    desk.clock.forward()
    desk.sittings.forget(given.key)
    assert there(desk, meeting) == {"PRY", "MAR"}


def test_r17_silence_in_a_vote_makes_nobody_present(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("The meeting decides."))
    given = desk.floor.give(meeting.key, item.key, "PRY", Language.EN)
    desk.floor.give(meeting.key, item.key, "MAR", Language.EN)
    desk.clock.forward()
    desk.proposals.note_objection(put.key)
    desk.clock.forward()
    vote = desk.voting.open(Ballot(meeting.key, item.key, Method.RECORDED, put.key))
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, "PRY", Answer.NO_ANSWER))
    desk.voting.cast(Cast(vote.key, "MAR", Answer.ABSTAINING))
    desk.clock.forward()
    desk.sittings.forget(given.key)
    assert there(desk, meeting) == {"MAR"}


def test_r12_a_state_named_by_a_slip_as_having_objected_was_not_there(network: Network) -> None:
    """It stayed present, and the minutes listed it as having taken part."""
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("The meeting decides."))
    call = desk.proposals.note_objection(put.key)
    desk.clock.forward()
    desk.proposals.name_objector(call.key, "PRY")
    desk.clock.forward()
    desk.proposals.name_objector(call.key, "PRT")
    assert there(desk, meeting) == {"PRT"}
    desk.clock.forward()
    desk.floor.give(meeting.key, item.key, "PRT", Language.EN)
    desk.clock.forward()
    desk.proposals.name_objector(call.key, None)
    assert there(desk, meeting) == {"PRT"}, "it spoke since"
    desk.proposals.name_objector(call.key, "PRY")
    desk.clock.forward()
    desk.proposals.name_objector(call.key, None)
    assert there(desk, meeting) == {"PRT"}
