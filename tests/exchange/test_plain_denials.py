"""Whether an answer says plainly that what was sent did not arrive."""

import pytest

from nmirf_desktop.exchange.plain_denials import denies


@pytest.mark.parametrize(
    "text",
    [
        "We did not receive it. Please send the agenda again.\n\n-----Original Message-----\n> we received",
        "Dear colleagues,\n\nUnfortunately we have not yet received the provisional agenda.\n\nKind regards",
        "The document has not arrived.",
        "We haven't received your message. Could you send it again?",
        "Nous n’avons pas reçu l’ordre du jour provisoire annoncé.",
        "Madame,\n\nNous ne l’avons jamais reçu. Merci de le renvoyer.",
        "L’ordre du jour ne nous est pas parvenu.",
        "No hemos recibido la agenda provisional; el mensaje llegó sin anexo. ¿Podrían reenviarla?",
        "Estimada Secretaría:\n\nNo lo hemos recibido.",
        "El orden del día no nos ha llegado.",
    ],
)
def test_what_did_not_arrive_is_said_plainly(text: str) -> None:
    assert denies(text)


@pytest.mark.parametrize(
    "text",
    [
        "Received with thanks.",
        "We acknowledge receipt of the message, but could not open the attachment.",
        "We received the agenda, but we have not received the annex.",
        "We have not received the annex.",
        "We have not received a reply to our note.",
        "Have you not received our letter?",
        "If you have not received it, please tell us.",
        "Vous n’avez pas reçu notre lettre ?",
        "Nous n’avons pas reçu la pièce jointe.",
        "No hemos recibido respuesta a nuestra nota.",
        "Acusamos recibo del mensaje. Sin embargo, no pudimos abrir el archivo adjunto.",
        "I am away.\n> We did not receive it.",
        "",
    ],
)
def test_everything_else_has_to_be_read(text: str) -> None:
    assert not denies(text)


def test_what_a_wrapped_head_quotes_is_no_word_of_the_answer() -> None:
    quoted = "On Friday 27 November 2026 at 10:00, the Secretariat of the Network\nwrote:\nWe did not receive it."
    assert not denies(f"Thank you for your message.\n\n{quoted}")
    assert denies(f"We did not receive the agenda.\n\n{quoted}")
