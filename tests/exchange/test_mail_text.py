"""What an e-mail says is shown plain and bounded, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.exchange.mail_text import FIRST_WORDS, LONGEST_LINE, MOST_LINES, MailText, mail_text
from tests.exchange.test_mail import HEAD, PLAIN, attached, mixed, nested

MOST = 1_000_000


def text(part: bytes) -> str:
    return mail_text("mail.eml", HEAD + part, MOST).text


def test_a_message_says_who_wrote_about_what_and_its_text() -> None:
    said = mail_text("mail.eml", PLAIN, MOST)
    assert said.sender == "Mission permanente à Genève <mission@py.example.org>"
    assert said.subject == "Désignation du point focal"
    assert said.text == "Please find attached."


def test_the_plain_text_is_preferred_and_a_page_is_read_without_its_markup() -> None:
    page = (
        b"Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>T</title><style>p {}</style></head>"
        b"<body><!-- not seen --><p>I cannot open<br>the attach&shy;ment &amp; more</p><script>alert(1)</script>"
        b"<p>Yours</p></body></html>"
    )
    assert text(page) == "I cannot open\nthe attachment & more\n\nYours"
    both = mixed(b"Content-Type: text/plain\r\n\r\nPlain.", page)
    assert mail_text("mail.eml", both, MOST).text == "Plain."


def test_an_attachment_is_no_text() -> None:
    file = b'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\nNot this.'
    inner = b"Content-Type: message/rfc822\r\n\r\n" + PLAIN
    assert mail_text("mail.eml", mixed(file, inner, attached(b"=a.pdf", b"%PDF")), MOST).text == ""


def test_its_letters_are_those_of_its_charset_or_as_near_as_can_be() -> None:
    assert text(b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\nRe\xe7u") == "Reçu"
    assert text(b"Content-Type: text/plain; charset=none-such\r\n\r\nRe\xc3\xa7u") == "Reçu"


def test_what_cannot_be_seen_is_left_out_and_a_long_text_is_cut() -> None:
    assert text(b"Content-Type: text/plain; charset=utf-8\r\n\r\na\xe2\x80\xaeb\x07c") == "abc"
    long = text(b"Content-Type: text/plain\r\n\r\n" + b"line\r\n" * 10_000)
    assert long.count("\n") == MOST_LINES
    assert long.endswith("…")
    assert len(text(b"Content-Type: text/plain\r\n\r\n" + b"a" * 5_000)) == LONGEST_LINE + 1


def test_the_first_words_leave_out_what_is_quoted() -> None:
    said = MailText("", "", "Received, thanks.\n\n> The Secretariat has the honour\n> to transmit\nMoni")
    assert said.first_words == "Received, thanks. Moni"
    assert len(MailText("", "", "a" * 1_000).first_words) == FIRST_WORDS + 1


def test_what_is_no_message_says_nothing() -> None:
    assert mail_text("mail.eml", b"%PDF-1.7", MOST) == MailText()
    assert mail_text("mail.eml", nested(200), MOST) == MailText()


@pytest.mark.parametrize("piece", [b"<", b"<style>", b"<!--", b"&", b"<p", b"&#x"])
def test_what_a_hostile_page_begins_with_is_read(piece: bytes) -> None:
    """With patterns that begin anew at each sign it would not be read within a day."""
    said = text(b"Content-Type: text/html\r\n\r\n<b>begin</b> " + piece * (MOST // 2 // len(piece)))
    assert said == "begin" or said.startswith(f"begin {piece.decode()}")


@given(st.binary(max_size=400))
def test_no_bytes_break_it(content: bytes) -> None:
    mail_text("mail.eml", HEAD + b"Content-Type: text/html\r\n" + content, MOST)
    mail_text("mail.eml", HEAD + content, MOST)
