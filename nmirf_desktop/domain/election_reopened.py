"""What is said of an acclamation that was announced and put right: which election, who had been announced, and why."""

from nmirf_desktop.domain.election_board import ElectionBoard, Reopened, in_order
from nmirf_desktop.domain.election_sentences import of_candidates
from nmirf_desktop.domain.elections import COMMITTEE_TITLE, Election
from nmirf_desktop.domain.officers import Office, called_alike, office_elected
from nmirf_desktop.domain.rekeyed import as_typed
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog, Language, catalog


def of_the_committee(election: Election) -> bool:
    """Whether an election has the usual title of that of the Executive Committee, in any language."""
    usual = {str(one): catalog(one).gettext(COMMITTEE_TITLE) for one in Language}
    return called_alike(election.title, Trilingual(usual["en"], usual["fr"], usual["es"]))


def own_title(election: Election, words: Catalog) -> str:
    """The title of an election within a sentence, without a full stop."""
    return (election.title[words.language] or election.title.original).strip().rstrip(".")


def announced_sentence(one: Reopened, words: Catalog) -> str:
    """Who was announced as elected by an acclamation that was put right later."""
    names = of_candidates(in_order(one.names, words), words)
    return words.gettext("The election {of_names} by acclamation was announced.").format(of_names=names)


def rectified_sentence(one: Reopened, words: Catalog) -> str:
    """(silent; part E) R27: an announcement is put right in the room, by whoever made it, and why, as it was typed."""
    reason = as_typed(one.reason)
    if not one.names:
        return words.gettext(
            "The announcement of an election by acclamation is rectified, for this reason: “{reason}”."
        ).format(reason=reason)
    names = of_candidates(in_order(one.names, words), words)
    return words.gettext(
        "The announcement of the election {of_names} by acclamation is rectified, for this reason: “{reason}”."
    ).format(of_names=names, reason=reason)


def reopened_sentence(shown: ElectionBoard, one: Reopened, words: Catalog) -> str:
    """(silent; part E) R27: who had been announced as elected, and why that was put right, as it was typed."""
    reason = as_typed(one.reason)
    if not one.names:
        return words.gettext(
            "An election by acclamation that had been announced was rectified, for this reason: “{reason}”."
        ).format(reason=reason)
    names, title = of_candidates(in_order(one.names, words), words), own_title(shown.election, words)
    return _frame(shown.election, words).format(of_names=names, reason=reason, title=title)


def _frame(election: Election, words: Catalog) -> str:
    if of_the_committee(election):
        return words.gettext(
            "The election {of_names} to the Executive Committee by acclamation had been announced; that announcement "
            "was rectified, for this reason: “{reason}”."
        )
    match office_elected(election.title):
        case Office.CHAIR:
            return words.gettext(
                "The election {of_names} as Chair by acclamation had been announced; that announcement was rectified, "
                "for this reason: “{reason}”."
            )
        case Office.VICE_CHAIR:
            return words.gettext(
                "The election {of_names} as Vice-Chair by acclamation had been announced; that announcement was "
                "rectified, for this reason: “{reason}”."
            )
        case Office.RAPPORTEUR:
            return words.gettext(
                "The election {of_names} as Rapporteur by acclamation had been announced; that announcement was "
                "rectified, for this reason: “{reason}”."
            )
        case None:
            return words.gettext(
                "The election {of_names} by acclamation (“{title}”) had been announced; that announcement was "
                "rectified, for this reason: “{reason}”."
            )
