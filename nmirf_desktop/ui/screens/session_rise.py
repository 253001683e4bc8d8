"""The cards of points of order and motions, shown above the room and above a vote: who rose, how the Chair ruled."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent

from nmirf_desktop.domain.motions import MOTION_LABELS, RULING_LABELS, MotionKind, Ruling
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.motions import MotionFile, PointFile
from nmirf_desktop.ui.drafts import LEAVE, Draft
from nmirf_desktop.ui.fields import ChoiceField, StateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_motions import Deed

POINT, MOTION = N_("Point of order"), N_("Procedural motion")
IN_FAVOUR, AGAINST, APPEAL = (
    N_("Speaks in favour of the motion"),
    N_("Speaks against the motion"),
    N_("Appeals against the ruling"),
)
AT_ONCE = N_("The Chair rules on it at once; who spoke has the floor again afterwards (GA 71/113).")
PUT_AT_ONCE = N_("An appeal is put to the vote at once; the ruling stands unless a majority overrules it (GA 71/113).")
BESIDE = N_("The precedence of motions and who may speak on each stand under “Points of order and motions”.")

RULING, PUT_OFF = N_("Ruling of the Chair"), N_("Put the ruling off")
STAYS_DUE = N_("Esc puts it off: who raised it has spoken, the ruling stays due, and what was interrupted goes on.")

RULED_BY = {Ruling.UPHELD: Deed.YES, Ruling.NOT_UPHELD: Deed.NO}
"""The letters that give a ruling, as in the list of points of order."""

NO_RULING = N_("Nothing is recorded yet: say how the Chair ruled. {yes}: well taken. {no}: not well taken.")

LETTERS = N_("{yes}: well taken. {no}: not well taken.")


def _letters() -> dict[str, str]:
    """The letters of now that give a ruling."""
    return dict(zip(("yes", "no"), (deed.letter.now for deed in RULED_BY.values()), strict=True))


def _motion(kind: MotionKind, words: Catalog) -> str:
    return words.gettext(MOTION_LABELS[kind])


def _ruling(ruling: Ruling, words: Catalog) -> str:
    frame = words.pgettext("key and answer", "{key}   {answer}")
    return frame.format(key=RULED_BY[ruling].letter.now, answer=words.gettext(RULING_LABELS[ruling]))


@dataclass(frozen=True, slots=True)
class Rising:
    """For what somebody rises: *what* is one of the titles, *about* the motion or point of order that it concerns."""

    what: str
    meeting: Key
    item: Key
    about: MotionFile | PointFile | None = None

    @property
    def raised(self) -> Key:
        """The key of what it concerns, empty where it is nothing yet."""
        match self.about:
            case MotionFile(motion):
                return motion.key
            case PointFile(point):
                return point.key
            case None:
                return ""

    @property
    def named(self) -> Sayable | None:
        """The motion, as the card names it."""
        return Phrase(MOTION_LABELS[self.about.motion.kind]) if isinstance(self.about, MotionFile) else None


class RiseForm(Form):
    """Who rose, and to which motion, where it is one."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.kind = ChoiceField(language, list(MotionKind), _motion)
        self.state = StateField(language, ())
        self.add("kind", N_("It is moved to"), self.kind)
        self.add("state", N_("State"), self.state, needed=True)


class RiseCard(Draft):
    """Somebody rises: to a point of order, to move, to speak on a motion, to appeal; *rising* says to what."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.rising: Rising | None = None
        super().__init__(POINT, N_("Record"), lambda: self.fields, language)

    @cached_property
    def fields(self) -> RiseForm:
        """Who rises, made when the card is first opened."""
        fields = RiseForm(self._language)
        fields.state.entered.connect(self.verb.click)  # what is moved was asked before, so that all is said
        return fields

    def begin_as(self, rising: Rising, states: Iterable[State], near: Collection[StateCode]) -> None:
        """Ask who rises, and for a motion which one."""
        self.rising = rising
        self.call(rising.what, {POINT: AT_ONCE, APPEAL: PUT_AT_ONCE}.get(rising.what, BESIDE))
        self.concern(rising.named)
        self.fields.state.set_states(states, near)
        self.fields.state.load(None, over=True)
        self.fields.kind.load(MotionKind.SUSPEND, over=True)
        self.fields.show_row("kind", rising.what == MOTION)
        self.begin()


class RulingField(ChoiceField[Ruling]):
    """A ruling; the letters of the list behind the card give it, and ``given`` says so."""

    given = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language, list(RULED_BY), _ruling)
        self._choices.installEventFilter(self)

    @property
    def fault(self) -> Problem | None:
        """None was given: no ruling is taken for granted."""
        if self.value() is not None:
            return None
        return Problem(NO_RULING, _letters())

    def retranslate(self) -> None:
        """Say every word again; in the empty field the letters that give a ruling."""
        super().retranslate()
        self.say_unchosen(self.words.gettext(LETTERS).format(**_letters()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The letter of a ruling gives it, in the opened list too."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        ruling = next((one for one, deed in RULED_BY.items() if deed.letter.struck(event)), None)
        if ruling is None:
            return super().eventFilter(watched, event)
        self._editor.hidePopup()
        self._display(ruling)
        self._chosen()
        self.given.emit()
        return True


class RulingForm(Form):
    """How the Chair ruled."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.ruling = RulingField(language)
        self.add("ruling", N_("The Chair rules"), self.ruling)


class RulingCard(Draft):
    """The ruling of the Chair on a *point* of order, known by its key."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.point: Key = ""
        self.interrupting = False
        super().__init__(RULING, N_("Record the ruling"), lambda: self.fields, language)

    @cached_property
    def fields(self) -> RulingForm:
        """The ruling, made when the card is first opened."""
        fields = RulingForm(self._language)
        fields.ruling.given.connect(self.verb.click)
        return fields

    def begin_on(self, point: Key, about: Sayable, *, interrupting: bool = False) -> None:
        """Ask how the Chair rules on the point of order of a State, *interrupting* what else fills the screen."""
        self.point, self.interrupting = point, interrupting
        self.leaving = PUT_OFF if interrupting else LEAVE
        self.call(RULING, STAYS_DUE if interrupting else "")
        self.concern(about)
        self.fields.ruling.load(None, over=True)
        self.begin()
