"""The list of the invited: its columns and its filters, and who is expected, as a chart and in numbers."""

import datetime
from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.guests import GuestLine, Guests
from nmirf_desktop.domain.invitations import (
    ANSWER_LABELS,
    CAPACITY_LABELS,
    FORM_LABELS,
    OF_STATES,
    Capacity,
    answer_awaited,
)
from nmirf_desktop.domain.participants import Answer
from nmirf_desktop.domain.states import RegionalGroup, found_by
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.groups import group_letters, group_name, group_whole
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.parts_chart import PartsOf
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone

ANSWER_MARKS = {
    Answer.AWAITED: Mark("circle-dashed", Tone.ATTENTION),
    Answer.ATTENDS: Mark("circle-check", Tone.GOOD),
    Answer.ONLINE: Mark("presentation", Tone.GOOD),
    Answer.APOLOGIES: Mark("minus", Tone.MUTED),
}
"""The shape and tone of each answer."""


def answer_word(answer: Answer, words: Catalog) -> str:
    """An answer as its word."""
    return words.gettext(ANSWER_LABELS[answer])


def capacity_word(capacity: Capacity, words: Catalog) -> str:
    """As what somebody is invited, as its word."""
    return words.gettext(CAPACITY_LABELS[capacity])


def _name(line: GuestLine, words: Catalog) -> str:
    return line.said_in(words)


def _group(line: GuestLine) -> RegionalGroup | None:
    return line.state.group if line.state is not None else None


def _group_said(line: GuestLine, words: Catalog) -> str:
    return group_name(_group(line), words) if line.state is not None else ""


def _day(day: datetime.date | None, words: Catalog) -> str:
    return words.short_date(day) if day is not None else ""


def _unsent(line: GuestLine, words: Catalog) -> str:
    """What stands in the place of the day on which an invitation was sent, where that is not recorded."""
    if line.invitee.answer is Answer.AWAITED:
        return words.gettext("prepared")
    return words.pgettext("sending of an invitation", "not recorded")


def _order(day: datetime.date | None) -> int:
    return day.toordinal() if day is not None else 0


def _head(line: GuestLine, words: Catalog) -> str:
    return line.head.label(words.language) if line.head is not None else ""


def _tongue(line: GuestLine, _words: Catalog) -> str:
    return NAMES[line.written_in]


COLUMNS: tuple[Column[GuestLine], ...] = (
    Column(
        N_("Name"),
        _name,
        lambda line, words: words.sort_key(_name(line, words)),
        also=lambda line: found_by(line.state) if line.state is not None else "",
        stretch=True,
    ),
    Column(
        N_("Invited as"),
        lambda line, words: capacity_word(line.capacity, words),
        lambda line, _words: list(Capacity).index(line.capacity),
        least=8,
    ),
    Column(
        N_("Answer"),
        lambda line, words: answer_word(line.invitee.answer, words),
        lambda line, _words: list(Answer).index(line.invitee.answer),
        mark=lambda line: ANSWER_MARKS[line.invitee.answer],
        least=16,
    ),
    Column(
        N_("Persons"),
        lambda line, words: words.number(len(line.delegation)) if line.delegation else "",
        lambda line, _words: len(line.delegation),
        right=True,
        cell=lambda line, _words: len(line.delegation) or None,
    ),
    Column(
        N_("Invited on"),
        lambda line, words: _day(line.invitee.invited_on, words) or _unsent(line, words),
        lambda line, _words: _order(line.invitee.invited_on),
        cell=lambda line, _words: line.invitee.invited_on,
        spare=True,
    ),
    Column(
        N_("Answered on"),
        lambda line, words: _day(line.invitee.answered_on, words),
        lambda line, _words: _order(line.invitee.answered_on),
        cell=lambda line, _words: line.invitee.answered_on,
        spare=True,
    ),
    Column(N_("Head of delegation"), _head, least=12, spare=True),
    Column(
        N_("Group"),
        _group_said,
        mark=lambda line: Mark("circle", region=_group(line)) if _group(line) is not None else None,
        whole=lambda line, words: group_whole(_group(line), words) if line.state is not None else "",
        brief=lambda line, words: group_letters(_group(line), words) if line.state is not None else "",
        least=4,
        spare=True,
    ),
    Column(N_("Written to in"), _tongue, spare=True),
    Column(N_("Reference"), lambda line, _words: line.invitee.reference, least=8, spare=True),
    Column(N_("E-mail"), lambda line, _words: "; ".join(line.emails), hidden=True),
    Column(N_("Form"), lambda line, words: words.gettext(FORM_LABELS[line.invitee.form]), hidden=True),
    Column(N_("Reference of the answer"), lambda line, _words: line.invitee.answer_reference, hidden=True),
    Column(N_("Code"), lambda line, _words: line.state.iso3 if line.state is not None else "", hidden=True),
)
"""The columns of the invited."""


class Lacks(StrEnum):
    """What of an invitation may be missing."""

    ADDRESS = "address"
    SENDING = "sending"
    ANSWER = "answer"
    DELEGATION = "delegation"


LACKS_LABELS = {
    Lacks.ADDRESS: N_("Without e-mail address"),
    Lacks.SENDING: N_("Prepared, not sent"),
    Lacks.ANSWER: N_("Invited, no answer yet"),
    Lacks.DELEGATION: N_("Attend, nobody named"),
}


def lacks(line: GuestLine, what: Lacks) -> bool:
    """Whether something is missing of an invitation."""
    match what:
        case Lacks.ADDRESS:
            return line.lacks_address
        case Lacks.SENDING:
            return line.invitee.invited_on is None and line.invitee.answer is Answer.AWAITED
        case Lacks.ANSWER:
            return answer_awaited(line.invitee)
        case Lacks.DELEGATION:
            return line.invitee.answer in (Answer.ATTENDS, Answer.ONLINE) and not line.delegation


class Filters(QWidget):
    """Whom the list shows; ``changed`` is emitted by a choice."""

    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.capacity: ChoiceField[Capacity] = ChoiceField(
            language, list(Capacity), capacity_word, none=N_("All who are invited")
        )
        self.answer: ChoiceField[Answer] = ChoiceField(language, list(Answer), answer_word, none=N_("All answers"))
        self.group: ChoiceField[RegionalGroup] = ChoiceField(
            language, list(RegionalGroup), group_name, none=N_("All groups")
        )
        self.lacking: ChoiceField[Lacks] = ChoiceField(
            language,
            list(Lacks),
            lambda one, words: words.gettext(LACKS_LABELS[one]),
            none=N_("Complete and incomplete"),
        )
        self._each = (self.capacity, self.answer, self.group, self.lacking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(*self._each))
        for field in self._each:
            field.edited.connect(self.changed)
        self.retranslate()

    def matching(self, lines: Iterable[GuestLine]) -> list[GuestLine]:
        """The lines that belong to what was chosen."""
        capacity, answer = self.capacity.value(), self.answer.value()
        group, lacking = self.group.value(), self.lacking.value()
        return [
            line
            for line in lines
            if capacity in (None, line.capacity)
            and answer in (None, line.invitee.answer)
            and group in (None, _group(line))
            and (lacking is None or lacks(line, lacking))
        ]

    def show_all(self) -> None:
        """Take every filter away."""
        for field in self._each:
            field.load(None, over=True)

    def retranslate(self) -> None:
        """Say the filters' names again."""
        words = self._language.words
        self.capacity.set_accessible(words.gettext("Invited as"), "")
        self.answer.set_accessible(words.gettext("Answer"), "")
        self.group.set_accessible(words.gettext("Regional group"), "")
        self.lacking.set_accessible(words.gettext("What is missing"), "")


def expected_rows(guests: Guests, words: Catalog) -> Sequence[PartsOf]:
    """A bar for the members of each regional group, then for observers, other States and partners."""
    found: dict[str, list[GuestLine]] = {}
    groups = [*RegionalGroup, None]
    members = [line for line in guests.lines if line.capacity is Capacity.MEMBER]
    for group in groups:
        found[group_name(group, words) if group else words.gettext("In no regional group")] = [
            line for line in members if _group(line) is group
        ]
    rest = [line for line in guests.lines if line.capacity is not Capacity.MEMBER]
    found[words.gettext("Observers")] = [line for line in rest if line.capacity is Capacity.OBSERVER]
    found[words.gettext("Other States")] = [line for line in rest if line.capacity is Capacity.OTHER_STATE]
    found[words.gettext("Partners")] = [line for line in rest if line.capacity not in OF_STATES]
    briefs = {group_name(group, words): group_letters(group, words) for group in RegionalGroup}
    return [
        PartsOf(
            label,
            {answer: sum(line.invitee.answer is answer for line in lines) for answer in Answer},
            briefs.get(label, ""),
        )
        for label, lines in found.items()
    ]


def numbers_said(guests: Guests, words: Catalog) -> str:
    """How many persons come into the room and online, and how many answers are awaited: for who prepares the room.

    Of whom nobody is named yet stands in a line of its own.
    """
    found = guests.expected()
    room = words.ngettext("{n} person in the room", "{n} persons in the room", found.in_room)
    far = words.ngettext("{n} person online", "{n} persons online", found.online)
    parts = [room.format(n=words.number(found.in_room)), far.format(n=words.number(found.online))]
    if awaited := len(guests.awaited):
        said = words.ngettext("{n} answer awaited", "{n} answers awaited", awaited)
        parts.append(said.format(n=words.number(awaited)))
    lines = [" · ".join(parts)]
    if found.unnamed:
        said = words.ngettext(
            "{n} delegation attending has named nobody yet: it counts as one person.",
            "{n} delegations attending have named nobody yet: each counts as one person.",
            found.unnamed,
        )
        lines.append(said.format(n=words.number(found.unnamed)))
    return "\n".join(lines)
