"""Reasons that minutes quote in each language as they were typed in one: in which language is not recorded."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.election_papers import held_elections
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.rekeyed import as_typed
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.typography import parted
from nmirf_desktop.domain.votes_taken import counted_votes
from nmirf_desktop.domain.voting import Act
from nmirf_desktop.i18n import N_, Catalog, Language

AS_ENTERED = N_("Reasons as entered in one language, quoted so in each: {n}.")

Tells = Callable[[str], Language | None]
"""The language of a reason by its words, ``None`` where they tell none."""

_EITHER = "[’']"
"""Paragraphs that were drafted before have the apostrophe as it was typed, and no stop of "etc."."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A reason as it was entered, and of what it is: an election or a *vote*, by its number in the voting record."""

    where: Phrase
    reason: str
    vote: Key | None = None


def entered_reasons(facts: RecordedMeeting) -> tuple[Entered, ...]:
    """The reasons that the papers of a meeting quote: of elections, of votes and of what was put right in them."""
    return tuple(one for one in (*_of_elections(facts), *_of_votes(facts)) if one.reason.strip())


def typed_reasons(facts: RecordedMeeting) -> tuple[str, ...]:
    """As :func:`entered_reasons`, their words alone."""
    return tuple(one.reason for one in entered_reasons(facts))


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


@dataclass(frozen=True, slots=True)
class Quotation:
    """How a reason stands in a text that quotes it as it was entered, and the language that its words tell."""

    pattern: re.Pattern[str]
    language: Language | None

    def open_in(self, text: Trilingual) -> tuple[Language, ...]:
        """The languages in which a text quotes it so, and in which that is to be looked at."""
        quoting = (one for one in Language if self.pattern.search(text[one]))
        return still_open((one for one in quoting if text.state(one) is not TextState.REVIEWED), self.language)


def still_open(left: Iterable[Language], told: Language | None) -> tuple[Language, ...]:
    """In which of the languages *left*, where nobody wrote a reason or reviewed it, it is to be looked at.

    Not in the one that its words tell. Where they tell none, it is one of all that are left, as the last of them is.
    """
    others = tuple(one for one in left if one is not told)
    return () if told is None and len(others) == 1 else others


def reasons_said(facts: RecordedMeeting, paragraphs: Iterable[Trilingual], tells: Tells) -> QuotedReasons | None:
    """How many reasons are quoted as they were entered, by the printed *paragraphs*; ``None`` where none is.

    One that somebody wrote in its languages is none any more, nor one that was reviewed in them as it stands.
    """
    printed = tuple(one for one in paragraphs if one)
    reasons = quotations(facts, tells)
    told = [{number for number, text in enumerate(printed, 1) if one.open_in(text)} for one in reasons]
    numbers = tuple(sorted(set().union(*told)))
    return QuotedReasons(sum(map(bool, told)), numbers) if numbers else None


def quotations(facts: RecordedMeeting, tells: Tells) -> tuple[Quotation, ...]:
    """How the reasons that the minutes of a meeting quote stand in them."""
    return tuple(Quotation(_quoted(one), tells(one)) for one in typed_reasons(facts))


def _quoted(reason: str) -> re.Pattern[str]:
    words = re.escape(printed_reason(reason).removesuffix(".")).replace("’", _EITHER)
    return re.compile(rf"[\u2068“«]\s?{words}\.?\s?[\u2069”»]")


def printed_reason(reason: str) -> str:
    """The words of a reason as papers quote them."""
    return parted(as_typed(reason))[1]


def _of_elections(facts: RecordedMeeting) -> Iterator[Entered]:
    for number, one in enumerate(held_elections(facts), 1):
        where = Phrase(N_("Election {n}"), {"n": number})
        found = [again.reason for again in one.reopened]
        if one.election.stopped_at is not None:
            found.append(one.election.reason)
        for view in one.ballots:
            if view.closed:
                found += [view.ballot.divergence, *(again.reason for again in view.corrections)]
        yield from (Entered(where, reason) for reason in found)


def _of_votes(facts: RecordedMeeting) -> Iterator[Entered]:
    """Of a record that was put right after the announcement (R27), and of a vote that was broken off."""
    numbers = {one.key: number for number, one in enumerate(counted_votes(facts.votes), 1)}
    for one in facts.votes:
        if one.stopped_at is not None:
            yield Entered(Phrase(N_("Votes broken off")), one.stopped_for)
        if one.closed_at is not None:
            where = Phrase(N_("Vote {n}"), {"n": numbers.get(one.key, 0)})
            yield from (Entered(where, reason, one.key) for reason in _put_right(facts, one.key, one.closed_at))


def _put_right(facts: RecordedMeeting, vote: Key, closed: datetime.datetime) -> Iterator[str]:
    yield from (one.reason for one in facts.totals_corrections if one.vote == vote)
    for one in facts.positions:
        if one.act is Act.REKEYED and one.vote == vote and one.at > closed:
            yield one.reason
