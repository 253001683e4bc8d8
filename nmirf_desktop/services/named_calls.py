"""Calls for candidatures by the symbols of their documents."""

from nmirf_desktop.domain.candidatures import Call, number_of
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.symbols import standing_symbol
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.committees import CALLS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION

OF_CALLS = (DocumentKind.CALL, DocumentKind.CANDIDATES)
"""The documents of one call each."""


def named_calls(session: Session, kind: DocumentKind = DocumentKind.CALL) -> tuple[tuple[str, Call], ...]:
    """Each call with the symbol of its document of a kind, in the order in which they were opened."""
    calls, prefix = CALLS.all(session), ORGANISATION.get(session, "organisation").symbol_prefix
    opened = sorted(calls, key=lambda one: (one.opened_on, one.key))
    return tuple((standing_symbol(kind, prefix, one.opened_on, nth=number_of(one, calls)), one) for one in opened)


def call_named(session: Session, text: str) -> Key:
    """The call of a symbol, "NMIRF/CAND/2027/1", or its end, "2027/1". Raises :class:`Problem` where there is none."""
    wanted = f"/{text.strip().casefold()}"
    for kind in OF_CALLS:
        for symbol, call in named_calls(session, kind):
            if f"/{symbol.casefold()}".endswith(wanted) and "/" in wanted[1:]:
                return call.key
    known = [symbol for symbol, _ in named_calls(session)]
    if not known:
        raise Problem(N_("No call for candidatures has been opened yet."), field_name="call")
    values = {"name": text, "known": ", ".join(known)}
    raise Problem(N_("There is no call “{name}”; there are: {known}."), values, "call")
