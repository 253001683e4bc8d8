"""Who holds only a superseded version of what left the house, or minutes without their corrigendum."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain.certified import Dispatched
from nmirf_desktop.domain.dispatches import BY_MAIL, Channel, Recipient, Standing
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.undelivered import names_of
from nmirf_desktop.i18n import Catalog


@dataclass(frozen=True, slots=True)
class Superseded:
    """Those *to* whom only what an *issued* document replaces or corrects went: a version before it, or the minutes.

    They got it by e-mail or by post, the last by *channel*; *had* is the latest version that one of them has.
    """

    issued: IssuedDocument
    had: IssuedDocument
    channel: Channel
    to: tuple[Recipient, ...]

    @property
    def by_mail(self) -> bool:
        """Whether they got it by e-mail."""
        return self.channel in BY_MAIL

    @property
    def corrects(self) -> bool:
        """Whether it is a corrigendum that they lack, and no later version."""
        return self.issued.kind is not self.had.kind

    @property
    def is_for_their_language(self) -> bool:
        """Whether they have another language's file with a number as high, as each language has versions of its own."""
        return not self.corrects and self.issued.version <= self.had.version

    def said_in(self, words: Catalog) -> str:
        """How many they are, and of which document, by its symbol."""
        number = len(self.to)
        if self.corrects:
            said = words.ngettext(
                "{n} recipient has {minutes} without {corrigendum}",
                "{n} recipients have {minutes} without {corrigendum}",
                number,
            )
        else:
            said = words.ngettext(
                "{n} recipient holds only a superseded version of {symbol}",
                "{n} recipients hold only a superseded version of {symbol}", number,
            )  # fmt: skip
        symbol = self.issued.symbol
        return said.format(n=words.number(number), symbol=symbol, minutes=self.had.symbol, corrigendum=symbol)

    def among(self, to: Iterable[Recipient]) -> "Superseded":
        """The same to some of them."""
        return replace(self, to=tuple(to))


def superseded_by(alike: Collection[IssuedDocument], log: Iterable[Dispatched]) -> Iterator[Superseded]:
    """Who holds only an earlier version, by the files of a document in all its versions and languages.

    In each language the last version counts; those of whom another one counts are told apart, the latest first. Who was
    prepared for with one that counts is not among them, whatever became of it: it is known as not sent, or as not
    delivered.
    """
    last: dict[str, IssuedDocument] = {}
    for one in alike:
        last[one.language] = max(one, last.get(one.language, one), key=lambda known: known.version)
    new = frozenset(one.key for one in last.values())
    old = frozenset(one.key for one in alike) - new
    counting: dict[int, dict[str, _Got]] = defaultdict(dict)
    files = dict[int, IssuedDocument]()
    for whom, got in _without(old, new, log).items() if old else ():
        (counts,) = files_for(got.to.reads, last.values())
        counting[counts.version][whom] = got
        files[counts.version] = max(counts, files.get(counts.version, counts), key=lambda one: one.entry)
    for version in sorted(counting, reverse=True):
        yield from _by_way(files[version], counting[version])


def without_corrigendum(
    corrigendum: Collection[IssuedDocument], minutes: Iterable[IssuedDocument], log: Iterable[Dispatched]
) -> Iterator[Superseded]:
    """Who has minutes and was never sent one corrigendum to them, by its files and theirs.

    One that was issued in some languages is for who reads these.
    """
    newest = max(corrigendum, key=lambda one: (one.version, one.entry))
    new = {one.key for one in corrigendum}
    had = _without({one.key for one in minutes} - new, new, log)
    tongues = {language for one in corrigendum for language in one.language.languages}
    return _by_way(newest, {whom: got for whom, got in had.items() if got.to.reads in tongues})


@dataclass(frozen=True, slots=True)
class _Got:
    file: IssuedDocument
    to: Recipient
    channel: Channel


def _without(old: Collection[Key], new: Collection[Key], log: Iterable[Dispatched]) -> Mapping[str, _Got]:
    """Who got one of the *old* files and none of the *new*, by who that is; the latest that did not fail counts."""
    had, given = dict[str, _Got](), set[str]()
    for one in sorted(log, key=lambda known: known.dispatch.prepared_at):
        for delivery in one.deliveries:
            to = delivery.recipient
            for file in files_for(to.reads, one.issued):
                if file.key in new:
                    given.update(names_of(to))
                elif file.key in old and delivery.was_sent and delivery.standing is not Standing.FAILED:
                    before = had.get(to.whom)
                    if before is None or before.file.version <= file.version:
                        had[to.whom] = _Got(file, to, one.dispatch.channel)
    return {whom: got for whom, got in had.items() if given.isdisjoint(names_of(got.to))}


def _by_way(issued: IssuedDocument, had: Mapping[str, _Got]) -> Iterator[Superseded]:
    """Those who got something by e-mail, then those who got it by post."""
    for by_mail in (True, False):
        own = [got for got in had.values() if (got.channel in BY_MAIL) is by_mail]
        if own:
            latest = max((got.file for got in reversed(own)), key=lambda file: file.version)
            yield Superseded(issued, latest, own[-1].channel, tuple(got.to for got in own))
