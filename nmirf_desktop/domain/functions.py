"""What a person is to the Network: designated by a State, representative in the Committee, officer of a meeting."""

from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain import naming
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.officers import Office, office_name
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog


class Role(StrEnum):
    """What a person is to the Network; the first four are what a State designates somebody as (R5, R7)."""

    VOTES = "votes"
    FOCAL_POINT = "focal_point"
    ALTERNATE = "alternate"
    CONTACT = "contact"
    REPRESENTATIVE = "representative"
    OFFICER = "officer"
    NONE = "none"


DESIGNATED = (Role.VOTES, Role.FOCAL_POINT, Role.ALTERNATE, Role.CONTACT)
ROLE_LABELS = {
    Role.VOTES: N_("Focal point who votes"),
    Role.FOCAL_POINT: N_("Focal point"),
    Role.ALTERNATE: N_("Alternate focal point"),
    Role.CONTACT: N_("Contact"),
    Role.REPRESENTATIVE: N_("Representative in the Executive Committee"),
    Role.OFFICER: N_("Officer of a meeting"),
    Role.NONE: N_("No function"),
}


FUNCTIONS = {
    Role.VOTES: N_("Focal point {of_state}"),
    Role.FOCAL_POINT: N_("Focal point {of_state}"),
    Role.ALTERNATE: N_("Alternate focal point {of_state}"),
    Role.CONTACT: N_("Contact {of_state}"),
}
"""The function of who is designated without a name, by the role."""


def function_of(state: State, role: Role = Role.VOTES) -> Trilingual:
    """What somebody without a name is designated as, "Focal point of …" in three languages."""
    en, fr, es = (catalog(one).gettext(FUNCTIONS[role]).format(of_state=naming.name(state, one).of) for one in Language)
    return Trilingual.final(en, fr, es)


def role_of(point: FocalPoint, kind: MembershipKind | None) -> Role:
    """*Membership*, R5, R7: as what a person is designated by a State that is member, observer or neither."""
    if point.voting:
        return Role.VOTES
    if point.alternate:
        return Role.ALTERNATE
    return Role.CONTACT if kind is MembershipKind.OBSERVER else Role.FOCAL_POINT


def in_role(point: FocalPoint, role: Role) -> FocalPoint:
    """*Membership*, R5, R7: the designation in a role; only an alternate is designated for one meeting."""
    alternate = role is Role.ALTERNATE
    meeting = point.meeting if alternate else None
    return replace(point, voting=role is Role.VOTES, alternate=alternate, meeting=meeting)


@dataclass(frozen=True, slots=True)
class Held:
    """A function that a person holds or held, and when; *key* is that of the record that says so.

    *meeting* is the symbol of the meeting of an *office*, or for which an alternate is designated.
    """

    key: Key
    person: Key
    role: Role
    state: State
    period: Period
    reference: str = ""
    office: Office | None = None
    meeting: str = ""

    def named(self, words: Catalog) -> str:
        """The function by itself: "Alternate focal point, NMIRF/2027", "Chair, NMIRF/2027"."""
        label = office_name(self.office, words) if self.office is not None else words.gettext(ROLE_LABELS[self.role])
        return words.listing((label, self.meeting)) if self.meeting else label

    def when(self, words: Catalog) -> str:
        """Since when, or from when to when, by its first and last day."""
        last = self.period.last_day
        if last is None:
            return words.gettext("since {day}").format(day=words.date(self.period.start))
        if last <= self.period.start:
            return words.date(self.period.start)
        return words.date_range_in_text(self.period.start, last)

    def said_in(self, words: Catalog) -> str:
        """The function with its State and its time, in one line."""
        frame = words.pgettext("function of a person", "{function}, {state} ({when})")
        return frame.format(function=self.named(words), state=self.state.said_in(words), when=self.when(words))
