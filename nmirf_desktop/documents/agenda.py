"""The agenda: provisional, revised or adopted; annotated where its items have annotations."""

from collections.abc import Sequence
from dataclasses import replace

from nmirf_desktop.documents.blocks import set_listing, set_note, set_para
from nmirf_desktop.documents.breaking import Run
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.masthead import set_masthead
from nmirf_desktop.documents.setting import Label
from nmirf_desktop.documents.tags import Element
from nmirf_desktop.domain.agenda import item_label
from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.blocks import Heading, Listing, Para
from nmirf_desktop.domain.papers import AgendaLine, AgendaPaper
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Catalog

TITLES = {
    AgendaForm.PROVISIONAL: N_("Provisional agenda"),
    AgendaForm.REVISED: N_("Revised provisional agenda"),
    AgendaForm.ADOPTED: N_("Agenda"),
}
ANNOTATED_TITLES = {
    AgendaForm.PROVISIONAL: N_("Annotated provisional agenda"),
    AgendaForm.REVISED: N_("Revised annotated provisional agenda"),
    AgendaForm.ADOPTED: N_("Annotated agenda"),
}
DOCUMENTS = N_("Documents")
FURTHEST_IN = 5
"""From this level on items are no longer set further in, so that there is room for their words."""


def title(paper: AgendaPaper, words: Catalog) -> str:
    """What the agenda is called."""
    titles = ANNOTATED_TITLES if paper.annotated else TITLES
    return words.gettext(titles[paper.form])


def compose(paper: AgendaPaper, compositor: Compositor) -> None:
    """Set the agenda: masthead, title, the list of items, the annotations."""
    imprint, words = compositor.imprint, compositor.words
    set_masthead(compositor)
    day = paper.adopted_on
    adopted = words.pgettext("agenda", "as adopted on {date}").format(date=words.date(day)) if day else ""
    compositor.title(Said.same(imprint.title), Said.same(adopted))
    if paper.annotated:
        compositor.section("", Said.words(N_("Agenda")), "agenda")
    _Items(compositor, linked=paper.annotated).list(paper.items, compositor.root)
    for note in paper.notes:
        set_note(compositor, note, apart=True)
    if paper.annotated:
        compositor.section("", Said.words(N_("Annotations")), "annotations")
        _annotate(compositor, paper.items)


class _Items:
    """The list of items, in which a sub-list belongs to the item above it."""

    def __init__(self, compositor: Compositor, *, linked: bool) -> None:
        self._compositor = compositor
        self._linked = linked

    def list(self, items: Sequence[AgendaLine], parent: Element, path: tuple[int, ...] = ()) -> None:
        """Set the items of one level, and below each of them its own."""
        if not items:
            return
        whole = parent.child("L", "/O/List/ListNumbering/" + _numbering(len(path)))
        for position, item in enumerate(items, 1):
            label, body = self._compositor.entry(whole)
            here = (*path, position)
            self._line(item, here, label, body if body is label else body.child("P"))
            self.list(item.parts, body, here)
        self._compositor.story[-1].after = self._compositor.look.size * 0.55

    def _line(self, item: AgendaLine, path: tuple[int, ...], label: Element, body: Element) -> None:
        """Set one item; in an annotated agenda it leads to its annotation."""
        compositor = self._compositor
        look = compositor.look
        level = len(path) - 1
        edge = look.gutter * min(level, FURTHEST_IN)
        style = replace(look.body, indent=edge + look.gutter, after=look.size * (0.3 if item.parts or level else 0.55))
        runs = _stopped(compositor.runs(item.title))
        if self._linked and item.annotated:
            runs = [replace(run, target=f"#{compositor.place(_place(path))}") for run in runs]
        text = compositor.text(runs, style, body)
        sign = item_label(path, compositor.language)
        text.label = Label(sign, label, edge)
        if not self._linked:
            compositor.anchored(text, f"{sign} {compositor.plain(item.title)}", level, _place(path))


def _numbering(level: int) -> str:
    """What the labels of a level are, by the words of PDF's attributes for lists."""
    return ("LowerAlpha", "LowerRoman", "LowerAlpha", "LowerRoman", "Decimal")[(level - 1) % 5] if level else "Decimal"


def _annotate(compositor: Compositor, items: Sequence[AgendaLine], path: tuple[int, ...] = ()) -> None:
    """Set what there is to say about each item, under the item's title."""
    for position, item in enumerate(items, 1):
        here = (*path, position)
        if not item.annotated:
            continue
        label = item_label(here, compositor.language)
        compositor.heading(Heading(item.title, len(here), label), _place(here))
        if item.annotation:
            set_para(compositor, Para(item.annotation, numbered=True))
        if item.documents:
            set_listing(compositor, Listing(item.documents, Said.words(DOCUMENTS)))
        _annotate(compositor, item.parts, here)


def _place(path: tuple[int, ...]) -> str:
    """Where the annotation of an item is: "item-3-1"."""
    return "item-" + "-".join(str(position) for position in path)


def _stopped(runs: list[Run]) -> list[Run]:
    """A title that ends with a full stop, as items of an agenda do."""
    shown = [run for run in runs if run.text] or [Run("", Face.REGULAR)]
    last = shown[-1]
    if last.text and last.text[-1] not in ".?!…":
        shown[-1] = replace(last, text=last.text + ".")
    return shown
