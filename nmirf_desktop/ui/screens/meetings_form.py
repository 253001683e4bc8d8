"""What a meeting is: its kind, names, days, place and time zone, edited in place."""

from collections.abc import Iterable
from dataclasses import replace

from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Modality, founding_meant
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.fields import ChoiceField, DateField, NumberField, StateField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.screens.meetings_fields import ZoneField
from nmirf_desktop.ui.severalfield import SeveralField

YEAR = N_("Each year has one annual meeting (R36): this is the year whose meeting it is, also where it is held later.")
FOUNDED = N_("The Network was founded on 8 and 9 May 2024: for that meeting the kind “Founding meeting” is meant.")
KINDS = {
    MeetingKind.FOUNDING: N_("Founding meeting"),
    MeetingKind.ANNUAL: N_("Annual meeting"),
    MeetingKind.EXTRAORDINARY: N_("Extraordinary meeting"),
    MeetingKind.COMMITTEE: N_("Meeting of the Executive Committee"),
}
MODALITIES = {
    Modality.IN_PERSON: N_("In person"),
    Modality.ONLINE: N_("Online"),
    Modality.HYBRID: N_("In person and online"),
}
FIRST_YEAR, LAST_YEAR = 2024, 2199


def kind_name(kind: MeetingKind, words: Catalog) -> str:
    """A kind of meeting in words."""
    return words.gettext(KINDS[kind])


def _modality(modality: Modality, words: Catalog) -> str:
    return words.gettext(MODALITIES[modality])


def _language(language: Language, _words: Catalog) -> str:
    return NAMES[language]


class MeetingForm(Form):
    """The meeting's own facts."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.kind: ChoiceField[MeetingKind] = ChoiceField(language, list(MeetingKind), kind_name)
        self.symbol = TextField(language)
        self.number = NumberField(language, 1, 999)
        self.counts_for = NumberField(language, FIRST_YEAR, LAST_YEAR)
        self.title, self.place = TrilingualField(language, expected=True), TrilingualField(language)
        self.opens_on, self.closes_on = DateField(language, needed=True), DateField(language, needed=True)
        self.zone = ZoneField(language)
        self.host = StateField(language, ())
        self.modality: ChoiceField[Modality] = ChoiceField(language, list(Modality), _modality)
        self.languages = SeveralField(language, list(Language), _language, beside=True)
        self._add()

    def _add(self) -> None:
        self.section(N_("The meeting"))
        self.add("title", N_("Title"), self.title)
        self.add("kind", N_("Kind"), self.kind)
        self.add("symbol", N_("Symbol"), self.symbol, N_("The beginning of its documents’ symbols."))
        self.add("number", N_("Number"), self.number)
        self.add("counts_for", N_("Counts for the year"), self.counts_for)
        self.section(N_("When and where"))
        self.add("opens_on", N_("First day"), self.opens_on, N_("The last day and the sittings move along."))
        self.add("closes_on", N_("Last day"), self.closes_on)
        self.add("time_zone", N_("Time zone"), self.zone)
        self.add("place", N_("Place"), self.place)
        self.add("host", N_("Host State"), self.host)
        self.add("modality", N_("Modality"), self.modality)
        self.add("languages", N_("Interpretation into"), self.languages)

    def offer(self, states: Iterable[State]) -> None:
        """The States to choose the host from."""
        self.host.set_states(states)

    def load(self, meeting: Meeting) -> None:
        """Show a meeting."""
        over = self.begin(meeting.key)
        self.hint("kind", FOUNDED if founding_meant(meeting) else "")
        self.kind.load(meeting.kind, over=over)
        self.symbol.load(meeting.symbol, over=over)
        self.number.load(meeting.number, over=over)
        self.hint("counts_for", YEAR if meeting.kind is MeetingKind.ANNUAL else "")
        self.counts_for.load(meeting.counts_for, over=over)
        self.title.load(meeting.title, over=over)
        self.opens_on.load(meeting.opens_on, over=over)
        self.closes_on.load(meeting.closes_on, over=over)
        self.zone.load(meeting.time_zone, over=over)
        self.place.load(meeting.place, over=over)
        self.host.load(meeting.host, over=over)
        self.modality.load(meeting.modality, over=over)
        self.languages.load(meeting.languages, over=over)

    def value(self, before: Meeting) -> Meeting:
        """The meeting with what the form says."""
        return replace(
            before,
            kind=self.kind.value() or before.kind,
            symbol=self.symbol.value(),
            number=self.number.value() or before.number,
            counts_for=self.counts_for.value() or before.counts_for,
            title=self.title.value(),
            opens_on=self.opens_on.value() or before.opens_on,
            closes_on=self.closes_on.value() or before.closes_on,
            time_zone=self.zone.value(),
            place=self.place.value(),
            host=self.host.value(),
            modality=self.modality.value() or before.modality,
            languages=self.languages.value(),
        )
