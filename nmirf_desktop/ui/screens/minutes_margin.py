"""Comments between rapporteur and coordinator beside a paragraph, or beside the whole: said, answered, settled."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.minutes_comments import Comment, Side, Thread, side_of, threads
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import CheckField, ChoiceField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.moments import moment
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.minutes_reading import NOTHING, Reading
from nmirf_desktop.ui.screens.minutes_rows import Line
from nmirf_desktop.ui.theme import STEP, Tone

SIDES = {Side.RAPPORTEUR: N_("Rapporteur"), Side.COORDINATOR: N_("Coordinator")}
HINT = N_("It stays between rapporteur and Coordinator: no document prints it, and no list exports it.")
OPEN, SETTLED = Mark("message-square", Tone.ATTENTION), Mark("circle-check", Tone.GOOD)


def _side(one: Side, words: Catalog) -> str:
    return words.gettext(SIDES[one])


class CommentForm(Form):
    """What is said, by whom, and whether on the whole minutes."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.text = TextField(language, long=True)
        self.side: ChoiceField[Side] = ChoiceField(language, list(Side), _side)
        self.add("text", N_("Comment"), self.text)
        self.whole = CheckField(language, N_("The whole minutes"))
        self.add("side", N_("As"), self.side)
        self.add("whole", N_("Concerns"), self.whole)


class Margin(QWidget):
    """What was said, with what can be done about it; the card in which it is written. ``left``: the keyboard goes back.

    Settled threads are shown under those that are open.
    """

    left = Signal()

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._desk, self._comments = desk, desk.minutes.comments
        self._language, self._alerts = language, alerts
        self._now: Reading = NOTHING
        self._line: Line | None = None
        self.something_said = False
        """Whether anything is shown here."""
        self._keep: Callable[[Side, str], object] = lambda _side, _text: None
        self.card = Draft(N_("Comment"), N_("Keep the comment"), lambda: self.form, language, HINT)
        self.rows = FactRows(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self.card)
        column.addWidget(self.rows)
        self.card.done.connect(self._done)
        self.card.left.connect(self.left)

    @cached_property
    def form(self) -> CommentForm:
        """Of what is said, made when it is first asked for."""
        return CommentForm(self._language)

    def load(self, reading: Reading, line: Line | None) -> None:
        """Show what was said beside a paragraph, then beside the whole minutes; nothing anew where it is the same."""
        same = self._now.comments == reading.comments and (self._line and self._line.key) == (line and line.key)
        locked = (self._now.approved, self._language.words) == (reading.approved, self._language.words)
        self._now, self._line = reading, line
        if not (same and locked and self._shown_in is self._language.words):
            self._shown_in = self._language.words
            rows = tuple(self._rows())
            self.something_said = bool(rows)
            self.rows.show_rows(rows)

    _shown_in: Catalog | None = None

    @property
    def locked(self) -> bool:
        """Whether nothing may be said any more."""
        return self._now.minutes is None or self._now.approved or self._desk.store.read_only

    def _rows(self) -> Iterator[FactRow]:
        known = {line.key for line in self._now.lines}
        told = sorted(threads(self._now.comments), key=lambda one: not one.open)
        own = [one for one in told if self._line is not None and one.first.paragraph == self._line.key]
        whole = [one for one in told if one.first.paragraph is None]
        gone = [one for one in told if one.first.paragraph is not None and one.first.paragraph not in known]
        for group, where in ((own, ""), (whole, N_("On the whole")), (gone, N_("On a removed paragraph"))):
            for thread in group:
                yield from self._thread(thread, where)

    def _thread(self, thread: Thread, where: str) -> Iterator[FactRow]:
        words, first = self._language.words, thread.first
        word = words.pgettext("state of a comment", "settled")
        if thread.open:
            word = words.pgettext("state of a comment", "open")
        verbs = () if self.locked else self._verbs(thread)
        mark = OPEN if thread.open else SETTLED
        said = [words.gettext(where)] if where else []
        yield FactRow(
            (first.text,),
            when=_side(first.side, words), note=self._about_it(first, *said, word), mark=mark, word=word, key=first.key,
            offers=() if thread.answers else verbs, muted=not thread.open,
        )  # fmt: skip
        for one in thread.answers:
            ways = verbs if one is thread.answers[-1] else ()
            who = _side(one.side, words)
            yield FactRow((one.text,), when=who, note=self._about_it(one), offers=ways, muted=not thread.open)

    def _verbs(self, thread: Thread) -> tuple[Offer, ...]:
        key = thread.first.key
        answer = Offer(N_("Answer the comment"), partial(self.begin_answer, thread))
        if thread.open:
            return answer, Offer(N_("Settle"), partial(self._guarded, partial(self._comments.resolve, key)))
        return answer, Offer(N_("Open again"), partial(self._guarded, partial(self._comments.reopen, key)))

    def _about_it(self, comment: Comment, *said: str) -> str:
        words = self._language.words
        return words.pgettext("facts in a row", " · ").join((*said, moment(comment.written_at, words)))

    # -- writing -----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Open the card for a comment on the paragraph, or on the whole, which can be chosen."""
        minutes, line = self._now.minutes, self._line
        if minutes is None or self.locked:
            return
        key, paragraph = minutes.key, line.key if line is not None else None

        def say(side: Side, text: str) -> None:
            self._comments.say(key, None if self.form.whole.value() else paragraph, side, text)

        self._open(N_("Comment"), say, placed=paragraph is None)

    def begin_answer(self, thread: Thread) -> None:
        """Open the card for an answer."""
        key = thread.first.key
        self._open(N_("Answer the comment"), lambda side, text: self._comments.answer(key, side, text), placed=True)

    def _open(self, title: str, about: Callable[[Side, str], object], *, placed: bool) -> None:
        """Open the card; where it is *placed* already, the whole is not to be chosen."""
        if self.card.filled:
            self.card.stay()
            return
        self._keep = about
        self.card.call(title, HINT)
        self.form.show_row("whole", not placed)
        self.form.whole.load(False, over=True)
        self.form.side.load(side_of(self._desk.store.author), over=True)
        self.form.text.load("", over=True)
        self.card.begin()

    def _done(self) -> None:
        with self._alerts.guard(self.card):
            self._keep(self.form.side.value() or Side.RAPPORTEUR, self.form.text.value())
            self.card.finished()
            self.left.emit()

    def _guarded(self, act: Callable[[], object]) -> None:
        with self._alerts.guard():
            act()


def next_commented(lines: Iterable[Line], current: Key, *, back: bool = False) -> Key | None:
    """The next paragraph with an open comment, from the last one on the first; ``None`` where none has one."""
    row = list(lines)
    if back:
        row.reverse()
    at = next((place for place, line in enumerate(row) if line.key == current), -1)
    return next((line.key for line in (*row[at + 1 :], *row[: at + 1]) if line.comments), None)
