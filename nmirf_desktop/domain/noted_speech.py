"""A rapporteur's note in the sentences of minutes: its speaker named once, each sentence with its subject and tense.

What cannot be put well is left as it was noted, and said to be (:attr:`Noted.left`): nothing of it is lost.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain.added_clauses import asserts
from nmirf_desktop.domain.agreeing import tells_of_another
from nmirf_desktop.domain.bare_sentences import tells_of_itself
from nmirf_desktop.domain.broken_sentences import begins_with_name
from nmirf_desktop.domain.english_verbs import AUXILIARY, is_third_person
from nmirf_desktop.domain.finite_verbs import begins_with_own_verb
from nmirf_desktop.domain.first_person import QUOTED, in_first_person
from nmirf_desktop.domain.first_person_acts import in_third_person, own_acts
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.noted_abbreviations import is_shortened
from nmirf_desktop.domain.noted_contractions import without_contractions
from nmirf_desktop.domain.noted_other_subjects import is_act, is_in_room, names_somebody, without_others
from nmirf_desktop.domain.noted_points import in_sentences
from nmirf_desktop.domain.noted_predicates import with_ampersands, with_and
from nmirf_desktop.domain.noted_questions import asks_what, with_questions_asked
from nmirf_desktop.domain.noted_sentence_ends import with_capitals
from nmirf_desktop.domain.noted_sentences import Told, small, told_of
from nmirf_desktop.domain.noted_shorthand import in_full
from nmirf_desktop.domain.noted_speakers import UNNAMED, Speaker, taken_up
from nmirf_desktop.domain.own_subjects import OwnSubjects, without_own_subjects
from nmirf_desktop.domain.reported_speech import Kind, Reported, opening_of, reported
from nmirf_desktop.domain.said_besides import as_said, leading, led_in
from nmirf_desktop.domain.said_besides_english import as_said_english, leading_english
from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.domain.states_of_speakers import leads_in_itself, quoting
from nmirf_desktop.i18n import Language

_NAMED_WITHIN = re.compile(r"(?<=\s)[A-ZÀ-Þ][a-zà-ÿ]")
"""A name further on in a sentence."""
_TAKES_SIDES = re.compile(
    r"^[A-ZÀ-Þ][\w’'-]+ (?:contre|pour|d[’']accord|favorable|opposée?|en contra|a favor|de acuerdo|against"
    r"|in favou?r)\b|^(?:l[ae]s? |l[’']|el |los |las |the |m)[\w’'-]*\.$",
    re.IGNORECASE,
)
"""A name and its position, without a verb: « Kenya contre »; or but a word that may be shortened: « la coord. »."""
_WE = re.compile(
    r"We (?:have no|do not|don[’']t|cannot|can[’']t|will|would|shall|thank|support|agree|welcome|regret)\b"
)
_OWN = re.compile(r"\b(?:an?|our|the|this|that) [a-z]")
_WE_HAVE = re.compile(r"(?:Nous avons|On a|Tenemos|Contamos con) (?:une?|notre|una?|nuestr[ao]) ")
"""In a sentence of the first person, a thing that may do what the next sentence tells."""
_SET_OFF = re.compile(r":|\s[-–—]\s")
_BY_ARTICLE = re.compile(r"(?:L[ae]s? |L[’']|El |Los |Las )[A-ZÀ-Þ]")
"""How a sentence begins with a name and its article: « Le Kenya soutient »."""
_OF_SEVERAL = re.compile(
    r"(?:no )?(?:fueron|serán|(?:han|habían) sido) [^\W\d_]+(?:[ai]d|uest|ect|ech|iert|ist|rit)[ao]s\b", re.IGNORECASE
)
"""A Spanish note that begins with what several others are: “fueron invitadas 12 ONG”."""
_SHE = re.compile(r"\b(?:elle|ella)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as it goes into its sentences; *aside* stands behind who speaks, between commas (supported by Peru).

    *left* is what of it reads as it was noted. *subject* is who it is told of, where that is not who speaks. *behind*
    is what follows the part that stands behind a colon.
    """

    told: Reported
    aside: str = ""
    left: tuple[str, ...] = ()
    subject: str = ""
    behind: str = ""


def noted(note: str, language: Language, by: Speaker) -> Noted:
    """A note in the sentences of its language.

    A sentence in which something might have to agree with a delegation, and its form or its subject is not certain, is
    told of the State, in whose gender it was noted: « Le Maroc dit qu’il est prêt à payer, et convaincu que … ». Where
    that gender is not certain either, it stands behind a colon. The other sentences stay as they are.
    """
    text, aside = _without_name(note.strip(), by)
    text = f"que {text}" if language is Language.ES and _OF_SEVERAL.match(text) else text
    made = _noted(in_sentences(with_ampersands(text, language), language), aside, language, by)
    quoted = made.told.text if made.told.kind is Kind.DIRECT else made.told.direct
    return _told_further(made, quoted, language, by) if made.left and quoted == made.left[-1] else made


def _noted(text: str, aside: str, language: Language, by: Speaker) -> Noted:
    typed = _typed(with_capitals(text, language), language, by)
    typed = typed if language is Language.EN or by.feminine else _without_own_name(typed, language, by)
    own = without_own_subjects(typed, language, by.called, masculine=bool(by.state))
    if own.as_state:
        by = by.of_the_state(language)
    found = reported(own.text, language, by.called)
    found = replace(found, direct=_as_noted(found.direct, with_capitals(text, language), language))
    whole = reported(with_capitals(text, language), language, by.called) if own.text == typed != text else found
    if found.kind is Kind.DIRECT or asks_what(text, language):
        return _as_it_stands(Reported(Kind.DIRECT, text) if asks_what(text, language) else whole, aside, language)
    texts = [one.text for one in sentences(found.text)]
    kinds = [found.kind, *(None for _ in texts[1:])]
    made = [told_of(one, kind, language, by) for one, kind in zip(texts, kinds, strict=True)]
    if language is Language.EN:
        made = [_english(one, place, own, by) for place, one in enumerate(made)]
    subject = by.state if own.as_state else ""
    if not all(one.agrees for one in made):
        parts = [_Part(*one) for one in zip(texts, kinds, made, strict=True)]
        made = list(_each_agreeing(parts, language, by))
        if all(one.as_noted for one in made):
            return _as_it_stands(whole, aside, language)
        subject = by.state if made[0].of_state else ""
    of_speaker = own.named | _of_speaker(typed, texts, by) | own_acts(with_capitals(text, language), language)
    made = list(without_others(made, texts, of_speaker, found, language))
    made = list(led_in(list(_each_said(made, own, language, by, reported=found.clause)), language))
    itself = found.kind is Kind.CONTINUED and leads_in_itself(found.text, language)
    kind = Kind.DIRECT if made[0].as_noted and not itself else found.kind
    told = replace(found, kind=kind, text=_joined(found.text, [one.text for one in made]))
    left = tuple(one.text for place, one in enumerate(made) if not one.well or place in own.doubted)
    return Noted(told, aside, (*left, found.direct) if found.direct else left, subject)


def _without_own_name(note: str, language: Language, by: Speaker) -> str:
    """A note of a body in whose further sentences its name does not stand before its act: « Le HCDH rappelle … »."""
    parts = [one.text for one in sentences(note)]

    def act(sentence: str) -> str:
        named = (one and re.match(rf"(?i:{re.escape(one)}) (?=[a-zà-ÿ])", sentence) for one in by.called)
        rest = next((sentence[found.end() :] for found in named if found), "")
        return sentence_start(rest) if rest and begins_with_own_verb(rest, language) else sentence

    told = [*parts[:1], *map(act, parts[1:])]
    return note if told == parts else " ".join(told)


def _as_noted(direct: str, note: str, language: Language) -> str:
    """What of a note stands behind a colon at its end, with its questions and its first person: none is told there."""
    parts, noted_so = sentences(direct), sentences(note)
    if not parts or len(parts) > len(noted_so):
        return direct
    pairs = zip(parts, noted_so[-len(parts) :], strict=True)
    return _joined(direct, [_spoken_so(one.text, was.text, language) for one, was in pairs])


def _spoken_so(told: str, noted_so: str, language: Language) -> str:
    if noted_so.endswith("?"):
        return noted_so
    third = in_third_person(noted_so, language)
    return f"{noted_so.rstrip('.')}." if third != noted_so and told.rstrip(".") == third.rstrip(".") else told


def _typed(note: str, language: Language, by: Speaker) -> str:
    """A note with the verbs, conjunctions and questions that its shorthand leaves out, and no contraction."""
    note = without_contractions(in_third_person(note, language), language)
    return with_questions_asked(with_and(in_full(note, language, by.called), language), language)


def _told_further(made: Noted, quoted: str, language: Language, by: Speaker) -> Noted:
    """A note of which a part stands behind a colon, and what follows in it is told, from its first plain act on."""
    text = with_capitals(quoted, language)
    parts = sentences(text)
    other = somebody = False
    for place in range(1, len(parts)):
        before, part = parts[place - 1].text, parts[place].text
        other = other or _may_be_of_another(before, language)
        somebody = somebody or names_somebody(before, language)
        in_room = is_in_room(part, language)
        if somebody if in_room else other or not _begins_with_act(part, language, by):
            continue
        rest = " ".join(one.text for one in parts[place:])
        behind = _behind_quoted(parts[place - 1].text, rest, language, by)
        if behind is not None:
            kept = _keeping(made, text[: parts[place - 1].end].rstrip())
            return replace(kept, left=(*kept.left, *behind.left), behind=behind.told.text)
    return _keeping(made, text)


def _keeping(made: Noted, quoted: str) -> Noted:
    """A note that ends with a part behind a colon, with these words there."""
    direct = made.told.kind is Kind.DIRECT
    told = replace(made.told, text=quoted) if direct else replace(made.told, direct=quoted)
    return replace(made, told=told, left=(*made.left[:-1], quoted))


def _may_be_of_another(sentence: str, language: Language) -> bool:
    """Whether a sentence names somebody else, who may be the subject of the next, or ends with an abbreviation.

    So may a thing that those who speak have: "We have an ombudsman."; what they lack may not.
    """
    if language is Language.EN and _WE.match(sentence):
        return _OWN.search(sentence) is not None
    if _WE_HAVE.match(sentence):
        return True
    if _NAMED_WITHIN.search(sentence) or _TAKES_SIDES.search(sentence) or is_shortened(sentence, language):
        return True
    if language is not Language.EN:
        return begins_with_name(sentence, language) or _BY_ARTICLE.match(sentence) is not None
    found = re.match(r"[A-Z][\w’'-]+(?: (?:of |and |the )*[A-Z][\w’'-]+)* ([a-z]+)", sentence)
    return found is not None and (is_third_person(found[1]) or AUXILIARY.fullmatch(found[1]) is not None)


def _behind_quoted(before: str, rest: str, language: Language, by: Speaker) -> Noted | None:
    """The sentences of a note behind one that is quoted; ``None`` where they do not begin with an act of who speaks.

    From the first on that speaks in the first person they are quoted again.
    """
    told, direct = _before_first_person(rest, language)
    if not told or (direct and not by.name):
        return None
    typed = sentence_start(_typed(told, language, by))
    own = without_own_subjects(typed, language, by.called, masculine=False)
    texts = [one.text for one in sentences(own.text)]
    made = [told_of(one, None, language, by) for one in texts]
    if language is Language.EN:
        made = [_english(one, place, own, by) for place, one in enumerate(made)]
    if not all(one.agrees for one in made):
        return None
    others = without_others(
        [Told(before, well=False, own=False), *made],
        [before, *texts],
        frozenset(one + 1 for one in {0} | own.named | _of_speaker(typed, texts, by)),
        Reported(Kind.CLAUSE, before),
        language,
    )
    made = list(others)[1:]
    if not ((made[0].own or 0 in own.named) and made[0].well and 0 not in own.doubted):
        return None
    made = list(_each_said(made, own, language, by, reported=False))
    left = tuple(one.text for place, one in enumerate(made) if not one.well or place in own.doubted)
    text = _joined(own.text, [one.text for one in made])
    if direct:
        who = by.again or ("" if language is Language.ES else taken_up(by.name, language))
        again = _told_further(Noted(Reported(Kind.DIRECT, direct), left=(direct,)), direct, language, by)
        text = f"{text} {quoting(language, who)}{again.told.text} {again.behind}".rstrip()
        left = (*left, *again.left)
    return Noted(Reported(Kind.CONTINUED, text), left=left)


def _before_first_person(text: str, language: Language) -> tuple[str, str]:
    """The sentences of a text before the first one in the first person, and those from there on."""
    parts = [one.text for one in sentences(text)]
    third = (in_third_person(one, language) for one in parts)
    places = (place for place, one in enumerate(third) if in_first_person(QUOTED.sub("”", one), language))
    place = next(places, len(parts))
    return " ".join(parts[:place]), " ".join(parts[place:])


def _begins_with_act(noted_so: str, language: Language, by: Speaker) -> bool:
    """Whether a sentence is plainly of who speaks: an act of a meeting, or a position with its verb or without."""
    typed = sentence_start(_typed(noted_so, language, by))
    own = without_own_subjects(typed, language, by.called, masculine=False)
    if is_act(own.text, language) or in_full(noted_so, language, by.called) != noted_so:
        return True
    return language is not Language.EN and tells_of_itself(own.text, language)


def _of_speaker(typed: str, texts: Sequence[str], by: Speaker) -> frozenset[int]:
    """The places of the sentences of a note whose subject is who speaks, or was, until it was taken from them."""
    noted_so = [one.text.rstrip(" .") for one in sentences(typed)]
    names = tuple(f"{one.casefold()} " for one in by.called if one)
    taken = {place for place, text in enumerate(texts) if place and noted_so[place:][:1] != [text.rstrip(" .")]}
    return frozenset(taken | {place for place, text in enumerate(texts) if text.casefold().startswith(names)})


def _each_said(
    made: Sequence[Told], own: OwnSubjects, language: Language, by: Speaker, *, reported: bool
) -> Iterator[Told]:
    """The sentences of a note with what they assert besides its speaker's acts told as said.

    *reported* says that the first one stands behind "that".
    """
    turn = 0
    for place, one in enumerate(made):
        if one.as_noted or not one.well or place in own.doubted:
            yield one
            continue
        if language is Language.EN:
            said, turn = (one, turn) if reported and not place else as_said_english(one, leading_english(by), turn)
            yield said
            continue
        lead = "Il" if one.of_state and language is Language.FR else leading(by, language)
        said, turn = as_said(one, language, lead, turn, reported=reported and place == 0)
        yield said


def _as_it_stands(found: Reported, aside: str, language: Language) -> Noted:
    """A note behind a colon, whole; without one where it begins with its own "said"."""
    if found.kind is Kind.CONTINUED and leads_in_itself(found.text, language):
        return Noted(found, aside, tuple(filter(None, (found.text, found.direct))))
    told = f"{found.text} {found.direct}".strip()
    return Noted(Reported(Kind.DIRECT, told), aside, (told,))


def _without_name(note: str, by: Speaker) -> tuple[str, str]:
    """A note without its speaker's name before a colon, and what stands between the two: "Mexico, with Peru: …"."""
    if not _SET_OFF.search(note):
        return note, ""
    plain = _unaccented(note)
    for one in by.called:
        found = one and re.match(
            rf"(?i:{re.escape(_unaccented(one))})(?:,\s([^:;.?!]*))?(?:\s*:|\s[-–—])\s+(?=\S)", plain
        )
        if found and (by.alone or found[1] is None):
            return note[found.end() :], "" if found[1] is None else note[found.start(1) : found.end(1)].strip()
    return note, ""


def _unaccented(text: str) -> str:
    """A text, letter by letter, without its accents."""
    return "".join(unicodedata.normalize("NFD", one)[0] for one in text.replace("'", "’"))


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence of a note, the *kind* of the note for its first one, and how it is *told* of who speaks."""

    text: str
    kind: Kind | None
    told: Told

    def fits(self, language: Language) -> bool:
        """Whether it may be told of a State whose name is masculine: who speaks is its subject, and no feminine is.

        "She" may be who speaks, where nothing in the sentence tells that it was noted in the masculine.
        """
        if not self.told.own or (self.told.agrees and _SHE.search(self.text)):
            return False
        said = self.text if self.kind is not None else small(self.text)
        clause = self.kind in (Kind.CLAUSE, Kind.CLAUSE_AFTER_VOWEL)
        if clause and language is Language.FR and not said.startswith("il "):
            return True  # another is its subject
        start = len("il ") if clause and language is Language.FR else len(opening_of(said, language))
        return not tells_of_another(said, start, language)


def _english(made: Told, place: int, own: OwnSubjects, by: Speaker) -> Told:
    """A sentence of an English note that may be of another, to stand as noted; or of the State by its name, as said.

    As they are they would be the minutes' own words.
    """
    if place in own.doubted:
        return replace(made, agrees=False, own=True)
    if place not in own.named:
        return made
    told = small(made.text) if made.text.startswith("The ") else made.text
    return replace(made, text=f"{by.again or sentence_start(by.name)} said that {told}", own=False)


def _each_agreeing(parts: Sequence[_Part], language: Language, by: Speaker) -> Iterator[Told]:
    """The sentences of a note of which some do not surely agree, each told of the delegation, of the State, or quoted.

    What follows one of the State is of it, too, unless it is told in the feminine. One that is not named ("a State")
    would be another further on: of it the whole note is told, or nothing.
    """
    fits = [bool(by.state) and one.fits(language) for one in parts]
    unnamed = bool(UNNAMED.match(by.name))
    if unnamed and not all(fit or not one.told.own for fit, one in zip(fits, parts, strict=True)):
        fits = [False] * len(parts)
    of_state, near = unnamed and fits[0], True
    state = by.of_the_state(language)
    for one, fit in zip(parts, fits, strict=True):
        if not one.told.own:
            near = near and asserts(one.told.text, language)
            yield replace(one.told, of_state=of_state)
            continue
        before, of_state = of_state, fit and (of_state or not one.told.agrees)
        names = of_state is not before or not (near or (one.told.agrees and not of_state))
        named = taken_up(by.state if of_state else by.name, language) if names else ""
        if of_state:
            made = told_of(one.text, one.kind, language, state, named)
            yield replace(made, well=made.well and one.told.agrees, of_state=True)
        elif one.told.agrees:
            yield told_of(one.text, one.kind, language, by, named)
        else:
            yield _quoted(one, language, named or by.again or ("" if language is Language.ES else by.name))
        near = True


def _quoted(part: _Part, language: Language, who: str) -> Told:
    """A sentence behind a colon; the first one of a note is led in by what leads in the note."""
    first = part.kind is not None
    text, said = part.text, small(part.text)
    if not first and leads_in_itself(said, language):
        text = f"{who} {said}" if who else part.text
    elif not first:
        text = f"{quoting(language, sentence_start(who))}{said}"
    return Told(text, well=False, agrees=False, as_noted=True)


def _joined(text: str, told: list[str]) -> str:
    """The sentences of a text as they are told, with what stood between them."""
    pieces, done = [], 0
    for one, said in zip(sentences(text), told, strict=True):
        pieces += [text[done : one.start], said]
        done = one.end
    return "".join(pieces) + text[done:]
