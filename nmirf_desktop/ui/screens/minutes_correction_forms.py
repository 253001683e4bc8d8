"""The cards of corrections: a request as it came, and what is decided, with the words compared as they are typed."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence

from nmirf_desktop.domain.correction_requests import CHANGED_SINCE, SOURCE_LABELS, CorrectionRequest, RequestSource
from nmirf_desktop.domain.marked_text import in_the_signs_of, marked
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.correction_requests import Asked
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import ChoiceField, DateField, NumberField, StateField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.markedtext import MarkedText

MOST_PARAGRAPHS = 9999
TO_WRITE = N_("Left as it is, only the remark is recorded; emptied, the paragraph is to be left out.")
TO_ADD = N_("A paragraph to be added after this one.")
NOTHING_WRITTEN = N_("Left as it is, nothing is written.")
OTHERWISE = N_("Changed here, the request is accepted in other words.")
KEPT_BACK = N_("What was asked for names a speaker who is not to be named: write here what can be told of it.")
GOES = N_("Left empty, the paragraph goes, as was asked for; with words it stays, and reads so.")


def _own_name(language: Language, _words: Catalog) -> str:
    return NAMES[language]


def _source_name(source: RequestSource, words: Catalog) -> str:
    return words.gettext(SOURCE_LABELS[source])


def original_of(paragraph: MinutesParagraph, prevailing: Language) -> Language:
    """The language of the words that were said, tabled or written; the *prevailing* one of the program's own sentence.

    That has no original: it is made in all three languages at once, and agrees in them until somebody changes it.
    """
    text = paragraph.text
    theirs = bool(paragraph.tells) or paragraph.written or text.source is not Trilingual().source
    return text.source if theirs or not text[prevailing] else prevailing


class ComparedForm(Form):
    """A form with words that are to stand in a paragraph, compared below with what stands there *now*."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.text = TextField(language, long=True)
        self.compared = MarkedText()
        self.now = ""

    def compare_below(self) -> None:
        """Put the comparison under the last field."""
        self.add_widget(self.compared)
        self.text.changed.connect(self.compare)

    def compare(self) -> None:
        """Show what the words change: insertions underlined, deletions struck."""
        words = self.text.value()
        differs = bool(self.now) and words != self.now
        self.compared.setVisible(differs)
        if differs:
            self.compared.show_pieces(marked(self.now, words))
            self.compared.setAccessibleName(self.text.words.gettext("What changes in the paragraph"))


class RequestForm(ComparedForm):
    """Who asks, of which paragraph, for which words; the words that stand there are put in, to be changed."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.state, self.body = StateField(language, ()), TrilingualField(language)
        self.paragraph = NumberField(language, 1, MOST_PARAGRAPHS, optional=True)
        self.tongue: ChoiceField[Language] = ChoiceField(language, list(Language), _own_name)
        self.note, self.received_on = TextField(language, long=True, least=1), DateField(language)
        self.source: ChoiceField[RequestSource] = ChoiceField(language, list(RequestSource), _source_name)
        self._paragraphs: Sequence[MinutesParagraph] = ()
        self._begun: CorrectionRequest | None = None
        self.add("state", N_("State"), self.state)
        self.add("paragraph", N_("Paragraph"), self.paragraph)
        self.add("language", N_("Language"), self.tongue)
        self.add("text", N_("It should read"), self.text, TO_WRITE)
        self.compare_below()
        self.add("note", N_("Remark"), self.note)
        self.add("received_on", N_("Received on"), self.received_on)
        self.add("source", N_("It came"), self.source)
        self.add("body", N_("Or a body"), self.body)
        self._prevailing: Language | None = None
        self.paragraph.changed.connect(self._other_paragraph)
        self.tongue.changed.connect(self._other_paragraph)

    def offer(
        self, paragraphs: Sequence[MinutesParagraph], states: Iterable[State], near: Collection[StateCode] = ()
    ) -> None:
        """The paragraphs in their order, and the States that may ask; *near* are those that took part."""
        self._paragraphs = paragraphs
        self.state.set_states(states, near)

    def load(self, request: CorrectionRequest, numbers: Mapping[Key, int]) -> None:
        """Show a request, or one that is begun."""
        self._begun = request
        self.hint("text", TO_ADD if request.addition else TO_WRITE)
        self._prevailing = None
        self.state.load(request.state, over=True)
        self.body.load(request.body, over=True)
        self.paragraph.load(numbers.get(request.paragraph or ""), over=True)
        self.tongue.load(request.language, over=True)
        self.note.load(request.note, over=True)
        self.received_on.load(request.received_on, over=True)
        self.source.load(request.source, over=True)
        self.now = self._standing()
        self.text.load("" if request.removal else request.text or self.now, over=True)
        self.compare()

    @property
    def _adds(self) -> bool:
        """Whether the words are of a paragraph to come after the one that is named."""
        return self._begun is not None and self._begun.addition

    def _chosen(self) -> MinutesParagraph | None:
        number = self.paragraph.value()
        return self._paragraphs[number - 1] if number is not None and number <= len(self._paragraphs) else None

    def _standing(self) -> str:
        chosen = self._chosen()
        return "" if chosen is None or self._adds else chosen.text[self.tongue.value() or Language.EN]

    def follow_original(self, prevailing: Language) -> None:
        """Of a request that is begun: have the language be the paragraph's original; a language that is chosen stays.

        A sentence of the program has no original of its own: where nobody changed it, it is corrected in *prevailing*.
        """
        self._prevailing = prevailing
        self._other_paragraph()

    def _other_paragraph(self) -> None:
        """Put in the words of another paragraph, where nobody typed others, in the language that is meant."""
        chosen, prevailing = self._chosen(), self._prevailing
        if chosen is not None and prevailing is not None and not self.tongue.keyed:
            self.tongue.load(original_of(chosen, prevailing), over=True)
        untouched = self.text.value() in ("", self.now)
        self.now = self._standing()
        if untouched:
            self.text.load(self.now, over=True)
        self.compare()

    def value(self, key: Key, minutes: Key) -> CorrectionRequest:
        """The request as it is written down; a :class:`Problem` for a number that no paragraph has."""
        chosen = self._chosen()
        if self.paragraph.value() is not None and chosen is None:
            message = N_("The minutes have {n} paragraphs; give the number of one of them.")
            raise Problem(message, {"n": len(self._paragraphs)}, "paragraph")
        text = self.text.value()
        return CorrectionRequest(
            key=key,
            minutes=minutes,
            received_on=given(self.received_on, "received_on"),
            language=self.tongue.value() or Language.EN,
            paragraph=chosen.key if chosen is not None else None,
            state=self.state.value(),
            body=Trilingual() if self.state.value() else self.body.value(),
            text="" if text == self.now else text,
            removal=chosen is not None and bool(self.now) and not text,
            note=self.note.value(),
            source=self.source.value() or RequestSource.LETTER,
            addition=self._adds,
            particulars=() if self._begun is None else self._begun.particulars,
        )


class _DecisionForm(ComparedForm):
    """The day of a decision, and a reason with its language."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.reason, self.decided_on = TextField(language), DateField(language)
        self.tongue: ChoiceField[Language] = ChoiceField(language, list(Language), _own_name)

    def add_decision(self) -> None:
        """Put the fields of a decision under what stands there."""
        self.add("reason", N_("Reason"), self.reason)
        self.add("reason_language", N_("Language of the reason"), self.tongue)
        self.add("decided_on", N_("Decided on"), self.decided_on)

    def load(self, asked: Asked, on: datetime.date) -> None:
        """Begin to decide on a request."""
        self.reason.load("", over=True)
        self.tongue.load(asked.request.language, over=True)
        self.decided_on.load(on, over=True)


class AcceptForm(_DecisionForm):
    """The words that the paragraph gets: as they were asked for, or others."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.add("text", N_("The paragraph reads"), self.text, OTHERWISE)
        self.as_asked = ""
        self.compare_below()
        self.add_decision()

    def load(self, asked: Asked, on: datetime.date) -> None:
        """Begin with the words that were asked for, or those that stand; of a request kept back these in any case."""
        super().load(asked, on)
        request = asked.request
        self.show_row("text", request.paragraph is not None)
        self.relabel("text", N_("The paragraph to be added") if request.adds else N_("The paragraph reads"), {})
        self.hint("text", self._to_know(asked))
        self.now = "" if request.adds else asked.present
        asked_for = (request.changes or request.adds) and not asked.kept_back
        self.text.load(in_the_signs_of(self.now, request.text) if asked_for else self.now, over=True)
        self.as_asked = self.text.value()
        self.compare()

    @staticmethod
    def _to_know(asked: Asked) -> str:
        if asked.kept_back:
            return KEPT_BACK
        if asked.request.adds:
            return OTHERWISE
        if not asked.request.changes:
            return NOTHING_WRITTEN
        return CHANGED_SINCE if asked.changed else GOES if asked.request.removal else OTHERWISE


class DeclineForm(_DecisionForm):
    """Why a correction is declined."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.add_decision()
