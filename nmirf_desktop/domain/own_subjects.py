"""Sentences of a note whose subject is the State that speaks, by its name or by its pronoun.

« Le Maroc remercie le Comité. Il est prêt à l’aider. » is told as the same without its subjects: of who speaks, named
once, what it is or feels as said (:mod:`.noted_speech`). A name stays where its State does what no delegation does in
the room (« Le Maroc a adopté une loi »): that is reported by "that". A pronoun is taken for the State by what is told
of it and by what else it may take up in the sentence before; where that is not sure it stays, and is named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from nmirf_desktop.domain.agreeing import tells_of_another
from nmirf_desktop.domain.bare_sentences import begins_with_auxiliary, tells_of_itself
from nmirf_desktop.domain.being import BE, over_adverbs
from nmirf_desktop.domain.impersonal import may_be_impersonal
from nmirf_desktop.domain.own_subjects_english import Whose, speaks_for_state, subjects
from nmirf_desktop.domain.own_subjects_french import may_do
from nmirf_desktop.domain.reported_speech import Kind, begins_with_act, opening_of, reported
from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.domain.spoken_acts import ACT
from nmirf_desktop.i18n import Language

_SPEAKS = re.compile(r"(?:la|une|una) d(?:élégation|elegación)\b", re.IGNORECASE)
_ARTICLES = {
    Language.FR: {"le ": "la délégation du ", "les ": "la délégation des ", "": "la délégation de "},
    Language.ES: {"el ": "la delegación del ", "": "la delegación de "},
}
"""How a delegation is named by the article of its State's name."""
_DELEGATION = {Language.FR: "la délégation", Language.ES: "la delegación"}
_SAID = {
    Language.FR: re.compile(
        r"dit (?:oui|non)\b|(?:dit|déclare|indique|ajoute|précise) (?:que\b|qu[’'])"
        r"|(?:sollicite|réclame|insiste|rejette|espère)\b"
        r"|accueille avec\b|(?:ne )?se réjouit\b|s[’'](?:abstient|abstiendra)\b"
        r"|(?:ne )?(?:votera|appuiera|soutiendra|acceptera|proposera|demandera|retirera|se ralliera)\b"
    ),
    Language.ES: re.compile(
        r"dice (?:sí|no)\b|(?:dice|declara|indica|añade|precisa) que\b"
        r"|(?:solicita|destaca|señala|insiste|rechaza|pregunta)\b"
        r"|acoge con\b|se (?:suma|abstiene|abstendrá)\b"
        r"|(?:no )?(?:votará|apoyará|respaldará|aceptará|propondrá|pedirá|solicitará)\b"
    ),
}
"""Further acts of who speaks by saying so, at the head of a note."""
_ATTITUDE = {
    Language.FR: re.compile(
        r"(?:prête?|disposée?|heureu(?:x|se)|ravie?|satisfaite?|opposée?|préoccupée?|reconnaissante?|convaincue?"
        r"|favorable|honorée?|fière|fier|inquiète?|inquiet|consciente?|désireu(?:x|se)|soucieu(?:x|se)|déçue?"
        r"|surprise?|attentive|attentif|confiante?|persuadée?|déterminée?|résolue?|hostile"
        r"|d[’']accord|d[’']avis|en faveur|contre)(?!\w)"
    ),
    Language.ES: re.compile(
        r"(?:dispuest[ao]|agradecid[ao]|satisfech[ao]|preocupad[ao]|convencid[ao]|encantad[ao]|honrad[ao]|orgullos[ao]"
        r"|segur[ao] de|opuest[ao]|sorprendid[ao]|decepcionad[ao]|interesad[ao] en|consciente|partidari[ao]|favorable"
        r"|contrari[ao]|deseos[ao]|decidid[ao]|list[ao] (?:a|para)|de acuerdo|a favor|en contra)(?!\w)"
    ),
}
"""What a State is or feels in the room, by what its delegation says: not what it is in the world (« est membre »)."""
_TO_BECOME = re.compile(r"prête?s? à (?:être|l[’']emploi)\b|opposée?s? à ce\b.*\bd[’']être\b")
"""What a text, too, may be ready for."""
_YEAR = re.compile(r"\b(?:en|depuis|dès|desde) (?:el año |l[’']année )?(?:19|20)\d\d\b", re.IGNORECASE)
"""What a State did in some year, and not in the room."""
_HE = re.compile(
    r"\b(?:il(?! (?:(?:ne |n[’'])?(?:faut|faudra|faudrait|convient|importe|suffit|y a)\b|s[’']agit\b"
    r"|(?:est|serait) [^\W\d_]+ (?:que|de|qu[’']|d[’'])))|lui|él)\b",
    re.IGNORECASE,
)
"""Further on in a sentence, what may take up the State, and would no more if its delegation were the subject."""
_AND_SO = re.compile(r"(?:[.;,:]| et| mais| car| donc)\s+(il|elle)\b", re.IGNORECASE)
"""A second clause of a sentence, with a pronoun as its subject."""
_PRONOUN = re.compile(r"(Il|Elle)\s+(?=\S)")
_NOBODY = re.compile(
    r"(?:ne |n[’'])?(?:faut|faudra|faudrait|convient|conviendrait|importe|suffit|suffirait|semble|paraît|y a|y aura"
    r"|y avait|y aurait|s[’']agit|s[’']agirait|reste|va de soi|en va|en est|existe|serait bon|est temps|est question)"
    r"(?!\w)"
)
"""What an impersonal « il » does."""
_OF_WHAT = re.compile(r"\b(?:que|de)\b|\b(?:qu|d)[’']", re.IGNORECASE)
"""Before what is told impersonally: « il est important de », not « il est clair et concis »."""
_OF_PERSONS = re.compile(
    r"(?:(?:ne|se|le|la|les|vous) |[nsl][’'])*(?:remercie|félicite|souhaite|regrette|prie|exhorte|associe|rallie|oppose"
    r"|déplore|votera|abstiendra|appuie|appuiera|soutiendra)\b|(?:ne |n[’'])(?:peut|pourra|a) ",
    re.IGNORECASE,
)
"""What is told of persons, and much of it of things: « appuie »; « demande » or « propose » a report may do as well."""
_ACTORS = {
    "il": re.compile(
        r"\b(?:comité|secrétariat|groupe|bureau|président|vice-président|rapporteur|haut-commissariat|conseil"
        r"|gouvernement|pays|état|réseau|programme|ministère|centre|institut|représentant|observateur|orateur|expert"
        r"|partenaire|coordonnateur|hcdh|haut-commissaire)(?!\w)",
        re.IGNORECASE,
    ),
    "elle": re.compile(
        r"\b(?:présidence|présidente|vice-présidente|rapporteuse|délégation|commission|organisation|équipe|société"
        r"|secrétaire|union|représentante|observatrice|experte|agence|fondation|assemblée|institution|région)(?!\w)",
        re.IGNORECASE,
    ),
}
"""Who else may be ready or grateful, by the pronoun that takes it up."""
_CALLED = re.compile(r"(?<=[\s’'(])(?:(\w+) |(l[’']))?([A-ZÀÂÇÉÈÊÎÔÛ][^\W\d_]+(?:-[^\W\d_]+)*)(?![\w/]|\.\w)")
_NOUN = {
    "il": re.compile(r"\b(?:(?:le|un|du|au|ce|cet|son|leur) |l[’']|d[’']un )(?=\w)", re.IGNORECASE),
    "elle": re.compile(r"\b(?:(?:la|une|cette|sa|son|leur) |l[’']|d[’']une )(?=\w)", re.IGNORECASE),
}
"""A noun that the pronoun may take up, by what stands before it."""
_MANY = ("les", "des", "aux", "ces", "ses")
_OTHER_GENDER = {
    "il": frozenset(("la", "une", "cette", "sa", *_MANY)),
    "elle": frozenset(("le", "un", "du", "au", "ce", "cet", *_MANY)),
}
"""Articles behind which stands what it cannot take up."""


class Sure(Enum):
    """How sure it is that a sentence is of who speaks."""

    OWN = "its own"
    WITH_HE = "its own, with a pronoun further on that may take up the State"
    AND_HE = "its own, with a second clause that is the State's or of what was named"
    LIKELY = "its own, unless a body that was named is meant"
    UNSURE = "anybody's"
    OTHER = "of another subject, or told by its name"


_TAKEN_UP = frozenset((Sure.WITH_HE, Sure.AND_HE))
"""Where the State may be taken up further on in its own sentence."""
_DOUBTED = frozenset((Sure.AND_HE, Sure.LIKELY, Sure.UNSURE))


@dataclass(frozen=True, slots=True)
class OwnSubjects:
    """A note without the subjects that are who speaks.

    *doubted* are the places of its sentences, from 0, whose pronoun may be of another. *as_state* says that they read
    as they were noted only where the State, in whose gender they are, is the subject of what stands before them.
    """

    text: str
    doubted: frozenset[int] = frozenset()
    as_state: bool = False
    named: frozenset[int] = frozenset()


def without_own_subjects(note: str, language: Language, called: Sequence[str], *, masculine: bool) -> OwnSubjects:
    """A note without the names and pronouns of who speaks that are subjects of what is told as its own.

    *called* is how the note may name it, as its sentence does first, then the State; *masculine* that the State's name
    surely is. Nothing changes where no delegation speaks. English has rules of its own
    (:mod:`.own_subjects_english`).
    """
    if language is Language.EN:
        return _in_english(note, called)
    if not called or not _SPEAKS.match(called[0]):
        return OwnSubjects(note)
    names = _names(called, language)
    parts = sentences(note)
    if not parts:
        return OwnSubjects(note)
    texts = [one.text for one in parts]
    made = list(_each(texts, language, names, he=masculine))
    goes = made[0][1] > 0 or not _named_in(texts[0], names)
    as_state = masculine and goes and _as_state([sure for sure, _ in made], texts, language)
    if not as_state and any(sure in _TAKEN_UP for sure, _ in made):
        made = list(_each(texts, language, names, he=False))
    text = _cut(note, [(one.start, cut) for one, (_, cut) in zip(parts, made, strict=True)])
    doubted = frozenset(place for place, (sure, _) in enumerate(made) if sure in _DOUBTED)
    return OwnSubjects(text, doubted, as_state)


def _in_english(note: str, called: Sequence[str]) -> OwnSubjects:
    parts = sentences(note)
    if not parts or not speaks_for_state(called):
        return OwnSubjects(note)
    made = list(subjects([one.text for one in parts], called))
    text = _cut(note, [(one.start, cut) for one, (_, cut) in zip(parts, made, strict=True)])
    if made[0][1] and reported(text, Language.EN, called).kind is not Kind.CONTINUED:
        return OwnSubjects(note)
    doubted = frozenset(place for place, (whose, _) in enumerate(made) if whose is Whose.UNSURE)
    named = frozenset(place for place, (whose, _) in enumerate(made) if whose is Whose.NAMED)
    return OwnSubjects(text, doubted, named=named)


def _names(called: Sequence[str], language: Language) -> tuple[str, ...]:
    """How a note may name who speaks, the longer names first: its delegation, also where that is not to be named."""
    found = {_DELEGATION[language], *called}
    for one in filter(None, called[1:]):
        article = next(head for head in _ARTICLES[language] if one.casefold().startswith(head))
        found.add(f"{_ARTICLES[language][article]}{one[len(article) :]}")
    return tuple(sorted(filter(None, found), key=len, reverse=True))


def _each(texts: Sequence[str], language: Language, names: Sequence[str], *, he: bool) -> Iterator[tuple[Sure, int]]:
    """Each sentence as :class:`_Reader` reads it; *he* says that the State may be the subject where it is taken up."""
    sure, since = Sure.OTHER, [""]
    for place, one in enumerate(texts):
        read = _Reader(language, names, first=place == 0, he=he)
        sure, cut = read.sentence(one, sure, since)
        yield sure, cut
        since = [one] if _named_in(one, names) else [*since, one]


def _cut(note: str, cuts: Sequence[tuple[int, int]]) -> str:
    """A note without so many letters from each of these places on; a further sentence begins with a capital again."""
    pieces, done = [], 0
    for start, length in cuts:
        if length:
            pieces.append(note[done:start])
            done = start + length
            if start and pieces:
                pieces.append(note[done].upper())
                done += 1
    return "".join(pieces) + note[done:]


def _as_state(made: Sequence[Sure], texts: Sequence[str], language: Language) -> bool:
    """Whether a pronoun that stays may be the State, in a note that is of the State alone up to there."""
    before = made[:-1] if made[-1:] == [Sure.UNSURE] else made
    if not any(one in _TAKEN_UP for one in made) and not (before is not made and texts[-1].startswith("Il")):
        return False
    said = (one[:1].lower() + one[1:] for one in texts)
    return all(one is Sure.OWN or one in _TAKEN_UP for one in before) and not any(
        tells_of_another(one, 0, language) for one in said
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """What tells whose a sentence is: its language, the *names* of who speaks, whether it is the *first* of its note.

    *he* says that its name goes, too, where a pronoun further on may take up the State.
    """

    language: Language
    names: Sequence[str]
    first: bool
    he: bool

    def sentence(self, text: str, before: Sure, since: Sequence[str]) -> tuple[Sure, int]:
        """Whose a sentence is, and how many letters of it name its subject, and go.

        *since* are those before it, from the one on that last named who speaks.
        """
        if "?" in text:
            return Sure.OTHER, 0
        for one in self.names:
            found = re.match(rf"(?i:{re.escape(one)})(,?)\s+(?=\S)", text.replace("'", "’"))
            if found:
                behind = text[found.end() :]
                opening = opening_of(behind, self.language) if found[1] and self.first else ""
                if found[1] and not opening:
                    return Sure.OTHER, 0
                sure, goes = self._named(behind[len(opening) :], feminine=_by_article(one) == "elle")
                return sure, found.end() if goes else 0
        pronoun = _PRONOUN.match(text) if self.language is Language.FR and not self.first else None
        if pronoun is not None:
            sure = _of_pronoun(text[pronoun.end() :], since, pronoun[1].casefold(), self.names)
            if before in (Sure.UNSURE, Sure.OTHER):  # another may be meant: it is told of some State or person
                told = sure is not Sure.OTHER and _bare(text[pronoun.end() :], Language.FR)
                return (Sure.UNSURE if told else Sure.OTHER), 0
            return sure, pronoun.end() if sure in (Sure.OWN, Sure.LIKELY) else 0
        small = self.first and text[:1].islower()
        bare = begins_with_act(text, self.language) if small else _bare(text, self.language)
        return (Sure.OWN if bare else Sure.OTHER), 0

    def _named(self, predicate: str, *, feminine: bool) -> tuple[Sure, bool]:
        """Whose a sentence is that names who speaks before its predicate, and whether the name goes."""
        own = Sure.OWN if _is_verb(predicate) else Sure.OTHER
        if own is Sure.OTHER or _YEAR.search(predicate) or not self._is_told(predicate):
            return own, False
        if clause := _AND_SO.search(predicate):
            if feminine and clause[1].casefold() == "il":
                return own, False  # of what was named: told of nobody else behind "that"
            again = bool(_HE.search(predicate))
            if feminine or not again:
                return (Sure.LIKELY if feminine or clause[1].casefold() == "elle" else own), True
            return (Sure.AND_HE, True) if self.he else (Sure.UNSURE, False)
        if not feminine and _HE.search(predicate):
            return (Sure.WITH_HE, True) if self.he else (own, False)
        return own, True

    def _is_told(self, predicate: str) -> bool:
        """Whether a predicate is told as the delegation's: an act by saying so, or what it feels."""
        if begins_with_act(predicate, self.language) or tells_of_itself(_capital(predicate), self.language):
            return True
        be = BE[self.language].match(predicate)
        if be is not None:
            here = over_adverbs(predicate, be.end(), self.language)
            return self.first and bool(_ATTITUDE[self.language].match(predicate, here))
        if self.first and _SAID[self.language].match(predicate):
            return True
        verb = re.match(r"(?:ne |no )?(?:peut|puede|souhaite|desea) ", predicate)
        return self.first and bool(verb and ACT[self.language].match(predicate, verb.end()))


def _is_verb(predicate: str) -> bool:
    """Whether a State that is named is the subject alone: no "and" follows it, nor what belongs to its name."""
    return predicate[:1].islower() and not re.match(r"(?:et|ou|ni|y|e|o|u|de|du|des|del|avec|con)\b", predicate)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _bare(predicate: str, language: Language) -> bool:
    """Whether a predicate is told well as a further sentence without a subject."""
    said = _capital(predicate)
    return begins_with_act(said, language) or begins_with_auxiliary(said, language)


def _of_pronoun(predicate: str, since: Sequence[str], pronoun: str, names: Sequence[str]) -> Sure:
    """Whether a French pronoun is of who spoke in the sentence before, the last one *since* the State was named."""
    earlier = since[-1]
    if _is_impersonal(predicate):
        return Sure.OTHER
    if pronoun not in _pronouns(earlier, names) or not _bare(predicate, Language.FR) or _TO_BECOME.search(predicate):
        return Sure.UNSURE
    rest, actors = _without_subject(earlier, names), _ACTORS[pronoun]
    if any(_may_be(found, pronoun) for found in _CALLED.finditer(rest)):
        return Sure.UNSURE
    personal = tells_of_itself(_capital(predicate), Language.FR) or _OF_PERSONS.match(predicate)
    if not personal and any(not actors.match(rest, one.end()) for one in _NOUN[pronoun].finditer(rest)):
        return Sure.UNSURE
    if personal and any(_named_may_do(_without_subject(one, names), predicate, pronoun) for one in since):
        return Sure.UNSURE
    return Sure.LIKELY if actors.search(rest) else Sure.OWN


def _named_may_do(rest: str, predicate: str, pronoun: str) -> bool:
    """Whether a thing of which a sentence speaks may do what is told of persons: « Il appuie trois langues »."""
    nouns = _NOUN[pronoun].finditer(rest)
    return any(not _ACTORS[pronoun].match(rest, one.end()) and may_do(rest, one, predicate) for one in nouns)


def _is_impersonal(predicate: str) -> bool:
    if _NOBODY.match(predicate):
        return True
    be = BE[Language.FR].match(predicate)
    word = re.compile(r"[^\W\d_]+").match(predicate, over_adverbs(predicate, be.end(), Language.FR)) if be else None
    behind = predicate[word.end() :] if word else ""
    return bool(word and _OF_WHAT.search(behind) and may_be_impersonal(word[0], behind, Language.FR))


def _pronouns(earlier: str, names: Sequence[str]) -> frozenset[str]:
    """The pronouns that take up who speaks as the sentence before has it: by its name there, or by its pronoun."""
    named = _named_in(earlier, names)
    again = _PRONOUN.match(earlier)
    if again is not None:
        return frozenset((again[1].casefold(),))
    if named and (own := _by_article(named)):
        return frozenset((own,))
    states = [one for one in names if not _SPEAKS.match(one)] if named else names
    return frozenset(filter(None, map(_by_article, states)))


def _by_article(name: str) -> str:
    """The pronoun that takes up a name, by its article; of « l’ », by its ending; empty for a name without one."""
    head = name.casefold()
    if head.startswith("l’"):
        return "elle" if re.split(r"[\s-]", head)[0].endswith("e") else "il"
    if head.startswith(("la ", "une ")):
        return "elle"
    return "il" if head.startswith(("le ", "un ")) else ""


def _named_in(earlier: str, names: Sequence[str]) -> str:
    """The name of who speaks with which a sentence begins, empty for none."""
    said = earlier.replace("'", "’").casefold()
    return next((one for one in names if said.startswith((f"{one.casefold()} ", f"{one.casefold()}, "))), "")


def _without_subject(earlier: str, names: Sequence[str]) -> str:
    """A sentence behind the name of who speaks, if it begins with it."""
    named = _named_in(earlier, names)
    return earlier[len(named) :] if named else f" {earlier[:1].lower()}{earlier[1:]}"


def _may_be(found: re.Match[str], pronoun: str) -> bool:
    """Whether a proper name may be what a pronoun takes up; who else speaks for the house is an actor."""
    known = any(actors.fullmatch(found[3]) for actors in _ACTORS.values())
    return not known and (found[1] or "").casefold() not in _OTHER_GENDER[pronoun]
