"""Messages that are taken in together: a sending, its failure and the next sending, each in its turn."""

import datetime
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from nmirf_desktop.domain.dispatches import Channel, Happening, Standing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.screens.distribution_mail import read_all, record_all
from tests.registers import Desk
from tests.services.test_dispatches import nothing
from tests.services.test_mail_about_others import reply
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


def test_answers_are_known_beside_the_sent_copies_that_are_taken_in_with_them(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    """Of the numbers that a mail system gave, and of what was sent, the register knew nothing yet."""
    desk, meeting, _ = network
    post = Post(desk, meeting, tmp_path / "outbox", Channel.TO_EACH)
    contents = (
        reply("mar@example.org", "Re: Ordre du jour", "<other@mail.example.org>"),
        reply("ury@example.org", "Re: NMIRF/2026/1"),
        post.sent("URY.eml"),
        post.sent("MAR.eml", number=False),
    )
    paths = [tmp_path / f"{place}.eml" for place in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    taken = read_all(post.returned, paths, {}, nothing)
    assert [one.ticked for one in taken] == [True, False, True, True], "an address alone is to be looked at"
    left = [replace(one, left_out=one.number == 2) for one in taken]
    after, _count = record_all(post.returned, left, nothing)
    assert [one.done for one in after] == [True, False, False, True]
    assert after[1].problem is not None
    assert "not recorded as sent" in after[1].problem.said_in(catalog(Language.EN))
    assert (post.standing("MAR"), post.standing("URY")) == (Standing.ACKNOWLEDGED, Standing.PREPARED)
    after, _count = record_all(post.returned, [replace(one, left_out=False) for one in taken], nothing)
    assert post.standing("URY") is Standing.ACKNOWLEDGED
    assert post.delivery("URY").was_sent
