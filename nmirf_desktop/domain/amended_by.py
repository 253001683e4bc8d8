"""By which amendments a text was what was put, or decided, as a voting record and a decision name them (R22)."""

import datetime
from collections.abc import Callable, Iterable
from functools import partial

from nmirf_desktop.domain.amendments import Amendment, VersionCause, amendment_name
from nmirf_desktop.domain.drafted import in_all
from nmirf_desktop.domain.forms_adopted import accepted_in, adopted_in, made_by
from nmirf_desktop.domain.naming import formal_name, name
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Proposal
from nmirf_desktop.i18n import N_, Catalog, Language

REVISED = N_("Draft decision {draft} had been orally revised.")
Frame = Callable[[int, Catalog], str]
"""A sentence about a number of amendments, to be filled."""


def amended_by(facts: RecordedMeeting, proposal: Proposal, at: datetime.datetime) -> Trilingual | None:
    """(silent; GA 90/130) R22: the amendments that the meeting had made in a text by a moment; ``None`` for none.

    "Draft decision L.1 had been amended by amendment L.1/Amend.1 (Paraguay)." What its sponsors accepted is no such
    amendment, but an oral revision.
    """
    made = _known(facts, adopted_in(proposal, facts.text_versions, at))
    return in_all(partial(_amended, facts, proposal, made)) if made else None


def revised_by(facts: RecordedMeeting, proposal: Proposal, at: datetime.datetime) -> Trilingual | None:
    """(silent; United Nations practice) R22: that who submitted a text had orally revised it by a moment.

    "Draft decision L.1 had been orally revised in accordance with amendment L.1/Amend.1 (Paraguay)." Where they
    accepted none, or revised it otherwise as well, that is said. ``None`` where it was not revised.
    """
    versions = facts.text_versions
    accepted = _known(facts, accepted_in(proposal, versions, at))
    freely = any(one.cause is VersionCause.REVISED for one in made_by(proposal, versions, at))
    if not (accepted or freely):
        return None
    if not accepted:
        return in_all(lambda words: words.gettext(REVISED).format(draft=proposal.symbol))
    frame = _also_accepted if freely else _accepted
    return in_all(partial(_revised, facts, proposal, accepted, frame))


def _known(facts: RecordedMeeting, keys: Iterable[Key]) -> tuple[Amendment, ...]:
    own = {one.key: one for one in facts.amendments}
    return tuple(own[key] for key in keys if key in own)


def _revised(
    facts: RecordedMeeting, proposal: Proposal, accepted: tuple[Amendment, ...], frame: Frame, words: Catalog
) -> str:
    names = words.conjunction([_named(facts, proposal, one, words) for one in accepted])
    return frame(len(accepted), words).format(draft=proposal.symbol, names=names)


def _accepted(count: int, words: Catalog) -> str:
    return words.ngettext(
        "Draft decision {draft} had been orally revised in accordance with amendment {names}.",
        "Draft decision {draft} had been orally revised in accordance with amendments {names}.",
        count,
    )


def _also_accepted(count: int, words: Catalog) -> str:
    return words.ngettext(
        "Draft decision {draft} had been orally revised, including in accordance with amendment {names}.",
        "Draft decision {draft} had been orally revised, including in accordance with amendments {names}.",
        count,
    )


def _amended(facts: RecordedMeeting, proposal: Proposal, made: tuple[Amendment, ...], words: Catalog) -> str:
    frame = words.ngettext(
        "Draft decision {draft} had been amended by amendment {names}.",
        "Draft decision {draft} had been amended by amendments {names}.",
        len(made),
    )
    names = words.conjunction([_named(facts, proposal, one, words) for one in made])
    return frame.format(draft=proposal.symbol, names=names)


def _named(facts: RecordedMeeting, proposal: Proposal, amendment: Amendment, words: Catalog) -> str:
    """An amendment with its main sponsor, where it has one: "L.1/Amend.1 (Paraguay)"."""
    symbol = amendment_name(amendment, proposal, facts.amendments)
    if amendment.sponsor is None:
        return symbol
    state = _in_parentheses(facts.states[amendment.sponsor], words.language)
    return words.pgettext("amendment and sponsor", "{name} ({state})").format(name=symbol, state=state)


def _in_parentheses(state: State, language: Language) -> str:
    """A name that has parentheses of its own turns round, so that none stand in others."""
    short = name(state, language).bare
    return formal_name(state, language).bare if "(" in short else short
