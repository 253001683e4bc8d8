"""Whether somebody who answers says plainly that a message arrived.

An answer may say that nothing came, that a file does not open, or that its writer is away: only plain words count, and
any word of a doubt, of a refusal or of a request outweighs them. Whoever writes much has to be read.
"""

import re
from functools import cache

from nmirf_desktop.exchange.own_words import own_lines, plain_line

MOST_LINES, MOST_LETTERS = 8, 600
"""So many lines and letters of its own an answer has at most that says only that something arrived."""
RECEIVED = (
    r"received", r"receipt", r"acknowledg\w*", r"thanks?", r"thank you", r"noted", r"arrived",
    r"recue?s?", r"reception", r"accus\w*", r"merci", r"remerci\w*", r"pris note", r"prenons note", r"arrivee?s?",
    r"recibi\w*", r"recibo", r"recepcion", r"gracias", r"agradec\w*", r"acus\w*", r"tomamos nota", r"tomado nota",
    r"llegado", r"llego",
)  # fmt: skip
"""What somebody writes who has it, in the three languages."""
DOUBTED = (
    r"not", r"\w*n't", r"cannot", r"no", r"never", r"nothing", r"none", r"without", r"unable", r"fail\w*", r"missing",
    r"miss", r"lack\w*", r"empty", r"blank", r"corrupt\w*", r"damaged", r"illegible", r"unreadable", r"wrong",
    r"resend", r"re-send", r"again", r"please send", r"kindly send", r"unfortunately", r"problem\w*", r"error\w*",
    r"instead", r"still", r"yet", r"await\w*", r"waiting", r"out of (?:the )?office", r"leave", r"away", r"absen\w*",
    r"vacations?", r"holidays?", r"travel\w*", r"on mission", r"return", r"limited access", r"auto\w*",
    r"as soon as",
    r"pas", r"non", r"ne", r"n'\w+", r"rien", r"jamais", r"aucun\w*", r"sans", r"manqu\w*", r"vides?", r"illisibles?",
    r"endommag\w*", r"impossible", r"erreurs?", r"problemes?", r"malheureusement", r"renvo\w*", r"reenvo\w*",
    r"de nouveau", r"a nouveau", r"attend\w*", r"attente", r"encore", r"conges?", r"vacances", r"bureau",
    r"mission", r"retour", r"des que", r"veuillez (?:m'|nous )?envoyer",
    r"nunca", r"nada", r"ningun\w*", r"sin", r"falta\w*", r"vaci[oa]s?", r"ilegibles?", r"danad[oa]s?", r"imposible",
    r"errores", r"lamentablemente", r"reenvi\w*", r"de nuevo", r"nuevamente", r"otra vez", r"espera\w*", r"aun",
    r"todavia", r"ausen\w*", r"fuera de", r"vacaciones", r"licencia", r"mision", r"regres\w*", r"tan pronto",
    r"sirvan? enviar", r"left",
)  # fmt: skip
"""What outweighs it: that it did not come, does not open, is to be sent once more, or that nobody is there."""
ASKED = (
    r"in advance", r"forward to", r"look(?:ing)? forward", r"would (?:be|appreciate)\b.*", r"grateful if",
    r"thank(?:s| you) (?:to|if)", r"provid(?:e|ing)", r"(?:please|kindly) \w+ (?:us|me|the|a|an|it|them)",
    (
        r"(?:merci|remerci\w*)(?: \w+){0,2} (?:de |d')(?:(?:bien|me|nous|le|la|les|lui|leur|en|y) |[ml]')*"
        r"(?!avoir|etre|votre|notre)\w+(?:er|ir|re)"
    ),
    r"remercier(?:ai|ais|ait|ions|ons|aient)", r"(?:d'|par )avance", r"saur\w+ gre", r"envoye[rz]",
    r"transmett(?:re|ez)", r"parvenir", r"remettre",
    r"pri(?:e|ons|ere) (?:de (?!croire|recevoir)|d'(?!agreer|accept))\w+",
    r"agrade\w+ (?:mucho )?(?:que|(?:me|nos|se) \w+|\w+[aei]r(?:me|nos|l[aeo]s?|sel[ao]s?)*)",
    r"agradecer(?:ia\w*|e|emos|an?)", r"(?:de|por) (?:antemano|adelantado)", r"envi(?:ar\w*|en?|emos|ase\w*)",
    r"remit(?!id)\w*",
)  # fmt: skip
"""So does a request, for which thanks are said beforehand: merci de + infinitive, agradeceríamos que …"""


def acknowledges(text: str) -> bool:
    """Whether the own words of an answer say that a message arrived, and nothing against it.

    Of what is longer than an answer that says only that, nobody can be sure who has not read it. Lines that may be the
    wrapped head of a quoted message say nothing for it, and may say something against it.
    """
    lines = [line for one in text.split("\n") if (line := plain_line(one))]
    end, head = own_lines(lines)
    said, wrapped = " ".join(lines[:end]), " ".join(lines[end : end + head] if head > 1 else ())
    if end > MOST_LINES or len(said) > MOST_LETTERS or "?" in said:
        return False
    return bool(_any(RECEIVED).search(said)) and not _any(DOUBTED + ASKED).search(f"{said} {wrapped}")


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{'|'.join(words)})(?![\w'])")
