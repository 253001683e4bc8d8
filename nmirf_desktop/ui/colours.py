"""The colours of the window: one accent, three states, five regional groups, in three schemes.

Each colour is measured in the tests: text at least 4.5 : 1 on what it is written on, marks and borders at least
3 : 1 (EN 301 549, WCAG 2.1 AA), and the groups' hues told apart with and without colour vision.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme, as hexadecimal colours; *groups* in the order of the regional groups."""

    window: str
    base: str
    alternate: str
    text: str
    muted: str
    line: str
    border: str
    disabled: str
    accent: str
    on_accent: str
    hover: str
    selection: str
    on_selection: str
    good: str
    good_ground: str
    attention: str
    attention_ground: str
    bad: str
    bad_ground: str
    groups: tuple[str, str, str, str, str]


LIGHT = Colours(
    window="#f3f4f6",
    base="#ffffff",
    alternate="#f9fafb",
    text="#1a1f26",
    muted="#57606b",
    line="#dfe3e8",
    border="#868e99",
    disabled="#868e99",
    accent="#1d5fb4",
    on_accent="#ffffff",
    hover="#e4e8ee",
    selection="#d7e6f9",
    on_selection="#10243d",
    good="#1a7040",
    good_ground="#e3f4e9",
    attention="#8a5300",
    attention_ground="#fdf1d8",
    bad="#b3261e",
    bad_ground="#fce8e6",
    groups=("#a65300", "#2e82c7", "#4a2972", "#07664b", "#d64a88"),
)

DARK = Colours(
    window="#20242a",
    base="#171a1f",
    alternate="#1c2026",
    text="#e8ebef",
    muted="#a5aeb9",
    line="#343a43",
    border="#737d8a",
    disabled="#737d8a",
    accent="#7ab3f5",
    on_accent="#0c1f36",
    hover="#2b323b",
    selection="#27446a",
    on_selection="#ffffff",
    good="#6fce93",
    good_ground="#17301f",
    attention="#edb95e",
    attention_ground="#382a10",
    bad="#ff9a90",
    bad_ground="#3f1b19",
    groups=("#ef9645", "#4f91e3", "#cab9ff", "#38c88f", "#f6a2cc"),
)

HIGH_CONTRAST = Colours(
    window="#000000",
    base="#000000",
    alternate="#000000",
    text="#ffffff",
    muted="#ffffff",
    line="#ffffff",
    border="#ffffff",
    disabled="#a0a0a0",
    accent="#ffe14d",
    on_accent="#000000",
    hover="#2e2e2e",
    selection="#00427d",
    on_selection="#ffffff",
    good="#5dffa0",
    good_ground="#000000",
    attention="#ffd75e",
    attention_ground="#000000",
    bad="#ffa79e",
    bad_ground="#000000",
    groups=("#ffb057", "#4aa8f7", "#d8c3fe", "#2fe5be", "#d47fb8"),
)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """The relative luminance of a hexadecimal colour (WCAG 2.1)."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.1)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
