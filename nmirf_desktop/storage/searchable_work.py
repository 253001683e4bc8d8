"""What the search finds of what is done between the meetings: activities, partnerships, good practices, the hub."""

from collections.abc import Iterator

from nmirf_desktop.domain.activities import Activity
from nmirf_desktop.domain.annual_review import ReviewText
from nmirf_desktop.domain.contributions import Contribution
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.good_practices import GoodPractice
from nmirf_desktop.domain.ohchr_support import OhchrSupport
from nmirf_desktop.domain.partnerships import CooperationNote, Partnership
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.storage.activities import ACTIVITIES
from nmirf_desktop.storage.annual_reviews import REVIEW_TEXTS
from nmirf_desktop.storage.contributions import CONTRIBUTIONS
from nmirf_desktop.storage.encouragement import CONTACTS
from nmirf_desktop.storage.entries import Entry, Searchable, each
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.partnerships import NOTES, PARTNERSHIPS


def _activity(one: Activity) -> Entry:
    return Entry(each(one.title), text=(*each(one.place), *each(one.result), one.note), of=(one.meeting,))


def _contact(one: Contact) -> Entry:
    return Entry(text=(one.text, one.noted_by), of=(one.state,))


def _partnership(one: Partnership) -> Entry:
    """By what it is about: what is shown is the partner."""
    return Entry(each(one.title), (one.reference,), (*each(one.contacts), *each(one.reason)), thing=one.partner)


def _done_with(one: CooperationNote | OhchrSupport) -> Entry:
    """By its words: what is shown is the partner."""
    return Entry(text=each(one.text), thing=one.partner)


def _practice(one: GoodPractice) -> Entry:
    text = (*each(one.text), *each(one.contact), one.consented_by, one.note)
    return Entry(each(one.title), text=text, of=(one.state,))


def _contribution(one: Contribution) -> Entry:
    return Entry(each(one.title), text=(one.link, one.note), of=(one.state, one.practice))


def _review(one: ReviewText) -> Entry:
    """By what a person wrote; what the facts gave is found where they are."""
    return Entry(text=each(one.text))


def between_meetings() -> Iterator[Searchable]:
    """The tables, in the order in which they are looked into."""
    yield Searchable(ACTIVITIES, Kind.ACTIVITY, _activity)
    yield Searchable(CONTACTS, Kind.CONTACT, _contact)
    yield Searchable(PARTNERSHIPS, Kind.PARTNER, _partnership)
    yield Searchable(NOTES, Kind.PARTNER, _done_with)
    yield Searchable(SUPPORT, Kind.PARTNER, _done_with)
    yield Searchable(GOOD_PRACTICES, Kind.GOOD_PRACTICE, _practice)
    yield Searchable(CONTRIBUTIONS, Kind.CONTRIBUTION, _contribution)
    yield Searchable(REVIEW_TEXTS, Kind.REVIEW, _review)
