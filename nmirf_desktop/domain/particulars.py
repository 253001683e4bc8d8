"""What a corrected file asks for beside the words of a paragraph, as facts: it is put into words where it is read."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class ParticularKind(StrEnum):
    """What is asked for or remarked, with its texts.

    A text to be left out, one to stand elsewhere; what the program makes, to read otherwise (as it left, as it should
    read) or to be left out; what is to be known of it, by the words of flags; words beside a paragraph; a comment (the
    words beside which it stands, and its own).
    """

    REMOVAL = "removal"
    MOVE = "move"
    MADE_OTHERWISE = "made_otherwise"
    MADE_REMOVAL = "made_removal"
    FLAGS = "flags"
    WORDS = "words"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Particular:
    """One such fact: the texts are as the file has them."""

    kind: ParticularKind
    texts: tuple[str, ...]


def kept(particulars: Iterable[Particular]) -> str:
    """Particulars as the register keeps them: a list in JSON, each as its kind and its texts; nothing for none."""
    rows = [[one.kind, *one.texts] for one in particulars]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def read(text: str) -> tuple[Particular, ...]:
    """What :func:`kept` made. Raises ``ValueError`` for what it did not make."""
    rows = json.loads(text) if text else []
    return tuple(Particular(ParticularKind(kind), tuple(map(str, texts))) for kind, *texts in rows)


def fitting(particulars: Iterable[Particular], most: int) -> Iterator[Particular]:
    """As many particulars as *most* letters hold, the last one shortened."""
    for one in particulars:
        texts = []
        for text in one.texts:
            texts.append(text if len(text) <= most else f"{text[: max(most - 1, 0)]}…")
            most = max(most - len(text), 0)
        yield Particular(one.kind, tuple(texts))
        if not most:
            return
