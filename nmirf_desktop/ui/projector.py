"""The projector: what the room may see, in its own window and in large type; never a note."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.consensus_sentences import consensus_sentence
from nmirf_desktop.domain.drafting_decisions import decision_name, draft_name
from nmirf_desktop.domain.election_board import ElectionBoard
from nmirf_desktop.domain.floor import Speaking, clock_face
from nmirf_desktop.domain.marked_text import Negotiated
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.vote_sentences import DECISION, Matter, vote_sentence
from nmirf_desktop.domain.vote_subjects import titled_subject
from nmirf_desktop.domain.voting import ANSWER_LABELS, Answer, Decision, Method, Mode, Proposal, VoteKind
from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.ui.keys_in_force import key_of
from nmirf_desktop.ui.markedtext import paint_marked
from nmirf_desktop.ui.projected_election import LEAST, ElectionPicture, election_texts, going_on
from nmirf_desktop.ui.theme import Tone, colours, dress, tone_colour

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
BARS = ((Answer.IN_FAVOUR, Tone.GOOD), (Answer.AGAINST, Tone.BAD), (Answer.ABSTAINING, Tone.MUTED))
UNNAMED = {
    Method.SHOW_OF_HANDS: N_("Voting by show of hands"),
    Method.SECRET_BALLOT: N_("Voting by secret ballot"),
}
"""What is shown while a vote without names is open: nobody is called, and no count is known before the end."""
SECOND = 500
"""How often the clock of who speaks is painted, in milliseconds."""
OPENING = 1000
"""For how many milliseconds a window that was just opened gives the keyboard back, should the desktop hand it over."""
LINES = 18
"""How many lines of its basic type the window is high."""


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """Who has the floor, with the time spoken and its limit: never the note."""

    state: State | None
    body: Trilingual
    speaking: Speaking
    limit: datetime.timedelta | None

    def said(self, words: Catalog, now: datetime.datetime) -> str:
        """The speaker and the clock: "Ghana  02:31 / 03:00"."""
        name = self.state.said_in(words) if self.state is not None else self.body.best(words.language)
        spoken = clock_face(self.speaking.spoken(now))
        if self.limit is None:
            return f"{name}  {spoken}"
        return f"{name}  {spoken} / {clock_face(self.limit)}"

    def over(self, now: datetime.datetime) -> bool:
        """Whether the time is over."""
        return self.limit is not None and self.speaking.spoken(now) > self.limit


@dataclass(frozen=True, slots=True)
class Slide:
    """What is projected: where the meeting is, the text that is put, the vote on it with its *matter*.

    *decision* is what the proposal became, once no vote is shown any more; *speaker* is who has the floor. *negotiated*
    is its text with marks, of the whole or as an amendment would have it, which *kind* and *part* name. An *election*
    stands in the place of a text, without what the room may not see.
    """

    symbol: str
    item: Numbered | None = None
    proposal: Proposal | None = None
    board: Board | None = None
    matter: Matter | None = None
    decision: Decision | None = None
    speaker: SpeakerShown | None = None
    negotiated: Negotiated | None = None
    kind: VoteKind = VoteKind.PROPOSAL
    part: str = ""
    election: ElectionBoard | None = None

    @property
    def calls(self) -> bool:
        """Whether members are voting: nothing else is shown then."""
        balloting = self.election is not None and going_on(self.election) is not None
        return balloting if self.board is None else not self.board.closed

    def has_translation(self, language: Language) -> bool:
        """Whether the text that is negotiated is shown in another language: where that says what the original does."""
        if self.proposal is None or self.negotiated is None or self.negotiated.language is language:
            return False
        ready = self.proposal.text.state(language) not in (TextState.MISSING, TextState.OUTDATED)
        return self.kind is VoteKind.PROPOSAL and ready


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text is painted: its size in pixels, its tone, and the lowest pixel that it may use (0: none)."""

    size: float
    tone: Tone = Tone.NEUTRAL
    bold: bool = False
    foot: float = 0


def _said(text: Trilingual, words: Catalog) -> str:
    return text.best(words.language)


class Projector(QWidget):
    """A window of its own, which never takes the keyboard from the room. ``closed`` says that it was closed.

    Escape and F11 close it, also where it has the keyboard because it was clicked on; a double click fills the screen.
    """

    closed = Signal()

    def __init__(self, tongues: tuple[Language, ...], now: Callable[[], datetime.datetime]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._now = now
        self._ticking = QTimer(self, interval=SECOND)
        self._ticking.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # a slide fills it: nothing is painted under it
        self._slide: Slide | None = None
        self._tongues = tongues
        self._y = 0.0
        self._room: QWidget | None = None
        self._opening = QTimer(self, singleShot=True, interval=OPENING)
        self.resize(960, 600)
        self.setMinimumSize(480, 320)
        dress(self)

    def start(self, room: QWidget) -> None:
        """Show on another screen than that of the *room*, filling it, where there is one; else as a window.

        The keyboard stays with the room: where the desktop gave it to the new window all the same, it goes back.
        """
        others = [screen for screen in QGuiApplication.screens() if screen is not room.screen()]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()
        self._room = room.window()
        self._opening.start()

    def show_slide(self, slide: Slide) -> None:
        """Show this from now on; nothing flickers, because one paint replaces the other."""
        if slide != self._slide:
            self._slide = slide
            running = slide.speaker is not None and slide.speaker.speaking.running
            (self._ticking.start if running else self._ticking.stop)()
            self._tell()
            self.update()

    def speak(self, tongues: tuple[Language, ...]) -> None:
        """Show these languages."""
        self._tongues = tongues
        self._tell()
        self.update()

    def _tell(self) -> None:
        words = catalog(self._tongues[0])
        self.setWindowTitle(words.gettext("Projector"))
        self.setAccessibleName(words.gettext("Projector"))
        self.setAccessibleDescription("\n".join(self.texts()))

    def texts(self) -> list[str]:
        """All that is shown, in words."""
        said = []
        for tongue in self._tongues:
            words = catalog(tongue)
            said += [self._item_words(words), self._speaker_words(words), *self._content(words)]
        return [text for text in said if text]

    # -- words -----------------------------------------------------------------------------------------------------

    def _item_words(self, words: Catalog) -> str:
        slide = self._slide
        if slide is None or slide.item is None or (slide.election is not None and slide.board is None):
            return ""
        return words.pgettext("number and title", "{number} {title}").format(
            number=slide.item.reference(words.language), title=_said(slide.item.item.title, words)
        )

    def _speaker_words(self, words: Catalog) -> str:
        """Who has the floor; nothing while a vote is shown."""
        slide = self._slide
        if slide is None or slide.speaker is None or slide.board is not None or slide.calls:
            return ""
        return slide.speaker.said(words, self._now())

    def _content(self, words: Catalog) -> list[str]:
        slide = self._slide
        if slide is None:
            return []
        if slide.board is not None:
            return [self._question(slide.board, words), self._voting(slide, slide.board, words)]
        if slide.election is not None:
            return election_texts(slide.election, words)
        if slide.decision is not None:
            return self._decided(slide.decision, words)
        if slide.proposal is not None:
            title = _said(slide.proposal.title, words)
            head = titled_subject(slide.kind, title, words, draft_name(slide.proposal), slide.part)
            if slide.negotiated is None or slide.has_translation(words.language):
                return [head, _said(slide.proposal.text, words)]
            return [head, slide.negotiated.after] if self._marks_in(words.language) else [head]
        return []

    def _marks_in(self, language: Language) -> bool:
        """Whether the text with its marks stands under a language: under its own, else under the first one, once."""
        slide = self._slide
        if slide is None or slide.negotiated is None or slide.board is not None or slide.decision is not None:
            return False
        own = slide.negotiated.language
        return language is (own if own in self._tongues else self._tongues[0]) and not slide.has_translation(language)

    def _decided(self, decision: Decision, words: Catalog) -> list[str]:
        name = decision_name(decision)
        head = words.gettext("Decision {name}: {title}").format(name=name, title=_said(decision.title, words))
        text = _said(decision.text, words)
        if decision.mode is Mode.CONSENSUS:
            return [head, consensus_sentence(DECISION.named(name), words), text]
        return [head, text]

    def _question(self, board: Board, words: Catalog) -> str:
        slide = self._slide
        name = draft_name(slide.proposal) if slide and slide.proposal else ""
        part = slide.matter.name if slide and slide.matter else ""
        return titled_subject(board.kind, _said(board.question, words), words, name, part)

    def _voting(self, slide: Slide, board: Board, words: Catalog) -> str:
        if board.closed and slide.matter is not None:
            return vote_sentence(board.tally, board.method, slide.matter, words)
        if not board.method.named:
            return words.gettext(UNNAMED[board.method])
        if board.calling.now is not None:
            return board.calling.now.said_in(words)
        left = len(board.calling.missing)
        if left:
            return words.ngettext("Still to answer: {n}", "Still to answer: {n}", left).format(n=left)
        return words.gettext("Voting is completed")

    @property
    def _resulted(self) -> bool:
        """Whether the result of a vote is shown."""
        return self._slide is not None and self._slide.board is not None and self._slide.board.closed

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the slide, as large as the window allows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours().base))
        if self._slide is not None:
            self._paint(painter, self._slide)
        painter.end()

    def _paint(self, painter: QPainter, slide: Slide) -> None:
        unit = self.height() / LINES * (1 if len(self._tongues) == 1 else 0.8)
        edge = unit * 1.2
        self._y = edge
        calls = slide.calls
        for tongue in self._tongues:
            self._text(painter, self._item_words(catalog(tongue)), _Look(unit * 0.7, Tone.MUTED))
        self._y += unit * 0.3
        self._speaker(painter, unit)
        if slide.board is None and slide.election is not None:
            side = self.height() / LINES
            room = QRectF(side, self._y, self.width() - 2 * side, self.height() - edge - self._y)
            picture = ElectionPicture(painter, room, self.font(), self._tongues)
            picture.paint(slide.election, unit, self.height() * LEAST)
            return
        bars = slide.board is not None and (calls is False or slide.board.method.named)
        foot = self.height() - edge - (unit * 4.2 if bars else 0)
        for tongue in self._tongues:
            self._block(painter, catalog(tongue), unit, large=calls, foot=foot)
        if bars and slide.board is not None:
            self._bars(painter, slide.board, unit, self.height() - edge - unit * 3.8)

    def _speaker(self, painter: QPainter, unit: float) -> None:
        """Who has the floor, once: a name that differs between the languages is shown in each."""
        slide = self._slide
        if slide is None or slide.speaker is None:
            return
        over = slide.speaker.over(self._now())
        for text in dict.fromkeys(self._speaker_words(catalog(tongue)) for tongue in self._tongues):
            self._text(painter, text, _Look(unit * 1.3, Tone.BAD if over else Tone.NEUTRAL, bold=True))

    def _block(self, painter: QPainter, words: Catalog, unit: float, *, large: bool, foot: float) -> None:
        content = self._content(words)
        for place, text in enumerate(content):
            if self._y >= foot:
                return
            size = unit * (1.0 if place == 0 else 1.6 if large else 1.0 if self._resulted else 0.8)
            marks = self._slide.negotiated if self._slide and place == 1 and self._marks_in(words.language) else None
            if marks is not None:
                self._marked(painter, marks, size, foot)
                continue
            self._text(painter, text, _Look(size, bold=(place == 0) != large, foot=foot))
        self._y += unit * 0.4

    def _marked(self, painter: QPainter, text: Negotiated, size: float, foot: float) -> None:
        font = QFont(self.font())
        font.setPixelSize(max(round(size), 8))
        edge = self.height() / LINES
        room = QRectF(edge, self._y, self.width() - 2 * edge, foot - self._y)
        self._y += paint_marked(painter, text.pieces, font, room) + size * 0.3

    def _text(self, painter: QPainter, text: str, look: _Look) -> None:
        if not text:
            return
        font = QFont(self.font())
        font.setPixelSize(max(round(look.size), 8))
        font.setBold(look.bold)
        painter.setFont(font)
        painter.setPen(QColor(tone_colour(colours(), look.tone)))
        edge = self.height() / LINES
        room = QRectF(edge, self._y, self.width() - 2 * edge, (look.foot or self.height()) - self._y)
        self._y += painter.drawText(room, LEFT, text).height() + look.size * 0.3

    def _bars(self, painter: QPainter, board: Board, unit: float, top: float) -> None:
        numbers = {
            Answer.IN_FAVOUR: board.tally.in_favour,
            Answer.AGAINST: board.tally.against,
            Answer.ABSTAINING: board.tally.abstaining,
        }
        edge = self.height() / LINES
        font = QFont(self.font())
        font.setPixelSize(max(round(unit * 0.8), 8))
        painter.setFont(font)
        labels = {answer: self._label(answer) for answer in numbers}
        wide = min(max(painter.fontMetrics().horizontalAdvance(text) for text in labels.values()), self.width() * 0.5)
        number_wide = painter.fontMetrics().horizontalAdvance("000")
        room = self.width() - 2 * edge - wide - number_wide - unit
        for row, (answer, tone) in enumerate(BARS):
            y = top + row * unit * 1.25
            painter.setPen(QColor(colours().text))
            painter.drawText(QRectF(edge, y, wide, unit), MIDDLE, labels[answer])
            share = numbers[answer] / max(board.tally.entitled, 1)
            bar = QRectF(edge + wide + unit * 0.5, y + unit * 0.12, max(room * share, 2), unit * 0.76)
            painter.fillRect(bar, QColor(tone_colour(colours(), tone)))
            painter.drawText(QRectF(bar.right() + unit * 0.3, y, number_wide, unit), MIDDLE, str(numbers[answer]))

    def _label(self, answer: Answer) -> str:
        return " · ".join(catalog(tongue).gettext(ANSWER_LABELS[answer]) for tongue in self._tongues)

    # -- Qt's events -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and the key that opens it close."""
        shown = QKeySequence(event.keyCombination()) == key_of("session.show", "F11")
        if shown or event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fill the screen, or free it."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the room sees nothing any more."""
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        elif event.type() == QEvent.Type.ActivationChange and self._opening.isActive() and self._room is not None:
            self._room.activateWindow()
