"""The papers of a secret ballot: totals, and who received and returned one, never who voted for whom (R18, R35).

Who returned a paper is written as it happens, in an order that a journal cannot hide. So the order of the papers is
never written: a count is one set of totals, recorded at once when the box was opened, and from then on nobody is
marked any more.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_

BOX_OPENED = N_(
    "The box was opened and the papers were counted, so that nobody is marked any more: who returned a paper after "
    "a count would give the vote away. Nothing was changed."
)

TYPED = N_(
    "The numbers of papers were typed, and marking a member would replace them: set both numbers to 0 before you mark. "
    "Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a secret ballot: how many were *issued* and came back, and how many of these are not valid.

    *received* and *returned_by* are the States that were ticked, *unable* those online that could not take part; all
    in calling order, whatever the order in which they were ticked. Nothing else is known of a voter.
    """

    issued: int
    returned: int
    invalid: int
    received: tuple[StateCode, ...]
    returned_by: tuple[StateCode, ...]
    unable: tuple[StateCode, ...]

    @property
    def marked(self) -> bool:
        """Whether members are marked by name, so that the numbers follow from the marks."""
        return bool(self.received or self.unable)

    @property
    def numbered(self) -> bool:
        """Whether it is known how many went out and came back: typed, or by the marks. An election always knows it."""
        return self.marked or self.issued > 0 or self.returned > 0

    @property
    def known(self) -> bool:
        """Whether there is a number of them to tell."""
        return self.numbered or self.invalid > 0


NO_PAPERS = Papers(0, 0, 0, (), (), ())


def paper_numbers(papers: Papers) -> Phrase:
    """How many papers were issued, came back and are invalid; only these where nobody typed the others."""
    numbers = {"issued": papers.issued, "returned": papers.returned, "invalid": papers.invalid}
    if papers.numbered:
        return Phrase(N_("issued {issued}, returned {returned}, invalid {invalid}"), numbers)
    return Phrase(N_("invalid {invalid}"), numbers)


class Tick(StrEnum):
    """What is marked of a member: nothing, that it received a paper, that it returned it, that it cannot take part."""

    NONE = "none"
    RECEIVED = "received"
    RETURNED = "returned"
    UNABLE = "unable"


def tick_of(papers: Papers, state: StateCode) -> Tick:
    """What is marked of a State."""
    if state in papers.returned_by:
        return Tick.RETURNED
    if state in papers.received:
        return Tick.RECEIVED
    return Tick.UNABLE if state in papers.unable else Tick.NONE


def ticked(papers: Papers, state: StateCode, tick: Tick, entitled: Sequence[StateCode]) -> Papers:
    """(silent) R18, R35: the papers with one State marked; once members are marked, their number is that of the papers.

    Raises ``Refusal`` as :func:`check_papers`, and where numbers were typed that the first mark would replace.
    """
    check_entitled((state,), entitled)
    if not papers.marked and (papers.issued or papers.returned):
        raise Refusal(TYPED, section="R35")

    def kept(states: Collection[StateCode], *, marked: bool) -> tuple[StateCode, ...]:
        found = {*states, state} if marked else set(states) - {state}
        return tuple(code for code in entitled if code in found)

    received = kept(papers.received, marked=tick in (Tick.RECEIVED, Tick.RETURNED))
    returned = kept(papers.returned_by, marked=tick is Tick.RETURNED)
    unable = kept(papers.unable, marked=tick is Tick.UNABLE)
    found = replace(
        papers, issued=len(received), returned=len(returned), received=received, returned_by=returned, unable=unable
    )
    check_papers(found, entitled)
    return found


def check_papers(papers: Papers, entitled: Collection[StateCode]) -> None:
    """(silent) R18, R35: papers for members entitled only, one each; no more come back than were issued.

    Raises ``Refusal`` and ``Problem``.
    """
    if min(papers.issued, papers.returned, papers.invalid) < 0:
        raise Problem(N_("A number of papers cannot be negative."), field_name="issued")
    check_entitled((*papers.received, *papers.returned_by, *papers.unable), entitled)
    if set(papers.unable) & {*papers.received, *papers.returned_by}:
        raise Refusal(N_("Who cannot take part receives no paper. Nothing was changed."), section="R35")
    if not set(papers.returned_by) <= set(papers.received):
        raise Refusal(N_("Only who received a paper returns one. Nothing was changed."), section="R35")
    able = len(entitled) - len(papers.unable)
    if papers.issued > able:
        values = {"n": papers.issued, "most": able}
        raise Problem(N_("{n} papers were issued, but {most} members can take part: count again."), values, "issued")
    if papers.returned > papers.issued:
        values = {"n": papers.returned, "most": papers.issued}
        raise Problem(N_("{n} papers were returned, but {most} were issued: count again."), values, "returned")
    if papers.invalid > papers.returned:
        raise Problem(N_("More papers are invalid than were returned: count again."), field_name="invalid")


def check_entitled(states: Collection[StateCode], entitled: Collection[StateCode]) -> None:
    """*Membership* (R7): only members entitled to vote are marked. Raises ``Refusal``."""
    if not set(states) <= set(entitled):
        raise Refusal(N_("Only members entitled to vote receive a ballot paper. Nothing was changed."), section="R7")


def check_box(*, opened: bool) -> None:
    """(silent) R18, R35: nobody is marked once the papers were counted. Raises ``Refusal``."""
    if opened:
        raise Refusal(BOX_OPENED, section="R35")


def check_whole(papers: Papers, counted: int) -> None:
    """(silent) R18: the papers counted, invalid ones included, are those that were returned. Raises ``Problem``."""
    found = counted + papers.invalid
    if found != papers.returned:
        raise Problem(
            N_("{n} papers were counted, but {most} were returned: count again."),
            {"n": found, "most": papers.returned},
            "in_favour",
        )


def check_counted(papers: Papers, counted: int, entitled: Collection[StateCode]) -> None:
    """(silent) R18: what was *counted* beside the invalid papers can be true of a secret ballot with totals alone.

    Where nobody typed how many papers went out and came back, no more were counted than members are entitled to vote.

    Raises ``Refusal`` and ``Problem``.
    """
    if papers.numbered:
        check_papers(papers, entitled)
        check_whole(papers, counted)
        return
    if papers.invalid < 0:
        raise Problem(N_("A number of papers cannot be negative."), field_name="invalid")
    if counted + papers.invalid > len(entitled):
        raise Problem(
            N_("{n} papers were counted, but {most} members can take part: count again."),
            {"n": counted + papers.invalid, "most": len(entitled)},
            "invalid",
        )
