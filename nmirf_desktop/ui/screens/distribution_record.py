"""The card in which is recorded what became of deliveries: sent, not delivered, acknowledged."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.dispatches import CHANNEL_LABELS, SAYS_NEW, Delivery, Happening
from nmirf_desktop.domain.in_turn import first_of_replies, first_reply, sent_formerly
from nmirf_desktop.domain.issued import AGENDAS
from nmirf_desktop.domain.late_sending import AgendaDue, late
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fields import ChoiceField, DateField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.distribution_list import Sent, named, prepared_said
from nmirf_desktop.ui.theme import Tone, Type, style
from nmirf_desktop.ui.timefield import TimeField

TITLES = {
    Happening.SENT: N_("They were sent"),
    Happening.FAILED: N_("It did not arrive"),
    Happening.ACKNOWLEDGED: N_("Acknowledged"),
}
HINTS = {
    Happening.SENT: N_("When the messages or letters left. The day counts for the month of notice (R39)."),
    Happening.FAILED: N_("What did not arrive was not sent: it counts again once it is sent again."),
    Happening.ACKNOWLEDGED: N_("When the recipient said that it had arrived."),
}
LEFT = N_("When the messages or letters left.")
"""What is said of a sending of other documents: no day is reckoned from it."""
REASON = N_("Reason, printed on the certificate (R39)")
INSIDE = N_("Remark, not printed on the certificate")
FORMER = N_("The time that was recorded first and taken back stands there: change it where it was another.")
NO_MOMENT = N_("No time stands there, as nobody has given one.")
MOST_NAMED = 6
"""So many recipients are named; of more, only their number is said."""


class Which(StrEnum):
    """Of which recipients something is recorded."""

    CHOSEN = "chosen"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a card was opened for: a dispatch, those *chosen* of it, and *every* one of whom it would say something new.

    *due* is the agenda of its meeting: by when it is owed, and to whom none of its sendings counts. *of_all*: it is
    meant of every one at first, all of whom are in sight. *held* are the keys of those highlighted, *chosen* of these
    only those of whom it would say something new.
    """

    line: Line
    chosen: tuple[Sent, ...]
    every: tuple[Sent, ...]
    due: AgendaDue | None = None
    of_all: bool = False
    held: frozenset[Key] = frozenset()

    @property
    def offered(self) -> tuple[Which, ...]:
        """Of whom it can be recorded: of those highlighted, even of nobody, rather than of others unasked."""
        return tuple(one for one in Which if one is Which.CHOSEN or self.every)

    def of(self, which: Which) -> tuple[Sent, ...]:
        """The recipients that are meant."""
        return self.chosen if which is Which.CHOSEN else self.every

    def late(self, which: Which, on: datetime.date) -> Phrase:
        """That it is late for those, where it was sent on a day (R39)."""
        to = (one.delivery.recipient for one in self.of(which))
        return late(self.due, self.line.issued, to, on)

    def said_in(self, words: Catalog) -> str:
        """The dispatch: its documents, by what it went, and when it was prepared, which tells it from one alike."""
        dispatch = self.line.dispatch
        channel = words.gettext(CHANNEL_LABELS[dispatch.channel])
        return " · ".join((named(self.line.went, words), channel, prepared_said(dispatch, words)))


def still_to_record(rows: Iterable[Sent], kind: Happening) -> tuple[Sent, ...]:
    """Of whom something is recorded in bulk: a sending of all of whom none is on record, whatever they replied.

    That what failed was sent again is recorded of one alone, as no hour of all hides a failure.
    """
    if kind is Happening.SENT:
        return tuple(row for row in rows if not row.delivery.was_sent)
    return tuple(row for row in rows if row.delivery.standing in SAYS_NEW[kind])


def to_record(chosen: Sequence[Sent], kind: Happening) -> tuple[Sent, ...]:
    """Of which of those chosen something is recorded: that what failed was sent again only of one, chosen alone.

    That is so of what failed at some of several addresses, too.
    """
    if len(chosen) == 1 and chosen[0].delivery.gains(kind):
        return tuple(chosen)
    new = {row.key for row in still_to_record(chosen, kind)}
    return tuple(row for row in chosen if row.key in new)


@dataclass(frozen=True, slots=True)
class Clock:
    """By whose clock a time is given: a *zone* by its city."""

    zone: str

    def said_in(self, words: Catalog) -> str:
        """The city in the language of *words*."""
        return words.city(self.zone)


def _whom(several: Sequence[Sent], words: Catalog) -> str:
    """Recipients by their names, or by their number where they are many."""
    if 0 < len(several) <= MOST_NAMED:
        return words.listing(one.said_in(words) for one in several)
    said = words.ngettext("{n} recipient", "{n} recipients", len(several))
    return said.format(n=words.number(len(several)))


def clock_time(at: datetime.datetime) -> datetime.time:
    """The time of day as a field has it: without seconds."""
    return at.time().replace(second=0, microsecond=0)


class HappenedForm(Form):
    """Of whom, when by the clock of the secretariat, and a remark."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._ground: Ground | None = None
        self._sending = False
        self._now = datetime.datetime.min.replace(tzinfo=datetime.UTC)
        self.which: ChoiceField[Which] = ChoiceField(language, (), self._say_which)
        self.on, self.time = DateField(language), TimeField(language, alone=True)
        self.note = TextField(language)
        self.add("which", N_("Of whom"), self.which)
        self.add("on", N_("On"), self.on)
        self.add("at", N_("At"), self.time)
        self.add("note", N_("Remark"), self.note)
        self.late, self.earlier = WrappedLabel(), WrappedLabel()
        style(self.late, Type.BODY, Tone.ATTENTION)
        style(self.earlier, Type.BODY, Tone.MUTED)
        for label in (self.earlier, self.late):
            self.add_widget(label)
        self._offered: tuple[datetime.date | None, datetime.time | None] = (None, None)
        self._former: datetime.datetime | None = None
        self.which.edited.connect(self._offer_again)
        self.changed.connect(self.say_late)
        self.translated.connect(self.say_late)

    def _say_which(self, which: Which, words: Catalog) -> str:
        if self._ground is None:
            return ""
        whom = _whom(self._ground.of(which), words)
        again = (one.delivery.was_sent for one in self._ground.chosen)
        if which is Which.CHOSEN and self._sending and any(again):
            return words.gettext("Sent again by hand: {whom}").format(whom=whom)
        if which is Which.CHOSEN and not self._ground.chosen:
            return words.gettext("Those chosen: nobody of whom it is still to be recorded")
        if which is Which.CHOSEN:
            return words.gettext("Those chosen: {whom}").format(whom=whom)
        return words.gettext("All still to record: {whom}").format(whom=whom)

    def load(self, ground: Ground, kind: Happening, now: datetime.datetime) -> None:
        """Something that happened now, to those chosen; where the *ground* is that of all, to all.

        A sending to which somebody replied already was not now (:meth:`_offer`).
        """
        self._ground, self._now, self._sending = ground, now, kind is Happening.SENT
        self.relabel("at", N_("At ({city})"), {"city": Clock(str(now.tzinfo))})
        of_agenda = any(one.kind in AGENDAS for one in ground.line.issued)
        self.relabel("note", REASON if self._sending and of_agenda else INSIDE, {})
        self.which.set_values(ground.offered)
        self.which.load(Which.ALL if ground.of_all and ground.every else Which.CHOSEN, over=True)
        self._offer()
        self.note.load("", over=True)
        self.say_late()

    def read_again(self, ground: Ground) -> None:
        """The same card, of those who are left by now; of those chosen, once others are highlighted than were."""
        other = self._ground is not None and ground.held != self._ground.held
        self._ground = ground
        self.which.set_values(ground.offered)
        if other:
            self.which.load(Which.CHOSEN, over=True)
        self._offer_again()
        self.say_late()

    @property
    def _meant(self) -> list[Delivery]:
        """The deliveries of a sending that is to be recorded of those meant."""
        which = self.which.value()
        if self._ground is None or not self._sending or which is None:
            return []
        return [row.delivery for row in self._ground.of(which)]

    def _offer(self) -> None:
        """The moment that is offered: now.

        Of what somebody replied to already it is that which was taken back, and else none: nobody has said when it was.
        """
        reply, self._former = first_of_replies(self._meant), None
        on: datetime.date | None = self._now.date()
        time: datetime.time | None = clock_time(self._now)
        if reply is not None and self._ground is not None:
            self._former = sent_formerly(self._meant, reply.at)
            first = self._ground.line.dispatch.prepared_at.astimezone(self._now.tzinfo).date()
            last = reply.at.astimezone(self._now.tzinfo).date()
            on, time = first if first == last else None, None
            if self._former is not None:
                former = self._former.astimezone(self._now.tzinfo)
                on, time = former.date(), clock_time(former)
        self._offered = on, time
        self.on.load(on, over=True)
        self.time.load(time, over=True)

    def _offer_again(self) -> None:
        """Others are meant: their moment, unless another one was typed."""
        if (self.on.value(), self.time.value()) == self._offered:
            self._offer()

    def _say_earlier(self) -> None:
        """Say how many of those meant replied already, when the first of them did, and which moment is offered."""
        meant = self._meant
        reply = first_of_replies(meant)
        self.earlier.setVisible(reply is not None)
        if reply is None:
            return
        number = sum(first_reply(one) is not None for one in meant)
        at, words = reply.at.astimezone(self._now.tzinfo), self.language.words
        said = words.ngettext(
            "{n} of them replied already, or what went to it is reported as not delivered: on {day} at {time}. Give "
            "the moment at which it was sent before that.",
            "{n} of them replied already, or what went to them is reported as not delivered: the first on {day} at "
            "{time}. Give the moment at which it was sent before that.",
            number,
        )
        said = said.format(n=words.number(number), day=words.date(at.date()), time=words.clock(at))
        self.earlier.setText(f"{said} {words.gettext(FORMER if self._former is not None else NO_MOMENT)}")

    def too_late(self) -> Phrase:
        """That what is said to be sent was late (R39); nothing of what was not sent, or has no day."""
        which, on = self.which.value(), self.on.value()
        if self._ground is None or not self._sending or which is None or on is None:
            return NOTHING_TO_SAY
        return self._ground.late(which, on)

    def say_late(self) -> None:
        """Say it under the fields, after how many replied already."""
        self._say_earlier()
        said = self.too_late()
        self.late.setText(said.said_in(self.language.words))
        self.late.setVisible(bool(said))

    def keys(self) -> tuple[Key, ...]:
        """The recipients that are meant."""
        which = self.which.value()
        return tuple(one.key for one in self._ground.of(which)) if self._ground and which is not None else ()

    def placed(self, problem: Problem, dispatch_at: datetime.datetime) -> Problem:
        """A problem of a moment at the day, where that is ahead, or before the preparation; else as it is."""
        day, first = self.on.value(), dispatch_at.astimezone(self._now.tzinfo).date()
        if problem.field_name == "at" and day is not None and not first <= day <= self._now.date():
            return Problem(problem.message, problem.values, "on")
        return problem

    def at(self, dispatch_at: datetime.datetime) -> datetime.datetime:
        """The moment, by the clock of the secretariat; in the minute of now, or of the preparation, it is that one."""
        time = self.time.value()
        if time is None:
            raise Problem(N_("Give the time of day."), field_name="at")
        zone = self._now.tzinfo or ZoneInfo("UTC")
        at = datetime.datetime.combine(given(self.on), time, zone)
        for known in (self._now, dispatch_at):
            if at == known.astimezone(zone).replace(second=0, microsecond=0):
                return known
        return at


class HappenedCard(Draft):
    """What became of deliveries of a dispatch; it stays that dispatch's, whichever is shown meanwhile."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.fields = HappenedForm(language)
        self.kind = Happening.SENT
        self.ground: Ground | None = None
        super().__init__(TITLES[Happening.SENT], N_("Record"), self.fields, language)

    def begin_as(self, kind: Happening, ground: Ground, now: datetime.datetime) -> None:
        """Open it for what happened, at the moment *now*."""
        self.kind, self.ground = kind, ground
        self.fields.load(ground, kind, now)
        of_agenda = any(one.kind in AGENDAS for one in ground.line.issued)
        self.call(TITLES[kind], HINTS[kind] if of_agenda or kind is not Happening.SENT else LEFT)
        self.concern(ground)
        self.begin()

    def read_again(self, ground: Ground) -> None:
        """Something of the dispatch was recorded meanwhile, or others are highlighted: of whom it is now."""
        self.ground = ground
        self.fields.read_again(ground)
