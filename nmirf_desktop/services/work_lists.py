"""Lists of what the Network does: what of the register each is read against, and where its records are kept."""

import datetime
from collections.abc import Mapping
from typing import Any

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.activities import Activity, TakingPart
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.contributions import Contribution
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.good_practices import GoodPractice
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.intake.work_standing import WorkRecords
from nmirf_desktop.domain.ohchr_support import OhchrSupport
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.partnerships import Partnership
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.action_plans import PLANNED, PLANS, PRIORITIES
from nmirf_desktop.storage.activities import ACTIVITIES, TAKING_PART
from nmirf_desktop.storage.contributions import CONTRIBUTIONS
from nmirf_desktop.storage.encouragement import CONTACTS
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES, numbers_ever
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.partnerships import PARTNERSHIPS
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

WORK_VERBS = {
    IntakeKind.ACTIVITIES: N_("import activities"),
    IntakeKind.CONTACTS: N_("import contacts with States"),
    IntakeKind.PARTNERSHIPS: N_("import partnerships"),
    IntakeKind.OHCHR_SUPPORT: N_("import support by OHCHR"),
    IntakeKind.GOOD_PRACTICES: N_("import good practices"),
    IntakeKind.CONTRIBUTIONS: N_("import contributions to the knowledge hub"),
    IntakeKind.ACTION_PLANS: N_("import an action plan"),
}
WORK_SUBJECTS: Mapping[IntakeKind, tuple[Subject, ...]] = {
    IntakeKind.ACTIVITIES: (Subject.ACTIVITIES, Subject.PARTICIPANTS),
    IntakeKind.CONTACTS: (Subject.ACTIVITIES,),
    IntakeKind.PARTNERSHIPS: (Subject.PARTNERS, Subject.PARTICIPANTS),
    IntakeKind.OHCHR_SUPPORT: (Subject.PARTNERS, Subject.PARTICIPANTS),
    IntakeKind.GOOD_PRACTICES: (Subject.PRACTICES,),
    IntakeKind.CONTRIBUTIONS: (Subject.PRACTICES,),
    IntakeKind.ACTION_PLANS: (Subject.PLANS,),
}
WORK_ROWS: Mapping[type, Rows[Any]] = {
    Activity: ACTIVITIES,
    TakingPart: TAKING_PART,
    Partner: PARTNERS,
    Contact: CONTACTS,
    Partnership: PARTNERSHIPS,
    OhchrSupport: SUPPORT,
    GoodPractice: GOOD_PRACTICES,
    Contribution: CONTRIBUTIONS,
    ActionPlan: PLANS,
    PlanPriority: PRIORITIES,
    PlannedAction: PLANNED,
}
_READ: Mapping[IntakeKind, tuple[Rows[Any], ...]] = {
    IntakeKind.ACTIVITIES: (ACTIVITIES, TAKING_PART),
    IntakeKind.CONTACTS: (CONTACTS,),
    IntakeKind.PARTNERSHIPS: (PARTNERSHIPS,),
    IntakeKind.OHCHR_SUPPORT: (SUPPORT,),
    IntakeKind.GOOD_PRACTICES: (GOOD_PRACTICES,),
    IntakeKind.CONTRIBUTIONS: (GOOD_PRACTICES, CONTRIBUTIONS),
    IntakeKind.ACTION_PLANS: (PLANS, PRIORITIES, PLANNED),
}


def records_of(session: Session, kind: IntakeKind, today: datetime.date) -> WorkRecords:
    """What a list of a kind is compared with."""
    read = tuple(one for rows in _READ[kind] for one in rows.all(session))
    numbers = numbers_ever(session) if kind is IntakeKind.GOOD_PRACTICES else ()
    return WorkRecords(today, PARTNERS.all(session), read, numbers)
