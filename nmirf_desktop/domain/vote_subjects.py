"""What is put to the vote, as a heading names it: a draft decision, an amendment to it, a part of it, a motion."""

from nmirf_desktop.domain.voting import VoteKind
from nmirf_desktop.i18n import N_, Catalog

SUBJECTS = {
    VoteKind.PROPOSAL: N_("Draft decision"),
    VoteKind.AMENDMENT: N_("Amendment"),
    VoteKind.PART: N_("Part of a draft decision"),
    VoteKind.DIVISION: N_("Division of a draft decision"),
    VoteKind.RECONSIDERATION: N_("Reconsideration of a draft decision"),
    VoteKind.PROCEDURAL: N_("Motion"),
    VoteKind.APPEAL: N_("Appeal against a ruling of the Chair"),
}
"""What a vote without a numbered draft was on."""
NAMED_SUBJECTS = {
    VoteKind.PROPOSAL: N_("Draft decision {name}"),
    VoteKind.AMENDMENT: N_("Amendment {part}"),
    VoteKind.PART: N_("Part {part} of draft decision {name}"),
    VoteKind.DIVISION: N_("Division of draft decision {name}"),
    VoteKind.RECONSIDERATION: N_("Reconsideration of draft decision {name}"),
}


def subject(kind: VoteKind, words: Catalog, draft: str = "", part: str = "") -> str:
    """What is put, as a heading: "Draft decision L.3", "Amendment L.3/Amend.1", "Part 2 of draft decision L.3"."""
    frame = NAMED_SUBJECTS.get(kind) if draft else None
    return words.gettext(frame or SUBJECTS[kind]).format(name=draft, part=part)


def titled_subject(kind: VoteKind, title: str, words: Catalog, draft: str = "", part: str = "") -> str:
    """What is put with the title of its text: "Amendment L.3/Amend.1: Plan of action"; a motion is its own question."""
    if not draft:
        return title
    said = subject(kind, words, draft, part)
    return words.pgettext("vote on", "{subject}: {title}").format(subject=said, title=title) if title else said
