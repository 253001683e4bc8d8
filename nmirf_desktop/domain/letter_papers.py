"""Notes verbales, letters of invitation and calls for items as papers."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from nmirf_desktop.domain import letters
from nmirf_desktop.domain.blocks import Block, Para, Signature, Signatures, Style
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.letters import Addressee, LetterFacts
from nmirf_desktop.domain.listed_people import as_it_is, listed_person
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.meetings import is_network_meeting
from nmirf_desktop.domain.naming import formal_name, forms
from nmirf_desktop.domain.papers import Masthead, RecordPaper
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.people import addressed
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.signing import coordinator_signing
from nmirf_desktop.domain.symbols import KIND_LABELS, place_and_dates, reference_of
from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.i18n.folding import folded

INITIALS = N_("Initials and stamp of the Secretariat")
NOTE = N_("Note verbale")
FOCAL_POINTS = N_("To the focal points of the members and observers of the Network")
COMMITTEE_MEMBERS = N_("To the members of the Executive Committee")
OFFICE = "OHCHR"
"""The mark of the Office of the High Commissioner for Human Rights, by which it is known in each language."""
LONGEST_MARK = 12
"""So many letters of a partner's name stand in the reference of its letter."""


def letter_paper(kind: DocumentKind, facts: LetterFacts, to: Addressee) -> RecordPaper:
    """A letter in the form of its kind: a note verbale, or a letter that the Coordinator signs."""
    letter = kind is DocumentKind.INVITATION
    return RecordPaper(
        masthead=replace(letter_head(reference_of(kind, facts.meeting, to.mark), facts), dated_within=True),
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


def partner_marks(partners: Iterable[Partner]) -> Mapping[Key, str]:
    """The initials of each partner's English name, by which its letters are told apart: "GANHRI-2"; "OHCHR" of that."""
    marks: dict[Key, str] = {}
    for one in sorted(partners, key=lambda known: known.key):
        mark = OFFICE if one.kind is PartnerKind.OHCHR else _initials(one.name.en or one.name.original)
        same = sum(known == mark or known.startswith(f"{mark}-") for known in marks.values())
        marks[one.key] = f"{mark}-{same + 1}" if same else mark
    return marks


def _initials(name: str) -> str:
    """The first letters of the words that begin with a capital; a single word, or initials already, as it is."""
    words = [word for word in re.split(r"[^\w]+", name) if word[:1].isupper() or word[:1].isdigit()]
    mark = words[0] if len(words) == 1 else "".join(word[0] for word in words)
    return folded(mark).upper().replace(" ", "")[:LONGEST_MARK] or "P"


def _para(said: Callable[[Catalog], str]) -> Para:
    return Para(Said.by(said))


def _each(sentences: Callable[[Catalog], Iterable[str]]) -> Iterator[Para]:
    """A paragraph for each of some sentences, which are as many in each language."""
    for texts in zip(*(sentences(catalog(language)) for language in Language), strict=True):
        yield Para(Said(*texts))


def _note(kind: DocumentKind, facts: LetterFacts, to: Addressee) -> Iterator[Block]:
    """The formulas around what is said, the place for initials and stamp, and at the foot to whom it goes."""
    yield _para(lambda words: letters.note_opening(kind, facts, to, words))
    if kind is DocumentKind.CALL_FOR_ITEMS:
        yield from _each(lambda words: letters.item_terms(facts, words))
    else:
        yield from _meeting(facts, to)
    yield _para(lambda words: letters.note_closing(facts, to, words))
    yield _para(lambda words: letters.written(facts, words))
    yield Signatures((Signature(Said.words(INITIALS)),))
    yield Para(Said.by(lambda words: letters.mission(kind, facts, to, words)), style=Style.APART)


def _letter(facts: LetterFacts, to: Addressee) -> Iterator[Block]:
    """Place and date, to whom, greeting, what is said, greeting, and who signs."""
    yield _para(lambda words: letters.written(facts, words))
    yield Para(_addressed(facts, to), style=Style.LINES)
    yield _para(lambda words: letters.salutation(to, words))
    yield _para(lambda words: letters.letter_opening(facts, to, words))
    yield from _meeting(facts, to)
    yield _para(lambda words: letters.letter_closing(to, words))
    state = NOTHING if facts.coordinator is None else Said.by(facts.states[facts.coordinator].said_in)
    signer = facts.signer
    name = NOTHING if signer is None or not signer.family_name else Said.by(lambda words: addressed(signer, words))
    function = Said.by(lambda words: coordinator_signing(signer if name else None, words))
    yield Signatures((Signature(function, state=state, name=name),))


def _meeting(facts: LetterFacts, to: Addressee) -> Iterator[Block]:
    """What is said of the meeting, and what is asked."""
    yield _para(lambda words: letters.setting(facts, words))
    own = facts.texts.get(Topic.INVITATION)
    if own:
        yield Para(Said.of(own))
    yield _para(lambda words: letters.agenda_said(facts, words))
    yield from _each(lambda words: letters.asked(facts, to, words))
    if facts.informs:
        yield _para(lambda words: letters.informed(facts, words))


def _addressed(facts: LetterFacts, to: Addressee) -> Said:
    """To whom a letter goes, line by line: an address has no marks."""
    if to.partner is not None:
        lines = (line.strip() for line in to.partner.address.splitlines())
        name = to.partner.name
        return replace(Said.by(lambda words: as_it_is(name, words)), below="\n".join(line for line in lines if line))
    if to.state is not None:
        state, person = to.state, to.person
        if person is None:
            return Said.by(
                lambda words: words.gettext("To the focal point {of_state}").format(**forms(state, words.language))
            )
        return Said.by(
            lambda words: "\n".join(
                (
                    listed_person(person, words, mechanism=to.mechanism, said=as_it_is),
                    formal_name(state, words.language).bare,
                )
            )
        )
    return Said.words(FOCAL_POINTS if is_network_meeting(facts.meeting) else COMMITTEE_MEMBERS)
