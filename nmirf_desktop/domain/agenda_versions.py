"""The versions of an agenda, each kept as it was: provisional, revised, as adopted."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.agenda import ExpectedAction, Purpose
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual


class AgendaForm(StrEnum):
    """The stages of an agenda; the title says which one it is."""

    PROVISIONAL = "provisional"
    REVISED = "revised"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class AgendaVersion:
    """A version of a meeting's agenda, numbered from 1; *note* says why it was made."""

    key: Key
    meeting: Key
    number: int
    form: AgendaForm
    made_on: datetime.date
    note: str = ""


@dataclass(frozen=True, slots=True)
class VersionItem:
    """An item as it was in a version; *item* and *parent* are keys of the agenda's own items, which may be gone."""

    key: Key
    version: Key
    item: str
    position: int
    title: Trilingual
    parent: str = ""
    annotation: Trilingual = Trilingual()
    action: ExpectedAction = ExpectedAction.DISCUSSION
    purpose: Purpose = Purpose.OTHER
    presenter: Trilingual = Trilingual()
    duration: int | None = None
    supplementary: bool = False
    objectives: tuple[Objective, ...] = ()
    documents: tuple[str, ...] = ()
