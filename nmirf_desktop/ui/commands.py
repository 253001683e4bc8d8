"""What Ctrl+K lists before anything is typed: all that can be done now, and to what."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from PySide6.QtGui import QAction

from nmirf_desktop.i18n import Catalog, Language, catalog
from nmirf_desktop.ui.actions import IMPORT, IMPORT_LIST, PLAIN, Action
from nmirf_desktop.ui.buttons_found import buttons_found
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.keys_in_force import named
from nmirf_desktop.ui.leads import ALSO, Onward, leads
from nmirf_desktop.ui.menus import Menus
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.settings_found import Go, settings_found


def commands(screen: Screen | None, menus: Menus, words: Catalog, onward: Onward, go: Go) -> list[Hit]:
    """The screen's actions, what can be done to the things that it shows, and what else its buttons do.

    Then come the window's commands, languages, and colours.

    *onward* are the window's screens and the way to a place: what leads on to them stands where nothing here has its
    words. Last stands what Settings offers, to which *go* leads.

    What two of them call by the same words is listed once: an action before what is offered beside a thing, and
    the window's command before an action that has no key.
    """
    keyed = {action.label for action in menus.commands if action.isEnabled() and not action.shortcut().isEmpty()}
    actions = screen.actions() if screen is not None else []
    own = [action for action in actions if action.label not in keyed or not action.shortcut().isEmpty()]
    heading = screen.heading if screen is not None else ""
    labels = {action.label for action in own}
    offered = [hit for hit in (screen.commands() if screen is not None else ()) if labels.isdisjoint(hit.labels)]
    labels |= (
        {IMPORT} if any(action.label == IMPORT_LIST and action.isEnabled() for action in menus.commands) else set()
    )
    general = [action for action in menus.commands if action.label not in labels]
    labels |= {action.label for action in general} | {label for hit in offered for label in hit.labels}
    choices = [_choice(action, menu, words) for action, menu in menus.choices]
    found = settings_found(go, words, registered=menus.registered)
    acts = [*_hits(own, heading, words), *offered]
    beside = tuple(buttons_found(screen, {hit.title for hit in acts})) if screen is not None else ()
    here = {hit.title for hit in beside}
    offers = tuple(_in_message(screen, labels, words))
    labels |= {label for hit in offers for label in hit.labels}
    leading = (hit for hit in leads(*onward, words) if hit.labels[0] not in labels and hit.title not in here)
    return [
        *acts,
        *beside,
        *offers,
        *_hits(general, "", words),
        *leading,
        *choices,
        *found,
    ]


def _in_message(screen: Screen | None, known: Container[str], words: Catalog) -> Iterator[Hit]:
    """What the message over the screen offers, where nothing else does."""
    notice = screen.alerts.notice if screen is not None else None
    if notice is None:
        return
    for one in notice.offers:
        if one.label not in known:
            said, also = notice.what.said_in(words), ALSO.get(one.label, "")
            yield Hit(words.gettext(one.label), one.act, said, "message-square", "", (one.label,), also)


def _hits(actions: Iterable[Action], detail: str, words: Catalog) -> list[Hit]:
    return [_hit(action, detail, (action.label,), words) for action in actions if action.isEnabled()]


def _choice(action: QAction, menu: str, words: Catalog) -> Hit:
    """A colour scheme, or a language, which is found by its name in any of the languages."""
    if isinstance(action, Action):
        return _hit(action, words.gettext(menu), (menu, action.label), words)
    spoken = (catalog(one).language_name(action.data()) for one in Language)
    named = " ".join(dict.fromkeys((action.text(), *spoken)))
    return replace(_hit(action, words.gettext(menu), (menu,), words), named=named)


def _hit(action: QAction, detail: str, labels: tuple[str, ...], words: Catalog) -> Hit:
    keys = named(action.shortcut(), words)
    look = action.look if isinstance(action, Action) else PLAIN
    label = words.gettext(action.label) if isinstance(action, Action) else ""
    return Hit(action.text().replace("&&", "&"), action.trigger, detail, look.icon, keys, labels, look.finds, label)
