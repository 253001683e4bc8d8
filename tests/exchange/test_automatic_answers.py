"""Which subjects are those of programs that answer for somebody who is away, and which a person wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.exchange.automatic_answers import PREFIXES, sounds_automatic

AUTOMATIC = (
    "Absent du 3 au 14 août", "Absente du bureau", "Absent(e) du bureau", "Absent jusqu’au 5 janvier", "Absent",
    "Absent cette semaine", "Absence : retour lundi", "Absence", "Absence du lundi 3 au vendredi 7",
    "Absence du 1er au 3 juin", "Absence temporaire", "Absence pour congé", "Absence jusqu'à lundi",
    "Je suis absent du bureau", "Je suis actuellement en congé", "En congé jusqu’au 12", "En mission du 3 au 5 mai",
    "Message d'absence", "Réponse automatique : Agenda", "Notification d’absence", "Absent le 3 juin",
    "Ausente", "Ausente de la oficina", "Ausente del 3 al 14 de agosto", "Ausente hasta el lunes", "Ausente: María",
    "Ausencia de la oficina", "Ausencia temporal", "Ausencia por vacaciones", "Ausencia desde el 3 de junio",
    "Respuesta automática: Orden del día", "FUERA DE LA OFICINA", "De vacaciones hasta el 12 de enero",
    "Estoy fuera de la oficina", "Estoy ausente",
    "OOO: Agenda", "OOO", "[OOO] Agenda", "OoO until Monday", "Out of Office: Agenda", "Out of the office",
    "(Out of office)",
    "Absent until 3 June", "Absent from the office", "Absent from 3 to 7 June", "Absence from the office",
    "On leave until 12 January", "I am out of the office", "I'm currently on leave", "Automatic reply: Agenda",
    "[Auto-Reply] Agenda", "Autoreply", "Absence notice", "Away until Monday",
    "Abwesenheit", "Abwesenheitsnotiz: Tagesordnung", "Abwesend bis 3. Juni", "Automatische Antwort: Agenda",
    "Resposta automática: Agenda", "Risposta automatica: Agenda", "Automatisch antwoord: Agenda",
    "Automatiskt svar: Agenda", "Autosvar", "Автоматический ответ: Agenda", "自动答复: Agenda", "自動返信: Agenda",
    "رد تلقائي: Agenda", "[EXTERNAL] Out of office", "EXT: Absent du 3 au 5 mai",
)  # fmt: skip
BY_A_PERSON = (
    "Provisional agenda (NMIRF/2027/1)", "", "Re:", "Ordre du jour provisoire : ajout",
    "Absent from the list: Paraguay", "Absence of a quorum", "Absence of reservations", "Absent members: who may vote?",
    "Absentees", "Absences", "Absent du procès-verbal : le Paraguay", "Absence de quorum", "Absence du Paraguay",
    "Absence d’objection", "Absents de la liste", "Ausente de la lista: Paraguay", "Ausencia de quórum",
    "Ausencia de objeciones", "Ausentes de la lista", "Automatic replies are no acknowledgement",
    "Out of officer posts", "On leaves of the mission", "Réponse automatiquement traduite", "Oooh, thank you",
    "Received with thanks, I am on leave from Monday", "Agenda: out of office hours", "Vacation of the seat of Chile",
    "Away days of the Network", "Absent from the vote: 3 members", "En mission permanente", "Ausente del acta: Chile",
    "Accusé de réception – absence du 3 au 5 mai", "Absence de réponse au 3 juin", "Absent from item 3",
    "Absent from 3 of the votes",
    "Absence du point 3", "Absent du 3e point de l’ordre du jour : le Chili",
)  # fmt: skip
REPLIES = ("", "RE: ", "Re : ", "RÉP : ", "AW: ", "TR: ", "RV: ", "FW: ", "SV: ", "Re[2]: ", "RE: AW: ", "re:re:")


@pytest.mark.parametrize("subject", AUTOMATIC)
def test_a_program_that_answers_for_somebody_away_is_told_by_its_subject(subject: str) -> None:
    assert [one for one in REPLIES if not sounds_automatic(one + subject)] == []


@pytest.mark.parametrize("subject", BY_A_PERSON)
def test_what_a_person_wrote_of_an_absence_is_no_automatic_answer(subject: str) -> None:
    assert [one for one in REPLIES if sounds_automatic(one + subject)] == []


@given(
    st.sampled_from(AUTOMATIC), st.lists(st.sampled_from(PREFIXES), max_size=4), st.booleans(),
    st.sampled_from([":", " :", "\u00a0:", ": ", " : "]),
)  # fmt: skip
def test_neither_case_nor_prefixes_nor_spaces_hide_an_automatic_answer(
    subject: str, prefixes: list[str], large: bool, mark: str
) -> None:
    whole = "".join(f"{one}{mark}" for one in prefixes) + subject.replace(" ", "  ")
    assert sounds_automatic(whole.upper() if large else whole.lower())


@given(st.text(max_size=60))
def test_any_subject_is_read(subject: str) -> None:
    assert sounds_automatic(f"Absence of a quorum {subject}") is False
    assert isinstance(sounds_automatic(subject), bool)
    assert not sounds_automatic(f"Agenda {subject}")
