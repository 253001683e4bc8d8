"""What the organisation says of itself in its documents."""

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.floor import check_minutes
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.people import check_emails
from nmirf_desktop.domain.refusals import Problem, raise_all
from nmirf_desktop.domain.symbol_schemes import wrong_schemes
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.meetings import check_zone
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Store


class Settings:
    """The organisation's settings in the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self) -> Organisation:
        """The settings as they are stored."""
        with self._store.read() as session:
            return ORGANISATION.get(session, "organisation")

    def save(self, organisation: Organisation) -> None:
        """Store other settings.

        Raises:
            Problem: no prefix, schemes without symbols of their own, an unknown zone, a time limit that is none, or an
                address that is none.
        """
        if not organisation.symbol_prefix.strip():
            raise Problem(N_("Symbols need a prefix, such as NMIRF."), field_name="symbol_prefix")
        check_zone(organisation.time_zone)
        raise_all(wrong_schemes(organisation, self.read()))
        check_minutes(organisation.speaking_minutes)
        check_emails((organisation.email,) if organisation.email else (), "email")
        with self._store.write(N_("change the settings"), Subject.SETTINGS) as session:
            ORGANISATION.save(session, organisation)
