"""What each kind of milestone is called, who does it, and by when it has to be done.

Counted back from the first day of the meeting unless the table says otherwise; "deadline" is the last lawful day to
send the agenda (R39), "end" the last day of the meeting. These are the usual times of an office of this size: no text
prescribes them but that of *notice*.

| kind             | annual                  | extraordinary            | Committee           |
|------------------|-------------------------|--------------------------|---------------------|
| host             | 7 months                | 6 weeks                  | –                   |
| save the date    | 6 months                | 6 weeks                  | 2 weeks             |
| interpretation   | 4 months                | 5 weeks                  | 10 days             |
| candidatures     | 4 months, if appointing | 6 weeks, if appointing   | –                   |
| call for items   | 3 months                | 6 weeks                  | –                   |
| drafts           | 2 months                | 5 days before deadline   | 1 week              |
| agreement        | 2 weeks before deadline | 3 days before deadline   | –                   |
| translations     | 1 week before deadline  | 2 days before deadline   | 3 days              |
| notice           | 1 month (R39)           | 1 month (R39)            | –                   |
| registration     | 2 weeks                 | 1 week                   | –                   |
| minutes          | 1 month after the end   | 1 month after the end    | 2 weeks after       |
| corrections      | 2 weeks after minutes   | 2 weeks after minutes    | 2 weeks after       |
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.declaration import NOTICE_MONTHS
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.minutes import CORRECTION_DAYS
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog

WEEK = 7


class Anchor(StrEnum):
    """From which day is counted: back from the first two, on from the others."""

    OPENING = "opening"
    DEADLINE = "deadline"
    END = "end"
    CIRCULATION = "circulation"


BACK = frozenset({Anchor.OPENING, Anchor.DEADLINE})


@dataclass(frozen=True, slots=True)
class Span:
    """A length of calendar time: months, or days, which are said in weeks where they are whole ones."""

    months: int = 0
    days: int = 0

    def said_in(self, words: Catalog) -> str:
        """In words: one month, 2 weeks, 10 days, 2 months and 6 weeks."""
        if self.months and self.days:
            return words.conjunction(part.said_in(words) for part in (Span(self.months), Span(days=self.days)))
        if self.months:
            return words.ngettext("one month", "{n} months", self.months).format(n=words.number(self.months))
        if self.days % WEEK == 0:
            weeks = self.days // WEEK
            return words.ngettext("one week", "{n} weeks", weeks).format(n=words.number(weeks))
        return words.ngettext("{n} day", "{n} days", self.days).format(n=words.number(self.days))


@dataclass(frozen=True, slots=True)
class Offset:
    """How far from which day."""

    anchor: Anchor
    span: Span


def _back(*, months: int = 0, weeks: int = 0, days: int = 0) -> Offset:
    return Offset(Anchor.OPENING, Span(months, weeks * WEEK + days))


def _before_deadline(days: int) -> Offset:
    return Offset(Anchor.DEADLINE, Span(days=days))


NOTICE = Offset(Anchor.OPENING, Span(months=NOTICE_MONTHS))
CORRECTIONS = Offset(Anchor.CIRCULATION, Span(days=CORRECTION_DAYS))
_AFTERWARDS = {
    MilestoneKind.MINUTES: Offset(Anchor.END, Span(months=1)),
    MilestoneKind.CORRECTIONS: CORRECTIONS,
}
OFFSETS: Mapping[MeetingKind, Mapping[MilestoneKind, Offset]] = MappingProxyType(
    {
        MeetingKind.FOUNDING: _AFTERWARDS,
        MeetingKind.ANNUAL: {
            MilestoneKind.HOST: _back(months=7),
            MilestoneKind.SAVE_THE_DATE: _back(months=6),
            MilestoneKind.INTERPRETATION: _back(months=4),
            MilestoneKind.CANDIDATURES: _back(months=4),
            MilestoneKind.CALL_FOR_ITEMS: _back(months=3),
            MilestoneKind.DRAFTS: _back(months=2),
            MilestoneKind.AGREEMENT: _before_deadline(2 * WEEK),
            MilestoneKind.TRANSLATIONS: _before_deadline(WEEK),
            MilestoneKind.NOTICE: NOTICE,
            MilestoneKind.REGISTRATION: _back(weeks=2),
            **_AFTERWARDS,
        },
        MeetingKind.EXTRAORDINARY: {
            MilestoneKind.HOST: _back(weeks=6),
            MilestoneKind.SAVE_THE_DATE: _back(weeks=6),
            MilestoneKind.INTERPRETATION: _back(weeks=5),
            MilestoneKind.CANDIDATURES: _back(weeks=6),
            MilestoneKind.CALL_FOR_ITEMS: _back(weeks=6),
            MilestoneKind.DRAFTS: _before_deadline(5),
            MilestoneKind.AGREEMENT: _before_deadline(3),
            MilestoneKind.TRANSLATIONS: _before_deadline(2),
            MilestoneKind.NOTICE: NOTICE,
            MilestoneKind.REGISTRATION: _back(weeks=1),
            **_AFTERWARDS,
        },
        MeetingKind.COMMITTEE: {
            MilestoneKind.SAVE_THE_DATE: _back(weeks=2),
            MilestoneKind.INTERPRETATION: _back(days=10),
            MilestoneKind.DRAFTS: _back(weeks=1),
            MilestoneKind.TRANSLATIONS: _back(days=3),
            MilestoneKind.MINUTES: Offset(Anchor.END, Span(days=2 * WEEK)),
            MilestoneKind.CORRECTIONS: CORRECTIONS,
        },
    }
)
"""The milestones of each kind of meeting, in the order of an annual one's days."""

WITH_NOTICE = frozenset({MilestoneKind.CALL_FOR_ITEMS, MilestoneKind.DRAFTS, MilestoneKind.NOTICE})
"""What goes before the agenda is sent: as much earlier as a decision lengthens the notice (R46)."""


def lengthened(offset: Offset, months: int) -> Offset:
    """A distance of a meeting of a notice of so many *months*; from the notice's own day it is always the same."""
    if offset.anchor is not Anchor.OPENING or months == NOTICE_MONTHS:
        return offset
    return Offset(offset.anchor, Span(offset.span.months + months - NOTICE_MONTHS, offset.span.days))


TITLES: Mapping[MilestoneKind, Trilingual] = MappingProxyType(
    {
        MilestoneKind.SAVE_THE_DATE: Trilingual.final("Save the date", "Date annoncée", "Fecha anunciada"),
        MilestoneKind.HOST: Trilingual.final("Host confirmed", "Hôte confirmé", "Sede confirmada"),
        MilestoneKind.INTERPRETATION: Trilingual.final(
            "Interpretation arranged", "Interprétation assurée", "Interpretación contratada"
        ),
        MilestoneKind.CANDIDATURES: Trilingual.final(
            "Call for candidatures", "Appel à candidatures", "Convocatoria de candidaturas"
        ),
        MilestoneKind.CALL_FOR_ITEMS: Trilingual.final(
            "Call for agenda items closes",
            "Clôture de l’appel à propositions de points",
            "Cierre de la solicitud de temas",
        ),
        MilestoneKind.DRAFTS: Trilingual.final(
            "Draft decisions received", "Projets de décision reçus", "Proyectos de decisión recibidos"
        ),
        MilestoneKind.AGREEMENT: Trilingual.final(
            "Agenda agreed by the Committee", "Ordre du jour arrêté par le Comité", "Agenda acordada por el Comité"
        ),
        MilestoneKind.TRANSLATIONS: Trilingual.final("Translations ready", "Traductions prêtes", "Traducciones listas"),
        MilestoneKind.NOTICE: Trilingual.final(
            "Last lawful day to send the agenda",
            "Dernier jour pour envoyer l’ordre du jour",
            "Último día para enviar la agenda",
        ),
        MilestoneKind.REGISTRATION: Trilingual.final(
            "Registration closes", "Clôture des inscriptions", "Cierre de inscripciones"
        ),
        MilestoneKind.MINUTES: Trilingual.final("Minutes circulated", "Procès-verbal distribué", "Acta distribuida"),
        MilestoneKind.CORRECTIONS: Trilingual.final(
            "Corrections close", "Clôture des corrections", "Cierre de correcciones"
        ),
    }
)
"""What each kind is called; one of the secretariat's own has its own title."""

_SECRETARIAT = Trilingual.final("Secretariat", "Secrétariat", "Secretaría")
_COMMITTEE = Trilingual.final("Executive Committee", "Comité exécutif", "Comité Ejecutivo")
_COORDINATOR = Trilingual.final("Coordinator", "Coordinateur", "Coordinador")
_HOST = Trilingual.final("Host State", "État hôte", "Estado anfitrión")
_TRANSLATORS = Trilingual.final("Translators", "Traduction", "Traducción")
_RAPPORTEUR = Trilingual.final("Rapporteur", "Rapporteur", "Relator")
FUNCTIONS: Mapping[MilestoneKind, Trilingual] = MappingProxyType(
    {
        MilestoneKind.HOST: _HOST,
        MilestoneKind.CANDIDATURES: _COORDINATOR,
        MilestoneKind.CALL_FOR_ITEMS: _COORDINATOR,
        MilestoneKind.AGREEMENT: _COMMITTEE,
        MilestoneKind.TRANSLATIONS: _TRANSLATORS,
        MilestoneKind.NOTICE: _COORDINATOR,
        MilestoneKind.MINUTES: _RAPPORTEUR,
    }
)
"""The function that usually does it, the secretariat where none is named."""


def function_of(kind: MilestoneKind) -> Trilingual:
    """Who usually sees to a kind of milestone."""
    return FUNCTIONS.get(kind, _SECRETARIAT)
