"""What those who are invited to a meeting are told: each topic's text, with a ready sentence where it has none."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.letters import LetterFacts
from nmirf_desktop.domain.meeting_texts import MeetingText, Topic
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.topic_sentences import ready_sentence
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.letters import WritingDesk
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import MEETING_TEXTS, MEETINGS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class TopicText:
    """What stands on a *topic*, and what is *offered* on it; either may be empty."""

    topic: Topic
    text: Trilingual
    offered: Trilingual


class MeetingTexts:
    """The texts of invitations and information notes in the register."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def of(self, meeting: Key, on: datetime.date) -> tuple[TopicText, ...]:
        """Each topic of a meeting, with the ready sentence of a day; ``LookupError`` where there is no such meeting."""
        with self._store.read() as session:
            facts = self._facts(session, meeting, on)
        return tuple(
            TopicText(topic, facts.texts.get(topic, Trilingual()), ready_sentence(topic, facts)) for topic in Topic
        )

    def save(self, meeting: Key, topic: Topic, text: Trilingual) -> None:
        """Write what stands on a topic; an empty text is taken out, so that the note has no such section."""
        with self._store.write(N_("write about a meeting"), Subject.MEETINGS) as session:
            MEETINGS.standing(session, meeting)
            known = MEETING_TEXTS.first(session, meeting=meeting, topic=topic)
            if text:
                MEETING_TEXTS.save(session, MeetingText(known.key if known else new_key(), meeting, topic, text))
            elif known is not None:
                MEETING_TEXTS.remove(session, known.key)

    def fill(self, meeting: Key, on: datetime.date) -> int:
        """Take over the ready sentence of each topic that has no text yet; how many there were."""
        with self._store.write(N_("write about a meeting"), Subject.MEETINGS) as session:
            new = list(_offered(self._facts(session, meeting, on)))
            for topic, text in new:
                MEETING_TEXTS.save(session, MeetingText(new_key(), meeting, topic, text))
        return len(new)

    def _facts(self, session: Session, meeting: Key, on: datetime.date) -> LetterFacts:
        recorded = read_meeting(session, meeting, self._states)
        organisation = ORGANISATION.get(session, "organisation")
        return WritingDesk(session, recorded, recorded.states, organisation).facts(on)


def _offered(facts: LetterFacts) -> Iterator[tuple[Topic, Trilingual]]:
    written: Mapping[Topic, Trilingual] = facts.texts
    for topic in Topic:
        if topic not in written and (text := ready_sentence(topic, facts)):
            yield topic, text
