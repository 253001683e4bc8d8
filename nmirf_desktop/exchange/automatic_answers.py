"""The subjects that programs for e-mail give to the answers that they write while somebody is away.

What they begin with is known, in the languages of the Network's members. A person writes of absences, too ("Absence
of a quorum"): of words that both use, only what follows tells; nothing, a mark, a place of work, or a span of days.
"""

import re
from functools import cache

from nmirf_desktop.exchange.own_words import plain_line
from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.cldr import month_names, weekday_names

PREFIXES = (
    "re", "r", "rép", "rep", "réf", "res", "resp", "aw", "antw", "antwort", "sv", "vs", "odp", "rif",
    "tr", "rv", "fw", "fwd", "wg", "vb", "vl", "enc", "i", "pd", "doorst",
    "ext", "external", "externe", "externo",
)  # fmt: skip
"""What programs for e-mail put before a subject that is answered or sent on, and servers before one from outside."""
ALWAYS = (
    "automatic reply", "automatic response", "autoreply", "auto reply", "auto-reply", "auto response", "autoresponse",
    "auto-response", "autoresponder", "out of office", "out-of-office", "out of the office", "away from the office",
    "away from my mail", "vacation reply", "vacation notice", "absence notice", "absence notification",
    "absence message", "ooo", "ooto",
    "réponse automatique", "réponse auto", "absence du bureau", "absent du bureau", "absente du bureau",
    "message d'absence", "avis d'absence", "notification d'absence", "absence temporaire", "absence momentanée",
    "absence prolongée", "absence pour congé", "absence pour congés", "hors du bureau",
    "respuesta automática", "contestación automática", "fuera de la oficina", "fuera de oficina",
    "fuera del despacho", "ausente de la oficina", "ausente del despacho", "ausencia de la oficina",
    "ausencia temporal", "ausencia por vacaciones", "ausente por vacaciones", "mensaje de ausencia",
    "aviso de ausencia",
    "absent from the office", "absent from office", "absence from the office",
    "abwesenheit", "abwesenheitsnotiz", "abwesenheitsmeldung", "abwesenheitsassistent", "abwesend",
    "automatische antwort", "resposta automática", "fora do escritório", "ausência temporária", "risposta automatica",
    "fuori sede", "fuori ufficio", "automatisch antwoord", "afwezig", "afwezigheid", "automatiskt svar", "autosvar",
    "automatisk svar", "frånvarande", "automaattinen vastaus", "odpowiedź automatyczna", "autoodpowiedź",
    "automatická odpověď", "automatikus válasz", "răspuns automat", "otomatik yanıt", "автоматический ответ",
    "автовідповідь", "رد تلقائي", "自动答复", "自動返信", "自動応答",
)  # fmt: skip
"""With what such a subject begins, whatever follows the words."""
AWAY = (
    "absent", "absente", "absent(e)", "absence", "ausente", "ausencia", "on leave", "on holiday", "on vacation",
    "on mission", "away", "en congé", "en congés", "en vacances", "en mission", "de vacaciones", "de licencia",
    "en misión", "out",
)  # fmt: skip
"""What is said of somebody who is away, and of much else: what follows tells."""
SINCE = (
    "du", "le", "au", "depuis le", "à partir du", "jusqu'au", "jusqu'à", "pour", "dès le",
    "del", "el", "al", "hasta", "hasta el", "desde", "desde el", "a partir del",
    "from", "on", "until", "till", "through", "since", "as of", "starting",
)  # fmt: skip
"""What leads from the absence to its days."""
NOW = (
    "cette semaine", "ce jour", "aujourd'hui", "ce mois", "this week", "today", "this month", "esta semana", "hoy",
    "este mes",
)  # fmt: skip
I_AM = (
    "i am", "i'm", "i will be", "i'll be", "je suis", "je serai", "estoy", "estaré", "me encuentro", "currently",
    "actuellement", "actualmente",
)  # fmt: skip
"""How somebody begins who says it in a sentence."""


def sounds_automatic(subject: str) -> bool:
    """Whether a subject begins as one that a program gives, behind the prefixes of answers."""
    left = plain_line(subject)
    for _ in range(len(left)):
        if _told_by().match(left):
            return True
        shorter = _before().sub("", left, count=1)
        if shorter == left:
            return False
        left = shorter
    return False


@cache
def _before() -> re.Pattern[str]:
    """A prefix of an answer, as "Re[2]:", a label in brackets, or a mark that opens."""
    return re.compile(rf"(?:(?:{_any(PREFIXES)})\s?(?:[\[(^]?\d+[\])]?)?\s?[:：]|\[[^\]]*\]|[\[(*<«“\"'])\s?")


@cache
def _told_by() -> re.Pattern[str]:
    """How automatic subjects begin: what programs say, and an absence with its end, a mark or its days behind it."""
    marked = r"\s?(?:$|[:;!.,)\]*–—|/]|- )"
    person = rf"(?:(?:{_any(I_AM)}) )+"
    away = _any(AWAY)
    spanned = rf"\s(?:(?:{_any(SINCE)}) (?:the |le |el )?{_day()}|(?:{_any(NOW)})\b)"
    named = rf"[\[(*<«“\"']?(?:{_any(ALWAYS)})(?![\w-])(?! hours)"
    return re.compile(rf"(?:{person})?{named}|(?:{away})(?:{marked}|{spanned})|{person}(?:{away})\b")


@cache
def _day() -> str:
    """A day as somebody says it: a weekday, a month, or a number that counts nothing else but days."""
    told = [name for language in Language for name in (*weekday_names(language), *month_names(language, "wide"))]
    months = [name for language in Language for name in month_names(language, "wide")]
    number = r"\d{1,2}(?:er|st|nd|rd|th|\.)?"
    goes_on = (
        rf"\s?(?:$|[/.:;,)–-]|(?:au|al|a|to|and|et|y|until|till|jusqu'au|hasta)\s|(?:de |of )?(?:{_any(months)})\b)"
    )
    return rf"(?:(?:{_any((*told, 'tomorrow', 'demain', 'mañana'))})\b|{number}{goes_on})"


def _any(several: tuple[str, ...] | list[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(re.escape(plain_line(one)) for one in sorted(set(several), key=len, reverse=True))
