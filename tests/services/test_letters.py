"""Texts, notes and letters of a meeting on a real register: written, undone, addressed, dated, exported, issued."""

import datetime
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from nmirf_desktop.cli import run
from nmirf_desktop.domain.blocks import Para
from nmirf_desktop.domain.candidatures import Call
from nmirf_desktop.domain.editions import SEPARATE, Edition
from nmirf_desktop.domain.gaps import lacking
from nmirf_desktop.domain.issued import DATED, LETTERS, DocumentKind
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint, Mechanism, MechanismType
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.papers import Paper, RecordPaper
from nmirf_desktop.domain.participants import InvitationForm, Invitee, Partner, PartnerKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import UNTRANSLATED, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.candidatures import Candidatures
from nmirf_desktop.services.invitations import Invitations
from nmirf_desktop.services.meeting_texts import MeetingTexts
from nmirf_desktop.services.members import Members
from nmirf_desktop.services.milestones import Milestones
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import EACH, OF_A_STATE, Asked, Request
from nmirf_desktop.services.settings import Settings
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import MEETING_TEXTS
from nmirf_desktop.storage.participants import INVITEES, PARTNERS
from nmirf_desktop.storage.undo import undo
from tests import registers
from tests.registers import MEMBERS, OBSERVERS, Desk, said

ON = datetime.date(2026, 10, 1)
NOTE, LETTER = DocumentKind.NOTE_VERBALE, DocumentKind.INVITATION


@pytest.fixture
def held(network: tuple[Desk, Meeting, object]) -> tuple[Desk, Meeting]:
    desk, meeting, _ = network
    return desk, meeting


def papers(desk: Desk) -> Papers:
    return Papers(desk.store, desk.states)


def read(desk: Desk, request: Request) -> list[Paper]:
    return [content.paper for content in papers(desk).contents(request)]


def only(desk: Desk, request: Request) -> Paper:
    (paper,) = read(desk, request)
    return paper


def words(paper: Paper, language: Language = Language.EN) -> str:
    assert isinstance(paper, RecordPaper)
    blocks = (*paper.blocks, *(block for section in paper.sections for block in section.blocks))
    return "\n".join(block.text.read(language).whole for block in blocks if isinstance(block, Para))


def invite(desk: Desk, *invitees: Invitee) -> None:
    with desk.store.write("invite") as session:
        for one in invitees:
            INVITEES.save(session, one)


# ---- texts ----


def test_ready_sentences_are_taken_over_once_and_in_one_step(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    texts = MeetingTexts(desk.store, desk.states)
    own = said("Come to Rabat.")
    texts.save(meeting.key, Topic.INVITATION, own)
    offered = sum(bool(one.offered) for one in texts.of(meeting.key, ON))
    assert texts.fill(meeting.key, ON) == offered - 1
    assert texts.fill(meeting.key, ON) == 0
    found = {one.topic: one.text for one in texts.of(meeting.key, ON)}
    assert found[Topic.INVITATION] == own
    assert found[Topic.REGISTRATION].en.endswith("Replies should reach the Secretariat by 10 November 2026.")
    assert not found[Topic.ONLINE], "it is held in person"
    undo(desk.store)
    assert [one.topic for one in texts.of(meeting.key, ON) if one.text] == [Topic.INVITATION]


def test_a_topic_has_one_text_and_an_empty_one_is_none(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    texts = MeetingTexts(desk.store, desk.states)
    for text in ("First", "Second"):
        texts.save(meeting.key, Topic.VENUE, said(text))
    with desk.store.read() as session:
        assert [one.text.en for one in MEETING_TEXTS.all(session, meeting=meeting.key)] == ["Second"]
    texts.save(meeting.key, Topic.VENUE, Trilingual())
    texts.save(meeting.key, Topic.VENUE, Trilingual())
    with desk.store.read() as session:
        assert not MEETING_TEXTS.all(session, meeting=meeting.key)


def test_what_is_not_written_has_no_section(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    request = papers(desk).request(Asked(DocumentKind.INFORMATION), ON)
    (bare,) = read(desk, request)
    assert isinstance(bare, RecordPaper)
    assert [section.title.en for section in bare.sections] == ["The meeting", "Sittings"]
    MeetingTexts(desk.store, desk.states).save(meeting.key, Topic.HOTELS, said("By the sea."))
    (paper,) = read(desk, request)
    assert isinstance(paper, RecordPaper)
    assert [section.title.fr for section in paper.sections] == ["La réunion", "Séances", "Hôtels"]
    assert paper.masthead.symbol == "NMIRF/2026/INF/3"


def test_a_text_that_is_missing_in_a_language_is_named(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    texts = MeetingTexts(desk.store, desk.states)
    texts.save(meeting.key, Topic.INVITATION, Trilingual(en="Come"))
    texts.save(meeting.key, Topic.VISA, Trilingual(es="Visado", source=Language.ES))
    for kind, places in ((NOTE, ["Words of invitation"]), (DocumentKind.INFORMATION, ["Visas"])):
        (content,) = papers(desk).contents(Request(kind, meeting.key, on=ON))
        assert [gap.where.message for gap in lacking(content.gaps, (Edition.FR,))] == places


# ---- to whom, and when ----


def test_without_invitations_each_member_and_observer_is_written_to(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    request = papers(desk).request(Asked(NOTE, state=EACH), ON)
    symbols = [paper.masthead.symbol for paper in read(desk, request)]
    assert symbols == [f"NMIRF/2026/NV/1/{code}" for code in sorted((*MEMBERS, *OBSERVERS))]
    call = papers(desk).request(Asked(DocumentKind.CALL_FOR_ITEMS, state=EACH), ON)
    assert len(read(desk, call)) == len(MEMBERS), "items are proposed by members"
    offered = papers(desk).parts(NOTE, meeting.key)
    assert offered[0].key == EACH
    assert {one.key for one in offered[1:]} == {*MEMBERS, *OBSERVERS}


def test_those_recorded_as_invited_get_the_form_recorded_and_the_day_chosen(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    day = datetime.date(2026, 9, 1)
    partner = Partner(new_key(), said("Example Institute of Rights"), PartnerKind.ACADEMIA, language=Language.FR)
    with desk.store.write("partner") as session:
        PARTNERS.save(session, partner)
    invite(
        desk,
        Invitee(new_key(), meeting.key, "PRY", invited_on=day),
        Invitee(new_key(), meeting.key, "JPN", form=InvitationForm.LETTER),
        Invitee(new_key(), meeting.key, partner=partner.key, form=InvitationForm.LETTER),
    )
    (note,) = read(desk, Request(NOTE, meeting.key, part=EACH, on=ON))
    assert note.masthead.symbol == "NMIRF/2026/NV/1/PRY"
    assert note.masthead.dated == ON
    japan, institute = papers(desk).contents(Request(LETTER, meeting.key, part=EACH, on=ON))
    assert japan.paper.masthead.dated == ON
    assert "I have the honour to invite Japan to be represented" in words(japan.paper)
    assert institute.paper.masthead.symbol == "NMIRF/2026/LET/1/EIR"
    assert institute.edition is Edition.FR
    assert "en qualité d’invitée" in words(institute.paper, Language.FR)


def test_nobody_to_write_to_is_said(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    invite(desk, Invitee(new_key(), meeting.key, "PRY"))
    with pytest.raises(Problem) as refused:
        read(desk, Request(LETTER, meeting.key, part=EACH, on=ON))
    assert "Nobody is to be written to about NMIRF/2026" in refused.value.said_in(catalog(Language.EN))


def test_the_reply_is_asked_for_by_the_milestone_of_registration(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    request = Request(NOTE, meeting.key, on=ON)
    assert "by 10 November 2026." in words(only(desk, request))
    own = datetime.date(2026, 11, 2)
    Milestones(desk.store, desk.clock).save(Milestone("", meeting.key, MilestoneKind.REGISTRATION, due_on=own))
    assert "by 2 November 2026." in words(only(desk, request))
    Milestones(desk.store, desk.clock).save(Milestone("", meeting.key, MilestoneKind.REGISTRATION, dropped=True))
    assert "the composition of delegations." in words(only(desk, request))


def test_the_agenda_is_enclosed_from_the_day_on_which_it_was_agreed(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    desk.meetings.note_agreement(meeting.key, ON)
    assert "(NMIRF/2026/1) is enclosed" in words(only(desk, Request(NOTE, meeting.key, on=ON)))
    before = ON - datetime.timedelta(days=1)
    assert "will be sent no later than 24 October 2026" in words(only(desk, Request(NOTE, meeting.key, on=before)))


def test_the_note_to_one_says_the_same_as_the_note_to_all_of_that_day(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    invite(desk, Invitee(new_key(), meeting.key, "PRY", invited_on=datetime.date(2026, 9, 16)))
    desk.meetings.note_agreement(meeting.key, ON)
    before = ON - datetime.timedelta(days=1)
    for day, said_of_agenda in ((ON, "is enclosed"), (before, "will be sent no later than 24 October 2026")):
        for part in (None, "PRY", EACH):
            paper = only(desk, Request(NOTE, meeting.key, part=part, on=day))
            assert paper.masthead.dated == day
            assert said_of_agenda in words(paper)


@pytest.mark.parametrize("text", ["pry", "Paraguay", "le Paraguay"])
def test_one_state_is_asked_for_by_code_or_name(held: tuple[Desk, Meeting], text: str) -> None:
    desk, _ = held
    request = papers(desk).request(Asked(NOTE, state=text), ON)
    assert request.part == "PRY"
    assert len(read(desk, request)) == 1


def test_r28_only_members_are_asked_for_candidatures_and_items(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    day = datetime.date(2026, 8, 1)
    call = Call(new_key(), day, datetime.date(2026, 9, 30), 5, meeting=meeting.key)
    Candidatures(desk.store, desk.clock).save_call(call)
    for state, asked_for in (("PRY", True), (OBSERVERS[0], False), ("MWI", False), (None, True)):
        text = words(only(desk, Request(NOTE, meeting.key, part=state, on=day)))
        assert ("candidatures for the Executive Committee" in text) is asked_for, state
        assert ("propose items for the agenda" in text) is asked_for, state


@pytest.mark.parametrize("state", [OBSERVERS[0], "MWI"])
def test_a_call_for_items_goes_to_nobody_who_proposes_none(held: tuple[Desk, Meeting], state: str) -> None:
    desk, meeting = held
    with pytest.raises(Problem) as refused:
        read(desk, Request(DocumentKind.CALL_FOR_ITEMS, meeting.key, part=state, on=ON))
    said_of = refused.value.said_in(catalog(Language.EN))
    assert "no member of the Network on 1 October 2026" in said_of
    assert "Nothing was written" in said_of
    assert read(desk, Request(DocumentKind.CALL_FOR_ITEMS, meeting.key, part="PRY", on=ON))


def test_a_letter_names_an_institution_in_its_own_language(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    name = Trilingual.final("National Mechanism", "Mécanisme national", "Mecanismo nacional")
    since = Period(datetime.date(2026, 9, 1))
    desk.members.save_mechanism(Mechanism(new_key(), "PRY", since, name, MechanismType.MINISTERIAL))
    person = Person(new_key(), said("Focal point"), "PRY", institution="Mécanisme national")
    desk.members.designate(FocalPoint(new_key(), "PRY", person.key, since), person)
    paper = only(desk, Request(LETTER, meeting.key, part="PRY", on=ON))
    for language in Language:
        (others,) = [{name[one] for one in Language if one is not language}]
        assert name[language] in words(paper, language)
        assert not any(one in words(paper, language) for one in others)


def test_an_address_has_no_mark_where_a_text_of_it_is_of_another_language(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    since, function = Period(datetime.date(2026, 9, 1)), Trilingual(fr="Secrétaire permanent", source=Language.FR)
    person = Person(new_key(), function, "PRY", "Ana", "Sosa")
    desk.members.designate(FocalPoint(new_key(), "PRY", person.key, since), person)
    paper = only(desk, Request(LETTER, meeting.key, part="PRY", on=ON))
    for language in Language:
        said_to = words(paper, language)
        assert "Ana SOSA, Secrétaire permanent" in said_to
        assert catalog(language).gettext(UNTRANSLATED) not in said_to


def test_without_a_focal_point_a_state_is_written_to_in_its_own_language(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    invite(desk, *(Invitee(new_key(), meeting.key, code) for code in ("PRY", "CHE", "JPN")))
    each = papers(desk).contents(Request(NOTE, meeting.key, part=EACH, on=ON))
    assert {content.paper.masthead.symbol[-3:]: content.edition for content in each} == {
        "PRY": Edition.ES, "CHE": Edition.FR, "JPN": Edition.EN,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("designated", "written_to"),
    [
        (("alternate", "other", "voting"), "voting"),
        (("other", "later"), "other"),
        (("alternate", "later"), "later"),
        (("alternate",), "alternate"),
    ],
)
def test_letter_list_and_sheet_go_to_one_person_in_one_language(
    designated: tuple[str, ...], written_to: str, held: tuple[Desk, Meeting]
) -> None:
    desk, meeting = held
    tongues = {"voting": Language.ES, "other": Language.FR, "later": Language.EN, "alternate": Language.FR}
    for number, name in enumerate(designated):
        begins = ON.replace(month=9) if name == "later" else ON.replace(month=5)
        point = FocalPoint(
            f"{number} {name}", "PRY", name, Period(begins), voting=name == "voting", alternate=name == "alternate"
        )
        person = Person(name, Trilingual(), "PRY", "Ana", name, language=tongues[name], emails=(f"{name}@example.org",))
        Members(desk.store, desk.states).designate(point, person)
    invite(desk, Invitee(new_key(), meeting.key, "PRY", form=InvitationForm.LETTER))
    (line,) = Invitations(desk.store, desk.states, desk.clock).guests(meeting.key).lines
    (letter,) = papers(desk).contents(Request(LETTER, meeting.key, part=EACH, on=ON))
    assert line.emails == (f"{written_to}@example.org",)
    assert (line.written_in, letter.edition) == (tongues[written_to], Edition(tongues[written_to].value))
    assert f"Ana {written_to.upper()}" in words(letter.paper)


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind not in LETTERS | OF_A_STATE])
def test_a_document_that_goes_to_nobody_has_no_addressee(held: tuple[Desk, Meeting], kind: DocumentKind) -> None:
    desk, _ = held
    with pytest.raises(Problem) as refused:
        papers(desk).request(Asked(kind, state="PRY"), ON)
    assert "“--state” does not go with" in refused.value.said_in(catalog(Language.EN))


def test_place_and_name_of_the_settings_stand_in_letters(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    settings = Settings(desk.store)
    geneva = Trilingual.final("Geneva", "Genève", "")
    settings.save(replace(settings.read(), written_in=geneva, network=Trilingual.final("Ring", "Anneau", "Anillo")))
    (content,) = papers(desk).contents(Request(NOTE, meeting.key, on=ON))
    assert "The Secretariat of the Network avails itself" in words(content.paper)
    assert "Genève, le 1er octobre 2026" in words(content.paper, Language.FR).replace("\u00a0", " ")
    assert "\n1 de octubre de 2026\n" in words(content.paper, Language.ES).replace("\u00a0", " ")
    assert [gap.where.message for gap in lacking(content.gaps, (Edition.ES,))] == ["Place of letters"]


def test_a_letter_bears_its_date_beside_its_place_only_and_an_information_note_in_its_head(
    held: tuple[Desk, Meeting],
) -> None:
    desk, meeting = held
    for kind in sorted(DATED):
        (pdf,) = papers(desk).preview(Request(kind, meeting.key, (Edition.EN,), on=ON))
        with closing(PdfDocument(pdf)) as document:
            text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        assert text.count("1 October 2026") == 1, kind


# ---- files ----


def test_each_gets_one_file_in_its_own_language(held: tuple[Desk, Meeting], tmp_path: Path) -> None:
    desk, meeting = held
    steps: list[tuple[int, int]] = []
    request = Request(NOTE, meeting.key, part=EACH, on=ON)
    files = papers(desk).export(request, tmp_path, lambda done, every: steps.append((done, every)))
    assert len(files) == len(MEMBERS) + len(OBSERVERS)
    assert (tmp_path / "NMIRF-2026-NV-1-PRY-Note-verbale-ES.pdf").read_bytes()[:5] == b"%PDF-"
    assert steps[-1] == (len(files), len(files))
    assert sorted(papers(desk).standing(request, tmp_path)) == sorted(file.name for file in files)
    assert {file.stem[-2:] for file in files} == {"EN", "FR", "ES"}


@pytest.mark.parametrize("editions", [(Edition.FR,), (Edition.EN,), SEPARATE])
@pytest.mark.parametrize("kind", [NOTE, DocumentKind.CALL_FOR_ITEMS])
def test_letters_to_each_are_never_left_out_by_the_languages_asked_for(
    kind: DocumentKind, editions: tuple[Edition, ...], held: tuple[Desk, Meeting], tmp_path: Path
) -> None:
    desk, meeting = held
    person = Person(new_key(), said("Focal point"), "PRY", language=Language.ES)
    desk.members.designate(FocalPoint(new_key(), "PRY", person.key, Period(datetime.date(2026, 9, 1))), person)
    request = Request(kind, meeting.key, editions, part=EACH, on=ON)
    every = len(papers(desk).contents(request))
    files = papers(desk).export(request, tmp_path)
    assert len(files) == every
    assert next(file.name for file in files if "-PRY-" in file.name).endswith("-ES.pdf")
    assert sorted(papers(desk).standing(request, tmp_path)) == sorted(file.name for file in files)
    assert len(papers(desk).upcoming(request)) == every
    assert len(papers(desk).issue(request, ON)) == every


def test_the_command_writes_to_each_and_says_that_no_language_changes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    register = tmp_path / "network.nmirf"
    registers.networked(register)
    command = ["export", str(register), "--document", "call-for-items", "--state", "all", "--on", "2026-10-01"]
    assert run([*command, "--language", "fr", "--to", str(tmp_path / "fr")]) == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == len(MEMBERS)
    assert "Each letter is in the language of its addressee" in told.err
    assert told.err.count("is past on the day of this letter") == 1, "each caution is said once"
    assert run([*command, "--to", str(tmp_path / "all")]) == 0
    assert "Each letter" not in capsys.readouterr().err


def test_a_call_for_items_names_no_day_that_is_past_and_warns(held: tuple[Desk, Meeting]) -> None:
    desk, meeting = held
    call = DocumentKind.CALL_FOR_ITEMS
    in_time = Request(call, meeting.key, on=datetime.date(2026, 8, 1))
    assert "Proposals should reach the Secretariat by" in words(only(desk, in_time))
    assert "one month before the opening" in words(only(desk, in_time))
    assert not papers(desk).contents(in_time)[0].cautions
    late = Request(call, meeting.key, on=meeting.opens_on - datetime.timedelta(days=2))
    said_late = words(only(desk, late))
    assert "should reach" not in said_late
    assert "should state the title of the item" in said_late
    (caution,) = papers(desk).contents(late)[0].cautions
    assert "is past on the day of this letter" in caution.said_in(catalog(Language.EN))


def test_a_cancelled_export_writes_nothing(held: tuple[Desk, Meeting], tmp_path: Path) -> None:
    desk, meeting = held

    def stop(done: int, _every: int) -> None:
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        papers(desk).export(Request(NOTE, meeting.key, part=EACH, on=ON), tmp_path, stop)
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("kind", sorted(DATED))
def test_what_was_issued_stays_and_another_day_is_another_version(
    held: tuple[Desk, Meeting], kind: DocumentKind
) -> None:
    desk, meeting = held
    first = papers(desk).issue(Request(kind, meeting.key, SEPARATE, on=ON), ON)
    again = papers(desk).issue(Request(kind, meeting.key, SEPARATE, on=ON), ON)
    assert [one.key for one in first] == [one.key for one in again]
    later = papers(desk).issue(Request(kind, meeting.key, SEPARATE, on=ON + datetime.timedelta(days=1)), ON)
    assert {one.version for one in later} == {2}
