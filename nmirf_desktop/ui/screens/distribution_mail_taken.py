"""One message that came back: what it shows, in a sentence, and whether it is recorded with the others."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.states import State, in_order
from nmirf_desktop.exchange.mail_text import MailText
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.mail_recorded import beside_the_log
from nmirf_desktop.services.mail_shown import KNOWN_BY_LABELS, KnownBy, Shown
from nmirf_desktop.services.mail_unclaimed import Unclaimed
from nmirf_desktop.ui.screens.distribution_mail_about import (
    ANSWERED,
    DECIDED,
    OF_SEVERAL,
    OTHER_ADDRESS,
    SHOWN,
    about_said,
    why_read,
)

NOTHING_SAID = MailText()


@dataclass(frozen=True, slots=True)
class Claimant:
    """A State or a partner whose a message may be; *name* is how it was written to."""

    key: Key
    name: str
    state: State | None = None

    def said_in(self, words: Catalog) -> str:
        """The State, or the partner."""
        return self.state.said_in(words) if self.state is not None else self.name


def claimants(found: Unclaimed | None, states: Mapping[str, State]) -> tuple[Claimant, ...]:
    """Whose a message may be."""
    if found is None:
        return ()
    went = {whom: sendings[0][1][0].recipient for whom, sendings in found.went.items()}
    return tuple(Claimant(whom, to.name, states.get(whom)) for whom, to in went.items())


@dataclass(frozen=True, slots=True)
class Taken:
    """A message and what it shows, or why it shows nothing; *others* are the names of recipients that are no State.

    *said* is what it says itself; *left_out*: somebody said that it is not to be recorded. *answer* is what it showed
    before somebody said that by it something did not arrive. *unclaimed* is a message of which nothing says whose it
    is: one of the *claimants*, where somebody says so; it is *refused* until then.
    """

    number: int
    name: str
    shown: Shown | None = None
    problem: Problem | Refusal | None = None
    states: tuple[State, ...] = ()
    others: tuple[str, ...] = ()
    done: bool = False
    left_out: bool = False
    said: MailText = NOTHING_SAID
    answer: Shown | None = None
    unclaimed: Unclaimed | None = None
    claimants: tuple[Claimant, ...] = ()
    claimant: Claimant | None = None
    refused: Problem | None = None

    def claimed(self, whose: Claimant | None) -> "Taken":
        """The same as the message of somebody, as somebody of the secretariat says; of nobody, it is refused as before.

        It is to be recorded where its words are plain; else somebody has to read it first.
        """
        if self.unclaimed is None or self.done:
            return self
        if whose is None:
            return replace(
                self, shown=None, problem=self.refused, states=(), others=(), left_out=False, answer=None, claimant=None
            )
        state = (whose.state,) if whose.state is not None else ()
        return replace(
            self, shown=self.unclaimed.of(whose.key), problem=None, states=state, others=() if state else (whose.name,),
            left_out=not self.unclaimed.plain, answer=None, claimant=whose,
        )  # fmt: skip

    def proposed(self) -> "Taken":
        """The same as the message of who alone was written to at its address, left out until somebody has read it."""
        whom = self.unclaimed.of_its_address if self.unclaimed is not None else None
        whose = next((one for one in self.claimants if one.key == whom), None)
        if self.unclaimed is None or whose is None:
            return self
        shown = self.unclaimed.of(whose.key, KnownBy.ORIGIN)
        return replace(self.claimed(whose), shown=shown, left_out=True)

    @property
    def doubtful(self) -> bool:
        """Whether it is an answer that somebody has to read, who may say that it did not arrive."""
        shown = self.shown
        answered = shown is not None and not shown.sure and shown.kind is Happening.ACKNOWLEDGED
        return self.problem is None and not self.done and (self.answer is not None or (self.new and answered))

    def turned(self) -> "Taken":
        """The same as “It did not arrive”, to be recorded; or as the answer that it was, which is left out again."""
        if self.answer is not None:
            return replace(self, shown=self.answer, answer=None, left_out=True)
        if self.shown is None:
            return self
        return replace(self, shown=self.shown.as_judged(), answer=self.shown, left_out=False)

    def about(self, dispatch: Key) -> "Taken":
        """The same about what went with another dispatch that it may be about."""
        if self.shown is None:
            return self
        answer = self.answer.about(dispatch) if self.answer is not None else None
        return replace(self, shown=self.shown.about(dispatch), answer=answer)

    def _why(self, shown: Shown, *, unsure: bool) -> str:
        """Why somebody has to read it, or as what it is recorded by somebody's word; empty where neither is so."""
        if not unsure or (self.claimant is not None and self.ticked and not shown.denied):
            return ""
        if self.known:
            return DECIDED if shown.denied else ""
        return DECIDED if self.answer is not None else why_read(shown)

    def letter(self, words: Catalog) -> str:
        """The message itself: its file, who wrote it, about what, and its text."""
        heads = ((N_("File"), self.name), (N_("From"), self.said.sender), (N_("Subject"), self.said.subject))
        pattern = words.pgettext("head of a message", "{head}: {text}")
        said = [pattern.format(head=words.gettext(head), text=text) for head, text in heads if text]
        return "\n".join((*said, *(("", self.said.text) if self.said.text else ())))

    @property
    def new(self) -> bool:
        """Whether something can be recorded of it."""
        return self.shown is not None and not self.done and bool(self.shown.new)

    @property
    def ticked(self) -> bool:
        """Whether it is recorded with the others."""
        return self.new and not self.left_out

    @property
    def known(self) -> bool:
        """Whether it was recorded before."""
        shown = self.shown
        return shown is not None and not self.done and not shown.new

    @property
    def fails(self) -> bool:
        """Whether it is no receipt: what is recorded of it is that something did not arrive."""
        return self.shown is not None and (self.shown.denied or self.shown.kind is Happening.FAILED)

    def whom(self, words: Catalog) -> str:
        """Of whose delivery it is: States, then others."""
        states = (one.said_in(words) for one in in_order(self.states, words))
        return words.listing((*states, *sorted(self.others, key=words.sort_key)))

    def said_in(self, words: Catalog) -> str:
        """What it shows in a sentence, or why it shows nothing."""
        if self.problem is not None:
            return self.problem.said_in(words)
        shown = self.shown
        if shown is None:
            return ""
        at = shown.at.astimezone(ZoneInfo(shown.line.dispatch.zone))
        unsure = shown.denied or (shown.kind is Happening.ACKNOWLEDGED and not shown.sure)
        said = words.gettext(ANSWERED if unsure else SHOWN[shown.kind]).format(
            day=words.date(at.date()),
            time=words.clock(at),
            whom=self.whom(words),
            known=words.gettext(KNOWN_BY_LABELS[shown.known_by]),
        )
        if why := self._why(shown, unsure=unsure):
            said = " ".join((said, words.gettext(why)))
        said = " ".join((said, *about_said(shown, words)))
        if shown.elsewhere:
            said = " ".join((said, words.gettext(OTHER_ADDRESS).format(origin=shown.elsewhere)))
        said = " ".join((said, *beside_the_log(shown, words, done=self.done)))
        missed = dict.fromkeys(address for one in shown.deliveries for address in shown.at_addresses(one))
        if not missed:
            return said
        return " ".join((said, words.gettext(OF_SEVERAL).format(addresses=words.listing(missed))))
