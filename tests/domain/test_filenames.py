"""Names of files: every system takes them, people still read them, and nothing hides in them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.filenames import LONGEST_NAME, safe_name, suffix_of, visible


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Note verbale n° 12.pdf", "Note verbale n° 12.pdf"),
        ("Désignation – Côte d’Ivoire.pdf", "Désignation – Côte d’Ivoire.pdf"),
        ("نامه\u200cها.pdf", "نامه\u200cها.pdf"),
        ("NV 12/2026.pdf", "NV 12-2026.pdf"),
        ("../../etc/passwd", "passwd"),
        ("/etc/cron.d/job", "job"),
        ("C:\\Users\\desk\\letter.pdf", "letter.pdf"),
        ("\\\\server\\share\\letter.pdf", "letter.pdf"),
        ("~/.bashrc", "bashrc"),
        ("letter\u202efdp.exe", "letterfdp.exe"),
        ("letter.pdf\x00.exe", "letter.pdf.exe"),
        ("letter\r\nX-Injected: yes.pdf", "letter X-Injected- yes.pdf"),
        ("letter.pdf . ", "letter.pdf"),
        ("-rf.pdf", "rf.pdf"),
        ('What <is> "this"?*.pdf', "What is this.pdf"),
        ("con.pdf", "_con.pdf"),
        ("LPT¹", "_LPT¹"),
        ("Aux .txt", "_Aux .txt"),
        ("concord.pdf", "concord.pdf"),
        ("e\u0301tat.pdf", "état.pdf"),
        ("a\u00a0b\u3000c.pdf", "a b c.pdf"),
        ("", "file"),
        ("///", "file"),
        ("\u202e\u2066", "file"),
    ],
)
def test_a_name_is_kept_as_near_as_systems_allow(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


@given(st.text(max_size=400))
def test_whatever_a_file_was_called_its_name_is_taken_everywhere(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not set(safe) & set('/\\:*?"<>|')
    assert safe[0] not in " .-"
    assert safe[-1] not in " ."
    assert len(safe.encode()) <= LONGEST_NAME + 1
    assert not any(unicodedata.category(one) in ("Cc", "Cs") or one in "\u202a\u202e\u2066\u2069" for one in safe)
    assert safe_name(safe) == safe


@given(st.text(alphabet="aé漢🎉", min_size=300), st.sampled_from([".pdf", ".docx", ".PDF"]))
def test_a_long_name_keeps_its_end(name: str, end: str) -> None:
    safe = safe_name(name + end)
    assert safe.endswith(end)
    assert LONGEST_NAME - 5 < len(safe.encode()) <= LONGEST_NAME


@given(st.text())
def test_what_is_shown_is_one_line_of_what_can_be_seen(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert len(shown.splitlines()) <= 1
    assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("name", "end"), [("a.PDF", ".pdf"), ("a.tar.gz", ".gz"), ("a", ""), (".profile", ""), ("a.", "")]
)
def test_the_end_of_a_name_tells_its_kind(name: str, end: str) -> None:
    assert suffix_of(name) == end
