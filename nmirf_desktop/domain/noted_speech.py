"""A rapporteur's note in the sentences of minutes: its speaker named once, each sentence with its subject and tense.

What cannot be put well is left as it was noted, and said to be (:attr:`Noted.left`): nothing of it is lost.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain.agreeing import Agreed, agreeing, agreeing_clause, may_tell_masculine, tells_of_another
from nmirf_desktop.domain.bare_sentences import begins_with_auxiliary, may_begin_with_verb
from nmirf_desktop.domain.broken_sentences import breaks_off, lacks_subject, takes_up_state
from nmirf_desktop.domain.english_past import AUXILIARY, has_subject, in_past, is_third_person, nominal
from nmirf_desktop.domain.english_present import left_in_present
from nmirf_desktop.domain.finite_verbs import begins_with_own_verb
from nmirf_desktop.domain.intentions import announcing
from nmirf_desktop.domain.left_masculine import changes
from nmirf_desktop.domain.missing_articles import is_telegraphic
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.own_subjects import OwnSubjects, without_own_subjects
from nmirf_desktop.domain.reported_speech import Kind, Reported, begins_with_act, opening_of, reported
from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.domain.spanish_sentences import may_be_of_speaker
from nmirf_desktop.domain.states_of_speakers import asks, is_at_home, is_state, may_be_either, offering, quoting, saying
from nmirf_desktop.i18n import Language

_AGAIN = {
    Language.EN: dict[str, str](),
    Language.FR: {"la": "Elle", "une": "Elle", "le": "Il", "un": "Il"},
    Language.ES: dict[str, str](),
}
"""The pronoun that takes up a speaker, by the article of its name; Spanish needs none."""
_TAKEN_UP = re.compile(r"(?:the|an?) (representative|observer|delegation)\b", re.IGNORECASE)
"""What takes up a speaker in English: "it" would be what was spoken of, and a representative is a person."""


_SHE = re.compile(r"\b(?:elle|ella)\b", re.IGNORECASE)
_VOWELS = frozenset("aeiouhéèêâîôûAEIOUHÉÈÊÂÎÔÛ")
_BEING = re.compile(r"\b(?:été|être|étant(?! donné)|siendo|sido|ser|estar|estado|estando)\s", re.IGNORECASE)
"""In an adverbial, before what would have to agree: « ayant été élu, remercie les délégations »."""
_OF_SAYING = re.compile(
    r"(?:au nom|pour sa part|(?:par|en) conséquen|toutefois|cependant|néanmoins|en outre|de plus|enfin"
    r"|(?:tout )?d[’']abord"
    r"|ensuite|premièrement|sur (?:ce|le|la|l[’'])|(?:à|sous) (?:cet|ce)|en ce qui concerne|concernant|s[’']agissant"
    r"|pour (?:conclure|terminer|ce qui)|en (?:conclusion|réponse|tant que|qualité)|par ailleurs|comme|répondant"
    r"|s[’']exprimant"
    r"|prenant la parole|parlant|intervenant|en nombre|por (?:su parte|tanto|lo tanto|consiguiente|último|otra parte"
    r"|otro lado)"
    r"|en (?:consecuencia|primer lugar|cuanto|calidad|respuesta|conclusión|relación)|sin embargo|no obstante|además"
    r"|asimismo"
    r"|finalmente|primero|después|al? (?:es[et]e? )?respecto|sobre|con respecto|para (?:concluir|terminar)"
    r"|respondiendo|hablando"
    r"|tomando la palabra)",
    re.IGNORECASE,
)
"""An adverbial that belongs to the saying; any other belongs to what is said: « en 2024, a ratifié la Convention »."""
_ARTICLE = re.compile(r"(?:L[ae]s?|Une?|Ce(?:t|tte)?|Elle|Il) |L[’']")
_UNNAMED = re.compile(r"(une?|una|an?) ", re.IGNORECASE)
"""The article of a speaker that is not named, « une délégation »: with it once more, it would be another one."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: *called* is how a note may name it, the first as its sentence does.

    *again* is what takes up who speaks, empty for none known. *alone* says that its sentence tells nothing between the
    speaker and what was said; *feminine* that its name is so, in French and Spanish: what is told of it agrees. *state*
    is the name of the State that speaks where that is surely masculine: of it what was noted may be told as it stands.
    """

    called: Sequence[str]
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


def taken_up(who: str, language: Language) -> str:
    """Who is named once more, as a sentence begins: « un État » is then « Cet État », and no other one."""
    found = _UNNAMED.match(who)
    if found is None:
        return sentence_start(who)
    called = who[found.end() :]
    if language is Language.EN:
        return f"The {called}"
    masculine = "Ese" if language is Language.ES else "Cet" if called[:1] in _VOWELS else "Ce"
    feminine = "Esa" if language is Language.ES else "Cette"
    return f"{masculine if found[1].casefold() == 'un' else feminine} {called}"


def is_feminine(who: str, language: Language) -> bool:
    """Whether the name of a speaker is feminine by its article: « la délégation », "una delegación"."""
    return language is not Language.EN and who.casefold().partition(" ")[0] in ("la", "une", "una")


def noted(note: str, language: Language, by: Speaker) -> Noted:
    """A note in the sentences of its language.

    A sentence in which something might have to agree with a delegation, and its form or its subject is not certain, is
    told of the State, in whose gender it was noted: « Le Maroc dit qu’il est prêt à payer, et convaincu que … ». Where
    that gender is not certain either, it stands behind a colon. The other sentences stay as they are.
    """
    text, aside = _without_name(note.strip(), by)
    own = without_own_subjects(text, language, by.called, masculine=bool(by.state))
    if own.as_state:
        by = _of_the_state(by, language)
    found = reported(own.text, language, by.called)
    if found.kind is Kind.DIRECT:
        return Noted(found, aside, (found.text,))
    texts = [one.text for one in sentences(found.text)]
    kinds = [found.kind, *(None for _ in texts[1:])]
    made = [_retold(one, kind, language, by) for one, kind in zip(texts, kinds, strict=True)]
    if language is Language.EN:
        made = [_english(one, place, own, by) for place, one in enumerate(made)]
    subject = by.state if own.as_state else ""
    if not all(one.agrees for one in made):
        parts = [_Part(*one) for one in zip(texts, kinds, made, strict=True)]
        made = list(_each_agreeing(parts, language, by))
        if all(one.as_noted for one in made):
            return _as_it_stands(found, aside)
        subject = by.state if made[0].of_state else ""
    kind = Kind.DIRECT if made[0].as_noted else found.kind
    told = replace(found, kind=kind, text=_joined(found.text, [one.text for one in made]))
    left = tuple(one.text for place, one in enumerate(made) if not one.well or place in own.doubted)
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
    """A sentence as it is told, whether it is told *well*, and whether what is told in it *agrees* with who speaks.

    *own* says that who speaks is its subject. *of_state* that it is told of the State, *as_noted* that it stands behind
    a colon.
    """

    text: str
    well: bool
    agrees: bool = True
    own: bool = True
    of_state: bool = False
    as_noted: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence of a note, the *kind* of the note for its first one, and how it is *told* of who speaks."""

    text: str
    kind: Kind | None
    told: _Told

    def fits(self, language: Language) -> bool:
        """Whether it may be told of a State whose name is masculine: who speaks is its subject, and no feminine is.

        "She" may be who speaks, where nothing in the sentence tells that it was noted in the masculine.
        """
        if not self.told.own or (self.told.agrees and _SHE.search(self.text)):
            return False
        said = self.text if self.kind is not None else _small(self.text)
        clause = self.kind in (Kind.CLAUSE, Kind.CLAUSE_AFTER_VOWEL)
        if clause and language is Language.FR and not said.startswith("il "):
            return True  # another is its subject
        start = len("il ") if clause and language is Language.FR else len(opening_of(said, language))
        return not tells_of_another(said, start, language)


def _english(made: _Told, place: int, own: OwnSubjects, by: Speaker) -> _Told:
    """A sentence of an English note that may be of another, to stand as noted; or of the State by its name, as said.

    As they are they would be the minutes' own words.
    """
    if place in own.doubted:
        return replace(made, agrees=False, own=True)
    if place not in own.named:
        return made
    told = _small(made.text) if made.text.startswith("The ") else made.text
    return replace(made, text=f"{by.again or sentence_start(_name(by))} said that {told}", own=False)


def _retold(text: str, kind: Kind | None, language: Language, by: Speaker, named: str = "") -> _Told:
    """A sentence as it is told; *kind* is that of a note's first one. A further one begins with who is *named*."""
    continued = kind is Kind.CONTINUED
    bare = kind is None and (begins_with_act(text, language) or begins_with_auxiliary(text, language))
    led = _leading(text, language) if language is Language.FR and not bare and kind is None else ""
    bare = bare or bool(led)
    who = named or by.again
    said = _small(text) if bare and who else text
    opening = opening_of(said, language)
    well = not bare or language is Language.ES or bool(who)
    if bare and not led and language is not Language.EN:
        well = well and begins_with_own_verb(_small(text), language)
    well = well and (kind is not None or bare or not _may_be_of_speaker(text, language, by))
    clause = kind in (Kind.CLAUSE, Kind.CLAUSE_AFTER_VOWEL) or (kind is None and not bare)
    well = well and not is_telegraphic(text, language) and not breaks_off(text, language, clause=clause)
    well = well and not (continued and asks(said[len(opening) :], language))
    well = well and not ((continued or bare) and may_be_either(said[len(opening) :], language))
    agreed = _agreed(said, kind, language, bare=bare) if by.feminine else Agreed(said)
    said = agreed.text
    if (continued or bare) and is_state(said[len(opening) :], language):
        well = well and (language is Language.EN or not opening or _OF_SAYING.match(opening) is not None)
        reports = saying(language, _pronoun(by, language, bare=bare), later=bare)
        told = said[len(opening) :]
        if bare and reports and not who:
            reports, told = sentence_start(reports), _small(told)
        said, well = f"{opening}{reports}{told}", well and bool(reports)
    if language is Language.EN:
        said = _past(said, by, verb_first=continued or bare)
        said, sure = offering(said) if continued or bare else (said, True)
        well = well and sure and _is_past(said, verb_first=continued or bare)
    if continued or bare:
        said, sure = announcing(said, language, _pronoun(by, language, bare=bare), text)
        well = well and sure
    if led and who:
        subject = _small(who) if _ARTICLE.match(f"{who} ") else who
        said, who = f"{sentence_start(led)}{subject} {said[len(led) :]}", ""
    told = f"{who} {said}" if bare and who else said
    return _Told(told, well and agreed.sure, agreed.sure, kind is not None or bare)


def _leading(text: str, language: Language) -> str:
    """The adverbial of a further sentence whose act has no subject behind it: « Sur le fond, appuie le texte »."""
    opening = "" if language is Language.EN else opening_of(_small(text), language)
    act = sentence_start(text[len(opening) :])
    return (
        _small(text)[: len(opening)] if opening and begins_with_act(act, language) and "," not in opening[:-2] else ""
    )


def _may_be_of_speaker(text: str, language: Language, by: Speaker) -> bool:
    """Whether a further sentence that is not plainly of who speaks may be, and then lacks its subject or its gender."""
    if language is Language.ES and may_be_of_speaker(text, feminine=by.feminine):
        return True
    lacks = lacks_subject(text, language) and not (language is Language.ES and _leading(text, language))
    if may_begin_with_verb(text, language) or lacks or is_at_home(text, language):
        return True
    return by.feminine and may_tell_masculine(_small(text), language)


def _agreed(said: str, kind: Kind | None, language: Language, *, bare: bool) -> Agreed:
    """A sentence with what agrees with its feminine speaker: of its own predicate, or of what is reported by "that"."""
    if bare or kind is Kind.CONTINUED:
        opening = opening_of(said, language)
        if takes_up_state(said) or any(changes(said, one.end(), language) for one in _BEING.finditer(opening)):
            return Agreed(said, sure=False)
        return agreeing(said, len(opening), language)
    if kind is Kind.CLAUSE_AFTER_VOWEL and said.startswith("il ") and takes_up_state(f"qu’{said}"):
        return Agreed(said, sure=False)
    return agreeing_clause(said, language) if kind is not None else Agreed(said)


def _pronoun(by: Speaker, language: Language, *, bare: bool) -> str:
    """What takes up who speaks in the same sentence: of a body, too, by its article, « le PNUD dit qu’il »."""
    alone = bare or language is not Language.FR
    return by.again or ("" if alone else again(_name(by), language, official=True))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _each_agreeing(parts: Sequence[_Part], language: Language, by: Speaker) -> Iterator[_Told]:
    """The sentences of a note of which some do not surely agree, each told of the delegation, of the State, or quoted.

    What follows one of the State is of it, too, unless it is told in the feminine. One that is not named ("a State")
    would be another further on: of it the whole note is told, or nothing.
    """
    fits = [bool(by.state) and one.fits(language) for one in parts]
    unnamed = bool(_UNNAMED.match(_name(by)))
    if unnamed and not all(fit or not one.told.own for fit, one in zip(fits, parts, strict=True)):
        fits = [False] * len(parts)
    of_state, near = unnamed and fits[0], True
    state = _of_the_state(by, language)
    for one, fit in zip(parts, fits, strict=True):
        if not one.told.own:
            near = False
            yield one.told
            continue
        before, of_state = of_state, fit and (of_state or not one.told.agrees)
        names = of_state is not before or not (near or (one.told.agrees and not of_state))
        named = taken_up(by.state if of_state else _name(by), language) if names else ""
        if of_state:
            made = _retold(one.text, one.kind, language, state, named)
            yield replace(made, well=made.well and one.told.agrees, of_state=True)
        elif one.told.agrees:
            yield _retold(one.text, one.kind, language, by, named)
        else:
            yield _quoted(one, language, named or by.again or ("" if language is Language.ES else _name(by)))
        near = True


def _of_the_state(by: Speaker, language: Language) -> Speaker:
    """Who speaks where the State is told of, whose name is masculine."""
    return replace(by, again="Il" if language is Language.FR else "", feminine=False)


def _quoted(part: _Part, language: Language, who: str) -> _Told:
    """A sentence behind a colon; the first one of a note is led in by what leads in the note."""
    first = part.kind is not None
    text = part.text if first else f"{quoting(language, sentence_start(who))}{_small(part.text)}"
    return _Told(text, well=False, agrees=False, as_noted=True)


def _name(by: Speaker) -> str:
    return by.called[0] if by.called else ""


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
