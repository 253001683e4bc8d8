"""The card of a new dispatch as it behaves, and what is asked before the dispatch is prepared."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.gaps import Gap, of_texts
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recipients import Wanting
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.dispatches import Order
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page, around
from nmirf_desktop.ui.screens.distribution_order import SUBJECT, TEXT, OrderForm
from nmirf_desktop.ui.screens.distribution_picks import Picked
from nmirf_desktop.ui.unsettled import detail

MOST_NAMED = 6
"""So many are named who are no members and get what is for members only; of more, their number is said."""
ONLY = N_("For members only, and ticked for who is no member: {whom}. Prepare it for them, too?")
NOT_UP_TO_DATE = N_(
    "The message was changed in one language and not in another, in which somebody gets it. Prepare it all the same?"
)
SILENT = N_(
    "The message does not say that it brings a later version than the one that was sent: its subject does not name the "
    "symbols, or its text lists no documents. Prepare it all the same?"
)
NEW_DISPATCH, REMINDER = N_("New dispatch"), N_("Reminder")
NOTHING_SENT = N_("Files are written for your program for e-mail. Nothing is sent by this.")
NAMES_VERSION, LISTS = "{symbols}", "{documents}"
"""By which placeholders a subject, and a text, says which version it is; two may have the same title."""


@dataclass(frozen=True, slots=True)
class HowMany:
    """A number of recipients, with its noun."""

    number: int

    def said_in(self, words: Catalog) -> str:
        """The number in the language of *words*."""
        said = words.ngettext("{n} recipient", "{n} recipients", self.number)
        return said.format(n=words.number(self.number))


class OrderCard(Draft):
    """The card of a new dispatch, which is left without anything prepared."""

    leaving = N_("Do not prepare")

    def __init__(self, form: OrderForm, language: CurrentLanguage) -> None:
        super().__init__(NEW_DISPATCH, N_("Prepare …"), form, language, NOTHING_SENT)

    def concern_sending(self, about: Sayable | None, *, again: bool) -> None:
        """Say in the title of what it is a new dispatch, or a reminder (*again*)."""
        self.call(REMINDER if again else NEW_DISPATCH, NOTHING_SENT)
        self.concern(about)

    def show_problem(self, problem: Problem) -> bool:
        """Say a problem under its field, with the keyboard in it: the card is longer than what is seen of it."""
        there = super().show_problem(problem) and self.form.has(problem.field_name)
        page = around(self, Page)
        if there and page is not None:
            field = self.form.field(problem.field_name)
            field.concerned(problem)[0].setFocus(Qt.FocusReason.OtherFocusReason)
            page.bring_in(field)
        return there


def agreed(rows: Sequence[Picked], alerts: Alerts, words: Catalog) -> bool:
    """Ask before what is for members only goes to somebody else who was ticked (R5)."""
    others = [row for row in rows if row.included and Wanting.MEMBERS_ONLY in row.line.wanting]
    if not others:
        return True
    many = len(others) > MOST_NAMED
    whom = HowMany(len(others)).said_in(words) if many else words.listing(one.said_in(words) for one in others)
    yes, no = words.gettext("Prepare it for them, too"), words.gettext("Go back to the list")
    return alerts.confirm(words.gettext(ONLY).format(whom=whom), yes, no)


def older(order: Order, rows: Sequence[Picked], alerts: Alerts, words: Catalog) -> Gap | None:
    """Ask before somebody gets a message in a language in which it is older than its original.

    ``None``: it can be prepared; else where the message is to be brought up to date first.
    """
    reads = {row.line.correspondent.reads for row in rows if row.included}
    texts = [
        (Phrase(name), text, Subject.DISPATCHES, "") for name, text in ((SUBJECT, order.subject), (TEXT, order.text))
    ]
    old = [one for one in of_texts(texts) if one.language in reads and one.state is TextState.OUTDATED]
    if not old or alerts.confirm(
        words.gettext(NOT_UP_TO_DATE), words.gettext("Prepare it all the same"),
        words.gettext("Go back to the message"), detail(old, words),
    ):  # fmt: skip
        return None
    return old[0]


def silent(order: Order, rows: Sequence[Picked], alerts: Alerts, words: Catalog) -> tuple[bool, Language] | None:
    """Ask before a later version goes out with a message that does not say so.

    ``None``: it can be prepared; else whether the text is to be completed, and not the subject, and in which language.
    """
    reads = [one for one in Language if any(row.included and row.line.correspondent.reads is one for row in rows)]
    mute = [
        (told, one)
        for one in reads
        for told, there in (
            (False, NAMES_VERSION in order.subject[one]),
            (True, LISTS in order.text[one]),
        )
        if not there
    ]
    if not mute or alerts.confirm(
        words.gettext(SILENT), words.gettext("Prepare it all the same"), words.gettext("Go back to the message")
    ):
        return None
    return mute[0]
