"""One decision in full: three languages side by side, how it was adopted, and what follows from it."""

from collections.abc import Callable, Iterator

from nmirf_desktop.domain.actions import state_of
from nmirf_desktop.domain.decision_records import (
    BACK_LABELS,
    READY_LABELS,
    RELATION_LABELS,
    readiness,
    while_read,
)
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.records_kept import DecisionRelation, RelationKind, WordingCorrection
from nmirf_desktop.domain.wordings import rectifies
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.decision_register import DecisionLine
from nmirf_desktop.ui.action_card import ActionCard
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.follow_up_marks import MARKS, state_word
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.decisions_list import MODES, item_of
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.threefold import Threefold
from nmirf_desktop.ui.wording_card import WordingCard


def _kind(kind: RelationKind, words: Catalog) -> str:
    return words.gettext(RELATION_LABELS[kind])


def _named(line: DecisionLine, words: Catalog) -> str:
    title = line.decision.title.best(words.language).strip()
    return (
        words.pgettext("part in a list", "{name}. {title}").format(name=line.name, title=title) if title else line.name
    )


class RelationForm(Form):
    """What the decision does with which earlier one."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.kind: ChoiceField[RelationKind] = ChoiceField(language, list(RelationKind), _kind)
        self.other: ChoiceField[DecisionLine] = ChoiceField(language, [], _named)
        self.add("kind", N_("It"), self.kind)
        self.add("other", N_("Decision"), self.other)


class DecisionDetail(DetailPane):
    """The decision that is chosen. *acts* take back a relation."""

    def __init__(self, language: CurrentLanguage, take_back: Callable[[DecisionRelation], object]) -> None:
        super().__init__(language)
        self._take_back = take_back
        self.reading = Threefold()
        self.facts = FactRows(language)
        self.relation_form = RelationForm(language)
        self.wording, self.action = WordingCard(language), ActionCard(language)
        self.relation = Draft(N_("Relation to an earlier decision"), N_("Record"), self.relation_form, language)
        for card in self.cards:
            self.add(card)
        self.section(N_("Text")).add(self.reading)
        self.section(N_("Adoption, relations, follow-up")).add(self.facts)

    @property
    def cards(self) -> tuple[Draft, ...]:
        """The cards in which something is written down."""
        return self.wording, self.relation, self.action

    def show_line(self, line: DecisionLine, names: dict[str, str], words: Catalog) -> None:
        """Show a decision; *names* are those of all decisions by their keys."""
        decision = line.decision
        self.head(words.gettext("Decision {name}").format(name=line.name), decision.title.best(words.language))
        for tongue in Language:
            state = words.gettext(READY_LABELS[readiness(decision, tongue)])
            self.reading.show_text(tongue, state, decision.title[tongue], decision.text[tongue])
        self.facts.show_rows(self._rows(line, names, words))

    def _rows(self, line: DecisionLine, names: dict[str, str], words: Catalog) -> Iterator[FactRow]:
        yield _adopted(line, words)
        yield _recorded(line, words)
        for relation in line.relations:
            yield self._related(line, relation, names, words)
        for wording in line.wordings:
            yield _put_right(line, wording, words)
        for action in line.actions:
            yield _follow_up(line, action.key, words)

    def _related(
        self, line: DecisionLine, relation: DecisionRelation, names: dict[str, str], words: Catalog
    ) -> FactRow:
        own = relation.decision == line.decision.key
        other = relation.other if own else relation.decision
        said = words.gettext((RELATION_LABELS if own else BACK_LABELS)[relation.kind])
        link = Link(words.gettext("Decision {name}").format(name=names.get(other, "")), Place("decisions", other))
        offers = (Offer(N_("Remove"), lambda: self._take_back(relation)),) if own else ()
        return FactRow((said, " ", link), mark=Mark("link", Tone.NEUTRAL), offers=offers, key=relation.key)


def _adopted(line: DecisionLine, words: Catalog) -> FactRow:
    decision, facts = line.decision, words.pgettext("facts in a row", " · ")
    parts = [words.gettext(MODES[decision.mode]), line.meeting.symbol]
    if line.place is not None:
        parts.append(Phrase(N_("Item {number}"), {"number": item_of(line, words)}).said_in(words))
    said = words.gettext("Adopted on {day}").format(day=words.date(decision.adopted_on))
    where = f"{line.meeting.key}:{decision.item}:{decision.proposal}"
    link = Link(words.gettext("Show in the session"), Place("session", where))
    return FactRow((said, facts, facts.join(parts), " — ", link), mark=Mark("circle-check", Tone.GOOD))


def _recorded(line: DecisionLine, words: Catalog) -> FactRow:
    held = line.adoption
    if held is None:
        said = words.gettext("The record of decisions with it was not adopted.")
        return FactRow((said,), mark=Mark("triangle-alert", Tone.ATTENTION))
    day = line.facts.local(held.at).date()
    said = words.gettext("In the record of decisions adopted on {day}").format(day=words.date(day))
    return FactRow((said,), mark=Mark("book-open", Tone.GOOD))


FRAMES = {
    (True, True): N_("Wording put right on {day} while it was read"),
    (True, False): N_("Wording put right on {day}"),
    (False, True): N_("Translations conformed on {day} while it was read"),
    (False, False): N_("Translations conformed on {day}"),
}
"""By whether the text adopted was put right, or its translations alone, and whether the record was being read."""


def _put_right(line: DecisionLine, wording: WordingCorrection, words: Catalog) -> FactRow:
    day = words.date(line.facts.local(wording.at).date())
    reading = while_read(wording, line.facts.record_adoptions)
    frame = FRAMES[rectifies(wording, line.decision, line.wordings), reading]
    changed = [
        words.gettext("{language} read: “{text}”").format(language=words.language_name(one), text=before)
        for one in Language
        for before in (wording.text[one],)
        if before and before != line.decision.text[one]
    ]
    note = "\n".join(part for part in (wording.note, *changed) if part)
    return FactRow((words.gettext(frame).format(day=day),), note=note, mark=Mark("pencil", Tone.NEUTRAL))


def _follow_up(line: DecisionLine, key: str, words: Catalog) -> FactRow:
    action = next(one for one in line.actions if one.key == key)
    state = state_of(action, line.on)
    link = Link(action.title.best(words.language), Place("follow-ups", action.key))
    note = words.pgettext("facts in a row", " · ").join(
        part for part in (state_word(state, words), action.responsible.best(words.language), action.note) if part
    )
    when = words.short_date(action.due_on) if action.due_on else ""
    return FactRow((link,), when, note, MARKS[state], state_word(state, words), key=action.key)
