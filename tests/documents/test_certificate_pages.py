"""How long a certificate of dispatch is: it is signed, sent and read, so its rows are short in each language."""

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.certificate_papers import certificate_paper
from nmirf_desktop.domain.dispatches import Channel, Happening
from nmirf_desktop.domain.editions import SEPARATE, Edition
from nmirf_desktop.domain.invitations import Capacity
from tests.documents import certificates
from tests.documents.kinds import ALL, Size, facts

MOST = 5


@pytest.mark.parametrize("edition", SEPARATE)
def test_sixty_members_stand_on_five_pages(edition: Edition) -> None:
    """They stood on nine to eleven: narrow columns, the function twice, the margin on three lines."""
    known, members = facts(Size.STATES), ALL[:60]
    known = replace(known, memberships=tuple(one for one in known.memberships if one.state in members))
    paper = certificates.in_time(known, members)
    with PdfDocument(typeset(paper, edition)) as pdf:
        assert len(pdf) <= MOST


def pages(pdf: PdfDocument) -> list[str]:
    """The texts of the pages."""
    return [page.get_textpage().get_text_range() for page in pdf]


@pytest.mark.parametrize("edition", SEPARATE)
@pytest.mark.parametrize("turns", range(1, 6))
def test_the_signature_stands_on_the_page_of_what_is_certified_of_a_state(turns: int, edition: Edition) -> None:
    """It stood with a note, or alone, on a last page that could be put behind any other."""
    known = facts(Size.SMALL)
    several = tuple(
        certificates.sending(
            f"d{turn}", certificates.moment(12, 10 + turn), Channel.TO_EACH,
            certificates.happened(
                certificates.to_state("GHA", dispatch=f"d{turn}"),
                (Happening.SENT, certificates.moment(12, 10 + turn), ""),
                (Happening.FAILED, certificates.moment(12, 10 + turn, 10), "x"),
            ),
        )
        for turn in range(turns)
    )  # fmt: skip
    record = replace(certificates.record(known, *several), to=known.states["GHA"], mark="GHA")
    with PdfDocument(typeset(certificate_paper(record, addresses=True), edition)) as pdf:
        last = pages(pdf)[-1]
    assert "Alex Example of GHA" in last
    assert "Europe/Zurich" in "".join(last.split())
    assert "Paraguay" in last  # who signs


@pytest.mark.parametrize("members", range(24, 40))
def test_the_signature_stands_below_its_notes_and_two_recipients_at_least(members: int) -> None:
    known, states = facts(Size.STATES), ALL[:members]
    known = replace(known, memberships=tuple(one for one in known.memberships if one.state in states))
    with PdfDocument(typeset(certificates.in_time(known, states), Edition.EN)) as pdf:
        last = pages(pdf)[-1]
    assert last.count("Alex Example of") >= 2
    assert "The fingerprint stands" in last
    assert "Place and date" in last


@pytest.mark.parametrize("edition", SEPARATE)
@pytest.mark.parametrize("turns", [1, 2])
def test_the_certificate_of_one_state_takes_no_more_pages_than_it_needs(edition: Edition, turns: int) -> None:
    """In French and Spanish half of its first page was empty, and the rest stood on a second one."""
    known = facts(Size.SMALL)
    several = tuple(
        certificates.sending(
            f"d{turn}", certificates.moment(12, 10 + turn), Channel.TO_EACH,
            certificates.happened(
                certificates.to_state("GHA", dispatch=f"d{turn}"),
                (Happening.SENT, certificates.moment(12, 10 + turn), ""),
            ),
        )
        for turn in range(turns)
    )  # fmt: skip
    record = replace(certificates.record(known, *several), to=known.states["GHA"], mark="GHA")
    with PdfDocument(typeset(certificate_paper(record), edition)) as pdf:
        assert len(pages(pdf)) == 1


@pytest.mark.parametrize("edition", SEPARATE)
def test_the_certificate_of_one_state_with_a_failure_that_was_seen_is_one_page(edition: Edition) -> None:
    """In French and Spanish half of its first page was empty, where the English one stood on one."""
    known = facts(Size.SMALL)
    to = certificates.to_state("GHA")
    delivery = certificates.happened(
        to,
        (Happening.SENT, certificates.moment(12, 10), ""),
        (Happening.FAILED, certificates.moment(12, 11), "gha@example.org – Undelivered Mail Returned to Sender"),
        (Happening.SENT, certificates.moment(12, 12), ""),
    )
    seen, failed, by_hand = delivery.events
    events = (replace(seen, source="f" * 64), replace(failed, source="e" * 64), by_hand)
    sending = certificates.sending(
        "d1", certificates.moment(12, 10), Channel.TO_EACH, replace(delivery, events=events)
    )  # fmt: skip
    record = replace(certificates.record(known, sending), to=known.states["GHA"], mark="GHA")
    with PdfDocument(typeset(certificate_paper(record), edition)) as pdf:
        assert len(pdf) == 1


def test_what_a_message_shows_is_told_from_what_was_entered_by_hand_and_the_sign_for_an_address_is_explained() -> None:
    known = facts(Size.SMALL)
    delivery = certificates.happened(
        certificates.to_state("GHA"),
        (Happening.SENT, certificates.moment(12, 10), "not to gha@example.org"),
        (Happening.ACKNOWLEDGED, certificates.moment(12, 11), ""),
    )
    by_hand = certificates.record(
        known, certificates.sending("d1", certificates.moment(12, 10), Channel.TO_EACH, delivery)
    )
    sent, came = delivery.events
    seen = replace(delivery, events=(sent, replace(came, source="f" * 64)))
    read = certificates.record(known, certificates.sending("d1", certificates.moment(12, 10), Channel.TO_EACH, seen))
    with PdfDocument(typeset(certificate_paper(read), Edition.EN)) as pdf:
        text = " ".join("".join(pages(pdf)).split())
    assert "receipt acknowledged (by the message itself)" in text
    assert "sent (by" not in text
    assert "a sent copy shows that it was sent, not that the recipient saw it." in text
    assert "“[…]” stands for an e-mail address, which is not printed." in text
    with PdfDocument(typeset(certificate_paper(by_hand, addresses=True), Edition.EN)) as pdf:
        text = " ".join("".join(pages(pdf)).split())
    assert "by the message itself" not in text
    assert "What happened to each sending was entered by hand." in text
    assert "[…]" not in text


def test_an_observers_person_without_a_name_is_its_contact() -> None:
    """It was called a focal point, which only members have."""
    known = facts(Size.SMALL)
    to = certificates.to_state("GHA", Capacity.OBSERVER)
    sending = certificates.sending(
        "d1", certificates.moment(12, 10), Channel.TO_EACH,
        certificates.happened(to, (Happening.SENT, certificates.moment(12, 10), "")),
    )  # fmt: skip
    record = replace(certificates.record(known, sending), nameless=frozenset({to.key}))
    with PdfDocument(typeset(certificate_paper(record), Edition.EN)) as pdf:
        text = "".join(pages(pdf))
    assert "Contact" in text
    assert "Focal point" not in text
