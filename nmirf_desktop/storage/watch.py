"""What is noted while the Declaration is watched, on disk: how open questions are settled, why rules were not kept."""

from nmirf_desktop.domain.compliance.findings import RuleException
from nmirf_desktop.domain.practices import Choice
from nmirf_desktop.domain.rule_changes import RuleChange
from nmirf_desktop.storage.base import link
from nmirf_desktop.storage.rows import Rows

CHOICES = Rows("practice_choice", Choice, decision=link("decision"))
RULE_CHANGES = Rows("rule_change", RuleChange, decision=link("decision"))
EXCEPTIONS = Rows("rule_exception", RuleException)
