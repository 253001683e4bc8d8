"""A State's dated facts in one row: joining, letters, focal points, mechanism, names, in the order of their days."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.members import BASIS_LABELS, Basis, Ending, Membership, MembershipKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.states import Names
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.members import StateFile

_BEGINNINGS = {
    (MembershipKind.MEMBER, Basis.FOUNDING): N_("Founding member: took part in Asunción"),
    (MembershipKind.OBSERVER, Basis.FOUNDING): N_("Founding observer: took part in Asunción"),
    (MembershipKind.MEMBER, Basis.COMMUNICATION): N_("Member by formal communication"),
    (MembershipKind.OBSERVER, Basis.COMMUNICATION): N_("Observer by formal communication"),
    (MembershipKind.MEMBER, Basis.MECHANISM_ESTABLISHED): N_("Member: it has established a mechanism"),
    (MembershipKind.OBSERVER, Basis.MECHANISM_ENDED): N_("Observer: its mechanism has ended"),
}
_OTHER = {MembershipKind.MEMBER: N_("Member ({basis})"), MembershipKind.OBSERVER: N_("Observer ({basis})")}


@dataclass(frozen=True, slots=True)
class DatedFact:
    """What happened on a day, and the key of whom or what it is about, where that is a person or a thing."""

    day: datetime.date
    what: Phrase
    of: Key = ""


def dated_facts(file: StateFile) -> tuple[DatedFact, ...]:
    """Everything with a day, oldest first."""
    facts = (*_memberships(file), *_letters(file), *_designations(file), *_mechanisms(file), *_names(file))
    return tuple(sorted(facts, key=lambda one: one.day))


def beginning(membership: Membership) -> Phrase:
    """How a membership began."""
    message = _BEGINNINGS.get((membership.kind, membership.basis))
    if message is not None:
        said = Phrase(message)
        values = {"what": said, "reference": membership.reference}
        return Phrase(N_("{what} ({reference})"), values) if membership.reference else said
    return Phrase(_OTHER[membership.kind], {"basis": Phrase(BASIS_LABELS[membership.basis])})


def leaving(membership: Membership) -> Phrase:
    """How a State left, by its notification as far as that is known."""
    values = {"reference": membership.leaving_reference, "day": membership.leaving_received_on}
    match bool(membership.leaving_reference), membership.leaving_received_on not in (None, membership.period.end):
        case True, True:
            return Phrase(N_("Left the Network ({reference}, received on {day})"), values)
        case True, False:
            return Phrase(N_("Left the Network ({reference})"), values)
        case False, True:
            return Phrase(N_("Left the Network (notification received on {day})"), values)
        case _:
            return Phrase(N_("Left the Network"))


def _memberships(file: StateFile) -> Iterator[DatedFact]:
    for one in file.memberships:
        yield DatedFact(one.period.start, beginning(one))
        if one.ending is Ending.WITHDRAWAL and one.period.end is not None:
            yield DatedFact(one.period.end, leaving(one))


def _letters(file: StateFile) -> Iterator[DatedFact]:
    for one in file.communications:
        what = N_("Communication received") if one.complete else N_("Communication received, an element still to come")
        if one.reference:
            message = (
                N_("Communication received ({reference})")
                if one.complete
                else N_("Communication received ({reference}), an element still to come")
            )
            yield DatedFact(one.received_on, Phrase(message, {"reference": one.reference}), one.key)
        else:
            yield DatedFact(one.received_on, Phrase(what), one.key)


def _designations(file: StateFile) -> Iterator[DatedFact]:
    for one in file.focal_points:
        values = {"person": file.people[one.person]}
        yield DatedFact(one.period.start, Phrase(N_("Designated: {person}"), values), one.person)
        if one.period.end is not None:
            yield DatedFact(one.period.end, Phrase(N_("Designation ended: {person}"), values), one.person)


def _mechanisms(file: StateFile) -> Iterator[DatedFact]:
    for one in file.mechanisms:
        values = {"name": Content(one.name)}
        yield DatedFact(one.period.start, Phrase(N_("Mechanism: {name}"), values), one.key)
        if one.period.end is not None:
            yield DatedFact(one.period.end, Phrase(N_("Mechanism ended: {name}"), values), one.key)


@dataclass(frozen=True, slots=True)
class _Named:
    """A short name in the reader's language."""

    names: Names

    def said_in(self, words: Catalog) -> str:
        return self.names[words.language]


def _names(file: StateFile) -> Iterator[DatedFact]:
    for renaming in file.renamings:
        yield DatedFact(renaming.since, Phrase(N_("Named {name} from this day"), {"name": _Named(renaming.short)}))
    for moved in file.regroupings:
        if moved.group is None:
            yield DatedFact(moved.since, Phrase(N_("In no regional group from this day")))
        else:
            values = {"group": Phrase(moved.group.label)}
            yield DatedFact(moved.since, Phrase(N_("In the {group} from this day"), values))
