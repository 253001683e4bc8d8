"""Rows that say what came since a certificate of dispatch was issued, each with the way to issue it anew."""

from collections.abc import Iterable, Iterator, Sequence

from nmirf_desktop.domain.certificate_since import Since
from nmirf_desktop.domain.certificate_versions import NAMED_AT_MOST
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.dispatches_told import Outdated
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.links import Link, Part, listed
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone

SINCE_SEVERAL = N_("Since these certificates of dispatch were issued, more was recorded. Issue anew:")


def since_rows(since: Since | None, words: Catalog) -> tuple[FactRow, ...]:
    """One row where there is something; the certificate that was issued stays as it is."""
    return () if since is None else (_row(since, since.said_in(words), words),)


def outdated_rows(several: Iterable[Since], words: Catalog) -> Iterator[FactRow]:
    """A row for each of several, by its symbol; those of several States and partners of a meeting stand in one."""
    by_part: dict[tuple[Key | None, bool], list[Since]] = {}
    for one in several:
        by_part.setdefault((one.issued.meeting, one.part is not None), []).append(one)
    for own in by_part.values():
        yield _row(own[0], own[0].named_in(words), words) if len(own) == 1 else _together(own, words)


def outdated_by_meeting(several: Sequence[Outdated], words: Catalog) -> Iterator[FactRow]:
    """One quiet row of all, with the way to those of each meeting: there each has its own."""
    number = sum(one.number for one in several)
    if number:
        said = words.ngettext(
            "More was recorded since {n} certificate of dispatch was issued:",
            "More was recorded since {n} certificates of dispatch were issued:", number,
        ).format(n=words.number(number))  # fmt: skip
        places = listed(Link(one.symbol, Place("distribution", one.meeting)) for one in several)
        yield FactRow((f"{said} ", *places), mark=Mark("clock", Tone.MUTED), muted=True)


def _row(since: Since, said: str, words: Catalog) -> FactRow:
    link = Link(words.gettext("Issue it anew"), _place(since))
    return FactRow((said, " ", link), mark=Mark("clock", Tone.ATTENTION))


def _together(several: Sequence[Since], words: Catalog) -> FactRow:
    """Certificates by their symbols, the first ones of very many."""
    named = listed(Link(one.symbol_in(words), _place(one)) for one in several[:NAMED_AT_MOST])
    parts: list[Part] = [words.gettext(SINCE_SEVERAL), " ", *named]
    more = len(several) - NAMED_AT_MOST
    if more > 0:
        said = words.ngettext("and {n} more", "and {n} more", more).format(n=words.number(more))
        parts += [f", {said}"]
    return FactRow(tuple(parts), mark=Mark("clock", Tone.ATTENTION))


def _place(since: Since) -> Place:
    issued = since.issued
    return Place("documents", ":".join(filter(None, (str(issued.kind), issued.meeting, since.part))))
