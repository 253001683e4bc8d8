"""Adjectives in the masculine that may be told of a delegation, where what they belong to is not certain.

Behind *and* or a comma, a participle of *be*, the verb, or a pronoun: « est d’accord et prêt à voter ».
"""

import re
from collections.abc import Iterator

from nmirf_desktop.domain.being import BE, ITSELF, WORD, over_adverbs
from nmirf_desktop.domain.feminine_forms import feminine
from nmirf_desktop.domain.impersonal import may_be_impersonal
from nmirf_desktop.domain.reported_speech import begins_with_act
from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEING = {
    Language.FR: re.compile(
        r"\b(?:étant(?! (?:donné|entendu)\b)(?: (?:dit|déclaré|montré|senti|trouvé|été)\b)?|restant|demeurant"
        r"|(?:se |s[’'])(?:disant|déclarant|montrant|sentant|trouvant|estimant|considérant))\b",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"\b(?:siendo|estando|quedando|habiendo (?:sido|estado|quedado)|(?:sintiéndo|mostrándo|declarándo|diciéndo"
        r"|viéndo|considerándo|hallándo|encontrándo)se)\b",
        re.IGNORECASE,
    ),
}
_JOINING = {
    Language.FR: re.compile(r"(?:\b(?:et|ou|mais|ni|puis|donc|quoique)\b|[,;:–(])", re.IGNORECASE),
    Language.ES: re.compile(r"(?:\b(?:y|e|o|u|pero|ni|sino|aunque)\b|[,;:–(])", re.IGNORECASE),
}
"""Behind what may stand a further adjective, told of who speaks or of what was just named."""
_TWO = {
    Language.FR: re.compile(r" (?:et|ou|ni)\b", re.IGNORECASE),
    Language.ES: re.compile(r" (?:y|e|o|u|ni)\b", re.IGNORECASE),
}
"""Between two adjectives that are told of the same."""
_ITSELF = re.compile(r"\b(?:lui-même|[ée]l mismo|sí mismo)\b", re.IGNORECASE)
_THAN = re.compile(r"\b(?:que\b|qu[’']|comme\b|como\b)", re.IGNORECASE)
_TAKEN_UP = {
    Language.FR: re.compile(r"\b(?:il|lui-même|celui-ci) $", re.IGNORECASE),
    Language.ES: re.compile(r"\b(?:que|si|porque|pues|cuando|aunque|él|mientras|donde) $", re.IGNORECASE),
}
"""Before a *be* whose subject may be the State that speaks."""
_FIRST_VERB = {
    Language.FR: re.compile(
        r"(?:(?:ne|se|y|en|le|la|les|lui|leur) |[nsl][’'])*(?!(?:a|avait|aura|aurait|eut|juge|estime|trouve|croit"
        r"|considère|rend|laisse|tient|fait)\b)[a-zà-ÿœ]+(?: la parole)?(?=\s)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:(?:no|se|le|les|lo|la|los|las) )*(?!(?:ha|había|habrá|habría|hubo|considera|estima|juzga|cree|ve|tiene"
        r"|da|deja|hace|encuentra|halla|declara)\b)[a-záéíóúñ]+(?: (?:uso de )?la palabra)?(?=\s)",
        re.IGNORECASE,
    ),
}
"""A verb behind which an adjective would be told of its subject (« sort déçu »): not *have*, nor *deem*."""
LIKE_ADVERBS = {
    Language.FR: _words(
        "autant bien comme debout deux donc hors ici là loin mais mal malgré mieux non près tant tard soit tantôt"
        " tout un"
    ),
    Language.ES: _words("así mal aquí ahí allí mejor peor como luego incluso no"),
}
"""What stays and has the adjective behind it, as an adverb does; other such words are of what follows them."""
_NO_ADJECTIVE = {
    Language.FR: re.compile(
        r"\w+ant (?:que|le|la|les|une?|des?|du|son|sa|ses|leurs?|ce|cet|cette|ces|aux?|à|pour|en)\b"
        r"|\w+ant (?:[lds]|qu)[’']|(?:vu|excepté|étant donné) (?:que|le|la|les|son|sa|ses)\b|(?:vu|excepté) l[’']"
        r"|compte tenu\b|y compris\b|(?!\w+ier\b|léger\b|étranger\b|cher\b|amer\b|noir\b)\w+(?:er|ir)\b",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:dado|debido|visto|puesto|supuesto|salvo) (?:que|el|la|los|las|lo|su|sus|a|al)\b"
        r"|\w*(?:dijo|hizo|puso|quiso|tuvo|vino|pudo|supo|dujo|trajo|hubo|dio)\b",
        re.IGNORECASE,
    ),
}
"""What may stand behind *and* or a comma and is no adjective: a participle with its object, an infinitive, a verb."""
_HAVING = {
    Language.FR: re.compile(
        r"\b(?:a|ont|avait|avaient|aura|auront|aurait|auraient|ait|aient|avoir|ayant)\b(?!(?: [^\W\d_-]+){0,2} été\b)"
        r"[^.;:]*$"
    ),
    Language.ES: re.compile(
        r"\b(?:ha|han|había|habían|habrá|habrán|habría|haya|hayan|haber|habiendo)\b"
        r"(?!(?: \w+){0,2} (?:sido|estado|quedado)\b)[^.;:]*$"
    ),
}
"""*Have*, before a participle that a comma or *and* joins to the one behind it: « a tenu six réunions et publié »."""
_WITH_OBJECT = {
    Language.FR: re.compile(
        r"\w+(?:é|i|u|is|it|ert) (?:(?:aussi|également|ensuite|notamment) )?"
        r"(?:(?:une?|les?(?! \d)|la|son|sa|ses|leurs?|cet?|cette|ces|plusieurs|quelques|chaque|deux|trois|quatre"
        r"|cinq|six|sept|huit|neuf|dix|\d+)\b|l[’']\w)"
        r"|(?:répondu|participé|contribué|procédé|travaillé|réussi|remédié|insisté|dialogué|collaboré|coopéré)\b",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"\w+(?:[ai]d|uest|cho|rt)o (?:(?:también|después) )?"
        r"(?:una?|unos|unas|el(?! \d)|l[ao]s?|sus?|est[aeo]s?|es[aeo]s?|vari[ao]s|algun[ao]s|dos|tres|cuatro|cinco"
        r"|seis|siete|ocho|nueve|diez|\d+)\b"
        r"|(?:respondido|participado|contribuido|procedido|trabajado|remediado|insistido|dialogado|colaborado)\b",
        re.IGNORECASE,
    ),
}
"""A participle with its object, or of a verb that has none: it is what was done, and tells nothing of who did it."""
_ACTS = re.compile(
    r"(?!(?:im)?patient$|quotient$|(?:im)?parfait$|(?:dis|abs)trait$|satisfait$|(?:ab|pré)sent$|(?:mal)?adroit$"
    r"|étroit$|droit$"
    r"|profond$|second$|rond$)(?:\w*(?:tient|vient|end|erd|ond|ait|met|oit|eint|aint|joint|sent|sert|dort|court|bat"
    r"|suit|rompt|ainc|[gnlsh]it)|ment|vit|peut|veut|dit|écrit|inscrit|\w+duit|\w+scrit|va|a|est)"
)
"""A French verb of the third person whose ending may be that of an adjective; behind *and* it is taken for the verb."""


def left_masculine(text: str, start: int, language: Language, *, being: bool) -> bool:
    """Whether something in the masculine is left that may be told of who speaks: behind *and*, *being*, or its verb.

    *being* says that the sentence has a *be* of who speaks: then what has an unknown form is left, too.
    """
    own = BE[language].match(text, start) or ITSELF[language].match(text, start)
    first = None if own else _FIRST_VERB[language].match(text, start)
    if _ITSELF.search(text) or (first and changes(text, first.end(), language)):
        return True
    others = []
    for word, taken_up in _of_others(text, start, language):
        if taken_up and not may_be_impersonal(word[0], text[word.end() :], language):
            return True
        if joined := _TWO[language].match(text, word.end()):
            others.append(joined.end())
    places = [one.end() for which in (_JOINING, _BEING) for one in which[language].finditer(text)]
    left = masculine if being else changes
    return any(left(text, place, language) for place in places if place not in others) or any(
        changes(text, one.end(), language) for one in _THAN.finditer(text, start)
    )


def _of_others(text: str, start: int, language: Language) -> Iterator[tuple[re.Match[str], bool]]:
    """Adjectives in the masculine behind a *be* of another, « note que le Maroc est prêt et disposé ».

    The last value says that the other may be who speaks, taken up: « dit qu’il est prêt », "dice que está dispuesto".
    """
    for found in re.finditer(rf"(?<![\w’'])(?:{BE[language].pattern})", text[start:], re.IGNORECASE):
        here = over_adverbs(text, start + found.end(), language)
        word = WORD.match(text, here)
        if word and changes(text, here, language):
            yield word, bool(_TAKEN_UP[language].search(text[: start + found.start()]))


def changes(text: str, place: int, language: Language) -> bool:
    """Whether the word behind a place may be an adjective in the masculine, and has a known form in the feminine."""
    found = _adjective(text, place, language)
    return bool(found) and feminine(found, language) not in (None, found)


def masculine(text: str, place: int, language: Language) -> bool:
    """Whether the word behind a place may be an adjective in the masculine: of an unknown form, too."""
    found = _adjective(text, place, language)
    form = feminine(found, language) if found else found
    return form != found and (form is not None or not found.endswith(("s", "x", "z")))


def _adjective(text: str, place: int, language: Language) -> str:
    """The word behind a place, over adverbs; empty where there is none, or it is surely no adjective."""
    found, here = None, place
    while found is None or found[0] in LIKE_ADVERBS[language]:
        here = over_adverbs(text, found.end() if found else place, language)
        found = WORD.match(text, here)
        if found is None or text[found.end() : found.end() + 1] in ("’", "'"):
            return ""
    verb = language is Language.FR and _ACTS.fullmatch(found[0])
    if _WITH_OBJECT[language].match(text, here) and _HAVING[language].search(text[:place]):
        return ""
    if verb or _NO_ADJECTIVE[language].match(text, here) or begins_with_act(text[here:], language):
        return ""
    return found[0]
