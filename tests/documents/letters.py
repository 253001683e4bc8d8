"""Notes verbales, letters, information notes and calls for items, of a meeting that is hardly known and of a full one.

They go to all, to States with short and long names, to a person, and to a partner.
"""

import datetime
from dataclasses import replace

from nmirf_desktop.domain.candidatures import Call
from nmirf_desktop.domain.information_papers import information_paper
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.letter_papers import letter_paper
from nmirf_desktop.domain.letters import ALL_TOGETHER, Addressee, LetterFacts
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.topic_sentences import ready_sentence
from tests.documents import records
from tests.domain import second_meeting
from tests.domain.second_meeting import STATES

WRITTEN = datetime.date(2026, 11, 2)
GENEVA = Trilingual.final("Geneva", "Genève", "Ginebra")
UNKNOWN = LetterFacts(
    replace(second_meeting.MEETING, place=Trilingual(), host=None, agenda_agreed_on=None, languages=()), WRITTEN, STATES
)
PARTNER = Partner(
    "partner",
    Trilingual.final(
        "Office of the United Nations High Commissioner for Human Rights",
        "Haut-Commissariat des Nations Unies aux droits de l’homme",
        "Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos",
    ),
    PartnerKind.OHCHR,
    address="Treaty bodies section\n1 Example Road\n1200 Geneva",
)


def known() -> LetterFacts:
    """A meeting of which everything is known, with a ready sentence on each topic."""
    facts = LetterFacts(
        second_meeting.MEETING,
        WRITTEN,
        STATES,
        Organisation(written_in=GENEVA),
        sittings=second_meeting.SITTINGS,
        deadline=datetime.date(2026, 12, 26),
        reply_by=datetime.date(2027, 1, 12),
        items_by=datetime.date(2026, 11, 20),
        call=Call("call", datetime.date(2026, 10, 20), datetime.date(2026, 12, 15), 5, meeting="meeting"),
        coordinator="PRY",
        members=frozenset(second_meeting.MEMBERS),
    )
    return replace(facts, texts={topic: ready_sentence(topic, facts) for topic in Topic})


def with_text(text: Trilingual) -> LetterFacts:
    """The same with one text on each topic."""
    return replace(known(), texts=dict.fromkeys(Topic, text))


def with_sittings(sittings: tuple[Sitting, ...]) -> LetterFacts:
    """The same with other sittings."""
    return replace(known(), sittings=sittings)


def state(code: str) -> Addressee:
    """A State without a focal point."""
    return Addressee(STATES[code], mark=code)


def note(facts: LetterFacts, to: Addressee = ALL_TOGETHER) -> RecordPaper:
    """An invitation by note verbale."""
    return letter_paper(DocumentKind.NOTE_VERBALE, facts, to)


def letter(facts: LetterFacts, to: Addressee = ALL_TOGETHER) -> RecordPaper:
    """A letter of invitation."""
    return letter_paper(DocumentKind.INVITATION, facts, to)


def call_for_items(facts: LetterFacts, to: Addressee = ALL_TOGETHER) -> RecordPaper:
    """A call for items."""
    return letter_paper(DocumentKind.CALL_FOR_ITEMS, facts, to)


def information(facts: LetterFacts) -> RecordPaper:
    """An information note."""
    return information_paper(facts)


def person(code: str) -> Addressee:
    """The focal point of a State."""
    return Addressee(STATES[code], person=records.person(code), mark=code)


TO_PARTNER = Addressee(partner=PARTNER, mark="OUNHCHR")
