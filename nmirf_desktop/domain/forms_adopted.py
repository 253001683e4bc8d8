"""In which form a text was adopted, where it is not as submitted: as revised, as amended, without some of its parts."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from nmirf_desktop.domain.amendments import TextVersion, VersionCause, as_it_read, as_it_reads
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.voting import Proposal
from nmirf_desktop.i18n import N_


class Form(StrEnum):
    """In which form a text reads, where it is not as submitted."""

    REVISED = "revised"
    AMENDED = "amended"
    REVISED_AND_AMENDED = "revised and amended"
    IN_PART = "in part"


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
    kept = _kept(proposal, versions)
    reads = [as_it_read(one, proposal) == as_it_reads(proposal) for one in kept]
    made = {one.cause for one in kept[: reads.index(True) + 1 if True in reads else None]}
    revised = bool(made & {VersionCause.REVISED, VersionCause.ACCEPTED})
    if VersionCause.ADOPTED in made:
        return Form.REVISED_AND_AMENDED if revised else Form.AMENDED
    if VersionCause.DIVIDED in made:
        return Form.IN_PART
    return Form.REVISED if revised else None


def form_at(proposal: Proposal, versions: Iterable[TextVersion], at: datetime.datetime) -> Form | None:
    """In which form a text read at a moment, such as that at which it was put; as :func:`form_of`."""
    kept = _kept(proposal, versions)
    until = [one for one in kept if one.made_at <= at]
    if len(until) == len(kept):
        return form_of(proposal, kept)
    if not until:
        return None
    last = until[-1]
    return form_of(replace(proposal, title=last.title or proposal.title, text=last.text), until)


def _kept(proposal: Proposal, versions: Iterable[TextVersion]) -> list[TextVersion]:
    return sorted((one for one in versions if one.proposal == proposal.key), key=lambda one: one.number)
