"""Writing in the minutes: what is typed is kept while it is typed, and an empty paragraph goes when it is left."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import LanguageName, Listed
from nmirf_desktop.domain.redrafting import Offer
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.screens.minutes_list import ParagraphList
from nmirf_desktop.ui.screens.minutes_reading import NEW, Reader
from nmirf_desktop.ui.screens.minutes_rows import Line
from nmirf_desktop.ui.screens.minutes_text import ParagraphForm

BACK_BY_LINK = N_("Paragraph {n} was removed. “Put back” beside the text, or Ctrl+Z, brings it back.")
ALL_ADDED = N_("Paragraphs added for new facts: {n}. Ctrl+Z takes them all back.")
REPLACED = N_("Places in which words were replaced: {n}. Ctrl+Z takes them all back.")
REPLACED_BUT_QUOTED = N_(
    "Places in which words were replaced: {n}. Ctrl+Z takes them all back. Left as they are in quotations: {quoted}; "
    "“Replace this one” changes those too."
)
ONLY_QUOTED = N_(
    "These words stand in quotations alone ({quoted}), and nothing was changed; “Replace this one” changes them."
)
NOTHING_REPLACED = N_("These words stand nowhere in what is listed; nothing was changed.")
STANDS_AGAIN = N_(
    "Paragraph {n} was removed elsewhere while you wrote in it: with what you typed it stands again. Ctrl+Z removes it."
)
NOT_REVIEWED = N_(
    "Not marked as reviewed, as a reason is quoted there as it was entered: {languages}. Write it in that language; "
    "where it is right as it stands, mark that language alone (Ctrl+Shift+Enter)."
)
ALL_REVIEWED = N_("Paragraphs marked as reviewed: {n}. Ctrl+Z takes them all back.")
REVIEWED_BEFORE = N_("All paragraphs that are selected were reviewed before; nothing was changed.")
REVIEWED_BUT = N_(
    "Paragraphs marked as reviewed: {n}. Left out, wholly or in a language: {left}, the first of them paragraph "
    "{first}. What reads as it was noted (F8 leads to it) or quotes a reason is looked at, and marked by itself."
)
BACK_BY_KEY = N_("Paragraph {n} was removed; Ctrl+Z brings it back.")


class Writing(QObject):
    """The one editor of the screen. ``changed`` says that the lines are to be shown again, without another reading.

    A paragraph that is emptied keeps its line, *held*, until another one is chosen; only then it is removed. One that
    is begun *after* another has a line of its own before it has a word, and a row of the register with its first words.
    """

    changed = Signal()

    def __init__(self, book: MinuteBook, reader: Reader, listed: ParagraphList, form: ParagraphForm, alerts: Alerts):
        super().__init__(listed)
        self._book, self._reader, self._list, self._form, self._alerts = book, reader, listed, form, alerts
        self.held: Key = ""
        self.after: Key = ""
        self.settling = False
        """Whether a paragraph that was begun gets its key: the editor has it already."""
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self._leaving.timeout.connect(self.sweep)

    def write(self) -> None:
        """Keep what was typed."""
        key, text = self._form.key, self._form.text.value()
        with self._alerts.guard(self._form):
            if key != NEW:
                emptied_here, self.held = self.held == key, "" if text else str(key)
                if self._book.write(str(key), text) and not emptied_here:
                    QTimer.singleShot(0, self, lambda: self._go_back_to(str(key)))
            elif text and self.after:
                self._add()

    def _go_back_to(self, key: Key) -> None:
        """Go on in a paragraph that was removed elsewhere, and stands again with what was typed in it."""
        self._reader.begin()
        self._reader.read(self._reader.meeting)
        self.changed.emit()
        if self._list.select(key) and self._list.current is not None:
            self._form.text.go(self._form.text.tongue)
            self._alerts.remark(STANDS_AGAIN, n=self._list.current.number)

    def _add(self) -> None:
        """Give a paragraph that was begun its row; whoever types in it does not notice."""
        after, self.after, self.settling = self.after, "", True
        try:
            new = self._book.add(after, self._form.text.value())
            self._form.adopt(new.key)
            self._reader.begin()
            self._reader.read(self._reader.meeting)
            self.changed.emit()
            self._list.select(new.key)
        finally:
            self.settling = False
        self.changed.emit()

    def begin(self) -> None:
        """Begin a paragraph after the current one: in the language that is being typed in, else in the window's."""
        self._form.flush()
        line, text = self._list.current, self._form.text
        if line is None or line.key == NEW:
            return
        self._alerts.settle()  # what was done before is not said over what is begun
        tongue = text.tongue if text.box.hasFocus() else self._form.language.language
        self.after = line.key
        self.changed.emit()
        self._list.select(NEW)
        text.go(tongue)

    def chosen(self, key: Key) -> None:
        """Another paragraph is the current one: what was left empty is to go, but not where it is gone back to.

        What is begun is shown before it is the current one: the row above it is not where the keyboard stays.
        """
        if (self.held and key != self.held) or (self.after and key != NEW):
            self._leaving.start()
        else:
            self._leaving.stop()

    def let_go(self) -> None:
        """The paragraph is left, at once: the screen is, or something is done with it that is not writing."""
        self._form.flush()
        self.sweep()

    def sweep(self) -> None:
        """Remove what was left empty, and what was begun without a word."""
        self._leaving.stop()
        current = self._list.current
        key, self.held = self.held, ""
        begun, self.after = self.after, ""
        empty = next((one for one in self._reader.now.every if one.key == key), None)
        if empty is not None and not empty.text:
            with self._alerts.guard():
                self._remove(empty)
        if key or begun:
            self.changed.emit()
        if begun and current is not None and current.key == NEW:
            self._list.select(begun)

    def _remove(self, paragraph: MinutesParagraph) -> None:
        """One of the facts is without text already, and can be put back; one of a person's own goes."""
        if not paragraph.slot:
            self._book.remove(paragraph.key)

    def go_on(self, by: int) -> None:
        """The next or the previous paragraph, the keyboard in the same language; not from a text that was refused."""
        self._form.flush()
        if self._form.refuses("text"):
            return
        self._list.step_to(by)
        self._list.view.bring()

    # -- what else is done with a paragraph --------------------------------------------------------------------------

    def review(self) -> None:
        """Mark the paragraph, or all that are selected, as reviewed in every language, and say what is left out.

        From within a text it is that one's paragraph, and of approved minutes the current one.
        """
        chosen = [line for line in self._list.chosen if line.key != NEW]
        within = self._form.text.held
        if len(chosen) > 1 and not within and not self._reader.now.approved:
            self._review_all(chosen)
            return
        keys = [line.key for line in chosen] if len(chosen) == 1 and not within else []
        if keys and self._list.current is not None and keys[0] != self._list.current.key:
            self._list.select(keys[0])
        left: list[Language] = []
        self._done(lambda key: left.extend(self._book.review(key)))
        if left:
            self._alerts.remark(NOT_REVIEWED, languages=Listed(tuple(map(LanguageName, left))))

    def _review_all(self, chosen: Sequence[Line]) -> None:
        """Mark several paragraphs as reviewed in one step, with all that was typed, and say how many are left out."""
        self.let_go()
        number = {line.key: line.number for line in self._list.model.rows}
        wanted = [line.key for line in chosen if line.key in number]
        with self._alerts.guard():
            found = self._book.reviews.mark_all(wanted)
            if found.left:
                values = {"n": found.marked, "left": len(found.left), "first": number[found.left[0]]}
                self._alerts.remark(REVIEWED_BUT, **values)
            else:
                self._alerts.say(ALL_REVIEWED if found.marked else REVIEWED_BEFORE, n=found.marked)

    def remove(self) -> None:
        """Remove the paragraph; it can be put back where it was drafted, and undone in any case.

        The one behind it is looked at next, the one before it at the end.
        """
        rows, line = self._list.model.rows, self._list.current
        if line is None or line.key == NEW:
            self.let_go()
            return
        at = rows.index(line)
        beside = next((one.key for one in (*rows[at + 1 : at + 2], *rows[at - 1 : at]) if one.key != NEW), None)
        self._done(self._book.remove)
        if beside is not None and line.key not in {one.key for one in self._list.model.rows}:
            self._list.stand_in(beside)
            self._alerts.say(BACK_BY_LINK if line.paragraph.slot else BACK_BY_KEY, n=line.number)

    def move(self, by: int) -> None:
        """Move the paragraph one place up or down; it stays the current one."""
        self._done(lambda key: self._book.move(key, by))
        self._list.view.keep_in_sight()

    def put(self, key: Key, text: Trilingual) -> None:
        """Keep the text of a paragraph in which words were replaced."""
        with self._alerts.guard(self._form):
            self._book.write(key, text)

    def replace(self, wanted: str, by: str) -> None:
        """Put other words in every place in the paragraphs that are listed, in one step."""
        self.let_go()
        minutes = self._reader.now.minutes
        if minutes is not None:
            with self._alerts.guard():
                listed = {line.key for line in self._list.model.rows}
                number, quoted = self._book.replace(minutes.key, wanted, by, listed)
                told = (REPLACED_BUT_QUOTED if quoted else REPLACED) if number else ONLY_QUOTED
                self._alerts.say(told if number or quoted else NOTHING_REPLACED, n=number, quoted=quoted)

    def put_back(self, key: Key) -> None:
        """Give a paragraph the text of its facts."""
        with self._alerts.guard():
            self._book.put_back(key)

    def take(self, offer: Offer) -> None:
        """Take an offered text over."""
        minutes = self._reader.now.minutes
        if minutes is not None:
            with self._alerts.guard():
                self._book.take(minutes.key, offer)

    def take_new(self, offers: Collection[Offer]) -> None:
        """Take the texts of all new facts over, in one step."""
        minutes = self._reader.now.minutes
        if minutes is not None:
            with self._alerts.guard():
                self._book.take_new(minutes.key, offers)
                self._alerts.say(ALL_ADDED, n=len(offers))

    def decline(self, offer: Offer) -> None:
        """Keep a paragraph as it is."""
        minutes = self._reader.now.minutes
        if minutes is not None:
            with self._alerts.guard():
                self._book.decline(minutes.key, offer)

    def _done(self, act: Callable[[Key], object]) -> None:
        """Do something with the current paragraph, with all that was typed in it."""
        self.let_go()
        line = self._list.current
        if line is not None and line.key != NEW:
            with self._alerts.guard():
                act(line.key)
