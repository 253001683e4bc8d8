"""The messages with which each kind of document usually goes out: the organisation's own, else those as delivered."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.dispatch_words import check_message, usual_message
from nmirf_desktop.domain.dispatches import BY_MAIL, Channel
from nmirf_desktop.domain.issued import ROOM_KIT, STANDING, DocumentKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.reminders import reminder_of_kind, reminder_placeholders
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
    MAIL_AGAIN = "mail_again"
    POST_AGAIN = "post_again"

    @property
    def by_mail(self) -> bool:
        """Whether it is an e-mail."""
        return self in (SentBy.MAIL, SentBy.MAIL_AGAIN)

    @property
    def again(self) -> bool:
        """Whether it is a reminder, to who did not acknowledge."""
        return self in (SentBy.MAIL_AGAIN, SentBy.POST_AGAIN)


SENT_BY_LABELS = {
    SentBy.MAIL: N_("E-mail"),
    SentBy.POST: N_("Post"),
    SentBy.MAIL_AGAIN: N_("Reminder by e-mail"),
    SentBy.POST_AGAIN: N_("Reminder by post"),
}


def way_of(channel: Channel, *, again: bool = False) -> SentBy:
    """By what a dispatch of a channel goes, or a reminder of it."""
    if again:
        return SentBy.MAIL_AGAIN if channel in BY_MAIL else SentBy.POST_AGAIN
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
    def beside(self) -> tuple[str, ...]:
        """What may stand in it beside the usual placeholders."""
        return reminder_placeholders(self.kind) if self.by.again else ()

    def fits(self, *, of_meeting: bool, beside: Collection[str] = ()) -> bool:
        """Whether all that it says can be filled in, of a meeting or not, with some placeholders *beside* the usual."""
        try:
            check_message(self.subject, "subject", of_meeting=of_meeting, beside=beside)
            check_message(self.text, "text", of_meeting=of_meeting, beside=beside)
        except Problem:
            return False
        return True


def as_delivered(kind: DocumentKind, by: SentBy) -> tuple[Trilingual, Trilingual]:
    """Subject and text of a kind of document as the program has them; what belongs to a meeting names it."""
    if by.again:
        return reminder_of_kind(kind, by_mail=by.by_mail)
    channel = Channel.TO_EACH if by.by_mail else Channel.POST
    return usual_message(channel, of_meeting=kind not in STANDING)


def check_usual(message: UsualMessage) -> None:
    """Raises ``Problem`` for a placeholder that is none, and for a message without subject or text in any language."""
    of_meeting = message.kind not in STANDING
    for text, name, missing in ((message.subject, "subject", NO_SUBJECT), (message.text, "text", NO_TEXT)):
        if not any(text[language].strip() for language in Language):
            raise Problem(missing, field_name=name)
        check_message(text, name, of_meeting=of_meeting, beside=message.beside)


def first_of(kinds: Iterable[DocumentKind]) -> DocumentKind | None:
    """The kind of document whose message a dispatch of several has: the first of the kinds, of which an agenda is."""
    there = frozenset(kinds)
    return next((kind for kind in DocumentKind if kind in there), None)
