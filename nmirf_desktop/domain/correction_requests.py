"""What members ask to have corrected in minutes that circulate, and what became of it (United Nations practice).

A correction is of one's own statement and comes within the period; what is late, or is another's, is recorded all the
same and flagged. Both are derived from the minutes and from who spoke: nothing of it is stored.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.drafted import fact_of
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.minutes import Circulation, MinutesParagraph
from nmirf_desktop.domain.particulars import Particular
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.redrafting import told_in
from nmirf_desktop.domain.refusals import Problem, Refusal, Sayable
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.word_marks import short_digest
from nmirf_desktop.i18n import N_, Catalog, Language


class RequestSource(StrEnum):
    """How a request for correction came."""

    LETTER = "letter"
    EMAIL = "email"
    DOCUMENT = "document"
    ROOM = "room"


class CorrectionFate(StrEnum):
    """What became of a request; one accepted in other words is in the minutes, but not as it was asked for."""

    OPEN = "open"
    ACCEPTED = "accepted"
    OTHER_WORDS = "other_words"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class CorrectionRequest:
    """A correction that a *state*, or a *body* such as a partner, asked for.

    *paragraph* is ``None`` where it is about the whole. *text* is what the paragraph should read in *language*, empty
    where there is only a remark (*note*), or where the paragraph is to be left out (*removal*); of an *addition* it is
    that of a paragraph to come after this one, or before all. *particulars* are what a corrected file asks for
    otherwise, and its comments. *about* is the digest
    of how the paragraph read for who asked, empty where that is not known. *reason* is of the decision, in the language
    in which it was typed; *entry* is the journal's entry that wrote the paragraph.
    """

    key: Key
    minutes: Key
    received_on: datetime.date
    language: Language = Language.EN
    paragraph: Key | None = None
    state: StateCode | None = None
    body: Trilingual = Trilingual()
    text: str = ""
    note: str = ""
    source: RequestSource = RequestSource.LETTER
    fate: CorrectionFate = CorrectionFate.OPEN
    decided_on: datetime.date | None = None
    reason: str = ""
    reason_language: Language = Language.EN
    entry: int | None = None
    removal: bool = False
    about: str = ""
    addition: bool = False
    particulars: tuple[Particular, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether accepting it writes the paragraph; a remark, and what is about the whole, is only accepted."""
        return self.paragraph is not None and not self.addition and (self.removal or bool(self.text.strip()))

    @property
    def adds(self) -> bool:
        """Whether accepting it adds a paragraph; one that is asked for before all others has no place to be added."""
        return self.addition and self.paragraph is not None

    @property
    def open(self) -> bool:
        """Whether it waits for a decision."""
        return self.fate is CorrectionFate.OPEN


SOURCE_LABELS = {
    RequestSource.LETTER: N_("By letter"),
    RequestSource.EMAIL: N_("By e-mail"),
    RequestSource.DOCUMENT: N_("In a word processor’s file"),
    RequestSource.ROOM: N_("In the room"),
}
FATE_LABELS = {
    CorrectionFate.OPEN: N_("To be decided"),
    CorrectionFate.ACCEPTED: N_("Accepted"),
    CorrectionFate.OTHER_WORDS: N_("Accepted in other words"),
    CorrectionFate.DECLINED: N_("Declined"),
}
LATE = N_("Late: the period for corrections ended on {until}.")
ANOTHER_SPEAKER = N_("Not its own statement: the paragraph reports another speaker ({speaker}).")
SOMEBODY_ELSE = N_("Not its own statement: the paragraph reports another speaker.")
NAMES_QUIET = N_(
    "What is asked for is not shown here: it names a speaker who asked not to be named. Accept it in other words, or "
    "decline it."
)
OFF_THE_RECORD = N_("What it is about is off the record now, and the minutes do not tell it.")
GONE_SINCE = N_("What was accepted is not in the paragraph any more: write it again, or take the decision back.")
OF_THE_RECORD = N_("Not its own statement: the paragraph was drafted from what was recorded.")
DECIDED = N_("This request is decided already; take its decision back first.")
NO_WORDS = N_("The request says nothing of what the paragraph should read: give the words.")
CHANGED_SINCE = N_("The paragraph reads otherwise now than when this was asked for.")
LOOK_AGAIN = N_(
    "The paragraph reads otherwise now than when this was asked for. Nothing was changed; compare the two, and accept "
    "it in the words that are right now."
)
NO_PARAGRAPH = N_("Say of which paragraph these are the words, or write them as a remark on the whole.")
STILL_OPEN = N_("Requests for correction are open still: {requests}. Decide on them first.")
ATTENDANCE = frozenset({"members", "observers", "states", "participants", "officers"})
"""The facts of a paragraph in which each State is itself the one to know what is right."""


def in_order(requests: Iterable[CorrectionRequest]) -> tuple[CorrectionRequest, ...]:
    """Requests as they are listed: the open ones first, then by the day on which they came."""
    return tuple(sorted(requests, key=lambda one: (not one.open, one.received_on, one.key)))


def check_request(request: CorrectionRequest, today: datetime.date) -> None:
    """Raises ``Problem`` for a request of nobody, of nothing, for words of no paragraph, and from a day ahead."""
    if request.state is None and not request.body:
        raise Problem(N_("Say who asks: a State, or a body by its name."), field_name="state")
    if not (request.text.strip() or request.note.strip() or request.removal or request.particulars):
        raise Problem(N_("Say what is asked for: the words, or a remark."), field_name="text")
    if (request.text.strip() or request.removal) and request.paragraph is None and not request.addition:
        raise Problem(NO_PARAGRAPH, field_name="paragraph")
    check_happened(request.received_on, today, "received_on")


def check_decided(request: CorrectionRequest, on: datetime.date, today: datetime.date) -> None:
    """Raises ``Refusal`` for a request that is decided, ``Problem`` for a day ahead or before the request came."""
    if not request.open:
        raise Refusal(DECIDED)
    check_happened(on, today, "decided_on")
    if on < request.received_on:
        message = N_("The request came on {received}, later than this day. Nothing was changed; give a later one.")
        raise Problem(message, {"received": request.received_on}, "decided_on")


def last_day(request: CorrectionRequest, circulations: Iterable[Circulation]) -> datetime.date | None:
    """The last day of the period in which a request came: of the version that members had then, or of the first."""
    periods = tuple(circulations)
    return next((one.corrections_until for one in reversed(periods) if one.on <= request.received_on), None) or next(
        (one.corrections_until for one in periods), None
    )


def changed_since(request: CorrectionRequest, paragraph: MinutesParagraph | None) -> bool:
    """Whether accepting a request would write over words that who asked did not have: those of another correction."""
    if paragraph is None or not (request.open and request.changes and request.about):
        return False
    now = paragraph.text[request.language]
    return now.strip() != request.text.strip() and short_digest(now) != request.about


def gone_since(request: CorrectionRequest, paragraph: MinutesParagraph | None) -> bool:
    """Whether the words of a request that was accepted went: the paragraph reads as the facts give it, or not at all.

    So it does where its speaker is not named any more, and the words named it.
    """
    if paragraph is None or request.entry is None or request.removal or request.addition:
        return False
    now = paragraph.text[request.language]
    return now == paragraph.drafted[request.language] and (not now or now != request.text.strip())


def flags(
    request: CorrectionRequest,
    until: datetime.date | None,
    paragraph: MinutesParagraph | None,
    heard: Iterable[Intervention],
    states: Mapping[StateCode, State],
) -> tuple[Phrase, ...]:
    """(silent; United Nations practice) what is to be known before it is decided, a sentence each.

    That it came after *until*, the last day of its period; that it is about what is off the record, or else that the
    paragraph was changed since, or that what was accepted went from it; that it is not of one's own statement. The name
    of a speaker who is not named is not said.
    """
    found = [Phrase(LATE, {"until": until})] if until is not None and request.received_on > until else []
    if paragraph is not None:
        said = [one for one in heard if one.key in told_in(paragraph)]
        quiet = any(not one.told for one in said)
        not_own = _not_own(request, paragraph, said, states)
        found += [Phrase(OFF_THE_RECORD)] if quiet else []
        found += [not_own] if not_own is not None else []
        found += [Phrase(CHANGED_SINCE)] if not quiet and changed_since(request, paragraph) else []
        found += [Phrase(GONE_SINCE)] if not quiet and paragraph.text and gone_since(request, paragraph) else []
    return tuple(found)


def _not_own(
    request: CorrectionRequest,
    paragraph: MinutesParagraph,
    heard: Collection[Intervention],
    states: Mapping[StateCode, State],
) -> Phrase | None:
    """That a paragraph, which reports what was *heard*, is no statement of who asks.

    ``None`` where it is, where a person wrote it, and where one is to come after it.
    """
    fact, _key = fact_of(paragraph.slot)
    if not fact or fact in ATTENDANCE or request.addition:
        return None
    if not heard:
        return Phrase(OF_THE_RECORD)
    if any(_speaks(request, one) for one in heard):
        return None
    if not all(one.attributed for one in heard):
        return Phrase(SOMEBODY_ELSE)
    speakers = tuple(Named(one.body) if one.state is None else states[one.state] for one in heard)
    return Phrase(ANOTHER_SPEAKER, {"speaker": Listed(tuple(dict.fromkeys(speakers)))})


def _speaks(request: CorrectionRequest, heard: Intervention) -> bool:
    """Whether who asks is who spoke."""
    if heard.state is not None:
        return heard.state == request.state
    return request.state is None and _same_body(heard.body, request.body)


def _same_body(one: Trilingual, other: Trilingual) -> bool:
    """Whether two bodies have a name in common."""
    return any(one[tongue] and one[tongue].casefold() == other[tongue].casefold() for tongue in Language)


@dataclass(frozen=True, slots=True)
class Named:
    """A body, said by its name in the reader's language."""

    body: Trilingual

    def said_in(self, words: Catalog) -> str:
        """The name, or the original one."""
        return self.body.best(words.language)


def asker(request: CorrectionRequest, states: Mapping[StateCode, State]) -> Sayable:
    """Who asks."""
    return states[request.state] if request.state is not None else Named(request.body)


@dataclass(frozen=True, slots=True)
class OpenRequests:
    """The open requests by who asked for them and the number of their paragraph, for a sentence."""

    asked: tuple[tuple[Sayable, int | None], ...]

    def said_in(self, words: Catalog) -> str:
        """The requests as they are listed: "Morocco (paragraph 12), Paraguay"."""
        return ", ".join(self._each(words))

    def _each(self, words: Catalog) -> Iterator[str]:
        for who, number in self.asked:
            name = who.said_in(words)
            numbered = words.gettext("{name} (paragraph {n})")
            yield name if number is None else numbered.format(name=name, n=number)


@dataclass(frozen=True, slots=True)
class ToDecide:
    """How many requests for correction of the minutes of a *meeting*, by its title, wait for a decision."""

    number: int
    meeting: Trilingual

    def said_in(self, words: Catalog) -> str:
        """The number with its noun."""
        sentence = words.ngettext(
            "{n} request for correction of the minutes of “{meeting}” is open",
            "{n} requests for correction of the minutes of “{meeting}” are open",
            self.number,
        )
        return sentence.format(n=words.number(self.number), meeting=self.meeting.best(words.language))


def check_none_open(
    requests: Collection[CorrectionRequest], numbers: Mapping[Key, int], states: Mapping[StateCode, State]
) -> None:
    """Raises ``Refusal``, naming them, where requests wait for a decision: minutes are not approved over them."""
    still = [one for one in requests if one.open]
    if still:
        named = tuple((asker(one, states), numbers.get(one.paragraph or "")) for one in in_order(still))
        raise Refusal(STILL_OPEN, {"requests": OpenRequests(named)})


def written(text: Trilingual, language: Language, words: str) -> Trilingual:
    """A paragraph with the words of a correction: what was corrected leads now, and the others are of an earlier text.

    A text that reads so already stays as it is.
    """
    if text[language] == words:
        return text
    return text.with_source(language).with_text(language, words)


def decided(
    request: CorrectionRequest,
    fate: CorrectionFate,
    on: datetime.date,
    reason: str = "",
    language: Language | None = None,
) -> CorrectionRequest:
    """A request with its decision; a *reason* is in the language in which it was typed."""
    return replace(
        request, fate=fate, decided_on=on, reason=reason.strip(), reason_language=language or request.language
    )
