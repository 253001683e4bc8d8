"""What a delegation does by saying so, in French and Spanish, and what only its State can have done.

A perfect tells one or the other by its verb alone: « a demandé un délai » is an act in the room, « a créé un fonds » is
not. Both are closed lists; what stands in neither may be either.
"""

import re

from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING = {
    Language.FR: _words(
        "appuie associe considère demande déplore estime exhorte félicite juge note oppose prie propose rallie rappelle"
        " réaffirme regrette réitère remercie salue souligne soutient souhaite suggère"
        " affirme approuve condamne craint déclare espère insiste observe recommande reconnaît sollicite"
    ),
    Language.ES: _words(
        "agradece apoya considera elogia espera estima exhorta felicita insta lamenta opone pide propone reafirma"
        " recuerda reitera respalda saluda subraya sugiere"
        " agradeció apoyó consideró elogió estimó exhortó felicitó instó lamentó opuso pidió propuso reafirmó recordó"
        " reiteró respaldó saludó subrayó sugirió"
        " aclara afirma agrega anuncia añade condena confirma destaca explica expresa indica insiste manifiesta"
        " menciona observa opina pregunta recalca resalta señala solicita sostiene vota"
        " aclaró advirtió afirmó agregó anunció añadió condenó confirmó destacó explicó expresó indicó insistió"
        " manifestó mencionó observó opinó preguntó recalcó resaltó señaló solicitó votó"
    ),
}
"""What a delegation does by saying so, for its State (English: :data:`.english_past.ACTS`): no other act of a State."""
ACT = {
    Language.FR: re.compile(
        r"(?:(?:pas|aussi|également|très|bien|encore|déjà|donc|que|aucune?|pas d[’']|d[’']|de|des|une|pu|dû|voulu) ?)*"
        r"(?:accepter|appuyer|soutenir|voter|abstenir|s[’']abstenir|s[’']associer|s[’']opposer|se rallier|se joindre"
        r"|approuver|adhérer|retirer|rappeler|souligner|demander|remercier|saluer|proposer|féliciter|insister"
        r"|constater|noter|exprimer|dire|favorable|en faveur|défavorable|opposée?|contre|pour|d[’']avis|d[’']accord"
        r"|convaincue?|certaine?|persuadée?"
        r"|revenue?|intervenue?|convenue?"
        r"|objections?|doutes?|réserves?|questions?|observations?|remarques?"
        r"|appuyé|considéré|demandé|déploré|estimé|exhorté|félicité|jugé|noté|prié|proposé|rappelé|réaffirmé|regretté"
        r"|réitéré|remercié|salué|souligné|soutenu|souhaité|suggéré|dit|déclaré|accepté|retiré|présenté|voté"
        r"|insisté|exprimé|annoncé|indiqué|précisé|répondu|ajouté|rejoint|invité|expliqué|relevé|observé|constaté"
        r"|mentionné|informé|confirmé|signalé|recommandé|évoqué|affirmé|posé|objecté|remarqué|reconnu|admis|contesté"
        r"|critiqué|condamné|cité|plaidé|averti|apprécié|partagé|formulé|soulevé|répété|commenté|abordé|appelé"
        r"|encouragé|interrogé|loué|espéré|parlé"
        r"|fait (?:observer|savoir|remarquer|part|valoir|état|mention|référence|sien(?:ne)?s?)"
        r"|pris (?:note|acte|la parole)|tenu à|attiré l[’']attention|donné lecture|rendu hommage"
        r"|mis (?:l[’']accent|en avant|en garde|en exergue|en lumière)|accueilli (?:avec|favorablement)"
        r"|voulu savoir)(?!\w)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:(?:muy|también|ya|que|ninguna?|algunas?|una|dos|podido|debido|querido) )*"
        r"(?:aceptar|apoyar|respaldar|votar|abstenerse|sumarse|unirse|oponerse|adherirse|retirar|recordar|subrayar"
        r"|pedir|solicitar|agradecer|proponer|felicitar|insistir|constatar|señalar|expresar|decir|a favor|en contra"
        r"|de acuerdo|de la opinión|de opinión|del parecer"
        r"|favorable|contrari[ao]|convencid[ao]|segur[ao]"
        r"|objeci(?:ón|ones)|dudas?|reservas?|preguntas?|observaci(?:ón|ones)|comentarios?"
        r"|agradecido|apoyado|considerado|elogiado|esperado|estimado|exhortado|felicitado|instado|lamentado|opuesto"
        r"|pedido|propuesto|reafirmado|recordado|reiterado|respaldado|saludado|subrayado|sugerido|dicho|declarado"
        r"|aceptado|retirado|presentado|votado|insistido|expresado|anunciado|indicado|precisado|respondido|añadido"
        r"|señalado|solicitado|preguntado|explicado|destacado|informado|mencionado|confirmado|recomendado|invitado"
        r"|observado|manifestado|afirmado|aplaudido|rechazado|concluido que|ofrecido [^\W\d_]+[aei]r"
        r"|celebrado(?! (?:[^\W\d_]+ )?(?:taller|reuni|semina|conferenc|sesi|consult|elecci|curso|foro|acto|encuentr))"
        r"|encomiado|objetado|notado|constatado|evocado|apelado"
        r"|advertido|reconocido|admitido|criticado|condenado|citado|formulado|planteado|repetido|comentado|abordado"
        r"|valorado|compartido|aclarado|puntualizado|matizado|alentado|hablado|deseado|leído"
        r"|acogido (?:con|favorablemente)|hecho (?:notar|hincapié|saber|suy[ao]s?|referencia|constar|observar|uso de)"
        r"|tomado (?:nota|la palabra)|puesto (?:de relieve|de manifiesto)|llamado (?:la atención|a)"
        r"|dado (?:las gracias|lectura)|rendido homenaje)(?!\w)",
        re.IGNORECASE,
    ),
}
"""What stands behind *have*, *be* or *must* where nothing is claimed: an act of speech, or a position."""
ANSWERS = re.compile(r"(?:says?|said) (?:yes|no)\b|dit (?:oui|non)\b|dice (?:que )?(?:sí|no)\b", re.IGNORECASE)
"""What who speaks answers: « la Suisse dit non »."""
PERFECT = {
    Language.FR: re.compile(
        r"(?:ne |n[’'])?(?:a|avait|aura|aurait) (?:(?:pas|également|aussi|déjà|bien|récemment) )*"
        r"(?!(?:droit|foi|appui|intérêt|accès|profit|crédit|lieu|été|aussi|ainsi|huit|peu|depuis|\w*(?:ais|ois))\b)"
        r"(\w+?(?:é|i|u|û|is|it|ert|eint|aint|oint))\b",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no )?(?:ha|había|habrá|habría) (?:(?:también|ya|recientemente|aún|todavía) )*"
        r"(?!sido\b)(\w+(?:ado|ido|ído)|hecho|puesto|abierto|escrito|visto|\w*dicho|\w*uesto)\b",
        re.IGNORECASE,
    ),
}
"""A perfect, and its participle."""
DONE = {
    Language.FR: _words(
        "adopté créé organisé accueilli publié ratifié signé promulgué établi formé financé élaboré traduit mis lancé"
        " modifié révisé renforcé nommé désigné alloué doublé augmenté réduit tenu mené conduit engagé entrepris entamé"
        " commencé achevé terminé finalisé intégré institué instauré fondé ouvert construit développé déployé mobilisé"
        " consacré versé contribué participé soumis déposé transmis envoyé reçu rédigé préparé réalisé exécuté appliqué"
        " abrogé aboli amendé obtenu pu dû"
    ),
    Language.ES: _words(
        "adoptado aprobado creado organizado acogido publicado ratificado firmado promulgado establecido formado"
        " capacitado financiado elaborado traducido puesto lanzado modificado revisado reforzado nombrado designado"
        " asignado duplicado aumentado reducido llevado emprendido iniciado comenzado terminado finalizado"
        " integrado instituido fundado abierto construido desarrollado desplegado movilizado destinado contribuido"
        " participado enviado recibido redactado preparado realizado ejecutado aplicado fortalecido implementado podido"
        " debido derogado obtenido"
    ),
}
"""Participles of what a State does at home, and no delegation in the room."""
FUTURES = {
    Language.FR: (
        r"(?:ne |n[’'])?(?:(?:se|le|la|les|lui|leur|vous|en|y) |[sl][’'])?([a-zéèêîôûç]+(?:e|i|d|r|u|v|t)ra)(?!\w)"
    ),
    Language.ES: r"(?:(?:también|tampoco) )?(?:no )?(?:(?:se|lo|la|los|las|le|les) )?([a-záéíóúñ]{2,}rá)(?!\w)",
}
FUTURE = {language: re.compile(one, re.IGNORECASE) for language, one in FUTURES.items()}
"""A verb of the future: « organisera un atelier », “acogerá la reunión”."""
TO_SAY = {
    Language.FR: _words(
        "sera aura pourra devra votera appuiera soutiendra acceptera retirera proposera remerciera félicitera saluera"
        " demandera prendra souhaitera dira reviendra rappellera présentera suivra répondra interviendra"
        " abstiendra associera ralliera joindra opposera rejettera approuvera insistera"
    ),
    Language.ES: _words(
        "votará apoyará respaldará aceptará retirará propondrá presentará faltará quedará habrá agradecerá felicitará"
        " saludará pedirá solicitará tomará deseará dirá volverá recordará responderá intervendrá"
        " abstendrá sumará unirá adherirá opondrá rechazará insistirá"
    ),
}
"""What a delegation will do by saying so; the auxiliaries, too, which tell nothing by themselves."""
MAY_BE = _words("sera aura pourra devra será habrá podrá deberá tendrá estará")
"""Auxiliaries of the future: of anything where they begin a sentence, of who speaks behind its verb and "and"."""
UNMEANT = MAY_BE | _words(
    "suivra faudra conviendra viendra restera caméra opéra extra choléra ultra infra supra mantra tiara para"
    " remerciera félicitera saluera souhaitera agradecerá felicitará saludará deseará faltará quedará bastará convendrá"
)
"""Futures that announce nothing that a delegation will do: what may be of anything, and what is done by saying so."""
TO_DO = {
    Language.FR: _words(
        "organisera accueillera publiera adoptera créera établira formera financera élaborera traduira lancera enverra"
        " transmettra soumettra désignera nommera tiendra mettra ouvrira versera contribuera participera ratifiera"
        " signera modifiera révisera renforcera préparera rédigera rendra fournira continuera poursuivra consacrera"
        " augmentera communiquera"
    ),
    Language.ES: _words(
        "organizará acogerá publicará adoptará aprobará creará establecerá formará capacitará financiará elaborará"
        " traducirá lanzará enviará remitirá transmitirá designará nombrará celebrará pondrá abrirá contribuirá"
        " participará ratificará firmará modificará revisará reforzará preparará redactará facilitará proporcionará"
        " continuará seguirá dedicará aumentará comunicará llevará"
    ),
}
"""What a State will do at home."""
