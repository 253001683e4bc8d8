"""What a document marks as not available in its language is among its gaps, whatever text of the register lacks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.issued import DATED, LETTERS, STANDING, DocumentKind
from nmirf_desktop.domain.placed import placed
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import UNTRANSLATED, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.contents import Content
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import EACH, Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.members import MECHANISMS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import DECISIONS, PROPOSALS
from tests import samples


def english_only(text: Trilingual) -> Trilingual:
    return Trilingual(text.original)


def functions(session: Session) -> None:
    for one in PEOPLE.all(session):
        PEOPLE.save(session, replace(one, function=english_only(one.function)))


def mechanisms(session: Session) -> None:
    """Everybody works for the mechanism of the State, which has a name in English."""
    for one in MECHANISMS.all(session):
        MECHANISMS.save(session, replace(one, name=english_only(one.name)))
        for person in PEOPLE.all(session, state=one.state):
            PEOPLE.save(session, replace(person, institution=one.name.original))


def partners(session: Session) -> None:
    for one in PARTNERS.all(session):
        PARTNERS.save(session, replace(one, name=english_only(one.name)))


def titles(session: Session) -> None:
    for one in MEETINGS.all(session):
        MEETINGS.save(session, replace(one, title=english_only(one.title)))


def items(session: Session) -> None:
    for one in ITEMS.all(session):
        ITEMS.save(session, replace(one, title=english_only(one.title), presenter=english_only(one.presenter)))


def decisions(session: Session) -> None:
    for one in PROPOSALS.all(session):
        PROPOSALS.save(session, replace(one, title=english_only(one.title)))
    for made in DECISIONS.all(session):
        DECISIONS.save(session, replace(made, title=english_only(made.title)))


def documents(desk: Secretariat) -> Iterator[tuple[DocumentKind, Content]]:
    """Every document of the register that can be made."""
    meetings = desk.meetings.list()
    for kind in DocumentKind:
        for meeting in [None] if kind in STANDING else [one.key for one in meetings]:
            for part in [None, EACH] if kind in LETTERS else [None]:
                on = samples.ON if kind in STANDING or kind in DATED else None
                try:
                    found = desk.papers.contents(Request(kind, meeting, part=part, on=on))
                except Problem:
                    continue  # nothing was decided or voted on there
                yield from ((kind, one) for one in found)


@pytest.mark.parametrize("change", [functions, mechanisms, partners, titles, items, decisions])
def test_a_text_that_is_marked_in_a_document_is_among_its_gaps(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, change: Callable[[Session], None]
) -> None:
    mark, marked = catalog(Language.FR).gettext(UNTRANSLATED), set()
    with open_register(samples.sample(tmp_path_factory, tmp_path / "sample.nmirf"), author="desk") as store:
        with store.write("take the French away") as session:
            change(session)
        for kind, one in documents(Secretariat(store)):
            texts = [place.text.read(Language.FR) for place in placed(one.paper)]
            if any(text.mark == UNTRANSLATED or mark in text.text for text in texts):
                marked.add(kind)
                assert any(gap.language is Language.FR for gap in one.gaps), kind
    assert marked
