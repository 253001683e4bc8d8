"""Several hundred roll calls in three languages, counted by the program and again from the table's bare text.

The recount reads the table and the shipped list of States with ``csv`` and counts with ``Counter``: it shares nothing
with what it checks.
"""

import csv
import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from nmirf_desktop.__main__ import main
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled
from nmirf_desktop.services.tallying import tally_file

VOTES = 400
LETTERS = "YNAX"
WRITTEN = {
    "en": {"Y": ("In favour", "Y", "yes", "for"), "N": ("Against", "N", "no"), "A": ("Abstaining", "A", "abstention"),
           "X": ("Not participating", "X", "did not take part in the vote")},
    "fr": {"Y": ("Pour", "oui", "En faveur"), "N": ("Contre", "non"), "A": ("Abstention", "s’abstient", "S'abstient"),
           "X": ("Non participant", "ne participe pas au vote")},
    "es": {"Y": ("A favor", "sí", "si"), "N": ("En contra", "no"), "A": ("Abstención", "se abstiene"),
           "X": ("No participa", "No participa en la votación")},
}  # fmt: skip
"""How a secretariat writes each position."""
HEADERS = {"en": ("State", "Position"), "fr": ("État", "Position"), "es": ("Estado", "Posición")}
WEIGHTS = (
    (8, 1, 1, 0),
    (1, 8, 1, 0),
    (4, 4, 2, 1),
    (1, 0, 0, 0),
    (0, 1, 0, 0),
    (1, 0, 1, 0),
    (0, 0, 1, 1),
    (1, 1, 0, 0),
)
"""Clear, unanimous, against all, none against, nobody deciding, and close ones."""


def shipped() -> list[dict[str, str]]:
    with bundled("resources/states.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


STATES = shipped()


@dataclass(frozen=True)
class Case:
    """A roll call as it was written, and the letter of each State's position."""

    number: int
    language: str
    rows: tuple[tuple[str, str], ...]
    letters: dict[str, str]


def named(state: dict[str, str], language: str, dice: random.Random) -> str:
    """A State by its short or formal name, with or without its article, or by a code."""
    short = state[f"short_{language}"]
    article = state[f"article_{language}"]
    joined = short if not article else f"{article}{short}" if article.endswith("’") else f"{article} {short}"
    return dice.choice((short, short, joined, short.upper(), state[f"formal_{language}"], state["iso3"], state["iso2"]))


def case(number: int) -> Case:
    dice = random.Random(number)  # noqa: S311  (votes of nobody)
    language = ("en", "fr", "es")[number % 3]
    size = dice.choice((1, 2, 5, 47, 57, 120, len(STATES)))
    letters = {
        state["iso3"]: dice.choices(LETTERS, WEIGHTS[number % len(WEIGHTS)])[0] for state in dice.sample(STATES, size)
    }
    by_code = {state["iso3"]: state for state in STATES}
    rows = tuple(
        (named(by_code[code], language, dice), dice.choice(WRITTEN[language][letter]))
        for code, letter in letters.items()
    )
    return Case(number, language, rows, letters)


CASES = [case(number) for number in range(VOTES)]


def write(one: Case, path: Path) -> Path:
    with path.open("w", encoding="utf-8-sig" if one.number % 4 == 0 else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=",;\t"[one.number % 3])
        writer.writerow(HEADERS[one.language])
        writer.writerows(one.rows)
    return path


def recounted(path: Path, one: Case) -> Counter[str]:
    """The positions of the table's bare text, each word back to its letter."""
    back = {word: letter for letter, words in WRITTEN[one.language].items() for word in words}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=",;\t"[one.number % 3]))
    return Counter(back[position] for _, position in rows[1:])


def test_the_cases_hold_every_kind_of_result() -> None:
    totals = [Counter(one.letters.values()) for one in CASES]
    kinds: dict[str, Callable[[Counter[str]], object]] = {
        "unanimous": lambda found: found["Y"] and not found["N"] and not found["A"],
        "none against": lambda found: found["Y"] and not found["N"] and found["A"],
        "adopted without abstentions": lambda found: found["Y"] > found["N"] > 0 and not found["A"],
        "one abstention": lambda found: found["A"] == 1,
        "tie": lambda found: found["Y"] == found["N"] > 0,
        "nobody decides": lambda found: not found["Y"] and not found["N"],
        "rejected": lambda found: found["N"] > found["Y"],
        "not participating": lambda found: found["X"],
    }
    assert [kind for kind, holds in kinds.items() if not any(holds(found) for found in totals)] == []
    assert sum(len(one.rows) for one in CASES) > 20_000


@pytest.mark.parametrize("start", range(0, VOTES, 50))
def test_hundreds_of_roll_calls_are_counted_as_they_stand_in_the_table(tmp_path: Path, start: int) -> None:
    for one in CASES[start : start + 50]:
        path = write(one, tmp_path / f"{one.number}.csv")
        found = recounted(path, one)
        report = tally_file(path)
        counts = (report.in_favour, report.against, report.abstaining, report.not_participating)
        assert counts == tuple(found[letter] for letter in LETTERS), one
        assert report.present_and_voting == found["Y"] + found["N"]
        assert report.outcome == ("adopted" if found["Y"] > found["N"] else "not adopted")
        for language in Language:
            ordered = sorted(STATES, key=lambda state: int(state[f"order_{language}"]))
            listed = report.lists[language]
            for letter, names in (("Y", listed.in_favour), ("N", listed.against), ("A", listed.abstaining)):
                assert names == tuple(
                    state[f"short_{language}"] for state in ordered if one.letters.get(state["iso3"]) == letter
                ), one


@pytest.mark.parametrize("number", range(0, VOTES, 57))
def test_the_command_says_the_same_as_json(capsys: pytest.CaptureFixture[str], tmp_path: Path, number: int) -> None:
    one = CASES[number]
    path = write(one, tmp_path / "roll-call.csv")
    found = recounted(path, one)
    assert main(["tally", str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [said[key] for key in ("in_favour", "against", "abstaining", "not_participating")] == [
        found[letter] for letter in LETTERS
    ]
    if found["Y"] > found["N"] > 0:
        assert f"{found['Y']} to {found['N']}" in said["sentence"]["en"]
        assert f"{found['Y']} voix contre {found['N']}" in said["sentence"]["fr"]
        assert f"por {found['Y']} votos contra {found['N']}" in said["sentence"]["es"]
