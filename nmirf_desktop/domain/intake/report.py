"""A preview in words: the same on the command line as in the window."""

import datetime
from collections.abc import Iterator

from nmirf_desktop.domain.intake import (
    VERDICT_LABELS,
    Count,
    FieldChange,
    NotRead,
    Preview,
    PreviewRow,
    Verdict,
    Weight,
)
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Sayable, say
from nmirf_desktop.i18n import N_, Catalog

GRAVEST = tuple(reversed(list(Weight)))
MAY_BE = N_("It may mean: {states}.")


def value_said(value: Sayable | datetime.date | str | None, words: Catalog) -> str:
    """What a field held or holds; a dash where it is empty."""
    said = say(words, "{value}", {"value": value}) if value is not None else ""
    return said or words.pgettext("empty field", "–")


def change_said(change: FieldChange, words: Catalog) -> str:
    """A field before and after: "E-mail: – → a@example.org"."""
    pattern = words.pgettext("changed field", "{field}: {before} → {after}")
    before, after = value_said(change.before, words), value_said(change.after, words)
    return pattern.format(field=words.gettext(change.label), before=before, after=after)


def subject_said(row: PreviewRow, words: Catalog) -> str:
    """What a row is about: its State, or what stands in its place, and the person."""
    state = row.state.said_in(words) if row.state is not None else row.name
    if not row.person:
        return state or words.pgettext("empty field", "–")
    return words.pgettext("person of a State", "{state}, {person}").format(state=state, person=row.person)


def happens(row: PreviewRow, words: Catalog) -> Iterator[str]:
    """What a row does and why, one statement after the other; the reasons of an error first."""
    gravest_first = sorted(row.reasons, key=lambda reason: GRAVEST.index(reason.weight))
    reasons = [reason.said.said_in(words) for reason in gravest_first]
    if row.verdict is Verdict.ERROR:
        yield from reasons
        if row.candidates and not any("states" in reason.said.values for reason in row.reasons):
            yield say(words, MAY_BE, {"states": Listed(row.candidates)})
        return
    for one in row.does:
        yield one.said_in(words)
    for change in row.changes:
        yield change_said(change, words)
    yield from reasons


def verdict_said(row: PreviewRow, words: Catalog) -> str:
    """A row's verdict, and whether it has a warning: "New, with a warning"."""
    verdict = words.gettext(VERDICT_LABELS[row.verdict])
    pattern = words.pgettext("verdict of a row", "{verdict}, with a warning") if row.warned else "{verdict}"
    return pattern.format(verdict=verdict)


def line_said(row: PreviewRow, words: Catalog) -> str:
    """A row on one line: its number, its verdict, what it is about and what happens."""
    pattern = words.pgettext("row of an import", "{line}: {verdict}: {subject}: {text}")
    verdict = verdict_said(row, words)
    text = " ".join(_sentence(one) for one in happens(row, words))
    return pattern.format(line=row.number, verdict=verdict, subject=subject_said(row, words), text=text).rstrip(
        ": \u00a0"
    )


def _sentence(text: str) -> str:
    return text if text[-1:] in {".", "?", "!", "…"} else f"{text}."


def not_read_said(line: NotRead, words: Catalog) -> str:
    """A line that is no row."""
    return words.pgettext("line of an import", "{line}: not read: {text}").format(line=line.number, text=line.text)


def counts_said(preview: Preview, words: Catalog) -> str:
    """How many rows have each verdict: "New: 3, of which 2 with a warning · Changed: 1 · Unchanged: 12 · Error: 2"."""
    pattern = words.pgettext("number of rows", "{verdict}: {n}")
    return " · ".join(
        with_warnings(
            pattern.format(verdict=words.gettext(VERDICT_LABELS[one]), n=words.number(count.rows)), count, words
        )
        for one, count in preview.counts.items()
    )


def with_warnings(text: str, count: Count, words: Catalog) -> str:
    """What is said of a number of rows, and how many of them have a warning."""
    if not count.warned:
        return text
    pattern = words.pgettext("number of rows with a warning", "{text}, of which {n} with a warning")
    return pattern.format(text=text, n=words.number(count.warned))
