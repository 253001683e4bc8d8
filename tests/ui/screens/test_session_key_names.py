"""A refusal of the session names keys as every other text does: in the language and with the keys of now."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from nmirf_desktop.ui.shell import Shell
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def banner(shell: Shell) -> Iterator[Banner]:
    banner = Banner(shell.alerts, shell.language)
    yield banner
    banner.close()
    banner.deleteLater()


def divide(walk: Walk) -> None:
    """F6 with Shift at a part of a proposal: another text is to be chosen first."""
    proposal = walk.desk.proposals.propose(
        walk.meeting.key, walk.item.key, said("Exchanges"), said("Invites all members.\nThanks.")
    )
    part = walk.desk.text_motions.divide(proposal.key, ("Invites all members.",), "GHA")
    QApplication.processEvents()
    walk.screen.room.texts.go_to(part.key)
    walk.press(Key.Key_F6, SHIFT)


def test_a_refusal_follows_the_language(walk: Walk, shell: Shell, banner: Banner) -> None:
    shell.language.switch(Language.ES)
    divide(walk)
    assert "(Ctrl+F4)" in banner.accessibleName()
    named = walk.screen.keys.named()
    forms = {Language.EN: "Shift+F4", Language.FR: "Maj+F4", Language.ES: "Mayús+F4"}
    for tongue, form in forms.items():
        shell.language.switch(tongue)
        banner.retranslate()
        assert "(Ctrl+F4)" in banner.accessibleName()
        assert named["withdraw"].said_in(shell.language.words) == form
        assert f"({form})" in walk.screen.keys[RoomKey.WITHDRAW].toolTip()


def test_a_refusal_names_the_key_in_force(walk: Walk, shell: Shell, banner: Banner) -> None:
    shell.memory.keep(replace(shell.memory.now, keys=(("session.table", "F8"), ("session.vote", "F4"))))
    walk.press(Key.Key_F6, SHIFT)
    assert banner.accessibleName() == "No proposal stands under this item: table one first (F8)."
    shell.memory.keep(replace(shell.memory.now, keys=(("session.table", "Ctrl+J"),)))
    banner.retranslate()
    assert banner.accessibleName() == "No proposal stands under this item: table one first (Ctrl+J)."
