"""The messages with which each kind of document usually goes out: the organisation's own, else those as delivered."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.dispatch_words import check_message, usual_message
from nmirf_desktop.domain.dispatches import BY_MAIL, Channel
from nmirf_desktop.domain.issued import ROOM_KIT, STANDING, DocumentKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language

SENT = tuple(kind for kind in DocumentKind if kind not in ROOM_KIT)
"""The kinds of documents that are sent."""
NO_SUBJECT = N_("The usual message has no subject. Write it in one language at least, or put the delivered one back.")
NO_TEXT = N_("The usual message has no text. Write it in one language at least, or put the delivered one back.")


class SentBy(StrEnum):
    """By what a message goes: a letter speaks of itself, and nobody replies to it by a key."""

    MAIL = "mail"
    POST = "post"


SENT_BY_LABELS = {SentBy.MAIL: N_("E-mail"), SentBy.POST: N_("Post")}


def way_of(channel: Channel) -> SentBy:
    """By what a dispatch of a channel goes."""
    return SentBy.MAIL if channel in BY_MAIL else SentBy.POST


@dataclass(frozen=True, slots=True)
class UsualMessage:
    """With which subject and text a *kind* of document usually goes out *by* e-mail or post, with placeholders."""

    key: Key
    kind: DocumentKind
    by: SentBy
    subject: Trilingual
    text: Trilingual

    @property
    def needs_meeting(self) -> bool:
        """Whether it says something that only documents of a meeting can fill in."""
        try:
            check_message(self.subject, "subject", of_meeting=False)
            check_message(self.text, "text", of_meeting=False)
        except Problem:
            return True
        return False


def as_delivered(kind: DocumentKind, by: SentBy) -> tuple[Trilingual, Trilingual]:
    """Subject and text of a kind of document as the program has them; what belongs to a meeting names it."""
    channel = Channel.POST if by is SentBy.POST else Channel.TO_EACH
    return usual_message(channel, of_meeting=kind not in STANDING)


def check_usual(message: UsualMessage) -> None:
    """Raises ``Problem`` for a placeholder that is none, and for a message without subject or text in any language."""
    of_meeting = message.kind not in STANDING
    for text, name, missing in ((message.subject, "subject", NO_SUBJECT), (message.text, "text", NO_TEXT)):
        if not any(text[language].strip() for language in Language):
            raise Problem(missing, field_name=name)
        check_message(text, name, of_meeting=of_meeting)


def first_of(kinds: Iterable[DocumentKind]) -> DocumentKind | None:
    """The kind of document whose message a dispatch of several has: the first of the kinds, of which an agenda is."""
    there = frozenset(kinds)
    return next((kind for kind in DocumentKind if kind in there), None)
