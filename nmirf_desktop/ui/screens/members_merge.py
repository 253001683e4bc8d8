"""Two records of one person: which one the other is, and what stays of both."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.same_person import Kept, merged, what_stays
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.people import Known, Together
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.personfield import PersonField, Source
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "given_name": N_("Given name"), "family_name": N_("Family name"), "function": N_("Function"),
        "institution": N_("Institution"), "emails": N_("E-mail"), "telephones": N_("Telephone"),
        "address": N_("Postal address"),
    }
)  # fmt: skip


Functions = Callable[[Key, Key], tuple[Together, ...]]
"""What gives the functions that come of two records, by their keys: the one that stays, the one that goes."""


class First(StrEnum):
    """Whose particulars stay where two records differ."""

    THIS = "this"
    OTHER = "other"


FIRST_LABELS = {First.THIS: N_("those of this record"), First.OTHER: N_("those of the other record")}


def _first(first: First, words: Catalog) -> str:
    return words.gettext(FIRST_LABELS[first])


class MergeForm(Form):
    """The other record, whose particulars go before, and what comes of it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._this: Known | None = None
        self._functions: Functions = lambda _kept, _other: ()
        self.other = PersonField(language)
        self.first: ChoiceField[First] = ChoiceField(language, list(First), _first)
        self.preview = FactRows(language)
        self.add("other", N_("The other record"), self.other, N_("It goes; its functions and files come here."))
        self.add("first", N_("Where they differ, keep"), self.first)
        self.add_widget(self.preview)
        for field in (self.other, self.first):
            field.changed.connect(self._show)
        self.translated.connect(self._show)

    def load(self, this: Known, people: Source, functions: Functions) -> None:
        """The record that stays, what gives among whom the other one is, and what comes of the functions of both."""
        self._this, self._functions = this, functions
        self.other.offer(lambda: [known for known in people() if known.key != this.key], this.person.state)
        self.other.load(None, over=True)
        self.first.load(First.THIS, over=True)
        self._show()

    def _pair(self) -> tuple[Person, Person] | None:
        """Whose particulars go before, and whose come after."""
        other = self.other.known
        if self._this is None or other is None:
            return None
        pair = self._this.person, other.person
        return pair if self.first.value() is not First.OTHER else (pair[1], pair[0])

    def value(self) -> tuple[Person, Key]:
        """The record as it will be, and the key of the one that goes; ``Problem`` where nobody is chosen."""
        pair, other = self._pair(), self.other.value()
        if pair is None or other is None or self._this is None:
            raise Problem(N_("Choose the other record of this person."), field_name="other")
        return replace(merged(*pair), key=self._this.key), other

    def _show(self) -> None:
        pair, other, words = self._pair(), self.other.known, self.language.words
        self.preview.setVisible(pair is not None)
        if pair is None or other is None:
            return
        particulars = [_particular(kept, words) for kept in what_stays(*pair, words.language)]
        self.preview.show_rows([*particulars, *self._held(other.key)])

    def _held(self, other: Key) -> Iterator[FactRow]:
        """The functions that come here or become one; or why they cannot."""
        words = self.language.words
        if self._this is None:
            return
        try:
            together = self._functions(self._this.key, other)
        except Refusal as refusal:
            yield FactRow((refusal.said_in(words),), mark=Mark("triangle-alert", Tone.ATTENTION))
            return
        for one in together:
            yield _function(one, words)


def _particular(kept: Kept, words: Catalog) -> FactRow:
    said = words.gettext("{label}: {value}").format(label=words.gettext(LABELS[kept.field_name]), value=kept.stays)
    return FactRow(
        (said,),
        note=words.gettext("goes: {value}").format(value=kept.goes) if kept.goes else "",
        mark=Mark("check", Tone.GOOD) if not kept.goes else Mark("arrow-left-right", Tone.ATTENTION),
        word=words.gettext("stays"),
    )


def _function(one: Together, words: Catalog) -> FactRow:
    """A function as it stays, with its letter, and under it what it was where that is not the same."""
    said = " · ".join(part for part in (one.held.said_in(words), one.held.reference) if part)
    before = [held.said_in(words) for held in one.of]
    if before == [one.held.said_in(words)]:
        return FactRow((said,), mark=Mark("arrow-right"), word=words.gettext("comes here"))
    note = words.gettext("before: {functions}").format(functions="; ".join(before))
    return FactRow((said,), note=note, mark=Mark("arrow-left-right", Tone.ATTENTION), word=words.gettext("changes"))
