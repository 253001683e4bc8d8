"""Numbers, ordinals and distances in days, as the United Nations writes them in each language."""

from decimal import Decimal

from nmirf_desktop.i18n.cldr import ordinal_form
from nmirf_desktop.i18n.words import N_, Words

_SITTINGS = (
    N_("1st sitting"),
    N_("2nd sitting"),
    N_("3rd sitting"),
    N_("4th sitting"),
    N_("5th sitting"),
    N_("6th sitting"),
    N_("7th sitting"),
    N_("8th sitting"),
    N_("9th sitting"),
    N_("10th sitting"),
)


class Figures(Words):
    """Numbers in figures and in words."""

    def number(self, value: float | Decimal) -> str:
        """A number in figures: 12,345 and 3.5 | 12 345 and 3,5 | 12 345, but 1234, and 3,5."""
        whole, _, decimals = f"{abs(value):,}".partition(".")
        if len(whole.replace(",", "")) < int(self.pgettext("fewest digits of a number that are grouped", "4")):
            whole = whole.replace(",", "")
        text = whole.replace(",", self.pgettext("between thousands", ","))
        if decimals:
            text += self.pgettext("before decimals", ".") + decimals
        return f"\u2212{text}" if value < 0 else text

    def per_cent(self, value: float | Decimal, digits: int = 1) -> str:
        """A share of a hundred in tables: 12.5% | 12,5 % | 12,5 %."""
        return self.pgettext("share", "{number}%").format(number=self.number(Decimal(f"{value:.{digits}f}")))

    def small_number(self, value: int) -> str:
        """A number in running text: words up to nine | neuf | diez, then figures. One before a noun is the noun's."""
        names = (
            self.pgettext("number in words", "one"),
            self.pgettext("number in words", "two"),
            self.pgettext("number in words", "three"),
            self.pgettext("number in words", "four"),
            self.pgettext("number in words", "five"),
            self.pgettext("number in words", "six"),
            self.pgettext("number in words", "seven"),
            self.pgettext("number in words", "eight"),
            self.pgettext("number in words", "nine"),
            self.pgettext("number in words", "10"),
        )
        return names[value - 1] if 1 <= value <= len(names) else self.number(value)

    def ordinal_sitting(self, number: int) -> str:
        """A sitting by its number: 1st sitting | 1re séance | primera sesión … décima sesión, 11ª sesión."""
        if 1 <= number <= len(_SITTINGS):
            return self.gettext(_SITTINGS[number - 1])
        return self.gettext("{ordinal} sitting").format(ordinal=self._ordinal(number))

    def _ordinal(self, number: int) -> str:
        """An ordinal in figures, feminine where the language has genders."""
        match ordinal_form(self.language, number):
            case "one":
                pattern = self.pgettext("feminine ordinal", "{n}st")
            case "two":
                pattern = self.pgettext("feminine ordinal", "{n}nd")
            case "few":
                pattern = self.pgettext("feminine ordinal", "{n}rd")
            case _:
                pattern = self.pgettext("feminine ordinal", "{n}th")
        return pattern.format(n=number)

    def days(self, number: int) -> str:
        """A distance in days from today: in 12 days, 12 days ago, today."""
        match number:
            case 0:
                return self.gettext("today")
            case 1:
                return self.gettext("tomorrow")
            case -1:
                return self.gettext("yesterday")
            case _:
                pass
        if number > 0:
            return self.ngettext("in {n} day", "in {n} days", number).format(n=self.number(number))
        return self.ngettext("{n} day ago", "{n} days ago", -number).format(n=self.number(-number))
