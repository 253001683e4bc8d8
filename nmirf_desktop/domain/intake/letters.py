"""A row of a list of members: what it says of a State's letter to the Executive Committee."""

import datetime
from dataclasses import dataclass, replace

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.intake.drafts import RowDraft, kept
from nmirf_desktop.domain.members import Communication, CommunicationForm, MembershipKind
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.i18n import N_

LETTER_LATER = N_("The letter of {letter} is later than the first day, {start}: a State joins on its receipt (R8).")
LETTER_EARLIER = N_(
    "The letter is of {letter}; it is recorded as received on {start}, the first day of the membership."
)
TAKEN = N_("The list says nothing of the two elements of the letter: both are recorded as stated.")
DENIED = N_("The list says that the letter lacks what the register has in it: {missing}.")
INCOMPLETE = N_("The list gives a first day, and says that an element of the letter is still to come: {missing}.")


@dataclass(frozen=True, slots=True)
class SaidLetter:
    """What a row says of a State's letter. An element that no column names is taken as stated."""

    day: datetime.date | None
    reference: str
    interest: bool
    adoption: bool

    def letter(self, draft: RowDraft, received: datetime.date, kind: MembershipKind) -> Communication:
        """The letter, as received on a day."""
        return Communication(
            draft.standing.new_key(), draft.code, received, CommunicationForm.LETTER, kind,
            states_interest=self.interest, states_adoption=self.adoption, reference=self.reference,
        )  # fmt: skip


def said_letter(draft: RowDraft) -> SaidLetter | None:
    """What a row says of a letter, ``None`` where it says nothing."""
    cells = draft.cells
    day, reference = cells.day("letter_date"), cells.text("reference")
    interest, adoption = cells.answer("interest"), cells.answer("adoption")
    if day is None and not reference and interest is None and adoption is None:
        return None
    return SaidLetter(day, reference, interest is not False, adoption is not False)


def missing_of(letter: Communication) -> Listed:
    """The elements that a letter lacks by itself."""
    return Listed(tuple(Phrase(element) for element in rules.missing_elements([letter])))


def compare(draft: RowDraft, letter: Communication, said: SaidLetter) -> None:
    """A letter that is recorded, beside what the list says of it: its reference is taken, what else differs is told."""
    if said.day is not None and said.day != letter.received_on:
        draft.warn(LETTER_EARLIER, "letter_date", letter=said.day, start=letter.received_on)
    denied = replace(
        letter,
        states_interest=said.interest or not letter.states_interest,
        states_adoption=said.adoption or not letter.states_adoption,
    )
    if not denied.complete:
        draft.warn(DENIED, "letter_date", missing=missing_of(denied))
    reference = kept(said.reference, letter.reference)
    if reference != letter.reference:
        draft.change(N_("Reference"), letter.reference, reference)
        draft.keep(replace(letter, reference=reference))


def accompany(draft: RowDraft, said: SaidLetter | None, kind: MembershipKind, day: datetime.date | None) -> None:
    """Keep a letter that founds no membership, such as a founder's; without a day of its own it has *day*, if any."""
    received = (said.day or day) if said is not None and (said.day is not None or said.reference) else None
    if said is None or received is None or any(one.received_on == received for one in draft.known().communications):
        return
    draft.keep(said.letter(draft, received, kind))
    draft.do(N_("Letter of {day}"), day=received)


def founding_letter(
    draft: RowDraft, kind: MembershipKind, start: datetime.date, said: SaidLetter
) -> Communication | None:
    """The letter on whose receipt a membership begins; ``None`` where it cannot be, which is told."""
    if said.day is not None and said.day > start:
        draft.error(LETTER_LATER, "letter_date", letter=said.day, start=start)
        return None
    if said.day is not None and said.day < start:
        draft.warn(LETTER_EARLIER, "letter_date", letter=said.day, start=start)
    if draft.cells.cell("interest") is None and draft.cells.cell("adoption") is None:
        draft.note(TAKEN, "letter_date")
    letter = _on_the_day(draft, said.letter(draft, start, kind))
    if not letter.complete:
        draft.error(INCOMPLETE, "since", missing=missing_of(letter))
        return None
    return letter


def _on_the_day(draft: RowDraft, said: Communication) -> Communication:
    """The letter that is recorded of that day with what the list says of it, else the one that the list says."""
    known = next((one for one in draft.known().communications if one.received_on == said.received_on), None)
    if known is None:
        return said
    return replace(
        known,
        requests=said.requests,
        states_interest=known.states_interest or said.states_interest,
        states_adoption=known.states_adoption or said.states_adoption,
        reference=kept(said.reference, known.reference),
    )
