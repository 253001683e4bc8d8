"""What a document of Word's is made of: elements, fields, bookmarks, styles, and a file that is always the same."""

import datetime
import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from nmirf_desktop.domain.text import writable
from nmirf_desktop.exchange.translation_documents import LOCALES
from nmirf_desktop.i18n import Language

if TYPE_CHECKING:
    from docx.document import Document

FONT, MONOTONE = "Noto Serif", "auto"
FALLBACKS = "Cambria;Georgia;Liberation Serif;Times New Roman"
"""What stands in for the face of our PDFs, by ECMA-376 (``altName``), where a machine does not have it."""
_FONTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:font w:name="{FONT}"><w:altName w:val="{FALLBACKS}"/><w:charset w:val="00"/><w:family w:val="roman"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of each part of the file: the first that a zip file can tell."""


def tag(name: str) -> str:
    """A name with its namespace: "w:p"."""
    from docx.oxml.ns import qn

    return str(qn(name))


def element(what: str, /, *children: Any, **attributes: str | int) -> Any:
    """An element of WordprocessingML with its attributes and children."""
    from docx.oxml import OxmlElement

    made = OxmlElement(f"w:{what}")
    for attribute, value in attributes.items():
        made.set(tag(f"w:{attribute}"), str(value))
    made.extend(children)
    return made


def text_run(text: str, language: Language, **looks: bool) -> Any:
    """Some words in their language; *looks* are ``b``, ``i``, and the like. Tabs and line breaks are what they are.

    What no document can hold, such as the vertical tab in what was pasted, is left out or is a line break.
    """
    properties = element("rPr")
    properties.extend(element(look) for look, there in looks.items() if there)
    properties.append(element("lang", val=LOCALES[language]))
    run = element("r", properties)
    for place, line in enumerate(writable(text).split("\n")):
        if place:
            run.append(element("br"))
        for at, part in enumerate(line.split("\t")):
            if at:
                run.append(element("tab"))
            if part:
                run.append(_said(part))
    return run


def _said(text: str) -> Any:
    said = element("t")
    said.text = text
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return said


def field(instruction: str, shown: str, language: Language) -> list[Any]:
    """A field with what it shows until a word processor reckons it."""
    runs = [element("r", element("fldChar", fldCharType="begin"))]
    code = element("instrText")
    code.text = f" {instruction} "
    runs += [element("r", code), element("r", element("fldChar", fldCharType="separate"))]
    return [*runs, text_run(shown, language), element("r", element("fldChar", fldCharType="end"))]


def paragraph(style: str, runs: Iterable[Any], language: Language, *properties: Any) -> Any:
    """A paragraph in a style; what is typed into it, or after it, is in its language."""
    made = element("pPr", element("pStyle", val=style), *properties)
    made.append(element("rPr", element("lang", val=LOCALES[language])))
    return element("p", made, *runs)


def marked(name: str, number: int, runs: Iterable[Any]) -> list[Any]:
    """Runs with a bookmark around them."""
    return [element("bookmarkStart", id=number, name=name), *runs, element("bookmarkEnd", id=number)]


# ---- styles ----


def restyle(document: "Document", name: str, below: str = "Normal", **measures: Any) -> str:
    """Make a style of paragraphs, or make one of Word's own ours; the identifier of the style.

    *measures*: ``size``, ``before``, ``after``, ``indent`` and ``right`` in points, ``first`` the first line's,
    ``bold``, ``italic``, ``align``, ``keep`` with the next paragraph.
    """
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    known = {one.name: one for one in document.styles}
    style = known[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for part in list(style.element):
        if part.tag in (tag("w:rPr"), tag("w:pPr")):
            style.element.remove(part)
    if name != below:
        style.base_style = known[below]
    style.quick_style, style.hidden = True, False
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(measures.get("before", 0)), Pt(measures.get("after", 7.5))
    form.left_indent, form.first_line_indent = Pt(measures.get("indent", 0)), Pt(measures.get("first", 0))
    form.right_indent = Pt(measures.get("right", 0))
    form.keep_with_next, form.widow_control = measures.get("keep", False), True
    form.alignment, form.line_spacing = measures.get("align"), measures.get("line", 1.12)
    _face(style, measures)
    return str(style.style_id)


def _face(style: Any, measures: Mapping[str, Any]) -> None:
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = FONT, Pt(measures.get("size", 11))
    style.font.bold, style.font.italic = measures.get("bold", False), measures.get("italic", False)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.find(tag("w:rFonts"))
    for script in ("hAnsi", "cs", "eastAsia"):
        fonts.set(tag(f"w:{script}"), FONT)


def speak(document: "Document", language: Language) -> None:
    """Make a language that of the whole document, whose spelling a word processor checks."""
    defaults = document.styles.element.find(tag("w:docDefaults"))
    for known in defaults.iter(tag("w:lang")):
        for script in ("val", "eastAsia"):
            known.set(tag(f"w:{script}"), LOCALES[language])
    settings = document.settings.element
    settings.find(tag("w:zoom")).set(tag("w:percent"), "100")
    for name in ("proofState", "savePreviewPicture"):  # of the library's template: spelling was not checked here
        settings.remove(settings.find(tag(f"w:{name}")))
    for known in settings.iter(tag("w:compatSetting")):
        if known.get(tag("w:name")) == "compatibilityMode":
            known.set(tag("w:val"), "15")
    if settings.find(tag("w:themeFontLang")) is not None:
        settings.find(tag("w:themeFontLang")).set(tag("w:val"), LOCALES[language])


def track(document: "Document") -> None:
    """Have a word processor record what is changed from now on, whoever opens the file."""
    document.settings.element.find(tag("w:defaultTabStop")).addprevious(element("trackRevisions"))


def rule(where: str, weight: int) -> Any:
    """A rule above or below a paragraph; *weight* in eighths of a point."""
    return element("pBdr", element(where, val="single", sz=weight, space=4, color="auto"))


# ---- the file ----


def describe(document: "Document", dated: datetime.date, said: Mapping[str, str]) -> None:
    """What a document says of itself; its day is that of its text, and no clock's."""
    about = document.core_properties
    for name, value in said.items():
        setattr(about, name, writable(value))
    day = datetime.datetime(dated.year, dated.month, dated.day)  # noqa: DTZ001  (the library writes it as UTC)
    about.created = about.modified = day
    about.revision, about.comments = 1, ""
    for printed in about._element.findall(f"{{{about._element.nsmap['cp']}}}lastPrinted"):  # noqa: SLF001
        about._element.remove(printed)  # noqa: SLF001  (of the library's template: nobody printed it)


def saved(document: "Document") -> bytes:
    """The file: nothing that a template says of itself, our fonts, and the same bytes for the same document."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith(("/thumbnail", "/extended-properties")):  # "Microsoft Macintosh Word", no words
            del package.rels[key]
    for part in package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            part._blob = _FONTS.encode()  # noqa: SLF001  (the library has no other way)
    first, out = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for known in made.infolist():
            told = zipfile.ZipInfo(known.filename, _EPOCH)
            told.compress_type, told.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            told.create_system = 3
            kept.writestr(told, made.read(known))
    return out.getvalue()
