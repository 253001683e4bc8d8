"""The officers whom a meeting elected, in the room or by a record made here, and one more being recorded."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.agenda import Numbered, Purpose
from nmirf_desktop.domain.attendance import Roll
from nmirf_desktop.domain.election_board import Name
from nmirf_desktop.domain.officers import Office, Officer, office_name, others_in_office
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.meetings import MeetingPlan
from nmirf_desktop.ui.alerts import Offer, Question
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, StateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.outside import in_office
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import STEP

TAKE_BACK = N_("Take back")
HELD = N_("The meeting elected to the office “{office}” already: {holders}. Record {state} in this office besides?")
BOTH = N_(
    "The minutes then name each of them in this office, as of a meeting with more than one. If one was meant, record "
    "nothing: whom the room elected is put right in Session, and what was recorded here is taken back on its line."
)
RECORD_BESIDES = N_("Record it besides")
RECORD_NOTHING = N_("Record nothing")
NOTHING_RECORDED = N_(
    "Nothing was recorded. Whom the room elected is put right in Session; what was recorded here is taken back on its "
    "line, and then recorded anew."
)
PeopleOf = Callable[[StateCode], Iterable[Person]]
"""Who is in the register of a State."""
RollOf = Callable[[Key], Roll]
"""The members and observers on the day of a meeting."""


class OfficerForm(Form):
    """An office, the State that holds it, who represents that State, and the item under which it was elected."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._people_of: PeopleOf = lambda _state: ()
        self._people: Mapping[Key, Person] = {}
        self._roll = Roll()
        self._items: Mapping[Key, Numbered] = {}
        self.office: ChoiceField[Office] = ChoiceField(language, list(Office), office_name)
        self.state = StateField(language, ())
        self.person: ChoiceField[Key] = ChoiceField(language, [], self._name, none=N_("its representative"))
        self.item: ChoiceField[Key] = ChoiceField(language, [], self._title, none=N_("no agenda item"))
        self.add("office", N_("Office"), self.office)
        self.add("state", N_("State"), self.state)
        self.add("person", N_("Held by"), self.person, N_("A person of this State who is in the register."))
        self.add("item", N_("Elected under"), self.item)
        for follows in (self._offer_people, self._remark):
            self.state.changed.connect(follows)

    def _name(self, key: Key, words: Catalog) -> str:
        return self._people[key].label(words.language) if key in self._people else ""

    def _title(self, key: Key, words: Catalog) -> str:
        if key not in self._items:
            return ""
        place = self._items[key]
        return f"{place.reference(words.language)} · {place.item.title[words.language] or place.item.title.original}"

    def offer_states(self, states: Iterable[State], people_of: PeopleOf) -> None:
        """The States to choose from, and who of them can be named."""
        self._people_of = people_of
        self.state.set_states(states)

    def offer_items(self, items: Sequence[Numbered]) -> None:
        """The items to choose from."""
        self._items = {one.item.key: one for one in items}
        self.item.set_values(tuple(self._items))
        self._offer_people()

    def _offer_people(self) -> None:
        state = self.state.value()
        self._people = {one.key: one for one in self._people_of(state)} if state is not None else {}
        self.person.set_values(tuple(self._people))

    def _remark(self) -> None:
        self.hint("state", in_office(self._roll, self.state.value()))

    def load(self, roll: Roll) -> None:
        """The Chair, elected where a meeting opens; who is no member by its *roll* is remarked on."""
        self._roll = roll
        opening = (key for key, one in self._items.items() if one.item.purpose is Purpose.OPENING)
        self.office.load(Office.CHAIR, over=True)
        self.state.load(None, over=True)
        self._offer_people()
        self._remark()
        self.person.load(None, over=True)
        self.item.load(next(opening, None), over=True)

    def value(self, meeting: Key) -> Officer:
        """The officer, without a key yet; a :class:`Problem` where the State is missing."""
        state = self.state.value()
        if state is None:
            raise Problem(N_("Name the State."), field_name="state")
        office = self.office.value() or Office.CHAIR
        return Officer("", meeting, office, state, self.person.value(), self.item.value())


class Elections(QWidget):
    """The officers of a meeting and the card for one more, of the meeting for which it was opened.

    ``taken_back`` carries an officer's key.
    """

    taken_back = Signal(str)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._shown: MeetingPlan | None = None
        self._in_room: Mapping[Officer, Name] = {}
        self._states: Mapping[StateCode, State] = {}
        self._meeting: Key = ""
        self._roll_of: RollOf = lambda _meeting: Roll()
        self.form = OfficerForm(language)
        self.draft = Draft(
            N_("Record an election"), N_("Record"), self.form, language,
            N_("The minutes say whom the meeting elected, in three languages."),
        )  # fmt: skip
        self.officers = FactRows(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self.officers, self.draft):
            column.addWidget(part)

    def offer(self, states: Iterable[State], people_of: PeopleOf, roll_of: RollOf) -> None:
        """The States to choose from, who of them can be named, and which are members when a meeting is held."""
        self._roll_of = roll_of
        self.form.offer_states(states, people_of)

    def begin(self) -> None:
        """Open the card, of the meeting that is shown."""
        if self._shown is not None and put_away([self.draft]):
            self._meeting = self._shown.meeting.key
            self.form.offer_items(self._shown.items)
            self.form.load(self._roll_of(self._meeting))
            self.draft.concern(Listed((self._shown.meeting.symbol,)))
            self.draft.begin()

    def value(self) -> Officer:
        """The officer whom the card names; a :class:`Problem` where the State is missing."""
        return self.form.value(self._meeting)

    def besides(self, officer: Officer) -> Question | None:
        """What is asked where others hold the office already: co-chairs are rare, and minutes would name each of them.

        Raises ``Problem`` where the room elected the person of that State whom the minutes name.
        """
        plan = self._shown
        if plan is None or plan.meeting.key != officer.meeting:
            return None
        named = [one for one, name in self._in_room.items() if name.candidate.name]
        held = others_in_office(officer, (*plan.officers, *self._in_room), named)
        if not held:
            return None
        words = self._language.words
        text = words.gettext(HELD).format(
            office=office_name(officer.office, words), state=self._states[officer.state].said_in(words),
            holders=words.listing(self._said(one, plan, words) for one in held),
        )  # fmt: skip
        both = words.gettext(BOTH)
        return Question(text, words.gettext(RECORD_BESIDES), words.gettext(RECORD_NOTHING), both)

    def load(
        self,
        plan: MeetingPlan,
        in_room: Mapping[Officer, Name],
        states: Mapping[StateCode, State],
        *,
        locked: bool,
    ) -> None:
        """Show each officer, or that there is none; a card of another meeting stays where it is filled in.

        Whom the room elected stands first: that is put right there, and here it is only shown.
        """
        words = self._language.words
        self._shown, self._in_room, self._states = plan, in_room, states
        if plan.meeting.key == self._meeting:
            self.form.offer_items(plan.items)
        else:
            self.draft.hide()
        none = FactRow((words.gettext("No election is recorded."),), mark=Mark("minus"), muted=True)
        rows = [self._elected(one, plan, words) for one in in_room]
        rows += [self._row(one, plan, words, locked=locked) for one in plan.officers]
        self.officers.show_rows(rows or [none])

    def _said(self, one: Officer, plan: MeetingPlan, words: Catalog) -> str:
        """An officer by name: "Ms. Ana SOSA (Paraguay)", or its State."""
        if one in self._in_room:
            return self._in_room[one].said_in(words)
        state = self._states[one.state].said_in(words)
        person = next((known for known in plan.people if known.key == one.person), None)
        if person is None:
            return state
        return words.pgettext("candidate", "{name} ({state})").format(name=person.label(words.language), state=state)

    def _elected(self, one: Officer, plan: MeetingPlan, words: Catalog) -> FactRow:
        """Whom the room elected, with where, as a way to it."""
        place = next((known for known in plan.items if known.item.key == one.item), None)
        note = words.gettext("Elected in Session; it is put right there.")
        if place is not None:
            note = words.gettext("Elected in Session, under agenda item {n}; it is put right there.").format(
                n=place.reference(words.language)
            )
        election = self._in_room[one].candidate.election
        where = Place("session", f"{plan.meeting.key}:{one.item or ''}:{election}")
        return FactRow(
            (Link(self._said(one, plan, words), where),), office_name(one.office, words), note, Mark("gavel")
        )

    def _row(self, one: Officer, plan: MeetingPlan, words: Catalog, *, locked: bool) -> FactRow:
        person = next((known for known in plan.people if known.key == one.person), None)
        return FactRow(
            (self._states[one.state].said_in(words),),
            office_name(one.office, words),
            person.label(words.language) if person is not None else "",
            Mark("user"),
            offers=() if locked else (Offer(TAKE_BACK, lambda: self.taken_back.emit(one.key)),),
        )
