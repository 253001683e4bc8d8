"""What stands over the table of those who would get a dispatch: how many do, and why each of the others does not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import reduce

from nmirf_desktop.domain.dispatches import Standing
from nmirf_desktop.domain.recipients import NOT_MEANT, Wanting, lacks_language
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.ui.screens.distribution_picks import Picked


class Settled(Enum):
    """Why somebody who got the same already is not reminded of it."""

    ACKNOWLEDGED = auto()
    BY_POST = auto()


REASONS = (Wanting.ADDRESSEE, Wanting.MEMBERS_ONLY, Wanting.LATER, Wanting.DEAD, Wanting.ALREADY)
"""Why somebody who can be reached is left out, unless somebody ticked it so: of several reasons the first is said."""


def review_said(rows: Sequence[Picked], words: Catalog) -> str:
    """How many get it, whom it cannot reach, who is left out and why, and who does not get it in the own language.

    Each of the rows is one of those who get it, who cannot be reached, or who are left out.
    """
    going = [row for row in rows if row.included]
    parts = [words.ngettext("{n} recipient", "{n} recipients", len(going)).format(n=words.number(len(going)))]
    lost = sum(row.asked and not row.line.reachable for row in rows)
    if lost:
        said = words.ngettext("{n} cannot be reached", "{n} cannot be reached", lost)
        parts.append(said.format(n=words.number(lost)))
    parts += _left_out(rows, words)
    parts += _not_meant(going, words)
    pattern = words.pgettext("one statement after the other", "{first}; {second}")
    said = reduce(lambda first, second: pattern.format(first=first, second=second), (*parts, *_in_others(going, words)))
    return f"{said}."


def _left_out(rows: Iterable[Picked], words: Catalog) -> Iterator[str]:
    """How many are left out and why, each row once; who cannot be reached and is asked for was said before."""
    why: Counter[Wanting | Settled | None] = Counter()
    out = [row for row in rows if not row.included and (row.line.reachable or not row.asked)]
    reasons = {row.key: _reason(row) for row in out}
    why.update(reasons.values())
    for wanting in (*REASONS, *Settled):
        if wanting in why:
            yield _because(wanting, why[wanting], words)
        if wanting is Wanting.ALREADY:
            yield from _failed_before((row for row in out if reasons[row.key] is wanting), words)
    yield from _others([row for row in out if reasons[row.key] is None], words)


def _reason(row: Picked) -> Wanting | Settled | None:
    """Why a row is left out; without any, it is not asked for, or somebody left it out."""
    reasons = REASONS if row.line.reachable else (Wanting.ALREADY,)
    found = next((one for one in reasons if one in row.line.wanting), None)
    return _settled(row) or found if found is Wanting.ALREADY and row.reminding else found


def _settled(row: Picked) -> Settled | None:
    """What settles that somebody is not reminded, where something does: an answer, or a sending by post beside this."""
    last = row.line.last
    if last is None or last.standing is Standing.ACKNOWLEDGED:
        return None if last is None else Settled.ACKNOWLEDGED
    by_post = last.standing is Standing.SENT and not last.recipient.addresses
    return Settled.BY_POST if by_post and not row.asked else None


def _because(wanting: Wanting | Settled, number: int, words: Catalog) -> str:
    """How many are left out for a reason."""
    said: dict[Wanting | Settled, str] = {
        Settled.ACKNOWLEDGED: words.ngettext(
            "{n} left out, because it acknowledged receipt",
            "{n} left out, because they acknowledged receipt",
            number,
        ),
        Settled.BY_POST: words.ngettext(
            "{n} left out, because it was sent to it by post",
            "{n} left out, because it was sent to them by post",
            number,
        ),
        Wanting.ALREADY: words.ngettext(
            "{n} left out, because it was prepared or sent already",
            "{n} left out, because it was prepared or sent already",
            number,
        ),
        Wanting.MEMBERS_ONLY: words.ngettext(
            "{n} left out, because it is for members only",
            "{n} left out, because it is for members only",
            number,
        ),
        Wanting.ADDRESSEE: words.ngettext(
            "{n} left out, because the letter is to somebody else",
            "{n} left out, because the letter is to somebody else",
            number,
        ),
        Wanting.LATER: words.ngettext(
            "{n} left out, because a later version was sent to it",
            "{n} left out, because a later version was sent to them",
            number,
        ),
        Wanting.DEAD: words.ngettext(
            "{n} left out, because an earlier message did not arrive at its address",
            "{n} left out, because an earlier message did not arrive at their addresses",
            number,
        ),
    }
    return said[wanting].format(n=words.number(number))


def _failed_before(already: Iterable[Picked], words: Catalog) -> Iterator[str]:
    """To how many of those left out, because it was sent already, the last did not arrive."""
    last = (row.line.last for row in already)
    if failed := sum(one is not None and one.standing is Standing.FAILED for one in last):
        said = words.ngettext("{n} of these did not arrive", "{n} of these did not arrive", failed)
        yield said.format(n=words.number(failed))


def _others(rows: Iterable[Picked], words: Catalog) -> Iterator[str]:
    """How many are left out who are none of those for whom it is, and how many somebody left out."""
    by_hand = unsent = unchosen = 0
    for row in rows:
        by_hand += row.asked
        unsent += not row.asked and row.reminding
        unchosen += not row.asked and not row.reminding
    if by_hand:
        said = words.ngettext("{n} left out by hand", "{n} left out by hand", by_hand)
        yield said.format(n=words.number(by_hand))
    if unsent:
        said = words.ngettext("{n} other, to whom it was not sent", "{n} others, to whom it was not sent", unsent)
        yield said.format(n=words.number(unsent))
    if unchosen:
        said = words.ngettext(
            "{n} other, not one of the recipients chosen at the left",
            "{n} others, not among the recipients chosen at the left",
            unchosen,
        )
        yield said.format(n=words.number(unchosen))


def _not_meant(going: Iterable[Picked], words: Catalog) -> Iterator[str]:
    """How many get what is not for them."""
    number = sum(not NOT_MEANT.isdisjoint(row.line.wanting) for row in going)
    if number:
        said = words.ngettext("{n} gets what is not for it", "{n} get what is not for them", number)
        yield said.format(n=words.number(number))


def _in_others(going: Iterable[Picked], words: Catalog) -> Iterable[str]:
    """Who gets it in another language, because it was not issued in theirs."""
    found: Counter[tuple[Language, tuple[Language, ...]]] = Counter()
    for row in going:
        reads = row.line.correspondent.reads
        lacking = lacks_language(reads, row.line.files)
        if lacking:
            found[reads, tuple(dict.fromkeys(one for file in lacking for one in file.language.languages))] += 1
    for (reads, others), number in found.items():
        said = words.ngettext(
            "{n} gets it in {other}, because it was not issued in {language}",
            "{n} get it in {other}, because it was not issued in {language}",
            number,
        )
        named = words.listing(words.language_name(one) for one in others)
        yield said.format(n=words.number(number), other=named, language=words.language_name(reads))
