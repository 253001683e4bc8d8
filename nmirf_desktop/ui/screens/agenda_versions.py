"""The versions of an agenda: listed, noted, previewed, and any two compared with the words that differ marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.agenda_comparing import (
    DIFFERENCE_LABELS,
    FACTS,
    TEXTS,
    Difference,
    ItemChange,
    Piece,
    PieceState,
    TextChange,
)
from nmirf_desktop.domain.agenda_versions import FORM_LABELS, AgendaVersion
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.fields import ChoiceField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.agenda_page import AgendaPage
from nmirf_desktop.ui.screens.agenda_rows import title_of
from nmirf_desktop.ui.theme import Tone, colours, tone_colour

ICONS = {
    Difference.ADDED: Mark("plus", Tone.GOOD),
    Difference.REMOVED: Mark("minus", Tone.BAD),
    Difference.MOVED: Mark("arrow-left-right", Tone.ATTENTION),
    Difference.RENUMBERED: Mark("list-ordered", Tone.MUTED),
    Difference.CHANGED: Mark("pencil", Tone.ATTENTION),
}
HINT = N_(
    "Each agenda that was agreed, sent or adopted is kept as it was, and can be printed so. Any two of them can be "
    "compared, or one with the agenda as it is now."
)


@dataclass(frozen=True, slots=True)
class Side:
    """A version to compare, or the agenda as it is now."""

    version: AgendaVersion | None

    @property
    def key(self) -> str | None:
        """The version's key; ``None`` for now."""
        return self.version.key if self.version is not None else None


def _side(one: Side, words: Catalog) -> str:
    return words.gettext("Now") if one.version is None else version_name(one.version, words)


def version_name(version: AgendaVersion, words: Catalog) -> str:
    """A version in a list: its number, form and day."""
    form, day = words.gettext(FORM_LABELS[version.form]), words.short_date(version.made_on)
    return words.pgettext("version of an agenda", "{number}: {form}, {day}").format(
        number=version.number, form=form.lower(), day=day
    )


class CompareForm(Form):
    """Which two are compared, and in which language."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.before: ChoiceField[Side] = ChoiceField(language, [], _side)
        self.after: ChoiceField[Side] = ChoiceField(language, [], _side)
        self.add("before", N_("Compare version"), self.before)
        self.add("after", N_("with"), self.after)

    def offer(self, versions: Sequence[AgendaVersion]) -> None:
        """The versions to choose from; at first the last one and now."""
        kept = [Side(one) for one in reversed(versions)]
        chosen, other = self.before.value(), self.after.value()
        self.before.set_values(kept)
        self.after.set_values([Side(None), *kept])
        self.before.load(chosen if chosen in kept else next(iter(kept), None), over=True)
        self.after.load(other if other in kept else Side(None), over=True)


class NoteForm(Form):
    """Why a version was made."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.note = TextField(language)
        self.add("note", N_("Note"), self.note)


class VersionsPage(AgendaPage):
    """The versions of a meeting's agenda."""

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(desk, language, alerts, HINT)
        self._noted = ""
        self._versions: tuple[AgendaVersion, ...] = ()
        self.keep_button = self.button(N_("Keep as a version …"), self.begin)
        self.note, self.comparing = NoteForm(language), CompareForm(language)
        self.draft = self.card(Draft(N_("Version of the agenda"), N_("Keep"), self.note, language), self._keep)
        self.add(self.rows)
        self.add(self.comparing)
        self.changes = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.changes.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.add(self.changes)
        self.comparing.edited.connect(lambda _name: self.compare())

    def begin(self) -> None:
        """Keep the agenda as it is now, with a note why."""
        if not self.put_away():
            return
        self._noted = ""
        self.note.note.load("", over=True)
        self.open_card(self.draft)

    def _begin_note(self, version: AgendaVersion) -> None:
        if not self.put_away():
            return
        self._noted = version.key
        self.note.note.load(version.note, over=True)
        self.open_card(self.draft)

    def _keep(self) -> None:
        with self.alerts.guard(self.draft):
            if self._noted:
                self.desk.agenda_versions.annotate(self._noted, self.note.note.value())
            else:
                version = self.desk.agenda_versions.keep(self.ground(self.draft), self.on, self.note.note.value())
                self.alerts.say(N_("The agenda is kept as version {number}."), number=version.number)
            self.finish(self.draft)

    def shown(self) -> Iterable[FactRow]:
        """The versions, the last first."""
        standing = self.desk.agenda_versions.standing(self.key)
        self._versions = standing.versions
        self.comparing.setVisible(bool(self._versions))
        self.comparing.offer(self._versions)
        self.compare()
        if not self._versions:
            text = self.words.gettext("Nothing is kept yet: the first version is kept when the Committee agrees.")
            return [FactRow((text,), muted=True, mark=Mark("history"))]
        return [self._row(one) for one in reversed(self._versions)]

    def _row(self, one: AgendaVersion) -> FactRow:
        name = version_name(one, self.words)
        ways = self.offers((N_("Note …"), partial(self._begin_note, one)))
        place = Place("documents", f"agenda:{self.key}:{one.key}")
        preview = Offer(N_("Preview"), lambda: self.asked.emit(place))
        return FactRow((name,), "", one.note, Mark("history", Tone.MUTED), "", (preview, *ways), key=one.key)

    def compare(self) -> None:
        """Show what differs between the two chosen."""
        before, after = self.comparing.before.value(), self.comparing.after.value()
        self.changes.setVisible(bool(self._versions))
        if before is None or before.key is None or after is None:
            self.changes.setText("")
            return
        changes = self.desk.agenda_versions.compare(before.key, after.key)
        words = self.words
        if not changes:
            self.changes.setText(escape(words.gettext("They say the same.")))
            return
        self.changes.setText("<br>".join(_told(one, words) for one in changes))


def _told(one: ItemChange, words: Catalog) -> str:
    """An item that differs, as rich text of which every word is escaped."""
    mark = ICONS[one.difference]
    label = words.gettext(DIFFERENCE_LABELS[one.difference])
    shown = one.shown
    head = escape(f"{shown.reference(words.language)} {title_of(shown, words)}")
    colour = tone_colour(colours(), mark.tone)
    said = f'<b>{head}</b> <span style="color:{colour}">{escape(label)}</span>'
    if one.before is not None and one.after is not None and one.before.path != one.after.path:
        was = words.gettext("was {number}").format(number=one.before.reference(words.language))
        said += f" ({escape(was)})"
    lines = [said, *(_text(change, words) for change in one.texts)]
    if one.facts:
        facts = words.listing(words.gettext(FACTS[name]) for name in one.facts)
        lines.append(escape(words.gettext("also: {fields}").format(fields=facts)))
    return "<br>&nbsp;&nbsp;&nbsp;".join(lines) + "<br>"


def _text(change: TextChange, words: Catalog) -> str:
    name = words.pgettext("text in a language", "{text}, {language}:").format(
        text=words.gettext(TEXTS[change.field]), language=words.language_name(Language(change.language))
    )
    return f"{escape(name)} " + "".join(_piece(piece) for piece in change.pieces)


def _piece(piece: Piece) -> str:
    text = escape(piece.text).replace("\n", "<br>")
    match piece.standing:
        case PieceState.KEPT:
            return text
        case PieceState.GONE:
            return f'<s style="color:{tone_colour(colours(), Tone.BAD)}">{text}</s>'
        case PieceState.NEW:
            return f'<u style="color:{tone_colour(colours(), Tone.GOOD)}">{text}</u>'
