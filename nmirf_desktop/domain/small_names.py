"""Names in a note that was typed without capitals: « partage l’avis de la suisse », "agrees with ireland".

Each is given its capitals, and the accents that its State's name has, where it is certain that a name is meant: a
common word or an adjective is none (« la délégation suisse »). What is quoted, an address, and a word with any
capital stay as they were typed. It holds for every note, for who writes with capitals slips, too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nmirf_desktop.domain.english_verbs import is_third_person
from nmirf_desktop.domain.finite_verbs import begins_with_verb
from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.domain.names_known import WORD, Index, Known, Sure, index_of, known, plain
from nmirf_desktop.domain.noted_sentence_ends import keeps_small_behind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Language

_AS_TYPED = re.compile(rf"{QUOTED.pattern}|‘[^’]*’(?!\w)|\S*(?:@|://|www\.|\\|[=_#]|\w\.[^\W\d_]{{2}}|/\w+/)\S*")
"""What is quoted, and what is an address or the name of a file."""
_JOIN = re.compile(r"[ \u00a0’-]|\. ")
"""What may stand between the words of a name, whichever its own sign is."""
_JOINED = frozenset("-–/\\@.&=+%~*")
"""Signs by which a word is a part of another one."""
_ELIDED = re.compile(r"\b(?:[ld]|qu|jusqu|lorsqu|puisqu|quoiqu)’$")
_SENTENCE = re.compile(r"(?:^|[.!?:;]\s+)[¿¡(]?$")
_AND = re.compile(
    r"(?:,|,?\s(?:and|or|et|ou|ni|y|e|o|u)\b)\s?"
    r"(?:(?:with|of|by|to|from|the|avec|par|pour|de|du|des|a|au|aux|la|les?|el|los|las|del|al|con|por|para)\s)*"
    r"(?:[ld]’)?"
)
"""What stands between the names of two that are named together; accents are left out, as in all that is compared."""
_OR_ANOTHER = re.compile(r"\b(?:et|ou|ni|y|e|o) (?:la |le |les |l’|los |las )$")
"""Behind it « la suisse » may be a delegation: « la délégation allemande et la suisse »."""
_ARTICLES = {
    "la": r"\b(?:la|en|de|vers|avec|par|pour|selon|sauf) $",
    "le": r"\b(?:le|du|au|avec|par|pour|selon|sauf) $",
    "les": r"\b(?:les|des|aux|avec|par|pour|selon|sauf) $",
    "à": r"\b(?:a|de) $",
    "l’": r"\b(?:[ld]’|(?:en|avec|par|pour|selon|sauf) |vers l’)$",
}
_BEFORE_ES = (
    r"\b(?:a|al|de|del|con|por|para|en|contra|segun|hacia|entre|sobre|sin|ante|desde|como|tras|que|si|aunque|cuando"
    r"|porque|pues|donde|mientras) "
)
_MET = {
    Language.EN: re.compile(
        r"\b(?:with|by|from|to|of|for|like|in|that|than|between|thank(?:s|ed)?|support(?:s|ed)?|second(?:s|ed)?"
        r"|endorse[sd]?|join(?:s|ed)?|follow(?:s|ed)?|congratulate[sd]?|commend(?:s|ed)?|welcome[sd]?|ask(?:s|ed)?) $"
    ),
    Language.FR: re.compile(
        r"\b(?:(?:delegation|representante?|ambassadeur|ambassadrice|gouvernement|position|avis|point de vue"
        r"|declaration|propositions?|amendements?|intervention|appui|soutien|accord|demande|questions?|remarques?"
        r"|observations?|preoccupations?|suggestions?|texte|projet|nom|cel(?:le|ui)|ceux|initiative|candidature|vote"
        r"|rapport|exemple|experience|reponse) (?:de la |de l’)"
        r"|(?:avec|par|comme|que|appuie|soutient|remercie|rejoint|felicite|salue|invite|prie|rallie a|associe a|joint a"
        r"|demande a|repond a|souscrit a) (?:la |l’))$"
    ),
    Language.ES: re.compile(
        r"\b(?:(?:delegacion|representante|embajadora?|gobierno|posicion|opinion|parecer|declaracion|propuestas?"
        r"|enmiendas?|intervencion|apoyo|acuerdo|peticion|preguntas?|observacion(?:es)?|sugerencias?|texto|proyecto"
        r"|nombre|iniciativa|candidatura|voto|informe|ejemplo|experiencia|respuesta|preocupacion|la) de"
        r"|con|por|como|que|(?:apoya|agradece|felicita|suma|une|pide|responde|invita|respalda|adhiere|pregunta|asocia)"
        r" a) $"
    ),
}
"""Behind what a State is named, where its name is a noun, too."""
_THING = re.compile(r"\s(?:pigs?|fowls?|hens?|shops?|plates?|cabinets?)\b")
_DAYS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|september|october|november"
    r"|december|english|french|spanish|arabic|russian|chinese)\b"
)
"""English days and months, and the official languages of the United Nations."""
_MONTH = (
    r"((?:march|august)(?! (?:be|not|have|also)\b)"
    r"|may(?! (?!(?:and|or|to|at|for|in|on|as|with|by|if|but|is|was|instead|next|already)\b)[a-z]))\b"
)
_MONTHS = re.compile(
    r"(?:\b(?:in|by|mid|late|early|from|until|till|since|before|after|(?:end|start|beginning|middle|month) of)"
    r"|\b(?:on|by|until|till|from|to|before|after|since|for|the|of|proposes?|suggests?|prefers?|wants?)"
    r" \d{1,2}(?:st|nd|rd|th)?(?: of)?)"
    rf"[ -]{_MONTH}"
    rf"|\b{_MONTH}(?= (?:19|20)\d\d\b| \d{{1,2}}(?:st|nd|rd|th|,|[.;]?$))"
)
"""Months that are verbs or adjectives, too, where a month is meant."""
_STATES = {
    Language.EN: re.compile(
        r"\b(?i:\d+|two|three|four|five|six|seven|eight|nine|ten|all|other|many|some|several|few|most|small|island|member"
        r"|observer|developing"
        r"|caribbean|african|asian|pacific|european|arab|these|those|which|by|for|between|among|with|more|fewer|new"
        r"|respondent|reporting) "
        r"(states)\b(?! that\b)"
    ),
    Language.FR: re.compile(
        r"\b([ée]tats)\b(?! (?:financiers|généraux|d[’'e]|des? lieux|comptables"
        r"|mensuels|annuels|trimestriels|récapitulatifs|comparatifs))"
    ),
    Language.ES: re.compile(
        r"\b(estados)\b"
        r"(?! (?:financieros|contables|mensuales|anuales|trimestrales|comparativos"
        r"|de (?:pago|gastos|situación|ánimo|cuenta|emergencia|excepción|alarma|sitio|la cuestión|avance)))"
    ),
}
"""States in general, which minutes write with a capital; « états financiers » are none."""
_ARTICLE = re.compile(r"(?:the |l[ae]s? |l[’']|el |los )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Text:
    """A note in its *language*: *bare* without what stays as typed, and *small*, in which names are looked up.

    Their places are those of the note.
    """

    bare: str
    small: str
    language: Language


@dataclass(frozen=True, slots=True)
class _Found:
    """A name in a text, and the places of its words."""

    name: Known
    words: Sequence[re.Match[str]]

    @property
    def start(self) -> int:
        return self.words[0].start()

    @property
    def end(self) -> int:
        return self.words[-1].end()


@dataclass(frozen=True, slots=True)
class Named:
    """A note whose names have their capitals, but for one at its very head: *head* is how that is written.

    With a capital there, a note may be of another who spoke, and would be quoted: what is told of it gets it at last.
    """

    text: str
    head: str = ""

    def headed(self, told: str) -> str:
        """What is told of the note, with the name at its head where it still begins with that."""
        begins = self.head and plain(told).startswith(plain(self.head)) and not told[len(self.head) :][:1].isalnum()
        return f"{self.head}{told[len(self.head) :]}" if begins else told


def in_capitals(
    note: str, language: Language, states: Iterable[State], body: str = "", own: StateCode | None = None
) -> Named:
    """A note in which the names of *states*, of bodies, of cities and of its own speaker, a *body*, have capitals.

    The name of the State that speaks, its *own*, is one wherever it stands. In English days, months and the official
    languages have theirs, too. No letter changes its place.
    """
    bare = _AS_TYPED.sub(lambda kept: "”" * len(kept[0]), note)
    text, letters, first = _Text(bare, plain(bare), language), list(note), 0
    known_ones = tuple(states)
    speaks = (*_own(body, language), *(_speaking(one, language) for one in known_ones if one.iso3 == own))
    for found in _names(text, index_of(known_ones, language), speaks):
        _write(letters, found)
        first = found.end if found.start == 0 else first
    for start, end in _other_words(text):
        letters[start] = "É" if language is Language.FR else letters[start].upper()
        first = end if start == 0 else first
    head = "".join(letters[:first]) if note[:1].islower() else ""
    return Named(f"{note[: len(head)]}{''.join(letters[len(head) :])}", head)


def with_names(
    note: str, language: Language, states: Iterable[State], body: str = "", own: StateCode | None = None
) -> str:
    """A note with the capitals of its names, the first one's, too (:func:`in_capitals`)."""
    found = in_capitals(note, language, states, body, own)
    return found.headed(found.text)


def _other_words(text: _Text) -> Iterator[tuple[int, int]]:
    """Where States in general, and English days, months and languages, begin and end."""
    yield from (one.span(1) for one in _STATES[text.language].finditer(text.bare))
    if text.language is Language.EN:
        found = (*_DAYS.finditer(text.bare), *_MONTHS.finditer(text.bare))
        places = (one.span(one.lastindex or 0) for one in found)
        yield from (one for one in places if not keeps_small_behind(text.bare[: one[0]]))


def _speaking(state: State, language: Language) -> Known:
    """The short name of the State that speaks, which is a name without its article, too."""
    short = state.short[language].partition(" (")[0]
    return Known(short, tuple(WORD.findall(plain(short))))


def _own(body: str, language: Language) -> tuple[Known, ...]:
    """The name of a body, where it shows itself that it is one: by its letters, or by two capitals."""
    called = _ARTICLE.sub("", body.strip(), count=1)
    words = WORD.findall(called)
    shows = sum(one[:1].isupper() for one in words) > 1 or (len(words) == 1 and called.isupper())
    return (known(called, language),) if shows else ()


def _names(text: _Text, index: Index, own: Sequence[Known]) -> Iterator[_Found]:
    """The names that surely stand in a text, one after the other, the longest where several begin."""
    words = list(WORD.finditer(text.small))
    place, last = 0, -1
    while place < len(words):
        names = (*own, *index.get(words[place][0], ()))
        found = (_Found(one, words[place : place + len(one.words)]) for one in names)
        sure = next((one for one in found if _is_there(one, text) and _is_sure(one, text, last)), None)
        if sure is not None:
            yield sure
            last = sure.end
        place += len(sure.words) if sure is not None else 1


def _is_there(found: _Found, text: _Text) -> bool:
    """Whether a name stands whole and alone at a place, with its accents or without them, and no others."""
    if tuple(one[0] for one in found.words) != found.name.words:
        return False
    if not all(_JOIN.fullmatch(text.small, one.end(), other.start()) for one, other in pairwise(found.words)):
        return False
    return _has_its_accents(found, text) and _stands_alone(text, found.start, found.end)


def _has_its_accents(found: _Found, text: _Text) -> bool:
    written = "".join(WORD.findall(found.name.text))
    typed = "".join(text.bare[one.start() : one.end()] for one in found.words)
    return all(sign.lower() in (own.lower(), plain(own)) for sign, own in zip(typed, written, strict=True))


def _stands_alone(text: _Text, start: int, end: int) -> bool:
    """Whether what stands between two places is no part of a word, and begins no sentence if it gets a capital."""
    before, behind = text.small[:start], text.small[end : end + 2]
    if before[-1:] in _JOINED and before:
        return False
    if before.endswith("’") and not (text.language is Language.FR and _ELIDED.search(before)):
        return False
    joins = behind[:1] in _JOINED or (behind[:1] == "’" and text.language is not Language.EN)
    return not (joins and behind[1:].isalnum()) and not keeps_small_behind(text.bare[:start])


def _is_sure(found: _Found, text: _Text, last: int) -> bool:
    """Whether a word that may be another is a name here; *last* is where the name before ends."""
    name, before, behind = found.name, text.small[: found.start], text.bare[found.end :]
    if name.sure is Sure.ANYWHERE or text.bare[found.start].isupper():
        return True
    if name.text.isupper():
        return re.search(rf"\b{name.article}\s?$", before) is not None
    if last >= 0 and _AND.fullmatch(before, last):
        return True
    if name.sure is Sure.AS_STATE:
        return not _THING.match(behind) and _acts_or_is_met(before, behind, text.language)
    verb = begins_with_verb(behind.lstrip(), text.language)
    if _OR_ANOTHER.search(before):
        return verb
    if text.language is Language.FR:
        return re.search(_ARTICLES[name.article], before) is not None
    article = f"{name.article} " if name.article else ""
    if re.search(f"{_BEFORE_ES}(?:{article})?$", before):
        return True
    return verb and bool(_SENTENCE.search(before.removesuffix(article)))


def _acts_or_is_met(before: str, behind: str, language: Language) -> bool:
    """Whether a State is named behind what one is named with, or acts at the head of a sentence without an article."""
    if _MET[language].search(before):
        return True
    if language is Language.FR or not _SENTENCE.search(before):
        return False
    if language is Language.ES:
        return begins_with_verb(behind.lstrip(), language)
    acts = WORD.search(behind)
    return acts is not None and is_third_person(acts[0])


def _write(letters: list[str], found: _Found) -> None:
    """Writes a name over what was typed, word by word; a word with any capital stays."""
    names = list(WORD.finditer(found.name.text))
    typed_small = True
    for word, name in zip(found.words, names, strict=True):
        typed = "".join(letters[word.start() : word.end()])
        if typed.islower() or typed.isdecimal():
            letters[word.start() : word.end()] = name[0]
        else:
            typed_small = False
    if not typed_small:
        return
    for place, (one, other) in enumerate(pairwise(names)):
        sign = found.name.text[one.end() : other.start()]
        begin, end = found.words[place].end(), found.words[place + 1].start()
        if len(sign) == end - begin and sign in "- ":
            letters[begin:end] = sign
