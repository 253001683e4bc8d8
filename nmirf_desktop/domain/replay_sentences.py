"""What the steps of a vote say when it is replayed: in one line each, with the reason where one was given."""

from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.rekeyed import because
from nmirf_desktop.domain.replay import Replay, Step, StepKind
from nmirf_desktop.domain.vote_answers import REMARKS, SECOND_CALL
from nmirf_desktop.domain.vote_lists import correction_note
from nmirf_desktop.domain.voting import ANSWER_LABELS, Act, Answer, Outcome, Position, VoteKind
from nmirf_desktop.i18n import N_, Catalog

ANNOUNCED = {
    Outcome.ADOPTED: N_("The Chair announces the result: adopted"),
    Outcome.NOT_ADOPTED: N_("The Chair announces the result: not adopted"),
}
DECLARED = {
    Outcome.ADOPTED: N_("The Chair declares, other than the numbers say: adopted"),
    Outcome.NOT_ADOPTED: N_("The Chair declares, other than the numbers say: not adopted"),
}
OF_A_PART = (
    {
        Outcome.ADOPTED: N_("The Chair announces the result: the part is retained"),
        Outcome.NOT_ADOPTED: N_("The Chair announces the result: the part is not retained"),
    },
    {
        Outcome.ADOPTED: N_("The Chair declares, other than the numbers say: the part is retained"),
        Outcome.NOT_ADOPTED: N_("The Chair declares, other than the numbers say: the part is not retained"),
    },
)
OF_AN_APPEAL = (
    {
        Outcome.ADOPTED: N_("The Chair announces the result: the ruling was overruled"),
        Outcome.NOT_ADOPTED: N_("The Chair announces the result: the ruling stands"),
    },
    {
        Outcome.ADOPTED: N_("The Chair declares, other than the numbers say: the ruling was overruled"),
        Outcome.NOT_ADOPTED: N_("The Chair declares, other than the numbers say: the ruling stands"),
    },
)
RESULTS = {VoteKind.PART: OF_A_PART, VoteKind.APPEAL: OF_AN_APPEAL}
"""What was announced, and what was declared otherwise, of what is not simply adopted or not."""


def step_words(replay: Replay, number: int, words: Catalog) -> str:
    """What happened in a step: "Ghana: in favour → against (changed before the announcement)"."""
    step = replay.steps[number]
    match step.kind:
        case StepKind.OPENED:
            n = len(step.vote.entitled)
            return words.ngettext(
                "The vote is opened: {n} member is entitled to vote",
                "The vote is opened: {n} members are entitled to vote",
                n,
            ).format(n=words.number(n))
        case StepKind.DRAWN:
            return _drawn(replay, step, words)
        case StepKind.SECOND_CALL:
            n = len(replay.board(number).calling.missing)
            return words.ngettext(
                "The second call begins: {n} member is called again",
                "The second call begins: {n} members are called again",
                n,
            ).format(n=words.number(n))
        case StepKind.TOGETHER:
            return _together(step, words)
        case StepKind.COUNTED:
            return _counted(step, words)
        case StepKind.CORRECTED:
            return words.gettext("The record is corrected. {counted}").format(counted=_counted(step, words))
        case StepKind.ANNOUNCED:
            return _announced(step, words)
        case StepKind.ANSWERED:
            return _answered(replay, step, step.position, words) if step.position is not None else ""


def _drawn(replay: Replay, step: Step, words: Catalog) -> str:
    """Who is called first; where the program drew, with the seed."""
    first = replay.states[step.vote.drawn or ""].said_in(words)
    frame = words.gettext("Called first: {state}, drawn by lot")
    if step.vote.lot_seed:
        frame = words.gettext("Called first: {state}, drawn by lot (seed {seed})")
    return frame.format(state=first, seed=step.vote.lot_seed)


def reason_words(step: Step, words: Catalog) -> str:
    """Why the record was corrected, or why the Chair declared otherwise; empty where no reason was given."""
    given = step.position.reason if step.position is not None else step.reason
    if step.kind is StepKind.ANNOUNCED:
        given = step.vote.divergence
    return because(given, words) if given.strip() else ""


def _answered(replay: Replay, step: Step, one: Position, words: Catalog) -> str:
    state = replay.states[one.state]
    if one.act is Act.INTENDED and step.before is one.answer:
        frame = words.gettext("The delegation {of_state} takes back what it had said that it had intended.")
        return frame.format(**forms(state, words.language))
    if one.act is Act.INTENDED:
        return correction_note(state, one.answer, words)
    name, now = state.said_in(words), words.gettext(ANSWER_LABELS[one.answer]).lower()
    said = words.pgettext("last answer", "{state}: {answer}").format(state=name, answer=now)
    if step.before is not None and step.before is not one.answer:
        before = words.gettext(ANSWER_LABELS[step.before]).lower()
        frame = words.pgettext("last answer", "{state}: {before} → {answer}")
        said = frame.format(state=name, before=before, answer=now)
    remark = REMARKS.get(one.act, SECOND_CALL if one.call > 1 else "")
    if not remark:
        return said
    frame = words.pgettext("answer and remark", "{answer} ({remark})")
    return frame.format(answer=said, remark=words.gettext(remark))


def _together(step: Step, words: Catalog) -> str:
    """What was written of many States at once, and of how many."""
    n = len(step.together)
    if step.together[0].answer is Answer.NO_ANSWER:
        said = words.ngettext("No answer, noted at once: {n} State", "No answer, noted at once: {n} States", n)
    else:
        said = words.ngettext(
            "In favour, noted at once: {n} State present that had not answered",
            "In favour, noted at once: {n} States present that had not answered",
            n,
        )
    return said.format(n=words.number(n))


def _counted(step: Step, words: Catalog) -> str:
    hands, papers = step.vote.hands, step.vote.papers
    if hands is None:
        return words.gettext("The count was taken back")
    said = words.gettext("Counted: {in_favour} in favour, {against} against, {abstaining} abstaining").format(
        in_favour=hands.in_favour, against=hands.against, abstaining=hands.abstaining
    )
    if papers is None or not papers.numbered:
        return said if papers is None or not papers.invalid else _with_invalid(said, papers.invalid, words)
    box = words.gettext("Papers: {issued} issued, {returned} returned, {invalid} invalid").format(
        issued=papers.issued, returned=papers.returned, invalid=papers.invalid
    )
    return words.pgettext("facts in a row", " · ").join((box, said))


def _with_invalid(said: str, invalid: int, words: Catalog) -> str:
    """Where nobody typed how many papers went out and came back, those that are not valid are said alone."""
    box = words.gettext("Invalid papers: {n}").format(n=words.number(invalid))
    return words.pgettext("facts in a row", " · ").join((box, said))


def _announced(step: Step, words: Catalog) -> str:
    declared = step.vote.declared or step.tally.outcome
    announced, otherwise = RESULTS.get(step.vote.kind, (ANNOUNCED, DECLARED))
    frames = announced if declared is step.tally.outcome else otherwise
    return words.gettext(frames[declared])
