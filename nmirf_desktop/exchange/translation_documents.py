"""Texts for translators as a document of Word's (DOCX): locked but for the columns that are to be filled in."""

import io
from typing import TYPE_CHECKING, Any

from nmirf_desktop.domain.translations import HEADINGS, OPEN, TableRow, TranslationTable, settled
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import TITLE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

LOCALES = {Language.EN: "en-GB", Language.FR: "fr-FR", Language.ES: "es-ES"}
"""The languages as word processors name them: their own spelling then checks each column in its language."""
WIDTHS = (2.8, 3.0, 2.1, 6.1, 6.1, 2.95, 2.65)
"""The widths of the columns, in centimetres: together those of a page of A4 on its side, within the margins.

No word of a heading or of a state is wider than its column, in any of the three languages and the usual fonts.
"""
_MARGIN, _SMALL, _USUAL = 2.0, 5, 9
_BLANK = " "
"""What an open cell holds at least: where there is nothing, nothing can be written into."""
_GREY, _SHADE = "808080", "F0F0F0"


def as_docx(table: TranslationTable) -> bytes:
    """The texts as a table, its headings repeated on each page, without a macro.

    Word lets the columns of :data:`OPEN` be written into and nothing else (ECMA-376, ``documentProtection`` and
    ``permStart``). LibreOffice opens such a file for reading, and edits it where "Edit Mode" is chosen.
    """
    from docx import Document

    document = Document()
    _page(document, table)
    document.add_heading(table.title, 1)
    for line in table.lines:
        _say(document.add_paragraph(), line, table.language, _USUAL)
    _rows(document, table)
    _protect(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: "Document", table: TranslationTable) -> None:
    """A4 on its side, and what the document says of itself."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Cm(_MARGIN))
    about = document.core_properties
    about.title, about.author, about.comments = table.title, TITLE, ""
    about.language = LOCALES[table.language]


def _rows(document: "Document", table: TranslationTable) -> None:
    from docx.shared import Cm

    made = document.add_table(rows=1 + len(table.rows), cols=len(HEADINGS), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    _keep_rows(made)
    for number, line in enumerate(made.rows):
        cells = line.cells
        for cell, width in zip(cells, WIDTHS, strict=True):
            cell.width = Cm(width)
        if number:
            _fill(cells, table.rows[number - 1], table.language, number)
            continue
        for cell, text in zip(cells, table.headings, strict=True):
            _say(cell.paragraphs[0], text, table.language, _USUAL, bold=True)


def _fill(cells: "tuple[_Cell, ...]", row: TableRow, target: Language, number: int) -> None:
    """One text: what is locked, then the two cells that are open."""
    identifier, where, source_language, source, translation, state, remark = cells
    _say(identifier.paragraphs[0], row.identifier, target, _SMALL)
    _say(where.paragraphs[0], settled("title", row.where), target, _USUAL)
    _say(source_language.paragraphs[0], row.source_language.upper(), target, _USUAL)
    _lines(source, row.source, row.source_language)
    _lines(translation, row.target, target)
    _say(state.paragraphs[0], row.state, target, _USUAL)
    _say(remark.paragraphs[0], _BLANK, target, _USUAL)
    for cell in (identifier, where, source_language, source, state):
        _shade(cell)
    for place, cell in enumerate((translation, remark)):
        _open(cell, number * len(OPEN) + place)


def _lines(cell: "_Cell", text: str, language: Language) -> None:
    """A text, each of its lines a paragraph."""
    first, *others = (settled("text", text) or _BLANK).split("\n")
    _say(cell.paragraphs[0], first, language, _USUAL)
    for line in others:
        _say(cell.add_paragraph(), line, language, _USUAL)


def _say(paragraph: Any, text: str, language: Language, size: int, *, bold: bool = False) -> None:
    """A text in its language, which is also that of what will be written there."""
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold or None
    if size == _SMALL:
        run.font.color.rgb = RGBColor.from_string(_GREY)
    run._r.get_or_add_rPr().append(_element("w:lang", val=LOCALES[language]))  # noqa: SLF001
    mark = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties = _element("w:rPr")
    properties.append(_element("w:sz", val=str(size * 2)))
    properties.append(_element("w:lang", val=LOCALES[language]))
    mark.append(properties)
    paragraph.paragraph_format.space_after = Pt(2)


def _keep_rows(table: "Table") -> None:
    """The headings stand on each page, and a row stands on one where it fits."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))  # noqa: SLF001
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))  # noqa: SLF001


def _shade(cell: "_Cell") -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=_SHADE))  # noqa: SLF001


def _open(cell: "_Cell", number: int) -> None:
    """Let everyone write into a cell of the protected document."""
    first, last = cell.paragraphs[0]._p, cell.paragraphs[-1]._p  # noqa: SLF001
    first.insert(1, _element("w:permStart", id=str(number), edGrp="everyone"))  # after the paragraph's properties
    last.append(_element("w:permEnd", id=str(number)))


def _protect(document: "Document") -> None:
    """Only what is open may be changed; without a password, for this keeps from slips, not from intent."""
    settings = document.settings.element
    protection = _element("w:documentProtection", edit="readOnly", enforcement="1")
    following = settings.find(_name("w:defaultTabStop"))
    if following is not None:
        following.addprevious(protection)
    else:
        settings.append(protection)


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    name: str = qn(tag)
    return name


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(_name(f"w:{name}"), value)
    return made
