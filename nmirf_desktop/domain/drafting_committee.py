"""Who attended a meeting of the Executive Committee: its own members are counted, not those of the Network."""

from collections.abc import Iterator

from nmirf_desktop.domain.drafted import Drafted, in_all
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.minutes import Section
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.i18n import Catalog


def of_the_committee(facts: RecordedMeeting) -> bool:
    """Whether a meeting is one of the Committee, whose composition is known."""
    return facts.meeting.kind is MeetingKind.COMMITTEE and facts.committee is not None


def committee_members(facts: RecordedMeeting) -> tuple[StateCode, ...]:
    """The States of the Committee in office; none where it is not known."""
    return tuple(facts.committee.states) if facts.committee is not None else ()


def beside_it(facts: RecordedMeeting) -> tuple[StateCode, ...]:
    """The States that took part and are not of the Committee."""
    return tuple(sorted(facts.attended.difference(committee_members(facts))))


def attendance(facts: RecordedMeeting) -> Iterator[Drafted]:
    """How many States of the Committee were represented, and how many others."""
    total, there = len(committee_members(facts)), len(facts.represented(committee_members(facts)))
    yield Drafted("members", Section.ATTENDANCE, in_all(lambda words: _members(there, total, words)))
    others = len(beside_it(facts))
    if others:
        yield Drafted("states", Section.ATTENDANCE, in_all(lambda words: _others(others, words)))


def _members(there: int, total: int, words: Catalog) -> str:
    if there == 0:
        return words.gettext("No member of the Executive Committee was represented.")
    if there == total:
        frame = words.ngettext(
            "The only member of the Executive Committee was represented.",
            "All {total} members of the Executive Committee were represented.",
            total,
        )
    else:
        frame = words.ngettext(
            "Of the {total} members of the Executive Committee, one was represented.",
            "Of the {total} members of the Executive Committee, {n} were represented.",
            there,
        )
    return frame.format(n=words.small_number(there), total=words.small_number(total))


def _others(number: int, words: Catalog) -> str:
    frame = words.ngettext("Also represented was one other State.", "Also represented were {n} other States.", number)
    return frame.format(n=words.small_number(number))
