"""The field of the Network's six objectives, and how a list and a chart name them (R42)."""

from collections.abc import Iterable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.objectives import OBJECTIVE_BRIEFS, OBJECTIVE_LABELS, Objective
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


def objective_said(objective: Objective, words: Catalog) -> str:
    """An objective by its number and in short."""
    pattern = words.pgettext("objective in a list", "{number}. {objective}")
    return pattern.format(number=str(objective), objective=words.gettext(OBJECTIVE_LABELS[objective]))


def objective_brief(objective: Objective, words: Catalog) -> str:
    """An objective by its number and in a few words."""
    return words.gettext(OBJECTIVE_BRIEFS[objective])


def objectives_said(objectives: Iterable[Objective], words: Catalog) -> str:
    """Some objectives in short, one after the other."""
    return words.listing(words.gettext(OBJECTIVE_LABELS[one]) for one in objectives)


class ObjectivesField(Field[tuple[Objective, ...]]):
    """Several of the Network's six objectives (R42): their numbers as buttons, and in words those that are chosen."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._buttons = {one: QPushButton(f"{one}.") for one in Objective}
        self._said = WrappedLabel()
        style(self._said, Type.SMALL, Tone.MUTED)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(SideBySide(*self._buttons.values()))
        column.addWidget(self._said)
        self._line.addWidget(place)
        for button in self._buttons.values():
            button.setCheckable(True)
            button.toggled.connect(lambda _on: self._pressed())
        self._watch(*self._buttons.values())
        self.retranslate()

    def value(self) -> tuple[Objective, ...]:
        """The objectives chosen, in their order."""
        return tuple(one for one, button in self._buttons.items() if button.isChecked())

    def said(self, value: tuple[Objective, ...]) -> str:
        """The objectives in short."""
        return objectives_said(value, self.words)

    def _display(self, value: tuple[Objective, ...]) -> None:
        for one, button in self._buttons.items():
            button.setChecked(one in value)

    def _pressed(self) -> None:
        self.retranslate()
        self._chosen()

    def set_accessible(self, name: str, described: str) -> None:
        """Each button is named by its objective."""
        for one, button in self._buttons.items():
            button.setAccessibleName(f"{name}: {self.words.gettext(OBJECTIVE_LABELS[one])}")
            button.setAccessibleDescription(described)

    def retranslate(self) -> None:
        """Say the objectives again."""
        words = self.words
        for one, button in self._buttons.items():
            button.setToolTip(words.gettext(OBJECTIVE_LABELS[one]))
        chosen = [objective_said(one, words) for one in self.value()]
        self._said.setText("\n".join(chosen))
        self._said.setVisible(bool(chosen))
