"""A State's names and regional group, each from a day on."""

import datetime

from nmirf_desktop.domain.lengths import LONGEST
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
from nmirf_desktop.ui.screens.members_part import Part, Parts

LABELS = {
    Language.EN: (N_("Name in English"), N_("Formal name in English"), N_("Article in English")),
    Language.FR: (N_("Name in French"), N_("Formal name in French"), N_("Article in French")),
    Language.ES: (N_("Name in Spanish"), N_("Formal name in Spanish"), N_("Article in Spanish")),
}


class RenamingForm(Form):
    """Short name, formal name and article in three languages, from a day on."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
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

    def load(self, state: State, on: datetime.date) -> None:
        """The names as they are."""
        self.on.load(on, over=True)
        for tongue, (short, formal, article) in self._fields.items():
            short.load(state.short[tongue], over=True)
            formal.load(state.formal[tongue], over=True)
            article.load(state.article[tongue], over=True)

    def value(self, state: str) -> Renaming:
        """The names as the fields say them."""
        short, formal, article = (
            Names(*(self._fields[tongue][part].value() for tongue in Language)) for part in range(3)
        )
        return Renaming(new_key(), state, given(self.on), short, formal, article)


class RegroupingForm(Form):
    """A regional group, from a day on."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.group: ChoiceField[RegionalGroup] = ChoiceField(
            language, list(RegionalGroup), group_word, none=N_("In no regional group")
        )
        self.add("on", N_("From this day"), self.on)
        self.add("group", N_("Regional group"), self.group)

    def load(self, state: State, on: datetime.date) -> None:
        """The group as it is."""
        self.on.load(on, over=True)
        self.group.load(state.group, over=True)

    def value(self, state: str) -> Regrouping:
        """The group as the fields say it."""
        return Regrouping(new_key(), state, given(self.on), self.group.value())


class NamesPart(Part):
    """How the State is called in three languages, and where it is grouped."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(N_("Names and regional group"), parts)
        self.rows = FactRows(parts.language)
        self.add(self.rows)
        self._renaming, self._regrouping = RenamingForm(parts.language), RegroupingForm(parts.language)
        self.renaming = self.add_draft(
            Draft(N_("The State renames itself"), N_("Record the names"), self._renaming, parts.language,
                  N_("Earlier documents and records keep the names of their day."))
        )  # fmt: skip
        self.regrouping = self.add_draft(
            Draft(N_("Another regional group"), N_("Record the group"), self._regrouping, parts.language)
        )
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
        mark = Mark("circle", group=state.group)
        rows.append(FactRow((group,), mark=mark, offers=offers if writable else ()))
        self.rows.show_rows(rows)

    def begin_renaming(self) -> None:
        """Record other names."""
        if self.file is not None:
            self._renaming.load(self.file.state, self.on)
            self.open(self.renaming)

    def begin_regrouping(self) -> None:
        """Record another group."""
        if self.file is not None:
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
