"""The support given by OHCHR, and the advocacy for its resources, on disk."""

from nmirf_desktop.domain.ohchr_support import OhchrSupport
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.participants import PartnerRows

SUPPORT = PartnerRows("ohchr_support", OhchrSupport, partner=link("partner", indexed=True), state=of_state())
