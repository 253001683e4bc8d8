"""Where the Declaration is silent: each open question with what holds, its source, and what was chosen before."""

import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.drafting_decisions import decision_in_list, decision_name
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.practices import OPEN_QUESTIONS, UNDECIDED, Choice, OpenQuestion, Practices, Question, Way
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Draft, given, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, DateField, TextField
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText, listed
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.settings_found import SILENT
from nmirf_desktop.ui.theme import STEP, Tone

HINT = N_("It holds from its first day on; what happened before is judged, and printed, as it was then.")
WITH_SOURCE = N_("The answers with their sources stand above; the usual one is marked.")


def _way(way: Way, words: Catalog) -> str:
    return words.gettext(way.sentence)


class ChoiceForm(Form):
    """The answer, its first day, the reason, and the decision by which the Network chose it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._choice: Choice | None = None
        self._decisions: tuple[Decision, ...] = ()
        self._question = Question.QUORUM
        self.option: ChoiceField[Way] = ChoiceField(language, [], _way)
        self.since, self.reason = DateField(language), TextField(language)
        self.decision: ChoiceField[Decision] = ChoiceField(language, [], decision_in_list, none=N_("No decision"))
        self.add("option", N_("Answer"), self.option, WITH_SOURCE)
        self.add("since", N_("Holds from"), self.since)
        self.add("reason", N_("Reason"), self.reason)
        self.add("decision", N_("Decision of the Network"), self.decision)

    def load(self, question: OpenQuestion, way: Way, on: datetime.date, choice: Choice | None = None) -> None:
        """The way in force as of a day, or a *choice* to be corrected."""
        self._choice, self._question = choice, question.question
        self.option.set_values(question.ways)
        self.option.load(way, over=True)
        self.since.load(on, over=True)
        self.reason.load("" if choice is None else choice.reason, over=True)
        key = None if choice is None else choice.decision
        self.decision.load(next((one for one in self._decisions if one.key == key), None), over=True)

    def offer(self, decisions: tuple[Decision, ...]) -> None:
        """The decisions of the Network, the latest first."""
        self._decisions = decisions
        self.decision.set_values(decisions)

    def value(self) -> Choice:
        """The choice as the fields say it. Raises ``Problem`` where answer or day is missing."""
        way, decision = self.option.value(), self.decision.value()
        if way is None:
            raise Problem(N_("Choose one of the answers to this question."), field_name="option")
        return Choice(
            self._choice.key if self._choice is not None else new_key(),
            self._question, way.option, given(self.since, "since"), self.reason.value(),
            decision.key if decision is not None else None,
        )  # fmt: skip


class QuestionRows(QWidget):
    """One open question: what holds, the other answers, the choices made, and the card in which one is made."""

    asked = Signal(object)

    def __init__(self, question: OpenQuestion, language: CurrentLanguage) -> None:
        super().__init__()
        self.question = question
        self.rows = FactRows(language)
        self.form = ChoiceForm(language)
        self.draft = Draft(question.title, N_("Record the answer"), self.form, language, HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP * 3, 0, 0)
        for part in (self.rows, self.draft):
            column.addWidget(part)


class PracticesSection(Section):
    """All open questions as of a day, with an index; a card opens under its question, one at a time.

    ``wanted`` carries the part of a question that was asked for in the index.
    """

    wanted = Signal(object)

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(SILENT, language)
        self._desk, self._alerts = desk, alerts
        self._on = datetime.date.min
        self._practices = Practices()
        self._decisions: dict[Key, Decision] = {}
        self.questions = {one.question: QuestionRows(one, language) for one in OPEN_QUESTIONS.values()}
        self.index = LinkedText()
        self.index.asked.connect(lambda place: self.wanted.emit(self.questions[Question(place.key)]))
        self.add(self.index)
        for question, part in self.questions.items():
            self.add(part)
            part.draft.done.connect(partial(self._record, question))
            part.draft.left.connect(partial(self._return_to, question))

    def refresh(self, on: datetime.date) -> None:
        """Read the choices, and show what holds on a day."""
        self._on = on
        choices = self._desk.practices.all()
        self._practices = Practices.on(choices, on)
        latest = sorted(self._desk.proposals.decisions(), key=lambda one: (one.year, one.number), reverse=True)
        self._decisions = {one.key: one for one in latest}
        words = self._language.words
        links = [Link(words.gettext(one.question.title), Place("", str(name))) for name, one in self.questions.items()]
        self.index.show_parts(listed(links, words.pgettext("facts in a row", " · ")))
        for question, part in self.questions.items():
            part.form.offer(tuple(latest))
            made = sorted((one for one in choices if one.question is question), key=lambda one: one.since, reverse=True)
            part.rows.show_rows((*self._ways(part.question), *map(self._made, made, [None, *made])))

    def _ways(self, question: OpenQuestion) -> list[FactRow]:
        """The way that holds, with what changes it, and then the other ways, each with its source."""
        words = self._language.words
        ways = [self._practices.way(question.question)]
        ways += [one for one in question.ways if one is not ways[0]]
        return [self._row(question, one, words, first=one is ways[0]) for one in ways]

    def _row(self, question: OpenQuestion, way: Way, words: Catalog, *, first: bool) -> FactRow:
        source = words.gettext("Source: {source}").format(source=way.source_said.said_in(words))
        marked = [words.gettext("usual answer")] if way is question.default else []
        choice = self._practices.choice(question.question)
        sentence = words.gettext(way.sentence)
        if not first:
            note = words.pgettext("facts in a row", " · ").join((*marked, source))
            return FactRow((sentence,), note=note, mark=Mark("minus", Tone.MUTED), muted=True)
        if choice is not None:
            marked.append(words.gettext("chosen, in force since {date}").format(date=words.date(choice.since)))
        note = words.pgettext("facts in a row", " · ").join((*marked, source))
        title = words.pgettext("rule", "{number} {title}").format(
            number=question.rule, title=words.gettext(question.title)
        )
        said = words.pgettext("open question", "{title}. {sentence}").format(title=title, sentence=sentence)
        offer = Offer(N_("Choose another answer …"), partial(self.begin, question.question))
        return FactRow(
            (said,), note=note, mark=Mark("check"), word=words.gettext("in force"),
            offers=() if self._desk.store.read_only else (offer,), key=str(question.question),
        )  # fmt: skip

    def _made(self, choice: Choice, then: Choice | None) -> FactRow:
        """A choice in the history, until the next one *then*; to be put right or taken back."""
        words = self._language.words
        time = Period(choice.since, then.since if then is not None else None)
        decision = self._decisions.get(choice.decision) if choice.decision is not None else None
        notes = [words.gettext("from {day} on").format(day=words.date(choice.since))]
        if time.last_day is not None:
            frame = words.gettext("from {first} to {last}")
            notes = [frame.format(first=words.date(time.start), last=words.date(time.last_day))]
        if decision is not None:
            notes.append(words.gettext("Decision {name}").format(name=decision_name(decision)))
        else:
            notes.append(words.gettext(UNDECIDED))
        notes += [choice.reason] if choice.reason else []
        offers = (
            Offer(N_("Correct …"), partial(self.correct, choice)),
            Offer(N_("Take back"), partial(self._take_back, choice)),
        )
        return FactRow(
            (words.gettext(OPEN_QUESTIONS[choice.question].way(choice.option).sentence),),
            note=words.pgettext("facts in a row", " · ").join(notes),
            mark=Mark("history", Tone.MUTED),
            muted=choice.since > self._on,
            offers=() if self._desk.store.read_only else offers,
            key=choice.key,
        )

    def begin(self, question: Question) -> None:
        """Open the card of a question, from today or the day that is looked at."""
        if not self._free():
            return
        part = self.questions[question]
        held = self._practices.way(question)
        other = next(one for one in part.question.ways if one is not held)
        part.form.load(part.question, other, self._on)
        part.draft.begin()

    def correct(self, choice: Choice) -> None:
        """Open the card with a choice that was recorded wrongly."""
        if not self._free():
            return
        part = self.questions[choice.question]

        def show(now: Choice) -> None:
            part.form.load(part.question, part.question.way(now.option), now.since, now)

        show(choice)
        part.draft.begin(again=of_record(self._desk.store, choice, show))

    def _free(self) -> bool:
        """Whether a card may be opened: one at a time, and what is filled in stays."""
        return put_away(one.draft for one in self.questions.values())

    def _record(self, question: Question) -> None:
        part = self.questions[question]
        with self._alerts.guard(part.draft):
            choice = part.form.value()
            self._desk.practices.save(choice)
            part.draft.finished()
            self._told(N_("The answer is recorded from {day}."), choice)
            self._return_to(question)

    def _take_back(self, choice: Choice) -> None:
        with self._alerts.guard():
            self._desk.practices.remove(choice.key)
            self._told(N_("The answer from {day} is taken back."), choice)
            self._return_to(choice.question)

    def _return_to(self, question: Question) -> None:
        """Put the keyboard on what holds: a press more must not take another answer back."""
        row = self.questions[question].rows.row_of(str(question))
        stop = next((one for one in row.findChildren(LinkedText) if one.places), None) if row is not None else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, message: str, choice: Choice) -> None:
        self.refresh(self._on)
        self._alerts.show(Notice(Sentence(message, {"day": choice.since}), Tone.GOOD))
