"""Contrast and colours: WCAG 2.1 AA (EN 301 549), with and without colour vision."""

from itertools import combinations

import pytest

from nmirf_desktop.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Colours, contrast

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])
# Machado, Oliveira and Fernandes (2009), severity 1: what people without one kind of cone see, in linear light.
DEFICIENCIES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


@SCHEMES
def test_text_stands_out_on_every_ground(scheme: Colours) -> None:
    pairs = [
        (scheme.text, scheme.base), (scheme.text, scheme.window), (scheme.text, scheme.alternate),
        (scheme.text, scheme.hover), (scheme.muted, scheme.base), (scheme.muted, scheme.window),
        (scheme.accent, scheme.base), (scheme.accent, scheme.window), (scheme.on_accent, scheme.accent),
        (scheme.on_selection, scheme.selection), (scheme.good, scheme.base), (scheme.attention, scheme.base),
        (scheme.bad, scheme.base), (scheme.attention, scheme.window), (scheme.bad, scheme.window),
        (scheme.text, scheme.good_ground), (scheme.text, scheme.attention_ground), (scheme.text, scheme.bad_ground),
    ]  # fmt: skip
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@SCHEMES
def test_borders_marks_and_bars_stand_out(scheme: Colours) -> None:
    pairs = [(ink, ground) for ink in (scheme.border, scheme.disabled) for ground in (scheme.base, scheme.window)]
    pairs += [(hue, ground) for hue in scheme.groups for ground in (scheme.base, scheme.alternate, scheme.selection)]
    assert [pair for pair in pairs if contrast(*pair) < 3] == []


@SCHEMES
def test_what_is_disabled_is_told_from_what_is_not(scheme: Colours) -> None:
    assert contrast(scheme.text, scheme.disabled) >= 2
    assert scheme.disabled not in (scheme.base, scheme.window)


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def _linear(colour: str) -> list[float]:
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    return [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]


def _lab(linear: list[float]) -> tuple[float, float, float]:
    matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [sum(m * max(0.0, c) for m, c in zip(row, linear, strict=True)) for row in matrix]
    x, y, z = (
        (part / top) ** (1 / 3) if part / top > 0.008856 else 7.787 * part / top + 16 / 116
        for part, top in zip(xyz, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, sight: str) -> float:
    """How far two colours are apart (CIE 1976) for someone with that sight."""
    seen = []
    for colour in (one, other):
        linear = _linear(colour)
        seen.append(_lab([sum(m * c for m, c in zip(row, linear, strict=True)) for row in DEFICIENCIES[sight]]))
    return float(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5)


@SCHEMES
@pytest.mark.parametrize("sight", DEFICIENCIES)
def test_the_groups_are_told_apart(scheme: Colours, sight: str) -> None:
    closest = min((difference(one, other, sight), one, other) for one, other in combinations(scheme.groups, 2))
    assert closest[0] >= 18, closest
