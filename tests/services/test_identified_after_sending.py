"""To whom a PDF went that somebody holds, be it the issued one, saved again or altered; each altered byte is found."""

import datetime
import io
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.dispatches import Function, Happening
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.recipients import Selection
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.files import Went, went_to
from nmirf_desktop.services.papers import Papers
from tests.registers import Desk
from tests.services.test_dispatches import IN_TIME, PREPARED, Office, keys

EN = catalog(Language.EN)
SPANISH = Selection(frozenset({Capacity.MEMBER}), frozenset({Function.FOCAL_POINT}), languages=frozenset({Language.ES}))


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> Office:
    desk, meeting, _ = network
    return Office(desk, meeting)


@pytest.fixture
def papers(office: Office) -> Papers:
    return Papers(office.desk.store, office.desk.states, office.desk.clock)


def spanish(office: Office) -> IssuedDocument:
    return next(one for one in office.issued if one.language is Edition.ES)


def whom(line: Line) -> list[str]:
    return [one.recipient.whom for one in line.deliveries]


def said(papers: Papers, folder: Path, content: bytes) -> str:
    """What is said of a file."""
    file = folder / "held.pdf"
    file.write_bytes(content)
    return papers.identify(file).said_in(EN)


def test_each_state_is_told_once_with_the_day_on_which_it_was_sent_it_first(
    office: Office, papers: Papers, tmp_path: Path
) -> None:
    """Deliveries of two dispatches were added up, and people named instead of their States."""
    first = office.send(tmp_path / "first", office.order(selection=SPANISH))
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(first), Happening.SENT, PREPARED + datetime.timedelta(hours=1))
    again = office.send(tmp_path / "again", office.order(selection=SPANISH, again=frozenset(whom(first))))
    office.deliveries.happened(keys(again), Happening.SENT, IN_TIME)
    expected = "Brazil (20 October 2026); Paraguay (20 October 2026); Uruguay (20 October 2026)."
    content = papers.bytes_of(spanish(office))
    assert said(papers, tmp_path, content).endswith(f" It was sent to: {expected}")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.pages[0].contents_add(b"q 0 0 0 rg 100 400 200 12 re f Q")
        pdf.save(out)
    altered = said(papers, tmp_path, out.getvalue())
    assert "It was altered: page 1" in altered
    assert altered.endswith(f" What was issued was sent to: {expected}")


def test_the_language_of_a_file_is_small_in_french_and_spanish(office: Office, papers: Papers, tmp_path: Path) -> None:
    """« est le document …, Espagnol, version 1 » had a capital in mid-sentence."""
    file = tmp_path / "held.pdf"
    file.write_bytes(papers.bytes_of(spanish(office)))
    found = papers.identify(file)
    assert ", espagnol, version 1" in found.said_in(catalog(Language.FR))
    assert ", español, versión 1" in found.said_in(catalog(Language.ES))
    assert ", Spanish, version 1" in found.said_in(EN)


@pytest.mark.parametrize(
    ("issued", "told"), [(True, "It was sent"), (False, "What was issued was sent")], ids=["issued", "altered"]
)
def test_many_who_got_it_on_one_day_have_one_day(issued: bool, told: str) -> None:
    """It was sent « au premier le 27 novembre, au dernier le 27 novembre »."""
    first = PREPARED.date()
    several = [Went(f"Office {number}", first) for number in range(7)]
    assert list(went_to(several, EN, issued=issued)) == [f"{told} to 7 recipients on 20 October 2026."]
    several.append(Went("The last", first + datetime.timedelta(days=1)))
    days = "the first on 20 October 2026, the last on 21 October 2026"
    assert list(went_to(several, EN, issued=issued)) == [f"{told} to 8 recipients, {days}."]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_one_altered_byte_anywhere_is_found(
    office: Office, papers: Papers, tmp_path: Path, place: float, bit: int
) -> None:
    content = papers.bytes_of(spanish(office))
    at = 5 + int((len(content) - 5) * place)  # without the first five it is no PDF, and is refused as that
    file = tmp_path / "altered.pdf"
    file.write_bytes(content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :])
    found = papers.identify(file)
    assert found.issued is None
    for language in Language:
        assert found.said_in(catalog(language))
