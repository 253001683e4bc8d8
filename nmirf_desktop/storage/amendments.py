"""Amendments, sponsors, motions on a text, its parts and its versions on disk."""

import sqlalchemy as sa

from nmirf_desktop.domain.amendments import Amendment, Sponsorship, TextVersion
from nmirf_desktop.domain.divisions import Part, TextMotion
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.rows import Rows

AMENDMENTS = Rows(
    "amendment",
    Amendment,
    proposal=link("proposal", indexed=True),
    sponsor=of_state(),
    amends=link("amendment"),
    superseded_by=link("amendment"),
    of_title=sa.Column(server_default="0"),
)
SPONSORSHIPS = Rows(
    "sponsorship", Sponsorship, proposal=link("proposal", indexed=True), state=of_state(), amendment=link("amendment")
)
TEXT_MOTIONS = Rows("text_motion", TextMotion, proposal=link("proposal", indexed=True), mover=of_state())
PARTS = Rows("part", Part, motion=link("text_motion", indexed=True))
TEXT_VERSIONS = Rows(
    "text_version",
    TextVersion,
    unique=("proposal", "number"),
    proposal=link("proposal", indexed=True),
    amendment=link("amendment"),
)
"""Texts as they read: rows are added, never changed."""
