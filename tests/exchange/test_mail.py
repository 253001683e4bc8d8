"""Saved e-mails: what they say of themselves and bring; no bytes, however made, cost time or break anything."""

import base64
import datetime
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.attachments import LARGEST
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.mail import DEEPEST, MOST_FILES, MOST_LINES, Mail, read_mail
from nmirf_desktop.i18n import Language, catalog

HEAD = (
    b"Received: from mail.example.org by desk.example.org; Tue, 3 Mar 2026 08:00:00 +0100\r\n"
    b"Received: from far.example.org by mail.example.org; Mon, 2 Mar 2026 23:30:00 -0400\r\n"
    b"Date: Mon, 2 Mar 2026 23:20:00 -0400\r\n"
    b"From: =?utf-8?q?Mission_permanente_=C3=A0_Gen=C3=A8ve?= <mission@py.example.org>\r\n"
    b"Subject: =?iso-8859-1?q?D=E9signation_du?=\r\n =?utf-8?b?IHBvaW50IGZvY2Fs?=\r\n"
    b"MIME-Version: 1.0\r\n"
)
PLAIN = HEAD + b"Content-Type: text/plain\r\n\r\nPlease find attached.\r\n"


def mixed(*parts: bytes, head: bytes = HEAD) -> bytes:
    """An e-mail of parts."""
    body = b"".join(b"--edge\r\n" + part + b"\r\n" for part in parts)
    return head + b'Content-Type: multipart/mixed; boundary="edge"\r\n\r\n' + body + b"--edge--\r\n"


def attached(name: bytes, content: bytes) -> bytes:
    """A part that is an attached file."""
    return (
        b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Disposition: attachment; filename" + name + b"\r\n\r\n" + base64.encodebytes(content)
    )


def nested(depth: int) -> bytes:
    """Parts within parts."""
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (number, number) for number in range(depth)
    )
    return HEAD + parts + b"Content-Type: text/plain\r\n\r\nthere\r\n"


def refused(content: bytes) -> str:
    with pytest.raises(Problem) as problem:
        read_mail("mail.eml", content)
    said = {problem.value.said_in(catalog(language)) for language in Language}
    assert len(said) == 3
    assert all("mail.eml" in sentence for sentence in said)
    return problem.value.said_in(catalog(Language.EN))


# What is read


def test_an_e_mail_says_when_it_came_from_whom_and_about_what() -> None:
    mail = read_mail("mail.eml", mixed(b"Content-Type: text/plain\r\n\r\nHello", attached(b"=letter.pdf", b"%PDF-1")))
    assert mail.received == datetime.datetime(2026, 3, 3, 7, tzinfo=datetime.UTC)
    assert mail.day(datetime.UTC) == datetime.date(2026, 3, 3)
    assert mail.sender == "Mission permanente à Genève <mission@py.example.org>"
    assert mail.subject == "Désignation du point focal"
    assert [(one.name, one.content) for one in mail.files] == [("letter.pdf", b"%PDF-1")]


def test_without_a_servers_note_the_day_is_that_of_writing_in_the_readers_zone() -> None:
    mail = read_mail("mail.eml", PLAIN.partition(b"Received: from far")[2].partition(b"\r\n")[2])
    assert mail.day(datetime.UTC) == datetime.date(2026, 3, 3)
    assert mail.day(datetime.timezone(-datetime.timedelta(hours=4))) == datetime.date(2026, 3, 2)


@pytest.mark.parametrize(
    "date",
    [
        *(b"yesterday", b"Mon, 99 Mar 2026", b"", b"Fri, 31 Dec 9999 23:00:00 -2300", b"\xff" * 9),
        b"Wed, 01 Jul 202609065755 10:00:00 +0200",
        *(b"Sat, 1 Jul 2926 10:00:00 +0200", b"Mon, 1 Jan 1900 10:00:00 +0000"),
    ],
)
def test_a_day_that_is_none_is_not_guessed(date: bytes) -> None:
    assert read_mail("mail.eml", b"Subject: x\r\nDate: " + date + b"\r\n\r\n").day(datetime.UTC) is None


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (b'="../../.ssh/authorized_keys"', "authorized_keys"),
        (b'="C:\\\\Users\\\\desk\\\\letter.pdf"', "letter.pdf"),
        (b"*=utf-8''d%C3%A9signation.pdf", "désignation.pdf"),
        (b'="=?utf-8?q?d=C3=A9signation=2Epdf?="', "désignation.pdf"),
        (b'="letter\xe2\x80\xaefdp.exe"', "letterfdp.exe"),
        (b'="nul.pdf"', "_nul.pdf"),
        (b"*0=long; filename*1=er.pdf", "longer.pdf"),
    ],
)
def test_the_name_of_a_file_in_it_is_safe(name: bytes, kept: str) -> None:
    (file,) = read_mail("mail.eml", mixed(attached(name, b"x"))).files
    assert file.name == kept


def test_pictures_in_the_text_and_the_text_itself_are_no_files() -> None:
    html = b"Content-Type: text/html\r\n\r\n<img src=cid:logo><script>alert(1)</script>"
    logo = b"Content-Type: image/png\r\nContent-ID: <logo>\r\nContent-Disposition: inline; filename=logo.png\r\n\r\nPNG"
    assert read_mail("mail.eml", mixed(html, logo)).files == ()
    assert read_mail("mail.eml", HEAD + b"Content-Type: text/html\r\n\r\n<b>hello</b>").files == ()


def test_an_e_mail_in_an_e_mail_is_a_file_named_by_its_subject() -> None:
    inner = b"Content-Type: message/rfc822\r\n\r\nSubject: Nota 12/2026\r\nFrom: a@example.org\r\n\r\nbody"
    (file,) = read_mail("mail.eml", mixed(inner)).files
    assert file.name == "Nota 12-2026.eml"
    assert read_mail(file.name, file.content).subject == "Nota 12/2026"


def test_a_header_in_disguise_stays_in_its_line() -> None:
    for header in (b"Subject", b"From"):
        value = b"=?utf-8?b?" + base64.b64encode("x\r\nBcc: y@example.org\u202e".encode()) + b"?="
        mail = read_mail("mail.eml", header + b": " + value + b"\r\nDate: x\r\n\r\n")
        assert not {"\r", "\n", "\u202e"} & set(mail.subject + mail.sender)


@pytest.mark.parametrize(
    "part",
    [
        b"Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n!!! no base64 !",
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Disposition: attachment\r\n\r\n=ZZ=\r\n=",
        b"Content-Transfer-Encoding: x-uuencode\r\nContent-Disposition: attachment\r\n\r\nbegin 666 a\r\nZZZZ\r\nend",
        b"Content-Type: text/plain; charset=klingon\r\nContent-Disposition: attachment\r\n\r\nx",
        b"Content-Type: multipart/mixed\r\nContent-Disposition: attachment\r\n\r\nno edge",
        b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\nU3ViamVjdDogeA==",
        b'Content-Type: message/external-body; access-type=URL; URL="http://example.org"\r\n\r\n',
        b"Content-Disposition: attachment; filename*=utf-8''%ff%fe%00; filename*9=x\r\n\r\nx",
    ],
)
def test_a_part_in_a_broken_form_breaks_nothing(part: bytes) -> None:
    mail = read_mail("mail.eml", mixed(part, attached(b"=letter.pdf", b"%PDF-1")))
    assert mail.subject == "Désignation du point focal"
    assert mail.files[-1].name == "letter.pdf"


# What is refused


def test_what_is_no_e_mail_is_said_in_each_language() -> None:
    assert refused(b"\x89PNG\r\n\x1a\n" + bytes(range(256))) == (
        "“mail.eml” is not an e-mail that can be read. Nothing was changed; attach it as any other file."
    )
    refused(b"")
    refused(b"To: somebody@example.org\r\n\r\n")


def test_what_is_too_large_too_deep_or_in_too_many_parts_is_refused_before_it_costs_time() -> None:
    refused(PLAIN + b"a" * LARGEST)
    refused(PLAIN + b"\n" * (2 * MOST_LINES + 1))
    refused(nested(DEEPEST + 1))
    refused(nested(50_000))
    refused(mixed(*[attached(b"=a.pdf", b"x")] * 10_000))
    refused(HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 3_000)


def test_long_headers_are_read_to_a_bound() -> None:
    for value in (
        b"(" * 3_000_000,
        b'x="\\;' * 1_000_000,
        b"<a@b>," * 500_000,
        b"=?utf-8?q?" * 300_000,
        b"\r\n " * 300_000,
    ):
        for header in (b"From", b"Subject", b"Date", b"Content-Type", b"Content-Disposition"):
            with suppress(Problem):  # the kind of a part may be what cannot be read
                mail = read_mail("mail.eml", b"Subject: x\r\n" + header + b": " + value + b"\r\n\r\n")
                assert len(mail.sender) <= 300


def test_of_very_many_files_the_first_are_read() -> None:
    files = read_mail("mail.eml", mixed(*[attached(b"=a.pdf", b"x")] * 300)).files
    assert len(files) == MOST_FILES


# Whatever bytes


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.integers(0, len(PLAIN)), st.booleans())
def test_any_bytes_are_an_e_mail_or_refused(noise: bytes, place: int, headers: bool) -> None:
    content = HEAD * headers + PLAIN[:place] + noise + PLAIN[place:]
    try:
        mail = read_mail("mail.eml", content)
    except Problem:
        return
    assert isinstance(mail, Mail)
    assert mail.day(datetime.UTC) is None or mail.received is not None
    assert len((mail.subject + mail.sender).splitlines()) <= 1


_TOKENS = st.sampled_from(
    [b"Content-Type: ", b"multipart/mixed; ", b"message/rfc822", b'boundary="edge"', b"--edge", b"--edge--", b"\r\n",
     b"\r\n\r\n", b"\n", b"\r", b"Content-Disposition: attachment; filename=", b'"', b"=?utf-8?b?", b"?=", b";", b"*=",
     b"utf-8''%", b"Content-Transfer-Encoding: base64", b"<", b"(", b"@", b"\x00", b"\xff", b"multipart/digest", b"a"]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(_TOKENS, max_size=60))
def test_any_order_of_what_e_mails_are_made_of_is_an_e_mail_or_refused(tokens: list[bytes]) -> None:
    try:
        mail = read_mail("mail.eml", HEAD + b"".join(tokens))
    except Problem:
        return
    assert all(file.content and file.name for file in mail.files)
