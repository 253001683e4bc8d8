"""The command that takes in lists, and agendas."""

import argparse
import sys

from nmirf_desktop.cli.correcting import CORRECTIONS, take_corrections
from nmirf_desktop.cli.terminal import NO, today
from nmirf_desktop.cli.translating import TRANSLATIONS, take_back
from nmirf_desktop.domain.intake import WORK, ByHand, IntakeKind, Reading, Verdict
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.i18n.reading import DateOrder

AGENDA = "agenda"
"""What is imported beside the lists of members, focal points and participants."""
DATES = {"day-first": DateOrder.DAY_FIRST, "month-first": DateOrder.MONTH_FIRST}


def take_in(options: argparse.Namespace, words: Catalog) -> int:
    """Say what each row does that changes something or is in the way, then take them in together."""
    from nmirf_desktop.domain.intake.report import counts_said, line_said, not_read_said
    from nmirf_desktop.services.imports import IN_ERROR, chosen_list
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.secretariat import Secretariat

    if options.kind == TRANSLATIONS:
        return take_back(options, words)
    if options.kind == CORRECTIONS:
        return take_corrections(options, words)
    if options.kind == AGENDA:
        return _import_agenda(options, words)
    with open_register(options.register, read_only=options.dry_run) as store:
        imports = Secretariat(store).imports
        found = chosen_list(imports.read(IntakeKind(options.kind), options.file), options.sheet, options.file.name)
        language = Language(options.language) if options.language else found.language or words.language
        status = MembershipKind(options.status) if options.status else None
        dates = DATES[options.dates] if options.dates else None
        reading = Reading(language, status, dates, options.mechanisms_since)
        judged = imports.preview(found, today(store), ByHand(reading))
        shown = judged.preview
        for note in (*shown.warnings, *shown.left_out, *shown.notes):
            print(note.said_in(words))
        for line in shown.not_read:
            print(not_read_said(line, words))
        for row in shown.rows:
            if row.verdict is not Verdict.UNCHANGED or (row.reasons and shown.kind in WORK):
                print(line_said(row, words))
        print(counts_said(shown, words))
        if shown.wrong and not options.leave_out_errors:
            print(Refusal(IN_ERROR, {"n": len(shown.wrong)}).said_in(words), file=sys.stderr)
            return NO
        if shown.imported and not options.dry_run:
            done = imports.record(judged, leave_out_errors=options.leave_out_errors)
            print(
                words.ngettext("{n} row imported.", "{n} rows imported.", done.rows).format(n=words.number(done.rows))
            )
    return 0


def _import_agenda(options: argparse.Namespace, words: Catalog) -> int:
    """Say what each row of an agenda does, then take them in together."""
    from nmirf_desktop.domain.intake.report import not_read_said
    from nmirf_desktop.services.agenda_import import IN_ERROR, AgendaImports
    from nmirf_desktop.services.opening import open_register

    with open_register(options.register, read_only=options.dry_run) as store:
        imports = AgendaImports(store)
        meeting, table = imports.meeting(options.meeting), imports.read(options.file)
        language = Language(options.language) if options.language else words.language
        shown = imports.preview(meeting, table, language)
        for note in shown.notes:
            print(note.said_in(words))
        for line in shown.not_read:
            print(not_read_said(line, words))
        for row in shown.rows:
            print(row.said_in(words))
        if shown.wrong and not options.leave_out_errors:
            print(Refusal(IN_ERROR, {"n": len(shown.wrong)}).said_in(words), file=sys.stderr)
            return NO
        if shown.new and not options.dry_run:
            done = imports.record(shown, leave_out_errors=options.leave_out_errors)
            print(words.ngettext("{n} row imported.", "{n} rows imported.", done).format(n=words.number(done)))
    return 0
