"""Until when the agenda follows an invitation, as a letter says it (R39)."""

import datetime

from nmirf_desktop.domain.declaration import NOTICE_MONTHS
from nmirf_desktop.i18n import Catalog


def agenda_follows(symbol: str, day: datetime.date, months: int, words: Catalog) -> str:
    """*Network Meetings – Agenda*, R39, R46: the last day for sending, and how many *months* before the opening."""
    said = words.gettext(
        "The provisional agenda ({symbol}) will be sent no later than {day}, one month before the opening of the "
        "meeting."
    )
    if months != NOTICE_MONTHS:
        said = words.gettext(
            "The provisional agenda ({symbol}) will be sent no later than {day}, {n} months before the opening of the "
            "meeting."
        )
    return said.format(symbol=symbol, day=words.date(day), n=words.number(months))
