"""What the session screen and the projector show of an election: one frozen value, read anew after each write."""

import datetime
import unicodedata
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.committees import Spread, spread
from nmirf_desktop.domain.declaration import SEATS_LEAST, SEATS_MOST
from nmirf_desktop.domain.election_rules import (
    Elected,
    Lot,
    NextBallot,
    Settled,
    Standing,
    by_votes,
    required,
    settled,
    standing,
)
from nmirf_desktop.domain.elections import (
    BallotCorrection,
    Body,
    Candidate,
    Election,
    ElectionBallot,
    Reopening,
    as_announced,
)
from nmirf_desktop.domain.honorifics import read
from nmirf_desktop.domain.naming import name as state_name
from nmirf_desktop.domain.people import FormOfAddress, Gender, in_a_list
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import Option, Practices
from nmirf_desktop.domain.regions import region_of, scheme
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Catalog, Language, catalog

TALLY_KEYS = "123456789ABCDEFGHIJKLMNOPQRSTUVWYZ"
"""One key for each name on the tally sheet, the same in every language."""
BLANK_KEY, INVALID_KEY = "0", "X"
"""The keys of a paper without a name, and of one that is not valid."""


@dataclass(frozen=True, slots=True)
class Name:
    """A candidate by name: the State, or the person with the State in brackets."""

    candidate: Candidate
    state: State

    @property
    def key(self) -> Key:
        """The candidate's key."""
        return self.candidate.key

    @property
    def lot_name(self) -> str:
        """By what a lot knows it, alike in each language: the State's code, and the person's name."""
        return f"{self.state.iso3} {self.candidate.name}".strip()

    def said_in(self, words: Catalog) -> str:
        """As in a list."""
        return self._with_state(in_a_list(FormOfAddress.PLAIN, self.gender, words), words)

    def within(self, words: Catalog) -> str:
        """As within a sentence: "la Sra. Ana Silva (Paraguay)" in Spanish, the State alone with its article."""
        if not self.candidate.name:
            return state_name(self.state, words.language).the
        return self._with_state(_in_a_sentence(self.gender, words), words)

    def of(self, words: Catalog) -> str:
        """As after *of*: "of Ms. Ana Silva (Paraguay)", « d’Awa Diop (Sénégal) », "del Sr. Luis Paz (Uruguay)"."""
        if not self.candidate.name:
            return state_name(self.state, words.language).of
        return self._with_state(_after_of(self.gender, self.person, words), words)

    @property
    def gender(self) -> Gender:
        """The gender that the honorific tells with which a person's name was typed, if any."""
        return read(self.candidate.name)[0]

    @property
    def person(self) -> str:
        """The person's name without an honorific, empty where the State itself stands."""
        return read(self.candidate.name)[1]

    def _with_state(self, frame: str, words: Catalog) -> str:
        state = self.state.said_in(words)
        if not self.candidate.name:
            return state
        named = frame.format(name=self.person)
        return words.pgettext("candidate", "{name} ({state})").format(name=named, state=state)


def _in_a_sentence(gender: Gender, words: Catalog) -> str:
    match gender:
        case Gender.FEMININE:
            return words.pgettext("person within a sentence", "Ms. {name}")
        case Gender.MASCULINE:
            return words.pgettext("person within a sentence", "Mr. {name}")
        case Gender.UNKNOWN:
            return "{name}"


def _after_of(gender: Gender, person: str, words: Catalog) -> str:
    match gender:
        case Gender.FEMININE:
            return words.pgettext("person after of", "of Ms. {name}")
        case Gender.MASCULINE:
            return words.pgettext("person after of", "of Mr. {name}")
        case Gender.UNKNOWN if unicodedata.normalize("NFD", person)[:1].casefold() in set("aeiouœ"):
            return words.pgettext("person after of, before a vowel", "of {name}")
        case Gender.UNKNOWN:
            return words.pgettext("person after of", "of {name}")


def in_order(names: Iterable[Name], words: Catalog) -> tuple[Name, ...]:
    """Candidates in the alphabetical order of a language, of their States first."""
    return tuple(sorted(names, key=lambda one: (words.sort_key(one.state.said_in(words)), words.sort_key(one.person))))


def on_papers(names: Iterable[Name]) -> tuple[Name, ...]:
    """Candidates as they stand on the ballot papers and on both tally sheets, the one on paper and that on the screen.

    That is the English alphabetical order in each language, as in a roll call: one key is one name for everybody.
    """
    return in_order(names, catalog(Language.EN))


def tally_keys(names: int) -> tuple[str, ...]:
    """The keys that count so many names, in their order on the tally sheet; empty where no key is left for one."""
    return (*TALLY_KEYS[:names], *("",) * (names - len(TALLY_KEYS)))


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate in a ballot, with its votes once they are counted, and how it was elected in it, if it was."""

    name: Name
    votes: int | None = None
    elected: Elected | None = None


@dataclass(frozen=True, slots=True)
class BallotView:
    """A ballot with its lines, most votes first, how many votes elect, and what the Chair had announced at first.

    *settled* is what it brought where it was one between the tied and its numbers stand.
    """

    ballot: ElectionBallot
    lines: tuple[Line, ...]
    required: int
    announced: ElectionBallot
    corrections: tuple[BallotCorrection, ...] = ()
    settled: Settled | None = None

    def lines_in(self, words: Catalog) -> tuple[Line, ...]:
        """Its lines, most votes first, those with equal votes in the alphabetical order of a language."""
        place = {name.key: at for at, name in enumerate(in_order((one.name for one in self.lines), words))}
        return tuple(sorted(self.lines, key=lambda one: (-(one.votes or 0), place[one.name.key])))

    def names_in(self, keys: Container[Key], words: Catalog) -> tuple[Name, ...]:
        """Some of its candidates, in the alphabetical order of a language."""
        return in_order((one.name for one in self.lines if one.name.key in keys), words)

    @property
    def closed(self) -> bool:
        """Whether its result was announced."""
        return self.ballot.closed_at is not None

    @property
    def on_papers(self) -> tuple[Name, ...]:
        """The names as they stand on its papers."""
        return on_papers(one.name for one in self.lines)

    @property
    def elected(self) -> tuple[Name, ...]:
        """Who was elected in it, in order of votes."""
        return tuple(one.name for one in self.lines if one.elected is not None)


@dataclass(frozen=True, slots=True)
class Composition:
    """The Committee as elected so far, its regions (R29), and who of it is no member of the Network (R33).

    *by* is the scheme by which the regions are told apart, *size* how many seats there are, at least and at most.
    """

    states: tuple[State, ...]
    spread: Spread | None
    others: tuple[State, ...]
    by: Option = Option.REGIONAL_GROUP
    size: tuple[int, int] = (SEATS_LEAST, SEATS_MOST)

    @property
    def enough(self) -> bool:
        """*Executive Committee*, R28: three to five States, or as many as a decision says (R46)."""
        least, most = self.size
        return least <= len(self.states) <= most


@dataclass(frozen=True, slots=True)
class Reopened:
    """That an acclamation was put right, why, and by name who had been announced; nobody where that is not known."""

    at: datetime.datetime
    reason: str
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class ElectionBoard:
    """An election at one moment: who stands, the ballots, who is elected, and what comes next."""

    election: Election
    names: tuple[Name, ...]
    ballots: tuple[BallotView, ...]
    standing: Standing
    composition: Composition | None = None
    reopened: tuple[Reopened, ...] = ()

    @property
    def named(self) -> Mapping[Key, Name]:
        """The candidates by key."""
        return {one.key: one for one in self.names}

    @property
    def open(self) -> BallotView | None:
        """The ballot that is going on."""
        return next((one for one in self.ballots if not one.closed), None)

    @property
    def last(self) -> BallotView | None:
        """The ballot closed last."""
        return next((one for one in reversed(self.ballots) if one.closed), None)

    @property
    def elected(self) -> tuple[Name, ...]:
        """Who is elected, in order."""
        named = self.named
        return tuple(named[key] for key in self.standing.keys)

    def elected_in(self, words: Catalog) -> tuple[Name, ...]:
        """Who is elected, ballot by ballot, most votes first; equal votes in the alphabetical order of a language."""
        by = {
            one.name.key: (view.ballot.number, -(one.votes or 0))
            for view in self.ballots
            for one in view.lines
            if one.elected is not None
        }
        return tuple(sorted(in_order(self.elected, words), key=lambda one: by.get(one.key, (0, 0))))

    @property
    def acclaimed(self) -> tuple[Name, ...]:
        """Who was elected without a ballot: by acclamation, or as a slate that was agreed."""
        named = self.named
        return tuple(named[key] for key in self.election.acclaimed)

    @property
    def stand(self) -> tuple[Name, ...]:
        """Who stands and is not elected yet."""
        elected = set(self.standing.keys)
        return tuple(one for one in self.names if one.candidate.withdrawn_at is None and one.key not in elected)

    @property
    def lot(self) -> Lot | None:
        """The lot that the Chair has to draw before anything else."""
        return self.standing.following if isinstance(self.standing.following, Lot) else None

    @property
    def next(self) -> NextBallot | None:
        """The ballot that comes next, unless one is going on."""
        following = self.standing.following
        return following if isinstance(following, NextBallot) and self.open is None else None


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of an election, and the States as named on its day."""

    election: Election
    candidates: tuple[Candidate, ...]
    ballots: tuple[ElectionBallot, ...]
    corrections: tuple[BallotCorrection, ...]
    states: Mapping[StateCode, State]
    reopenings: tuple[Reopening, ...] = ()

    @property
    def names(self) -> tuple[Name, ...]:
        """The candidates by name, in their order."""
        ordered = sorted(self.candidates, key=lambda one: one.position)
        return tuple(Name(one, self.states[one.state]) for one in ordered)

    @property
    def reopened(self) -> tuple[Reopened, ...]:
        """R27: each time that an acclamation was put right; by its row alone where the journal is silent on it."""
        told = tuple(
            Reopened(one.at, one.reason, tuple(Name(own, self.states[own.state]) for own in one.announced))
            for one in sorted(self.reopenings, key=lambda one: one.at)
        )
        alone = (Reopened(self.election.opened_at, self.election.reason),) if self.election.reopened else ()
        return told or alone

    @property
    def standing(self) -> Standing:
        """How it stands (R35)."""
        return standing(self.election, self.candidates, self.ballots)

    @property
    def going_on(self) -> bool:
        """Whether a ballot of it is open, or anything follows."""
        return self.standing.following is not None or any(one.closed_at is None for one in self.ballots)


def board(records: Records, composition: Composition | None = None) -> ElectionBoard:
    """The board of an election from its rows."""
    now, named = records.standing, {one.key: one for one in records.names}
    ballots = sorted(records.ballots, key=lambda one: one.number)
    views = tuple(_view(one, records, now, named) for one in ballots)
    return ElectionBoard(records.election, records.names, views, now, composition, records.reopened)


def _view(ballot: ElectionBallot, records: Records, now: Standing, named: Mapping[Key, Name]) -> BallotView:
    own = tuple(one for one in records.corrections if one.ballot == ballot.key)
    elected = {one.candidate: one for one in now.elected if one.ballot == ballot.number}
    votes = ballot.votes
    counts = ballot.kind.special and ballot.closed_at is not None and not ballot.divergence
    return BallotView(
        ballot,
        tuple(Line(named[key], votes.get(key), elected.get(key)) for key in by_votes(ballot)),
        required(ballot, records.election.majority, len(records.election.entitled)),
        as_announced(ballot, own),
        own,
        settled(ballot, records.candidates) if counts else None,
    )


def composition(
    election: Election, states: Iterable[State], practices: Practices, members: Collection[StateCode]
) -> Composition | None:
    """*Executive Committee*, R28, R29, R33: the Committee that some *states* would be; ``None`` for another office."""
    if election.body is not Body.COMMITTEE:
        return None
    found, by = tuple(dict.fromkeys(states)), scheme(practices)
    regions = [None if (region := region_of(one, by)) is None else str(region) for one in found]
    return Composition(
        found, spread(regions) if found else None, tuple(one for one in found if one.iso3 not in members), by
    )


def committee_filled(boards: Iterable[ElectionBoard], seats: int | None) -> bool:
    """*Executive Committee*, R28: whether a meeting elected as many as there are *seats*, else as there can be."""
    held = [one for one in boards if one.election.body is Body.COMMITTEE]
    sizes = [one.composition.size for one in held if one.composition is not None]
    places = seats if seats is not None else max((most for _, most in sizes), default=0)
    return 0 < places <= sum(len(one.elected) for one in held)
