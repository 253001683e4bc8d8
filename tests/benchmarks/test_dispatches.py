"""How long three documents take to go to 193 States, against writing the same bytes: ``pytest --benchmark-enable``.

Kept are the seconds of the preparation, the megabytes that it writes in a second, and its ratio to writing the very
files that it wrote into one file (``extra_info``); nothing is asserted of the times. Aim: ten seconds at most, with
progress and a way to stop, where the disk takes the bytes in that time: of 3 MB each they are 2.4 GB.
"""

import datetime
import os
import shutil
import time
from collections.abc import Iterable, Sequence
from email.utils import format_datetime
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.dispatch_words import usual_message
from nmirf_desktop.domain.dispatches import (
    Channel,
    DeliveryEvent,
    Dispatch,
    Enclosure,
    Function,
    Happening,
    Recipient,
)
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period, StateCode
from nmirf_desktop.domain.recipients import Selection
from nmirf_desktop.domain.states import MEMBER_STATES
from nmirf_desktop.exchange.outgoing_mail import message_id
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.dispatches import Order
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.returned_mail import ReturnedMail
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.dispatches import DISPATCHED, ENCLOSURES, EVENTS, RECIPIENTS, undelivered_by
from nmirf_desktop.storage.members import FOCAL_POINTS
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Store
from tests import registers
from tests.registers import MEMBERS, OBSERVERS, OPENS, Hand, said

KINDS = (DocumentKind.AGENDA, DocumentKind.PROGRAMME, DocumentKind.INFORMATION)
NOW = datetime.datetime(2026, 10, 20, 12, tzinfo=datetime.UTC)
TO_ALL = Selection(frozenset({Capacity.MEMBER, Capacity.OBSERVER}))


def everybody(desk: Secretariat) -> None:
    """Each State is in the Network, with somebody to write to in one of the three languages."""
    states = desk.states.on(OPENS)
    desk.members.admit_founders([code for code in states if code not in MEMBERS + OBSERVERS], MembershipKind.MEMBER)
    with desk.store.write("designate") as session:
        for place, code in enumerate(states):
            emails = (f"{code.lower()}@example.org",)
            person = Person(new_key(), said("Focal point"), code, language=list(Language)[place % 3], emails=emails)
            PEOPLE.save(session, person)
            point = FocalPoint(
                new_key(), code, person.key, Period(datetime.date(2024, 5, 8)), voting=code not in OBSERVERS
            )
            FOCAL_POINTS.save(session, point)


def make_as_large(store: Store, issued: list[IssuedDocument], size: int) -> None:
    """Each issued file is as large as that, as one with pictures."""
    table = ISSUED.table
    with store.write("as large") as session:
        for one in issued:
            content = os.urandom(size)
            session.connection.execute(table.update().where(table.c.key == one.key).values(content=content))


def written_plainly(path: Path, files: Iterable[Path]) -> float:
    """How many seconds the bytes of some files take as one file, until they are on the disk."""
    contents = [one.read_bytes() for one in files]
    begun = time.perf_counter()
    with path.open("wb") as file:
        file.writelines(contents)
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - begun


@pytest.mark.parametrize("archive", [False, True], ids=["folder", "archive"])
@pytest.mark.parametrize("size", [30_000, 300_000, 3_000_000])
def test_three_documents_to_everybody(benchmark: BenchmarkFixture, tmp_path: Path, size: int, *, archive: bool) -> None:
    size = size if benchmark.enabled else 30_000
    clock, path = Hand(NOW), tmp_path / "network.nmirf"
    meeting, _, _ = registers.networked(path)
    steps: list[int] = []
    with open_register(path, author="coordinator", clock=clock) as store:
        desk = Secretariat(store, clock)
        everybody(desk)
        issued = [
            one for kind in KINDS for one in desk.papers.issue(Request(kind, meeting.key, on=NOW.date()), NOW.date())
        ]
        make_as_large(store, issued, size)
        keys = tuple(one.key for one in issued)
        _, subject, text = desk.dispatches.begin(keys)
        order = Order(keys, Channel.TO_EACH, TO_ALL, "secretariat@example.org", subject, text)

        def prepare() -> Path:
            outbox = tmp_path / "outbox"
            return desk.dispatches.prepare(
                new_key(), order, outbox, lambda done, _all: steps.append(done), archive=archive
            )

        path = benchmark.pedantic(prepare, rounds=1)  # type: ignore[no-untyped-call]
    files = [path] if archive else list(path.iterdir())
    written = sum(one.stat().st_size for one in files)
    assert steps == list(range(1, MEMBER_STATES + 1))
    assert archive or len(files) == MEMBER_STATES
    assert written > MEMBER_STATES * 3 * size
    if benchmark.stats is not None:
        taken, plain = benchmark.stats.stats.max, written_plainly(tmp_path / "plain", files)
        benchmark.extra_info.update(
            seconds=round(taken, 2), megabytes=written // 1_000_000, megabytes_in_a_second=round(written / taken / 1e6),
            to_plain_writing=round(taken / plain, 2),
        )  # fmt: skip
    shutil.rmtree(tmp_path / "outbox")


YEARS, A_YEAR = 50, 6
"""For so long so many dispatches a year go to everybody."""


def fifty_years(store: Store, issued: Sequence[IssuedDocument], states: Iterable[StateCode]) -> None:
    """The log of fifty years, the last year of a meeting, written past the journal: what is read does not ask it."""
    subject, text = usual_message(Channel.TO_EACH, of_meeting=True)
    codes = tuple(states)
    with store.write("fifty years") as session:
        for number in range(YEARS * A_YEAR):
            at = NOW - datetime.timedelta(days=number * 365 // A_YEAR)
            meeting = issued[0].meeting if number < A_YEAR else None
            going = Dispatch(
                new_key(), meeting, Channel.TO_EACH, at, "UTC", "Secretariat", "secretariat@example.org",
                subject, text,
            )  # fmt: skip
            DISPATCHED.add(session, [going])
            ENCLOSURES.add(session, [Enclosure(new_key(), going.key, one.key) for one in issued])
            to = [
                Recipient(
                    new_key(), going.key, Capacity.MEMBER, Function.FOCAL_POINT, code, Language.EN, code,
                    addresses=(f"{code.lower()}@example.org",),
                )
                for code in codes
            ]  # fmt: skip
            RECIPIENTS.add(session, to)
            for kind in (Happening.SENT, Happening.ACKNOWLEDGED):
                events = (DeliveryEvent(new_key(), one.key, kind, at, "UTC", at, "Secretariat") for one in to)
                EVENTS.add(session, events)


@pytest.fixture(scope="module")
def half_century(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with fifty years of dispatches."""
    clock, path = Hand(NOW), tmp_path_factory.mktemp("half_century") / "network.nmirf"
    meeting, _, _ = registers.networked(path)
    with open_register(path, author="coordinator", clock=clock) as store:
        desk = Secretariat(store, clock)
        issued = desk.papers.issue(Request(DocumentKind.AGENDA, meeting.key, on=NOW.date()), NOW.date())
        fifty_years(store, issued, desk.states.on(OPENS))
    return path


@pytest.mark.parametrize("what", ["home", "list", "every list", "bounce", "reply", "certificate"])
def test_what_a_person_waits_for_after_fifty_years(benchmark: BenchmarkFixture, half_century: Path, what: str) -> None:
    """Home, the list of a meeting, of all, one message known by its number or by its address, a certificate."""
    clock = Hand(NOW)
    with open_register(half_century, read_only=True, clock=clock) as store:
        desk = Secretariat(store, clock)
        (meeting,) = desk.meetings.list()
        (line, *_) = desk.deliveries.lines(meeting.key)
        (brazil,) = (one.recipient for one in line.deliveries if one.recipient.state == "BRA")
        head = f"From: bra@example.org\r\nDate: {format_datetime(NOW)}\r\n"
        mails = {
            "bounce": f"{head}Subject: Re\r\nIn-Reply-To: {message_id(brazil.key)}\r\n\r\nThank you\r\n",
            "reply": f"{head}Subject: Re: {line.issued[0].symbol}\r\n\r\nThank you\r\n",
        }

        def asked() -> object:
            match what:
                case "home":
                    with store.read() as session:
                        return undelivered_by(session, NOW)
                case "list":
                    return len(desk.deliveries.counted(meeting.key))
                case "every list":
                    return len(desk.deliveries.counted())
                case "certificate":
                    return len(desk.papers.contents(Request(DocumentKind.DISPATCH, meeting.key, part="BRA")))
                case _:
                    shown = ReturnedMail(desk.deliveries).read("mail.eml", mails[what].encode())
                    return tuple(one.recipient.state for one in shown.deliveries)

        found = benchmark.pedantic(asked, rounds=3)  # type: ignore[no-untyped-call]
    expected = {"home": None, "list": A_YEAR, "every list": YEARS * A_YEAR, "certificate": 1}
    assert found == expected.get(what, ("BRA",))
