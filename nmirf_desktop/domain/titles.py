"""Under which title a proposal was known at a moment: an amendment may give it another one ((silent) R22)."""

import datetime
from collections.abc import Iterable

from nmirf_desktop.domain.amendments import TextVersion
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Proposal


def title_at(proposal: Proposal, versions: Iterable[TextVersion], at: datetime.datetime | None = None) -> Trilingual:
    """The title of a proposal as it stood at a moment, by the versions that were kept of it; ``None``: as submitted.

    Where its original reads as it does now, it has the translations of now.
    """
    own = sorted((one for one in versions if one.proposal == proposal.key and one.title), key=lambda one: one.number)
    until = [one for one in own if at is not None and one.made_at <= at]
    if not own or len(until) == len(own):
        return proposal.title
    title = (until[-1] if until else own[0]).title
    same = (title.source, title.original) == (proposal.title.source, proposal.title.original)
    return proposal.title if same else title
