"""Whatever a paper holds, empty parts and odd orders included, it is set, tagged and conforming."""

import datetime
import re
from datetime import date
from itertools import pairwise

import page
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.blocks import (
    Bar,
    BarChart,
    Block,
    Column,
    Curve,
    Curves,
    DataTable,
    DecisionBlock,
    Entry,
    Heading,
    Listing,
    Note,
    Para,
    Signature,
    Signatures,
    SpellLook,
    StateColumns,
    Style,
    Timeline,
    TimelineSpell,
    VoteBlock,
    VoteList,
)
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import Masthead, MinutesPaper, PaperSection, RecordPaper
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.i18n import Language
from tests.documents import debate
from tests.documents.content import HEAD
from tests.documents.reading import Reader

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""To shrink or explain a failing document takes minutes; it is small enough to be read as it is."""


def texts(spanish: tuple[str, ...]) -> st.SearchStrategy[Said]:
    """Texts with gaps, marks and breaks."""
    return st.builds(
        Said,
        st.text("aé ñ\n(1)-\u00a0g\u0303\u0323Ж", max_size=60),
        st.sampled_from(("", "Le texte\nen deux parties, 1er mai", "« Oui »")),
        st.sampled_from(spanish),
        st.sampled_from(list(Language)),
    )


said = texts(("", "El texto", "palabra " * 60))
names = st.lists(said, max_size=8).map(tuple)
paras = st.builds(Para, said, st.booleans(), said, st.sampled_from(list(Style)))
votes = st.builds(VoteBlock, said, st.lists(st.builds(VoteList, said, names, said), max_size=3).map(tuple), names)


bars = st.lists(st.builds(Bar, said, st.integers(0, 193)), max_size=4).map(tuple)
charts = st.builds(BarChart, bars, said.filter(lambda text: bool(text.read(Language.EN).text.strip())))


@st.composite
def curves(draw: st.DrawFn) -> Curves:
    years = tuple(range(2024, 2024 + draw(st.integers(1, 30))))
    values = st.lists(st.integers(0, 193), min_size=len(years), max_size=len(years)).map(tuple)
    each = draw(st.lists(st.builds(Curve, said, values), max_size=3))
    return Curves(years, tuple(each), draw(said.filter(lambda text: bool(text.read(Language.EN).text.strip()))))


YEAR = datetime.date(2026, 1, 1)
days = st.dates(datetime.date(2023, 1, 1), datetime.date(2030, 12, 31))
times = st.builds(lambda one, other: Period(min(one, other), max(one, other)), days, days)
drawn = st.builds(
    TimelineSpell, st.integers(0, 6), times, said, said, st.sampled_from(list(SpellLook)), st.integers(0, 4),
    st.lists(times, max_size=2).map(tuple),
)  # fmt: skip
timelines = st.builds(
    Timeline, st.lists(drawn, max_size=8).map(tuple), st.just(YEAR), st.just(datetime.date(2028, 12, 31)), days,
    said.filter(lambda text: bool(text.read(Language.EN).text.strip())),
)  # fmt: skip


@st.composite
def data_tables(draw: st.DrawFn) -> DataTable:
    columns = draw(st.lists(st.builds(Column, said, st.floats(1, 4), st.booleans()), max_size=4))
    row = st.tuples(*(said for _column in columns))
    return DataTable(tuple(columns), tuple(draw(st.lists(row, max_size=16))), draw(said), draw(st.booleans()))


blocks = st.lists(
    st.one_of(
        st.builds(Heading, said, st.integers(1, 3), st.sampled_from(("", "A."))),
        paras,
        st.builds(Listing, st.lists(st.builds(Entry, said, said), max_size=3).map(tuple), said),
        st.builds(StateColumns, said, names),
        data_tables(),
        charts,
        curves(),
        timelines,
        votes,
        st.builds(DecisionBlock, said, st.lists(paras, max_size=3).map(tuple), said, said, st.one_of(st.none(), votes)),
        st.builds(Note, said),
        st.builds(Signatures, st.lists(st.builds(Signature, said, said, said), max_size=3).map(tuple)),
    ),
    max_size=8,
).map(tuple)

sections = st.builds(PaperSection, said, blocks)


def sound(data: bytes) -> None:
    reader = Reader(data)
    assert reader.untagged == 0
    levels = [int(tag.name[1]) for tag in reader.tree().walk() if re.fullmatch(r"H\d", tag.name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        failures = page.validate_pdf_bytes(data, profile=profile).failures
        assert [failure for failure in failures if "STREAM-LENGTH-001" not in failure.rule_id] == []


@settings(max_examples=40, deadline=None, phases=QUICK)
@given(st.lists(st.builds(PaperSection, said, blocks), max_size=6), said, st.sampled_from(list(Edition)), st.booleans())
def test_any_minutes_are_sound(parts: list[PaperSection], meeting: Said, edition: Edition, large: bool) -> None:
    head = Masthead("NMIRF/2027/2", date(2027, 2, 15), meeting, meeting)
    sound(typeset(MinutesPaper(head, tuple(parts), tuple(parts[:1])), edition, large=large))


@settings(max_examples=15, deadline=None, phases=QUICK)
@given(said.filter(lambda text: bool(text.read(Language.EN).text)), blocks, st.sampled_from(list(Language)))
def test_any_record_is_sound(title: Said, parts: tuple[Block, ...], language: Language) -> None:
    head = Masthead("NMIRF/2027/3", date(2027, 2, 15), NOTHING)
    sound(typeset(RecordPaper(head, title, parts, title), Edition(language)))


@pytest.mark.parametrize("language", list(Language))
def test_one_decision_is_a_document(language: Language) -> None:
    paper = RecordPaper(HEAD, debate.DECISION.name, (debate.DECISION,), debate.DECISION.title)
    tree = Reader(typeset(paper, Edition(language))).tree()
    assert [tag.name for tag in tree.walk() if tag.name.startswith("H")] == ["H1", "H2"]
