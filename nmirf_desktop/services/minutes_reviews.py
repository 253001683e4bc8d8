"""Paragraphs of minutes that somebody has read: marked as reviewed, one by one or several in one step."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.completed_minutes import open_languages
from nmirf_desktop.domain.minutes import MinutesParagraph, check_open
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.completing import COMPLETING, approved_paragraph, rewrite
from nmirf_desktop.services.lacked import left_as_noted_in, quoted_by
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store

MARK = N_("mark as reviewed")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How many of several paragraphs were marked, and those *left* out, wholly or in a language, in their order."""

    marked: int
    left: tuple[Key, ...]


class Reviews:
    """What is marked as reviewed, in some languages or in all that a paragraph has where none is named.

    Then not in those in which it quotes a reason as it was entered in another one: that is right only where somebody
    says so of the language.
    """

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def mark(self, paragraph: Key, *languages: Language) -> tuple[Language, ...]:
        """Mark the text of one paragraph; the languages in which it quotes a reason are given back.

        Raises :class:`Refusal` where minutes are approved, and as ``MinuteBook.write``.
        """
        with self._store.write(self._verb((paragraph,)), Subject.MINUTES) as session:
            found = PARAGRAPHS.standing(session, paragraph)
            quoted = () if languages else quoted_by(session, self._states, (found,))[paragraph]
            return _mark(session, found, languages, quoted)

    def mark_all(self, paragraphs: Sequence[Key]) -> Reviewed:
        """Mark several paragraphs in one step, each that can be; one that has no text, or is refused, is left out.

        So is one with words as they were noted: that they are right is said of it alone.
        """
        with self._store.write(self._verb(paragraphs), Subject.MINUTES) as session:
            found = {one.key: one for key in paragraphs if (one := PARAGRAPHS.find(session, key)) is not None}
            quoted, left, marked = quoted_by(session, self._states, found.values()), [], 0
            noted = left_as_noted_in(session, self._states, found.values())
            for key in paragraphs:
                one = found.get(key)
                try:
                    left_out = one is None or key in noted or not one.text
                    partly = left_out or bool(_mark(session, found[key], (), quoted[key]))
                except Refusal:
                    partly = True
                if partly:
                    left.append(key)
                marked += one is not None and PARAGRAPHS.get(session, key).text != one.text
        return Reviewed(marked, tuple(left))

    def _verb(self, paragraphs: Collection[Key]) -> str:
        with self._store.read() as session:
            return COMPLETING if any(approved_paragraph(session, one) for one in paragraphs) else MARK


def _mark(
    session: Session, paragraph: MinutesParagraph, languages: Collection[Language], quoted: Collection[Language]
) -> tuple[Language, ...]:
    """Mark some languages of a paragraph, or all but those in which it quotes a reason, which are given back."""
    text, approved = paragraph.text, approved_paragraph(session, paragraph.key)
    may = open_languages(paragraph) if approved else tuple(Language)
    chosen = [one for one in languages or may if text[one].strip()]
    if approved and not (chosen and set(chosen) <= set(may)):
        check_open(MINUTES.get(session, paragraph.minutes))
    for language in set(chosen) - set(quoted):
        text = text.with_review(language)
    rewrite(session, paragraph, text)
    return tuple(one for one in chosen if one in quoted)
