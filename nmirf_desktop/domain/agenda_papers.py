"""The agenda as a paper: provisional or revised, annotated, as adopted."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from nmirf_desktop.domain.action_plans import ActionPlan
from nmirf_desktop.domain.agenda import AgendaItem, Purpose, under
from nmirf_desktop.domain.agenda_versions import AgendaForm, AgendaVersion
from nmirf_desktop.domain.annual_review_names import review_of, review_title
from nmirf_desktop.domain.blocks import Entry, Note
from nmirf_desktop.domain.drafting_decisions import draft_name
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, notice_applies
from nmirf_desktop.domain.papers import AgendaLine, AgendaPaper
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.symbols import agenda_head, symbol_of
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

OWED_TO_ALL = N_("This agenda is to be sent to members and observers by {deadline}.")
BY_SECRETARIAT = N_(
    "The month before the meeting is counted in the time zone of the secretariat, from {opening} back to {deadline}."
)


def agenda_paper(
    kind: DocumentKind,
    facts: RecordedMeeting,
    previous: Meeting | None = None,
    plans: Mapping[str, ActionPlan] = MappingProxyType({}),
    *,
    specimen: bool = False,
) -> AgendaPaper:
    """The paper of one of the three agendas; *previous* is the meeting whose minutes the annotations cite.

    *plans* are the action plans that are named, by their symbols. Annotations and documents are in the annotated form
    only. *facts* say whether a provisional agenda is a revised one.
    """
    annotated = kind is DocumentKind.ANNOTATED
    documents = _documents(facts, previous, plans) if annotated else {}
    head = agenda_head(kind, facts, specimen=specimen)
    return AgendaPaper(
        masthead=head,
        items=_lines(facts, None, documents, annotated=annotated),
        form=_form(kind, facts),
        adopted_on=facts.meeting.agenda_adopted_on if kind is DocumentKind.ADOPTED else None,
        notes=() if kind is DocumentKind.ADOPTED else (*_notes(facts), *_owed(facts, head.dated)),
    )


def _form(kind: DocumentKind, facts: RecordedMeeting) -> AgendaForm:
    if kind is DocumentKind.ADOPTED:
        return AgendaForm.ADOPTED
    return AgendaForm.REVISED if facts.agenda_revised else AgendaForm.PROVISIONAL


def _lines(
    facts: RecordedMeeting, parent: Key | None, documents: Mapping[Key, tuple[Entry, ...]], *, annotated: bool
) -> tuple[AgendaLine, ...]:
    return tuple(
        AgendaLine(
            title=titled(item),
            annotation=Said.of(item.annotation) if annotated else NOTHING,
            documents=documents.get(item.key, ()),
            parts=_lines(facts, item.key, documents, annotated=annotated),
        )
        for item in under(facts.items, parent)
    )


def titled(item: AgendaItem) -> Said:
    """An item's title; of one that came after the agenda was sent with the word that says so (A4)."""
    title = Said.of(item.title)
    if not item.supplementary:
        return title
    en, fr, es = (_supplementary(catalog(language)) for language in Language)
    return replace(title, after=(en, fr, es))


def _supplementary(words: Catalog) -> str:
    """What stands after the title, in the document's own language also where the title is not."""
    return words.gettext("{title} (supplementary item)").format(title="").strip()


def as_kept(paper: AgendaPaper, version: AgendaVersion, adopted_on: datetime.date | None) -> AgendaPaper:
    """The paper of a version of the agenda: it has its form, and its day, that of an adopted one's adoption."""
    return replace(
        paper,
        masthead=replace(
            paper.masthead,
            dated=adopted_on or version.made_on,
            item=paper.masthead.item if adopted_on is None else NOTHING,
        ),
        form=version.form,
        adopted_on=adopted_on,
        notes=paper.notes if adopted_on is None else (),
    )


def _documents(
    facts: RecordedMeeting, previous: Meeting | None, plans: Mapping[str, ActionPlan]
) -> Mapping[Key, tuple[Entry, ...]]:
    """The documents before the meeting under each item: those named, drafts, and the minutes of the meeting before."""
    return {item.key: tuple(_before(facts, item, previous, plans)) for item in facts.items}


def _before(
    facts: RecordedMeeting, item: AgendaItem, previous: Meeting | None, plans: Mapping[str, ActionPlan]
) -> list[Entry]:
    entries = []
    if item.purpose is Purpose.PREVIOUS_MINUTES and previous is not None:
        minutes = Said.words(N_("Minutes of the previous meeting"))
        entries.append(Entry(minutes, Said.same(symbol_of(DocumentKind.MINUTES, previous))))
    entries += [_named(one, plans) for one in item.documents]
    drafts = sorted((one for one in facts.proposals if one.item == item.key), key=lambda one: one.number)
    entries += [
        Entry(
            Said.of(draft.title) or Said.words(N_("Draft decision")),
            Said.same(f"{facts.meeting.symbol}/{draft_name(draft)}"),
        )
        for draft in drafts
    ]
    return entries


def _named(symbol: str, plans: Mapping[str, ActionPlan]) -> Entry:
    """A document by its symbol; an annual review and an action plan have their title after it, in each language."""
    plan, period = plans.get(symbol), review_of(symbol)
    if plan is not None:
        return Entry(Said.of(plan.title), Said.same(symbol))
    return Entry(Said.same(symbol)) if period is None else Entry(review_title(period), Said.same(symbol))


def _notes(facts: RecordedMeeting) -> tuple[Note, ...]:
    """*Network Meetings – Agenda*, R38: who prepared the agenda, when it was agreed, and that it was changed since."""
    agreed, changed = facts.meeting.agenda_agreed_on, facts.agenda_changed_on
    if agreed is None:
        return ()
    if facts.meeting.agenda_agreed_by is None:
        return () if changed is None else (Note(Said.by(lambda words: _changed(agreed, changed, words))),)
    return (Note(Said.by(lambda words: _prepared(agreed, changed, words))),)


def _owed(facts: RecordedMeeting, dated: datetime.date) -> Iterator[Note]:
    """(silent) R39, R40: to whom the agenda is owed, and whose days count, where the practice is another one."""
    meeting = facts.meeting
    if not notice_applies(meeting):
        return
    ground = replace(facts.notice_ground, on=dated)
    practices, opens_on, deadline = ground.practices(meeting), ground.opens_on(meeting), ground.deadline(meeting)
    if practices.holds(Option.SENT_TO_ALL):
        yield Note(Said.by(lambda words: words.gettext(OWED_TO_ALL).format(deadline=words.date(deadline))))
    if practices.holds(Option.DAYS_OF_SECRETARIAT):
        yield Note(
            Said.by(
                lambda words: words.gettext(BY_SECRETARIAT).format(
                    deadline=words.date(deadline), opening=words.date(opens_on)
                )
            )
        )


def _prepared(agreed: datetime.date, changed: datetime.date | None, words: Catalog) -> str:
    if changed is None:
        sentence = words.gettext("Prepared by the Executive Committee, which agreed on it on {date}.")
        return sentence.format(date=words.date(agreed))
    return words.gettext(
        "Prepared by the Executive Committee, which agreed on it on {date}; changed since, last on {changed}."
    ).format(date=words.date(agreed), changed=words.date(changed))


def _changed(agreed: datetime.date, changed: datetime.date, words: Catalog) -> str:
    """That an agenda was changed on which no Committee is recorded to have agreed."""
    said = words.gettext("Agreed on {date}; changed since, last on {changed}.")
    return said.format(date=words.date(agreed), changed=words.date(changed))


def changed_since_agreed(facts: RecordedMeeting) -> tuple[Phrase, ...]:
    """What to know before an agenda leaves the house that is no longer the one that the Committee agreed on (R38)."""
    if facts.agenda_changed_on is None:
        return ()
    days = {"agreed": facts.meeting.agenda_agreed_on, "changed": facts.agenda_changed_on}
    said = N_("The Committee agreed on this agenda on {agreed}; it was changed since, last on {changed}.")
    return (Phrase(said, days),)
