"""Which document, of which meeting, in which languages; and what its texts still lack, said before it is exported."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.editions import SEPARATE, TOGETHER, Edition
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.issued import (
    ADDRESSED,
    AGENDAS,
    DATED,
    LETTERS,
    STANDING,
    TRILINGUAL,
    DocumentKind,
)
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.domain.unprintable import Unprintable
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.named_calls import OF_CALLS
from nmirf_desktop.services.papers import Upcoming
from nmirf_desktop.services.parts import Part as PartOf
from nmirf_desktop.services.parts import in_reading_order, period_part
from nmirf_desktop.services.requests import Request
from nmirf_desktop.ui.fact_rows import Shape
from nmirf_desktop.ui.fields import CheckField, ChoiceField, DateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.links import LinkedText, Part
from nmirf_desktop.ui.meeting_field import MeetingField
from nmirf_desktop.ui.rows import mark
from nmirf_desktop.ui.screens.documents_gaps import gap_parts, unprintable_parts
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

TOGETHER_NAMES = {Edition.PARALLEL: N_("Parallel"), Edition.CONSECUTIVE: N_("Consecutive")}
"""The editions in three languages, in one word."""

ONE_FILE = {
    Edition.PARALLEL: (
        N_("One file, three columns"),
        N_("Paragraph beside paragraph, on A4 landscape; large print on A3."),
    ),
    Edition.CONSECUTIVE: (
        N_("One file, one language after the other"),
        N_("Each language begins on a new page; the pages are counted through."),
    ),
}
"""The editions that hold the three languages in one file, each with what it looks like."""


OF_A_PART = (*OF_CALLS, DocumentKind.PRACTICE_SHEET, DocumentKind.REVIEW, DocumentKind.PLAN)
"""The documents of the Network that are of one record each."""
FILES_NAMED = 5
"""How many files are named before they are issued; the others are counted."""


def named_edition(edition: Edition) -> str | Phrase:
    """An edition in one word; a language by its own name, which is the same in all."""
    return Phrase(TOGETHER_NAMES[edition]) if edition in TOGETHER else NAMES[Language(edition)]


def edition_name(edition: Edition, words: Catalog) -> str:
    """An edition in one word of the window's language."""
    named = named_edition(edition)
    return named if isinstance(named, str) else named.said_in(words)


def kind_name(kind: DocumentKind, words: Catalog) -> str:
    """A kind of document in words."""
    return words.gettext(KIND_LABELS[kind])


def _part_name(part: PartOf, words: Catalog) -> str:
    return part.said_in(words)


class DocumentForm(Form):
    """The kind of document, of which meeting or as of which day, and whether it is exported in large print.

    Only the fields that the kind asks for are shown.
    """

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.kind: ChoiceField[DocumentKind] = ChoiceField(language, list(DocumentKind), kind_name)
        self.every = CheckField(language, N_("Of all meetings: the register of decisions"))
        self.meeting = MeetingField(language)
        self.year = ChoiceField[PartOf](language, [], _part_name, none=N_("All years"))
        self.decision = ChoiceField[PartOf](language, [], _part_name, none=N_("Each decision, one file each"))
        self.vote = ChoiceField[PartOf](language, [], _part_name, none=N_("All votes in one file"))
        self.corrigendum = ChoiceField[PartOf](language, [], _part_name, none=N_("Each corrigendum, one file each"))
        self.version = ChoiceField[PartOf](language, [], _part_name, none=N_("The agenda as it is now"))
        self.call = ChoiceField[PartOf](language, [], _part_name, none=N_("The call opened last"))
        self.practice = ChoiceField[PartOf](language, [], _part_name, none=N_("Each good practice, one file each"))
        self.period = ChoiceField[PartOf](language, [], _part_name, none=N_("The usual period of the day"))
        self.plan = ChoiceField[PartOf](language, [], _part_name, none=N_("The plan of the year of the day"))
        self.to = ChoiceField[PartOf](language, [], _part_name, none=N_("All together, one letter"))
        self.certified = ChoiceField[PartOf](language, [], _part_name, none=N_("The sending of the agenda"))
        self.plate = ChoiceField[PartOf](language, [], _part_name, none=N_("All plates, in one file"))
        self.on = DateField(language)
        self.addresses = CheckField(language, N_("E-mail addresses and telephone numbers"))
        self.large = CheckField(language, N_("Large print"))
        self._addressed: DocumentKind | None = None
        self.kind.load(DocumentKind.AGENDA, over=True)
        for tick in (self.every, self.addresses, self.large):
            tick.load(False, over=True)
        self.add("kind", N_("Document"), self.kind)
        self.add("every", N_("Range"), self.every)
        self.add("meeting", N_("Meeting"), self.meeting)
        self._add_parts()
        self.add("on", N_("As of"), self.on, N_("Names, groups and mandates are those of this day."))
        self.add("addresses", N_("Addresses"), self.addresses, N_("With them, the list is for members only."))
        self.add("large", N_("Size of print"), self.large, N_("Large print is for reading only and is never issued."))
        self.translated.connect(self._put_in_order)
        self.fit()

    def _add_parts(self) -> None:
        """What the document is made one of, in the order in which it is asked for."""
        self.add("year", N_("Which decisions"), self.year)
        self.add("decision", N_("Decision"), self.decision)
        self.add("vote", N_("Vote"), self.vote)
        self.add("corrigendum", N_("Corrigendum"), self.corrigendum)
        self.add("version", N_("Version"), self.version)
        self.add("call", N_("Call for candidatures"), self.call)
        self.add("practice", N_("Good practice"), self.practice)
        self.add("period", N_("Period"), self.period)
        self.add("plan", N_("Action plan"), self.plan)
        self.add("to", N_("Addressed to"), self.to)
        self.add("certified", N_("What is certified"), self.certified)
        self.add("plate", N_("Name plate of"), self.plate)

    @property
    def standing(self) -> bool:
        """Whether the document chosen is of the Network on a day, and of no meeting."""
        kind = self.kind.value()
        return kind in STANDING or (kind is DocumentKind.DECISIONS and self.every.value())

    def fit(self) -> None:
        """Show the fields that the kind asks for; that addresses are wanted was said of one kind alone."""
        kind = self.kind.value()
        if kind is not self._addressed:
            self._addressed = kind
            self.addresses.load(False, over=True)
        self.show_row("every", kind is DocumentKind.DECISIONS)
        self.show_row("meeting", not self.standing)
        self.show_row("year", kind is DocumentKind.DECISIONS and self.standing)
        self.show_row("decision", kind is DocumentKind.DECISION)
        self.show_row("vote", kind is DocumentKind.VOTING_RECORD)
        self.show_row("corrigendum", kind is DocumentKind.CORRIGENDUM)
        self.show_row("version", kind in AGENDAS and len(self.version.values) > 1)
        self.show_row("call", kind in OF_CALLS)
        self.show_row("practice", kind is DocumentKind.PRACTICE_SHEET)
        self.show_row("period", kind is DocumentKind.REVIEW)
        self.show_row("plan", kind is DocumentKind.PLAN)
        self.show_row("to", kind in LETTERS)
        self.show_row("certified", kind is DocumentKind.DISPATCH)
        self.show_row("plate", kind is DocumentKind.PLATES)
        self.show_row("on", self.dated)
        self.show_row("addresses", kind in ADDRESSED)

    def offer_parts(self, parts: Sequence[PartOf]) -> None:
        """The decisions, votes, kept agendas, calls or addressees to choose from; the one chosen stays."""
        own = self._of_parts
        chosen = own.value() if own is not None else None
        for field in (
            self.decision, self.vote, self.corrigendum, self.version, self.call, self.practice, self.to, self.certified,
            self.year, self.period, self.plan, self.plate,
        ):  # fmt: skip
            field.set_values(in_reading_order(parts, self.language.words) if field is own else [])
        if chosen is not None:  # also where it is called otherwise now, as what was issued meanwhile is by its day
            self.choose_part(chosen.key)
        self.fit()

    def _put_in_order(self) -> None:
        """What is listed by its names stands in the order of another language."""
        if (own := self._of_parts) is not None:
            own.set_values(in_reading_order((one for one in own.values if one is not None), self.language.words))

    @property
    def _of_parts(self) -> ChoiceField[PartOf] | None:
        """The field in which a part of what the kind tells is chosen."""
        kind = self.kind.value()
        if kind is None or (kind is DocumentKind.DECISIONS and not self.standing):
            return None
        if kind in LETTERS:
            return self.to
        fields = {
            DocumentKind.DECISION: self.decision, DocumentKind.DECISIONS: self.year,
            DocumentKind.VOTING_RECORD: self.vote, DocumentKind.CORRIGENDUM: self.corrigendum,
            DocumentKind.DISPATCH: self.certified, DocumentKind.PLATES: self.plate,
            DocumentKind.PRACTICE_SHEET: self.practice, DocumentKind.REVIEW: self.period,
            DocumentKind.PLAN: self.plan,
            **dict.fromkeys(OF_CALLS, self.call), **dict.fromkeys(AGENDAS, self.version),
        }  # fmt: skip
        return fields.get(kind)

    def choose_part(self, key: Key) -> None:
        """Choose the decision, vote, version or call of a key, where it is offered; or decisions by their numbers."""
        field = self._of_parts
        if field is self.year and "+" in key:
            excerpt = PartOf(key, ", ".join(key.split("+")))
            field.set_values([*(one for one in field.values if one is not None and one.key != key), excerpt])
            field.load(excerpt, over=True)
        elif field is self.period and key and all(one is None or one.key != key for one in field.values):
            field.set_values([*(one for one in field.values if one is not None), period_part(key)])
            self.choose_part(key)
        elif field is not None:
            field.load(next((one for one in field.values if one is not None and one.key == key), None), over=True)

    @property
    def dated(self) -> bool:
        """Whether the document chosen asks for a day."""
        return self.standing or self.kind.value() in DATED

    def request(self, *editions: Edition) -> Request | None:
        """The document chosen, in some editions; ``None`` where there is no meeting, or no day."""
        kind, meeting, on = self.kind.value(), self.meeting.value(), self.on.value()
        large = self.large.value()
        if kind is None:
            return None
        chosen = self._of_parts.value() if self._of_parts is not None else None
        part = chosen.key if chosen is not None else None
        addresses = kind in ADDRESSED and self.addresses.value()
        if self.standing:
            return None if on is None else Request(kind, None, editions, large, part, on, addresses)
        if meeting is None or (kind in DATED and on is None):
            return None
        return Request(kind, meeting.key, editions, large, part, on if kind in DATED else None, addresses)


class EditionRow(QWidget):
    """An edition of the document: whether it is exported, and what there is to know of it."""

    def __init__(self) -> None:
        super().__init__()
        self.tick = QCheckBox()
        self.said = LinkedText(Type.SMALL, Tone.MUTED)
        self._under = QHBoxLayout()
        self._under.setContentsMargins(STEP * 6, 0, 0, 0)
        self._under.setSpacing(STEP * 2)
        self._under.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.tick)
        column.addLayout(self._under)

    def say(self, *parts: Part) -> None:
        """Show what there is to know, in words and links."""
        self.said.show_parts(parts)
        self.tick.setAccessibleDescription(self.said.accessibleName())


NOT_MADE = N_("There is nothing of this document in this language.")


class LanguageRow(EditionRow):
    """One language of the document, and what it lacks."""

    def __init__(self, tongue: Language) -> None:
        super().__init__()
        self._tongue = tongue
        self.tick.setText(NAMES[tongue])
        self.tick.setChecked(True)
        self._shape: Shape | None = None

    def show_gaps(
        self, gaps: Sequence[Gap], unprintable: Sequence[Unprintable], words: Catalog, *, made: bool = True
    ) -> None:
        """Say what the document lacks in this language, with links to the texts, and what of it cannot be printed.

        Of one that is not *made* in this language, that alone is said.
        """
        if self._shape is not None:
            self._under.removeWidget(self._shape)
            self._shape.hide()
            self._shape.deleteLater()
        lacking = [gap for gap in gaps if gap.language is self._tongue]
        boxes = unprintable_parts((one for one in unprintable if one.is_in(self._tongue)), words)
        gaps_said = gap_parts(lacking, words) if lacking or not boxes else []
        if made or lacking or boxes:
            self.say(*boxes, *(["\n"] if boxes and gaps_said else []), *gaps_said)
        else:
            self.say(words.gettext(NOT_MADE))
        tone = Tone.ATTENTION if lacking or boxes else Tone.GOOD if made else Tone.NEUTRAL
        self._shape = Shape(mark(tone), self.said.accessibleName())
        self._under.insertWidget(0, self._shape, 0, Qt.AlignmentFlag.AlignTop)


class OneFileRow(EditionRow):
    """An edition that holds the three languages in one file, and what it looks like."""

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self._edition = edition

    def retranslate(self, words: Catalog) -> None:
        """Say every word again."""
        self.tick.setText(words.gettext(TOGETHER_NAMES[self._edition]))
        self.say(". ".join(words.gettext(message) for message in ONE_FILE[self._edition]))


class Languages(QWidget):
    """The editions under each other. ``changed``: others are to be exported; ``asked``: a text is to be shown."""

    changed = Signal()
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = {Edition(tongue): LanguageRow(tongue) for tongue in Language}
        self.one_file = {edition: OneFileRow(edition) for edition in TOGETHER}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 3)
        self._all: dict[Edition, EditionRow] = {**self.rows, **self.one_file}
        for row in self._all.values():
            column.addWidget(row)
            row.tick.toggled.connect(self.changed)
            row.said.asked.connect(self.asked)

    def offer(self, kind: DocumentKind | None) -> None:
        """Show the editions in which a kind of document is made."""
        for row in self.one_file.values():
            row.setVisible(kind in TRILINGUAL)

    def usual(self) -> None:
        """Tick what is usual: a file for each language, and none that holds all three."""
        for edition, row in self._all.items():
            row.tick.setChecked(edition in SEPARATE)

    def chosen(self) -> tuple[Edition, ...]:
        """The editions that are ticked and shown."""
        return tuple(one for one, row in self._all.items() if row.tick.isChecked() and not row.isHidden())

    def retranslate(self, words: Catalog) -> None:
        """Say every word again."""
        for row in self.one_file.values():
            row.retranslate(words)

    def show_gaps(
        self,
        gaps: Sequence[Gap],
        words: Catalog,
        unprintable: Sequence[Unprintable] = (),
        upcoming: Sequence[Upcoming] = (),
    ) -> None:
        """Say what the document lacks in each language, and what of it cannot be printed.

        *upcoming* are the files of which it is: one such as a corrigendum may be of some languages only.
        """
        made = {one.edition for one in upcoming}
        for edition, row in self.rows.items():
            row.show_gaps(gaps, unprintable, words, made=not made or edition in made)


class IssueLine(WrappedLabel):
    """What an issue would keep of the document: which files in which version; and what to know before."""

    def __init__(self) -> None:
        super().__init__()
        style(self, Type.SMALL, Tone.MUTED)
        self.hide()

    def tell(self, upcoming: Iterable[Upcoming], known: Iterable[Sayable], words: Catalog) -> None:
        """Say it, after what is to be *known* of it; nothing where nothing can be issued."""
        files = list(upcoming)
        new = [one for one in files if not one.said]
        lines = [one.said_in(words) for one in known] if files else []
        if new:
            lines.append(words.gettext("“Issue” keeps in the register: {files}.").format(files=_named(new, words)))
        elif files:
            lines.append(words.gettext("“Issue” makes no new version: this says what it said when it was last issued."))
        self.setText("\n".join(lines))
        self.setVisible(bool(lines))


def _named(files: Sequence[Upcoming], words: Catalog) -> str:
    """The first files with their versions, and how many more."""
    version = words.pgettext("file to be issued", "{name} (version {version})")
    named = [version.format(name=one.name, version=one.version) for one in files[:FILES_NAMED]]
    rest = len(files) - FILES_NAMED
    if rest > 0:
        named.append(words.ngettext("{n} more file", "{n} more files", rest).format(n=words.number(rest)))
    return words.listing(named)
