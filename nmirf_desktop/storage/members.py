"""Memberships, communications, mechanisms, people and focal points on disk."""

from nmirf_desktop.domain.members import Communication, FocalPoint, Mechanism, Membership, Person
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.rows import Rows

MEMBERSHIPS = Rows("membership", Membership, state=of_state(indexed=True), communication=link("communication"))
COMMUNICATIONS = Rows("communication", Communication, state=of_state(indexed=True))
MECHANISMS = Rows("mechanism", Mechanism, state=of_state(indexed=True))
PEOPLE = Rows("person", Person, state=of_state(indexed=True))
FOCAL_POINTS = Rows("focal_point", FocalPoint, state=of_state(indexed=True), person=link("person"))
