"""What is written down of an activity: what, when, which objectives it served, who took part, and what came of it."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.activities import Activity, ActivityKind, ActivityLine, TakingPart
from nmirf_desktop.domain.attachments import Filing, NewFile
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.activities import Nameable
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import ChoiceField, DateField, TextField, TrilingualField
from nmirf_desktop.ui.file_field import FileField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.meeting_field import meeting_name
from nmirf_desktop.ui.namesfield import NamesField
from nmirf_desktop.ui.objectives import ObjectivesField
from nmirf_desktop.ui.screens.activities_list import attendee_said, kind_word
from nmirf_desktop.ui.severalfield import SeveralField

ONE_EACH = N_("One a line: a State by any of its names, or a partner of the register; two letters offer them.")
Recognise = Callable[[Iterable[str]], tuple[TakingPart, ...]]
"""Tells who is meant by names; raises ``Problem`` for one that is nobody's."""


def several_names(text: str) -> tuple[str, ...]:
    """Names, one a line or parted by semicolons, each once."""
    parts = (" ".join(part.split()) for line in text.splitlines() for part in line.split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class Written:
    """An activity as the fields say it, with who took part and the files that came with it."""

    activity: Activity
    parts: tuple[TakingPart, ...]
    files: tuple[NewFile, ...]


class ActivityForm(Form):
    """An activity. What is known first comes first: its name, its days, its objectives, who was there."""

    def __init__(self, language: CurrentLanguage, recognise: Recognise) -> None:
        super().__init__(language)
        self._held: Activity | None = None
        self._recognise = recognise
        self.name, self.place = TrilingualField(language), TrilingualField(language)
        self.kind: ChoiceField[ActivityKind] = ChoiceField(language, list(ActivityKind), kind_word)
        self.begins, self.ends = DateField(language), DateField(language)
        self.objectives = ObjectivesField(language)
        self.hosts = NamesField(language, several_names, self._check)
        self.participants = NamesField(language, several_names, self._check)
        self.tongues: SeveralField[Language] = SeveralField(
            language, list(Language), lambda one, _words: NAMES[one], beside=True
        )
        self.result = TrilingualField(language, lines=2)
        self.meeting: ChoiceField[Meeting] = ChoiceField(
            language, [], meeting_name, none=N_("At no meeting of the Network")
        )
        self.note = TextField(language, long=True)
        self.files = FileField(language, Filing.OTHER)
        self._add()

    def _add(self) -> None:
        self.add("title", N_("Title"), self.name, needed=True)
        self.add("kind", N_("Kind"), self.kind)
        self.add("begins_on", N_("First day"), self.begins, needed=True)
        self.add("ends_on", N_("Last day"), self.ends, N_("Empty: it was over on the same day."))
        self.add(
            "objectives", N_("Objectives"), self.objectives, N_("Of the Network, which the activity served (R42).")
        )
        self.add("hosts", N_("Hosts"), self.hosts, ONE_EACH)
        self.add("participants", N_("Participants"), self.participants, ONE_EACH)
        self.add(
            "place", N_("Place"), self.place,
            N_("A city or a State that is known is named in all three languages at once."),
        )  # fmt: skip
        self.add("languages", N_("Languages"), self.tongues)
        self.add("result", N_("Result"), self.result, N_("What came of it: the annual review tells it."))
        self.add("meeting", N_("Meeting"), self.meeting)
        self.add("note", N_("Note"), self.note, N_("For the secretariat alone; no document prints it."))
        self.add("files", N_("Files"), self.files)

    def _check(self, names: Iterable[str]) -> None:
        self._recognise(names)

    def offer(self, several: Iterable[Nameable]) -> None:
        """Who may be named as host or participant."""
        known = tuple(several)
        for field in (self.hosts, self.participants):
            field.offer(known)

    @property
    def names_nobody(self) -> bool:
        """Whether a host or participant that was typed is nobody known."""
        return any(field.fault is not None for field in (self.hosts, self.participants))

    def load(self, line: ActivityLine | None, on: datetime.date, meetings: Iterable[Meeting]) -> None:
        """An activity as it stands, or a new one of a day, with the meetings at which it may have taken place."""
        self._held = line.activity if line is not None else None
        one = self._held or Activity("", ActivityKind.WORKSHOP, Trilingual(), on, on)
        self.name.load(one.title, over=True)
        self.kind.load(one.kind, over=True)
        self.begins.load(one.begins_on, over=True)
        self.ends.load(one.ends_on if one.ends_on != one.begins_on else None, over=True)
        self.objectives.load(one.objectives, over=True)
        attendees = line.attendees if line is not None else ()
        for field, host in ((self.hosts, True), (self.participants, False)):
            there = (attendee_said(other, self.language.words) for other in attendees if other.part.host is host)
            field.load(tuple(there), over=True)
        self.place.load(one.place, over=True)
        self.tongues.load(one.languages, over=True)
        self.result.load(one.result, over=True)
        self.meeting.set_values(sorted(meetings, key=lambda known: known.opens_on, reverse=True))
        chosen = (known for known in self.meeting.values if known is not None and known.key == one.meeting)
        self.meeting.load(next(chosen, None), over=True)
        self.note.load(one.note, over=True)
        self.files.load((), over=True)

    def value(self) -> Written:
        """The activity as the fields say it.

        Raises:
            Problem: it has no first day, or somebody who took part is not known.
        """
        begins, meeting = given(self.begins, "begins_on"), self.meeting.value()
        held = self._held or Activity("", ActivityKind.OTHER, Trilingual(), begins, begins)
        one = replace(
            held,
            kind=self.kind.value() or ActivityKind.OTHER,
            title=self.name.value(),
            begins_on=begins,
            ends_on=self.ends.value() or begins,
            place=self.place.value(),
            languages=self.tongues.value(),
            objectives=self.objectives.value(),
            result=self.result.value(),
            meeting=meeting.key if meeting is not None else None,
            note=self.note.value(),
        )
        hosts = self._named("hosts", self.hosts)
        known = {(other.state, other.partner) for other in hosts}
        others = [other for other in self._named("participants", self.participants)
                  if (other.state, other.partner) not in known]  # fmt: skip
        return Written(one, (*(replace(other, host=True) for other in hosts), *others), self.files.value())

    def _named(self, name: str, field: NamesField) -> tuple[TakingPart, ...]:
        try:
            return self._recognise(field.value())
        except Problem as problem:
            problem.field_name = name
            raise
