"""What the note below a certificate of dispatch quotes stands so in its lines, in each language."""

import re

import pytest

from nmirf_desktop.domain.certificate_events import ANSWERED_UNSENT, KNOWN_BY, READ, READ_UNSENT
from nmirf_desktop.domain.certificate_notes import FROM_MESSAGES
from nmirf_desktop.i18n import Language, catalog

QUOTED = re.compile("[“«]\u00a0?([^”»]+?)\u00a0?[”»]")


@pytest.mark.parametrize("language", list(Language))
def test_the_note_quotes_the_words_of_the_lines(language: Language) -> None:
    words = catalog(language)
    lines = [words.pgettext("what happened, and by what it is known", one) for one in KNOWN_BY.values()]
    lines += [words.gettext(one) for one in (READ, READ_UNSENT, ANSWERED_UNSENT)]
    quoted = [one[:1].lower() + one[1:] for one in QUOTED.findall(words.gettext(FROM_MESSAGES))]
    assert len(quoted) == 5
    for one in quoted:
        assert any(one in line for line in lines), one
    for line in lines:
        assert any(one in line for one in quoted), line
