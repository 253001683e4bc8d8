"""A sentence of a note that has no subject, behind one of another: « Le mécanisme existe. Présente son rapport. »

It may be of who speaks, or of what was named before it. Unless its verb is plainly an act of a speaker in a meeting
(« Demande un vote »), it is left as it was noted, and named.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nmirf_desktop.domain.added_clauses import asserts, clause_of
from nmirf_desktop.domain.bare_sentences import tells_of_itself
from nmirf_desktop.domain.broken_sentences import begins_with_name, begins_with_subject
from nmirf_desktop.domain.finite_verbs import begins_with_own_verb
from nmirf_desktop.domain.noted_sentences import Told, small
from nmirf_desktop.domain.reported_speech import Reported, opening_of
from nmirf_desktop.i18n import Language

_NOBODY = {
    Language.EN: re.compile(r"(?!)"),
    Language.FR: re.compile(
        r"(?:il (?:n[’'])?(?:faut|faudrait|faudra|convient|importe|est (?!question)|serait|reste à)|on\b|personne\b"
        r"|rien\b)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(r"(?:nadie|nada)\b", re.IGNORECASE),
}
"""What has no subject that could do anything further on: « il faut »."""
_OBJECT_FIRST = re.compile(r"(?:L[’']|Les |Y |En )(?:a|avait|aura) [^\W\d_]+(?:é|i|u|is|it)e?s?\b")
"""A French perfect that has an object before it, and no subject: « L’a présenté en mai »."""
_THERE_IS = re.compile(r"(?:no )?(?:hay|había|existen?|existía) ", re.IGNORECASE)
_OPENED = {
    Language.EN: re.compile(r"(?:(?:also|further|therefore|then|thus|finally|lastly|strongly|fully),? )*"),
    Language.FR: re.compile(
        r"(?:(?:donc|enfin|aussi|également|toutefois|cependant|ne|n[’']|la|le|les|l[’']|en|y|lui|leur) ?)*"
    ),
    Language.ES: re.compile(
        r"(?:(?:también|tampoco|además|asimismo|finalmente|pero|y|por tanto|por ello|no|l[aeo]s?),? )*"
    ),
}
_TELLS_OF_BODY = re.compile(
    r"(?:^(?:(?:elle|il) )?(?:ajoute|indique|précise|explique|rappelle|signale|note|dit|adds|indicates|explains|recalls"
    r"|notes|says|añade|agrega|indica|precisa|explica|recuerda|señala|dice|informa(?: de)?)"
    r"(?: (?:aussi|également|also|también))? (?:que |qu[’']|that )"
    r"|\b(?:mais|car|puisque|pero|porque|pues|ya que|aunque|but|because) "
    r"|\b(?:parce|bien) qu(?:e |[’'])|[,;] (?:et|y|and) )"
    r"(?:l[ae] |l[’']|une? |cet?(?:te)? |s(?:on|a) |el |una |est[ea] |ese? |esa |su |the |a |an |its |this )"
    r"(?:[^\W\d_]+ )?(?:m[ée]canisme?|mecanismo|mechanism|comit[éè]|committee|comm?issi?[oó]n|organismo?e?|organe"
    r"|órgano|body|bureau|office|oficina|minist[èe]re|ministerio|ministry|secr[ée]tariat|secretaría|parlement"
    r"|parlamento|parliament|groupe|grupo|group|r[ée]seau|red\b|network|institut|conseil|consejo|council|agence|agencia"
    r"|agency|fonds|fondo|fund|plate-?forme|plataforma|platform|syst[èe]me?|sistema|police|polic[íy]a?|tribunal|cour\b"
    r"|corte|court|ONG|NGO|association|asociación|unit[éy]|unidad|service|servicio|coordination|autorit|autoridad)",
    re.IGNORECASE,
)
"""A body that a sentence of who speaks tells of: « Ajoute que le mécanisme existe », « mais le comité existe »."""
_THING = re.compile(
    r"(?:l[ae] |l[’']|el )(?:salle|sala|délai|plazo|date|fecha|coût|costo|coste|temps|tiempo|heure|hora|texte|texto"
    r"|paragraphe|párrafo|phrase|frase|mot|palabra|traduction|traducción"
    r"|situation|situación|décision|decisión|question|cuestión|problème|problema|réunion|reunión|informe|rapport)\b",
    re.IGNORECASE,
)
"""A subject that is ready or grateful for nothing."""
_SPEAKS = {
    Language.EN: re.compile(
        r"(?:thank|support|oppose|ask|request|propose|suggest|welcome|congratulate|endorse|regret|agree(?!s? to\b)"
        r"|disagree|object|appreciate|deplore)(?:e?s|ed|d)?\b"
        r"|(?:will|would) (?:also )?(?:abstain|vote (?:for|against|in favour)|oppose)\b"
        r"|is (?:very )?(?:grateful|happy|pleased|honoured) to\b|has no objection|cannot accept\b"
    ),
    Language.FR: re.compile(
        r"(?:demande|remercie|appuie|propose|félicite|soutient|regrette|salue|déplore)\b"
        r"|votera (?:pour|contre)\b|a pas d[’']objection|(?:peut|pourrait) (?:pas )?accepter\b"
        r"|est (?:très )?(?:heureu[sx]|ravi|reconnaissant|honoré|d[’']accord)"
        r"|s[’'](?:oppose|abstient|associe|abstiendra|opposera|associera)\b|se (?:rallie|félicite|réjouit|joint)\b"
    ),
    Language.ES: re.compile(
        r"(?:pide|agradece|apoya|propone|felicita|lamenta|respalda|saluda)\b"
        r"|votará (?:a favor|en contra)\b|no tiene (?:ninguna )?objeci|(?:puede|podría) aceptar\b"
        r"|está (?:muy )?(?:agradecid|encantad|honrad|de acuerdo|a favor|en contra)"
        r"|se (?:opone|abstiene|suma|asocia|une|abstendrá|opondrá|sumará|asociará)\b"
    ),
}
"""What who speaks does in a meeting, and hardly any body or text that was named before."""
_TEXTS_EN = (
    r"(?:(?:it|this|that)(?=[.,;]|$| (?:as|if|unless|but|and)\b)"
    r"|(?:the|any|all|this|that|its) (?:\w+ )?(?:draft(?! law)"
    r"|text|proposal|amendment|wording|paragraph|part|deletion|change|idea)s?\b|para(?:graph)?s?\b|L\.\d)"
)
"""What lies before the meeting, and before no parliament."""
_IN_ROOM = {
    Language.EN: re.compile(
        r"(?:reserves? (?:its|the|their|judge?ment)\b|(?:strongly |fully )?(?:dis)?agrees? strongly|strongly disagrees?"
        r"|leaves? (?:it|this|that|the (?:choice|decision|matter|wording)) to\b|looks? forward to\b|insists?\b"
        r"|concurs?\b|echoes\b|wonders\b|doubts (?:that|whether|it|this|the)\b"
        r"|sees? (?:no|little) (?:need|reason|point|harm|objection|merit|use)\b"
        r"|(?:(?:would|could|will|can|does) (?:not )?|cannot )(?:also )?(?:(?:prefer|block (?:it|the|consensus)"
        r"|join (?:the |a )?consensus|live with|go along|stand in the way|abstain|insist"
        rf"|vote (?:for|against|in favou?r|yes|no))\b|(?:accept|support|oppose|agree (?:to|with)) {_TEXTS_EN})"
        r"|wants? (?:it (?:noted|recorded|reflected)|a vote|(?:the|this) (?:vote|put)|to know)\b"
        r"|has (?:(?:no|some|serious|strong|grave|many|several) )?(?:objections?|instructions|comments?|doubts?"
        r"|reservations?)\b|is (?:not )?(?:\w+ly )?(?:in favou?r|flexible"
        rf"|(?:opposed to|against) {_TEXTS_EN})\b"
        r"|shares? (?:\S+ ){1,3}(?:views?|concerns?|opinions?|doubts?)\b|backs\b|withdraws? (?:its|the) "
        rf"|rejects? {_TEXTS_EN}"
        r"|expects? an? (?:answer|reply|response|vote)\b"
        r"|hopes? (?:that )?(?:(?:all|other|the) )?(?:members|delegations|draft|text|meeting)\b"
        r"|invites? (?:(?:all|other|the) )?(?:members|delegations)\b)"
    ),
    Language.FR: re.compile(
        r"(?:(?:se )?réserve (?:sa|son|le|de)\b|insiste\b|doute (?:que|de|qu|d)\b|se demande\b"
        r"|(?:y )?voit (?:pas|aucun|mal|guère|d[’']un (?:bon|mauvais))|est (?:pas )?(?:opposée?|contre|défavorable"
        r"|favorable|d[’']avis)\b|tient à ce que\b|s[’'](?:en remet|y oppose|y rallie|y associe)\b"
        r"|invite (?:tou(?:s|tes) )?(?:les|la) (?:membres|délégations|réunion|présidence)\b"
        r"|(?:préfère|préférerait|souhaiterait|voudrait|aimerait)\b|aurait (?:voulu|préféré|souhaité|aimé)\b"
        r"|retire (?:sa|son|l[’'])|partage (?:l[’'](?:avis|opinion)|l[ae]s? (?:avis|préoccupations?|point))"
        r"|(?:bloquera|fera) pas (?:le consensus|obstacle)|a pas d[’']instruction"
        r"|espère que les (?:membres|délégations))"
    ),
    Language.ES: re.compile(
        r"(?:se reserva\b|insiste\b|duda (?:que|de que|de)\b|se pregunta\b|ve (?:la|ninguna|razón|con (?:buenos|malos))"
        r"|está (?:\w+mente )?(?:opuest[oa]|a favor|en contra|de acuerdo|conforme)\b"
        r"|(?:prefiere|preferiría|desearía|querría|quisiera)\b|retira su\b|queda a la espera\b"
        r"|comparte (?:la|las|el) (?:opini|preocupaci|parecer|punto|dud|inquietud)|bloqueará (?:el|ningún) consenso"
        r"|tiene (?:instrucciones|dudas|reservas)\b|deja (?:la decisión|la elección|esto|eso|ello) (?:en|a)\b"
        r"|espera que (?:los|las|todos los) (?:miembros|delegaciones)|rechaza (?:el|la) (?:proyecto|texto|propuesta"
        r"|enmienda|idea|párrafo))"
    ),
}
"""What nobody does but who has the floor: he takes a position on the text, on consensus, on the record."""
_NAMED = r"(?<!^)(?<![.!?:;] )\b[A-ZÀ-Þ][a-zà-ÿ]|\b[A-Z]{2,}s?\b"
_SOMEBODY = {
    Language.EN: re.compile(
        rf"{_NAMED}|\b(?:members?|delegates?|delegations?|others|they|s?he|who|some(?:one|body)|every(?:one|body)|nobody"
        r"|experts?|rapporteurs?|hosts?|judges?|coordinators?|victims?|institutions?|partners?|sponsors?|groups?"
        r"|observers?|representatives?|chair|president|secretariat|speakers?|states?|mechanisms?"
        r"|committees?|commission|ombuds\w+|courts?|laws?|ministry|ministries|minister|parliament|government|offices?"
        r"|council|body|bodies|fund|network|agency|police|ngos?|civil society|platform)\b"
    ),
    Language.FR: re.compile(
        rf"{_NAMED}|\b(?:experts?|rapporteure?s?|juges?|victimes?|institutions?|partenaires?"
        r"|d[ée]l[ée]gations?|délégués?|membres?|d[’']autres|ils?|elles?|quelqu[’']un|tous|groupes?"
        r"|présidence|président[es]?|secrétariat|parrains?|coordination|états?|mécanismes?|comités?|commission|tribunal"
        r"|cour|lois?|ministères?|ministre|parlement|gouvernement|bureau|conseil|organes?|fonds|réseau|agence"
        r"|plate-?forme)\b"
    ),
    Language.ES: re.compile(
        rf"{_NAMED}|\b(?:expert[oa]s?|relatora?|jue(?:z|ces)|víctimas?|instituci(?:ón|ones)|anfitri\w+"
        r"|delegaci(?:ón|ones)|delegad[oa]s?|miembros?|otr[oa]s|ell[oa]s?|él|alguien|todos|grupos?"
        r"|presidencia|president[ea]|secretaría|patrocinador\w*|coordinación|estados?|mecanismos?|comités?|comisión"
        r"|tribunal|corte|ley|leyes|ministerios?|ministr[oa]|parlamento|gobierno|oficina|consejo|órganos?|fondo|red"
        r"|agencia|plataforma)\b"
    ),
}
"""A person, a State or a body: who is named may have the floor, or do at home what is told next."""
_OF_THINGS_EN = re.compile(
    r"(?:The|This|That|These|Those|An?|It|There|All|Some|No|Nothing|Everything|What|Its|Our|My|In|On|At|For|Not|Too)\b",
    re.IGNORECASE,
)
"""Words that begin an English sentence of a thing; any other may be a name."""


def without_others(
    made: Sequence[Told], texts: Sequence[str], of_speaker: frozenset[int], found: Reported, language: Language
) -> Iterator[Told]:
    """The sentences of a note as *made* of its *texts*; what may be of another that the one before names is not well.

    *of_speaker* are the places of those whose own subject is who speaks, from some of which it was taken. *found* is
    the note.
    """
    other, somebody, before = False, False, ""
    for place, (one, text) in enumerate(zip(made, texts, strict=True)):
        if place in of_speaker:
            other = somebody = False
        elif place and _lacks_subject(one, text, language):
            speaks = _begins(_SPEAKS, text, language) or (is_in_room(text, language) and not somebody)
            speaks = speaks or (_THING.match(before) is not None and tells_of_itself(text, language))
            if other and not speaks and one.well:
                yield replace(one, text=text, well=False, own=False)
                continue
            other, before = (other and not speaks) or _TELLS_OF_BODY.search(text) is not None, text
        elif place and language is Language.FR and _OBJECT_FIRST.match(text):
            yield replace(one, text=text, well=False, own=False)
            continue
        else:
            names = _names(text, language) if place else found.clause and _names(text, language)
            other, before = other or names or _TELLS_OF_BODY.search(text) is not None, text
            somebody = somebody or names_somebody(text, language)
        yield one


def _lacks_subject(told: Told, text: str, language: Language) -> bool:
    """Whether a further sentence has no subject of its own."""
    if told.own or language is not Language.ES or asserts(text, language):
        return told.own
    return begins_with_own_verb(small(clause_of(text, language).text), language)


def _names(text: str, language: Language) -> bool:
    """Whether a sentence has a subject of its own that may do, or have, what is told further on."""
    if language is Language.EN:
        return True
    told = clause_of(text, language).text
    told = told[len(opening_of(told, language)) :]
    if _NOBODY[language].match(told):
        return False
    return (
        begins_with_subject(told, language)
        or begins_with_name(told, language)
        or (language is Language.ES and _THERE_IS.match(told) is not None)
    )


def is_act(text: str, language: Language) -> bool:
    """Whether a sentence without a subject begins with what who speaks does in a meeting."""
    return _begins(_SPEAKS, text, language) or _begins(_IN_ROOM, text, language)


def is_in_room(text: str, language: Language) -> bool:
    """Whether it begins with what only who has the floor does, whatever thing was named: "would not block it"."""
    return _begins(_IN_ROOM, text, language) and not _begins(_SPEAKS, text, language)


def names_somebody(text: str, language: Language) -> bool:
    """Whether a sentence names a person, a State or a body; the next may be of it: "Peru opposes it. Insists"."""
    if _SOMEBODY[language].search(f"{text[:1].lower()}{text[1:]}") is not None:
        return True
    if language is Language.EN:
        return _OF_THINGS_EN.match(text) is None
    return begins_with_name(text, language)


def _begins(acts: Mapping[Language, re.Pattern[str]], text: str, language: Language) -> bool:
    told = small(text if language is Language.EN else clause_of(text, language).text)
    told = told[len(opening_of(told, language)) :]
    opened = _OPENED[language].match(told)
    return acts[language].match(told, opened.end() if opened else 0) is not None
