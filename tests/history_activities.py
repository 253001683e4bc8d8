"""What the network of a history does between its meetings, and how it encourages States without a mechanism."""

import datetime
from collections.abc import Sequence

from nmirf_desktop.domain.activities import Activity, ActivityKind, TakingPart
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.activities import ACTIVITIES, TAKING_PART
from nmirf_desktop.storage.encouragement import CONTACTS
from tests.history_told import Saved, Told, said

NUMBER = 4
"""How many activities there are in a year."""
TITLES = {
    ActivityKind.WORKSHOP: said("Workshop on reporting", "Atelier sur les rapports", "Taller sobre los informes"),
    ActivityKind.EXCHANGE: said("Exchange of practice", "Échange de pratiques", "Intercambio de prácticas"),
    ActivityKind.VISIT: said("Visit to a mechanism", "Visite d’un mécanisme", "Visita a un mecanismo"),
    ActivityKind.STATEMENT: said("Joint statement", "Déclaration conjointe", "Declaración conjunta"),
}


def tell_activities(told: Told, meetings: Sequence[Meeting], partner: Key) -> None:
    """Some activities before each annual meeting, at which the last one took place, and a contact with an observer."""
    objectives = tuple(Objective)
    for meeting in (one for one in meetings if one.kind is MeetingKind.ANNUAL):
        for number, (kind, title) in enumerate(TITLES.items()):
            last = number == NUMBER - 1
            begins = meeting.opens_on if last else meeting.opens_on - datetime.timedelta(days=30 * (NUMBER - number))
            result = said("Ideas were exchanged.", "Des idées ont été échangées.", "Se intercambiaron ideas.")
            one = Activity(
                told.key(begins), kind, title, begins, begins, languages=(Language.EN, Language.ES),
                objectives=objectives[number : number + 3], result=result, meeting=meeting.key if last else None,
            )  # fmt: skip
            members, observers = (told.of_kind(kind, begins) for kind in MembershipKind)
            codes = (*members[:3], *observers[:1])
            parts: list[Saved] = [
                (TAKING_PART, TakingPart(told.key(begins), one.key, state=code, host=not place))
                for place, code in enumerate(codes)
            ]
            guest: Saved = (TAKING_PART, TakingPart(told.key(begins), one.key, partner=partner))
            told.act(begins, "record an activity", [(ACTIVITIES, one), *parts, guest])
        _encourage(told, meeting.opens_on - datetime.timedelta(days=100))


def _encourage(told: Told, on: datetime.date) -> None:
    for code in told.of_kind(MembershipKind.OBSERVER, on)[:1]:
        contact = Contact(told.key(on), code, on, "Coordinator", "The plan for a mechanism was sent.")
        told.act(on, "note a contact with a State", [(CONTACTS, contact)])
