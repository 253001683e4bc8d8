"""The steps that undo takes back and redo does again, each by what was done and to whom."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.services.states import States
from nmirf_desktop.storage import journal, undo
from nmirf_desktop.storage.journal import Entry
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Session, Store

LATEST = datetime.date.max
ABOUT = ("person", "state", "meeting")
"""The fields that say whom or what a row is about, and the tables of these."""
OF_THE_MEETING = frozenset({"open a sitting", "close a sitting", "suspend or resume a sitting"})
"""What is done to a sitting, whoever had the floor then and lost it."""
TITLES = ("title_en", "title_fr", "title_es")
TITLED = frozenset({"activity", "good_practice", "hub_contribution", "action_plan", "plan_priority", "planned_action"})
"""The tables of what is known by its title."""
MOST_NAMED = 3
"""So many States are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Several:
    """A number of States."""

    states: int

    def said_in(self, words: Catalog) -> str:
        """The number with its noun."""
        return words.ngettext("{n} State", "{n} States", self.states).format(n=words.number(self.states))


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the journal as undo and redo name it: the verb, and whom or what it was done to.

    *earlier* where it was made before the register was opened.
    """

    sequence: int
    verb: str
    of: tuple[Sayable | str, ...]
    at: datetime.datetime
    earlier: bool

    def said_in(self, words: Catalog) -> str:
        """The verb and its object: "designate a focal point – Paraguay"."""
        verb = words.gettext(self.verb)
        if not self.of:
            return verb
        said = (one if isinstance(one, str) else one.said_in(words) for one in self.of)
        named = words.pgettext("facts in a row", " · ").join(said)
        return words.pgettext("an act and what it was done to", "{act} – {named}").format(act=verb, named=named)


def _title(session: Session, entry: Entry) -> Trilingual:
    """What the one record that an entry is about is called; nothing where it is about several."""
    found = journal.named_by(session, entry.sequence, TITLES)
    if any(len(values) > 1 for values in found.values()):
        return Trilingual()
    en, fr, es = (next(iter(found[field]), "") or "" for field in TITLES)
    first = next((language for language, text in zip(Language, (en, fr, es), strict=True) if text), Language.EN)
    return Trilingual(en, fr, es, source=first)


class Steps:
    """Undo and redo of a register, by name."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def undo_next(self) -> Step | None:
        """What undo would take back now."""
        return self._named(undo.steps(self._store).undo)

    def stays(self) -> str:
        """Why there is nothing to undo, where there is nothing."""
        return undo.stays(self._store)

    def redo_next(self) -> Step | None:
        """What redo would do again now."""
        return self._named(undo.steps(self._store).redo)

    def done(self, verb: str) -> int:
        """The entry of the last step where that was *verb*, else 0: what is undone by what is offered after an act."""
        last = undo.steps(self._store).undo
        return last.sequence if last is not None and last.verb == verb else 0

    def undo(self, only: int | None = None) -> Step | None:
        """Take the last step back, or *only* that entry while it is the last; what it was.

        ``Refusal`` as :func:`nmirf_desktop.storage.undo.undo`.
        """
        step = self.undo_next()
        undo.undo(self._store, only)
        return step

    def redo(self, only: int | None = None) -> Step | None:
        """Do the last undone step again, or *only* what that entry undid; what it was, in the words of its undo.

        ``Refusal`` as :meth:`undo`.
        """
        undo.redo(self._store, only)
        return self.undo_next()

    def _named(self, entry: Entry | None) -> Step | None:
        if entry is None:
            return None
        with self._store.read() as session:
            of = tuple(self._of(session, entry))
        at = datetime.datetime.fromisoformat(entry.at)
        return Step(entry.sequence, entry.verb, of, at, entry.sequence <= self._store.opened_at)

    def _of(self, session: Session, entry: Entry) -> Iterator[Sayable | str]:
        """The one person or the States that an entry is about; where there is neither, the one meeting.

        Of the year's work it is what it is called, and not who took part.
        """
        if journal.touched_by(session, entry.sequence) & TITLED:
            title = _title(session, entry)
            yield from (Content(title),) if title else ()
            return
        people, codes, meetings = journal.named_by(session, entry.sequence, ABOUT).values()
        if entry.verb in OF_THE_MEETING:
            people, codes = set(), set()
        person = PEOPLE.find(session, people.pop()) if len(people) == 1 and len(codes) <= 1 else None
        if person is not None:
            yield person
        if len(codes) > MOST_NAMED:
            yield Several(len(codes))
        elif codes:
            known = self._states.on(LATEST)
            yield from (known[code] for code in sorted(codes) if code in known)
        elif len(meetings) == 1 and (meeting := MEETINGS.find(session, meetings.pop())) is not None:
            yield meeting.symbol
