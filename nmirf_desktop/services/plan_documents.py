"""Which action plans there are to print, by their symbols, and what each says on a day."""

import datetime
from collections.abc import Iterable, Mapping

from nmirf_desktop.domain.action_plan_gaps import of_plan, plan_cautions
from nmirf_desktop.domain.action_plan_papers import PlanRecord, plan_paper, plan_symbol
from nmirf_desktop.domain.action_plans import ActionPlan, plan_on
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.symbols import SERIES
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.action_plans import actions_of, numbered_plans, priorities_of
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.voting import DECISIONS

SERIES_OF_PLANS = f"/{SERIES[DocumentKind.PLAN]}/"
NONE = N_("No action plan is recorded yet: write one down on the screen “Action plan” first.")
UNKNOWN = N_("There is no action plan “{name}”; there are: {known}.")


def plan_named(session: Session, text: str) -> Key:
    """The plan of a symbol, "NMIRF/PLAN/2026-2030", of its end, "2026-2030", or of a year of it, "2027".

    Raises:
        Problem: there is none.
    """
    plans, wanted = numbered_plans(session), text.strip().replace("–", "-").casefold()
    prefix = ORGANISATION.get(session, "organisation").symbol_prefix
    symbols = {plan_symbol(one, prefix, nth): one for nth, one in plans}
    for symbol, one in symbols.items():
        if wanted and (f"/{symbol.casefold()}".endswith(f"/{wanted}")):
            return one.key
    for _, one in plans:
        if wanted.isdecimal() and one.first <= int(wanted) <= one.last:
            return one.key
    if not plans:
        raise Problem(NONE, field_name="plan")
    raise Problem(UNKNOWN, {"name": text, "known": ", ".join(symbols)}, "plan")


def plans_by_symbol(session: Session, symbols: Iterable[str]) -> Mapping[str, ActionPlan]:
    """The plans that some of these symbols name, whatever the prefix was when they were written down."""
    wanted = {one: one[one.find(SERIES_OF_PLANS) :] for one in symbols if SERIES_OF_PLANS in one}
    known = {plan_symbol(one, "", nth): one for nth, one in numbered_plans(session)} if wanted else {}
    return {symbol: known[end] for symbol, end in wanted.items() if end in known}


def plan_content(
    session: Session, only: Key | None, on: datetime.date, organisation: Organisation
) -> tuple[RecordPaper, tuple[Gap, ...], tuple[Phrase, ...]]:
    """The document of a plan, or of the one that is usual on a day: what it says, what it lacks, what is to be known.

    Raises:
        Problem: there is none.
    """
    record = read_plan(session, only, on, organisation)
    return plan_paper(record), of_plan(record), plan_cautions(record)


def read_plan(session: Session, only: Key | None, on: datetime.date, organisation: Organisation) -> PlanRecord:
    """A plan with its priorities and actions in their order. Raises ``Problem`` where there is none."""
    plans = numbered_plans(session)
    usual = plan_on([one for _, one in plans], on)
    wanted = only if only is not None or usual is None else usual.key
    nth, plan = next(((nth, one) for nth, one in plans if one.key == wanted), (0, None))
    if plan is None:
        raise Problem(NONE, field_name="plan")
    return PlanRecord(
        on,
        plan,
        tuple((one, actions_of(session, one.key)) for one in priorities_of(session, plan.key)),
        None if plan.decision is None else DECISIONS.find(session, plan.decision),
        nth,
        organisation.symbol_prefix,
        organisation.specimen,
    )
