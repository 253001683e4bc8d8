"""The tests' own surroundings: that what conftest promises holds."""

import logging
import os
import socket
from pathlib import Path

import pytest


def test_no_file_of_the_user_is_within_reach() -> None:
    assert "nmirf-tests-" in str(Path.home())
    assert all(os.environ[name].startswith(str(Path.home())) for name in os.environ if name.startswith("XDG_"))


def test_a_connection_is_refused() -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", 9), timeout=1)


def test_a_warning_in_the_log_can_be_expected(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("nmirf_desktop").warning("expected")
    assert [record.getMessage() for record in caplog.records] == ["expected"]
    caplog.clear()
