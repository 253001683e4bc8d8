"""When something was recorded, as histories and revisions say it."""

import datetime

from nmirf_desktop.i18n import Catalog


def moment(at: datetime.datetime, words: Catalog) -> str:
    """A day and a time of day to the second, by the machine's clock."""
    here = at.astimezone()
    return words.pgettext("day and time", "{day}, {time}").format(
        day=words.short_date(here.date()), time=f"{here:%H:%M:%S}"
    )
