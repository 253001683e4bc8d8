"""How a rapporteur's note goes into reported speech, by its words alone: nothing is guessed from its sense.

A note that is a clause with its own subject is reported: said that, dit que, dice que. One that begins with a small
letter and no subject continues the sentence with its verb. Anything else stands after a colon as it was noted: what
asks, or begins with a word that may be a name. What speaks in the first person stands there too, wherever in the note
it does: minutes in which "we" is not quoted would speak for the Network.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from nmirf_desktop.domain.bare_acts import is_bare_act, opens_with_verb
from nmirf_desktop.domain.bare_sentences import SECOND_CLAUSE, announces, tells_of_itself
from nmirf_desktop.domain.english_past import acts, has_subject, is_adverb, is_noun, is_present, may_be_verb, nominal
from nmirf_desktop.domain.english_verbs import AUXILIARY
from nmirf_desktop.domain.finite_verbs import begins_with_own_verb, has_verb, needs_no_subject
from nmirf_desktop.domain.first_person import QUOTED, in_first_person, opens_in_first_person
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.domain.spoken_acts import ANSWERS, SAYING
from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[’']?")
_ENDED = re.compile(r"[.!?…:;]['’”»\")\]]*$")
_THAT = {
    Language.EN: re.compile(r"(?:said )?that\s+"),
    Language.FR: re.compile(r"(?:dit )?(?:que\s+|qu[’'])"),
    Language.ES: re.compile(r"(?:dice )?que\s+"),
}
"""A note that reports already: "that the report was good"."""

_SUBJECTS = {
    Language.EN: _words(
        "the a an this these those its his her their it he she they there each every some many most several all"
        " one two three four five six seven eight nine ten no nobody nothing"
    ),
    Language.FR: _words(
        "le la les l’ l' un une des du ce cet cette ces c’ c' cela ceci son sa ses leur leurs il elle ils elles on"
        " aucun aucune chaque plusieurs certains certaines quelques tous toutes deux trois quatre cinq six sept huit"
        " neuf dix nul nulle rien personne"
    ),
    Language.ES: _words(
        "el la los las un una unos unas este esta estos estas esto ese esa eso su sus él ella ello ellos ellas hay"
        " ningún ninguna cada varios varias algunos algunas todos todas muchos muchas nada nadie"
        " dos tres cuatro cinco seis siete ocho nueve diez"
    ),
}
"""Articles, pronouns and numerals that can only begin a clause: none of them is a verb or a name."""
_ARTICLES = {
    Language.EN: _words("the a an its his her their every no"),
    Language.FR: _words("le la les un une des du ce cet cette son sa ses leur leurs chaque aucun aucune"),
    Language.ES: _words("el la los las un una unos unas su sus cada ningún ninguna"),
}
"""Those of them behind which a noun stands, before any verb."""
_DENIALS = _words("no aucun aucune ningún ninguna")
_IN_O, _PAST_IN_O = (
    _words("no tampoco asimismo como pero solo sólo cuando acaso luego dijo vino dio vio"),
    ("uso", "ujo", "uvo", "izo", "upo"),
)
"""Small words in -o, and the endings in -o of a past that is another's: dispuso, introdujo, hizo."""
_OBJECTS = {
    Language.EN: frozenset[str](),
    Language.FR: _words("le la les l’ l' leur"),
    Language.ES: _words("la los las"),
}
"""Those of them that may be the object of a verb: « les remercie », "los felicita"."""
_VERBS = {
    Language.EN: frozenset[str](),
    Language.FR: _words(
        "accueille admet annonce appelle appuie approuve assure attend a considère convie demande encourage engage"
        " estime exhorte félicite invite juge partage prie propose regrette rejette remercie rejoint retire salue"
        " soutient souhaite suggère tient trouve voit"
    ),
    Language.ES: _words(
        "acoge agradece alienta apoya aprueba anuncia comparte considera elogia encuentra espera estima exhorta"
        " felicita insta invita juzga lamenta pide propone rechaza respalda reconoce retira saluda sugiere ve"
    ),
}
"""What is done in reported speech to such an object."""
_NOUNS_TOO = _words("demande juge note estime espera estima pregunta condena")
"""Verbs of saying that may be nouns: with a capital, a verb only before what no noun has behind it."""
_BEHIND_VERB = re.compile(
    r"\s+(?:que\b|qu[’']|si\b|un[ea]?\b|el\b|la\b|les?\b|l[’']|los\b|las\b)"
    r"|(?<=emande)\s+(?:(?:à|de|avec|pour|par|sur|dans|depuis|en)\s+)?(?:qui|quand|comment|combien|pourquoi|où|quel|s[’']ils?)"
    r"|(?<=regunta)\s+(?:(?:a|de|con|por|para|en|desde|hasta|sobre)\s+)?(?:qu[éi]|cuá|cóm|dónd)"
    r"|(?<=spera)\s+\w{2,}[aei]r(?:l[aeo]s?|se)?\b"
)
_NAMED_BEHIND = re.compile(
    r"[^\W\d_]+ [A-ZÁÉÍÓÚÑ][^\W\d_]+ (?:el|la|los|las|una?|que)\b"
    r"|(?:No )?[Ss]e [^\W\d_]+ (?:(?:el|la|los|las) )?[A-ZÁÉÍÓÚÑ]|[Vv]ot[aó] (?:en contra|a favor) (?:(?:el|la) )?[A-Z]"
)
"""Behind a Spanish verb, a name that is its subject: “Propone Italia el 3 de mayo”."""
_HAS_SAID = _words(
    "appuyé considéré demandé déploré estimé exhorté félicité jugé noté prié proposé rappelé réaffirmé regretté réitéré"
    " remercié salué souligné soutenu souhaité suggéré"
)
"""The same behind « a », in a French note in the past; those of « s’est » would have to agree with the delegation."""
_ACT = re.compile(r"(?:(?:ne|no|se|le|les|la|las|los) |[nsl][’'])*(a (?:pas )?)?(\w+)\b", re.IGNORECASE)
_DELEGATION = {
    Language.EN: re.compile(r"(?!)"),
    Language.FR: re.compile(
        r"la délégation (?=(?:ne |n[’']|se |a |est |peut |pourra |pourrait |souhaite |désire |estime |appuie |demande )"
        r"\S)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"la delegación (?=(?:no |se |está |puede |podrá |podría |desea |estima |apoya |pide |considera |ha )\S)",
        re.IGNORECASE,
    ),
}
"""The delegation as the subject of a note, before its verb: it is who speaks in French and Spanish."""
_DELEGATES = re.compile(r"la (?:délégation|delegación)\b", re.IGNORECASE)
_ADVERBIAL = {
    Language.EN: re.compile(
        r"(?:after|although|as|at|before|by|concerning|despite|finally|first|firstly|following|for|given|in|lastly|like|on"
        r"|regarding|secondly|since|through|under|unlike|while|with|without|(?!bring|cling|fling|ring|sing|sting|swing|wring)\w+ing)"
        r"\b(?:[^.;:]|\.(?=\d))*, "
    ),
    Language.FR: re.compile(
        r"(?:à|après|au|aux|avant|avec|comme|dans|d[’']abord|en|enfin|ensuite|par|pour|premièrement|selon|sous|sur"
        r"|toutefois|cependant|néanmoins|de plus|de même|malgré|faute (?:de|du|des|d[’'])|grâce (?:à|aux?)|vu"
        r"|compte tenu (?:de|du|des|d[’'])|sans|lors"
        r"|depuis|dès|outre"
        r"|tout d[’']abord|tout en|(?:s[’']|se )?\w+ant)\b[^.;:]*, "
    ),
    Language.ES: re.compile(
        r"(?:a|al|ante|antes|como|con|después|en|finalmente|para|por|primero|según|sobre|tras"
        r"|además|asimismo|sin|no obstante|gracias a|pese a|dad[oa]|vist[oa]|debido a|desde|durante"
        r"|(?!(?:rec|enc)omiendo|(?:def|ent|at|ext|desc|enc|pret|t)iendo)\w+(?:ando|iendo))"
        r"\b[^.;:]*, "
    ),
}
"""What stands before the verb of a note, between commas: « on behalf of the group, welcomed it »."""
_OPENS = _words("after as at before by during for from in of on since through under while with without")
"""Words before which no verb stands, and behind which one may: "in short agreed"."""
_UNSURE = re.compile(r"\b(?:il|elle|lui|él|ella)\b|\d", re.IGNORECASE)
"""Whether these are of the State or of its delegation cannot be told: who is meant, and what was done in some year."""
_HOLDS = re.compile(
    r"n[’']a (?:pas d[’']|aucune )(?:objection|opposition|commentaire|préférence)|(?:partage|comparte) (?:l|s|el)"
    r"|no tiene (?:ninguna )?(?:objeci|coment)|tiene (?:dudas|reservas)|se suma a",
    re.IGNORECASE,
)
"""A position that nobody but who speaks holds: « partage l’avis du Maroc », “no tiene objeciones”."""
_VOWELS, _UNELIDED = frozenset("aeiouéèêàâîôû"), frozenset({"onze", "huit"})


class Kind(Enum):
    """What a note is in the sentence that reports it."""

    CONTINUED = "continued"
    CLAUSE = "clause"
    CLAUSE_AFTER_VOWEL = "clause that elides"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Reported:
    """A note as it goes into its sentence: *text* ends with its stop; of a clause, the first letter is small.

    *adverbial* says that a note which continues the sentence begins with one, and a comma behind it.
    *direct* is what follows in the first person after a verb that continues the sentence, or after what the note
    itself reports by "that": it stands after a colon.
    """

    kind: Kind
    text: str
    direct: str = ""

    adverbial: bool = False

    @property
    def clause(self) -> bool:
        """Whether it is reported after "that"."""
        return self.kind in (Kind.CLAUSE, Kind.CLAUSE_AFTER_VOWEL)


def reported(note: str, language: Language, called: Collection[str] = ()) -> Reported:
    """What a note of a language is; it is not empty. *called* is how the sentence, or the note, names who speaks."""
    found = _reported(note, language, called)
    opened = found.kind is Kind.CONTINUED and _ADVERBIAL[language].match(found.text)
    return replace(found, adverbial=True) if opened else found


def _reported(note: str, language: Language, called: Collection[str]) -> Reported:
    found = _by_first_word(_with_small_verb(_ended(note.strip()), language), language)
    if found.kind is not Kind.CONTINUED and (act := _own_act(found.text, language, called)):
        return Reported(Kind.CONTINUED, act)
    if found.clause and _no_more_than_named(found.text, called):
        return Reported(Kind.DIRECT, sentence_start(found.text))
    if found.kind is Kind.DIRECT and _names_itself(found.text, called):
        found = _clause(found.text, language)
    if found.kind is Kind.DIRECT:
        return found
    bare = QUOTED.sub(lambda quoted: "”" * len(quoted[0]), found.text)
    parts = list(_parts(found.text, bare))
    own = [start for start, said in parts if in_first_person(said, language)]
    if found.clause:
        if not own:
            return found
        if 0 in own or not _THAT[language].match(note.strip()):
            return Reported(Kind.DIRECT, sentence_start(found.text))
    elif 0 in own or opens_in_first_person(parts[0][1], language):
        return Reported(Kind.DIRECT, found.text)
    later = next(filter(None, own), 0)
    before = found.text[:later].rstrip("; \t\n\u00a0\u202f")
    return Reported(found.kind, _ended(before), found.text[later:]) if later else found


def _parts(text: str, bare: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text and what its semicolons part, each with its place; *bare* of what is quoted."""
    for one in sentences(text):
        start = one.start
        for mark in re.finditer(r";\s+", bare[one.start : one.end]):
            end = one.start + mark.end()
            yield start, bare[start:end]
            start = end
        yield start, bare[start : one.end]


def opening_of(sentence: str, language: Language) -> str:
    """The adverbial that a sentence has before its verb, with its comma; empty where there is none."""
    found = _ADVERBIAL[language].match(sentence)
    return found[0] if found else ""


def _with_small_verb(text: str, language: Language) -> str:
    """A note that begins with a capital and has no subject, as it continues a sentence; any other as it is."""
    small = text[:1].lower() + text[1:]
    opening = _ADVERBIAL[language].match(small)
    behind = text[opening.end() :] if opening else ""
    tells = _says(behind, language) or begins_with_act(text, language) or tells_of_itself(text, language)
    tells = tells or opens_with_verb(sentences(text)[0].text, language) or is_bare_act(sentence_start(behind), language)
    if text[:1].isupper() and (tells or announces(text, language)):
        return small
    return text


def _ended(text: str) -> str:
    return text if _ENDED.search(text) else f"{text}."


def _own_act(text: str, language: Language, called: Collection[str]) -> str:
    """What its speaker does by a note that names the speaker once more, as its only subject: "Morocco supported it"."""
    plain = text.replace("'", "’")
    named = (re.match(rf"{re.escape(one)}\s+", plain, re.IGNORECASE) for one in called if one)
    act = next((text[found.end() :] for found in named if found), "")
    told = not act and any(_DELEGATES.match(one) for one in called)
    itself = _DELEGATION[language].match(text) if told else None
    if itself is not None:
        act = text[itself.end() :]
    elif not (_says(act, language) or _HOLDS.match(act)) or (language is Language.EN and _has_another(act)):
        return ""
    later = sentences(act)[1:]
    acts = (begins_with_act(one.text, language) or _HOLDS.match(one.text) for one in later)
    own = all(acts) and not in_first_person(act, language)
    return act if own and (itself or not _UNSURE.search(act)) else ""


def _has_another(act: str) -> bool:
    """Whether an English predicate has a subject of its own, or a second clause: "Morocco requests are many"."""
    return has_subject(act) or SECOND_CLAUSE.search(act) is not None


def _says(act: str, language: Language) -> bool:
    """Whether something is done by saying so."""
    verb = _ACT.match(act)
    if verb is None or ANSWERS.match(act):
        return verb is not None
    if language is Language.EN:
        return acts(verb[2])
    past = language is Language.FR and verb[1]
    return verb[2].casefold() in (_HAS_SAID if past else SAYING[language])


def begins_with_act(sentence: str, language: Language) -> bool:
    """Whether a sentence with a capital has no subject, and says what its speaker does: "Proposes a deadline"."""
    words = _WORD.findall(sentence)
    if not words or "?" in sentence or in_first_person(sentence, language):
        return False
    if language is Language.EN:
        verb, behind = next(((one, after) for one, after in pairwise([*words, ""]) if not is_adverb(one)), ("", ""))
        sure = acts(verb) and behind.casefold() not in ("by", "of") and not is_noun(verb, behind)
        return (sure or is_present(verb, behind)) and not (has_subject(sentence) or nominal(sentence))
    if words[0].casefold() in _NOUNS_TOO:
        return bool(_BEHIND_VERB.match(sentence, sentence.index(words[0]) + len(words[0])))
    if language is Language.ES and _NAMED_BEHIND.match(sentence):
        return False
    unaccented = language is Language.ES and re.match(r"\w+io (?:que|si)\b", sentence)
    return _says(f"{words[0][:-1]}ó" if unaccented else sentence, language)


_NO_VERB = (
    r"(?:about|against|at|and|but|concerning|for|from|in|of|on|or|regarding|to|with|without|avec|chez|concernant"
    r"|contre|de"
    r"|devant|en|et|mais|ou|par|pour|sans|sur|vers|con|contra|desde|e|hacia|ni|o|para|pero|por|según|sin|sobre|y)"
)
"""Words behind a name that begin no predicate: "the delegation in favour of it" has no verb, and is no clause."""
_AND = r"(?:and|or|et|ou|e|ni|o|u|y)"
"""Between a speaker and another who does the same: "le Maroc et le Ghana appuient" has a verb further on."""


def _no_more_than_named(text: str, called: Iterable[str]) -> bool:
    """Whether a note has its speaker's name, with its article, before a word that begins no predicate."""
    plain = text.replace("'", "’")
    behind = rf"\s+(?!{_AND}\b)(?:{_NO_VERB}\b|a\s+favor\b)"
    return any(re.match(rf"(?i:{re.escape(one)}){behind}", plain) for one in called if one)


def _names_itself(text: str, called: Iterable[str]) -> bool:
    """Whether a note has its speaker's name as its first words, before what may be a verb: that is no question."""
    plain = text.replace("'", "’")
    begins = (
        re.match(rf"(?i:{re.escape(one)})\s+(?!{_NO_VERB}\b|a\s+favor\b)[^\W\d_A-Z]", plain) for one in called if one
    )
    return "?" not in text and any(begins)


def _by_first_word(text: str, language: Language) -> Reported:
    that = _THAT[language].match(text)
    if that is not None:  # the note's own elision decides: qu’hier, qu’y assister, que oui
        elides = that[0].endswith(("’", "'"))
        return Reported(Kind.CLAUSE_AFTER_VOWEL if elides else Kind.CLAUSE, text[that.end() :])
    if text[:1].isdigit() and "?" not in text:
        told = language is Language.EN or has_verb(sentences(text)[0].text, language)
        return _clause(text, language) if told else Reported(Kind.DIRECT, text)
    found = _WORD.match(text)
    first = found[0].casefold() if found else ""
    bare = first.rstrip("’'")
    subject = first in _SUBJECTS[language] or bare in _SUBJECTS[language]
    if found is not None and subject and "?" not in text:
        if first == bare and not text[found.end() : found.end() + 1].isspace():  # "No.", "No, thank you.": no clause
            return Reported(Kind.DIRECT, text)
        if bare in _ARTICLES[language] and _without_verb(text, bare):
            return Reported(Kind.DIRECT, text)
        behind = _WORD.match(text, found.end() + (text[found.end() : found.end() + 1] == " "))
        acts = behind is not None and (behind[0].casefold() in _VERBS[language] or announces(text, language))
        if not (acts and first in _OBJECTS[language] and text[:1].islower()):
            if language is not Language.EN and not has_verb(sentences(text)[0].text, language):
                return Reported(Kind.DIRECT, text)
            return _clause(text[:1].lower() + text[1:], language)
    return Reported(_of_small(text, language) if text[:1].islower() else Kind.DIRECT, text)


def _of_small(text: str, language: Language) -> Kind:
    """What a note is that begins with a small letter: with its verb, with a subject, or with none."""
    if language is Language.ES:  # apoyo, hablo: a noun, or the first person
        first = re.match(r"\w+", text)
        alone = first and first[0].endswith("o") and first[0] not in _IN_O and not first[0].endswith(_PAST_IN_O)
        if alone and not _ADVERBIAL[language].match(text):
            return Kind.DIRECT
        if needs_no_subject(text, language) and "?" not in text:
            return Kind.CLAUSE
        return _of_opened(text, language)
    if opens_in_first_person(text, language):
        return Kind.CONTINUED
    if language is Language.FR:
        return _of_opened(text, language)
    opening = _ADVERBIAL[language].match(text)
    told = text[opening.end() :] if opening else text
    words = [one for one in _WORD.findall(told) if not is_adverb(one)]
    if not words:
        return Kind.CONTINUED
    if has_subject(told) and not AUXILIARY.fullmatch(words[0]):
        return Kind.CLAUSE
    pairs = list(pairwise([*words, ""]))
    opens = pairs if words[0] in _OPENS else pairs[:1]
    return Kind.CONTINUED if any(may_be_verb(*one) for one in opens) and not nominal(told) else Kind.DIRECT


def _of_opened(text: str, language: Language) -> Kind:
    """What a French or Spanish note is that begins with a small letter: it continues a sentence by a verb alone.

    Between the commas of its adverbial no subject stands: « selon la base, le rapport, qui est long, compte … ».
    """
    opening = opening_of(text, language)
    _, *inner = opening.rstrip(", ").split(", ")
    if any(re.split(r"[\s’']", one)[0].casefold() in _SUBJECTS[language] for one in inner):
        return Kind.DIRECT
    return Kind.CONTINUED if begins_with_own_verb(text[len(opening) :], language) else Kind.DIRECT


def _without_verb(text: str, first: str) -> bool:
    """Whether behind an article there is but a noun, or behind a word of denial one with what belongs to it."""
    behind = rf"[^\w]*\w+\W*(?:$|{_NO_VERB}\b)" if first in _DENIALS else r"[^\w]*\w+\W*$"
    return bool(re.match(behind, text[len(first) :])) and not re.search(r"\b(?:w(?:as|ere)|had|fue|fut|est)\b", text)


def _clause(text: str, language: Language) -> Reported:
    found = _WORD.match(text)
    first = found[0].casefold() if found else ""
    elides = language is Language.FR and first[:1] in _VOWELS and first not in _UNELIDED
    return Reported(Kind.CLAUSE_AFTER_VOWEL if elides else Kind.CLAUSE, text)
