"""The cards of the texts: an amendment, the Chair's order of voting, a division, a reconsideration."""

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.amendments import ACT_LABELS, AmendmentAct, AmendmentFile, effective, in_order
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text_sentences import DIVISION_RULE, ORDER_RULE, RECONSIDERATION_RULE, in_words
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.ui.drafts import Again, Draft, put_away
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.fields import ChoiceField, StateField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.passagefield import PartsField, PassageField
from nmirf_desktop.ui.screens.session_text_rows import TextRow
from nmirf_desktop.ui.theme import STEP

NUMBERS = re.compile(r"\d+")
REPLACED = N_("Go there with the arrows, and select with Shift the words that are replaced.")
TITLE_REPLACED = N_(
    "Go there with the arrows, and select with Shift the words that are replaced. Where nothing is selected, the whole"
    " title is."
)
ADDED = N_(
    "Go there with the arrows, and select with Shift the words after which others are added. Where nothing is selected,"
    " they are added at the end."
)
DELETED = N_("Go there with the arrows, and select with Shift the words that are deleted.")
WENT = N_(
    "The text was changed elsewhere while this card was open, and “{passage}” does not stand in it once and once only:"
    " choose it again in the text as it is now."
)
PARTS_WENT = N_(
    "The text was changed elsewhere while this card was open: what was marked as a part and does not stand in it once"
    " and once only is marked no longer. Mark the parts in the text as it is now."
)
PASSAGES = {AmendmentAct.REPLACES: REPLACED, AmendmentAct.ADDS: ADDED, AmendmentAct.DELETES: DELETED}
"""What is selected in a text for each kind of amendment."""


def to_amend(row: TextRow) -> tuple[str, str]:
    """The words in which an amendment to what a row tells is chosen, and its title where that can be amended too."""
    proposal = row.file.proposal
    if row.amendment is None:
        return proposal.text.original, proposal.title.original
    return effective(row.amendment, row.file.amendments).words, ""


def _act(act: AmendmentAct, words: Catalog) -> str:
    return words.gettext(ACT_LABELS[act])


def _amended(of_title: bool, words: Catalog) -> str:
    return words.gettext("The title") if of_title else words.gettext("The text")


class AmendmentForm(Form):
    """Which words of the text or of the title, what is done to them, by whom. The keyboard begins in the text."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._text = self._title = self._went = ""
        self.of_title: ChoiceField[bool] = ChoiceField(language, [False, True], _amended)
        self.add("of_title", N_("What is amended"), self.of_title)
        self.of_title.edited.connect(self._read)
        self.passage = PassageField(language)
        self.act = ChoiceField(language, list(AmendmentAct), _act)
        self.words_proposed = TextField(language, long=True)
        self.sponsor = StateField(language, ())
        self.add("passage", N_("Passage"), self.passage, REPLACED)
        self.add("act", N_("Amendment"), self.act)
        self.add("words", N_("Words proposed"), self.words_proposed)
        self.add("sponsor", N_("Proposed by"), self.sponsor)
        self.act.edited.connect(self._fit)

    def first_field(self) -> Field[Any]:
        """The passage: a title is amended more rarely, and chosen before it."""
        return self.passage

    def start(self, amended: tuple[str, str]) -> None:
        """A new amendment to a text, or to its title where there is one."""
        self._text, self._title = amended
        self.show_row("of_title", bool(self._title))
        self.of_title.load(False, over=True)
        self._read()
        self.act.load(AmendmentAct.REPLACES, over=True)
        self.words_proposed.load("", over=True)
        self.sponsor.load(None, over=True)
        self._fit()

    def read_on(self, amended: tuple[str, str]) -> None:
        """What became of text and title while the amendment was written: its words stay, and a passage that stands."""
        self._text, self._title = amended
        self.show_row("of_title", bool(self._title))
        went = self.passage.read_on(self._amended)
        if went:
            self._went = went
            self.show_problem(self._to_choose())

    @property
    def _amended(self) -> str:
        return self._title if self.of_title.value() else self._text

    def _to_choose(self) -> Problem:
        return Problem(WENT, {"passage": self._went}, field_name="passage")

    def _read(self) -> None:
        self._went = ""
        self.passage.read(self._amended)
        self._fit()

    def _fit(self) -> None:
        """What is selected for the kind of amendment that is chosen, and whether it has words of its own."""
        act = self.act.value() or AmendmentAct.REPLACES
        self.show_row("words", act is not AmendmentAct.DELETES)
        whole = act is AmendmentAct.REPLACES and self.of_title.value()
        self.hint("passage", TITLE_REPLACED if whole else PASSAGES[act])

    def wording(self) -> Wording:
        """The amendment as the form says: without a passage, the words are added at the end.

        Raises ``Problem``, once, where a passage was chosen that went from the text: no other place is meant by that.
        """
        if self._went and not self.passage.value():
            problem, self._went = self._to_choose(), ""
            raise problem
        act, passage = self.act.value() or AmendmentAct.REPLACES, self.passage.value()
        words = "" if act is AmendmentAct.DELETES else self.words_proposed.value()
        return Wording(act, passage, words, bool(self.of_title.value()))


class OrderForm(Form):
    """The amendments in words, and in which order the Chair puts them."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._files: tuple[AmendmentFile, ...] = ()
        self._list = QLabel(wordWrap=True)
        self.add_widget(self._list)
        self.order = TextField(language)
        self.add("order", N_("Order"), self.order, N_("The numbers as the Chair reads them out, such as 2 1 3."))

    def start(self, files: Iterable[AmendmentFile]) -> None:
        """The amendments that are before the meeting, as submitted, with the order that stands."""
        known = tuple(files)
        self._files = tuple(one for one in known if one.open and one.amendment.amends is None)
        words = self.order.words
        said = ((one.name, in_words(one, known, words)) for one in self._files)
        frame = words.pgettext("an amendment and its words", "{name}: {words}")
        self._list.setText("\n".join(frame.format(name=name, words=text) for name, text in said))
        ranked = (str(one.amendment.number) for one in in_order(self._files) if one.amendment.rank is not None)
        self.order.load(" ".join(ranked), over=True)

    def keys(self) -> tuple[Key, ...]:
        """The amendments in the order typed. Raises ``Problem`` for a number that is none of theirs, or typed twice."""
        known = {str(one.amendment.number): one.amendment.key for one in self._files}
        typed = NUMBERS.findall(self.order.value())
        if any(number not in known for number in typed) or len(set(typed)) != len(typed):
            raise Problem(N_("Type each number once, of the amendments above."), field_name="order")
        return tuple(known[number] for number in typed)


class DivisionForm(Form):
    """The parts that are to be voted on separately, and who moved it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.parts, self.mover = PartsField(language), StateField(language, ())
        self._went = False
        self.add("parts", N_("Parts"), self.parts, N_("Space marks the paragraph, or the words selected, as a part."))
        self.add("mover", N_("Moved by"), self.mover)

    def start(self, text: str) -> None:
        """A motion on a text."""
        self._went = False
        self.parts.read(text)
        self.mover.load(None, over=True)

    def read_on(self, text: str) -> None:
        """What became of the text while its parts were marked: those that stand in it stay."""
        if self.parts.read_on(text):
            self._went = True
            self.show_problem(Problem(PARTS_WENT, field_name="parts"))

    def marked(self) -> tuple[str, ...]:
        """The parts. Raises ``Problem``, once, where some of them went from the text and none was marked since."""
        went, self._went = self._went, False
        if went and self.refuses("parts"):
            raise Problem(PARTS_WENT, field_name="parts")
        return self.parts.value()


class MoverForm(Form):
    """Who moved it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.mover = StateField(language, ())
        self.add("mover", N_("Moved by"), self.mover, N_("May stay unnamed."))

    def start(self, _about: Key = "") -> None:
        """A motion by nobody yet."""
        self.mover.load(None, over=True)


class TextCards(QWidget):
    """The cards, one above the other; each is closed until its key opens it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._about: Key = ""
        self._language = language
        self._states: tuple[State, ...] = ()
        self._near: Collection[StateCode] = ()
        self._asked: list[StateField] = []
        self.amend = Draft(
            N_("Amendment"), N_("Submit the amendment"), lambda: self.amendment, language,
            N_("It adds to, deletes from or revises a part of the text (R22); what replaces the whole is a proposal."),
        )  # fmt: skip
        self.rank = Draft(N_("Order of voting"), N_("Set the order"), lambda: self.order, language, ORDER_RULE)
        self.divide = Draft(
            N_("Division of the proposal"), N_("Record the motion"), lambda: self.division, language, DIVISION_RULE
        )
        self.reconsider = Draft(
            N_("Reconsideration"), N_("Record the motion"), lambda: self.mover, language, RECONSIDERATION_RULE
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        for card in self.all:
            column.addWidget(card)

    @property
    def all(self) -> tuple[Draft, ...]:
        """The cards."""
        return self.amend, self.rank, self.divide, self.reconsider

    def offer(self, states: tuple[State, ...], near: Collection[StateCode]) -> None:
        """The States that may propose or move, those *near* before the others."""
        self._states, self._near = states, near
        for who in self._asked:
            who.set_states(states, near)

    @cached_property
    def amendment(self) -> AmendmentForm:
        """What is amended, and by whom; made, as the forms below, when its card is first opened."""
        form = AmendmentForm(self._language)
        self._ask(form.sponsor, self.amend)
        return form

    @cached_property
    def order(self) -> OrderForm:
        """In which order amendments are put to the vote."""
        return OrderForm(self._language)

    @cached_property
    def division(self) -> DivisionForm:
        """Into which parts the proposal is divided, and who moved it."""
        form = DivisionForm(self._language)
        self._ask(form.mover, self.divide)
        return form

    @cached_property
    def mover(self) -> MoverForm:
        """Who moved that a decision be reconsidered."""
        form = MoverForm(self._language)
        self._ask(form.mover, self.reconsider)
        return form

    def _ask(self, who: StateField, card: Draft) -> None:
        """Offer the States in the last field of a card; Enter there is the card's verb, as in a motion."""
        who.set_states(self._states, self._near)
        who.entered.connect(card.verb.click)
        self._asked.append(who)

    def begin(self, card: Draft, draft: str, proposal: Key, again: Again | None = None) -> None:
        """Open a card about a draft decision or an amendment, both by their name; *proposal* is what it concerns.

        *again* shows what became of the text, as :meth:`Draft.begin`.
        """
        self._about = proposal
        card.concern(Phrase("{name}", {"name": draft}))
        card.begin(again=again)

    def stay_on(self, proposal: Key) -> bool:
        """Whether a card on a proposal is filled in: it stays, and says so, before the proposal is settled under it."""
        return proposal == self._about and not put_away(self.all)
