"""The subjects that programs for e-mail give to the answers that they write while somebody is away."""

import unicodedata

from nmirf_desktop.i18n import Language

AWAY = {
    Language.EN: (
        "automatic reply", "autoreply", "auto reply", "auto-reply", "auto response", "out of office", "out-of-office",
        "out of the office", "away from the office", "away from my mail", "vacation reply", "on leave",
    ),
    Language.FR: (
        "réponse automatique", "absence du bureau", "absent du bureau", "absente du bureau", "message d’absence",
        "notification d’absence", "en congé",
    ),
    Language.ES: (
        "respuesta automática", "fuera de la oficina", "fuera de oficina", "ausente de la oficina",
        "ausencia de la oficina", "mensaje de ausencia",
    ),
}  # fmt: skip
"""With what such a subject begins, in each language, in small letters."""


def sounds_automatic(subject: str) -> bool:
    """Whether a subject begins as one that a program gives; a person’s answer begins with the subject answered."""
    plain = _plain(subject).lstrip(" [(*<«“\"'")
    return any(plain.startswith(_plain(one)) for several in AWAY.values() for one in several)


def _plain(text: str) -> str:
    """Small letters without accents, and one kind of apostrophe."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(one for one in parts if not unicodedata.combining(one))
