"""A meeting planned like an earlier one: its frame is copied, its dates are shifted, its people are not."""

import datetime
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain import agenda_tree
from nmirf_desktop.domain.agenda import AgendaItem, Purpose, under
from nmirf_desktop.domain.meeting_texts import MeetingText
from nmirf_desktop.domain.meeting_titles import title_of
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Modality, Sitting
from nmirf_desktop.domain.milestones import Milestone
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.planning import renumbered
from nmirf_desktop.domain.sittings import held_on, outside_the_days
from nmirf_desktop.domain.standard_agenda import Occasion, standard_item, template, without_subject
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language

WEEK = 7
_DATED = re.compile(r"(?<!\w)(?:(?:19|20)\d\d(?!\w)|[A-Z]\w*/(?:[\w.-]+/)*[\w.-]*\d)")
"""A year, or a symbol: letters, strokes and a figure."""
NewKey = Callable[[], Key]


@dataclass(frozen=True, slots=True)
class Frame:
    """What of a meeting can serve another one: the meeting, its sittings, agenda, texts and milestones."""

    meeting: Meeting
    sittings: tuple[Sitting, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    texts: tuple[MeetingText, ...] = ()
    milestones: tuple[Milestone, ...] = ()


def like(earlier: Frame, new: Meeting, occasion: Occasion, new_key: NewKey) -> Frame:
    """A *new* meeting with the frame of an *earlier* one; *occasion* decides on the conditional items.

    It opens on the weekday of the earlier one and is as long. Place, host and time zone come along only where the place
    stays, for meetings online and those of the Committee. What names a year, a symbol or the earlier place is a draft.
    A sitting that was held outside the earlier meeting's days stays with it.
    What was placed because it was known or asked for then does not come along, nor do remarks on milestones.
    """
    meeting = _meeting(earlier.meeting, new)
    stale = Stale.of(earlier.meeting)
    by = meeting.opens_on - earlier.meeting.opens_on
    usual = (one for one in earlier.sittings if not outside_the_days(earlier.meeting, held_on(earlier.meeting, one)))
    return Frame(
        meeting,
        renumbered(_sitting(one, meeting, by, new_key()) for one in usual),
        _items(earlier.items, meeting, occasion, stale, new_key),
        tuple(replace(one, key=new_key(), meeting=meeting.key, text=stale.marked(one.text)) for one in earlier.texts),
        tuple(
            replace(
                one,
                key=new_key(),
                meeting=meeting.key,
                due_on=None if one.due_on is None else one.due_on + by,
                done_on=None,
                title=stale.marked(one.title),
                responsible=stale.marked(one.responsible),
                note="",
                dropped=False,
            )
            for one in earlier.milestones
        ),
    )


def on_weekday_of(day: datetime.date, earlier: datetime.date) -> datetime.date:
    """A day, or the next one after it that is the weekday of an earlier one."""
    return day + datetime.timedelta(days=(earlier.weekday() - day.weekday()) % WEEK)


def _meeting(earlier: Meeting, new: Meeting) -> Meeting:
    opens_on = on_weekday_of(new.opens_on, earlier.opens_on)
    same_place = earlier.modality is Modality.ONLINE or earlier.kind is MeetingKind.COMMITTEE
    standing = replace(
        new,
        opens_on=opens_on,
        closes_on=opens_on + (earlier.closes_on - earlier.opens_on),
        title=_title(earlier, new),
        modality=earlier.modality,
        languages=earlier.languages,
    )
    if not same_place:
        return standing
    return replace(standing, place=earlier.place, host=earlier.host, time_zone=earlier.time_zone)


def _title(earlier: Meeting, new: Meeting) -> Trilingual:
    """The usual title, or the earlier meeting's own one with the year put right, as a draft."""
    usual = title_of(earlier.kind, earlier.number, earlier.counts_for)
    own = earlier.title
    if not own or all(own[language] == usual[language] for language in Language):
        return new.title
    if str(earlier.counts_for) not in own.original:
        return new.title
    for language in (own.source, *(one for one in Language if one is not own.source)):
        own = own.with_text(language, own[language].replace(str(earlier.counts_for), str(new.counts_for)))
    return replace(own, reviewed="")  # its ordinal and place are the earlier meeting's still


def _sitting(one: Sitting, meeting: Meeting, by: datetime.timedelta, key: Key) -> Sitting:
    return Sitting(key, meeting.key, one.number, one.on + by, one.starts, one.ends)


@dataclass(frozen=True, slots=True)
class Stale:
    """What in a text tells that it speaks of an earlier time: any year or symbol, a meeting's place by its names."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, meeting: Meeting) -> "Stale":
        """What names a meeting."""
        places = {meeting.place[language].split(",")[0].strip() for language in Language}
        return cls(tuple(sorted({*places, meeting.symbol} - {""})))

    def named_in(self, text: str) -> bool:
        """Whether a text names it, as whole words, or any year or symbol."""
        named = (rf"(?<!\w){re.escape(word)}(?!\w)" for word in self.words)
        return bool(_DATED.search(text)) or any(re.search(one, text, re.IGNORECASE) for one in named)

    def marked(self, text: Trilingual) -> Trilingual:
        """The text, not reviewed any more in each language in which it names the meeting."""
        kept = [one for one in text.reviewed.split(",") if one and not self.named_in(text[Language(one)])]
        return replace(text, reviewed=",".join(kept))


def _items(
    earlier: Collection[AgendaItem], meeting: Meeting, occasion: Occasion, stale: Stale, new_key: NewKey
) -> tuple[AgendaItem, ...]:
    """The agenda with its annotations; what has no subject this time is left out, what has one again is put in."""
    left = tuple(earlier)
    gone = without_subject(occasion)
    for item in earlier:
        if (item.purpose in gone or _was_placed(item)) and any(one.key == item.key for one in left):
            left = agenda_tree.remove(left, (item.key,))
    keys = {one.key: new_key() for one in left}
    copied = tuple(_item(one, keys, meeting, stale) for one in left)
    return _with_new_subjects(copied, meeting, occasion, new_key) if copied else ()


def _was_placed(item: AgendaItem) -> bool:
    """Whether an item is there only because of what was known or asked for."""
    return bool(item.origins) and item.purpose is Purpose.OTHER


def _item(one: AgendaItem, keys: dict[Key, Key], meeting: Meeting, stale: Stale) -> AgendaItem:
    return replace(
        one,
        key=keys[one.key],
        meeting=meeting.key,
        parent=None if one.parent is None else keys[one.parent],
        title=stale.marked(one.title),
        annotation=Trilingual() if one.origins else stale.marked(one.annotation),
        presenter=Trilingual(),
        supplementary=False,
        documents=(),
        origins=(),
    )


def _with_new_subjects(
    items: tuple[AgendaItem, ...], meeting: Meeting, occasion: Occasion, new_key: NewKey
) -> tuple[AgendaItem, ...]:
    """The agenda with the conditional items that have a subject now, after the item that stands before them usually."""
    usual = template(meeting.kind)
    for number, standard in enumerate(usual):
        conditional = standard.purpose in (Purpose.PREVIOUS_MINUTES, Purpose.COMMITTEE)
        there = any(one.purpose is standard.purpose for one in items)
        if not conditional or there or standard.purpose in without_subject(occasion):
            continue
        new = standard_item(meeting, standard, 0, new_key())
        items = agenda_tree.add(items, new, _before(under(items, None), [one.purpose for one in usual[:number]]))
    return items


def _before(first: Iterable[AgendaItem], purposes: list[Purpose]) -> Key | None:
    """The last of the first-level items that usually stand before one."""
    standing = [one.key for one in first if one.purpose in purposes and one.purpose is not Purpose.OTHER]
    return standing[-1] if standing else None
