"""Whether somebody who answers says plainly that what was sent did not arrive.

That a part of it is missing, or that something else did not come, is no such word; nor is a question.
"""

import re

from nmirf_desktop.exchange.own_words import own_lines, plain_line

MOST_LETTERS = 600
"""So many letters of an answer are its own words."""
_WHAT = (
    r"(?:agendas?|documents?|documentos?|messages?|mensajes?|e-?mails?|mails?|letters?|invitations?|courriels?|"
    r"courriers?|lettres?|correos?|cartas?|ordre du jour|orden del dia|convocations?|convocatorias?|invitacion|"
    r"convocation|papers?)"
)
_OBJECT = (
    rf"(?:(?: (?:bien|yet|encore|aun|todavia|so far|a ce jour|hasta la fecha|it|them|this|that|anything|rien|nada))*"
    rf"(?: (?:the|your|any|this|that|said|le|la|les|l'|votre|vos|ce|cet|cette|aucun|aucune|el|los|las|su|sus|"
    rf"ningun|ninguna|provisional|annotated|electronico|electronica))* ?{_WHAT}\b.*|"
    rf"(?: (?:bien|yet|encore|aun|todavia|so far|a ce jour|hasta la fecha|it|them|this|that|anything|rien|nada))*)$"
)
"""What was sent, or nothing more than a pronoun: not an annex, nor a reply of the secretariat."""
_NOT_RECEIVED = (
    r"(?:have|has|had) (?:not|never)(?: yet)? received", r"(?:haven't|hasn't)(?: yet)? received",
    r"(?:did not|didn't|do not) (?:yet )?receive", r"never received", r"received (?:nothing|no)",
    (
        r"(?:n'(?:avons|ai|a)|ne? l[ae]?s? ?'?(?:avons|ai|a)) (?:toujours |encore )?(?:pas|jamais|rien)"
        r"(?: encore| bien)? recue?s?"
    ),
    r"(?:no|nunca)(?: l[oae]s?)?(?: (?:hemos|he|ha|han))?(?: (?:aun|todavia))? recibi(?:do|mos)?",
    r"(?:aun|todavia) no(?: l[oae]s?)? (?:hemos|he|ha) recibido",
)  # fmt: skip
_NOT_ARRIVED = (
    (
        rf"(?:it|{_WHAT})(?: \w+){{0,2}}? (?:(?:has|have) not(?: yet)? (?:arrived|reached)|(?:did not|didn't|never) "
        r"(?:arrive|reach)d?|(?:was|were) (?:not|never) (?:received|delivered))"
    ),
    (
        rf"(?:il|elle|{_WHAT})(?: \w+){{0,2}}? (?:ne |n')(?:nous |m'|est |sont )*(?:est |sont )?(?:pas|jamais)"
        r"(?: encore)? (?:arrivee?s?|parvenue?s?)"
    ),
    r"(?:no|nunca)(?: (?:nos|me))?(?: (?:ha|han))?(?: (?:aun|todavia))? (?:llego|llegado|llegaron)",
)
_DENIED = re.compile(rf"\b(?:(?:{'|'.join(_NOT_RECEIVED)}){_OBJECT}|(?:{'|'.join(_NOT_ARRIVED)})\b.*)")
_CAME = re.compile(r"\b(?:received|arrived|recue?s?|recib\w+|llego|llegado|arrivee?s?|parvenue?s?)\b")
_LACKING = re.compile(
    r"\b(?:received|arrived|recue?s?|recib\w+|llego|llegado|arrivee?s?|parvenue?s?) (?:without|sans|sin)\b"
)
_SUPPOSED = re.compile(r"\b(?:if|si|s'il|unless|in case|en caso|you|vous|ustedes|usted)\b")


def denies(text: str) -> bool:
    """Whether the own words of an answer say that what was sent did not arrive, and nowhere that it did."""
    denied = False
    for said in re.findall(r"[^.!?;\n]+[.!?;\n]?", _own(text)):
        sentence = said.strip()
        found = None if sentence.endswith("?") else _DENIED.search(sentence.rstrip(".!;"))
        if found is not None and not _SUPPOSED.search(sentence[: found.start()]):
            denied = True
            sentence = sentence[: found.start()]
        if _CAME.search(_LACKING.sub("", sentence)):
            return False
    return denied


def _own(text: str) -> str:
    """What somebody wrote, in small letters without accents, to where the quoted message begins."""
    lines = [plain_line(line) for line in text.split("\n")]
    own = [line or "." for line in lines[: own_lines(lines)[0]]]
    return re.sub(r"l' ?", "l'", " ".join(own))[:MOST_LETTERS].replace("l'ordre", "l' ordre")
