"""Which answers say plainly that a message arrived: only those are ticked before anybody has read them."""

import pytest

from nmirf_desktop.exchange.plain_answers import acknowledges

QUOTED = "\n\nOn 27 Nov 2026, the Secretariat wrote:\n> Please acknowledge receipt by replying to this message."


@pytest.mark.parametrize(
    "text",
    [
        "Received", "Received, with thanks.", "Thank you.", "Well noted", "We acknowledge receipt of your message.",
        "Reçu", "Bien reçu, merci.", "J’accuse réception de votre message.", "Nous vous remercions de votre envoi.",
        "Recibido", "Recibido, gracias.", "Acusamos recibo de su nota.", "Muchas gracias",
    ],
)  # fmt: skip
def test_who_says_that_it_came_acknowledges(text: str) -> None:
    assert acknowledges(text)
    assert acknowledges(f"Dear colleagues,\n\n{text}\n\nBest regards\nA. B.{QUOTED}")


@pytest.mark.parametrize(
    "text",
    [
        "", "OK", "We did not get it.", "Thank you, but the attachment cannot be opened. Please send it again.",
        "Thanks for your message. I am out of the office until Monday.", "I am on leave; thank you for your patience.",
        "We haven’t received the agenda.", "When will it be received?", "Thank you. The file is empty.",
        "Nous n’avons rien reçu.", "Nous ne l’avons pas reçu.", "Merci de nous renvoyer le document.",
        "Merci pour votre message. Je suis absente du bureau.", "Pièce jointe illisible, merci.",
        "No lo hemos recibido.", "Gracias, pero el archivo no se abre.", "Le agradeceríamos que lo reenvíe.",
        "Gracias por su mensaje. Estoy fuera de la oficina.", "El anexo llegó vacío.",
    ],
)  # fmt: skip
def test_who_says_that_it_did_not_come_or_is_away_or_says_nothing_of_it_does_not(text: str) -> None:
    assert not acknowledges(text)
    assert not acknowledges(f"{text}{QUOTED}")


def test_what_an_answer_quotes_is_not_said_by_it() -> None:
    quoted = "We will see.\n\nFrom: Secretariat\nSent: Friday\nSubject: Agenda\n\nPlease acknowledge receipt."
    assert not acknowledges(quoted)


def test_what_a_server_puts_under_an_answer_does_not_change_it() -> None:
    warning = "\n--\nIf you are not the intended recipient, delete this message."
    assert acknowledges(f"Received, thank you.{warning}")
