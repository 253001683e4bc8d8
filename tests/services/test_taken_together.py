"""Messages that are taken in together: a sending, its failure and the next sending, each in its turn."""

import datetime
from itertools import permutations
from pathlib import Path

import pytest

from nmirf_desktop.domain.dispatches import Channel, Happening, Standing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.ui.screens.distribution_mail import read_all, record_all
from tests.registers import Desk
from tests.services.test_dispatches import nothing
from tests.services.test_returned_mail import AT, OTHER, Post, again, report


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_was_sent_again_is_recorded_also_together_with_what_had_failed(
    network: tuple[Desk, Meeting, object], tmp_path: Path, order: tuple[int, ...]
) -> None:
    """All sendings were recorded before all failures: the second one said nothing new, and what it mended stayed."""
    desk, meeting, _ = network
    post = Post(desk, meeting, tmp_path / "outbox", Channel.TO_EACH, two_addresses="PRY")
    contents = (post.sent("PRY.eml"), report(post.sent("PRY.eml"), OTHER, "failed"), again(post, OTHER))
    paths = [tmp_path / f"{place}.eml" for place in order]
    for path, place in zip(paths, order, strict=True):
        path.write_bytes(contents[place])
    taken, recorded = record_all(post.returned, read_all(post.returned, paths, {}, nothing), nothing)
    assert [one.done for one in taken] == [True, True, True]
    assert recorded == 1
    delivery = post.delivery("PRY")
    assert (delivery.standing, delivery.missed) == (Standing.SENT, ())
    assert [(one.kind, one.at) for one in delivery.events] == [
        (Happening.SENT, AT),
        (Happening.FAILED, AT),
        (Happening.SENT, AT + datetime.timedelta(minutes=30)),
    ]
