"""The geometry of charts: in proportion, in order, inside."""

import datetime
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.charts import (
    Bar,
    BarsFrame,
    Box,
    RowsFrame,
    Scale,
    Spell,
    bars,
    bars_height,
    curve_points,
    label_start,
    labelled,
    spells,
    spread,
    stacked,
)

FRAME = BarsFrame(width=400, label=100, number=30, row=20)
COUNTS = st.lists(st.integers(0, 193), min_size=1, max_size=8)
DATES = st.dates(datetime.date(2024, 1, 1), datetime.date(2030, 12, 31))
DAY = datetime.timedelta(days=1)


@given(COUNTS)
def test_bars_are_as_long_as_their_counts_and_stay_in_the_frame(counts: list[int]) -> None:
    drawn = bars(counts, FRAME)
    longest = max(counts)
    for count, bar in zip(counts, drawn, strict=True):
        assert bar.bar.x == FRAME.label + FRAME.gap
        assert bar.number_x + FRAME.number <= FRAME.width + 1e-9
        if longest:
            assert abs(bar.bar.width - (400 - 130 - 16) * count / longest) < 1e-9
    assert drawn[-1].bar.bottom == bars_height(len(counts), FRAME)


def test_the_base_of_a_vote_takes_the_whole_width() -> None:
    drawn: Bar = bars([16], FRAME, most=32)[0]
    assert drawn.bar.width == (400 - 130 - 16) / 2


def test_no_votes_are_bars_without_length() -> None:
    assert [bar.bar.width for bar in bars([0, 0], FRAME)] == [0, 0]
    assert bars((), FRAME) == ()
    assert bars_height(0, FRAME) == 0


@given(COUNTS)
def test_a_stacked_bar_leaves_no_gap(counts: list[int]) -> None:
    boxes = stacked(counts, 500, 20)
    assert boxes[0].x == 0
    assert all(abs(one.right - other.x) < 1e-9 for one, other in pairwise(boxes))
    assert abs(boxes[-1].right - (500 if sum(counts) else 0)) < 1e-6


@given(DATES, DATES, DATES)
def test_a_scale_keeps_the_order_of_days(one: datetime.date, other: datetime.date, day: datetime.date) -> None:
    first, last = sorted((one, other))
    scale = Scale(first, last, 10, 300)
    assert scale.x(first) == 10
    assert scale.x(last + DAY) == 310
    assert 10 <= scale.x(day) <= 310
    assert scale.x(day) <= scale.x(day + DAY)


def test_years_begin_where_they_begin() -> None:
    scale = Scale(datetime.date(2024, 5, 9), datetime.date(2027, 5, 8), 0, 100)
    assert [day.year for day in scale.years()] == [2025, 2026, 2027]


def test_a_seat_ends_where_its_successor_begins() -> None:
    scale = Scale(datetime.date(2024, 1, 1), datetime.date(2027, 12, 31), 0, 1461)
    change = datetime.date(2026, 1, 20)
    boxes = spells([Spell(1, scale.first, change), Spell(1, change, None)], scale, row=20, gap=4)
    assert boxes[0].right == boxes[1].x
    assert boxes[1].right == 1461
    assert {box.y for box in boxes} == {24}


def test_a_seat_outside_the_years_shown_has_no_width() -> None:
    scale = Scale(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31), 0, 365)
    before = Spell(0, datetime.date(2024, 5, 9), datetime.date(2025, 1, 1))
    assert spells([before], scale, 20, 4)[0].width == 0


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(10, 120)), min_size=1, max_size=12))
def test_labels_never_cover_each_other(labels: list[tuple[float, float]]) -> None:
    labels.sort()
    points, widths = [point for point, _ in labels], [width for _, width in labels]
    placed: dict[int, list[tuple[float, float]]] = {}
    for line, point, width in zip(spread(points, widths, 0, 500), points, widths, strict=True):
        start = label_start(point, width, 0, 500)
        assert start >= 0
        assert start + width <= 500 + 1e-9
        assert all(end <= start + 1e-9 for _, end in placed.get(line, []))
        placed.setdefault(line, []).append((start, start + width))


SPELLS = st.lists(
    st.tuples(st.integers(0, 4), DATES, st.integers(0, 900), st.integers(0, 300)).map(
        lambda one: (Spell(one[0], one[1], one[1] + DAY * one[2]), float(one[3]))
    ),
    max_size=12,
)


@given(SPELLS)
def test_a_label_above_covers_no_bar_and_no_other_label(drawn: list[tuple[Spell, float]]) -> None:
    scale = Scale(datetime.date(2024, 1, 1), datetime.date(2031, 12, 31), 0, 400)
    items, widths = [spell for spell, _ in drawn], [width for _, width in drawn]
    placed = labelled(items, scale, RowsFrame(20, 4, 12), widths)
    above = [box for box in placed.labels if box is not None]
    assert [box is not None for box in placed.labels] == [width > 0 for width in widths]
    for box in above:
        assert box.x >= 0
        assert box.right <= 400 + 1e-9
        assert box.y >= 0
        assert all(box.bottom <= bar.y or bar.bottom <= box.y for bar in placed.boxes)
    for one, other in combinations(above, 2):
        beside = one.right <= other.x or other.right <= one.x
        assert beside or one.bottom <= other.y or other.bottom <= one.y
    assert all(box.bottom <= placed.height for box in placed.boxes)
    for item, label, bar in zip(items, placed.labels, placed.boxes, strict=True):
        if label is not None:
            same = [
                box for one, box in zip(items, placed.labels, strict=True) if box is not None and one.row == item.row
            ]
            assert bar.y == max(box.bottom for box in same), "it stands on its own row"


def test_without_labels_above_rows_are_as_high_as_ever() -> None:
    scale = Scale(datetime.date(2024, 1, 1), datetime.date(2031, 12, 31), 0, 400)
    items = [Spell(row, scale.first, None) for row in range(3)]
    assert labelled(items, scale, RowsFrame(20, 4, 12), [0, 0, 0]).boxes == spells(items, scale, 20, 4)


@given(st.lists(st.integers(0, 200), min_size=1, max_size=60), st.integers(0, 200))
def test_a_curve_stays_in_its_place_and_goes_up_where_there_is_more(values: list[int], more: int) -> None:
    place, most = Box(10, 20, 300, 100), max(*values, more)
    points = curve_points(values, place, most)
    assert [point.x for point in points] == sorted(point.x for point in points)
    assert points[0].x == place.x
    assert len(points) == 1 or abs(points[-1].x - place.right) < 1e-9
    for value, point in zip(values, points, strict=True):
        assert place.y - 1e-9 <= point.y <= place.bottom
        assert (point.y == place.bottom) is (value == 0)
    for (value, point), (other, beside) in combinations(zip(values, points, strict=True), 2):
        assert (value > other) is (point.y < beside.y)
