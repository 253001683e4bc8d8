"""The base of a State's sections: which file they show, and what every one of them needs to record something."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.attachments import Attachment, Filing, Holder
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.members import StateFile
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Again, Draft
from nmirf_desktop.ui.fact_rows import FactRows
from nmirf_desktop.ui.fields import ListedField, TextField
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page, Section, around
from nmirf_desktop.ui.theme import Tone

F = TypeVar("F", bound=Form)
R = TypeVar("R")
Mend = Callable[[Refusal], tuple[Offer, ...]]
"""The ways out of a refusal, none where there is none."""


def late(make: Callable[[CurrentLanguage], F]) -> "cached_property[F]":
    """A form of a section's card, made when it is first asked for: a file has two dozen, and few are opened."""

    def made(part: "Part") -> F:
        return make(part.parts.language)

    return cached_property(made)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the sections share."""

    desk: Secretariat
    language: CurrentLanguage
    alerts: Alerts


class Part(Section):
    """A section of a State's file. ``left`` gives the keyboard back; ``recorded`` follows a fact that was recorded.

    ``file_wanted`` carries an attached file that is to be opened; ``file_missing`` a record without its letter, the
    day of the letter, and as what it is to be filed.
    """

    left = Signal()
    recorded = Signal()
    file_wanted = Signal(object)
    file_missing = Signal(object, object, object)

    def __init__(self, title: str, parts: Parts) -> None:
        super().__init__(title, parts.language)
        self.parts = parts
        self.file: StateFile | None = None
        self.on = datetime.date.min
        self.drafts: list[Draft] = []

    @property
    def words(self) -> Catalog:
        """The catalogue of the window's language."""
        return self.parts.language.words

    def add_draft(self, draft: Draft) -> Draft:
        """A card of this section; one is open at a time."""
        self.drafts.append(draft)
        draft.left.connect(self.left)
        self.add(draft)
        return draft

    def load(self, file: StateFile, on: datetime.date) -> None:
        """Show a State's file as of a day; a card that is open for another State is closed, and was not filled in."""
        if self.file is not None and self.file.state.iso3 != file.state.iso3:
            for draft in self.drafts:
                draft.hide()
        self.file, self.on = file, on
        self.show_file(file)

    def show_file(self, file: StateFile) -> None:
        """Show what belongs to this section."""
        raise NotImplementedError

    def row_of(self, key: str) -> QWidget | None:
        """The row of this section that is about the thing of a key."""
        found = (rows.row_of(key) for rows in self.findChildren(FactRows))
        return next((row for row in found if row is not None), None)

    def files_of(self, holder: Holder, filing: Filing) -> list[Attachment]:
        """The files of a record, those that were filed as the letter itself first."""
        files = [one.file for one in self.file.files if one.file.holder == holder] if self.file is not None else []
        return sorted(files, key=lambda one: (one.filing is not filing, one.key))

    def letter_offers(self, holder: Holder, filing: Filing, day: datetime.date | None) -> tuple[Offer, ...]:
        """To open the letter by which a fact was recorded, or to attach it where it is missing; *day* is its date."""
        files = self.files_of(holder, filing)
        if files:
            return (Offer(N_("Open the letter"), partial(self.file_wanted.emit, files[0])),)
        if self.parts.desk.store.read_only:
            return ()
        return (Offer(N_("Attach the letter"), partial(self.file_missing.emit, holder, day, filing)),)

    def followed(self, record: R, show: Callable[[R], object]) -> Again | None:
        """What shows in a card the *record* that it puts right as the register has it by then."""
        return of_record(self.parts.desk.store, record, show)

    def may_begin(self, draft: Draft) -> bool:
        """Whether a card may be filled anew; one that is filled in says that it stays, and loses nothing."""
        if not draft.filled:
            return True
        draft.stay()
        draft.begun.emit()
        return False

    def open(self, draft: Draft, *, filled: bool = False, again: Again | None = None) -> None:
        """Open one card, for the State shown, and close the others but what is filled in; *again* as a draft begins."""
        for other in self.drafts:
            if other is not draft and not other.filled:
                other.hide()
        if self.file is not None:
            draft.concern(self.file.state)
        draft.begin(filled=filled, again=again)

    def lead_to(self, card: Draft, field: TextField | ListedField) -> None:
        """Put the keyboard into a field of a card that is open, and bring it into view: the card may be higher."""
        field.editors[0].setFocus(Qt.FocusReason.OtherFocusReason)
        page = around(card, Page)
        if page is not None:
            page.bring_in(field)

    def attempt(self, draft: Draft, act: Callable[[], object], mend: Mend) -> None:
        """Do what a card asks for; what a rule refuses is said with the ways out of it."""
        refused: Refusal | None = None
        with self.parts.alerts.guard(draft):
            try:
                act()
            except Refusal as refusal:
                refused = refusal
        if refused is not None:
            self.parts.alerts.show(Notice(refused, Tone.ATTENTION, refused.section, mend(refused)))

    def done(self, draft: Draft, message: str, tone: Tone = Tone.GOOD, **values: object) -> None:
        """Close a card after its fact was recorded, and say so."""
        draft.finished()
        self.told(message, tone, **values)
        self.left.emit()

    def told(self, message: str, tone: Tone = Tone.GOOD, **values: object) -> None:
        """Say what was recorded."""
        self.parts.alerts.show(Notice(Sentence(message, values), tone))
        self.recorded.emit()
