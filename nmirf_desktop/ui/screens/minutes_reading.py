"""What the screen of the minutes reads: all of it once, then only what was written since."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.drafted import Drafted
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.minutes_comments import Comment, opened_on
from nmirf_desktop.domain.paragraph_gaps import NO_GAPS, ParagraphGaps, paragraph_gaps
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.redrafting import Offer, behind, brought
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.approvals import Approving
from nmirf_desktop.services.languages_told import told_language
from nmirf_desktop.services.minutes_since import Written, paragraphs_among, written_since
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.minutes_rows import Line, lines

NEW = "new"
"""The key under which a paragraph that is being added is edited."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The minutes of a meeting as they stand; all empty where nobody began them.

    *every* paragraph is there, those without text included; *fresh* is what the facts give, ``None`` until it is known.
    *behind* says that the text is older than they; *gaps* are what is to be looked at in paragraphs, by the same facts.
    """

    minutes: Minutes | None = None
    lines: tuple[Line, ...] = ()
    offers: tuple[Offer, ...] = ()
    removed: tuple[MinutesParagraph, ...] = ()
    approving: tuple[Approving, ...] = ()
    comments: tuple[Comment, ...] = ()
    every: tuple[MinutesParagraph, ...] = ()
    agenda: tuple[Numbered, ...] = ()
    fresh: tuple[Drafted, ...] | None = None
    behind: Phrase = NOTHING_TO_SAY
    gaps: ParagraphGaps = NO_GAPS

    @property
    def approved(self) -> bool:
        """Whether the minutes were approved, and can only be read."""
        return self.minutes is not None and self.minutes.state is MinutesState.APPROVED

    @property
    def circulated(self) -> bool:
        """Whether the minutes are with the members."""
        return self.minutes is not None and self.minutes.state is MinutesState.CIRCULATED

    @property
    def paragraphs(self) -> tuple[MinutesParagraph, ...]:
        """The paragraphs that have a text, in their order."""
        return tuple(one for one in self.every if one.text)

    @property
    def waiting(self) -> dict[Key | None, int]:
        """How many comments wait on each paragraph that has one; beside approved minutes none does any more."""
        return {} if self.approved else opened_on(self.comments)

    @property
    def open_comments(self) -> int:
        """How many comments wait for somebody."""
        return sum(self.waiting.values())


NOTHING = Reading()


def _read(desk: Secretariat, meeting: Meeting | None) -> Reading:
    minutes = desk.minutes.minutes(meeting.key) if meeting else None
    if meeting is None or minutes is None:
        return NOTHING
    every = desk.minutes.every(minutes.key)
    return Reading(
        minutes,
        comments=desk.minutes.comments.of(minutes.key),
        every=every,
        agenda=desk.agendas.items(meeting.key),
        approving=desk.minutes.approving(minutes.key),
    )


def shown(reading: Reading, held: Key = "", after: Key = "") -> Reading:
    """A reading with its lines, offers and removed paragraphs; nothing is read for it.

    The paragraph *held* by the keyboard has its line also while it is empty; so has one that is begun *after* another.
    """
    offers: tuple[Offer, ...] = ()
    older = NOTHING_TO_SAY
    if reading.fresh is not None and reading.minutes is not None:
        found = brought(reading.minutes, reading.every, reading.fresh)
        offers, older = found.offers, behind(found, reading.every)
    there = tuple(_there(reading.every, held, after))
    told = lines(there, reading.agenda, offers, reading.waiting, settled=reading.approved)
    gaps = NO_GAPS if reading.approved else reading.gaps
    before = {one.key: one for one in reading.lines}
    return replace(
        reading,
        lines=tuple(one.looked_at(gaps, before.get(one.key)) for one in told),
        offers=offers,
        behind=older,
        removed=tuple(one for one in reading.every if not one.text and one.drafted and one.key != held),
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What the facts of a meeting give today: the paragraphs, and what is to be looked at in them.

    *ahead* is the reading *before* with them, with a paragraph *held* or begun *after* another as in :func:`shown`.
    """

    fresh: tuple[Drafted, ...]
    gaps: ParagraphGaps
    before: Reading
    held: Key
    after: Key
    ahead: Reading


def facts_of(desk: Secretariat, meeting: Key, before: Reading, held: Key, after: Key) -> Facts:
    """What the facts of a meeting give, and what is shown with them; it takes its time: asked for beside the window."""
    facts = desk.minutes.facts(meeting)
    fresh, gaps = draft(facts), paragraph_gaps(facts, told_language)
    ahead = shown(replace(before, fresh=fresh, gaps=gaps), held, after)
    return Facts(fresh, gaps, before, held, after, ahead)


def _there(every: Iterable[MinutesParagraph], held: Key, after: Key) -> Iterator[MinutesParagraph]:
    for one in every:
        if one.text or one.key == held:
            yield one
        if after and one.key == after:
            yield replace(one, key=NEW, text=Trilingual(), slot="", drafted=Trilingual())


class Reader:
    """Reads the minutes of one meeting, and of them again only what a later entry of the journal touched."""

    def __init__(self, desk: Secretariat) -> None:
        self._desk = desk
        self.meeting: Meeting | None = None
        self._written = Written(0)
        self.now = NOTHING
        self._kept_back: dict[Key, bool] = {}
        self.stale = True
        """Whether facts were written since *fresh* was drafted."""

    def begin(self) -> bool:
        """Look what was written since the last reading; whether anything but texts and comments was."""
        self._written = written_since(self._desk.store, self._written.sequence)
        return self._written.facts or self._written.minutes

    def read(self, meeting: Meeting | None, held: Key = "", after: Key = "") -> Reading:
        """The minutes as they stand; *held* and *after* as in :func:`shown`."""
        written = self._written
        if meeting != self.meeting or self.now.minutes is None or not self._patched(written):
            same = meeting == self.meeting
            fresh, gaps = (self.now.fresh, self.now.gaps) if same else (None, NO_GAPS)
            self.stale = self.stale or written.facts or fresh is None
            self.now = replace(_read(self._desk, meeting), fresh=fresh, gaps=gaps)
            self._kept_back = {}
        self.meeting = meeting
        return self.look(held, after)

    def look(self, held: Key = "", after: Key = "") -> Reading:
        """What was read last, with another paragraph *held* or begun."""
        self.now = shown(self.now, held, after)
        return self.now

    def kept_back(self, paragraph: MinutesParagraph) -> bool:
        """Whether what the facts gave a paragraph is not to be shown; read once for each, until facts are written."""
        if not paragraph.slot:
            return False
        if paragraph.key not in self._kept_back:
            self._kept_back[paragraph.key] = self._desk.minutes.revisions.kept_back(paragraph)
        return self._kept_back[paragraph.key]

    def tell(self, facts: Facts, held: Key = "", after: Key = "") -> None:
        """What the facts give was drafted; *held* and *after* as in :func:`shown`.

        What is shown with them was reckoned beside, and is reckoned again only where something was written meanwhile.
        """
        self.stale = False
        if self.now is facts.before and (held, after) == (facts.held, facts.after):
            self.now = facts.ahead
        else:
            self.now = replace(self.now, fresh=facts.fresh, gaps=facts.gaps)
            self.look(held, after)

    def _patched(self, written: Written) -> bool:
        """Put what was written into the reading, where it is but texts and comments; false where all is read again."""
        if written.facts or written.minutes or self.now.minutes is None:
            return False
        known = {one.key: place for place, one in enumerate(self.now.every)}
        found = paragraphs_among(self._desk.store, written.paragraphs) if written.paragraphs else {}
        every = list(self.now.every)
        for key in written.paragraphs:
            new, place = found.get(key), known.get(key)
            if place is None and (new is None or new.minutes != self.now.minutes.key):
                continue
            if new is None or place is None or _otherwise(every[place], new):
                return False
            every[place] = new
        comments = self.now.comments
        if written.comments:
            comments = self._desk.minutes.comments.of(self.now.minutes.key)
        self.now = replace(self.now, every=tuple(every), comments=comments)
        return True


def _otherwise(before: MinutesParagraph, after: MinutesParagraph) -> bool:
    """Whether more than its words is another: its place, or what the facts gave it."""
    was, now = ((one.position, one.section, one.item, one.drafted) for one in (before, after))
    return was != now
