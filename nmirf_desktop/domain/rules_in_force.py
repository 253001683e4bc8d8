"""What a rule is called, and what it asks for, with its numbers as they hold on a day (R46)."""

import datetime
from dataclasses import dataclass

from nmirf_desktop.domain.asked import ASKS
from nmirf_desktop.domain.declaration import Rule
from nmirf_desktop.domain.rule_changes import FIGURES, Figure, Figures
from nmirf_desktop.i18n import Catalog

UNSAID = "the number of {number} can change, and nothing says it in words"
"""What is raised for a rule with a number that was added to those that can change."""


@dataclass(frozen=True, slots=True)
class InForce:
    """A day, and the numbers of the Declaration that hold on it."""

    figures: Figures
    on: datetime.date

    def title(self, rule: Rule, words: Catalog) -> str:
        """The title of a rule; where its number is not as adopted, with the one that holds.

        Raises ``LookupError`` for a rule whose changed number has no words.
        """
        if not self._changed(rule):
            return words.gettext(rule.title)
        least, most = self.figures.seats(self.on)
        years, months = (self.figures.number(one, self.on) for one in (Figure.TERM_YEARS, Figure.NOTICE_MONTHS))
        match rule.number:
            case "R28":
                return words.gettext("Seats: {least} to {most}").format(least=least, most=most)
            case "R30":
                said = words.ngettext("A mandate of {n} year", "A mandate of {n} years", years)
                return said.format(n=words.number(years))
            case "R39":
                said = words.ngettext(
                    "The agenda is sent {n} month before", "The agenda is sent {n} months before", months
                )
                return said.format(n=words.number(months))
            case number:
                raise LookupError(UNSAID.format(number=number))

    def asks(self, rule: Rule, words: Catalog) -> str:
        """What a rule asks for, in a sentence; empty where the Declaration is silent.

        Raises ``LookupError`` for a rule whose changed number has no words.
        """
        if not self._changed(rule):
            asked = ASKS.get(rule.number)
            return words.gettext(asked) if asked is not None else ""
        least, most = self.figures.seats(self.on)
        years, months = (self.figures.number(one, self.on) for one in (Figure.TERM_YEARS, Figure.NOTICE_MONTHS))
        match rule.number:
            case "R28":
                frame = words.gettext(
                    "The Executive Committee has {least} to {most} seats, each of them held by another State."
                )
                return frame.format(least=least, most=most)
            case "R30":
                said = words.ngettext(
                    "The Committee is appointed for {n} calendar year, and renewed in time.",
                    "The Committee is appointed for {n} calendar years, and renewed in time.",
                    years,
                )
                return said.format(n=words.number(years))
            case "R39":
                said = words.ngettext(
                    "Each member is sent the agenda {n} calendar month before the opening, at the latest.",
                    "Each member is sent the agenda {n} calendar months before the opening, at the latest.",
                    months,
                )
                return said.format(n=words.number(months))
            case number:
                raise LookupError(UNSAID.format(number=number))

    def _changed(self, rule: Rule) -> bool:
        """Whether a number of a rule is not as adopted."""
        own = (one for one in FIGURES.values() if one.rule == rule.number)
        return any(self.figures.number(one.figure, self.on) != one.adopted for one in own)
