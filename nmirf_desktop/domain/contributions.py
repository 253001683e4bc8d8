"""Contributions to the virtual knowledge hub of OHCHR (Human Rights Council resolutions 51/33 and 60/27, R43)."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.counted import by_month
from nmirf_desktop.domain.good_practices import GoodPractice, without_consent
from nmirf_desktop.domain.missing import MISSING_LABELS, Missing
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual, lacks_language
from nmirf_desktop.i18n import N_, NP_, Catalog, Language


class ContributionKind(StrEnum):
    """*Objectives – 6*, R43: what is contributed."""

    PRACTICE = "practice"
    EVENT = "event"
    ACTIVITY = "activity"


CONTRIBUTION_LABELS = {
    ContributionKind.PRACTICE: N_("Practice shared"),
    ContributionKind.EVENT: N_("Event reported"),
    ContributionKind.ACTIVITY: N_("Other activity"),
}


class ContributionState(StrEnum):
    """How far a contribution has come."""

    TO_BE_SENT = "to_be_sent"
    SENT = "sent"
    PUBLISHED = "published"


CONTRIBUTION_STATES = {
    ContributionState.TO_BE_SENT: NP_("state of a contribution", "To be sent"),
    ContributionState.SENT: NP_("state of a contribution", "Sent"),
    ContributionState.PUBLISHED: NP_("state of a contribution", "Published"),
}


def contribution_state(state: ContributionState, words: Catalog) -> str:
    """How far a contribution has come, in a word that agrees with it."""
    return words.pgettext("state of a contribution", CONTRIBUTION_STATES[state])


SENT_ALREADY = N_("“{contribution}” was already sent on {day}, and that day stays: correct it where it is wrong.")
ON_THE_HUB = N_("“{contribution}” is on the hub since {day}, and that day stays: correct it where it is wrong.")


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a *state*, or the Network as a whole, contributes to the hub; *prepared_on* is the day of its record.

    It was *sent_on* a day, and is on the hub from *published_on* on, under its *link*. It may rest on a good practice.
    What went out before it was recorded was there all the same.
    """

    key: Key
    kind: ContributionKind
    title: Trilingual
    prepared_on: datetime.date
    state: StateCode | None = None
    language: Language = Language.EN
    practice: Key | None = None
    sent_on: datetime.date | None = None
    published_on: datetime.date | None = None
    link: str = ""
    note: str = ""

    def stands(self, on: datetime.date) -> ContributionState:
        """How far it had come on a day."""
        if self.published_on is not None and self.published_on <= on:
            return ContributionState.PUBLISHED
        if self.went_on is not None and self.went_on <= on:
            return ContributionState.SENT
        return ContributionState.TO_BE_SENT

    @property
    def went_on(self) -> datetime.date | None:
        """The day from which it was out of the house; ``None`` before that."""
        return self.sent_on or self.published_on

    @property
    def known_from(self) -> datetime.date:
        """The first day on which it was there: that of its record, or an earlier one on which it went out."""
        return self.prepared_on if self.went_on is None else min(self.prepared_on, self.went_on)

    def counted_on(self, on: datetime.date) -> datetime.date:
        """The day by which it is counted on a day: that on which it went out by then, else that of its record."""
        return self.went_on if self.went_on is not None and self.went_on <= on else self.prepared_on

    def counts_in(self, first: datetime.date, last: datetime.date, on: datetime.date) -> bool:
        """Whether it belongs to a period, both days included, as of a day on which it is known."""
        return self.known_from <= on and first <= self.counted_on(on) <= last


def check_contribution(contribution: Contribution) -> None:
    """A contribution has a title, and is published no earlier than it was sent. Raises ``Problem``."""
    if not contribution.title:
        raise Problem(N_("Give the contribution a title."), field_name="title")
    sent, published = contribution.sent_on, contribution.published_on
    if sent is not None and published is not None and published < sent:
        raise Problem(N_("This is before the day on which it was sent, {day}."), {"day": sent}, "published_on")


def sent(contribution: Contribution, on: datetime.date) -> Contribution:
    """A contribution that was sent on a day. Raises ``Problem`` where it was already, or is on the hub."""
    _check_not_published(contribution)
    if contribution.sent_on is not None:
        raise Problem(SENT_ALREADY, {"contribution": Content(contribution.title), "day": contribution.sent_on}, "on")
    return replace(contribution, sent_on=on)


def published(contribution: Contribution, on: datetime.date, link: str = "") -> Contribution:
    """A contribution that is on the hub from a day on, under a *link* where one is given.

    Raises ``Problem`` where it is already, or was sent later.
    """
    _check_not_published(contribution)
    held = replace(contribution, published_on=on, link=link or contribution.link)
    check_contribution(held)
    return held


def _check_not_published(contribution: Contribution) -> None:
    if (day := contribution.published_on) is not None:
        raise Problem(ON_THE_HUB, {"contribution": Content(contribution.title), "day": day}, "on")


LACKING_LABELS = {**MISSING_LABELS, Missing.CONSENT: N_("no consent to the practice")}
"""What a contribution lacks; the consent is that to the practice which it shares."""


@dataclass(frozen=True, slots=True)
class ContributionLine:
    """A contribution *on* a day: its State as named then, the practice it rests on, how it stands, what it lacks."""

    contribution: Contribution
    stands: ContributionState
    state: State | None = None
    practice: GoodPractice | None = None
    lacking: tuple[Missing, ...] = ()
    on: datetime.date = datetime.date.max

    @property
    def counted_on(self) -> datetime.date:
        """The day by which it is counted."""
        return self.contribution.counted_on(self.on)

    @property
    def key(self) -> Key:
        """The contribution’s key."""
        return self.contribution.key


def lacking(contribution: Contribution, practice: GoodPractice | None, on: datetime.date) -> tuple[Missing, ...]:
    """*Objectives – 6*, R43: what of a contribution is missing on a day.

    The consent to the practice is missing before it is sent, too, so that it is seen in time.
    """
    stands = contribution.stands(on)
    found = (
        (Missing.CONSENT, practice is not None and not consented(contribution, practice, on)),
        (Missing.LINK, stands is ContributionState.PUBLISHED and not contribution.link),
        (Missing.LANGUAGE, lacks_language((contribution.title,))),
    )
    return tuple(what for what, lacks in found if lacks)


def consented(contribution: Contribution, practice: GoodPractice, on: datetime.date) -> bool:
    """Whether the State had agreed to share the practice, as it is known on a day."""
    went = contribution.went_on
    return not without_consent(practice, on if went is None or went > on else went, on)


def gone(lines: Iterable[ContributionLine]) -> tuple[ContributionLine, ...]:
    """Those that went to the hub: what is still to be sent is no contribution yet (R43)."""
    return tuple(line for line in lines if line.stands is not ContributionState.TO_BE_SENT)


@dataclass(frozen=True, slots=True)
class ContributionsOf:
    """The contributions of a period, from its *first* day to its *last*, by the days by which they are counted.

    *Objectives – 6*, R43: what is still to be sent is among the lines, and counted apart.
    """

    first: datetime.date
    last: datetime.date
    lines: tuple[ContributionLine, ...]

    @property
    def went(self) -> tuple[ContributionLine, ...]:
        """Those that went to the hub."""
        return gone(self.lines)

    def by_kind(self) -> Mapping[ContributionKind, int]:
        """How many of each kind went to the hub."""
        counted = Counter(line.contribution.kind for line in self.went)
        return {kind: counted[kind] for kind in ContributionKind}

    def by_state(self) -> Mapping[StateCode | None, int]:
        """How many of each State went to the hub, the most first; ``None`` is the Network as a whole."""
        return dict(Counter(line.contribution.state for line in self.went).most_common())

    def by_standing(self) -> Mapping[ContributionState, int]:
        """How many are to be sent, sent, and published."""
        counted = Counter(line.stands for line in self.lines)
        return {one: counted[one] for one in ContributionState}

    def by_month(self) -> tuple[int, ...]:
        """How many went to the hub in each month, from January to December."""
        return by_month(line.counted_on for line in self.went)
