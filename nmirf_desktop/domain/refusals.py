"""What is the user's business to mend: a rule says no, a field says no, a line of input says no.

A message is a marked constant (:func:`nmirf_desktop.i18n.N_`) with named placeholders; it is translated where it
is shown. Values are strings, numbers, dates, or objects with ``said_in(catalog) -> str`` such as a State.
They are not frozen: a context manager writes ``__traceback__`` on the exception that passes through it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.i18n.stops import with_one_stop

TAKEN_BACK = N_(
    "What this concerns was taken back meanwhile: nothing was recorded. Record that again first, or leave this."
)
"""What is said where undo, or another card, took away what a verb was asked for while that was shown."""
COUNTS = frozenset({"n", "count", "most", "total", "size"})
"""The placeholders of numbers that count something, said with the separators of a language; a year is none of them."""
MOST_SAID = 20
"""So many problems are said one by one; of the others only their number."""


@runtime_checkable
class Sayable(Protocol):
    """A value that has its own words in each language."""

    def said_in(self, words: Catalog) -> str:
        """The value in the language of *words*."""
        ...


def say(words: Catalog, message: str, values: Mapping[str, object]) -> str:
    """A marked message in one language, its values said in that language too."""
    import datetime

    said: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, Sayable):
            said[name] = value.said_in(words)
        elif isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            said[name] = words.date(value)
        elif isinstance(value, datetime.time):
            said[name] = words.clock(value)
        elif isinstance(value, int) and name in COUNTS:
            said[name] = words.number(value)
        else:
            said[name] = value
    return with_one_stop(words.gettext(message).format(**said))


@dataclass(eq=False)
class Refusal(Exception):  # noqa: N818  (the trade's word: a rule refuses)
    """A rule says no. *section* names the rule ("R5"); *message* is a marked constant.

    *in_the_way* is the key of the record that stands in the way, where it is one: what mends the case begins with it.
    """

    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    section: str = ""
    in_the_way: str = ""

    def said_in(self, words: Catalog) -> str:
        """The refusal as one sentence."""
        return say(words, self.message, self.values)


@dataclass(eq=False)
class Problem(Exception):  # noqa: N818
    """A field or a line of input says no. *field* names it for the form; *message* is a marked constant."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    field_name: str = ""

    def said_in(self, words: Catalog) -> str:
        """The problem as one sentence."""
        return say(words, self.message, self.values)


class Problems(Problem):
    """Several things that an input says no to, in their order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(first.message, first.values, first.field_name)
        self.problems = tuple(problems)

    def said_in(self, words: Catalog) -> str:
        """Each problem on a line of its own; where there are many, how many more there are."""
        lines = [problem.said_in(words) for problem in self.problems[:MOST_SAID]]
        more = len(self.problems) - len(lines)
        if more:
            lines.append(
                words.ngettext("and {n} more problem.", "and {n} more problems.", more).format(n=words.number(more))
            )
        return "\n".join(lines)


def raise_all(problems: Sequence[Problem]) -> None:
    """Raise the one problem as it is, or several as one; nothing where there is none."""
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise Problems(problems)
