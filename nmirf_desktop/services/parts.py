"""Of what a document is made one of, to choose it by: decisions, votes, agendas, calls, practices, reviews, plans."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from nmirf_desktop.domain.action_plan_papers import plan_years
from nmirf_desktop.domain.agenda_versions import FORM_LABELS, AgendaVersion
from nmirf_desktop.domain.annual_review import ReviewPeriod
from nmirf_desktop.domain.corrigenda import is_issued, mark_of
from nmirf_desktop.domain.decision_papers import in_number_order
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.issued import AGENDAS, DocumentKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.votes_taken import counted_votes
from nmirf_desktop.i18n import Catalog, Language, catalog
from nmirf_desktop.services.action_plans import numbered_plans
from nmirf_desktop.services.agenda_versions import versions_of
from nmirf_desktop.services.annual_reviews import periods
from nmirf_desktop.services.corrigenda import corrigenda_of, issued_of
from nmirf_desktop.services.named_calls import OF_CALLS, named_calls
from nmirf_desktop.services.practice_sheets import named_practices
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import DECISIONS, PROPOSALS, VOTES


@dataclass(frozen=True, slots=True)
class Part:
    """A decision, a vote, a kept agenda or a call, to choose one by: its *key*, its number, and its subject or day.

    Whom a letter goes to has no number, and its name in three languages. What is *listed* stands after the others, in
    the order of its names in the reader's language.
    """

    key: Key
    name: str
    title: Trilingual = Trilingual()
    day: datetime.date | None = None
    listed: bool = False

    def said_in(self, words: Catalog) -> str:
        """Number and title, the original where it is not translated; or number and day."""
        if self.day is not None:
            return words.pgettext("part in a list", "{name}, {day}").format(name=self.name, day=words.date(self.day))
        title = self.title.best(words.language).strip()
        if not title or not self.name:
            return title or self.name
        return words.pgettext("part in a list", "{name}. {title}").format(name=self.name, title=title)


def in_reading_order(parts: Iterable[Part], words: Catalog) -> tuple[Part, ...]:
    """Parts as they are, then those that are listed by their names in the language of *words*."""
    several = tuple(parts)
    listed = sorted((one for one in several if one.listed), key=lambda one: words.sort_key(one.said_in(words)))
    return (*(one for one in several if not one.listed), *listed)


def parts_of(
    session: Session, kind: DocumentKind, meeting: Key | None, on: datetime.date | None = None
) -> tuple[Part, ...]:
    """The decisions, votes or kept agendas of a meeting in their order, or calls and practices, the latest first.

    A corrigendum has a day once it is issued. Nothing for a document that has no such parts.
    """
    if meeting is None:
        return _standing_parts(session, kind, on)
    if kind in AGENDAS:
        return tuple(_version_part(one) for one in versions_of(session, meeting))
    if kind is DocumentKind.CORRIGENDUM:
        return _corrigenda_parts(session, meeting)
    if kind is DocumentKind.DECISION:
        decisions = in_number_order(DECISIONS.all(session, meeting=meeting))
        return tuple(Part(one.key, decision_name(one), one.title) for one in decisions)
    if kind is DocumentKind.VOTING_RECORD:
        drafts = {one.key: one for one in PROPOSALS.all(session, meeting=meeting)}
        votes = counted_votes(VOTES.all(session, meeting=meeting))
        return tuple(
            Part(one.key, str(number), drafts[one.proposal].title if one.proposal in drafts else one.question)
            for number, one in enumerate(votes, 1)
        )
    return ()


def _standing_parts(session: Session, kind: DocumentKind, on: datetime.date | None) -> tuple[Part, ...]:
    """What a document of the Network is made of one of: calls, good practices, years of decisions, reviews, plans."""
    if kind in OF_CALLS:
        opened = [(name, one) for name, one in named_calls(session, kind) if on is None or one.opened_on <= on]
        return tuple(Part(one.key, name, day=one.opened_on) for name, one in reversed(opened))
    if kind is DocumentKind.PRACTICE_SHEET:
        return tuple(Part(one.key, symbol, one.title) for symbol, one in reversed(named_practices(session, on)))
    if kind is DocumentKind.PLAN:
        return tuple(Part(one.key, plan_years(one), one.title) for _, one in numbered_plans(session))
    if kind is DocumentKind.REVIEW and on is not None:
        return tuple(period_part(one.written()) for one in periods(session, on))
    if kind is DocumentKind.DECISIONS:
        years = sorted({one.year for one in DECISIONS.all(session) if on is None or one.adopted_on <= on}, reverse=True)
        return tuple(Part(str(year), str(year)) for year in years)
    return ()


def period_part(text: str) -> Part:
    """The review of a period, as it is written. Raises ``Problem`` for what is none."""
    return Part(text, "", _in_three(ReviewPeriod.read(text).said_in))


def _corrigenda_parts(session: Session, meeting: Key) -> tuple[Part, ...]:
    """The corrigenda of a meeting's minutes; each bears the day of its issue."""
    minutes = MINUTES.first(session, meeting=meeting)
    if minutes is None:
        return ()
    issued = issued_of(session, minutes)
    known = corrigenda_of(session, minutes.key)
    return tuple(Part(one.key, mark_of(one.number), day=one.dated if is_issued(one, issued) else None) for one in known)


def _version_part(version: AgendaVersion) -> Part:
    """A version of an agenda: its number, its form and its day."""
    return Part(version.key, str(version.number), _in_three(partial(_version_name, version)))


def _in_three(said: Callable[[Catalog], str]) -> Trilingual:
    """What the program says, in each language."""
    en, fr, es = (said(catalog(language)) for language in Language)
    return Trilingual(en, fr, es)


def _version_name(version: AgendaVersion, words: Catalog) -> str:
    form, day = words.gettext(FORM_LABELS[version.form]), words.date(version.made_on)
    return words.pgettext("version in a list", "{form}, {day}").format(form=form, day=day)
