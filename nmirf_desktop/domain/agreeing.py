"""Adjectives and participles that tell something of the delegation that speaks, in French and Spanish: feminine.

A rapporteur notes what is heard of a State (« est prêt à accueillir », "está dispuesto"); minutes have its delegation
as the subject (:mod:`.noted_speech`). What stands behind *be* and its like is put into the feminine where its form is
certain: from a closed list, or by a regular ending. Where it is not, the sentence is named, so that a person looks.
"""

import re
from dataclasses import dataclass

from nmirf_desktop.domain.being import BE, ITSELF, TO_BE, WORD, over_adverbs
from nmirf_desktop.domain.feminine_forms import STAYS, feminine, is_feminine_form
from nmirf_desktop.domain.impersonal import may_be_impersonal
from nmirf_desktop.domain.left_masculine import LIKE_ADVERBS, changes, left_masculine, masculine
from nmirf_desktop.domain.reported_speech import begins_with_act
from nmirf_desktop.i18n import Language


@dataclass(frozen=True, slots=True)
class Agreed:
    """A sentence with its predicates in the feminine; *sure* says that none was left whose form is not certain."""

    text: str
    sure: bool = True


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GOVERNED = {
    Language.FR: re.compile(
        r"(?:ne |n[’']|se |s[’']|en |y )*[^\W\d_]+ (?:(?:pas|aussi|également|vivement|toujours|bien|\w+ment) )*$"
    ),
    Language.ES: re.compile(r"(?:no |se )*[^\W\d_]+ (?:(?:también|siempre|\w+mente) )*(?:que )?$"),
}
"""What stands before an infinitive of which the speaker is the subject: one verb, « souhaite », "desea"."""
_REFLEXIVE = _words(
    "abstenu adressé aligné associé déclaré dit engagé étonné exprimé félicité inquiété interrogé joint montré opposé"
    " plaint porté prononcé rallié réjoui retiré référé"
)
_STANDING = _words("demandé permis rendu réservé")
"""Those of them that do not agree: what is done to oneself is no object (« s’est réservé le droit »)."""
_GONE = re.compile(r"rendu (?:à|aux?|en|chez|dans) ")
"""What agrees, though it is reflexive: « s’est rendue à Genève »."""
_MANY = {
    Language.FR: re.compile(
        r"(?:ne |n[’'])?(?:se |s[’'])?(?:sont|étaient|seront|seraient|ont|avaient|auront|peuvent|doivent|vont"
        r"|veulent|souhaitent|appuient|soutiennent|remercient|proposent|demandent|disent)(?=\s)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no )?(?:se )?(?:están|estaban|estarán|son|eran|serán|serían|han|habían|tienen|pueden|deben|van|quieren"
        r"|desean|apoyan|respaldan|agradecen|proponen|piden|dicen)(?=\s)",
        re.IGNORECASE,
    ),
}
"""A verb in the plural, of a State whose name is one: no delegation does it."""
_OTHERS = {
    Language.FR: re.compile(
        r"\b(?:qui|que|dont|où|si|lorsque|quand|lequel|auquel|car|puisque)\b|qu[’']", re.IGNORECASE
    ),
    Language.ES: re.compile(
        r"\b(?:que|quien|quienes|cuyo|cuya|donde|si|cuando|el cual|porque|pues|aunque|mientras)\b", re.IGNORECASE
    ),
}
"""What may bring another subject, of which a verb behind *and* would be."""
_AND = {
    Language.FR: re.compile(r"(?:\bet|\bmais|\bou|,|;) (?:elle )?$"),
    Language.ES: re.compile(r"(?:\by|\be|\bpero|\bo|,|;) (?:ella )?$"),
}
_STATES = {
    Language.FR: _words(
        "tenu laissé jugé rendu considéré déclaré estimé cru trouvé maintenu resté devenu dit nommé élu réputé"
        " supposé censé"
    ),
    Language.ES: _words(
        "mantenido considerado declarado dejado visto juzgado tenido hecho vuelto nombrado elegido designado sentido"
        " mostrado reconocido"
    ),
}
"""Participles with another adjective somewhere behind them, told of the same: « sera tenu par le Maroc informé »."""
_OFFICE = re.compile(r"\b(?:vice-?)?(?:presidente|président|rapporteur|relator|coordinador|coordonnateur)\b")
_SUBJECT = {
    Language.FR: re.compile(r" (?:(?:le|la|les|une?|son|sa|ce|cet|cette)\b|l[’'])"),
    Language.ES: re.compile(r" (?:el|la|los|las|una?|sus?|est[ea]|es[ea]|dicho|dicha)\b"),
}
"""Behind an adjective, what may be the subject of its sentence: "está listo el texto"."""
_PHRASE = _words("à de en sans con por sin")
"""What begins a phrase of two words behind which the adjective may stand: « en partie satisfait »."""
_NEXT = {
    Language.FR: re.compile(r"(?:,? (?:et|ou|mais|ni)|,) "),
    Language.ES: re.compile(r"(?:,? (?:y|e|o|u|pero|ni)|,) "),
}
_NEW = re.compile(r"(?: \w+mente| muy| aún| todavía)* (?:nuevo|antiguo)\b")
"""What may be a noun's, and may be told of a State: “Es nuevo en la Red”."""
_OF_THING = {
    Language.FR: re.compile(
        r"(?:\bque |\bqu[’']|, )(?:le |un |ce |cet |son |aucun )(?=[a-zà-ÿœ])"
        r"(?:(?!\b(?:et|ou|mais|que|qui|dont|où|si)\b|\bqu[’'])[^,;:.])*\b(?:peut|pourra|pourrait|doit|devra|devrait"
        r"|va|semble|paraît) (?:(?:pas|plus|aussi|également|toujours|encore|bien|donc|\w+ment) )*$",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:\bque |, )(?:el |un |este |ese |ningún )(?=[a-záéíóúñ])"
        r"(?:(?!\b(?:y|e|o|u|pero|que|quien|cuy[ao]s?|donde|si)\b)[^,;:.])*\b(?:puede|podrá|podría|debe|deberá|debería"
        r"|parece|suele|va a|tiene que) (?:(?:no|también|siempre|aún|ya|bien|\w+mente) )*$",
        re.IGNORECASE,
    ),
}
"""Before *to be*, a clause with a masculine subject of its own and what governs it: « que le délai peut »."""
_THE_ONE = {
    Language.FR: re.compile(r"(?:le|un) (?:tout )?(?:premier|seul|dernier|grand|petit)\b|l[’']un (?=d)", re.IGNORECASE),
    Language.ES: re.compile(r"(?:el|un) (?:primero?|únic[oa]|último)\b|uno de\b", re.IGNORECASE),
}
"""« est le premier à »: the article would have to agree, too."""


def agreeing(sentence: str, start: int, language: Language) -> Agreed:
    """A sentence whose predicate begins at *start* and has a delegation as its subject, with what agrees with that."""
    if language is Language.EN or "?" in sentence:
        return Agreed(sentence)
    made, place, being = Agreed(sentence), start, False
    if _MANY[language].match(sentence, start):
        return Agreed(sentence, sure=False)
    if changes(sentence, start, language):
        return Agreed(sentence, sure=False)  # « convaincu que … »: what it belongs to is not told
    while (found := _next_verb(made.text, place, start, language)) is not None:
        end, own = found
        agreed, place = _behind(made.text, end, language)
        if not agreed.sure or not (own or agreed == Agreed(made.text)):
            return Agreed(sentence, sure=False)
        if own:
            made, being = agreed, True
        else:
            place = end
    return made if not left_masculine(made.text, start, language, being=being) else Agreed(sentence, sure=False)


def agreeing_clause(clause: str, language: Language) -> Agreed:
    """What is told behind *that*, with its predicate in the feminine where it has no subject: "que está dispuesto".

    A French clause has one: « qu’il est prêt » is named, as the pronoun may be of the State, or of what it spoke of.
    """
    if language is Language.ES:
        bare = BE[language].match(clause) or begins_with_act(clause, language)
        return agreeing(clause, 0, language) if bare else Agreed(clause)
    if not clause.startswith("il "):
        return Agreed(clause)
    start = len("il ")
    be = BE[language].match(clause, start)
    found = WORD.match(clause, over_adverbs(clause, be.end(), language)) if be else None
    if found and may_be_impersonal(found[0], clause[found.end() :], language):
        return Agreed(clause)
    return Agreed(clause, sure=agreeing(clause, start, language) == Agreed(clause))


def tells_of_another(sentence: str, start: int, language: Language) -> bool:
    """Whether a predicate that begins at *start* is in the plural, or has a feminine behind a *be* of its own subject.

    No masculine does. What has another subject is not read: « est convaincu que la décision est bonne ». Behind *and*
    there it may be of either, and is (« note que la salle est prête et est ravie »).
    """
    if _MANY[language].match(sentence, start):
        return True
    place = start
    while (found := _next_verb(sentence, place, start, language)) is not None:
        place, own = found
        joined = own or all(one.end() != place for one in TO_BE[language].finditer(sentence))
        if joined and _has_feminine(sentence, place, language):
            return True
    return False


def may_tell_masculine(sentence: str, language: Language) -> bool:
    """Whether a Spanish sentence without a subject may tell something of who speaks that is no feminine.

    Spanish needs none: "Está comprometido con la reforma", "Desea ser incluido". A French one is named for its lack.
    """
    if language is not Language.ES or "?" in sentence:
        return False
    verb = re.match(r"(?:no |se )*[^\W\d_]+ ", sentence)
    be = BE[language].match(sentence) or (TO_BE[language].match(sentence, verb.end()) if verb else None)
    new = be is not None and _NEW.match(sentence, be.end()) is not None
    if be is None or not (new or changes(sentence, be.end(), language)):
        return False
    word = WORD.match(sentence, over_adverbs(sentence, be.end(), language))
    return word is None or not may_be_impersonal(word[0], sentence[word.end() :], language)


def _has_feminine(text: str, place: int, language: Language) -> bool:
    """Whether one of the adjectives behind *be*, which may be several that are joined, is in the feminine."""
    while (word := WORD.match(text, over_adverbs(text, place, language))) is not None:
        if is_feminine_form(word[0], language):
            return True
        joined = _NEXT[language].match(text, word.end())
        if joined is None:
            return False
        place = joined.end()
    return False


def _next_verb(text: str, place: int, start: int, language: Language) -> tuple[int, bool] | None:
    """Where the next *be* that may be of the speaker ends, and whether it surely is."""
    for found in re.finditer(r"(?<![\w’'-])", text[place:]):
        at = place + found.start()
        if at < start:
            continue
        before = text[start:at]
        others = bool(_OTHERS[language].search(before))
        if be := BE[language].match(text, at) or ITSELF[language].match(text, at):
            if over_adverbs(text, start, language) >= at:
                return be.end(), True
            if _AND[language].search(before):
                return be.end(), not others
        elif (be := TO_BE[language].match(text, at)) and not (others and _OF_THING[language].search(before)):
            governed = bool(_GOVERNED[language].fullmatch(before)) or at == place
            return be.end(), governed and not others
    return None


def _behind(text: str, place: int, language: Language) -> tuple[Agreed, int]:
    """What stands behind *be* in the feminine: one adjective, or several that are joined; and where they end."""
    reflexive = language is Language.FR and bool(re.search(r"s[’'](?:est|était|sera|serait)$", text[:place]))
    further = False
    while True:
        here = over_adverbs(text, place, language)
        found = WORD.match(text, here)
        if _THE_ONE[language].match(text, here):
            return Agreed(text, sure=False), here
        if found is None or text[found.end() : found.end() + 1] in ("’", "'"):
            return Agreed(text), place
        if further and (not masculine(text, here, language)):
            return Agreed(text), place
        going = reflexive and _GONE.match(text, here) is not None
        form = _reflexive(found[0]) if reflexive and not going else feminine(found[0], language)
        if form is None or _of_nobody(text, found, form, language):
            return Agreed(text, sure=False), place
        text = text[:here] + form + text[found.end() :]
        place = here + len(form)
        if reflexive:
            reflexive = False
            if form in ("dite", "déclarée", "montrée"):
                continue
        if _has_another(text, place, found[0], language):
            return Agreed(text, sure=False), place
        joined = _NEXT[language].match(text, place)
        if joined is None or found[0].casefold() in STAYS[language]:
            return Agreed(text), _to_infinitive(text, place, language)
        place, further = joined.end() - 1, True


def _of_nobody(text: str, found: re.Match[str], form: str, language: Language) -> bool:
    """Whether an adjective may be impersonal: no feminine is, and in Spanish one that does not change stands well."""
    word = found[0]
    if language is Language.ES and form == word and word != "que":
        return False
    if is_feminine_form(word, language) or (language is Language.FR and word.endswith(("ée", "ie"))):
        return False
    return may_be_impersonal(word, text[found.end() :], language)


def _has_another(text: str, place: int, word: str, language: Language) -> bool:
    """Whether a second adjective, or what may be the subject, follows the first: « tenu informé », "listo el texto"."""
    if word in _STATES[language] and any(
        changes(text, one.end(), language) for one in WORD.finditer(text, place) if text[one.end() :][:1].isspace()
    ):
        return True
    if word in _STATES[language] and _OFFICE.search(text, place):
        return True
    if word in _PHRASE and (of := WORD.match(text, place + 1)) and of[0] not in STAYS[language]:
        return changes(text, of.end(), language)
    if word in STAYS[language] and word not in LIKE_ADVERBS[language]:
        return False
    if feminine(word, language) != word and _SUBJECT[language].match(text, place):
        return True
    return text[place : place + 1].isspace() and masculine(text, place, language)


def _to_infinitive(text: str, place: int, language: Language) -> int:
    """Where an infinitive begins that belongs to the adjective before it: « heureuse d’être associé »."""
    behind = re.compile(r"\s+").match(text, place)
    found = TO_BE[language].match(text, behind.end()) if behind else None
    return behind.end() if behind and found else place


def _reflexive(word: str) -> str | None:
    if word in _REFLEXIVE:
        return feminine(word, Language.FR)
    return word if word in _STANDING or word.endswith("e") else None
