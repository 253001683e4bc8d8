"""Requests for the correction of minutes: recorded as they come, accepted into the text, or declined on record."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat

from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.corrected_minutes_said import remark_said
from nmirf_desktop.domain.correction_requests import (
    LOOK_AGAIN,
    NO_WORDS,
    CorrectionFate,
    CorrectionRequest,
    asker,
    changed_since,
    check_decided,
    check_request,
    decided,
    flags,
    gone_since,
    in_order,
    last_day,
    written,
)
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, check_open
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import as_of
from nmirf_desktop.domain.redrafting import both, told_in
from nmirf_desktop.domain.refusals import TAKEN_BACK, Problem, Refusal, Sayable
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.word_marks import short_digest
from nmirf_desktop.i18n import N_, Language, catalog
from nmirf_desktop.services.attachments import attach_all, touching
from nmirf_desktop.services.attributions import check_words
from nmirf_desktop.services.days import last_come
from nmirf_desktop.services.minutes_paragraphs import added, name_in, shy, told_when_asked
from nmirf_desktop.services.minutes_revisions import circulations
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.attachments import held_by
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS
from nmirf_desktop.storage.journal import head
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now
from nmirf_desktop.storage.voting import INTERVENTIONS

ACCEPT, ACCEPT_OTHERWISE = N_("accept a correction of the minutes"), N_("accept a correction in other words")

NAMES_SPEAKER = N_(
    "These words name a speaker whom the minutes are not to name; nothing was recorded. Write down what is asked for "
    "without the name."
)
WHOLE = N_("This request is about the whole: write the paragraphs that it concerns, and accept it.")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it is listed: who *asker* is, the *number* of its paragraph as printed, and its flags.

    What is asked for in one *kept back* names a speaker whom the minutes are not to name: it is not shown.
    """

    request: CorrectionRequest
    asker: Sayable
    paragraph: MinutesParagraph | None
    number: int | None
    flags: tuple[Phrase, ...]
    kept_back: bool = False

    @property
    def present(self) -> str:
        """How the paragraph reads now in the language of the request."""
        return "" if self.paragraph is None else self.paragraph.text[self.request.language]

    @property
    def changed(self) -> bool:
        """Whether the paragraph reads otherwise now than for who asked."""
        return changed_since(self.request, self.paragraph)


class CorrectionRequests:
    """The requests for correction in the register; *clock* says on which day something is recorded.

    Each verb refuses, in words, once the minutes are approved.
    """

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def _last_come(self, session: Session, request: CorrectionRequest) -> datetime.date:
        meeting = MINUTES.get(session, request.minutes).meeting
        return last_come(self._store, MEETINGS.get(session, meeting), self._clock())

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    # ---- reading ----

    def of(self, minutes: Key) -> tuple[Asked, ...]:
        """The requests for some minutes, the open ones first, then by the day on which they came."""
        with self._store.read() as session:
            found = MINUTES.get(session, minutes)
            requests = in_order(CORRECTION_REQUESTS.all(session, minutes=minutes))
            if not requests:
                return ()
            paragraphs = PARAGRAPHS.by_key(PARAGRAPHS.all(session, minutes=minutes))
            heard = INTERVENTIONS.all(session, meeting=found.meeting)
            states, periods = self._named(session, found), circulations(session, minutes)
            quiet = {one.key for one in requests if _names_quiet(session, one, paragraphs.get(one.paragraph or ""))}
        numbers = numbered(paragraphs.values())
        return tuple(
            Asked(
                request=one,
                asker=asker(one, states),
                paragraph=paragraphs.get(one.paragraph or ""),
                number=numbers.get(one.paragraph or ""),
                flags=flags(one, last_day(one, periods), paragraphs.get(one.paragraph or ""), heard, states),
                kept_back=one.key in quiet,
            )
            for one in requests
        )

    def gone_with(self, intervention: Key) -> int:
        """How many accepted requests are in the minutes no more since an intervention is told in another way."""
        with self._store.read() as session:
            minutes = MINUTES.first(session, meeting=INTERVENTIONS.get(session, intervention).meeting)
            if minutes is None:
                return 0
            rows = PARAGRAPHS.by_key(
                one for one in PARAGRAPHS.all(session, minutes=minutes.key) if intervention in told_in(one)
            )
            requests = CORRECTION_REQUESTS.all(session, minutes=minutes.key)
        return sum(gone_since(one, rows.get(one.paragraph or "")) for one in requests)

    def place_of(self, key: Key) -> str:
        """Where a request is shown: "meeting:paragraph", or the meeting; nothing where no request has that key."""
        with self._store.read() as session:
            found = CORRECTION_REQUESTS.find(session, key)
            if found is None:
                return ""
            meeting = MINUTES.get(session, found.minutes).meeting
            return meeting if found.paragraph is None else f"{meeting}:{found.paragraph}"

    def _named(self, session: Session, minutes: Minutes) -> Mapping[StateCode, State]:
        return self._states.on(as_of(MEETINGS.get(session, minutes.meeting)))

    # ---- recording ----

    def record(self, request: CorrectionRequest) -> CorrectionRequest:
        """Record a request, or put one right that is open; one without a key gets one. What departs is flagged.

        Raises:
            Problem: nobody asks, nothing is asked for, the words are of no paragraph, or the day lies ahead.
            Refusal: the minutes are approved, the request is decided already, or its words name who is not named.
        """
        verb = N_("correct a request for correction") if request.key else N_("record a request for correction")
        with self._store.write(verb, Subject.MINUTES) as session:
            before = CORRECTION_REQUESTS.find(session, request.key) if request.key else None
            typed = before is None or (before.text, before.note) != (request.text, request.note)
            if typed and _names_quiet(session, request, PARAGRAPHS.find(session, request.paragraph or "")):
                raise Refusal(NAMES_SPEAKER)
            return self._recorded(session, request)

    def known(self, minutes: Key, requests: Iterable[CorrectionRequest]) -> frozenset[CorrectionRequest]:
        """Those of some requests that are recorded already; one of nobody is, where anybody asks for the same.

        One that was decided before the revised version that members have now is not: they ask for it once more.
        """
        with self._store.read() as session:
            known = _known(session, minutes)
        asked = {what for _who, what in known}
        return frozenset(
            one for one in requests
            if (_said(one) in known if one.state is not None or one.body else _said(one)[1] in asked)
        )  # fmt: skip

    def record_all(
        self,
        minutes: Key,
        requests: Iterable[CorrectionRequest],
        files: Sequence[NewFile] = (),
        earlier: Iterable[Collection[CorrectionRequest]] = (),
    ) -> tuple[CorrectionRequest, ...]:
        """Record several requests in one step, as they stand in *files*, which each of them keeps: all, or none.

        Raises as :meth:`record`, and ``Problem`` for a file that is empty or too large.
        One that is :meth:`known` already, as it is or as one of its *earlier* forms, is not recorded again: what
        programs of before recorded for each of the requests. What a member's file says is kept as it came, also where
        it names who is not named: it is not shown, and not written into the minutes.
        """
        subjects = touching(Subject.MINUTES, files=files)
        with self._store.write(N_("record requests for correction"), *subjects) as session:
            known = _known(session, minutes)
            new = []
            for one, before in zip(requests, chain(earlier, repeat(())), strict=False):
                own = replace(one, minutes=minutes)
                if known.isdisjoint(map(_said, (own, *before))):
                    known.add(_said(own))
                    added = self._recorded(session, own)
                    attach_all(
                        session, Holder(HolderKind.CORRECTION_REQUEST, added.key), added.state, files, self._today
                    )
                    new.append(added)
        return tuple(new)

    def _recorded(self, session: Session, request: CorrectionRequest) -> CorrectionRequest:
        check_open(MINUTES.standing(session, request.minutes))
        before = CORRECTION_REQUESTS.standing(session, request.key) if request.key else None
        if before is not None:
            check_decided(before, before.received_on, before.received_on)
        check_request(request, self._last_come(session, request))
        new = replace(
            request, key=request.key or new_key(), fate=CorrectionFate.OPEN, decided_on=None, reason="", entry=None,
            about=_about(session, request, before),
        )  # fmt: skip
        CORRECTION_REQUESTS.save(session, new)
        return new

    def remove(self, key: Key) -> None:
        """Take back a request that was recorded by mistake, while it is open and holds no file."""
        with self._store.write(N_("remove a request for correction"), Subject.MINUTES) as session:
            request = self._open(session, key)
            if held_by(session, Holder(HolderKind.CORRECTION_REQUEST, key)):
                raise Problem(N_("A file is attached to this request; remove it first."))
            CORRECTION_REQUESTS.remove(session, request.key)

    # ---- deciding ----

    def accept(self, key: Key, on: datetime.date, reason: str = "", language: Language | None = None) -> None:
        """Accept a request: the paragraph reads as was asked, or goes, in the same step; its translations are outdated.

        One that is asked for is added. A remark is accepted as it is, and nothing is written by it. Raises
        :class:`Refusal` where the paragraph reads otherwise now than for who asked (:meth:`accept_otherwise` says what
        it is to read), and as :meth:`decline`.
        """
        self._decide(key, on, ACCEPT, lambda one: decided(one, CorrectionFate.ACCEPTED, on, reason, language), None)

    def accept_otherwise(
        self, key: Key, on: datetime.date, text: str, reason: str = "", language: Language | None = None
    ) -> None:
        """Accept a request with the words that the paragraph gets, whatever it reads now: those asked for, or others.

        Without words the paragraph goes where that was asked for. Raises :class:`Problem` where it was not.
        """

        def settled(one: CorrectionRequest) -> CorrectionRequest:
            as_asked = (one.changes or one.adds) and text.strip() == one.text.strip()
            fate = CorrectionFate.ACCEPTED if as_asked else CorrectionFate.OTHER_WORDS
            return decided(one, fate, on, reason, language)

        self._decide(key, on, ACCEPT_OTHERWISE, settled, text)

    def decline(self, key: Key, on: datetime.date, reason: str, language: Language | None = None) -> None:
        """Decline a request with a reason, in the language in which it is typed.

        Raises:
            Problem: there is no reason, or the day lies ahead or before the request.
            Refusal: the request is decided already, or the minutes are approved.
        """
        with self._store.write(N_("decline a correction of the minutes"), Subject.MINUTES) as session:
            request = self._open(session, key)
            check_decided(request, on, self._last_come(session, request))
            if not reason.strip():
                raise Problem(N_("Give the reason, which is told to who asked."), field_name="reason")
            CORRECTION_REQUESTS.save(session, decided(request, CorrectionFate.DECLINED, on, reason, language))

    def take_back(self, key: Key) -> None:
        """A decision was recorded by mistake: the request is open again; what it wrote stays, and can be undone."""
        with self._store.write(N_("take back the decision on a correction"), Subject.MINUTES) as session:
            request = CORRECTION_REQUESTS.standing(session, key)
            check_open(MINUTES.get(session, request.minutes))
            opened = replace(request, fate=CorrectionFate.OPEN, decided_on=None, reason="", entry=None)
            CORRECTION_REQUESTS.save(session, opened)

    def _decide(
        self,
        key: Key,
        on: datetime.date,
        verb: str,
        settled: Callable[[CorrectionRequest], CorrectionRequest],
        text: str | None,
    ) -> None:
        with self._store.write(verb, Subject.MINUTES) as session:
            request = self._open(session, key)
            check_decided(request, on, self._last_come(session, request))
            if text is not None and request.paragraph is None:
                raise Refusal(WHOLE)
            if text is not None and not text.strip() and not request.removal:
                raise Problem(NO_WORDS, field_name="text")
            entry = None
            if request.adds:
                entry = _added(session, request, request.text if text is None else text)
            elif request.changes or text is not None:
                entry = self._written(session, request, text)
            CORRECTION_REQUESTS.save(session, replace(settled(request), entry=entry))

    def _written(self, session: Session, request: CorrectionRequest, otherwise: str | None) -> int | None:
        """Write what was asked for, or the words *otherwise*; the journal's entry of it, ``None`` where they stood.

        A paragraph that goes stays without text, so that the request has it and no new draft brings it back.

        Raises :class:`Refusal` for words on what is off the record, or that name who is not named.
        """
        paragraph = PARAGRAPHS.standing(session, request.paragraph or "")
        words = (request.text if otherwise is None else otherwise).strip()
        text = written(paragraph.text, request.language, words) if words else Trilingual()
        then = told_when_asked(session, request) if words == request.text.strip() else ()
        check_words(session, replace(paragraph, tells=both(told_in(paragraph), then)), text)
        if otherwise is None and changed_since(request, paragraph):
            raise Refusal(LOOK_AGAIN)
        if text == paragraph.text:
            return None
        PARAGRAPHS.save(session, replace(paragraph, text=text))
        return _entry(session)

    @staticmethod
    def _open(session: Session, key: Key) -> CorrectionRequest:
        request = CORRECTION_REQUESTS.standing(session, key)
        check_open(MINUTES.get(session, request.minutes))
        check_decided(request, request.received_on, request.received_on)
        return request


def _names_quiet(session: Session, request: CorrectionRequest, paragraph: MinutesParagraph | None) -> bool:
    """Whether what is asked of a paragraph names a speaker of it whom the minutes are not to name."""
    speakers = () if paragraph is None else tuple(shy(session, (paragraph,)).values())
    said = f"{request.text}\n{remark_said(request, catalog(request.language))}"
    return bool(speakers) and name_in(session, speakers, Trilingual(said))


def _entry(session: Session) -> int:
    """The number that the journal's entry of this transaction will have."""
    last = head(session)
    return 1 if last is None else last.sequence + 1


def _added(session: Session, request: CorrectionRequest, words: str) -> int:
    """Add the paragraph that was asked for after the one that was named; the journal's entry of it.

    Raises :class:`Refusal` where that one is off the record, or the words name who is not named there.
    """
    after = PARAGRAPHS.standing(session, request.paragraph or "")
    text = Trilingual().with_source(request.language).with_text(request.language, words.strip())
    check_words(session, after, text)
    added(session, after, text)
    return _entry(session)


def _known(session: Session, minutes: Key) -> set[tuple[object, object]]:
    """Who asks for what of minutes already; what was decided before they circulate as they do may be asked again."""
    circulated = MINUTES.standing(session, minutes).circulated_on or datetime.date.min
    before = CORRECTION_REQUESTS.all(session, minutes=minutes)
    return {_said(one) for one in before if one.open or one.received_on >= circulated}


def _about(session: Session, request: CorrectionRequest, before: CorrectionRequest | None) -> str:
    """The digest of how the paragraph read for who asks: what a file says, what is known already, or as it reads now.

    Raises ``Problem`` for a paragraph that is not of these minutes.
    """
    if request.paragraph is None:
        return ""
    paragraph = PARAGRAPHS.find(session, request.paragraph)
    if paragraph is None or paragraph.minutes != request.minutes:
        raise Problem(TAKEN_BACK, field_name="paragraph")
    if before is not None and _wants(before) == _wants(request):
        return before.about
    said = request.about if before is None else ""
    return said or short_digest(paragraph.text[request.language])


def _wants(request: CorrectionRequest) -> tuple[object, ...]:
    """What is asked for, where and in which language."""
    return request.paragraph, request.language, request.text.strip(), request.removal, request.addition


def _said(request: CorrectionRequest) -> tuple[object, object]:
    """What tells two requests apart: who asks, and for what, where and in which language."""
    body = tuple(request.body[language].casefold() for language in Language)
    return (request.state, body), (*_wants(request), request.note.strip(), request.particulars)


def numbered(paragraphs: Iterable[MinutesParagraph]) -> dict[Key, int]:
    """The numbers of paragraphs as they are printed; those that were removed have none."""
    ordered = sorted((one for one in paragraphs if one.text), key=lambda one: one.position)
    return {one.key: number for number, one in enumerate(ordered, 1)}
