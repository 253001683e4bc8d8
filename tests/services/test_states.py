"""The States by day, read from several threads."""

import datetime
import threading

from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.states import Names
from nmirf_desktop.storage.base import new_key
from tests.registers import Desk

SINCE = datetime.date(2025, 3, 1)


def test_a_job_that_reads_states_while_one_is_renamed_leaves_no_former_name(desk: Desk) -> None:
    renamed = threading.Event()

    def read() -> None:
        while not renamed.is_set():
            desk.states.on(SINCE)

    job = threading.Thread(target=read)
    job.start()
    try:
        for number in range(40):
            names = Names(*(f"{letter}{number}" for letter in "abc"))
            day = SINCE + datetime.timedelta(days=number - 40)
            desk.states.rename(Renaming(new_key(), "NZL", day, names, names, Names("", "", "")))
            assert desk.states.on(SINCE)["NZL"].short == names
    finally:
        renamed.set()
        job.join()
