"""Who would get a dispatch: what is missing first, who is left out, in which language each gets it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.dispatches import Standing
from nmirf_desktop.domain.invitations import CAPACITY_LABELS, Capacity
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.recipients import (
    UNREACHED,
    UNTICKED,
    WANTING_LABELS,
    Wanting,
)
from nmirf_desktop.domain.states import found_by
from nmirf_desktop.i18n import N_, NP_, Catalog, Language
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screens.distribution_picks import Picked
from nmirf_desktop.ui.screens.distribution_review_said import review_said
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

NOBODY = Empty(
    N_("Nobody would get it"),
    N_("Tick a document, and whom it goes to, at the left: members, observers, partners."),
    icon="users",
)


STOOD = {
    Standing.PREPARED: N_("Prepared already, and not sent"),
    Standing.SENT: N_("Sent already"),
    Standing.FAILED: N_("It did not arrive at this address"),
    Standing.ACKNOWLEDGED: N_("Acknowledged already"),
}
"""How what was prepared before stands."""
READDRESSED = N_("It did not arrive; the address is another one now")


OTHERS = {
    False: N_("It is not one of the recipients chosen at the left"),
    True: N_("Not sent to this recipient"),
}
"""Why somebody is left out for whom it is not, by whether the card reminds."""
RECEIPT = N_("Its acknowledgement")


def _said(one: Wanting, row: Picked) -> str:
    """What is missing; of what was prepared before, how it stands, and by a reminder what is waited for."""
    line = row.line
    if one is not Wanting.ALREADY or line.last is None:
        return WANTING_LABELS[one]
    if row.reminding and line.last.standing is Standing.SENT:
        return RECEIPT
    if line.last.standing is Standing.FAILED and line.elsewhere:
        return READDRESSED
    return STOOD[line.last.standing]


def _told(row: Picked) -> Sequence[Wanting]:
    """What is said to be missing: of what a later version took the place of, nothing is waited for."""
    last, wanting = row.line.last, row.line.wanting
    settled = Wanting.LATER in wanting and last is not None and last.standing is Standing.SENT
    return [one for one in wanting if not (settled and one is Wanting.ALREADY)]


def _missing(row: Picked, words: Catalog) -> str:
    if not row.asked and not row.line.wanting:
        return "" if row.included else words.gettext(OTHERS[row.reminding])
    return _listed([words.gettext(_said(one, row)) for one in _told(row)], words)


def _listed(several: Sequence[str], words: Catalog) -> str:
    """What is missing, one after the other: the first alone begins with a capital."""
    return words.listing(one if not place else one[:1].lower() + one[1:] for place, one in enumerate(several))


POSTAL = N_(
    "It is that of the mechanism, in the field Address of its card, to which Enter leads, or the person’s own among "
    "the particulars."
)
OF_CONTACT = N_("It is that of the contact, in the field Postal address of the particulars, to which Enter leads.")
PRINTED = N_("Printed on letter and label: {address}.")
COUNTRY_ADDED = N_(
    "The address ends with no country, so that “{country}” is put under it. Where it is in another, write that as its "
    "last line, on the card of the person or the mechanism."
)
NO_COUNTRY = N_(
    "It is not plain that the address ends with a country, and none is put under it. Write the country as its last "
    "line, on the card of the person or the mechanism."
)
BRIEFLY = {
    Wanting.NOBODY: NP_("missing, in a narrow list", "Nobody named"),
    Wanting.ADDRESS: NP_("missing, in a narrow list", "No address"),
    Wanting.POSTAL: NP_("missing, in a narrow list", "No address"),
    Wanting.UNWRITABLE: NP_("missing, in a narrow list", "Address"),
    Wanting.MEMBERS_ONLY: NP_("missing, in a narrow list", "Members only"),
    Wanting.ADDRESSEE: NP_("missing, in a narrow list", "To another"),
    Wanting.COUNTRY: NP_("missing, in a narrow list", "Country"),
    Wanting.LATER: NP_("missing, in a narrow list", "Later one sent"),
    Wanting.DEAD: NP_("missing, in a narrow list", "Failed before"),
    Wanting.LANGUAGE: NP_("missing, in a narrow list", "Language"),
    Wanting.ALREADY: NP_("missing, in a narrow list", "Prepared"),
}


def _on_a_line(postal: str) -> str:
    return ", ".join(line.strip() for line in postal.splitlines() if line.strip())


def _printed(row: Picked, words: Catalog) -> str:
    """By post, the address as letter and label have it, and which country was put under it."""
    address = row.line.correspondent.address
    if address is None or not address.lines:
        return ""
    said = words.gettext(PRINTED).format(address=_on_a_line(address.text))
    if address.ends:
        return said
    why = words.gettext(COUNTRY_ADDED if address.added else NO_COUNTRY).format(country=address.added)
    return f"{said} {why}"


STOOD_BRIEFLY = {
    Standing.PREPARED: NP_("missing, in a narrow list", "Not sent yet"),
    Standing.SENT: NP_("missing, in a narrow list", "Sent"),
    Standing.FAILED: NP_("missing, in a narrow list", "Failed"),
    Standing.ACKNOWLEDGED: NP_("missing, in a narrow list", "Acknowledged"),
}
OTHERS_BRIEFLY = {
    False: NP_("missing, in a narrow list", "Not chosen"),
    True: NP_("missing, in a narrow list", "Not sent to it"),
}
RECEIPT_BRIEFLY = NP_("missing, in a narrow list", "Acknowledgement")


def _missing_briefly(row: Picked, words: Catalog) -> str:
    last = row.line.last
    if not row.asked and not row.line.wanting:
        return "" if row.included else words.pgettext("missing, in a narrow list", OTHERS_BRIEFLY[row.reminding])
    labels = BRIEFLY if last is None else {**BRIEFLY, Wanting.ALREADY: STOOD_BRIEFLY[last.standing]}
    if row.reminding and last is not None and last.standing is Standing.SENT:
        labels = {**labels, Wanting.ALREADY: RECEIPT_BRIEFLY}
    return _listed([words.pgettext("missing, in a narrow list", labels[one]) for one in _told(row)], words)


def _mark(row: Picked) -> Mark | None:
    wanting, last = row.line.wanting, row.line.last
    if Wanting.ALREADY in wanting and last is not None and last.standing is Standing.FAILED:
        return Mark("triangle-alert", Tone.ATTENTION)
    if not UNREACHED.isdisjoint(wanting):
        return Mark("octagon-alert", Tone.BAD) if row.asked else Mark("info", Tone.MUTED)
    if not {Wanting.LANGUAGE, Wanting.COUNTRY, *UNTICKED}.isdisjoint(wanting):
        return Mark("triangle-alert", Tone.ATTENTION)
    return Mark("info", Tone.NEUTRAL) if wanting else None


def _box(row: Picked) -> Mark | None:
    if not row.line.reachable:
        return Mark("minus", Tone.MUTED)
    return Mark("square-check", Tone.NEUTRAL) if row.included else Mark("square", Tone.MUTED)


def _gets(row: Picked, words: Catalog) -> str:
    if not row.line.reachable:
        return words.gettext("Cannot be reached")
    return words.gettext("Gets it") if row.included else words.gettext("Left out")


COLUMNS: tuple[Column[Picked], ...] = (
    Column(
        N_("Gets it"), lambda _row, _words: "", lambda row, _words: (row.line.reachable, row.included), mark=_box,
        whole=_gets, tick=True,
    ),
    Column(
        N_("State or partner"),
        lambda row, words: row.said_in(words),
        lambda row, words: words.sort_key(row.said_in(words)),
        also=lambda row: found_by(row.state) if row.state is not None else "",
        least=16,
        ease=24,
    ),
    Column(
        N_("What is missing"), _missing, lambda row, _words: row.line.wanting, mark=_mark, brief=_missing_briefly,
        stretch=True, ease=30,
    ),
    Column(N_("Class"), lambda row, words: words.gettext(CAPACITY_LABELS[row.line.correspondent.capacity]), least=8,
           spare=True),
    Column(N_("Language"), lambda row, _words: NAMES[row.line.correspondent.reads], least=4, spare=True),
    Column(N_("Name"), lambda row, _words: row.line.correspondent.name, least=8, spare=True),
    Column(
        N_("Address"),
        lambda row, _words: "; ".join(row.line.correspondent.emails) or _on_a_line(row.line.correspondent.postal),
        least=8, spare=True,
    ),
)  # fmt: skip


class Review(QWidget):
    """The table of who would get it, with the sentence over it. ``toggled`` carries who was ticked or unticked.

    ``asked`` leads to where what is missing is put right; ``reading`` carries a language for those chosen.
    """

    toggled = Signal(object)
    asked = Signal(object)
    reading = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._rows: tuple[Picked, ...] = ()
        self._late: Phrase = NOTHING_TO_SAY
        self._title, self.said, self._keys = QLabel(), WrappedLabel(), WrappedLabel()
        self.about, self.printed, self.late = WrappedLabel(), WrappedLabel(), WrappedLabel()
        style(self.late, Type.BODY, Tone.ATTENTION)
        style(self.about, Type.BODY, Tone.BAD)
        style(self.printed, Type.BODY, Tone.MUTED)
        style(self._title, Type.HEADING)
        style(self._keys, Type.SMALL, Tone.MUTED)
        self.table: RowTable[Picked] = RowTable(COLUMNS, lambda row: row.key, language, NOBODY)
        self.table.name(N_("Who gets it"))
        self.reads: ChoiceField[Language] = ChoiceField(language, list(Language), lambda one, _words: NAMES[one])
        self._reads_name = QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 4, STEP * 2, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self._title, self.said, self.late):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        for part in (self.about, self.printed):
            column.addWidget(part)
        column.addWidget(SideBySide(self._reads_name, self.reads))
        column.addWidget(self._keys)
        self.table.ticked.connect(self.toggled)
        self.table.opened.connect(self._open)
        self.table.selected.connect(self._follow)
        self.table.picked.connect(lambda: self._follow(self.table.current))
        self.reads.edited.connect(lambda: self.reading.emit(self.reads.value()))
        self.retranslate()

    @property
    def chosen(self) -> tuple[Picked, ...]:
        """Those chosen in the table."""
        current = self.table.current
        return self.table.chosen or ((current,) if current is not None else ())

    def begin(self) -> None:
        """Show nobody, of a card that is opened: what was filtered or chosen in the last one is no more."""
        self.table.show_all()
        self.table.show_rows(())

    def show_rows(self, rows: tuple[Picked, ...], late: Phrase) -> None:
        """Show who would get it now, and that it is *late* (R39)."""
        self._rows, self._late = rows, late
        self.table.show_rows(rows)
        self.table.select_first()
        self._say()
        self._follow(self.table.current)

    def _say(self) -> None:
        words = self._language.words
        self.said.setText(review_said(self._rows, words) if self._rows else "")
        self.late.setText(self._late.said_in(words))
        self.late.setVisible(bool(self._late))

    def _open(self, picked: Picked) -> None:
        """What is missing, or did not arrive, is put right where it is recorded; of the others, the tick changes."""
        if picked.leads:
            self.asked.emit(picked.place)
        else:
            self.toggled.emit(picked)

    def _follow(self, picked: Picked | None) -> None:
        self.reads.setEnabled(picked is not None)
        missing = picked is not None and picked.leads
        self.about.setVisible(missing)
        printed = _printed(picked, self._language.words) if picked is not None else ""
        self.printed.setText(printed)
        self.printed.setVisible(bool(printed))
        if picked is not None and missing:
            words = self._language.words
            pattern = words.pgettext("somebody, and what is missing", "{name}: {missing}.")
            said = pattern.format(name=picked.said_in(words), missing=_missing(picked, words))
            where = picked.state is not None and Wanting.POSTAL in picked.line.wanting
            member = picked.line.correspondent.capacity is Capacity.MEMBER
            self.about.setText(f"{said} {words.gettext(POSTAL if member else OF_CONTACT)}" if where else said)
        if picked is not None:
            tongues = {one.line.correspondent.reads for one in (picked, *self.chosen)}
            self.reads.load(picked.line.correspondent.reads if len(tongues) == 1 else None, over=True)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self._title.setText(words.gettext("Who gets it"))
        self._reads_name.setText(words.gettext("Sent to those chosen in"))
        self.reads.set_accessible(self._reads_name.text(), "")
        self.reads.say_unchosen(words.pgettext("languages of those chosen", "several"))
        self._keys.setText(
            words.gettext(
                "Space leaves somebody out, or takes them in again. Enter leads to where something is missing, or to "
                "an address at which nothing arrived."
            )
        )
        self._follow(self.table.current)
        self._say()
