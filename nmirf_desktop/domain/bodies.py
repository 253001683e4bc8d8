"""Bodies that speak without being a State: each is one, under whichever of its names, and whoever speaks for it."""

from collections.abc import Iterable, Mapping

from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.text import Trilingual

OHCHR = "ohchr"
"""What is compared of OHCHR, whose initials stand for its name."""
OFFICES = frozenset({"chair", "coordinator", "executive committee", "rapporteur", "secretariat"})
"""Who speaks in the room and is no further participant."""
_OHCHR = frozenset({OHCHR, "office of the united nations high commissioner for human rights"})


def compared(body: Trilingual) -> str:
    """What of a body's name is compared: it is the same with an article and in capitals."""
    return _bare(body.en or body.original)


def _bare(name: str) -> str:
    bare = name.strip().casefold().removeprefix("the ")
    return OHCHR if bare in _OHCHR else bare


def bodies_heard(heard: Iterable[Trilingual], partners: Iterable[Partner]) -> tuple[Trilingual, ...]:
    """The bodies that were *heard*, each once, in the order in which they were first heard.

    Who spoke for a body that was heard itself, or for one of the *partners*, was its voice (:func:`coming_for`).
    """
    names = [one for one in heard if one.original.strip() and compared(one) not in OFFICES]
    known = {compared(one): one for one in reversed(names)}
    for one in partners:
        known.setdefault(OHCHR if one.kind is PartnerKind.OHCHR else compared(one.name), one.name)
        known.setdefault(compared(one.name), one.name)
    found = (_spoken_for(one, known) for one in names)
    return tuple(known[one] for one in dict.fromkeys(found))


def _spoken_for(body: Trilingual, known: Mapping[str, Trilingual]) -> str:
    """What is compared of the body for which somebody speaks, of any other that of its own name."""
    name = (body.en or body.original).strip()
    _, _, behind = name.partition(" (")
    inner = _bare(behind.removesuffix(")"))
    return inner if behind.endswith(")") and inner in known else _bare(name)
