"""The same paper gives the same bytes, whatever the process, its hash seed, its time zone or the day."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.editions import Edition
from tests.documents import content, debate

PRINT = """
import hashlib
from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.editions import Edition
from tests.documents import content, debate
for edition in Edition:
    for paper in (content.agenda(annotated=True), debate.small_minutes()):
        print(hashlib.sha256(typeset(paper, edition)).hexdigest())
"""


def digests(seed: str, zone: str) -> list[str]:
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(Path(__file__).parents[2])}
    environment.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run(
        [sys.executable, "-c", PRINT], env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout.split()


def test_two_processes_write_the_same_bytes() -> None:
    here = [
        hashlib.sha256(typeset(paper, edition)).hexdigest()
        for edition in Edition
        for paper in (content.agenda(annotated=True), debate.small_minutes())
    ]
    assert digests("1", "Pacific/Kiritimati") == digests("2", "America/Asuncion") == here


@pytest.mark.parametrize("edition", list(Edition))
def test_another_word_gives_other_bytes(edition: Edition) -> None:
    paper = content.agenda()
    other = replace(paper, masthead=replace(paper.masthead, version=2))
    assert typeset(paper, edition) != typeset(other, edition)


def test_thirty_pages_are_small() -> None:
    assert len(typeset(debate.minutes(), Edition.FR)) < 250_000
