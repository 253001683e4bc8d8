"""Acts that a note has in the first person, or in the bare form of their verb, as those of who speaks.

"We withdraw amendment 6", "propose June", « maintenons le 7 », “agradezco a la presidenta” say what the delegation does
in the room, as "withdraws amendment 6" does, and are told like it. The lists are closed; what says anything else in the
first person ("we have no budget"), and a sentence in which more of it is (« notre », "us"), stays as it was noted.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from nmirf_desktop.domain.first_person import QUOTED, in_first_person
from nmirf_desktop.domain.segments import each_sentence, sentences
from nmirf_desktop.i18n import Language

_ADVERB = r"(?:(?:also|strongly|fully|firmly|gladly|therefore|respectfully|warmly|sincerely|still|kindly) )?"
_SURE_EN = (
    r"believe|think|suspect|accept|agree|appreciate|apologi[sz]e|ask|concur|congratulate|co-?sponsor|disagree|dissociate|emphasi[sz]e|endorse"
    r"|insist|oppose|prefer|propose|reaffirm|recommend|reiterate|reject|suggest|thank(?! you\b)|underline|urge"
    r"|welcome(?! (?:to|by|back)\b)"
    r"|withdraw"
)
"""What nothing but a verb is at the head of a note."""
_WHAT = (
    r" (?:(?:the|this|that|these|those|all|any|an?|its|it|para(?:graph)?s?|amendment|option|item|art(?:icle)?)\b"
    r"|(?-i:[A-Z]))"
)
_THE = r" (?:the|this|that|these|those|all|any|an?|its|it)\b"
_NOUNS_EN = (
    rf"(?:back|commend|echo|maintain|share|support|join)(?={_WHAT})"
    rf"|(?:deplore|doubt|favour|note|recall|regret|request|reserve|second|stress|consider|fear)(?={_THE})"
    rf"|(?:hope|fear|doubt|see|understand)(?= (?-i:[A-Z]))"
    rf"|support(?= (?:draft|text|proposal)s?\b)"
    rf"|hope(?= (?:that|the|to|all|members|chair)\b)|wish(?= to\b)|wonder(?= (?:whether|if|why|how|who)\b)"
    rf"|invite(?= (?:the|all|members|delegations)\b| (?-i:[A-Z]))"
    rf"|object(?= to\b|[.;]?$)|abstain(?=[.;]?$| (?:on|from)\b)"
    rf"|look(?= forward\b)|count(?= on\b)|(?:associate|align)(?= (?:with|itself)\b)"
)
"""What may be a noun, or begin something else, but before what its verb has behind it."""
_WILL_EN = (
    r"cannot|could|can|would|will|do not|does not|could not|can not|would not|will not|can[’']t|won[’']t|don[’']t"
    r"|wouldn[’']t|couldn[’']t"
)
_DO_EN = (
    r"(?: (?:also|gladly|therefore|only|still))? (?:abstain|accept|agree|back|block|endorse|go along|insist|join|like"
    r"|live|object|oppose|prefer|propose|reject|see (?:any|the|a|why|how)|share|stand in|support|vote|welcome"
    r"|withdraw)\b"
)
_AUXILIARY_EN = re.compile(rf"(?:we|I) (?P<kept>(?:{_WILL_EN}){_DO_EN})", re.IGNORECASE)
"""What "we" can, will or do not do in the room."""
_HAVE_EN = re.compile(
    r"(?:we|I) have (?P<kept>(?:no|some|serious|strong|many) (?:objections?|comments?|reservations?))\b", re.IGNORECASE
)
_BARE_EN = re.compile(
    rf"(?:(?P<we>(?:we|I) ))?(?P<adverb>{_ADVERB})(?P<verb>(?:{_SURE_EN})\b|{_NOUNS_EN})", re.IGNORECASE
)
_JOINED_EN = re.compile(rf"(?P<and>\b(?:and|but),? {_ADVERB})(?P<verb>(?:{_SURE_EN})\b|{_NOUNS_EN})")
"""A second act behind the first one, which has its form."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(pairs: str) -> Mapping[str, str]:
    """Forms of the first person, each with that of the third: "proposons propose"."""
    words = pairs.split()
    return MappingProxyType(dict(zip(words[::2], words[1::2], strict=True)))


_FORMS = {
    Language.FR: _table(
        "proposons propose demandons demande appuyons appuie soutenons soutient remercions remercie souhaitons souhaite"
        " retirons retire maintenons maintient regrettons regrette saluons salue rappelons rappelle insistons insiste"
        " espérons espère préférons préfère pensons pense estimons estime considérons considère réitérons réitère"
        " suggérons suggère félicitons félicite acceptons accepte refusons refuse approuvons approuve déplorons déplore"
        " soulignons souligne prions prie invitons invite partageons partage doutons doute craignons craint voyons voit"
        " croyons croit comptons compte prenons prend voulons veut pouvons peut tenons tient"
        " rejetons rejette exhortons exhorte comprenons comprend contestons conteste exigeons exige reconnaissons"
        " reconnaît rejoignons rejoint apprécions apprécie constatons constate notons note"
        " maintiens maintient prends prend soutiens soutient crois croit veux veut peux peut vois voit tiens tient"
        " comprends comprend attends attend crains craint reconnais reconnaît rejoins rejoint"
    ),
    Language.ES: _table(
        "agradezco agradece agradecemos agradece apoyo apoya apoyamos apoya retiro retira retiramos retira propongo"
        " propone proponemos propone pido pide pedimos pide solicito solicita solicitamos solicita prefiero prefiere"
        " preferimos prefiere lamento lamenta lamentamos lamenta mantengo mantiene mantenemos mantiene insisto insiste"
        " insistimos insiste espero espera esperamos espera creo cree creemos cree considero considera consideramos"
        " considera pregunto pregunta preguntamos pregunta felicito felicita felicitamos felicita saludo saluda"
        " saludamos saluda recuerdo recuerda recordamos recuerda reitero reitera reiteramos reitera rechazo rechaza"
        " rechazamos rechaza acepto acepta aceptamos acepta comparto comparte compartimos comparte coincido coincide"
        " coincidimos coincide sugiero sugiere sugerimos sugiere quiero quiere queremos quiere puedo puede podemos"
        " puede temo teme tememos teme dudo duda dudamos duda subrayo subraya subrayamos subraya deseo desea deseamos"
        " desea respaldo respalda respaldamos respalda celebro celebra celebramos celebra quisiéramos quisiera"
        " opongo opone oponemos opone abstengo abstiene abstenemos abstiene sumo suma sumamos suma reservo reserva"
        " reservamos reserva asocio asocia asociamos asocia uno une unimos une entiendo entiende entendemos entiende"
        " tomo toma tomamos toma veo ve vemos ve pienso piensa pensamos piensa opino opina opinamos opina"
    ),
}
"""What somebody does in the room by saying that he, or they, do; of the same form is « je » with a verb in -e."""
_NOUNS_ES = _words("apoyo retiro saludo recuerdo rechazo respaldo deseo celebro tomo uno sumo temo")
"""Spanish forms that may be a noun, but before what its verb has behind it."""
_BEHIND_ES = re.compile(r" (?:(?:plenamente|también|totalmente) )?(?:el|la|los|las|lo|que|una?|su|nota)\b")
_FR = re.compile(
    r"(?P<who>(?:(?:nous|je) |j[’'])?)(?P<deny>(?:ne |n[’'])?)(?P<verb>[^\W\d_]+)(?P<behind>\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_FR_ITSELF = re.compile(
    r"(?:(?:nous (?P<deny>(?:ne )?)nous |(?:je )?(?P<not>(?:ne )?)(?:me |m[’']))"
    r"(?P<verb>opposons|oppose|abstenons|abstiens|associons|associe|rallions|rallie|réjouissons|réjouis|réservons|réserve"
    r"|joignons|joins|demandons|demande|félicitons|félicite)|nous (?P<alone>abstenons|rallions|réjouissons))"
    r"(?P<behind>\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_ITSELF_FR = _table(
    "opposons oppose oppose oppose abstenons abstient abstiens abstient associons associe associe associe"
    " rallions rallie rallie rallie réjouissons réjouit réjouis réjouit réservons réserve réserve réserve"
    " joignons joint joins joint"
    " demandons demande demande demande félicitons félicite félicite félicite"
)
_ES = re.compile(
    r"(?:(?:yo|nosotr[oa]s) )?(?P<deny>(?:(?:no|también|tampoco) )*)(?P<itself>(?:nos |me )?)(?P<verb>[^\W\d_]+)"
    r"(?P<behind>\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_ONLY_ITSELF_ES = _words("opongo oponemos abstengo abstenemos sumo sumamos uno unimos asocio asociamos")
_OF_ITSELF_ES = _ONLY_ITSELF_ES | _words("reservo reservamos pregunto preguntamos felicito felicitamos")
_YOU = re.compile(r"\b(?:you|yours?|vous|votre|vos|usted(?:es)?)\b", re.IGNORECASE)
"""Whom somebody speaks to: no report keeps that."""
_FURTHER = re.compile(r"(?:[,;]|\b(?:and|but|or|et|mais|ou|y|e|o|pero)) (?:(?:ne|no|also) |n[’'])?([^\W\d_]+)")
_OFTEN_ALL = _words("voyons pensons tenons acceptons rejetons refusons comprenons invitons prions")
"""Forms by which all are called on to do something, where « nous » does not stand before them: « voyons le texte »."""
_OF_ONE = frozenset(one for one in _FORMS[Language.FR].values() if one.endswith("e"))
"""Verbs of which « je » has the form of the third person: « je remercie »."""
_FUTURE_ES = re.compile(r"(?<=[aei]r)é$")
"""What somebody says that he will do: “enviaré”."""
_AND = re.compile(r"(?P<and>\b(?:et|mais|y|e|pero) (?:no |ne |n[’'])?)(?P<verb>[^\W\d_]+)(?P<behind>(?: \w+)?)")
_OWN_BESIDES = {
    Language.EN: _words(
        "see hope think want propose suggest ask oppose support have need know believe wait postpone defer"
    ),
    Language.FR: _words("avons sommes devons allons faisons savons avions étions serons aurons ferons"),
    Language.ES: _words("cuento tengo hago digo voy tenemos hemos somos estamos vamos debemos hacemos sabemos"),
}
"""Further forms in which somebody speaks of himself; in English, which nobody has who is one."""


def is_own_form(word: str, language: Language) -> bool:
    """Whether a word is a verb's form of the first person, and hardly anything else."""
    own = word.casefold()
    known = own in _FORMS.get(language, {}) and own not in _NOUNS_ES
    return own in _OWN_BESIDES[language] or (known and (language is Language.ES or own.endswith("ons")))


def own_acts(note: str, language: Language) -> frozenset[int]:
    """The places of the sentences of a note that say "we" or "I", and are told in the third person: they are his."""
    said = enumerate(one.text for one in sentences(note))
    return frozenset(
        place for place, one in said if in_first_person(one, language) and in_third_person(one, language) != one
    )


def in_third_person(note: str, language: Language) -> str:
    """A note with the acts of who speaks in the third person; what is asked, quoted or says more of itself stays."""
    told = {Language.EN: _english, Language.FR: _french, Language.ES: _spanish}[language]

    def third(sentence: str) -> str:
        if "?" in sentence or sentence[:1] in '“«"' or _YOU.search(QUOTED.sub("", sentence)):
            return sentence
        made = told(sentence)
        if not made or in_first_person(QUOTED.sub("", made), language) or _goes_on(made, language):
            return sentence
        return f"{made[:1].upper()}{made[1:]}" if sentence[:1].isupper() else made

    return each_sentence(note, third)


def _goes_on(told: str, language: Language) -> bool:
    """Whether more of the sentence is in the first person, by the form of a verb behind a comma or "and"."""
    return any(is_own_form(one[1], language) for one in _FURTHER.finditer(told))


def _english(sentence: str) -> str:
    if found := _AUXILIARY_EN.match(sentence):
        return f"{_of_one(found['kept'])}{sentence[found.end() :]}"
    if found := _HAVE_EN.match(sentence):
        return f"has {found['kept']}{sentence[found.end() :]}"
    found = _BARE_EN.match(sentence)
    if found is None:
        return ""
    behind = sentence[found.end() :]
    if not re.search(r"\bto\b", behind):  # "proposes to meet and discuss": there the second one is no act
        behind = _JOINED_EN.sub(lambda one: f"{one['and']}{_third(one['verb'])}", behind)
    return f"{(found['adverb'] or '').lower()}{_third(found['verb'].casefold())}{behind}"


def _of_one(auxiliary: str) -> str:
    """An auxiliary as one has it: "do not see" is "does not see"."""
    return re.sub(r"^do(?= not|n[’']t)", "does", auxiliary.lower() if auxiliary[:1].isupper() else auxiliary)


def _third(verb: str) -> str:
    return f"{verb}es" if re.search(r"(?:s|sh|ch|x|z|o)$", verb) else f"{verb}s"


def _french(sentence: str) -> str:
    if found := _FR_ITSELF.match(sentence):
        verb = _ITSELF_FR[(found["verb"] or found["alone"]).casefold()]
        deny = found["deny"] or found["not"] or ""
        return f"{deny}{'s’' if verb[0] in 'aéo' else 'se '}{verb}{_joined(found['behind'], Language.FR)}"
    found = _FR.match(sentence)
    if found is None:
        return ""
    verb = found["verb"].casefold()
    told = "" if verb in _OFTEN_ALL and not found["who"] else _FORMS[Language.FR].get(verb, "")
    if not told and found["who"].casefold() in ("je ", "j’", "j'") and verb in _OF_ONE:
        told = verb
    return f"{found['deny']}{told}{_joined(found['behind'], Language.FR)}" if told else ""


def _spanish(sentence: str) -> str:
    found = _ES.match(sentence)
    if found is None:
        return ""
    verb, itself = found["verb"].casefold(), found["itself"]
    told = _FORMS[Language.ES].get(verb, "") or (
        "" if itself else _FUTURE_ES.sub("á", verb) if _FUTURE_ES.search(verb) else ""
    )
    if not told or (itself and verb not in _OF_ITSELF_ES) or (not itself and verb in _ONLY_ITSELF_ES):
        return ""
    if not itself and verb in _NOUNS_ES and not _BEHIND_ES.match(found["behind"]):
        return ""
    return f"{found['deny']}{'se ' if itself else ''}{told}{_joined(found['behind'], Language.ES)}"


def _joined(behind: str, language: Language) -> str:
    """What follows an act, with the further acts of the same person in the third one: « et saluons »."""

    def third(found: re.Match[str]) -> str:
        verb = found["verb"].casefold()
        told = _FORMS[language].get(verb, "")
        noun = verb in _NOUNS_ES and not _BEHIND_ES.match(found["behind"])
        return f"{found['and']}{told}{found['behind']}" if told and not noun else found[0]

    return _AND.sub(third, behind)
