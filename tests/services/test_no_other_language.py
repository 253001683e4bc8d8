"""No text ever appears in a language it is not in: documents of registers whose texts are missing, outdated, anyhow."""

import dataclasses
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest

from nmirf_desktop.domain.blocks import DataTable, Para, Plates, Style
from nmirf_desktop.domain.issued import LETTERS, STANDING, DocumentKind
from nmirf_desktop.domain.papers import Paper, RecordPaper
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import UNTRANSLATED, Trilingual, digest
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import EACH, EVERY_MEETING, Asked
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.committees import CALLS, SILENCES, SLATES
from nmirf_desktop.storage.meetings import ITEMS, MEETING_TEXTS, MEETINGS, MILESTONES, REQUESTS
from nmirf_desktop.storage.members import MECHANISMS
from nmirf_desktop.storage.minutes import APPROVED_PAPERS, PARAGRAPHS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.voting import DECISIONS, INTERVENTIONS, PROPOSALS, VOTES
from tests import samples
from tests.documents.expected import MARKS, as_read

TABLES: tuple[Rows[Any], ...] = (
    MEETINGS, ITEMS, MEETING_TEXTS, MILESTONES, REQUESTS, PROPOSALS, DECISIONS, VOTES, INTERVENTIONS, PARAGRAPHS,
    MECHANISMS, PEOPLE, PARTNERS, CALLS, SLATES, SILENCES,
)  # fmt: skip
TAGS = {language: f"Q{language}Q" for language in Language}
SEEDS = range(4)


def any_text(draw: random.Random) -> Trilingual:
    """A text that says in which language it is, missing here and outdated there."""
    there = draw.sample(list(Language), draw.randint(1, 3))
    texts = {str(language): TAGS[language] if language in there else "" for language in Language}
    source = draw.choice(there)
    bases = {f"basis_{one}": digest(texts[source]) if draw.random() < 0.7 else "0" for one in there if one != source}
    return Trilingual(**texts, source=source, reviewed=",".join(there), **bases)


def anyhow(record: Any, draw: random.Random) -> Any:
    """A record whose texts in three languages are anyhow."""
    found = {one.name: getattr(record, one.name) for one in dataclasses.fields(record)}
    texts = {name: any_text(draw) for name, value in found.items() if isinstance(value, Trilingual) and value}
    return dataclasses.replace(record, **texts)


def papers_of(desk: Secretariat) -> Iterator[Paper]:
    """Every document of the register."""
    asked = [
        *(Asked(kind, on=samples.ON if kind in STANDING else None) for kind in DocumentKind),
        Asked(DocumentKind.MEMBERS, on=samples.ON, addresses=True),
        Asked(DocumentKind.DECISIONS, EVERY_MEETING, on=samples.ON),
        *(Asked(kind, state=EACH, on=samples.ON) for kind in sorted(LETTERS)),
    ]
    for one in asked:
        try:
            contents = desk.papers.contents(desk.papers.request(one, samples.ON))
        except Problem:  # there is no such document of this register
            continue
        yield from (content.paper for content in contents)


@pytest.fixture(params=SEEDS)
def anyhow_desk(
    request: pytest.FixtureRequest, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Secretariat]:
    """The sample register with its texts anyhow."""
    draw = random.Random(request.param)  # noqa: S311  (the same each time)
    with open_register(samples.sample(tmp_path_factory, tmp_path / "anyhow.nmirf")) as store:
        with store.write("texts anyhow") as session:
            for rows in TABLES:
                for record in rows.all(session):
                    rows.save(session, anyhow(record, draw))
            for kept in APPROVED_PAPERS.all(session):
                APPROVED_PAPERS.remove(session, kept.key)
            session.changes.clear()  # as another program would do it: no verb writes in minutes that were approved
        yield Secretariat(store)


def test_a_document_prints_its_own_language_or_the_marked_original(anyhow_desk: Secretariat) -> None:
    seen = 0
    for paper in papers_of(anyhow_desk):
        for language in Language:
            address = address_of(paper, language)
            assert not any(mark[language] in address for mark in MARKS.values())
            for leaf in as_read(paper, language):
                for other, part in leaf.foreign:
                    assert not [tag for one, tag in TAGS.items() if one is not other and tag in part], leaf
                if leaf.text not in address:
                    seen += marked_others(leaf.text, language)
    assert seen


def address_of(paper: Paper, language: Language) -> str:
    """To whom a letter goes, and who has a plate or a line to sign, which have no marks: a name is a name."""
    if not isinstance(paper, RecordPaper):
        return ""
    blocks = [*paper.blocks, *(one for part in paper.sections for one in part.blocks)]
    lines = [one.text for one in blocks if isinstance(one, Para) and one.style is Style.LINES]
    lines += [name for one in blocks if isinstance(one, Plates) for name in one.names]
    lines += [row[0] for one in blocks if isinstance(one, DataTable) and one.by_hand for row in one.rows]
    return "\n".join(one.read(language).whole for one in lines)


def test_a_calendar_has_its_own_language_or_the_marked_original(anyhow_desk: Secretariat) -> None:
    seen = 0
    calendars = anyhow_desk.calendars
    for meeting in anyhow_desk.meetings.list():
        for language in Language:
            read = icalendar.Calendar.from_ical(calendars.of(meeting.key, language))
            seen += marked_others(str(read["X-WR-CALNAME"]), language)
            for event in read.walk("VEVENT"):
                for name in ("SUMMARY", "LOCATION", "DESCRIPTION"):
                    for line in str(event.get(name, "")).splitlines():
                        seen += marked_others(line, language)
                if any(TAGS[other] in str(event["SUMMARY"]) for other in set(Language) - {language}):
                    assert "LANGUAGE" not in event["SUMMARY"].params
    assert seen


def marked_others(text: str, language: Language) -> int:
    """How often a text has one of another language, which is always marked before."""
    found = [one.start() for other in set(Language) - {language} for one in re.finditer(TAGS[other], text)]
    assert all(MARKS[UNTRANSLATED][language] in text[:place] for place in found), text
    return len(found)
