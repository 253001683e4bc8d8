"""A member at a word processor: a document's XML changed as Word writes it, with changes recorded or without."""

import copy
import io
import zipfile
from pathlib import Path
from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
WHO = {"author": "Delegate of Morocco", "date": "2027-02-10T09:30:00Z"}


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{W}}}{name}"


class WordEdits:
    """A document being corrected."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = parse_xml(self.parts["word/document.xml"])
        self._ids = 9000
        self._comments: list[Any] = []

    # ---- finding ----

    @property
    def paragraphs(self) -> list[Any]:
        """All paragraphs."""
        return list(self.root.iter(w("p")))

    @staticmethod
    def text(paragraph: Any) -> str:
        """What a paragraph says, its tabs as such."""
        return "".join(
            "\t" if one.tag == w("tab") else "\n" if one.tag == w("br") else one.text or ""
            for one in paragraph.iter(w("t"), w("tab"), w("br"))
            if one.getparent().tag == w("r")
        )

    def numbered(self, number: int) -> Any:
        """The paragraph of a number."""
        return next(one for one in self.paragraphs if self.text(one).startswith(f"{number}.\t"))

    def saying(self, text: str) -> Any:
        """The first paragraph in which a text stands."""
        return next(one for one in self.paragraphs if text in self.text(one))

    # ---- changing ----

    def element(self, name: str, *children: Any, **attributes: str) -> Any:
        """An element."""
        made = OxmlElement(f"w:{name}", {w(key): value for key, value in attributes.items()})
        made.extend(children)
        return made

    def run(self, text: str, name: str = "t") -> Any:
        """A run of text."""
        said = self.element(name)
        said.text = text
        said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return self.element("r", said)

    def change(self, name: str, *children: Any, **who: str) -> Any:
        """A recorded change: ins, del."""
        self._ids += 1
        return self.element(name, *children, id=str(self._ids), **{**WHO, **who})

    def runs(self, paragraph: Any, start: int, end: int) -> list[Any]:
        """The runs that hold the letters from *start* to before *end*, parted there."""
        for place in (start, end):
            self._part(paragraph, place)
        found, at = [], 0
        for run in list(paragraph.iter(w("r"))):
            long = len(self.text_of(run))
            if start <= at and at + long <= end and long:
                found.append(run)
            at += long
        return found

    @staticmethod
    def text_of(run: Any) -> str:
        """What a run says."""
        return "".join(
            "\t" if one.tag == w("tab") else "\n" if one.tag == w("br") else one.text or ""
            for one in run
            if one.tag in (w("t"), w("tab"), w("br"))
        )

    def _part(self, paragraph: Any, place: int) -> None:
        at = 0
        for run in list(paragraph.iter(w("r"))):
            said = self.text_of(run)
            if at < place < at + len(said):
                rest = copy.deepcopy(run)
                for one, text in ((run, said[: place - at]), (rest, said[place - at :])):
                    for part in list(one):
                        if part.tag in (w("t"), w("tab"), w("br")):
                            one.remove(part)
                    for part in self.run(text):
                        one.append(part)
                run.addnext(rest)
                return
            at += len(said)

    def insert(self, paragraph: Any, at: int, text: str, *, tracked: bool = True) -> None:
        """Type a text into a paragraph."""
        if not text:
            return
        new = self.change("ins", self.run(text)) if tracked else self.run(text)
        before = self.runs(paragraph, 0, at)
        if before:
            last = before[-1]
            holder = last.getparent()
            if holder.tag in (w("ins"), w("del")) and last.getnext() is not None:
                last.addnext(self.run(text))  # in the middle of what was put in
            else:
                (holder if holder.tag in (w("ins"), w("del")) else last).addnext(new)
        else:
            properties = paragraph.find(w("pPr"))
            paragraph.insert(0 if properties is None else 1, new)

    def delete(self, paragraph: Any, start: int, end: int, *, tracked: bool = True) -> None:
        """Take some letters out of a paragraph."""
        for run in self.runs(paragraph, start, end):
            if not tracked:
                run.getparent().remove(run)
                continue
            for said in run.iter(w("t")):
                said.tag = w("delText")
            gone = self.change("del")
            run.addprevious(gone)
            gone.append(run)

    def replace(self, number: int, old: str, new: str, *, tracked: bool = True) -> None:
        """Put other words into a numbered paragraph."""
        self.replace_in(self.numbered(number), old, new, tracked=tracked)

    def replace_in(self, paragraph: Any, old: str, new: str, *, tracked: bool = True) -> None:
        """Put other words into a paragraph."""
        at = self.text(paragraph).index(old)
        self.insert(paragraph, at + len(old), new, tracked=tracked)
        self.delete(paragraph, at, at + len(old), tracked=tracked)

    def mark_end(self, paragraph: Any, name: str) -> None:
        """Record that the end of a paragraph was put in or taken out."""
        properties = paragraph.find(w("pPr"))
        marks = properties.find(w("rPr"))
        marks.insert(0, self.change(name))

    def remove(self, number: int) -> None:
        """Take a whole paragraph out, and record it."""
        paragraph = self.numbered(number)
        self.delete(paragraph, 0, len(self.text(paragraph)))
        self.mark_end(paragraph, "del")

    def add_after(self, number: int, text: str, *, tracked: bool = True) -> None:
        """Press Enter at the end of a paragraph and type on: the new end is that of the old one."""
        paragraph = self.numbered(number)
        new = self.element("p", copy.deepcopy(paragraph.find(w("pPr"))))
        new.append(self.change("ins", self.run(text)) if tracked else self.run(text))
        if tracked:
            self.mark_end(paragraph, "ins")
        paragraph.addnext(new)

    def comment(self, paragraph: Any, words: str, text: str, author: str = WHO["author"]) -> None:
        """Put a comment beside some words of a paragraph."""
        key = str(len(self._comments))
        at = self.text(paragraph).index(words)
        held = self.runs(paragraph, at, at + len(words))
        held[0].addprevious(self.element("commentRangeStart", id=key))
        held[-1].addnext(self.element("commentRangeEnd", id=key))
        paragraph.append(self.element("r", self.element("commentReference", id=key)))
        said = self.element("p", self.run(text))
        self._comments.append(self.element("comment", said, id=key, author=author, date=WHO["date"]))

    def drop_bookmarks(self) -> None:
        """Copy the text into another file: its bookmarks stay behind."""
        for name in ("bookmarkStart", "bookmarkEnd"):
            for one in list(self.root.iter(w(name))):
                one.getparent().remove(one)

    # ---- the file ----

    def data(self) -> bytes:
        """The file as it is saved."""
        parts = {**self.parts, "word/document.xml": serialize_part_xml(self.root)}
        if self._comments:
            root = self.element("comments", *self._comments)
            parts["word/comments.xml"] = serialize_part_xml(root)
            link = f'<Relationship Id="rIdC" Type="{COMMENTS}" Target="comments.xml"/></Relationships>'
            links = "word/_rels/document.xml.rels"
            parts[links] = parts[links].replace(b"</Relationships>", link.encode())
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return out.getvalue()

    def save(self, path: Path) -> Path:
        """Save the file."""
        path.write_bytes(self.data())
        return path
