"""What is done with a dispatch: recorded, taken back, written again, discarded."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.dispatches import HAPPENING_LABELS, DeliveryEvent, Happening
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase, Sentences
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Question, Sentence
from nmirf_desktop.ui.choosing import Choose, way_to
from nmirf_desktop.ui.drafts import put_away
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.screens.distribution_detail import TAKE_BACK, DistributionDetail
from nmirf_desktop.ui.screens.distribution_list import Sent, sent_rows
from nmirf_desktop.ui.screens.distribution_record import Ground, still_to_record, to_record
from nmirf_desktop.ui.theme import Tone

RECORDED = {
    Happening.SENT: N_("Recorded as sent: {n}."),
    Happening.FAILED: N_("Recorded as not delivered: {n}."),
    Happening.ACKNOWLEDGED: N_("Recorded as acknowledged: {n}."),
}
NOTHING_NEW = {
    Happening.SENT: N_("That is recorded already: nothing was changed."),
    Happening.FAILED: N_("None of them stands as sent, so that none can have failed: nothing was changed."),
    Happening.ACKNOWLEDGED: N_("That is recorded already: nothing was changed."),
}
ONE_BY_ONE = N_(
    "They did not arrive. What was sent again by hand is recorded for one recipient at a time: choose it alone. "
    "Nothing was changed."
)
NONE_OF_THEM = {
    Happening.SENT: N_("Those chosen are recorded as sent already. Choose others; nothing was changed."),
    Happening.FAILED: N_(
        "None of those chosen stands as sent, so that none can have failed. Choose others; nothing was changed."
    ),
    Happening.ACKNOWLEDGED: N_("Those chosen have acknowledged already. Choose others; nothing was changed."),
}
"""What is said where a card would concern nobody of those chosen: it is never opened for all instead."""
OF_ANOTHER = N_(
    "This card is of another dispatch than the one that is shown now; its title says of which. Choose that one in the "
    "list to record it, or leave the card. Nothing was recorded."
)
LEFT_OUT: Mapping[Happening, str] = {
    Happening.SENT: N_(
        "Not recorded for those who had replied before that moment, of whom a failure was reported before, or to whom "
        "a reminder of it had gone by then: {whom}. Choose these, and give the earlier moment at which it was sent."
    ),
    Happening.FAILED: N_("Not recorded for those to whom it was sent only later: {whom}. Give a later moment."),
    Happening.ACKNOWLEDGED: N_("Not recorded for those to whom it was sent only later: {whom}. Give a later moment."),
}
"""Who is left out of what is recorded of several, and why."""
BACK_FOR_ALL = N_(
    "Several recipients are chosen. Take back “{what}” for all {n} of whom it is recorded? It stays in the log as "
    "taken back."
)
BACK_OF_ALL = N_(
    "“{what}” was recorded in one act for {n} recipients. Take it back for all of them? It stays in the log as taken "
    "back."
)
BACK_AT_ONCE = N_("Take it back for all of them")
SEVERAL_TAKEN_BACK = N_("Taken back: {n}. It stays in the log, so that everybody sees what was recorded by mistake.")
TAKEN_BACK = N_("Taken back. It stays in the log, so that everybody sees what was recorded by mistake.")
WRITTEN = N_("Written again, byte for byte as before, in “{place}”.")
CANCELLED = N_("The files were not written again: it was cancelled, and no file was changed.")
DISCARD = N_(
    "Discard this dispatch? It leaves the log, and its files no longer count as prepared. Delete the files that were "
    "written, so that nobody sends them."
)
DISCARDED = N_("The dispatch was discarded. Nothing was recorded of it.")


class DispatchActs(QObject):
    """``recorded`` says that something of the log changed."""

    recorded = Signal()

    def __init__(
        self, desk: Secretariat, detail: DistributionDetail, jobs: Jobs, alerts: Alerts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._detail, self._jobs, self._alerts = desk, detail, jobs, alerts
        self._window = parent
        detail.card.done.connect(self._record)
        detail.picked.connect(self._follow)

    def begin(self, kind: Happening, line: Line, rows: tuple[Sent, ...], *, alone: bool = False) -> None:
        """Open the card for what happened to those chosen of a dispatch, or to all of whom it is not recorded.

        It is meant of all of them only where they are in sight, and never where one was opened *alone*.
        """
        held = self._detail.chosen
        new, chosen = still_to_record(rows, kind), to_record(held, kind)
        of_all = kind is Happening.SENT and len(held) < 2 and not alone  # one row is always chosen
        of_all = of_all and {row.key for row in new} <= {row.key for row in self._detail.people.model.rows}
        if not chosen and not (new and of_all):
            several = kind is Happening.SENT and any(row.delivery.failed and row.delivery.was_sent for row in held)
            nothing = NONE_OF_THEM if new else NOTHING_NEW
            self._alerts.say(ONE_BY_ONE if several else nothing[kind], Tone.NEUTRAL)
        elif put_away([self._detail.card]):
            with self._alerts.guard():
                due = self._desk.deliveries.agenda_due(line.dispatch.meeting)
                ground = Ground(line, chosen, new, due, of_all, frozenset(row.key for row in held))
                self._detail.card.begin_as(kind, ground, self._desk.deliveries.now)
                self._detail.bring_in(self._detail.card)

    def read_again(self) -> None:
        """Those of whom the open card would still say something new, after others were recorded, or all were."""
        card = self._detail.card
        if card.isHidden() or card.ground is None:
            return
        try:
            line = self._desk.deliveries.line(card.ground.line.dispatch.key)
        except Refusal:  # it was discarded meanwhile
            card.close_up()
            return
        states = self._desk.states.on(self._desk.deliveries.now.date())
        rows = sent_rows(line, states, self._detail.words)
        new, chosen = still_to_record(rows, card.kind), _of(rows, card.ground.held, card.kind)
        if new or chosen:
            due = self._desk.deliveries.agenda_due(line.dispatch.meeting)
            card.read_again(replace(card.ground, line=line, chosen=chosen, every=new, due=due))
        else:
            card.close_up()

    def _follow(self) -> None:
        """The open card is of those highlighted, whoever was when it was opened; of its own dispatch alone."""
        card, held = self._detail.card, frozenset(row.key for row in self._detail.chosen)
        if card.isHidden() or card.ground is None or held == card.ground.held:
            return
        rows = self._detail.rows_of(card.ground.line.dispatch.key)
        if rows:
            card.read_again(replace(card.ground, chosen=_of(rows, held, card.kind), held=held))

    def _record(self) -> None:
        card = self._detail.card
        if card.ground is None:
            return
        with self._alerts.guard(card):
            if not self._detail.rows_of(card.ground.line.dispatch.key):
                raise Problem(OF_ANOTHER)
            if not card.fields.keys():
                raise Problem(NONE_OF_THEM[card.kind], field_name="which")
            at = card.fields.at(card.ground.line.dispatch.prepared_at)
            too_late = card.fields.too_late()  # before those who are left are counted again
            keys, left = self._in_turn(card.fields.keys(), card.kind, at)
            try:
                number = self._desk.deliveries.happened(keys, card.kind, at, card.fields.note.value())
            except Problem as problem:
                raise card.fields.placed(problem, card.ground.line.dispatch.prepared_at) from problem
            said = Phrase(RECORDED[card.kind], {"n": number})
            back = self._way_back(card.ground.line, keys)
            card.finished()
            self.recorded.emit()
            tone = Tone.ATTENTION if too_late or left else Tone.GOOD
            self._alerts.show(Notice(Sentences((said, left, too_late)), tone, offers=back))

    def _in_turn(self, keys: Sequence[Key], kind: Happening, at: datetime.datetime) -> tuple[Sequence[Key], Phrase]:
        """Of whom something can have happened then, and who is left out, by what is recorded of them.

        Where it is nobody, it stays all of them: the log says why.
        """
        line = self._detail.card.ground.line if self._detail.card.ground is not None else None
        left = {one.recipient.key for one in self._desk.deliveries.out_of_turn(keys, kind, at)}
        kept = [key for key in keys if key not in left]
        if line is None or not left or not kept:
            return keys, NOTHING_TO_SAY
        words, rows = self._detail.words, self._detail.rows_of(line.dispatch.key)
        whom = words.listing(row.said_in(words) for row in rows if row.key in left)
        return kept, Phrase(LEFT_OUT[kind], {"whom": whom})

    def _way_back(self, before: Line, keys: Collection[Key]) -> tuple[Offer, ...]:
        """One way back of all that has just been recorded of some recipients of a dispatch."""
        known = {event.key for one in before.deliveries for event in one.events}
        there = self._desk.deliveries.line(before.dispatch.key).deliveries
        new = [event for one in there if one.recipient.key in keys for event in one.events if event.key not in known]
        label = BACK_AT_ONCE if len(new) > 1 else TAKE_BACK
        return (Offer(label, lambda: self._back(new)),) if new else ()

    def take_back(self, events: Sequence[DeliveryEvent]) -> None:
        """Something was recorded by mistake: of one recipient, or of all who are chosen, asked once.

        Several that were recorded in one act are all taken back, asked once, whoever is chosen.
        """
        if len(events) > 1:
            if self._all_back(events):
                self._back(events)
            return
        several = _alike(self._detail.chosen, events[0])
        self._back(self._which(events[0], several) if len(several) > 1 else several)

    def _back(self, events: Sequence[DeliveryEvent]) -> None:
        if not events:
            return
        with self._alerts.guard():
            self._desk.deliveries.take_back_all([one.key for one in events])
            self.recorded.emit()
            self._detail.people.setFocus(Qt.FocusReason.OtherFocusReason)  # and not what takes back the next
            if len(events) > 1:
                self._alerts.say(SEVERAL_TAKEN_BACK, n=len(events))
            else:
                self._alerts.say(TAKEN_BACK)

    def _all_back(self, events: Sequence[DeliveryEvent]) -> bool:
        """Whether all that was recorded in one act is meant."""
        words, number = self._detail.words, len(events)
        asked = words.gettext(BACK_OF_ALL).format(
            what=words.gettext(HAPPENING_LABELS[events[0].kind]), n=words.number(number)
        )
        return self._alerts.confirm(
            self._with_replies(asked, events),
            words.gettext("Take back for these {n}").format(n=words.number(number)),
            words.gettext("Take nothing back"),
        )

    def _with_replies(self, asked: str, events: Sequence[DeliveryEvent]) -> str:
        """A question whether sendings are taken back, with how many of these have replies, which stay."""
        number = self._detail.replied(events) if events[0].kind is Happening.SENT else 0
        if not number:
            return asked
        words = self._detail.words
        said = words.ngettext(
            "{n} of them has a reply, or a report that it did not arrive: that stays, and its sending is to be "
            "recorded with an earlier moment.",
            "{n} of them have replies, or reports that it did not arrive: these stay, and their sending is to be "
            "recorded with an earlier moment.",
            number,
        )
        return f"{asked} {said.format(n=words.number(number))}"

    def _which(self, event: DeliveryEvent, several: Sequence[DeliveryEvent]) -> Sequence[DeliveryEvent]:
        """Ask whether all of them are taken back, or the one alone; nothing where it was left."""
        words, rows = self._detail.words, {row.key: row for row in self._detail.chosen}
        number = words.number(len(several))
        one = words.gettext("Only for {whom}").format(whom=rows[event.recipient].said_in(words))
        asked = Question(
            self._with_replies(
                words.gettext(BACK_FOR_ALL).format(what=words.gettext(HAPPENING_LABELS[event.kind]), n=number), several
            ),
            words.gettext("Take back for these {n}").format(n=number),
            words.gettext("Take nothing back"),
            words.listing(rows[known.recipient].said_in(words) for known in several),
            one,
        )
        answer = self._alerts.choose(asked)
        return several if answer == asked.act else (event,) if answer == one else ()

    def write(self, key: Key, choose: Choose) -> None:
        """Write the files of a dispatch again."""
        place = choose(self._window, self._detail.words.gettext("The folder for the messages"))
        if place is None:
            return

        job = self._jobs.start(
            N_("Writing the messages"), lambda report: self._desk.dispatches.write(key, place, report), self._tell
        )
        job.cancelled.connect(lambda: self._alerts.say(CANCELLED, Tone.NEUTRAL))

    def _tell(self, path: Path) -> None:
        self._alerts.show(Notice(Sentence(WRITTEN, {"place": str(path)}), Tone.GOOD, offers=(way_to(path),)))

    def discard(self, key: Key) -> None:
        """Take back a dispatch of which nothing is recorded, after asking: undo does not bring it back."""
        words = self._detail.words
        if self._alerts.confirm(
            words.gettext(DISCARD), words.gettext("Discard the dispatch"), words.gettext("Keep it")
        ):
            with self._alerts.guard():
                self._desk.dispatches.discard(key)
                self.recorded.emit()
                self._alerts.say(DISCARDED)


def _of(rows: Iterable[Sent], keys: Collection[Key], kind: Happening) -> tuple[Sent, ...]:
    """Of whom of the rows of some keys it would say something new."""
    return to_record([row for row in rows if row.key in keys], kind)


def _alike(rows: Iterable[Sent], event: DeliveryEvent) -> Sequence[DeliveryEvent]:
    """What is recorded last of the kind of an event of each of some recipients; the event itself where it is another's.

    Of the event's own recipient it is that very one.
    """
    rows = tuple(rows)
    if event.recipient not in {row.key for row in rows}:
        return (event,)
    found = []
    for row in rows:
        alike = [one for one in row.delivery.standing_events if one.kind is event.kind]
        found += [event] if row.key == event.recipient else alike[-1:]
    return tuple(found)
