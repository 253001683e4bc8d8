"""Which minutes, how far they have come, and the steps that end something: circulation and approval."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import CORRECTION_DAYS, ApprovalWay, Circulation, Minutes, MinutesState
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.redrafting import SAID_HERE
from nmirf_desktop.domain.unsettled import Unsettled
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.approvals import Approving
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fact_rows import Shape
from nmirf_desktop.ui.fields import ChoiceField, DateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.keys_in_force import with_keys_in_force
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.meeting_field import MeetingField
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.minutes_rows import comments_said
from nmirf_desktop.ui.theme import STEP, Tone, Type, style
from nmirf_desktop.ui.unsettled import unsettled_said

NO_LONGER = N_(
    "Approved minutes are no longer changed. Only a language in which a text is missing can be completed afterwards."
)
CIRCULATE, CIRCULATE_AGAIN = N_("Circulate"), N_("Circulate a revised version")
Noted = Callable[[Meeting, datetime.date], datetime.date]
"""Gives the day of what a meeting does, noted on a day."""
CORRECTIONS = datetime.timedelta(days=CORRECTION_DAYS)
AS_ENDED = N_("As the period for corrections ended; or by the meeting whose agenda has an item on them.")
MARKS = {
    None: Mark("circle-dashed", Tone.MUTED),
    MinutesState.DRAFT: Mark("pencil", Tone.ATTENTION),
    MinutesState.CIRCULATED: Mark("send", Tone.ATTENTION),
    MinutesState.APPROVED: Mark("circle-check", Tone.GOOD),
}


def state_name(minutes: Minutes | None, words: Catalog) -> str:
    """How far minutes have come, in one or two words."""
    if minutes is None:
        return words.pgettext("state of minutes", "Not begun")
    match minutes.state:
        case MinutesState.DRAFT:
            return words.pgettext("state of minutes", "Draft")
        case MinutesState.CIRCULATED:
            return words.pgettext("state of minutes", "Circulated")
        case MinutesState.APPROVED:
            return words.pgettext("state of minutes", "Approved")


def state_said(minutes: Minutes | None, words: Catalog, approving: Iterable[Approving] = ()) -> str:
    """What the state means, with its dates; *approving* are the items under which a meeting may approve."""
    if minutes is None:
        return words.gettext("Nobody has begun the minutes of this meeting.")
    prevailing = words.gettext("Prevailing language: {language}.").format(
        language=words.language_name(minutes.prevailing)
    )
    if minutes.approved_on is not None:
        return f"{_approved_said(minutes, words, approving)} {prevailing}"
    if minutes.circulated_on is not None and minutes.corrections_until is not None:
        said = words.gettext("Circulated on {date}; members correct their own statements until {until}.").format(
            date=words.date(minutes.circulated_on), until=words.date(minutes.corrections_until)
        )
        return f"{said} {prevailing}"
    return words.gettext("What nobody changed follows what was recorded; what a person wrote stays.")


def _approved_said(minutes: Minutes, words: Catalog, approving: Iterable[Approving]) -> str:
    """How and when minutes were approved."""
    date = "" if minutes.approved_on is None else words.date(minutes.approved_on)
    by = next((one for one in approving if one.item.item.key == minutes.item), None)
    if by is not None:
        said = words.gettext("Approved on {date} by {meeting}, under item {n}; a corrigendum is a document of its own.")
        return said.format(date=date, meeting=by.meeting.symbol, n=by.item.reference(words.language))
    if minutes.way is ApprovalWay.DEEMED:
        said = words.gettext(
            "Deemed approved on {date}; they can only be read. A corrigendum is a document of its own."
        )
    else:
        said = words.gettext("Approved on {date}; they can only be read. A corrigendum is a document of its own.")
    return said.format(date=date)


class StateBar(QWidget):
    """The meeting, to choose, and the state of its minutes as shape and word."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.meeting = MeetingField(language)
        self.word, self.said = QLabel(), QLabel(wordWrap=True)
        style(self.said, Type.BODY, Tone.MUTED)
        self.comments, self.asked = QLabel(), QLabel()
        for label in (self.comments, self.asked):
            style(label, Type.BODY, Tone.ATTENTION)
            label.hide()
        self._told: tuple[Minutes | None, int, tuple[Approving, ...], Catalog, Phrase] | None = None
        self._shape: Shape | None = None
        top = QHBoxLayout()
        top.setSpacing(STEP * 3)
        self.meeting.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        top.addWidget(self.meeting)
        self._state = QHBoxLayout()
        self._state.setSpacing(STEP)
        self._state.addWidget(self.word)
        top.addLayout(self._state)
        top.addWidget(self.comments)
        top.addWidget(self.asked)
        top.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(top)
        column.addWidget(self.said)

    def show_asked(self, number: int) -> None:
        """Say how many requests for correction wait for a decision."""
        words = self._language.words
        said = words.ngettext("{n} open request for correction", "{n} open requests for correction", number)
        self.asked.setText(said.format(n=words.number(number)))
        self.asked.setVisible(number > 0)

    def load(
        self,
        minutes: Minutes | None,
        comments: int = 0,
        approving: Iterable[Approving] = (),
        behind: Phrase = NOTHING_TO_SAY,
    ) -> None:
        """Show the state of minutes, ``None`` where nobody began them, and how many comments are open.

        *behind* says that what was recorded since is not in their text.
        """
        words = self._language.words
        told = (minutes, comments, tuple(approving), words, behind)
        if told == self._told:
            return
        self._told = told
        self.comments.setText(comments_said(comments, words))
        self.comments.setVisible(comments > 0)
        mark, word = MARKS[minutes.state if minutes else None], state_name(minutes, words)
        if self._shape is not None:
            self._state.removeWidget(self._shape)
            self._shape.hide()
            self._shape.deleteLater()
        self._shape = Shape(mark, word)
        self._state.insertWidget(0, self._shape)
        self.word.setText(word)
        style(self.word, Type.HEADING, mark.tone)
        said = state_said(minutes, words, approving)
        if behind:
            here = replace(behind, message=SAID_HERE.get(behind.message, behind.message))
            late = with_keys_in_force(here.said_in(words), words)
            said = late if minutes is not None and minutes.state is MinutesState.DRAFT else f"{said} {late}"
        self.said.setText(said)
        style(self.said, Type.BODY, Tone.ATTENTION if behind else Tone.MUTED)
        self.meeting.set_accessible(words.gettext("Minutes of the meeting"), "")


def _own_name(language: Language, _words: Catalog) -> str:
    return NAMES[language]


class CirculationForm(Form):
    """The day, the last day for corrections, and the language that prevails."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on, self.until = DateField(language), DateField(language)
        self.prevailing: ChoiceField[Language] = ChoiceField(language, list(Language), _own_name)
        self.add("on", N_("Circulated on"), self.on)
        self.add("corrections_until", N_("Corrections until"), self.until)
        self.add(
            "prevailing", N_("Prevailing language"), self.prevailing,
            N_("Printed at the head as the original; the other two are its translations."),
        )  # fmt: skip

    def load(self, on: datetime.date, prevailing: Language) -> None:
        """A circulation of a day."""
        self.on.load(on, over=True)
        self.until.load(on + CORRECTIONS, over=True)
        self.prevailing.load(prevailing, over=True)

    def value(self) -> Circulation:
        """What the fields say; a :class:`Problem` where a day is empty."""
        until = given(self.until, "corrections_until")
        return Circulation(given(self.on), until, self.prevailing.value() or Language.EN)


def _item_name(one: Approving, words: Catalog) -> str:
    """An item with its meeting: "NMIRF/2028, item 3"."""
    said = words.pgettext("meeting and item", "{meeting}, item {n}")
    return said.format(meeting=one.meeting.symbol, n=one.item.reference(words.language))


class ApprovalForm(Form):
    """How minutes are approved, and the day; where the room of a meeting came to their item, that is offered first."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.item = ChoiceField[Approving](language, [], _item_name, none=N_("Deemed approved"))
        self.on = DateField(language)
        self.add("item", N_("How"), self.item, AS_ENDED)
        self.add("on", N_("Approved on"), self.on)

    def load(self, on: datetime.date, approving: Sequence[Approving], noted: Noted) -> None:
        """An approval of a day; by a meeting, of the day as it is *noted* there."""
        self.item.set_values(approving)
        reached = next((one for one in approving if one.reached), None)
        self.item.load(reached, over=True)
        self.on.load(on if reached is None else min(noted(reached.meeting, on), reached.meeting.closes_on), over=True)

    def chosen(self) -> Key | None:
        """The item under which a meeting approved them."""
        chosen = self.item.value()
        return None if chosen is None else chosen.item.item.key


class Steps:
    """The cards: the first circulation, the circulation of a revised version, the approval."""

    def __init__(self, language: CurrentLanguage) -> None:
        self._language = language
        self.circulation = Draft(
            N_("Circulate the minutes"), CIRCULATE, lambda: self.circulation_form, language,
            N_(
                "They go to the members, who correct their own statements. From then on what is recorded anew is only "
                "offered beside the text."
            ),
        )  # fmt: skip
        self.revision = Draft(
            CIRCULATE_AGAIN, CIRCULATE, lambda: self.revision_form, language,
            N_("It takes the place of the version that the members have; its days are counted anew."),
        )  # fmt: skip
        self.approval = Draft(
            N_("Approve the minutes"), N_("Approve"), lambda: self.approval_form, language,
            N_("From then on they can only be read."),
        )  # fmt: skip

    @cached_property
    def circulation_form(self) -> CirculationForm:
        """That of the first circulation, made when it is first asked for, as the others are."""
        return CirculationForm(self._language)

    @cached_property
    def revision_form(self) -> CirculationForm:
        """That of a revised version."""
        return CirculationForm(self._language)

    @cached_property
    def approval_form(self) -> ApprovalForm:
        """That of the approval."""
        return ApprovalForm(self._language)

    @property
    def all(self) -> tuple[Draft, Draft, Draft]:
        """All cards."""
        return self.circulation, self.revision, self.approval

    def load(self, on: datetime.date, prevailing: Language, approving: Sequence[Approving], noted: Noted) -> None:
        """All cards as of a day."""
        self.circulation_form.load(on, prevailing)
        self.revision_form.load(on, prevailing)
        self.approval_form.load(on, approving, noted)


def _over(until: datetime.date, today: datetime.date, words: Catalog) -> str:
    """That a period for corrections is past, so that nobody has a day of it; nothing where it is not."""
    if until >= today:
        return ""
    said = words.gettext(
        "That day is past: from now on every request is late, and the minutes can be deemed approved at once."
    )
    return f" {said}"


@dataclass(frozen=True, slots=True)
class Leaving:
    """Minutes that are to leave the house or to be approved: the symbol *of* their meeting, and what is unsettled."""

    of: str
    found: Unsettled

    def asked(self, question: str, words: Catalog) -> str:
        """A question with the meeting in it: other minutes may be shown than those that are meant."""
        return words.gettext(question).format(meeting=self.of)


def confirm_circulation(
    alerts: Alerts, minutes: Leaving, until: datetime.date, today: datetime.date, words: Catalog
) -> bool:
    """Ask whether the minutes are to leave the house, with what is not settled in them, and a period that is over."""
    detail = words.gettext(
        "From then on what is recorded anew is only offered beside the text, and members correct until {date}."
    )
    detail = detail.format(date=words.date(until)) + _over(until, today, words)
    return alerts.confirm(
        minutes.asked(N_("Circulate the minutes of {meeting}?"), words),
        words.gettext("Circulate them"),
        words.gettext("Keep the draft"),
        unsettled_said(minutes.found, words, detail),
    )


def confirm_revision(
    alerts: Alerts, before: Minutes, minutes: Leaving, days: tuple[datetime.date, datetime.date], words: Catalog
) -> bool:
    """Ask whether a revised version is to take the place of the one that members have.

    Of the *days* the first is the last one for corrections, the second today; a period that ends earlier is said.
    """
    until, today = days
    detail = words.gettext("With the revised version they correct until {date}.").format(date=words.date(until))
    if before.corrections_until is not None and until < before.corrections_until:
        days_less = (before.corrections_until - until).days
        shorter = words.ngettext(
            "The period becomes shorter: it ends {n} day earlier than members were told.",
            "The period becomes shorter: it ends {n} days earlier than members were told.",
            days_less,
        ).format(n=words.number(days_less))
        detail = f"{detail} {shorter}"
    detail += _over(until, today, words)
    return alerts.confirm(
        minutes.asked(N_("Circulate a revised version of the minutes of {meeting}?"), words),
        words.gettext("Circulate it"),
        words.gettext("Leave them the version that they have"),
        unsettled_said(minutes.found, words, f"{state_said(before, words)} {detail}"),
    )


def confirm_approval(alerts: Alerts, minutes: Leaving, words: Catalog, running: datetime.date | None = None) -> bool:
    """Ask whether the minutes are no longer to be changed, with what is not settled in them.

    *running* is the last day of a period for corrections that has not ended, where it has not.
    """
    still = ""
    if running is not None:
        still = words.gettext(
            "Members were told that they may correct their statements until {until}; the approval ends that period."
        ).format(until=words.date(running))
    return alerts.confirm(
        minutes.asked(N_("Approve the minutes of {meeting}?"), words),
        words.gettext("Approve them"),
        words.gettext("Leave them open"),
        unsettled_said(minutes.found, words, still, words.gettext(NO_LONGER)),
    )
