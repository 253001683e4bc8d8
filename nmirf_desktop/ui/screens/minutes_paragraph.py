"""What hangs on a paragraph of the minutes: what was said before, what the facts say, comments, revisions, offers."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.redrafting import Offer as NewText
from nmirf_desktop.domain.redrafting import same_words, taken
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.minutes_revisions import Revisions
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.moments import moment
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.minutes_margin import Margin
from nmirf_desktop.ui.screens.minutes_memory import Remembered
from nmirf_desktop.ui.screens.minutes_moments import act_said, languages_said
from nmirf_desktop.ui.screens.minutes_reading import NEW, Reading
from nmirf_desktop.ui.screens.minutes_rows import TO_LOOK_AT, Line, first_words, gap_parts, gaps_in_full, section_name
from nmirf_desktop.ui.screens.minutes_state import Steps
from nmirf_desktop.ui.theme import Tone

REST = 300
"""How long after the last change the revisions of a paragraph are told, in milliseconds."""
KEPT_BACK = N_(
    "The facts named a speaker who asked not to be named, or told what is off the record. They are taken without that."
)
LAST = 5
"""So many revisions of a paragraph are shown beside it."""


class ParagraphPane(DetailPane):
    """What stands beside the text, or under it.

    ``put_back`` carries the key of a paragraph that gets the text of the facts; ``take`` and ``decline`` the offer,
    ``take_new`` those for all new facts;
    ``compare_asked`` the key of one whose revisions are to be shown.
    """

    put_back = Signal(str)
    take = Signal(object)
    take_new = Signal(object)
    decline = Signal(object)
    compare_asked = Signal(str)

    def __init__(
        self, language: CurrentLanguage, steps: Steps, margin: Margin, remembered: Remembered, revisions: Revisions
    ) -> None:
        super().__init__(language)
        self.form, self.margin, self._revisions = remembered.form, margin, revisions
        self._line: Line | None = None
        self._locked = False
        self._shown: dict[str, object] = {}
        self._offers: tuple[NewText, ...] = ()
        self._there: dict[Key, Line] = {}
        self.facts, self.offers, self.gone = FactRows(language), FactRows(language), FactRows(language)
        self.past = FactRows(language)
        for card in steps.all:
            self.add(card)
        self.add(remembered)
        self.looked_at = FactRows(language)
        self._to_look_at = self._under(N_("To look at before the minutes leave"), self.looked_at)
        self._offered = self._under(N_("New facts give other texts"), self.offers)
        self._given = self._under(N_("Text made from what was recorded"), self.facts)
        self._said = self._under(N_("Comments"), margin)
        self._became = self._under(N_("Revisions"), self.past)
        self._removed = self._under(N_("Removed paragraphs"), self.gone)
        self._tell = QTimer(self, singleShot=True, interval=REST)
        self._tell.timeout.connect(self._show_past)

    def _under(self, title: str, widget: QWidget) -> QWidget:
        section = self.section(title)
        section.add(widget)
        section.hide()
        return section

    def _anew(self, part: str, *shown: object) -> bool:
        """Whether a part is to show something else than it does: rows are not made again with each key."""
        told = (*shown, self._language.words)
        if self._shown.get(part) == told:
            return False
        self._shown[part] = told
        return True

    def load(self, line: Line | None, *, locked: bool, kept_back: bool = False) -> None:
        """Show what hangs on one paragraph, or nothing; *kept_back*: its facts tell what is not to be told."""
        self._line, self._locked = line, locked
        self._order_offers()
        self._show_gaps()
        if line is None or line.key == NEW:
            for part in ("head", "past"):
                self._shown.pop(part, None)
            self.head(self._language.words.gettext("A new paragraph") if line is not None else "")
            self._given.hide()
            self._became.hide()
            return
        words = self._language.words
        if self._anew("head", line.number, section_name(line, words)):
            self.head(words.gettext("Paragraph {n}").format(n=line.number), section_name(line, words))
        differs = _has_other_words(line.paragraph)
        self._given.setVisible(differs)
        if differs:
            self._show_given(line, kept_back=kept_back)
        if self._anew("past", line.key, line.paragraph.text, locked):
            self._tell.start()

    def _show_gaps(self) -> None:
        """Show what is to be looked at in the paragraph, in the words of what is told before the minutes leave."""
        words, line = self._language.words, self._line
        self._to_look_at.setVisible(line is not None and line.remarked)
        told = [] if line is None else zip(gap_parts(line, words), gaps_in_full(line, words), strict=True)
        rows = tuple(FactRow(parts, mark=TO_LOOK_AT, word=whole) for parts, whole in told)
        if line is not None and self._anew("gaps", rows):
            self.looked_at.show_rows(rows)

    def _show_given(self, line: Line, *, kept_back: bool) -> None:
        """Show what the facts gave, but not who asked since not to be named: somebody may look at the window."""
        if not self._anew("facts", line.key, line.paragraph.drafted, kept_back, self._locked):
            return
        take = Offer(N_("Take the text of the facts"), partial(self.put_back.emit, line.key))
        offers = () if self._locked else (take,)
        if kept_back:
            said = self._language.words.gettext(KEPT_BACK)
            self.facts.show_rows([FactRow((said,), muted=True, offers=offers)])
        else:
            self.facts.show_rows(_texts(line.paragraph.drafted, offers))

    def show_comments(self, reading: Reading) -> None:
        """Show what was said beside the paragraph and beside the whole."""
        self.margin.load(reading, self._line)
        self._said.setVisible(
            reading.minutes is not None and (self.margin.something_said or not self.margin.card.isHidden())
        )

    def begin_comment(self) -> None:
        """Open the card of a comment."""
        self._said.show()
        self.margin.begin()

    def _show_past(self) -> None:
        """Show the last revisions of the paragraph, once the keys rest; out of sight, when they are seen again."""
        line, words = self._line, self._language.words
        if line is None or line.key == NEW or not self.isVisible():
            return
        told, seen = self._revisions.of_paragraph(line.key), self.in_sight()
        self._became.setVisible(len(told) > 1)
        label = N_("Compare") if self._locked else N_("Compare and restore")
        compare = Offer(label, partial(self.compare_asked.emit, line.key))
        self.past.show_rows(
            FactRow(
                (act_said(one, words),), when=moment(one.last.at, words), note=languages_said(one, words),
                offers=(compare,) if one is told[0] else (),
            )
            for one in told[:LAST]
        )  # fmt: skip
        if seen is not None:  # what stands below goes with them, and is not to leave
            self.bring_in(seen)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was not told out of sight."""
        super().showEvent(event)
        self._tell.start()

    def show_offers(self, offers: Collection[NewText], lines: Iterable[Line]) -> None:
        """Show what new facts give: for paragraphs that a person wrote or that are circulated, and for new facts."""
        self._offers, self._there = tuple(offers), {line.paragraph.key: line for line in lines}
        self._offered.setVisible(bool(offers))
        self._order_offers()

    def _order_offers(self) -> None:
        """Show the offers, that of the paragraph that is looked at first."""
        here = None if self._line is None else self._line.key
        offers = sorted(self._offers, key=lambda one: one.paragraph is None or one.paragraph != here)
        stands = [self._there.get(one.paragraph or "") for one in offers]
        if self._anew("offers", tuple(offers), tuple((one.number, one.paragraph) for one in stands if one is not None)):
            self.offers.show_rows(self._offer_rows(zip(offers, stands, strict=True)))

    def _offer_rows(self, offers: Iterable[tuple[NewText, Line | None]]) -> Iterator[FactRow]:
        """A row for each offer; before the first of several new facts one that adds all of them."""
        new, words = tuple(one for one in self._offers if one.paragraph is None), self._language.words
        several = len(new) > 1
        for offer, line in offers:
            if several and offer.paragraph is None:
                several = False
                said = words.gettext("Paragraphs for new facts: {n}").format(n=words.number(len(new)))
                ways = (Offer(N_("Add all of them"), partial(self.take_new.emit, new)),)
                yield FactRow((said,), mark=Mark("triangle-alert", Tone.ATTENTION), word=said, offers=ways, key="new")
            yield self._offer(offer, line)

    def _offer(self, offer: NewText, line: Line | None) -> FactRow:
        words = self._language.words
        where, verb = _where(offer, None if line is None else line.number, words)
        verbs = (
            Offer(verb, partial(self.take.emit, offer)),
            Offer(N_("Keep as it is"), partial(self.decline.emit, offer)),
        )
        differs = _differing(offer, line)
        said = first_words(offer.text, words) if offer.text else words.gettext("What it was drafted from is gone.")
        return FactRow(
            (where,), note="" if differs else said, mark=Mark("triangle-alert", Tone.ATTENTION), word=where,
            offers=verbs, compared=differs, key=offer.slot,
        )  # fmt: skip

    def show_removed(self, removed: Collection[MinutesParagraph], *, locked: bool) -> None:
        """Show the paragraphs that a person removed, each to be put back."""
        words = self._language.words
        self._removed.setVisible(bool(removed) and not locked)
        if not self._anew("removed", tuple(removed)):
            return
        self.gone.show_rows(
            FactRow((first_words(one.drafted, words),), muted=True, offers=(self._back(one.key),)) for one in removed
        )

    def _back(self, key: Key) -> Offer:
        return Offer(N_("Put back"), partial(self.put_back.emit, key))


def _has_other_words(paragraph: MinutesParagraph) -> bool:
    """Whether taking the text of the facts would change a word: translations of the same text stay in any case."""
    if not paragraph.slot or not paragraph.drafted:
        return False
    return not same_words(taken(paragraph, paragraph.drafted).text, paragraph.text)


def _differing(offer: NewText, line: Line | None) -> tuple[tuple[str, str, str], ...]:
    """The languages in which an offered text reads otherwise than the paragraph: their names, and both texts."""
    if line is None or not offer.text:
        return ()
    was, becomes = line.paragraph.text, taken(line.paragraph, offer.text).text
    return tuple((NAMES[one], was[one], becomes[one]) for one in Language if was[one] != becomes[one])


def _where(offer: NewText, number: int | None, words: Catalog) -> tuple[str, str]:
    """Which paragraph an offer is for, and the verb that takes it."""
    if offer.paragraph is None:
        return words.gettext("A paragraph for a new fact"), N_("Add it")
    if number is None:
        return words.gettext("A removed paragraph"), N_("Take the new text")
    name = words.gettext("Paragraph {n}").format(n=number)
    return name, N_("Take the new text") if offer.text else N_("Remove the paragraph")


def _texts(text: Trilingual, offers: tuple[Offer, ...]) -> list[FactRow]:
    """A text in its three languages, with what can be done under the last."""
    there = [language for language in Language if text[language]]
    last: Callable[[Language], tuple[Offer, ...]] = lambda one: offers if one is there[-1] else ()  # noqa: E731
    return [FactRow((text[one],), when=NAMES[one], offers=last(one)) for one in there]
