"""Partnerships, what was done with partners, and the support by OHCHR, on a real register (R44, R45)."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportKind
from nmirf_desktop.domain.participants import Answer, Partner, PartnerKind
from nmirf_desktop.domain.partnerships import (
    STANDING,
    CooperationNote,
    PartnerLine,
    Partnership,
    PartnershipForm,
)
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.invitations import Invitation
from nmirf_desktop.services.search import search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.verification import verify
from tests.registers import OPENS, Desk, said

DAY = datetime.timedelta(days=1)
BEGAN, DONE = OPENS - 200 * DAY, OPENS - 10 * DAY
AGREED = Partnership(
    "", "academy", Period(BEGAN), PartnershipForm.AGREEMENT, said("Training on reporting"),
    (Objective.EXCHANGE, Objective.CAPACITIES), said("Dean of studies, dean@example.org"), "MoU 2026/4",
)  # fmt: skip


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> tuple[Secretariat, Meeting]:
    desk, meeting, _ = network
    secretariat = Secretariat(desk.store, desk.clock)
    secretariat.partners.save(Partner("academy", said("Academy of reporting"), PartnerKind.ACADEMIA))
    return secretariat, meeting


def line(office: Secretariat, key: Key, on: datetime.date = OPENS) -> PartnerLine:
    return next(one for one in office.partnerships.lines(on) if one.key == key)


def entry(kind: SupportKind = SupportKind.ADVICE, on: datetime.date = DONE) -> OhchrSupport:
    return OhchrSupport("", STANDING.key, on, kind, said("Advice on follow-up"))


def rows_of(office: Secretariat) -> list[tuple[Key, PartnerKind]]:
    return [(one.key, one.kind) for one in office.partners.list()]


def test_ohchr_stands_first_before_anything_is_recorded_of_it_and_cannot_be_removed(
    office: tuple[Secretariat, Meeting],
) -> None:
    desk, _ = office
    assert [one.key for one in desk.partnerships.lines(OPENS)] == ["ohchr", "academy"]
    assert [one.key for one in desk.partners.known()] == ["ohchr", "academy"]
    assert rows_of(desk) == [("academy", PartnerKind.ACADEMIA)], "nothing is written before it is needed"
    with pytest.raises(Problem, match="OHCHR is always a partner"):
        desk.partners.remove("ohchr")
    desk.partners.save(Partner("twin", said("Human rights office"), PartnerKind.OTHER))
    desk.partners.merge("ohchr", "twin")
    desk.steps.undo()
    desk.steps.undo()
    assert rows_of(desk) == [("academy", PartnerKind.ACADEMIA)]
    desk.ohchr_support.save(entry())
    assert ("ohchr", PartnerKind.OHCHR) in rows_of(desk)
    with pytest.raises(Problem, match="OHCHR is always a partner"):
        desk.partners.remove("ohchr")
    with pytest.raises(Problem, match="OHCHR is a partner by itself"):
        desk.partners.merge("academy", "ohchr")


def test_a_partnership_is_recorded_with_its_agreement_put_right_and_taken_back(
    office: tuple[Secretariat, Meeting],
) -> None:
    desk, _ = office
    new = desk.partnerships.save(AGREED, [NewFile("agreement.pdf", b"%PDF signed")])
    assert new.objectives == (Objective.CAPACITIES, Objective.EXCHANGE)
    holder = Holder(HolderKind.PARTNERSHIP, new.key)
    (file,) = desk.attachments.of(holder)
    assert line(desk, "academy").partnerships == (new,)
    assert line(desk, "academy", BEGAN - DAY).partnerships == (), "it had not begun"
    over = desk.partnerships.save(replace(new, period=Period.of_days(BEGAN, DONE), reason=said("The project ended")))
    assert line(desk, "academy", DONE).in_force == (over,)
    assert line(desk, "academy", DONE + DAY).in_force == (), "the day after its last one"
    with pytest.raises(Problem, match="Files are kept with this partnership"):
        desk.partnerships.remove(new.key)
    desk.attachments.remove(file.key)
    desk.partnerships.remove(new.key)
    assert line(desk, "academy").partnerships == ()
    desk.steps.undo()
    assert line(desk, "academy").partnerships == (over,)
    with desk.store.read() as session:
        assert verify(session).faults == ()


def test_a_partner_with_a_partnership_is_kept(office: tuple[Secretariat, Meeting]) -> None:
    desk, _ = office
    new = desk.partnerships.save(AGREED)
    with pytest.raises(Problem, match="This partner stands in what is recorded"):
        desk.partners.remove("academy")
    desk.partnerships.remove(new.key)
    desk.partners.remove("academy")
    with pytest.raises(Refusal, match=r"[Tt]aken back|removed|meanwhile"):
        desk.partnerships.save(AGREED)


def test_what_was_done_has_words_and_a_day_that_was(office: tuple[Secretariat, Meeting]) -> None:
    desk, _ = office
    note = desk.partnerships.note(CooperationNote("", "academy", DONE, said("Workshop in Rabat")))
    assert desk.partnerships.done_with("academy", OPENS) == (note,)
    assert desk.partnerships.done_with("academy", DONE - DAY) == ()
    assert line(desk, "academy").last_contact == DONE
    for wrong in (replace(note, text=Trilingual()), replace(note, on=OPENS + DAY)):
        with pytest.raises(Problem):
            desk.partnerships.note(wrong)
    better = desk.partnerships.note(replace(note, on=DONE - DAY))
    assert desk.partnerships.done_with("academy", OPENS) == (better,)
    desk.partnerships.remove_note(note.key)
    assert desk.partnerships.done_with("academy", OPENS) == ()
    desk.steps.undo()
    assert desk.partnerships.done_with("academy", OPENS) == (better,)


def test_a_partner_becomes_a_guest_of_the_next_meeting_in_one_step_and_undo_takes_it_back(
    office: tuple[Secretariat, Meeting],
) -> None:
    desk, meeting = office
    assert desk.partnerships.next_meeting(BEGAN) == meeting
    assert desk.partnerships.next_meeting(meeting.closes_on) == meeting, "it is still held"
    with pytest.raises(Problem, match="No meeting of the Network is planned"):
        desk.partnerships.next_meeting(meeting.closes_on + DAY)
    desk.invitations.invite(meeting.key, Invitation(partners=("ohchr",)))
    assert [one.partner for one in desk.invitations.guests(meeting.key).lines] == [STANDING]
    desk.steps.undo()
    assert desk.invitations.guests(meeting.key).lines == ()
    assert rows_of(desk) == [("academy", PartnerKind.ACADEMIA)]


def test_the_meetings_to_which_a_partner_came_follow_from_its_answers(office: tuple[Secretariat, Meeting]) -> None:
    desk, meeting = office
    desk.invitations.invite(meeting.key, Invitation(partners=("academy",), invited_on=BEGAN))
    (guest,) = desk.invitations.guests(meeting.key).lines
    assert line(desk, "academy").came == ()
    desk.invitations.answer([guest.key], Answer.ATTENDS, DONE)
    assert line(desk, "academy", OPENS - DAY).came == (), "it has not opened yet"
    assert line(desk, "academy", OPENS - DAY).last_contact == DONE
    assert (line(desk, "academy").came, line(desk, "academy").last_contact) == ((meeting,), OPENS)
    desk.invitations.answer([guest.key], Answer.APOLOGIES, DONE)
    assert line(desk, "academy").came == ()


def test_merging_partners_moves_partnerships_what_was_done_and_files(office: tuple[Secretariat, Meeting]) -> None:
    desk, _ = office
    desk.partners.save(Partner("twin", said("Reporting academy"), PartnerKind.ACADEMIA))
    new = desk.partnerships.save(replace(AGREED, partner="twin"), [NewFile("agreement.pdf", b"%PDF signed")])
    note = desk.partnerships.note(CooperationNote("", "twin", DONE, said("Workshop in Rabat")))
    desk.partners.merge("academy", "twin")
    assert line(desk, "academy").partnerships == (replace(new, partner="academy"),)
    assert desk.partnerships.done_with("academy", OPENS) == (replace(note, partner="academy"),)
    assert len(desk.attachments.of(Holder(HolderKind.PARTNERSHIP, new.key))) == 1
    desk.steps.undo()
    assert line(desk, "twin").partnerships == (new,)


def test_support_is_recorded_for_the_network_or_a_state_with_its_documents(
    office: tuple[Secretariat, Meeting],
) -> None:
    desk, _ = office
    new = desk.ohchr_support.save(replace(entry(), state="PRY"), [NewFile("note.pdf", b"%PDF note")])
    (file,) = desk.attachments.of(Holder(HolderKind.OHCHR_SUPPORT, new.key))
    assert (file.state, file.dated) == ("PRY", DONE)
    assert desk.ohchr_support.given_by("ohchr", DONE) == (new,)
    assert desk.ohchr_support.given_by("ohchr", DONE - DAY) == ()
    assert line(desk, "ohchr").last_contact == DONE
    with pytest.raises(Problem, match="Files are kept with this entry"):
        desk.ohchr_support.remove(new.key)
    with pytest.raises(Problem, match="name no State"):
        desk.ohchr_support.save(replace(new, kind=SupportKind.ADVOCACY))
    desk.attachments.remove(file.key)
    desk.ohchr_support.remove(new.key)
    assert desk.ohchr_support.given_by("ohchr", OPENS) == ()


def test_a_period_tells_what_happened_in_it(office: tuple[Secretariat, Meeting]) -> None:
    desk, _ = office
    new = desk.partnerships.save(replace(AGREED, period=Period.of_days(BEGAN, DONE)))
    note = desk.partnerships.note(CooperationNote("", "academy", DONE, said("Workshop in Rabat")))
    support = desk.ohchr_support.save(entry())
    advocacy = desk.ohchr_support.save(entry(SupportKind.ADVOCACY, DONE - DAY))
    told = desk.partnerships.between(BEGAN, DONE)
    assert (told.held, told.begun, told.ended, told.notes) == ((new,), (new,), (new,), (note,))
    assert (told.by_kind[PartnerKind.ACADEMIA], told.by_objective[Objective.EXCHANGE]) == (1, 1)
    inside = desk.partnerships.between(BEGAN + DAY, DONE - DAY)
    assert (inside.held, inside.begun, inside.ended, inside.notes) == ((new,), (), (), ())
    assert desk.partnerships.between(DONE + DAY, OPENS).held == ()
    assert desk.ohchr_support.between(DONE - DAY, DONE).entries == (advocacy, support)
    assert desk.ohchr_support.between(DONE + DAY, OPENS).entries == ()


def test_check_names_a_partnership_without_an_objective(office: tuple[Secretariat, Meeting]) -> None:
    desk, _ = office
    new = desk.partnerships.save(replace(AGREED, objectives=()))
    (finding,) = [one for one in desk.compliance.check(OPENS) if one.rule == "R44"]
    assert (finding.subject.key, finding.remark) == (new.key, True)
    desk.partnerships.save(replace(new, objectives=(Objective.EXCHANGE,)))
    (finding,) = [one for one in desk.compliance.check(OPENS) if one.rule == "R44"]
    assert not finding.remark


def test_a_partner_is_found_by_its_partnerships_and_what_was_done(office: tuple[Secretariat, Meeting]) -> None:
    desk, _ = office
    new = desk.partnerships.save(AGREED, [NewFile("signed agreement.pdf", b"%PDF signed")])
    desk.partnerships.note(CooperationNote("", "academy", DONE, said("Workshop in Rabat about indicators")))
    desk.ohchr_support.save(entry())
    for typed, key in (
        ("training on rep", "academy"), ("dean of", "academy"), ("indicators", "academy"), ("advice on fol", "ohchr"),
        ("signed agree", new.key),
    ):  # fmt: skip
        found = [one for group in search(desk.store, desk.states, typed) for one in group.found]
        assert [(one.screen, one.key) for one in found] == [("partners", key)], typed


def test_r45_ohchr_stays_ohchr_under_whatever_key_it_was_recorded(office: tuple[Secretariat, Meeting]) -> None:
    desk, _ = office
    first = Partner("hc", said("Human rights office"), PartnerKind.OHCHR)
    desk.partners.save(first)
    with pytest.raises(Problem, match="OHCHR is always a partner"):
        desk.partners.save(replace(first, kind=PartnerKind.OTHER))
    twice = Partner("second", said("Regional office"), PartnerKind.OHCHR)
    desk.partners.save(twice)
    desk.ohchr_support.save(replace(entry(), partner="second"))
    with pytest.raises(Problem, match="OHCHR is always a partner"):
        desk.partners.save(replace(twice, kind=PartnerKind.OTHER))
    desk.partners.save(replace(first, kind=PartnerKind.OTHER))
    assert ("second", PartnerKind.OHCHR) in rows_of(desk)
    with pytest.raises(Problem, match="OHCHR is always a partner"):
        desk.partners.save(replace(STANDING, kind=PartnerKind.OTHER))


def test_r45_support_by_ohchr_is_recorded_of_no_other_partner(office: tuple[Secretariat, Meeting]) -> None:
    desk, _ = office
    with pytest.raises(Problem, match="recorded with OHCHR itself") as refused:
        desk.ohchr_support.save(replace(entry(), partner="academy"))
    assert refused.value.field_name == "partner"
    assert desk.ohchr_support.given_by("academy", OPENS) == ()
    given = desk.ohchr_support.save(entry())
    with pytest.raises(Problem, match="recorded with OHCHR itself"):
        desk.ohchr_support.save(replace(given, partner="academy"))


def test_a_card_of_what_was_taken_back_meanwhile_says_so(office: tuple[Secretariat, Meeting]) -> None:
    desk, _ = office
    given = desk.ohchr_support.save(entry())
    agreed = desk.partnerships.save(AGREED)
    desk.ohchr_support.remove(given.key)
    desk.partnerships.remove(agreed.key)
    for act in (lambda: desk.ohchr_support.save(given), lambda: desk.partnerships.save(agreed)):
        with pytest.raises(Refusal, match="taken back meanwhile"):
            act()
    assert desk.ohchr_support.given_by(STANDING.key, OPENS) == ()


def test_r45_all_partners_who_can_be_invited_are_ohchr_too_before_it_is_recorded(
    office: tuple[Secretariat, Meeting],
) -> None:
    desk, meeting = office
    left = desk.invitations.invitable(meeting.key, OPENS)
    assert [one.key for one in left.partners] == [STANDING.key, "academy"]
    assert rows_of(desk) == [("academy", PartnerKind.ACADEMIA)], "nothing is written before it is needed"
    desk.invitations.invite(meeting.key, Invitation(partners=tuple(one.key for one in left.partners)))
    assert (STANDING.key, PartnerKind.OHCHR) in rows_of(desk)
    assert desk.invitations.invitable(meeting.key, OPENS).partners == ()
    desk.steps.undo()
    assert [one.key for one in desk.invitations.invitable(meeting.key, OPENS).partners] == [STANDING.key, "academy"]
