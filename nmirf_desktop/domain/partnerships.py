"""Partnerships of the Network: with whom, for which objectives, in which form, from when until when, and what was done.

*Partnerships*, R44: they align with the objectives and support them. A partner has no seat and no vote.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from operator import itemgetter

from nmirf_desktop.domain.counted import by_calendar_month, by_objective
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language

STANDING = Partner(
    "ohchr",
    Trilingual.final(
        "Office of the United Nations High Commissioner for Human Rights (OHCHR)",
        "Haut-Commissariat des Nations Unies aux droits de l’homme (HCDH)",
        "Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos (ACNUDH)",
    ),
    PartnerKind.OHCHR,
)
"""*Partnerships*, R45: OHCHR is a partner before anybody records it; its row is written with what it does first."""


OHCHR = ("OHCHR", "HCDH", "ACNUDH")
"""How the one partner that every register has is called in short (R45)."""
_SHORT = re.compile(r"(?P<long>.*\S)\s*\((?P<short>[A-ZÀ-Ý][A-ZÀ-Ý0-9&.-]{2,})\)\s*")
"""A name with its short form behind it: "United Nations Development Programme (UNDP)"."""


def called(partner: Partner) -> tuple[str, ...]:
    """All that a partner is called in any of the three languages: in full first, then without and by its short form."""
    full = [partner.name[one].strip() for one in Language if partner.name[one].strip()]
    parts = [found.group("long", "short") for one in full if (found := _SHORT.fullmatch(one)) is not None]
    short = OHCHR if partner.kind is PartnerKind.OHCHR else ()
    return tuple(dict.fromkeys((*full, *(one for both in parts for one in both), *short)))


def by_names(partners: Iterable[Partner]) -> Mapping[str, tuple[Partner, ...]]:
    """Partners by all that they are called, as names are compared; who is called so in full is before a short form."""
    found: dict[str, list[tuple[bool, Partner]]] = {}
    for partner in partners:
        full = {fold(partner.name[one]) for one in Language}
        for name in dict.fromkeys(map(fold, called(partner))):
            found.setdefault(name, []).append((name not in full, partner))
    return {name: tuple(one for _, one in sorted(several, key=itemgetter(0))) for name, several in found.items()}


class PartnershipForm(StrEnum):
    """In which form a partnership was agreed."""

    INFORMAL = "informal"
    LETTERS = "letters"
    AGREEMENT = "agreement"


PARTNERSHIP_FORM_LABELS = {
    PartnershipForm.INFORMAL: N_("Informal cooperation"),
    PartnershipForm.LETTERS: N_("Exchange of letters"),
    PartnershipForm.AGREEMENT: N_("Agreement"),
}


@dataclass(frozen=True, slots=True)
class Partnership:
    """A partnership with a *partner*: what it is about, and the *objectives* that it serves.

    *contacts* are one a line, by function and address; *reason* says why it ended, *reference* is the agreement’s.
    """

    key: Key
    partner: Key
    period: Period
    form: PartnershipForm = PartnershipForm.INFORMAL
    title: Trilingual = Trilingual()
    objectives: tuple[Objective, ...] = ()
    contacts: Trilingual = Trilingual()
    reference: str = ""
    reason: Trilingual = Trilingual()


@dataclass(frozen=True, slots=True)
class CooperationNote:
    """What was done with a *partner* on a day."""

    key: Key
    partner: Key
    on: datetime.date
    text: Trilingual


def with_standing(partners: Iterable[Partner]) -> tuple[Partner, ...]:
    """*Partnerships*, R45: partners with OHCHR among them, whether it is recorded yet or not; it stands first."""
    known = tuple(partners)
    first = tuple(one for one in known if one.kind is PartnerKind.OHCHR) or (STANDING,)
    return (*first, *(one for one in known if one.kind is not PartnerKind.OHCHR))


def check_note(note: CooperationNote, today: datetime.date) -> None:
    """What was done has words and a day that was. Raises ``Problem``."""
    if not note.text:
        raise Problem(N_("Say what was done."), field_name="text")
    check_happened(note.on, today)


def settled(partnership: Partnership) -> Partnership:
    """Objectives in their order and once each."""
    wanted = tuple(one for one in Objective if one in partnership.objectives)
    return replace(partnership, objectives=wanted)


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner as the list shows it on a day: the *partnerships* that had begun, the latest first, and *since* then.

    *came* are the meetings to which it came, the latest first; *last_contact* is the last day on which anything was
    done together, answered or attended.
    """

    partner: Partner
    on: datetime.date
    partnerships: tuple[Partnership, ...] = ()
    came: tuple[Meeting, ...] = ()
    last_contact: datetime.date | None = None

    @property
    def key(self) -> Key:
        """The key of the partner."""
        return self.partner.key

    @property
    def in_force(self) -> tuple[Partnership, ...]:
        """The partnerships that hold on the day."""
        return tuple(one for one in self.partnerships if one.period.holds(self.on))

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """The objectives that partnerships in force serve, in their order."""
        served = {each for one in self.in_force for each in one.objectives}
        return tuple(one for one in Objective if one in served)

    @property
    def lacks_objective(self) -> bool:
        """R44: whether a partnership in force serves no objective."""
        return any(not one.objectives for one in self.in_force)

    @property
    def texts(self) -> tuple[Trilingual, ...]:
        """The texts that a document of the year prints: the name, and what partnerships in force are about."""
        return (self.partner.name, *(one.title for one in self.in_force if one.title))

    def said_in(self, words: Catalog) -> str:
        """The name of the partner."""
        return self.partner.name.best(words.language)


@dataclass(frozen=True, slots=True)
class PartnershipsBetween:
    """What became of the partnerships from a first to a last day: *held* held on one of them at least.

    *partners* are those of all partnerships named here, by key.
    """

    held: tuple[Partnership, ...] = ()
    begun: tuple[Partnership, ...] = ()
    ended: tuple[Partnership, ...] = ()
    notes: tuple[CooperationNote, ...] = ()
    partners: Mapping[Key, Partner] = field(default_factory=dict)

    @property
    def by_kind(self) -> Mapping[PartnerKind, int]:
        """How many partners of each kind had a partnership."""
        counted = Counter(self.partners[key].kind for key in {one.partner for one in self.held})
        return {kind: counted[kind] for kind in PartnerKind}

    @property
    def by_objective(self) -> Mapping[Objective, int]:
        """How many partnerships served each objective; one counts for each that it serves."""
        return by_objective(self.held)

    @property
    def by_month(self) -> Mapping[datetime.date, int]:
        """How often something was done in each month in which anything was, by its first day."""
        return by_calendar_month(one.on for one in self.notes)
