"""Who was elected without a ballot, and to what: "The following candidate was elected Chair by acclamation: Kenya.".

French and Spanish say that the election *of* one, or of some to an office, was pronounced, as the Chair did: it is
right of anybody, also of a person whose gender nobody entered. Several on the Executive Committee are listed as
candidates.
"""

from collections.abc import Iterator

from nmirf_desktop.domain.election_board import ElectionBoard, in_order
from nmirf_desktop.domain.election_reopened import of_the_committee
from nmirf_desktop.domain.election_rules import How
from nmirf_desktop.domain.election_sentences import elected_by, listed, of_candidates
from nmirf_desktop.domain.elections import Election
from nmirf_desktop.domain.officers import Office, office_elected
from nmirf_desktop.i18n import Catalog


def acclaimed_sentences(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """Who was elected without a ballot: by acclamation, or as a slate that was agreed.

    What stands between it and the beginning of the election may be long: the usual ones say to what it was.
    """
    names = in_order(board.acclaimed, words)
    if not names:
        return
    election = board.election
    usual = of_the_committee(election) or office_elected(election.title) is not None
    if election.on_slate or not usual:
        yield elected_by(How.SLATE if election.on_slate else How.ACCLAMATION, names, words)
    else:
        said = _elected(election, len(names), words)
        yield said.format(names=listed(names, words), of_names=of_candidates(names, words))


def _elected(election: Election, count: int, words: Catalog) -> str:
    match office_elected(election.title):
        case Office.CHAIR:
            return words.ngettext(
                "The following candidate was elected Chair by acclamation: {names}.",
                "The following candidates were elected to the office of Chair by acclamation: {names}.",
                count,
            )
        case Office.VICE_CHAIR:
            return words.ngettext(
                "The following candidate was elected Vice-Chair by acclamation: {names}.",
                "The following candidates were elected to the office of Vice-Chair by acclamation: {names}.",
                count,
            )
        case Office.RAPPORTEUR:
            return words.ngettext(
                "The following candidate was elected Rapporteur by acclamation: {names}.",
                "The following candidates were elected to the office of Rapporteur by acclamation: {names}.",
                count,
            )
        case None:
            return words.ngettext(
                "The following candidate was elected to the Executive Committee by acclamation: {names}.",
                "The following candidates were elected to the Executive Committee by acclamation: {names}.",
                count,
            )
