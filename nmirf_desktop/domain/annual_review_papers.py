"""The annual review as a paper, and what is to be known of it before it leaves the house."""

from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.annual_review import PART_TITLES, ReviewFacts, ReviewPart, Told
from nmirf_desktop.domain.annual_review_drafts import nothing_recorded, unserved, without_objective
from nmirf_desktop.domain.annual_review_exhibits import exhibits
from nmirf_desktop.domain.annual_review_names import review_symbol, review_title
from nmirf_desktop.domain.blocks import Block, Para
from nmirf_desktop.domain.objectives import OBJECTIVE_BRIEFS
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Catalog, Language

UNSERVED = N_("No activity of the period serves this objective: {objective}.")
NO_OBJECTIVE = N_("The partnership with “{partner}” serves no objective yet.")
UNCONSENTED = N_("“{practice}” of {state} went out without the consent of the State; the review does not name it.")
CHANGED = N_("Paragraphs written by hand whose facts have changed since: {n}. Look at them in the annual review.")


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
    beside = {} if facts.empty else exhibits(facts)
    for part in ReviewPart:
        blocks: list[Block] = []
        for one in told:
            if one.part is part and not one.removed:  # what is taken out takes its chart or table with it
                blocks += (Para(Said.of(one.text), numbered=True), *beside.get(one.slot, ()))
        if blocks:
            yield PaperSection(Said.words(PART_TITLES[part]), tuple(blocks))


def review_cautions(facts: ReviewFacts, told: Iterable[Told]) -> tuple[Phrase, ...]:
    """*Objectives*, R42 to R44: what is to be known before the review leaves the house."""
    found = []
    if not facts.empty:
        found += [Phrase(UNSERVED, {"objective": Phrase(OBJECTIVE_BRIEFS[one])}) for one in unserved(facts)]
    for key in without_objective(facts):
        found.append(Phrase(NO_OBJECTIVE, {"partner": Content(facts.partnerships.partners[key].name)}))
    found += [
        Phrase(UNCONSENTED, {"practice": Content(one.title), "state": facts.states[one.state]})
        for one in facts.unconsented
    ]
    changed = sum(one.outdated for one in told)
    if changed:
        found.append(Phrase(CHANGED, {"n": changed}))
    return tuple(found)
