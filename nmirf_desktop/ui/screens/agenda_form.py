"""One item of an agenda, edited in place: title and annotation side by side in three languages, and what is asked."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.agenda import ACTION_LABELS, PURPOSE_LABELS, AgendaItem, ExpectedAction, Numbered, Purpose
from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.agenda_versions import SETTLED
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fields import CheckField, ChoiceField, ListedField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.held_files import HeldFiles
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.objectives import ObjectivesField
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.screens.agenda_fields import DurationField, PhrasedField, several_documents
from nmirf_desktop.ui.screens.agenda_rows import title_of
from nmirf_desktop.ui.theme import Tone, Type, style

PURPOSES = N_(
    "At every annual meeting one item reviews what the Network did, and one settles where it goes (R37): the purpose "
    "says which they are."
)


def _action(action: ExpectedAction, words: Catalog) -> str:
    return words.gettext(ACTION_LABELS[action])


def _purpose(purpose: Purpose, words: Catalog) -> str:
    return words.gettext(PURPOSE_LABELS[purpose])


class ItemForm(Form):
    """An item's texts and facts."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.title = PhrasedField(language, lines=2, expected=True)
        self.annotation = PhrasedField(language, lines=4)
        self.action: ChoiceField[ExpectedAction] = ChoiceField(language, list(ExpectedAction), _action)
        self.purpose: ChoiceField[Purpose] = ChoiceField(language, list(Purpose), _purpose)
        self.presenter = PhrasedField(language)
        self.duration = DurationField(language)
        self.objectives = ObjectivesField(language)
        self.documents = ListedField(language, several_documents)
        self.supplementary = CheckField(language, N_("Added after the agenda was sent"))
        self._entered = self.annotation
        for text in (self.title, self.annotation, self.presenter):
            text.entered.connect(partial(self._enter, text))
        self.add("title", N_("Title"), self.title)
        self.add("annotation", N_("Annotation"), self.annotation)
        self.add("action", N_("Expected action"), self.action)
        self.add("purpose", N_("Purpose"), self.purpose)
        self.add("duration", N_("Duration"), self.duration, N_("As in “90”, “45 min”, “1 h 30” or “1:30”."))
        self.add("supplementary", N_("Supplementary"), self.supplementary)
        self.add("presenter", N_("Presenter"), self.presenter)
        self.add("objectives", N_("Objectives"), self.objectives, N_("Of the Network, which the item serves (R42)."))
        self.add(
            "documents", N_("Documents"), self.documents, N_("The symbols of those before the meeting, one a line.")
        )

    def fill(self, phrase: Trilingual) -> None:
        """Put a phrase into the text in which the keyboard was last."""
        self._entered.fill(phrase)

    def go_back(self) -> None:
        """Put the keyboard where it was last in a text."""
        self._entered.go()

    def _enter(self, field: PhrasedField) -> None:
        self._entered = field

    def settle(self, title: Trilingual) -> None:
        """What the meeting adopted is only read: *title* in each language that has one, and the documents before it."""
        self.title.keep_settled(title)
        self.supplementary.set_read_only(True)
        self.documents.set_read_only(True)

    def load(self, item: AgendaItem, *, annual: bool) -> None:
        """Show an item of an agenda, which may be that of an annual meeting."""
        self.hint("purpose", PURPOSES if annual else "")
        over = self.begin(item.key)
        self.title.load(item.title, over=over)
        self.annotation.load(item.annotation, over=over)
        self.action.load(item.action, over=over)
        self.purpose.load(item.purpose, over=over)
        self.presenter.load(item.presenter, over=over)
        self.duration.load(item.duration, over=over)
        self.supplementary.load(item.supplementary, over=over)
        self.objectives.load(item.objectives, over=over)
        self.documents.load(item.documents, over=over)

    def value(self, before: AgendaItem) -> AgendaItem:
        """The item with what the form says."""
        return replace(
            before,
            title=self.title.value(),
            annotation=self.annotation.value(),
            action=self.action.value() or before.action,
            purpose=self.purpose.value() or before.purpose,
            presenter=self.presenter.value(),
            duration=self.duration.value(),
            supplementary=self.supplementary.value(),
            objectives=self.objectives.value(),
            documents=self.documents.value(),
        )


class ItemDetail(DetailPane):
    """The right side of the agenda: the item's number and title, then its form."""

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language)
        self._desk = desk
        self.form = ItemForm(language)
        self._adopted = QLabel(wordWrap=True)
        style(self._adopted, Type.SMALL, Tone.ATTENTION)
        self.add(self._adopted)
        self.files = HeldFiles(desk, language, alerts)
        self.add(self.form)
        self.section(N_("Files")).add(self.files)
        self.files.take_from(self)
        self._files_of: tuple[Key, Language, bool] | None = None

    def load(self, one: Numbered | None, *, locked: bool, adopted: bool = False, annual: bool = False) -> None:
        """Show an item, or nothing; of one that is *adopted*, only what was missing can still be written."""
        if (body := self.widget()) is not None:
            body.setVisible(one is not None)
        if one is None:
            return
        words = self._language.words
        number = words.gettext("Item {number}").format(number=one.reference(words.language))
        self.head(title_of(one, words), number)
        if one.item.key != self.form.key:
            self.verticalScrollBar().setValue(0)  # another item is read from its heading on
        self.form.load(one.item, annual=annual)
        self.form.set_read_only(locked)
        settled = self._desk.agendas.settled_title(one.item) if adopted else Trilingual()
        self._adopted.setText(words.gettext(SETTLED))
        self._adopted.setVisible(bool(settled))
        if adopted and not locked:
            self.form.settle(settled)
        self.files.settled = adopted
        if self._files_of != (one.item.key, words.language, adopted):
            self._files_of = (one.item.key, words.language, adopted)
            self.files.load(Holder(HolderKind.AGENDA_ITEM, one.item.key))
