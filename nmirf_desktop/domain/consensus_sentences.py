"""What is said when consensus is sought: the Chair's words and the sentences of the minutes (R7, R12, A2)."""

from collections.abc import Sequence

from nmirf_desktop.domain.forms_adopted import ASKED, Form
from nmirf_desktop.domain.forms_voted import PUT_TO_THE_VOTE
from nmirf_desktop.domain.naming import forms, of_states
from nmirf_desktop.domain.states import State, in_order
from nmirf_desktop.domain.vote_sentences import Matter
from nmirf_desktop.i18n import N_, Catalog

SO_DECIDED = N_("I hear no objection. It is so decided.")
"""The Chair's words when nobody objects."""


def may_i_take_it(draft: str, words: Catalog, form: Form | None = None) -> str:
    """*Decision-Making Procedure* (R12): the Chair's question; *draft* is "L.3", or nothing where it has no number.

    *form* is that in which the text reads (``form_of``), where it is not as submitted: "L.3, as amended".
    """
    if not draft:
        return words.gettext("May I take it that the meeting wishes to adopt the draft decision?")
    asked = N_("May I take it that the meeting wishes to adopt draft decision {name}?") if form is None else ASKED[form]
    return words.gettext(asked).format(name=draft)


def put_to_the_vote(draft: str, words: Catalog, form: Form | None = None) -> str:
    """*Decision-Making Procedure* (R13): what the Chair says once there is no consensus; both as before."""
    if not draft:
        return words.gettext(
            "There is no consensus on the draft decision. In the absence of consensus, it is put to the vote."
        )
    said = N_("There is no consensus on draft decision {name}. In the absence of consensus, it is put to the vote.")
    return words.gettext(said if form is None else PUT_TO_THE_VOTE[form]).format(name=draft)


def consensus_sentence(matter: Matter, words: Catalog) -> str:
    """*Decision-Making Procedure* (R12): "Decision 2027/1 was adopted by consensus."."""
    return words.gettext(matter.consensus).format(name=matter.name, of=matter.of)


def no_consensus_sentence(objectors: Sequence[State], matter: str, words: Catalog) -> str:
    """*Decision-Making Procedure* (R12, R13; part E): that there was no consensus; who objected may stay unnamed.

    *matter* is what was put, as it stands after "on": "draft decision L.3", "amendment L.3/Amend.1".
    """
    if not objectors:
        return words.gettext("The Chair noted that there was no consensus on {matter}.").format(matter=matter)
    if len(objectors) > 1:
        return words.gettext(
            "The delegations {of_states} having objected, the Chair noted that there was no consensus on {matter}."
        ).format(matter=matter, of_states=of_states(in_order(objectors, words), words))
    return words.gettext(
        "The delegation {of_state} having objected, the Chair noted that there was no consensus on {matter}."
    ).format(matter=matter, **forms(objectors[0], words.language))


def opposing_statement(state: State, words: Catalog, *, observes: bool) -> str:
    """*Membership* (R7, A1; part E): the objection of a State that is no member, as a statement that opposed it.

    *observes* says that it is an observer; another State that is represented is none.
    """
    made = (
        words.gettext("The observer for {the_state} made a statement opposing the proposal.")
        if observes
        else words.gettext("The representative {of_state} made a statement opposing the proposal.")
    )
    return made.format(**forms(state, words.language))


def thanks_for_statement(state: State, words: Catalog, *, observes: bool) -> str:
    """*Membership* (R7; part E): the Chair's courteous words after such an objection."""
    thanks = (
        words.gettext(
            "I thank the observer for {the_state} for the statement, which will be reflected in the minutes."
            " Consensus is established among the members of the Network."
        )
        if observes
        else words.gettext(
            "I thank the representative {of_state} for the statement, which will be reflected in the minutes."
            " Consensus is established among the members of the Network."
        )
    )
    return thanks.format(**forms(state, words.language))


OBSERVER_REASON = N_(
    "Decisions are made by the members of the Network: the statement of a State that is no member is recorded"
    " and does not break consensus."
)
"""Why an observer's objection does not break consensus, for the rapporteur's eyes."""
