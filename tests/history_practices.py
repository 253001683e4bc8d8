"""The good practices of a history, with whom they are shared, and what goes to the virtual knowledge hub."""

import datetime
from collections.abc import Sequence

from nmirf_desktop.domain.contributions import Contribution, ContributionKind
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.contributions import CONTRIBUTIONS
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES, SHARINGS
from tests.history_told import Saved, Told, said

TITLE = said("A shared table of recommendations", "Un tableau commun des recommandations", "Una tabla común")
TEXT = said("Each ministry answers for its own.", "Chaque ministère répond des siennes.", "Cada ministerio responde.")
CONTACT = said("Head of the unit", "Chef de l’unité", "Jefatura de la unidad")
FIRST = datetime.timedelta(days=200)
"""How long before its annual meeting the first practice of a year is recorded."""


def tell_practices(told: Told, annual: Sequence[Meeting], partner: Key) -> None:
    """Two practices before each annual meeting: one shared and contributed, one to whose sharing nobody agreed yet."""
    for meeting in annual:
        day = meeting.opens_on - FIRST
        areas = tuple(Area)
        for number, code in enumerate(told.of_kind(MembershipKind.MEMBER, day)[:2], 1):
            area = areas[(meeting.opens_on.year + number) % len(areas)]
            agreed = day if number == 1 else None
            one = GoodPractice(
                told.key(day), code, TITLE, area, day, number, TEXT, (Objective.EXCHANGE,), CONTACT,
                (Language.EN,), agreed, "Head of the unit" if agreed else "",
            )  # fmt: skip
            told.act(day, "record a good practice", [(GOOD_PRACTICES, one)])
            if agreed is not None:
                _give(told, one, partner)


def _give(told: Told, one: GoodPractice, partner: Key) -> None:
    day = one.recorded_on + datetime.timedelta(days=10)
    shared: list[Saved] = [
        (SHARINGS, Sharing(told.key(day), one.key, day, SharedWith.MEMBERS)),
        (SHARINGS, Sharing(told.key(day), one.key, day, SharedWith.PARTNER, partner=partner)),
    ]
    told.act(day, "record that a practice was shared", shared)
    sent = Contribution(
        told.key(day), ContributionKind.PRACTICE, one.title, day, one.state, Language.EN, one.key, day, day,
        "https://example.org/hub",
    )  # fmt: skip
    told.act(day, "record a contribution to the knowledge hub", [(CONTRIBUTIONS, sent)])
