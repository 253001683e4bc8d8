"""Undo and redo from the journal, across restarts: an entry is never removed, its inverse is appended.

What left the house or was announced is a barrier: undo does not go behind it. The gavel is a step while it is the
last one, and nothing behind it is reached; so are the adoption of the agenda, that of a record, and the fate of a
motion. The opening of a vote is one as long as nothing rests on it that stays: no
lot was drawn, nothing was ever answered, counted or announced since, undone or not. Neither is done again, at a moment
that is past, nor is a ballot opened or a sitting suspended; of who spoke the clock runs on from the undo, and what was
between is no speech. A position is superseded
by another one, never removed, so that answers are no steps of undo; what was written of many together is nobody's own
answer, and a step until somebody answers; a footnote was announced to nobody, and is one. A count of papers is put
right by another count: taken back, it would let somebody be marked between two counts, whose difference is a vote.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage import journal
from nmirf_desktop.storage.base import new_key, text_of
from nmirf_desktop.storage.floor import SPEAKING_TIMES
from nmirf_desktop.storage.journal import LINES, Entry, Line
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store

BARRIERS = frozenset(
    {
        "new register", "migration", "issue documents", "record the sending of the agenda", "approve the minutes",
        "complete approved minutes",
        "circulate the minutes", "circulate revised minutes",
        "adopt by consensus", "record an answer", "correct the record of a vote",
        "close a vote", "count the papers", "close a ballot", "correct a closed ballot",
        "draw lots", "adopt an amendment by consensus", "adopt a part by consensus", "agree to a motion",
        "elect by acclamation", "draw by lot who is called first",
        "prepare a dispatch", "take back a dispatch", "record a sending", "record that something did not arrive",
        "record an acknowledgement", "take back what was recorded of a delivery",
    }
)  # fmt: skip
"""The verbs that undo neither takes back nor goes behind."""
GAVEL = frozenset(
    {
        "open a sitting", "close a sitting", "adopt the record of decisions", "settle a procedural motion",
        "adopt the agenda",
    }
)  # fmt: skip
"""The verbs that undo takes back while they are the last step, and does not go behind: the gavel and its word."""
OPENING = "open a vote"
COUNTED = frozenset(
    {"record a show of hands", "record all others present in favour", "record that nobody else answers"}
)
"""The steps that undo takes back, but never the opening of the vote behind them."""
AT_A_MOMENT = GAVEL | {OPENING, "open a ballot", "suspend or resume a sitting"}
"""The verbs that are never done again: their moment is past, and with it who was entitled and who had the floor.

They stop the clock of who speaks: undo lets it run on, without the time between.
"""
ANSWERS_STAY = N_(
    "There is nothing to undo: an answer stays until another takes its place. Backspace goes back to the last one, two"
    " letters in the list to any other; Ctrl+Shift+B breaks the vote off."
)
OPENING_STAYS = {
    True: N_(
        "There is nothing to undo: the lot of this roll call was drawn and shown, so that its opening stays. "
        "Ctrl+Shift+B breaks the vote off."
    ),
    False: N_(
        "There is nothing to undo: this vote was counted or answered, so that its opening stays. Ctrl+Shift+B breaks "
        "the vote off."
    ),
}
"""What is said of the opening of a vote, by whether its lot was drawn."""
DELIVERY_STAYS = N_(
    "There is nothing to undo: what is recorded of a dispatch stays. “Take back what was recorded” beside it, in "
    "Distribution, takes back what was recorded by mistake."
)
WAYS_BACK = {
    "prepare a dispatch": N_(
        "There is nothing to undo: a dispatch that was prepared stays. “Discard the dispatch”, in Distribution, takes "
        "back one of which nothing is recorded."
    ),
    "record a sending": DELIVERY_STAYS,
    "record that something did not arrive": DELIVERY_STAYS,
    "record an acknowledgement": DELIVERY_STAYS,
    "complete approved minutes": N_(
        "There is nothing to undo: a translation that completes approved minutes stays. It can be corrected in its "
        "place, or emptied, until it is reviewed."
    ),
    "record the sending of the agenda": N_(
        "There is nothing to undo: the agenda is recorded as sent, which stays. “Take back” beside the sending, in "
        "Meetings, removes one that was recorded by mistake."
    ),
    "adopt by consensus": N_(
        "There is nothing to undo: a consensus that was announced stays. Where it was recorded by mistake, the "
        "proposal is reopened in the session: Ctrl+F7."
    ),
    "record an answer": ANSWERS_STAY,
    "draw by lot who is called first": N_(
        "There is nothing to undo: a lot that was drawn stays, and the record of the vote tells each that was drawn"
        " before."
    ),
    "elect by acclamation": N_(
        "There is nothing to undo: an election by acclamation that was announced stays. Where it was recorded by "
        "mistake, show the election (Ctrl+F8) and reopen it (Ctrl+F7), with the reason."
    ),
    "count the papers": N_(
        "There is nothing to undo: a count of papers stays. Count them again, which takes its place until the result is"
        " announced, or break the voting off."
    ),
}
"""What is said where the last of these verbs has a way of its own to be taken back."""

SUBJECT_OF = {
    "state": Subject.STATES, "renaming": Subject.STATES, "regrouping": Subject.STATES, "organisation": Subject.SETTINGS,
    "membership": Subject.MEMBERS, "communication": Subject.MEMBERS, "mechanism": Subject.MEMBERS,
    "person": Subject.MEMBERS, "focal_point": Subject.MEMBERS, "attachment": Subject.ATTACHMENTS,
    "term": Subject.COMMITTEE, "seat": Subject.COMMITTEE,
    "coordination": Subject.COMMITTEE, "candidature_call": Subject.COMMITTEE, "candidature": Subject.COMMITTEE,
    "slate": Subject.COMMITTEE, "silence_procedure": Subject.COMMITTEE, "practice_choice": Subject.RULES,
    "rule_change": Subject.RULES,
    "action_plan": Subject.PLANS, "plan_priority": Subject.PLANS, "planned_action": Subject.PLANS,
    "review_text": Subject.REVIEW,
    "rule_exception": Subject.RULES, "meeting": Subject.MEETINGS, "sitting": Subject.MEETINGS,
    "officer": Subject.MEETINGS,
    "agenda_dispatch": Subject.MEETINGS, "agenda_item": Subject.AGENDA, "presence": Subject.SESSION,
    "intervention": Subject.SESSION, "proposal": Subject.VOTES, "consensus_call": Subject.VOTES, "vote": Subject.VOTES,
    "election": Subject.VOTES, "candidate": Subject.VOTES, "election_ballot": Subject.VOTES,
    "ballot_correction": Subject.VOTES, "position": Subject.VOTES, "totals_correction": Subject.VOTES,
    "roll_call_draw": Subject.VOTES,
    "decision": Subject.VOTES, "record_adoption": Subject.VOTES, "wording_correction": Subject.VOTES,
    "decision_relation": Subject.VOTES, "decision_gone": Subject.VOTES,
    "amendment": Subject.VOTES, "sponsorship": Subject.VOTES, "text_motion": Subject.VOTES, "part": Subject.VOTES,
    "text_version": Subject.VOTES, "minutes": Subject.MINUTES,
    "minutes_paragraph": Subject.MINUTES, "correction_request": Subject.MINUTES, "corrigendum": Subject.MINUTES,
    "erratum": Subject.MINUTES, "approved_paper": Subject.MINUTES, "minutes_comment": Subject.MINUTES,
    "issued_document": Subject.DOCUMENTS, "dispatch": Subject.DISPATCHES, "dispatch_enclosure": Subject.DISPATCHES,
    "dispatch_wording": Subject.DISPATCHES, "usual_message": Subject.SETTINGS,
    "dispatch_recipient": Subject.DISPATCHES, "delivery_event": Subject.DISPATCHES,
    "milestone": Subject.MEETINGS, "follow_up_action": Subject.MEETINGS, "agenda_version": Subject.AGENDA,
    "agenda_version_item": Subject.AGENDA, "item_request": Subject.AGENDA, "meeting_text": Subject.PARTICIPANTS,
    "activity": Subject.ACTIVITIES, "activity_participant": Subject.ACTIVITIES, "encouragement": Subject.ACTIVITIES,
    "good_practice": Subject.PRACTICES, "practice_sharing": Subject.PRACTICES, "hub_contribution": Subject.PRACTICES,
    "partner": Subject.PARTICIPANTS, "invitee": Subject.PARTICIPANTS, "delegate": Subject.PARTICIPANTS,
    "partnership": Subject.PARTNERS, "cooperation_note": Subject.PARTNERS, "ohchr_support": Subject.PARTNERS,
    "sitting_pause": Subject.SESSION, "speakers_list": Subject.SESSION, "listed_speaker": Subject.SESSION,
    "speaking_time": Subject.SESSION, "motion": Subject.SESSION, "point_of_order": Subject.SESSION,
    "translation_order": Subject.LANGUAGES, "known_word": Subject.LANGUAGES,
}  # fmt: skip

NOTHING_TO_UNDO = N_("There is nothing to undo: what left the house or was announced in the room stays.")
NOTHING_TO_REDO = N_("There is nothing to redo.")
PAST = N_(
    "There is nothing to redo: what was undone last was done at a moment that is past. Where it is to happen now, press"
    " its key."
)
"""What is said after the undo of what is never done again (:data:`AT_A_MOMENT`)."""
CHANGED_SINCE = N_("This step cannot be taken back: what it changed was changed again since.")
NOT_THE_LAST = N_(
    "Other things were recorded since, so nothing was undone. “Undo” in the menu takes the steps back one by one."
)


@dataclass(frozen=True, slots=True)
class Steps:
    """The entries that undo and redo would take back and do again, ``None`` where there is none."""

    undo: Entry | None
    redo: Entry | None


@dataclass(slots=True)
class _Stacks:
    """What undo and redo reach, and what is said where undo, or redo (*over*), reaches nothing."""

    undo: list[Entry]
    redo: list[Entry]
    stays: str
    over: str = NOTHING_TO_REDO

    def cut(self, kept: Iterable[Entry], stays: str = NOTHING_TO_UNDO) -> None:
        """Undo reaches what is *kept* alone, and nothing is done again."""
        self.undo, self.redo, self.stays, self.over = list(kept), [], stays, NOTHING_TO_REDO

    def done(self, entry: Entry, *, drawn: bool) -> None:
        """A step was done; *drawn* where it opened a vote with the lot of its calling order."""
        self.redo.clear()
        self.over = NOTHING_TO_REDO
        self.undo.append(entry)
        if entry.verb in GAVEL:
            self.cut([entry])
        elif drawn or entry.verb in COUNTED:
            opened = [number for number, one in enumerate(self.undo) if one.verb == OPENING]
            if opened:
                self.cut(self.undo[opened[-1] + 1 :], OPENING_STAYS[drawn])

    def inverted(self, entry: Entry) -> None:
        """A step was taken back or done again; one that these rules do not reach was so before them, and stays."""
        if self.undo and self.undo[-1].sequence == entry.undoes:
            taken = self.undo.pop()
            past = taken.verb in AT_A_MOMENT
            self.redo, self.over = ([], PAST) if past else ([*self.redo, entry], NOTHING_TO_REDO)
        elif self.redo and self.redo[-1].sequence == entry.undoes:
            self.redo.pop()
            self.undo.append(entry)
        else:
            self.cut([])


def _stacks(session: Session) -> _Stacks:
    last = journal.last_of(session, BARRIERS)
    found = _Stacks([], [], NOTHING_TO_UNDO if last is None else WAYS_BACK.get(last.verb, NOTHING_TO_UNDO))
    for entry in journal.since(session, last):
        if entry.undoes is None:
            found.done(entry, drawn=entry.verb == OPENING and _with_lot(session, entry))
        else:
            found.inverted(entry)
    return found


def _with_lot(session: Session, opening: Entry) -> bool:
    return any(line.field == "drawn" and line.after for line in LINES.all(session, sequence=opening.sequence))


def steps(store: Store) -> Steps:
    """What undo and redo would do now."""
    with store.read() as session:
        found = _stacks(session)
        return Steps(found.undo[-1] if found.undo else None, found.redo[-1] if found.redo else None)


def stays(store: Store) -> str:
    """What is said where undo has no step left: why, and what takes the last one back, where something does."""
    with store.read() as session:
        return _stacks(session).stays


def undo(store: Store, only: int | None = None) -> str:
    """Take the last step back; its verb. *only* is the entry that is meant, where one is.

    ``Refusal`` where there is none, where the last one is not the one that is meant, or where a later change conflicts.
    """
    return _invert(store, back=True, only=only)


def redo(store: Store, only: int | None = None) -> str:
    """Do the last undone step again; its verb. *only* is the entry that undid it. ``Refusal`` as :func:`undo`."""
    return _invert(store, back=False, only=only)


def _invert(store: Store, *, back: bool, only: int | None = None) -> str:
    with store.read() as session:
        found = _stacks(session)
        stack = found.undo if back else found.redo
        if only is not None and (not stack or stack[-1].sequence != only):
            raise Refusal(NOT_THE_LAST if back else NOTHING_TO_REDO)
        if not stack:
            raise Refusal(found.stays if back else found.over)
        sequence, verb = stack[-1].sequence, stack[-1].verb
        changes = LINES.all(session, sequence=sequence)
        subjects = {SUBJECT_OF[change.table] for change in changes}
    with store.write(verb, *subjects, undoes=sequence) as session:
        rows: dict[tuple[str, str], list[Line]] = {}
        for change in changes:
            rows.setdefault((change.table, change.row), []).append(change)
        for (table, row), fields in reversed(rows.items()):
            if back and verb in AT_A_MOMENT and table == SPEAKING_TIMES.name:
                _go_on(session, row, store.now())
            else:
                _restore(session, TABLES[table], row, fields)
    return verb


def _go_on(session: Session, stopped: Key, now: datetime.datetime) -> None:
    """Who spoke has the floor with the time until the clock was stopped, and it runs again from *now*."""
    time = SPEAKING_TIMES.get(session, stopped)
    SPEAKING_TIMES.save(session, replace(time, key=new_key(), began_at=now, ended_at=None))


def _restore(session: Session, rows: Rows[Any], key: str, fields: Sequence[Line]) -> None:
    """Bring one row to what it was before: changed fields back, a new row away, a removed row there again."""
    now = rows.held(session, key)
    before = {field.field: rows.cell(field.field, field.before) for field in fields}
    removed = rows.key in before and all(field.after is None for field in fields)
    if (now is None) != removed:
        raise Refusal(CHANGED_SINCE)
    if now is not None and any(text_of(now[field.field]) != field.after for field in fields):
        raise Refusal(CHANGED_SINCE)
    if before.get(rows.key, key) is None:
        rows.remove(session, key)
    else:
        rows.put(session, {rows.key: key} | before)
