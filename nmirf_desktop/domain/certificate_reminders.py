"""What a certificate of dispatch says of a reminder: to whom the same was sent before, and to whom not."""

from nmirf_desktop.domain.certified import CertificateRecord
from nmirf_desktop.domain.dispatches import Recipient
from nmirf_desktop.i18n import N_, Catalog

REMINDS = N_(
    "This dispatch was a reminder: the same documents had been recorded as sent before to each of its recipients."
)
REMINDS_EXCEPT = N_(
    "This dispatch was a reminder: the same documents are recorded as sent before to each of its recipients, except "
    "for: {names}. Of these a sending was recorded when the reminder was prepared, and was taken back since."
)
REMINDS_NOBODY = N_(
    "This dispatch was prepared as a reminder. No sending of the same documents before it is recorded any more to any "
    "of its recipients: what had been recorded then was taken back since."
)
FIRST_COUNTS = N_(
    "The margin of each State is reckoned from the first sending to it that was not reported undelivered, in whichever "
    "dispatch that was."
)


def reminder_said(record: CertificateRecord, words: Catalog) -> str:
    """That a dispatch reminds of an earlier one, as it stands now; of the agenda, that the first sending counts."""
    gone = record.reminded_of_nothing
    if len(gone) == sum(len(one.deliveries) for one in record.dispatches):
        said = [words.gettext(REMINDS_NOBODY)]
    elif gone:
        called = dict.fromkeys(_called(record, one, words) for one in gone)
        names = words.listing(sorted(called, key=words.sort_key))
        said = [words.gettext(REMINDS_EXCEPT).format(names=names)]
    else:
        said = [words.gettext(REMINDS)]
    if record.of_agenda:
        said.append(words.gettext(FIRST_COUNTS))
    return " ".join(said)


def _called(record: CertificateRecord, to: Recipient, words: Catalog) -> str:
    """The State of a recipient, with who it is where others of it were written to, or the partner."""
    state, partner = record.facts.states.get(to.state or ""), record.partners.get(to.partner or "")
    if state is None:
        return partner.name.best(words.language) if partner is not None else to.name
    to_it = [known for one in record.dispatches for known in one.deliveries if known.recipient.state == to.state]
    if len(to_it) == 1:
        return state.said_in(words)
    pattern = words.pgettext("State and who is written to", "{state} ({name})")
    return pattern.format(state=state.said_in(words), name=to.name)
