"""A rapporteur's note in the sentences of minutes: its speaker named once, each sentence with its subject and tense.

What cannot be put well is left as it was noted, and said to be (:attr:`Noted.left`): nothing of it is lost.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from nmirf_desktop.domain.agreeing import agreeing, agreeing_clause, tells_of_another
from nmirf_desktop.domain.bare_sentences import begins_with_auxiliary, may_begin_with_verb
from nmirf_desktop.domain.english_past import AUXILIARY, has_subject, in_past, is_third_person, nominal
from nmirf_desktop.domain.english_present import left_in_present
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.reported_speech import Kind, Reported, begins_with_act, opening_of, reported
from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.domain.states_of_speakers import asks, is_state, may_be_either, saying
from nmirf_desktop.i18n import Language

_AGAIN = {
    Language.EN: dict[str, str](),
    Language.FR: {"la": "Elle", "une": "Elle", "le": "Il", "un": "Il"},
    Language.ES: dict[str, str](),
}
"""The pronoun that takes up a speaker, by the article of its name; Spanish needs none."""
_TAKEN_UP = re.compile(r"(?:the|an?) (representative|observer|delegation)\b", re.IGNORECASE)
"""What takes up a speaker in English: "it" would be what was spoken of, and a representative is a person."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: *called* is how a note may name it; *again* what takes up who speaks, empty for none known.

    *alone* says that its sentence tells nothing between the speaker and what was said; *feminine* that its name is so,
    in French and Spanish: what is told of it agrees. *state* is the name of the State that speaks where that is surely
    masculine: of it what was noted may be told as it stands.
    """

    called: Collection[str]
    again: str = ""
    alone: bool = True
    feminine: bool = False
    state: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as it goes into its sentences; *aside* stands behind who speaks, between commas (supported by Peru).

    *left* is what of it reads as it was noted. *subject* is who it is told of, where that is not who speaks.
    """

    told: Reported
    aside: str = ""
    left: tuple[str, ...] = ()
    subject: str = ""


def again(who: str, language: Language, *, official: bool) -> str:
    """What takes up *who* in a further sentence: of a delegation or office, of nobody else."""
    if language is Language.EN:
        found = _TAKEN_UP.match(who) if official else None
        return f"The {found[1]}" if found else ""
    article = who.casefold().partition(" ")[0]
    return _AGAIN[language].get(article, "") if official else ""


def is_feminine(who: str, language: Language) -> bool:
    """Whether the name of a speaker is feminine by its article: « la délégation », "una delegación"."""
    return language is not Language.EN and who.casefold().partition(" ")[0] in ("la", "une", "una")


def noted(note: str, language: Language, by: Speaker) -> Noted:
    """A note in the sentences of its language.

    Where something in it might have to agree with a delegation, and its form or its subject is not certain, all of it
    is told of the State, in whose gender it was noted: « Le Maroc dit qu’il est prêt à payer, et convaincu que … ».
    Where that gender is not certain either, it stands behind a colon.
    """
    text, aside = _without_name(note.strip(), by)
    found = reported(text, language, by.called)
    if found.kind is Kind.DIRECT:
        return Noted(found, aside, (found.text,))
    parts = [one.text for one in sentences(found.text)]
    made = list(_retold(parts, found, language, by))
    subject = ""
    if not all(one.agrees for one in made):
        if not by.state or any(tells_of_another(one, language) for one in parts):
            return _as_it_stands(found, aside)
        subject, pronoun = by.state, "Il" if language is Language.FR else ""
        of_state = _retold(parts, found, language, replace(by, again=pronoun, feminine=False))
        made = [replace(one, well=one.well and was.agrees) for one, was in zip(of_state, made, strict=True)]
    told = replace(found, text=_joined(found.text, [one.text for one in made]))
    left = tuple(one.text for one in made if not one.well)
    return Noted(told, aside, (*left, found.direct) if found.direct else left, subject)


def _as_it_stands(found: Reported, aside: str) -> Noted:
    """A note behind a colon, whole."""
    told = f"{found.text} {found.direct}".strip()
    return Noted(Reported(Kind.DIRECT, told), aside, (told,))


def _without_name(note: str, by: Speaker) -> tuple[str, str]:
    """A note without its speaker's name before a colon, and what stands between the two: "Mexico, with Peru: …"."""
    plain = _unaccented(note)
    for one in by.called:
        found = one and re.match(rf"(?i:{re.escape(_unaccented(one))})(?:,\s([^:;.?!]*))?\s*:\s+(?=\S)", plain)
        if found and (by.alone or found[1] is None):
            return note[found.end() :], "" if found[1] is None else note[found.start(1) : found.end(1)].strip()
    return note, ""


def _unaccented(text: str) -> str:
    """A text, letter by letter, without its accents."""
    return "".join(unicodedata.normalize("NFD", one)[0] for one in text.replace("'", "’"))


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence as it is told, whether it is told *well*, and whether what is told in it *agrees* with who speaks."""

    text: str
    well: bool
    agrees: bool = True


def _retold(parts: list[str], found: Reported, language: Language, by: Speaker) -> Iterator[_Told]:
    """Each sentence as it is told."""
    for number, text in enumerate(parts):
        continued = number == 0 and found.kind is Kind.CONTINUED
        bare = number > 0 and (begins_with_act(text, language) or begins_with_auxiliary(text, language))
        said = text[:1].lower() + text[1:] if bare and by.again else text
        well = not bare or language is Language.ES or bool(by.again)
        well = well and (number == 0 or bare or not may_begin_with_verb(text, language))
        opening = opening_of(said, language)
        well = well and not (continued and asks(said[len(opening) :], language))
        well = well and not ((continued or bare) and may_be_either(said[len(opening) :], language))
        agrees = True
        if (continued or bare) and by.feminine:
            agreed = agreeing(said, len(opening), language)
            said, agrees = agreed.text, agreed.sure
        elif number == 0 and by.feminine and found.kind in (Kind.CLAUSE, Kind.CLAUSE_AFTER_VOWEL):
            agreed = agreeing_clause(said, language)
            said, agrees = agreed.text, agreed.sure
        if (continued or bare) and is_state(said[len(opening) :], language):
            reports = saying(language, by.again, later=bare)
            told = said[len(opening) :]
            if bare and reports and not by.again:
                reports, told = sentence_start(reports), told[:1].lower() + told[1:]
            said, well = f"{opening}{reports}{told}", well and bool(reports)
        if language is Language.EN:
            said = _past(said, by, verb_first=continued or bare)
            well = well and _is_past(said, verb_first=continued or bare)
        told = f"{by.again} {said}" if bare and by.again else said
        yield _Told(told, well and agrees, agrees)


def _past(sentence: str, by: Speaker, *, verb_first: bool) -> str:
    """An English sentence in the past: what stands before its verb, an adverbial or the speaker's name, stays."""
    opening = opening_of(sentence, Language.EN) if verb_first else _named(sentence, by)
    return opening + in_past(sentence[len(opening) :], verb_first=verb_first or bool(opening))


def _named(sentence: str, by: Speaker) -> str:
    for one in by.called:
        found = one and re.match(rf"(?i:{re.escape(one)})\s+(?=(\w+))", sentence)
        behind = sentence[found.end() :] if found else ""
        if found and is_third_person(found[1]) and (AUXILIARY.fullmatch(found[1]) or not _of_others(behind)):
            return found[0]
    return ""


def _of_others(behind: str) -> bool:
    """Whether a word in -s behind a name is a noun, the subject with it: "Panama costs are high"."""
    return has_subject(behind) or nominal(behind)


def _is_past(told: str, *, verb_first: bool) -> bool:
    opening = opening_of(told, Language.EN) if verb_first else ""
    return not left_in_present(told[len(opening) :], verb_first=verb_first)


def _joined(text: str, told: list[str]) -> str:
    """The sentences of a text as they are told, with what stood between them."""
    pieces, done = [], 0
    for one, said in zip(sentences(text), told, strict=True):
        pieces += [text[done : one.start], said]
        done = one.end
    return "".join(pieces) + text[done:]
