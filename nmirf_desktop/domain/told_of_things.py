"""What is told of a text, a meeting or a tool, and of no delegation: « est inacceptable », “debería figurar aquí”.

Noted without its subject it would be told of who speaks: « La délégation dit qu’elle est inacceptable ».
"""

import re

from nmirf_desktop.i18n import Language

_BE = {
    Language.FR: (
        r"(?:ne |n[’'])?(?:est|était|sera|serait|reste|demeure|(?:doit|devrait|devra|peut|pourrait|semble|paraît)"
        r"(?: (?:pas|aussi|encore))* être|(?:a|aurait) été)"
        r"(?: (?:pas|plus|très|trop|assez|peu|bien|plutôt|aussi|encore|déjà|jamais|toujours|tout à fait|fort"
        r"|également|donc|[^\W\d_]+ment))* "
    ),
    Language.ES: (
        r"(?:(?:aún|todavía|ya|también|tampoco) )?(?:no )?(?:es|era|será|sería|está|estaba|estará|queda|resulta"
        r"|sigue siendo"
        r"|(?:debe|debería|deberá|puede|podría|parece) (?:también )?(?:ser|estar|quedar))"
        r"(?: (?:muy|demasiado|bastante|poco|más bien|también|aún|todavía|ya|siempre|tan|[^\W\d_]+mente))* "
    ),
}
_LIKE_TEXTS = {
    Language.FR: (
        r"(?:(?:in)?acceptable|(?:in)?utile|bon|bonne|mauvais|clair|longue?|court|ambigu|vague|flou|(?:in)?suffisant"
        r"|(?:in)?complet|cher|coûteux|gratuit|opérationnel|obsolète|prématuré|redondant|superflu|excessif|illisible"
        r"|inexact|exact|erroné|faux|vrai|ambitieux|équilibré|pertinent|nécessaire|indispensable|essentiel|facultatif"
        r"|irrecevable|recevable|contradictoire|confus|tardif|acquis|imminent|réaliste|irréaliste|inapplicable|désuet"
        r"|discuté|débattu|adopté|supprimé|examiné|reporté|ajourné|modifié|remplacé|publié|traduit|distribué|tenu|fixé"
        r"|voté|mis aux voix|rejeté|amendé|reformulé|clarifié|simplifié|inséré|ajouté|annexé|fusionné|scindé|signé"
        r"|en ligne|en cours|en vigueur|à l[’']étude|à revoir|à l[’']ordre du jour|au point|à jour|sur la table"
        r"|trop (?:long|court|tard|tôt|cher))(?:e|s|es)?(?!\w)(?! (?:sur la liste|à la liste|aux? ))"
    ),
    Language.ES: (
        r"(?:(?:in)?aceptable|(?:in)?útil|buen[ao]|mal[ao]|clar[ao]|larg[ao]|cort[ao]|ambigu[ao]|vag[ao]"
        r"|(?:in)?suficiente|(?:in)?complet[ao]|car[ao]|costos[ao]|gratuit[ao]|operativ[ao]|obsolet[ao]|prematur[ao]"
        r"|redundante|superflu[ao]|excesiv[ao]|ilegible|inexact[ao]|exact[ao]|erróne[ao]|fals[ao]|ambicios[ao]"
        r"|equilibrad[ao]|pertinente|indispensable|esencial|inadmisible|admisible|contradictori[ao]"
        r"|confus[ao]|tardí[ao]|realista|inaplicable|debatid[ao]|aprobad[ao]|suprimid[ao]|examinad[ao]|aplazad[ao]"
        r"|modificad[ao]|sustituid[ao]|publicad[ao]|traducid[ao]|distribuid[ao]|fijad[ao]|votad[ao]|sometid[ao] a"
        r"|rechazad[ao]|enmendad[ao]|reformulad[ao]|aclarad[ao]|simplificad[ao]|insertad[ao]|fusionad[ao]|firmad[ao]"
        r"|en línea|en curso|en vigor|en estudio|por [^\W\d_]+r|pendiente|en el orden del día|al día"
        r"|sobre la mesa)(?!\w)"
        r"(?! (?:a la lista|en la lista|al? ))"
    ),
}
_DOES = {
    Language.FR: re.compile(
        r"(?:ne |n[’'])?(?:fonctionne|coûte|coûtera|coûterait|dure|durera|contient|comporte|figure|figurera|consiste"
        r"|permet|permettra|permettrait|sert|servira|nécessite|nécessitera|concerne|remplace|remplacera"
        r"|entre en vigueur"
        r"|entrera en vigueur|commence(?! par [^\W\d_]+(?:er|ir|re)(?!\w))|commencera|débute|débutera|s[’']applique"
        r"|s[’']appliquera|s[’']intitule|se lit"
        r"|se lirait|se termine|se déroule|suffit|va trop loin|va dans le|ne va pas|arrive trop|vient trop"
        r"|pose problème"
        r"|pose (?:un|des|plusieurs|le) problème|prête à|laisse à désirer|fait double emploi|figurait|porte sur"
        r"|présente (?:des|une?|plusieurs|de) (?:[^\W\d_]+ )?(?:lacune|risque|danger|intérêt|avantage|problème"
        r"|inconvénient|faiblesse|défaut|incohérence|difficulté|contradiction)s?"
        r"|dispose(?= qu)|s[’']inscrit dans|se (?:tient|trouve) (?:à (?!la d)|au|en)"
        r"|prend effet|prendra effet|a lieu|aura lieu)(?!\w)"
        r"|(?:ne |n[’'])?(?:doit|devrait|devra|peut|pourrait|va) (?:pas )?(?:figurer|apparaître|durer|coûter|suffire"
        r"|commencer|servir|entrer en|s[’']appliquer|se lire|disparaître|fonctionner|se tenir|rester en l[’']état"
        r"|remplacer|permettre|comprendre|contenir|porter sur|valoir)(?!\w)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:(?:ya|aún|todavía|también) )?(?:no )?(?:funciona|cuesta|costará|costaría|dura|durará|contiene|figura"
        r"|figurará"
        r"|consiste|permite|permitirá|permitiría|sirve|servirá|requiere|concierne|sustituye|sustituirá|entra en vigor"
        r"|entrará en vigor|comienza|comenzará|empieza|termina|se aplica|se aplicará|se titula|se lee|se examinará"
        r"|se aprobará|se aprueba|va demasiado lejos|llega tarde|plantea (?:un|varios|el) problema|plantea problemas"
        r"|se presta a|deja que desear|figuraba|versa sobre|surtirá efecto|tiene lugar|tendrá lugar|reúne a|depende de"
        r"|consta de|afecta a|llegó tarde)\b"
        r"|(?:no )?debe de (?:ser|estar)\b"
        r"|(?:no )?(?:debe|debería|deberá|puede|podría|va a) (?:figurar|aparecer|durar|costar|bastar|comenzar|servir"
        r"|entrar en|desaparecer|funcionar|permitir|contener|valer"
        r"|(?!absten|sumar|unir|adher|opon|pronunci|compromet|retir|desvincul|disoci|asoci|ausent|quej|refer|inscrib"
        r"|permitir|incorporar|negar|dirigir|limitar|esforzar|alinear|reunir)[^\W\d_]+[aei]rse)\b",
        re.IGNORECASE,
    ),
}
_IS = {
    language: re.compile(rf"{_BE[language]}(?:{_LIKE_TEXTS[language]})", re.IGNORECASE)
    for language in (Language.FR, Language.ES)
}


def is_of_thing(predicate: str, language: Language) -> bool:
    """Whether what a French or Spanish predicate tells is said of a text or a tool, and of nobody who speaks."""
    if language is Language.EN:
        return False
    return any(one[language].match(predicate) is not None for one in (_DOES, _IS))
