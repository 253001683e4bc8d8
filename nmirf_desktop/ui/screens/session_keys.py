"""The keys of the room: each an action with its words and its icon, and when it can be pressed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from enum import Enum

from PySide6.QtWidgets import QWidget

from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.actions import RECORD_FOLLOW_UP, Action, Look
from nmirf_desktop.ui.keys_in_force import KeyInForce
from nmirf_desktop.ui.unmet import Unmet

CLOSE = N_("Close the sitting")
RESUME = N_("Back to the vote")
GO_ON = N_("Resume the sitting")
OPEN_LIST = N_("Open the list of speakers again")


class Key(Enum):
    """The gavel first, then in the order in which the header shows them."""

    GAVEL = (N_("Open the sitting"), Look("gavel", "F9", primary=True))
    SHOW = (N_("Projector"), Look("presentation", "F11"))
    FLOOR = (N_("Give the floor"), Look("mic", "F3"))
    TABLE = (N_("Table a proposal"), Look("file-plus", "F4"))
    TEXTS = (N_("Proposals"), Look("file-text", "Ctrl+F4"))
    ALL = (N_("All are present"), Look("square-check", "Shift+F5"))
    ROLL = (N_("Delegations"), Look("users", "F5"))
    WHO = (N_("Who may vote?"), Look("circle-question-mark", "F6"))
    VOTE = (N_("Open a vote"), Look("vote", "F8"))
    BREAK_OFF = (N_("Break the vote off"), Look("x", "Ctrl+Shift+B"))
    ELECT = (N_("Election"), Look("vote", "Ctrl+F8"))
    ADOPT = (N_("It is so decided"), Look("circle-check", "F7"))
    OBJECT = (N_("There is no consensus"), Look("x", "Shift+F7"))
    REOPEN = (N_("Recorded by mistake: reopen"), Look("undo-2", "Ctrl+F7"))
    WITHDRAW = (N_("Withdraw"), Look("undo-2", "Shift+F4"))
    AMEND = (N_("Submit an amendment"), Look("pencil", "Ctrl+F11"))
    ACCEPT = (N_("The sponsor accepts it"), Look("handshake", "Shift+F11"))
    SUPERSEDE = (N_("Superseded: it is not put"), Look("x", "Ctrl+Shift+F11"))
    ORDER = (N_("Order of voting"), Look("list-ordered", "Ctrl+Shift+F12"))
    DIVIDE = (N_("Divide the proposal"), Look("columns-3", "Shift+F6"))
    RECONSIDER = (N_("Consider again"), Look("history", "Ctrl+F6"))
    KEEP = (N_("Keep the text as it reads"), Look("save", "Ctrl+Shift+F6"))
    RIVAL = (N_("On the same question as the one before"), Look("link", "Ctrl+F10"))
    PASS_OVER = (N_("Not to be voted on"), Look("minus", "Ctrl+Shift+F10"))
    REINTRODUCE = (N_("Introduce again"), Look("redo-2", "Ctrl+Shift+F4"))
    GUEST = (N_("Give the floor to a guest"), Look("mic", "Shift+F3"))
    ONLINE = (N_("Online, or connection lost"), Look("users", "Ctrl+F5"))
    STRIKE_OUT = (N_("Was never here: strike its presence out"), Look("trash-2", "Ctrl+Shift+Del"))
    REVIEW = (N_("Show the vote again"), Look("eye", "Shift+F8"))
    REPLAY = (N_("Replay the vote"), Look("history", "Ctrl+F9"))
    NEXT_SPEAKER = (N_("Next speaker"), Look("chevron-right", "F12"))
    CLOCK = (N_("Pause the speaker, or go on"), Look("clock", "Shift+F12"))
    FINISH = (N_("The speaker has finished"), Look("check", "Ctrl+F12"))
    LIST = (N_("Put on the list of speakers"), Look("list-ordered", "Ctrl+F3"))
    ATTRIBUTE = (N_("Without the name, or off the record"), Look("user", "Ctrl+Shift+Y"))
    REPLY = (N_("Right of reply"), Look("message-square", "Ctrl+R"))
    CLOSE_LIST = (N_("Close the list of speakers"), Look("lock", "Ctrl+Shift+F3"))
    POINT = (N_("Point of order, or its ruling"), Look("flag", "Ctrl+Shift+O"))
    MOTION = (N_("Procedural motion"), Look("scale", "Ctrl+Shift+M"))
    SUSPEND = (N_("Suspend the sitting"), Look("clock", "Shift+F9"))
    RECORD = (N_("Record of decisions"), Look("book-open", "Ctrl+Shift+F9"))
    FOLLOW_UP = (N_("Record a follow-up action"), RECORD_FOLLOW_UP)
    PRESENCE = (N_("Take over a list of who is present"), Look("upload", "Ctrl+Shift+F5"))
    PREVIOUS = (N_("Previous item"), Look("chevron-up", "Ctrl+PgUp"))
    NEXT = (N_("Next item"), Look("chevron-down", "Ctrl+PgDown"))
    TOTALS = (N_("Running totals on the projector"), Look("eye", "Alt+T"))
    IN_ENGLISH = (N_("English on the projector"), Look("languages", "Alt+1"))
    IN_FRENCH = (N_("French on the projector"), Look("languages", "Alt+2"))
    IN_SPANISH = (N_("Spanish on the projector"), Look("languages", "Alt+3"))
    TEXT_ON = (N_("On in the text on the projector"), Look("chevron-down", "Alt+PgDown"))
    TEXT_BACK = (N_("Back in the text on the projector"), Look("chevron-up", "Alt+PgUp"))

    @property
    def named(self) -> str:
        """The name under which the user's own key is kept."""
        return f"session.{self.name.lower()}"


PROJECTED = frozenset({Key.SHOW, Key.TOTALS, Key.IN_ENGLISH, Key.IN_FRENCH, Key.IN_SPANISH, Key.TEXT_ON, Key.TEXT_BACK})
"""What leads the projector, at any time; its own menu shows them too."""
ALWAYS = PROJECTED | {Key.WHO}
IN_THE_ROOM = frozenset(
    {
        Key.GAVEL,
        Key.SUSPEND,
        Key.ROLL,
        Key.ALL,
        Key.ONLINE,
        Key.PRESENCE,
        Key.STRIKE_OUT,
        Key.CLOCK,
        Key.FINISH,
        Key.RECORD,
        Key.FOLLOW_UP,
    }
)
AT_AN_ITEM = frozenset(
    {
        Key.FLOOR, Key.GUEST, Key.NEXT_SPEAKER, Key.LIST, Key.ATTRIBUTE, Key.REPLY, Key.CLOSE_LIST, Key.MOTION,
        Key.TABLE, Key.VOTE, Key.ELECT, Key.PREVIOUS, Key.NEXT,
    }
)  # fmt: skip
CAN_BE_LOOKED_AT = frozenset({Key.TEXTS, Key.REVIEW, Key.REPLAY})
PAGING = frozenset({Key.PREVIOUS, Key.NEXT, Key.TEXT_ON, Key.TEXT_BACK})
"""What goes on while its key is held: nothing is decided by it."""
OF_A_TEXT = frozenset(Key) - ALWAYS - IN_THE_ROOM - AT_AN_ITEM - CAN_BE_LOOKED_AT - {Key.POINT, Key.BREAK_OFF}
"""What is done with a text that is chosen."""


def possible(*, room: bool, item: bool, on: frozenset[Key] = frozenset()) -> frozenset[Key]:
    """The keys that can be pressed while a meeting is shown.

    *room* says that no vote fills the screen and the register can be written, *item* that the agenda has one, and
    *on* are those for the text chosen, if any.
    """
    keys = set(ALWAYS)
    if room:
        keys |= IN_THE_ROOM
    if room and item:
        keys |= AT_AN_ITEM
    if room:
        keys |= on
    return frozenset(keys)


class Keys:
    """One action for each key. *before* is called before each act.

    An action that cannot be done hears no key: its key then asks *explain*, which says why.
    """

    def __init__(
        self,
        acts: Mapping[Key, Callable[[], object]],
        before: Callable[[], None],
        explain: Callable[[Key], object],
        parent: QWidget,
    ) -> None:
        def slot(act: Callable[[], object]) -> Callable[[], None]:
            def run() -> None:
                before()
                act()

            return run

        looks = {key: replace(key.value[1], name=key.named) for key in Key}
        self._actions = {key: Action(key.value[0], slot(acts[key]), looks[key], parent) for key in Key}
        for key, action in self._actions.items():
            action.setAutoRepeat(key in PAGING)  # else a key that is held acts once: not on what is chosen next, too
        self._unmet = Unmet(self._actions.items(), explain, parent)
        self._enabled: frozenset[Key] | None = None

    def named(self) -> dict[str, KeyInForce]:
        """The keys in force, each by the name of its member in small letters."""
        return {key.name.lower(): KeyInForce(key.named, key.value[1].keys) for key in Key}

    def __getitem__(self, key: Key) -> Action:
        """The action of a key."""
        return self._actions[key]

    def __iter__(self) -> Iterator[Action]:
        """All actions in the order of the header."""
        return iter(self._actions.values())

    def say(self, words: Catalog, *, opened: bool, voting: bool, suspended: bool = False, closed: bool = False) -> None:
        """What some keys do next: the gavel closes a sitting that is *opened*, F8 goes back to a vote going on.

        A sitting that is *suspended* is resumed, a list of speakers that is *closed* is opened again.
        """
        next_acts = (
            (Key.GAVEL, CLOSE if opened else None),
            (Key.VOTE, RESUME if voting else None),
            (Key.SUSPEND, GO_ON if suspended else None),
            (Key.CLOSE_LIST, OPEN_LIST if closed else None),
        )
        for key, label in next_acts:
            action, wanted = self._actions[key], label or key.value[0]
            if action.label != wanted:
                action.label = wanted
                action.retranslate(words)

    def enable(self, keys: frozenset[Key]) -> None:
        """These can be pressed, the others cannot; with each answer of a vote they are the same."""
        if keys == self._enabled:
            return
        self._enabled = keys
        for key, action in self._actions.items():
            action.setEnabled(key in keys)
