"""The card of a new dispatch: which documents, to whom, by what, and with which message."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt

from nmirf_desktop.domain.dispatch_words import OF_MEETING, PLACEHOLDERS
from nmirf_desktop.domain.dispatches import BY_MAIL, CHANNEL_LABELS, FUNCTION_LABELS, Channel, Function, Recipient
from nmirf_desktop.domain.editions import TOGETHER
from nmirf_desktop.domain.invitations import CAPACITY_LABELS, Capacity
from nmirf_desktop.domain.issued import AGENDAS, LETTERS, ROOM_KIT, DocumentKind, IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import Selection
from nmirf_desktop.domain.replaced_versions import SentAnyBefore, SentBefore
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.domain.symbols import called
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.fields import ChoiceField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.groups import group_name
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.severalfield import SeveralField
from nmirf_desktop.ui.theme import Tone, Type, style

SUBJECT, TEXT = N_("Subject"), N_("Text")
USUAL = (Capacity.MEMBER, Capacity.OBSERVER, Capacity.OHCHR)
"""To whom what leaves the house usually goes (R40)."""
FUNCTIONS = tuple(one for one in Function if one is not Function.PARTNER)
"""Those in which somebody of a State is written to."""
NOBODY_OF_STATES = N_("None ticked: nothing goes to a State.")


CHOSEN = N_("Those that are ticked below")
SAYS_WHICH = N_("The message says which version is replaced and, of an agenda, which of its items are otherwise.")
SAYS_WHAT_CHANGED = N_(
    "It stands in the message behind “Changes:”, under the document, of which the program cannot tell it. Left empty, "
    "the message says only which version is replaced."
)
SAYS_WHAT_CHANGED_IN_SEVERAL = N_(
    "Several of these documents replace an earlier version: name in it the document of each change. It stands in the "
    "message behind “Changes:”, once below the list of documents. Left empty, the message says only which versions are "
    "replaced."
)


class WrittenAs(StrEnum):
    """In what the files are written."""

    FOLDER = "folder"
    ARCHIVE = "archive"


FORM_LABELS = {WrittenAs.FOLDER: N_("A folder"), WrittenAs.ARCHIVE: N_("One archive (ZIP)")}


@dataclass(frozen=True, slots=True)
class Offered:
    """A document that can be sent, in the editions in which it was issued."""

    kind: DocumentKind
    symbol: str
    files: tuple[IssuedDocument, ...]

    def said_in(self, words: Catalog) -> str:
        """Its symbol and the languages, and its name on a second line: beside a box, a line does not wrap."""
        pattern = words.pgettext("document and its languages", "{symbol} ({languages})\n{name}")
        return pattern.format(
            symbol=self.symbol, languages=self._editions(words), name=words.gettext(called(self.files[-1]))
        )

    def _editions(self, words: Catalog) -> str:
        """The languages in two letters; the version once, where all have the same one and there were others before."""
        versions = {one.version for one in self.files}
        if len(versions) == 1 and versions != {1}:
            tongues = words.listing(_tongue(one, words) for one in self.files)
            pattern = words.pgettext("editions and their version", "{languages}, version {version}")
            return pattern.format(languages=tongues, version=versions.pop())
        pattern = words.pgettext("edition and version", "{language} (version {version})")
        return words.listing(
            pattern.format(language=_tongue(one, words), version=one.version)
            if one.version > 1
            else _tongue(one, words)
            for one in self.files
        )


def _tongue(one: IssuedDocument, words: Catalog) -> str:
    """An edition in two letters."""
    return words.gettext("three languages in one file") if one.language in TOGETHER else one.language.upper()


def offered(issued: Iterable[IssuedDocument]) -> tuple[Offered, ...]:
    """The documents, each with its editions: agendas first, and last what is for one addressee or for the room."""
    found: dict[tuple[DocumentKind, str], list[IssuedDocument]] = {}
    for one in issued:
        found.setdefault((one.kind, one.symbol), []).append(one)
    there = (Offered(kind, symbol, tuple(files)) for (kind, symbol), files in found.items())
    return tuple(sorted(there, key=lambda one: (one.kind not in AGENDAS, one.kind in LETTERS | ROOM_KIT)))


def selection_of(to: Sequence[Recipient]) -> Selection:
    """The boxes to be ticked so that some recipients are among those shown."""
    functions = frozenset(one.function for one in to) - {Function.PARTNER}
    return Selection(frozenset(one.capacity for one in to), functions or frozenset({Function.FOCAL_POINT}))


class OrderForm(Form):
    """What is sent, by what, to whom, from which address, and with which message."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.of_meeting = False
        self._beside: tuple[str, ...] = ()
        self._tells = False
        self.issued: SeveralField[Offered] = SeveralField(language, (), lambda one, words: one.said_in(words))
        self.channel: ChoiceField[Channel] = ChoiceField(
            language, list(Channel), lambda one, words: words.gettext(CHANNEL_LABELS[one])
        )
        self.form: ChoiceField[WrittenAs] = ChoiceField(
            language, list(WrittenAs), lambda one, words: words.gettext(FORM_LABELS[one])
        )
        self.same: ChoiceField[SentBefore | SentAnyBefore] = ChoiceField(
            language, [], lambda one, words: one.said_in(words), CHOSEN
        )
        self._add_whom(language)
        self.address = TextField(language)
        self.subject, self.text = TrilingualField(language), TrilingualField(language, lines=8)
        self.placeholders = WrappedLabel()
        style(self.placeholders, Type.SMALL, Tone.MUTED)
        self.section(N_("The message"))
        self.add("sender", N_("From"), self.address, N_("The secretariat’s e-mail; it is kept in the Settings."))
        self.add("subject", SUBJECT, self.subject)
        self.add("text", TEXT, self.text)
        self.add_widget(self.placeholders)
        self.what_changed = TrilingualField(language)
        self.add("what_changed", N_("What is changed"), self.what_changed, SAYS_WHAT_CHANGED)
        self.translated.connect(self.say_placeholders)
        self.channel.changed.connect(self._fit)
        self.functions.changed.connect(self._say_functions)

    def _add_whom(self, language: CurrentLanguage) -> None:
        self.capacities: SeveralField[Capacity] = SeveralField(
            language, tuple(Capacity), lambda one, words: words.gettext(CAPACITY_LABELS[one])
        )
        self.functions: SeveralField[Function] = SeveralField(
            language, FUNCTIONS, lambda one, words: words.gettext(FUNCTION_LABELS[one])
        )
        self.groups: SeveralField[RegionalGroup] = SeveralField(language, tuple(RegionalGroup), group_name)
        self.languages: SeveralField[Language] = SeveralField(
            language, tuple(Language), lambda one, _words: NAMES[one], beside=True
        )
        self.add("issued", N_("Documents"), self.issued)
        self.add("channel", N_("Sent by"), self.channel)
        self.add("form", N_("Written as"), self.form)
        self.section(N_("To whom"))
        self.add("same", N_("Recipients"), self.same, SAYS_WHICH)
        self.add("capacities", N_("Class"), self.capacities)
        self.add("functions", N_("Who of a State"), self.functions)
        self.add("groups", N_("Regional group"), self.groups, N_("None ticked: all of them."))
        self.add("languages", N_("Language"), self.languages, N_("None ticked: all of them."))

    def offer(self, documents: Sequence[Offered], ticked: Sequence[Offered], beside: Sequence[str] = ()) -> None:
        """The documents to choose from, and those that are chosen at first; *beside* are placeholders of a reminder."""
        self._beside = tuple(beside)
        self.issued.set_values(documents)
        self.issued.load(tuple(ticked), over=True)
        self.of_meeting = any(one.files[0].meeting is not None for one in documents)
        self.say_placeholders()

    def load(self, sender: str, subject: Trilingual, text: Trilingual, selection: Selection) -> None:
        """A new dispatch as it usually is."""
        self.channel.load(Channel.TO_EACH, over=True)
        self.form.load(WrittenAs.FOLDER, over=True)
        self.choose(selection)
        self.address.load(sender, over=True)
        self.what_changed.load(Trilingual(), over=True)
        self.say(subject, text)
        self._fit()
        self._say_functions()

    def choose(self, selection: Selection) -> None:
        """Tick the boxes that say to whom."""
        self.capacities.load(tuple(one for one in Capacity if one in selection.capacities), over=True)
        self.functions.load(tuple(one for one in FUNCTIONS if one in selection.functions), over=True)
        self.groups.load((), over=True)
        self.languages.load((), over=True)

    def offer_before(self, before: Sequence[SentBefore | SentAnyBefore], replacing: int = 0) -> None:
        """Offer to write to those who got an earlier version, by the way by which they did; nothing where nobody did.

        Who was chosen stays chosen where that is offered still. What is changed is asked of the documents that are no
        agendas and themselves replace a version that was sent, of which there are *replacing*.
        """
        self.same.set_values(before)
        self.same.load(self.same.value(), over=True)  # what is not offered any more was not unchosen by anybody
        self.show_row("same", bool(before))
        self._tells = replacing > 0
        self.show_row("what_changed", self._tells)
        self.hint("what_changed", SAYS_WHAT_CHANGED_IN_SEVERAL if replacing > 1 else SAYS_WHAT_CHANGED)

    def say(self, subject: Trilingual, text: Trilingual) -> None:
        """Put a message into its fields."""
        self.subject.load(subject, over=True)
        self.text.load(text, over=True)

    @property
    def _said(self) -> tuple[Field[Any], ...]:
        return self.address, self.subject, self.text

    def words(self) -> tuple[object, ...]:
        """Address, subject and text as they stand in the fields."""
        return tuple(field.value() for field in self._said)

    def renew(self, offered: Sequence[object], usual: Sequence[object]) -> tuple[object, ...]:
        """Put the *usual* words into each field that stands as it was *offered*; what somebody changed stays.

        Gives what is offered from now on.
        """
        now = list(offered)
        for place, (field, new) in enumerate(zip(self._said, usual, strict=True)):
            if field.value() == now[place] and new != now[place]:
                field.load(new, over=True)
                now[place] = field.value()
        return tuple(now)

    def lead_to(self, text: bool, language: Language) -> None:
        """The keyboard into the *text*, or into the subject, in a language."""
        field = self.text if text else self.subject
        field.lead(language)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Only what goes by e-mail comes from an address."""
        self.show_row("sender", self.channel.value() in BY_MAIL)

    def _say_functions(self) -> None:
        """Say beside the boxes that nobody of a State is chosen."""
        self.hint("functions", "" if self.functions.value() else NOBODY_OF_STATES)

    def say_placeholders(self) -> None:
        """Say what may stand between braces."""
        usual = (one for one in PLACEHOLDERS if self.of_meeting or one not in OF_MEETING)
        known = (f"{{{one}}}" for one in (*usual, *self._beside))
        words = self.language.words
        said = words.gettext("Put in for each recipient, where it stands between braces: {placeholders}")
        self.placeholders.setText(said.format(placeholders=words.listing(known)))

    @property
    def changes(self) -> Trilingual:
        """What is said of the changes of later versions that are no agendas; nothing where there is none."""
        return self.what_changed.value() if self._tells else Trilingual()

    @property
    def keys(self) -> tuple[Key, ...]:
        """The files of the documents that are ticked."""
        return tuple(file.key for one in self.issued.value() for file in one.files)

    def selection(self) -> Selection:
        """To whom."""
        return Selection(
            frozenset(self.capacities.value()),
            frozenset(self.functions.value()),
            frozenset(self.groups.value()),
            frozenset(self.languages.value()),
        )
