"""The phrase book: stock phrases of the field in three languages, written for this program."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language


class PhraseTopic(StrEnum):
    """What a phrase is for, in the order of the book."""

    OPENING = "opening"
    ADOPTION = "adoption"
    PREVIOUS_MINUTES = "previous_minutes"
    MEMBERSHIP = "membership"
    REVIEW = "review"
    KNOWLEDGE_HUB = "knowledge_hub"
    PARTNERSHIPS = "partnerships"
    FUTURE = "future"
    COMMITTEE = "committee"
    NEXT_MEETING = "next_meeting"
    OTHER_MATTERS = "other_matters"
    CLOSING = "closing"
    INVITATION = "invitation"
    CALL_FOR_ITEMS = "call_for_items"
    VENUE = "venue"
    REGISTRATION = "registration"
    LANGUAGES = "languages"
    VISA = "visa"
    TRAVEL = "travel"
    HOTELS = "hotels"
    ONLINE = "online"
    ACCESSIBILITY = "accessibility"
    DOCUMENTS = "documents"
    CONTACT = "contact"
    LETTERS = "letters"
    ORGANISATION = "organisation"
    DECISIONS = "decisions"
    MINUTES = "minutes"


PHRASE_TOPICS: Mapping[PhraseTopic, str] = MappingProxyType(
    {
        PhraseTopic.OPENING: N_("Opening"),
        PhraseTopic.ADOPTION: N_("Adoption of the agenda"),
        PhraseTopic.PREVIOUS_MINUTES: N_("Minutes of the previous meeting"),
        PhraseTopic.MEMBERSHIP: N_("Membership"),
        PhraseTopic.REVIEW: N_("Review of activities"),
        PhraseTopic.KNOWLEDGE_HUB: N_("Virtual knowledge hub"),
        PhraseTopic.PARTNERSHIPS: N_("Partnerships"),
        PhraseTopic.FUTURE: N_("Future directions"),
        PhraseTopic.COMMITTEE: N_("Executive Committee"),
        PhraseTopic.NEXT_MEETING: N_("Next meeting"),
        PhraseTopic.OTHER_MATTERS: N_("Other matters"),
        PhraseTopic.CLOSING: N_("Closing"),
        PhraseTopic.INVITATION: N_("Invitation"),
        PhraseTopic.CALL_FOR_ITEMS: N_("Calls and requests"),
        PhraseTopic.VENUE: N_("Venue"),
        PhraseTopic.REGISTRATION: N_("Registration"),
        PhraseTopic.LANGUAGES: N_("Languages"),
        PhraseTopic.VISA: N_("Visas"),
        PhraseTopic.TRAVEL: N_("Travel"),
        PhraseTopic.HOTELS: N_("Hotels"),
        PhraseTopic.ONLINE: N_("Online participation"),
        PhraseTopic.ACCESSIBILITY: N_("Accessibility"),
        PhraseTopic.DOCUMENTS: N_("Documents"),
        PhraseTopic.CONTACT: N_("Contact"),
        PhraseTopic.LETTERS: N_("Letters"),
        PhraseTopic.ORGANISATION: N_("Organization of work"),
        PhraseTopic.DECISIONS: N_("Decisions"),
        PhraseTopic.MINUTES: N_("Minutes"),
    }
)
_TELLS = re.compile(r"\b(?:was|were|thanked|joined)\b")
"""What English phrases have that tell what happened; agendas say what will be, and invite."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class StockPhrase:
    """A phrase of the book, final in three languages; {placeholders} stand for facts."""

    topic: PhraseTopic
    text: Trilingual

    @property
    def key(self) -> str:
        """What tells it from the others: its English text."""
        return self.text.en

    @property
    def tells(self) -> bool:
        """Whether it tells what happened, as minutes do: "was adopted", not "will be invited to adopt"."""
        return self.topic is PhraseTopic.MINUTES or _TELLS.search(self.text.en) is not None


def minutes_first(book: Iterable[StockPhrase]) -> tuple[StockPhrase, ...]:
    """The book for whoever writes minutes: first what tells what happened, else in its order."""
    return tuple(sorted(book, key=lambda one: not one.tells))


def parse_phrases(table: str) -> tuple[StockPhrase, ...]:
    """The phrases of the shipped table, whose columns are topic, en, fr, es."""
    rows = csv.DictReader(table.splitlines())
    return tuple(
        StockPhrase(PhraseTopic(row["topic"]), Trilingual.final(row["en"], row["fr"], row["es"])) for row in rows
    )


def placeholders(text: str) -> frozenset[str]:
    """The names of the facts that a phrase still lacks."""
    return frozenset(_PLACEHOLDER.findall(text))


def filled(text: Trilingual, facts: Mapping[str, Trilingual]) -> Trilingual:
    """A phrase with the facts that are known in every language put in; no language gets those of another.

    It is final where none is lacking then; else a draft, whose placeholders are left to be written over.
    """
    known = {name: fact for name, fact in facts.items() if all(fact[language] for language in Language)}

    def put(language: Language) -> str:
        def fact(found: re.Match[str]) -> str:
            name = found.group(1)
            return known[name][language] if name in known else found.group()

        return _PLACEHOLDER.sub(fact, text[language])

    final = Trilingual.final(put(Language.EN), put(Language.FR), put(Language.ES))
    return replace(final, reviewed="") if any(placeholders(final[language]) for language in Language) else final


def joined(before: Trilingual, phrase: Trilingual) -> Trilingual:
    """A text with a phrase in each language that has none yet; what is written already stays.

    Where all three were empty, it is the phrase, with what was reviewed of it.
    """
    if not before:
        return phrase
    text = before
    source = before.source
    for language in (source, *(other for other in Language if other is not source)):
        if not before[language].strip():
            text = text.with_text(language, phrase[language])
    return text
