"""By which amendments a text was what was put, or decided, as a voting record and a decision name them (R22)."""

import datetime
from functools import partial

from nmirf_desktop.domain.amendments import Amendment, amendment_name
from nmirf_desktop.domain.drafted import in_all
from nmirf_desktop.domain.forms_adopted import adopted_in
from nmirf_desktop.domain.naming import formal_name, name
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Proposal
from nmirf_desktop.i18n import Catalog, Language


def amended_by(facts: RecordedMeeting, proposal: Proposal, at: datetime.datetime) -> Trilingual | None:
    """(silent; GA 90/130) R22: the amendments that the meeting had made in a text by a moment; ``None`` for none.

    "Draft decision L.1 had been amended by amendment L.1/Amend.1 (Paraguay)." What its sponsors accepted is no such
    amendment, but an oral revision.
    """
    keys = adopted_in(proposal, facts.text_versions, at)
    own = {one.key: one for one in facts.amendments}
    made = tuple(own[key] for key in keys if key in own)
    return in_all(partial(_amended, facts, proposal, made)) if made else None


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
