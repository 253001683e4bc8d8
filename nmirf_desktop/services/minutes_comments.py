"""What rapporteur and coordinator say to each other beside the minutes: said, answered, resolved, reopened.

No document and no list reads these rows (``tests/services/test_minutes_comments.py`` looks into all of them).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.minutes import Minutes, MinutesState
from nmirf_desktop.domain.minutes_comments import Comment, Side
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.minutes import COMMENTS, MINUTES
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

CLOSED = N_("These minutes were approved on {date}: nothing is said beside them any more.")
NO_WORDS = N_("Write the comment first.")


class Comments:
    """The comments in the register. Beside approved minutes each verb refuses, in words."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def of(self, minutes: Key) -> tuple[Comment, ...]:
        """What was said beside minutes, as it was said."""
        with self._store.read() as session:
            return COMMENTS.all(session, minutes=minutes)

    def say(self, minutes: Key, paragraph: Key | None, side: Side, text: str) -> Comment:
        """Say something on a paragraph, or on the whole minutes where *paragraph* is ``None``."""
        with self._open(N_("comment on the minutes"), minutes) as session:
            comment = Comment(new_key(), minutes, side, _words(text), self._clock(), paragraph)
            COMMENTS.save(session, comment)
        return comment

    def answer(self, comment: Key, side: Side, text: str) -> Comment:
        """Answer what was said; what was resolved is open again with it."""
        with self._about(N_("answer a comment"), comment) as (session, first):
            if first.resolved_at is not None:
                COMMENTS.save(session, replace(first, resolved_at=None))
            said = Comment(
                new_key(), first.minutes, side, _words(text), self._clock(), first.paragraph, answers=first.key
            )
            COMMENTS.save(session, said)
        return said

    def resolve(self, comment: Key) -> None:
        """What was said is settled."""
        with self._about(N_("resolve a comment"), comment) as (session, first):
            if first.resolved_at is None:
                COMMENTS.save(session, replace(first, resolved_at=self._clock()))

    def reopen(self, comment: Key) -> None:
        """What was said is not settled after all."""
        with self._about(N_("reopen a comment"), comment) as (session, first):
            COMMENTS.save(session, replace(first, resolved_at=None))

    @contextmanager
    def _about(self, verb: str, comment: Key) -> Iterator[tuple[Session, Comment]]:
        """A transaction on what was said first, whichever of its answers is named."""
        with self._store.write(verb, Subject.MINUTES) as session:
            said = COMMENTS.standing(session, comment)
            first = said if said.answers is None else COMMENTS.get(session, said.answers)
            _check_open(MINUTES.get(session, first.minutes))
            yield session, first

    @contextmanager
    def _open(self, verb: str, minutes: Key) -> Iterator[Session]:
        with self._store.write(verb, Subject.MINUTES) as session:
            _check_open(MINUTES.get(session, minutes))
            yield session


def _words(text: str) -> str:
    if not text.strip():
        raise Problem(NO_WORDS, field_name="text")
    return text.strip()


def _check_open(minutes: Minutes) -> None:
    if minutes.state is MinutesState.APPROVED:
        raise Refusal(CLOSED, {"date": minutes.approved_on})
