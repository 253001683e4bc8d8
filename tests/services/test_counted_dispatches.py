"""The list of dispatches has numbers alone, counted where they lie: those that each delivery's events say."""

import datetime
import random
from pathlib import Path

import pytest

from nmirf_desktop.domain.dispatches import DeliveryEvent, Happening, Recipient
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.services.deliveries import Counted, Line
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.dispatches import EVENTS
from nmirf_desktop.storage.store import Store
from tests.registers import Desk, statements
from tests.services.test_dispatches import IN_TIME, PREPARED, Office, keys

MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> Office:
    desk, meeting, _ = network
    return Office(desk, meeting)


def scattered(store: Store, line: Line, chance: random.Random) -> None:
    """Some events of each delivery, in any order and at any of its addresses; some of them are taken back."""
    with store.write("scattered") as session:
        for one in line.deliveries:
            for place in range(chance.randrange(5)):
                event = happening(one.recipient, PREPARED + chance.randrange(4) * MINUTE, chance)
                EVENTS.save(session, event)
                if chance.random() < 0.3:
                    at = PREPARED + (10 + place) * MINUTE
                    back = DeliveryEvent(
                        new_key(), one.recipient.key, Happening.TAKEN_BACK, at, "UTC", at, "", about=event.key
                    )
                    EVENTS.save(session, back)


def happening(to: Recipient, at: datetime.datetime, chance: random.Random) -> DeliveryEvent:
    kind = chance.choice((Happening.SENT, Happening.FAILED, Happening.ACKNOWLEDGED))
    addresses = ("elsewhere@example.com",) if kind is Happening.FAILED and chance.random() < 0.3 else ()
    return DeliveryEvent(new_key(), to.key, kind, at, "UTC", at, "", addresses=addresses)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_counted_is_what_each_delivery_says(office: Office, tmp_path: Path, seed: int) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        before = office.deliveries.lines()
        again = frozenset(one.recipient.whom for line in before for one in line.deliveries)
        line = office.send(tmp_path / name, office.order(again=again))
        office.desk.clock.forward(5)
        scattered(office.desk.store, line, random.Random(seed))  # noqa: S311
    counted, lines = office.deliveries.counted(), office.deliveries.lines()
    assert [plain(one) for one in counted] == [plain(one.counted) for one in lines]
    assert [one.number for one in counted] == [len(one.deliveries) for one in lines]
    assert office.deliveries.counted(office.meeting.key) == counted
    assert office.deliveries.counted("another") == ()


def plain(one: Counted) -> tuple[object, ...]:
    """What it says, without kinds of which there is none."""
    return one.dispatch, one.issued, {standing: number for standing, number in one.counts.items() if number}


def test_the_list_asks_as_little_of_many_dispatches_as_of_one(office: Office, tmp_path: Path) -> None:
    """It read every recipient and event of fifty years: four seconds. What reminders follow is read once for all."""
    asked: list[int] = []
    for name in ("first", "second", "third", "fourth"):
        (tmp_path / name).mkdir()
        before = office.deliveries.lines()
        again = frozenset(one.recipient.whom for line in before for one in line.deliveries)
        line = office.send(tmp_path / name, office.order(again=again))
        office.desk.clock.at = IN_TIME + len(asked) * MINUTE
        office.deliveries.happened(keys(line), Happening.SENT, office.desk.clock.at)
        with statements(office.desk.store) as made:
            office.deliveries.counted()
        asked.append(len(made))
    assert asked[0] <= asked[1] == asked[2] == asked[3]
