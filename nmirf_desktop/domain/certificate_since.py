"""What was recorded since a certificate of dispatch was issued: it stays as it was, and is the last state no more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_, Catalog, Language

SINCE = N_("Certificate of dispatch issued on {day}. Since then: {what}.")
SINCE_ONE = N_("Certificate of dispatch {symbol} issued on {day}. Since then: {what}.")
"""Where certificates of several things may stand one below the other."""


@dataclass(frozen=True, slots=True)
class Since:
    """What came after an *issued* certificate: what happened to its deliveries, new *dispatches*, and what was *noted*.

    *part* is the dispatch, the State or the partner of which it is; ``None`` of that of the agenda. *languages* are
    those in which it was not issued later, where it was in others.
    """

    issued: IssuedDocument
    part: Key | None
    happened: Mapping[Happening, int]
    dispatches: int = 0
    noted: int = 0
    languages: tuple[Language, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.dispatches or self.noted or any(self.happened.values()))

    def said_in(self, words: Catalog) -> str:
        """When it was issued, and what came since."""
        return self._said(SINCE, words)

    def named_in(self, words: Catalog) -> str:
        """The same with the symbol of the certificate, and its *languages*."""
        return self._said(SINCE_ONE, words)

    def _said(self, message: str, words: Catalog) -> str:
        day, what = words.date(self.issued.issued_on), words.listing(self._told(words))
        return words.gettext(message).format(symbol=self.symbol_in(words), day=day, what=what)

    def symbol_in(self, words: Catalog) -> str:
        """The symbol of the certificate, with its *languages* where it is not told of all."""
        if not self.languages:
            return self.issued.symbol
        pattern = words.pgettext("version of a document that went, and its edition", "{document} ({language})")
        named = words.listing(words.language_name(language) for language in self.languages)
        return pattern.format(document=self.issued.symbol, language=named)

    def _told(self, words: Catalog) -> Iterator[str]:
        one = {kind: self.happened.get(kind, 0) for kind in Happening}
        sent, failed, came, gone = (one[kind] for kind in Happening)
        for number, said in (
            (self.dispatches, words.ngettext("{n} new dispatch", "{n} new dispatches", self.dispatches)),
            (sent, words.ngettext("{n} sending", "{n} sendings", sent)),
            (failed, words.ngettext("{n} failure to deliver", "{n} failures to deliver", failed)),
            (came, words.ngettext("{n} acknowledgement", "{n} acknowledgements", came)),
            (gone, words.ngettext("{n} record taken back", "{n} records taken back", gone)),
            (self.noted, words.ngettext("{n} sending noted by hand", "{n} sendings noted by hand", self.noted)),
        ):
            if number:
                yield said.format(n=words.number(number))
