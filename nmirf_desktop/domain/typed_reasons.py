"""Reasons that minutes quote in each language as they were typed in one: in which language is not recorded."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.election_papers import every_election
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.rekeyed import as_typed
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.typography import parted
from nmirf_desktop.domain.voting import Act
from nmirf_desktop.i18n import N_, Catalog, Language

AS_ENTERED = N_("Reasons as entered in one language, quoted so in each: {n}.")

_EITHER = "[’']"
"""Paragraphs that were drafted before have the apostrophe as it was typed."""


def typed_reasons(facts: RecordedMeeting) -> tuple[str, ...]:
    """The reasons that the minutes of a meeting quote: of elections, of votes and of what was put right in them."""
    return tuple(one for one in (*_of_elections(facts), *_of_votes(facts)) if one.strip())


@dataclass(frozen=True, slots=True)
class QuotedReasons:
    """How many reasons are quoted as they were entered, and in which paragraphs of the minutes."""

    n: int
    paragraphs: tuple[int, ...]

    def said_in(self, words: Catalog) -> str:
        """Both, as two sentences."""
        where = words.ngettext("Look at paragraph {numbers}.", "Look at paragraphs {numbers}.", len(self.paragraphs))
        return words.pgettext("two sentences", "{first} {second}").format(
            first=words.gettext(AS_ENTERED).format(n=words.number(self.n)),
            second=where.format(numbers=words.listing(map(words.number, self.paragraphs))),
        )


def reasons_said(facts: RecordedMeeting, paragraphs: Iterable[Trilingual]) -> QuotedReasons | None:
    """How many reasons are quoted as they were entered, by the printed *paragraphs*; ``None`` where none is.

    One that somebody wrote in its languages is none any more: a reason counts while two languages quote it alike.
    """
    printed = tuple(one for one in paragraphs if one)
    reasons = quotations(facts)
    told = [{number for number, text in enumerate(printed, 1) if _quotes(text, one)} for one in reasons]
    numbers = tuple(sorted(set().union(*told)))
    return QuotedReasons(sum(map(bool, told)), numbers) if numbers else None


def quotations(facts: RecordedMeeting) -> tuple[re.Pattern[str], ...]:
    """How the reasons that the minutes of a meeting quote stand in them."""
    return tuple(map(_quoted, typed_reasons(facts)))


def quoted_alike(text: Trilingual, reasons: Iterable[re.Pattern[str]]) -> int:
    """How many of some reasons a paragraph quotes alike in two languages at least."""
    return sum(_quotes(text, one) for one in reasons)


def _quoted(reason: str) -> re.Pattern[str]:
    words = re.escape(parted(as_typed(reason))[1]).replace("’", _EITHER)
    return re.compile(rf"[\u2068“«]\s?{words}\s?[\u2069”»]")


def _quotes(text: Trilingual, reason: re.Pattern[str]) -> bool:
    return sum(bool(reason.search(text[one])) for one in Language) > 1


def _of_elections(facts: RecordedMeeting) -> Iterator[str]:
    for one in every_election(facts):
        yield from (again.reason for again in one.reopened)
        if one.election.stopped_at is not None:
            yield one.election.reason
        for view in one.ballots:
            if view.closed:
                yield view.ballot.divergence
                yield from (again.reason for again in view.corrections)


def _of_votes(facts: RecordedMeeting) -> Iterator[str]:
    """Of a record that was put right after the announcement (R27), and of a vote that was broken off."""
    closed = {one.key: one.closed_at for one in facts.votes if one.closed_at is not None}
    yield from (one.stopped_for for one in facts.votes if one.stopped_at is not None)
    yield from (one.reason for one in facts.totals_corrections if one.vote in closed)
    for one in facts.positions:
        if one.act is Act.REKEYED and one.vote in closed and one.at > closed[one.vote]:
            yield one.reason
