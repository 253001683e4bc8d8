"""What a later version of an issued document says of the one that it replaces: which it was, and what is otherwise."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.agenda_comparing import Difference, ItemChange
from nmirf_desktop.domain.dispatches import BY_MAIL, Channel, Recipient
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.sent_versions import file_said
from nmirf_desktop.domain.text import Trilingual, one_line
from nmirf_desktop.i18n import N_, Catalog, Language

REPLACES = N_("This version replaces version {version}, issued on {day}.")
CHANGED = N_("Changes: {changes}.")
REPLACES_FOR_SOME = N_("For those who have version {version}, issued on {day}: this version replaces it.")
REPLACES_OTHER = N_("This version replaces {document}, issued on {day}.")
"""Of the first version in a language, or another one, for who has that of another language alone."""
OTHER_FOR_SOME = N_("For those who have {document}, issued on {day}: this version replaces it.")
BY_MAIL_BEFORE = N_("Those who got {symbol}, version {version} of {day}, by e-mail: {n}")
BY_POST_BEFORE = N_("Those who got {symbol}, version {version} of {day}, by post: {n}")
ANY_BY_MAIL = N_("Those who got any earlier version of {symbols} by e-mail: {n}")
ANY_BY_POST = N_("Those who got any earlier version of {symbols} by post: {n}")
ALIKE = N_("Its items read the same.")


@dataclass(frozen=True, slots=True)
class Replaced:
    """The *version*, issued on a *day*, that a later one replaces; *changes* are those of an agenda, else ``None``.

    They are what a reader of the later one's languages finds otherwise. It is *one_of_several* where not everybody to
    whom the later one goes has the same. Where it is a file in another language, it is that *other* one: each language
    has versions of its own, and its number alone would not tell which file it is.
    """

    version: int
    day: datetime.date
    changes: tuple[ItemChange, ...] | None = None
    one_of_several: bool = False
    other: IssuedDocument | None = None

    def said_in(self, words: Catalog) -> str:
        """Which version is replaced; of an agenda, which items are otherwise, by their numbers, too."""
        said = self._which(words)
        if self.changes is None:
            return said
        changes = "; ".join(_told(self.changes, words))
        more = words.gettext(CHANGED).format(changes=changes) if changes else words.gettext(ALIKE)
        return f"{said} {more}"

    def _which(self, words: Catalog) -> str:
        day = words.date(self.day)
        if self.other is not None:
            message = OTHER_FOR_SOME if self.one_of_several else REPLACES_OTHER
            return words.gettext(message).format(document=file_said(self.other, words), day=day)
        message = REPLACES_FOR_SOME if self.one_of_several else REPLACES
        return words.gettext(message).format(version=words.number(self.version), day=day)


def changed_said(changed: Trilingual, words: Catalog) -> str:
    """What the secretariat says of the changes of a later version that is no agenda; empty where it says nothing."""
    said = one_line(changed[words.language]).removesuffix(".")
    return words.gettext(CHANGED).format(changes=said) if said else ""


def printed_otherwise(
    changes: Iterable[ItemChange], languages: Collection[Language], *, annotated: bool
) -> tuple[ItemChange, ...]:
    """Of the changes from one agenda to another those that are printed in some languages.

    What an item asks for, how long it takes and who presents it are in no agenda; annotations and documents are in an
    *annotated* one. Of items that only have another number, those are left out that follow the item above them.
    """
    return tuple(one for one in changes if _is_printed(one, languages, annotated=annotated))


def _is_printed(one: ItemChange, languages: Collection[Language], *, annotated: bool) -> bool:
    if one.difference in (Difference.ADDED, Difference.REMOVED, Difference.MOVED):
        return True
    if one.difference is Difference.RENUMBERED:
        return one.before is not None and one.after is not None and one.before.path[-1] != one.after.path[-1]
    return _is_reworded(one, languages, annotated=annotated)


def _is_reworded(one: ItemChange, languages: Collection[Language], *, annotated: bool) -> bool:
    texts, facts = ("title", "annotation") if annotated else ("title",), {"supplementary"}
    if annotated:
        facts.add("documents")
    said = any(change.field in texts and change.language in languages for change in one.texts)
    return said or not facts.isdisjoint(one.facts)


def _told(changes: Iterable[ItemChange], words: Catalog) -> Iterator[str]:
    """The numbers of the items by what became of them, in the order in which it weighs."""
    by: dict[Difference, list[ItemChange]] = {}
    for one in changes:
        by.setdefault(one.difference, []).append(one)

    def listed(difference: Difference) -> str:
        return words.conjunction([_numbers(one, words) for one in by[difference]])

    for difference in (
        Difference.CHANGED, Difference.ADDED, Difference.REMOVED, Difference.MOVED, Difference.RENUMBERED
    ):  # fmt: skip
        if difference in by:
            number = len(by[difference])
            yield _pattern(difference, number, words).format(items=listed(difference), n=words.number(number))


def _pattern(difference: Difference, number: int, words: Catalog) -> str:
    match difference:
        case Difference.ADDED:
            return words.ngettext("item {items} was added", "items {items} were added", number)
        case Difference.REMOVED:
            return words.ngettext(
                "item {items} of that version was left out", "items {items} of that version were left out", number
            )
        case Difference.MOVED:
            return words.ngettext("item {items} was moved", "items {items} were moved", number)
        case Difference.RENUMBERED:
            return words.ngettext("item {items} was renumbered", "items {items} were renumbered", number)
        case Difference.CHANGED:
            return words.ngettext("item {items} was reworded", "items {items} were reworded", number)


def _numbers(one: ItemChange, words: Catalog) -> str:
    """The number of an item; the one that it had, too, where that was another."""
    before, after = one.before, one.after
    if before is None or after is None or before.path == after.path:
        return _reference(one.shown, words)
    pattern = words.pgettext("number of an item", "{number} (formerly {was})")
    return pattern.format(number=_reference(after, words), was=_reference(before, words))


def _reference(one: Numbered, words: Catalog) -> str:
    return one.reference(words.language)


@dataclass(frozen=True, slots=True)
class SentBefore:
    """Those *to* whom a *version* went by e-mail or by post, as that which they have; *channel* was used for it last.

    It is of the document of a *symbol*, and was issued on a *day*.
    """

    symbol: str
    version: int
    day: datetime.date
    channel: Channel
    to: tuple[Recipient, ...]

    def said_in(self, words: Catalog) -> str:
        """That it is the same recipients, of which document and by which way, and how many."""
        message = BY_MAIL_BEFORE if self.channel in BY_MAIL else BY_POST_BEFORE
        version, day, n = words.number(self.version), words.date(self.day), words.number(len(self.to))
        return words.gettext(message).format(symbol=self.symbol, version=version, day=day, n=n)


@dataclass(frozen=True, slots=True)
class SentAnyBefore:
    """Those *to* whom different versions went, or those of several documents (*symbols*); each of them once."""

    symbols: tuple[str, ...]
    channel: Channel
    to: tuple[Recipient, ...]

    def said_in(self, words: Catalog) -> str:
        """That it is all of them, of which documents and by which way, and how many."""
        message = ANY_BY_MAIL if self.channel in BY_MAIL else ANY_BY_POST
        return words.gettext(message).format(symbols=words.listing(self.symbols), n=words.number(len(self.to)))


def with_any(groups: Sequence[SentBefore]) -> tuple[SentBefore | SentAnyBefore, ...]:
    """Some groups, those by e-mail first; before several by one way, all who are in them."""
    found: list[SentBefore | SentAnyBefore] = []
    for by_mail in (True, False):
        own = [one for one in groups if (one.channel in BY_MAIL) is by_mail]
        if len(own) > 1:
            symbols = tuple(dict.fromkeys(one.symbol for one in own))
            to = {recipient.whom: recipient for one in own for recipient in one.to}
            found.append(SentAnyBefore(symbols, own[0].channel, tuple(to.values())))
        found += own
    return tuple(found)
