"""Notes verbales, letters of invitation and calls for items as papers."""

from collections.abc import Callable, Iterator

from nmirf_desktop.domain import letters
from nmirf_desktop.domain.blocks import Block, Para, Signature, Signatures
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.letters import Addressee, LetterFacts
from nmirf_desktop.domain.listed_people import listed_person
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.meetings import is_network_meeting
from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.papers import Masthead, RecordPaper
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.signing import COORDINATOR
from nmirf_desktop.domain.symbols import KIND_LABELS, place_and_dates, reference_of
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.i18n.folding import folded

INITIALS = N_("Initials and stamp of the Secretariat")
NOTE = N_("Note verbale")
FOCAL_POINTS = N_("To the focal points of the members and observers of the Network")
COMMITTEE_MEMBERS = N_("To the members of the Executive Committee")
LONGEST_MARK = 40
"""So much of a partner's name stands in the reference of its letter."""


def letter_paper(kind: DocumentKind, facts: LetterFacts, to: Addressee) -> RecordPaper:
    """A letter in the form of its kind: a note verbale, or a letter that the Coordinator signs."""
    letter = kind is DocumentKind.INVITATION
    return RecordPaper(
        masthead=letter_head(reference_of(kind, facts.meeting, mark_of(to)), facts),
        title=Said.words(KIND_LABELS[kind] if kind is not DocumentKind.NOTE_VERBALE else NOTE),
        blocks=tuple(_letter(facts, to) if letter else _note(kind, facts, to)),
        below=Said.words(NOTE) if kind is DocumentKind.CALL_FOR_ITEMS else NOTHING,
    )


def letter_head(symbol: str, facts: LetterFacts) -> Masthead:
    """The head of what is written about a meeting on a day."""
    meeting = facts.meeting
    return Masthead(
        symbol=symbol,
        dated=facts.on,
        meeting=Said.of(meeting.title),
        place_and_dates=place_and_dates(meeting),
        original=meeting.title.source,
        specimen=facts.organisation.specimen,
    )


def mark_of(to: Addressee) -> Key:
    """To whom a letter goes, at the end of its reference: a State's code, or a partner's name in Latin letters."""
    if to.state is not None:
        return to.state.iso3
    return "" if to.partner is None else _mark(to.partner)


def _mark(partner: Partner) -> str:
    words = "".join(sign if sign.isalnum() else " " for sign in folded(partner.name.en or partner.name.original))
    mark = ""
    for word in words.upper().split():
        if mark and len(mark) + len(word) >= LONGEST_MARK:
            break
        mark = f"{mark}-{word}" if mark else word[:LONGEST_MARK]
    return mark


def _para(said: Callable[[Catalog], str]) -> Para:
    return Para(Said.by(said))


def _note(kind: DocumentKind, facts: LetterFacts, to: Addressee) -> Iterator[Block]:
    """The formulas around what is said, the place for initials and stamp, and at the foot to whom it goes."""
    yield _para(lambda words: letters.note_opening(kind, facts, to, words))
    if kind is DocumentKind.CALL_FOR_ITEMS:
        yield _para(lambda words: " ".join(letters.item_terms(facts, words)))
    else:
        yield from _meeting(facts, to)
    yield _para(lambda words: letters.note_closing(facts, to, words))
    yield _para(lambda words: letters.written(facts, words))
    yield Signatures((Signature(Said.words(INITIALS)),))
    yield _para(lambda words: letters.mission(kind, facts, to, words))


def _letter(facts: LetterFacts, to: Addressee) -> Iterator[Block]:
    """Place and date, to whom, greeting, what is said, greeting, and who signs."""
    yield _para(lambda words: letters.written(facts, words))
    yield Para(_addressed(facts, to))
    yield _para(lambda words: letters.salutation(to, words))
    yield _para(lambda words: letters.letter_opening(facts, to, words))
    yield from _meeting(facts, to)
    yield _para(lambda words: letters.letter_closing(to, words))
    state = NOTHING if facts.coordinator is None else Said.by(facts.states[facts.coordinator].said_in)
    yield Signatures((Signature(Said.words(COORDINATOR), state=state),))


def _meeting(facts: LetterFacts, to: Addressee) -> Iterator[Block]:
    """What is said of the meeting, and what is asked."""
    yield _para(lambda words: letters.setting(facts, words))
    own = facts.texts.get(Topic.INVITATION)
    if own:
        yield Para(Said.of(own))
    yield _para(lambda words: letters.agenda_said(facts, words))
    yield _para(lambda words: " ".join(letters.asked(facts, to, words)))
    if facts.informs:
        yield _para(lambda words: letters.informed(facts, words))


def _addressed(facts: LetterFacts, to: Addressee) -> Said:
    """To whom a letter goes, line by line."""
    if to.partner is not None:
        lines = (line.strip() for line in to.partner.address.splitlines())
        name = Said.of(to.partner.name)
        return Said(name.en, name.fr, name.es, name.original, name.earlier, "\n".join(line for line in lines if line))
    if to.state is not None:
        state, person = to.state, to.person
        if person is None:
            return Said.by(
                lambda words: words.gettext("To the focal point {of_state}").format(**forms(state, words.language))
            )
        return Said.by(lambda words: f"{listed_person(person, words)}\n{state.said_in(words)}")
    return Said.words(FOCAL_POINTS if is_network_meeting(facts.meeting) else COMMITTEE_MEMBERS)
