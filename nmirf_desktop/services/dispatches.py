"""Documents on their way: to whom, with which message, and the files by which they go.

The program opens no connection. It writes the files, the coordinator's program for e-mail sends them, and what was sent
is recorded (:mod:`.deliveries`) when somebody says so, or when the sent message itself is given back.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid5

from nmirf_desktop.domain.certificate_since import Since
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.dispatch_words import check_message
from nmirf_desktop.domain.dispatches import (
    BY_MAIL,
    Channel,
    Dispatch,
    Enclosure,
    Recipient,
)
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.issued import AGENDAS, Document, IssuedDocument
from nmirf_desktop.domain.letters import ALL_TOGETHER, salutation
from nmirf_desktop.domain.people import check_emails
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import LanguageName
from nmirf_desktop.domain.recipients import Reviewed, Selection, by_post, correspondents, reviewed
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.replaced_versions import SentAnyBefore, SentBefore
from nmirf_desktop.domain.superseded import Superseded
from nmirf_desktop.domain.symbols import has_addresses
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language, catalog
from nmirf_desktop.services.agenda_versions import keep_version
from nmirf_desktop.services.certificate_since import outdated_certificates, since_certified, since_issued
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.directories import directory_on
from nmirf_desktop.services.dispatch_files import Outgoing, folder_name
from nmirf_desktop.services.dispatch_wording import ToBeWorded, words_of
from nmirf_desktop.services.files import write_folder, write_zip
from nmirf_desktop.services.first_words import beside_usual, first_words, meeting_of, reminding_words
from nmirf_desktop.services.replaced_versions import given_later, replacing, sent_to_before
from nmirf_desktop.services.sent_before import delivered_before, prepared_before
from nmirf_desktop.services.states import States
from nmirf_desktop.services.superseded import superseded_on
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.discarded import discarded
from nmirf_desktop.storage.dispatches import (
    DISPATCH_WORDS,
    DISPATCHED,
    ENCLOSURES,
    RECIPIENTS,
    dead_now,
    deliveries_of,
    enclosed_in,
    sent_to_dead,
)
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.minutes import ISSUED, content_of
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

Report = Callable[[int, int], None]
"""Told after each file: files written, files in all. It may raise to stop the work."""
ORIGIN = UUID("6f1d7a52-3a0e-5c0b-9d5e-1c8f6f0f6b39")
"""The name space of the keys of recipients, which follow from what is sent to whom for which time."""
NO_DOCUMENT = N_("Nothing is chosen that could be sent. Issue the document first; what is sent is an issued file.")
MIXED = N_("These documents are not of one meeting. Send those of each meeting, and those of none, by themselves.")
NOBODY_LEFT = N_(
    "Nobody is left to be written to: see what is missing, or choose others. Nothing was prepared, and nothing was "
    "written."
)
NO_SENDER = N_("No address is given from which the secretariat writes. Enter it here, or in the Settings.")
NO_SUBJECT = N_("The message has no subject in {language}, in which somebody is written to. Write it.")
NO_TEXT = N_("The message has no text in {language}, in which somebody is written to. Write it.")
NO_CHANGES = N_(
    "What is changed is not said in {language}, in which somebody is written to. Write it, or empty the others."
)
BEGUN = N_("Something of this dispatch was sent, or is recorded otherwise: it stays in the log. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be sent, to whom and how.

    *issued* are the keys of issued documents. *left_out* and *again* are people (:attr:`Recipient.whom`): who is not
    written to, and who is although the same was prepared for them before; *reads* are languages other than their own.
    *changed* is what the message says of the changes of a later version that is no agenda.
    """

    issued: tuple[Key, ...]
    channel: Channel
    selection: Selection
    sender: str
    subject: Trilingual
    text: Trilingual
    left_out: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    reads: Mapping[str, Language] = field(default_factory=dict)
    changed: Trilingual = Trilingual()


class Dispatches:
    """The dispatches of a register; *clock* says what time it is."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store, self._states, self._clock = store, states, clock

    # ---- before ----

    def sendable(self, meeting: Key | None) -> tuple[IssuedDocument, ...]:
        """The last version of each issued document of a meeting, or of those that belong to none."""
        with self._store.read() as session:
            last = {(one.kind, one.symbol, one.language): one for one in ISSUED.all(session, meeting=meeting)}
        return tuple(last.values())

    def begin(self, issued: Collection[Key], channel: Channel = Channel.TO_EACH) -> tuple[str, Trilingual, Trilingual]:
        """What a message to be written begins with: the secretariat's address, a subject and a text.

        They are the organisation's own usual ones, else those of the last dispatch of the same kinds of documents, by
        e-mail or by post, else those as delivered.
        """
        with self._store.read() as session:
            email = ORGANISATION.get(session, "organisation").email
            there = tuple(ISSUED.among(session, issued).values())
            return email, *first_words(session, there, channel)

    def begin_again(
        self, dispatch: Dispatch, issued: Collection[Key], channel: Channel
    ) -> tuple[str, Trilingual, Trilingual]:
        """What a reminder begins with: the address of what was sent, its subject that says so, and the usual text."""
        with self._store.read() as session:
            email = ORGANISATION.get(session, "organisation").email
            there = tuple(ISSUED.among(session, issued).values())
            on = self._store.day_of(self._clock())
            return dispatch.sender or email, *reminding_words(session, dispatch, there, channel, on)

    def beside_usual(self, issued: Collection[Key]) -> tuple[str, ...]:
        """The placeholders that can be filled in for documents that were sent before, beside the usual ones."""
        with self._store.read() as session:
            there = tuple(ISSUED.among(session, issued).values())
            return beside_usual(session, there, self._store.day_of(self._clock()))

    def before(self, issued: Collection[Key]) -> tuple[SentBefore | SentAnyBefore, ...]:
        """Who has the versions that some documents replace, and by which way they got them."""
        with self._store.read() as session:
            return sent_to_before(session, ISSUED.among(session, issued).values())

    def replacing(self, issued: Collection[Key]) -> frozenset[Document]:
        """Which of some documents replace a version that was sent and are no agendas."""
        with self._store.read() as session:
            return replacing(session, ISSUED.among(session, issued).values())

    def review(self, order: Order) -> tuple[Reviewed, ...]:
        """To whom an order would go, those first whom something is missing of."""
        with self._store.read() as session:
            return self._review(session, order)

    def _review(self, session: Session, order: Order) -> tuple[Reviewed, ...]:
        there = ISSUED.among(session, order.issued)
        directory = directory_on(session, self._states, self._store.day_of(self._clock()))
        found = correspondents(directory, order.selection)
        own = tuple(replace(one, reads=order.reads.get(one.whom, one.reads)) for one in found)
        if order.channel is Channel.POST:
            own = by_post(own, directory.states)
        issued = [there[key] for key in order.issued if key in there]
        usual = ORGANISATION.get(session, "organisation").distribution
        closed = {one.key for one in issued if has_addresses(one) or usual.of(one.kind) is Distribution.MEMBERS}
        before = delivered_before(session, order.issued)
        to = {whom: [one.recipient for one in several] for whom, several in before.items()}
        last = {whom: max(several, key=lambda one: one.recipient.attempt) for whom, several in before.items()}
        lines = reviewed(own, issued, order.channel, to, closed)
        lines = tuple(one.after(last.get(one.correspondent.whom), order.channel) for one in lines)
        dead = dead_now(session, self._clock()) if order.channel in BY_MAIL else frozenset[str]()
        later = given_later(session, issued)
        return tuple(one.at_dead(dead).given_later(later) for one in lines)

    def superseded(self, meeting: Key | None = None) -> tuple[Superseded, ...]:
        """Who holds only a superseded version of a document of a meeting, or of any (:func:`.superseded_on`)."""
        with self._store.read() as session:
            found = superseded_on(session, self._states, self._store.day_of(self._clock()))
        return tuple(one for one in found if meeting in (None, one.issued.meeting))

    def with_dead(self, line: Line) -> Line:
        """A dispatch in which is marked what went to addresses at which an earlier message had not arrived."""
        with self._store.read() as session:
            dead = sent_to_dead(session, line.dispatch)
        marked = (replace(one, to_dead=one.recipient.key in dead) for one in line.deliveries)
        return replace(line, deliveries=tuple(marked)) if dead else line

    def since_certified(self, key: Key) -> Since | None:
        """What was recorded of a dispatch since the last certificate of it was issued; ``None`` where nothing was."""
        with self._store.read() as session:
            return since_certified(session, key)

    def since_issued(self, issued: IssuedDocument) -> Since | None:
        """What was recorded since a certificate of dispatch was issued last; ``None`` of any other document."""
        with self._store.read() as session:
            return since_issued(session, issued)

    def outdated_certificates(self, on: datetime.date, meeting: Key | None = None) -> tuple[Since, ...]:
        """What was recorded since the certificates of the agenda, of States and of partners (of a meeting, or of any).

        Only those of the year before a day of which something was recorded since are told, each as it was issued last.
        """
        with self._store.read() as session:
            return outdated_certificates(session, meeting, on)

    # ---- preparing ----

    def check(self, order: Order) -> int:
        """How many an order would go to. Raises ``Problem`` as :meth:`prepare`, before anybody is asked for a place."""
        with self._store.read() as session:
            _issued, chosen = self._checked(session, order)
            return len(chosen)

    def prepare(self, key: Key, order: Order, place: Path, report: Report, *, archive: bool = False) -> Path:
        """Write the files of a dispatch into a folder of their own in *place*, or into one *archive*, and record it.

        The dispatch has the key that the card was opened with: done twice, it is one dispatch. Until all files are
        written nothing is recorded, and none has its name. Gives the folder or the archive.

        Raises:
            Problem: nothing or nobody to send to, no address to write from, a message with a false placeholder.
            StorageError: the place cannot be written.
        """
        with self._store.read() as session:
            known = DISPATCHED.find(session, key)
            outgoing = self._known(session, known) if known is not None else self._new(session, key, order)
        if known is not None:
            return _write(outgoing, place, report, archive=archive)
        try:
            return _write(outgoing, place, report, archive=archive, ready=lambda: self._record(outgoing))
        except StorageError:
            with suppress(Refusal):
                self.discard(key)
            raise

    def write(self, key: Key, place: Path, report: Report, *, archive: bool = False) -> Path:
        """Write the files of a recorded dispatch again, byte for byte as :meth:`prepare` did.

        Of a dispatch prepared before its words were kept, they say what the register says by now.
        """
        with self._store.read() as session:
            outgoing = self._known(session, DISPATCHED.standing(session, key))
        return _write(outgoing, place, report, archive=archive)

    def _checked(self, session: Session, order: Order) -> tuple[tuple[IssuedDocument, ...], list[Reviewed]]:
        """What an order sends, and to whom it goes; raises ``Problem`` where it cannot be carried out."""
        there = ISSUED.among(session, order.issued)
        if not order.issued or len(there) < len(set(order.issued)):
            raise Problem(NO_DOCUMENT, field_name="issued")
        issued = tuple(there[one] for one in dict.fromkeys(order.issued))
        if len({one.meeting for one in issued}) > 1:
            raise Problem(MIXED, field_name="issued")
        beside = beside_usual(session, issued, self._store.day_of(self._clock()))
        _check(order, of_meeting=meeting_of(issued) is not None, beside=beside)
        chosen = [
            one
            for one in self._review(session, order)
            if one.reachable
            and one.correspondent.whom not in order.left_out
            and (not one.before or one.correspondent.whom in order.again)
        ]
        if not chosen:
            raise Problem(NOBODY_LEFT)
        _check_written(order, {one.correspondent.reads for one in chosen})
        return issued, chosen

    def _new(self, session: Session, key: Key, order: Order) -> Outgoing:
        issued, chosen = self._checked(session, order)
        meeting = meeting_of(issued)
        zone = ORGANISATION.get(session, "organisation").time_zone
        dispatch = Dispatch(
            key, meeting, order.channel, self._clock(), zone, self._store.author, order.sender.strip(),
            order.subject, order.text,
        )  # fmt: skip
        keys = _keys(session, issued, [(one.correspondent.whom, one.attempt) for one in chosen])
        recipients = tuple(
            one.correspondent.received(own, key, one.attempt) for own, one in zip(keys, chosen, strict=True)
        )
        return self._outgoing(session, ToBeWorded(dispatch, recipients, issued, order.changed))

    def _known(self, session: Session, dispatch: Dispatch) -> Outgoing:
        recipients = RECIPIENTS.all(session, dispatch=dispatch.key)
        return self._outgoing(session, ToBeWorded(dispatch, recipients, enclosed_in(session, dispatch.key)))

    def _outgoing(self, session: Session, sending: ToBeWorded) -> Outgoing:
        dispatch, issued = sending.dispatch, sending.issued
        said = words_of(session, sending, self._states.on(dispatch.day))
        contents = {one.key: content_of(session, one.key) for one in issued}
        specimen = ORGANISATION.get(session, "organisation").specimen
        return Outgoing(dispatch, said.recipients, issued, contents, said.wordings, specimen)

    def message(self, key: Key, language: Language, to: Recipient | None = None) -> tuple[str, str]:
        """Subject and text of a dispatch as it said them: in a language and to all, or in that of a recipient.

        Raises ``Refusal`` where it was taken back.
        """
        with self._store.read() as session:
            dispatch = DISPATCHED.standing(session, key)
            states = self._states.on(dispatch.day) if to is not None else {}
            sending = ToBeWorded(dispatch, () if to is None else (to,), enclosed_in(session, key))
            said = words_of(session, sending, states)
        greeting, tongue = salutation(ALL_TOGETHER, catalog(language)), language
        for one in said.recipients:
            greeting, tongue = one.salutation, one.reads
        return said.wordings[tongue].subject_to(greeting), said.wordings[tongue].text_to(greeting)

    def _record(self, outgoing: Outgoing) -> None:
        dispatch = outgoing.dispatch
        with self._store.write(N_("prepare a dispatch"), Subject.DISPATCHES) as session:
            before = prepared_before(session, [one.key for one in outgoing.issued])
            for one in outgoing.recipients:
                if any(known.attempt >= one.attempt for known in before.get(one.whom, ())):
                    raise Refusal(N_("Another dispatch of the same was prepared meanwhile: look at it first."))
            DISPATCHED.save(session, dispatch)
            for issued in outgoing.issued:
                ENCLOSURES.save(session, Enclosure(new_key(), dispatch.key, issued.key))
            for said in outgoing.wordings.values():
                DISPATCH_WORDS.save(session, said)
            for one in outgoing.recipients:
                RECIPIENTS.save(session, one)
            if dispatch.meeting is not None and any(one.kind in AGENDAS for one in outgoing.issued):
                keep_version(session, dispatch.meeting, self._store.day_of(dispatch.prepared_at))

    def discard(self, key: Key) -> None:
        """Take back a dispatch of which nothing was sent; what was sent, stays in the log.

        Raises:
            Refusal: something is recorded of one of its deliveries.
        """
        with self._store.write(N_("take back a dispatch"), Subject.DISPATCHES) as session:
            DISPATCHED.standing(session, key)
            if any(one.events for one in deliveries_of(session, [key])[key]):
                raise Refusal(BEGUN)
            for recipient in RECIPIENTS.all(session, dispatch=key):
                RECIPIENTS.remove(session, recipient.key)
            for said in DISPATCH_WORDS.all(session, dispatch=key):
                DISPATCH_WORDS.remove(session, said.key)
            for enclosure in ENCLOSURES.all(session, dispatch=key):
                ENCLOSURES.remove(session, enclosure.key)
            DISPATCHED.remove(session, key)


def _write(
    outgoing: Outgoing, place: Path, report: Report, *, archive: bool, ready: Callable[[], None] = lambda: None
) -> Path:
    """Write the files of a dispatch, one after the other; *ready* is called before they get their name."""
    steps, files, name = outgoing.steps, outgoing.files(), folder_name(outgoing.dispatch, outgoing.issued)
    if archive:
        return write_zip(place / f"{name}.zip", files, lambda done: report(done, steps), ready)
    return write_folder(place / name, files, lambda done: report(done, steps), ready)


def _keys(session: Session, issued: Iterable[IssuedDocument], to: Iterable[tuple[str, int]]) -> tuple[Key, ...]:
    """The keys of recipients: of what is sent to whom for which time. One that was discarded is never used again."""
    sent = "|".join(sorted(one.sha256 for one in issued))
    seeds, keys, again = [f"{sent}|{whom}|{attempt}" for whom, attempt in to], dict[str, Key](), 0
    while left := set(seeds) - keys.keys():
        said = {one: str(uuid5(ORIGIN, f"{one}|{again}" if again else one)) for one in left}
        gone = discarded(session, said.values())
        keys |= {one: key for one, key in said.items() if key not in gone}
        again += 1
    return tuple(keys[one] for one in seeds)


def _check(order: Order, *, of_meeting: bool, beside: Collection[str]) -> None:
    if order.channel in BY_MAIL:
        if not order.sender.strip():
            raise Problem(NO_SENDER, field_name="sender")
        check_emails((order.sender.strip(),), "sender")
    check_message(order.subject, "subject", of_meeting=of_meeting, beside=beside)
    check_message(order.text, "text", of_meeting=of_meeting, beside=beside)


def _check_written(order: Order, languages: Collection[Language]) -> None:
    """A message is in the language of each who gets it: never another's."""
    for language in Language:
        if language in languages:
            for text, message, name in ((order.subject, NO_SUBJECT, "subject"), (order.text, NO_TEXT, "text")):
                if not text[language].strip():
                    raise Problem(message, {"language": LanguageName(language)}, name)
            if order.changed and not order.changed[language].strip():
                raise Problem(NO_CHANGES, {"language": LanguageName(language)}, "what_changed")
