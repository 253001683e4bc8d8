"""What prepares each Committee, what it agrees in silence, and what is noted while the Declaration is watched."""

import datetime
from collections.abc import Sequence

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.annual_review import ReviewPeriod, ReviewText
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.committees import Term
from nmirf_desktop.domain.compliance import JudgedKind, RuleException
from nmirf_desktop.domain.declaration import FIRST_ANNUAL_YEAR
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.periods import Period, StateCode
from nmirf_desktop.domain.practices import Choice, Option, Question
from nmirf_desktop.domain.rule_changes import Figure, RuleChange
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.storage.action_plans import PLANNED, PLANS, PRIORITIES
from nmirf_desktop.storage.annual_reviews import REVIEW_TEXTS
from nmirf_desktop.storage.committees import CALLS, CANDIDATURES, SILENCES, SLATES
from nmirf_desktop.storage.watch import CHOICES, EXCEPTIONS, RULE_CHANGES
from tests.history_told import Told, said

CALLED, CLOSED, RECEIVED, AGREED = 75, 40, 60, 30
"""Days before a meeting on which a call is opened and closes, candidatures come in, and a slate is agreed."""


def prepare(told: Told, meeting: Meeting, standing: Sequence[StateCode], seats: int, begins: datetime.date) -> None:
    """A call for candidatures, who stands, and the slate of as many seats; the founding meeting had none (R35)."""
    if meeting.kind is MeetingKind.FOUNDING:
        return
    opened, closes, came, agreed = (
        meeting.opens_on - datetime.timedelta(days=days) for days in (CALLED, CLOSED, RECEIVED, AGREED)
    )
    note = said("One seat for each region.", "Un siège par région.", "Un puesto por región.")
    call = Call(told.key(opened), opened, closes, seats, meeting.key, begins, note=note)
    told.act(opened, "call for candidatures", [(CALLS, call)])
    for code in standing:
        one = Candidature(told.key(came), call.key, code, came, told.person(code, came))
        told.act(came, "receive a candidature", [(CANDIDATURES, one)])
    slate = Slate(told.key(agreed), call.key, agreed, tuple(standing[:seats]))
    told.act(agreed, "agree a slate", [(SLATES, slate)])


def agree_in_silence(told: Told, term: Term) -> None:
    """Half a year into its mandate a Committee agrees its calendar in silence."""
    put = term.period.start + datetime.timedelta(days=180)
    title = said("Calendar of work", "Calendrier de travail", "Calendario de trabajo")
    text = said("Four meetings a year.", "Quatre réunions par an.", "Cuatro reuniones al año.")
    procedure = SilenceProcedure(told.key(put), term.key, title, text, put, put + datetime.timedelta(days=14))
    told.act(put, "put a text to the Committee under the silence procedure", [(SILENCES, procedure)])


def watch(told: Told) -> None:
    """An open question is settled, a number changed, and it is noted why the first year had no meeting of its own."""
    settled = datetime.date(FIRST_ANNUAL_YEAR, 3, 3)
    choice = Choice(told.key(settled), Question.SECRECY, Option.ON_REQUEST, settled, "Agreed by the members")
    told.act(settled, "settle an open question", [(CHOICES, choice)])
    noted = said("Noted", "Consigné", "Consignado")
    longer = RuleChange(told.key(settled), Figure.SEATS_MOST, 7, datetime.date(FIRST_ANNUAL_YEAR, 4, 1), noted)
    told.act(settled, "change a number of the rules", [(RULE_CHANGES, longer)])
    _plan(told, settled)
    day = datetime.date(FIRST_ANNUAL_YEAR, 12, 1)
    reason = said("The host changed.", "L’hôte a changé.", "Cambió el anfitrión.")
    why = RuleException(
        told.key(day), "R36", JudgedKind.YEAR, str(FIRST_ANNUAL_YEAR), Period(day), reason, "Coordinator", day
    )
    told.act(day, "note why a rule is not kept", [(EXCEPTIONS, why)])


def _plan(told: Told, on: datetime.date) -> None:
    """An action plan with one priority and one action that is done."""
    title = said("Action plan", "Plan d’action", "Plan de acción")
    plan = ActionPlan(told.key(on), title, on.year, on.year + 4)
    told.act(on, "write down an action plan", [(PLANS, plan)])
    priority = PlanPriority(
        told.key(on), plan.key, said("Exchanges", "Échanges", "Intercambios"), (Objective.EXCHANGE,)
    )
    told.act(on, "write down a priority of the action plan", [(PRIORITIES, priority)])
    task, office = said("Visits", "Visites", "Visitas"), said("Secretariat", "Secrétariat", "Secretaría")
    action = PlannedAction(
        told.key(on), priority.key, task, office, 0, on, on, on, on, evidence=said("Report", "Rapport", "Informe")
    )
    told.act(on, "write down an action of the action plan", [(PLANNED, action)])
    year = ReviewPeriod.of_year(on.year)
    drafted = said("One activity was recorded.", "Une activité a été enregistrée.", "Se registró una actividad.")
    kept = said("The first activity.", "La première activité.", "La primera actividad.")
    written = ReviewText(told.key(on), year.first, year.last, "activities:count", kept, drafted)
    told.act(on, "write in the annual review", [(REVIEW_TEXTS, written)])
