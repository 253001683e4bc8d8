"""The files by which a dispatch goes: messages, a mail-merge table, and the documents beside it.

They follow from what was recorded of the dispatch when it was prepared, its words and its recipients among it, and from
the issued documents: written again, they have the same bytes, whatever the meeting, the settings and the people have
become since.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.dispatches import Channel, Dispatch, Recipient, Wording
from nmirf_desktop.domain.filenames import safe_name
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.mailing import LABELS, Mailing, covering_letter, label
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.symbols import plain_name
from nmirf_desktop.exchange.outgoing_mail import Letter, Mailbox, enclosed, written
from nmirf_desktop.exchange.spreadsheet import ListSheet, as_csv
from nmirf_desktop.exchange.workbook import as_xlsx
from nmirf_desktop.i18n import N_, Language, catalog

TABLE_TITLE = N_("Recipients")
HEADINGS = (
    N_("Name"), N_("State"), N_("Language"), N_("E-mail"), N_("Address"), N_("Subject"), N_("Message"), N_("Files"),
)  # fmt: skip
LETTERS, LABELS_FILE = "Letters", "Labels"
"""What the files are called that go by post; those of letters have their language behind it."""
TABLE = "recipients"
"""What the file of a mail-merge table is called, with the language in which its headings are."""


@dataclass(frozen=True)
class Outgoing:
    """A dispatch with all that its files are made of; *contents* are the bytes of the issued documents by key.

    *wordings* are its words in each language; *specimen* marks what comes from a sample register.
    """

    dispatch: Dispatch
    recipients: tuple[Recipient, ...]
    issued: tuple[IssuedDocument, ...]
    contents: Mapping[Key, bytes]
    wordings: Mapping[Language, Wording]
    specimen: bool = False

    @property
    def steps(self) -> int:
        """How many files there are to write."""
        match self.dispatch.channel:
            case Channel.TO_EACH:
                return len(self.recipients)
            case Channel.BY_LANGUAGE:
                return len(self.groups)
            case Channel.TABLE:
                return 2 + len(self._used)
            case Channel.POST:
                return len(self.groups) + 1 + len(self._used)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each file with its name, one after the other, so that they are never in memory all at once."""
        match self.dispatch.channel:
            case Channel.TO_EACH:
                yield from self._to_each()
            case Channel.BY_LANGUAGE:
                for language, group in self.groups.items():
                    yield f"{language.upper()}.eml", written(self._to_all(language, group))
            case Channel.TABLE:
                sheet = self._table()
                yield f"{TABLE}.xlsx", as_xlsx(sheet)
                yield f"{TABLE}.csv", as_csv(sheet)
                yield from self._documents()
            case Channel.POST:
                yield from self._by_post()
                yield from self._documents()

    @cached_property
    def groups(self) -> Mapping[Language, tuple[Recipient, ...]]:
        """The recipients by the language that they read, where there are any, in their order."""
        found: dict[Language, list[Recipient]] = defaultdict(list)
        for one in self._ordered:
            found[one.reads].append(one)
        return {language: tuple(found[language]) for language in Language if language in found}

    @cached_property
    def _ordered(self) -> Sequence[Recipient]:
        """The recipients in the order of messages and letters: States by their codes, then partners."""
        return sorted(self.recipients, key=lambda one: (one.state is None, one.state or "", one.name, one.key))

    # ---- messages ----

    def _to_each(self) -> Iterator[tuple[str, bytes]]:
        seen: Counter[str] = Counter()
        for one in self._ordered:
            name = safe_name(one.state or one.name)
            alike = name.casefold()  # as some systems tell names apart
            seen[alike] += 1
            yield f"{name}-{seen[alike]}.eml" if seen[alike] > 1 else f"{name}.eml", written(self._to_one(one))

    def _to_one(self, one: Recipient) -> Letter:
        to = tuple(Mailbox(address, one.name) for address in one.addresses)
        return replace(self._letter(one.key, one.reads, one.salutation), to=to)

    def _to_all(self, language: Language, group: Sequence[Recipient]) -> Letter:
        """One message to all of a language, who do not see each other; it is addressed to the secretariat itself."""
        blind = tuple(Mailbox(address, one.name) for one in group for address in one.addresses)
        key = letter_key(self.dispatch.key, language)
        return replace(self._letter(key, language, group[0].salutation), blind=blind)

    def _letter(self, key: str, language: Language, salutation: str) -> Letter:
        dispatch, said = self.dispatch, self.wordings[language]
        sender = Mailbox(dispatch.sender, said.network)
        return Letter(
            key=key, at=dispatch.prepared_at.astimezone(ZoneInfo(dispatch.zone)), sender=sender,
            subject=said.subject_to(salutation), text=said.text_to(salutation),
            language=language, to=(sender,), files=self._parts(files_for(language, self.issued)),
        )  # fmt: skip

    def _parts(self, files: Sequence[IssuedDocument]) -> tuple[bytes, ...]:
        return tuple(self._part[one.key] for one in files)

    @cached_property
    def _part(self) -> Mapping[Key, bytes]:
        return {one.key: enclosed(one.name, self.contents[one.key]) for one in self._used}

    @cached_property
    def _used(self) -> tuple[IssuedDocument, ...]:
        """The files that somebody gets; an edition that nobody reads stays here."""
        read = {one.key for language in self.groups for one in files_for(language, self.issued)}
        return tuple(one for one in self.issued if one.key in read)

    # ---- post ----

    def _by_post(self) -> Iterator[tuple[str, bytes]]:
        """One file of letters for each language, and the labels of all in the order of the letters."""
        from nmirf_desktop.documents import labels, letters

        number = count(1)
        for language, group in self.groups.items():
            mailing = self._mailing(language)
            made = [(to.name, covering_letter(mailing, next(number), to)) for to in group]
            yield f"{LETTERS}-{language.upper()}.pdf", letters(made, language)
        own = self.organisation_language
        every = [label(to) for group in self.groups.values() for to in group]
        yield f"{LABELS_FILE}.pdf", labels(every, self._mailing(own).masthead(), catalog(own).gettext(LABELS), own)

    def _mailing(self, language: Language) -> Mailing:
        return Mailing(self.dispatch, self.wordings[language], self.specimen)

    # ---- table ----

    def _table(self) -> ListSheet:
        """A row for each recipient, its message as it would be in an e-mail; the headings are in the first language."""
        words = catalog(self.organisation_language)
        return ListSheet(
            words.gettext(TABLE_TITLE),
            tuple(words.gettext(heading) for heading in HEADINGS),
            tuple(self._row(one) for one in self._ordered),
            words.language,
        )

    @property
    def organisation_language(self) -> Language:
        """The language of what the secretariat keeps for itself: that in which the message was written first."""
        return self.dispatch.text.source

    def _row(self, one: Recipient) -> tuple[str, ...]:
        letter = self._to_one(one)
        return (
            one.name, one.state_name, str(one.reads), "; ".join(one.addresses), one.postal, letter.subject, letter.text,
            "; ".join(file.name for file in files_for(one.reads, self.issued)),
        )  # fmt: skip

    def _documents(self) -> Iterator[tuple[str, bytes]]:
        for one in self._used:
            yield one.name, self.contents[one.key]


def folder_name(dispatch: Dispatch, issued: Sequence[IssuedDocument]) -> str:
    """What the folder of a dispatch is called: by its first document, when it was prepared, and the end of its key."""
    at = dispatch.prepared_at.astimezone(ZoneInfo(dispatch.zone))
    symbol = issued[0].symbol if issued else ""
    return safe_name(f"{plain_name(symbol)}_{at:%Y-%m-%d_%H%M}_{dispatch.key[-4:]}")


def letter_key(dispatch: Key, language: Language) -> str:
    """What tells the message to all of a language from any other."""
    return f"{dispatch}.{language}"
