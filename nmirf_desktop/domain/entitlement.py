"""May this State vote? The answer with its facts, in the words of each language (the Declaration's *Membership*).

Read aloud, no sentence agrees with a State: in French and Spanish some names are plural, and others hide their number.
"""

import datetime
from dataclasses import dataclass

from nmirf_desktop.domain.members import BASIS_LABELS, Membership, MembershipKind
from nmirf_desktop.domain.naming import forms, sentence_start
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Catalog


@dataclass(frozen=True, slots=True)
class Entitlement:
    """*Membership*, *Decision-Making Procedure* (R6, R7, R14): whether a State may vote on a day, and why.

    *focal_point* is the one marked as voting, *alternates* those who stand in on that day; *present* whether the
    delegation is noted as present, which never bars a vote; *listed* whether it is on the list of the vote in progress,
    ``None`` where none is open.
    """

    state: State
    on: datetime.date
    membership: Membership | None
    focal_point: Person | None
    present: bool
    listed: bool | None = None
    alternates: tuple[Person, ...] = ()

    @property
    def entitled(self) -> bool:
        """Whether the State may vote: in the vote in progress by its frozen list, else by its membership."""
        if self.listed is not None:
            return self.listed
        return self.membership is not None and self.membership.kind is MembershipKind.MEMBER

    def said_in(self, words: Catalog) -> str:
        """The answer, its reason and the facts, in whole sentences."""
        return " ".join(self.sentences(words))

    def sentences(self, words: Catalog) -> tuple[str, ...]:
        """The answer first, then one sentence for each fact."""
        said = [self.answer(words)]
        if self.listed is not None:
            said.append(self._list(words))
        if self.entitled:
            said += [self._focal_point(words), *self._alternates(words), self._presence(words)]
        return tuple(said)

    def answer(self, words: Catalog) -> str:
        """Yes or no, and why."""
        named = forms(self.state, words.language)
        found = self.membership
        if found is None:
            frame = words.pgettext(
                "names that may be plural",
                "No: on {date}, {the_state} is neither a member nor an observer of the Network.",
            )
            return frame.format(**named, date=words.date(self.on))
        since = words.date(found.period.start)
        if found.kind is MembershipKind.OBSERVER:
            frame = words.pgettext(
                "names that may be plural",
                "No: {the_state} has been an observer since {date}; observers take the floor and do not vote.",
            )
            return frame.format(**named, date=since)
        frame = words.pgettext(
            "names that may be plural", "Yes: {the_state} has been a member since {date} ({basis}) and has one vote."
        )
        return frame.format(**named, date=since, basis=words.gettext(BASIS_LABELS[found.basis]))

    def _list(self, words: Catalog) -> str:
        named = forms(self.state, words.language)
        if self.listed:
            frame = words.pgettext(
                "names that may be plural",
                "{the_state} is on the list of this vote, which was fixed when the vote opened.",
            )
        else:
            frame = words.pgettext(
                "names that may be plural",
                "{the_state} is not on the list of this vote, which was fixed when the vote opened.",
            )
        return sentence_start(frame.format(**named))

    def _focal_point(self, words: Catalog) -> str:
        if self.focal_point is None:
            return words.gettext("No focal point is marked as voting: the head of the delegation says who answers.")
        return words.gettext("Its voting focal point: {person}.").format(person=self.focal_point.label(words.language))

    def _alternates(self, words: Catalog) -> tuple[str, ...]:
        if not self.alternates:
            return ()
        said = words.ngettext(
            "Its alternate on this day: {people}.", "Its alternates on this day: {people}.", len(self.alternates)
        )
        return (said.format(people=words.listing(one.label(words.language) for one in self.alternates)),)

    def _presence(self, words: Catalog) -> str:
        if self.present:
            return words.gettext("The delegation is noted as present.")
        return words.gettext("The delegation is not noted as present; it is called all the same.")
