"""Who holds only a superseded version of what left the house, or minutes without their corrigendum."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain.certified import Dispatched
from nmirf_desktop.domain.dispatches import BY_MAIL, Channel, Recipient, Standing
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.sent_versions import file_said
from nmirf_desktop.domain.undelivered import names_of
from nmirf_desktop.i18n import Catalog


@dataclass(frozen=True, slots=True)
class Superseded:
    """Those *to* whom only what an *issued* document replaces or corrects went: a version before it, or the minutes.

    They got it by e-mail or by post, the last by *channel*; *held* are the files that they have, the latest first. What
    counts for them may be *prepared*, by a dispatch: prepared is not sent.
    """

    issued: IssuedDocument
    held: tuple[IssuedDocument, ...]
    channel: Channel
    to: tuple[Recipient, ...]
    prepared: Key | None = None

    @property
    def had(self) -> IssuedDocument:
        """The latest version that one of them has."""
        return self.held[0]

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

    @property
    def is_first_in_their_language(self) -> bool:
        """Whether there was none before in their language, so that what they have is in another one."""
        held = {language for one in self.held for language in one.language.languages}
        return not self.corrects and self.issued.version == 1 and held.isdisjoint(to.reads for to in self.to)

    def said_in(self, words: Catalog) -> str:
        """How many they are, and of which document, by its symbol."""
        number = len(self.to)
        if self.corrects:
            said = words.ngettext(
                "{n} recipient has {minutes} without {corrigendum}",
                "{n} recipients have {minutes} without {corrigendum}",
                number,
            )
        elif self.is_first_in_their_language:
            said = words.ngettext(
                "{n} recipient holds only a superseded version, and none in their language: {documents}",
                "{n} recipients hold only a superseded version, and none in their language: {documents}",
                number,
            )
        else:
            said = words.ngettext(
                "{n} recipient holds only a superseded version of {symbol}",
                "{n} recipients hold only a superseded version of {symbol}", number,
            )  # fmt: skip
        symbol, documents = self.issued.symbol, words.listing(file_said(one, words) for one in self.held)
        return said.format(
            n=words.number(number), symbol=symbol, documents=documents, minutes=self.had.symbol, corrigendum=symbol
        )

    def among(self, to: Iterable[Recipient]) -> "Superseded":
        """The same to some of them."""
        return replace(self, to=tuple(to))


def superseded_by(alike: Collection[IssuedDocument], log: Iterable[Dispatched]) -> Iterator[Superseded]:
    """Who holds only an earlier version, by the files of a document in all its versions and languages.

    In each language the last version counts; those of whom another one counts are told apart, the latest first. To whom
    one that counts was sent is not among them, whatever became of it: it is known as not delivered. For whom it is only
    prepared stands by itself.
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
    prepared: Key | None = None


def _without(old: Collection[Key], new: Collection[Key], log: Iterable[Dispatched]) -> Mapping[str, _Got]:
    """Who got one of the *old* files and none of the *new*, by who that is; the latest that did not fail counts."""
    had, given, prepared = dict[str, _Got](), set[str](), dict[str, Key]()
    for one in sorted(log, key=lambda known: known.dispatch.prepared_at):
        for delivery in one.deliveries:
            to = delivery.recipient
            for file in files_for(to.reads, one.issued):
                if file.key in new and delivery.standing is Standing.PREPARED:
                    prepared |= dict.fromkeys(names_of(to), one.dispatch.key)
                elif file.key in new:
                    given.update(names_of(to))
                elif file.key in old and delivery.was_sent and delivery.standing is not Standing.FAILED:
                    before = had.get(to.whom)
                    if before is None or before.file.version <= file.version:
                        had[to.whom] = _Got(file, to, one.dispatch.channel)
    return {
        whom: replace(got, prepared=next((prepared[name] for name in names_of(got.to) if name in prepared), None))
        for whom, got in had.items()
        if given.isdisjoint(names_of(got.to))
    }


def _by_way(issued: IssuedDocument, had: Mapping[str, _Got]) -> Iterator[Superseded]:
    """Those who got something by e-mail, then those who got it by post; then those for whom a dispatch is prepared."""
    ways: dict[tuple[Key | None, bool], list[_Got]] = {(None, True): [], (None, False): []}
    for got in had.values():
        way = (got.prepared, got.prepared is None and got.channel in BY_MAIL)
        ways.setdefault(way, []).append(got)
    for (prepared, _), own in ways.items():
        if own:
            files = dict.fromkeys(got.file for got in own)
            held = tuple(sorted(files, key=lambda file: file.version, reverse=True))
            yield Superseded(issued, held, own[-1].channel, tuple(got.to for got in own), prepared)
