"""An election by acclamation is read before it is recorded; one that was recorded by mistake is reopened."""

from dataclasses import dataclass
from functools import cached_property

from nmirf_desktop.domain.chair_elections import Put
from nmirf_desktop.domain.election_board import Name, in_order
from nmirf_desktop.domain.election_sentences import listed
from nmirf_desktop.domain.elections import Election
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.elections import Elections
from nmirf_desktop.ui.card_frame import Frame
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_election_cards import ReasonForm
from nmirf_desktop.ui.theme import Tone, Type, style

ALL_WHO_STAND, SLATE = N_("Election by acclamation"), N_("The agreed slate")
ENTER_ELECTS = N_("Enter: the Chair announces them elected. Esc: nothing is recorded.")


@dataclass(frozen=True, slots=True)
class Names:
    """Candidates, named together."""

    names: tuple[Name, ...]

    def said_in(self, words: Catalog) -> str:
        """In the order of the language."""
        return listed(in_order(self.names, words), words)


class AcclaimingCard(Draft):
    """Says whom an acclamation elects, all who stand or an agreed slate; Enter records it, and no letter does."""

    leaving = N_("Do not elect them")

    def __init__(self, elections: Elections, language: CurrentLanguage) -> None:
        self._elections = elections
        self._election: Key = ""
        self._slate: Key | None = None
        self._names: tuple[Name, ...] = ()
        self._others: tuple[Name, ...] = ()
        super().__init__(ALL_WHO_STAND, N_("Announce them elected"), lambda: Form(language), language, ENTER_ELECTS)

    def offer(self, election: Key, slate: Key | None = None) -> None:
        """Open the card for all who stand, or for those of a *slate*. Raises ``Refusal`` where they cannot be elected.

        The keyboard is on the verb, where Enter presses it.
        """
        self._names, self._others = self._foreseen(election, slate)
        self._election, self._slate = election, slate
        self.call(ALL_WHO_STAND if slate is None else SLATE, ENTER_ELECTS)
        self.concern(Names(self._names))
        self.begin()
        self.verb.setFocus()

    @property
    def put(self) -> Put | None:
        """Whom the open card puts to the meeting; ``None`` while it is closed."""
        return None if self.isHidden() else Put(self._names, on_slate=self._slate is not None)

    def elect(self) -> None:
        """Those who were read are elected; where others would be now, they are read first. Raises as :meth:`offer`."""
        if self._foreseen(self._election, self._slate) != (self._names, self._others):
            self.offer(self._election, self._slate)
            return
        self._elections.acclaim(self._election, self._slate)
        self.finished()

    def _foreseen(self, election: Key, slate: Key | None) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
        """Who would be elected now, and who else stands."""
        names = self._elections.foreseen(election, slate)
        return names, tuple(one for one in self._elections.board(election).stand if one not in names)

    def _say_in(self, frame: Frame) -> None:
        """Say every word again; above the keys, who else stands."""
        super()._say_in(frame)
        style(frame.hint, Type.BODY, Tone.ATTENTION if self._others else Tone.MUTED)
        if self._others:
            words = self._language.words
            others = listed(in_order(self._others, words), words)
            said = words.ngettext(
                "This candidate stands too and is not on the slate: {names}. The minutes will say so; where it has "
                "withdrawn, record that first.",
                "These candidates stand too and are not on the slate: {names}. The minutes will say so; where they "
                "have withdrawn, record that first.",
                len(self._others),
            ).format(names=others)
            frame.hint.setText(f"▲ {said}\n{words.gettext(ENTER_ELECTS)}")


class ReopeningCard(Draft):
    """Reopens the *election* for which the card was opened: its acclamation was recorded by mistake."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.election: Key = ""
        super().__init__(
            N_("Recorded by mistake: reopen the election"),
            N_("Reopen it"),
            lambda: self.fields,
            language,
            N_("Nobody is elected by the acclamation any more. That it was announced stays in the journal."),
        )

    @cached_property
    def fields(self) -> ReasonForm:
        """The reason, made when the card is first opened."""
        return ReasonForm(self._language)

    def offer(self, election: Election) -> None:
        """Open the card, which names the election, without a reason yet."""
        self.election = election.key
        self.concern(Content(election.title))
        self.fields.reason.load("", over=True)
        self.begin()
