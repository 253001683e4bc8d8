"""The minutes as a paper: the paragraphs in their sections, with the blocks that belong to their facts, and annexes.

Where the delegations are known by name, or many were there, who attended is listed in an annex.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from nmirf_desktop.domain.action_papers import follow_up_annex
from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.approvals import correction_notice
from nmirf_desktop.domain.blocks import Block, Heading, Note, Para, StateColumns
from nmirf_desktop.domain.drafting import SECTION_OF, draft, top_of
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, Section
from nmirf_desktop.domain.minutes_annexes import annexes, apart, listed_apart
from nmirf_desktop.domain.minutes_blocks import blocks_after
from nmirf_desktop.domain.papers import MinutesPaper, PaperSection
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.symbols import minutes_head
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog

TITLES = {
    Section.OPENING: N_("Opening of the meeting"),
    Section.ATTENDANCE: N_("Attendance"),
    Section.OFFICERS: N_("Officers"),
    Section.AGENDA: N_("Adoption of the agenda"),
    Section.ITEM: N_("Proceedings"),
    Section.CLOSING: N_("Closure of the meeting"),
}
"""The titles of the sections; that of an item is the item's own, and the general one where it has gone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as the paper shows it, stored or just drafted."""

    section: Section
    text: Trilingual
    item: Key | None
    slot: str


def shown(paragraphs: Iterable[MinutesParagraph]) -> tuple[Shown, ...]:
    """The paragraphs in their order, without those that a person removed."""
    ordered = sorted(paragraphs, key=lambda one: one.position)
    return tuple(Shown(one.section, one.text, one.item, one.slot) for one in ordered if one.text)


def just_drafted(facts: RecordedMeeting) -> tuple[Shown, ...]:
    """The paragraphs of minutes that nobody has begun yet."""
    return tuple(Shown(one.section, one.text, one.item, one.slot) for one in draft(facts))


def minutes_paper(
    minutes: Minutes,
    paragraphs: Collection[Shown],
    facts: RecordedMeeting,
    persons: Sequence[PaperSection] = (),
    *,
    specimen: bool = False,
) -> MinutesPaper:
    """The minutes in sections, one for each item; *persons* are the delegations by name, for the first annex."""
    attendance = any(one.section is Section.ATTENDANCE for one in paragraphs)
    annexed = (
        *annexes(facts, persons, {one.slot for one in paragraphs}, attendance=attendance),
        *follow_up_annex(facts, minutes.approved_on),
    )
    where = listed_apart(only=len(annexed) == 1) if apart(facts, persons) else None
    return MinutesPaper(
        masthead=minutes_head(minutes, facts, specimen=specimen),
        sections=tuple(_sections(paragraphs, facts, where)),
        annexes=annexed,
        unnumbered=len(annexed) == 1,
        state=minutes.state,
        approved_on=minutes.approved_on,
        notice=correction_notice(minutes, {one.language for one in facts.decisions}),
    )


def _sections(paragraphs: Iterable[Shown], facts: RecordedMeeting, listed: Note | None) -> Iterator[PaperSection]:
    """The sections; *listed* says where the lists of States stand, if that is in an annex."""
    places = {place.item.key: place for place in facts.agenda}

    def whose(one: Shown) -> tuple[Section, Key | None]:
        top = top_of(facts.items, one.item).key if one.section is Section.ITEM and one.item in places else None
        return one.section, top

    for (section, top), group in groupby(paragraphs, key=whose):
        place = places.get(top) if top is not None else None
        own = frame_item(facts.agenda, section)
        title = Said.by(partial(frame_title, section, own)) if place is None else item_title(place)
        blocks = tuple(_blocks(group, facts, place))
        if listed is not None and section is Section.ATTENDANCE:
            blocks = (*(one for one in blocks if not isinstance(one, StateColumns)), listed)
        yield PaperSection(title, blocks)


def frame_item(agenda: Iterable[Numbered], section: Section) -> Numbered | None:
    """The item whose proceedings stand in a section of the frame; ``None`` where none does, or several do."""
    own = [one for one in agenda if one.item.parent is None and SECTION_OF.get(one.item.purpose) is section]
    return own[0] if len(own) == 1 else None


def frame_title(section: Section, place: Numbered | None, words: Catalog) -> str:
    """The title of a section of the frame, with the number of its item: "Opening of the meeting (agenda item 1)".

    Other paragraphs cite it by that number.
    """
    return _titled(words.gettext(TITLES[section]), place, words)


def _titled(title: str, place: Numbered | None, words: Catalog) -> str:
    if place is None:
        return title
    number = place.reference(words.language)
    return words.gettext("{title} (agenda\u00a0item\u00a0{n})").format(title=title, n=number)


def item_title(place: Numbered) -> Said:
    """An item's title with its number: "Future directions (agenda item 7)"; missing where the title is."""

    def titled(words: Catalog) -> str:
        title = place.item.title[words.language].strip().rstrip(".")
        return _titled(title, place, words) if title else ""

    said = Said.by(titled)
    return Said(said.en, said.fr, said.es, place.item.title.source)


def _blocks(paragraphs: Iterable[Shown], facts: RecordedMeeting, top: Numbered | None) -> Iterator[Block]:
    """The paragraphs, numbered; a sub-item has its heading, and each paragraph is followed by its fact's blocks."""
    places = {place.item.key: place for place in facts.agenda}
    under = top.item.key if top is not None else None
    for one in paragraphs:
        if top is not None and one.item in places and one.item != under:
            under = one.item
            yield Heading(item_title(places[under]))
        yield Para(Said.of(one.text), numbered=True)
        yield from blocks_after(one.slot, facts)
