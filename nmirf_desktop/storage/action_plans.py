"""The Network's action plans on disk."""

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.storage.base import link
from nmirf_desktop.storage.rows import Rows

PLANS = Rows("action_plan", ActionPlan, decision=link("decision"))
PRIORITIES = Rows("plan_priority", PlanPriority, plan=link("action_plan", indexed=True))
PLANNED = Rows("planned_action", PlannedAction, priority=link("plan_priority", indexed=True), decision=link("decision"))
