"""Acts that a note has in the first person, or in the bare form of their verb, as those of who speaks.

"We withdraw amendment 6", "propose June", « maintenons le 7 », “agradezco a la presidenta” say what the delegation does
in the room, as "withdraws amendment 6" does, and are told like it. The lists are closed; what says anything else in the
first person ("we have no budget"), and a sentence in which more of it is (« notre », "us"), stays as it was noted.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from nmirf_desktop.domain.first_person import QUOTED, in_first_person
from nmirf_desktop.domain.segments import each_sentence
from nmirf_desktop.i18n import Language

_ADVERB = r"(?:(?:also|strongly|fully|firmly|gladly|therefore|respectfully|warmly|sincerely|still|kindly) )?"
_SURE_EN = (
    r"accept|agree|appreciate|apologi[sz]e|ask|concur|congratulate|co-?sponsor|disagree|dissociate|emphasi[sz]e|endorse"
    r"|insist|oppose|prefer|propose|reaffirm|recommend|reiterate|reject|suggest|thank|underline|urge|welcome|withdraw"
)
"""What nothing but a verb is at the head of a note."""
_NOUNS_EN = (
    r"abstain|back|commend|deplore|doubt|echo|favour|hope|invite|maintain|note|object|question|recall|regret|request"
    r"|reserve|second|share|stress|support|wish|wonder|associate|align|join|call|look|believe|think|consider|fear|count"
)
"""What may be a noun, or begin something else, but before the word that its verb has behind it."""
_BEHIND_EN = (
    r"(?: (?:the|this|that|these|those|all|any|an?|its|to|with|whether|on|for|it|him|forward|chair|para(?:graph)?s?"
    r"|amendment|option|item|art(?:icle)?)\b| (?-i:[A-Z])|(?=[.;]?$))"
)
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
    r"(?:we|I) have (?P<kept>(?:no|some|serious|strong|many) (?:objections?|comments?|reservations?))\b"
)
_BARE_EN = re.compile(
    rf"(?:(?P<we>(?:we|I) ))?(?P<adverb>{_ADVERB})(?:(?P<sure>{_SURE_EN})\b|(?P<noun>{_NOUNS_EN})(?={_BEHIND_EN}))",
    re.IGNORECASE,
)


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
        " croyons croit attendons attend comptons compte prenons prend voulons veut pouvons peut tenons tient"
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
_BEHIND_ES = re.compile(r" (?:(?:plenamente|también|totalmente) )?(?:el|la|los|las|lo|al?|que|una?|su|nota)\b")
_FR = re.compile(
    r"(?P<who>(?:(?:nous|je) |j[’'])?)(?P<deny>(?:ne |n[’'])?)(?P<verb>[^\W\d_]+)(?P<behind>\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_FR_ITSELF = re.compile(
    r"(?:nous |je )?(?P<deny>(?:ne )?)(?:nous |me |m[’'])"
    r"(?P<verb>opposons|oppose|abstenons|abstiens|associons|associe|rallions|rallie|réjouissons|réjouis|réservons|réserve"
    r"|joignons|joins|demandons|demande|félicitons|félicite)(?P<behind>\b.*)",
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


_OWN_BESIDES = {
    Language.EN: _words("see hope think want propose suggest ask oppose support have"),
    Language.FR: _words("avons sommes devons allons faisons savons avions étions serons aurons ferons"),
    Language.ES: _words("cuento tengo hago digo voy tenemos hemos somos estamos vamos debemos hacemos sabemos"),
}
"""Further forms in which somebody speaks of himself; in English, which nobody has who is one."""


def is_own_form(word: str, language: Language) -> bool:
    """Whether a word is a verb's form of the first person, and hardly anything else."""
    own = word.casefold()
    known = own in _FORMS.get(language, {}) and own not in _NOUNS_ES
    return own in _OWN_BESIDES[language] or (known and (language is Language.ES or own.endswith("ons")))


def in_third_person(note: str, language: Language) -> str:
    """A note with the acts of who speaks in the third person; what is asked, quoted or says more of itself stays."""
    told = {Language.EN: _english, Language.FR: _french, Language.ES: _spanish}[language]

    def third(sentence: str) -> str:
        if "?" in sentence or sentence[:1] in '“«"':
            return sentence
        made = told(sentence)
        if not made or in_first_person(QUOTED.sub("", made), language):
            return sentence
        return f"{made[:1].upper()}{made[1:]}" if sentence[:1].isupper() else made

    return each_sentence(note, third)


def _english(sentence: str) -> str:
    if found := _AUXILIARY_EN.match(sentence):
        return f"{_of_one(found['kept'])}{sentence[found.end() :]}"
    if found := _HAVE_EN.match(sentence):
        return f"has {found['kept']}{sentence[found.end() :]}"
    found = _BARE_EN.match(sentence)
    if found is None:
        return ""
    verb = (found["sure"] or found["noun"]).casefold()
    return f"{(found['adverb'] or '').lower()}{_third(verb)}{sentence[found.end() :]}"


def _of_one(auxiliary: str) -> str:
    """An auxiliary as one has it: "do not see" is "does not see"."""
    return re.sub(r"^do(?= not|n[’']t)", "does", auxiliary.lower() if auxiliary[:1].isupper() else auxiliary)


def _third(verb: str) -> str:
    return f"{verb}es" if re.search(r"(?:s|sh|ch|x|z|o)$", verb) else f"{verb}s"


def _french(sentence: str) -> str:
    if found := _FR_ITSELF.match(sentence):
        verb = _ITSELF_FR[found["verb"].casefold()]
        return f"{found['deny']}{'s’' if verb[0] in 'aéo' else 'se '}{verb}{found['behind']}"
    found = _FR.match(sentence)
    if found is None:
        return ""
    verb = found["verb"].casefold()
    told = _FORMS[Language.FR].get(verb, "")
    if not told and found["who"].casefold() in ("je ", "j’", "j'") and verb in _OF_ONE:
        told = verb
    return f"{found['deny']}{told}{found['behind']}" if told else ""


_OF_ONE = frozenset(one for one in _FORMS[Language.FR].values() if one.endswith("e"))
"""Verbs of which « je » has the form of the third person: « je remercie »."""


def _spanish(sentence: str) -> str:
    found = _ES.match(sentence)
    if found is None:
        return ""
    verb, itself = found["verb"].casefold(), found["itself"]
    told = _FORMS[Language.ES].get(verb, "")
    if not told or (itself and verb not in _OF_ITSELF_ES) or (not itself and verb in _ONLY_ITSELF_ES):
        return ""
    if not itself and verb in _NOUNS_ES and not _BEHIND_ES.match(found["behind"]):
        return ""
    return f"{found['deny']}{'se ' if itself else ''}{told}{found['behind']}"
