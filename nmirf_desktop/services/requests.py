"""Which document is asked for: of which meeting, which decision, vote or call, as of which day, in which editions."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.annual_review import ReviewPeriod
from nmirf_desktop.domain.decision_papers import in_number_order
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.editions import SEPARATE, Edition
from nmirf_desktop.domain.issued import (
    ADDRESSED,
    DATED,
    LETTERS,
    PLANNED,
    RECORDS,
    ROOM_KIT,
    STANDING,
    DocumentKind,
)
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.recorded import as_of
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.sittings import going_on
from nmirf_desktop.domain.symbols import held, symbol_of
from nmirf_desktop.domain.votes_taken import counted_votes
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.named_calls import OF_CALLS, call_named
from nmirf_desktop.services.plan_documents import plan_named
from nmirf_desktop.services.practice_sheets import practice_named
from nmirf_desktop.storage.corrections import CORRIGENDA
from nmirf_desktop.storage.elections import ELECTIONS
from nmirf_desktop.storage.meetings import MEETINGS, SITTINGS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import STATES
from nmirf_desktop.storage.voting import DECISIONS, VOTES

EVERY_MEETING = EACH = "all"
"""The word for all meetings where a meeting's symbol is asked for, and for each addressee of a letter."""

IN_THE_ROOM = ROOM_KIT | {DocumentKind.PROGRAMME, DocumentKind.PARTICIPANTS}
"""What is made before a meeting, and asked for while it is held."""
OF_A_STATE = frozenset({DocumentKind.DISPATCH, DocumentKind.PLATES})
"""The documents besides letters that may be of one State: a certificate, a name plate."""
OF_NO_MEETING_NOW = (PLANNED - IN_THE_ROOM) | {DocumentKind.CORRIGENDUM, DocumentKind.ADOPTED}
"""What is asked for without a symbol of another meeting than the one that is being held."""
NONE_HELD = N_("No meeting has been held yet: name the symbol of a meeting.")
NONE_CORRECTED = N_("No minutes have a corrigendum yet: begin one on the screen of approved minutes.")
TO_EACH = N_("Each letter is in the language of its addressee, whichever languages are chosen.")


@dataclass(frozen=True, slots=True)
class Request:
    """Which document of which meeting, in which editions; *large* print is for reading and is never issued.

    *part* is one decision, vote or corrigendum of the meeting, or a version of its agenda; without it there is a
    document for each decision and corrigendum, one for all votes, and the agenda as it is now. Of documents on
    candidatures it is the call; without it they are of the call opened last. Of the sheet of a good practice it is
    the practice; without it, each has its own. Of an annual review it is the period, "2027" or two days; without it,
    it is the usual one of the day. Of an action plan it is the plan; without it, that of the year. Of the register of
    all decisions it is a year, "2027", or some by their numbers, "2026/3+2027/1". Of a letter it is whom it goes to,
    a State's code or a partner's key, or ``EACH`` for one to each who is invited; without it, it goes to all
    together. A certificate is of a dispatch, or of all that went to a State or a partner; without it, of the sending
    of the agenda. Of name plates it is the State that has one alone. A document of the Network has no meeting and is
    read *on* a day, on which letters are dated. *addresses* are in a list of people only where they are asked for.
    """

    kind: DocumentKind
    meeting: Key | None
    editions: tuple[Edition, ...] = SEPARATE
    large: bool = False
    part: Key | None = None
    on: datetime.date | None = None
    addresses: bool = False

    @property
    def to_each(self) -> bool:
        """Whether it is a letter to each who is invited."""
        return self.kind in LETTERS and self.part == EACH

    @property
    def sent(self) -> "Request":
        """The request as it leaves the house: a letter to each is in the addressee's language, whatever was asked."""
        return replace(self, editions=SEPARATE) if self.to_each else self


@dataclass(frozen=True, slots=True)
class Asked:
    """A document as somebody names it on the command line: by symbols and numbers."""

    kind: DocumentKind
    symbol: str | None = None
    decision: str | None = None
    vote: str | None = None
    on: datetime.date | None = None
    addresses: bool = False
    call: str | None = None
    state: str | None = None
    practice: str | None = None
    period: str | None = None
    plan: str | None = None


def resolve(session: Session, asked: Asked, today: datetime.date) -> Request:
    """What was asked for as keys of the register.

    Without a symbol it is the meeting of :func:`meeting_for`; a list of members and the composition of the Committee
    are read on the day given, else on that of the meeting named, else *today*. Raises :class:`Problem` for what the
    register does not have, and for a word that does not go with the document.
    """
    _check_options(asked)
    if asked.kind in STANDING or (asked.symbol == EVERY_MEETING and asked.decision is None):
        day = asked.on
        if day is None and asked.symbol not in (None, EVERY_MEETING):
            day = as_of(meeting_for(session, asked.kind, asked.symbol))
        part = None if asked.call is None else call_named(session, asked.call)
        if asked.period is not None:
            part = ReviewPeriod.read(asked.period).written()
        if asked.practice not in (None, EACH):
            part = practice_named(session, str(asked.practice))
        if asked.plan is not None:
            part = plan_named(session, asked.plan)
        return Request(asked.kind, None, part=part, on=day or today, addresses=asked.addresses)
    if asked.decision is not None and asked.kind is DocumentKind.DECISIONS:
        return Request(asked.kind, None, part=_chosen(session, asked.decision), on=asked.on or today)
    if asked.decision is not None:
        decision = _decision(session, asked.decision, asked.symbol)
        return Request(asked.kind, decision.meeting, part=decision.key)
    meeting = meeting_for(session, asked.kind, asked.symbol, today)
    if asked.kind in DATED:
        to = asked.state if asked.state in (None, EACH) else _state(session, str(asked.state))
        return Request(asked.kind, meeting.key, part=to, on=asked.on or today)
    part = None if asked.vote is None else _vote(session, asked.vote, meeting)
    if asked.kind in OF_A_STATE and asked.state is not None:
        part = _state(session, asked.state)
    return Request(asked.kind, meeting.key, part=part, addresses=asked.addresses)


def _chosen(session: Session, text: str) -> str:
    """Which decisions of the register are meant: "2027" is a year, "2026/3, 2027/1" some of them.

    Raises :class:`Problem` for a year without a decision, and as :func:`_decision` does.
    """
    known = in_number_order(DECISIONS.all(session))
    if text.strip().isdigit():
        years = sorted({str(one.year) for one in known})
        if text.strip() not in years:
            values = {"year": text.strip(), "known": ", ".join(years)}
            raise Problem(N_("There is no decision of {year}; there are decisions of: {known}."), values, "decision")
        return text.strip()
    named = (one for one in re.split(r"[,;+\s]+", text) if one)
    return "+".join(dict.fromkeys(decision_name(_decision(session, one, None)) for one in named))


def _state(session: Session, text: str) -> StateCode:
    """The code of a State by its code or an official name. Raises :class:`Problem` as the gazetteer does."""
    from nmirf_desktop.domain.recognition import Gazetteer

    return Gazetteer(STATES.all(session), ()).find(text).iso3


def _check_options(asked: Asked) -> None:
    every = asked.symbol == EVERY_MEETING
    chosen = asked.kind is DocumentKind.DECISIONS and (every or (asked.decision is not None and asked.symbol is None))
    standing = asked.kind in STANDING or chosen
    wrong = (
        ("--meeting all", every and asked.kind not in STANDING and not standing),
        ("--decision", asked.decision is not None and asked.kind is not DocumentKind.DECISION and not chosen),
        ("--vote", asked.vote is not None and asked.kind is not DocumentKind.VOTING_RECORD),
        ("--call", asked.call is not None and asked.kind not in OF_CALLS),
        ("--period", asked.period is not None and asked.kind is not DocumentKind.REVIEW),
        ("--plan", asked.plan is not None and asked.kind is not DocumentKind.PLAN),
        ("--practice", asked.practice is not None and asked.kind is not DocumentKind.PRACTICE_SHEET),
        ("--on", asked.on is not None and not standing and asked.kind not in DATED),
        ("--state", asked.state is not None and asked.kind not in LETTERS | OF_A_STATE),
        ("--addresses", asked.addresses and asked.kind not in ADDRESSED),
    )
    for option, given in wrong:
        if given:
            raise Problem(N_("“{option}” does not go with “{document}”."), {"option": option, "document": asked.kind})


def meeting_for(
    session: Session, kind: DocumentKind, symbol: str | None = None, today: datetime.date | None = None
) -> Meeting:
    """The meeting of a symbol; without one, the next to be held for agendas, else the last that was held.

    What lies in the room, or tells of what was done in it, is of the meeting that is being held *today*, if one is.
    Raises :class:`Problem` where there is none.
    """
    meetings = sorted(MEETINGS.all(session), key=lambda one: (one.opens_on, one.symbol))
    if symbol is not None:
        return _by_symbol(meetings, symbol)
    network = [one for one in meetings if is_network_meeting(one)]
    now = next((one for one in reversed(network) if today is not None and _being_held(session, one, today)), None)
    if now is not None and kind not in OF_NO_MEETING_NOW:
        return now
    if kind in PLANNED:
        planned = next((one for one in network if not _held(session, one)), None)
        if planned is None:
            raise Problem(N_("No meeting is planned: plan one, or name the symbol of another."))
        return planned
    if kind is DocumentKind.CORRIGENDUM:
        network = [one for one in network if _corrected(session, one)]
    if kind is DocumentKind.ADOPTED:
        network = [one for one in network if one.agenda_adopted_on is not None]
    past = next((one for one in reversed(network) if _held(session, one)), None)
    if past is None:
        raise Problem(NONE_CORRECTED if kind is DocumentKind.CORRIGENDUM else NONE_HELD)
    return past


def _being_held(session: Session, meeting: Meeting, today: datetime.date) -> bool:
    """Whether a sitting of a meeting was opened, and it goes on."""
    if meeting.opens_on > today + datetime.timedelta(days=1):
        return False
    sittings = SITTINGS.all(session, meeting=meeting.key)
    return any(one.opened_at is not None for one in sittings) and going_on(meeting, sittings, today)


def fits(session: Session, kind: DocumentKind, key: Key) -> bool:
    """Whether there may be a document of a kind of a meeting: of one to come, only what is written before it."""
    meeting = MEETINGS.get(session, key)
    if kind in PLANNED:
        return True
    if kind is DocumentKind.CORRIGENDUM:
        return _corrected(session, meeting)
    return meeting.agenda_adopted_on is not None if kind is DocumentKind.ADOPTED else _begun(session, meeting)


def check_begun(session: Session, kind: DocumentKind, key: Key) -> None:
    """Raise :class:`Problem` for a document that tells what a meeting did, of one that has not begun."""
    meeting = MEETINGS.get(session, key)
    if kind in RECORDS and not _begun(session, meeting):
        raise Problem(
            N_(
                "{symbol} has not begun, so there is nothing to tell of it yet: no sitting was opened, and its agenda "
                "was not adopted. Choose another meeting."
            ),
            {"symbol": meeting.symbol},
            field_name="meeting",
        )


def _begun(session: Session, meeting: Meeting) -> bool:
    """Whether something of a meeting was recorded: it was held, a sitting was opened, or something was decided."""
    return (
        _held(session, meeting)
        or any(one.opened_at is not None for one in SITTINGS.all(session, meeting=meeting.key))
        or any(rows.all(session, meeting=meeting.key) for rows in (VOTES, ELECTIONS, DECISIONS))
    )


def _corrected(session: Session, meeting: Meeting) -> bool:
    """Whether there is a corrigendum of the minutes of a meeting."""
    minutes = MINUTES.first(session, meeting=meeting.key)
    return minutes is not None and CORRIGENDA.first(session, minutes=minutes.key) is not None


def _held(session: Session, meeting: Meeting) -> bool:
    if held(meeting, (), None):  # as its own row tells of most, so that nothing more is read
        return True
    closed = [one for one in SITTINGS.all(session, meeting=meeting.key) if one.closed_at is not None]
    return held(meeting, closed, MINUTES.first(session, meeting=meeting.key))


def _by_symbol(meetings: list[Meeting], symbol: str) -> Meeting:
    """The meeting whose symbol this is, in any case, or that of one of its documents: "nmirf/2027/1/Add.1"."""
    wanted = f"{symbol.strip().casefold()}/"
    named = [one for one in meetings if wanted.startswith(f"{one.symbol.casefold()}/")]
    if named:
        return max(named, key=lambda one: len(one.symbol))
    if not meetings:
        raise Problem(N_("There is no meeting in this register yet."), field_name="symbol")
    raise Problem(
        N_("There is no meeting with the symbol “{symbol}”; there are: {known}."),
        {"symbol": symbol, "known": ", ".join(one.symbol for one in meetings)},
        field_name="symbol",
    )


def _decision(session: Session, text: str, symbol: str | None) -> Decision:
    """The decision of a number, "2027/1" or "NMIRF/2027/DEC/1"; "1" is of the meeting named, else the last held."""
    meetings = {one.key: one for one in MEETINGS.all(session)}
    known = in_number_order(DECISIONS.all(session))
    if symbol is not None or text.strip().isdigit():
        meeting = meeting_for(session, DocumentKind.DECISION, symbol)
        known = tuple(one for one in known if one.meeting == meeting.key)
    wanted = text.strip().casefold()
    for one in known:
        full = symbol_of(DocumentKind.DECISION, meetings[one.meeting], one.number).casefold()
        if wanted in (decision_name(one), str(one.number), full) and _only(wanted, known):
            return one
    if not known:
        raise Problem(N_("No decision has been adopted yet."), field_name="decision")
    raise Problem(
        N_("There is no decision “{name}”; there are: {known}."),
        {"name": text, "known": ", ".join(map(decision_name, known))},
        field_name="decision",
    )


def _only(wanted: str, known: Iterable[Decision]) -> bool:
    """Whether a bare number is that of one decision alone."""
    return not wanted.isdigit() or sum(str(one.number) == wanted for one in known) == 1


def _vote(session: Session, text: str, meeting: Meeting) -> Key:
    """The vote of a number, counted from 1 in the order in which the votes of the meeting were taken."""
    votes = counted_votes(VOTES.all(session, meeting=meeting.key))
    wanted = text.strip()
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(votes):
        return votes[int(wanted) - 1].key
    if not votes:
        raise Problem(N_("No vote was taken at {symbol}."), {"symbol": meeting.symbol}, field_name="vote")
    raise Problem(
        N_("There is no vote “{number}”: those of {symbol} are counted from 1 to {last}."),
        {"number": text, "symbol": meeting.symbol, "last": len(votes)},
        field_name="vote",
    )
