"""Read a tagged file back, as a screen reader would: the structure, and what each element says."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

CODE = re.compile(rb"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>")


@dataclass(slots=True)
class Tag:
    """An element of the structure; *text* is its own, with that of spans and links inside it.

    *marks* are its own pieces of marked content: page and number; *parts* are these and the elements below it, in
    their order. *alt* is what a picture says, *target* the page that a link leads to, *own* the element in the file.
    """

    name: str
    language: str = ""
    text: str = ""
    scope: str = ""
    kids: list["Tag"] = field(default_factory=list)
    links: int = 0
    marks: list[tuple[int, int]] = field(default_factory=list)
    alt: str = ""
    target: tuple[int, int] | None = None
    own: tuple[int, int] = (0, 0)
    parts: list["Tag | tuple[int, int]"] = field(default_factory=list)

    def walk(self) -> Iterator["Tag"]:
        """The element and all below it."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


class Cursor:
    """Where on the page the next text is shown: the program moves the origin and never turns it around a text."""

    def __init__(self) -> None:
        self._origins = [(0.0, 0.0)]
        self._line = (0.0, 0.0)

    def follow(self, operator: str, operands: Any) -> None:
        """Take in an operator that moves."""
        match operator:
            case "q":
                self._origins.append(self._origins[-1])
            case "Q":
                self._origins.pop()
            case "cm":
                x, y = self._origins[-1]
                self._origins[-1] = (x + float(operands[4]), y + float(operands[5]))
            case "Td":
                self._line = (float(operands[0]), float(operands[1]))
            case _:
                pass

    @property
    def place(self) -> tuple[float, float]:
        """The place from the lower left corner of the page, in points."""
        (x, y), line = self._origins[-1], self._line
        return x + line[0], y + line[1]


class Reader:
    """One file, read through its structure tree."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.untagged = 0
        # where the first text of each marked content stands on its page
        self.places: list[dict[int, tuple[float, float]]] = []
        self.sizes: set[float] = set()
        self._fonts: dict[str, dict[int, str]] = {}
        self.marks = [self._marks(page) for page in self.pdf.pages]
        self._index = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    def tree(self) -> Tag:
        """The whole structure."""
        root = self.pdf.Root.StructTreeRoot.K
        return self._tag(root)

    def _tag(self, element: Any) -> Tag:
        tag = Tag(str(element.S)[1:], str(element.get("/Lang", "")))
        tag.own = element.objgen
        tag.alt = str(element.get("/Alt", ""))
        if "/A" in element:
            tag.scope = str(element.A.get("/Scope", ""))[1:]
        below: Any = element.get("/K", pikepdf.Array())
        page: Any = element.get("/Pg")
        for kid in below if isinstance(below, pikepdf.Array) else [below]:
            if isinstance(kid, int):
                self._mark(tag, page, int(kid))
            elif kid.get("/Type") == "/MCR":
                self._mark(tag, kid.Pg, int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                tag.links += 1
                if "/Dest" in kid.Obj:
                    tag.target = kid.Obj.Dest[0].objgen
            else:
                part = self._tag(kid)
                tag.kids.append(part)
                tag.parts.append(part)
                tag.text += part.text if part.name in ("Span", "Link") else ""
        return tag

    def _mark(self, tag: Tag, page: Any, number: int) -> None:
        """Give an element its marked content."""
        index = self._index[page.objgen]
        tag.text += self.marks[index][number]
        tag.marks.append((index, number))
        tag.parts.append((index, number))

    def _map(self, font: Any) -> dict[int, str]:
        """What each code of a font means."""
        name = str(font.BaseFont)
        if name not in self._fonts:
            pairs = CODE.findall(font.ToUnicode.read_bytes())
            self._fonts[name] = {
                int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be") for code, said in pairs
            }
        return self._fonts[name]

    def _marks(self, page: pikepdf.Page) -> dict[int, str]:
        """The text of each marked content of a page; a number used twice is an error."""
        found: dict[int, str] = {}
        places: dict[int, tuple[float, float]] = {}
        self.places.append(places)
        cursor = Cursor()
        stack: list[int | str | None] = []
        fonts: Any = page.Resources.Font
        current: dict[int, str] = {}
        for instruction in pikepdf.parse_content_stream(page):
            operands: Any = instruction.operands
            match str(instruction.operator):
                case "BDC":
                    stack.append(self._open(operands, stack, found))
                case "EMC":
                    stack.pop()
                case "Tf":
                    current = self._map(fonts[str(operands[0])])
                    self.sizes.add(float(operands[1]))
                case "Tj":
                    if stack and isinstance(stack[-1], int):
                        places.setdefault(stack[-1], cursor.place)
                    self._say("".join(current[code] for code in bytes(operands[0])), stack, found)
                case operator:
                    cursor.follow(operator, operands)
        assert not stack
        return found

    def _open(
        self, operands: list[pikepdf.Object], stack: list[int | str | None], found: dict[int, str]
    ) -> int | str | None:
        """What a piece of marked content is: its number, the text that replaces it, or nothing for an artifact."""
        name, entries = operands
        if str(name) == "/Artifact":
            assert not stack, "an artifact inside content"
            return None
        if "/ActualText" in entries:
            return str(entries.ActualText)
        number = int(entries.MCID)
        assert number not in found, "a number of marked content is used twice"
        found[number] = ""
        return number

    def _say(self, text: str, stack: list[int | str | None], found: dict[int, str]) -> None:
        """Add a shown text to the marked content that it belongs to."""
        if not stack:
            self.untagged += 1
        elif isinstance(stack[-1], str):
            number = stack[-2]
            assert isinstance(number, int)
            found[number] += stack[-1]
        elif stack[-1] is not None:
            found[stack[-1]] += text
