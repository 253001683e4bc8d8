"""What is said of a vote on a text that is not as it was submitted: its draft with its form (R15, R22).

A draft is revised or amended, and is then a decision: "Draft decision L.1, as orally revised, was adopted as decision
2027/1 by a roll-call vote of 9 to 1, with 2 abstentions."
"""

from dataclasses import replace

from nmirf_desktop.domain.forms_adopted import Form
from nmirf_desktop.domain.vote_sentences import DECISION, NUMBERED_DRAFT, Matter
from nmirf_desktop.i18n import N_, Catalog

DECISIONS = {
    Form.REVISED: replace(
        DECISION,
        adopted=N_("Draft decision {of}, as orally revised, was adopted as decision {name} {manner}."),
        unanimous=N_("Draft decision {of}, as orally revised, was adopted unanimously as decision {name} {manner}."),
    ),
    Form.AMENDED: replace(
        DECISION,
        adopted=N_("Draft decision {of}, as amended, was adopted as decision {name} {manner}."),
        unanimous=N_("Draft decision {of}, as amended, was adopted unanimously as decision {name} {manner}."),
    ),
    Form.REVISED_AND_AMENDED: replace(
        DECISION,
        adopted=N_("Draft decision {of}, as orally revised and amended, was adopted as decision {name} {manner}."),
        unanimous=N_(
            "Draft decision {of}, as orally revised and amended, was adopted unanimously as decision {name} {manner}."
        ),
    ),
    Form.IN_PART: replace(
        DECISION,
        adopted=N_(
            "Draft decision {of}, without the parts that had been rejected, was adopted as decision {name} {manner}."
        ),
        unanimous=N_(
            "Draft decision {of}, without the parts that had been rejected, was adopted unanimously as decision"
            " {name} {manner}."
        ),
    ),
}
"""A decision with its number and the draft that it was: ``DECISIONS[form].named("2027/1", "L.3")``."""
DRAFTS = {
    Form.REVISED: replace(
        NUMBERED_DRAFT,
        adopted=N_("Draft decision {name}, as orally revised, was adopted {manner}."),
        unanimous=N_("Draft decision {name}, as orally revised, was adopted unanimously {manner}."),
        rejected=N_("Draft decision {name}, as orally revised, was rejected {manner}."),
        tied=N_(
            "The votes being equally divided ({votes}), draft decision {name}, as orally revised, was not adopted."
        ),
    ),
    Form.AMENDED: replace(
        NUMBERED_DRAFT,
        adopted=N_("Draft decision {name}, as amended, was adopted {manner}."),
        unanimous=N_("Draft decision {name}, as amended, was adopted unanimously {manner}."),
        rejected=N_("Draft decision {name}, as amended, was rejected {manner}."),
        tied=N_("The votes being equally divided ({votes}), draft decision {name}, as amended, was not adopted."),
    ),
    Form.REVISED_AND_AMENDED: replace(
        NUMBERED_DRAFT,
        adopted=N_("Draft decision {name}, as orally revised and amended, was adopted {manner}."),
        unanimous=N_("Draft decision {name}, as orally revised and amended, was adopted unanimously {manner}."),
        rejected=N_("Draft decision {name}, as orally revised and amended, was rejected {manner}."),
        tied=N_(
            "The votes being equally divided ({votes}), draft decision {name}, as orally revised and amended, was"
            " not adopted."
        ),
    ),
    Form.IN_PART: replace(
        NUMBERED_DRAFT,
        adopted=N_("Draft decision {name}, without the parts that had been rejected, was adopted {manner}."),
        unanimous=N_(
            "Draft decision {name}, without the parts that had been rejected, was adopted unanimously {manner}."
        ),
        rejected=N_("Draft decision {name}, without the parts that had been rejected, was rejected {manner}."),
        tied=N_(
            "The votes being equally divided ({votes}), draft decision {name}, without the parts that had been"
            " rejected, was not adopted."
        ),
    ),
}
"""A draft decision that is none yet, or was rejected: ``DRAFTS[form].named("L.3")``."""
PUT_TO_THE_VOTE = {
    Form.REVISED: N_(
        "There is no consensus on draft decision {name}, as orally revised. In the absence of consensus, it is"
        " put to the vote."
    ),
    Form.AMENDED: N_(
        "There is no consensus on draft decision {name}, as amended. In the absence of consensus, it is put to"
        " the vote."
    ),
    Form.REVISED_AND_AMENDED: N_(
        "There is no consensus on draft decision {name}, as orally revised and amended. In the absence of"
        " consensus, it is put to the vote."
    ),
    Form.IN_PART: N_(
        "There is no consensus on draft decision {name}, without the parts that were rejected. In the absence of"
        " consensus, it is put to the vote."
    ),
}
"""What the Chair says of a text in each form once there is no consensus on it (R13)."""


def in_form(matter: Matter, form: Form | None, draft: str) -> Matter:
    """A *matter* with the *form* in which the *draft* ("L.3") was put; as it is where that is as submitted.

    So is what is no draft and no decision that was one: an amendment, a part, a motion.
    """
    if form is None:
        return matter
    if matter.adopted == DECISION.adopted:
        return DECISIONS[form].named(matter.name, draft)
    if matter.adopted == NUMBERED_DRAFT.adopted:
        return DRAFTS[form].named(matter.name)
    return matter


def draft_put(form: Form | None, words: Catalog) -> str:
    """A draft after "a vote was taken on" or "no consensus on", with ``{name}``: "…, as amended"."""
    match form:
        case Form.REVISED:
            return words.pgettext("a vote on", "draft decision {name}, as orally revised")
        case Form.AMENDED:
            return words.pgettext("a vote on", "draft decision {name}, as amended")
        case Form.REVISED_AND_AMENDED:
            return words.pgettext("a vote on", "draft decision {name}, as orally revised and amended")
        case Form.IN_PART:
            return words.pgettext("a vote on", "draft decision {name}, without the parts that had been rejected")
        case None:
            return words.pgettext("a vote on", "draft decision {name}")
