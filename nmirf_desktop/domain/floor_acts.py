"""What nobody but who speaks does, in French and Spanish, by the verb and what stands behind it: closed lists.

A verb that is told of texts and tools too, or is a noun, stands here with what tells it from those: « accepte de », and
no « accepte les fichiers »; « annonce que », and no « annonce de la date ». One pattern a line; words between angle
brackets are those of :data:`_PARTS`.
"""

import re

from nmirf_desktop.i18n import Language

_PARTS = {
    "<that>": r"(?:que\b|qu[’'])",
    "<the>": (
        r"(?:tou(?:te)?s? |l[ae] (?!\d|semaine|jour|mois|matin|soir)"
        r"|les (?!\d)|l[’']|une? |ce(?:t|tte|s)? |<own>|leurs? )"
    ),
    "<own>": r"s(?:on|a|es) ",
    "<adverb>": r"(?:(?:aussi|également|donc|toutefois|cependant|encore|en outre|[^\W\d_]+ment) )*",
    "<do>": (
        r"(?!(?:financier|courrier|premier|dernier|particulier|calendrier|dossier|avenir|plaisir|loisir|désir|papier"
        r"|chantier|cahier|foyer|atelier|janvier|février|hier)\b)"
        r"[^\W\d_]*(?:[^\W\d_](?:er|ir|oir|[dtpv]re|[uldr]ire|clure)|faire|plaire|traire|croire|être)\b"
    ),
    "<to>": r"(?:(?:ne pas |se |le |la |les |en |y |lui |leur |bien vouloir )|[sl][’'])*<do>",
    "<whom>": r"[^.,;]{2,70}?",
    "<judged>": (
        r"(?:nécessaires?|(?:in)?utiles?|prématurée?s?|indispensables?|importante?s?|essentielle?s?|souhaitables?"
        r"|préférables?|(?:im)?possibles?|prudente?s?|(?:in)?opportune?s?|(?:in)?suffisante?s?|(?:in)?acceptables?"
        r"|regrettables?|excessi(?:fs?|ves?)|ambiguë?s?|équilibrée?s?|irrecevables?|recevables?"
        r"|(?:trop|très|bien|plus|peu) [^\W\d_]+)\b"
    ),
    "<make>": r"[^\W\d_]+[aei]r(?:se|l[aeo]s?)?\b",
}
"""What stands behind such verbs: a French infinitive is <do>, with its pronouns <to>; a Spanish one is <make>."""
_MINDS_FR = """
adhère adjure applaudit apprécie approuve argue avoue conjure consent conteste croit décline défend dément dénonce
déplore désapprouve désavoue désire doute exige fustige hésite implore interpelle invoque objecte opte parle pense
plaide préconise préfère promet proteste prône réclame récuse redoute réfute refuse rejette renonce réprouve
revendique souscrit soupçonne supplie parraine coparraine déclare qualifie
voudrait aimerait souhaiterait préférerait désirerait accepterait appuierait soutiendrait proposerait regretterait
apprécierait approuverait déplorerait
"""
"""What nobody does but who has a mind, and no noun."""
_SAY_THAT_FR = """
accepte admet affirme ajoute annonce assure attend avertit comprend conclut confirme considère constate convient dit
explique garantit indique informe juge maintient mentionne note observe précise relève remarque répète répond signale
trouve veut voit
"""
"""What tells by « que » what its speaker thinks or says."""
_ACTS_FR = r"""
(?:répond|informe|assure|avertit|rejoint) [^.,;:]{1,40} <that>
(?:indique|affirme|admet|confirme|assure|explique|répond|précise|estime|pense|dit) (?:ne |avoir\b|être\b)
(?:indique|confirme|annonce|dit) (?:avoir|être|vouloir|pouvoir|devoir|comprendre|ignorer|regretter)\b
accepte (?:de |d[’'])
accepte (?:l[ae] |l[’']|ce(?:t|tte)? |les )(?:amendement|proposition|compromis|paragraphe|date|offre|suggestion|renvoi)
accepte (?:l[ae] |l[’']|ce(?:t|tte)? |les )(?:modification|report|candidature|nouve|libellé|projet|invitation|idée)
accepte le texte (?:tel|de|du|proposé|révisé|amendé|avec|à condition)
accueille (?:favorablement|avec|chaleureusement)\b
annonce <adverb><the>
appelle (?:à |au |de ses vœux|l[’']attention|<the><whom> à )
apporte son (?:soutien|appui)
assure <the><whom> de <own>
attend (?:des|de voir|de ses|de sa|avec|encore|toujours|une réponse|l[ae] (?:réponse|rapport))\b
attend (?:du|de la) <whom> (?:une? |l[ae]s? |l[’']|des )
attend les (?:réponses|instructions|consignes)
attire l[’']attention
a (?:une?|des|deux|trois|quelques|plusieurs|encore des|de (?:fortes|sérieuses|graves)) (?:doute|réserve|préférence)
a (?:une?|des|deux|trois|quelques|plusieurs|encore des) (?:question|observation|objection|remarque|préoccupation)
a (?:une?|des|deux|trois|quelques|plusieurs) (?:commentaire|suggestion)
a (?:bon espoir|hâte de|l[’'](?:intention|honneur)|le (?:plaisir|regret|sentiment)|besoin d|confiance)
cède la parole|conseille |convient <that>
cherche (?:à <to>|un (?:compromis|consensus|accord|terrain))
(?:cite|commente|critique|loue) <adverb><the>
comprend (?:mal|bien|l[ae]s?|l[’']) ?(?:position|préoccupation|argument|souci|raison|motif|difficulté|logique|intention)
compte (?:<to>|sur\b)
(?:conclut|termine|commence) (?:en [^\W\d_]+ant|par <to>)
confirme <own>|constate (?:l[’']|avec )
demande des (?:précision|éclaircissement|explication|information|garantie|détail|chiffre|exemple|clarification)
demande des (?:consultation|excuse|assurance|instruction)
demande (?:<adverb><the>|de <to>(?= (?:l[ae]s? |l[’']|une? |<own>|ce|que\b))|de l[’']aide|du temps)
demande (?:à |aux? )<whom> (?:de <to>|d[’'])
demande (?:à (?:être|pouvoir|intervenir|prendre)|d[’'](?:<do>|autres )|plus de |davantage|également)
demande (?:s[’']ils?\b|comment\b|combien\b|pourquoi\b|quand\b|où\b|quel|qui\b|ce qu|pour )
dit (?:non\b|oui\b|<own>|toute? s|<to>)
doit (?:consulter <own>|en référer|attendre (?:des |les |ses |l[’']avis)|partir\b|quitter\b|demander\b)
doit (?:s[’']abstenir|s[’']opposer|insister|rappeler|souligner|regretter|voter|refuser|exprimer|dire)\b
donne (?:lecture|son (?:accord|aval|appui))
émet (?:des|le|un|une) |entend <to>|envisage d(?:e |[’'])<to>
estime <adverb><judged>
est (?:pour|contre)(?=[.,;]|$)
est (?:contre <the>|pour (?:<that>|l[ae] |l[’'])|partisane? d|hostile à|en faveur|en désaccord)
est (?:d[’']avis|(?:tout à fait |pleinement |entièrement )?d[’']accord)
est en mesure d(?:e |[’'])(?:accepter|appuyer|soutenir|voter|se (?:rallier|joindre|prononcer)|s[’']associer|approuver)
est en mesure d(?:e |[’'])(?:répondre|accueillir|confirmer|annoncer)
exerce son droit|explique (?:<own>|pourquoi)|exprime (?:<the>|des |de )
fait (?:part|observer|remarquer|valoir|savoir|noter|état|mention|référence|confiance|appel|objection|siens?|siennes?)\b
fait (?:un don|une? (?:proposition|suggestion|observation|remarque|objection|déclaration))
forme (?:le vœu|des vœux|l[’']espoir)|formule (?:<the>|des |deux |trois |le vœu)
informe l[ae]s? <whom> d(?:e |es |u |[’'])
(?:invite|encourage|incite|presse|convie|exhorte|engage) (?:instamment |vivement )?<the><whom> à (?:<to>|l[ae] |l[’'])
juge (?:<adverb><the>|<judged>)
invite (?:les (?:membres|délégations|autres)|l[ae] (?:réunion|présidence)) (?:à|au|aux|en) (?-i:[A-ZÀ-Þ])
lance un appel|lit (?:une? |l[ae] )
maintient (?:<own>|l[’']amendement|l[ae] (?:proposition|demande|candidature|réserve)\b)
manifeste <own>|marque s(?:on|a) (?:accord|désaccord|préférence|intérêt|attachement|opposition)|menace d(?:e |[’'])
met (?:vivement )?en (?:garde|avant|doute|question|cause|relief|exergue|lumière)\b|met l[’']accent
note (?:<adverb><the>|avec )
offre (?:d(?:e |[’'])(?!autres)<to>|<own>(?:aide|appui|soutien|expertise|assistance|concours|salle|bons offices))
(?:partage|rejoint) <adverb>(?:tout à fait )?<the>(?:mêmes? )?(?:avis|opinion|analyse|préoccupation|inquiétude|souci)
(?:partage|rejoint) <adverb>(?:tout à fait )?<the>(?:mêmes? )?(?:points? de vue|sentiment|position|expérience|lecture)
(?:partage|rejoint) <adverb>(?:tout à fait )?<the>(?:mêmes? )?(?:conclusion|crainte|vision|satisfaction|appréciation)
(?:partage|rejoint) <adverb>(?:tout à fait )?<the>(?:mêmes? )?(?:objectif|consensus|doute|réserve|regret|interprétation)
peut <adverb>(?:accepter|appuyer|soutenir|vivre avec|approuver|souscrire|voter|envisager)\b
peut <adverb>(?:s[’'](?:associer|accommoder|aligner)|se (?:rallier|joindre|ranger))\b
pourrait <adverb>(?:accepter|appuyer|soutenir|vivre avec|approuver|souscrire|voter|envisager|retirer|accueillir)\b
pourrait <adverb>(?:s[’'](?:associer|accommoder)|se (?:rallier|joindre)|consentir|contribuer|financer|verser)\b
pose (?:(?:une|la|deux|trois|plusieurs) questions?\b|sa candidature)
précise (?:l[ae] |l[’'])(?:sens|portée|position)
persiste (?:à|dans)\b
continue d(?:e |[’'])(?:appuyer|soutenir|penser|croire|demander|s[’']opposer|plaider|préférer)\b
prend (?:note|acte|bonne note|dûment note|la parole(?! (?:l|une?\b|M|(?-i:[A-Z])))|position|l[’']engagement)\b
présente une? (?:amendement|motion|sous-amendement|projet|proposition|version révisée|candidat)
présente (?:sa candidature|l[ae] (?:candidature|projet|texte)|l[’']amendement)
présente <own>(?:excuse|condoléance|félicitation|remerciement|vœu|amendement|candidat|proposition|projet|rapport)
prévoit d(?:e |[’'])<to>
rappelle à l[’']ordre|rend (?:un )?(?:vibrant )?hommage|renouvelle <own>|répète <own>|reproche (?:à|aux?) |revient sur
relève avec |reprend à son compte
renvoie (?:à|aux?) (?:<own>|l[’']|la )?(?:déclaration|position|intervention|réponse|observation|explication|propos)
répond (?:par |positivement|à (?:la question|l[’'](?:observation|intervention|objection|orateur))|aux questions)
répond (?:au|à la|à l[’']|aux) (?-i:[A-ZÉ])
réserve (?:<own>|le droit|pour)
reste (?:très |profondément |pleinement )?(?:opposée?|attachée?|convaincue?|préoccupée?|favorable|disposée?)\b
reste (?:très )?(?:réservée?|sceptique|persuadée?)\b
retire (?:<own>|cet(?:te)?\b|ce\b|l[’']amendement|l[ae] (?:proposition|candidature|réserve|demande)\b)
sait gré|suit (?:de près|avec (?:intérêt|attention))|somme l
serait (?:très )?(?:d[’']accord|favorable|prête?|reconnaissante?|heureu(?:x|se)|disposée?|opposée?|en mesure)\b
signale (?:une|des|un|deux|la|l[’']) ?(?:erreur|faute|coquille|omission|incohérence|divergence|contradiction|différence)
soulève (?:une motion|un point d[’']ordre|une objection|des objections|une question de procédure)
s[’']y (?:oppose|associe|rallie|joint|refuse)\b
s[’']en (?:remet|tient|félicite|réjouit|inquiète|étonne|désole)\b
tient (?:à <to>|à ce que|(?:beaucoup |tout particulièrement )?(?:à l|au))
trouve <the><whom> (?:trop|très|peu|bien|assez|excessi|insuffisan|prématur|regrettable|utile|clair|ambigu|vague|long)
trouve <the><whom> (?:mal|mieux) [^\W\d_]+(?:é|i|u|it|is)e?s?\b
trouve <the><whom> (?:court|élevé|déraisonnable|inacceptable|équilibré|confus|flou)
trouve (?:regrettable|étrange|utile|curieux|inacceptable|surprenant|prématuré|dommage)\b
va (?:s[’']abstenir|voter|appuyer|soutenir|accueillir|organiser|présenter|soumettre|participer|proposer|retirer)\b
va (?:signer|ratifier|demander|consulter|verser|répondre|déposer)\b
veut (?:<to>|une? |des |d[’']abord |l[ae] |l[’']|plus de )
vient d(?:e |[’'])(?!être)
voit (?:d[’']un bon œil|mal |là |un risque|dans )
n[’'](?:y|en) voit (?:aucune? |pas (?:d[’']|de |l[’']|la )|guère )
aurait (?:voulu|préféré|souhaité|aimé) (?:<to>|que\b|l[ae]s? |l[’']|une? |des |plus d|davantage)
vote (?:pour|contre)(?=[.,;]|$)|vote (?:contre l|en faveur|non|oui)
"""
_MINDS_ES = """
acepta aplaude aprueba argumenta comparte confía cree critica cuestiona declina defiende deplora
desaprueba desea desearía desmiente discrepa encomia exige felicita impugna objeta opta piensa prefiere preferiría
quisiera querría rechaza recomienda reclama retira ruega suplica teme reprocha quiere agradecería apoyaría
aceptaría propondría pediría votaría habla propugna secunda solicita patrocina copatrocina
"""
_OF_ITSELF_ES = """
suma abstiene remite reserva extraña alinea compromete congratula alegra disocia desvincula asocia une inclina pronuncia
pregunta solidariza interroga sorprende retira muestra manifiesta refiere honra complace inquieta preocupa adhiere opone
limita niega ofrece resiste interesa disculpa
"""
"""What is told of things, too, is told by :func:`.acts_on_itself.is_done_to_thing` before."""
_ACTS_ES = r"""
(?:duda|responde|acuerda|conviene en|supone|entiende|espera|advierte|considera|reconoce|admite|garantiza|asegura) que\b
(?:concluye|constata|precisa|puntualiza|dice|alega|mantiene|promete|ve) que\b
(?:informa|responde|advierte) [^.,;]{1,40} que\b
(?:no )?está (?:(?:totalmente|plenamente|muy) )?(?:de acuerdo|a favor|en contra|en condiciones de)\b
(?:no )?es (?:de la opinión|del parecer|partidari[ao])\b
(?:no )?(?:tiene|tendría) (?:[^\W\d_]+ )?(?:dudas?|reservas?|objeci(?:ón|ones)|preguntas?|observaciones)\b
(?:no )?tiene (?:[^\W\d_]+ )?(?:instrucciones|comentarios)\b
no tiene (?:presupuesto|fondos|recursos|medios|personal|posición|preferencia|mandato|intención|inconveniente)\b
(?:no )?(?:puede|podría) (?:aceptar|apoyar|respaldar|votar|abstenerse|sumarse|unirse|adherirse)\b
(?:no )?ve (?:objeci|inconvenient|motivo|la utilidad|la necesidad)
(?:no )?debe (?:consultar (?:a|con) su|abstenerse|oponerse|insistir|recordar)\b
(?:no )?comprende (?:por qué|el (?:argumento|motivo|sentido)|la (?:referencia|posición|preocupación|razón|necesidad))\b
acoge con|advierte (?:contra|de|del|sobre)\b|alienta a|anima a|cita (?:el|la|los|las|a) |cuenta con
celebra (?:que\b|la |el )|da (?:las gracias|lectura)
duda de(?:l|(?: l[ao]s?| su| est[ae]| que))\b
ejerce su derecho|espera (?:instrucciones|con interés|poder)|explica su voto|expone su
hace (?:suy[ao]s?|hincapié|notar|constar|uso|referencia|saber|observar|un llamamiento|valer)\b
insiste en|insta a|invita (?:al?|a la|a los|a las) |lanza un llamamiento|llama (?:la atención|a la |a que)|mantiene su
marca su|ofrece (?:su|acoger|organizar)\b|patrocina
plantea (?:una|la) (?:cuestión|moción)|pone (?:en duda|de relieve|de manifiesto|en tela)
pregunta (?:cuá|cómo|quié|por qué|qué|dónde|al? |si |en qué)
presenta (?:una (?:enmienda|moción|propuesta|candidat)|un (?:proyecto|candidato)|(?:su|la) candidatura|el proyecto)
(?:condena|denuncia) (?:que|el|la|los|las|una?|toda)\b|renuncia a\b
prevé <make>|reserva su |responde (?:al?|a la)\b|retira su |rinde homenaje|se da por|toma (?:nota|la palabra)
ya (?:dijo|había dicho|pidió|señaló|indicó|explicó|recordó) que\b(?!.* (?:el|la|los|las) (?-i:[A-ZÁÉÍÓÚ]))
vota (?:a favor|en contra)|vuelve sobre|volverá (?:sobre|a referirse)
"""


def _lines(patterns: str) -> str:
    """Patterns of a line each as one, their parts written out."""
    made = "|".join(patterns.strip("\n").split("\n"))
    while found := next((part for part in _PARTS if part in made), ""):
        made = made.replace(found, _PARTS[found])
    return made


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


ACTS = {
    Language.FR: re.compile(
        rf"{_any(_MINDS_FR)}(?=[ .,;]|$)|{_any(_SAY_THAT_FR)} {_lines('<adverb><that>')}|{_lines(_ACTS_FR)}",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        rf"(?:no )?(?:{_any(_MINDS_ES)}|se {_any(_OF_ITSELF_ES)})(?=[ .,;:]|$)|{_lines(_ACTS_ES)}", re.IGNORECASE
    ),
}
"""An act of who speaks, from its verb on."""
