"""How what an election fills is counted in words: seats of a body, or an office where a Chair or Rapporteur is elected.

Each sentence is one of the minutes, of the voting record and of the screen alike.
"""

from nmirf_desktop.domain.elections import Election
from nmirf_desktop.domain.officers import office_elected
from nmirf_desktop.i18n import N_, Catalog


def of_an_office(election: Election) -> bool:
    """Whether one office of the meeting is filled, by the usual title of its election: there is no seat of it."""
    return election.seats == 1 and office_elected(election.title) is not None


def places_label(election: Election) -> str:
    """What stands beside the number of places, to be translated."""
    return N_("Office to fill") if of_an_office(election) else N_("Seats to fill")


def to_be_filled(election: Election, words: Catalog) -> str:
    """How many there were to be filled."""
    if of_an_office(election):
        return words.gettext("There was one office to be filled.")
    seats = election.seats
    said = words.ngettext("There was one seat to be filled.", "There were {n} seats to be filled.", seats)
    return said.format(n=words.small_number(seats))


def still_to_fill(election: Election, words: Catalog) -> str:
    """How many are to be filled as it is opened."""
    if of_an_office(election):
        return words.gettext("One office is to be filled.")
    said = words.ngettext("{n} seat is to be filled.", "{n} seats are to be filled.", election.seats)
    return said.format(n=words.number(election.seats))


def left_vacant(election: Election, left: int, words: Catalog) -> str:
    """How many were left without anybody; *left* is one at least."""
    if of_an_office(election):
        return words.gettext("The office was left vacant.")
    said = words.ngettext("One seat was left vacant.", "{n} seats were left vacant.", left)
    return said.format(n=words.small_number(left))


def remaining(election: Election, left: int, words: Catalog) -> str:
    """How many are to be filled still; *left* is one at least."""
    if of_an_office(election):
        return words.gettext("The office remains to be filled.")
    said = words.ngettext("{n} seat remains to be filled.", "{n} seats remain to be filled.", left)
    return said.format(n=words.number(left))


def all_filled(election: Election, words: Catalog) -> str:
    """That none is left."""
    if of_an_office(election):
        return words.gettext("The office is filled.")
    return words.ngettext("The seat is filled.", "All seats are filled.", election.seats)
