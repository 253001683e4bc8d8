"""The whole window: half a day of a real meeting, from its published record, by keys alone.

The record is that of the Human Rights Council in the afternoons of 30 June and 1 July 2016; ``half_a_day.csv`` in
``tests/data`` names the source of each fact: who spoke and in which order, what was moved, how each vote ended, and how
each of the 47 members voted where the record says so. Carried over are States and figures; the texts are stand-ins, as
long as the acts on them need. What the sources at hand give without numbers is left out: the amendments to L.2/Rev.1
and L.35, the later ones to L.29, and what was adopted beside these texts.

Two things stand as our rules have them: a vote of which the record has no names is one of totals, and a vote on a text
comes after a noted "no consensus" (R13).
"""

import datetime
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.amendments import AmendmentAct, Standing
from nmirf_desktop.domain.blocks import Para, StateColumns, VoteBlock
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.motions import MotionKind, Ruling
from nmirf_desktop.domain.papers import MinutesPaper, RecordPaper
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.voting import Answer, Method, Mode, Outcome
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Asked
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_ballot import METHODS
from nmirf_desktop.ui.screens.session_text_rows import TextRow
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.window import MainWindow
from tests import registers
from tests.domain.facts import rows
from tests.registers import said
from tests.ui import keyboard
from tests.ui.shells import close
from tests.ui.test_office import opened, to_front, windows
from tests.ui.test_plan_by_keys import Hands

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Row = dict[str, str]
RECORD = rows("half_a_day.csv")
ANSWERS = {"Y": KEY.Key_Y, "N": KEY.Key_N, "A": KEY.Key_A}
POSITIONS = {"Y": Answer.IN_FAVOUR, "N": Answer.AGAINST, "A": Answer.ABSTAINING}
AMENDED_TEXT = "A/HRC/32/L.29"
TEXT = "Decides."
TEXTS = {"A/HRC/32/L.2/Rev.1": "1. Condemns.\n2. Deplores.", AMENDED_TEXT: "For human rights defenders, too."}
"""Stand-ins for texts: two paragraphs, one of which is voted on separately, and the words that L.53 would delete."""
AMENDED = {"A/HRC/32/L.52": "As amended.", "A/HRC/32/L.53": "human rights defenders"}
"""The amendments in the order of their numbers, with what each would add or delete."""
NUMBER = re.compile(r"\d+")
LETTERS = 16
"""How many letters of a name are typed at most."""
IN_HALF_A_DAY = 3 * 60 * 60 // 8
"""One key in eight seconds of three hours: nobody is kept from listening."""


def positions(row: Row) -> dict[str, str]:
    """How each State voted: Y, N or A by code; empty where the record has totals only."""
    return dict(one.split(":") for one in row["positions"].split())


def totals(row: Row) -> tuple[int, ...]:
    """How the record says that a vote ended: in favour, against, abstaining."""
    return tuple(int(row[name]) for name in ("in_favour", "against", "abstaining"))


def method_of(row: Row) -> Method:
    """By names where the record has them, else by a count."""
    return Method.RECORDED if row["positions"] else Method.SHOW_OF_HANDS


def title_of(row: TextRow) -> str:
    """The title of a draft, which begins with its symbol in the record."""
    return row.file.proposal.title.en


SPOKEN = ("speak", "point", "move", "in_favour", "against")
"""The acts for which a State takes the floor."""
VOTES = [row for row in RECORD if row["act"] == "vote"]
MEMBERS = frozenset(positions(next(row for row in VOTES if row["positions"])))


def planned(path: Path) -> Path:
    """The Council as it was on these days, today: its members, those others who spoke, two items and two sittings."""
    registers.fresh(path)
    with open_register(path, author="coordinator") as store:
        desk = Secretariat(store)
        others = {row["state"] for row in RECORD if row["state"]} - MEMBERS
        desk.members.admit_founders(sorted(MEMBERS), MembershipKind.MEMBER)
        desk.members.admit_founders(sorted(others), MembershipKind.OBSERVER)
        day = today()
        meeting = Meeting(
            "council", "A/HRC/32", MeetingKind.ANNUAL, 32, day.year, said("Thirty-second session"), day, day,
            said("Geneva"), time_zone="Europe/Zurich",
        )  # fmt: skip
        desk.meetings.save(meeting)
        for position, title in enumerate(("Protection of all human rights", "Situations that require attention")):
            desk.agendas.add(AgendaItem(str(position), "council", position, said(title)))
        for number, hour in ((1, 10), (2, 15)):
            sitting = Sitting(str(number), "council", number, day, datetime.time(hour), datetime.time(hour + 3))
            desk.meetings.save_sitting(sitting)
    return path


class Rapporteur(Hands):
    """Who keeps the record in the room: looks at the screen, and touches nothing but the keyboard."""

    def __init__(self, window: MainWindow, qtbot: QtBot, states: dict[str, State]) -> None:
        super().__init__(window)
        self.window, self._qtbot, self._states = window, qtbot, states
        self._acts: dict[str, Callable[[Row], None]] = {
            "open": self._open, "close": self._close, "turn": self._turn, "speak": self._speak,
            "propose": self._propose, "join": self._join, "agree": self._agree, "withdraw": self._withdraw,
            "amend": self._amend, "divide": self._divide, "point": self._point, "move": self._move,
            "in_favour": self._rise, "against": self._rise, "vote": self._vote,
        }  # fmt: skip

    @property
    def screen(self) -> SessionScreen:
        """What is looked at."""
        assert isinstance(self.window.shown, SessionScreen)
        return self.window.shown

    def go(self) -> None:
        """To the session, by its name."""
        self.key(KEY.Key_K, CTRL)
        self._type("Session")
        self.key(KEY.Key_Return)
        self._qtbot.waitUntil(lambda: isinstance(self.window.shown, SessionScreen), timeout=5000)
        to_front(self.window, self._qtbot)

    def keep(self, row: Row) -> None:
        """Record what happened next."""
        self._acts[row["act"]](row)

    def _type(self, text: str) -> None:
        self.keys += len(text)
        keyboard.write(self.window, text)

    def _state(self, code: str) -> None:
        """A State by the first letters of its name and Enter."""
        name = unicodedata.normalize("NFKD", self._states[code].said_in(catalog(Language.EN)))
        self._type("".join(one for one in name.lower() if one.isascii())[:LETTERS])
        self.key(KEY.Key_Return)
        to_front(self.window, self._qtbot)

    # -- the sitting, and who speaks ---------------------------------------------------------------------------------

    def _open(self, _row: Row) -> None:
        self.key(KEY.Key_F9)
        self.key(KEY.Key_F5, SHIFT)

    def _close(self, _row: Row) -> None:
        self.key(KEY.Key_F9)

    def _turn(self, _row: Row) -> None:
        self.key(KEY.Key_PageDown, CTRL)

    def _speak(self, row: Row) -> None:
        self.key(KEY.Key_F3)
        self._state(row["state"])

    def _point(self, row: Row) -> None:
        """A point of order, to which the Chair gives effect by its letter."""
        self.key(KEY.Key_O, CTRL | SHIFT)
        self._rose(row)
        self.key(KEY.Key_O, CTRL | SHIFT)
        self.key(KEY.Key_Y)

    def _move(self, row: Row) -> None:
        self.key(KEY.Key_M, CTRL | SHIFT)
        for _ in range(list(MotionKind).index(MotionKind(row["text"]))):
            self.key(KEY.Key_Down)
        self.key(KEY.Key_Tab)
        self._rose(row)

    def _rise(self, row: Row) -> None:
        self.key(KEY.Key_F if row["act"] == "in_favour" else KEY.Key_G)
        self._rose(row)

    def _rose(self, row: Row) -> None:
        self._state(row["state"])
        self.key(KEY.Key_Return, CTRL)

    # -- texts -------------------------------------------------------------------------------------------------------

    def _at(self, wanted: Callable[[TextRow], bool]) -> None:
        """Go up or down in the list until the text is chosen."""
        texts = self.screen.room.texts
        place = next(place for place, row in enumerate(texts.rows) if wanted(row))
        while texts.row is None or texts.row.key != texts.rows[place].key:
            self.to("Proposals")
            here = [row.key for row in texts.rows].index(texts.row.key) if texts.row is not None else -1
            self.key(KEY.Key_Down if here < place else KEY.Key_Up)

    def _at_whole(self, row: Row) -> None:
        self._at(lambda one: one.whole and title_of(one).startswith(f"{row['text']} "))

    def _propose(self, row: Row) -> None:
        self.key(KEY.Key_F4)
        self._type(f"{row['text']} {row['words']}")
        self.to("Text, English")
        for place, line in enumerate(TEXTS.get(row["text"], TEXT).split("\n")):
            if place:
                self.key(KEY.Key_Return)
            self._type(line)
        if row["state"]:
            self.to("Proposed by")
            self._state(row["state"])

    def _join(self, row: Row) -> None:
        self.to("Joins the sponsors")
        self._state(row["state"])

    def _agree(self, row: Row) -> None:
        self._at_whole(row)
        self.key(KEY.Key_F7)

    def _withdraw(self, row: Row) -> None:
        self._at_whole(row)
        self.key(KEY.Key_F4, SHIFT)

    def _amend(self, row: Row) -> None:
        """An amendment to the draft above: what it deletes, or what it adds at the end."""
        self._at_whole({"text": AMENDED_TEXT})
        self.key(KEY.Key_F11, CTRL)
        words = AMENDED[row["text"]]
        if row["words"] == "deletes":
            for _ in range(TEXTS[AMENDED_TEXT].index(words)):
                self.key(KEY.Key_Right)
            for _ in words:
                self.key(KEY.Key_Right, SHIFT)
        self.to("Amendment")
        self.key(KEY.Key_Home)
        for _ in range(list(AmendmentAct).index(AmendmentAct(row["words"]))):
            self.key(KEY.Key_Down)
        if row["words"] == "adds":
            self.to("Words proposed")
            self._type(words)
        self.to("Proposed by")
        self._rose(row)

    def _divide(self, row: Row) -> None:
        """A paragraph is to be voted on separately, and nobody objects to that."""
        self._at_whole(row)
        self.key(KEY.Key_F6, SHIFT)
        for _ in range(int(row["words"]) - 1):
            self.key(KEY.Key_Down)
        self.key(KEY.Key_Space)
        self.key(KEY.Key_Return, CTRL)
        self.key(KEY.Key_F7)

    # -- votes -------------------------------------------------------------------------------------------------------

    def _vote(self, row: Row) -> None:
        if row["text"] == "motion":
            self.key(KEY.Key_V)
        else:
            self._put(row)
            self.key(KEY.Key_F7, SHIFT)
            self.key(KEY.Key_F8)
        method, given = method_of(row), positions(row)
        self.to("Method")
        self.key(KEY.Key_Home)
        for _ in range(list(METHODS).index(method)):
            self.key(KEY.Key_Down)
        self.key(KEY.Key_Return, CTRL)
        for _ in given:
            self.key(ANSWERS[given[self.screen.ballots.view.call.stated]])
        for number in () if given else totals(row):
            self._type(str(number))
            self.key(KEY.Key_Return)
        if given or totals(row)[-1]:  # a last number that is not 0 is shown in the result before that is announced
            self.key(KEY.Key_Return)
        assert self.screen.ballots.over, row["text"]
        self.key(KEY.Key_Return)

    def _put(self, row: Row) -> None:
        if row["text"] == "part":
            self._at(lambda one: one.part is not None)
        elif row["text"] in AMENDED:
            number = list(AMENDED).index(row["text"]) + 1
            self._at(lambda one: one.amendment is not None and one.amendment.amendment.number == number)
        else:
            self._at_whole(row)


def test_half_a_day_of_the_human_rights_council_is_recorded_by_keys(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    register = planned(tmp_path / "council.nmirf")
    application = Application(shell)
    window = opened(application, register, qtbot)
    with open_register(register, author="reader", read_only=True) as store:
        states = dict(Secretariat(store).states.on(today()))
    rapporteur = Rapporteur(window, qtbot, states)
    rapporteur.go()
    for row in RECORD:
        rapporteur.keep(row)
    close(application)
    assert windows() == []
    with open_register(register, author="reader", read_only=True) as store:
        desk = Secretariat(store)
        check_the_floor(desk)
        check_the_votes(desk)
        check_the_texts(desk)
        check_the_papers(desk, states)
        with store.read() as session:
            assert verify(session).faults == ()
    assert rapporteur.keys < IN_HALF_A_DAY


def check_the_floor(desk: Secretariat) -> None:
    """Who spoke, in their order, on what; both sittings were opened and closed."""
    heard = [one.state for one in desk.sittings.interventions("council")]
    assert heard == [row["state"] for row in RECORD if row["act"] in SPOKEN]
    (point,), (file,) = desk.motions.points("council"), desk.motions.files("council")
    assert (point.point.state, point.point.ruling) == (file.motion.state, Ruling.UPHELD)
    spoke = {"in_favour": [one.state for one in file.in_favour], "against": [one.state for one in file.against]}
    assert spoke == {act: [row["state"] for row in RECORD if row["act"] == act] for act in spoke}
    assert file.motion.kind is MotionKind.ADJOURN_DEBATE
    assert file.outcome is Outcome.NOT_ADOPTED
    assert all(one.opened_at and one.closed_at for one in desk.sittings.all("council"))


def check_the_votes(desk: Secretariat) -> None:
    """Electorate, method, totals, outcome and lists, vote by vote."""
    held = desk.voting.votes("council")
    assert len(held) == len(VOTES)
    for row, vote in zip(VOTES, held, strict=True):
        tally = desk.voting.board(vote.key).tally
        assert set(vote.entitled) == MEMBERS
        assert vote.method is method_of(row)
        assert (tally.in_favour, tally.against, tally.abstaining) == totals(row), row["text"]
        assert tally.outcome is (Outcome.ADOPTED if tally.in_favour > tally.against else Outcome.NOT_ADOPTED)
        given = {one.iso3: answer for one, answer in desk.voting.board(vote.key).answers}
        assert given == {code: POSITIONS[letter] for code, letter in positions(row).items()}


def check_the_texts(desk: Secretariat) -> None:
    """What became of each text: adopted without a vote or by it, withdrawn, amended or not, a part retained."""
    files = desk.proposals.all("council")
    proposed = [row for row in RECORD if row["act"] == "propose"]
    assert [file.proposal.sponsor for file in files] == [row["state"] for row in proposed]
    modes = {row["text"]: Mode.CONSENSUS for row in RECORD if row["act"] == "agree"}
    modes |= {row["text"]: Mode.VOTE for row in VOTES}
    for row, file in zip(proposed, files, strict=True):
        decided = file.decision.mode if file.decision is not None else None
        assert decided is modes.get(row["text"]), row["text"]
        assert (file.proposal.withdrawn_at is not None) is (decided is None)
        assert file.proposal.text.en == TEXTS.get(row["text"], TEXT), "no amendment was adopted, the part retained"
    joined = [row["state"] for row in RECORD if row["act"] == "join"]
    assert [one.state for file in files for one in file.sponsors if one.amendment is None] == joined
    (amended,) = [one for one in files if one.amendments]
    assert [one.amendment.sponsor for one in amended.amendments] == ["RUS", "RUS"]
    assert [one.standing for one in amended.amendments] == [Standing.REJECTED, Standing.REJECTED]
    (divided,) = [one for one in files if one.motions]
    assert [part.standing for part in divided.motions[0].parts] == [Standing.ADOPTED]


def check_the_papers(desk: Secretariat, states: dict[str, State]) -> None:
    """The voting record and the minutes say the totals and the lists of the record, in each language."""
    voting, minutes = (
        desk.papers.contents(desk.papers.request(Asked(kind, symbol="A/HRC/32"), today()))[0].paper
        for kind in (DocumentKind.VOTING_RECORD, DocumentKind.MINUTES)
    )
    assert isinstance(voting, RecordPaper)
    assert isinstance(minutes, MinutesPaper)
    assert len(voting.sections) == len(VOTES)
    in_minutes = [block for section in minutes.sections for block in section.blocks if isinstance(block, VoteBlock)]
    for row, section, vote in zip(VOTES, voting.sections, in_minutes, strict=True):
        columns = [block for block in section.blocks if isinstance(block, StateColumns)]
        said_there = [block.text for block in section.blocks if isinstance(block, Para)]
        for tongue in Language:
            words, numbers = catalog(tongue), sorted(map(str, totals(row)))
            assert any(sorted(NUMBER.findall(text.read(tongue).text)[-3:]) == numbers for text in said_there)
            assert sorted(NUMBER.findall(vote.sentence.read(tongue).text)[-3:]) == numbers
            voted = [
                {states[code].said_in(words) for code, letter in positions(row).items() if letter == wanted}
                for wanted in ANSWERS
            ]
            lists = [{name.read(tongue).text for name in block.names} for block in columns]
            assert lists == (voted if positions(row) else [])
            assert [{name.read(tongue).text for name in one.names} for one in vote.lists] == lists
