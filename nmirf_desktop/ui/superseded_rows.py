"""Rows that tell who holds only a superseded version of a document, each with the way to send the one that counts."""

from collections import Counter
from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.superseded import Superseded
from nmirf_desktop.domain.symbols import called
from nmirf_desktop.i18n import N_, Catalog, Language
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
IN_ONE_BY = {
    True: N_("Send them version {version} ({languages}) by e-mail"),
    False: N_("Send them version {version} ({languages}) by post"),
}
"""Where another version counts for readers of another language: a number alone would not tell which file it is."""
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
    rows = tuple(found)
    versions = {(one.issued.document, one.issued.version) for one in rows}
    several = {document for document, number in Counter(document for document, _ in versions).items() if number > 1}
    for one in rows:
        name, link = words.gettext(called(one.had)), _link(one, words, in_one=one.issued.document in several)
        yield FactRow((one.said_in(words), " — ", link), note=name, mark=Mark("refresh-cw", Tone.ATTENTION))


def _link(one: Superseded, words: Catalog, *, in_one: bool) -> Link:
    if one.prepared is not None:
        return Link(words.gettext(PREPARED), Place("distribution", one.prepared))
    reading = words.conjunction([words.language_name(read) for read in Language if read in {to.reads for to in one.to}])
    label = words.gettext(_label(one, in_one=in_one))
    said = label.format(version=words.number(one.issued.version), languages=reading)
    way = BY_MAIL if one.by_mail else BY_POST
    return Link(said, Place("distribution", f"{REPLACE}{one.issued.key}:{way}"))


def _label(one: Superseded, *, in_one: bool) -> str:
    if one.corrects:
        return CORRIGENDUM_BY[one.by_mail]
    if one.is_for_their_language:
        return LANGUAGE_BY[one.by_mail]
    return (IN_ONE_BY if in_one else VERSION_BY)[one.by_mail]
