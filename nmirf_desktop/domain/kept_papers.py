"""A paper as plain text and back, so that what was approved is kept as it was, whatever its facts become.

Each value is a list of its class and of the fields that are not as by default: what a later release adds to a block
is by default in what was kept before it.
"""

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from nmirf_desktop.domain import blocks, papers, periods, said
from nmirf_desktop.domain.blocks import Block
from nmirf_desktop.domain.papers import MinutesPaper, Paper
from nmirf_desktop.domain.text import digest

_CLASSES: Mapping[str, type[Any]] = {
    one.__name__: one
    for module in (said, periods, blocks, papers)
    for one in vars(module).values()
    if isinstance(one, type) and is_dataclass(one)
}
"""What a paper is made of, by the names of its classes."""


def kept(paper: Paper) -> str:
    """A paper as text."""
    return json.dumps(_plain(paper), ensure_ascii=False, separators=(",", ":"))


def as_it_was(text: str) -> MinutesPaper:
    """The paper of a text that :func:`kept` made; ``ValueError`` for any other."""
    paper = _made(json.loads(text), MinutesPaper)
    if not isinstance(paper, MinutesPaper):
        raise ValueError("this is no paper of minutes")  # noqa: TRY004  (of the text, not of the caller)
    return paper


def digest_of(parts: Sequence[Block]) -> str:
    """A short digest of what some blocks say in all languages: whether they still say what they said."""
    return digest(json.dumps([_plain(one) for one in parts], ensure_ascii=False))


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        said = {one.name: getattr(value, one.name) for one in fields(value)}
        defaults = {one.name: one.default for one in fields(value) if one.default is not MISSING}
        return [
            type(value).__name__,
            {name: _plain(part) for name, part in said.items() if name not in defaults or part != defaults[name]},
        ]
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


@cache
def _hints(name: str) -> Mapping[str, Any]:
    """The types of the fields of a class."""
    return get_type_hints(_CLASSES[name])


def _made(plain: Any, kind: Any) -> Any:
    """The value of what :func:`_plain` gave, of a type as a field declares it."""
    if get_origin(kind) in (Union, UnionType):
        return _one_of(plain, [one for one in get_args(kind) if one is not NoneType])
    if isinstance(kind, type) and is_dataclass(kind):
        name, parts = plain
        made, hints = _CLASSES[name], _hints(name)
        return made(**{field: _made(part, hints[field]) for field, part in parts.items()})
    if get_origin(kind) is tuple:
        each = get_args(kind)
        every = each[0] if each[-1] is Ellipsis else None
        return tuple(_made(part, every or each[place]) for place, part in enumerate(plain))
    if isinstance(kind, type) and issubclass(kind, datetime.date):
        return datetime.date.fromisoformat(plain)
    return kind(plain) if isinstance(kind, type) and issubclass(kind, StrEnum) else plain


def _one_of(plain: Any, kinds: list[Any]) -> Any:
    """A value of one of several types: of values with parts, the one that its name says."""
    return None if plain is None else _made(plain, kinds[0])
