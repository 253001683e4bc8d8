"""The information note of a meeting as a paper: when and where, its sittings, and a section for each topic."""

from collections.abc import Iterator

from nmirf_desktop.domain.blocks import Block, Column, DataTable, Para
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.letter_papers import letter_head
from nmirf_desktop.domain.letters import LetterFacts
from nmirf_desktop.domain.meeting_texts import TOPIC_TITLES, Topic
from nmirf_desktop.domain.meetings import Modality
from nmirf_desktop.domain.naming import name, sentence_start
from nmirf_desktop.domain.papers import PaperSection, RecordPaper
from nmirf_desktop.domain.programme_papers import local_times
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.symbols import KIND_LABELS, symbol_of
from nmirf_desktop.i18n import N_, Catalog

FORMS = {
    Modality.IN_PERSON: N_("In person"),
    Modality.ONLINE: N_("Online"),
    Modality.HYBRID: N_("In person and online"),
}


def information_paper(facts: LetterFacts) -> RecordPaper:
    """The note; a topic of which nothing was written has no section."""
    topics = tuple(
        PaperSection(Said.words(TOPIC_TITLES[topic]), (Para(Said.of(facts.texts[topic])),))
        for topic in Topic
        if topic is not Topic.INVITATION and facts.texts.get(topic)
    )
    return RecordPaper(
        masthead=letter_head(symbol_of(DocumentKind.INFORMATION, facts.meeting), facts),
        title=Said.words(KIND_LABELS[DocumentKind.INFORMATION]),
        blocks=(),
        sections=(PaperSection(Said.words(N_("The meeting")), (_terms(facts),)), *_sittings(facts), *topics),
    )


def _terms(facts: LetterFacts) -> DataTable:
    """What is known of the meeting, and the days by which something is asked for."""
    columns = (Column(Said.words(N_("Subject")), 2), Column(Said.words(N_("Details")), 4))
    return DataTable(columns, tuple((Said.words(label), said) for label, said in _rows(facts)))


def _rows(facts: LetterFacts) -> Iterator[tuple[str, Said]]:
    meeting, host = facts.meeting, facts.host
    yield N_("Dates"), Said.by(lambda words: words.date_range(meeting.opens_on, meeting.closes_on))
    if meeting.place:
        yield N_("Place"), Said.of(meeting.place)
    yield N_("Format"), Said.words(FORMS[meeting.modality])
    if host is not None:
        yield N_("Host country"), Said.by(lambda words: name(host, words.language).bare)
    if meeting.languages:
        yield N_("Working languages"), Said.by(lambda words: _languages(facts, words))
    yield N_("Provisional agenda"), Said.by(lambda words: _agenda(facts, words))
    for label, day in ((N_("Replies by"), facts.reply_by), (N_("Members’ proposals for items by"), facts.items_by)):
        if day is not None and day >= facts.on:
            yield label, Said.by(lambda words, day=day: words.date(day))  # type: ignore[misc]
    call = facts.call
    if call is not None and call.opened_on <= facts.on <= call.closes_on:
        yield N_("Members’ candidatures by"), Said.by(lambda words: words.date(call.closes_on))


def _languages(facts: LetterFacts, words: Catalog) -> str:
    return sentence_start(words.conjunction(words.language_name(one) for one in facts.meeting.languages))


def _agenda(facts: LetterFacts, words: Catalog) -> str:
    """The symbol of the agenda, and until when it is sent where it was not sent yet."""
    symbol = symbol_of(DocumentKind.AGENDA, facts.meeting)
    if facts.enclosed or facts.deadline is None or facts.deadline < facts.on:
        return symbol
    return words.gettext("{symbol}, to be sent no later than {day}").format(
        symbol=symbol, day=words.date(facts.deadline)
    )


def _sittings(facts: LetterFacts) -> Iterator[PaperSection]:
    """The sittings with their hours, by the clock of the place."""
    if not facts.sittings:
        return
    columns = (
        Column(Said.words(N_("Sitting")), 2),
        Column(Said.words(N_("Day")), 3),
        Column(Said.words(N_("Hours")), 2),
    )
    rows = tuple(
        (
            Said.by(lambda words, one=one: sentence_start(words.ordinal_sitting(one.number))),  # type: ignore[misc]
            Said.by(lambda words, one=one: sentence_start(words.date_with_weekday(one.on))),  # type: ignore[misc]
            Said.by(lambda words, one=one: words.printed_hours(one.starts, one.ends)),  # type: ignore[misc]
        )
        for one in sorted(facts.sittings, key=lambda one: (one.on, one.starts))
    )
    blocks: tuple[Block, ...] = (DataTable(columns, rows), local_times(facts.meeting, facts.sittings))
    yield PaperSection(Said.words(N_("Sittings")), blocks)
