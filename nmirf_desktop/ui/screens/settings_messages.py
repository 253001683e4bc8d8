"""The usual messages: subject and text with which each kind of document goes out, as somebody would get them."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton

from nmirf_desktop.domain.dispatch_words import OF_MEETING, PLACEHOLDERS
from nmirf_desktop.domain.issued import STANDING, DocumentKind
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.domain.usual_messages import SENT, SENT_BY_LABELS, SentBy, UsualMessage
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.usual_messages import Kept
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fields import ChoiceField, TrilingualField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.forms import Form, only
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.settings_found import MESSAGES
from nmirf_desktop.ui.theme import Tone, Type, role, style

HINT = N_(
    "With these words a new dispatch begins; each can still be changed there. As long as none is your own, it begins "
    "with those of the last dispatch of the same documents."
)
HINT_AGAIN = N_(
    "With these words a dispatch begins that is sent again to who did not acknowledge; each can still be changed "
    "there. As long as none is your own, the subject is that of what was sent."
)
OWN = N_("These words are your own.")
DELIVERED = N_("These are the words as delivered.")
PUT_BACK = N_("Put the delivered words back")
IS_BACK = N_("The delivered words are back; Ctrl+Z brings your own again.")
PAUSE = 150
"""So many milliseconds after the last key the example says what is typed."""


class WhichForm(Form):
    """Of which kind of document, by what it goes, and in which language the example is read."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.kind: ChoiceField[DocumentKind] = ChoiceField(
            language, SENT, lambda one, words: words.gettext(KIND_LABELS[one])
        )
        self.by: ChoiceField[SentBy] = ChoiceField(
            language, list(SentBy), lambda one, words: words.gettext(SENT_BY_LABELS[one])
        )
        self.add("message_kind", N_("Kind of document"), self.kind)
        self.add("message_by", N_("Sent by"), self.by)
        self.kind.load(DocumentKind.AGENDA)
        self.by.load(SentBy.MAIL)

    @property
    def chosen(self) -> tuple[DocumentKind, SentBy]:
        """What is chosen."""
        return self.kind.value() or DocumentKind.AGENDA, self.by.value() or SentBy.MAIL


class MessageForm(Form):
    """The subject and the text."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.subject, self.text = TrilingualField(language), TrilingualField(language, lines=8)
        self.placeholders = WrappedLabel()
        style(self.placeholders, Type.SMALL, Tone.MUTED)
        self.add("subject", N_("Subject"), self.subject)
        self.add("text", N_("Text"), self.text)
        self.add_widget(self.placeholders)

    def load(self, message: UsualMessage) -> None:
        """Show a message; what was refused of the same one stays as it is typed."""
        other = self.begin((message.kind, message.by))
        self.subject.load(message.subject, over=other)
        self.text.load(message.text, over=other)

    def value(self, before: UsualMessage) -> UsualMessage:
        """The message with what the form says."""
        return UsualMessage(before.key, before.kind, before.by, self.subject.value(), self.text.value())

    def say_placeholders(self, message: UsualMessage, words: Catalog) -> None:
        """Say what may stand between braces."""
        of_meeting = message.kind not in STANDING
        usual = (one for one in PLACEHOLDERS if of_meeting or one not in OF_MEETING)
        known = (f"{{{one}}}" for one in (*usual, *message.beside))
        said = words.gettext("Put in for each recipient, where it stands between braces: {placeholders}")
        self.placeholders.setText(said.format(placeholders=words.listing(known)))


class MessagesSection(Section):
    """The usual message of a kind of document, edited in place, and beside it what somebody would get."""

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(MESSAGES, language)
        self._usual, self._alerts = desk.usual_messages, alerts
        self._locked = desk.store.read_only
        self._hint, self._standing, self._so, self.example = (WrappedLabel() for _ in range(4))
        self.which, self.form = WhichForm(language), MessageForm(language)
        self.read_in: ChoiceField[Language] = ChoiceField(language, list(Language), lambda one, _words: NAMES[one])
        self.read_in.load(language.language)
        self._read_in_name, self.put_back = QLabel(), QPushButton()
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._arrange()
        self.which.edited.connect(lambda _name: self.refresh())
        self.form.edited.connect(self._save)
        self.form.unsaved.connect(alerts.warn)
        self.form.changed.connect(self._later.start)
        self.read_in.edited.connect(self._show_example)
        self.put_back.clicked.connect(self._put_back)
        self._later.timeout.connect(self._show_typed)
        self.which.translated.connect(self.refresh)

    def _arrange(self) -> None:
        for label in (self._hint, self._standing):
            style(label, Type.SMALL, Tone.MUTED)
        style(self._so, Type.BODY, Tone.MUTED)
        role(self.example, "card")
        self.example.setTextFormat(Qt.TextFormat.PlainText)
        self.form.set_read_only(self._locked)
        for part in (
            self._hint, self.which, self.form, SideBySide(self._standing, self.put_back, grows=self._standing),
            SideBySide(self._read_in_name, self.read_in), self._so, self.example,
        ):  # fmt: skip
            self.add(part)

    def refresh(self) -> None:
        """Show the message chosen, as it is stored."""
        kept, words = self._kept(), self._language.words
        self.form.load(kept.message)
        self.form.say_placeholders(kept.message, words)
        self._hint.setText(words.gettext(HINT_AGAIN if kept.message.by.again else HINT))
        self._standing.setText(words.gettext(OWN if kept.own else DELIVERED))
        self.put_back.setText(words.gettext(PUT_BACK))
        self.put_back.setVisible(kept.own and not self._locked)
        self._read_in_name.setText(words.gettext("Read in"))
        self.read_in.set_accessible(self._read_in_name.text(), "")
        self._so.setText(words.gettext("So somebody would get it:"))
        self._show_example()

    def _kept(self) -> Kept:
        return self._usual.read(*self.which.chosen)

    def _show_example(self) -> None:
        """What is typed, as somebody would get it; while a placeholder is none, why."""
        language = self.read_in.value() or self._language.language
        try:
            subject, text = self._usual.preview(self.form.value(self._kept().message), language)
            self.example.setText(f"{subject}\n\n{text}")
        except Problem as problem:
            self.example.setText(problem.said_in(self._language.words))

    def _show_typed(self) -> None:
        """What was typed a moment ago; nothing once the window was closed meanwhile, and the register with it."""
        if self.isVisible():
            self._show_example()

    def _save(self, field: str) -> None:
        with self._alerts.guard(self.form):
            before = self._usual.read(*self._loaded).message
            new = only(field, before, self.form.value(before))
            self._usual.save(new.kind, new.by, new.subject, new.text)
            if self._loaded == self.which.chosen:
                self.refresh()

    @property
    def _loaded(self) -> tuple[DocumentKind, SentBy]:
        """Of what the message in the fields is: another may be chosen already while it is saved."""
        key = self.form.key
        return key if isinstance(key, tuple) else self.which.chosen

    def _put_back(self) -> None:
        with self._alerts.guard():
            self._usual.put_back(*self._loaded)
            self.form.clear_problems()
            message = self._kept().message
            self.form.subject.load(message.subject, over=True)
            self.form.text.load(message.text, over=True)
            self.refresh()
            self._alerts.say(IS_BACK)
            self.form.subject.editors[0].setFocus(Qt.FocusReason.OtherFocusReason)
