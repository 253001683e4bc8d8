"""The Network's six objectives (the Declaration's *Objectives*, R42): what its work is counted by."""

from enum import StrEnum

from nmirf_desktop.i18n import N_


class Objective(StrEnum):
    """An objective, by its number in the Declaration."""

    CREATION = "1"
    CAPACITIES = "2"
    EXCHANGE = "3"
    COOPERATION = "4"
    HUMAN_RIGHTS_SYSTEM = "5"
    KNOWLEDGE_HUB = "6"


OBJECTIVE_LABELS = {
    Objective.CREATION: N_("Promote and encourage the creation of NMIRFs"),
    Objective.CAPACITIES: N_("Contribute to strengthening the capacities of Network members"),
    Objective.EXCHANGE: N_("Promote the exchange of experiences, challenges and best practices"),
    Objective.COOPERATION: N_("Encourage partnerships and bilateral and multilateral cooperation"),
    Objective.HUMAN_RIGHTS_SYSTEM: N_("Strengthen cooperation with the international human rights system"),
    Objective.KNOWLEDGE_HUB: N_("Contribute to the virtual knowledge hub"),
}
"""The objectives in short."""
OBJECTIVE_BRIEFS = {
    Objective.CREATION: N_("1. Creation of NMIRFs"),
    Objective.CAPACITIES: N_("2. Capacities of members"),
    Objective.EXCHANGE: N_("3. Exchange of experiences"),
    Objective.COOPERATION: N_("4. Partnerships and cooperation"),
    Objective.HUMAN_RIGHTS_SYSTEM: N_("5. Human rights system"),
    Objective.KNOWLEDGE_HUB: N_("6. Knowledge hub"),
}
"""The objectives by number and in a few words, where there is little room: in a chart or a filter."""
