"""The titles of meetings by their kind and number, in three languages."""

import re

from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

_ORDINALS = (
    N_("First annual meeting"),
    N_("Second annual meeting"),
    N_("Third annual meeting"),
    N_("Fourth annual meeting"),
    N_("Fifth annual meeting"),
    N_("Sixth annual meeting"),
    N_("Seventh annual meeting"),
    N_("Eighth annual meeting"),
    N_("Ninth annual meeting"),
    N_("Tenth annual meeting"),
)
_EXTRAORDINARY = (
    N_("First extraordinary meeting of {year}"),
    N_("Second extraordinary meeting of {year}"),
    N_("Third extraordinary meeting of {year}"),
)
_COMMITTEE = (
    N_("Executive Committee: first meeting of {year}"),
    N_("Executive Committee: second meeting of {year}"),
    N_("Executive Committee: third meeting of {year}"),
    N_("Executive Committee: fourth meeting of {year}"),
    N_("Executive Committee: fifth meeting of {year}"),
    N_("Executive Committee: sixth meeting of {year}"),
)
_NUMBERED = {
    MeetingKind.ANNUAL: N_("Annual meeting of {year}"),
    MeetingKind.FOUNDING: N_("Founding meeting"),
    MeetingKind.EXTRAORDINARY: N_("Extraordinary meeting of {year}, No. {number}"),
    MeetingKind.COMMITTEE: N_("Executive Committee: meeting of {year}, No. {number}"),
}
"""Beyond the numbers that are written out."""
_WRITTEN = {
    MeetingKind.ANNUAL: _ORDINALS,
    MeetingKind.EXTRAORDINARY: _EXTRAORDINARY,
    MeetingKind.COMMITTEE: _COMMITTEE,
}

_YEAR = re.compile(r"\b\d{4}\b")


def title_of(kind: MeetingKind, number: int, year: int) -> Trilingual:
    """The title of a meeting; the first ones of their kind have their number in words, the others the year."""
    written = _WRITTEN.get(kind, ())
    message = written[number - 1] if 1 <= number <= len(written) else _NUMBERED[kind]

    def said(words: Catalog) -> str:
        return words.gettext(message).format(year=year, number=number)

    en, fr, es = (said(catalog(language)) for language in Language)
    return Trilingual.final(en, fr, es)


def has_made_title(meeting: Meeting) -> bool:
    """Whether a meeting's title is one that the program makes, by its number and any year; not if anybody changed it.

    In a register that was moved to another year before titles followed it names a year that is past.
    """
    years = {meeting.counts_for, *map(int, _YEAR.findall(meeting.title.en))}
    made = (title_of(meeting.kind, meeting.number, year) for year in years)
    return any(all(meeting.title[one] == title[one] for one in Language) for title in made)


def names_year(title: Trilingual, year: int) -> bool:
    """Whether a title names a year in one of its languages."""
    return any(str(year) in _YEAR.findall(title[one]) for one in Language)
