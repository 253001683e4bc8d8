"""What became of a follow-up action: when it was recorded, changed and done, by whom, and what it said before."""

from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.follow_ups import ActionStep
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.moments import moment
from nmirf_desktop.ui.panes import Page, Section
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone


class ActionHistory(Page):
    """The steps of one action under a heading, the latest first; it scrolls by itself."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.rows = FactRows(language)
        section = Section(N_("Revisions"), language)
        section.add(self.rows)
        self.add(section)
        self.hide()

    def load(self, steps: Iterable[ActionStep]) -> None:
        """Show what became of an action."""
        words = self._language.words
        self.rows.show_rows([_row(one, words) for one in steps])


def _row(step: ActionStep, words: Catalog) -> FactRow:
    act = words.gettext(step.act)
    if step.back:
        act = words.pgettext("revision of a paragraph", "Taken back or done again: {act}").format(act=act)
    said = words.pgettext("facts in a row", " · ").join(filter(None, (f"{act[:1].upper()}{act[1:]}", step.author)))
    return FactRow((said,), moment(step.at, words), "\n".join(_changes(step, words)), Mark("history", Tone.MUTED))


def _changes(step: ActionStep, words: Catalog) -> Iterator[str]:
    """Each field that the step gave another content, with the one before it."""
    before, after = _told(step.before, words), _told(step.after, words)
    for name, said in after.items():
        if said != before.get(name, ""):
            earlier, changed = before.get(name, ""), said or "–"
            if earlier:
                changed = words.gettext("{before} → {after}").format(before=earlier, after=changed)
            yield words.pgettext("State and what", ": ").join((words.gettext(name), changed))


def _told(action: FollowUpAction | None, words: Catalog) -> dict[str, str]:
    """What an action says, by the heads of its list."""
    if action is None:
        return {}
    return {
        N_("What is to be done"): action.title.best(words.language),
        N_("Responsible"): action.responsible.best(words.language),
        N_("Due on"): words.short_date(action.due_on) if action.due_on else "",
        N_("Done on"): words.short_date(action.done_on) if action.done_on else "",
        N_("Note"): action.note,
    }
