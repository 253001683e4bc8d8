"""Who signs the one record copy of minutes and decisions, by function and State: nobody's name is printed.

Small bodies sign what is settled and never a draft: the Chair and the Rapporteur whom the meeting elected sign its
approved minutes, the Coordinator where it elected neither. A decision has the Chair's signature.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from nmirf_desktop.domain.blocks import Signature, Signatures
from nmirf_desktop.domain.drafting_officers import in_office
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.officers import Office
from nmirf_desktop.domain.papers import MinutesPaper, RecordPaper
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog

SIGNING = {Office.CHAIR: N_("The Chair"), Office.RAPPORTEUR: N_("The Rapporteur")}
COORDINATOR = N_("The Coordinator")
"""Who signs, in words that fit whoever it is: the office, « La présidence », «La Relatoría», and in French, which has
no word for the second office, both forms: « Le rapporteur ou la rapporteuse »."""
PLACE_AND_DATE = N_("Place and date")


def signed_minutes(paper: MinutesPaper, facts: RecordedMeeting) -> MinutesPaper:
    """Approved minutes with lines to sign on at the end of their last section, before the annexes; drafts have none."""
    if paper.state is not MinutesState.APPROVED or not paper.sections:
        return paper
    *before, last = paper.sections
    signatures = _signatures(facts, (Office.CHAIR, Office.RAPPORTEUR))
    return replace(paper, sections=(*before, replace(last, blocks=(*last.blocks, signatures))))


def unsigned(paper: MinutesPaper) -> MinutesPaper:
    """Minutes without the lines to sign on."""
    sections = (
        replace(one, blocks=tuple(block for block in one.blocks if not isinstance(block, Signatures)))
        for one in paper.sections
    )
    return replace(paper, sections=tuple(sections))


def signed_decision(paper: RecordPaper, facts: RecordedMeeting) -> RecordPaper:
    """A decision with a line to sign on at its end."""
    return replace(paper, blocks=(*paper.blocks, _signatures(facts, (Office.CHAIR,))))


def signed_compliance(
    paper: RecordPaper, coordinator: StateCode | None, states: Mapping[StateCode, State]
) -> RecordPaper:
    """A statement of compliance with a line for the Coordinator at its end; without a State where it is vacant."""
    state = NOTHING if coordinator is None else Said.by(states[coordinator].said_in)
    signature = Signature(Said.words(COORDINATOR), Said.words(PLACE_AND_DATE), state)
    *before, last = paper.sections
    return replace(paper, sections=(*before, replace(last, blocks=(*last.blocks, Signatures((signature,))))))


def coordinator_signing(signer: Person | None, words: Catalog) -> str:
    """The function under which a letter is signed: as the gender of who signs asks, else that of the office."""
    match signer.gender if signer else None:
        case Gender.FEMININE:
            return words.pgettext("a woman who signs", "The Coordinator")
        case Gender.MASCULINE:
            return words.pgettext("a man who signs", "The Coordinator")
        case _:
            return words.gettext(COORDINATOR)


def _signatures(facts: RecordedMeeting, offices: Collection[Office]) -> Signatures:
    """Those who hold one of the offices, recorded or by its election, else the Coordinator, else whoever chaired."""
    holders = tuple((SIGNING[one.office], one.state) for one in in_office(facts) if one.office in offices)
    if not holders and facts.coordinator is not None:
        holders = ((COORDINATOR, facts.coordinator),)
    signing: tuple[tuple[str, StateCode | None], ...] = holders or ((SIGNING[Office.CHAIR], None),)
    return Signatures(
        tuple(
            Signature(
                Said.words(function),
                Said.words(PLACE_AND_DATE),
                NOTHING if state is None else Said.by(facts.states[state].said_in),
            )
            for function, state in signing
        )
    )
