"""Notes of contacts with States that have no mechanism yet, on disk."""

from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.storage.base import of_state
from nmirf_desktop.storage.rows import Rows

CONTACTS = Rows("encouragement", Contact, state=of_state(indexed=True))
