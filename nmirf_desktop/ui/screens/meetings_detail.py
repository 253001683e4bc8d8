"""The right side of Meetings: the milestones, the meeting itself, its sittings, its agenda, and what is not ready."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from nmirf_desktop.domain.drafting_officers import elected_in_room
from nmirf_desktop.domain.election_board import Name
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.officers import Officer
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.reckoning import Reckoned
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.meeting_texts import TopicText
from nmirf_desktop.services.meetings import MeetingPlan
from nmirf_desktop.services.readiness import Unready
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens import meetings_milestones as milestones
from nmirf_desktop.ui.screens import meetings_ready as ready
from nmirf_desktop.ui.screens.meetings_form import MeetingForm
from nmirf_desktop.ui.screens.meetings_milestones import MilestoneRows
from nmirf_desktop.ui.screens.meetings_officers import Elections
from nmirf_desktop.ui.screens.meetings_sending import AgreementForm, Sending, notice_row
from nmirf_desktop.ui.screens.meetings_sittings import SittingRows
from nmirf_desktop.ui.screens.meetings_texts import TopicRows
from nmirf_desktop.ui.strip import Milestone, MilestoneStrip
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style


@dataclass(frozen=True, slots=True)
class Planned:
    """Everything that the detail shows of a meeting on a day; *in_room* are the officers elected there."""

    plan: MeetingPlan
    milestones: tuple[Reckoned, ...]
    texts: tuple[TopicText, ...]
    unready: tuple[Unready, ...]
    states: Mapping[StateCode, State]
    on: datetime.date
    locked: bool
    in_room: Mapping[Officer, Name] = field(default_factory=dict)


def read(desk: Secretariat, meeting: Key, on: datetime.date) -> Planned:
    """Read all of it; ``LookupError`` where there is no such meeting."""
    return Planned(
        desk.meetings.plan(meeting, on),
        desk.milestones.of(meeting),
        desk.meeting_texts.of(meeting, on),
        desk.readiness.of(meeting),
        desk.states.on(on),
        on,
        desk.meetings.read_only,
        dict(elected_in_room(desk.elections.all(meeting))),
    )


def on_strip(found: Sequence[Reckoned], meeting: Meeting, on: datetime.date, words: Catalog) -> list[Milestone]:
    """The milestones with the first and the last day of the meeting."""
    days = [Milestone("opens", words.gettext("Opening"), meeting.opens_on)]
    if meeting.closes_on > meeting.opens_on:
        days.append(Milestone("closes", words.gettext("Closing"), meeting.closes_on))
    return [*milestones.on_strip(found, on, words), *days]


class MeetingDetail(DetailPane):
    """Shows a meeting; what is edited is handed on by its parts. ``asked`` carries a place."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage, planned: MilestoneRows, texts: TopicRows) -> None:
        super().__init__(language)
        self.strip = MilestoneStrip(language)
        self.milestones, self.texts = planned, texts
        self.form = MeetingForm(language)
        self.sittings = SittingRows(language)
        self.agreement = AgreementForm(language)
        self.sending = Sending(language)
        self.elections = Elections(language)
        self.notice = FactRows(language)
        self._agenda = FactRows(language)
        self._count = QLabel(wordWrap=True)
        self._unready = FactRows(language)
        self.fill, self.more, self.record, self.elect = (QPushButton() for _button in range(4))
        self._arrange()
        for rows in (self._agenda, self._unready, self.texts, self.sending.dispatches, self.elections.officers):
            rows.asked.connect(self.asked)
        for card in (texts.card, planned.card):
            card.begun.connect(partial(self.bring_in, card))

    def _arrange(self) -> None:
        self.add(self.notice)
        gap = QWidget()
        gap.setFixedHeight(STEP * 3)
        self.add(gap)
        self.add(self.form)
        planned = self.section(N_("Milestones"))
        sittings = self.section(N_("Sittings"))
        agenda = self.section(N_("Agenda and its sending"))
        invitation = self.section(N_("Invitation and information"))
        officers = self.section(N_("Officers of the meeting"))
        unready = self.section(N_("Not ready for this meeting"))
        for button in (self.fill, self.more, self.record, self.elect):
            role(button, "link")
        planned.add(self.strip)
        planned.add(self.milestones)
        sittings.add(self.sittings)
        sittings.add(SideBySide(self.fill, self.more))
        for widget in (self._agenda, self.agreement, self.sending, SideBySide(self.record)):
            agenda.add(widget)
        invitation.add(self.texts)
        officers.add(self.elections)
        officers.add(SideBySide(self.elect))
        style(self._count, Type.BODY, Tone.MUTED)
        unready.add(self._count)
        unready.add(self._unready)

    def load(self, shown: Planned | None) -> None:
        """Show a meeting, or nothing."""
        if (body := self.widget()) is not None:
            body.setVisible(shown is not None)
        if shown is None:
            return
        words, plan = self._language.words, shown.plan
        meeting = plan.meeting
        if meeting.key != self.form.key:
            self.verticalScrollBar().setValue(0)  # another meeting is read from its heading on
        place = meeting.place[words.language]
        days = words.date_range(meeting.opens_on, meeting.closes_on)
        self.head(
            meeting.title[words.language] or meeting.symbol,
            " · ".join(part for part in (meeting.symbol, days, place) if part),
        )
        self.milestones.load(meeting, shown.milestones, shown.on, locked=shown.locked)
        self.strip.show_milestones(on_strip(shown.milestones, meeting, shown.on, words), shown.on)
        self.form.load(meeting)
        self.sittings.load(plan, locked=shown.locked)
        self.agreement.load(meeting)
        self.texts.load(meeting, shown.texts, shown.on, locked=shown.locked)
        self.notice.show_rows([notice_row(plan, shown.on, shown.states, words)])
        self.sending.load(plan, shown.states, locked=shown.locked)
        self.elections.load(plan, shown.in_room, shown.states, locked=shown.locked)
        self._agenda.show_rows([_agenda_row(plan, words)])
        self._count.setText(ready.count_line(shown.unready, words))
        self._unready.show_rows(ready.rows(shown.unready, words))
        self._unready.setVisible(bool(shown.unready))
        self._lock(shown.locked)

    def _lock(self, locked: bool) -> None:
        for form in (self.form, self.agreement):
            form.set_read_only(locked)
        for button in (self.fill, self.more, self.record, self.elect):
            button.setEnabled(not locked)

    def reveal(self, key: str) -> bool:
        """Go to the part of a name in a place, such as "!agreed"; false where the key is another one."""
        parts: dict[str, QWidget] = {
            "!agreed": self.agreement.agreed, "!adopted": self.agreement.adopted, "!election": self.elect,
            "!unopened": self.sittings.clear,
        }  # fmt: skip
        part = parts.get(key)
        if part is None or not part.isVisibleTo(self):
            return part is not None
        self.bring_in(part)
        if part is self.elect:
            self.elect.click()
        else:
            part.setFocus()
        return True


def _agenda_row(plan: MeetingPlan, words: Catalog) -> FactRow:
    """How many items the agenda has, as a link to it."""
    place = Place("agenda", plan.meeting.key)
    if not plan.items:
        link = Link(words.gettext("Begin the agenda"), place)
        return FactRow((words.gettext("The agenda has no items yet."), " ", link), mark=Mark("list-ordered"))
    count = len(plan.items)
    said = words.ngettext("Agenda: {n} item", "Agenda: {n} items", count).format(n=count)
    return FactRow((Link(said, place),), mark=Mark("list-ordered"))
