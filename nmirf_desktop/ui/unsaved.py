"""What is said where something is shown over what was refused: why it was, and how what was typed is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication

from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.form_row import FormRow

UNSAVED = N_("Not saved, because it was refused: {fields}. What stood there before is kept.")
UNSAVED_FOR = N_("Not saved, because it was refused: {fields}. {reason}")
COPY = N_("Copy what was typed")


@dataclass(frozen=True, slots=True)
class Copied:
    """A sentence about what was *typed*, and that it can be copied."""

    what: Sayable
    typed: str

    def said_in(self, words: Catalog) -> str:
        """The sentence in the language of *words*."""
        return self.what.said_in(words)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """How what was typed is kept."""
        return _copying(self.typed)


def _copying(typed: str) -> tuple[Offer, ...]:
    return (Offer(COPY, lambda: QGuiApplication.clipboard().setText(typed)),) if typed else ()


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Which fields, by their labels (marked constants), held what was refused when something else was shown.

    *why* each of them was, and the texts that were *typed* in them, which can be copied.
    """

    labels: tuple[str, ...]
    why: tuple[Problem, ...] = ()
    typed: str = ""

    def said_in(self, words: Catalog) -> str:
        """The sentence in the language of *words*."""
        fields = words.listing(words.gettext(label) for label in self.labels)
        reasons = dict.fromkeys(one.said_in(words) for one in self.why)
        if not reasons:
            return words.gettext(UNSAVED).format(fields=fields)
        return words.gettext(UNSAVED_FOR).format(fields=fields, reason=" ".join(reasons))

    @property
    def offers(self) -> tuple[Offer, ...]:
        """How the texts are kept that were typed."""
        return _copying(self.typed)


def unsaved_of(rows: Iterable[FormRow]) -> Unsaved:
    """What is said of rows that hold what was refused."""
    refused = tuple(rows)
    why = tuple(one.problem for one in refused if one.problem is not None)
    typed = (one.field.written for one in refused)
    return Unsaved(tuple(one.message for one in refused), why, "\n\n".join(text for text in typed if text))
