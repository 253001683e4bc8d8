"""How long a text may be, and on how many lines: what stands in a title or in the cell of a table has to fit there."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual, one_line
from nmirf_desktop.i18n import N_, Language

LINE, NAME, TITLE, TEXT = 120, 200, 300, 20_000
LONGEST: Mapping[str, int] = MappingProxyType(
    {
        "symbol_prefix": 20, "symbol": 40, "telephones": 40, "article": 40, "given_name": LINE, "family_name": LINE,
        "emails": LINE, "email": LINE, "reference": LINE, "leaving_reference": LINE,
        "function": NAME, "institution": NAME, "name": NAME, "body": NAME,
        "presenter": NAME, "noted_by": NAME, "cast_by": NAME, "place": NAME, "network": NAME,
        "short": NAME, "formal": NAME, "web": NAME,
        "annual_symbol": 40, "extraordinary_symbol": 40, "committee_symbol": 40, "answer_reference": LINE,
        "word": LINE, "documents": LINE, "responsible": NAME, "translator": NAME, "approver": NAME,
        "written_in": NAME, "subject": TITLE, "sender": LINE,
        "contact": NAME, "consented_by": NAME, "link": 500,
        "secretariat": NAME, "title": TITLE, "question": TITLE, "reason": TITLE, "divergence": TITLE,
        "stopped_for": TITLE, "evidence": TEXT // 2,
        "address": 500, "postal": 500, "legal_basis": 2_000, "contacts": 2_000,
        "note": TEXT // 2, "result": TEXT, "annotation": TEXT, "text": TEXT, "passage": TEXT, "words": TEXT,
    }
)  # fmt: skip
"""The most characters of a text in one language, by the name of the field in which it stands."""
LINES = frozenset(
    {
        "address", "postal", "legal_basis", "contacts", "note", "evidence", "result", "annotation", "text", "passage",
        "words",
    }
)  # fmt: skip
"""The fields whose texts may have several lines; the text of any other is one line."""


def has_lines(name: str) -> bool:
    """Whether the text of a field, or of one of its languages ("text_fr"), may have several lines."""
    base, _, language = name.rpartition("_")
    return name in LINES or (base in LINES and language in set(Language))


def too_long(texts: Iterable[str], most: int, field_name: str = "") -> Problem | None:
    """Why one of several texts does not fit; ``None`` where all do, or where *most* is 0: there is no limit."""
    longest = max(map(len, texts), default=0)
    if not most or longest <= most:
        return None
    message = N_("This text has {n} characters, and {most} fit here: shorten it.")
    return Problem(message, {"n": longest, "most": most}, field_name)


def _on_one_line(value: Any) -> Any:
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, tuple):
        return tuple(one_line(one) for one in value)
    if isinstance(value, Trilingual):
        return value.on_one_line()
    return replace(value, **{one.name: one_line(getattr(value, one.name)) for one in fields(value)})


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    parts = value if isinstance(value, tuple) else (getattr(value, one.name) for one in fields(value))
    return (one for one in parts if isinstance(one, str))


def fitted(name: str, value: Any) -> Any:
    """What the field *name* holds of a *value*, a text, several, or one in each language: one line where it is one.

    Raises:
        Problem: a text in it is too long.
    """
    value = value if name in LINES else _on_one_line(value)
    problem = too_long(_texts(value), LONGEST[name], name)
    if problem is not None:
        raise problem
    return value
