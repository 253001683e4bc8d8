"""Where Home and empty places lead on to: found by their words in the box of Ctrl+K, whichever screen is shown."""

from collections.abc import Callable, Mapping
from functools import partial

from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.actions import ISSUE_REVISED, REVISED_AGENDA
from nmirf_desktop.ui.entries import ScreenEntry
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.unopened import REMOVE, USUAL_WORDS

ALSO = {ISSUE_REVISED: REVISED_AGENDA, REMOVE: USUAL_WORDS}
"""Words that find what leads on, the same in every language, beside its own."""
Onward = tuple[Mapping[str, ScreenEntry], Callable[[Place], object]]
"""The screens of a window by their names, and what goes to a place."""
LEADS = (
    (N_("Add the founding members"), Place("members", "!founders")),
    (N_("Appoint an Executive Committee"), Place("committee")),
    (N_("Prepare the renewal"), Place("candidatures")),
    (N_("Plan a meeting"), Place("meetings")),
    (N_("Agreed on"), Place("meetings", "!agreed")),
    (N_("Adopted on"), Place("meetings", "!adopted")),
    (N_("Record an election"), Place("meetings", "!election")),
    (REMOVE, Place("meetings", "!unopened")),
    (N_("Requests"), Place("agenda", "!requests")),
    (N_("Known"), Place("agenda", "!known")),
    (N_("Versions"), Place("agenda", "!versions")),
    (N_("Follow-up"), Place("agenda", "!follow-up")),
    (N_("Register of decisions"), Place("decisions")),
    (N_("Follow-up actions"), Place("follow-ups")),
    (N_("Record an activity"), Place("activities", "!new")),
    (N_("Draft the annual review …"), Place("annual-review")),
    (N_("Note a contact"), Place("encouragement")),
    (N_("Review the texts"), Place("texts")),
    (N_("Orders for translation"), Place("texts", "!orders")),
    (N_("Send to translators"), Place("texts", "!send")),
    (N_("Take translations in"), Place("texts", "!orders")),
    (N_("Write the minutes"), Place("minutes")),
    (N_("Send the agenda"), Place("documents")),
    (ISSUE_REVISED, Place("documents")),
)
"""The words of a link or a tab, as marked constants, and where it leads; they are the same there."""


def leads(entries: Mapping[str, ScreenEntry], go: Callable[[Place], object], words: Catalog) -> list[Hit]:
    """What leads on to the screens of a window, each with the name of its screen."""
    return [
        Hit(
            words.gettext(label), partial(go, place), words.gettext(entry.title), entry.icon,
            labels=(label, entry.title), also=ALSO.get(label, ""),
        )
        for label, place in LEADS
        if (entry := entries.get(place.screen)) is not None
    ]  # fmt: skip
