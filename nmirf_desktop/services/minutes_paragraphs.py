"""The rows of minutes: put in, removed and numbered in one way, whoever does it."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from nmirf_desktop.domain.drafted import Drafted
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.redrafting import refresh, told_in
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS
from nmirf_desktop.storage.minutes import PARAGRAPHS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import INTERVENTIONS


def in_order(session: Session, minutes: Key) -> tuple[MinutesParagraph, ...]:
    """Every paragraph of minutes in its order, those without text included."""
    return tuple(sorted(PARAGRAPHS.all(session, minutes=minutes), key=lambda one: one.position))


def shy(session: Session, paragraphs: Iterable[MinutesParagraph]) -> dict[Key, Intervention]:
    """The interventions that some paragraphs report and that are told without their speaker, or not at all."""
    found = INTERVENTIONS.among(session, {key for one in paragraphs for key in told_in(one)})
    return {key: one for key, one in found.items() if not one.attributed}


def number(session: Session, row: Iterable[MinutesParagraph]) -> None:
    """Keep paragraphs in the order in which they are given."""
    for position, one in enumerate(row):
        PARAGRAPHS.save(session, replace(one, position=position))


def remove(session: Session, paragraph: MinutesParagraph) -> None:
    """Remove a paragraph; one of which a correction was asked for stays without text, so that the request has it."""
    if CORRECTION_REQUESTS.first(session, paragraph=paragraph.key) is None:
        PARAGRAPHS.remove(session, paragraph.key)
    else:
        nothing, tells = Trilingual(), told_in(paragraph)
        PARAGRAPHS.save(session, replace(paragraph, text=nothing, slot="", drafted=nothing, tells=tells))


def paragraph_of(minutes: Key, new: Drafted) -> MinutesParagraph:
    """A drafted paragraph with its key; its place is given afterwards."""
    return MinutesParagraph(
        key=new_key(),
        minutes=minutes,
        position=0,
        section=new.section,
        text=new.text,
        item=new.item,
        slot=new.slot,
        drafted=new.text,
        tells=new.tells,
    )


def with_new(
    minutes: Key, row: Collection[MinutesParagraph], fresh: Collection[Drafted], admit: Collection[str]
) -> tuple[MinutesParagraph, ...]:
    """The paragraphs with those of some new facts, in the places that a free draft gives them; all others stay."""
    kept = refresh(row, fresh, hold=True, admit=admit).kept
    return tuple(one if isinstance(one, MinutesParagraph) else paragraph_of(minutes, one) for one in kept)
