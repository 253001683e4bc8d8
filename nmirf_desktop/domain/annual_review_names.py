"""What an annual review is called: its symbol and its title, by its period."""

from nmirf_desktop.domain.annual_review import ReviewPeriod
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.symbols import SERIES
from nmirf_desktop.i18n import N_

TITLE = N_("Review of the activities of the Network, {period}")


def review_symbol(period: ReviewPeriod, prefix: str) -> str:
    """The symbol of a review, the same in all languages: "NMIRF/REV/2027"; of other days, "NMIRF/REV/20270126-…"."""
    days = "-".join(day.strftime("%Y%m%d") for day in (period.first, period.last))
    return f"{prefix}/{SERIES[DocumentKind.REVIEW]}/{period.last.year if period.is_year else days}"


def review_of(symbol: str) -> ReviewPeriod | None:
    """The period whose review has a symbol; ``None`` where it is that of another document."""
    prefix, parted, rest = symbol.partition(f"/{SERIES[DocumentKind.REVIEW]}/")
    first, dashed, last = rest.partition("-")
    days = "/".join(f"{day[:4]}-{day[4:6]}-{day[6:]}" for day in (first, last))
    try:
        found = ReviewPeriod.read(days if dashed else first) if parted else None
    except Problem:
        return None
    return found if found is not None and review_symbol(found, prefix) == symbol else None


def review_title(period: ReviewPeriod) -> Said:
    """What the document is called."""
    return Said.by(lambda words: words.gettext(TITLE).format(period=period.said_in(words)))
