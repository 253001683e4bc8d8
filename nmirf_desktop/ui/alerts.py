"""The one place where what went wrong becomes words: a banner over the screen, or a question with verbs.

A :class:`Refusal` or :class:`Problem` is the user's business, a :class:`StorageError` the environment's. All else is
a bug and goes to :mod:`nmirf_desktop.ui.bugs`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.refusals import Problem, Refusal, Sayable, say
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import Tone

LASTING = 10_000
"""How long a confirmation stays where nothing else takes it away, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A way out shown on a banner or an empty place: a label (marked constant) and what it does."""

    label: str
    act: Callable[[], object]


@runtime_checkable
class Offering(Sayable, Protocol):
    """What is said with its own ways out, such as a copy of what was typed."""

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The ways out."""
        ...


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner shows: *what* says itself in any language, *section* names the rule behind it.

    One that *asks* has the keyboard, so that its offers are at hand. One that *remarks* on what was just done leaves
    with the next act, though it is a warning. One that is *due* says what is to be done now: it stays through looking
    elsewhere, and leaves once that, or anything else, was recorded.
    """

    what: Sayable
    tone: Tone = Tone.NEUTRAL
    section: str = ""
    offers: tuple[Offer, ...] = ()
    asks: bool = False
    remarks: bool = False
    due: bool = False

    @property
    def refused(self) -> bool:
        """Whether it says why something was not done: the next thing that is done takes it away."""
        return isinstance(self.what, Exception)

    @property
    def passing(self) -> bool:
        """Whether it leaves with the next action or with its subject: all but a warning and an error that stand."""
        return self.remarks or self.tone not in (Tone.ATTENTION, Tone.BAD)


@dataclass(frozen=True)
class Sentence:
    """A marked constant with its values, said when and where it is shown."""

    message: str
    values: dict[str, object]

    def said_in(self, words: Catalog) -> str:
        """The sentence in the language of *words*."""
        return say(words, self.message, self.values)


@dataclass(frozen=True, slots=True)
class Question:
    """A decision that ends something: sentences in the reader's language, verbs on the buttons, never "OK".

    There may be an *other* way between to act and to keep.
    """

    text: str
    act: str
    keep: str
    detail: str = ""
    other: str = ""


class ProblemSink(Protocol):
    """What shows a problem beside its field: a :class:`~nmirf_desktop.ui.forms.Form`."""

    def show_problem(self, problem: Problem) -> bool:
        """Show it; false where no field of that name is here."""
        ...


def ask(question: Question) -> str:
    """Ask in a dialog of its own; the verb on the button that was pressed. Escape and closing keep."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question.text)
    box.setInformativeText(question.detail)
    box.setWindowTitle(QApplication.applicationDisplayName())
    verbs = [verb for verb in (question.act, question.other) if verb]
    ways = [(box.addButton(verb, QMessageBox.ButtonRole.AcceptRole), verb) for verb in verbs]
    keep = box.addButton(question.keep, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return next((verb for button, verb in ways if button is box.clickedButton()), question.keep)


class Alerts(QObject):
    """What a screen tells its user. ``told`` carries a :class:`Notice` for the banner, or ``None`` to take it away."""

    told = Signal(object)

    def __init__(
        self, language: CurrentLanguage, ask: Callable[[Question], str] = ask, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._ask = ask
        self.notice: Notice | None = None
        self._leaving = QTimer(self, singleShot=True, interval=LASTING)
        self._leaving.timeout.connect(self.settle)
        self._fresh = QTimer(self, singleShot=True, interval=0)

    def show(self, notice: Notice) -> None:
        """Show a notice until it is closed, replaced, or the user goes elsewhere.

        A confirmation leaves by itself, but for one that offers something: that waits to be read.
        """
        self.notice = notice
        self._fresh.start()
        if notice.tone is Tone.GOOD and not notice.offers:
            self._leaving.start()
        else:
            self._leaving.stop()
        self.told.emit(notice)

    @property
    def fresh(self) -> bool:
        """Whether the notice belongs to the action that is still going on, with all that reads again because of it."""
        return self._fresh.isActive()

    def settle(self, *, recorded: bool = False) -> None:
        """Another action begins, or the subject changes: leave only a warning or an error.

        Once something was *recorded*, what was due is so no more.
        """
        notice = self.notice
        if notice is not None and (notice.passing or (recorded and notice.due)):
            self.clear()

    def say(self, message: str, tone: Tone = Tone.GOOD, **values: object) -> None:
        """Show a marked constant with its values: what was just done, or what to know of it.

        It leaves with the next act, a warning too; one that is to stay until it is closed is a :meth:`warn`.
        """
        self.show(Notice(Sentence(message, values), tone, remarks=tone is Tone.ATTENTION))

    def remark(self, message: str, **values: object) -> None:
        """Show what to know of what was just done: it leaves with the next act."""
        self.say(message, Tone.ATTENTION, **values)

    def warn(self, what: Sayable) -> None:
        """Show what to know before going on, with what it *offers* itself; it stays until it is closed or replaced."""
        self.show(Notice(what, Tone.ATTENTION, offers=what.offers if isinstance(what, Offering) else ()))

    def refuse(self, error: Refusal | Problem | StorageError, form: ProblemSink | None = None) -> None:
        """Say why something was not done: beside its field where the form has it, else on the banner."""
        if form is not None and not isinstance(error, Problem):
            form.show_problem(Problem(error.message, error.values))  # a field that was to be saved keeps what is typed
        elif isinstance(error, Problem) and form is not None and form.show_problem(error):
            return
        if isinstance(error, Refusal):
            self.show(Notice(error, Tone.ATTENTION, error.section))
        elif isinstance(error, Problem):
            self.show(Notice(error, Tone.ATTENTION))
        else:
            self.show(Notice(error, Tone.BAD))

    def clear(self) -> None:
        """Take the banner away."""
        self._leaving.stop()
        self.notice = None
        self.told.emit(None)

    def dismiss(self) -> bool:
        """Take a warning, an error or a question away; false where there is none."""
        notice = self.notice
        standing = notice is not None and (notice.asks or notice.remarks or not notice.passing)
        if standing:
            self.clear()
        return standing

    def guard(self, form: ProblemSink | None = None) -> "Guard":
        """Call a verb inside: what a rule, a field or the environment refuses is said, and the block is left."""
        return Guard(self, form)

    def confirm(self, question: str, act_verb: str, keep_verb: str, detail: str = "") -> bool:
        """Ask before something ends. All four are sentences in the reader's language; true means: do it."""
        return self.choose(Question(question, act_verb, keep_verb, detail)) == act_verb

    def choose(self, question: Question) -> str:
        """Ask what shall be done: one of the verbs of the question."""
        return self._ask(question)


class Guard:
    """The block of :meth:`Alerts.guard`; it swallows what it has said, and nothing else."""

    def __init__(self, alerts: Alerts, form: ProblemSink | None) -> None:
        self._alerts = alerts
        self._form = form
        self._before = alerts.notice

    def __enter__(self) -> None:
        """Begin the block, under what is said until now."""
        self._before = self._alerts.notice

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        """Say what was refused; after success, take away the last refusal and the confirmation of an earlier act.

        A refusal that was said within the block, by one inside it, stays: it is the answer to this act.
        """
        if isinstance(error, Refusal | Problem | StorageError):
            self._alerts.refuse(error, self._form)
            return True
        notice = self._alerts.notice
        if error is None and notice is not None and notice.refused and notice is self._before:
            self._alerts.clear()
        elif error is None and not self._alerts.fresh:
            self._alerts.settle(recorded=True)
        return False
