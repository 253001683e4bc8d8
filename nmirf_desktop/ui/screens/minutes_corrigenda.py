"""The corrigenda of approved minutes: begun, filled, issued as documents, and how the text reads with them."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.corrigenda import Erratum
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.marked_text import marked
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.printed_blocks import PrintedBlock
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.corrigenda import Corrected, ReadWith
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows, clear
from nmirf_desktop.ui.fields import ChoiceField, NumberField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.markedtext import MarkedText
from nmirf_desktop.ui.panes import Page, Section, around
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.minutes_correction_forms import MOST_PARAGRAPHS, original_of
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style


def _own_name(language: Language, _words: Catalog) -> str:
    return NAMES[language]


BEGIN = N_("Begin a corrigendum …")
WHOLE_PARAGRAPH = N_("Exactly; empty to replace the whole paragraph.")
AS_ABOVE = N_("Exactly, copied from the text as it was approved.")
LINES_SHOWN = 8


class ErratumForm(Form):
    """A paragraph, or what else stands in the minutes; a language, the words as printed and as they should read."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._blocks: Mapping[str, PrintedBlock] = {}
        self._paragraphs: Sequence[MinutesParagraph] = ()
        self._prevailing = Language.EN
        self.block: ChoiceField[str] = ChoiceField(language, (), self._named, N_("A paragraph"))
        self.paragraph = NumberField(language, 1, MOST_PARAGRAPHS)
        self.tongue: ChoiceField[Language] = ChoiceField(language, list(Language), _own_name)
        self.passage, self.words_ = TextField(language, long=True), TextField(language, long=True)
        self.approved = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.approved.setMaximumHeight(self.approved.fontMetrics().lineSpacing() * LINES_SHOWN)
        self.add("block", N_("What is wrong stands in"), self.block)
        self.add("paragraph", N_("Paragraph"), self.paragraph)
        self.add("language", N_("Language"), self.tongue)
        self.add_widget(self.approved)
        self.add("passage", N_("As printed"), self.passage, WHOLE_PARAGRAPH)
        self.add("words", N_("It should read"), self.words_, N_("Empty to delete the words."))
        for field in (self.block, self.tongue):
            field.changed.connect(self._show_block)
        self.paragraph.changed.connect(self._follow_original)

    def _named(self, key: str, words: Catalog) -> str:
        return self._blocks[key].where.said_in(words)

    def _show_block(self) -> None:
        """Show the text of the block that is chosen, to be copied from; the page shows that of a paragraph."""
        block = self._blocks.get(self.block.value() or "")
        self.show_row("paragraph", block is None)
        self.hint("passage", WHOLE_PARAGRAPH if block is None else AS_ABOVE)
        self.approved.setVisible(block is not None)
        if block is not None:
            self.approved.setPlainText(block.read(self.tongue.value() or Language.EN))
            self.approved.setAccessibleName(block.where.said_in(self.language.words))

    def _follow_original(self) -> None:
        """Have the language be the original of the paragraph; one that was chosen stays."""
        number = self.paragraph.value()
        if number is not None and number <= len(self._paragraphs) and not self.tongue.keyed:
            self.tongue.load(original_of(self._paragraphs[number - 1], self._prevailing), over=True)

    def offer(self, paragraphs: Sequence[MinutesParagraph], prevailing: Language) -> None:
        """The paragraphs in their order; a sentence of the program is put right in the *prevailing* language."""
        self._paragraphs, self._prevailing = paragraphs, prevailing

    def load(self, number: int | None, blocks: tuple[PrintedBlock, ...] = ()) -> None:
        """Begin with the paragraph that is looked at; *blocks* are what else can be put right."""
        self._blocks = {one.key: one for one in blocks}
        self.block.set_values(list(self._blocks))
        self.block.load(None, over=True)
        self.paragraph.load(number, over=True)
        self.tongue.load(self._prevailing, over=True)
        self._follow_original()
        self.passage.load("", over=True)
        self.words_.load("", over=True)
        self._show_block()


class CorrigendaSection(Section):
    """The corrigenda of approved minutes. ``asked`` carries the place of a document."""

    asked = Signal(object)

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(N_("Corrigenda"), language)
        self._corrigenda, self._alerts = desk.minutes.corrigenda, alerts
        self._minutes: Minutes | None = None
        self._paragraphs: tuple[MinutesParagraph, ...] = ()
        self._places: tuple[MinutesParagraph, ...] = ()  # those of the minutes for which the card was opened
        self._on, self._writable, self._current = datetime.date.min, False, ""
        self.looked_at: Callable[[], Key | None] = lambda: None
        self.add_card = Draft(
            N_("What is to be put right"), N_("Add"), lambda: self.form, language,
            N_("The approved text stays as it is; what is wrong in it is put right in a document of its own."),
        )  # fmt: skip
        self.add_card.done.connect(self._add)
        self.button, self.rows = QPushButton(), FactRows(language)
        role(self.button, "link")
        self.button.clicked.connect(lambda _checked=False: self.begin())
        self._reads = QWidget()
        self._texts = QVBoxLayout(self._reads)
        self._texts.setContentsMargins(0, 0, 0, 0)
        self._texts.setSpacing(STEP)
        for part in (self.button, self.add_card, self.rows, self._reads):
            self.add(part)

    @cached_property
    def form(self) -> ErratumForm:
        """Of what is put right, made when it is first asked for."""
        return ErratumForm(self._language)

    @property
    def cards(self) -> tuple[Draft, ...]:
        """The cards, of which one is open at a time."""
        return (self.add_card,)

    def load(
        self, minutes: Minutes | None, paragraphs: tuple[MinutesParagraph, ...], on: datetime.date, *, read_only: bool
    ) -> None:
        """Show the corrigenda of approved minutes; of others there are none."""
        if minutes is None or self._minutes is None or minutes.key != self._minutes.key:
            for card in self.cards:
                card.hide()
        self._minutes, self._paragraphs, self._on, self._writable = minutes, paragraphs, on, not read_only
        approved = minutes is not None and minutes.state is MinutesState.APPROVED
        self.setVisible(approved)
        if minutes is None or not approved:
            return
        words, found = self._language.words, self._corrigenda.of(minutes.key)
        self.button.setText(words.gettext(BEGIN))
        self.button.setVisible(self._writable and all(one.issued for one in found))
        rows = [row for one in found for row in self._rows(one)]
        none = FactRow((words.gettext("Nothing was put right since the approval."),), muted=True)
        self.rows.show_rows(rows or [none])
        self._show_reads(self._corrigenda.corrected(minutes.key))

    def commands(self, where: str) -> list[Hit]:
        """What the button does, for the box of Ctrl+K; *where* is the screen that has it."""
        if not self.button.isVisibleTo(self) or self.isHidden():
            return []
        return [Hit(self._language.words.gettext(BEGIN), self.begin, where, "plus", labels=(BEGIN,))]

    def _rows(self, one: Corrected) -> list[FactRow]:
        words = self._language.words
        corrigendum = one.corrigendum
        state = (
            words.pgettext("corrigendum", "issued") if one.issued else words.pgettext("corrigendum", "not issued yet")
        )
        languages = words.listing(words.language_name(each) for each in one.languages)
        note = words.pgettext("facts in a row", " · ").join(part for part in (state, languages) if part)
        mark = Mark("circle-check", Tone.GOOD) if one.issued else Mark("pencil", Tone.ATTENTION)
        dated = words.short_date(corrigendum.dated) if one.issued else ""
        head = FactRow((one.symbol,), dated, note, mark, state, self._ways(one), key=corrigendum.key)
        return [head, *(self._erratum(where, each, open_=not one.issued) for where, each in one.errata)]

    def _ways(self, one: Corrected) -> tuple[Offer, ...]:
        done = one.issued or not self._writable
        label = N_("Preview") if done else N_("Preview and issue")
        shown = (Offer(label, partial(self._show_document, one)),) if one.errata else ()
        if done:
            return shown
        remove = partial(self._do, partial(self._corrigenda.remove, one.corrigendum.key))
        return (
            Offer(N_("Add …"), partial(self.begin_adding, one.corrigendum.key)),
            *shown,
            Offer(N_("Remove"), remove),
        )

    def _erratum(self, place: Phrase, one: Erratum, *, open_: bool) -> FactRow:
        words = self._language.words
        if not one.passage:
            said = words.gettext("the whole paragraph: {words}").format(words=one.words)
        elif not one.words:
            said = words.gettext("delete: {words}").format(words=one.passage)
        else:
            said = words.pgettext("corrigendum", "{printed} → {words}").format(printed=one.passage, words=one.words)
        where = place.said_in(words)
        drop = partial(self._do, partial(self._corrigenda.drop, one.key))
        offers = (Offer(N_("Remove"), drop),) if open_ and self._writable else ()
        return FactRow((said,), one.language.upper(), where, offers=offers, key=one.key, muted=True)

    def _show_reads(self, corrected: tuple[ReadWith, ...]) -> None:
        clear(self._texts)
        words = self._language.words
        for one in corrected:
            label, text = QLabel(wordWrap=True), MarkedText()
            said = words.gettext("{place} with what was issued ({language})")
            label.setText(said.format(place=one.where.said_in(words), language=words.language_name(one.language)))
            style(label, Type.SMALL, Tone.MUTED)
            text.show_pieces(marked(one.approved, one.now))
            text.setAccessibleName(label.text())
            self._texts.addWidget(label)
            self._texts.addWidget(text)
        self._reads.setVisible(bool(corrected))

    def _show_document(self, one: Corrected) -> None:
        """In the language of the window, where it corrects that one, else in the first that it corrects."""
        if self._minutes is None:
            return
        key = f"{DocumentKind.CORRIGENDUM}:{self._minutes.meeting}:{one.corrigendum.key}"
        other = "" if self._language.language in one.languages else f":{one.languages[0]}"
        self.asked.emit(Place("documents", key + other))

    # -- writing -----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin the next corrigendum, and write down what is to be put right; it bears the day of its issue."""
        if self._minutes is not None and put_away(self.cards):
            with self._alerts.guard():
                self.begin_adding(self._corrigenda.begin(self._minutes.key, self._on).key)

    def begin_adding(self, corrigendum: Key) -> None:
        """Write down what is to be put right, in the paragraph that is looked at."""
        if self._minutes is None or not put_away(self.cards):
            return
        self._current, self._places = corrigendum, self._paragraphs
        places = {one.key: number for number, one in enumerate(self._paragraphs, 1)}
        blocks = self._corrigenda.blocks(self._minutes.key)
        self.form.offer(self._paragraphs, self._minutes.prevailing)
        self.form.load(places.get(self.looked_at() or ""), blocks)
        self.add_card.begin()

    def _add(self) -> None:
        with self._alerts.guard(self.add_card):
            block = self.form.block.value() or ""
            paragraph = None if block else self._numbered(self.form.paragraph.value()).key
            tongue, passage, words = self.form.tongue.value(), self.form.passage.value(), self.form.words_.value()
            self._corrigenda.add(Erratum("", self._current, 0, paragraph, tongue or Language.EN, passage, words, block))
            self.add_card.finished()
            self.go_back()

    def go_back(self) -> bool:
        """Put the keyboard on the corrigendum that was added to; false where it is not there."""
        page, row = around(self, Page), self.rows.point_out(self._current)
        if page is not None and row is not None:
            page.bring_in(row)
        return row is not None

    def _numbered(self, number: int | None) -> MinutesParagraph:
        if number is None or number > len(self._places):
            message = N_("The minutes have {n} paragraphs; give the number of one of them.")
            raise Problem(message, {"n": len(self._places)}, "paragraph")
        return self._places[number - 1]

    def _do(self, act: Callable[[], object]) -> None:
        with self._alerts.guard():
            act()
