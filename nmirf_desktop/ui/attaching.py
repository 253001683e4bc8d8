"""What is said of files that were attached, and of those that were there already."""

from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attachments import Attached
from nmirf_desktop.ui.alerts import Notice, Sentence
from nmirf_desktop.ui.theme import Tone

ATTACHED = N_("Attached: {files}.")
THERE = N_("Attached here already, and not again: {there}.")
BOTH = N_("Attached: {files}. Attached here already, and not again: {there}.")


def told(attached: Attached) -> Notice:
    """What was attached, and what was there already, by the name that it has; good where anything was attached."""
    values: dict[str, object] = {
        "files": Listed(tuple(one.name for one in attached.added)),
        "there": Listed(tuple(one.name for _file, one in attached.there)),
    }
    if not attached.added:
        return Notice(Sentence(THERE, values), Tone.ATTENTION)
    return Notice(Sentence(BOTH if attached.there else ATTACHED, values), Tone.GOOD)
