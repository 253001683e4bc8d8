"""Messages ready to be sent: read by two libraries that know nothing of each other, whatever stands in a field."""

import datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage

import pytest
from fast_mail_parser import parse_email
from hypothesis import given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.people import in_ascii, writable
from nmirf_desktop.exchange.outgoing_mail import Letter, Mailbox, enclosed, message_id, written
from nmirf_desktop.i18n import Language

AT = datetime.datetime(2026, 10, 20, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-3)))
SENDER = Mailbox("secretariat@example.org", "Réseau International des MNMRS")
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
HEADS = {
    "From", "To", "Bcc", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type",
}  # fmt: skip
TEXT = "Madame, Monsieur,\n\nBien à vous"
NAMES = st.text(max_size=80)
SCRIPTS = (
    "Пётр Чайковский", "李小龍", "محمد", "Ηρακλής", "नरेन्द्र", "Ñandú; Śląsk",
    'O’Brien, "Pat" <x@y.z>',
)  # fmt: skip


def letter(**other: object) -> Letter:
    """A message with one document."""
    usual = {
        "key": "a-key", "at": AT, "sender": SENDER, "subject": "Ordre du jour", "text": TEXT,
        "language": Language.FR, "to": (Mailbox("fp@example.org", "Focal point"),), "files": (enclosed("a.pdf", PDF),),
    }  # fmt: skip
    return Letter(**(usual | other))  # type: ignore[arg-type]


def read(content: bytes) -> EmailMessage:
    """A message as the standard library reads it."""
    found = message_from_bytes(content, policy=policy.default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_name_in_any_script_arrives_as_it_is(name: str) -> None:
    content = written(letter(to=(Mailbox("fp@example.org", name),), subject=name))
    message, other = read(content), parse_email(content)
    assert message["To"].addresses[0].display_name == name
    assert message["To"].addresses[0].addr_spec == "fp@example.org"
    assert message["Subject"] == name
    assert other.subject == name


def test_an_independent_library_finds_the_text_and_the_document() -> None:
    other = parse_email(written(letter()))
    assert [one.filename for one in other.attachments] == ["a.pdf"]
    assert other.attachments[0].content == PDF
    assert other.text_plain[0].replace("\r\n", "\n").strip() == TEXT
    assert other.date == "Tue, 20 Oct 2026 09:30:00 -0300"


def test_two_libraries_find_each_of_several_documents_whole() -> None:
    documents = {"a.pdf": PDF, "empty.pdf": b"", "Ordre du jour é.pdf": b"--=_ x\r\n" * 50, "one.pdf": b"%"}
    files = tuple(enclosed(name, content) for name, content in documents.items())
    for key, text in (("a-key", TEXT), ("another", "--=_ in the text\n--")):
        content = written(letter(key=key, text=text, files=files))
        assert {one.filename: one.content for one in parse_email(content).attachments} == documents
        message = read(content)
        assert {one.get_filename(): one.get_content() for one in message.iter_attachments()} == documents
        body = message.get_body()
        assert body is not None
        assert body.get_content().replace("\r\n", "\n").strip() == text


@settings(max_examples=150, deadline=None)
@given(name=NAMES, subject=NAMES, text=st.text(max_size=300))
def test_no_field_can_start_a_header_or_a_part(name: str, subject: str, text: str) -> None:
    content = written(letter(to=(Mailbox("fp@example.org", name),), subject=subject, text=text))
    message = read(content)
    assert {key for key, _ in message.items()} == HEADS - {"Bcc"}
    assert [one.addr_spec for one in message["To"].addresses] == ["fp@example.org"]
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "application/pdf"]
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "text", ["a\r\nBcc: all@example.org", "a\nX-Evil: 1", "a\r\n\r\n<html>", "a\x00b\u2028Cc: x@y.z"]
)
def test_a_line_that_looks_like_a_header_is_none(text: str) -> None:
    content = written(letter(to=(Mailbox("fp@example.org", text),), subject=text))
    assert {key for key, _ in read(content).items()} == HEADS - {"Bcc"}
    assert not any(line.lower().startswith((b"bcc:", b"cc:", b"x-evil:")) for line in content.split(b"\r\n"))
    assert "\n" not in read(content)["Subject"]


def test_a_long_subject_is_folded_and_whole() -> None:
    subject = "Provisional agenda of the second annual meeting of the Network " * 20
    content = written(letter(subject=subject))
    assert read(content)["Subject"] == " ".join(subject.split())
    assert parse_email(content).subject == " ".join(subject.split())


def test_a_folded_subject_has_one_space_where_it_was_folded() -> None:
    """“la tercera  reunión”: the line ended in a space, and the next one began with another (RFC 5322, 2.2.3)."""
    for length in range(1, 60):
        subject = f"Recordatorio: {'x' * length} la tercera reunión anual de la Red, del 4 al 6 de enero"
        head, _, body = written(letter(subject=subject)).partition(b"\r\n\r\n")
        assert all(not line.endswith(b" ") for line in head.split(b"\r\n"))
        whole = head.replace(b"\r\n ", b" ").decode()
        (line,) = (one for one in whole.split("\r\n") if one.startswith("Subject: "))
        assert "  " not in line
        assert read(head + b"\r\n\r\n" + body)["Subject"] == subject


def test_names_and_subjects_have_the_same_lines_on_each_python() -> None:
    """What is no ASCII is in code as a whole, one space between two words in code (RFC 2047, 2 and 5)."""
    focal = Mailbox("fp@example.org", "Point focal désigné par la Mission permanente de l’État qui préside le Réseau")
    content = written(
        letter(to=(focal, Mailbox("mp@example.org", 'Mission, "permanent"')), subject="Rappel : été " * 6)
    )
    assert content.startswith(
        b"From: =?utf-8?q?R=C3=A9seau_International_des_MNMRS?=\r\n <secretariat@example.org>\r\n"
        b"To: =?utf-8?q?Point_focal_d=C3=A9sign=C3=A9_par_la_Mission_permanente_de_l?=\r\n"
        b" =?utf-8?q?=E2=80=99=C3=89tat_qui_pr=C3=A9side_le_R=C3=A9seau?=\r\n <fp@example.org>,\r\n"
        b' "Mission, \\"permanent\\"" <mp@example.org>\r\nSubject: =?utf-8?b?'
    )
    assert str(make_header(decode_header(message_from_bytes(content)["To"]))).startswith(focal.name)


def test_the_message_says_its_language_and_that_it_is_not_sent_yet() -> None:
    message = read(written(letter()))
    body = message.get_body()
    assert body is not None
    assert (body["Content-Language"], message["X-Unsent"], message["Message-ID"]) == ("fr", "1", message_id("a-key"))


def test_a_document_of_ten_megabytes_is_whole() -> None:
    large = PDF * 1000
    (part,) = read(written(letter(files=(enclosed("large.pdf", large),)))).iter_attachments()
    assert part.get_content() == large


def test_a_domain_in_any_script_is_written_in_plain_letters() -> None:
    assert in_ascii("exämple.org") == "xn--exmple-cua.org"
    assert writable("fp@exämple.org")
    assert not writable("focál@example.org")
    assert b"fp@xn--exmple-cua.org" in written(letter(to=(Mailbox("fp@exämple.org"),)))
