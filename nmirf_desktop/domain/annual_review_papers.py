"""The annual review as a paper."""

from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.annual_review import PART_TITLES, ReviewFacts, ReviewPart, Told
from nmirf_desktop.domain.annual_review_ahead import ahead_exhibits
from nmirf_desktop.domain.annual_review_drafts import nothing_recorded
from nmirf_desktop.domain.annual_review_exhibits import exhibits
from nmirf_desktop.domain.annual_review_names import review_symbol, review_title
from nmirf_desktop.domain.blocks import Block, Para
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Catalog, Language


def review_paper(facts: ReviewFacts, told: Iterable[Told]) -> RecordPaper:
    """The review with its paragraphs, charts and tables; one sentence where nothing was recorded or written."""
    sections = tuple(_sections(facts, tuple(told)))
    nothing = () if sections else (Para(Said.of(nothing_recorded(facts))),)
    return RecordPaper(
        masthead=Masthead(
            symbol=review_symbol(facts.period, facts.prefix),
            dated=facts.dated,
            meeting=Said.words(N_("Review of the Network’s activities")),
            original=Language.EN,
            specimen=facts.specimen,
        ),
        title=review_title(facts.period),
        blocks=nothing,
        below=Said.by(lambda words: _as_at(facts, words)),
        sections=sections,
        contents=True,
    )


def _as_at(facts: ReviewFacts, words: Catalog) -> str:
    return words.gettext("as at {date}").format(date=words.date(facts.on))


def _sections(facts: ReviewFacts, told: tuple[Told, ...]) -> Iterator[PaperSection]:
    beside = {} if facts.empty else {**exhibits(facts), **ahead_exhibits(facts)}
    for part in ReviewPart:
        blocks: list[Block] = []
        for one in told:
            if one.part is part and not one.removed:  # what is taken out takes its chart or table with it
                blocks += (Para(Said.of(one.text), numbered=True), *beside.get(one.slot, ()))
        if blocks:
            yield PaperSection(Said.words(PART_TITLES[part]), tuple(blocks))
