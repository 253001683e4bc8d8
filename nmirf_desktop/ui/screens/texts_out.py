"""Texts that are out for translation: sent as a table, listed until they are back."""

import datetime
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.translation_orders import TranslationOrder
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.translations import Order, TableFormat, Translations
from nmirf_desktop.services.translations_said import out_said
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.choosing import DocumentFiles
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.fields import ChoiceField, TextField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.meeting_field import called
from nmirf_desktop.ui.rows import Column, mark
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.texts_returned import Returned
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

SEND, TAKE_IN, SHOW = N_("Send to translators"), N_("Take translations in"), N_("Orders for translation")
ORDERS, SENDING = "!orders", "!send"
"""The places of the orders, and of the card that sends one, on the screen of texts."""
NONE = Empty(
    N_("Nothing was sent to translators yet"),
    N_("All texts that are not ready in a language leave as one table, and come back into their places."),
)
FORMATS = {TableFormat.DOCX: N_("Document (DOCX)"), TableFormat.XLSX: N_("Workbook (XLSX)")}


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order, and beside the last one into a language that came back how many texts of the meeting it left undone."""

    order: TranslationOrder
    undone: int = 0

    @property
    def sent_on(self) -> datetime.date:
        """The day on which it left."""
        return self.order.sent_on

    @property
    def ended(self) -> bool:
        """Whether nobody has to do anything: it is back, and no text is missing or outdated."""
        return self.order.returned_on is not None and not self.undone


def _when(one: OrderRow, words: Catalog) -> str:
    """When an order came back, with what is not done all the same, or that it is out."""
    if one.order.returned_on is None:
        return words.pgettext("order for translation", "out")
    back = words.pgettext("order for translation", "back on {date}").format(date=words.date(one.order.returned_on))
    if not one.undone:
        return back
    left = words.ngettext("{n} text not done", "{n} texts not done", one.undone).format(n=words.number(one.undone))
    return words.pgettext("facts in a row", " · ").join((back, left))


COLUMNS: tuple[Column[OrderRow], ...] = (
    Column(N_("Language"), lambda one, _words: NAMES[one.order.target]),
    Column(
        N_("Sent on"),
        lambda one, words: words.date(one.sent_on),
        lambda one, _words: one.sent_on,
        cell=lambda one, _words: one.sent_on,
    ),
    Column(
        N_("Texts"),
        lambda one, words: words.number(one.order.texts),
        lambda one, _words: one.order.texts,
        right=True,
        cell=lambda one, _words: one.order.texts,
    ),
    Column(
        N_("How it stands"),
        _when,
        lambda one, _words: one.order.returned_on or one.sent_on.max,
        mark=lambda one: mark(Tone.GOOD if one.ended else Tone.ATTENTION),
    ),
    Column(N_("Translator"), lambda one, _words: one.order.translator, stretch=True),
    Column(N_("Approver"), lambda one, _words: one.order.approver, spare=True),
)


class SendForm(Form):
    """Into which language, as what, and by whose hands."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.target: ChoiceField[Language] = ChoiceField(language, list(Language), lambda one, _words: NAMES[one])
        self.format: ChoiceField[TableFormat] = ChoiceField(
            language, list(TableFormat), lambda one, words: words.gettext(FORMATS[one])
        )
        self.translator, self.approver = TextField(language), TextField(language)
        self.out = WrappedLabel()
        style(self.out, Type.BODY, Tone.ATTENTION)
        self.add("target", N_("Into"), self.target)
        self.add_widget(self.out)
        self.add("format", N_("As"), self.format)
        self.add("translator", N_("Translator"), self.translator, N_("By function, such as “Translation service”"))
        self.add("approver", N_("Approver"), self.approver, N_("By function: who reviews what comes back"))

    def order(self, meeting: Meeting) -> Order:
        """What is asked for."""
        return Order(
            meeting.key,
            self.target.value() or Language.EN,
            self.format.value() or TableFormat.DOCX,
            self.translator.value(),
            self.approver.value(),
        )


class Out(QWidget):
    """The orders of a meeting, the card that sends one, and what came back; ``closed`` leads back to the texts."""

    closed = Signal()
    opened = Signal()

    def __init__(
        self, translations: Translations, files: DocumentFiles, language: CurrentLanguage, alerts: Alerts
    ) -> None:
        super().__init__()
        self._translations, self._files = translations, files
        self._language, self._alerts = language, alerts
        self._meeting: Meeting | None = None
        self._sent_of: Meeting | None = None  # for which the card was opened
        self._offered = "", ""
        form = SendForm(language)
        form.target.changed.connect(lambda: self._follow(form))
        form.translated.connect(lambda: self._say_out(form))
        self.sending = Draft(
            SEND,
            N_("Choose the file …"),
            form,
            language,
            N_("Every text that is not ready in the language leaves in one table. Its reader fills in one column."),
        )
        self.returned = Returned(translations, language, alerts)
        self.list: RowTable[OrderRow] = RowTable(COLUMNS, lambda one: one.order.key, language, NONE)
        self.list.name(SHOW)
        self._title, self._back = QLabel(wordWrap=True), QPushButton(icon("arrow-left"), "")
        style(self._title, Type.HEADING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP * 2, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(SideBySide(self._title, self._back, grows=self._title))
        column.addWidget(self.sending)
        column.addWidget(self.returned, 1)
        column.addWidget(self.list, 1)
        self.returned.hide()
        self._send = Action(SEND, self.begin_sending, Look("send", "Ctrl+Shift+D"), self)
        self._take_in = Action(TAKE_IN, self.choose, Look("upload", "Ctrl+Shift+I"), self)
        self._show = Action(SHOW, self._toggle, Look("list-ordered", "Ctrl+Shift+G"), self)
        self._back.clicked.connect(self.leave)
        self.sending.done.connect(self._write)
        self.sending.left.connect(self._settle)
        self.returned.left.connect(self._settle)
        self.returned.recorded.connect(self._settle)

    @property
    def actions_of(self) -> list[Action]:
        """What can be done, for the screen's head."""
        return [self._send, self._take_in, self._show]

    @property
    def at_work(self) -> bool:
        """Whether something is being sent or taken in."""
        return self.sending.isVisibleTo(self) or self.returned.isVisibleTo(self)

    def load(self, meeting: Meeting | None) -> None:
        """Show the orders of a meeting."""
        self._meeting = meeting
        writable = meeting is not None and not self._translations.read_only
        for action in (self._send, self._take_in):
            action.setEnabled(writable)
        self._show.setEnabled(meeting is not None)
        self.list.show_rows(self._rows(meeting.key) if meeting is not None else ())
        self.retranslate()

    def _rows(self, meeting: Key) -> list[OrderRow]:
        """The orders, what is not done beside the last that came back into each language."""
        orders = self._translations.orders(meeting)
        last = {one.target: one for one in sorted(orders, key=lambda one: one.returned_on or one.sent_on.min)}
        undone = {one.key: self._translations.undone(meeting, one.target) for one in last.values() if one.returned_on}
        return [OrderRow(one, undone.get(one.key, 0)) for one in orders]

    def go_to(self, place: str) -> None:
        """Show the orders, or the card that sends one."""
        self.opened.emit()
        if place == SENDING:
            self.begin_sending()

    def begin_sending(self) -> None:
        """Open the card, in the language that has most to be translated."""
        if self._meeting is None:
            return
        self.opened.emit()
        if not put_away([self.sending]):
            return
        form, self._sent_of = self.sending.form, self._meeting
        if isinstance(form, SendForm):
            key = self._meeting.key
            most = max(Language, key=lambda one: len(self._translations.waiting(key, one)))
            form.target.load(most, over=True)
            for field in (form.translator, form.approver):
                field.load("", over=True)
            self._follow(form)
        self.sending.concern(called(self._meeting))
        self.sending.begin()

    def _follow(self, form: SendForm) -> None:
        """Offer who translated into the language chosen last and approved it, where nobody else was typed."""
        target, offered = form.target.value(), self._offered
        if target is not None:
            self._offered = self._translations.functions(target)
            for field, said in zip((form.translator, form.approver), self._offered, strict=True):
                if field.value() in ("", *offered):
                    field.load(said, over=True)
        self._say_out(form)

    def _say_out(self, form: SendForm) -> None:
        """Say what is out already in the language that is chosen."""
        target = form.target.value()
        if self._sent_of is not None and target is not None:
            said = out_said(self._translations.out(self._sent_of.key, target), self._language.words)
            form.out.setText(said)
            form.out.setVisible(bool(said))

    def _write(self) -> None:
        form = self.sending.form
        if self._sent_of is None or not isinstance(form, SendForm):
            return
        order = form.order(self._sent_of)
        with self._alerts.guard(self.sending):
            self._translations.check(order)
            title = self._language.words.gettext(SEND)
            path = self._files.named(self, title, self._translations.file_name(order))
            if path is None:
                return
            sent = self._translations.send(order, path, today())
            self.sending.finished()
            self._alerts.say(
                N_("Texts written out for translation into {language}: {n}."),
                language=self._language.words.language_name(sent.target),
                n=sent.texts,
            )
            self._settle()

    def choose(self) -> None:
        """Ask for a table that came back, and show what it would do."""
        path = self._files.translated(self, self._language.words.gettext(TAKE_IN))
        if path is not None and self._meeting is not None:
            with self._alerts.guard():
                table = self._translations.read(path)
                approver = self._translations.approver(table, self._meeting.key)
                self.opened.emit()
                self.list.hide()
                self.returned.show_table(table, self._meeting.key, approver)

    def _toggle(self) -> None:
        """Show the orders, or the texts again."""
        if self.isVisible():
            self.leave()
        else:
            self.opened.emit()
            self.list.setFocus()

    def leave(self) -> None:
        """Back to the texts; a card that is filled in stays and says so, a table that was looked at is put away."""
        self.sending.escape()
        self.returned.hide()
        self.list.show()
        if not self.at_work:
            self.closed.emit()

    def _settle(self) -> None:
        """The list again, with the keyboard in it."""
        self.returned.hide()
        self.list.show()
        self.load(self._meeting)
        self.list.select_first()
        self.list.setFocus()

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        for action in self.actions_of:
            action.retranslate(words)
        self._back.setText(words.gettext("Back to the texts"))
        name = self._meeting.symbol if self._meeting is not None else ""
        pattern = words.pgettext("an act and what it was done to", "{act} – {named}")
        self._title.setText(pattern.format(act=words.gettext(SHOW), named=name) if name else words.gettext(SHOW))
