"""The right side of the partners: the one chosen, what is being written down, what was done, and the charts."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal

from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.counted import by_objective
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import SUPPORT_LABELS, OhchrSupport
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.partnerships import (
    PARTNERSHIP_FORM_LABELS,
    CooperationNote,
    PartnerLine,
    Partnership,
)
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.charts import BarsChart, Count
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.held_files import HeldFiles
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.objectives import objective_brief, objective_said
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.partner_form import PartnerForm, kind_word
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.partnerships_forms import AgreementForm, MergeForm, NoteForm, SupportForm
from nmirf_desktop.ui.theme import Tone

_Entry = TypeVar("_Entry")
RECORD, CORRECT, REMOVE, FILES = N_("Record"), N_("Correct"), N_("Remove"), N_("Files")
NO_PARTNERSHIP = N_("No partnership is recorded yet.")
NOTHING_DONE = N_("Nothing is noted yet of what was done together.")
NO_SUPPORT = N_("No support by OHCHR is recorded yet.")
FIRST = 20
"""How many of the latest entries of each kind are shown at first."""
NO_VOTE = N_("A partner has no seat and no vote (R44, R45).")


class Cards:
    """The cards of what is written down."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.agreement_form, self.note_form = AgreementForm(language), NoteForm(language)
        self.support_form, self.partner_form = SupportForm(language), PartnerForm(language)
        self.merge_form = MergeForm(language)
        self.agreement = Draft(
            N_("Partnership"), RECORD, self.agreement_form, language,
            N_("The Network welcomes partnerships that align with its objectives and support them (R44)."),
        )  # fmt: skip
        self.note = Draft(N_("What was done"), RECORD, self.note_form, language)
        self.support = Draft(
            N_("Support by OHCHR"), RECORD, self.support_form, language,
            N_("Guidance, advice and technical support, and what the Network does for the resources of OHCHR (R45)."),
        )  # fmt: skip
        self.partner = Draft(N_("Partner"), RECORD, self.partner_form, language, NO_VOTE)
        self.merge = Draft(
            N_("Merge two records"), N_("Merge the records"), self.merge_form, language,
            N_("Partnerships, invitations and what was done move to the record shown; the other one goes."),
        )  # fmt: skip

    @property
    def all(self) -> tuple[Draft, ...]:
        """Every card."""
        return (self.agreement, self.note, self.support, self.partner, self.merge)


@dataclass(frozen=True, slots=True)
class Acts:
    """What can be done with what is listed of a partner; nothing where the register can only be read."""

    correct: Callable[[Partnership], object]
    remove: Callable[[Partnership], object]
    correct_note: Callable[[CooperationNote], object]
    remove_note: Callable[[CooperationNote], object]
    correct_support: Callable[[OhchrSupport], object]
    remove_support: Callable[[OhchrSupport], object]


@dataclass(frozen=True, slots=True)
class Known:
    """What is shown of a partner: its line, what was done with it, and, of OHCHR, its support; *states* name States."""

    line: PartnerLine
    notes: tuple[CooperationNote, ...]
    support: tuple[OhchrSupport, ...]
    states: Mapping[StateCode, State]


class PartnershipsDetail(DetailPane):
    """``asked`` carries a place, such as an invitation or a meeting."""

    asked = Signal(object)

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language)
        self.cards = Cards(language)
        for card in self.cards.all:
            self.add(card)
        self.agreements, self.notes, self.support = FactRows(language), FactRows(language), FactRows(language)
        self.came = FactRows(language)
        self.files = HeldFiles(desk, language, alerts)
        self._agreed = self.section(N_("Partnerships"))
        self._agreed.add(self.agreements)
        self._supported = self.section(N_("Support by OHCHR"))
        self._supported.add(self.support)
        self._held = self.section(FILES)
        self._held.add(self.files)
        self._done = self.section(N_("What was done"))
        self._done.add(self.notes)
        self._met = self.section(N_("Meetings attended"))
        self._met.add(self.came)
        self.kinds, self.objectives = BarsChart(language), BarsChart(language)
        self.section(N_("Partners by kind")).add(self.kinds)
        self.section(N_("Partnerships in force by objective")).add(self.objectives)
        self.came.asked.connect(self.asked)
        self._holder: Holder | None = None
        self._known: Known | None = None
        self._acts: Acts | None = None
        self._whole = False

    @property
    def tongue(self) -> Language:
        """The language of the window."""
        return self._language.language

    def show_charts(self, lines: Sequence[PartnerLine]) -> None:
        """How many partners of each kind there are, and how many partnerships serve each objective."""
        words = self._language.words
        kinds = Counter(line.partner.kind for line in lines)
        self.kinds.show_counts([Count(kind_word(kind, words), kinds[kind]) for kind in PartnerKind])
        served = by_objective(one for line in lines for one in line.in_force)
        self.objectives.show_counts([_count(one, served[one], words) for one in Objective])
        self.kinds.setAccessibleName(words.gettext("Partners by kind"))
        self.objectives.setAccessibleName(words.gettext("Partnerships in force by objective"))

    @property
    def known(self) -> Known | None:
        """What is shown of a partner; ``None`` where none is chosen."""
        return self._known

    def show_partner(self, known: Known | None, acts: Acts | None) -> None:
        """The partner chosen, or nobody; at first the latest of what was done."""
        words = self._language.words
        shown = known is not None
        same = known is not None and self._known is not None and known.line.key == self._known.line.key
        self._whole = self._whole and same
        self._known, self._acts = known, acts
        for part in (self._agreed, self._done):
            part.setVisible(shown)
        self._met.setVisible(known is not None and bool(known.line.came))
        self._supported.setVisible(known is not None and known.line.partner.kind is PartnerKind.OHCHR)
        if known is None:
            self.head(words.gettext("Partners"))
            self.hold(None)
            return
        line = known.line
        self.head(line.said_in(words), " · ".join((kind_word(line.partner.kind, words), *line.partner.emails)))
        agreements = self._latest(line.partnerships, lambda one: self._agreement(one, known, acts))
        self.agreements.show_rows(agreements or [_nothing(NO_PARTNERSHIP, words)])
        notes = self._latest(known.notes, lambda one: self._note(one, acts))
        self.notes.show_rows(notes or [_nothing(NOTHING_DONE, words)])
        support = self._latest(known.support, lambda one: self._support(one, known, acts))
        self.support.show_rows(support or [_nothing(NO_SUPPORT, words)])
        self.came.show_rows(
            FactRow((Link(one.symbol, Place("meetings", one.key)),), words.short_date(one.opens_on))
            for one in line.came
        )
        self._hold_again(known)

    def _latest(self, found: Sequence[_Entry], row: Callable[[_Entry], FactRow]) -> list[FactRow]:
        """The latest of what was found as rows, or all where that was asked for."""
        words = self._language.words
        shown = found if self._whole else found[:FIRST]
        rows = [row(one) for one in shown]
        more = len(found) - len(shown)
        if more:
            said = words.ngettext("{n} earlier entry", "{n} earlier entries", more).format(n=words.number(more))
            rows.append(FactRow((said,), muted=True, mark=Mark("history"), offers=(Offer(N_("Show all"), self._all),)))
        return rows

    def _all(self) -> None:
        self._whole = True
        self.show_partner(self._known, self._acts)

    def show_record(self, key: Key) -> None:
        """Show the files of a partnership or of an entry, and the entry itself where it is an earlier one."""
        known = self._known
        if known is None:
            return
        kinds = {one.key: HolderKind.PARTNERSHIP for one in known.line.partnerships}
        kinds |= {one.key: HolderKind.OHCHR_SUPPORT for one in known.support}
        if key in kinds:
            self.hold(Holder(kinds[key], key), known)
        if any(
            one.key == key for found in (known.line.partnerships, known.notes, known.support) for one in found[FIRST:]
        ):
            self._all()

    def _hold_again(self, known: Known) -> None:
        """Keep the files shown that are still of this partner; else show those of its latest partnership."""
        here = [Holder(HolderKind.PARTNERSHIP, one.key) for one in known.line.partnerships]
        here += [Holder(HolderKind.OHCHR_SUPPORT, one.key) for one in known.support]
        self.hold(self._holder if self._holder in here else here[0] if here else None, known)

    def hold(self, holder: Holder | None, known: Known | None = None) -> None:
        """Show the files of one partnership or entry, under its name."""
        self._holder = holder
        self._held.setVisible(holder is not None)
        entry = next((one for one in known.support if holder and one.key == holder.key), None) if known else None
        self.files.load(holder, entry.state if entry is not None else None)
        if holder is not None and known is not None:
            words = self._language.words
            one = next((each for each in known.line.partnerships if each.key == holder.key), None)
            what = self._what(one) if one is not None else words.gettext(SUPPORT_LABELS[entry.kind]) if entry else ""
            self._held.head(words.gettext("Files: {what}").format(what=what))

    def _what(self, one: Partnership) -> str:
        words = self._language.words
        return one.title.best(words.language) or words.gettext(PARTNERSHIP_FORM_LABELS[one.form])

    def _agreement(self, one: Partnership, known: Known, acts: Acts | None) -> FactRow:
        words = self._language.words
        form = words.gettext(PARTNERSHIP_FORM_LABELS[one.form])
        about = [form] if one.title else []
        about += [objective_said(each, words) for each in one.objectives]
        if not one.objectives:
            about.append(words.gettext("No objective"))
        about += [one.contacts.best(words.language), one.reference, one.reason.best(words.language)]
        offers = [Offer(FILES, partial(self.hold, Holder(HolderKind.PARTNERSHIP, one.key), known))]
        if acts is not None:
            offers += [Offer(CORRECT, partial(acts.correct, one)), Offer(REMOVE, partial(acts.remove, one))]
        mark = Mark("handshake", Tone.GOOD if one.period.holds(known.line.on) else Tone.MUTED)
        if not one.objectives:
            mark = Mark("circle-alert", Tone.ATTENTION)
        when = _days(one, words)
        note = "\n".join(part for part in about if part)
        return FactRow((self._what(one),), when, note, mark, form, tuple(offers), key=one.key)

    def _note(self, one: CooperationNote, acts: Acts | None) -> FactRow:
        words = self._language.words
        offers: tuple[Offer, ...] = ()
        if acts is not None:
            offers = (
                Offer(CORRECT, partial(acts.correct_note, one)),
                Offer(REMOVE, partial(acts.remove_note, one)),
            )
        return FactRow((one.text.best(words.language),), words.short_date(one.on), offers=offers, key=one.key)

    def _support(self, one: OhchrSupport, known: Known, acts: Acts | None) -> FactRow:
        words = self._language.words
        state = known.states.get(one.state or "")
        to = state.said_in(words) if state is not None else words.gettext("the Network")
        note = " · ".join((words.gettext(SUPPORT_LABELS[one.kind]), to)) if one.given else ""
        note = note or words.gettext(SUPPORT_LABELS[one.kind])
        offers = [Offer(FILES, partial(self.hold, Holder(HolderKind.OHCHR_SUPPORT, one.key), known))]
        if acts is not None:
            offers += [
                Offer(CORRECT, partial(acts.correct_support, one)),
                Offer(REMOVE, partial(acts.remove_support, one)),
            ]
        mark = Mark("shield-check" if one.given else "megaphone", Tone.MUTED)
        what = one.text.best(words.language)
        return FactRow((what,), words.short_date(one.on), note, mark, "", tuple(offers), key=one.key)


def _days(one: Partnership, words: Catalog) -> str:
    first, last = words.short_date(one.period.start), one.period.last_day
    if last is None:
        return words.gettext("since {day}").format(day=first)
    return words.gettext("{first} to {last}").format(first=first, last=words.short_date(last))


def _nothing(said: str, words: Catalog) -> FactRow:
    return FactRow((words.gettext(said),), muted=True)


def _count(one: Objective, number: int, words: Catalog) -> Count:
    """An objective that no partnership serves is worth a look."""
    return Count(objective_brief(one, words), number, Tone.NEUTRAL if number else Tone.ATTENTION)
