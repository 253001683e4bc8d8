"""The lists of the distribution: dispatches with their counts, and to whom one of them went."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.delivery_words import note_said
from nmirf_desktop.domain.dispatches import (
    CHANNEL_LABELS,
    FUNCTION_LABELS,
    STANDING_LABELS,
    Channel,
    Delivery,
    DeliveryEvent,
    Dispatch,
    Function,
    Recipient,
    Standing,
)
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.sent_versions import versions_briefly, versions_said
from nmirf_desktop.domain.states import State, found_by
from nmirf_desktop.domain.symbols import called
from nmirf_desktop.i18n import N_, NP_, Catalog
from nmirf_desktop.services.deliveries import Counted, Line
from nmirf_desktop.ui.language import NAMES
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone

STANDING_MARKS = {
    Standing.PREPARED: Mark("circle-dashed", Tone.ATTENTION),
    Standing.SENT: Mark("send", Tone.NEUTRAL),
    Standing.FAILED: Mark("octagon-alert", Tone.BAD),
    Standing.ACKNOWLEDGED: Mark("circle-check", Tone.GOOD),
}
"""The shape and tone of how a delivery stands."""
GRAVEST = (Standing.FAILED, Standing.PREPARED, Standing.SENT, Standing.ACKNOWLEDGED)
"""What needs somebody stands first."""


def standing_word(standing: Standing, words: Catalog) -> str:
    """How a delivery stands, as its word."""
    return words.gettext(STANDING_LABELS[standing])


def counted(standing: Standing, number: int, words: Catalog) -> str:
    """How many deliveries stand so, in words."""
    said = {
        Standing.PREPARED: words.ngettext("{n} prepared, not sent", "{n} prepared, not sent", number),
        Standing.SENT: words.ngettext("{n} sent", "{n} sent", number),
        Standing.FAILED: words.ngettext("{n} not delivered", "{n} not delivered", number),
        Standing.ACKNOWLEDGED: words.ngettext("{n} acknowledged", "{n} acknowledged", number),
    }
    return said[standing].format(n=words.number(number))


def counts_said(line: Counted, words: Catalog) -> str:
    """How the deliveries of a dispatch stand, in numbers and words, the gravest first."""
    said = []
    for standing in GRAVEST:
        if number := _stand(line, standing):
            said.append(counted(standing, number, words))
        if standing is Standing.PREPARED and line.unsaid:
            unsaid = words.ngettext(
                "{n} acknowledged, no sending recorded", "{n} acknowledged, no sending recorded", line.unsaid
            )
            said.append(unsaid.format(n=words.number(line.unsaid)))
    return " · ".join(said)


def _stand(line: Counted, standing: Standing) -> int:
    """How many stand so; of those acknowledged only those of which it shows that they were sent."""
    return line.count(standing) - (line.unsaid if standing is Standing.ACKNOWLEDGED else 0)


def _still(line: Counted, standing: Standing) -> int:
    """As :func:`_stand`; those of which no sending is recorded are still to be recorded as sent."""
    return _stand(line, standing) + (line.unsaid if standing is Standing.PREPARED else 0)


def gravest(line: Counted) -> Standing:
    """The standing that needs somebody most."""
    return next((one for one in GRAVEST if _still(line, one)), Standing.PREPARED)


def symbols(issued: Iterable[IssuedDocument]) -> tuple[str, ...]:
    """The symbols of documents, each once."""
    return tuple(dict.fromkeys(one.symbol for one in issued))


def named(issued: Collection[IssuedDocument], words: Catalog) -> str:
    """A dispatch in a list: the symbols, the versions and the names of what goes with it."""
    kinds = dict.fromkeys(words.gettext(called(one)) for one in issued)
    return f"{words.listing(versions_said(issued, words))} · {words.listing(kinds)}"


def as_reminder(said: str, words: Catalog) -> str:
    """A dispatch by its documents, as that it is a reminder."""
    return words.gettext("Reminder: {sending}").format(sending=said)


def _named(line: Counted, words: Catalog) -> str:
    """A dispatch in the list of them: what goes with it, and that it is a reminder."""
    said = named(line.issued, words)
    return as_reminder(said, words) if line.reminds else said


def _named_briefly(line: Counted, words: Catalog) -> str:
    """The same in few letters: its shape says that it is a reminder, and so does the word where there is room."""
    said = words.listing(versions_briefly(line.issued, words))
    return words.pgettext("in a narrow list", "{sending}, reminder").format(sending=said) if line.reminds else said


def prepared_said(dispatch: Dispatch, words: Catalog) -> str:
    """When a dispatch was prepared, by the clock of the secretariat."""
    return _clock(dispatch.prepared_at, dispatch.zone, words)


def _prepared_day(line: Counted) -> datetime.date:
    return line.dispatch.prepared_at.astimezone(ZoneInfo(line.dispatch.zone)).date()


def _clock(moment: datetime.datetime, zone: str, words: Catalog) -> str:
    at = moment.astimezone(ZoneInfo(zone))
    pattern = words.pgettext("day and time", "{day}, {time}")
    return pattern.format(day=words.short_date(at.date()), time=words.clock(at))


def moment_said(event: DeliveryEvent, words: Catalog) -> str:
    """When something happened, by the clock of the secretariat, whose place is named."""
    at = event.at.astimezone(ZoneInfo(event.zone))
    pattern = words.pgettext("moment and whose clock", "{day}, {time} ({city})")
    return pattern.format(day=words.short_date(at.date()), time=words.clock(at), city=words.city(event.zone))


CHANNEL_BRIEFLY = {
    Channel.TO_EACH: NP_("channel in a narrow list", "To each"),
    Channel.BY_LANGUAGE: NP_("channel in a narrow list", "By language"),
    Channel.TABLE: NP_("channel in a narrow list", "Mail merge"),
    Channel.POST: NP_("channel in a narrow list", "By post"),
}


def _briefly(standing: Standing, number: int, words: Catalog) -> str:
    if standing is not Standing.PREPARED:
        return counted(standing, number, words)
    return words.ngettext("{n} not sent yet", "{n} not sent yet", number).format(n=words.number(number))


def _both_briefly(line: Counted, words: Catalog) -> str:
    """How many failed and how many are not sent yet, in so few letters that both have room in a narrow list."""
    failed, unsent = line.count(Standing.FAILED), _still(line, Standing.PREPARED)
    return words.listing(
        (
            words.ngettext("{n} failed", "{n} failed", failed).format(n=words.number(failed)),
            words.ngettext("{n} unsent", "{n} unsent", unsent).format(n=words.number(unsent)),
        )
    )


def _gravest_of_all(line: Counted, words: Catalog) -> str:
    """How many failed and how many are not sent yet, else how many stand as what needs somebody most, of how many."""
    if line.count(Standing.FAILED) and _still(line, Standing.PREPARED):
        return _both_briefly(line, words)
    worst = gravest(line)
    said = _briefly(worst, _still(line, worst), words)
    if worst is Standing.SENT:  # nothing waits: what was acknowledged was sent, too
        return counted(worst, line.number, words)
    if _still(line, worst) == line.number:
        return said
    pattern = words.pgettext("some of all, in a narrow list", "{some} of {all}")
    return pattern.format(some=said, all=words.number(line.number))


DISPATCHES: tuple[Column[Counted], ...] = (
    Column(
        N_("Documents"),
        _named,
        lambda line, words: words.sort_key(named(line.issued, words)),
        mark=lambda line: Mark("refresh-cw", Tone.NEUTRAL) if line.reminds else None,
        brief=_named_briefly,
        least=8,
        ease=10,
    ),
    Column(
        NP_("column of dispatches", "Prepared"),
        lambda line, words: prepared_said(line.dispatch, words),
        lambda line, _words: line.dispatch.prepared_at,
        cell=lambda line, _words: _prepared_day(line),
        context="column of dispatches",
        least=16,
    ),
    Column(
        N_("How it stands"),
        counts_said,
        lambda line, _words: GRAVEST.index(gravest(line)),
        mark=lambda line: STANDING_MARKS[gravest(line)],
        brief=_gravest_of_all,
        stretch=True,
        least=16,
    ),
    Column(
        N_("Channel"),
        lambda line, words: words.gettext(CHANNEL_LABELS[line.dispatch.channel]),
        brief=lambda line, words: words.pgettext("channel in a narrow list", CHANNEL_BRIEFLY[line.dispatch.channel]),
        least=11,
        spare=True,
    ),
    Column(
        N_("Recipients"),
        lambda line, words: words.number(line.number),
        lambda line, _words: line.number,
        right=True,
        cell=lambda line, _words: line.number,
        spare=True,
    ),
)
"""The columns of the dispatches."""


@dataclass(frozen=True, slots=True)
class Sent:
    """To whom something went, and where that stands; *state* is the recipient's, where it has one."""

    delivery: Delivery
    state: State | None

    @property
    def key(self) -> str:
        """The recipient's key."""
        return self.delivery.recipient.key

    def said_in(self, words: Catalog) -> str:
        """The State, or the partner."""
        return self.state.said_in(words) if self.state is not None else self.delivery.recipient.name


def sent_rows(line: Line, states: Mapping[StateCode, State], words: Catalog) -> tuple[Sent, ...]:
    """To whom a dispatch went, as rows: States by their names, then partners."""
    rows = (Sent(one, states.get(one.recipient.state or "")) for one in line.deliveries)
    return tuple(sorted(rows, key=lambda row: (row.state is None, words.sort_key(row.said_in(words)))))


def together(rows: Iterable[Sent], event: DeliveryEvent) -> tuple[DeliveryEvent, ...]:
    """What was recorded in one act with an event, itself included, as far as it was not taken back."""
    act = (event.entered_at, event.kind, event.author, event.source)
    there = (one for row in rows for one in row.delivery.standing_events)
    return tuple(one for one in there if (one.entered_at, one.kind, one.author, one.source) == act)


def whom_said(recipient: Recipient, words: Catalog) -> str:
    """Who is written to, with the function where it is not the usual one."""
    if recipient.function in (Function.FOCAL_POINT, Function.PARTNER):
        return recipient.name
    pattern = words.pgettext("person and function", "{name} ({function})")
    return pattern.format(name=recipient.name, function=words.gettext(FUNCTION_LABELS[recipient.function]))


def place_of_address(recipient: Recipient) -> Place:
    """Where the address of somebody is recorded who was written to."""
    if recipient.state is None:
        return Place("participants", f"partner:{recipient.partner}")
    if not recipient.addresses:  # by post: the mechanism's of a member, else the person's own
        own = "" if recipient.capacity is Capacity.MEMBER or recipient.person is None else f":{recipient.person}"
        return Place("members", f"{recipient.state}:!postal{own}")
    return Place("members", f"{recipient.state}:{recipient.person}" if recipient.person else recipient.state)


def last_event(delivery: Delivery) -> DeliveryEvent | None:
    """What happened last and was not taken back."""
    return next(reversed(delivery.standing_events), None)


def _when(row: Sent, words: Catalog) -> str:
    event = last_event(row.delivery)
    return _clock(event.at, event.zone, words) if event is not None else ""


def _day(row: Sent, words: Catalog) -> str:
    event = last_event(row.delivery)
    return words.short_date(event.day) if event is not None else ""


def _when_and_where(row: Sent, words: Catalog) -> str:
    event = last_event(row.delivery)
    return moment_said(event, words) if event is not None else ""


def _by(row: Sent, _words: Catalog) -> str:
    event = last_event(row.delivery)
    return event.author if event is not None else ""


def _note(row: Sent, words: Catalog) -> str:
    event = last_event(row.delivery)
    return note_said(event, words) if event is not None else ""


def _order(row: Sent) -> float:
    event = last_event(row.delivery)
    return event.at.timestamp() if event is not None else 0.0


def _standing(row: Sent, words: Catalog) -> str:
    """How it stands; of what was sent, at which of several addresses it did not arrive, and where it was forwarded."""
    delivery = row.delivery
    word, missed, beyond = standing_word(delivery.standing, words), delivery.missed, delivery.not_forwarded
    if delivery.standing is Standing.FAILED or not missed + beyond:
        return word
    said = N_("{standing}, not at {addresses}") if missed else N_("{standing}, not forwarded to {addresses}")
    return words.gettext(said).format(standing=word, addresses=words.listing(missed + beyond))


def _standing_briefly(row: Sent, words: Catalog) -> str:
    """The word alone; of what was sent, at how many of several addresses it arrived, or that it was not forwarded."""
    delivery = row.delivery
    standing, missed = delivery.standing, len(delivery.missed)
    if standing is Standing.ACKNOWLEDGED:
        return words.pgettext("in a narrow list", "Acknowledged")
    word = standing_word(standing, words)
    if standing is Standing.FAILED or not (missed or delivery.not_forwarded):
        return word
    if not missed:
        return words.gettext("{standing}, not forwarded").format(standing=word)
    every = len(delivery.recipient.addresses)
    pattern = words.pgettext("at how many addresses, in a narrow list", "{standing}, {n} of {all}")
    return pattern.format(standing=word, n=words.number(every - missed), all=words.number(every))


def _address(row: Sent, _words: Catalog) -> str:
    recipient = row.delivery.recipient
    return "; ".join(recipient.addresses) or recipient.postal.replace("\n", ", ")


RECIPIENTS: tuple[Column[Sent], ...] = (
    Column(
        N_("Recipient"),
        lambda row, words: row.said_in(words),
        lambda row, words: words.sort_key(row.said_in(words)),
        also=lambda row: found_by(row.state) if row.state is not None else "",
        stretch=True,
    ),
    Column(
        N_("How it stands"),
        _standing,
        lambda row, _words: GRAVEST.index(row.delivery.standing),
        mark=lambda row: STANDING_MARKS[row.delivery.standing],
        brief=_standing_briefly,
        least=15,
    ),
    Column(N_("When"), _when, lambda row, _words: _order(row), whole=_when_and_where, brief=_day, least=11),
    Column(N_("Language"), lambda row, _words: NAMES[row.delivery.recipient.reads], least=4, spare=True),
    Column(N_("Name"), lambda row, words: whom_said(row.delivery.recipient, words), least=8, spare=True),
    Column(N_("Address"), _address, least=8, spare=True),
    Column(N_("Recorded by"), _by, least=6, spare=True),
    Column(N_("Remark"), _note, least=6, spare=True),
    Column(
        N_("Time of sending it"),
        lambda row, words: words.number(row.delivery.recipient.attempt),
        lambda row, _words: row.delivery.recipient.attempt,
        right=True,
        cell=lambda row, _words: row.delivery.recipient.attempt,
        hidden=True,
    ),
)  # fmt: skip
"""The columns of the recipients of a dispatch."""
