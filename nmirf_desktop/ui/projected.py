"""What the room may see of a meeting at a moment, in one to three languages: words only, and never a note."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.agenda_comparing import PieceState
from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.casting import FIRST_CALL
from nmirf_desktop.domain.drafting_decisions import decision_name, draft_name
from nmirf_desktop.domain.election_board import ElectionBoard
from nmirf_desktop.domain.floor import Speaking, clock_face
from nmirf_desktop.domain.forms_adopted import BY_CONSENSUS, Form
from nmirf_desktop.domain.marked_text import Marked, Negotiated
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.sittings import on_its_day
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.vote_sentences import DECISION, Matter, vote_sentence
from nmirf_desktop.domain.vote_subjects import titled_subject
from nmirf_desktop.domain.voting import ANSWER_LABELS, Answer, Decision, Method, Mode, Proposal, VoteKind
from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.i18n.stops import with_one_stop
from nmirf_desktop.ui.projected_election import election_texts, going_on
from nmirf_desktop.ui.projected_page import Bar, Page, Part, Stage
from nmirf_desktop.ui.theme import Tone

BARS = ((Answer.IN_FAVOUR, Tone.GOOD), (Answer.AGAINST, Tone.BAD), (Answer.ABSTAINING, Tone.MUTED))
UNNAMED = {
    Method.SHOW_OF_HANDS: N_("Voting by show of hands"),
    Method.SECRET_BALLOT: N_("Voting by secret ballot"),
}
"""What is shown while a vote without names is open: nobody is called, and no count is known before the end."""
PLACE_SIZE, LEAD_SIZE, SUBJECT_SIZE, TEXT_SIZE, NAME_SIZE = 0.7, 1.3, 1.0, 0.9, 2.4
"""The sizes of what is said, of the basic type: where the meeting is, who speaks, what is put, its text, who votes."""
ALONE_SIZE = 2.0
"""The size of who speaks where no text is before the meeting."""

BETWEEN = 0.9
"""Between two languages, of the type of what stands last in the first."""


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """Who has the floor, with the time spoken and its limit: never the note."""

    state: State | None
    body: Trilingual
    speaking: Speaking
    limit: datetime.timedelta | None

    def name(self, words: Catalog) -> str:
        """Who speaks."""
        return self.state.said_in(words) if self.state is not None else self.body.best(words.language)

    def clock(self, now: datetime.datetime) -> str:
        """For how long, and may: "02:31 / 03:00"."""
        spoken = clock_face(self.speaking.spoken(now))
        return spoken if self.limit is None else f"{spoken} / {clock_face(self.limit)}"

    def over(self, now: datetime.datetime) -> bool:
        """Whether the time is over."""
        return self.limit is not None and self.speaking.spoken(now) > self.limit


@dataclass(frozen=True, slots=True)
class SittingShown:
    """Why nothing goes on: a sitting is suspended, the one *before* was closed, the one to *come* is not open yet.

    *today* is the day where the meeting is held, *resumes* the local moment foreseen for what is suspended.
    """

    today: datetime.date
    suspended: bool = False
    resumes: datetime.datetime | None = None
    before: Sitting | None = None
    to_come: Sitting | None = None

    def said(self, words: Catalog) -> str:
        """In whole sentences."""
        return with_one_stop(" ".join(self._sentences(words)))

    def _sentences(self, words: Catalog) -> Iterator[str]:
        if self.suspended:
            yield words.gettext("The sitting is suspended.")
        if self.suspended and self.resumes is not None:
            time = on_its_day(words.time(self.resumes.time()), self.resumes.date(), self.today, words)
            yield words.gettext("At {time} it will be resumed.").format(time=time)
        if self.before is not None:
            name = words.ordinal_sitting(self.before.number)
            yield words.gettext("The {sitting} is closed.").format(sitting=name)
        if self.to_come is not None:
            name, time = words.ordinal_sitting(self.to_come.number), words.printed_clock(self.to_come.starts)
            if self.to_come.on == self.today:
                yield words.gettext("The {sitting} is planned for {time}.").format(sitting=name, time=time)
            else:
                yield words.gettext("The {sitting} is planned for {day}, at {time}.").format(
                    sitting=name, day=words.date_with_weekday(self.to_come.on), time=time
                )


@dataclass(frozen=True, slots=True)
class VoteFate:
    """What a vote made of a text: its numbers, and what was put."""

    tally: Tally
    method: Method
    matter: Matter

    def said_in(self, words: Catalog) -> str:
        """The sentence of the vote, as the minutes say it."""
        return vote_sentence(self.tally, self.method, self.matter, words)


@dataclass(frozen=True, slots=True)
class Slide:
    """What is projected: where the meeting is, the text that is put, the vote on it with its *matter*.

    *decision* is what the proposal became, once no vote is shown any more; *speaker* is who has the floor. *negotiated*
    is its text with marks, of the whole or as an amendment would have it, which *kind* and *part* name; *titled* is its
    title, where that changed. An *election*
    stands in the place of a text, without what the room may not see. *totals* says that the Chair wants the numbers of
    a call to be seen while it goes on; *sitting* is why nothing goes on. *fate* is what became of a settled text.
    *form* is in which form the proposal reads, where it is not as submitted.
    """

    symbol: str
    item: Numbered | None = None
    proposal: Proposal | None = None
    board: Board | None = None
    matter: Matter | None = None
    decision: Decision | None = None
    speaker: SpeakerShown | None = None
    negotiated: Negotiated | None = None
    kind: VoteKind = VoteKind.PROPOSAL
    part: str = ""
    election: ElectionBoard | None = None
    totals: bool = False
    sitting: SittingShown | None = None
    titled: Negotiated | None = None
    fate: Sayable | None = None
    form: Form | None = None

    @property
    def calls(self) -> bool:
        """Whether members are voting: nothing else is shown then."""
        balloting = self.election is not None and going_on(self.election) is not None
        return balloting if self.board is None else not self.board.closed

    @property
    def about(self) -> tuple[object, ...]:
        """What it is about: a text that is shown page by page begins anew with another one."""
        keys = [one.key if one is not None else "" for one in (self.proposal, self.decision)]
        vote = self.board.vote if self.board is not None else ""
        return (*keys, self.kind, self.part, vote, self.election is None)

    @property
    def counted(self) -> bool:
        """Whether numbers are shown: those announced, and of a call by name those so far, where the Chair wants them.

        While hands are counted, and of a secret ballot, no number is known before the end.
        """
        board = self.board
        return board is not None and (board.closed or (self.totals and board.method.named))

    def has_translation(self, language: Language) -> bool:
        """Whether the text that is negotiated is shown in another language: where that says what the original does."""
        if self.proposal is None or self.negotiated is None or self.negotiated.language is language:
            return False
        ready = self.proposal.text.state(language) not in (TextState.MISSING, TextState.OUTDATED)
        return self.kind is VoteKind.PROPOSAL and ready

    def title_in(self, language: Language) -> Negotiated | None:
        """The title with its marks, for a language in which it does not say yet what the original does."""
        if self.proposal is None or self.titled is None or self.titled.language is language:
            return self.titled
        ready = self.proposal.title.state(language) not in (TextState.MISSING, TextState.OUTDATED)
        return None if ready else self.titled


class Wording:
    """The words of a slide in the languages of the room at a moment."""

    def __init__(self, slide: Slide, tongues: Sequence[Language], now: datetime.datetime) -> None:
        self._slide, self._tongues, self._now = slide, tuple(tongues), now

    def texts(self) -> list[str]:
        """All that is shown, one language after the other."""
        slide, said = self._slide, list[str]()
        for tongue in self._tongues:
            words = catalog(tongue)
            above = [part for part in (self._place(words), self._sitting(words)) if part is not None]
            said += [part.text for part in above]
            if self._speaks is not None:
                said.append(f"{self._speaks.name(words)}  {self._speaks.clock(self._now)}")
            said += [part.text for part in self._content(words) if part.text]
            if slide.election is not None and slide.board is None:
                said += election_texts(slide.election, words)
        return said

    def longest(self) -> State | None:
        """Whose name is the longest of those called, while a call goes on: one and the same in all of it."""
        board = self._slide.board
        if board is None or board.closed or board.calling.now is None:
            return None
        entitled = (*board.calling.missing, *(state for state, _answer in board.answers))
        return max(entitled, key=lambda state: sum(len(state.short[tongue]) for tongue in self._tongues))

    def page(self, longest: State | None) -> Page:
        """All of it as it is set: during a call so that the State with the *longest* name fits too: nothing jumps."""
        board, page = self._slide.board, self.alone()
        if board is None or board.closed or board.calling.now is None or longest is None:
            return page
        above = [part for part in page.parts if part.stage is not Stage.CALLED]
        names = dict.fromkeys(_name(longest, catalog(tongue)) for tongue in self._tongues)
        return replace(page, worst=replace(page, parts=(*above, *names)))

    def alone(self) -> Page:
        """The page as if no other followed."""
        board, parts = self._slide.board, list[Part]()
        for tongue in self._tongues:
            parts += self._parts(catalog(tongue))
        if all(part.stage is Stage.PLACE for part in parts):
            parts = [replace(part, size=LEAD_SIZE, tone=Tone.NEUTRAL, bold=True) for part in parts]
        elif all(part.stage < Stage.SUBJECT for part in parts) and self._slide.election is None:
            parts = [part if part.stage is Stage.PLACE else replace(part, size=ALONE_SIZE) for part in parts]
        if len({part.text for part in parts if part.long}) == 1:
            parts = [replace(part, stage=Stage.TEXT) if part.long else part for part in parts]
        ordered = sorted(parts, key=lambda part: part.stage)
        once = {(part.stage, part.text): part for part in ordered}
        bars = self._bars(board) if board is not None and self._slide.counted else ()
        return Page(tuple(once.values()), bars)

    # -- one language ----------------------------------------------------------------------------------------------

    def _parts(self, words: Catalog) -> list[Part]:
        content = [part for part in self._content(words) if part.text]
        if content and content[-1].stage is not Stage.CALLED:
            content[-1] = replace(content[-1], after=BETWEEN)
        parts = (self._place(words), self._sitting(words), *self._speaker(words), *content)
        return [part for part in parts if part is not None]

    def _place(self, words: Catalog) -> Part | None:
        slide = self._slide
        if slide.item is None or (slide.election is not None and slide.board is None):
            return None
        text = words.pgettext("number and title", "{number} {title}").format(
            number=slide.item.reference(words.language), title=slide.item.item.title.best(words.language)
        )
        return Part(text, PLACE_SIZE, Stage.PLACE, Tone.MUTED)

    def _sitting(self, words: Catalog) -> Part | None:
        shown = self._slide.sitting
        if shown is None or self._slide.calls or self._slide.speaker is not None:
            return None
        return Part(shown.said(words), LEAD_SIZE, Stage.SITTING, bold=True)

    @property
    def _speaks(self) -> SpeakerShown | None:
        """Who has the floor; nobody while a vote is shown."""
        slide = self._slide
        return None if slide.board is not None or slide.calls else slide.speaker

    def _speaker(self, words: Catalog) -> Iterator[Part]:
        """The name, in each language in which it differs, and the clock."""
        shown = self._speaks
        if shown is not None:
            tone = Tone.BAD if shown.over(self._now) else Tone.NEUTRAL
            yield Part(shown.name(words), LEAD_SIZE, Stage.SPEAKER, tone, bold=True)
            yield Part(shown.clock(self._now), LEAD_SIZE, Stage.CLOCK, tone, bold=True)

    def _content(self, words: Catalog) -> list[Part]:
        slide = self._slide
        if slide.board is not None:
            return self._voting(slide.board, words)
        if slide.election is not None:
            return []
        if slide.decision is not None:
            return self._decided(slide.decision, words)
        if slide.proposal is not None:
            return self._put(slide.proposal, words)
        return list(self._became(words))

    def _put(self, proposal: Proposal, words: Catalog) -> list[Part]:
        slide = self._slide
        marked = slide.title_in(words.language)
        title = marked.after if marked is not None else proposal.title.best(words.language)
        head = titled_subject(slide.kind, title, words, draft_name(proposal), slide.part)
        parts = [Part(head, SUBJECT_SIZE, bold=True, pieces=_headed(head, marked)), *self._became(words)]
        if slide.negotiated is not None and not slide.has_translation(words.language):
            if self._marks_in(slide, slide.negotiated, words.language):
                parts.append(Part(slide.negotiated.after, TEXT_SIZE, pieces=slide.negotiated.pieces))
        elif slide.kind is not VoteKind.AMENDMENT:
            parts.append(_long(proposal.text.best(words.language)))
        return parts

    def _became(self, words: Catalog) -> Iterator[Part]:
        """What became of a text that is settled: by which vote, or that it was withdrawn."""
        if self._slide.fate is not None:
            yield Part(self._slide.fate.said_in(words), TEXT_SIZE, bold=True)

    def _marks_in(self, slide: Slide, text: Negotiated, language: Language) -> bool:
        """Whether the text with its marks stands under a language: under its own, else under the first one, once."""
        own = text.language
        return language is (own if own in self._tongues else self._tongues[0]) and not slide.has_translation(language)

    def _decided(self, decision: Decision, words: Catalog) -> list[Part]:
        name = decision_name(decision)
        head = words.gettext("Decision {name}: {title}").format(name=name, title=decision.title.best(words.language))
        parts = [Part(head, SUBJECT_SIZE, bold=True)]
        if decision.mode is Mode.CONSENSUS:
            proposal, form = self._slide.proposal, self._slide.form
            said = DECISION.consensus if proposal is None or form is None else BY_CONSENSUS[form]
            draft = draft_name(proposal) if proposal is not None else ""
            parts.append(Part(words.gettext(said).format(name=name, draft=draft), TEXT_SIZE))
        parts += self._became(words)
        return [*parts, _long(decision.text.best(words.language))]

    def _voting(self, board: Board, words: Catalog) -> list[Part]:
        slide = self._slide
        name = draft_name(slide.proposal) if slide.proposal else ""
        part = slide.matter.name if slide.matter else ""
        question = titled_subject(board.kind, board.question.best(words.language), words, name, part)
        if board.closed and slide.matter is not None:
            sentence = vote_sentence(board.tally, board.method, slide.matter, words)
            return [Part(question, SUBJECT_SIZE, bold=True), Part(sentence, SUBJECT_SIZE)]
        return [Part(question, SUBJECT_SIZE), *self._which_call(board, words), self._called(board, words)]

    def _which_call(self, board: Board, words: Catalog) -> list[Part]:
        """That who passed or did not answer is called again, while somebody is."""
        if board.method is not Method.ROLL_CALL or board.calling.now is None or board.calling.number == FIRST_CALL:
            return []
        return [Part(words.gettext("Roll call, second call"), SUBJECT_SIZE)]

    def _called(self, board: Board, words: Catalog) -> Part:
        if board.calling.now is not None and board.method.named:
            return _name(board.calling.now, words)
        left = len(board.calling.missing)
        if not board.method.named:
            said = words.gettext(UNNAMED[board.method])
        elif left:
            said = words.ngettext("Still to answer: {n}", "Still to answer: {n}", left).format(n=left)
        elif board.together and board.method is Method.RECORDED:  # exceptions are taken until the result is announced
            said = words.gettext("Voting is in progress")
        else:
            said = words.gettext("Voting is completed")
        return Part(said, LEAD_SIZE, Stage.CALLED, bold=True)

    def _bars(self, board: Board) -> tuple[Bar, ...]:
        tally, most = board.tally, max(board.tally.entitled, 1)
        numbers = {
            Answer.IN_FAVOUR: tally.in_favour, Answer.AGAINST: tally.against, Answer.ABSTAINING: tally.abstaining,
        }  # fmt: skip
        return tuple(Bar(self._label(one), numbers[one], numbers[one] / most, tone) for one, tone in BARS)

    def _label(self, answer: Answer) -> str:
        said = (catalog(tongue).gettext(ANSWER_LABELS[answer]) for tongue in self._tongues)
        return " · ".join(dict.fromkeys(said))


def _headed(head: str, title: Negotiated | None) -> tuple[Marked, ...]:
    """A heading that ends with a title, with the marks of that title, if any."""
    if title is None:
        return ()
    return (Marked(head.removesuffix(title.after), PieceState.KEPT), *title.pieces)


def _name(state: State, words: Catalog) -> Part:
    """The name of who is called, in large letters."""
    return Part(state.said_in(words), NAME_SIZE, Stage.CALLED, bold=True)


def _long(text: str) -> Part:
    """A text that goes on from page to page where it has no room."""
    return Part(text, TEXT_SIZE, pieces=(Marked(text, PieceState.KEPT),) if text else ())
