"""Several of a few values, each with a box of its own."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP

V = TypeVar("V")


class SeveralField(Field[tuple[V, ...]], Generic[V]):
    """The values whose boxes are ticked, in the order in which they are offered; none may be, too.

    *say* names a value in a language. The boxes stand under each other, or *beside* where there are few. A box that was
    made once stays, and is hidden while fewer values are offered.
    """

    def __init__(
        self, language: CurrentLanguage, values: Sequence[V], say: Callable[[V, Catalog], str], *, beside: bool = False
    ) -> None:
        super().__init__(language)
        self._say = say
        self._values: tuple[V, ...] = ()
        self._boxes: list[QCheckBox] = []
        self._called = ("", "")
        self._place = QHBoxLayout() if beside else QVBoxLayout()
        if not beside:
            self._place.setSpacing(STEP)
        self._line.addLayout(self._place)
        self._line.addStretch()
        self.set_values(values)

    def set_values(self, values: Sequence[V]) -> None:
        """Offer other values from now on; what was ticked and is offered still stays ticked."""
        ticked = self.value()
        self._values = tuple(values)
        while len(self._boxes) < max(len(self._values), 1):
            box = QCheckBox()
            box.toggled.connect(self._chosen)
            self._place.addWidget(box)
            if self._boxes:  # one that is offered later stands below the last one, and is reached after it
                QCheckBox.setTabOrder(self._boxes[-1], box)
            self._boxes.append(box)
            self._watch(box)
        for number, box in enumerate(self._boxes):
            box.setVisible(number < len(self._values))
        blocked = [(box, box.blockSignals(True)) for box in self._boxes]
        self._display(ticked)
        for box, before in blocked:
            box.blockSignals(before)
        self.retranslate()
        self.set_accessible(*self._called)

    def value(self) -> tuple[V, ...]:
        """The values that are ticked."""
        return tuple(value for value, box in zip(self._values, self._boxes, strict=False) if box.isChecked())

    def said(self, value: tuple[V, ...]) -> str:
        """The values by their names."""
        return self.words.listing(self._say(one, self.words) for one in value)

    def _display(self, value: tuple[V, ...]) -> None:
        for one, box in zip(self._values, self._boxes, strict=False):
            box.setChecked(one in value)
        for box in self._boxes[len(self._values) :]:
            box.setChecked(False)

    def set_accessible(self, name: str, described: str) -> None:
        """Each box is called by the field and its value."""
        self._called = (name, described)
        pattern = self.words.pgettext("field and one of its languages", "{field}: {language}")
        for one, box in zip(self._values, self._boxes, strict=False):
            box.setAccessibleName(pattern.format(field=name, language=self._say(one, self.words)))
            box.setAccessibleDescription(described)

    def retranslate(self) -> None:
        """Name the values again."""
        for one, box in zip(self._values, self._boxes, strict=False):
            box.setText(self._say(one, self.words).replace("&", "&&"))
