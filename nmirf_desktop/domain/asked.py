"""What each rule of the Declaration asks for, in a sentence of our own, never the Declaration's.

Where the Declaration is silent there is none: the practice says what is done.
"""

from collections.abc import Mapping
from types import MappingProxyType

from nmirf_desktop.i18n import N_

ASKS: Mapping[str, str] = MappingProxyType(
    {
        "R1": N_("No approval, no accreditation and no vote stand between a State and the Network."),
        "R2": N_(
            "A State with a national mechanism is a member, one that has none yet an observer; the form of the "
            "mechanism does not matter."
        ),
        "R3": N_(
            "The 193 Member States of the United Nations may belong to the Network; others may attend its meetings."
        ),
        "R4": N_("A State belongs once: as a member or as an observer, never as both on one day."),
        "R5": N_("Each member names at least one focal point, and one of them votes for it."),
        "R6": N_("Who is named as focal point may decide and vote for the member; no further powers are asked for."),
        "R7": N_("Observers take part and speak; they neither vote nor stand in the way of a consensus."),
        "R8": N_(
            "A State belongs from the day on which the Executive Committee has its letter: that it wishes to "
            "join, and that it adopts the Declaration."
        ),
        "R9": N_("Who took part in the meeting in Asunción belongs from 9 May 2024, without a letter."),
        "R12": N_("Each decision is sought by consensus first: the Chair puts the proposal, and no member objects."),
        "R13": N_("Only a proposal on which there is no consensus is put to the vote."),
        "R14": N_(
            "A proposal is adopted where more members vote in favour than against; who abstains or is absent "
            "does not count."
        ),
        "R16": N_("Each member has one vote, however large its delegation."),
        "R28": N_("The Executive Committee has three to five seats, each of them held by another State."),
        "R29": N_(
            "The seats are spread over the regions of the world; a Committee from one region alone is not enough."
        ),
        "R30": N_("The Committee is appointed for three calendar years, and renewed in time."),
        "R31": N_(
            "A State that takes a seat over holds it until the mandate of the Committee ends, not for three "
            "years of its own."
        ),
        "R32": N_("The Committee is appointed while the Network meets, by a decision on record."),
        "R33": N_("Who holds a seat belongs to the Network; whether observers may hold one, too, is an open question."),
        "R34": N_("At any time one of those who hold a seat coordinates, chosen by the Committee itself."),
        "R36": N_("For each year from 2025 on, the Network holds an annual meeting."),
        "R37": N_(
            "The annual meeting looks back on the work done, and ahead to the work to come: its agenda has an "
            "item on each."
        ),
        "R38": N_("The Executive Committee, and nobody else, draws up the agenda of a meeting and agrees on it."),
        "R39": N_("Each member is sent the agenda one calendar month before the opening, at the latest."),
        "R40": N_("The agenda goes to every member; observers and OHCHR receive it as well."),
        "R41": N_("States that have no mechanism yet are invited to the meetings, observers before others."),
        "R42": N_("Whatever the Network does serves one of its six objectives."),
        "R43": N_("Members share practices and events through the virtual knowledge hub; none is obliged to."),
        "R44": N_(
            "A partnership serves one objective of the Network at least; partners have neither a seat nor a vote."
        ),
        "R45": N_("OHCHR guides, advises and supports the Network without belonging to it."),
        "R46": N_("The Network has no formal status; giving it one would be a decision like any other."),
        "R47": N_("The Network and the mechanisms have the same names in all documents, in each language."),
    }
)
"""The sentences by the numbers of their rules."""
