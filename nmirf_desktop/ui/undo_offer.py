"""The way back that is offered with the message of an act: what was just done is undone while it is the last step."""

from functools import partial

from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer

UNDO = N_("Undo")


def undo_offered(desk: Secretariat, alerts: Alerts, verb: str) -> tuple[Offer, ...]:
    """The offer to undo the last step, where that was *verb*; none where something else came after it."""
    entry = desk.steps.done(verb)
    return (Offer(UNDO, partial(_undo, desk, alerts, entry)),) if entry else ()


def _undo(desk: Secretariat, alerts: Alerts, entry: int) -> None:
    with alerts.guard():
        alerts.say(N_("Undone: {what}."), what=desk.steps.undo(entry))
