"""The commands for texts that go to translators and come back."""

import argparse
import sys

from nmirf_desktop.cli.terminal import NO, THERE, today
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_, Catalog, Language

TEXTS, TRANSLATIONS = "texts", "translations"
NO_PDF = N_("Texts for translators leave as DOCX or XLSX, to be written into. No file was written.")
ONE_LANGUAGE = N_("Texts for translators leave in one language: say which with --language. No file was written.")


def add_options(added: argparse.ArgumentParser, words: Catalog) -> None:
    """How translations are taken in."""
    added.add_argument(
        "--approver",
        metavar="FUNCTION",
        default="",
        help=words.gettext("who has approved the translations, by function: they are then reviewed, else drafts"),
    )


def send(options: argparse.Namespace, words: Catalog) -> int:
    """Write the table of the texts of a meeting that are not ready in a language, and record the order."""
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.secretariat import Secretariat
    from nmirf_desktop.services.translations import Order, TableFormat

    if options.language not in set(Language):
        raise Problem(ONE_LANGUAGE)
    if options.format == "pdf":
        raise Problem(NO_PDF)
    with open_register(options.register) as store:
        translations = Secretariat(store).translations
        meeting = translations.named(options.meeting, today(store))
        order = Order(meeting, Language(options.language), TableFormat(options.format or TableFormat.DOCX))
        path = options.to / translations.file_name(order)
        if path.exists() and not options.replace:
            raise Problem(THERE, {"folder": options.to.name, "files": Listed((path.name,))})
        sent = translations.send(order, path, today(store))
        print(path)
        count = words.ngettext("{n} text sent.", "{n} texts sent.", sent.texts).format(n=words.number(sent.texts))
        print(count, file=sys.stderr)
    return 0


def take_back(options: argparse.Namespace, words: Catalog) -> int:
    """Say what each row of a table does that changes something or is in the way, then take them in together."""
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.secretariat import Secretariat
    from nmirf_desktop.services.translations import IN_ERROR
    from nmirf_desktop.services.translations_said import counts_said, lines_said, notes_said

    with open_register(options.register, read_only=options.dry_run) as store:
        translations = Secretariat(store).translations
        shown = translations.preview(translations.read(options.file), approver=options.approver)
        for line in (*notes_said(shown, words), *lines_said(shown, words), counts_said(shown, words)):
            print(line)
        if shown.wrong and not options.leave_out_errors:
            print(Refusal(IN_ERROR, {"n": shown.wrong}).said_in(words), file=sys.stderr)
            return NO
        if shown.taken and not options.dry_run:
            done = translations.record(shown, today(store), leave_out_errors=options.leave_out_errors)
            print(words.ngettext("{n} text taken in.", "{n} texts taken in.", done).format(n=words.number(done)))
    return 0
