"""Adoptions of records of decisions, wordings of decisions put right, and relations of decisions on disk."""

from nmirf_desktop.domain.records_kept import DecisionRelation, RecordAdoption, WordingCorrection
from nmirf_desktop.storage.base import link
from nmirf_desktop.storage.rows import Rows

RECORD_ADOPTIONS = Rows(
    "record_adoption", RecordAdoption, meeting=link("meeting", indexed=True), item=link("agenda_item")
)
WORDINGS = Rows("wording_correction", WordingCorrection, decision=link("decision", indexed=True))
"""How decisions read before they were put right; rows are added, never changed."""
RELATIONS = Rows(
    "decision_relation",
    DecisionRelation,
    unique=("decision", "kind", "other"),
    decision=link("decision", indexed=True),
    other=link("decision", indexed=True),
)
