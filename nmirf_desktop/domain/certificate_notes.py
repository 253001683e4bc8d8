"""What is to be known of what a certificate of dispatch tells: its notes, at the foot."""

from collections.abc import Iterator, Sequence

from nmirf_desktop.domain.blocks import Note
from nmirf_desktop.domain.certificate_events import is_reason, moment_said
from nmirf_desktop.domain.certificate_noted import ADDRESS
from nmirf_desktop.domain.certified import CertificateRecord
from nmirf_desktop.domain.delivery_words import answered_from, is_judged
from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent
from nmirf_desktop.domain.participants_papers import WITH_ADDRESSES
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Catalog

FINGERPRINTS = N_(
    "The fingerprint stands at the foot of each page of a document; the SHA-256 is that of the whole file, and changes "
    "with each of its bytes."
)
TO_A_STATE = N_(
    "The Declaration names no addressee: the agenda is deemed sent to a State once it went to one of its focal points "
    "or alternates, to its mechanism, or to its member of the Executive Committee."
)
AS_OF = N_("This certificate tells what was recorded by {moment}; what is not in it was not recorded by then.")
AS_OF_LAST = N_(
    "The last of what this certificate tells was recorded on {moment}; what was recorded later is not in it."
)
"""Of one addressee: the moment is that of the last that is recorded of it, and not of the certificate."""
NOT_LISTED = N_("What was recorded by mistake and taken back is not listed.")
FROM_MESSAGES = N_(
    "“By the sent copy”, “by the report”, “by the message itself”, “read receipt”, “in an answer to the message”: that "
    "message was read; a sent copy shows that it was sent, not that the recipient saw it. The program "
    "itself noted when it was prepared. All else was entered by hand."
)
ALL_BY_HAND = N_("What happened to each sending was entered by hand.")
JUDGED_BY_HAND = N_(
    "“As judged by the Secretariat from a message”: the Secretariat read an answer, and entered by hand what it took "
    "it to say."
)
WITHOUT_ADDRESS = N_("“[…]” stands for an e-mail address, which is not printed.")


def notes(record: CertificateRecord, *, addresses: bool) -> Iterator[Note]:
    """What is to be known of what stands above; of one addressee in one paragraph, so that it stands on one page."""
    said = tuple(_said(record, addresses=addresses))
    if record.to is None:
        yield from (Note(one) for one in said)
    else:
        yield Note(Said.by(lambda words: " ".join(one.read(words.language).text for one in said)))


def _said(record: CertificateRecord, *, addresses: bool) -> Iterator[Said]:
    """Of fingerprints, of addressees, as of when, by which clock, by what it is known, and of what is not printed."""
    if record.dispatches:
        yield Said.words(FINGERPRINTS)
    if record.of_agenda:
        yield Said.words(TO_A_STATE)
    told = [event for one in record.dispatches for known in one.deliveries for event in known.standing_events]
    yield Said.by(lambda words: _as_of(record, told, words))
    if record.has_taken_back:
        yield Said.words(NOT_LISTED)
    printed = (event.note for event in told if not addresses and is_reason(event))
    remarks = (*printed, *(one.reason for one in record.noted))
    others = not addresses and any(_by_another(one.deliveries) for one in record.dispatches)
    if others or any(ADDRESS.search(remark) for remark in remarks):
        yield Said.words(WITHOUT_ADDRESS)
    if addresses:
        yield Said.words(WITH_ADDRESSES)


def _by_another(several: Sequence[Delivery]) -> bool:
    """Whether somebody answered from another address than was written to."""
    return any(answered_from(event, one.recipient) for one in several for event in one.standing_events)


def _as_of(record: CertificateRecord, told: Sequence[DeliveryEvent], words: Catalog) -> str:
    """As of which moment it is, by which clock, and what is known by a message and what by hand."""
    of_one = record.to is not None and bool(record.dispatches or record.noted)
    said = [
        words.gettext(AS_OF_LAST if of_one else AS_OF).format(moment=moment_said(record.as_of, words, day=words.date))
    ]
    if record.dispatches:
        clocks = words.gettext("Days and times are those of the Secretariat, in the time zone {zone}.")
        said.append(clocks.format(zone=words.listing(record.zones)))
    if told:
        read = any(event.source and not is_judged(event) for event in told)
        said.append(words.gettext(FROM_MESSAGES if read else ALL_BY_HAND))
    if any(is_judged(event) for event in told):
        said.append(words.gettext(JUDGED_BY_HAND))
    return " ".join(said)
