"""What the keys do with a proposal, an amendment, a motion or a part: one verb of a service for each."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from nmirf_desktop.domain.consensus_sentences import OBSERVER_REASON, thanks_for_statement
from nmirf_desktop.domain.periods import Key as RowKey
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.voting import ConsensusCall, VoteKind
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice, Sentence
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.following import read_again
from nmirf_desktop.ui.screens.session_acts import Acts
from nmirf_desktop.ui.screens.session_asking import AskedFirst
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.screens.session_room import Room
from nmirf_desktop.ui.screens.session_text_cards import to_amend
from nmirf_desktop.ui.screens.session_text_rows import TextRow
from nmirf_desktop.ui.theme import Tone

T = TypeVar("T")
ADOPTED = {
    VoteKind.AMENDMENT: N_("Amendment {name} was adopted by consensus: the text reads so from now on."),
    VoteKind.PART: N_("Part {name} of {draft} was retained by consensus."),
    VoteKind.DIVISION: N_("{draft} is divided: its parts are put one by one, then the whole."),
    VoteKind.RECONSIDERATION: N_("{draft} is before the meeting again; consensus is sought anew."),
}
ACCEPTED = N_("Amendment {name} was accepted by the sponsor: {draft} is orally revised.")
ACCEPTED_BY_ALL = N_("Amendment {name} was accepted by the sponsors: {draft} is orally revised.")
ACCEPTED_BY_CHAIR = N_("Amendment {name} was accepted by the Chair: {draft} is orally revised.")
SUB_ADOPTED = N_("Amendment {name} was adopted by consensus: amendment {above} reads so from now on.")
SUB_ACCEPTED = N_("Amendment {name} was accepted by the sponsor: amendment {above} is revised.")
KEPT = N_("The text of {draft} is kept as it reads; what changes from now on is marked.")
KEPT_ALREADY = N_("The text of {draft} reads as it was kept.")

AMENDMENT_WITHDRAWN = N_("Amendment {name} was withdrawn. Ctrl+Z brings it back before the meeting.")
MOTION_WITHDRAWN = N_("The motion on {draft} was withdrawn. Ctrl+Z brings it back before the meeting.")
NAMED = N_("Objection by: {state}. The minutes name it; Ctrl+Z takes the name away.")
NAMED_TOO = N_("Objection by: {states}. The minutes name them; Ctrl+Z takes the last name away.")
STATED = N_(
    "The objection of {state}, which is no member, is kept as a statement under the item. That there was no consensus"
    " stays noted."
)
STATED_ALONE = N_(
    "The objection of {state}, which is no member, is kept as a statement under the item and breaks no consensus: that"
    " there was none is noted no longer. If a member objected too, press Shift+F7 and name it. Ctrl+Z takes this back."
)
NOTED_BEFORE = N_(
    "That there is no consensus on {name} was noted before, and is not written twice. Type who objected then, and"
    " Enter; if the Chair noted it anew since, press Shift+F7 once more."
)
NOTED_ANEW = N_(
    "The Chair noted anew that there is no consensus on {name}: the minutes tell it each time. Ctrl+Z takes this one"
    " away."
)
UNNAMED = N_("Nobody is named as having objected. Ctrl+Z brings the name back.")
MISTYPED = N_(
    "Nothing was done: what you type goes to the button “{label}”, not into a field. Press Tab, or click into the"
    " field, and type it again."
)
NONE_BEFORE = N_("No proposal stands before {draft} under this item: it cannot be on the same question as one.")


class TextActs:
    """The acts on the row that is chosen; those on a whole proposal, and what has no row, are the sitting's *acts*."""

    def __init__(self, desk: Secretariat, room: Room, alerts: Alerts, acts: Acts) -> None:
        self._desk, self._room, self._alerts, self._acts = desk, room, alerts, acts
        self.asking = AskedFirst(room, alerts)
        self._cards = room.texts.cards
        for card, verb in (
            (self._cards.amend, self._submit), (self._cards.rank, self._order),
            (self._cards.divide, self._divide), (self._cards.reconsider, self._reconsider),
        ):  # fmt: skip
            card.done.connect(verb)
        self._about: TextRow | None = None
        self._asking: Notice | None = None
        room.texts.joined.connect(self.join)
        room.texts.named.connect(self.name_objector)
        room.texts.mistyped.connect(lambda label: alerts.refuse(Refusal(MISTYPED, {"label": Phrase(label)})))

    def slots(self) -> dict[Key, Callable[[], object]]:
        """What each key does."""
        return {
            Key.ADOPT: lambda: self.asking.adopting(self.adopt), Key.OBJECT: self.note_objection,
            Key.ACCEPT: lambda: self.asking.accepting(self.accept), Key.SUPERSEDE: self.supersede,
            Key.WITHDRAW: self.withdraw, Key.AMEND: self.begin_amendment, Key.ORDER: self.begin_order,
            Key.DIVIDE: self.begin_division, Key.RECONSIDER: self.begin_reconsideration, Key.KEEP: self.keep,
            Key.RIVAL: self.put_beside, Key.PASS_OVER: self.pass_over, Key.REINTRODUCE: self.reintroduce,
        }  # fmt: skip

    @property
    def _row(self) -> TextRow | None:
        return self._room.texts.row

    # -- consensus -------------------------------------------------------------------------------------------------

    def adopt(self) -> None:
        """It is so decided: the whole, an amendment, a part, or a motion to which nobody objects."""
        row = self._row
        if row is None or row.whole:
            self._acts.adopt()
            return
        amendments, motions = self._desk.amendments, self._desk.text_motions
        verbs: dict[VoteKind, Callable[[RowKey], None]] = {
            VoteKind.AMENDMENT: amendments.adopt_by_consensus, VoteKind.PART: motions.adopt_part,
            VoteKind.DIVISION: motions.agree, VoteKind.RECONSIDERATION: motions.agree,
        }  # fmt: skip
        with self._alerts.guard():
            verbs[row.kind](row.key)
            self._say_done(ADOPTED[row.kind], SUB_ADOPTED, row)

    def _say_done(self, of_text: str, of_amendment: str, row: TextRow) -> None:
        """What an act changed: the text of the proposal, or the amendment of a sub-amendment; what is next, chosen."""
        if row.above is not None:
            self._alerts.say(of_amendment, name=row.name, above=row.above.name)
        else:
            self._alerts.say(of_text, name=row.name, draft=row.draft)
        if row.amendment is not None:
            self._room.texts.go_on_from(row.amendment)

    def note_objection(self) -> None:
        """There is no consensus on the whole, an amendment or a part; the keyboard goes to who objected."""
        before = self._row
        if before is not None and self._names_objector(before):
            return
        if before is None or before.whole:
            self._acts.note_objection()
        else:
            self._put(before)
        self._go_on_naming(before)

    def _put(self, row: TextRow) -> None:
        texts = self._room.texts
        put: dict[VoteKind, Callable[[RowKey, str | None], ConsensusCall | Intervention]] = {
            VoteKind.AMENDMENT: self._desk.amendments.note_objection,
            VoteKind.PART: self._desk.text_motions.note_objection,
        }
        with self._alerts.guard():
            kept = put[row.kind](row.key, texts.objecting())
            texts.show_objector()
            self._room.show_acts()
            if isinstance(kept, Intervention) and kept.state is not None:
                state, observes = texts.reading.named[kept.state], kept.state in texts.reading.observers
                texts.chair.say(lambda words: thanks_for_statement(state, words, observes=observes))
                self._alerts.say(OBSERVER_REASON)

    def _go_on_naming(self, before: TextRow | None) -> None:
        """After it was noted: that it was noted anew is said, and where nobody is named the field asks who it was."""
        row, texts = self._row, self._room.texts
        if before is None or row is None or row.found is None or row.found == before.found:
            return
        if before.found is not None:
            self._alerts.say(NOTED_ANEW, name=row.called)
        if row.found.objector is None:
            texts.objector.begin()

    def _names_objector(self, row: TextRow) -> bool:
        """Whether the key, pressed again, takes who objected as it is typed, or asks for it: nothing is noted anew.

        It is noted anew where something happened since, and another State is typed, or the key is pressed once more.
        """
        texts, found, pressed_again = self._room.texts, row.found, self._asked_again
        if found is None:
            return False
        with self._alerts.guard():
            typed, to_name = texts.objector.dirty, texts.to_name
            objector = texts.objecting()
            if to_name is not None and typed:
                return True
            if row.noted is not None:
                texts.objector.begin()
                return False
            if to_name is None and objector is not None:
                return self._names_late(found, objector)
            texts.ask_who(None if pressed_again else found)
            if pressed_again:
                return False
            self._asking = Notice(Sentence(NOTED_BEFORE, {"name": row.called}), Tone.ATTENTION, due=True)
            self._alerts.show(self._asking)
        return True

    @property
    def _asked_again(self) -> bool:
        """Whether it is before the reader that the key, pressed once more, notes it anew."""
        return self._asking is not None and self._alerts.notice is self._asking

    def _names_late(self, found: ConsensusCall, objector: StateCode) -> bool:
        """Whether a State that is typed before the key is who objected then: where nobody is named yet."""
        texts = self._room.texts
        unnamed = not self._desk.proposals.objectors(found)
        if unnamed:
            texts.ask_who(found)
            self.name_objector(objector)
        return unnamed

    def name_objector(self, objector: StateCode | None) -> None:
        """Who broke the consensus that was noted is named, or no longer."""
        row, texts = self._row, self._room.texts
        noted = texts.to_name
        if row is None or noted is None:
            return
        with self._alerts.guard():
            kept = self._desk.proposals.name_objector(noted.key, objector, beside=True)
            if objector is not None and isinstance(kept, Intervention):
                _say_stated(self._room, self._alerts, objector, stands=self._desk.proposals.is_noted(noted))
            else:
                _say_named(self._room, self._alerts, self._desk.proposals.objectors(noted))
        texts.show_objector()

    def withdraw(self) -> None:
        """The sponsor takes a text back, or the mover a motion."""
        row = self._row
        if row is not None and self._cards.stay_on(row.file.proposal.key):
            return
        if row is None or row.whole:
            self._acts.withdraw()
            return
        with self._alerts.guard():
            if row.amendment is not None:
                self._desk.amendments.withdraw(row.key)
                self._alerts.say(AMENDMENT_WITHDRAWN, name=row.name)
            else:
                self._desk.text_motions.take_back(row.key)
                self._alerts.say(MOTION_WITHDRAWN, draft=row.draft)

    # -- amendments ------------------------------------------------------------------------------------------------

    def _begin(
        self, card: Draft, shown: Callable[[TextRow], T], start: Callable[[T], object], on: Callable[[T], object]
    ) -> None:
        """Open a card with what is *shown* of the row, once no other one is filled in; *on* shows what became of it."""
        row = self._row
        if row is None or not put_away(self._cards.all):
            return
        self._room.texts.form.flush()
        row = self._row or row
        self._about = row
        start(shown(row))
        name = row.name if card is self._cards.amend and row.amendment is not None else row.draft
        texts, key = self._room.texts, row.key
        again = read_again(shown(row), lambda: next((shown(one) for one in texts.rows if one.key == key), None), on)
        self._cards.begin(card, name, row.file.proposal.key, again)

    def begin_amendment(self) -> None:
        """An amendment to the proposal, or to the amendment that is chosen."""
        form = self._cards.amendment
        self._begin(self._cards.amend, to_amend, form.start, form.read_on)

    def _submit(self) -> None:
        row, form = self._about, self._cards.amendment
        if row is None:
            return
        amends = row.amendment.amendment.key if row.amendment is not None else None
        with self._alerts.guard(self._cards.amend):
            one = self._desk.amendments.move(row.file.proposal.key, form.wording(), form.sponsor.value(), amends)
            self._cards.amend.finished()
            self._room.texts.go_to(one.key)

    def accept(self) -> None:
        """The main sponsor accepts the amendment: an oral revision."""
        row = self._row
        if row is not None and row.amendment is not None:
            with self._alerts.guard():
                self._desk.amendments.accept(row.key)
                several = any(one.amendment is None and one.left_at is None for one in row.file.sponsors)
                by_sponsor = ACCEPTED_BY_ALL if several else ACCEPTED
                by = by_sponsor if row.file.proposal.sponsor is not None else ACCEPTED_BY_CHAIR
                self._say_done(by, SUB_ACCEPTED, row)

    def supersede(self) -> None:
        """By the Chair's word the amendment is not put: the one adopted last, if any, excludes it."""
        row = self._row
        if row is None or row.amendment is None:
            return
        adopted = [one for one in row.file.amendments if one.in_force and one.amendment.amends is None]
        last = max(adopted, key=lambda one: str(one.settled_at), default=None)
        with self._alerts.guard():
            self._desk.amendments.supersede(row.key, last.amendment.key if last is not None else None)

    def begin_order(self) -> None:
        """The Chair's order of voting, beside the rule and the texts."""
        start = self._cards.order.start
        self._begin(self._cards.rank, lambda row: row.file.amendments, start, start)

    def _order(self) -> None:
        row = self._about
        if row is not None:
            with self._alerts.guard(self._cards.rank):
                self._desk.amendments.order(row.file.proposal.key, self._cards.order.keys())
                self._cards.rank.finished()
                self._room.texts.table.setFocus()

    # -- motions ---------------------------------------------------------------------------------------------------

    def begin_division(self) -> None:
        """Parts of the proposal are to be voted on separately."""
        form = self._cards.division
        self._begin(self._cards.divide, lambda row: row.file.proposal.text.original, form.start, form.read_on)

    def _divide(self) -> None:
        row, form = self._about, self._cards.division
        if row is not None:
            with self._alerts.guard(self._cards.divide):
                motion = self._desk.text_motions.divide(row.file.proposal.key, form.marked(), form.mover.value())
                self._cards.divide.finished()
                self._room.texts.go_to(motion.key)

    def begin_reconsideration(self) -> None:
        """What was adopted or rejected is to be considered again."""
        start = self._cards.mover.start
        self._begin(self._cards.reconsider, lambda row: row.key, start, start)

    def _reconsider(self) -> None:
        row = self._about
        if row is not None:
            with self._alerts.guard(self._cards.reconsider):
                motion = self._desk.text_motions.reconsider(row.file.proposal.key, self._cards.mover.mover.value())
                self._cards.reconsider.finished()
                self._room.texts.go_to(motion.key)

    # -- the proposal ----------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the text as it reads: what the sponsor revises from now on is marked."""
        row = self._row
        if row is not None:
            self._room.texts.form.flush()
            with self._alerts.guard():
                kept = self._desk.amendments.keep_text(row.file.proposal.key)
                self._alerts.say(KEPT if kept is not None else KEPT_ALREADY, draft=row.draft)

    def put_beside(self) -> None:
        """The proposal is on the same question as the one before it under the item; again, it is not."""
        row = self._row
        if row is None:
            return
        before = [one.file.proposal for one in self._room.texts.rows if one.whole]
        earlier = [one.key for one in before if one.number < row.file.proposal.number]
        first = earlier[-1] if earlier and row.file.proposal.rival is None else None
        with self._alerts.guard():
            if not earlier:
                raise Refusal(NONE_BEFORE, {"draft": row.draft})
            self._desk.proposals.put_beside(row.file.proposal.key, first)

    def pass_over(self) -> None:
        """The meeting decides not to vote on it."""
        row = self._row
        if row is not None:
            with self._alerts.guard():
                self._desk.proposals.pass_over(row.file.proposal.key)

    def reintroduce(self) -> None:
        """A withdrawn proposal is introduced again, by whom is said in its form."""
        row = self._row
        if row is not None:
            with self._alerts.guard():
                self._room.begin_text(self._desk.proposals.reintroduce(row.file.proposal.key).key)

    def join(self, state: str) -> None:
        """A State joins the sponsors, or leaves them where it is one."""
        row = self._row
        if row is None:
            return
        there = next(
            (one for one in row.file.sponsors if (one.state, one.amendment, one.left_at) == (state, None, None)), None
        )
        with self._alerts.guard(self._room.texts.form):
            if there is not None:
                self._desk.amendments.leave(there.key)
            else:
                self._desk.amendments.join(row.file.proposal.key, state)


def _say_stated(room: Room, alerts: Alerts, objector: StateCode, *, stands: bool) -> None:
    """That the objection of an observer is a statement, and whether the absence of consensus *stands*."""
    state, observes = room.texts.reading.named[objector], objector in room.texts.reading.observers
    if stands:
        alerts.say(STATED, state=state)
        return
    room.show_acts()
    room.texts.chair.say(lambda words: thanks_for_statement(state, words, observes=observes))
    alerts.say(STATED_ALONE, state=state)


def _say_named(room: Room, alerts: Alerts, objectors: Sequence[StateCode]) -> None:
    """Who is named as having objected, each beside the others."""
    names = tuple(room.texts.reading.named[one] for one in objectors)
    if len(names) > 1:
        alerts.say(NAMED_TOO, states=Listed(names, alphabetical=True))
    elif names:
        alerts.say(NAMED, state=names[0])
    else:
        alerts.say(UNNAMED)
