"""The commands: the same services as the window's, for scripts and checks.

Exit 0: fine; what an exported document lacks is said on standard error. 1: the answer is no. 2: wrong use or bad input,
with one clear line there.
"""

import argparse
import datetime
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from nmirf_desktop import __version__
from nmirf_desktop.cli_texts import TEXTS, TRANSLATIONS, add_options, send, take_in
from nmirf_desktop.domain.editions import SEPARATE, TOGETHER, Edition
from nmirf_desktop.domain.intake import ByHand, IntakeKind, Reading, Verdict
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.i18n.reading import DateOrder
from nmirf_desktop.storage.errors import StorageError

NO, WRONG = 1, 2
DATES = {"day-first": DateOrder.DAY_FIRST, "month-first": DateOrder.MONTH_FIRST}

NOT_A_DATE = N_("“{text}” is not a date of the form 2027-05-08.")

TABLE = N_(
    "The table is a CSV file in UTF-8 with the columns “state” (code or name in any of the three languages) and "
    "“position” (in favour, against, abstaining or not participating in any of the three languages, or Y, N, A, X)."
)
LIST = N_(
    "The list is a CSV, XLSX, XLS or ODS file with a line for each State or each person below its headings, in any of "
    "the three languages. Nothing in it is dated by the day of the import."
)
EXPORTS = N_("write documents as PDF, or texts for translators, into a folder")
IMPORTS = N_("import a list of members or focal points, or translations")
NEITHER = N_("“{word}” is neither a command nor a register. “nmirf-desktop --help” lists the commands.")
THERE = N_("Already in the folder “{folder}”: {files}. Nothing was written; with --replace they are replaced.")
NO_SCREEN = N_("There is no screen to open a window on. “nmirf-desktop --help” lists the commands that need none.")


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """One line, and exit 2."""
        self.exit(WRONG, f"{self.prog}: {message}\n")


def language_of_system() -> Language:
    """The language that the terminal's environment asks for, English where it is none of the three."""
    asked = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    code = asked.lower()[:2]
    return Language(code) if code in set(Language) else Language.EN


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(catalog(language_of_system()).gettext(NOT_A_DATE).format(text=text)) from error


def _parser(words: Catalog) -> argparse.ArgumentParser:
    about = words.gettext("The secretariat of the International Network of NMIRFs on one laptop.")
    parser = _Parser(prog="nmirf-desktop", description=about)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)

    def command(name: str, act: Callable[..., int], about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=about)
        added.set_defaults(act=act)
        return added

    new = command("new", _new, words.gettext("make an empty register of the 193 States"))
    new.add_argument("register", type=Path)
    sample = command("sample", _sample, words.gettext("make a filled, fictional register to learn from"))
    sample.add_argument("register", type=Path)
    sample.add_argument(
        "--on", type=_day, metavar="DATE", help=words.gettext("the day on which an agenda is due in it")
    )
    _export_options(command("export", _export, words.gettext(EXPORTS)), words)
    _import_options(command("import", _import, words.gettext(IMPORTS)), words)
    tally = command("tally", _tally, words.gettext("count a roll call from a table of States and positions"))
    tally.epilog = words.gettext(TABLE)
    tally.add_argument("file", type=Path)
    tally.add_argument("--json", action="store_true")
    check = command("check", _check, words.gettext("judge the Declaration’s rules; exit 1 when one is not kept"))
    check.add_argument("register", type=Path)
    check.add_argument("--on", type=_day, metavar="DATE")
    check.add_argument("--json", action="store_true")
    check.add_argument(
        "--language",
        choices=[str(language) for language in Language],
        help=words.gettext("the language of the answers; without it that of the terminal"),
    )
    verify = command(
        "verify", _verify, words.gettext("check a register against its journal, or say which of its documents a PDF is")
    )
    verify.add_argument("register", type=Path)
    verify.add_argument("file", type=Path, nargs="?", metavar="FILE.pdf")
    return parser


def _import_options(added: argparse.ArgumentParser, words: Catalog) -> None:
    """Which list, how it is read, and whether it is taken in or only looked at."""
    added.epilog = words.gettext(LIST)
    added.add_argument("register", type=Path)
    added.add_argument("kind", choices=[*(str(kind) for kind in IntakeKind), TRANSLATIONS])
    added.add_argument("file", type=Path)
    added.add_argument(
        "--dry-run", action="store_true", help=words.gettext("say what would be imported, and import nothing")
    )
    added.add_argument(
        "--leave-out-errors", action="store_true", help=words.gettext("import the other rows where some are in error")
    )
    add_options(added, words)
    added.add_argument("--sheet", metavar="NAME", help=words.gettext("the sheet, where several hold a list"))
    added.add_argument(
        "--language",
        choices=[str(language) for language in Language],
        help=words.gettext("the language of texts without one; without it that of the headings"),
    )
    added.add_argument(
        "--status",
        choices=[str(kind) for kind in MembershipKind],
        help=words.gettext("what the States are where the list does not say it"),
    )
    added.add_argument(
        "--dates",
        choices=list(DATES),
        help=words.gettext("how dates such as 04/05/2025 are meant where their column does not show it"),
    )
    added.add_argument(
        "--mechanisms-since",
        type=_day,
        metavar="YYYY-MM-DD",
        help=words.gettext(
            "since when mechanisms exist where the list does not say it; without it since the first day of the "
            "membership, with a warning"
        ),
    )


def _export_options(export: argparse.ArgumentParser, words: Catalog) -> None:
    """Which document, of which meeting or as of which day, in which languages, and where to."""
    export.add_argument("register", type=Path)
    export.add_argument("--document", required=True, choices=[*(str(kind) for kind in DocumentKind), TEXTS])
    export.add_argument(
        "--meeting",
        metavar="SYMBOL",
        help=words.gettext(
            "the next planned meeting for agendas and the last held for the others, where none is named; “all” for the "
            "register of all decisions; a list of members is then as of that meeting"
        ),
    )
    export.add_argument(
        "--decision", metavar="NUMBER", help=words.gettext("one decision, such as 2027/1; without it each, a file each")
    )
    export.add_argument(
        "--vote", metavar="NUMBER", help=words.gettext("one vote of the voting record, counted from 1; without it all")
    )
    export.add_argument(
        "--on",
        type=_day,
        metavar="DATE",
        help=words.gettext("the day of a document of no meeting (committee, members, all decisions); without it today"),
    )
    export.add_argument(
        "--addresses",
        action="store_true",
        help=words.gettext("e-mail addresses and telephone numbers in the list of members, which is then for members"),
    )
    export.add_argument(
        "--language",
        default="all",
        choices=[*SEPARATE, "all", *TOGETHER],
        help=words.gettext(
            "one language, or “all”: a file for each; agendas and minutes also with the three languages in one file: "
            "“parallel” in columns beside each other, “consecutive” one after the other"
        ),
    )
    _file_options(export, words)


def _file_options(export: argparse.ArgumentParser, words: Catalog) -> None:
    """How the files of documents are made, and where they go."""
    export.add_argument(
        "--format",
        choices=["docx", "xlsx"],
        default="docx",
        help=words.gettext("as what the texts leave that are to be translated (“texts”, one language)"),
    )
    export.add_argument(
        "--large", action="store_true", help=words.gettext("in large print, for reading; such files are never issued")
    )
    export.add_argument("--to", required=True, type=Path, metavar="FOLDER")
    export.add_argument(
        "--replace", action="store_true", help=words.gettext("replace files of the same names that are in the folder")
    )


def no_window(arguments: Sequence[str]) -> int:
    """Say why no window is opened: a first word that is neither a command nor a file, or no screen. Always 2."""
    words = catalog(language_of_system())
    if arguments and not Path(arguments[0]).exists():
        sentence = words.gettext(NEITHER).format(word=arguments[0])
    else:
        sentence = words.gettext(NO_SCREEN)
    print(sentence, file=sys.stderr)
    return WRONG


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    words = catalog(language_of_system())
    try:
        options = _parser(words).parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return int(options.act(options, words))
    except (Refusal, Problem, StorageError) as refused:
        print(refused.said_in(words), file=sys.stderr)
        return WRONG


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).astimezone().date()


def _print(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _new(options: argparse.Namespace, _words: Catalog) -> int:
    from nmirf_desktop.services.opening import create

    create(options.register)
    return 0


def _sample(options: argparse.Namespace, _words: Catalog) -> int:
    from nmirf_desktop.services.sample import make_sample

    make_sample(options.register, options.on or _today())
    return 0


def _export(options: argparse.Namespace, words: Catalog) -> int:
    """Write the files, then say on the error stream what they lack: there is nobody to ask."""
    if options.document == TEXTS:
        return send(options, words, _today())
    from nmirf_desktop.domain.gaps import lacking, told_in_words
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.requests import Asked
    from nmirf_desktop.services.secretariat import Secretariat

    editions = SEPARATE if options.language == "all" else (Edition(options.language),)
    with open_register(options.register, read_only=True) as store:
        papers = Secretariat(store).papers
        asked = Asked(
            DocumentKind(options.document), options.meeting, options.decision, options.vote, options.on,
            options.addresses,
        )  # fmt: skip
        request = replace(papers.request(asked, _today()), editions=editions, large=options.large)
        gaps = lacking((gap for content in papers.contents(request) for gap in content.gaps), editions)
        there = () if options.replace else papers.standing(request, options.to)
        if there:
            raise Problem(THERE, {"folder": options.to.name, "files": Listed(there)})
        for path in papers.export(request, options.to):
            print(path)
    for language in Language:
        of_it = [gap for gap in gaps if gap.language is language]
        if of_it:
            pattern = words.pgettext("language and what it lacks", "{language}: {text}")
            print(pattern.format(language=language.upper(), text=told_in_words(of_it, words)), file=sys.stderr)
    return 0


def _import(options: argparse.Namespace, words: Catalog) -> int:
    """Say what each row does that changes something or is in the way, then take them in together."""
    if options.kind == TRANSLATIONS:
        return take_in(options, words, _today())
    from nmirf_desktop.domain.intake.report import counts_said, line_said, not_read_said
    from nmirf_desktop.services.imports import IN_ERROR, chosen_list
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.secretariat import Secretariat

    with open_register(options.register, read_only=options.dry_run) as store:
        imports = Secretariat(store).imports
        found = chosen_list(imports.read(IntakeKind(options.kind), options.file), options.sheet, options.file.name)
        language = Language(options.language) if options.language else found.language or words.language
        status = MembershipKind(options.status) if options.status else None
        dates = DATES[options.dates] if options.dates else None
        reading = Reading(language, status, dates, options.mechanisms_since)
        judged = imports.preview(found, _today(), ByHand(reading))
        shown = judged.preview
        for note in (*shown.warnings, *shown.left_out, *shown.notes):
            print(note.said_in(words))
        for line in shown.not_read:
            print(not_read_said(line, words))
        for row in shown.rows:
            if row.verdict is not Verdict.UNCHANGED:
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


def _tally(options: argparse.Namespace, words: Catalog) -> int:
    from nmirf_desktop.services.tallying import tally_file

    report = tally_file(options.file)
    if options.json:
        _print(report.as_json())
    else:
        print(report.as_text(words))
    return 0


def _check(options: argparse.Namespace, words: Catalog) -> int:
    from nmirf_desktop.domain.compliance import FindingState, told
    from nmirf_desktop.services.compliance import Compliance
    from nmirf_desktop.services.opening import open_register

    with open_register(options.register, read_only=True) as store:
        findings = Compliance(store).check(options.on or _today())
    said_in = catalog(Language(options.language)) if options.language else words
    if options.json:
        _print([finding.as_json(said_in) for finding in findings])
    else:
        for line in told(findings, said_in):
            print(line)
    return NO if any(finding.state is FindingState.NOT_KEPT for finding in findings) else 0


def _verify(options: argparse.Namespace, words: Catalog) -> int:
    from nmirf_desktop.domain.attachments import Size
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.secretariat import Secretariat
    from nmirf_desktop.storage.verification import verify

    with open_register(options.register, read_only=True) as store:
        if options.file is not None:
            found = Secretariat(store).papers.identify(options.file)
            print(found.said_in(words))
            return 0 if found.issued is not None else NO
        with store.read() as session:
            result = verify(session)
    for fault in result.faults:
        print(fault.said_in(words))
    if result.faults:
        return NO
    sentence = words.ngettext("{n} journal entry verified.", "{n} journal entries verified.", result.entries)
    print(sentence.format(n=words.number(result.entries)))
    if result.held:
        held = words.gettext("{size} of removed files are still in the register, so that undo can bring them back.")
        print(held.format(size=Size(result.held).said_in(words)))
    return 0
