"""In which form a text was adopted, where it is not as submitted: as revised, as amended, without some of its parts."""

from collections.abc import Iterable

from nmirf_desktop.domain.amendments import TextVersion, VersionCause, as_it_read, as_it_reads
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.voting import Proposal
from nmirf_desktop.i18n import N_

ADOPTED_AS_REVISED = N_("It was adopted as orally revised.")
ADOPTED_AS_AMENDED = N_("It was adopted as amended.")
ADOPTED_REVISED_AND_AMENDED = N_("It was adopted as orally revised and amended.")
ADOPTED_IN_PART = N_("It was adopted without the parts that had been rejected.")
BY_CONSENSUS = {
    ADOPTED_AS_REVISED: N_("Draft decision {draft}, as orally revised, was adopted by consensus as decision {name}."),
    ADOPTED_AS_AMENDED: N_("Draft decision {draft}, as amended, was adopted by consensus as decision {name}."),
    ADOPTED_REVISED_AND_AMENDED: N_(
        "Draft decision {draft}, as orally revised and amended, was adopted by consensus as decision {name}."
    ),
    ADOPTED_IN_PART: N_(
        "Draft decision {draft}, without the parts that had been rejected, was adopted by consensus as decision {name}."
    ),
}
"""What is said of each form in one sentence, where there was no vote: a draft is amended, and is then a decision."""
ASKED = {
    ADOPTED_AS_REVISED: N_("May I take it that the meeting wishes to adopt draft decision {name}, as orally revised?"),
    ADOPTED_AS_AMENDED: N_("May I take it that the meeting wishes to adopt draft decision {name}, as amended?"),
    ADOPTED_REVISED_AND_AMENDED: N_(
        "May I take it that the meeting wishes to adopt draft decision {name}, as orally revised and amended?"
    ),
    ADOPTED_IN_PART: N_(
        "May I take it that the meeting wishes to adopt draft decision {name}, without the parts that were rejected?"
    ),
}
"""What the Chair asks of a text in each form (R12)."""


def form_adopted(facts: RecordedMeeting, proposal: Proposal) -> str:
    """A sentence that says in which form a text was adopted, where it is not as submitted; a marked constant."""
    return form_of(proposal, facts.text_versions)


def form_of(proposal: Proposal, versions: Iterable[TextVersion]) -> str:
    """In which form a text reads now, by the *versions* that were kept, as the sentence of :func:`form_adopted`.

    Where a corrected record put a text back, what had been made of it in between is no part of its form.
    """
    kept = sorted((one for one in versions if one.proposal == proposal.key), key=lambda one: one.number)
    reads = [as_it_read(one, proposal) == as_it_reads(proposal) for one in kept]
    made = {one.cause for one in kept[: reads.index(True) + 1 if True in reads else None]}
    revised = bool(made & {VersionCause.REVISED, VersionCause.ACCEPTED})
    if VersionCause.ADOPTED in made:
        return ADOPTED_REVISED_AND_AMENDED if revised else ADOPTED_AS_AMENDED
    if VersionCause.DIVIDED in made:
        return ADOPTED_IN_PART
    return ADOPTED_AS_REVISED if revised else ""
