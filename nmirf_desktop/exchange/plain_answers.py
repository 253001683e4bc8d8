"""Whether somebody who answers says plainly that a message arrived.

An answer may say that nothing came, that a file does not open, or that its writer is away: only plain words count, and
any word of a doubt, of a refusal or of a request outweighs them.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

MOST_LINES, MOST_LETTERS = 8, 600
"""So many lines and letters of an answer are its own words: what follows is a signature, or a server's warning."""
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
    r"sirvan? enviar",
)  # fmt: skip
"""What outweighs it: that it did not come, does not open, is to be sent once more, or that nobody is there."""
_QUOTES = re.compile(
    r">|-{2,}|_{5,}|(?:from|de|von|sent|envoye|enviado|objet|subject|asunto) ?:|"
    r"(?:on|le|el) .{6,}(?:wrote|a ecrit|escribio) ?:?$"
)
"""How the message begins that an answer quotes, or a signature."""


def acknowledges(text: str) -> bool:
    """Whether the own words of an answer say that a message arrived, and nothing against it."""
    said = " ".join(_own_lines(text))[:MOST_LETTERS]
    return bool(_any(RECEIVED).search(said)) and not _any(DOUBTED).search(said) and "?" not in said


def _own_lines(text: str) -> Iterator[str]:
    """The first lines that somebody wrote, in small letters without accents, to where the quoted message begins."""
    lines = [line for one in text.split("\n") if (line := _plain(one))]
    for line in lines[:MOST_LINES]:
        if _QUOTES.match(line):
            return
        yield line


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{'|'.join(words)})(?![\w'])")


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return " ".join("".join(one for one in parts if not unicodedata.combining(one)).split())
