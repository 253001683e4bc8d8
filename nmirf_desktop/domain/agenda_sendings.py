"""The sendings of agendas that R39 and R40 judge, as the log of the dispatches has them."""

from collections.abc import Iterable, Mapping

from nmirf_desktop.domain.dead_addresses import with_dead_of_each
from nmirf_desktop.domain.dispatches import AUDIENCES, Delivery, Happening
from nmirf_desktop.domain.issued import AGENDAS, IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch
from nmirf_desktop.domain.periods import Key


def agenda_sendings(
    log: Mapping[Key, tuple[Delivery, ...]], enclosed: Mapping[Key, Iterable[IssuedDocument]]
) -> tuple[AgendaDispatch, ...]:
    """*Network Meetings – Agenda*, R39, R40: the sendings of agendas that are in the log.

    *log* has the deliveries of each dispatch, *enclosed* its documents. Each recipient was sent the agenda of a meeting
    on the day of the sending that counts, by the calendar of the secretariat; what did not arrive was not sent, and
    what went where another dispatch had not arrived counts once it is acknowledged (:mod:`.dead_addresses`). The remark
    of a person on a sending is its reason; that of an acknowledgement or a message is none.
    """
    found = []
    of = {key: next((one.meeting for one in enclosed.get(key, ())), None) for key in log}
    for dispatch, several in with_dead_of_each(log, of).items():
        meetings = dict.fromkeys(one.meeting for one in enclosed.get(dispatch, ()) if one.kind in AGENDAS)
        for delivery in several:
            to, event = delivery.recipient, delivery.sent
            audience = AUDIENCES.get(to.capacity)
            if audience is not None and event is not None:
                reason = "" if event.source or event.kind is not Happening.SENT else event.note
                found += [
                    AgendaDispatch(to.key, meeting, event.day, audience, to.state, reason)
                    for meeting in meetings
                    if meeting is not None
                ]
    return tuple(found)
