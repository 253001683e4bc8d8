"""Who sponsored a draft decision: that it was before the meeting, submitted by whom, and who joined afterwards.

A State that joined before the text was taken up submitted it with its main sponsor: when joint texts are entered, their
sponsors are written one after the other. The text is taken up with the first word under its item after it was entered,
or the first act on it: an objection, an amendment, a motion, a vote. Who joined since then did so subsequently.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from nmirf_desktop.domain.amendments import Sponsorship
from nmirf_desktop.domain.drafted import in_all, slot
from nmirf_desktop.domain.drafting_decisions import Event, draft_name
from nmirf_desktop.domain.naming import of_states, the_states
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.states import State, in_order
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.titles import title_at
from nmirf_desktop.domain.voting import Proposal
from nmirf_desktop.i18n import Catalog


def taken_up(facts: RecordedMeeting, proposal: Proposal) -> datetime.datetime | None:
    """When a text was taken up: the first word under its item since it was entered, or the first act on it.

    Keys follow the order in which records were made. ``None`` where nothing of the kind happened.
    """
    of_it = [one.at for one in facts.calls if one.proposal == proposal.key]
    of_it += (one.opened_at for one in facts.votes if one.proposal == proposal.key)
    of_it += (one.moved_at for one in facts.amendments if one.proposal == proposal.key)
    of_it += (one.moved_at for one in facts.text_motions if one.proposal == proposal.key)
    of_it += (one.made_at for one in facts.text_versions if one.proposal == proposal.key)
    of_it += (at for at in (proposal.withdrawn_at, proposal.passed_over_at) if at is not None)
    for said in (facts.interventions, facts.motions):
        of_it += (one.at for one in said if one.item == proposal.item and one.key > proposal.key)
    return min(of_it, default=None)


def submitting(facts: RecordedMeeting, proposal: Proposal) -> tuple[Sponsorship, ...]:
    """Who submitted a text with its main sponsor; nobody with the Chair, whose text has none."""
    if proposal.sponsor is None:
        return ()
    at = taken_up(facts, proposal)
    first = (one for one in _beside(facts, proposal) if _before(one.joined_at, at))
    return tuple(one for one in first if one.left_at is None or not _before(one.left_at, at))


def joining(facts: RecordedMeeting, proposal: Proposal) -> tuple[Sponsorship, ...]:
    """Who joined the sponsors of a text after it was taken up."""
    at = taken_up(facts, proposal)
    return tuple(one for one in _beside(facts, proposal) if proposal.sponsor is None or not _before(one.joined_at, at))


def _beside(facts: RecordedMeeting, proposal: Proposal) -> list[Sponsorship]:
    of_it = (one for one in facts.sponsorships if one.proposal == proposal.key and one.amendment is None)
    return [one for one in of_it if one.state != proposal.sponsor]


def _before(moment: datetime.datetime, at: datetime.datetime | None) -> bool:
    return at is None or moment < at


def tabled(facts: RecordedMeeting, proposal: Proposal, at: datetime.datetime | None = None) -> Trilingual:
    """That the meeting had a draft decision before it, with those that submitted it where they are known.

    Its title is that of a moment, or ``None``: that under which it was submitted.
    """
    title = title_at(proposal, facts.text_versions, at)
    return in_all(lambda words: _tabled(facts, replace(proposal, title=title), words))


def _tabled(facts: RecordedMeeting, proposal: Proposal, words: Catalog) -> str:
    values = {"name": draft_name(proposal), "title": proposal.title[words.language].strip().rstrip(".")}
    if proposal.sponsor is not None:
        beside = [facts.states[one.state] for one in submitting(facts, proposal)]
        values["the_state"] = the_states((facts.states[proposal.sponsor], *in_order(beside, words)), words)
        if values["title"]:
            frame = words.gettext(
                "The meeting had before it draft decision {name}, entitled “{title}” and submitted by {the_state}."
            )
        else:
            frame = words.gettext("The meeting had before it draft decision {name}, submitted by {the_state}.")
    elif values["title"]:
        frame = words.gettext("The meeting had before it draft decision {name}, entitled “{title}”.")
    else:
        frame = words.gettext("The meeting had before it draft decision {name}.")
    said = frame.format(**values)
    gone = facts.proposal(proposal.reintroduces)
    if gone is None:
        return said
    again = words.gettext("It took up again draft decision {name}, which had been withdrawn.")
    return words.pgettext("two sentences", "{first} {second}").format(
        first=said, second=again.format(name=draft_name(gone))
    )


def joined(facts: RecordedMeeting, proposal: Proposal, until: datetime.datetime | None = None) -> Iterator[Event]:
    """Who joined the sponsors, members and observers alike, in one sentence at the moment of the last.

    Of those, who had joined *until* a moment, where one is given.
    """
    late = [one for one in joining(facts, proposal) if until is None or one.joined_at <= until]
    if late:
        at, states = max(one.joined_at for one in late), [facts.states[one.state] for one in late]
        yield Event(at, slot("sponsors", proposal.key), in_all(partial(_joined, states, draft_name(proposal))))


def _joined(states: Sequence[State], draft: str, words: Catalog) -> str:
    """One State may have a plural name, with which a verb would have to agree: a language may say its delegation."""
    frame = words.ngettext(
        "Subsequently, {the_states} joined in sponsoring draft decision {name}.",
        "Subsequently, {the_states} joined in sponsoring draft decision {name}.",
        len(states),
    )
    ordered = in_order(states, words)
    return frame.format(the_states=the_states(ordered, words), of_states=of_states(ordered, words), name=draft)
