"""Pages under tabs, whose headings follow the size of text."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTabWidget, QWidget


class Tabs(QTabWidget):
    """Tabs as a document has them; their headings are told each size of text: Qt leaves some at that before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.tabBar().setFont(self.font())
