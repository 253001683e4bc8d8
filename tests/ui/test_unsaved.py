"""What was refused and is put away can be copied as it was typed, also where it is several lines and no value."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.people import check_emails, several_emails
from nmirf_desktop.ui.fields import ListedField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.unsaved import Unsaved
from tests.ui.screens.offices import type_into


def test_lines_that_were_refused_are_copied_as_they_were_typed(qtbot: QtBot, language: CurrentLanguage) -> None:
    form, field = Form(language), ListedField(language, several_emails, check_emails)
    form.add("emails", "E-mail addresses", field)
    form.add("note", "Note", TextField(language))
    qtbot.addWidget(form)
    form.begin("first")
    field.load(("one@example.org",), over=True)
    form.show()
    told: list[Unsaved] = []
    form.unsaved.connect(told.append)
    type_into(field.editors[0], "one@example.org")
    QTest.keyClick(field.editors[0], Qt.Key.Key_Return)
    QTest.keyClicks(field.editors[0], "no address")
    form.begin("second")
    (unsaved,) = told
    (offer,) = unsaved.offers
    QApplication.clipboard().clear()
    offer.act()
    assert QApplication.clipboard().text() == "one@example.org\nno address"
