"""What went to an addressee of a certificate of dispatch: by which way, which version, and what became of it."""

from collections.abc import Iterable, Sequence

from nmirf_desktop.domain.certificate_events import course_said
from nmirf_desktop.domain.certified import CertificateRecord, Dispatched
from nmirf_desktop.domain.delivery_words import way_of_reminder
from nmirf_desktop.domain.dispatches import CHANNEL_LABELS, Delivery, Recipient, Standing
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.sent_versions import file_said, versions_said
from nmirf_desktop.i18n import N_, Catalog, Language

Got = tuple[Dispatched, Delivery]
"""A dispatch, and what somebody got by it."""
TO_DEAD = N_(
    "to an address at which an earlier message was reported not delivered: it counts once its receipt is acknowledged"
)


def counts_not(delivery: Delivery) -> bool:
    """Whether a sending that stands counts for nothing, as it went to dead addresses alone (:mod:`.dead_addresses`)."""
    return delivery.to_dead and delivery.standing is Standing.SENT


def _way(one: Dispatched, to: Recipient, words: Catalog, *, addresses: bool) -> str:
    """By which channel and in which language, and to which addresses where these were asked for."""
    pattern = words.pgettext("channel and language of a sending", "{channel}, {language}")
    way = pattern.format(
        channel=words.gettext(CHANNEL_LABELS[one.dispatch.channel]), language=words.language_name(to.reads)
    )
    return "\n".join((way, *(_addresses(to) if addresses else ())))


def _addresses(to: Recipient) -> Iterable[str]:
    postal = (line.strip() for line in to.postal.splitlines())
    return to.addresses or tuple(line for line in postal if line)


def history(got: Sequence[Got], *, addresses: bool) -> Said:
    """Each sending with its way and what happened, moment after moment; of what was not sent, when it was prepared.

    Its documents stand before it by their symbols and versions, unless they are those of the one before, so that each
    acknowledgement stands below what it acknowledges.
    """

    def said(words: Catalog) -> str:
        lines, before = list[str](), list[str]()
        for one, delivery in got:
            reads = delivery.recipient.reads
            files = [_file(file, reads, words) for file in files_for(reads, one.issued)]
            lines += files if files != before else []
            before = files
            way = _way(one, delivery.recipient, words, addresses=addresses)
            reminds = delivery.recipient.key in one.again
            lines += [way_of_reminder(way, words) if reminds else way]
            lines += course_said(delivery, one.at, words, reasons=one.has_agenda, addresses=addresses)
            lines += [words.gettext(TO_DEAD)] if one.has_agenda and counts_not(delivery) else []
        return "\n".join(lines)

    return Said.by(said)


def _file(one: IssuedDocument, reads: Language, words: Catalog) -> str:
    """A file by its symbol and version, and by its edition where that is not the one in the language of the reader.

    Each language has versions of its own: these tell which row of the documents it is.
    """
    if one.language != Edition(reads):
        return file_said(one, words)
    (said,) = versions_said((one,), words)
    return said


def sent_to_how_many(record: CertificateRecord, words: Catalog) -> str:
    """Of one dispatch: to how many of its recipients a sending is recorded, and how many did not arrive."""
    every = [delivery for one in record.dispatches for delivery in one.deliveries]
    number = sum(one.was_sent for one in every)
    if not number:
        return words.gettext("No sending of the documents is recorded.")
    to_all = words.ngettext(
        "The documents are recorded as sent to {n} recipient.",
        "The documents are recorded as sent to {n} recipients.",
        number,
    )
    to_some = words.ngettext(
        "The documents are recorded as sent to {n} of {all} recipients.",
        "The documents are recorded as sent to {n} of {all} recipients.",
        number,
    )
    said = to_all if number == len(every) else to_some
    said = said.format(n=words.number(number), all=words.number(len(every)))
    failed = sum(one.standing is Standing.FAILED for one in every)
    if not failed:
        return said
    lost = words.ngettext(
        "{n} of these sendings is recorded as not delivered.",
        "{n} of these sendings are recorded as not delivered.",
        failed,
    )
    return f"{said} {lost.format(n=words.number(failed))}"
