"""What a document lacks leads to the screen where it is written, whatever kind of thing it belongs to."""

from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain import gaps
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.invitations import COMING
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.mistold import texts_of_another
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
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from tests import samples
from tests.documents import records
from tests.ui.screens.offices import held, shown, texts


@pytest.mark.parametrize("subject", list(Subject))
def test_every_kind_of_thing_has_a_screen_where_its_texts_are_written(subject: Subject) -> None:
    text = Trilingual("Legal adviser")
    place = place_of(Gap(Phrase("Function"), text, Language.FR, TextState.MISSING, subject, "record"))
    assert place.screen in SCREENS
    assert place.key == "record"


def test_a_text_of_the_record_leads_to_where_it_is_written_in_its_language() -> None:
    """It led to the room, at whatever item that stood."""
    facts = records.meeting()
    decision, vote = facts.decisions[0], replace(facts.votes[0], proposal=None, question=Trilingual("Close?"))
    lacking = replace(facts, decisions=(replace(decision, title=Trilingual("Plan"), text=Trilingual("Decides.")),))
    places = [place_of(gap) for gap in gaps.of_decisions(lacking) if gap.language is Language.FR]
    assert places == [Place("texts", f"{decision.proposal}.{field}", "fr") for field in ("title", "text")]
    asked = [place_of(gap) for gap in gaps.of_votes(facts, (vote,)) if gap.language is Language.ES]
    assert asked == [Place("texts", f"{vote.key}.question", "es")]
    foreign = texts_of_another(gaps.decided_texts(lacking), lambda _text, _language: Language.EN)
    assert {place_of(gap).screen for gap in foreign} == {"texts"}


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
