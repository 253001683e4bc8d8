"""What is written down of a contribution to the knowledge hub, and that it was sent or published."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from nmirf_desktop.domain.contributions import Contribution, ContributionKind
from nmirf_desktop.domain.good_practices import GoodPractice
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import ChoiceField, DateField, StateField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.screens.contributions_list import kind_word

COUNTS = N_("It counts by this day until it goes out, then by the day on which it did.")
LINK = N_("The address of its page on the hub.")


class ContributionForm(Form):
    """A contribution: what, of which State, in which language, and when it went out."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._held: Contribution | None = None
        self.name = TrilingualField(language)
        self.kind: ChoiceField[ContributionKind] = ChoiceField(language, list(ContributionKind), kind_word)
        self.state = StateField(language, ())
        self.practice: ChoiceField[GoodPractice] = ChoiceField(
            language, [], lambda one, words: one.title.best(words.language), none=N_("On none")
        )
        self.tongue: ChoiceField[Language] = ChoiceField(language, list(Language), lambda one, _words: NAMES[one])
        self.prepared, self.sent, self.published = DateField(language), DateField(language), DateField(language)
        self.link, self.note = TextField(language), TextField(language, long=True)
        self.add("title", N_("Title"), self.name, needed=True)
        self.add("kind", N_("Kind"), self.kind)
        self.add("state", N_("State"), self.state, N_("Empty: the Network as a whole."))
        self.add("practice", N_("Rests on"), self.practice, N_("A good practice of the register."))
        self.add("language", N_("Language"), self.tongue)
        self.add("prepared_on", N_("Recorded on"), self.prepared, COUNTS, needed=True)
        self.add("sent_on", N_("Sent on"), self.sent, N_("Empty: it is still to be sent."))
        self.add("published_on", N_("Published on"), self.published)
        self.add("link", N_("Link"), self.link, LINK)
        self.add("note", N_("Note"), self.note, N_("For the secretariat alone; no document prints it."))

    def load(self, contribution: Contribution, states: Iterable[State], practices: Iterable[GoodPractice]) -> None:
        """A contribution as it stands or is proposed, with the practices that it may rest on."""
        self._held = one = contribution
        self.name.load(one.title, over=True)
        self.kind.load(one.kind, over=True)
        self.state.set_states(states)
        self.state.load(one.state, over=True)
        known = list(practices)
        self.practice.set_values(known)
        self.practice.load(next((other for other in known if other.key == one.practice), None), over=True)
        self.tongue.load(one.language, over=True)
        self.prepared.load(one.prepared_on, over=True)
        self.sent.load(one.sent_on, over=True)
        self.published.load(one.published_on, over=True)
        self.link.load(one.link, over=True)
        self.note.load(one.note, over=True)

    def value(self) -> Contribution:
        """The contribution as the fields say it. Raises ``Problem`` without the day of its record."""
        prepared, practice = given(self.prepared, "prepared_on"), self.practice.value()
        held = self._held or Contribution("", ContributionKind.ACTIVITY, Trilingual(), prepared)
        return replace(
            held,
            kind=self.kind.value() or ContributionKind.ACTIVITY,
            title=self.name.value(),
            prepared_on=prepared,
            state=self.state.value(),
            language=self.tongue.value() or Language.EN,
            practice=practice.key if practice is not None else None,
            sent_on=self.sent.value(),
            published_on=self.published.value(),
            link=self.link.value(),
            note=self.note.value(),
        )


class SentForm(Form):
    """The day on which contributions were sent."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.add("on", N_("Sent on"), self.on, needed=True)


class PublishedForm(Form):
    """The day from which a contribution is on the hub, and its link."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on, self.link = DateField(language), TextField(language)
        self.add("on", N_("Published on"), self.on, needed=True)
        self.add("link", N_("Link"), self.link, LINK)

    def load(self, on: datetime.date, link: str) -> None:
        """A day and the link that is known."""
        self.on.load(on, over=True)
        self.link.load(link, over=True)
