"""New facts and minutes that people have written in: what is refreshed, what is only offered, what stays.

A paragraph that nobody changed follows its fact, and keeps what was translated from the words of before, outdated. One
that a person wrote keeps its text, and the new text is offered.
A paragraph that a person removed is kept without text, so that its fact does not bring it back.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from nmirf_desktop.domain.drafted import Drafted, fact_of
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.text import Trilingual, is_missing
from nmirf_desktop.i18n import N_, Language

NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Offer:
    """The text that today's facts give for a paragraph which a person wrote, or that is held; *slot* names the fact.

    *paragraph* is ``None`` where the fact has none yet; an empty *text* says that the fact is there no more. *tells*
    are the interventions that the text reports.
    """

    slot: str
    text: Trilingual
    paragraph: Key | None = None
    tells: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The paragraphs in their new order, those without a key still to be made, and what is offered."""

    kept: tuple[MinutesParagraph | Drafted, ...]
    offers: tuple[Offer, ...]


def same_words(one: Trilingual, other: Trilingual) -> bool:
    """Whether two texts read alike in every language, however far each was reviewed."""
    return (one.en, one.fr, one.es) == (other.en, other.fr, other.es)


def refresh(
    existing: Collection[MinutesParagraph],
    fresh: Collection[Drafted],
    *,
    hold: bool = False,
    admit: Collection[str] = (),
) -> Refreshed:
    """The paragraphs brought to the facts; with *hold* (minutes that circulate) every change is only offered.

    *admit* names the slots that are let in all the same.
    """
    known = {one.slot: one for one in existing if one.slot}
    there = {new.slot for new in fresh}
    gone = [slot for slot in known if slot not in there]
    offers: list[Offer] = []
    places: list[MinutesParagraph | Drafted] = []
    for new in fresh:
        old = known.get(new.slot)
        if old is None:
            if hold and new.slot not in admit:
                offers.append(Offer(new.slot, new.text, tells=new.tells))
            else:
                places.append(new)
            continue
        places.append(_followed(old, new, hold=hold))
        if not same_words(old.drafted, new.text) and (old.written or hold):
            offers.append(Offer(new.slot, new.text, old.key, new.tells))
    staying = [known[slot] for slot in gone if hold or not same_words(known[slot].text, known[slot].drafted)]
    offers.extend(Offer(one.slot, Trilingual(), one.key) for one in staying if one.text)
    stay = {one.slot for one in staying} | {""}
    return Refreshed(tuple(_placed(places, existing, stay)), tuple(offers))


def brought(minutes: Minutes, existing: Collection[MinutesParagraph], fresh: Collection[Drafted]) -> Refreshed:
    """The paragraphs of minutes brought to the facts: those that circulate are held, approved ones are as they are."""
    if minutes.state is MinutesState.APPROVED:
        return Refreshed(tuple(existing), ())
    return refresh(existing, fresh, hold=minutes.state is MinutesState.CIRCULATED)


NOT_FOLLOWED = N_(
    "What was recorded has changed since these minutes were drafted, and their text does not tell of it yet: F5 on the "
    "screen “Minutes” brings it up to date."
)
NOT_TOLD = N_(
    "What was recorded has changed since these minutes were drafted, and their text does not tell of it yet, such as "
    "of what was decided ({decisions}): F5 on the screen “Minutes” brings it up to date."
)
OFFERED = N_(
    "What was recorded gives other text than these minutes have: the screen “Minutes” offers it beside the paragraphs, "
    "and F5 there shows what is new."
)

SAID_HERE: Mapping[str, str] = {
    NOT_FOLLOWED: N_(
        "What was recorded has changed since these minutes were drafted, and their text does not tell of it yet: F5 "
        "brings it up to date."
    ),
    NOT_TOLD: N_(
        "What was recorded has changed since these minutes were drafted, and their text does not tell of it yet, such "
        "as of what was decided ({decisions}): F5 brings it up to date."
    ),
    OFFERED: N_(
        "What was recorded gives other text than these minutes have: it is offered beside the paragraphs, and F5 shows "
        "what is new."
    ),
}
"""The same where the minutes are looked at."""


def not_followed(
    minutes: Minutes,
    existing: Collection[MinutesParagraph],
    fresh: Collection[Drafted],
    decisions: Mapping[str, str] = NO_NAMES,
) -> Phrase:
    """That a text is older than the facts, with the decisions that it does not tell; empty where it is not.

    *decisions* are the names of decisions by their slots.
    """
    return behind(brought(minutes, existing, fresh), existing, decisions)


def behind(found: Refreshed, existing: Collection[MinutesParagraph], decisions: Mapping[str, str] = NO_NAMES) -> Phrase:
    """The same of paragraphs that were brought to the facts already."""
    known = {one.key: one for one in existing}
    kept = [one for one in found.kept if isinstance(one, MinutesParagraph)]
    untold = [one.slot for one in found.kept if isinstance(one, Drafted)]
    changed = len(kept) < len(known) or any(not same_words(one.text, known[one.key].text) for one in kept)
    names = tuple(decisions[one] for one in untold if one in decisions)
    if names:
        return Phrase(NOT_TOLD, {"decisions": Listed(names)})
    if untold or changed:
        return Phrase(NOT_FOLLOWED)
    return Phrase(OFFERED) if found.offers else Phrase()


def _followed(old: MinutesParagraph, new: Drafted, *, hold: bool) -> MinutesParagraph:
    """A paragraph that follows its fact, its place included; a written or held text stays."""
    moved = old
    if (old.section, old.item) != (new.section, new.item):
        moved = replace(old, section=new.section, item=new.item)
    if same_words(old.drafted, new.text):
        tells = both(told_in(old), new.tells)
        return moved if tells == old.tells else replace(moved, tells=tells)
    if old.written or hold:
        return moved
    return following(moved, new)


def following(old: MinutesParagraph, new: Drafted) -> MinutesParagraph:
    """A paragraph that nobody changed, with the text that its fact gives now; translations stay as in :func:`taken`."""
    given = taken(old, new.text, new.tells)
    return replace(given, tells=new.tells) if given.text == new.text else given


def _placed(
    places: Iterable[MinutesParagraph | Drafted],
    existing: Iterable[MinutesParagraph],
    stay: Collection[str],
) -> Iterator[MinutesParagraph | Drafted]:
    """The paragraphs in the order of the facts; what has no fact stays behind the paragraph that it followed.

    *stay* are the slots of those that have none now, the empty one of a person's own paragraphs included.
    """
    slots = {place.slot for place in places}
    followers: dict[str, list[MinutesParagraph]] = {"": []}
    last = ""
    for one in sorted(existing, key=lambda known: known.position):
        if one.slot in stay:
            followers[last].append(one)
        elif one.slot in slots:
            last = one.slot
            followers.setdefault(last, [])
    yield from followers[""]
    for place in places:
        yield place
        yield from followers.get(place.slot, ())


def told_in(paragraph: MinutesParagraph) -> tuple[Key, ...]:
    """The interventions that a paragraph reports; one of a register of before that was kept has that of its slot."""
    fact, key = fact_of(paragraph.slot)
    return paragraph.tells or ((key,) if fact == "intervention" else ())


def both(one: Iterable[Key], other: Iterable[Key]) -> tuple[Key, ...]:
    """The keys of both, each once."""
    return tuple(dict.fromkeys((*one, *other)))


def taken(paragraph: MinutesParagraph, offered: Trilingual, tells: tuple[Key, ...] = ()) -> MinutesParagraph:
    """A paragraph with an offered text; a translation that the facts do not give stays, and is outdated from now on.

    The original of a note that turned out to be of another language is no translation, and goes.
    """
    text = offered
    for language in Language:
        gains, had = not is_missing(offered[language], language), not is_missing(paragraph.text[language], language)
        if offered and had and not gains and not _was_given(paragraph, language):
            text = _with_kept(text, paragraph.text, language)
    return replace(paragraph, text=text, drafted=offered, tells=both(told_in(paragraph), tells))


def _was_given(paragraph: MinutesParagraph, language: Language) -> bool:
    """Whether the facts gave a text in this language alone, and nobody changed it."""
    given = [one for one in Language if not is_missing(paragraph.drafted[one], one)]
    return given == [language] and paragraph.text[language] == paragraph.drafted[language]


def _with_kept(text: Trilingual, before: Trilingual, language: Language) -> Trilingual:
    """A text with the translation of before, what it was made from, and whether that was reviewed."""
    names = {*text.reviewed.split(","), *(str(language) for one in before.reviewed.split(",") if one == language)}
    kept: dict[str, str] = {str(language): before[language], f"basis_{language}": before.basis(language)}
    return replace(text, reviewed=",".join(str(one) for one in Language if one in names), **kept)  # type: ignore[arg-type]


def declined(paragraph: MinutesParagraph, offered: Trilingual, tells: tuple[Key, ...] = ()) -> MinutesParagraph:
    """A paragraph whose text stands although its fact changed: the same offer is not made again."""
    return replace(paragraph, drafted=offered, tells=both(told_in(paragraph), tells))
