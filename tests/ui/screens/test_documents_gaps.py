"""What a document lacks leads to the screen where it is written, whatever kind of thing it belongs to."""

from pathlib import Path

import pytest

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.invitations import COMING
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.participants import Delegate
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.gap_places import place_of
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from tests import samples
from tests.ui.screens.offices import held, shown, texts


@pytest.mark.parametrize("subject", list(Subject))
def test_every_kind_of_thing_has_a_screen_where_its_texts_are_written(subject: Subject) -> None:
    text = Trilingual("Legal adviser")
    place = place_of(Gap(Phrase("Function"), text, Language.FR, TextState.MISSING, subject, "record"))
    assert place.screen in SCREENS
    assert place.key == "record"


def test_a_delegate_with_a_function_in_one_language_is_a_gap_with_a_link(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, language: CurrentLanguage, alerts: Alerts
) -> None:
    path = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")
    with open_register(path, author="coordinator") as store:
        desk = Secretariat(store)
        meeting = desk.meetings.current(samples.ON)
        assert meeting is not None
        line = next(
            one for one in desk.invitations.guests(meeting.key).lines if one.state and one.invitee.answer in COMING
        )
        jane = Person("jane", Trilingual("Legal adviser"), line.invitee.state, "Jane", "Doe")
        desk.invitations.delegate(line.key, (*line.delegates, Delegate("d", line.key, jane.key)), (jane,))
        with held(DocumentsScreen(desk, InlineJobs(), language, alerts)) as screen:
            store.subscribe(ChangeFeed(screen).announce)
            shown(screen, samples.ON)
            screen.go_to(f"{DocumentKind.PARTICIPANTS}:{meeting.key}")
            assert "function of Jane DOE" in texts(screen)
