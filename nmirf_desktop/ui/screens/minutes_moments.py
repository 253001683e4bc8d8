"""How the minutes' revisions and versions are called: the moment, the act, the languages."""

from collections.abc import Mapping

from nmirf_desktop.domain.minutes_revisions import Revision, Version, VersionKind
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.moments import moment

ACTS: Mapping[str, str] = {
    "draft the minutes": N_("Drafted from the record"),
    "write in the minutes": N_("Written"),
    "write a text": N_("Written"),
    "complete approved minutes": N_("Missing language supplied"),
    "replace words in the minutes": N_("Words replaced"),
    "take a drafted text over": N_("New text taken over"),
    "take drafted texts over": N_("New text taken over"),
    "put a drafted text back": N_("Text of the facts put back"),
    "add a paragraph": N_("Added"),
    "remove a paragraph": N_("Removed"),
    "restore a revision": N_("Restored"),
    "accept a correction of the minutes": N_("Correction accepted"),
    "accept a correction in other words": N_("Correction accepted in other words"),
    "take in translations": N_("Translation returned"),
    "circulate the minutes": N_("Brought up to date at circulation"),
    "circulate revised minutes": N_("Brought up to date at circulation"),
    "say how the minutes tell an intervention": N_("Attribution changed"),
}
"""What the acts are called that change a paragraph's words; any other by the name that undo gives it."""


def act_said(revision: Revision, words: Catalog) -> str:
    """What a revision is: the act, and whether it was taken back."""
    act = revision.last.act
    said = words.gettext(ACTS[act]) if act in ACTS else words.gettext(act)
    if revision.last.back:
        return words.pgettext("revision of a paragraph", "Taken back or done again: {act}").format(act=said)
    if revision.saves > 1:
        saves = words.ngettext("{n} save", "{n} saves", revision.saves).format(n=words.number(revision.saves))
        return words.pgettext("facts in a row", " · ").join((said, saves))
    return said


def languages_said(revision: Revision, words: Catalog) -> str:
    """The languages in which the words changed."""
    return words.listing(language.upper() for language in revision.languages)


def version_said(version: Version, words: Catalog) -> str:
    """A version by its name and moment."""
    names = {
        VersionKind.CIRCULATED: words.gettext("As circulated"),
        VersionKind.REVISED: words.gettext("As revised ({n})").format(n=words.number(version.number)),
        VersionKind.APPROVED: words.gettext("As approved"),
    }
    if version.kind not in names:
        return words.gettext("As they are now")
    return words.pgettext("version of minutes", "{name}, {moment}").format(
        name=names[version.kind], moment=moment(version.at, words)
    )
