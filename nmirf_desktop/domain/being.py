"""*Be*, and what like it has the subject's state behind it, in French and Spanish notes; and the adverbs behind it."""

import re

from nmirf_desktop.i18n import Language

BE = {
    Language.FR: re.compile(
        r"(?:ne |n[’'])?(?:(?:se |s[’'])(?:di(?:t|sait|ra|rait)|déclar(?:e|ait|era|erait)|montr(?:e|ait|era|erait)"
        r"|sen(?:t|tait)"
        r"|tient|tenait|tiendra|trouv(?:e|ait)|retrouv(?:e|ait)|considèr(?:e|ait)|considérait|porte|voi?t|voyait"
        r"|verra|veut"
        r"|voulait|estim(?:e|ait)|avou(?:e|ait)|juge|jugeait|croit|croyait|avère|affirm(?:e|ait)|révèle|proclame)"
        r"|(?:a|avait|aura|aurait) (?:(?:pas|plus|jamais|toujours|aussi|également|déjà|bien|souvent|parfois|encore"
        r"|peut-être|sans doute|trop|très|mal|vraiment|\w+ement) )*été"
        r"|est|était|sera|serait|fut|reste|restait|restera|resterait|demeure|demeurait|demeurera"
        r"|demeurerait|semble|semblait|paraît|paraissait|devient|devenait|deviendra|deviendrait)(?=[\s,])",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no )?(?:se (?:dice|decía|dijo|declar(?:a|aba|ó|ará|aría)|muestra|mostr(?:aba|ó|ará|aría)|siente|sentía"
        r"|sintió"
        r"|sentirá|consider(?:a|aba|ó)|ve|veía|vio|verá|vería|encuentra|encontraba|halla|hallaba|mantiene|mantenía"
        r"|mantuvo"
        r"|mantendrá|confiesa|reconoce|proclama)|se (?:ha|había|habrá|habría) (?:dicho|mostrado|declarado|sentido|visto"
        r"|considerado|encontrado|hallado|mantenido)|(?:ha|había|habrá|habría) (?:sido|estado|quedado)|está|estaba"
        r"|estará"
        r"|estaría|estuvo|es|era|será|sería|fue|queda|quedaba|quedó|quedará|quedaría|permanece|permanecía|permaneció"
        r"|permanecerá|sigue|seguía|siguió|seguirá|seguiría|continúa|continuaba|continuó|continuará|resulta|resultó"
        r"|resultará|parece|parecía|pareció)(?=[\s,])",
        re.IGNORECASE,
    ),
}
"""*Be*, and what like it has the subject's state behind it."""
TO_BE = {
    Language.FR: re.compile(
        r"(?:d[’']|à |de )?(?:avoir (?:(?:pas|jamais|toujours|aussi|déjà|bien|peut-être|\w+ement) )*été"
        r"|être|rester|demeurer|devenir|paraître|sembler|(?:se |s[’'])(?:tenir|dire"
        r"|déclarer|montrer|sentir|trouver|estimer|considérer|voir))(?=\s)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:de |a |en )?(?:haber (?:sido|estado)|ser|estar|quedar|permanecer|resultar|parecer|seguir|continuar"
        r"|(?:ver|sentir|mostrar|declarar|decir|considerar|hallar|encontrar|mantener)se)(?=\s)",
        re.IGNORECASE,
    ),
}
ITSELF = {
    Language.FR: re.compile(r"(?:ne |n[’'])?s[’'](?:est|était|sera|serait)(?=\s)", re.IGNORECASE),
    Language.ES: re.compile(r"(?!)"),
}
"""A reflexive perfect: its participle agrees in French, but for some verbs."""
ADVERBS = {
    Language.FR: re.compile(
        r"(?:pas|plus|point|jamais|aussi|également|très|bien|encore|déjà|donc|toujours|même|surtout|voire|peut-être"
        r"|presque|quasi|en (?:grande )?partie|en général|à nouveau|de nouveau|du moins|au moins|au contraire"
        r"|sans doute|en revanche|à la fois|malgré tout|on ne peut plus|tout à fait|fort|trop|assez|peu"
        r"|si|souvent|parfois|maintenant|désormais|enfin|aujourd[’']hui|d[’']ores et déjà|en outre|par ailleurs"
        r"|par conséquent|en conséquence|en principe|de même|moins|néanmoins|cependant|toutefois|bientôt|plutôt|ainsi"
        r"|non seulement|(?!clément\b|dément\b)\w+ment)(?=[\s,])|,[^,.;]*,",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no|muy|también|tampoco|ya|aún|todavía|bien|siempre|tan|más|menos|además|asimismo|igualmente|solo|sólo"
        r"|sumamente|ahora|hoy|nunca|en principio|por tanto|por consiguiente|sin embargo|por lo tanto|incluso|casi"
        r"|quizás?|bastante|algo|en (?:gran )?parte"
        r"|sobre todo|en cambio|al menos|por lo menos|por supuesto|desde luego|a su vez|de nuevo|a la vez|siendo"
        r"|estando|\w+mente)(?=[\s,])|,[^,.;]*,",
        re.IGNORECASE,
    ),
}
"""What may stand between *be* and the adjective; "sigue siendo partidario" has a second *be* there."""
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def over_adverbs(text: str, place: int, language: Language) -> int:
    """Where the word begins that follows a place, behind blanks and adverbs."""
    while True:
        blank = re.compile(r"\s*").match(text, place)
        here = blank.end() if blank else place
        adverb = ADVERBS[language].match(text, here)
        if adverb is None:
            return here
        place = adverb.end()
