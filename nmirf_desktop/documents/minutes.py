"""The minutes of a meeting."""

from nmirf_desktop.documents.blocks import set_blocks, set_para
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.masthead import set_masthead
from nmirf_desktop.domain.agenda import roman
from nmirf_desktop.domain.blocks import Para, Style
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.papers import MinutesPaper
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Catalog

TITLES = {
    MinutesState.DRAFT: N_("Draft minutes"),
    MinutesState.CIRCULATED: N_("Draft minutes"),
    MinutesState.APPROVED: N_("Minutes"),
}
FEW = 4
"""So many sections need no table of contents."""


def title(paper: MinutesPaper, words: Catalog) -> str:
    """What the minutes are called."""
    return words.gettext(TITLES[paper.state])


def compose(paper: MinutesPaper, compositor: Compositor) -> None:
    """Set the minutes: masthead, title, contents, sections, annexes."""
    imprint, words = compositor.imprint, compositor.words
    set_masthead(compositor)
    compositor.title(Said.same(imprint.title), paper.approval or Said.same(_approved(paper, words)))
    if paper.notice:
        set_para(compositor, Para(paper.notice, style=Style.ITALIC))
    if paper.contents and len(paper.sections) + len(paper.annexes) > FEW:
        compositor.contents(_contents(paper, compositor))
    labels = [_label(number) for number in range(1, len(paper.sections) + 1)]
    room = compositor.room(labels, compositor.look.section) if labels else 0
    for number, section in enumerate(paper.sections, 1):
        compositor.section(labels[number - 1], section.title, f"section-{number}", room)
        set_blocks(compositor, section.blocks)
    for number, (annex, called) in enumerate(zip(paper.annexes, paper.annex_names, strict=True), 1):
        start = len(compositor.story)
        compositor.annex(called.said_in(words), annex.title, f"annex-{number}")
        set_blocks(compositor, annex.blocks)
        compositor.fitted(start)


def _approved(paper: MinutesPaper, words: Catalog) -> str:
    """That minutes are approved, of which it is not known how."""
    date = paper.approved_on
    return words.pgettext("minutes", "approved on {date}").format(date=words.date(date)) if date else ""


def _contents(paper: MinutesPaper, compositor: Compositor) -> list[tuple[str, str, str]]:
    """Label, title and place of each section and annex."""
    sections = [
        (_label(number), compositor.plain(section.title), f"section-{number}")
        for number, section in enumerate(paper.sections, 1)
    ]
    places = [f"annex-{number}" for number in range(1, len(paper.annexes) + 1)]
    pattern = compositor.words.gettext("{annex}. {title}")
    annexes = [
        ("", pattern.format(annex=name.said_in(compositor.words), title=compositor.plain(annex.title)), place)
        for annex, name, place in zip(paper.annexes, paper.annex_names, places, strict=True)
    ]
    return [*sections, *annexes]


def _label(number: int) -> str:
    """The number of a section: "IV."."""
    return f"{roman(number).upper()}."
