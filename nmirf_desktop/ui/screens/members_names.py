"""A State's names and regional group, each from a day on."""

import datetime
from functools import partial

from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.states import Names, RegionalGroup, State
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.members import StateFile
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, DateField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.members_list import group_word
from nmirf_desktop.ui.screens.members_part import Part, Parts, late

LABELS = {
    Language.EN: (N_("Name in English"), N_("Formal name in English"), N_("Article in English")),
    Language.FR: (N_("Name in French"), N_("Formal name in French"), N_("Article in French")),
    Language.ES: (N_("Name in Spanish"), N_("Formal name in Spanish"), N_("Article in Spanish")),
}


class RenamingForm(Form):
    """Short name, formal name and article in three languages, from a day on."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._key: Key | None = None
        self.on = DateField(language)
        self.add("on", N_("From this day"), self.on)
        self._fields: dict[Language, tuple[TextField, TextField, TextField]] = {}
        for tongue, labels in LABELS.items():
            short, formal, article = (TextField(language) for _ in labels)
            self._fields[tongue] = (short, formal, article)
            short.longest, formal.longest, article.longest = (LONGEST[name] for name in ("short", "formal", "article"))
            self.add(f"short_{tongue}", labels[0], short)
            self.add(f"formal_{tongue}", labels[1], formal)
            self.add(f"article_{tongue}", labels[2], article, N_("Empty where the name has none."))

    def load(self, named: State | Renaming, on: datetime.date) -> None:
        """The names as they are, or a renaming to be corrected."""
        self._key = named.key if isinstance(named, Renaming) else None
        self.on.load(on, over=True)
        for tongue, (short, formal, article) in self._fields.items():
            short.load(named.short[tongue], over=True)
            formal.load(named.formal[tongue], over=True)
            article.load(named.article[tongue], over=True)

    def value(self, state: str) -> Renaming:
        """The names as the fields say them."""
        short, formal, article = (
            Names(*(self._fields[tongue][part].value() for tongue in Language)) for part in range(3)
        )
        return Renaming(self._key or new_key(), state, given(self.on), short, formal, article)


class RegroupingForm(Form):
    """A regional group, from a day on."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._key: Key | None = None
        self.on = DateField(language)
        self.group: ChoiceField[RegionalGroup] = ChoiceField(
            language, list(RegionalGroup), group_word, none=N_("In no regional group")
        )
        self.add("on", N_("From this day"), self.on)
        self.add("group", N_("Regional group"), self.group)

    def load(self, grouped: State | Regrouping, on: datetime.date) -> None:
        """The group as it is, or a move to be corrected."""
        self._key = grouped.key if isinstance(grouped, Regrouping) else None
        self.on.load(on, over=True)
        self.group.load(grouped.group, over=True)

    def value(self, state: str) -> Regrouping:
        """The group as the fields say it."""
        return Regrouping(self._key or new_key(), state, given(self.on), self.group.value())


class NamesPart(Part):
    """How the State is called in three languages, and where it is grouped."""

    _renaming = late(RenamingForm)
    _regrouping = late(RegroupingForm)
    _renamed = late(RenamingForm)
    _regrouped = late(RegroupingForm)

    def __init__(self, parts: Parts) -> None:
        super().__init__(N_("Names and regional group"), parts)
        self.rows = FactRows(parts.language)
        self.add(self.rows)
        self.renaming = self.add_draft(
            Draft(N_("Change of name"), N_("Record the names"), lambda: self._renaming, parts.language,
                  N_("Earlier documents and records keep the names of their day."))
        )  # fmt: skip
        self.regrouping = self.add_draft(
            Draft(N_("Another regional group"), N_("Record the group"), lambda: self._regrouping, parts.language)
        )
        self.renamed = self.add_draft(
            Draft(N_("Correct the names"), N_("Record the correction"), lambda: self._renamed, parts.language)
        )
        self.regrouped = self.add_draft(
            Draft(N_("Correct the group"), N_("Record the correction"), lambda: self._regrouped, parts.language)
        )
        self.renamed.done.connect(self._correct_names)
        self.regrouped.done.connect(self._correct_group)
        self.renaming.done.connect(self._rename)
        self.regrouping.done.connect(self._regroup)

    def show_file(self, file: StateFile) -> None:
        """The formal names and the group of the day."""
        words, state = self.words, file.state
        rows = [
            FactRow((state.formal[tongue],), when=str(tongue).upper(), mark=Mark("languages")) for tongue in Language
        ]
        group = words.gettext(state.group.label) if state.group else words.gettext("In no regional group")
        writable = not self.parts.desk.store.read_only
        offers = (Offer(N_("Rename …"), self.begin_renaming), Offer(N_("Another group …"), self.begin_regrouping))
        mark = Mark("circle", region=state.group)
        rows.append(FactRow((group,), mark=mark, offers=offers if writable else ()))
        self.rows.show_rows((*rows, *self._changes(file)))

    def _changes(self, file: StateFile) -> list[FactRow]:
        """The renamings and the moves to other groups, the newest first, each to be put right."""
        words = self.words
        changes: list[Renaming | Regrouping] = [*file.renamings, *file.regroupings]
        return [
            FactRow(
                (one.short[words.language] if isinstance(one, Renaming) else group_word(one.group, words),),
                note=words.gettext("from {day} on").format(day=words.date(one.since)),
                mark=Mark("history"),
                muted=one.since > self.on,
                offers=self._mending(one),
            )
            for one in sorted(changes, key=lambda one: one.since, reverse=True)
        ]

    def _mending(self, one: Renaming | Regrouping) -> tuple[Offer, ...]:
        if self.parts.desk.store.read_only:
            return ()
        return (
            Offer(N_("Correct …"), partial(self.begin_correction, one)),
            Offer(N_("Take back"), partial(self._take_back, one)),
        )

    def begin_correction(self, one: Renaming | Regrouping) -> None:
        """Put a renaming, or a move to another group, right that was recorded wrongly."""
        if not self.may_begin(self.renamed if isinstance(one, Renaming) else self.regrouped):
            return
        if isinstance(one, Renaming):
            self._renamed.load(one, one.since)
            again = self.followed(one, lambda now: self._renamed.load(now, now.since))
            self.open(self.renamed, again=again)
        else:
            self._regrouped.load(one, one.since)
            moved = self.followed(one, lambda now: self._regrouped.load(now, now.since))
            self.open(self.regrouped, again=moved)

    def _take_back(self, one: Renaming | Regrouping) -> None:
        states = self.parts.desk.states
        with self.parts.alerts.guard():
            if isinstance(one, Renaming):
                states.remove_renaming(one.key)
                self.told(N_("The renaming from {day} is taken back."), day=one.since)
            else:
                states.remove_regrouping(one.key)
                self.told(N_("The move from {day} is taken back."), day=one.since)

    def begin_renaming(self) -> None:
        """Record other names."""
        if self.file is not None and self.may_begin(self.renaming):
            self._renaming.load(self.file.state, self.on)
            self.open(self.renaming)

    def begin_regrouping(self) -> None:
        """Record another group."""
        if self.file is not None and self.may_begin(self.regrouping):
            self._regrouping.load(self.file.state, self.on)
            self.open(self.regrouping)

    def _rename(self) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.renaming):
            renaming = self._renaming.value(file.state.iso3)
            self.parts.desk.states.rename(renaming)
            self.done(self.renaming, N_("The names are recorded from {day}."), day=renaming.since)

    def _regroup(self) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.regrouping):
            regrouping = self._regrouping.value(file.state.iso3)
            self.parts.desk.states.regroup(regrouping)
            self.done(self.regrouping, N_("The group is recorded from {day}."), day=regrouping.since)

    def _correct_names(self) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.renamed):
            renaming = self._renamed.value(file.state.iso3)
            self.parts.desk.states.correct_renaming(renaming)
            self.done(self.renamed, N_("The names are recorded from {day}."), day=renaming.since)

    def _correct_group(self) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.regrouped):
            regrouping = self._regrouped.value(file.state.iso3)
            self.parts.desk.states.correct_regrouping(regrouping)
            self.done(self.regrouped, N_("The group is recorded from {day}."), day=regrouping.since)
