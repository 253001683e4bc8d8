"""Where a delivery stands: by the moments of what happened, in whatever order it was entered."""

import datetime
from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda_sendings import agenda_sendings
from nmirf_desktop.domain.blocks import DataTable
from nmirf_desktop.domain.certificate_papers import certificate_paper
from nmirf_desktop.domain.dispatches import (
    Channel,
    Delivery,
    DeliveryEvent,
    Happening,
    Standing,
)
from tests.documents import certificates
from tests.documents.kinds import Size, facts

KNOWN = facts(Size.SMALL)
TO = certificates.to_state("GHA")
HOUR = certificates.moment(12, 18)
HAPPENED = st.lists(
    st.tuples(
        st.sampled_from((Happening.SENT, Happening.FAILED, Happening.ACKNOWLEDGED)), st.integers(0, 3), st.booleans()
    ),
    max_size=5,
)


def delivery(happened: list[tuple[Happening, int, bool]], order: list[int]) -> Delivery:
    """What happened at some hours, some of it taken back, entered in an order."""
    events = []
    for place, (kind, hour, gone) in enumerate(happened):
        at, entered = HOUR + datetime.timedelta(hours=hour), HOUR + datetime.timedelta(days=1, seconds=order[place])
        events.append(DeliveryEvent(f"e{place}", TO.key, kind, at, certificates.ZONE, entered, ""))
        if gone:
            back = HOUR + datetime.timedelta(days=2, seconds=order[place])
            events.append(
                DeliveryEvent(
                    f"b{place}", TO.key, Happening.TAKEN_BACK, back, certificates.ZONE, back, "", about=f"e{place}"
                )
            )
    return Delivery(TO, tuple(sorted(events, key=lambda one: one.entered_at)))


def margin(one: Delivery) -> str:
    """What the certificate says beside the recipient."""
    paper = certificate_paper(certificates.record(KNOWN, certificates.sending("d1", HOUR, Channel.TO_EACH, one)))
    (section,) = (found for found in paper.sections if found.title.en == "Members")
    (table,) = (block for block in section.blocks if isinstance(block, DataTable))
    return next(row[2].en for row in table.rows if row[0].en.startswith("Ghana"))


@given(HAPPENED, st.data())
def test_r39_standing_notice_and_certificate_agree_in_any_order_of_entry(
    happened: list[tuple[Happening, int, bool]], data: st.DataObject
) -> None:
    places = list(range(len(happened)))
    first, other = (delivery(happened, data.draw(st.permutations(places))) for _ in range(2))
    assert first.standing is other.standing
    assert (first.sent and first.sent.at) == (other.sent and other.sent.at)
    assert margin(first) == margin(other)
    sent = agenda_sendings({"d1": (first,)}, {"d1": certificates.agenda_files()})
    arrived = first.standing is Standing.ACKNOWLEDGED and first.was_sent  # nobody's word that it came is a sending
    assert bool(sent) == (first.sent is not None) == (first.standing is Standing.SENT or arrived)
    assert ("before the last day" in margin(first)) == bool(sent)
    if first.standing is Standing.FAILED:
        assert margin(first) == "not delivered"


def course(one: Delivery) -> str:
    """What the certificate says of what happened, in English."""
    paper = certificate_paper(certificates.record(KNOWN, certificates.sending("d1", HOUR, Channel.TO_EACH, one)))
    (section,) = (found for found in paper.sections if found.title.en == "Members")
    (table,) = (block for block in section.blocks if isinstance(block, DataTable))
    return next(row[1].en for row in table.rows if row[0].en.startswith("Ghana"))


def test_an_acknowledgement_without_a_sending_is_told_as_that_and_has_no_margin() -> None:
    """The certificate gave it “7 days before the last day”, and the line “not recorded as sent” was gone."""
    one = delivery([(Happening.ACKNOWLEDGED, 1, False)], [0])
    assert one.sent is None
    assert "prepared, not recorded as sent" in course(one)
    assert "receipt acknowledged, no sending recorded" in course(one)
    assert margin(one) == "no sending recorded"
    both = delivery([(Happening.ACKNOWLEDGED, 1, False), (Happening.SENT, 0, False)], [0, 1])
    assert "no sending recorded" not in course(both)
    assert "prepared" not in course(both)
    assert "before the last day" in margin(both)


def test_an_answer_to_the_very_message_proves_that_it_was_sent_by_then() -> None:
    one = delivery([(Happening.ACKNOWLEDGED, 1, False)], [0])
    answered = Delivery(TO, (replace(one.events[0], number="<a@nmirf.invalid>"),))
    assert answered.sent == answered.events[0]
    assert "before the last day" in margin(answered)
    assert "receipt acknowledged in an answer to the message, which had been sent by then" in course(answered)


def test_a_sending_recorded_after_a_bounce_with_an_earlier_hour_does_not_hide_it() -> None:
    """It stood as sent, and the certificate gave it a margin in time."""
    happened = [(Happening.SENT, 1, False), (Happening.FAILED, 1, False), (Happening.SENT, 0, False)]
    for order in permutations(range(3)):
        assert delivery(happened, list(order)).standing is Standing.FAILED


def test_a_bounce_dated_before_the_hour_that_somebody_remembered_is_of_that_sending() -> None:
    happened = [(Happening.SENT, 1, False), (Happening.FAILED, 0, False)]
    assert delivery(happened, [0, 1]).standing is Standing.FAILED


def test_all_that_was_sent_before_a_bounce_failed_and_what_was_sent_again_counts_from_then() -> None:
    """The first of two notes of the same sending stood, and a second sending that was late was told as in time."""
    happened = [(Happening.SENT, 0, False), (Happening.SENT, 1, False), (Happening.FAILED, 1, False)]
    again = delivery([*happened, (Happening.SENT, 3, False)], [0, 1, 2, 3])
    assert again.sent is not None
    assert again.sent.at == HOUR + datetime.timedelta(hours=3)


def test_what_happened_within_a_minute_is_told_as_sent_failed_acknowledged() -> None:
    """The hour of a form has no seconds, that of a message has: the answer stood before the letter."""
    one = delivery([(Happening.SENT, 1, False), (Happening.ACKNOWLEDGED, 1, False)], [0, 1])
    sent, answered = one.events
    later = replace(sent, at=sent.at + datetime.timedelta(seconds=40))
    said = course(Delivery(TO, (later, answered)))
    assert said.index(": sent") < said.index(": receipt acknowledged")
    failed = replace(answered, kind=Happening.FAILED, key="failed")
    said = course(Delivery(TO, (answered, failed, later)))
    assert said.index(": sent") < said.index(": not delivered") < said.index(": receipt acknowledged")


def test_who_was_sent_it_again_within_the_minute_of_a_failure_is_told_in_the_order_of_the_moments() -> None:
    one = delivery([(Happening.SENT, 1, False), (Happening.FAILED, 1, False), (Happening.SENT, 1, False)], [0, 1, 2])
    first, failed, second = one.events
    seconds = datetime.timedelta(seconds=20)
    said = course(
        Delivery(TO, (first, replace(failed, at=failed.at + seconds), replace(second, at=second.at + 2 * seconds)))
    )
    assert said.index(": sent") < said.index(": not delivered") < said.rindex(": sent")


def test_what_failed_and_whose_sending_was_taken_back_is_told_as_not_recorded_as_sent() -> None:
    one = delivery([(Happening.SENT, 0, True), (Happening.FAILED, 1, False)], [0, 1])
    assert "prepared, not recorded as sent" in course(one)
    assert "not delivered" in course(one)
