"""Revisions told from steps, and versions compared: whatever was done, nothing is told twice and nothing is lost."""

import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda_comparing import Difference, PieceState
from nmirf_desktop.domain.minutes import MinutesParagraph, Section
from nmirf_desktop.domain.minutes_revisions import PAUSE, WRITING, Step, compared, revisions
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
WORDS = st.sampled_from(["", "One.", "One. Two.", "Other.", "One. Three."])
ACTS = st.sampled_from([WRITING, WRITING, WRITING, "remove a paragraph", "take a drafted text over"])


def paragraph(key: str, text: Trilingual, position: int = 0) -> MinutesParagraph:
    return MinutesParagraph(key, "minutes", position, Section.OPENING, text)


@st.composite
def steps(draw: st.DrawFn) -> tuple[Step, ...]:
    """What was done to one paragraph, one after the other."""
    texts = draw(st.lists(st.builds(Trilingual, WORDS, WORDS), min_size=1, max_size=12))
    stood = [None, *(paragraph("p", one) for one in texts)]
    at, told = NOON, []
    for number, (before, after) in enumerate(pairwise(stood), 1):
        at += draw(st.sampled_from([datetime.timedelta(seconds=1), PAUSE, PAUSE + datetime.timedelta(seconds=1)]))
        author = draw(st.sampled_from(["rapporteur", "coordinator"]))
        told.append(Step(number, at, draw(ACTS), author, "p", before, after, draw(st.booleans())))
    return tuple(told)


@given(steps())
def test_revisions_lead_from_the_first_text_to_the_last(told: tuple[Step, ...]) -> None:
    found = revisions(told)
    texts = [one.after for one in reversed(found)]
    befores = [one.before for one in reversed(found)]
    for after, before in zip(texts, befores[1:], strict=False):
        assert all(after[one] == before[one] for one in Language)
    last = told[-1].after
    assert last is not None
    final = texts[-1] if texts else Trilingual()
    assert all(final[one] == last.text[one] for one in Language)
    assert all(one.languages for one in found)


@given(steps())
def test_only_one_person_s_typing_without_a_rest_is_one_revision(told: tuple[Step, ...]) -> None:
    for one in revisions(told):
        if one.saves > 1:
            since = [step for step in told if one.first.sequence <= step.sequence <= one.last.sequence]
            spell = [step for step in since if step.languages]
            assert len(spell) == one.saves
            assert {(step.act, step.author, step.back) for step in spell} == {(WRITING, one.first.author, False)}
            assert all(after.at - before.at <= PAUSE for before, after in pairwise(spell))


@st.composite
def versions(draw: st.DrawFn) -> tuple[tuple[MinutesParagraph, ...], tuple[MinutesParagraph, ...]]:
    """Two versions of minutes, with paragraphs in any order."""
    made = []
    for _ in range(2):
        keys = draw(st.permutations("abcdef"))[: draw(st.integers(0, 6))]
        made.append(tuple(paragraph(key, Trilingual(draw(WORDS)), place) for place, key in enumerate(keys)))
    return made[0], made[1]


@given(versions())
def test_two_versions_differ_by_what_is_told_and_nothing_else(
    both: tuple[tuple[MinutesParagraph, ...], tuple[MinutesParagraph, ...]],
) -> None:
    before, after = ({one.key: one for one in version if one.text} for version in both)
    changes = compared(*both)
    told = {one.paragraph.key: one for one in changes}
    assert len(told) == len(changes)
    assert {key for key, one in told.items() if one.difference is Difference.ADDED} == after.keys() - before.keys()
    assert {key for key, one in told.items() if one.difference is Difference.REMOVED} == before.keys() - after.keys()
    for key in before.keys() & after.keys():
        same = before[key].text.en == after[key].text.en
        assert same or told[key].texts
        if key not in told:
            assert same
    for one in changes:
        for text in one.texts:
            now = "".join(piece.text for piece in text.pieces if piece.standing is not PieceState.GONE)
            assert now == (after[one.paragraph.key].text.en if one.paragraph.key in after else "")
    assert compared(both[0], both[0]) == ()
    still = [key for key in after if key in before and (key not in told or told[key].difference is Difference.CHANGED)]
    assert still == [key for key in before if key in still]
