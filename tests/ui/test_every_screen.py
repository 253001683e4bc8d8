"""Every screen of the window's list, on a sample register: whole words in each language, at each size of text."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.sample import make_sample
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.shell import Shell
from tests.ui.clipping import assert_presentable, theme

ON = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    """The services on a sample register."""
    path: Path = tmp_path_factory.mktemp("sample") / "sample.nmirf"
    make_sample(path, ON)
    with open_register(path) as store:
        yield Secretariat(store)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", sorted(SCREENS))
def test_every_screen_is_fit_to_be_seen(sample: Secretariat, memory: Memory, name: str) -> None:
    def make(language: CurrentLanguage, alerts: Alerts) -> Screen:
        screen = SCREENS[name](sample, Shell(language, theme(), alerts, InlineJobs(), ChangeFeed(), memory))
        screen.show_as_of(ON)
        return screen

    assert_presentable(make)
