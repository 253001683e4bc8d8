"""The forms of English verbs: the past of a third person of the present, and what may be a form of a verb at all.

They are those of the rule of spelling, and of the irregular verbs, which are a closed class; a verb of which neither
tells the form has none here.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


IRREGULAR = dict(
    pair.split(":")
    for pair in _words(
        "arise:arose bear:bore become:became begin:began bend:bent bind:bound bring:brought build:built buy:bought"
        " cast:cast catch:caught choose:chose come:came cost:cost cut:cut deal:dealt do:did draw:drew drive:drove"
        " fall:fell feel:felt fight:fought find:found flee:fled forbid:forbade foresee:foresaw forget:forgot"
        " forgive:forgave get:got give:gave go:went grow:grew have:had hear:heard hold:held keep:kept know:knew"
        " lay:laid lead:led leave:left lend:lent let:let lose:lost make:made mean:meant meet:met mistake:mistook"
        " overcome:overcame oversee:oversaw pay:paid put:put quit:quit rebuild:rebuilt rise:rose run:ran say:said"
        " see:saw seek:sought sell:sold send:sent set:set show:showed shut:shut sit:sat speak:spoke spend:spent"
        " spread:spread stand:stood strike:struck take:took teach:taught tell:told think:thought undergo:underwent"
        " understand:understood undertake:undertook uphold:upheld win:won withdraw:withdrew withhold:withheld"
        " write:wrote"
    )
)
"""Irregular verbs and their past."""
_OTHERS = re.compile(
    r"(?!(?:repeat|treat|defeat|heat|highlight|delight|clean)$).*(?:beat|bid|bite|bleed|blow|break|breed|burst|cling|creep|dig|dive|dream|drink|eat|feed|fling|fly|freeze|grind"
    r"|hang|hide|hit|hurt|kneel|lean|leap|learn|lie|light|ride|ring|sew|shake|shed|shine|shoot|shrink|sing|sink|slay"
    r"|sleep|slide|sow|speed|spell|spill|spin|split|spoil|spring|steal|stick|sting|stink|swear|sweep|swell|swim|swing"
    r"|tear|throw|thrust|tread|wake|wear|weave|wed|weep|wet|wind|wring)"
)
"""Irregular verbs of which no form is told here, nor of what is made with them: outbid, redo, misread."""
_READ = re.compile(r".*(?:read)")
_SHORT_VOWEL = re.compile(r".*[^aeiou][aeiou][bcdfgklmnprtvz]|[aeiou][bcdfgklmnprtvz]")
_LAST_STRESSED = re.compile(
    r"[^aeiouy]+[aeiou][bdgklmnprt]|.*(?:(?<!li)(?<!vo)mit|(?<![fol])fer|cur|gret|quip|(?<!paralle)(?<!latera)l)|allot"
)
"""A short verb, and endings that bear the stress: their last letter doubles before -ed, and l always (labelled)."""
_UNSTRESSED = re.compile(
    r".*[aeiou].*(?:(?<!f)er|ffer|en|on|(?<!u)sit|vit|dit|bit|fit|cit|rit|get)|limit|develop|envelop"
)
AUXILIARIES = {
    "is": "was",
    "are": "were",
    "has": "had",
    "does": "did",
    "isn’t": "wasn’t",
    "aren’t": "weren’t",
    "hasn’t": "hadn’t",
    "doesn’t": "didn’t",
    "will": "would",
    "won’t": "wouldn’t",
    "can": "could",
    "cannot": "could not",
    "can’t": "couldn’t",
}
"""Auxiliaries of the present, and their past."""
AUXILIARY = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|should|must|can|could|cannot|may|might|does|did|shall)(?:n[’']t)?"
)
_NO_FORMS = _words("this its as us thus always perhaps besides towards plus various previous")

_SHORTEST = 4
"""The letters of a third person: says."""


_NO_PAST = re.compile(r".*(?<!agr)(?<!fr)(?<!decr)(?<!guarant)eed|(?:hund|sac|kind|)red|(?:em|)bed|shed|naked|wicked")
"""Words in -ed that are no past: need, exceed, hundred."""


def past(form: str) -> str:
    """The past of a verb's third person of the present: supports, supported; empty where it is not known."""
    return past_of(base(form)) if base(form) else ""


def base(form: str) -> str:
    """The verb of which a small word may be the third person: agrees, agree; empty where it is none."""
    if not form.isascii() or not form.isalpha() or form in _NO_FORMS or len(form) < _SHORTEST or not form.endswith("s"):
        return {"has": "have"}.get(form, "")
    if form.endswith(("ss", "us", "is")):
        return ""
    if form.endswith("ies"):
        return f"{form[:-3]}y" if len(form) > _SHORTEST else ""
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return form[:-2]
    return form[:-1]


def past_of(verb: str) -> str:
    """The past of a verb: support, supported; empty where it is not known."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    made = re.fullmatch(r"(?:re|un|over|under|out|mis|fore|with|up|off|be|broad)(\w{2,})", verb)
    if (made and made[1] in IRREGULAR) or _OTHERS.fullmatch(verb) or _READ.fullmatch(verb):
        return ""
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    if _SHORT_VOWEL.fullmatch(verb):
        if _LAST_STRESSED.fullmatch(verb):
            return f"{verb}{verb[-1]}ed"
        if not _UNSTRESSED.fullmatch(verb):
            return ""
    return f"{verb}ed"


def is_third_person(form: str) -> bool:
    """Whether a word may be a verb's third person of the present, or an auxiliary's."""
    return bool(base(form)) or form in AUXILIARIES


def is_finite(word: str) -> bool:
    """Whether a small word may be a verb of the past, or an auxiliary."""
    known = word in IRREGULAR.values() or word in ("be", "read")
    return known or bool(AUXILIARY.fullmatch(word)) or (word.endswith("ed") and _NO_PAST.fullmatch(word) is None)
