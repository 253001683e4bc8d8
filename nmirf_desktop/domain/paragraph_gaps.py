"""What the document of minutes says of single paragraphs, told beside each.

A note was left as it was noted, a text is missing or older, or says itself that words of it are not there; a reason is
quoted as it was entered in one language.

The same facts as before the document leaves (:mod:`.gaps`), by the paragraph that one would mend.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nmirf_desktop.domain import whereabouts
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.gaps import Gap, of_decision
from nmirf_desktop.domain.left_noted import AsNoted, as_noted
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.typed_reasons import Quotation, Tells, quotations
from nmirf_desktop.i18n import Language


@dataclass(frozen=True, slots=True)
class ParagraphGaps:
    """What is to be looked at in paragraphs, by their slots: notes left as they were, texts that are not ready.

    *reasons* are how those that the minutes quote stand in them; in which paragraph, its words say.
    """

    noted: Mapping[str, AsNoted]
    unready: Mapping[str, tuple[Gap, ...]]
    reasons: tuple[Quotation, ...] = ()
    meeting: Key = ""

    def of(self, told_of: str, number: int, text: Trilingual) -> tuple[Gap, ...]:
        """What is to be looked at in the paragraph of a slot, with its printed number, as it reads now."""
        noted = self.noted.get(told_of)
        gap = noted.gap(whereabouts.paragraph(number), text) if noted is not None else None
        unready = self.unready.get(told_of, ())
        named = {one.language for one in unready}
        marked = (
            Gap(whereabouts.paragraph(number), text, one, TextState.MISSING, Subject.MINUTES, self.meeting)
            for one in Language
            if text[one] and text.state(one) is TextState.MISSING and one not in named
        )
        return (*((gap,) if gap else ()), *unready, *marked)

    def quoted(self, text: Trilingual) -> int:
        """How many reasons a paragraph quotes, as it reads now, as they were entered in one language."""
        return sum(bool(one.open_in(text)) for one in self.reasons)


NO_GAPS = ParagraphGaps({}, {})


def paragraph_gaps(facts: RecordedMeeting, tells: Tells) -> ParagraphGaps:
    """What is to be looked at in the paragraphs of a meeting's minutes; *tells* gives the language of a reason."""
    found = {slot("decision", one.key): of_decision(one) for one in facts.decisions}
    unready = {told_of: gaps for told_of, gaps in found.items() if gaps}
    return ParagraphGaps(as_noted(facts), unready, quotations(facts, tells), facts.meeting.key)
