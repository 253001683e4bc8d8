"""The certificate of a dispatch as a paper: which files went to whom and when, what came back, and R39."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nmirf_desktop.domain.blocks import Block, Column, DataTable, Para, Signature, Signatures
from nmirf_desktop.domain.certificate_events import moment_said
from nmirf_desktop.domain.certificate_noted import margin_said, noted_by_hand
from nmirf_desktop.domain.certificate_notes import notes
from nmirf_desktop.domain.certificate_reminders import reminder_said
from nmirf_desktop.domain.certificate_sendings import Got, counts_not, history, sent_to_how_many
from nmirf_desktop.domain.certificate_versions import versions_sent
from nmirf_desktop.domain.certified import CertificateRecord
from nmirf_desktop.domain.declaration import NOTICE_MONTHS, rule
from nmirf_desktop.domain.delivery_words import function_of
from nmirf_desktop.domain.dispatches import (
    AUDIENCES,
    Function,
    Recipient,
    Standing,
)
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.editions import EDITION_LABELS
from nmirf_desktop.domain.failed_reminders import beside_margin, named, reminder_failed, states_with_failed_reminders
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.meetings import notice_sentence
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.replaced_versions import Replaced
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.signing import COORDINATOR, PLACE_AND_DATE
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import KIND_LABELS, called, place_and_dates, reference_of
from nmirf_desktop.i18n import N_, Catalog

NONE_RECORDED = N_("No sending of the agenda of this meeting is recorded.")
NONE_TO_ONE = N_("Nothing is recorded that was prepared or sent for this meeting to the addressee of this certificate.")
RULE = N_(
    "{section} (R39): the agenda is sent to the members at least one month before the meeting. It opens on {opening}; "
    "the last day for sending the agenda is {deadline}."
)
RULE_TO_ALL = N_(
    "{section} (R39, R40): the agenda is sent to the members and, by the practice in force, to the observers at least "
    "one month before the meeting. It opens on {opening}; the last day for sending the agenda is {deadline}."
)
RULE_CHANGED = N_(
    "{section} (R39): by the rule in force the agenda is sent to the members at least {n} months before the "
    "meeting. It opens on {opening}; the last day for sending the agenda is {deadline}."
)
RULE_CHANGED_TO_ALL = N_(
    "{section} (R39, R40): by the rule and the practice in force the agenda is sent to the members and to the "
    "observers at least {n} months before the meeting. It opens on {opening}; the last day for sending the agenda is "
    "{deadline}."
)
SHA_LINE = 32
"""So many digits of an SHA-256 stand on a line."""
GROUPS = (
    (N_("Members"), frozenset({Capacity.MEMBER})),
    (N_("Observers"), frozenset({Capacity.OBSERVER})),
    (N_("Others"), frozenset(Capacity) - {Capacity.MEMBER, Capacity.OBSERVER}),
)
"""The recipients under their titles, in the order in which they are printed."""


def certificate_paper(record: CertificateRecord, *, addresses: bool = False) -> RecordPaper:
    """The certificate; with *addresses*, which have to be asked for, it is an addendum that goes to members only."""
    meeting, kind = record.facts.meeting, DocumentKind.DISPATCH
    symbol = reference_of(kind, meeting, record.mark)
    known = record.told
    sections = [*_documents(record), *_recipients(known, addresses=addresses), *noted_by_hand(record)]
    foot: tuple[Block, ...] = (*notes(record, addresses=addresses), _signed(record))
    if sections:
        sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, *foot))
    return RecordPaper(
        masthead=Masthead(
            symbol=f"{symbol}/Add.1" if addresses else symbol,
            dated=record.dated,
            meeting=Said.of(meeting.title),
            place_and_dates=place_and_dates(meeting),
            original=meeting.title.source,
            distribution=Distribution.MEMBERS if addresses else Distribution.LIMITED,
            specimen=record.specimen,
        ),
        title=Said.words(KIND_LABELS[kind]),
        blocks=(*_opening(record), *(() if sections else foot)),
        below=_below(record),
        sections=tuple(sections),
    )


def replacing(paper: RecordPaper, before: IssuedDocument) -> RecordPaper:
    """The certificate as a later version of one that was issued *before*: it says so first."""
    known = Replaced(before.version, before.issued_on)
    return replace(paper, blocks=(Para(Said.by(known.said_in)), *paper.blocks))


def _below(record: CertificateRecord) -> Said:
    """Of which sending it is: under the title."""
    match record.to:
        case State() as state:
            return Said.by(state.said_in)
        case Partner() as partner:
            return Said.of(partner.name)
        case None if record.mark and record.dispatches:
            (one,) = record.dispatches
            prepared = N_("Reminder prepared on {moment}") if record.reminder else N_("Dispatch prepared on {moment}")
            return Said.by(lambda words: words.gettext(prepared).format(moment=moment_said(one.at, words)))
        case None:
            return Said.words(N_("Sending of the agenda"))


# ---- R39 -------------------------------------------------------------------------------------------------------------


def _opening(record: CertificateRecord) -> Iterator[Block]:
    """The rule with its arithmetic, how it was kept, and that nothing is recorded where nothing is."""
    if record.reminder:
        yield Para(Said.by(lambda words: reminder_said(record, words)))
    if record.mark and record.to is None:
        yield Para(Said.by(lambda words: sent_to_how_many(record, words)))
    if record.of_agenda:
        yield Para(Said.by(lambda words: _rule(record, words)))
        if record.to is None and not record.mark:  # a dispatch says nothing of those to whom others went
            yield Para(Said.by(lambda words: _kept(record, words)))
            several = Said.by(lambda words: versions_sent(record, words))
            yield from (Para(several),) if several else ()
    if record.waiting:
        yield Para(Said.by(lambda words: _waiting(record.waiting, words)))
    if not record.dispatches and not record.noted:
        yield Para(Said.words(NONE_RECORDED if record.to is None else NONE_TO_ONE))


def _waiting(number: int, words: Catalog) -> str:
    """How many reminders were prepared alone: none of them has a row."""
    said = words.ngettext(
        "{n} reminder was prepared and is not recorded as sent; it has no row below.",
        "{n} reminders were prepared and are not recorded as sent; they have no row below.",
        number,
    )
    return said.format(n=words.number(number))


def _rule(record: CertificateRecord, words: Catalog) -> str:
    meeting, ground = record.facts.meeting, record.ground
    months = ground.months(meeting)
    said = RULE_TO_ALL if record.to_all else RULE
    if months != NOTICE_MONTHS:
        said = RULE_CHANGED_TO_ALL if record.to_all else RULE_CHANGED
    return words.gettext(said).format(
        n=words.number(months),
        section=words.gettext(rule("R39").section),
        opening=words.date(ground.opens_on(meeting)),
        deadline=words.date(ground.deadline(meeting)),
    )


def _kept(record: CertificateRecord, words: Catalog) -> str:
    """*Network Meetings – Agenda*, R39: how the agenda was sent to all to whom it is owed, and the margin in days."""
    facts = record.facts
    found = record.ground.notice(facts.meeting, facts.dispatches, facts.memberships)
    said = notice_sentence(found, record.dated, facts.states).said_in(words)
    if found.latest is not None and found.recipients:
        reached = found.recipients - len(found.missing)
        total = words.gettext("Sent to {n} of the {all} States to which it is owed.")
        said = f"{said} {total.format(n=words.number(reached), all=words.number(found.recipients))}"
    if found.margin is not None:
        margin = words.gettext("Margin of the last one: {margin}.").format(margin=margin_said(found.margin, words))
        said = f"{said} {margin}"
    owed = {one.state for one in record.ground.owed(facts.meeting, facts.memberships)}
    failed = [one for one in states_with_failed_reminders(record.dispatches) if one in owed and one in facts.states]
    return " ".join((said, named((facts.states[one].said_in(words) for one in failed), words))) if failed else said


# ---- which files -----------------------------------------------------------------------------------------------------


def _documents(record: CertificateRecord) -> Iterator[PaperSection]:
    """Each file once, as it was issued; to one addressee those that it got."""
    found: dict[Key, IssuedDocument] = {}
    for one in record.dispatches:
        reading = {delivery.recipient.reads for delivery in one.deliveries}
        got = {file.key for language in reading for file in files_for(language, one.issued)}
        found.update((file.key, file) for file in one.issued if file.key in got)
    if not found:
        return
    columns = (Column(Said.words(N_("Document")), 3.7), Column(Said.words(N_("Fingerprint and SHA-256")), 3.7))
    rows = tuple((_document(one), _digests(one)) for one in found.values())
    yield PaperSection(Said.words(N_("Documents")), (DataTable(columns, rows),))


def _document(one: IssuedDocument) -> Said:
    def said(words: Catalog) -> str:
        return words.gettext("{symbol}, version {version}\n{title}\n{language}, issued on {day}").format(
            symbol=one.symbol,
            version=words.number(one.version),
            title=words.gettext(called(one)),
            language=sentence_start(words.gettext(EDITION_LABELS[one.language])),
            day=words.date(one.issued_on),
        )

    return Said.by(said)


def _digests(one: IssuedDocument) -> Said:
    return Said.same("\n".join((one.fingerprint, one.sha256[:SHA_LINE], one.sha256[SHA_LINE:])))


# ---- to whom ---------------------------------------------------------------------------------------------------------


def _recipients(record: CertificateRecord, *, addresses: bool) -> Iterator[PaperSection]:
    """A row for each addressee with all that went to it, by class; in each language's order.

    Where a margin is told, what went without the agenda has a row of its own: there is no time limit for it. To whom
    the agenda is owed and nothing went has a row, too.
    """
    found: dict[str, list[Got]] = {}
    for one in sorted(record.dispatches, key=lambda known: known.dispatch.prepared_at):
        for delivery in one.deliveries:
            found.setdefault(delivery.recipient.whom, []).append((one, delivery))
    judged, missing = record.of_agenda, _never_written_to(record)
    owed = {one.state for one in record.ground.owed(record.facts.meeting, record.facts.memberships)} if judged else {}
    margin = (Column(Said.words(N_("Margin")), 1.7),) if judged else ()
    columns = (Column(Said.words(N_("Recipient")), 2.3), Column(Said.words(N_("What is recorded")), 4.8), *margin)
    for title, capacities in GROUPS:
        rows = [
            (_name(record, got[-1][1].recipient), history(part, addresses=addresses))
            + ((_margin(record, part, owed=got[0][1].recipient.state in owed),) if judged else ())
            for got in found.values()
            if got[-1][1].recipient.capacity in capacities
            for part in (_by_agenda(got) if judged else (got,))
        ]
        for state, capacity in missing:
            if capacity in capacities:
                said = _otherwise(record, state, capacity) or N_("no sending recorded")
                rows.append((_state(record, state), Said.words(N_("nothing is recorded")), Said.words(said)))
        if rows:
            yield PaperSection(Said.words(title), (DataTable(columns, tuple(rows), alphabetical=True),))


def _by_agenda(got: Sequence[Got]) -> Iterator[Sequence[Got]]:
    """What went to an addressee with the agenda, and what went without it; that of which something went first."""
    for with_it in dict.fromkeys(one.has_agenda for one, _delivery in got):
        yield [(one, delivery) for one, delivery in got if one.has_agenda is with_it]


def _never_written_to(record: CertificateRecord) -> tuple[tuple[StateCode, Capacity], ...]:
    """To whom the agenda is owed and nothing went, in a certificate of the agenda that went to others."""
    if record.mark or not record.of_agenda or not record.dispatches:
        return ()
    to = {delivery.recipient.state for one in record.dispatches for delivery in one.deliveries}
    owed = record.ground.owed(record.facts.meeting, record.facts.memberships)
    kinds = {MembershipKind.MEMBER: Capacity.MEMBER, MembershipKind.OBSERVER: Capacity.OBSERVER}
    return tuple((one.state, kinds[one.kind]) for one in owed if one.state not in to)


def _state(record: CertificateRecord, code: StateCode) -> Said:
    state = record.facts.states.get(code)
    return Said.same(code) if state is None else Said.by(state.said_in)


def _name(record: CertificateRecord, to: Recipient) -> Said:
    """A State with whom it is written to in which function, or a partner, as it was addressed last.

    The usual function is said of nobody who has a name. Who has none was addressed by the function in the own language;
    it is said once, in that of the paper.
    """
    state = record.facts.states.get(to.state or "")
    if state is None:
        partner = record.partners.get(to.partner or "")
        return Said.of(partner.name) if partner is not None else Said.same(to.name)
    function = function_of(to)
    nameless = to.key in record.nameless
    if to.function is Function.FOCAL_POINT and not nameless:
        return replace(Said.by(state.said_in), below=to.name)
    said = Said.by(lambda words: f"{state.said_in(words)}\n{words.gettext(function)}")
    return said if nameless else replace(said, below=to.name)


def _margin(record: CertificateRecord, got: Sequence[Got], *, owed: bool) -> Said:
    """*Network Meetings – Agenda*, R39: how many days there were between the sending and the last day for it."""
    if not owed or not any(one.has_agenda for one, _delivery in got):
        return Said.words(N_("no time limit"))
    deadline = record.ground.deadline(record.facts.meeting)
    sent = [delivery.sent.day for one, delivery in got if one.has_agenda and delivery.sent is not None]
    earlier = min(_before(record, got[-1][1].recipient), default=None)
    first = earlier is not None and earlier < min(sent, default=datetime.date.max)
    failed = reminder_failed(got, sent_before=first)

    def told(words: Catalog) -> str:
        if first and earlier is not None:
            said = _first_sent(earlier, deadline, words)
        else:
            said = margin_said((deadline - min(sent)).days, words)
        return beside_margin(said, words) if failed else said

    if first or sent:
        return Said.by(told)
    if any(one.has_agenda and delivery.standing is Standing.FAILED for one, delivery in got):
        return Said.words(N_("not delivered"))
    if any(one.has_agenda and counts_not(delivery) for one, delivery in got):
        return Said.words(N_("does not count"))
    to = got[-1][1].recipient
    return Said.words(_otherwise(record, to.state, to.capacity) or N_("no sending recorded"))


def _before(record: CertificateRecord, to: Recipient) -> Iterator[datetime.date]:
    """In the certificate of one dispatch: when the agenda was sent to a State by any of the meeting's dispatches."""
    if record.mark and record.to is None and to.state is not None:
        yield from (one.sent_on for one in record.facts.dispatches if one.state == to.state)


def _first_sent(day: datetime.date, deadline: datetime.date, words: Catalog) -> str:
    """The margin of a State that had been sent it by another dispatch."""
    pattern = words.pgettext("margin, and the day from which it is reckoned", "{margin}\n(first sent on {day})")
    return pattern.format(margin=margin_said((deadline - day).days, words), day=words.short_date(day))


def _otherwise(record: CertificateRecord, state: StateCode | None, capacity: Capacity) -> str:
    """How a State of which somebody was not sent the agenda got it all the same; nothing where it did not."""
    others = (delivery for one in record.dispatches if one.has_agenda for delivery in one.deliveries)
    if any(one.recipient.state == state and one.sent is not None for one in others):
        return N_("sent to another of the State")
    meant = (one for one in record.noted if one.state in (None, state))
    if any(one.state is not None or AUDIENCES.get(capacity) is one.audience for one in meant):
        return N_("noted by hand, see below")
    return ""


# ---- the foot --------------------------------------------------------------------------------------------------------


def _signed(record: CertificateRecord) -> Signatures:
    """A line for the Coordinator; without a State where the function is vacant."""
    code = record.facts.coordinator
    state = NOTHING if code is None else Said.by(record.facts.states[code].said_in)
    return Signatures((Signature(Said.words(COORDINATOR), Said.words(PLACE_AND_DATE), state),))
