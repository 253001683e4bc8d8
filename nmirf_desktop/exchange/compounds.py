"""The container of a workbook as Excel wrote it until 2003: a file system in a file, whose chains of sectors may lie.

The reader of workbooks follows the chains as they are, and one that bites its tail would fill memory; so each is walked
here before.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_HEADER = struct.Struct("<30xHH14xI8xI4xI")
_ENTRY = struct.Struct("<64sHB49xII4x")
_NUMBERS_IN_HEADER = 109
_LAST_NUMBER = 0xFFFFFFFA
"""A number of a sector that is none: the end of a chain, or a sector that is free or holds numbers."""
_MINI, _CUTOFF = 64, 4096
_TIMES = 3
"""How many times over all that is walked may be as long as the file; where no two chains meet, less than that."""
_STREAM, _ROOT = 2, 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the container, with where its bytes begin and how many they are."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """The entries of a container, all of whose chains were walked.

    Raises ``ValueError`` or ``struct.error`` for one whose chains run in circles or out of the file.
    """

    def __init__(self, content: bytes) -> None:
        shift, small, directory, mini, more = _HEADER.unpack_from(content)
        if (shift, small) not in {(9, 6), (12, 6)}:
            raise ValueError("sectors of no known size")
        self._size = 1 << shift
        self.content = content.ljust(-(-len(content) // self._size) * self._size, b"\0")
        self._left = _TIMES * len(self.content)
        self._next = self._numbers(more)
        self.entries = tuple(self._entries(directory))
        self._mini = self._whole(mini)
        root = next(entry for entry in self.entries if entry.kind == _ROOT)
        self._small = b"".join(self._chain(root.start)) if root.size else b""
        for entry in self.entries:
            self.read(entry)

    def read(self, entry: Entry) -> bytes:
        """The bytes of an entry; none of one that is no stream."""
        if entry.kind != _STREAM or not entry.size:
            return b""
        pieces = self._small_chain(entry.start) if entry.size < _CUTOFF else self._chain(entry.start)
        return b"".join(pieces)[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start + self._size > len(self.content):
            raise ValueError("a sector beyond the file")
        return self.content[start : start + self._size]

    def _numbers(self, more: int) -> tuple[int, ...]:
        """Behind each sector the number of its next one: the table is in sectors that the header and others name."""
        named = list(struct.unpack_from(f"<{_NUMBERS_IN_HEADER}I", self.content, 76))
        seen: set[int] = set()
        while more < _LAST_NUMBER:
            if more in seen:
                raise ValueError("a chain of sectors in a circle")
            seen.add(more)
            *numbers, more = self._integers(self._sector(more))
            named += numbers
        places = [number for number in named if number < _LAST_NUMBER]
        if len(places) > len(set(places)):
            raise ValueError("a sector twice in the table")
        return tuple(number for place in places for number in self._integers(self._sector(place)))

    def _integers(self, sector: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(sector) // 4}I", sector)

    def _walk(self, start: int, following: tuple[int, ...], size: int) -> Iterator[int]:
        while start < _LAST_NUMBER:
            self._left -= size
            if self._left < 0 or start >= len(following):
                raise ValueError("a chain of sectors in a circle, or out of the table")
            yield start
            start = following[start]

    def _chain(self, start: int) -> Iterator[bytes]:
        for number in self._walk(start, self._next, self._size):
            yield self._sector(number)

    def _whole(self, start: int) -> tuple[int, ...]:
        return tuple(number for sector in self._chain(start) for number in self._integers(sector))

    def _small_chain(self, start: int) -> Iterator[bytes]:
        for number in self._walk(start, self._mini, _MINI):
            if (number + 1) * _MINI > len(self._small):
                raise ValueError("a small sector beyond its stream")
            yield self._small[number * _MINI : (number + 1) * _MINI]

    def _entries(self, directory: int) -> Iterator[Entry]:
        for raw in _ENTRY.iter_unpack(b"".join(self._chain(directory))):
            name, length, kind, start, size = raw
            if kind:
                yield Entry(name[: max(length - 2, 0)].decode("utf-16-le", errors="replace"), kind, start, size)
