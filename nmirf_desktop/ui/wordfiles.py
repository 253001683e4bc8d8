"""Minutes saved for a word processor, after what there is to ask: what is open, which folder, what to replace."""

from collections.abc import Callable
from pathlib import Path

from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.minutes_files import MinutesFiles, check_word
from nmirf_desktop.services.requests import Request
from nmirf_desktop.ui.alerts import Alerts, Notice, Sentence
from nmirf_desktop.ui.choosing import way_to
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.unsettled import unsettled_said

WRITTEN = N_("In the folder “{folder}”: {files}")
NOT_SAVED = N_("No file was written or changed.")
SAVE_OPEN, SETTLE = N_("Save them as they are"), N_("Settle it first")
SAVE = N_("Save for a word processor …")
SAVE_HINT = N_("A file for each language, in which members correct their own statements")
SAVE_KEYS = "Ctrl+Shift+E"


def save_word(
    files: MinutesFiles, request: Request, folder: Callable[[str], Path | None], said: tuple[Alerts, Catalog]
) -> tuple[Path, ...]:
    """Ask about what is not settled and for a folder, and write the minutes into it.

    Nothing is written where somebody thinks better of it.
    """
    check_word(request)
    alerts, words = said
    open_ = unsettled_said(files.unsettled(request), words)
    question = words.gettext("Not everything in these minutes is settled.")
    if open_ and not alerts.confirm(question, words.gettext(SAVE_OPEN), words.gettext(SETTLE), open_):
        alerts.say(NOT_SAVED, Tone.NEUTRAL)
        return ()
    chosen = folder(words.gettext("The folder for the files"))
    if chosen is None:
        return ()
    there = files.standing(request, chosen)
    question = words.ngettext(
        "{n} file of that name is already in the folder.", "{n} files of these names are already in the folder.",
        len(there),
    ).format(n=words.number(len(there)))  # fmt: skip
    if there and not alerts.confirm(question, words.gettext("Replace"), words.gettext("Cancel"), "\n".join(there)):
        alerts.say(NOT_SAVED, Tone.NEUTRAL)
        return ()
    written = files.export(request, chosen)
    names = Listed(tuple(one.name for one in written))
    alerts.show(Notice(Sentence(WRITTEN, {"folder": chosen.name, "files": names}), Tone.GOOD, offers=(way_to(chosen),)))
    return written
