"""Who takes part in an activity, as a row of a list names hosts and others."""

from collections.abc import Iterable
from dataclasses import replace

from nmirf_desktop.domain.activities import TakingPart
from nmirf_desktop.domain.intake import FieldChange, Weight
from nmirf_desktop.domain.intake.work_drafts import STAY, WorkDraft
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.i18n import N_

JOINS = N_("Take part from now on: {names}.")
TAKEN_OUT = N_("Taken out: {names}.")
Who = tuple[StateCode | None, Key | None]
"""A State or a partner."""


def take_part(draft: WorkDraft, activity: Key, hosts: tuple[Who, ...], others: tuple[Who, ...]) -> None:
    """Who takes part beside those who do already, or, in a row that corrects, those whom its cells name and no others.

    A host is one, whatever it was before; only a row that corrects makes it one of the others.
    """
    before = draft.standing.parts(activity)
    held = {_who(one): one for one in before}
    joined: list[Who] = []
    after: list[TakingPart] = []
    for who in dict.fromkeys((*hosts, *others)):
        known = held.get(who)
        host = who in hosts or (known is not None and known.host and not draft.tells("hosts"))
        if known is None or (host and not known.host):
            joined.append(who)
        one = replace(known, host=host) if known else TakingPart(draft.standing.new_key(), activity, *who, host)
        after.append(one)
        if one != known:
            draft.keep(one)
    if joined and not draft.new:
        draft.does.append(Phrase(JOINS, {"names": _named(draft, joined)}))
    stay = [one for one in before if _who(one) not in {_who(each) for each in after}]
    if draft.corrects:
        _correct(draft, before, after, stay)
    elif stay and (hosts or others or draft.cells.has("hosts") or draft.cells.has("who")):
        draft.cells.say(Weight.NOTE, STAY, "who", names=_named(draft, map(_who, stay)))


def _correct(
    draft: WorkDraft, before: Iterable[TakingPart], after: Iterable[TakingPart], unnamed: Iterable[TakingPart]
) -> None:
    """Take out who is no more in the cells, and say field by field who was and who is in them."""
    gone = [one for one in unnamed if draft.tells("hosts" if one.host else "who")]
    draft.gone += gone
    if gone:
        draft.does.append(Phrase(TAKEN_OUT, {"names": _named(draft, map(_who, gone))}))
    stay = [*after, *(one for one in unnamed if one not in gone)]
    for name, host in (("hosts", True), ("who", False)):
        was, now = ([_who(one) for one in several if one.host is host] for several in (before, stay))
        if set(was) != set(now):
            draft.changes.append(FieldChange(draft.labels[name], _named(draft, was), _named(draft, now)))


def _who(one: TakingPart) -> Who:
    return one.state, one.partner


def _named(draft: WorkDraft, several: Iterable[Who]) -> Sayable | None:
    names = tuple(draft.called(*who) for who in several)
    return Listed(names) if names else None
