"""The field of a date: typed in any of three languages, shown in the words of the current one."""

import datetime

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidgetAction

from nmirf_desktop.domain.days import EARLIEST, LATEST, can_be_meant, not_meant
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.i18n.reading import read_typed
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.labels import IconButton
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP

NOT_A_DATE = N_("“{text}” is not a date. Type it as in “8 May 2027” or “2027-05-08”.")


class DateField(Field[datetime.date | None]):
    """A date, or nothing where it is not *needed*; Up and Down go by days, Page Up and Page Down by months.

    Alt+Down opens a calendar.
    """

    def __init__(self, language: CurrentLanguage, *, needed: bool = False) -> None:
        super().__init__(language)
        self._needed = needed
        self._editor = QLineEdit()
        self._editor.textEdited.connect(self._typed)
        self._editor.returnPressed.connect(self.flush)
        self._button = IconButton("calendar-days")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self._open_calendar)
        self._line.setSpacing(STEP)
        self._line.addWidget(self._editor, 1)
        self._line.addWidget(self._button)
        self._line.addStretch()
        self._watch(self._editor)
        self._fit()
        self.retranslate()

    def value(self) -> datetime.date | None:
        """The date typed, ``None`` where it is empty, not a date, or none that can be meant (see ``fault``)."""
        found = read_typed(self._editor.text())
        return found if found is not None and can_be_meant(found) else None

    @property
    def fault(self) -> Problem | None:
        """What is typed and is no date, or none that can be meant, or that there is none."""
        text = self._editor.text().strip()
        if not text:
            return Problem(N_("Give the date.")) if self._needed else None
        found = read_typed(text)
        return Problem(NOT_A_DATE, {"text": text}) if found is None else not_meant(found)

    def said(self, value: datetime.date | None) -> str:
        """The day in words."""
        return self.words.date(value) if value else ""

    def _display(self, value: datetime.date | None) -> None:
        self._show_in(self._editor, self.said(value))

    def flush(self) -> None:
        """Hand the date on, and say it in the words of the language."""
        news = self.dirty
        super().flush()
        if self.fault is not None:
            self.edited.emit()
        elif news or self._editor.text() != self.said(self.value()):
            self._display(self.value())

    def retranslate(self) -> None:
        """Say the date again in another language."""
        if self.fault is None and not self._editor.isModified():
            self._display(self.value())
        choose = self.words.gettext("Choose in a calendar")
        self._button.name(choose, with_keys(self.words, choose, QKeySequence("Alt+Down")))
        self._editor.setPlaceholderText(self.words.gettext("day month year"))

    def _fit(self) -> None:
        self._editor.setMaximumWidth(self.fontMetrics().horizontalAdvance("30 de septiembre de 2027 ") + STEP * 4)

    def show_whole(self) -> None:
        """Be no narrower than the longest date of the language: where nothing else gives the field its width."""
        self._editor.ensurePolished()
        days = (self.words.date(datetime.date(2028, month, 28)) for month in range(1, 13))
        longest = max(self._editor.fontMetrics().horizontalAdvance(day) for day in days) + STEP * 5
        self._editor.setMaximumWidth(max(self._editor.maximumWidth(), longest))
        self._editor.setMinimumWidth(longest)

    def set_read_only(self, locked: bool) -> None:
        """A date that may only be read has no calendar."""
        self._editor.setReadOnly(locked)
        self._button.setVisible(not locked)

    def _step(self, days: int = 0, months: int = 0) -> None:
        date = self.value()
        if date is None or self._editor.isReadOnly():
            return
        moved = QDate(date.year, date.month, date.day).addDays(days).addMonths(months)
        self._display(datetime.date(moved.year(), moved.month(), moved.day()))
        self._typed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that move a date."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key(), event.modifiers():
                case Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier:
                    self._open_calendar()
                    return True
                case Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier:
                    self._step(days=1)
                    return True
                case Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier:
                    self._step(days=-1)
                    return True
                case Qt.Key.Key_PageUp, _:
                    self._step(months=1)
                    return True
                case Qt.Key.Key_PageDown, _:
                    self._step(months=-1)
                    return True
                case _:
                    pass
        return super().eventFilter(watched, event)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setLocale(QLocale(str(self.language.language)))
        calendar.setDateRange(*(QDate(end.year, end.month, end.day) for end in (EARLIEST, LATEST)))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        date = self.value()
        if date:
            calendar.setSelectedDate(QDate(date.year, date.month, date.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(lambda day: self._pick(menu, day))
        calendar.clicked.connect(lambda day: self._pick(menu, day))
        menu.popup(self._editor.mapToGlobal(self._editor.rect().bottomLeft()))
        calendar.setFocus()

    def _pick(self, menu: QMenu, day: QDate) -> None:
        menu.close()
        self._display(datetime.date(day.year(), day.month(), day.day()))
        self._chosen()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text needs another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_editor"):
            self._fit()
