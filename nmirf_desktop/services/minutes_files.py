"""Minutes for a word processor: the same paper as the PDF, one file for each language."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from nmirf_desktop.domain.approvals import correction_notice
from nmirf_desktop.domain.blocks import Para
from nmirf_desktop.domain.completed_minutes import fits
from nmirf_desktop.domain.editions import SEPARATE, Edition
from nmirf_desktop.domain.gaps import lacking
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.minutes import Circulation, Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.papers import MinutesPaper
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.symbols import file_name
from nmirf_desktop.domain.unsettled import Unsettled
from nmirf_desktop.exchange.minutes_documents import MinutesCopy, as_docx
from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.services.attributions import check_leaves
from nmirf_desktop.services.files import stands, write_all
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.states import States
from nmirf_desktop.services.unsettled import Way, read_unsettled
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.store import Moment, Store, utc_now

TITLES = {
    MinutesState.DRAFT: N_("Draft minutes"),
    MinutesState.CIRCULATED: N_("Draft minutes"),
    MinutesState.APPROVED: N_("Minutes"),
}
HOW = N_(
    "In this file, write in the paragraph itself, where changes are tracked, or put a comment beside it. Please leave "
    "numbers, headings, lists, votes and decisions as they are, and do not copy the text into another file."
)
NOT_CIRCULATED = N_("This is a draft that was not circulated: the period for corrections has not begun.")
ONE_EACH = N_(
    "A file for a word processor is in one language: choose English, French or Spanish, or all three as a file each. "
    "No file was written."
)
ONLY_MINUTES = N_("Only minutes are written for a word processor. No file was written; choose PDF.")


def check_word(request: Request) -> None:
    """Raise :class:`Problem` for a document, or an edition, that is not made for a word processor."""
    if request.kind is not DocumentKind.MINUTES:
        raise Problem(ONLY_MINUTES)
    if not set(request.editions) <= set(SEPARATE):
        raise Problem(ONE_EACH)


def word_name(symbol: str, edition: Edition) -> str:
    """The name of the file: that of the PDF, but for how it ends."""
    return Path(file_name(DocumentKind.MINUTES, symbol, edition)).with_suffix(".docx").name


class MinutesFiles:
    """The files of minutes for members who correct in a word processor."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store, self._states = store, states
        self._papers = Papers(store, states, clock)

    def standing(self, request: Request, folder: Path) -> tuple[str, ...]:
        """The names of the files in a folder that :meth:`export` would replace."""
        check_word(request)
        return tuple(name for name in self.names(request) if stands(folder / name))

    def unsettled(self, request: Request) -> Unsettled:
        """What is missing, outdated or open in the minutes that :meth:`export` would write. Raises as it does."""
        check_word(request)
        if request.meeting is None:
            return Unsettled()
        with self._store.read() as session:
            check_leaves(session, self._states, request.meeting)
            found = read_unsettled(session, self._states, request.meeting, Way.FILE)
        return replace(found, gaps=lacking(found.gaps, request.editions))

    def names(self, request: Request) -> tuple[str, ...]:
        """The names of the files of a request, in the order of its editions."""
        return tuple(word_name(paper.masthead.symbol, edition) for edition, paper, _mark in self._printed(request))

    def export(self, request: Request, folder: Path, *, keep: Collection[str] = ()) -> tuple[Path, ...]:
        """Write minutes into a folder, a file for each language but those whose names are to *keep*: all, or none.

        Raises:
            Problem: it is no minutes, or all languages in one file are asked for.
            Refusal: the minutes tell what is not to be told.
            StorageError: the folder cannot be written.
        """
        return write_all(folder, [(name, content) for name, content in self.contents(request) if name not in keep])

    def contents(self, request: Request) -> tuple[tuple[str, bytes], ...]:
        """The name and the bytes of each file of a request. Raises as :meth:`export`."""
        check_word(request)
        with self._store.read() as session:
            check_leaves(session, self._states, request.meeting)
        return tuple(
            (word_name(copy.paper.masthead.symbol, edition), as_docx(copy, _words(edition)))
            for edition, copy in self.copies(request)
        )

    def copies(self, request: Request) -> tuple[tuple[Edition, MinutesCopy], ...]:
        """What leaves in each language that is asked for."""
        printed = self._printed(request)
        with self._store.read() as session:
            minutes = MINUTES.first(session, meeting=request.meeting)
            known = PARAGRAPHS.all(session, minutes=minutes.key) if minutes is not None else ()
        key = request.meeting or ""
        return tuple(
            (edition, replace(_copy(paper, numbered(paper, known), mark, _words(edition)), meeting=key))
            for edition, paper, mark in printed
        )

    def _printed(self, request: Request) -> Iterator[tuple[Edition, MinutesPaper, str]]:
        for edition, paper, mark in self._papers.printed(request):
            if isinstance(paper, MinutesPaper):
                yield edition, paper, mark


def _words(edition: Edition) -> Catalog:
    return catalog(Language(str(edition)))


def numbered(paper: MinutesPaper, paragraphs: Iterable[MinutesParagraph]) -> dict[int, Key]:
    """The paragraphs of minutes by the numbers that a paper gives them; in minutes that nobody began, none.

    A numbered paragraph that is in no row, such as one that only the paper says, has no key.
    """
    rows = sorted((one for one in paragraphs if one.text), key=lambda one: one.position)
    found, at = {}, 0
    counted = (block for part in paper.sections for block in part.blocks if isinstance(block, Para) and block.numbered)
    for number, block in enumerate(counted, 1):
        place = next((index for index in range(at, len(rows)) if fits(block.text, Said.of(rows[index].text))), None)
        if place is not None:
            found[number], at = rows[place].key, place + 1
    return found


def _copy(paper: MinutesPaper, keys: Mapping[int, Key], mark: str, words: Catalog) -> MinutesCopy:
    date = paper.approved_on
    approved = words.pgettext("minutes", "approved on {date}").format(date=words.date(date)) if date else ""
    below = paper.approval.read(words.language).text or approved
    title = words.gettext(TITLES[paper.state])
    return MinutesCopy(paper, keys, title, below, tuple(_notice(paper, words)), mark)


def notices(minutes: Minutes, circulated: Iterable[Circulation]) -> Iterator[str]:
    """All that files of some minutes may say of how they are corrected, in each language and each time they went."""
    for language in Language:
        yield from map(catalog(language).gettext, (NOT_CIRCULATED, HOW))
        for one in circulated:
            went = replace(minutes, state=MinutesState.CIRCULATED, prevailing=one.prevailing)
            for adopted in ((), tuple(Language)):  # the languages of decisions may have changed since the file was made
                said = correction_notice(replace(went, corrections_until=one.corrections_until), adopted)
                yield said.read(language).text


def _notice(paper: MinutesPaper, words: Catalog) -> Iterator[str]:
    """How minutes are corrected, until when, and where to; approved ones are not."""
    match paper.state:
        case MinutesState.DRAFT:
            yield words.gettext(NOT_CIRCULATED)
            yield words.gettext(HOW)
        case MinutesState.CIRCULATED:
            yield paper.notice.read(words.language).text
            yield words.gettext(HOW)
        case MinutesState.APPROVED:
            pass
