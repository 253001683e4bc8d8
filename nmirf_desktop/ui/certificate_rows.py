"""The row that says what came since a certificate of dispatch was issued, with the way to issue it anew."""

from nmirf_desktop.domain.certificate_since import Since
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone


def since_rows(since: Since | None, words: Catalog) -> tuple[FactRow, ...]:
    """One row where there is something; the certificate that was issued stays as it is."""
    if since is None:
        return ()
    issued = since.issued
    place = Place("documents", ":".join(filter(None, (str(issued.kind), issued.meeting, since.part))))
    link = Link(words.gettext("Issue it anew"), place)
    return (FactRow((since.said_in(words), " ", link), mark=Mark("clock", Tone.ATTENTION)),)
