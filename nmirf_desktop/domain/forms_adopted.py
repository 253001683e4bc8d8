"""In which form a text was adopted, where it is not as submitted: as revised, as amended, without some of its parts."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from nmirf_desktop.domain.amendments import TextVersion, VersionCause, as_it_read, as_it_reads
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.voting import Proposal
from nmirf_desktop.i18n import N_


class Form(StrEnum):
    """In which form a text reads, where it is not as submitted."""

    REVISED = "revised"
    AMENDED = "amended"
    REVISED_AND_AMENDED = "revised and amended"
    IN_PART = "in part"


AS_SUBMITTED = N_("Draft decision {draft} was adopted by consensus as decision {name}.")
BY_CONSENSUS = {
    Form.REVISED: N_("Draft decision {draft}, as orally revised, was adopted by consensus as decision {name}."),
    Form.AMENDED: N_("Draft decision {draft}, as amended, was adopted by consensus as decision {name}."),
    Form.REVISED_AND_AMENDED: N_(
        "Draft decision {draft}, as orally revised and amended, was adopted by consensus as decision {name}."
    ),
    Form.IN_PART: N_(
        "Draft decision {draft}, without the parts that had been rejected, was adopted by consensus as decision {name}."
    ),
}
"""What is said of each form in one sentence, where there was no vote: a draft is amended, and is then a decision."""
ASKED = {
    Form.REVISED: N_("May I take it that the meeting wishes to adopt draft decision {name}, as orally revised?"),
    Form.AMENDED: N_("May I take it that the meeting wishes to adopt draft decision {name}, as amended?"),
    Form.REVISED_AND_AMENDED: N_(
        "May I take it that the meeting wishes to adopt draft decision {name}, as orally revised and amended?"
    ),
    Form.IN_PART: N_(
        "May I take it that the meeting wishes to adopt draft decision {name}, without the parts that were rejected?"
    ),
}
"""What the Chair asks of a text in each form (R12)."""


def form_adopted(facts: RecordedMeeting, proposal: Proposal) -> Form | None:
    """In which form a text was adopted, where it is not as submitted."""
    return form_of(proposal, facts.text_versions)


def form_of(proposal: Proposal, versions: Iterable[TextVersion]) -> Form | None:
    """In which form a text reads now, by the *versions* that were kept; ``None`` where that is as submitted.

    Where a corrected record put a text back, what had been made of it in between is no part of its form.
    """
    made = {one.cause for one in _in_effect(proposal, versions)}
    revised = bool(made & {VersionCause.REVISED, VersionCause.ACCEPTED})
    if VersionCause.ADOPTED in made:
        return Form.REVISED_AND_AMENDED if revised else Form.AMENDED
    if VersionCause.DIVIDED in made:
        return Form.IN_PART
    return Form.REVISED if revised else None


def form_at(proposal: Proposal, versions: Iterable[TextVersion], at: datetime.datetime) -> Form | None:
    """In which form a text read at a moment, such as that at which it was put; as :func:`form_of`."""
    return form_of(*_read_at(proposal, versions, at))


def adopted_in(proposal: Proposal, versions: Iterable[TextVersion], at: datetime.datetime) -> tuple[Key, ...]:
    """The amendments whose adoption made a text what it was at a moment, in their order (R22)."""
    return _amendments(made_by(proposal, versions, at), VersionCause.ADOPTED)


def accepted_in(proposal: Proposal, versions: Iterable[TextVersion], at: datetime.datetime) -> tuple[Key, ...]:
    """The amendments whose acceptance by who submitted a text had orally revised it at a moment, in their order."""
    return _amendments(made_by(proposal, versions, at), VersionCause.ACCEPTED)


def made_by(proposal: Proposal, versions: Iterable[TextVersion], at: datetime.datetime) -> list[TextVersion]:
    """The versions through which a text came to read as it did at a moment."""
    return _in_effect(*_read_at(proposal, versions, at))


def _amendments(made: Iterable[TextVersion], cause: VersionCause) -> tuple[Key, ...]:
    found = (one.amendment for one in made if one.cause is cause)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _read_at(
    proposal: Proposal, versions: Iterable[TextVersion], at: datetime.datetime
) -> tuple[Proposal, list[TextVersion]]:
    """A text as it read at a moment, with the versions that were kept of it until then."""
    kept = _kept(proposal, versions)
    until = [one for one in kept if one.made_at <= at]
    if not until or len(until) == len(kept):
        return proposal, until
    last = until[-1]
    return replace(proposal, title=last.title or proposal.title, text=last.text), until


def _in_effect(proposal: Proposal, versions: Iterable[TextVersion]) -> list[TextVersion]:
    """The versions through which a text came to read as it does, without what a corrected record took back."""
    kept = _kept(proposal, versions)
    reads = [as_it_read(one, proposal) == as_it_reads(proposal) for one in kept]
    return kept[: reads.index(True) + 1 if True in reads else None]


def _kept(proposal: Proposal, versions: Iterable[TextVersion]) -> list[TextVersion]:
    return sorted((one for one in versions if one.proposal == proposal.key), key=lambda one: one.number)
