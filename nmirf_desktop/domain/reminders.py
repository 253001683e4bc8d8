"""The words with which a reminder goes to who did not acknowledge, as delivered, and how one is known."""

from collections.abc import Iterator

from nmirf_desktop.domain.dispatch_words import REMINDER, SUBJECT, SUBJECT_OF_MEETING
from nmirf_desktop.domain.issued import AGENDAS, STANDING, DocumentKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

SENT_ON, LAST_DAY = "sent_on", "last_day"
"""The placeholders of a reminder: when its documents were sent first, and the last day for sending the agenda."""
OPENING = N_(
    "The Secretariat of the Network first transmitted the following documents {sent_on}, and has no acknowledgement "
    "of their receipt. They are enclosed once more with this message:"
)
OPENING_OF_MEETING = N_(
    "With regard to {meeting} ({dates}), the Secretariat of the Network first transmitted the following documents "
    "{sent_on}, and has no acknowledgement of their receipt. They are enclosed once more with this message:"
)
POST_OPENING = N_(
    "The Secretariat of the Network first transmitted the following documents {sent_on}, and has no acknowledgement "
    "of their receipt. They are enclosed once more with this letter:"
)
POST_OPENING_OF_MEETING = N_(
    "With regard to {meeting} ({dates}), the Secretariat of the Network first transmitted the following documents "
    "{sent_on}, and has no acknowledgement of their receipt. They are enclosed once more with this letter:"
)
UNTIL = N_("By the rules of the Network, the Secretariat sends the agenda by {last_day} at the latest.")
"""The last day is the Secretariat's own: who reads the reminder has none to keep."""
ASKED = N_("Please acknowledge receipt by replying to this message.")
ASKED_BY_POST = N_("Please acknowledge receipt to the Secretariat.")


def reminder_placeholders(kind: DocumentKind) -> tuple[str, ...]:
    """What may stand in a reminder of a kind of document, beside what may stand in each message."""
    return (SENT_ON, LAST_DAY) if kind in AGENDAS else (SENT_ON,)


def reminder_message(*, by_mail: bool, of_meeting: bool, last_day: bool) -> tuple[Trilingual, Trilingual]:
    """Subject and text of a reminder as delivered; of an agenda with the *last day* for sending it (R39)."""
    subject = SUBJECT_OF_MEETING if of_meeting else SUBJECT

    def said(language: Language) -> tuple[str, str]:
        words = catalog(language)
        text = "\n\n".join(_parts(words, by_mail=by_mail, of_meeting=of_meeting, last_day=last_day))
        return words.gettext(REMINDER).replace("{subject}", words.gettext(subject)), text

    english, french, spanish = (said(one) for one in Language)
    subjects, texts = zip(english, french, spanish, strict=True)
    return Trilingual.final(*subjects), Trilingual.final(*texts)


def _parts(words: Catalog, *, by_mail: bool, of_meeting: bool, last_day: bool) -> Iterator[str]:
    """The paragraphs of a reminder in a language; a placeholder that stands alone is one."""
    yield "{salutation}"
    if by_mail:
        yield words.gettext(OPENING_OF_MEETING if of_meeting else OPENING)
    else:
        yield words.gettext(POST_OPENING_OF_MEETING if of_meeting else POST_OPENING)
    yield "{documents}"
    if last_day:
        yield words.gettext(UNTIL)
    yield words.gettext(ASKED if by_mail else ASKED_BY_POST)
    yield "{secretariat}"


def reminder_of_kind(kind: DocumentKind, *, by_mail: bool) -> tuple[Trilingual, Trilingual]:
    """The reminder of a kind of document as delivered."""
    return reminder_message(by_mail=by_mail, of_meeting=kind not in STANDING, last_day=kind in AGENDAS)


def reminding(subject: Trilingual) -> Trilingual:
    """A subject that says in each language that it reminds, once; what agreed with its original agrees with it still.

    What stands between braces stays a placeholder.
    """
    return subject.with_texts({one: _reminding(subject[one], one) for one in Language})


def reminds(subject: Trilingual) -> bool:
    """Whether a subject says in each language in which there is one that it reminds."""
    there = [one for one in Language if subject[one].strip()]
    return bool(there) and all(_reminding(subject[one], one) == subject[one] for one in there)


def worded_to_remind(subject: Trilingual, text: Trilingual) -> bool:
    """Whether a message reminds by its words: its subject says so, or it says what no first message can."""
    names = (f"{{{one}}}" for one in (SENT_ON, LAST_DAY))
    beside = any(name in said[language] for name in names for said in (subject, text) for language in Language)
    return beside or reminds(subject)


def _reminding(text: str, language: Language) -> str:
    before, _, after = catalog(language).gettext(REMINDER).partition("{subject}")
    plain, first, last = (" ".join(one.split()) for one in (text, before, after))  # whichever spaces were typed
    return text if not plain or (plain.startswith(first) and plain.endswith(last)) else f"{before}{text}{after}"
