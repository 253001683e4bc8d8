"""The region of a State on screens, by the practice of the day: a regional group, or a continent (R29)."""

from collections.abc import Callable

from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import region_name
from nmirf_desktop.domain.states import RegionalGroup, State
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone


def region_said(
    state: State, by: Option, words: Catalog, grouped: Callable[[RegionalGroup | None, Catalog], str]
) -> str:
    """A regional group as *grouped* says it, or a continent by its one name."""
    if by is Option.REGIONAL_GROUP:
        return grouped(state.group, words)
    return words.gettext(region_name(state, by))


def region_mark(state: State, by: Option) -> Mark:
    """The hue and shape of a regional group; a continent has a quiet ring, for hues belong to the groups."""
    if by is Option.REGIONAL_GROUP:
        return Mark("circle", group=state.group)
    return Mark("circle", Tone.MUTED)
