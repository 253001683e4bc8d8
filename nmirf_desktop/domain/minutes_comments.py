"""What rapporteur and coordinator say to each other beside the minutes; no document prints it and no list exports it.

They speak as functions, so that whoever holds one answers for the one before (the practice of editors; the Declaration
says nothing of minutes).
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.i18n.folding import folded


class Side(StrEnum):
    """The two functions that work on minutes."""

    RAPPORTEUR = "rapporteur"
    COORDINATOR = "coordinator"


COORDINATING = "coord"
"""How the Coordinator's function begins in the three languages: Coordinator, coordonnateur, coordinación."""


def side_of(function: str) -> Side:
    """Which of the two is at the keyboard, by the function that the settings name; the rapporteur where it is neither.

    Minutes are the rapporteur's to write.
    """
    words = folded(function).split()
    return Side.COORDINATOR if any(word.startswith(COORDINATING) for word in words) else Side.RAPPORTEUR


@dataclass(frozen=True, slots=True)
class Comment:
    """Something said on a *paragraph*, or on the whole minutes; or in answer to what was said first.

    *paragraph* is no link: a paragraph may go, and what was said of it is there again where the paragraph is restored.
    An answer has the paragraph of what it *answers*; only what was said first is *resolved*.
    """

    key: Key
    minutes: Key
    side: Side
    text: str
    written_at: datetime.datetime
    paragraph: Key | None = None
    answers: Key | None = None
    resolved_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """What was said first, and the answers in their order."""

    first: Comment
    answers: tuple[Comment, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it waits for somebody."""
        return self.first.resolved_at is None


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """How many comments beside the minutes of a *meeting*, by its title, wait for somebody."""

    number: int
    meeting: Trilingual

    def said_in(self, words: Catalog) -> str:
        """The number with its noun."""
        sentence = words.ngettext(
            "{n} comment on the minutes of “{meeting}” is open",
            "{n} comments on the minutes of “{meeting}” are open",
            self.number,
        )
        return sentence.format(n=words.number(self.number), meeting=self.meeting.best(words.language))


def threads(comments: Iterable[Comment]) -> tuple[Thread, ...]:
    """Comments with their answers, in the order in which they were begun."""
    known = sorted(comments, key=lambda one: (one.written_at, one.key))
    said: dict[Key, list[Comment]] = {}
    for one in known:
        if one.answers is not None:
            said.setdefault(one.answers, []).append(one)
    return tuple(Thread(one, tuple(said.get(one.key, ()))) for one in known if one.answers is None)


def opened_on(comments: Iterable[Comment]) -> dict[Key | None, int]:
    """How many open threads there are on each paragraph that has one; under ``None`` those on the whole minutes."""
    found: dict[Key | None, int] = {}
    for one in threads(comments):
        if one.open:
            found[one.first.paragraph] = found.get(one.first.paragraph, 0) + 1
    return found
