"""An agenda that was agreed, sent or adopted: what may change in it still, and when it says that it is revised."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.documents.agenda import title
from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience, Meeting
from nmirf_desktop.domain.papers import AgendaPaper
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.readiness import PlacedText
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.text_kinds import TextKind
from tests.registers import OPENS, Desk, said, statements

Network = tuple[Desk, Meeting, AgendaItem]
DAY = datetime.timedelta(days=1)


@pytest.fixture
def desk(network: Network) -> Secretariat:
    return Secretariat(network[0].store, network[0].clock)


@pytest.fixture
def meeting(network: Network) -> str:
    return network[1].key


def title_of_first(desk: Secretariat, meeting: str) -> PlacedText:
    return next(one for one in desk.readiness.texts(meeting) if one.kind is TextKind.ITEM)


def sent(desk: Secretariat, meeting: str, on: datetime.date, audience: Audience = Audience.MEMBERS) -> None:
    desk.meetings.record_dispatch(AgendaDispatch("", meeting, sent_on=on, audience=audience))


def paper(desk: Secretariat, meeting: str, kind: DocumentKind, part: str | None = None) -> AgendaPaper:
    (content,) = desk.papers.contents(Request(kind, meeting, part=part))
    assert isinstance(content.paper, AgendaPaper)
    return content.paper


# -- revised -----------------------------------------------------------------------------------------------------------


def test_until_it_is_adopted_a_changed_agenda_is_a_revised_provisional_one(desk: Secretariat, meeting: str) -> None:
    item = replace(desk.agendas.items(meeting)[0].item, purpose=Purpose.ADOPTION)
    desk.agendas.save(item)
    desk.meetings.note_agreement(meeting, datetime.date(2026, 11, 12))
    assert desk.agenda_versions.standing(meeting).form is AgendaForm.PROVISIONAL
    desk.agendas.save(replace(item, title=said("Something else")))
    assert desk.agenda_versions.standing(meeting).form is AgendaForm.REVISED
    version = desk.agenda_versions.keep(meeting, OPENS)
    for part in (None, version.key):
        plain = paper(desk, meeting, DocumentKind.AGENDA, part)
        assert [title(plain, catalog(language)) for language in Language] == [
            "Revised provisional agenda", "Ordre du jour provisoire révisé", "Agenda provisional revisada",
        ]  # fmt: skip
        item_of_it = plain.masthead.item
        assert [item_of_it.en, item_of_it.fr, item_of_it.es] == [
            "Item 1 of the revised provisional agenda", "Point 1 de l’ordre du jour provisoire révisé",
            "Tema 1 de la agenda provisional revisada",
        ]  # fmt: skip
    desk.meetings.note_adoption(meeting, OPENS)
    assert title(paper(desk, meeting, DocumentKind.ADOPTED), catalog(Language.EN)) == "Agenda"
    assert not paper(desk, meeting, DocumentKind.ADOPTED).masthead.item


def test_how_an_agenda_stands_is_read_as_often_for_many_changes_as_for_few(desk: Secretariat, meeting: str) -> None:
    for number in range(12):
        desk.agendas.add(AgendaItem(f"i{number}", meeting, number + 1, said(f"Topic {number}")))
    desk.meetings.note_agreement(meeting, datetime.date(2026, 11, 12))
    sent(desk, meeting, OPENS)

    def asked() -> int:
        with statements(desk.store) as found:
            assert desk.agenda_versions.standing(meeting).form is AgendaForm.REVISED
        return len(found)

    first, *others = [one.item for one in desk.agendas.items(meeting)]
    desk.agendas.save(replace(first, title=said("Other")))
    few = asked()
    for one in others:
        desk.agendas.save(replace(one, title=said("Other")))
    assert asked() == few


# -- adopted -----------------------------------------------------------------------------------------------------------


def test_texts_do_not_rewrite_an_adopted_title(desk: Secretariat, meeting: str) -> None:
    desk.meetings.note_adoption(meeting, OPENS)
    place = title_of_first(desk, meeting)
    with pytest.raises(Refusal, match="has adopted this agenda"):
        desk.texts.write(place, place.text.with_text(Language.EN, "Another one"))
    assert title_of_first(desk, meeting).text == place.text


def test_what_was_missing_in_an_adopted_title_is_written_and_put_right(desk: Secretariat, meeting: str) -> None:
    item = desk.agendas.items(meeting)[0].item
    desk.agendas.save(replace(item, title=Trilingual(en="Opening")))
    desk.meetings.note_adoption(meeting, OPENS)
    for text in ("Ouver", "Ouverture"):
        place = title_of_first(desk, meeting)
        desk.texts.write(place, place.text.with_text(Language.FR, text))
    assert title_of_first(desk, meeting).text.fr == "Ouverture"
    assert paper(desk, meeting, DocumentKind.ADOPTED).items[0].title.fr == "Ouverture"


def test_sending_an_adopted_agenda_leaves_it_adopted(desk: Secretariat, meeting: str) -> None:
    item = desk.agendas.items(meeting)[0].item
    desk.meetings.note_adoption(meeting, OPENS)
    desk.agendas.save(replace(item, duration=77, annotation=said("More")))
    sent(desk, meeting, OPENS, Audience.OBSERVERS)
    standing = desk.agenda_versions.standing(meeting)
    assert standing.adopted
    assert [one.form for one in standing.versions] == [AgendaForm.ADOPTED, AgendaForm.ADOPTED]


def test_as_adopted_prints_what_was_adopted(desk: Secretariat, meeting: str) -> None:
    desk.meetings.note_adoption(meeting, OPENS)
    desk.agenda_versions.reopen(meeting, OPENS)
    item = desk.agendas.items(meeting)[0].item
    desk.agendas.save(replace(item, title=said("Something else")))
    adopted = paper(desk, meeting, DocumentKind.ADOPTED)
    assert (adopted.form, adopted.adopted_on) == (AgendaForm.ADOPTED, OPENS)
    assert [one.title.en for one in adopted.items] == [item.title.en]
    assert paper(desk, meeting, DocumentKind.AGENDA).form is AgendaForm.REVISED


def test_a_completed_version_has_the_day_of_the_adoption(desk: Secretariat, network: Network, meeting: str) -> None:
    desk.meetings.note_adoption(meeting, OPENS)
    item = desk.agendas.items(meeting)[0].item
    desk.agendas.save(replace(item, duration=20))
    network[0].clock.forward(60 * 24 * 10)
    version = desk.agenda_versions.keep(meeting, OPENS + 10 * DAY)
    assert paper(desk, meeting, DocumentKind.ADOPTED, version.key).adopted_on == OPENS


# -- revised -----------------------------------------------------------------------------------------------------------


def test_a_translation_and_a_duration_after_the_sending_are_no_revision(desk: Secretariat, meeting: str) -> None:
    item = desk.agendas.items(meeting)[0].item
    desk.agendas.save(replace(item, title=Trilingual(en="Opening")))
    sent(desk, meeting, OPENS - 60 * DAY)
    item = desk.agendas.items(meeting)[0].item
    desk.agendas.save(replace(item, title=item.title.with_text(Language.FR, "Ouverture"), duration=10))
    sent(desk, meeting, OPENS - 5 * DAY, Audience.OBSERVERS)
    standing = desk.agenda_versions.standing(meeting)
    assert standing.revised is None
    assert {one.form for one in standing.versions} == {AgendaForm.PROVISIONAL}


def test_an_item_added_after_the_last_day_shows_at_once(desk: Secretariat, meeting: str) -> None:
    sent(desk, meeting, OPENS - 60 * DAY)
    assert desk.agenda_versions.standing(meeting).revised is None
    desk.agendas.insert(meeting)
    assert desk.agenda_versions.standing(meeting).revised == OPENS


def test_what_is_put_right_after_the_meeting_is_not_late(desk: Secretariat, network: Network, meeting: str) -> None:
    sent(desk, meeting, OPENS - 60 * DAY)
    network[0].clock.forward(60 * 24 * 30)
    desk.agendas.insert(meeting)
    assert desk.agenda_versions.standing(meeting).revised is None


@pytest.mark.parametrize("retitled", [False, True])
def test_a_version_and_the_paper_agree_on_whether_it_is_revised(
    desk: Secretariat, meeting: str, retitled: bool
) -> None:
    desk.meetings.note_agreement(meeting, OPENS - 70 * DAY)
    item = desk.agendas.items(meeting)[0].item
    changed = replace(item, title=said("Other directions")) if retitled else replace(item, duration=99)
    desk.agendas.save(changed)
    before = paper(desk, meeting, DocumentKind.AGENDA).form
    sent(desk, meeting, OPENS - 60 * DAY)
    forms = [one.form for one in desk.agenda_versions.standing(meeting).versions]
    assert forms[-1] is before is (AgendaForm.REVISED if retitled else AgendaForm.PROVISIONAL)
    assert paper(desk, meeting, DocumentKind.AGENDA).form is before


# -- depth and files ---------------------------------------------------------------------------------------------------


def test_an_agenda_has_eight_levels_at_most(desk: Secretariat, meeting: str) -> None:
    for _step in range(8):
        key = desk.agendas.insert(meeting)
        for _level in range(7):
            keys = [one.item.key for one in desk.agendas.items(meeting)]
            if desk.agendas.items(meeting)[keys.index(key)].level < keys.index(key):
                desk.agendas.indent(meeting, [key])
    assert max(one.level for one in desk.agendas.items(meeting)) == 7
    key = desk.agendas.insert(meeting)
    for _level in range(7):
        desk.agendas.indent(meeting, [key])
    before = desk.agendas.items(meeting)
    with pytest.raises(Problem, match="levels at most"):
        desk.agendas.indent(meeting, [key])
    assert desk.agendas.items(meeting) == before
    desk.agendas.outdent(meeting, [key])
    assert next(one.level for one in desk.agendas.items(meeting) if one.item.key == key) == 6


def test_an_item_with_a_file_stays(desk: Secretariat, meeting: str) -> None:
    key = desk.agendas.insert(meeting)
    desk.attachments.attach(Holder(HolderKind.AGENDA_ITEM, key), None, [NewFile("a.txt", b"x")])
    with pytest.raises(Problem, match="file is attached"):
        desk.agendas.remove(meeting, [key])
    assert key in {one.item.key for one in desk.agendas.items(meeting)}
