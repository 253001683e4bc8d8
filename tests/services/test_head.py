"""What the settings say at the head of documents: printed from the next one on, journalled, never in an issued one."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.blocks import Signatures
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.distribution import Distribution, UsualDistribution
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Circulation
from nmirf_desktop.domain.organisation import NETWORK_NAME, Organisation
from nmirf_desktop.domain.papers import MinutesPaper, Paper, RecordPaper
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said import OUTDATED
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.journal import ENTRIES, LINES
from nmirf_desktop.storage.verification import verify
from tests import samples
from tests.documents.reading import Reader
from tests.registers import OPENS, Desk
from tests.services.test_papers import hold

Network = tuple[Desk, Meeting, AgendaItem]
TODAY = datetime.date(2026, 10, 1)
BELOW = Trilingual.final(
    "Secretariat: coordination held by Paraguay",
    "Secrétariat : coordination assurée par le Paraguay",
    "Secretaría: coordinación a cargo del Paraguay",
)


@pytest.fixture
def house(network: Network) -> Secretariat:
    """The whole secretariat of the small network."""
    desk, _, _ = network
    return Secretariat(desk.store, desk.clock)


def change(house: Secretariat, **fields: object) -> None:
    house.settings.save(replace(house.settings.read(), **fields))  # type: ignore[arg-type]


def paper(house: Secretariat, kind: DocumentKind, meeting: Meeting | None = None, **asked: object) -> Paper:
    request = Request(kind, None if meeting is None else meeting.key, **asked)  # type: ignore[arg-type]
    return house.papers.contents(request)[0].paper


def texts(data: bytes) -> list[str]:
    """What a file says, element by element."""
    return [tag.text.replace("\u00a0", " ") for tag in Reader(data).tree().walk() if tag.text]


def test_a_setting_is_on_the_next_agenda_and_on_none_that_was_issued(
    house: Secretariat, network: Network, tmp_path: Path
) -> None:
    _, meeting, _ = network
    wanted = Request(DocumentKind.AGENDA, meeting.key, (Edition.EN, Edition.FR, Edition.PARALLEL))
    first = house.papers.issue(wanted, TODAY)
    kept = [house.papers.bytes_of(one) for one in first]
    assert texts(kept[1])[0] == "Réseau International des MNMRS"
    change(house, network=Trilingual.final("The Network", "Le Réseau", "La Red"), secretariat=BELOW)
    english, french, parallel = (path.read_bytes() for path in house.papers.export(wanted, tmp_path))
    assert texts(english)[:2] == ["The Network", BELOW.en]
    assert texts(french)[:2] == ["Le Réseau", BELOW.fr]
    assert {"The Network", "Le Réseau", "La Red", BELOW.en, BELOW.fr, BELOW.es} <= set(texts(parallel))
    again = house.papers.issue(wanted, TODAY)
    assert [one.version for one in again] == [2, 2, 2]
    assert [house.papers.bytes_of(one) for one in first] == kept
    with pikepdf.open(tmp_path / "NMIRF-2026-1-Agenda-FR.pdf") as file:
        assert str(file.docinfo["/Author"]) == "Le Réseau"


def test_a_change_of_the_head_is_in_the_journal_and_can_be_verified(house: Secretariat, network: Network) -> None:
    change(house, secretariat=BELOW, distribution=UsualDistribution(agendas=Distribution.MEMBERS))
    with house.store.read() as session:
        last = ENTRIES.all(session)[-1]
        changed = {line.field: line.after for line in LINES.all(session) if line.sequence == last.sequence}
        assert last.verb == "change the settings"
        assert changed["secretariat_es"] == BELOW.es
        assert changed["distribution_agendas"] == "members"
        assert "distribution_minutes" not in changed
        assert verify(session).faults == ()


def test_in_a_language_without_a_name_the_usual_one_stands(house: Secretariat, network: Network) -> None:
    _, meeting, _ = network
    change(house, network=Trilingual(en="The Network"))
    head = paper(house, DocumentKind.AGENDA, meeting).masthead
    assert [head.network.read(language).text for language in Language] == [
        "The Network", NETWORK_NAME.fr, NETWORK_NAME.es,
    ]  # fmt: skip
    assert not any(head.network.read(language).untranslated for language in Language)


def test_a_name_whose_original_has_changed_is_marked_and_told_before(house: Secretariat, network: Network) -> None:
    _, meeting, _ = network
    change(house, network=replace(Trilingual.final("The Network", "Le Réseau", "La Red"), en="The New Network"))
    wanted = Request(DocumentKind.AGENDA, meeting.key, (Edition.FR,))
    assert Language.FR in {one.language for one in house.papers.contents(wanted)[0].gaps}
    mark = catalog(Language.FR).gettext(OUTDATED)
    assert texts(house.papers.preview(wanted)[0])[0] == f"{mark} Le Réseau"


def test_a_line_without_translation_is_printed_as_such_and_told_before(house: Secretariat, network: Network) -> None:
    _, meeting, _ = network
    change(house, secretariat=Trilingual(en="Secretariat in Asunción"))
    wanted = Request(DocumentKind.AGENDA, meeting.key, (Edition.ES,))
    gaps = house.papers.contents(wanted)[0].gaps
    told = {(one.language, one.state) for one in gaps if one.topic is Subject.SETTINGS}
    assert told == {(Language.FR, TextState.MISSING), (Language.ES, TextState.MISSING)}
    assert "Secretariat in Asunción" in " ".join(texts(house.papers.preview(wanted)[0])[:3])


def test_a_line_of_any_length_is_refused_where_it_has_no_room(house: Secretariat) -> None:
    with pytest.raises(Problem) as refused:
        change(house, secretariat=Trilingual(en="x" * 201))
    assert refused.value.field_name == "secretariat"


MEMBERS = UsualDistribution(*[Distribution.MEMBERS] * 7)


@pytest.mark.parametrize("chosen", [UsualDistribution(), MEMBERS])
def test_each_kind_has_its_distribution(house: Secretariat, network: Network, chosen: UsualDistribution) -> None:
    _, meeting, _ = network
    hold(network)
    change(house, distribution=chosen)
    day: Mapping[str, object] = {"on": TODAY}
    found = {
        "agendas": paper(house, DocumentKind.ADOPTED, meeting),
        "draft_minutes": paper(house, DocumentKind.MINUTES, meeting),
        "decisions": paper(house, DocumentKind.DECISIONS, None, **day),
        "voting_records": paper(house, DocumentKind.VOTING_RECORD, meeting),
        "committee": paper(house, DocumentKind.COMMITTEE, None, **day),
        "members": paper(house, DocumentKind.MEMBERS, None, **day),
    }
    for name, one in found.items():
        assert one.masthead.distribution is getattr(chosen, name), name
    approve(house, meeting)
    assert paper(house, DocumentKind.MINUTES, meeting).masthead.distribution is chosen.minutes


def test_a_list_with_addresses_is_for_members_whatever_was_chosen(house: Secretariat, network: Network) -> None:
    assert house.settings.read().distribution.members is Distribution.GENERAL
    listed = paper(house, DocumentKind.MEMBERS, None, on=TODAY, addresses=True)
    assert listed.masthead.distribution is Distribution.MEMBERS


def approve(house: Secretariat, meeting: Meeting) -> None:
    """The minutes, as drafted, circulated and approved."""
    house._clock.at = datetime.datetime(2026, 12, 1, 12, tzinfo=datetime.UTC)  # type: ignore[attr-defined]
    house.minutes.draft(meeting.key)
    minutes = house.minutes.minutes(meeting.key)
    assert minutes is not None
    house.minutes.circulate(minutes.key, Circulation(OPENS, OPENS))
    house.minutes.approve(minutes.key, OPENS + datetime.timedelta(days=1))


def signed(paper: Paper) -> bool:
    sections = paper.sections if isinstance(paper, MinutesPaper | RecordPaper) else ()
    blocks = paper.blocks if isinstance(paper, RecordPaper) else ()
    return any(
        isinstance(one, Signatures) for part in (blocks, *(section.blocks for section in sections)) for one in part
    )


def test_approved_minutes_are_signed_where_the_organisation_wants_it(house: Secretariat, network: Network) -> None:
    _, meeting, _ = network
    hold(network)
    assert Organisation().signed_minutes
    assert not signed(paper(house, DocumentKind.MINUTES, meeting))
    approve(house, meeting)
    wanted = Request(DocumentKind.MINUTES, meeting.key, (Edition.FR,))
    assert signed(paper(house, DocumentKind.MINUTES, meeting))
    (issued,) = house.papers.issue(wanted, OPENS + datetime.timedelta(days=2))
    assert "Lieu et date" in texts(house.papers.bytes_of(issued))
    change(house, signed_minutes=False)
    assert not signed(paper(house, DocumentKind.MINUTES, meeting))
    assert house.papers.preview(wanted) == (house.papers.bytes_of(issued),), "what was issued stays"


def test_a_decision_is_signed_where_the_organisation_wants_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = samples.sample(tmp_path_factory, tmp_path_factory.mktemp("signed") / "sample.nmirf")
    with open_register(path) as store:
        house = Secretariat(store)
        meeting = house.papers.meeting(DocumentKind.DECISION)
        wanted = Request(DocumentKind.DECISION, meeting.key, (Edition.EN,))
        assert not any(signed(one.paper) for one in house.papers.contents(wanted))
        change(house, signed_decisions=True)
        assert all(signed(one.paper) for one in house.papers.contents(wanted))
        assert all("Place and date" in texts(data) for data in house.papers.preview(wanted))
        register = Request(DocumentKind.DECISIONS, meeting.key, (Edition.EN,))
        assert not signed(house.papers.contents(register)[0].paper)
