"""The commands for minutes that members correct in a word processor: written out, and taken in when they come back."""

import argparse
from typing import TYPE_CHECKING

from nmirf_desktop.cli.terminal import THERE, day, tell, today
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Catalog

if TYPE_CHECKING:
    from nmirf_desktop.services.requests import Request
    from nmirf_desktop.storage.store import Store

CORRECTIONS, DOCX, PDF = "corrections", "docx", "pdf"
ONLY_PDF = N_("Documents leave as PDF, and minutes also as DOCX. No file was written; choose one of these formats.")
WHO_ASKS = N_("Say who asks for the corrections, with --state or --body. Nothing was recorded.")


def add_options(added: argparse.ArgumentParser, words: Catalog) -> None:
    """Who asks for the corrections of a file, and when it came."""
    added.add_argument("--state", metavar="STATE", help=words.gettext("the State that asks for the corrections"))
    added.add_argument(
        "--body", metavar="NAME", help=words.gettext("the body that asks for the corrections, where it is no State")
    )
    added.add_argument(
        "--received", type=day, metavar="DATE", help=words.gettext("the day on which they came; without it today")
    )


def write_word(store: "Store", request: "Request", options: argparse.Namespace, words: Catalog) -> int:
    """Write minutes for a word processor, then say on the error stream what is not settled in them.

    Raises ``Problem`` for another document, or another format.
    """
    from nmirf_desktop.services.minutes_files import MinutesFiles
    from nmirf_desktop.services.states import States

    if options.format != DOCX:
        raise Problem(ONLY_PDF)
    files = MinutesFiles(store, States(store))
    there = files.standing(request, options.to)
    if there and not options.replace:
        raise Problem(THERE, {"folder": options.to.name, "files": Listed(there)})
    found = files.unsettled(request)
    for path in files.export(request, options.to):
        print(path)
    tell(found.sentences(words), found.gaps, words)
    return 0


def take_corrections(options: argparse.Namespace, words: Catalog) -> int:
    """Say what a file asks for, then record what a member may ask as requests for correction, with the file."""
    from nmirf_desktop.domain.corrected_minutes_said import counts_said, line_said
    from nmirf_desktop.domain.issued import DocumentKind
    from nmirf_desktop.services.corrected_minutes import CorrectedMinutes
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.secretariat import Secretariat

    with open_register(options.register, read_only=options.dry_run) as store:
        desk = Secretariat(store)
        corrected = CorrectedMinutes(store, desk.states)
        named = None if options.meeting is None else desk.papers.meeting(DocumentKind.MINUTES, options.meeting).key
        shown = corrected.preview(corrected.read(options.file), named)
        for note in shown.notes:
            print(note.said_in(words))
        if not shown.corrections:
            return 0
        for one in shown.corrections:
            print(line_said(one, words))
        print(counts_said(shown.corrections, words))
        known = len(corrected.recorded(shown, corrected.asker(shown, options.state, options.body)))
        if known:
            said = words.ngettext("{n} of them is recorded already.", "{n} of them are recorded already.", known)
            print(said.format(n=words.number(known)))
        if not options.dry_run:
            if options.state is None and options.body is None:
                raise Problem(WHO_ASKS)
            asker = corrected.asker(shown, options.state, options.body)
            done = corrected.record(shown, shown.usual, asker, options.received or today(store), words)
            print(words.ngettext("{n} request recorded.", "{n} requests recorded.", done).format(n=words.number(done)))
    return 0
