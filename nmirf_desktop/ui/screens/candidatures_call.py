"""The call above its candidates: which one is shown, for which meeting, until when, and what came of it."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.candidatures import Call, another_call
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import InDays
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.services.candidatures import CallFile
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, Part
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


@dataclass(frozen=True, slots=True)
class Known:
    """What a call refers to: the other calls, the meetings and the decisions of the register, as of the day *on*."""

    on: datetime.date
    files: Sequence[CallFile] = ()
    meetings: Sequence[Meeting] = ()
    decisions: Sequence[Decision] = ()

    def meeting(self, key: Key | None) -> Meeting | None:
        """The meeting of a key."""
        return next((one for one in self.meetings if one.key == key), None)


class CallHead(QWidget):
    """Where there are several calls, the one to choose; then the call in short rows.

    ``chosen`` is emitted when another call is; ``asked`` carries a place.
    """

    chosen = Signal()
    asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._count = WrappedLabel()
        style(self._count, Type.SMALL, Tone.MUTED)
        self.calls: ChoiceField[CallFile] = ChoiceField(language, [], call_name)
        self.rows = FactRows(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self._count, self.calls, self.rows):
            column.addWidget(part)
        self.calls.edited.connect(self.chosen)
        self.rows.asked.connect(self.asked)

    def offer(self, files: Sequence[CallFile], shown: CallFile | None) -> None:
        """The calls to choose from, and the one that is shown."""
        words = self._language.words
        self.calls.set_values(files)
        self.calls.load(shown, over=True)
        self.calls.set_accessible(words.gettext("Call for candidatures"), "")
        said = words.ngettext(
            "{n} call: choose the one to be shown", "{n} calls: choose the one to be shown", len(files)
        )
        self._count.setText(said.format(n=words.number(len(files))))
        for part in (self._count, self.calls):
            part.setVisible(len(files) > 1)

    def show_call(self, file: CallFile | None, known: Known, due: Sequence[FactRow]) -> None:
        """The call, after what is *due*."""
        rows = () if file is None else call_rows(file, known, self._language.words)
        self.rows.show_rows([*due, *rows])


def call_rows(file: CallFile, known: Known, words: Catalog) -> Iterator[FactRow]:
    """The call: for which meeting and mandate, until when, what came of it, and its documents."""
    call, meeting = file.call, known.meeting(file.call.meeting)
    seats = words.ngettext("{n} seat", "{n} seats", call.seats).format(n=words.number(call.seats))
    about = [seats]
    if call.begins is not None:
        about.append(words.gettext("mandate from {day}").format(day=words.date(call.begins)))
    if call.reference:
        about.append(call.reference)
    what = call_name(file, words)
    parts = (what,) if meeting is None else (what, " — ", Link(meeting.symbol, Place("meetings", meeting.key)))
    yield FactRow(parts, note=" · ".join(about), mark=Mark("megaphone", Tone.NEUTRAL))
    appointed = _appointed(file, known, words)
    yield _closing(call.closes_on, known.on, words) if appointed is None else appointed
    other = another_call((one.call for one in known.files), call.meeting, call.key)
    if other is not None and appointed is None:
        said = words.gettext("There is another call for this meeting")
        link = Link(
            words.gettext("that of {day}").format(day=words.date(other.opened_on)), Place("candidatures", other.key)
        )
        yield FactRow((f"{said}: ", link), mark=Mark("triangle-alert", Tone.ATTENTION))
    latest = other is None or (other.opened_on, other.key) < (call.opened_on, call.key)
    yield _documents(call, words, ballot=latest and appointed is None)


def _appointed(file: CallFile, known: Known, words: Catalog) -> FactRow | None:
    """That the Committee was appointed, by which meeting and decision; ``None`` before it is."""
    term = file.answer(known.on)
    if term is None:
        return None
    said = words.gettext("The Committee was appointed on {day}").format(day=words.date(term.appointed_on))
    meeting = known.meeting(term.meeting)
    decision = next((one for one in known.decisions if one.key == term.decision), None)
    parts: list[Part] = [Link(said, Place("committee", term.key))]
    if meeting is not None:
        parts += [" — ", Link(meeting.symbol, Place("meetings", meeting.key))]
    if decision is not None:
        parts.append(" · " + words.gettext("decision {number}").format(number=decision_name(decision)))
    return FactRow(tuple(parts), mark=Mark("landmark", Tone.GOOD))


def _closing(closes: datetime.date, on: datetime.date, words: Catalog) -> FactRow:
    """The last day, and how far it is."""
    if on > closes:
        said = words.gettext("Closed since the end of {day}: what comes now is late.").format(day=words.date(closes))
        return FactRow((said,), mark=Mark("calendar-days", Tone.MUTED), muted=True)
    said = words.gettext("Open until {day} inclusive").format(day=words.date(closes))
    return FactRow((said,), note=InDays((closes - on).days).said_in(words), mark=Mark("clock", Tone.ATTENTION))


def _documents(call: Call, words: Catalog, *, ballot: bool) -> FactRow:
    """The two documents of a call, and those of the *ballot* at its meeting where it leads to one, as links."""
    own = [(kind, call.key) for kind in (DocumentKind.CALL, DocumentKind.CANDIDATES)]
    if ballot and call.meeting is not None:
        own += [(kind, call.meeting) for kind in (DocumentKind.BALLOTS, DocumentKind.TALLY)]
    first, *others = (Link(words.gettext(KIND_LABELS[kind]), Place("documents", f"{kind}:{key}")) for kind, key in own)
    parts = (first, *(part for link in others for part in (" · ", link)))
    return FactRow(parts, mark=Mark("files", Tone.MUTED))


def call_name(file: CallFile, words: Catalog) -> str:
    """A call in a list, by its days."""
    return words.gettext("Call for candidatures of {day}").format(day=words.date(file.call.opened_on))
