"""The message of a dispatch: its usual words in three languages, its placeholders, and what is put in for each."""

import datetime
import string
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.dispatches import BY_MAIL, Channel, Dispatch, Wording
from nmirf_desktop.domain.drafting_frame import meeting_name
from nmirf_desktop.domain.headed import network_name
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.organisation import NETWORK_NAME, Organisation
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import LanguageName
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.replaced_versions import Replaced, changed_said
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.symbols import called, place_and_dates
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
BY_POST = N_(
    "{salutation}\n"
    "\n"
    "The Secretariat of the Network has the honour to transmit, enclosed with this letter:\n"
    "\n"
    "{documents}\n"
    "\n"
    "Please acknowledge receipt to the Secretariat.\n"
    "\n"
    "{secretariat}"
)
BY_POST_OF_MEETING = N_(
    "{salutation}\n"
    "\n"
    "With regard to {meeting} ({dates}), the Secretariat of the Network has the honour to transmit, enclosed with this "
    "letter:\n"
    "\n"
    "{documents}\n"
    "\n"
    "Please acknowledge receipt to the Secretariat.\n"
    "\n"
    "{secretariat}"
)
REMINDER = N_("Reminder: {subject}")
"""The subject of what is sent again to who did not acknowledge it."""
SERIES = "LET"
"""The series of the office's letters, of which those of a dispatch are numbered by the moment of its preparation."""
GREETING = "{salutation}"
"""What is put in for each recipient only when its message is written."""
SYMBOL_AND_VERSION = N_("{symbol}, version {version}")
BELOW = "  "
"""How far what is said of a document stands in under its line, as its text does behind the dash."""
DOCUMENT_LINE = N_("– {title}, {symbol} ({language}), fingerprint {fingerprint}")


def usual_message(channel: Channel, *, of_meeting: bool) -> tuple[Trilingual, Trilingual]:
    """Subject and text as delivered, with their placeholders; with the meeting, where the documents are of one.

    A letter by post speaks of itself, and nobody replies to it by a key.
    """
    by_mail = channel in BY_MAIL
    if of_meeting:
        return _all(SUBJECT_OF_MEETING), _all(TEXT_OF_MEETING if by_mail else BY_POST_OF_MEETING)
    return _all(SUBJECT), _all(TEXT if by_mail else BY_POST)


def _all(message: str) -> Trilingual:
    english, french, spanish = (catalog(one).gettext(message) for one in Language)
    return Trilingual.final(english, french, spanish)


def check_message(text: Trilingual, field_name: str, *, of_meeting: bool, beside: Collection[str] = ()) -> None:
    """Raises ``Problem`` where a placeholder of a message is none, or a brace is not closed, with its language.

    *beside* are those that may stand in it beside the usual ones.
    """
    known = [*(one for one in PLACEHOLDERS if of_meeting or one not in OF_MEETING), *beside]
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
    """What the messages of a dispatch say beside their own words: the documents *issued*, of which each gets some.

    *sent_on* are the first and last day on which these were sent first, *last_day* is that for sending an agenda (R39).
    *replaced* are the versions of which some of the documents take the place for those who get the message. *changed*
    is what the secretariat says of the changes of those that are no agendas, of one or of *several*.
    """

    issued: tuple[IssuedDocument, ...]
    meeting: Meeting | None
    organisation: Organisation
    sent_on: tuple[datetime.date, datetime.date] | None = None
    last_day: datetime.date | None = None
    replaced: Mapping[Key, tuple[Replaced, ...]] = field(default_factory=dict)
    changed: Trilingual = Trilingual()
    several: bool = False


def worded(key: Key, dispatch: Dispatch, facts: MessageFacts, language: Language) -> Wording:
    """What a dispatch says in a language; in the original where that language lacks it.

    A text that :func:`check_message` refuses raises.
    """
    words, meeting, own = catalog(language), facts.meeting, facts.organisation
    values = {name: _literal(value) for name, value in _values(dispatch.channel, facts, words).items()}
    at = dispatch.prepared_at.astimezone(ZoneInfo(dispatch.zone))
    symbol = own.symbol_prefix if meeting is None else meeting.symbol
    return Wording(
        key,
        dispatch.key,
        language,
        network=network_name(own.network).read(language).text,
        secretariat=Said.of(own.secretariat).read(language).text,
        place=own.written_in[language].strip(),
        reference=f"{symbol}/{SERIES}/{at:%Y%m%d-%H%M%S}",
        title="" if meeting is None else Said.of(meeting.title).read(language).text,
        held="" if meeting is None else place_and_dates(meeting).read(language).text,
        subject=dispatch.subject.best(language).format(salutation=GREETING, **values),
        text=dispatch.text.best(language).format(salutation=GREETING, **values),
    )


def _values(channel: Channel, facts: MessageFacts, words: Catalog) -> Mapping[str, str]:
    """What stands for the placeholders, but that of the greeting."""
    files, meeting = files_for(words.language, facts.issued), facts.meeting
    titles = dict.fromkeys(map(called, files))
    values = {
        "documents": "\n".join(_listed(files, facts, words)),
        "symbols": words.listing(dict.fromkeys(_symbol(one, facts.replaced.get(one.key, ()), words) for one in files)),
        "titles": words.listing(map(words.gettext, titles)),
        "secretariat": "\n".join(_signed(facts.organisation, channel, words)),
    }
    if meeting is not None:
        values["meeting"] = meeting_name(meeting, words)
        values["dates"] = words.date_range_in_text(meeting.opens_on, meeting.closes_on)
    if facts.sent_on is not None:
        values["sent_on"] = words.date_range_in_text(*facts.sent_on)
    if facts.last_day is not None:
        values["last_day"] = words.date(facts.last_day)
    return values


def _literal(value: str) -> str:
    """A text in which no brace begins a placeholder."""
    return value.replace("{", "{{").replace("}", "}}")


def _symbol(one: IssuedDocument, replaced: Sequence[Replaced], words: Catalog) -> str:
    """A symbol; of what takes the place of an earlier version, or may, with its own: both have the same title.

    That the earlier one was sent may not be recorded yet.
    """
    if not replaced and one.version == 1:
        return one.symbol
    return words.gettext(SYMBOL_AND_VERSION).format(symbol=one.symbol, version=words.number(one.version))


def _listed(files: Iterable[IssuedDocument], facts: MessageFacts, words: Catalog) -> Iterator[str]:
    """The documents, each with what it replaces under it, and with what is changed in it.

    What is changed in several that are no agendas is said in one text, which stands once behind all of them.
    """
    told, later = changed_said(facts.changed, words), False
    for one in files:
        replaced = facts.replaced.get(one.key, ())
        own = told if any(known.changes is None for known in replaced) else ""
        later = later or bool(own)
        yield _line(one, replaced, words)
        yield from _below(replaced, "" if facts.several else own, words)
    if later and facts.several:
        yield from ("", told)


def _below(replaced: Sequence[Replaced], told: str, words: Catalog) -> Iterator[str]:
    """The versions that a document replaces, and once what is *told* of its changes, beside the only one."""
    said = [known.said_in(words) for known in replaced]
    if told and len(said) == 1:
        yield f"{BELOW}{said[0]} {told}"
        return
    yield from (f"{BELOW}{line}" for line in (*said, told) if line)


def _line(one: IssuedDocument, replaced: Sequence[Replaced], words: Catalog) -> str:
    """A document in the list of them."""
    languages = words.listing(words.language_name(language) for language in one.language.languages)
    return words.gettext(DOCUMENT_LINE).format(
        title=words.gettext(called(one)), symbol=_symbol(one, replaced, words), language=languages,
        fingerprint=one.fingerprint,
    )  # fmt: skip


def _signed(organisation: Organisation, channel: Channel, words: Catalog) -> Iterator[str]:
    """Who writes, as it stands at the foot of the message: what the settings say, else the Network's Secretariat.

    A letter by post has the e-mail address, too, as there is nothing to reply to.
    """
    yield organisation.secretariat[words.language].strip() or words.gettext("Secretariat")
    yield organisation.network[words.language].strip() or NETWORK_NAME[words.language]
    if channel not in BY_MAIL and organisation.email:
        yield organisation.email
