"""Decisions in whose text brackets were left; the Declaration is silent, and they stand for what is not agreed."""

from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Finding, remark
from nmirf_desktop.domain.compliance.records import taken_from
from nmirf_desktop.domain.decision_records import IN_BRACKETS
from nmirf_desktop.domain.marked_text import in_brackets
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.i18n import N_

LEFT = N_("In brackets")
ADVICE = N_(
    "Put the wording right in the record of decisions (Session, Ctrl+Shift+F9), or have the meeting agree on it."
)


def bracketed(evidence: Evidence) -> Iterator[Finding]:
    """*Practice* (rules, R12): what is adopted is agreed, so that no brackets are left; a remark where some are."""
    for one in evidence.decisions:
        words = in_brackets(one.title, one.text)
        if words:
            subject, left = evidence.decision(one), Listed(words)
            said = Phrase(IN_BRACKETS, {"decision": subject, "words": left})
            yield remark("R12", subject, said, Phrase(ADVICE), taken_from(evidence, LEFT, left, one))
