"""The catalogues: all that the code says, in three languages, as an official would type it."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled
from tests.i18n.catalogues import LANGUAGES, TEMPLATE, extracted, forms, source, stored, untranslated, update, written
from tests.typography import NBSP, faults

SYNONYMS = [
    ("es", "encabezamiento", "encabezado"),
    ("fr", "diffus", "publié"),
    ("fr", "périmé", "à actualiser"),
    ("es", "emitid", "publicad"),
    ("es", "emitir", "publicar"),
    ("es", "a día de hoy", "al día de hoy"),
]
"""Words of a language that are not said, and the word that is said instead."""
REFRESH = "run: python -m tests.i18n.catalogues --missing"


def messages(catalogue: Catalog) -> list[Message]:
    """The messages of a catalogue without its header."""
    return [message for message in catalogue if message.id]


def placeholders(text: str) -> set[str]:
    """The names in braces; ``{of_state}`` and ``{the_state}`` are one value, said as the language needs it."""
    return {re.sub(r"^(the|of|to)_", "", name) for _, name, _, _ in Formatter().parse(text) if name is not None}


def closing(text: str) -> str:
    """The sign that closes a sentence or announces something, if there is one."""
    return text[-1] if text[-1] in ".:…?!" else ""


def bare(text: str) -> str:
    """A text whose placeholders stand for themselves: what they format is no typography."""
    return re.sub(r"\{[^{}]*\}", "N", text)


def test_the_template_holds_what_the_code_says() -> None:
    same = TEMPLATE.read_bytes() == written(extracted())
    assert same, REFRESH


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_fresh(language: str) -> None:
    same = source(language).read_bytes() == written(update(language, extracted(), []))
    assert same, REFRESH


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_complete(language: str) -> None:
    assert not [message.id for message in untranslated(stored(language))], REFRESH


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_message(language: str) -> None:
    wrong = []
    for message in messages(stored(language)):
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        allowed = [placeholders(text) for text in ids]
        # One thing may go without its number; several are always counted.
        for number, form in enumerate(forms(message)):
            if form and placeholders(form) not in (allowed if number == 0 else allowed[-1:]):
                wrong.append((message.id, form))
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_typed_as_its_language_is(language: str) -> None:
    wrong = [
        (what, form)
        for message in messages(stored(language))
        for form in forms(message)
        if re.search(r"[^\W\d_]", re.sub(r"\{[^{}]*\}", "", form))  # what has no word of its own is a layout
        for what in faults(bare(form), Language(language))
    ]
    assert not wrong


@pytest.mark.parametrize(("language", "other", "word"), SYNONYMS)
def test_the_program_and_its_manual_have_one_word_for_one_thing(language: str, other: str, word: str) -> None:
    pages = sorted((bundled("resources/help") / language).glob("*.md"))
    texts = [form for message in messages(stored(language)) for form in forms(message)]
    texts += [page.read_text(encoding="utf-8") for page in pages]
    assert [text for text in texts if other in text.lower()] == [], f"say {word}"
    assert any(word in text.lower() for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_ends_as_its_message_does(language: str) -> None:
    """A colon, a full stop or an ellipsis is part of the message: none is lost or added by translation.

    Times of day and abbreviations excepted: "3 p.m." is "15 heures", "No." is "Nº".
    """
    wrong = []
    for message in messages(stored(language)):
        original = message.id if isinstance(message.id, str) else message.id[-1]
        form = forms(message)[-1]
        if form and len(original) > len("No.") and message.context != "time" and closing(form) != closing(original):
            wrong.append((original, form))
    assert not wrong


@pytest.mark.parametrize(
    ("language", "text", "fault"),
    [
        ("fr", "Membres : 3", "no no-break space before a high sign"),
        ("fr", "« Paraguay »", "no no-break space after an opening quote"),
        ("fr", "l'État", "a straight quote"),
        ("fr", "Ajouter …", "a space before an ellipsis"),
        ("es", f"Añadir{NBSP}…", "a space before an ellipsis"),
        ("en", "Add…", "an ellipsis that hangs on its word"),
        ("es", "«Paraguay»", "French quotes"),
        ("es", "Seguro?", "a question that is not opened"),
        ("en", "don't", "a straight quote"),
    ],
)
def test_the_rules_of_typing_find(language: str, text: str, fault: str) -> None:
    assert fault in faults(bare(text), Language(language))


@pytest.mark.parametrize("text", [f"Membres{NBSP}: {{count:02d}}", "à 14:30", f"«{NBSP}oui{NBSP}»{NBSP}?", "l’État"])
def test_the_rules_of_typing_pass(text: str) -> None:
    assert not list(faults(bare(text), Language.FR))


def test_no_words_are_said_inside_a_formatted_string() -> None:
    """Up to Python 3.11 the extraction does not look into one: the words would stay English, unseen."""
    inside = re.compile(r"""f["'][^\n]*\{[^\n]*gettext\(['"]""")
    found = [path for path in Path("nmirf_desktop").rglob("*.py") if inside.search(path.read_text(encoding="utf-8"))]
    assert found == []
