"""The texts of a meeting as rows: where each stands, what kind it is, and its state in each language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.readiness import PlacedText, by_language, unready
from nmirf_desktop.services.text_kinds import TextKind
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.trilingual import TONES, state_word

MARKS: Mapping[TextState, Mark] = MappingProxyType(
    {
        TextState.MISSING: Mark("circle", TONES[TextState.MISSING]),
        TextState.OUTDATED: Mark("circle-alert", TONES[TextState.OUTDATED]),
        TextState.DRAFT: Mark("circle-dot", TONES[TextState.DRAFT]),
        TextState.REVIEWED: Mark("circle-check", TONES[TextState.REVIEWED]),
    }
)
"""The shape of each state beside its word, from the state with most to do."""
ORDER = tuple(MARKS)
KIND_LABELS: Mapping[TextKind, str] = MappingProxyType(
    {
        TextKind.MEETING: N_("Meeting"),
        TextKind.ITEM: N_("Agenda item"),
        TextKind.ANNOTATION: N_("Annotation"),
        TextKind.PRESENTER: N_("Presenter"),
        TextKind.NOTE: N_("Invitation and information note"),
        TextKind.PROPOSAL: N_("Draft decision"),
        TextKind.DECISION: N_("Decision"),
        TextKind.QUESTION: N_("Question put to the vote"),
        TextKind.ELECTION: N_("Election"),
        TextKind.MINUTES: N_("Minutes"),
        TextKind.SPEAKER: N_("Speaker"),
        TextKind.ACTION: N_("Follow-up action"),
        TextKind.MILESTONE: N_("Milestone"),
        TextKind.REQUEST: N_("Request for an item"),
        TextKind.FUNCTION: N_("Function"),
        TextKind.PARTNER: N_("Partner"),
        TextKind.ACTIVITY: N_("Activity"),
        TextKind.PARTNERSHIP: N_("Partnership"),
        TextKind.COOPERATION: N_("What was done with a partner"),
        TextKind.SUPPORT: N_("Support of OHCHR"),
        TextKind.PRACTICE: N_("Good practice"),
        TextKind.CONTRIBUTION: N_("Contribution"),
        TextKind.PLAN: N_("Action plan"),
        TextKind.PRIORITY: N_("Priority of the action plan"),
        TextKind.PLANNED: N_("Action of the action plan"),
        TextKind.RULE: N_("Change of the rules"),
        TextKind.REVIEW: N_("Annual review"),
    }
)


class Wanted(StrEnum):
    """Which texts are listed, by their states."""

    NOT_READY = "not_ready"
    MISSING = "missing"
    OUTDATED = "outdated"
    DRAFT = "draft"
    ALL = "all"


WANTED_LABELS: Mapping[Wanted, str] = MappingProxyType(
    {
        Wanted.NOT_READY: N_("Not ready"),
        Wanted.MISSING: N_("Missing"),
        Wanted.OUTDATED: N_("Outdated"),
        Wanted.DRAFT: N_("In draft"),
        Wanted.ALL: N_("All texts"),
    }
)


@dataclass(frozen=True, slots=True)
class Filter:
    """What is listed: texts in these states, in a language or in any, of a kind or of any."""

    wanted: Wanted = Wanted.NOT_READY
    language: Language | None = None
    kind: TextKind | None = None

    def holds(self, one: PlacedText) -> bool:
        """Whether a text is listed."""
        if self.kind is not None and one.kind is not self.kind:
            return False
        if not one.counts:
            return self.wanted is Wanted.ALL
        languages = [self.language] if self.language is not None else list(Language)
        states = {one.text.state(language) for language in languages}
        match self.wanted:
            case Wanted.ALL:
                return True
            case Wanted.NOT_READY:
                return states != {TextState.REVIEWED}
            case _:
                return TextState(self.wanted) in states


def count_line(texts: Sequence[PlacedText], words: Catalog) -> str:
    """How many texts are not ready, and how many of each language; zero is said calmly."""
    missing = unready(texts)
    if not missing:
        return words.gettext("Every text of this meeting is reviewed in three languages.")
    head = words.ngettext("{n} text is not ready", "{n} texts are not ready", len(missing)).format(
        n=words.number(len(missing))
    )
    pattern = words.pgettext("language and how many", "{language} {n}")
    counted = by_language(missing)
    parts = [pattern.format(language=words.language_name(one), n=states.total()) for one, states in counted]
    return words.pgettext("count and its parts", "{head}: {parts}").format(head=head, parts=words.listing(parts))


def where(one: PlacedText, words: Catalog) -> str:
    """Where a text stands."""
    return one.where.said_in(words)


def kind(one: PlacedText, words: Catalog) -> str:
    """What a text is of."""
    return words.gettext(KIND_LABELS[one.kind])


def _first_words(one: PlacedText, words: Catalog) -> str:
    return " ".join(one.text.best(words.language).split())


def _in_language(language: Language) -> Column[PlacedText]:
    return Column(
        language.upper(),
        lambda one, words: state_word(one.text.state(language), words),
        lambda one, _words: ORDER.index(one.text.state(language)),
        mark=lambda one: MARKS[one.text.state(language)],
        least=11,
    )


COLUMNS: tuple[Column[PlacedText], ...] = (
    Column(N_("Where"), where, stretch=True),
    Column(N_("Kind"), kind, lambda one, _words: list(TextKind).index(one.kind), spare=True),
    Column(N_("First words"), _first_words, spare=True, hidden=True),
    *(_in_language(language) for language in Language),
)
