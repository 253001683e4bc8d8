"""Requests for the correction of minutes, and corrigenda of approved ones, on disk."""

import sqlalchemy as sa

from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.domain.corrigenda import Corrigendum, Erratum
from nmirf_desktop.storage.base import MADE, link, of_state
from nmirf_desktop.storage.rows import Rows

CORRECTION_REQUESTS = Rows(
    "correction_request",
    CorrectionRequest,
    minutes=link("minutes", indexed=True),
    paragraph=link("minutes_paragraph"),
    state=of_state(),
    removal=sa.Column(server_default="0"),
    about=sa.Column(server_default="", info=MADE),
    addition=sa.Column(server_default="0"),
    particulars=sa.Column(server_default=""),
)
CORRIGENDA = Rows("corrigendum", Corrigendum, unique=("minutes", "number"), minutes=link("minutes", indexed=True))
ERRATA = Rows(
    "erratum",
    Erratum,
    corrigendum=link("corrigendum", indexed=True),
    paragraph=link("minutes_paragraph"),
    block=sa.Column(server_default=""),
)
