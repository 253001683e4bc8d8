"""To how many States which version of the agenda was sent, for the first page of the certificate of all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from nmirf_desktop.domain.certificate_sendings import counts_not
from nmirf_desktop.domain.certified import CertificateRecord, Dispatched
from nmirf_desktop.domain.editions import Edition, edition_said
from nmirf_desktop.domain.issued import AGENDAS, IssuedDocument
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.i18n import N_, Catalog

BY_VERSION = N_("Number of States to which each version of {symbol} was sent: {versions}.")
NAMED_AT_MOST = 12
"""More States than these are counted; their rows tell the version."""


def versions_sent(record: CertificateRecord, words: Catalog) -> str:
    """To how many of the States to which it is owed each version went, and which got a superseded one alone.

    It is empty where one version alone went: the documents tell which.
    """
    owed = {one.state for one in record.ground.owed(record.facts.meeting, record.facts.memberships)}
    said = [
        one
        for symbol, got in _got(record.dispatches).items()
        for one in _said(symbol, {state: files for state, files in got.items() if state in owed}, record, words)
    ]
    return " ".join(said)


def _got(dispatches: Iterable[Dispatched]) -> Mapping[str, Mapping[StateCode, set[IssuedDocument]]]:
    """Of each agenda by its symbol, which files were sent to anybody of each State and counted as sent."""
    found: dict[str, dict[StateCode, set[IssuedDocument]]] = defaultdict(lambda: defaultdict(set))
    for one in dispatches:
        for delivery in one.deliveries:
            to = delivery.recipient
            if to.state is None or delivery.sent is None or counts_not(delivery):
                continue
            for file in files_for(to.reads, one.issued):
                if file.kind in AGENDAS:
                    found[file.symbol][to.state].add(file)
    return found


def _said(
    symbol: str, got: Mapping[StateCode, set[IssuedDocument]], record: CertificateRecord, words: Catalog
) -> Iterator[str]:
    """The numbers by version, by its language too where not all are in the same; then who has no last one."""
    sent = {file for files in got.values() for file in files}
    if len({file.version for file in sent}) <= 1:
        return
    last: dict[Edition, int] = defaultdict(int)
    for file in (file for one in record.dispatches for file in one.issued if file.symbol == symbol):
        last[file.language] = max(last[file.language], file.version)
    differ = len(set(last.values())) > 1
    rows: dict[tuple[int, Edition | None], set[StateCode]] = defaultdict(set)
    for state, files in got.items():
        for file in files:
            rows[file.version, file.language if differ else None].add(state)
    order = sorted(rows, key=lambda row: (row[0], list(Edition).index(row[1]) if row[1] is not None else 0))
    numbers = (_number(len(rows[row]), *row, words) for row in order)
    yield words.gettext(BY_VERSION).format(symbol=symbol, versions=words.listing(numbers))
    old = [state for state, files in got.items() if all(file.version < last[file.language] for file in files)]
    if old:
        yield _only(old, record, words)


def _number(number: int, version: int, language: Edition | None, words: Catalog) -> str:
    """To how many a version was sent; of one language where that tells which, as each has versions of its own."""
    n, said = words.number(number), words.number(version)
    if language is None:
        return words.pgettext("a number, and of which version", "{n} (version {version})").format(n=n, version=said)
    pattern = words.pgettext("a number, and of which version", "{n} (version {version}, {language})")
    return pattern.format(n=n, version=said, language=edition_said(language, words))


def _only(old: Iterable[StateCode], record: CertificateRecord, words: Catalog) -> str:
    states = record.facts.states
    names = sorted((states[one].said_in(words) if one in states else one for one in old), key=words.sort_key)
    said = words.ngettext(
        "State to which only a superseded version was sent: {states}.",
        "States to which only a superseded version was sent: {states}.",
        len(names),
    )
    told = words.listing(names) if len(names) <= NAMED_AT_MOST else words.number(len(names))
    return said.format(states=told)
