"""What a thing that a French pronoun may take up does as a delegation does: « Son outil … Il appuie trois langues. »"""

import re

_OF_NO_THING = re.compile(
    r"(?:(?:ne |n[’'])?(?:se |s[’']|l[’']|les |le |la |vous |en )?(?:remercie|félicite|regrette|prie|votera|abstiendra"
    r"|abstient|associe|rallie)(?!\w)"
    r"|souhaite (?:que |qu[’']|(?:remercier|féliciter|expliquer|savoir|dire|prendre)(?!\w)))"
    r"|(?:est|était|reste) (?:[^\W\d_]+ment |très |aussi )?(?:(?:heureu(?:x|se)|ravie?|satisfaite?|reconnaissante?"
    r"|honorée?|fière|fier|inquiète?|inquiet|déçue?|surprise?|désireu(?:x|se)|d[’']accord|d[’']avis)(?!\w)"
    r"|(?:prête?|disposée?) à (?:accueillir|participer|assister|traduire|(?:l[’']|le |la |les )[^\W\d_]+r(?!\w)))",
    re.IGNORECASE,
)
"""What no tool, law or plan does."""
_OF_NO_DRAFT = re.compile(
    r"(?:ne |n[’'])(?:peut|pourra|a) |(?:est|reste) (?:prête?|disposée?|opposée?) ", re.IGNORECASE
)
"""What a draft before the meeting does not do, and a tool or a plan may."""
_DRAFT = re.compile(
    r"(?:le |la |du |au |ce |cet |cette |l[’'])(?:projet(?! de (?:loi|plan))|texte|paragraphe|amendement|article"
    r"|proposition|motion|version)(?!\w)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:retard|délai|temps|vote|consensus|jour|mois|plaisir|\d|date|parole|question|semaine|fin"
    r"|suite|possibilité|occasion|gratitude|reconnaissance"
    r"|premier(?=\s*(?:[.,;:)]|$)| à | (?:orateur|rapporteur|vice-président)(?!\w))"
    r"|(?:plein )?(?:report|soutien)(?= (?:constant|continu|indéfectible|précieux|apporté|exprimé|reçu|total|proposé"
    r"|demandé)(?!\w))"
    r"|(?:report|plein soutien|(?<!\bun )soutien)(?=\s*(?:[.,;:)]|$)| d[’']un | de (?:tou(?:te)?s|deux|trois)(?!\w)"
    r"| (?:à|au|aux|du|des|de (?:la|cet?|cette|ces|sa|son|ses)) | (?:à|de) l[’']))"
    r"(?!\w)",
    re.IGNORECASE,
)
"""Nouns of what does nothing that is told of who speaks; not « un premier outil », « un soutien aux victimes »."""


def may_do(rest: str, noun: re.Match[str], predicate: str) -> bool:
    """Whether what is named behind an article may do what is told of persons: « Il appuie trois langues »."""
    if _OF_NO_THING.match(predicate) or _NOTHING.match(rest, noun.end()):
        return False
    return not (_OF_NO_DRAFT.match(predicate) and _DRAFT.match(rest, noun.start()))
