"""What is asked before a new version is issued: in which languages, where an agenda reads as before in some of them."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from nmirf_desktop.domain.editions import Edition, edition_said
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.papers import Upcoming
from nmirf_desktop.services.requests import Request
from nmirf_desktop.ui.alerts import Alerts, Question

SAME_IN_SOME = N_(
    "In {same} each item reads as in the version that was issued last; only title, number and date would be others. In "
    "{changed} items read otherwise. Whoever has the other languages would get a version with nothing new in it."
)
SAME_IN_ALL = N_(
    "In {same} each item reads as in the version that was issued last; only title, number and date would be others."
)
NO = N_("Do not issue")


def editions_to_issue(
    request: Request, upcoming: Collection[Upcoming], alerts: Alerts, words: Catalog
) -> Request | None:
    """The request in the languages that are to have a new version; ``None`` where nothing is to be issued.

    It is asked where an agenda reads in some of them as it was issued last.
    """
    wanted = [one for one in upcoming if one.edition in request.editions and not one.said]
    alike = [one.edition for one in wanted if one.alike]
    changed = tuple(one.edition for one in wanted if not one.alike)
    if not alike:
        return request
    question = _question(alike, changed, words)
    chosen = alerts.choose(question)
    if chosen == question.keep:
        return None
    return replace(request, editions=changed) if changed and chosen == question.act else request


def _question(alike: Iterable[Edition], changed: tuple[Edition, ...], words: Catalog) -> Question:
    no, same = words.gettext(NO), _named(alike, words)
    if not changed:
        return Question(words.gettext(SAME_IN_ALL).format(same=same), words.gettext("Issue all the same"), no)
    alone = words.gettext("Issue in {languages} alone").format(languages=_named(changed, words))
    said = words.gettext(SAME_IN_SOME).format(same=same, changed=_named(changed, words))
    return Question(said, alone, no, other=words.gettext("Issue in all that are ticked"))


def _named(editions: Iterable[Edition], words: Catalog) -> str:
    return words.conjunction([edition_said(one, words) for one in editions])
