"""What a table that came back would do, in words."""

from collections.abc import Iterator, Sequence

from nmirf_desktop.domain.translation_orders import TranslationOrder
from nmirf_desktop.domain.translations import FATE_LABELS, Fate
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.translations import Preview, PreviewLine

TRACKED = N_("Changes were recorded in the table; it is read as if all of them were accepted.")


def out_said(orders: Sequence[TranslationOrder], words: Catalog) -> str:
    """What is out for translation into a language already; empty where nothing is."""
    if not orders:
        return ""
    sent, n = min(one.sent_on for one in orders), sum(one.texts for one in orders)
    language = words.language_name(orders[0].target)
    pattern = words.ngettext(
        "Out already since {sent}: {n} text, {language}. What is sent once more may come back twice.",
        "Out already since {sent}: {n} texts, {language}. What is sent once more may come back twice.", n,
    )  # fmt: skip
    return pattern.format(sent=words.date(sent), n=words.number(n), language=language)


def notes_said(shown: Preview, words: Catalog) -> tuple[str, ...]:
    """What is to be known of the table as a whole."""
    return (words.gettext(TRACKED),) if shown.table.tracked else ()


def remarks_said(line: PreviewLine, words: Catalog) -> str:
    """What is wrong with a row, what to know of it, and what the translator remarked."""
    problem = (line.problem.said_in(words),) if line.problem is not None else ()
    warnings = tuple(warning.said_in(words) for warning in line.warnings)
    said = words.gettext("Translator: {remark}").format(remark=line.row.remark) if line.row.remark else ""
    return " ".join(filter(None, (*problem, *warnings, said)))


def lines_said(shown: Preview, words: Catalog) -> Iterator[str]:
    """A line for each row that changes something, is in the way, or has something to be known."""
    pattern = words.pgettext("a row of a table, and what becomes of it", "{where}: {fate}")
    for line in shown.lines:
        remarks = remarks_said(line, words)
        if line.fate is not Fate.UNCHANGED or remarks:
            head = pattern.format(where=line.where.said_in(words), fate=words.gettext(FATE_LABELS[line.fate]))
            yield words.pgettext("facts in a row", " · ").join(filter(None, (head, remarks)))


def counts_said(shown: Preview, words: Catalog) -> str:
    """How many rows meet which fate."""
    pattern = words.pgettext("what is counted, and how many", "{what}: {n}")
    counted = (
        pattern.format(what=words.gettext(FATE_LABELS[fate]), n=words.number(shown.count(fate)))
        for fate in Fate
        if shown.count(fate)
    )
    return words.pgettext("facts in a row", " · ").join(counted)
