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
        "Nous vous remercions de l’envoi de l’ordre du jour.", "Merci de nous avoir transmis les documents.",
        "Agradecemos el envío de la nota.", "Merci de votre lettre.", "Thank you for the documents.",
        "Je vous remercie d’avoir envoyé l’ordre du jour.", "Merci pour cette note.",
        "Bien reçu. Je vous prie d’agréer, Madame, l’expression de ma considération.",
        "Recibido. Le agradecemos su atención.",
        "Acusamos recibo de la nota remitida.", "Thank you for what you provided.",
        "We would like to acknowledge receipt.",
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
        "Merci de nous envoyer les documents en espagnol.", "Nous vous remercions de nous faire parvenir l’annexe.",
        "Merci de bien vouloir nous transmettre les pièces jointes.", "Merci de me les adresser par la poste.",
        "Je vous remercie de bien vouloir les mettre en ligne.", "Merci d’adresser les documents à M. Kofi.",
        "Nous vous remercierions de nous les remettre.", "Je vous saurais gré de les remettre, merci d’avance.",
        "Agradeceríamos que nos enviaran los documentos.", "Agradeceremos remitir los documentos en inglés.",
        "Les agradecemos enviar la versión en español.", "Agradecería recibir el anexo.", "Le agradezco que lo remita.",
        "Mucho agradeceré hacernos llegar la nota.", "Gracias de antemano.", "Gracias por enviarnos los documentos.",
        "We look forward to the receipt of the documents.", "Thank you for your message. I have left the Ministry.",
        "Thank you in advance for sending the annex.", "We would be thankful to receive the annex. Thank you.",
        "Kindly provide the annex. Thanks.", "Gracias por su mensaje. Estoy fuera de la oficina.",
        "El anexo llegó vacío.",
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


def test_what_stands_beyond_what_is_read_leaves_it_unsure() -> None:
    """A doubt in the ninth line was read by nobody."""
    lines = "\n".join(f"Line {number} of the letter." for number in range(8))
    assert not acknowledges(f"Thank you.\n{lines}\nHowever annex II does not open.")
    assert not acknowledges(f"Thank you.\n{lines}\nBest regards")
    assert not acknowledges(f"Thank you. {'We have read the agenda with interest. ' * 20}The annex is in Spanish.")
    assert acknowledges(f"Thank you.\n{lines[:60]}{QUOTED}\n" + "> quoted\n" * 40)


@pytest.mark.parametrize(
    "head",
    [
        "*From:* Secretariat <s@example.org>\n*Subject:* Agenda", "**De :** Secrétariat",
        "Le ven. 27 nov. 2026 à 10:00, Secretariat of the Network <secretariat@example.org> a\nécrit :",
        "On Fri, 27 Nov 2026 at 10:00, Secretariat of the Network <\nsecretariat@example.org> wrote:",
        "El vie, 27 nov 2026 a las 10:00, Secretaría de la Red (<secretariat@example.org>)\nescribió:",
        "Le ven. 27 nov. 2026 à 10:00, Secretariat of the Network\n<secretariat@example.org>\na écrit :",
    ],
)  # fmt: skip
@pytest.mark.parametrize("own", ["OK", "I will check."])
def test_our_own_words_below_a_head_that_is_wrapped_or_bold_are_not_the_answer(head: str, own: str) -> None:
    assert not acknowledges(f"{own}\n\n{head}\n\nPlease acknowledge receipt. Veuillez accuser réception.")
    assert acknowledges(f"Received.\n\n{head}\n\nPlease say if it does not open.")
