"""What a command has of the terminal: its language, the day, and how it ends."""

import argparse
import datetime
import os
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from nmirf_desktop.domain.days import not_meant
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

if TYPE_CHECKING:
    from nmirf_desktop.domain.gaps import Gap
    from nmirf_desktop.storage.store import Store

NO, WRONG = 1, 2
"""The exit codes for an answer that is no, and for wrong use or bad input; 0 is fine."""
THERE = N_("Already in the folder “{folder}”: {files}. Nothing was written; with --replace they are replaced.")
NOT_A_DATE = N_("“{text}” is not a date of the form 2027-05-08.")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def language_of_system() -> Language:
    """The language that the terminal's environment asks for, English where it is none of the three."""
    asked = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    code = asked.lower()[:2]
    return Language(code) if code in set(Language) else Language.EN


def tell(sentences: Iterable[str], gaps: Iterable["Gap"], words: Catalog) -> None:
    """Say on the error stream what is to be known of files, each once, and what they lack: there is nobody to ask."""
    from nmirf_desktop.domain.gaps_told import told_in_words

    for said in dict.fromkeys(sentences):
        print(said, file=sys.stderr)
    lacking = tuple(gaps)
    for language in Language:
        of_it = [gap for gap in lacking if gap.language is language]
        if of_it:
            pattern = words.pgettext("language and what it lacks", "{language}: {text}")
            print(pattern.format(language=language.upper(), text=told_in_words(of_it, words)), file=sys.stderr)


def day(text: str) -> datetime.date:
    """A day as it is given to a command, such as 2027-05-08 or 2027-5-8; raises what the parser says in one line."""
    words = catalog(language_of_system())
    try:
        found = datetime.datetime.strptime(text if _DAY.fullmatch(text) else "", "%Y-%m-%d").date()  # noqa: DTZ007  (a day has no zone)
    except ValueError as error:
        raise argparse.ArgumentTypeError(words.gettext(NOT_A_DATE).format(text=text)) from error
    problem = not_meant(found)
    if problem is not None:
        raise argparse.ArgumentTypeError(problem.said_in(words))
    return found


def today(store: "Store | None" = None) -> datetime.date:
    """The day where the secretariat of a register counts its days; of none, by the clock of this machine."""
    now = datetime.datetime.now(datetime.UTC)
    return now.astimezone().date() if store is None else store.day_of(now)
