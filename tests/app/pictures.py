"""The manual's pictures, taken from the running program on a sample of the day: ``python -m tests.app.pictures``."""

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.domain.action_plans import PlanState
from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.elections import COMMITTEE_TITLE
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.secret_ballots import Tick
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.sample import make_sample
from nmirf_desktop.services.sample.calendar import calendar_for
from nmirf_desktop.ui.desk import Desk
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.office import PAUSE, House, Office
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen, today
from nmirf_desktop.ui.screens.action_plans import ActionPlansScreen
from nmirf_desktop.ui.screens.imports import ImportsScreen
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.shell import Shell, make_shell
from nmirf_desktop.ui.theme import Scheme

WIDTH, HEIGHT = 1180, 740
"""The size of the window, in pixels."""
COLOURS = (64, 48, 40, 32, 24)
"""How many colours a picture has: the first number that makes its file small enough."""
LARGEST = 58_000
"""The size of a file that is small enough, in bytes."""
LIST = """\
Focal points of the Network, as the offices sent them;;;;;
Pays;Function;Courriel;Telephone;Votes;Date of designation
Albanie;Focal point of Albania;focal.point@al.example.org;;yes;9 May 2024
Brasil;Focal point of Brazil;focal.point@br.example.org;;sí;09/05/2024
Costa de Marfil;Focal point of Côte d’Ivoire;focal.point@ci.example.org;+225 00 00 00 00;oui;2024-05-09
DENMARK;Second focal point of Denmark;second@dk.example.org;;no;1 March 2026
Paraguya;Focal point of Paraguay;focal.point@py.example.org;;sí;9 de mayo de 2024
Canada;Director for Human Rights;director@ca.example.org;;yes;1 March 2026
Croatie;Deputy of the focal point;deputy@hr.example.org;;alternate;
Nauru;Focal point of Nauru;focal.point@nr.example.org;;yes;1 March 2026
Czech Republic;Focal point of Czechia;focal.point@cz.example.org;;oui;9 mai 2024
Total: 9;;;;;
"""
"""A list as it arrives, with a State that is misspelt, two that vote, and a day that is missing."""
ELECTIONS, AMENDED, CORRECTED, WORK_LISTS = "elections", "amendments", "corrections", "work-lists"
"""The pages of the manual that are no screens: a screen at work on what they tell."""
NEGOTIATED = (
    Trilingual.final("Regional workshop", "Atelier régional", "Taller regional"),
    Trilingual(en="1. Decides to hold a workshop every year;\n2. Requests the Executive Committee to report on it."),
)
"""The title and the text of what is negotiated."""
ASKED_SINCE, APPROVED_SOON = 33, 50
"""So many days after a meeting its members have asked for corrections, and nothing is decided on them yet."""
MISSPELT = 7
"""The line of the State that is misspelt."""


def picture(widget: QWidget) -> bytes:
    """A widget as a small PNG file of few colours."""
    from PIL import Image

    content = QByteArray()
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(device, "PNG")
    image = Image.open(io.BytesIO(content.data())).convert("RGB")
    file = b""
    for colours in COLOURS:
        buffer = io.BytesIO()
        few = image.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(buffer, "PNG", optimize=True)
        file = buffer.getvalue()
        if len(file) <= LARGEST:
            break
    return file


def settle(application: QApplication) -> None:
    """Let the window lay out and paint all that was asked of it."""
    for _ in range(4):
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def office_of(path: Path, shell: Shell) -> Office:
    """The program's own window on a register, in the size of the pictures."""
    nothing = House(*[lambda *_arguments: None] * 7)
    office = Office(shell, path, nothing)
    office.show()
    office.window.resize(WIDTH, HEIGHT)
    return office


def places(desk: Desk, listing: Path | None = None) -> dict[str, str]:
    """What is chosen on a screen, where it is not what it begins with; *listing* is a list to be imported."""
    held = desk.services.papers.meeting(DocumentKind.MINUTES).key
    academy = next(one for one in desk.services.partners.list() if one.kind is PartnerKind.ACADEMIA)
    chosen = {WORK_LISTS: "as:activities", "members": "PRY", "session": held, "rules": "R5", "partners": academy.key}
    return chosen if listing is None else chosen | {"imports": f"file:{listing}"}


def voted_item(desk: Desk, meeting: str) -> str:
    """An item under which a vote was taken, the last item with a proposal where there was none."""
    files = sorted(desk.services.proposals.all(meeting), key=lambda file: len(file.votes))
    return files[-1].proposal.item


EVIDENCE = NewFile("report.pdf", b"%PDF-1.7" + bytes(182_000))
"""The file with an action of the plan."""


def show_work(desk: Desk, shown: Screen, meeting: str) -> None:
    """What somebody is at work on, where going to the screen does not show it."""
    if isinstance(shown, SessionScreen):
        shown.room.agenda.select(voted_item(desk, meeting))
    elif isinstance(shown, ImportsScreen):
        shown.list.select(MISSPELT)
    elif isinstance(shown, ActionPlansScreen):
        show_action(desk, shown)


def show_action(desk: Desk, shown: ActionPlansScreen) -> None:
    """The first action that is done, with the report that shows it; attached once."""
    done = next(line for line in shown.list.model.rows if line.state is PlanState.DONE)
    desk.services.attachments.attach(Holder(HolderKind.PLANNED_ACTION, done.key), None, [EVIDENCE])
    shown.refresh()
    shown.list.select(done.key)


def negotiate(desk: Desk, shown: SessionScreen, meeting: str) -> None:
    """A text under the item with a vote, and an amendment to it that is chosen."""
    item = voted_item(desk, meeting)
    put = desk.services.proposals.propose(meeting, item, *NEGOTIATED)
    words = Wording(AmendmentAct.REPLACES, "every year", "every two years")
    desk.services.amendments.move(put.key, Wording(AmendmentAct.ADDS, "a workshop", "[in each region]"), "PRY")
    one = desk.services.amendments.move(put.key, words, "MAR")
    shown.room.agenda.select(item)
    shown.room.texts.go_to(one.key)
    shown.room.show_acts()


def hold_election(desk: Desk, shown: SessionScreen, meeting: str) -> None:
    """A ballot of an election whose papers are being counted."""
    services = desk.services
    nominees = tuple(Nominee(state) for state in ("MAR", "PRY", "PRT", "KEN"))
    en, fr, es = (catalog(one).gettext(COMMITTEE_TITLE) for one in Language)
    title = Trilingual.final(en, fr, es)
    item = services.agendas.items(meeting)[0].item.key
    election = services.elections.open(NewElection(meeting, item, title, 3, nominees))
    ballot = services.ballots.open(election.key)
    for state in election.entitled[:4]:
        services.ballots.mark(ballot.key, state, Tick.RETURNED)
    page = shown.elections
    if shown.facts is not None:
        shown.keys[Key.ELECT].trigger()
        page.tally.setFocus()
        QTest.keyClicks(page.tally, "1234121213")


def show_corrections(desk: Desk, shown: MinutesScreen, meeting: str) -> None:
    """What members ask of the minutes, beside the statement that one of them wants to read otherwise."""
    book = desk.services.minutes
    minutes = book.minutes(meeting)
    if minutes is None:
        raise LookupError(meeting)
    own = next(one for one in book.requests.of(minutes.key) if one.request.text)
    shown.go_to(own.request.key)
    shown.pane.bring_in(shown.corrections)


def make_circulated(path: Path) -> None:
    """A sample in which the minutes of the last meeting circulate today, and members asked for corrections."""
    coming = [today() + timedelta(days=days) for days in range(365)]
    long_enough = [day for day in coming if calendar_for(day).last.closes_on <= today() - timedelta(days=ASKED_SINCE)]
    closed_on = calendar_for(long_enough[-1]).last.closes_on
    make_sample(path, long_enough[-1], min(today(), closed_on + timedelta(days=APPROVED_SOON)))


IN_THE_SESSION: Mapping[str, Callable[[Desk, SessionScreen, str], None]] = {
    ELECTIONS: hold_election,
    AMENDED: negotiate,
}
"""What is done in the session for a page that is no screen."""
NO_SCREENS: Mapping[str, str] = dict.fromkeys(IN_THE_SESSION, "session") | {CORRECTED: "minutes", WORK_LISTS: "imports"}
"""The pages that are no screens, with the screen that each shows; each in a register of its own."""


def work_at(page: str, desk: Desk, shown: Screen, meeting: str) -> None:
    """What is to be seen on the screen of a page."""
    if page in IN_THE_SESSION and isinstance(shown, SessionScreen):
        IN_THE_SESSION[page](desk, shown, meeting)
    elif page == CORRECTED and isinstance(shown, MinutesScreen):
        show_corrections(desk, shown, meeting)
    else:
        show_work(desk, shown, meeting)


def take(
    application: QApplication, shell: Shell, register: Path, wanted: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    """The pictures of the screens wanted, in the shell's language."""
    office = office_of(register, shell)
    settle(application)
    listing = register.with_name("focal-points.csv")
    listing.write_text(LIST, encoding="utf-8-sig")
    chosen = places(office.desk, listing)
    QTest.qWait(2 * PAUSE)  # until the window's list and its status line have their numbers
    for page in wanted:
        screen = NO_SCREENS.get(page, page)
        office.window.go(Place(screen, chosen.get(page, chosen.get(screen, ""))))
        settle(application)
        if office.window.shown is not None:
            work_at(page, office.desk, office.window.shown, chosen["session"])
            settle(application)
        yield page, picture(office.window)
    office.close()
    settle(application)


def main(folder: Path, *wanted: str) -> int:
    """Write the pictures of the screens *wanted*, of all where none is named; the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        register, circulated = Path(name) / "sample.nmirf", Path(name) / "circulated.nmirf"
        make_sample(register, today())
        if CORRECTED in (wanted or NO_SCREENS):
            make_circulated(circulated)
        settings = QSettings(str(Path(name) / "preferences.ini"), QSettings.Format.IniFormat)
        shell = make_shell(application, settings, InlineJobs())
        for language in Language:
            shell.memory.keep(replace(shell.memory.now, language=language, scheme=Scheme.LIGHT, text_percent=100))
            asked = wanted or (*SCREENS, *NO_SCREENS)
            screens = sorted(set(asked) - set(NO_SCREENS), key="imports".__eq__)  # once opened, it stays in the list
            taken = [take(application, shell, register, tuple(screens))] if screens else []
            for page in NO_SCREENS:
                if page in asked:
                    other = Path(name) / f"{page}-{language}.nmirf"
                    other.write_bytes((circulated if page == CORRECTED else register).read_bytes())
                    taken.append(take(application, shell, other, (page,)))
            for screen, content in chain(*taken):
                (folder / language / f"{screen}.png").write_bytes(content)
                print(f"{language}/{screen}.png {len(content)}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(bundled("resources/help"), *sys.argv[1:]))
