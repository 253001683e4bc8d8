"""Follow-up actions as the minutes print them: a table with who does what by when."""

import datetime
from collections.abc import Iterator

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.blocks import Column, DataTable
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.papers import PaperSection
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.i18n import N_, Catalog

TITLE = N_("Follow-up actions")


def follow_up_annex(facts: RecordedMeeting, approved_on: datetime.date | None = None) -> Iterator[PaperSection]:
    """The annex with the follow-up actions; what was recorded after the minutes were approved is not in them."""
    told = [one for one in _in_order(facts) if not since(one, approved_on)]
    if told:
        yield PaperSection(Said.words(TITLE), (_table(told, facts),))


def since(action: FollowUpAction, approved_on: datetime.date | None) -> bool:
    """Whether an action was recorded after minutes had been approved."""
    return approved_on is not None and action.recorded_on is not None and action.recorded_on > approved_on


def _in_order(facts: RecordedMeeting) -> list[FollowUpAction]:
    """In the order of the agenda, then as they were recorded: what was done meanwhile changes nothing."""
    places = {place.item.key: number for number, place in enumerate(facts.agenda)}
    decided = {one.key: one.item for one in facts.decisions}

    def place(one: FollowUpAction) -> tuple[int, str]:
        item = one.item or decided.get(one.decision or "")
        return places.get(item or "", len(places)), one.key

    return sorted(facts.actions, key=place)


COLUMNS = (
    (N_("What is to be done"), 4.2),
    (N_("Arising from"), 1.7),
    (N_("Responsible"), 2.2),
    (N_("Due on"), 2.8),
)
"""The headings of the table, each with its share of the width."""


def _table(actions: list[FollowUpAction], facts: RecordedMeeting) -> DataTable:
    """Without the columns in which nothing stands."""
    rows = [_row(one, facts) for one in actions]
    filled = [place for place, cells in enumerate(zip(*rows, strict=True)) if any(cells)]
    return DataTable(
        columns=tuple(Column(Said.words(COLUMNS[place][0]), COLUMNS[place][1]) for place in filled),
        rows=tuple(tuple(row[place] for place in filled) for row in rows),
    )


def _row(action: FollowUpAction, facts: RecordedMeeting) -> tuple[Said, ...]:
    due = action.due_on
    return (
        Said.of(action.title),
        Said.by(lambda words: arising_from(action, facts, words)),
        Said.of(action.responsible) if action.responsible else NOTHING,
        NOTHING if due is None else Said.by(lambda words: words.date(due)),
    )


def arising_from(action: FollowUpAction, facts: RecordedMeeting, words: Catalog) -> str:
    """From what an action arose: its decision, else its item; nothing where it is of the whole meeting."""
    decision = next((one for one in facts.decisions if one.key == action.decision), None)
    if decision is not None:
        return words.gettext("Decision {name}").format(name=decision_name(decision))
    place = next((one for one in facts.agenda if one.item.key == action.item), None)
    if place is None:
        return ""
    return words.pgettext("follow-up action", "Item {n}").format(n=place.reference(words.language))
