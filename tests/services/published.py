"""A meeting whose facts a published record tells, recorded through the services; the table of what is said of it."""

import csv
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.minutes import Minutes
from nmirf_desktop.domain.minutes_papers import just_drafted, minutes_paper
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from tests import registers
from tests.domain.reading import Reader
from tests.domain.second_meeting import STATES
from tests.registers import Hand, said

TABLE = Path(__file__).parents[1] / "data" / "published_records.csv"
UTC = datetime.UTC


@dataclass(frozen=True)
class Plan:
    """Where and when a meeting is held, and who belongs to the Network then."""

    place: str
    zone: str
    opens: datetime.date
    closes: datetime.date
    kind: MeetingKind = MeetingKind.EXTRAORDINARY
    number: int = 0
    members: Sequence[StateCode] = tuple(sorted(STATES))
    observers: Sequence[StateCode] = ()


class Held:
    """One meeting as planned, with a clock that is set by hand."""

    def __init__(self, path: Path, plan: Plan) -> None:
        self.clock = Hand(datetime.datetime.combine(plan.opens, datetime.time(6), UTC))
        self._opened = open_register(registers.fresh(path), author="Rapporteur", clock=self.clock)
        store = self._opened.__enter__()
        self.desk = Secretariat(store, self.clock)
        self.desk.members.admit_founders(plan.members, MembershipKind.MEMBER)
        self.desk.members.admit_founders(plan.observers, MembershipKind.OBSERVER)
        year = plan.opens.year
        self.meeting = Meeting(
            key=new_key(), symbol=f"NMIRF/{year}", kind=plan.kind, number=plan.number, counts_for=year,
            title=said("Meeting"), opens_on=plan.opens, closes_on=plan.closes,
            place=Trilingual.final(plan.place, plan.place, plan.place), time_zone=plan.zone, host="CHE",
        )  # fmt: skip
        self.desk.meetings.save(self.meeting)
        self.sitting = self.sits(plan.opens)

    def sits(self, on: datetime.date) -> Sitting:
        """A sitting of the morning, planned."""
        number = len(self.desk.sittings.all(self.meeting.key)) + 1
        sitting = Sitting(new_key(), self.meeting.key, number, on, datetime.time(10), datetime.time(13))
        self.desk.meetings.save_sitting(sitting)
        return sitting

    def item(
        self, title: str, purpose: Purpose = Purpose.OTHER, parent: Key | None = None, documents: tuple[str, ...] = ()
    ) -> AgendaItem:
        """An item after those that are there."""
        item = AgendaItem(
            new_key(), self.meeting.key, 0, said(title), parent=parent, purpose=purpose, documents=documents
        )
        self.desk.agendas.add(item)
        return item

    def at(self, hour: int, minute: int = 0, on: datetime.date | None = None) -> None:
        """The clock says an hour of the meeting's place, of its own day or another one."""
        local = self.desk.sittings.time(self.meeting)
        day = local.date() if on is None else on
        wanted = local.replace(year=day.year, month=day.month, day=day.day, hour=hour, minute=minute, second=0)
        self.clock.at += wanted - local

    def heard(self, item: AgendaItem, who: StateCode | Trilingual, note: str = "") -> None:
        """A statement of a State, or of a body by its name."""
        state, body = (None, who) if isinstance(who, Trilingual) else (who, Trilingual())
        self.clock.forward(0.1)
        self.desk.sittings.note(
            Intervention(
                new_key(), self.meeting.key, item.key, self.clock.at, state, body=body,
                kind=InterventionKind.STATEMENT, note=note,
            )
        )  # fmt: skip

    def texts(self, language: Language = Language.EN) -> list[str]:
        """The drafted paragraphs."""
        return [one.text[language].replace("\u00a0", " ") for one in draft(self.desk.minutes.facts(self.meeting.key))]

    def read(self, language: Language = Language.EN) -> str:
        """The minutes as a reader meets them."""
        facts = self.desk.minutes.facts(self.meeting.key)
        paper = minutes_paper(Minutes("", self.meeting.key), just_drafted(facts), facts)
        return Reader(catalog(language)).minutes(paper).replace("\u00a0", " ")

    def close(self) -> None:
        self._opened.__exit__(None, None, None)


def expected(document: str) -> list[str]:
    """The program's sentences for a document, as the table has them."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [row["drafted"] for row in csv.DictReader(file) if row["document"] == document and row["drafted"]]


def codes(text: str) -> list[str]:
    """The codes of States, written one after the other."""
    return text.split()
