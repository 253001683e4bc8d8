"""How paragraphs of minutes follow when an intervention is told in another way: named, unattributed, off the record.

What must not be told any more goes at once, whoever wrote it and in whichever language; nobody else's statement goes
with it. Everything else follows as in any draft: what a person wrote stays, and has an offer (:mod:`.redrafting`).
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nmirf_desktop.domain.drafted import Drafted
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.naming import formal_name, name
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.redrafting import both, following, told_in
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual, digest
from nmirf_desktop.i18n import Language

_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke: how it is *called*, for :func:`names`, and with which words a sentence on it begins.

    *openings* give for each language those that name it, and those that do not, in the same number and gender.
    """

    called: frozenset[str]
    openings: Mapping[Language, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Retold:
    """The paragraphs as they are now, those that go, and the slots of the new ones that come in their stead."""

    kept: tuple[MinutesParagraph, ...]
    gone: tuple[MinutesParagraph, ...]
    admitted: frozenset[str]


def speaker_names(heard: Intervention, states: Mapping[StateCode, State]) -> frozenset[str]:
    """How who spoke is called in any language, for :func:`names`: short, formal and turned round; a body's own name."""
    if heard.state is None:
        return frozenset(filter(None, (_plain(heard.body[language]) for language in Language)))
    state = states[heard.state]
    said = (form for one in Language for form in (name(state, one), formal_name(state, one)))
    called = (*(form.bare for form in said), *(name(state, one).the for one in Language))
    return frozenset(filter(None, map(_plain, called)))


def names(text: str, called: Iterable[str]) -> bool:
    """Whether a text says one of these names, as whole words: the Niger is not in Nigeria."""
    plain = f" {_plain(text)} "
    return any(f" {one} " in plain for one in called)


def _plain(text: str) -> str:
    """A text of which only letters count, without their accents: « l’Uruguay » has the word of “Uruguay”."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return _SIGNS.sub(" ", bare).strip()


def retold(
    row: Sequence[MinutesParagraph],
    fresh: Iterable[Drafted],
    heard: Intervention,
    who: Speaker,
    *,
    hold: bool = False,
) -> Retold:
    """What becomes of the paragraphs of minutes, in their order, when *heard* is told in another way from now on.

    *fresh* is what the facts give now, and *who* is the speaker. A paragraph stays as it is that reports
    nothing which was, or is, told in one sentence with this intervention. With *hold* (minutes that circulate) no new
    paragraph comes but for what was told already.
    """
    fresh = tuple(fresh)
    together = _together(heard.key, (*map(told_in, row), *(one.tells for one in fresh)))
    due = {new.slot: new for new in fresh if not together.isdisjoint(new.tells)}
    concerned = [one for one in row if not together.isdisjoint(told_in(one))]
    places = _places(concerned, due, heard)
    kept, gone = [], []
    for one in row:
        new, secret = places.get(one.key), _secret(one, heard)
        if one not in concerned:
            kept.append(one)
        elif new is not None:
            kept.append(_hidden(one, new, heard, who) if secret else _free(one, new))
        elif _stays(one, heard, who.called, secret=secret):
            kept.append(one)
        else:
            gone.append(one)
    there = {one.slot for one in kept}
    told = {key for one in concerned for key in told_in(one)}
    new_ones = (one for one in due.values() if one.slot not in there and not (hold and told.isdisjoint(one.tells)))
    return Retold(tuple(kept), tuple(gone), frozenset(one.slot for one in new_ones))


def _together(key: Key, rows: Sequence[tuple[Key, ...]]) -> frozenset[Key]:
    """The interventions that one paragraph tells with one, or with one of these."""
    found, before = {key}, 0
    while len(found) > before:
        before = len(found)
        found.update(key for row in rows if not found.isdisjoint(row) for key in row)
    return frozenset(found)


def _places(
    concerned: Sequence[MinutesParagraph], due: Mapping[str, Drafted], heard: Intervention
) -> Mapping[Key, Drafted]:
    """What each paragraph tells now: that of its slot, else a text of what it tells that no other paragraph has."""
    found = {one.key: due[one.slot] for one in concerned if one.slot in due}
    free = {slot: new for slot, new in due.items() if slot not in {one.slot for one in concerned}}
    for one in concerned:
        own = one.slot or _secret(one, heard) or not (one.text or one.drafted)
        if own and one.key not in found:
            slot = next((slot for slot, new in free.items() if not set(new.tells).isdisjoint(told_in(one))), "")
            if slot:
                found[one.key] = free.pop(slot)
    return found


def _secret(paragraph: MinutesParagraph, heard: Intervention) -> bool:
    """Whether a paragraph reports an intervention that is not told as it was."""
    return not heard.attributed and heard.key in told_in(paragraph)


def _stays(paragraph: MinutesParagraph, heard: Intervention, called: Collection[str], *, secret: bool) -> bool:
    """Whether a paragraph stays whose fact is told elsewhere, or nowhere: not what is secret, nor what nobody wrote."""
    if not secret:
        return paragraph.written
    named = any(names(paragraph.text[one], called) for one in Language)
    return heard.told and paragraph.written and not named


def _free(paragraph: MinutesParagraph, new: Drafted) -> MinutesParagraph:
    """A paragraph that follows its fact, as in any draft; one that lost its fact has it again."""
    lost = not paragraph.slot
    if paragraph.written and not lost:
        return replace(paragraph, slot=new.slot)
    if lost:
        return replace(paragraph, slot=new.slot, text=new.text, drafted=new.text, tells=new.tells)
    return replace(following(paragraph, new), slot=new.slot)


def _hidden(paragraph: MinutesParagraph, new: Drafted, heard: Intervention, who: Speaker) -> MinutesParagraph:
    """A paragraph without what is not to be told; one that a person removed stays removed.

    What a person wrote stays where the name can go from it, and waits for a decision as the draft of before names it.
    """
    if not paragraph.text:
        return replace(paragraph, slot=new.slot, drafted=new.text, tells=new.tells)
    text = paragraph.text
    own = _unnamed(text.original, text.source, who) if told_in(paragraph) == (heard.key,) else ""
    translated = text.original == paragraph.drafted[text.source]
    if not heard.told or translated or (names(text.original, who.called) and not own):
        return replace(paragraph, slot=new.slot, text=new.text, drafted=new.text, tells=new.tells)
    own_words = {one: own and _unnamed(text[one], one, who) for one in Language if names(text[one], who.called)}
    hidden = _without(text, own_words, new.text)
    return replace(paragraph, slot=new.slot, text=hidden, tells=both(told_in(paragraph), new.tells))


def _without(text: Trilingual, own_words: Mapping[Language, str], new: Trilingual) -> Trilingual:
    """A text without the name in the languages that have it: in its *own words*, else in those of the facts.

    That translates nothing: what was outdated is so still, and what agreed with the original agrees with it still.
    Words of the facts agree with theirs. What changed is to be read again.
    """
    hidden = text.with_texts(
        {one: text[one] if one not in own_words else own_words[one] or new[one] for one in Language}
    )
    of_facts = digest(new[text.source])
    bases = {f"basis_{one}": of_facts for one, own in own_words.items() if not own and one is not text.source}
    reviewed = ",".join(one for one in text.reviewed.split(",") if one not in map(str, own_words))
    return replace(hidden, reviewed=reviewed, **bases)  # type: ignore[arg-type]


def _unnamed(text: str, language: Language, who: Speaker) -> str:
    """A text that names its speaker as its subject alone, without the name; nothing where the name cannot go so."""
    named, nobody = who.openings.get(language, ("", ""))
    rest = text.removeprefix(named)
    if not named or not nobody or rest == text or rest[:1].isalnum() or names(rest, who.called):
        return ""
    return f"{nobody}{rest}"
