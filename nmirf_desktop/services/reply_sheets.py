"""Reply sheets for the States that are invited to a meeting, each in its language, to be sent and imported back."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from nmirf_desktop.domain.guests import GuestLine, Guests
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.intake.fields import fields_of
from nmirf_desktop.domain.intake.replies import INSTRUCTIONS
from nmirf_desktop.domain.intake.words import IN_ROOM, ONLINE
from nmirf_desktop.domain.invitations import ANSWER_LABELS, PART_LABELS
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.participants import Answer, Part
from nmirf_desktop.domain.people import FormOfAddress, Gender, Person, addressed
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.symbols import plain_name
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.exchange.reply_sheet import ReplyColumn, ReplySheet, as_reply_sheet
from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.services.files import write_all

TITLE, BY = N_("Reply to the invitation: {meeting}, {dates}"), N_("Please send this sheet back by {day}.")


def reply_sheet(guests: Guests, line: GuestLine, language: Language, by: datetime.date | None = None) -> bytes:
    """The sheet of one invited State in a language, with the last day of registration where it is known (*by*)."""
    words = catalog(language)
    meeting = guests.meeting
    dates = words.date_range(meeting.opens_on, meeting.closes_on)
    return as_reply_sheet(
        ReplySheet(
            words.gettext(TITLE).format(meeting=_called(meeting, words), dates=dates),
            (
                line.said_in(words),
                *([] if by is None else [words.gettext(BY).format(day=words.date(by))]),
                *map(words.gettext, INSTRUCTIONS),
            ),
            tuple(_columns(guests, line, words)),
            language,
        )
    )


def _called(meeting: Meeting, words: Catalog) -> str:
    """A meeting by its title and symbol, as on an envelope."""
    title = meeting.title.best(words.language)
    pattern = words.pgettext("title and symbol of a meeting", "{title} ({symbol})")
    return pattern.format(title=title, symbol=meeting.symbol) if title else meeting.symbol


def _columns(guests: Guests, line: GuestLine, words: Catalog) -> Iterable[ReplyColumn]:
    fields = fields_of(IntakeKind.PARTICIPANTS)

    def head(name: str) -> str:
        return fields[name].called(words.language)

    def said(*labels: str) -> tuple[str, ...]:
        return tuple(map(words.gettext, labels))

    yield ReplyColumn(head("state"), line.said_in(words))
    yield ReplyColumn(head("code"), line.invitee.state or "")
    yield ReplyColumn(head("meeting"), guests.meeting.symbol)
    answers = (Answer.ATTENDS, Answer.ONLINE, Answer.APOLOGIES)
    yield ReplyColumn(head("answer"), words=said(*(ANSWER_LABELS[one] for one in answers)), once=True)
    yield ReplyColumn(head("form_of_address"), words=tuple(dict.fromkeys(_titles(words))))
    for name in ("given_name", "family_name", "function", "institution", "emails"):
        yield ReplyColumn(head(name))
    yield ReplyColumn(head("part"), words=said(*(PART_LABELS[one] for one in Part)))
    yield ReplyColumn(head("online"), words=said(IN_ROOM, ONLINE))


def _titles(words: Catalog) -> Iterable[str]:
    """The forms of address as they stand before a name; the import reads each of them."""
    for form in (FormOfAddress.PLAIN, FormOfAddress.EXCELLENCY, FormOfAddress.DOCTOR):
        for gender in (Gender.FEMININE, Gender.MASCULINE):
            person = Person("", Trilingual(), family_name="\u2063", gender=gender, form_of_address=form)
            yield addressed(person, words).replace("\u2063", "").strip()


def write_reply_sheets(
    guests: Guests, folder: Path, only: Iterable[Key] | None = None, by: datetime.date | None = None
) -> tuple[Path, ...]:
    """Write a sheet for each invited State, or for some, into a folder, all or none; answers are asked for *by* a day.

    Raises:
        Problem: no State is among them.
        StorageError: the folder cannot be written.
    """
    wanted = None if only is None else set(only)
    lines = [one for one in guests.lines if one.state is not None and (wanted is None or one.key in wanted)]
    if not lines:
        raise Problem(N_("Choose a State: partners have no reply sheet."))
    plain = plain_name(guests.meeting.symbol)
    files = []
    for line in lines:
        language = line.written_in
        name = f"{plain}-Reply-{line.invitee.state}-{str(language).upper()}.xlsx"
        files.append((name, reply_sheet(guests, line, language, by)))
    return tuple(write_all(folder, files))
