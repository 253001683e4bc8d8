"""Reports that something did not arrive, written as a letter: no part of them says so to a program (RFC 3464).

They are told by who writes and by what servers say, in the languages of the Network. A person may use such words, too:
what is found here is a reason to look, and never a proof.
"""

import re
from collections.abc import Iterator
from email.message import EmailMessage

SERVERS = ("mailer-daemon", "postmaster")
"""Under what names servers write."""
LONGEST_TEXT, MOST_ADDRESSES = 20_000, 50
_SUBJECT = re.compile(
    r"undeliver(?:able|ed)|not delivered|delivery (?:has )?fail|delivery status notification|failed delivery"
    r"|mail delivery (?:fail|system|subsystem)|delivery failure|failure notice|returned mail|returned to sender"
    r"|non remis|non distribu|échec de (?:la )?(?:remise|distribution)|impossible de remettre"
    r"|no entregado|no se (?:ha )?(?:podido|pudo) entregar|error (?:de|en la) entrega",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"undeliverable|failed permanently|permanent(?:ly)? (?:error|fail)|(?:could not|couldn't|cannot) be delivered"
    r"|wasn't delivered|^\W*55[0-4][ -]|\b55[0-4][ -]5\.|#5\.\d\.\d|no such user|user unknown|unknown user"
    r"|mailbox (?:unavailable|not found|is full)|recipient address rejected"
    r"|n'a pas pu être (?:remis|distribué|délivré)|adresse (?:inconnue|introuvable)"
    r"|no (?:ha podido|pudo) (?:ser entregado|entregarse)|no se pudo entregar|usuario desconocido",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:|]{1,64}@[\w.-]{1,255}\w")


def looks_undelivered(message: EmailMessage, sender: str, subject: str) -> bool:
    """Whether a message from an address reads as a report that another did not arrive."""
    if sender.partition("@")[0].lower() in SERVERS or _SUBJECT.search(subject):
        return True
    return _TEXT.search(_own_words(message)) is not None


def addresses_in(message: EmailMessage) -> tuple[str, ...]:
    """The addresses that stand in the text of a message, in small letters."""
    found = (one.group().lower() for one in _ADDRESS.finditer(_text(message)))
    return tuple(dict.fromkeys(found))[:MOST_ADDRESSES]


def _own_words(message: EmailMessage) -> str:
    """The text without what it quotes of another message."""
    return "\n".join(line for line in _text(message).splitlines() if not line.lstrip().startswith(">"))


def _text(message: EmailMessage) -> str:
    """The text of a message, one kind of apostrophe in it, as far as it is read."""
    return "\n".join(_texts(message))[:LONGEST_TEXT].replace("’", "'")


def _texts(message: EmailMessage) -> Iterator[str]:
    for part in message.walk():
        if part.get_content_type() == "text/plain" and part.get_content_disposition() != "attachment":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield content[:LONGEST_TEXT].decode(errors="replace")
