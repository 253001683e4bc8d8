"""The manual: the same pages in three languages, in the words that the screens show, and no link that leads nowhere."""

import inspect
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.intake import WORK, IntakeKind
from nmirf_desktop.domain.intake.fields import FIELDS, vocabulary
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.i18n.reading import read_date
from nmirf_desktop.paths import bundled
from nmirf_desktop.ui import making
from nmirf_desktop.ui.help import PAGES, Page, show_help
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screen import Screen

HELP = bundled("resources/help")
CATALOGUES = bundled("i18n")
OTHERS = [language for language in Language if language is not Language.EN]
KEYS = re.compile(r"`+[^`]*`+")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
ITALIC = re.compile(r"(?<!\*)\*(?!\*)(.+?)(?<!\*)\*(?!\*)")
SPACES = "\u00a0\u202f"
LARGEST = 60_000
"""The largest picture, in bytes."""
LONGEST = 75
"""The most lines of a page."""
COLUMNS = 3
"""Of the table of headings: the program's own, the kind of list, others."""
DATES = ("8 May 2024", "8-may-2024", "May 8, 2024", "8 de mayo de 2024", "1er mai 2024", "08.05.2024", "8/5/2024")

every_page = pytest.mark.parametrize("page", sorted(PAGES))
every_language = pytest.mark.parametrize("language", list(Language))


def text_of(language: Language, page: str) -> str:
    return (HELP / language / f"{page}.md").read_text(encoding="utf-8")


def headings(text: str) -> list[int]:
    """The levels of a page's headings."""
    return [len(line) - len(line.lstrip("#")) for line in text.splitlines() if line.startswith("#")]


@cache
def said(language: Language) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every message as the language says it: those without places for values, and patterns of all."""
    with (CATALOGUES / "nmirf.pot").open("rb") as file:
        known = {(entry.id, entry.context) for entry in read_po(file) if entry.id}
    messages = {one for ids, _ in known for one in ((ids,) if isinstance(ids, str) else ids)}
    if language is not Language.EN:
        with (CATALOGUES / language / "LC_MESSAGES" / "nmirf.po").open("rb") as file:
            strings = [entry.string or "" for entry in read_po(file) if entry.id]
        messages = {one for found in strings for one in ((found,) if isinstance(found, str) else found) if one}
    patterns = tuple(re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(one))) for one in messages)
    return frozenset(messages), patterns


@pytest.mark.parametrize("language", list(Language))
def test_each_language_has_the_pages_of_the_list(language: Language) -> None:
    assert {file.stem for file in (HELP / language).glob("*.md")} == set(PAGES)


@every_page
def test_a_page_has_the_same_headings_tables_and_pictures_in_the_three_languages(page: str) -> None:
    texts = [text_of(language, page) for language in Language]
    assert len({tuple(headings(text)) for text in texts}) == 1
    assert len({tuple(re.findall(r"^(\d\.|- |\|)", text, re.MULTILINE)) for text in texts}) == 1
    assert len({tuple(LINK.findall(text)) for text in texts}) == 1
    assert len({tuple(re.findall(r"\bR\d+\b", text)) and len(re.findall(r"\bR\d+\b", text)) for text in texts}) == 1


@every_language
@every_page
def test_a_page_is_short_and_begins_with_its_only_title(language: Language, page: str) -> None:
    text = text_of(language, page)
    assert text.splitlines()[0] == f"# {catalog(language).gettext(PAGES[page])}"
    assert headings(text).count(1) == 1
    assert len(text.splitlines()) <= LONGEST
    assert not re.search(r"@@|\{|\}|TODO", text)


@every_language
@every_page
def test_every_link_and_picture_is_there(language: Language, page: str) -> None:
    for target in LINK.findall(text_of(language, page)):
        file = HELP / language / target
        assert file.exists(), target
        assert file.suffix in {".md", ".png"}
        assert file.suffix == ".png" or file.stem in PAGES
        assert file.suffix == ".md" or file.stat().st_size < LARGEST


@pytest.mark.parametrize("name", sorted(making.SCREENS))
def test_each_screen_has_its_page(name: str) -> None:
    assert name in PAGES
    body = inspect.getsource(making.SCREENS[name])
    found = re.search(r"from (\S+) import (\w+Screen)", body)
    assert found is not None
    module = __import__(found[1], fromlist=[found[2]])
    screen = getattr(module, found[2])
    assert issubclass(screen, Screen)
    assert screen.help_page == name


@pytest.mark.parametrize("language", OTHERS)
@every_page
def test_a_page_is_not_the_english_one(language: Language, page: str) -> None:
    english = {line for line in text_of(Language.EN, page).splitlines() if len(line) > len("| Table | Words |")}
    same = english & set(text_of(language, page).splitlines())
    assert not {line for line in same if not line.startswith("|---")}


@every_language
@every_page
def test_bold_words_are_on_the_screen_and_italics_are_said_by_the_program(language: Language, page: str) -> None:
    messages, patterns = said(language)
    text = KEYS.sub("", text_of(language, page))
    assert sorted(set(BOLD.findall(text)) - messages) == []
    for words in ITALIC.findall(BOLD.sub("", text)):
        assert any(words == one.pattern or one.fullmatch(words) for one in patterns), words


@every_language
def test_every_heading_and_date_that_the_page_on_lists_names_is_understood(language: Language) -> None:
    text = "\n".join(text_of(language, page) for page in ("imports", "work-lists")).replace("\u00a0", " ")
    rows = [cells for line in text.splitlines() if len(cells := line.strip("| ").split(" | ")) == COLUMNS]
    rows = [cells for cells in rows if BOLD.match(cells[0])]
    known = {heading for kind in IntakeKind for field in vocabulary(kind).values() for heading in field}
    own = {heading for cells in rows for heading in BOLD.findall(cells[0])}
    also = {heading.strip() for cells in rows for heading in re.split("[,;]", re.split(" ?[:(]", cells[-1])[0])}
    assert len(own) > len(rows) > 1
    assert sorted((own | also) - known) == []
    columns = {one.called(language) for kind in WORK for one in FIELDS[kind] if not one.derived}
    in_one = {one.called(language) for kind in WORK for one in FIELDS[kind] if one.name[-3:] in {"_en", "_fr", "_es"}}
    assert columns - in_one <= own
    assert all(said in text and read_date(said) is not None for said in DATES)


@every_page
@pytest.mark.parametrize("language", OTHERS)
def test_a_page_calls_a_key_as_its_language_does(language: Language, page: str) -> None:
    english = {"Shift", "Enter", "Space", "Backspace", "Del", "Delete", "PgUp", "PgDn", "Left", "Right", "Up", "Down"}
    struck = {part for key in KEYS.findall(text_of(language, page)) for part in re.findall(r"\w+", key)}
    assert struck.isdisjoint(english), struck & english


@every_page
def test_french_spaces_and_apostrophes(page: str) -> None:
    text = KEYS.sub("", LINK.sub("", text_of(Language.FR, page)))
    assert not re.search(rf"[^{SPACES}\s|:\d-][:;!?»]|[ ][:;!?»]|«[^{SPACES}]", text)
    assert "'" not in text


@every_page
def test_spanish_marks_and_english_apostrophes(page: str) -> None:
    spanish = KEYS.sub("", LINK.sub("", text_of(Language.ES, page)))
    assert spanish.count("¿") == spanish.count("?")
    assert spanish.count("¡") == spanish.count("!")
    assert "'" not in KEYS.sub("", text_of(Language.EN, page))


def test_the_readme_shows_a_picture_of_the_manual() -> None:
    readme = Path(HELP).parents[1] / "README.md"
    assert "](resources/help/en/home.png)" in readme.read_text(encoding="utf-8")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_window_shows_each_page_in_its_width_and_follows_links(qtbot: QtBot) -> None:
    language, window = CurrentLanguage(Language.EN), QWidget()
    qtbot.addWidget(window)
    manual = show_help("members", language, window)
    text = manual.findChild(Page)
    assert isinstance(text, Page)
    for tongue in Language:
        language.switch(tongue)
        for page, title in PAGES.items():
            assert show_help(page, language, window) is manual
            qtbot.wait(1)
            assert text.toPlainText().lstrip().startswith(catalog(tongue).gettext(title))
            assert "\N{OBJECT REPLACEMENT CHARACTER}" in text.toPlainText()
            assert text.horizontalScrollBar().maximum() <= 2 * text.document().documentMargin()
    text.anchorClicked.emit(QUrl("rules.md"))
    assert text.toPlainText().lstrip().startswith("Reglas")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_page_opens_at_its_top_and_so_does_a_manual_that_was_closed(qtbot: QtBot) -> None:
    language, window = CurrentLanguage(Language.EN), QWidget()
    qtbot.addWidget(window)
    manual = show_help("rules", language, window)
    manual.resize(700, 300)
    qtbot.wait(10)
    text = manual.findChild(Page)
    assert isinstance(text, Page)
    bar = text.verticalScrollBar()
    assert bar.value() == 0 < bar.maximum()
    bar.setValue(bar.maximum())
    manual.close()
    show_help("rules", language, window)
    qtbot.wait(10)
    assert bar.value() == 0


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_page_says_the_same_in_every_width_and_its_pictures_fit(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    manual = show_help("members", CurrentLanguage(), window)
    page = manual.findChild(Page)
    assert isinstance(page, Page)
    said_at_first = page.toPlainText()
    assert page.document().blockCount() > 1
    for width, height in ((1500, 400), (620, 900), (900, 300), (760, 1200)):
        manual.resize(width, height)
        qtbot.waitUntil(lambda: page.document().idealWidth() <= page.viewport().width() + 1)
        assert page.toPlainText() == said_at_first
        assert page.horizontalScrollBar().maximum() == 0
