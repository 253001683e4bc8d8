"""A roll call read from a table: what is read, what is refused in one sentence, what is counted (R14, R15, R20)."""

import csv
import io
import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.recognition import Gazetteer, parse_aliases
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State, parse_states
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.vote_sentences import arithmetic
from nmirf_desktop.domain.voting import Answer
from nmirf_desktop.exchange.tally_report import TallyReport, tally_report
from nmirf_desktop.exchange.tally_table import LARGEST, read_roll_call
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled

ORDERED = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
STATES = {state.iso3: state for state in ORDERED}
NAMES = Gazetteer(ORDERED, parse_aliases(bundled("resources/aliases.csv").read_text(encoding="utf-8")))
RECORDS = Path(__file__).parents[1] / "data" / "recorded_votes.csv"
YES, NO, ABSTAINING, X = Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING, Answer.NOT_PARTICIPATING


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "roll-call.csv"


def read(table: Path, content: str | bytes) -> list[tuple[str, Answer]]:
    table.write_bytes(content.encode() if isinstance(content, str) else content)
    return [(state.iso3, answer) for state, answer in read_roll_call(table, NAMES)]


def refused(table: Path, content: str | bytes) -> str:
    with pytest.raises(Problem) as problem:
        read(table, content)
    said = {problem.value.said_in(catalog(language)) for language in Language}
    assert len(said) == 3
    assert not any("\n" in sentence or "{" in sentence for sentence in said)
    return problem.value.said_in(catalog(Language.EN))


# What is read


def test_states_are_named_by_code_or_by_any_name(table: Path) -> None:
    content = "state,position\nPRY,Y\nma,N\nCôte d'Ivoire,A\nTURQUIE,X\nBrasil,yes\nthe Kingdom of the Netherlands,no\n"
    assert read(table, content) == [
        ("PRY", YES),
        ("MAR", NO),
        ("CIV", ABSTAINING),
        ("TUR", X),
        ("BRA", YES),
        ("NLD", NO),
    ]


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        (YES, ["Y", "y", "Yes", "in favour", "IN FAVOR", "in_favour", "oui", "Pour", "sí", "si", "A favor", "for"]),
        (NO, ["N", "no", "Non", "against", "CONTRE", "En contra", "contra"]),
        (ABSTAINING, ["A", "abstain", "Abstaining", "abstention", "Abstención", "se abstiene", "s'abstient"]),
        (X, ["X", "not participating", "Not voting", "ne participe pas au vote", "No participa en la votación"]),
    ],
)
def test_positions_are_words_of_three_languages(table: Path, answer: Answer, written: list[str]) -> None:
    for word in written:
        assert read(table, f"state,position\nMEX, {word} \n") == [("MEX", answer)]


@pytest.mark.parametrize(
    "header",
    ["state,position", "STATE,Position", "État,position", "etat,POSITION", "Estado,posición", '"state","position"'],
)
def test_the_header_is_in_one_of_three_languages(table: Path, header: str) -> None:
    assert read(table, f"{header}\nMEX,Y\n") == [("MEX", YES)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"])
def test_separators_line_breaks_and_a_byte_order_mark(table: Path, separator: str, line: str) -> None:
    content = line.join(f"{left}{separator}{right}" for left, right in [("state", "position"), ("MEX", "Y")])
    assert read(table, content) == [("MEX", YES)]
    assert read(table, "\ufeff" + content + line + line) == [("MEX", YES)]


def test_columns_stand_in_any_order_beside_others(table: Path) -> None:
    content = 'no.;position;"State; as seated";state\n1;Y;"x; y";MEX\n'
    assert read(table, content) == [("MEX", YES)]


def test_a_name_with_the_separator_in_it_is_quoted(table: Path) -> None:
    assert read(table, 'state,position\n"Bolivia (Plurinational State of)",Y\n') == [("BOL", YES)]


# What is refused, each with one sentence in three languages


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "The file roll-call.csv is empty."),
        ("\ufeff \n\n", "The file roll-call.csv is empty."),
        ("state,position\n", "There is no State below the header."),
        (
            "MEX,Y\nBRA,N\n",
            "The first line must be the header, with one column “state” and one column “position”.",
        ),
        (
            "state,state,position\nMEX,MEX,Y\n",
            "The first line must be the header, with one column “state” and one column “position”.",
        ),
        (
            "state,position\nMEX,Y\nAtlantis,N\n",
            "Line 3: No Member State of the United Nations is called “Atlantis”.",
        ),
        (
            "state,position\nKorea,Y\n",
            (
                "Line 2: “Korea” may mean the Republic of Korea or the Democratic People’s Republic of Korea:"
                " please write which."
            ),
        ),
        ("state,position\n\nMEX,Y\nMexique,Y\n", "Line 4: Mexico was already named in line 3."),
        ("state,position\nMEX,\n", "Line 2: The position is missing."),
        ("state,position\n,Y\n", "Line 2: The State is missing."),
        ("state,position\n,\n", "Line 2: The State is missing."),
        (
            "state,position\nMEX,perhaps\n",
            "Line 2: “perhaps” is not a position: write in favour, against, abstaining or not participating.",
        ),
        (
            "state,position\nMEX,?\n",
            "Line 2: “?” is not a position: write in favour, against, abstaining or not participating.",
        ),
        ("state,position\nMEX,absent\n", "Line 2: “Absent” is not a position: leave out a State that was absent."),
        ("state,position\nMEX,Ausente\n", "Line 2: “Absent” is not a position: leave out a State that was absent."),
        ("state,position\nMEX\n", "Line 2: It does not have as many cells as the header."),
        ("state,position\nKorea, Republic of,Y\n", "Line 2: It does not have as many cells as the header."),
        (
            'state,position\nMEX,Y\n"BRA,N\nPRY,Y\n',
            "Line 3: It is not a line of a table: look at its quotation marks.",
        ),
        (
            b"state,position\nMEX,Y\nP\xe9rou,N\n",
            "Line 3: There are signs that are not UTF-8: save the table as UTF-8.",
        ),
        ("state,position\nMEX,Y\n".encode("utf-16"), "The file roll-call.csv is in UTF-16: save it as UTF-8."),
        (
            "state,position\nMEX,Y\n".encode("utf-16-le"),
            "Line 1: There are signs that no text has: save the table as “CSV UTF-8”.",
        ),
        (b"state,position\nMEX,Y\0\n", "Line 2: There are signs that no text has: save the table as “CSV UTF-8”."),
    ],
)
def test_what_is_not_understood_is_refused_with_its_line(table: Path, content: str | bytes, sentence: str) -> None:
    assert refused(table, content) == sentence


def lines(table: Path, content: str, language: Language = Language.EN) -> list[str]:
    """All that is said of a table that is refused."""
    with pytest.raises(Problem) as problem:
        read(table, content)
    return problem.value.said_in(catalog(language)).splitlines()


def test_all_that_is_wrong_is_said_at_once_line_by_line(table: Path) -> None:
    content = "state,position\nMEX,perhaps\nAtlantis,no\nBRA,Y\nKorea,?\nBrazil,N\nMexico,Y\nPRY\nGHA,Y\n,\n"
    assert lines(table, content) == [
        "Line 2: “perhaps” is not a position: write in favour, against, abstaining or not participating.",
        "Line 3: No Member State of the United Nations is called “Atlantis”.",
        (
            "Line 5: “Korea” may mean the Republic of Korea or the Democratic People’s Republic of Korea: please write"
            " which."
        ),
        "Line 5: “?” is not a position: write in favour, against, abstaining or not participating.",
        "Line 6: Brazil was already named in line 4.",
        "Line 7: Mexico was already named in line 2.",
        "Line 8: It does not have as many cells as the header.",
        "Line 10: The State is missing.",
    ]
    assert len(lines(table, content, Language.FR)) == 8


@pytest.mark.parametrize(
    ("header", "row", "wrong"),
    [
        ("country,vote", "Atlantis,Y", "Line 2:"),
        ("vote;state", "Y;Atlantis", "Line 2:"),
        ("position\tx", "Y\tAtlantis", "Line 2:"),
    ],
)
def test_below_a_header_that_is_none_the_lines_are_looked_at_too(
    table: Path, header: str, row: str, wrong: str
) -> None:
    first, second = lines(table, f"{header}\n{row}\n")
    assert first.startswith("The first line must be the header")
    assert second.startswith(wrong)
    assert "“Atlantis”" in second


@pytest.mark.parametrize(("rows", "more"), [(20, ""), (21, "and 1 more problem."), (1500, "and 1,480 more problems.")])
def test_of_very_many_problems_the_first_are_said_and_the_others_counted(table: Path, rows: int, more: str) -> None:
    said = lines(table, "state,position\n" + "Atlantis,Y\n" * rows)
    assert said[:20] == [
        f"Line {line}: No Member State of the United Nations is called “Atlantis”." for line in range(2, 22)
    ]
    assert said[20:] == ([more] if more else [])


def test_below_a_line_that_is_no_line_nothing_more_is_read(table: Path) -> None:
    assert lines(table, 'state,position\nAtlantis,Y\n"BRA,N\nLemuria,Y\n') == [
        "Line 2: No Member State of the United Nations is called “Atlantis”.",
        "Line 3: It is not a line of a table: look at its quotation marks.",
    ]


@pytest.mark.parametrize("name", ["Holy See", "Palestine", "European Union", "Taiwan", "Kosovo"])
def test_r3_what_is_no_member_state_is_refused(table: Path, name: str) -> None:
    assert refused(table, f"state,position\n{name},Y\n").startswith("Line 2: No Member State")


def test_a_long_unknown_position_is_cut_short(table: Path) -> None:
    assert len(refused(table, f"state,position\nMEX,{'very ' * 500}\n")) < 140


def test_a_file_of_50_mb_is_refused(table: Path) -> None:
    with table.open("wb") as file:
        file.write(b"state,position\n")
        file.truncate(50_000_000)
    with pytest.raises(Problem, match="too large"):
        read_roll_call(table, NAMES)


def test_the_largest_file_is_read(table: Path) -> None:
    content = b"state,position\nMEX,Y\n"
    assert read(table, content + b"\n" * (LARGEST - len(content))) == [("MEX", YES)]
    with pytest.raises(Problem, match="too large"):
        read(table, content + b"\n" * (LARGEST - len(content) + 1))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is a folder"):
        read_roll_call(tmp_path, NAMES)
    with pytest.raises(Problem, match="no file"):
        read_roll_call(tmp_path / "absent.csv", NAMES)
    with pytest.raises(Problem, match="cannot be read"):
        read_roll_call(tmp_path / ("long" * 100), NAMES)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(Problem, match="not an ordinary file"):
        read_roll_call(pipe, NAMES)


@given(st.binary(max_size=200))
def test_whatever_the_bytes_there_is_a_roll_call_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    table = tmp_path_factory.getbasetemp() / "any.csv"
    table.write_bytes(b"state,position\n" + content)
    refused_or_read = ""
    try:
        refused_or_read = str(len(read_roll_call(table, NAMES)))
    except Problem as problem:
        refused_or_read = problem.said_in(catalog(Language.ES))
    assert refused_or_read not in {"", "0"}


# What is counted


def counted(*answers: tuple[str, Answer]) -> TallyReport:
    return tally_report((STATES[code], answer) for code, answer in answers)


def test_r14_abstentions_and_those_not_participating_are_outside_the_base() -> None:
    report = counted(("MEX", YES), ("PRY", ABSTAINING), ("BRA", ABSTAINING), ("GHA", X))
    assert (report.in_favour, report.against, report.abstaining, report.not_participating) == (1, 0, 2, 1)
    assert (report.present_and_voting, report.outcome) == (1, "adopted")


def test_r15_a_tie_is_not_adopted() -> None:
    report = counted(("MEX", YES), ("PRY", NO))
    assert report.outcome == "not adopted"
    assert report.sentence.en == (
        "The votes being equally divided (1 to 1, with no abstentions), the draft decision was not adopted."
    )
    assert counted(("MEX", X)).outcome == "not adopted"


def test_the_json_object_has_the_promised_keys() -> None:
    report = counted(("ESP", YES), ("GNQ", YES), ("GNB", YES), ("DZA", NO)).as_json()
    assert list(report) == [
        "in_favour",
        "against",
        "abstaining",
        "not_participating",
        "present_and_voting",
        "outcome",
        "sentence",
        "lists",
    ]
    assert report["lists"] == {
        "en": {
            "in_favour": ("Equatorial Guinea", "Guinea-Bissau", "Spain"),
            "against": ("Algeria",),
            "abstaining": (),
        },
        "fr": {
            "in_favour": ("Espagne", "Guinée-Bissau", "Guinée équatoriale"),
            "against": ("Algérie",),
            "abstaining": (),
        },
        "es": {
            "in_favour": ("España", "Guinea-Bissau", "Guinea Ecuatorial"),
            "against": ("Argelia",),
            "abstaining": (),
        },
    }


def test_the_report_to_read() -> None:
    assert counted(("MEX", YES), ("BRA", YES), ("PRY", NO)).as_text(catalog(Language.FR)).splitlines() == [
        arithmetic(Tally(2, 1), catalog(Language.FR)),
        "The draft decision was adopted by a recorded vote of 2 to 1, with no abstentions.",
        "Le projet de décision est adopté à l’issue d’un vote enregistré, par 2 voix contre 1, sans abstention.",
        "Queda aprobado el proyecto de decisión en votación registrada por 2 votos contra 1 y ninguna abstención.",
        "Votent pour\u00a0: Brésil, Mexique.",
        "Votent contre\u00a0: Paraguay.",
        "S’abstiennent\u00a0: Néant.",
    ]


rows = st.dictionaries(st.sampled_from(sorted(STATES)), st.sampled_from([YES, NO, ABSTAINING, X]), min_size=1)


@given(rows, st.randoms(use_true_random=False))
def test_r20_the_report_does_not_depend_on_the_order_of_the_table(answers: dict[str, Answer], chance: object) -> None:
    pairs = list(answers.items())
    report = counted(*pairs)
    assert counted(*reversed(pairs)) == report
    assert report.lists.en.in_favour == tuple(state.short.en for state in ORDERED if answers.get(state.iso3) is YES)


# Votes of a real body


@dataclass(frozen=True)
class Recorded:
    """One roll call of the General Assembly, as it was published."""

    resolution: str
    totals: tuple[int, int, int]
    positions: tuple[tuple[str, str], ...]

    def table(self, said: dict[str, str], named: str) -> str:
        """The roll call as a table, its States and positions written in some way."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(("state", "position"))
        writer.writerows((_name(STATES[code], named), said[letter]) for code, letter in self.positions)
        return text.getvalue()


def _name(state: State, named: str) -> str:
    match named:
        case "iso2":
            return state.iso2
        case "iso3":
            return state.iso3
        case "formal":
            return state.formal.en
        case _:
            return state.short[Language(named)]


def records() -> list[Recorded]:
    with RECORDS.open(encoding="utf-8", newline="") as file:
        return [
            Recorded(
                row["resolution"],
                (int(row["in_favour"]), int(row["against"]), int(row["abstaining"])),
                tuple((pair[:3], pair[4]) for pair in row["positions"].split()),
            )
            for row in csv.DictReader(file)
        ]


@pytest.mark.parametrize("record", records(), ids=lambda record: record.resolution)
@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("iso3", {"Y": "Y", "N": "N", "A": "A"}),
        ("iso2", {"Y": "yes", "N": "no", "A": "abstention"}),
        ("en", {"Y": "In favour", "N": "Against", "A": "Abstaining"}),
        ("fr", {"Y": "pour", "N": "contre", "A": "abstention"}),
        ("es", {"Y": "a favor", "N": "en contra", "A": "abstención"}),
        ("formal", {"Y": "Y", "N": "N", "A": "A"}),
    ],
)
def test_r14_and_r20_real_roll_calls(table: Path, record: Recorded, named: str, said: dict[str, str]) -> None:
    table.write_text(record.table(said, named), encoding="utf-8")
    report = tally_report(read_roll_call(table, NAMES))
    yes, no, _ = record.totals
    assert (report.in_favour, report.against, report.abstaining) == record.totals
    assert report.present_and_voting == yes + no
    assert report.outcome == "adopted"
    for language in Language:
        listed = report.lists[language]
        assert (len(listed.in_favour), len(listed.against), len(listed.abstaining)) == record.totals
    assert report.lists.en.against == tuple(
        state.short.en for state in ORDERED if (state.iso3, "N") in record.positions
    )


def test_the_sentence_of_a_real_roll_call(table: Path) -> None:
    record = records()[0]
    table.write_text(record.table({"Y": "Y", "N": "N", "A": "A"}, "iso3"), encoding="utf-8")
    sentence = tally_report(read_roll_call(table, NAMES)).sentence
    assert sentence.en == "The draft decision was adopted by a recorded vote of 103 to 10, with 57 abstentions."
    assert sentence.fr.endswith("par 103 voix contre 10, avec 57 abstentions.")
    assert sentence.es.endswith("por 103 votos contra 10 y 57 abstenciones.")
