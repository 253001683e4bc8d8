"""Puts phrases into texts in three languages: at the cursor, behind the same sentence in each, first gap selected."""

from collections.abc import Mapping

from PySide6.QtGui import QTextCursor

from nmirf_desktop.domain.segments import Sentence, sentences
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.typedtext import TypedText, before, width


def written(box: TypedText) -> tuple[str, int]:
    """The text of a box, and the place of the cursor in it."""
    text, cursor = box.text(), box.textCursor()
    head = sum(len(line) + 1 for line in text.split("\n")[: cursor.blockNumber()])
    return text, head + len(before(cursor.block(), cursor.positionInBlock()))


def put_in(boxes: Mapping[Language, TypedText], tongue: Language, phrase: Trilingual) -> None:
    """Put a phrase at the cursor of one language, and behind as many sentences in the others."""
    text, place = written(boxes[tongue])
    told = sum(part.end <= place for part in sentences(text))
    for one, box in boxes.items():
        _insert(box, phrase[one], place if one is tongue else _after(box.text(), told))


def choose_gap(box: TypedText) -> None:
    """Select the first placeholder, to be written over."""
    text = box.text()
    start, end = text.find("{"), text.find("}")
    if 0 <= start < end:
        cursor = box.textCursor()
        select(cursor, text, Sentence("", start, end + 1))
        box.setTextCursor(cursor)


def select(cursor: QTextCursor, text: str, part: Sentence) -> None:
    """Select a part of a text."""
    cursor.setPosition(width(text[: part.start]))
    cursor.setPosition(width(text[: part.end]), QTextCursor.MoveMode.KeepAnchor)


def _after(text: str, told: int) -> int:
    """The place behind so many sentences of a text."""
    parts = sentences(text)[:told]
    return parts[-1].end if parts else 0


def _insert(box: TypedText, phrase: str, place: int) -> None:
    """Put a phrase at a place, with a blank before and after where there is a word."""
    text = box.text()
    head, tail = text[:place], text[place:]
    opened = " " if head and not head[-1].isspace() else ""
    closed = " " if tail and not tail[0].isspace() else ""
    cursor = box.textCursor()
    cursor.setPosition(width(head))
    box.setTextCursor(cursor)
    box.insert(f"{opened}{phrase}{closed}")
