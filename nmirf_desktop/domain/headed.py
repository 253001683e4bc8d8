"""What the organisation's settings say at the head of a document: its name, the line below it, the distribution."""

from dataclasses import replace

from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.organisation import NETWORK_NAME, Organisation
from nmirf_desktop.domain.papers import MinutesPaper, Paper
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import Trilingual


def headed(paper: Paper, kind: DocumentKind, organisation: Organisation) -> Paper:
    """A paper with the organisation's own words at its head; one that is for members only stays so (R5)."""
    head = paper.masthead
    draft = isinstance(paper, MinutesPaper) and paper.state is not MinutesState.APPROVED
    usual = organisation.distribution.of(kind, draft=draft)
    head = replace(
        head,
        network=network_name(organisation.network),
        secretariat=Said.of(organisation.secretariat),
        distribution=Distribution.MEMBERS if head.distribution is Distribution.MEMBERS else usual,
    )
    return replace(paper, masthead=head)


def network_name(setting: Trilingual) -> Said:
    """The Network's name as documents print it: that of the settings, in each language without one the usual name."""
    return replace(
        Said.of(setting),
        en=setting.en.strip() or NETWORK_NAME.en,
        fr=setting.fr.strip() or NETWORK_NAME.fr,
        es=setting.es.strip() or NETWORK_NAME.es,
    )
