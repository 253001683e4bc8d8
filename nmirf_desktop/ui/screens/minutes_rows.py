"""The paragraphs of minutes as rows: number, section, words, who wrote it, and how ready each language is."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.gaps_told import told, told_in_words
from nmirf_desktop.domain.left_noted import AsNoted, Places
from nmirf_desktop.domain.minutes import MinutesParagraph, Section
from nmirf_desktop.domain.minutes_papers import TITLES, frame_item, frame_title
from nmirf_desktop.domain.paragraph_gaps import NO_GAPS, ParagraphGaps
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.redrafting import Offer
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.gap_places import place_of
from nmirf_desktop.ui.language import NAMES
from nmirf_desktop.ui.links import Link, Part
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.trilingual import TONES, state_word

MARKS = {
    TextState.MISSING: Mark("circle", TONES[TextState.MISSING]),
    TextState.DRAFT: Mark("circle-dot", TONES[TextState.DRAFT]),
    TextState.REVIEWED: Mark("circle-check", TONES[TextState.REVIEWED]),
    TextState.OUTDATED: Mark("circle-alert", TONES[TextState.OUTDATED]),
}
"""The shape of each state in a list, beside its word."""
TO_LOOK_AT = Mark("circle-alert", Tone.ATTENTION)
"""Beside what is to be looked at before the minutes leave."""


NO_COMMENTS: Mapping[Key | None, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its number in the document; *offered*: new facts give another text for it.

    *place* is the item whose title it stands under, as in print; opening, adoption and closure have their own titles.
    *begins* says that it is the first under its title, *comments* how many open ones there are on it; *settled* that
    the minutes are approved: no text of them is a draft. *gaps* are what is to be looked at in it before they leave.
    *quoted* counts the reasons in it that each language has as they were entered in one.
    *frame* is the item of opening, adoption or closure, whose number their titles bear. *by* is what *gaps* and
    *quoted* were told by.
    """

    number: int
    paragraph: MinutesParagraph
    place: Numbered | None = None
    offered: bool = False
    begins: bool = False
    comments: int = 0
    settled: bool = False
    gaps: tuple[Gap, ...] = ()
    frame: Numbered | None = None
    quoted: int = 0
    by: ParagraphGaps = field(default=NO_GAPS, compare=False, repr=False)

    def looked_at(self, gaps: ParagraphGaps, before: "Line | None" = None) -> "Line":
        """The line with what is to be looked at in it; the one *before*, where it is that by the same facts."""
        if before is not None and before.by is gaps and before.unseen == self.unseen:
            return before
        if gaps is self.by:
            return self
        text = self.paragraph.text
        found, quoted = gaps.of(self.paragraph.slot, self.number, text), gaps.quoted(text)
        return replace(self, gaps=found, quoted=quoted, by=gaps)

    @property
    def noted(self) -> AsNoted | None:
        """What of the note that it tells nobody put into sentences; of approved minutes nothing."""
        return self.by.noted.get(self.paragraph.slot)

    def noted_in(self, language: Language) -> Places:
        """Where that stands in the text of a language, as long as nobody reviewed it."""
        noted = self.noted
        return noted.open_in(self.paragraph.text) if noted is not None and noted.language is language else ()

    @property
    def unseen(self) -> tuple[object, ...]:
        """What it is without what is to be looked at."""
        place, begins = (self.number, self.place, self.frame), self.begins
        return (self.paragraph, *place, begins, self.offered, self.comments, self.settled)

    @property
    def remarked(self) -> bool:
        """Whether something is to be looked at in it, or may be put otherwise, before the minutes leave."""
        return bool(self.gaps or self.quoted)

    @property
    def key(self) -> Key:
        """The paragraph's key."""
        return self.paragraph.key

    @property
    def ready(self) -> bool:
        """Whether the text was reviewed in every language, and nothing is to be looked at."""
        return not self.gaps and all(state is TextState.REVIEWED for state in self.paragraph.text.states().values())


def lines(
    paragraphs: Iterable[MinutesParagraph],
    agenda: Iterable[Numbered],
    offers: Collection[Offer],
    comments: Mapping[Key | None, int] = NO_COMMENTS,
    *,
    settled: bool = False,
) -> tuple[Line, ...]:
    """The paragraphs in their order, numbered as they are printed, each with the item under whose title it stands."""
    known = tuple(agenda)
    places = {place.item.key: place for place in known}
    frames = {section: frame_item(known, section) for section in Section}
    offered = {offer.paragraph for offer in offers}
    before: tuple[Section, Numbered | None] | None = None
    made: list[Line] = []
    for number, one in enumerate(paragraphs, 1):
        place = places.get(one.item) if one.item and one.section is Section.ITEM else None
        under = (one.section, place)
        waiting, frame = comments.get(one.key, 0), frames[one.section]
        made.append(Line(number, one, place, one.key in offered, under != before, waiting, settled, frame=frame))
        before = under
    return tuple(made)


def first_words(text: Trilingual, words: Catalog) -> str:
    """A text on one line, in the reader's language or the original."""
    return " ".join((text[words.language] or text.original or text.en or text.fr or text.es).split())


def section_name(line: Line, words: Catalog) -> str:
    """The section of a paragraph, an item by its number."""
    if line.place is not None:
        return words.gettext("Item {n}").format(n=line.place.reference(words.language))
    return words.gettext(TITLES[line.paragraph.section])


def heading(line: Line, words: Catalog) -> str:
    """What stands above the first paragraph of a section: an item's number and title, else the section's."""
    if line.place is None:
        return frame_title(line.paragraph.section, line.frame, words)
    parts = (section_name(line, words), line.place.item.title.best(words.language))
    return words.pgettext("facts in a row", " · ").join(parts)


def _number(line: Line, _words: Catalog) -> str:
    return str(line.number)


def _by_number(line: Line, _words: Catalog) -> int:
    return line.number


def _words_of(line: Line, words: Catalog) -> str:
    return first_words(line.paragraph.text, words)


def origin(line: Line, words: Catalog) -> str:
    """Whether the text follows the facts or was written by a person, and whether new facts offer another."""
    if line.offered:
        return words.pgettext("origin of a paragraph", "new facts")
    if line.paragraph.written:
        return words.pgettext("origin of a paragraph", "written")
    return words.pgettext("origin of a paragraph", "generated")


def origin_mark(line: Line) -> Mark:
    """The shape of a paragraph's origin, beside its word."""
    if line.offered:
        return Mark("triangle-alert", Tone.ATTENTION)
    return Mark("pencil", Tone.NEUTRAL) if line.paragraph.written else Mark("refresh-cw", Tone.MUTED)


def in_full(line: Line, words: Catalog) -> str:
    """A paragraph as a screen reader says it: number, section, origin, then each language with its state and text."""
    parts = [str(line.number), section_name(line, words), origin(line, words)]
    if line.comments:
        parts.append(comments_said(line.comments, words))
    parts += gaps_in_full(line, words)
    for language in Language:
        parts.append(f"{NAMES[language]}: {told_state(line, language, words)}")
        parts.append(line.paragraph.text[language])
    return words.pgettext("facts in a row", " · ").join(filter(None, parts))


def told_state(line: Line, language: Language, words: Catalog) -> str:
    """How ready a text is; nothing of what was approved as it stands."""
    state = line.paragraph.text.state(language)
    approved = line.settled and language not in line.paragraph.completed
    return "" if approved and state is TextState.DRAFT else state_word(state, words)


def gap_said(line: Line, words: Catalog) -> str:
    """What is to be looked at in a paragraph, in the few letters that stand beside its number; empty for nothing."""
    if any(gap.as_noted for gap in line.gaps):
        return words.pgettext("of a paragraph of minutes", "as noted")
    if any(gap.state is TextState.MISSING for gap in line.gaps):
        return words.pgettext("of a paragraph of minutes", "text missing")
    if line.gaps:
        return words.pgettext("of a paragraph of minutes", "older text")
    return words.pgettext("of a paragraph of minutes", "quoted as entered") if line.quoted else ""


def gaps_in_full(line: Line, words: Catalog) -> list[str]:
    """The same in sentences, as before the minutes leave, one for each language, and of reasons one for all."""
    frame = words.pgettext("language and what it lacks", "{language}: {text}")
    found = _by_language(line)
    lacks = [frame.format(language=NAMES[one], text=told_in_words(gaps, words)) for one, gaps in found]
    return [*lacks, *_quoted(line, words)]


def _quoted(line: Line, words: Catalog) -> list[str]:
    said = words.ngettext(
        "A reason is quoted here in each language as it was entered in one: write it in the others.",
        "{n} reasons are quoted here in each language as they were entered in one: write them in the others.",
        line.quoted,
    )
    return [said.format(n=words.number(line.quoted))] if line.quoted else []


def gap_parts(line: Line, words: Catalog) -> list[tuple[Part, ...]]:
    """The same, with a link to each text that is written elsewhere."""
    frame = words.pgettext("language and what it lacks", "{language}: {text}")
    found = [(frame.format(language=NAMES[one], text=""), gaps) for one, gaps in _by_language(line)]
    lacks = [(head, *(_linked(part, words) for part in told(gaps, words))) for head, gaps in found]
    return [*lacks, *((said,) for said in _quoted(line, words))]


def _by_language(line: Line) -> list[tuple[Language, list[Gap]]]:
    found = ((one, [gap for gap in line.gaps if gap.language is one]) for one in Language)
    return [(one, gaps) for one, gaps in found if gaps]


def _linked(part: str | Gap, words: Catalog) -> Part:
    if isinstance(part, str):
        return part
    said = part.said_in(words)
    return said if part.topic is Subject.MINUTES else Link(said, place_of(part))


def comments_said(number: int, words: Catalog) -> str:
    """How many comments wait for somebody."""
    return words.ngettext("{n} open comment", "{n} open comments", number).format(n=words.number(number))


def _texts(line: Line) -> str:
    """What the filter finds a paragraph by, in each language."""
    text = line.paragraph.text
    return f"{text.en} {text.fr} {text.es}"


ORDER = (TextState.MISSING, TextState.OUTDATED, TextState.DRAFT, TextState.REVIEWED)
"""The states of a text from the one with most to do."""


def least(line: Line) -> TextState:
    """The state of the language in which most is to be done."""
    return min(line.paragraph.text.states().values(), key=ORDER.index)


def _in_language(language: Language) -> Column[Line]:
    return Column(
        language.upper(),
        lambda line, words: state_word(line.paragraph.text.state(language), words),
        lambda line, _words: ORDER.index(line.paragraph.text.state(language)),
        mark=lambda line: MARKS[line.paragraph.text.state(language)],
        hidden=True,
    )


COLUMNS: tuple[Column[Line], ...] = (
    Column(N_("No."), _number, _by_number, cell=_by_number, right=True),
    Column(N_("Section"), section_name, _by_number, least=8),
    Column(N_("First words"), _words_of, also=_texts, stretch=True),
    Column(N_("Origin"), origin, mark=origin_mark, spare=True),
    Column(
        N_("Texts"),
        lambda line, words: state_word(least(line), words),
        lambda line, _words: ORDER.index(least(line)),
        mark=lambda line: MARKS[least(line)],
    ),
    *(_in_language(language) for language in Language),
    Column(N_("Paragraph"), _number, whole=in_full, hidden=True),
)
