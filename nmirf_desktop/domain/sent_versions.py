"""Which versions of documents went with a dispatch: two of one document have the same symbol."""

from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.editions import edition_said
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.i18n import Catalog


@dataclass(frozen=True, slots=True)
class Versions:
    """Documents by their symbols and versions, as what a card is about."""

    issued: tuple[IssuedDocument, ...]

    def said_in(self, words: Catalog) -> str:
        """All of them in the language of *words*."""
        return words.listing(versions_said(self.issued, words))


def versions_said(issued: Iterable[IssuedDocument], words: Catalog) -> list[str]:
    """Each document by its symbol and version; by several where its languages are not in the same version."""
    found: dict[str, set[int]] = {}
    for one in issued:
        found.setdefault(one.symbol, set()).add(one.version)
    said = []
    for symbol, versions in found.items():
        pattern = words.pgettext("version of a document that went", "{symbol}, version {version}")
        if len(versions) > 1:
            pattern = words.pgettext("versions of a document that went", "{symbol}, versions {versions}")
        numbers = [words.number(one) for one in sorted(versions)]
        said.append(pattern.format(symbol=symbol, version=numbers[-1], versions=words.listing(numbers)))
    return said


def file_said(one: IssuedDocument, words: Catalog) -> str:
    """One file by its symbol, its version and its edition: each language has versions of its own."""
    (said,) = versions_said((one,), words)
    pattern = words.pgettext("version of a document that went, and its edition", "{document} ({language})")
    return pattern.format(document=said, language=edition_said(one.language, words))


def versions_briefly(issued: Iterable[IssuedDocument], words: Catalog) -> list[str]:
    """As :func:`versions_said`, by what ends the symbol; a first version is not said, as most are."""
    found: dict[str, int] = {}
    for one in issued:
        found[one.symbol] = max(one.version, found.get(one.symbol, 1))
    pattern = words.pgettext("version of a document in a narrow list", "{symbol} v. {version}")
    return [
        pattern.format(symbol=_end_of(symbol), version=words.number(version)) if version > 1 else _end_of(symbol)
        for symbol, version in found.items()
    ]


def _end_of(symbol: str) -> str:
    """What tells a symbol from others of its meeting, which is chosen above a narrow list."""
    parts = symbol.split("/")
    return f"…/{'/'.join(parts[-2:])}" if parts[2:] else symbol
