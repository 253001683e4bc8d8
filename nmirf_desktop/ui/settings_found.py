"""What Settings offers, by its words: each setting and each open question is found by Ctrl+K from everywhere."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from nmirf_desktop.domain.practices import OPEN_QUESTIONS
from nmirf_desktop.domain.rule_changes import FIGURES
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import LEAST, MOST, STEP

SETTINGS, SILENT = N_("Settings"), N_("Where the Declaration is silent")
NUMBERS = N_("The Declaration’s numbers")
CHANGE_NUMBER = N_("Change the number of a rule")
FINDS_NUMBERS = N_("change a rule, change rules, change of the rules: notice, months, seats, mandate")
"""By which other words the numbers are found."""
KEYS = N_("Keys")
MESSAGES = N_("Usual messages")
WINDOW: Mapping[str, str] = {
    "language": N_("Language"),
    "scheme": N_("Colours"),
    "size": N_("Size of text"),
    "spelling": N_("Spelling"),
    "function": N_("Function"),
}
"""The settings of this window by the names of their fields."""
ORGANISATION: Mapping[str, str] = {
    "network": N_("Name of the Network"),
    "secretariat": N_("Line below the name"),
    "written_in": N_("Place of letters"),
    "email": N_("E-mail of the secretariat"),
    "symbol_prefix": N_("Prefix of symbols"),
    "time_zone": N_("Time zone"),
    "speaking_minutes": N_("Minutes for each speaker"),
}
"""The settings of the organisation by the fields of :class:`Organisation`."""
SYMBOLS: Mapping[str, str] = {
    "annual_symbol": N_("Annual meetings"),
    "extraordinary_symbol": N_("Extraordinary meetings"),
    "committee_symbol": N_("Meetings of the Committee"),
}
"""The schemes of symbols by the fields of :class:`Organisation`."""
CIRCLES: Mapping[str, str] = {
    "agendas": N_("Agendas"),
    "draft_minutes": N_("Draft minutes"),
    "minutes": N_("Approved minutes"),
    "decisions": N_("Decisions"),
    "voting_records": N_("Voting records"),
    "committee": N_("Executive Committee"),
    "members": N_("List of members"),
    "compliance": N_("Statement of compliance"),
}
"""The kinds of documents by the fields of :class:`UsualDistribution`."""
SIGNED: Mapping[str, str] = {
    "signed_minutes": N_("Minutes"),
    "signed_decisions": N_("Decisions"),
    "signed_compliance": N_("Statement of compliance"),
}
"""The documents that may end with lines to sign on, by the fields of :class:`Organisation`."""
SECTIONS = (N_("Symbols of meetings"), N_("Distribution of documents"), N_("Lines to sign on"))
Go = Callable[[Place], object]


def settings_found(go: Go, words: Catalog, *, registered: bool) -> Iterator[Hit]:
    """The settings of the window and, where a register is open, those that stand in it, and the open questions."""
    sizes = " ".join(words.per_cent(percent, 0) for percent in range(LEAST, MOST + 1, STEP))
    for name, label in WINDOW.items():
        yield _hit(go, name, (label,), words, sizes if name == "size" else "")
    yield _hit(go, "keys", (KEYS,), words, words.gettext("Keyboard shortcuts"))
    if not registered:
        return
    for name, label in ORGANISATION.items():
        yield _hit(go, name, (label,), words)
    for section, part, frame in zip(SECTIONS, (SYMBOLS, CIRCLES, SIGNED), ("{}", "distribution_{}", "{}"), strict=True):
        for name, label in part.items():
            yield _hit(go, frame.format(name), (label, section), words)
    yield _hit(go, "messages", (MESSAGES,), words, " ".join(words.gettext(one) for one in KIND_LABELS.values()))
    yield _numbers(go, words)
    for figure, number in FIGURES.items():
        also = " ".join((number.rule, "R46", words.gettext(FINDS_NUMBERS)))
        yield _hit(go, str(figure), (number.title, NUMBERS), words, also)
    for question, known in OPEN_QUESTIONS.items():
        ways = (words.gettext(one.sentence) for one in known.ways)
        also = " ".join((known.rule, words.gettext("The practice that is followed"), *ways))
        yield _hit(go, str(question), (known.title, SILENT), words, also)


def _numbers(go: Go, words: Catalog) -> Hit:
    """All numbers that a decision can change (R46), by what one would call them."""
    also = " ".join((*dict.fromkeys(one.rule for one in FIGURES.values()), "R46", words.gettext(FINDS_NUMBERS)))
    hit = _hit(go, "numbers", (CHANGE_NUMBER, NUMBERS), words, also)
    return replace(hit, labels=(*hit.labels, FINDS_NUMBERS))


def _hit(go: Go, name: str, labels: tuple[str, ...], words: Catalog, also: str = "") -> Hit:
    """One setting, under its section where that says what it is a setting of."""
    section = [words.gettext(label) for label in (SETTINGS, *labels[1:])]
    detail = words.pgettext("facts in a row", " · ").join(section)
    title = words.gettext(labels[0])
    return Hit(title, partial(go, Place("settings", name)), detail, "settings", labels=(*labels, SETTINGS), also=also)
