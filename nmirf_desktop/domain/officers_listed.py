"""The officers of a meeting in its list of participants: who stands beside a delegation, and who is counted in it."""

from collections.abc import Iterable, Sequence

from nmirf_desktop.domain.drafting_officers import NamedOfficer
from nmirf_desktop.domain.guests import GuestLine
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.i18n import Catalog


def besides(officers: Iterable[NamedOfficer], line: GuestLine) -> tuple[NamedOfficer, ...]:
    """The officers of a State who are known by name and are not among its delegation: they stand at its head."""
    people = [person for _, person in line.delegation]
    return tuple(one for one in officers if one.state == line.invitee.state and not one.among(people))


def persons_more(officers: Sequence[NamedOfficer], line: GuestLine) -> int:
    """How many of them are persons more than a delegation counts.

    Each may be a person of it who is named by function alone; a delegation of which no names are recorded counts as
    one person.
    """
    nameless = sum(not person.family_name for _, person in line.delegation) if line.delegation else 1
    return max(0, len(besides(officers, line)) - nameless)


def listed_twice(officers: Sequence[NamedOfficer], lines: Iterable[GuestLine]) -> int:
    """How many officers may stand in a list twice, by name and by function alone, and are counted once."""
    return sum(len(besides(officers, one)) - persons_more(officers, one) for one in lines if one.delegation)


def counted_once(number: int, words: Catalog) -> str:
    """Why fewer persons are counted than stand in a list."""
    said = words.ngettext(
        "An officer listed by name may be a person listed by function alone, and is not counted again.",
        "{n} officers listed by name may be persons listed by function alone, and are not counted again.",
        number,
    )
    return sentence_start(said.format(n=words.small_number(number)))
