"""What is asked for on the command line: the commands, each with its options."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from nmirf_desktop import __version__
from nmirf_desktop.cli.archiving import write_archive
from nmirf_desktop.cli.correcting import CORRECTIONS
from nmirf_desktop.cli.correcting import add_options as add_asker
from nmirf_desktop.cli.exporting import CALENDAR, write_documents
from nmirf_desktop.cli.importing import AGENDA, DATES, take_in
from nmirf_desktop.cli.registers import confirm, count, judge, make_empty, make_filled
from nmirf_desktop.cli.terminal import WRONG, day, language_of_system
from nmirf_desktop.cli.translating import TEXTS, TRANSLATIONS, add_options
from nmirf_desktop.domain.editions import SEPARATE, TOGETHER
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

TABLE = N_(
    "The table is a CSV file in UTF-8 with the columns “state” (code or name in any of the three languages) and "
    "“position” (in favour, against, abstaining or not participating in any of the three languages, or Y, N, A, X)."
)
JUDGED = N_(
    "With --json the answer is a list with an object for each rule and each thing that it judges. Its keys are fixed "
    "English words: on, rule, section, title, state (kept, due, not_kept, not_judged or not_regulated), remark (true "
    "for what is kept with a remark, else false), subject (kind, key and name), message, advice, facts and exceptions "
    "(reason, by and on). The section, the state, the kind and the names of facts stay English; title, message and "
    "advice follow --language."
)
EXPORTS = N_("write documents as PDF, minutes for a word processor, or texts for translators, into a folder")
ARCHIVES = N_("write everything of a meeting into one archive (ZIP) with a page that lists it")
IMPORTS = N_("import a list of people, States or work done, an agenda, translations, or minutes that were corrected")
LIST = N_(
    "The list is a CSV, XLSX, XLS or ODS file with a line for each State, each person or each record below its "
    "headings, in any of the three languages. Nothing in it is dated by the day of the import. An agenda has a line "
    "for each item below the headings Number, Title (English), Title (French), Title (Spanish), Annotation, Minutes "
    "and Action, or Title alone."
)


COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<names>.*)"), N_("These arguments are missing: {names}")),
    (re.compile(r"unrecognized arguments: (?P<names>.*)"), N_("These arguments are unknown: {names}")),
    (re.compile(r"argument (?P<name>.*): expected one argument"), N_("A value is missing after {name}.")),
    (
        re.compile(r"argument (?P<name>.*): invalid choice: (?P<value>.*) \(choose from (?P<names>.*)\)"),
        N_("{name}: {value} is none of {names}."),
    ),
)
"""What the library says in English alone, and how it is said in each language."""


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, in the language of the terminal."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """One line, and exit 2."""
        words = catalog(language_of_system())
        for pattern, sentence in COMPLAINTS:
            if match := pattern.fullmatch(message):
                message = words.gettext(sentence).format(**match.groupdict())
                break
        self.exit(WRONG, f"{self.prog}: {message}\n")


def parser(words: Catalog) -> argparse.ArgumentParser:
    """The parser of the commands, which says its help in a language."""
    about = words.gettext("The secretariat of the International Network of NMIRFs on one laptop.")
    parser = _Parser(prog="nmirf-desktop", description=about)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)

    def command(name: str, act: Callable[..., int], about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=about)
        added.set_defaults(act=act)
        return added

    new = command("new", make_empty, words.gettext("make an empty register of the 193 States"))
    new.add_argument("register", type=Path)
    sample = command("sample", make_filled, words.gettext("make a filled, fictional register to learn from"))
    sample.add_argument("register", type=Path)
    sample.add_argument("--on", type=day, metavar="DATE", help=words.gettext("the day on which an agenda is due in it"))
    _export_options(command("export", write_documents, words.gettext(EXPORTS)), words)
    _import_options(command("import", take_in, words.gettext(IMPORTS)), words)
    tally = command("tally", count, words.gettext("count a roll call from a table of States and positions"))
    tally.epilog = words.gettext(TABLE)
    tally.add_argument("file", type=Path)
    tally.add_argument("--json", action="store_true")
    _check_options(
        command("check", judge, words.gettext("judge the Declaration’s rules; exit 1 when one is not kept")), words
    )
    verify = command(
        "verify", confirm, words.gettext("check a register against its journal, or say which of its documents a PDF is")
    )
    verify.add_argument("register", type=Path)
    verify.add_argument("file", type=Path, nargs="?", metavar="FILE.pdf")
    _archive_options(command("archive", write_archive, words.gettext(ARCHIVES)), words)
    return parser


def _archive_options(archive: argparse.ArgumentParser, words: Catalog) -> None:
    """Of which meeting, and where the archive goes."""
    archive.add_argument("register", type=Path)
    archive.add_argument(
        "--meeting", metavar="SYMBOL", help=words.gettext("the meeting of a symbol; without it the last that was held")
    )
    archive.add_argument(
        "--addresses",
        action="store_true",
        help=words.gettext("with the addresses to which documents were sent; without it they are left out"),
    )
    archive.add_argument("--to", required=True, type=Path, metavar="FOLDER")
    archive.add_argument(
        "--replace", action="store_true", help=words.gettext("replace files of the same names that are in the folder")
    )


def _check_options(check: argparse.ArgumentParser, words: Catalog) -> None:
    """On which day, for whom, and in which language."""
    check.epilog = words.gettext(JUDGED)
    check.add_argument("register", type=Path)
    check.add_argument(
        "--on", type=day, metavar="DATE", help=words.gettext("the day on which the rules are judged; without it today")
    )
    check.add_argument("--json", action="store_true")
    check.add_argument(
        "--language",
        choices=[str(language) for language in Language],
        help=words.gettext("the language of the answers; without it that of the terminal"),
    )


def _import_options(added: argparse.ArgumentParser, words: Catalog) -> None:
    """Which list, how it is read, and whether it is taken in or only looked at."""
    added.epilog = words.gettext(LIST)
    added.add_argument("register", type=Path)
    added.add_argument("kind", choices=[*map(str, IntakeKind), AGENDA, TRANSLATIONS, CORRECTIONS])
    added.add_argument("file", type=Path)
    added.add_argument(
        "--dry-run", action="store_true", help=words.gettext("say what would be imported, and import nothing")
    )
    added.add_argument(
        "--leave-out-errors", action="store_true", help=words.gettext("import the other rows where some are in error")
    )
    added.add_argument(
        "--meeting",
        metavar="SYMBOL",
        help=words.gettext(
            "whose agenda it is, without it the next one’s; or whose minutes, where the file does not tell"
        ),
    )
    add_options(added, words)
    add_asker(added, words)
    _list_options(added, words)


def _list_options(added: argparse.ArgumentParser, words: Catalog) -> None:
    """How the lines of a list are read."""
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
        type=day,
        metavar="YYYY-MM-DD",
        help=words.gettext(
            "since when mechanisms exist where the list does not say it; without it since the first day of the "
            "membership, with a warning"
        ),
    )


def _export_options(export: argparse.ArgumentParser, words: Catalog) -> None:
    """Which document, of which meeting or as of which day, in which languages, and where to."""
    export.add_argument("register", type=Path)
    export.add_argument("--document", required=True, choices=[*map(str, DocumentKind), CALENDAR, TEXTS])
    export.add_argument(
        "--meeting",
        metavar="SYMBOL",
        help=words.gettext(
            "the next planned meeting for agendas and the last held for the others, where none is named; what lies in "
            "the room, or tells of it, is of the meeting that is being held, if one is; “all” for the register of all "
            "decisions; a list of members is then as of that meeting"
        ),
    )
    _part_options(export, words)
    _work_options(export, words)
    export.add_argument(
        "--on",
        type=day,
        metavar="DATE",
        help=words.gettext("the day of a document of no meeting (committee, members, all decisions); without it today"),
    )
    export.add_argument(
        "--addresses",
        action="store_true",
        help=words.gettext(
            "addresses in a list of people or a certificate of dispatch, which is then for members only"
        ),
    )
    export.add_argument(
        "--language",
        default="all",
        choices=[*SEPARATE, "all", *TOGETHER],
        help=words.gettext(
            "one language, or “all”: a file for each; agendas, minutes and decisions also with the three languages in "
            "one file: “parallel” in columns beside each other, “consecutive” one after the other"
        ),
    )
    _file_options(export, words)


def _part_options(export: argparse.ArgumentParser, words: Catalog) -> None:
    """Which decision, vote or call, where a document is of one of them, and to whom a letter goes."""
    export.add_argument(
        "--decision",
        metavar="NUMBER",
        help=words.gettext(
            "one decision, such as 2027/1; without it each, a file each; of the register of decisions a year, such as "
            "2027, or several, such as 2026/3,2027/1"
        ),
    )
    export.add_argument(
        "--vote", metavar="NUMBER", help=words.gettext("one vote of the voting record, counted from 1; without it all")
    )
    export.add_argument(
        "--call",
        metavar="NUMBER",
        help=words.gettext("one call for candidatures, such as NMIRF/CAND/2027/1 or 2027/1; without it the latest"),
    )
    export.add_argument(
        "--state",
        metavar="STATE",
        help=words.gettext(
            "to whom a letter goes: one State, or “all” for one to each in its own language, whatever --language says; "
            "without it all together; of a certificate of dispatch, the State to which documents were sent; of name "
            "plates, the one State whose plate is made"
        ),
    )


def _work_options(export: argparse.ArgumentParser, words: Catalog) -> None:
    """Which good practice, which period or which plan, where a document is of one of them."""
    export.add_argument(
        "--practice",
        metavar="NUMBER",
        help=words.gettext(
            "one good practice, such as NMIRF/GP/2027/1 or 2027/1; without it, or with “all”, each, a file each"
        ),
    )
    export.add_argument(
        "--period",
        metavar="PERIOD",
        help=words.gettext(
            "the period of an annual review: a year, such as 2027, or two days, such as 2027-01-26/2028-01-24; without "
            "it the last year, in the second half of a year the current one"
        ),
    )
    export.add_argument(
        "--plan",
        metavar="YEARS",
        help=words.gettext(
            "one action plan, such as NMIRF/PLAN/2026-2030, 2026-2030 or a year of it; without it that of this year"
        ),
    )


def _file_options(export: argparse.ArgumentParser, words: Catalog) -> None:
    """How the files of documents are made, and where they go."""
    export.add_argument(
        "--format",
        choices=["pdf", "docx", "xlsx"],
        help=words.gettext(
            "as what they leave: documents as PDF, minutes also as DOCX to be corrected in a word processor; the texts "
            "that are to be translated (“texts”, one language) as DOCX or XLSX"
        ),
    )
    export.add_argument(
        "--large", action="store_true", help=words.gettext("in large print, for reading; such files are never issued")
    )
    export.add_argument("--to", required=True, type=Path, metavar="FOLDER")
    export.add_argument(
        "--replace", action="store_true", help=words.gettext("replace files of the same names that are in the folder")
    )
