"""The list of the register of decisions: its columns, and its filters by year and by what is still to be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.decision_records import to_conform
from nmirf_desktop.domain.voting import Mode
from nmirf_desktop.domain.wordings import rectified
from nmirf_desktop.i18n import N_, NP_, Catalog, Language
from nmirf_desktop.services.decision_register import DecisionLine, NumberNotUsed
from nmirf_desktop.ui.fields import CheckField, ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone, Type, style

MODES = {Mode.CONSENSUS: N_("by consensus"), Mode.VOTE: N_("by vote")}


def item_of(line: DecisionLine, words: Catalog) -> str:
    """The number of the item under which a decision was made."""
    return line.place.reference(words.language) if line.place is not None else ""


def _follow_up(line: DecisionLine, words: Catalog) -> str:
    if not line.actions:
        return ""
    frame = words.pgettext("follow-up of a decision", "{open} of {total} to be done")
    return frame.format(open=words.number(line.open_actions), total=words.number(len(line.actions)))


def _follow_up_mark(line: DecisionLine) -> Mark | None:
    if not line.actions:
        return None
    return Mark("circle-dashed", Tone.ATTENTION) if line.open_actions else Mark("circle-check", Tone.GOOD)


def remarks(line: DecisionLine, words: Catalog) -> str:
    """What is to be known of a decision, in few words: put right, to be conformed, in no adopted record."""
    said = []
    if line.adoption is None:
        said.append(words.gettext("record not adopted"))
    if rectified(line.decision, line.wordings):
        said.append(words.gettext("wording put right"))
    if line.vote_put_right:
        said.append(words.gettext("vote put right"))
    if to_conform(line.decision):
        said.append(words.gettext("to be conformed"))
    if any(one.other == line.decision.key for one in line.relations if one.kind == "replaces"):
        said.append(words.gettext("replaced"))
    return words.pgettext("facts in a row", " · ").join(said)


def _texts(line: DecisionLine) -> str:
    """What the filter finds a decision by: its title and full text in the three languages, and its item's title."""
    item = line.place.item.title if line.place is not None else None
    each = (line.decision.title, line.decision.text, *((item,) if item is not None else ()))
    return " ".join(text[language] for text in each for language in Language)


def _title_in(language: Language) -> Callable[[DecisionLine, Catalog], str]:
    return lambda line, _words: line.decision.title[language]


def _text_in(language: Language) -> Callable[[DecisionLine, Catalog], str]:
    return lambda line, _words: line.decision.text[language]


_TITLES = (
    (Language.EN, N_("Title in English")),
    (Language.FR, N_("Title in French")),
    (Language.ES, N_("Title in Spanish")),
)
_IN_FULL = (
    (Language.EN, N_("Text in English")),
    (Language.FR, N_("Text in French")),
    (Language.ES, N_("Text in Spanish")),
)

COLUMNS: tuple[Column[DecisionLine], ...] = (
    Column(
        N_("Decision"),
        lambda line, _words: line.name,
        lambda line, _words: (line.decision.year, line.decision.number),
        also=_texts,
    ),
    Column(N_("Title"), lambda line, words: line.decision.title.best(words.language), stretch=True),
    Column(
        NP_("decision", "Adopted on"),
        lambda line, words: words.short_date(line.decision.adopted_on),
        lambda line, _words: line.decision.adopted_on.toordinal(),
        cell=lambda line, _words: line.decision.adopted_on,
        context="decision",
    ),
    Column(N_("Adopted"), lambda line, words: words.gettext(MODES[line.decision.mode]), least=8, spare=True),
    Column(N_("Meeting"), lambda line, _words: line.meeting.symbol, spare=True),
    Column(N_("Item"), item_of, lambda line, _words: line.place.path if line.place else (), spare=True),
    Column(N_("Follow-up"), _follow_up, mark=_follow_up_mark, least=8, spare=True),
    Column(N_("Remarks"), remarks, least=8, spare=True),
    *(Column(title, _title_in(one), hidden=True) for one, title in _TITLES),
    *(Column(title, _text_in(one), hidden=True) for one, title in _IN_FULL),
)


class Filters(QWidget):
    """Which decisions are listed. ``changed`` is emitted by a choice."""

    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.year: ChoiceField[int] = ChoiceField(language, [], lambda one, _words: str(one), none=N_("All years"))
        self.open = CheckField(language, N_("With follow-up to be done"))
        self.bare = CheckField(language, N_("Without a follow-up action"))
        for box in (self.open, self.bare):
            box.load(False, over=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.not_used = WrappedLabel()
        style(self.not_used, Type.SMALL, Tone.MUTED)
        column.addWidget(SideBySide(self.year, self.open, self.bare))
        column.addWidget(self.not_used)
        for field in (self.year, self.open, self.bare):
            field.edited.connect(self.changed)

    def shows(self, line: DecisionLine) -> bool:
        """Whether a line belongs to what was chosen."""
        if (self.open.value() and not line.open_actions) or (self.bare.value() and line.actions):
            return False
        return self.year.value() in (None, line.decision.year)

    def show_not_used(self, gone: Sequence[NumberNotUsed]) -> None:
        """Which numbers no decision has any more, with the meetings that had given them."""
        words = self._language.words
        pattern = words.pgettext("number of a decision and its meeting", "{name} ({meeting})")
        named = words.listing(pattern.format(name=one.name, meeting=one.meeting.symbol) for one in gone)
        self.not_used.setText(words.gettext("Numbers not used: {numbers}.").format(numbers=named) if gone else "")
        self.not_used.setVisible(bool(gone))

    def show_all(self) -> None:
        """Take every filter away."""
        self.year.load(None, over=True)
        for box in (self.open, self.bare):
            box.load(False, over=True)

    def retranslate(self) -> None:
        """Say the filters' names again."""
        self.year.set_accessible(self._language.words.gettext("Year"), "")
