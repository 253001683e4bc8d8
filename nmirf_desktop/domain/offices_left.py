"""Offices that an item of the agenda fills by its title, and of which no election is recorded while another one is.

"Opening of the meeting; election of the Chair and the Rapporteur": two elections are held under one item, and the
second is easily left out, so that the minutes name a Chair alone. Where none is recorded, nothing is said.
"""

import re
from collections.abc import Iterator

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.drafting_officers import in_office
from nmirf_desktop.domain.election_papers import every_election
from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.item_references import ItemNumbers
from nmirf_desktop.domain.officers import AT_OPENING, ELECTIONS, Office, office_elected
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.i18n.folding import folded

NOT_ELECTED = N_("“{election}” is not recorded under agenda item {n}, whose title names it.")
_ELECTION = re.compile(r"\bele(?:ct|cc)ion")
_OTHER_BUSINESS = re.compile(
    r";|\b(?:reports?|rapports?|informes?|statements?|declarations?|declaraci|presentation|presentaci"
    r"|adopti|adopci|approv|approb|aprobaci)(?!eu)"
)
"""What ends the part of a title that is about an election, in three languages without accents."""
_NOT_SUCH = r"(?<!vice-)(?<!vice )(?<!co-)(?<!co )\b"
_NAMES = {
    Office.CHAIR: re.compile(rf"{_NOT_SUCH}(?:chair|presiden)(?!\w*')"),
    Office.RAPPORTEUR: re.compile(rf"{_NOT_SUCH}(?:rapporteu|relator)(?!\w*')"),
}
"""How the titles of items name an office, in three languages without accents."""


def offices_left(facts: RecordedMeeting) -> Iterator[Phrase]:
    """Of each item whose title names the elections of a Chair and a Rapporteur, which one of the two is not recorded.

    None is missed where somebody was elected under the item by a title of one's own.
    """
    held = {one.office for one in in_office(facts)}
    left = [office for office in AT_OPENING if office not in held]
    if len(left) != 1:
        return
    for place in facts.agenda:
        if _fills_both(place.item) and not _elected_otherwise(facts, place.item.key):
            title = Content(ELECTIONS[left[0]])
            yield Phrase(NOT_ELECTED, {"election": title, "n": ItemNumbers((place,))})


def _fills_both(item: AgendaItem) -> bool:
    """Whether a title names, after the word for an election, both offices: in any language.

    Not who reports or speaks under the same item: "Election of the Chair; report of the Rapporteur".
    """
    for language in Language:
        _, *after = _ELECTION.split(folded(item.title[language]))
        elections = [_OTHER_BUSINESS.split(part, maxsplit=1)[0] for part in after]
        if all(any(named.search(part) for part in elections) for named in _NAMES.values()):
            return True
    return False


def _elected_otherwise(facts: RecordedMeeting, item: Key) -> bool:
    """Whether somebody was elected under an item to what the program does not know by its title."""
    return any(
        one.elected and one.election.item == item and one.election.body is Body.OTHER
        for one in every_election(facts)
        if office_elected(one.election.title) is None
    )
