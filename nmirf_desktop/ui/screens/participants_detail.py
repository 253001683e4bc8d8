"""The right side of the participants: the one chosen, what is being written down, the delegation, who is expected."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.guests import GuestLine, Guests, named
from nmirf_desktop.domain.invitations import PART_LABELS, Capacity
from nmirf_desktop.domain.participants import Answer, Delegate, Part
from nmirf_desktop.domain.people import Person
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.answers_chart import AnswersChart
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.file_drop import FileDrop
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText, listed
from nmirf_desktop.ui.links import Part as Piece
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.partner_form import PartnerForm
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.participants_forms import AnswerForm, DelegateForm, InviteForm, SentForm
from nmirf_desktop.ui.screens.participants_list import answer_word, capacity_word, expected_rows, numbers_said
from nmirf_desktop.ui.theme import Tone, Type, style

RECORD = N_("Record")
GUEST = N_("A guest: no vote, and no objection that breaks consensus (R4, R7).")
GUEST_CAPACITIES = frozenset(Capacity) - {Capacity.MEMBER}
UP, DOWN, LEAD = N_("Move up"), N_("Move down"), N_("Make head")
CORRECT, OUT = N_("Correct"), N_("Take out")


class Cards:
    """The cards of what is written down."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.invite_form, self.sent_form, self.answer_form = (
            InviteForm(language), SentForm(language), AnswerForm(language),
        )  # fmt: skip
        self.delegate_form, self.partner_form = DelegateForm(language), PartnerForm(language)
        self.invite = Draft(
            N_("Invite"), N_("Invite"), self.invite_form, language,
            N_("All in one step; who stands in the list already stays as recorded."),
        )  # fmt: skip
        self.sent = Draft(N_("Record the sending"), RECORD, self.sent_form, language)
        self.answer = Draft(
            N_("Record the answer"), RECORD, self.answer_form, language,
            N_("With apologies the delegation goes; undo and the history bring it back."),
        )  # fmt: skip
        self.delegate = Draft(N_("Person of the delegation"), RECORD, self.delegate_form, language)
        self.partner = Draft(
            N_("Partner"), RECORD, self.partner_form, language,
            N_("OHCHR, United Nations entities, national institutions and others are invited as guests (R44, R45)."),
        )  # fmt: skip

    @property
    def all(self) -> tuple[Draft, ...]:
        """Every card."""
        return (self.invite, self.sent, self.answer, self.delegate, self.partner)


@dataclass(frozen=True, slots=True)
class Acts:
    """What can be done with a person of the delegation shown; nothing where the register can only be read."""

    correct: Callable[[Delegate], object]
    move: Callable[[Delegate, int], object]
    lead: Callable[[Delegate], object]
    take_out: Callable[[Delegate], object]


class ParticipantsDetail(DetailPane):
    """``asked`` carries a place; the *drop* takes files that were dropped on the pane."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.cards = Cards(language)
        for card in self.cards.all:
            self.add(card)
        self.told, self.files = FactRows(language), LinkedText()
        self.add(self.told)
        self.add(self.files)
        self.delegation = FactRows(language)
        self._people = self.section(N_("Delegation"))
        self._people.add(self.delegation)
        self.numbers, self.chart = QLabel(wordWrap=True), AnswersChart(language)
        self._counted = QLabel(wordWrap=True)
        style(self.numbers, Type.BODY)
        style(self._counted, Type.SMALL, Tone.MUTED)
        self._expected = self.section(N_("Expected attendance"))
        for part in (self.numbers, self._counted, self.chart):
            self._expected.add(part)
        for rows in (self.told, self.delegation):
            rows.asked.connect(self.asked)
        self.files.asked.connect(self.asked)
        self.drop = FileDrop(self)

    def show_expected(self, guests: Guests | None) -> None:
        """Who is expected at the meeting."""
        words = self._language.words
        self._expected.setVisible(guests is not None and bool(guests.lines))
        if guests is not None:
            self.numbers.setText(numbers_said(guests, words))
            self._counted.setText(words.gettext("Delegations, by what they answered"))
            self.chart.show_rows(expected_rows(guests, words))
            self.chart.setAccessibleName(words.gettext("Expected attendance"))

    def show_line(self, line: GuestLine | None, acts: Acts | None) -> None:
        """The one chosen, or nobody."""
        words = self._language.words
        self._people.setVisible(line is not None)
        if line is None:
            self.head(words.gettext("Participants"))
            self.told.show_rows(())
            self.files.hide()
            return
        self.head(line.said_in(words), " · ".join(_about(line, words)))
        self.told.show_rows(_told(line, words))
        self.files.setVisible(bool(line.files))
        self.files.show_parts(_files(line))
        rows = list(_delegation(line, acts, words))
        self.delegation.show_rows(rows or (FactRow((words.gettext("Nobody is named yet."),), muted=True),))

    def show_several(self, lines: tuple[GuestLine, ...]) -> None:
        """Several are chosen: how many, and who."""
        words = self._language.words
        said = words.ngettext("{n} selected", "{n} selected", len(lines)).format(n=words.number(len(lines)))
        self.head(said, words.listing(line.said_in(words) for line in lines))
        self.told.show_rows(())
        self.files.hide()
        self._people.hide()


def _files(line: GuestLine) -> tuple[Piece, ...]:
    """The files, as links into the file of the State; those of a partner, which has none, by their names."""
    if line.state is None:
        return (", ".join(file.name for file in line.files),)
    return tuple(listed([Link(file.name, Place("members", f"{line.state.iso3}:{file.key}")) for file in line.files]))


def _about(line: GuestLine, words: Catalog) -> Iterator[str]:
    invitee = line.invitee
    yield capacity_word(line.capacity, words)
    if invitee.invited_on is not None:
        yield words.gettext("invited on {day}").format(day=words.date(invitee.invited_on))
    elif invitee.answer is Answer.AWAITED:
        yield words.gettext("prepared, not sent")
    else:
        yield words.gettext("the invitation is not recorded as sent")
    answer = answer_word(invitee.answer, words)
    if invitee.answered_on is not None:
        answer = words.pgettext("answer to an invitation", "{answer} ({day})").format(
            answer=answer, day=words.date(invitee.answered_on)
        )
    yield answer


def _told(line: GuestLine, words: Catalog) -> Iterator[FactRow]:
    """What is to be known of the one chosen."""
    if line.capacity in GUEST_CAPACITIES:
        yield FactRow((words.gettext(GUEST),), mark=Mark("info", Tone.NEUTRAL), muted=True)
    if line.partner is not None:
        yield FactRow((", ".join(line.emails) or words.gettext("No e-mail address"),), mark=Mark("mail", Tone.MUTED))
    elif line.focal_point is not None:
        link = Link(
            line.focal_point.label(words.language), Place("members", f"{line.invitee.state}:{line.focal_point.key}")
        )
        yield FactRow((words.gettext("Focal point:"), " ", link), note=", ".join(line.emails), mark=Mark("user"))
    tongue = words.language_name(line.written_in)
    if line.partner is None and line.focal_point is None:
        said = words.gettext("Written to in {language}: no focal point says in which.").format(language=tongue)
    else:
        said = words.gettext("Written to in {language}").format(language=tongue)
    yield FactRow((said,), mark=Mark("languages", Tone.MUTED), muted=True)
    if line.lacks_address:
        said = words.gettext("There is no e-mail address to write to.")
        yield FactRow((said,), mark=Mark("triangle-alert", Tone.ATTENTION))
    if line.invitee.note:
        yield FactRow((line.invitee.note,), mark=Mark("message-square", Tone.MUTED))


def _delegation(line: GuestLine, acts: Acts | None, words: Catalog) -> Iterator[FactRow]:
    for place, (one, person) in enumerate(line.delegation):
        note = [words.gettext(PART_LABELS[one.part])]
        if person.key in line.designated:
            note.append(words.gettext("focal point"))
        if one.online or line.invitee.answer is Answer.ONLINE:
            note.append(words.gettext("online"))
        if others := line.elsewhere.get(person.key):
            names = words.listing(named(other, words) for other in others)
            note.append(words.gettext("also in the delegation of {names}").format(names=names))
        yield FactRow(
            (_person(person, words),),
            note=" · ".join(note),
            mark=Mark("triangle-alert" if others else "star" if one.part is Part.HEAD else "user",
                      Tone.ATTENTION if others else Tone.NEUTRAL),
            offers=tuple(_offers(line, place, one, acts)) if acts is not None else (),
            key=one.key,
        )  # fmt: skip


def _person(person: Person, words: Catalog) -> str:
    label, function = person.label(words.language), person.function.best(words.language)
    return words.listing(dict.fromkeys(part for part in (label, function) if part))


def _offers(line: GuestLine, place: int, one: Delegate, acts: Acts) -> Iterator[Offer]:
    yield Offer(CORRECT, lambda: acts.correct(one))
    if one.part is not Part.HEAD:
        yield Offer(LEAD, lambda: acts.lead(one))
    if place > 1:
        yield Offer(UP, lambda: acts.move(one, -1))
    if 0 < place < len(line.delegation) - 1:
        yield Offer(DOWN, lambda: acts.move(one, 1))
    yield Offer(OUT, lambda: acts.take_out(one))
