"""What a reply sheet says above its lines, and by which it is known again when it comes back."""

from collections.abc import Iterable

from nmirf_desktop.i18n import N_, Language, catalog

INSTRUCTIONS = (
    N_("Choose the answer in the first line; then name each person of the delegation on a line of its own."),
    N_("Grey cells are fixed: they tell for which State and meeting the sheet is. One person is the head."),
    N_("Send the file back as it is; nothing in it is printed before the secretariat has looked at it."),
)


def is_reply_sheet(lines: Iterable[str]) -> bool:
    """Whether one of the lines around a table is an instruction of a reply sheet, in any language."""
    own = {_spaced(catalog(language).gettext(one)) for one in INSTRUCTIONS for language in Language}
    return not own.isdisjoint(map(_spaced, lines))


def _spaced(text: str) -> str:
    """A text with plain spaces alone."""
    return " ".join(text.split())
