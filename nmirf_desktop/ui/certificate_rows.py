"""Rows that say what came since a certificate of dispatch was issued, each with the way to issue it anew."""

from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.certificate_since import Since
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone


def since_rows(since: Since | None, words: Catalog) -> tuple[FactRow, ...]:
    """One row where there is something; the certificate that was issued stays as it is."""
    return () if since is None else (_row(since, since.said_in(words), words),)


def outdated_rows(several: Iterable[Since], words: Catalog) -> Iterator[FactRow]:
    """A row for each of several, by its symbol."""
    return (_row(one, one.named_in(words), words) for one in several)


def _row(since: Since, said: str, words: Catalog) -> FactRow:
    issued = since.issued
    place = Place("documents", ":".join(filter(None, (str(issued.kind), issued.meeting, since.part))))
    link = Link(words.gettext("Issue it anew"), place)
    return FactRow((said, " ", link), mark=Mark("clock", Tone.ATTENTION))
