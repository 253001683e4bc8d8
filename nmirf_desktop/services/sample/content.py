"""What the sample says: ``resources/sample.toml`` as frozen values."""

import datetime
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nmirf_desktop.domain.activities import ActivityKind
from nmirf_desktop.domain.agenda import ExpectedAction, Purpose
from nmirf_desktop.domain.good_practices import Area
from nmirf_desktop.domain.item_requests import Fate
from nmirf_desktop.domain.members import MechanismType
from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import SupportKind
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.partnerships import PartnershipForm
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.sittings import InterventionKind
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled

Table = Mapping[str, Any]
"""A table of the file, as ``tomllib`` reads it."""


@dataclass(frozen=True, slots=True)
class Delegations:
    """Which States take part, and what becomes of each; *language* is that of a State's correspondence."""

    founding_members: tuple[StateCode, ...]
    founding_observers: tuple[StateCode, ...]
    joined_members: tuple[StateCode, ...]
    joined_observers: tuple[StateCode, ...]
    in_two_letters: StateCode
    pending: StateCode
    became_member: StateCode
    withdrew: StateCode
    without_focal_point: tuple[StateCode, ...]
    vacated_focal_point: StateCode
    new_focal_point: StateCode
    alternates: tuple[StateCode, ...]
    without_contact: tuple[StateCode, ...]
    online: tuple[StateCode, ...]
    late: tuple[StateCode, ...]
    absent: tuple[StateCode, ...]
    leaves: StateCode
    french: tuple[StateCode, ...]
    spanish: tuple[StateCode, ...]

    def language(self, state: StateCode) -> Language:
        """The language in which a State writes."""
        return Language.FR if state in self.french else Language.ES if state in self.spanish else Language.EN


@dataclass(frozen=True, slots=True)
class Seats:
    """The five States of a term; *successor* replaces *replaced* during it."""

    states: tuple[StateCode, ...]
    replaced: StateCode | None = None
    successor: StateCode | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a meeting is held."""

    host: StateCode
    zone: str
    name: Trilingual


@dataclass(frozen=True, slots=True)
class Motion:
    """A text put to the meeting: *item* is the identifier of its agenda item."""

    item: str
    sponsor: StateCode
    title: Trilingual
    text: Trilingual


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item, or what is to be added to a standard one.

    *parent* is the identifier of the item above it, *renewal_parent* where the Committee is appointed at the meeting.
    """

    name: str
    title: Trilingual
    annotation: Trilingual
    parent: str
    renewal_parent: str
    after: str
    purpose: Purpose
    action: ExpectedAction
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens in the room. *do* names it; the other fields are those that it needs."""

    do: str
    office: str = ""
    day: int = 0
    time: datetime.time = datetime.time(10)
    item: str = ""
    proposal: str = ""
    state: StateCode = ""
    body: str = ""
    kind: InterventionKind = InterventionKind.STATEMENT
    language: Language = Language.EN
    text: Trilingual = Trilingual()
    favour: int = 0
    against: int = 0


@dataclass(frozen=True, slots=True)
class Script:
    """A meeting: its own agenda items, additions to the standard ones, and the steps of its sittings."""

    items: tuple[Item, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a State asked for the agenda of the planned meeting, so many days *before* it, and what came of it.

    An accepted one becomes a part of the standard *item* of a purpose.
    """

    state: StateCode
    title: Trilingual
    text: Trilingual
    reason: Trilingual
    before: int
    fate: Fate
    settled: int = 0
    item: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What the last meeting asked somebody to do, *due* and perhaps *done* so many days after it."""

    title: Trilingual
    responsible: Trilingual
    due: int
    done: int | None = None


@dataclass(frozen=True, slots=True)
class Doing:
    """An activity of so many *days*, the first of them so many days *before* the sample's own."""

    kind: ActivityKind
    title: Trilingual
    place: Trilingual
    result: Trilingual
    before: int
    days: int
    languages: tuple[Language, ...]
    objectives: tuple[Objective, ...]
    hosts: tuple[StateCode, ...]
    states: tuple[StateCode, ...]
    partners: tuple[PartnerKind, ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """A contact with a State that has no mechanism, so many days *before* the sample's own."""

    state: StateCode
    before: int
    noted_by: str
    text: str


@dataclass(frozen=True, slots=True)
class Cooperation:
    """A partnership with the partner of a kind, and what was done under it."""

    partner: PartnerKind
    form: PartnershipForm
    objectives: tuple[Objective, ...]
    contact: Trilingual
    title: Trilingual
    done: Trilingual


@dataclass(frozen=True, slots=True)
class Practice:
    """A good practice that a State tells of so many days *after* the last meeting; *consent* is who agreed, if any."""

    state: StateCode
    title: Trilingual
    text: Trilingual
    contact: Trilingual
    area: Area
    after: int
    consent: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """All that the sample says."""

    cast: Delegations
    functions: Mapping[str, Trilingual]
    mechanisms: tuple[tuple[MechanismType, Trilingual], ...]
    committees: tuple[Seats, ...]
    places: tuple[Place, ...]
    titles: tuple[Trilingual, ...]
    later_title: Trilingual
    bodies: Mapping[str, Trilingual]
    partners: tuple[tuple[PartnerKind, Trilingual], ...]
    cooperation: tuple[Cooperation, ...]
    support: tuple[tuple[SupportKind, Trilingual], ...]
    proposals: Mapping[str, Motion]
    founding: Script
    founding_title: Trilingual
    founding_place: Trilingual
    earlier: Script
    full: Script
    planned: Script
    silence_title: Trilingual
    silence_text: Trilingual
    call_note: Trilingual
    slate_note: Trilingual
    wishes: tuple[Wish, ...]
    tasks: tuple[Task, ...]
    activities: tuple[Doing, ...]
    contacts: tuple[Talk, ...]
    practices: tuple[Practice, ...]
    plan: Table

    def title(self, number: int, year: int) -> Trilingual:
        """The title of the annual meeting of a number and a year."""
        if number <= len(self.titles):
            return self.titles[number - 1]
        return filled(self.later_title, lambda _: {"year": str(year)})


def filled(text: Trilingual, values: Callable[[Language], Mapping[str, str]]) -> Trilingual:
    """A finished text with the values of each language in their places."""
    en, fr, es = (text[language].format(**values(language)) for language in Language)
    return Trilingual.final(en, fr, es, text.source)


def about(text: Trilingual, state: State) -> Trilingual:
    """A finished text with the forms of a State's name in their places."""
    return filled(text, lambda language: forms(state, language))


def _cooperation(table: dict[str, Any]) -> Cooperation:
    return Cooperation(
        PartnerKind(table["partner"]),
        PartnershipForm(table["form"]),
        tuple(map(Objective, table["objectives"])),
        text_of(table["contact"]),
        text_of(table["title"]),
        text_of(table["done"]),
    )


def load() -> Content:
    """Read the file that ships with the program."""
    data = tomllib.loads(bundled("resources/sample.toml").read_text(encoding="utf-8"))
    return Content(
        cast=_cast(data["states"]),
        functions={name: text_of(table) for name, table in data["functions"].items()},
        mechanisms=tuple((MechanismType(table["type"]), text_of(table)) for table in data["mechanisms"]),
        committees=tuple(_seats(table) for table in data["committees"]),
        places=tuple(Place(table["host"], table["zone"], text_of(table)) for table in data["places"]),
        titles=tuple(text_of(table) for table in data["titles"]),
        later_title=text_of(data["later_title"]),
        bodies={name: text_of(table) for name, table in data["bodies"].items()},
        partners=tuple((PartnerKind(name), text_of(table)) for name, table in data["partners"].items()),
        cooperation=tuple(_cooperation(table) for table in data["cooperation"]),
        support=tuple((SupportKind(table["kind"]), text_of(table["text"])) for table in data["support"]),
        proposals={name: _motion(table) for name, table in data["proposals"].items()},
        founding=_script(data["founding"]),
        founding_title=text_of(data["founding"]["title"]),
        founding_place=text_of(data["founding"]["place"]),
        earlier=_script(data["earlier"]),
        full=_script(data["full"]),
        planned=_script(data["planned"]),
        silence_title=text_of(data["silence"]["title"]),
        silence_text=text_of(data["silence"]["text"]),
        call_note=text_of(data["call"]["note"]),
        slate_note=text_of(data["call"]["slate"]),
        wishes=tuple(_wish(table) for table in data["requests"]),
        activities=tuple(_doing(table) for table in data["activities"]),
        contacts=tuple(Talk(**table) for table in data["contacts"]),
        tasks=tuple(
            Task(text_of(table["title"]), text_of(table["responsible"]), table["due"], table.get("done"))
            for table in data["actions"]
        ),
        practices=tuple(_practice(table) for table in data["practices"]),
        plan=data["plan"],
    )


def _practice(table: Table) -> Practice:
    return Practice(
        table["state"], text_of(table["title"]), text_of(table["text"]), text_of(table["contact"]), Area(table["area"]),
        table["after"], table.get("consent", ""),
    )  # fmt: skip


def text_of(table: Table) -> Trilingual:
    """A table with a text in each language. A missing one stays missing, one under *draft* is not reviewed."""
    source = Language(table.get("language", "en"))
    text = Trilingual(source=source).with_text(source, table.get(str(source), "")).with_review(source)
    for language in Language:
        if language is not source and language in table:
            text = text.with_text(language, table[str(language)])
            if language not in table.get("draft", ()):
                text = text.with_review(language)
    return text


def _doing(table: Mapping[str, Any]) -> Doing:
    return Doing(
        kind=ActivityKind(table["kind"]),
        title=text_of(table["title"]),
        place=text_of(table["place"]) if "place" in table else Trilingual(),
        result=text_of(table["result"]) if "result" in table else Trilingual(),
        before=table["before"],
        days=table.get("days", 1),
        languages=tuple(map(Language, table["languages"])),
        objectives=tuple(map(Objective, table["objectives"])),
        hosts=tuple(table.get("hosts", ())),
        states=tuple(table["states"]),
        partners=tuple(map(PartnerKind, table.get("partners", ()))),
    )


def _wish(table: Table) -> Wish:
    """A request for an item."""
    title, text, reason = (text_of(table.get(name, {})) for name in ("title", "text", "reason"))
    fate, settled, item = Fate(table["fate"]), table.get("settled", 0), table.get("item", "")
    return Wish(table["state"], title, text, reason, table["before"], fate, settled, item)


def _cast(table: Table) -> Delegations:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    return Delegations(**values)


def _seats(table: Table) -> Seats:
    return Seats(tuple(table["seats"]), table.get("replaced"), table.get("successor"))


def _motion(table: Table) -> Motion:
    return Motion(table["item"], table.get("sponsor", ""), text_of(table["title"]), text_of(table["text"]))


def _script(table: Table) -> Script:
    return Script(
        tuple(_item(one) for one in table.get("items", ())), tuple(_step(one) for one in table.get("steps", ()))
    )


def _item(table: Table) -> Item:
    return Item(
        name=table["id"],
        title=text_of(table["title"]) if "title" in table else Trilingual(),
        annotation=text_of(table["annotation"]) if "annotation" in table else Trilingual(),
        parent=table.get("parent", ""),
        renewal_parent=table.get("renewal_parent", table.get("parent", "")),
        after=table.get("after", ""),
        purpose=Purpose(table.get("purpose", Purpose.OTHER)),
        action=ExpectedAction(table.get("action", ExpectedAction.DISCUSSION)),
        minutes=table.get("minutes"),
    )


def _step(table: Table) -> Step:
    plain = {name: table[name] for name in _PLAIN if name in table}
    return Step(
        **plain,
        time=datetime.time.fromisoformat(table.get("time", "10:00")),
        kind=InterventionKind(table.get("kind", InterventionKind.STATEMENT)),
        language=Language(table.get("language", Language.EN)),
        text=text_of(table) if "en" in table else Trilingual(),
    )


_PLAIN = ("do", "office", "day", "item", "proposal", "state", "body", "favour", "against")
