"""Rows that tell who holds only a superseded version of a document, each with the way to send the one that counts."""

from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.superseded import Superseded
from nmirf_desktop.domain.symbols import called
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone

REPLACE = "!replace:"
"""Before the key of an issued document and the way ("key:mail", "key:post"): the card of its dispatch is opened."""
BY_MAIL, BY_POST = "mail", "post"
VERSION_BY = {
    True: N_("Send them version {version} by e-mail"),
    False: N_("Send them version {version} by post"),
}
LANGUAGE_BY = {
    True: N_("Send them the version for their language by e-mail"),
    False: N_("Send them the version for their language by post"),
}
"""They have that of another language, which has versions of its own."""
CORRIGENDUM_BY = {
    True: N_("Send them the corrigendum by e-mail"),
    False: N_("Send them the corrigendum by post"),
}
PREPARED = N_("a dispatch is prepared, and not recorded as sent")
"""Prepared is not sent: they hold it still."""


def superseded_rows(found: Iterable[Superseded], words: Catalog) -> Iterator[FactRow]:
    """A row for each document and way: how many hold only what it replaces, and the act that sends it to them.

    Where it is prepared, that is said, and the link leads to its dispatch.
    """
    for one in found:
        name = words.gettext(called(one.had))
        yield FactRow(
            (one.said_in(words), " — ", _link(one, words)), note=name, mark=Mark("refresh-cw", Tone.ATTENTION)
        )


def _link(one: Superseded, words: Catalog) -> Link:
    if one.prepared is not None:
        return Link(words.gettext(PREPARED), Place("distribution", one.prepared))
    said = words.gettext(_label(one)).format(version=words.number(one.issued.version))
    way = BY_MAIL if one.by_mail else BY_POST
    return Link(said, Place("distribution", f"{REPLACE}{one.issued.key}:{way}"))


def _label(one: Superseded) -> str:
    if one.corrects:
        return CORRIGENDUM_BY[one.by_mail]
    return (LANGUAGE_BY if one.is_for_their_language else VERSION_BY)[one.by_mail]
