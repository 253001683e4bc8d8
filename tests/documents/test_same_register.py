"""One register, exported on two days, in two folders, time zones, languages and hash seeds, gives the same bytes."""

import datetime
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.editions import TOGETHER
from nmirf_desktop.domain.issued import DATED, STANDING, TRILINGUAL, DocumentKind
from tests import samples

EXPORT = """
import datetime, json, sys, time

days = datetime.timedelta(days=int(sys.argv[1]))

class Shifted(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + days

clock = time.time
datetime.datetime = Shifted
time.time = lambda: clock() + days.total_seconds()

from nmirf_desktop.cli import run

print(datetime.datetime.now(datetime.UTC).date(), file=sys.stderr)
for words in json.load(sys.stdin):
    if run(words) != 0:
        sys.exit(1)
"""
"""Runs commands on a day that is so many days from now; the argument is their number."""


def commands(register: Path, folder: Path) -> Iterator[list[str]]:
    """Every document in every edition that it is made in; what is of a day has it named."""
    to = ["--to", str(folder)]
    on = ["--on", samples.ON.isoformat()]
    for kind in DocumentKind:
        of = on if kind in STANDING | DATED else []
        for language in ("all", *(TOGETHER if kind in TRILINGUAL else ())):
            yield ["export", str(register), "--document", kind, "--language", language, *of, *to]
    yield ["export", str(register), "--document", "decisions", "--meeting", "all", *on, *to]
    yield ["export", str(register), "--document", "members", "--addresses", *on, *to]


def exported(register: Path, folder: Path, days: int, **environment: str) -> tuple[datetime.date, dict[str, str]]:
    """The day on which the documents were exported, and the digest of each file by its name."""
    folder.mkdir(parents=True)
    words = json.dumps(list(commands(register, folder)))
    around = os.environ | environment | {"PYTHONPATH": str(Path(__file__).parents[2])}
    around.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run(
        [sys.executable, "-c", EXPORT, str(days)],
        input=words, env=around, capture_output=True, text=True, check=False, timeout=300, cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    files = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}
    return datetime.date.fromisoformat(done.stderr.strip().splitlines()[0]), files


def test_a_register_gives_the_same_bytes_wherever_and_whenever(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    one = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")
    elsewhere = tmp_path / "Réseau – copie" / "autre.nmirf"
    elsewhere.parent.mkdir()
    other = samples.sample(tmp_path_factory, elsewhere)
    day, files = exported(one, tmp_path / "first", 0, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LANGUAGE="en")
    later, same = exported(
        other, tmp_path / "second" / "below", 400, TZ="America/Asuncion", PYTHONHASHSEED="2", LANGUAGE="fr"
    )
    assert (later - day).days in (400, 401)  # midnight may pass
    assert same == files
    assert len(files) >= 3 * len(DocumentKind) + len(TOGETHER) * len(TRILINGUAL) + 6
    assert len(set(files.values())) == len(files)
