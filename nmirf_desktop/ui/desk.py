"""An open register on the desk: its services, and the screens that are made from them."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.steps import Step
from nmirf_desktop.storage import errors
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.ui.hits import Hit, HitGroup
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.shell import Shell

KIND_ICONS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.STATE: "flag", Kind.PERSON: "user", Kind.SEAT: "landmark", Kind.SILENCE: "clock",
        Kind.CALL: "megaphone", Kind.CANDIDATURE: "megaphone",
        Kind.MEETING: "calendar-days", Kind.REQUEST: "circle-question-mark", Kind.ACTION: "square-check",
        Kind.PARTNER: "handshake", Kind.ACTIVITY: "globe", Kind.CONTACT: "message-square",
        Kind.GOOD_PRACTICE: "star", Kind.CONTRIBUTION: "upload",
        Kind.PLAN: "flag", Kind.PRIORITY: "flag", Kind.PLANNED: "flag",
        Kind.ITEM: "list-ordered", Kind.PROPOSAL: "file-plus", Kind.DECISION: "gavel", Kind.VOTE: "vote",
        Kind.ELECTION: "vote",
        Kind.STATEMENT: "message-square", Kind.PARAGRAPH: "pencil", Kind.REVIEW: "pencil", Kind.DOCUMENT: "files",
        Kind.LETTER: "mail",
        Kind.MECHANISM: "shield-check", Kind.ATTACHMENT: "paperclip",
    }
)  # fmt: skip
"""The icon of what is found, by its kind."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the navigation and the status line show: rules late and due, texts not ready, what can be undone.

    The texts are those of every meeting that is not over, and of minutes that are not approved; *unready_of* is the
    first meeting that has some.
    """

    late: int
    due: int
    unready: int
    unready_of: Key
    undo: Step | None
    redo: Step | None


class Desk:
    """The services of an open register. *refused* is why it cannot be written where that was found out on opening."""

    def __init__(self, services: Secretariat, shell: Shell, refused: StorageError | None = None) -> None:
        self.services = services
        self.refused = refused
        self._shell = shell

    @classmethod
    def open(cls, path: Path, shell: Shell) -> "Desk":
        """Open the register for writing, or to read only where another window writes or the disk is full."""
        author = shell.memory.now.function
        try:
            return cls(Secretariat(open_register(path, author=author)), shell)
        except StorageError as refused:
            if refused.message not in (errors.BUSY, errors.FULL):
                raise
            return cls(Secretariat(open_register(path, author=author, read_only=True)), shell, refused)

    def sweep(self) -> None:
        """Remove the copies of attached files that a killed program left behind."""
        from nmirf_desktop.services.viewing import sweep

        sweep()

    def counts(self, on: datetime.date) -> Counts:
        """Everything that the frame counts, as of a day."""
        from nmirf_desktop.domain.compliance import FindingState, by_rule

        answers = by_rule(self.services.compliance.check(on))
        unready = self.services.readiness.waiting(on)
        steps = self.services.steps
        return Counts(
            late=sum(answer.state is FindingState.NOT_KEPT for answer in answers),
            due=sum(answer.state is FindingState.DUE for answer in answers),
            unready=sum(unready.values()),
            unready_of=next((key for key, number in unready.items() if number), ""),
            undo=steps.undo_next(),
            redo=steps.redo_next(),
        )

    def search(self, text: str, go: Callable[[Place], object], words: Catalog) -> Sequence[HitGroup]:
        """What the register holds under a typed text."""
        from nmirf_desktop.services.search import KIND_LABELS, Group, search

        def shown(group: Group) -> str:
            if group.total <= len(group.found):
                return ""
            total = words.number(group.total)
            return words.gettext("{shown} of {total}").format(shown=len(group.found), total=total)

        return [
            HitGroup(
                words.gettext(KIND_LABELS[group.kind]),
                tuple(
                    Hit(
                        one.title.said_in(words), partial(go, Place(one.screen, one.key)), one.detail.said_in(words),
                        KIND_ICONS[group.kind],
                    )
                    for one in group.found
                ),
                shown(group),
                leads=any(one.named for one in group.found),
            )
            for group in search(self.services.store, self.services.states, text)
        ]  # fmt: skip

    def screen(self, name: str) -> Screen:
        """The screen of a name in the window's list; each is imported when it is first shown."""
        from nmirf_desktop.ui import making

        return making.SCREENS[name](self.services, self._shell)
