"""What an e-mail says, for the eyes of who decides on it: sender, subject and its text, plain and bounded.

Nothing of it is a link, a picture or markup; what cannot be seen, such as turned directions, is left out.
"""

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage

from nmirf_desktop.domain.filenames import visible
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.mail import UNREADABLE, header_in, opened, parts_in

MOST_LINES, LONGEST_LINE, MOST_READ = 60, 500, 200_000
"""So many lines, letters in a line and bytes of a part are read."""
FIRST_WORDS = 200
"""So many letters stand in a list."""
CUT = "…"
HIDDEN = frozenset({"head", "style", "script", "title", "xml"})
"""The elements of a page that are not text."""
BREAKS = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote"})
"""Those that begin a new line."""
_NAME = re.compile(r"/?[a-z0-9!-]*")


@dataclass(frozen=True, slots=True)
class MailText:
    """Who wrote, about what, and the text, line by line; what it does not say is empty."""

    sender: str = ""
    subject: str = ""
    text: str = ""

    @property
    def first_words(self) -> str:
        """How it begins, on one line, without what it quotes."""
        own = (line for line in self.text.split("\n") if not line.startswith(">"))
        said = " ".join(" ".join(own).split())
        return said if len(said) <= FIRST_WORDS else said[:FIRST_WORDS].rstrip() + CUT


def mail_text(name: str, content: bytes, most: int) -> MailText:
    """What an e-mail of *most* bytes says; nothing where it cannot be read, which is said where it is looked at."""
    with suppress(Problem, *UNREADABLE):
        message = opened(name, content, most)
        return MailText(header_in(message, "From"), header_in(message, "Subject"), _text(message))
    return MailText()


def _text(message: EmailMessage) -> str:
    """The first plain text, else the first page without its markup."""
    there = {part.get_content_type(): part for part in reversed(tuple(_texts(message)))}
    if "text/plain" in there:
        return _lines(_decoded(there["text/plain"]))
    return _lines(_unmarked(_decoded(there["text/html"]))) if "text/html" in there else ""


def _texts(part: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are the text of a message; what is attached to it is none."""
    if part.get_content_maintype() == "multipart":
        for one in parts_in(part):
            yield from _texts(one)
    elif part.get_content_disposition() != "attachment" and not part.get_filename():
        yield part


def _decoded(part: EmailMessage) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    with suppress(LookupError):
        return content[:MOST_READ].decode(part.get_content_charset("utf-8"), errors="replace")
    return content[:MOST_READ].decode(errors="replace")


def _lines(text: str) -> str:
    """A text without what cannot be seen, with at most one empty line between two others, to its bound."""
    found: list[str] = []
    for line in text.replace("\r", "\n" if "\n" not in text else "").split("\n"):
        said = visible(line[: LONGEST_LINE * 2])
        if said or (found and found[-1]):
            found.append(said if len(said) <= LONGEST_LINE else said[:LONGEST_LINE] + CUT)
        if len(found) > MOST_LINES:
            found[MOST_LINES:] = [CUT]
            break
    return "\n".join(found).strip()


def _unmarked(page: str) -> str:
    """The text of a page: read once from its beginning to its end, whatever stands in it."""
    first, *pieces = page.split("<")
    found, hidden = [first], ""
    for piece in pieces:
        tag, closed, text = piece.partition(">")
        match = _NAME.match(tag.lower())
        name = match.group() if match is not None else ""
        if hidden and name != f"/{hidden}":
            continue
        if not hidden and name in HIDDEN:
            hidden = name
            continue
        hidden = ""
        if name.strip("/") in BREAKS:
            found.append("\n")
        found.append(" ".join(text.splitlines()) if closed else "")
    return html.unescape("".join(found))
