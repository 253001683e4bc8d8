"""The message of a dispatch: its usual words in three languages, its placeholders, and what is put in for each."""

import string
from collections.abc import Sequence
from dataclasses import dataclass

from nmirf_desktop.domain.drafting_frame import meeting_name
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.letters import ALL_TOGETHER, Addressee, salutation
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.organisation import NETWORK_NAME, Organisation
from nmirf_desktop.domain.phrases import LanguageName
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

PLACEHOLDERS = ("salutation", "documents", "symbols", "titles", "meeting", "dates", "secretariat")
"""What may stand in a message, between braces."""
OF_MEETING = frozenset({"meeting", "dates"})
"""The placeholders for which the documents must be of a meeting."""

SUBJECT = N_("{titles} ({symbols})")
SUBJECT_OF_MEETING = N_("{titles} ({symbols}): {meeting}, {dates}")
TEXT = N_(
    "{salutation}\n"
    "\n"
    "The Secretariat of the Network has the honour to transmit, enclosed with this message:\n"
    "\n"
    "{documents}\n"
    "\n"
    "Please acknowledge receipt by replying to this message.\n"
    "\n"
    "{secretariat}"
)
TEXT_OF_MEETING = N_(
    "{salutation}\n"
    "\n"
    "With regard to {meeting} ({dates}), the Secretariat of the Network has the honour to transmit, enclosed with this "
    "message:\n"
    "\n"
    "{documents}\n"
    "\n"
    "Please acknowledge receipt by replying to this message.\n"
    "\n"
    "{secretariat}"
)
DOCUMENT_LINE = N_("– {title}, {symbol} ({language}), fingerprint {fingerprint}")


def usual_message(*, of_meeting: bool) -> tuple[Trilingual, Trilingual]:
    """Subject and text as delivered, with their placeholders; with the meeting, where the documents are of one."""
    return _all(SUBJECT_OF_MEETING if of_meeting else SUBJECT), _all(TEXT_OF_MEETING if of_meeting else TEXT)


def _all(message: str) -> Trilingual:
    english, french, spanish = (catalog(one).gettext(message) for one in Language)
    return Trilingual.final(english, french, spanish)


def check_message(text: Trilingual, field_name: str, *, of_meeting: bool) -> None:
    """Raises ``Problem`` where a placeholder of a message is none, or a brace is not closed, with its language."""
    known = [one for one in PLACEHOLDERS if of_meeting or one not in OF_MEETING]
    for language in Language:
        try:
            parts = list(string.Formatter().parse(text[language]))
        except ValueError as error:
            message = N_("A brace is not closed in {language}. A placeholder stands between two: {known}.")
            values = {"language": LanguageName(language), "known": _named(known)}
            raise Problem(message, values, field_name) from error
        for _text, name, form, turn in parts:
            if name is not None and (name not in known or form or turn):
                message = N_(
                    "“{name}”, which stands in {language}, is no placeholder of this message. These are: {known}."
                )
                values = {"name": f"{{{name}}}", "language": LanguageName(language), "known": _named(known)}
                raise Problem(message, values, field_name)


def _named(known: Sequence[str]) -> str:
    return " ".join(f"{{{one}}}" for one in known)


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """What a message says beside its own words."""

    files: tuple[IssuedDocument, ...]
    meeting: Meeting | None
    organisation: Organisation
    to: Addressee = ALL_TOGETHER


def filled_in(text: Trilingual, facts: MessageFacts, language: Language) -> str:
    """A message in a language with what stands for its placeholders; in the original where that language lacks it.

    A text that :func:`check_message` refuses raises.
    """
    words, meeting = catalog(language), facts.meeting
    kinds = dict.fromkeys(one.kind for one in facts.files)
    values = {
        "salutation": salutation(facts.to, words),
        "documents": "\n".join(_line(one, words) for one in facts.files),
        "symbols": words.listing(dict.fromkeys(one.symbol for one in facts.files)),
        "titles": words.listing(words.gettext(KIND_LABELS[kind]) for kind in kinds),
        "secretariat": _signed(facts.organisation, words),
    }
    if meeting is not None:
        values["meeting"] = meeting_name(meeting, words)
        values["dates"] = words.date_range_in_text(meeting.opens_on, meeting.closes_on)
    return text.best(language).format(**values)


def _line(one: IssuedDocument, words: Catalog) -> str:
    languages = words.listing(words.language_name(language) for language in one.language.languages)
    return words.gettext(DOCUMENT_LINE).format(
        title=words.gettext(KIND_LABELS[one.kind]), symbol=one.symbol, language=languages, fingerprint=one.fingerprint
    )


def _signed(organisation: Organisation, words: Catalog) -> str:
    """Who writes, as it stands at the foot of the message: what the settings say, else the Network's Secretariat."""
    own = organisation.secretariat[words.language].strip() or words.gettext("Secretariat")
    return f"{own}\n{organisation.network[words.language].strip() or NETWORK_NAME[words.language]}"
