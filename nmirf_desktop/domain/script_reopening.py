"""What the Chair says where the list of speakers, or an item, was closed and is opened again ((silent) R26; GA 73)."""

from collections.abc import Iterator

from nmirf_desktop.domain.blocks import Block, Note, Para
from nmirf_desktop.domain.consensus_sentences import SO_DECIDED
from nmirf_desktop.domain.practices import Practices, Question
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.script_elections import words_of
from nmirf_desktop.domain.text_sentences import may_the_meeting
from nmirf_desktop.domain.voting import VoteKind
from nmirf_desktop.i18n import N_, Catalog

TITLE = N_("The list of speakers or an item, closed and opened again")
AT_ANY_ITEM = N_("These words are for any item at which they are needed.")
TO_CLOSE = N_("If the list of speakers is to be closed:")
CLOSED = N_(
    "The list of speakers reads as follows: [names]. May I take it that the meeting agrees to close it? The right of "
    "reply remains."
)
ASKED_AFTER = N_("If a delegation asks for the floor once the list is closed:")
OPENED = N_("The list of speakers has been closed. May I take it that the meeting agrees to open it again?")
BACK_TO_ITEM = N_("If the meeting is to return to an item whose discussion was closed:")
RETURNED = N_(
    "The discussion of item [number] has been closed. May I take it that the meeting wishes to open it again? What was "
    "decided stands."
)
RECONSIDERED = N_("If a member moves that what was decided be considered again:")
SOURCE = N_("The Declaration is silent on the list of speakers: this follows the General Assembly (GA 73/115).")


def reopening(practices: Practices) -> Iterator[Block]:
    """The words for the turns that no programme foresees: a list closed, opened again, an item taken up again."""
    yield Note(Said.words(AT_ANY_ITEM))
    yield Para(words_of(CLOSED, SO_DECIDED), lead=Said.words(TO_CLOSE))
    yield Para(words_of(OPENED, SO_DECIDED), lead=Said.words(ASKED_AFTER))
    yield Note(Said.words(SOURCE))
    yield Para(words_of(RETURNED, SO_DECIDED), lead=Said.words(BACK_TO_ITEM))
    yield Para(Said.by(_reconsidered), lead=Said.words(RECONSIDERED))
    yield Note(Said.words(practices.way(Question.RECONSIDERATION).sentence))


def _reconsidered(words: Catalog) -> str:
    asked = may_the_meeting(VoteKind.RECONSIDERATION, "", words.gettext("[symbol]"), words)
    return f"{asked} {words.gettext(SO_DECIDED)}"
