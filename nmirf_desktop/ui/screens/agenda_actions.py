"""Follow-up actions: what a meeting asked somebody to do, by when, and when it was done."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from nmirf_desktop.domain.actions import FollowUpAction, is_late
from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.fields import ChoiceField, DateField, TextField, TrilingualField
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.agenda_page import AgendaPage
from nmirf_desktop.ui.screens.agenda_rows import title_of
from nmirf_desktop.ui.theme import Tone

HINT = N_("What this meeting asked somebody to do. What is not done stands ready for the agenda of the next meeting.")


def _item(one: Numbered, words: Catalog) -> str:
    return f"{one.reference(words.language)} {title_of(one, words)}"


class ActionForm(Form):
    """An action, who does it, and by when."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.title = TrilingualField(language, lines=2, expected=True)
        self.responsible = TrilingualField(language)
        self.item: ChoiceField[Numbered] = ChoiceField(language, [], _item, none=N_("No item in particular"))
        self.due_on, self.done_on = DateField(language), DateField(language)
        self.note = TextField(language, long=True)
        self.add("title", N_("What is to be done"), self.title)
        self.add("responsible", N_("Responsible"), self.responsible, N_("A function, such as “Coordinator”."))
        self.add("item", N_("Under item"), self.item)
        self.add("due_on", N_("Due on"), self.due_on)
        self.add("done_on", N_("Done on"), self.done_on)
        self.add("note", N_("Note"), self.note)

    def load(self, action: FollowUpAction, items: tuple[Numbered, ...]) -> None:
        """Show an action, or one that is begun."""
        self.item.set_values(items)
        self.item.load(next((one for one in items if one.item.key == action.item), None), over=True)
        self.title.load(action.title, over=True)
        self.responsible.load(action.responsible, over=True)
        self.due_on.load(action.due_on, over=True)
        self.done_on.load(action.done_on, over=True)
        self.note.load(action.note, over=True)

    def value(self, before: FollowUpAction) -> FollowUpAction:
        """The action as it is written down."""
        item = self.item.value()
        return replace(
            before,
            title=self.title.value(),
            responsible=self.responsible.value(),
            item=item.item.key if item else None,
            due_on=self.due_on.value(),
            done_on=self.done_on.value(),
            note=self.note.value(),
        )


class ActionsPage(AgendaPage):
    """The follow-up actions of a meeting."""

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(desk, language, alerts, HINT)
        self.form = ActionForm(language)
        self._base: FollowUpAction | None = None
        self.begin_button = self.button(N_("Record a follow-up action …"), self.begin)
        self.draft = self.card(Draft(N_("Follow-up action"), N_("Record"), self.form, language), self._record)
        self.add(self.rows)

    def begin(self) -> None:
        """Write down an action."""
        self._open(FollowUpAction("", self.key, Trilingual()))

    def _open(self, action: FollowUpAction) -> None:
        if not self.put_away():
            return
        key = self.key

        def show(now: FollowUpAction) -> None:
            self._base = now
            self.form.load(now, self.desk.agendas.items(key))

        show(action)
        self.open_card(self.draft, of_record(self.desk.store, action, show))

    def _record(self) -> None:
        if self._base is not None:
            with self.alerts.guard(self.draft):
                self.desk.actions.record(self.form.value(self._base))
                self.finish(self.draft)

    def shown(self) -> Iterable[FactRow]:
        """The actions, the unfinished first."""
        return [self._row(one) for one in self.desk.actions.of(self.key)]

    def _mark_done(self, key: Key) -> None:
        if self.meeting is not None:
            self.desk.actions.mark_done([key], self.desk.meetings.noted_day(self.meeting, self.on))

    def _row(self, one: FollowUpAction) -> FactRow:
        words = self.words
        note = [one.responsible.best(words.language)]
        if one.done_on is not None:
            mark, state = Mark("circle-check", Tone.GOOD), words.pgettext("follow-up action", "done")
            note.append(words.gettext("done on {day}").format(day=words.date(one.done_on)))
        elif is_late(one, self.on):
            mark, state = Mark("octagon-alert", Tone.BAD), words.gettext("late")
            note.append(state)
        else:
            mark, state = Mark("circle-dashed", Tone.ATTENTION), words.gettext("to be done")
            note.append(state)
        note.append(one.note)
        done = (N_("Mark as done"), lambda: self._mark_done(one.key))
        back = (N_("It is not done after all"), lambda: self.desk.actions.mark_done([one.key], None))
        return FactRow(
            (one.title.best(words.language),),
            words.short_date(one.due_on) if one.due_on else "",
            words.pgettext("facts in a row", " · ").join(part for part in note if part),
            mark,
            state,
            self.offers(
                back if one.done_on else done,
                (N_("Correct …"), partial(self._open, one)),
                (N_("Remove"), lambda: self.desk.actions.remove(one.key)),
            ),
            key=one.key,
        )
