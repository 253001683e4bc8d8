"""The page that lists an archive: one file of plain HTML in three languages, which any browser shows from a disk.

It has no script, loads nothing, and each link leads to a file beside it. It is well formed as XML, too, so that it can
be checked and taken up by other programs.
"""

from collections.abc import Iterator
from html import escape
from string import ascii_letters, digits

from nmirf_desktop.domain.archives import EMPTY_FOLDERS, FOLDER_LABELS, Archived, ArchiveIndex, Folder
from nmirf_desktop.domain.attachments import Size
from nmirf_desktop.domain.drafting_frame import meeting_name
from nmirf_desktop.domain.editions import EDITION_LABELS
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.symbols import place_and_dates
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

LOOK = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;"
    "background:#fff}a{color:#0b4f9e}table{border-collapse:collapse;width:100%;margin:0 0 1rem}"
    "caption{text-align:left;font-weight:bold;padding:.5rem 0}"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #bbb}"
    "tbody th{font-weight:normal}code{display:block;width:16ch;font-size:.8rem;overflow-wrap:anywhere}"
    "@media (min-width:64rem){code{width:32ch}time{white-space:nowrap}}"  # a SHA-256 in two even lines, else in four
    "nav ul{display:flex;gap:1.5rem;list-style:none;padding:0}"
    "section{border-top:3px solid #1a1a1a;margin-top:2rem}"
    "@media print{body{font-size:10pt;max-width:none;margin:0}a{color:inherit}thead{display:table-header-group}"
    "tr{break-inside:avoid}section+section{break-before:page}}"
)
HEADINGS = (
    N_("File"), N_("Document"), N_("Language"), N_("Version"), N_("Date"), N_("Size"), N_("SHA-256"),
)  # fmt: skip
ABOUT = N_(
    "All that the register has of this meeting as files. Each is listed with its SHA-256, by which anybody can see "
    "that it is unchanged."
)
PLAIN = frozenset(ascii_letters + digits + "/-._~")
LEFT_OUT = N_("These could not be made, and are not here:")
SPECIMEN = N_("This is a sample register: everything in it is invented.")


def index_page(index: ArchiveIndex) -> bytes:
    """The page as UTF-8."""
    return "\n".join(_page(index)).encode()


def _page(index: ArchiveIndex) -> Iterator[str]:
    each = [catalog(language) for language in Language]
    names = " – ".join(dict.fromkeys(meeting_name(index.meeting, words) for words in each))
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield f'<head><meta charset="utf-8"/><title>{_text(index.meeting.symbol)}: {_text(names)}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    yield f"<style>{LOOK}</style></head>"
    yield f"<body><header><h1>{_text(index.meeting.symbol)}</h1>"
    yield "<nav><ul>"
    for words in each:
        tongue, code = sentence_start(words.language_name(words.language)), words.language
        yield f'<li><a href="#{code}" lang="{code}" hreflang="{code}">{_text(tongue)}</a></li>'
    yield "</ul></nav></header><main>"
    for words in each:
        yield from _in_one_language(index, words)
    yield "</main></body></html>"


def _in_one_language(index: ArchiveIndex, words: Catalog) -> Iterator[str]:
    where = place_and_dates(index.meeting).read(words.language).text
    name = f"{words.language}-name"
    yield f'<section id="{words.language}" lang="{words.language}" aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{_text(sentence_start(meeting_name(index.meeting, words)))}</h2><p>{_text(where)}</p>'
    yield f"<p>{_text(words.gettext(ABOUT))}</p>"
    if index.specimen:
        yield f"<p><strong>{_text(words.gettext(SPECIMEN))}</strong></p>"
    for folder in Folder:
        yield f"<h3>{_text(words.gettext(FOLDER_LABELS[folder]))}</h3>"
        files = [one for one in index.files if one.folder is folder]
        if not files:
            yield f"<p>{_text(words.gettext(EMPTY_FOLDERS[folder]))}</p>"
        else:
            yield from _table(files, folder, words)
    if index.missing:
        yield f"<h3>{_text(words.gettext(LEFT_OUT))}</h3><ul>"
        yield from (f"<li>{_text(one.said_in(words))}</li>" for one in index.missing)
        yield "</ul>"
    yield "</section>"


def _table(files: list[Archived], folder: Folder, words: Catalog) -> Iterator[str]:
    yield f"<table><caption>{_text(_counted(len(files), words))}</caption><thead><tr>"
    yield from (f'<th scope="col">{_text(words.gettext(heading))}</th>' for heading in HEADINGS)
    yield "</tr></thead><tbody>"
    for one in files:
        shown = one.path.removeprefix(f"{folder}/")
        yield f'<tr><th scope="row"><a href="{_address(one.path)}">{_text(shown)}</a></th>'
        yield from (f"<td>{cell}</td>" for cell in _cells(one, words))
        yield "</tr>"
    yield "</tbody></table>"


def _counted(number: int, words: Catalog) -> str:
    return words.ngettext("{n} file", "{n} files", number).format(n=words.number(number))


def _cells(one: Archived, words: Catalog) -> Iterator[str]:
    title = one.title.said_in(words)
    yield _text(f"{one.symbol}, {title}" if one.symbol else title)
    yield _text(words.gettext(EDITION_LABELS[one.edition]) if one.edition is not None else "")
    yield "" if one.version is None else words.number(one.version)
    yield "" if one.on is None else f'<time datetime="{one.on.isoformat()}">{_text(words.date(one.on))}</time>'
    yield _text(Size(one.size).said_in(words))
    yield f"<code>{one.sha256}</code>"


def _address(path: str) -> str:
    """A path as a link says it: what is no plain letter, digit or one of a few signs, byte by byte (RFC 3986)."""
    return "".join(chr(byte) if chr(byte) in PLAIN else f"%{byte:02X}" for byte in path.encode())


def _text(text: str) -> str:
    """A text as HTML says it; what no page may hold, a control character, is left out."""
    return escape("".join(char for char in text if char >= " " or char in "\n\t"))
