"""Who is present: by regional group, over the hours of the sitting, and taken from a list of another office."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.stays import Share, Stay, Where, by_group, in_sittings, late, stays
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.presence_lists import PresenceList
from nmirf_desktop.ui.charts import BarsChart, Count
from nmirf_desktop.ui.choosing import DocumentFiles
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import TextField
from nmirf_desktop.ui.file_drop import FileDrop
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.groups import group_name
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.presence_timeline import PresenceRow, PresenceTimeline, Span
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.theme import Tone, Type, style

CHOOSE = N_("Choose a list …")
WHERE = {Where.ROOM: N_("in the room"), Where.ONLINE: N_("online"), Where.LOST: N_("connection lost")}
LEAST_SHOWN = datetime.timedelta(minutes=30)
"""What the hours of the timeline span at least."""
Local = Callable[[datetime.datetime], datetime.datetime]


class ListForm(Form):
    """The States of a list, one on each line."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.names = TextField(language, long=True)
        self.add(
            "list",
            N_("Present"),
            self.names,
            N_("A State on each line, in any language; “online” beside it. Paste it, or choose a file."),
            needed=True,
        )


class ListCard(Draft):
    """Takes over a list of who is present. ``read`` asks for what it says; ``chosen`` carries a file."""

    read = Signal()
    chosen = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        self._choose, self._told = QPushButton(), WrappedLabel()
        self._files = DocumentFiles(language)
        style(self._told, Type.BODY, Tone.MUTED)
        super().__init__(
            N_("Take over a list of who is present"),
            N_("Note them as present"),
            lambda: self.fields,
            language,
            N_("Who stands on it arrives now; nobody else leaves."),
        )
        self._choose.clicked.connect(self._ask)
        self._drop = FileDrop(self)
        self.begun.connect(self._drop.spare_editors)  # the text is there by then
        self._drop.dropped.connect(lambda paths: self.chosen.emit(paths[0]) if paths else None)

    @cached_property
    def fields(self) -> ListForm:
        """The list, made when the card is first opened."""
        fields = ListForm(self._language)
        fields.add_widget(self._choose)
        fields.add_widget(self._told)
        fields.names.edited.connect(self.read)
        return fields

    def start(self) -> None:
        """An empty card."""
        self.fields.names.load("", over=True)
        self._told.setText("")
        self.begin()

    def show_list(self, found: PresenceList) -> None:
        """What the list says, before it is taken over."""
        words = self._language.words
        said = words.ngettext("{n} State", "{n} States", len(found.there)).format(n=words.number(len(found.there)))
        if found.unknown:
            unknown = words.gettext("not noted: {names}").format(names=words.series(found.unknown))
            said = words.pgettext("facts in a row", " · ").join((said, unknown))
        self._told.setText(said)

    def show_file(self, found: PresenceList) -> None:
        """What a file lists, in the words of the card, so that it can be put right."""
        words = self._language.words
        online = words.gettext("online")
        lines = [
            f"{state.said_in(words)}; {online}" if kind.value == "arrived_online" else state.said_in(words)
            for state, kind in found.there
        ]
        self.fields.names.load("\n".join((*lines, *found.unknown)), over=True)
        self.show_list(found)

    def _ask(self) -> None:
        path: Path | None = self._files.listing(self, self._language.words.gettext(CHOOSE))
        if path is not None:
            self.chosen.emit(path)

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self._choose.setText(self._language.words.gettext(CHOOSE))


class Presence(Section):
    """The groups as bars, the hours as a timeline, and the card of a list."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(N_("Presence"), language)
        self._tongue = language
        self.card = ListCard(language)
        self.groups, self.timeline = BarsChart(language), PresenceTimeline(language)
        for part in (self.card, self.groups, self.timeline):
            self.add(part)

    def show_facts(self, facts: Facts, local: Local) -> None:
        """Show who is present now, and who was when."""
        words = self._tongue.words
        shares = by_group(facts.roll.delegations)
        counts = [Count(share_words(one, words), one.members, group=one.group) for one in shares]
        self.groups.show_counts(counts, max((one.of_members for one in shares), default=0))
        self.groups.setToolTip(self.groups.words_of())
        span = _span(facts, local)
        found = stays(facts.presence)
        spans = [(one.opened_at, one.closed_at) for one in facts.sittings if one.opened_at is not None]
        opened = min((one.opened_at for one in facts.sittings if one.opened_at is not None), default=None)
        came = {
            one.state.said_in(words): found[one.state.iso3] for one in facts.roll.delegations if one.state.iso3 in found
        }
        rows = []
        for name in sorted(came, key=words.sort_key):
            own = tuple(_at(stay, local) for stay in in_sittings(came[name], spans))
            rows.append(PresenceRow(name, own, _said(name, own, local(opened) if opened else None, words)))
        rose = {one.key: one.closed_at for one in facts.sittings}
        ends = ((one, one.resumed_at or rose.get(one.sitting)) for one in facts.floor.pauses)
        pauses = [(local(one.suspended_at), local(end) if end else span.until) for one, end in ends if span is not None]
        self.timeline.show_rows(rows, span, pauses)


def share_words(share: Share, words: Catalog) -> str:
    """A group with how many of its members are present, and who else: "African: 3 members of 5 · 1 observer"."""
    name = group_name(share.group, words) if share.group else words.gettext("In no regional group")
    frame = words.ngettext("{group}: {there} member of {n}", "{group}: {there} members of {n}", share.members)
    said = [frame.format(group=name, there=share.members, n=share.of_members)]
    if share.observers:
        said.append(words.ngettext("{n} observer", "{n} observers", share.observers).format(n=share.observers))
    if share.guests:
        said.append(words.ngettext("{n} guest", "{n} guests", share.guests).format(n=share.guests))
    return words.pgettext("facts in a row", " · ").join(said)


def _at(stay: Stay, local: Local) -> Stay:
    """A stay by the clock of the meeting's place."""
    ended = local(stay.ended_at) if stay.ended_at is not None else None
    return replace(stay, began_at=local(stay.began_at), ended_at=ended)


def _span(facts: Facts, local: Local) -> Span | None:
    """From the first that was noted until now, or to the last that was noted where no sitting is open."""
    moments = [one.at for one in facts.presence]
    moments += [at for one in _held(facts.sittings) for at in (one.opened_at, one.closed_at) if at is not None]
    moments += [at for one in facts.floor.pauses for at in (one.suspended_at, one.resumed_at) if at is not None]
    if not moments:
        return None
    if any(one.closed_at is None for one in _held(facts.sittings)):
        moments.append(facts.now)
    first, until = local(min(moments)), local(max(moments))
    return Span(first, until, max(until, first + LEAST_SHOWN))


def _held(sittings: tuple[Sitting, ...]) -> list[Sitting]:
    return [one for one in sittings if one.opened_at is not None]


def _said(name: str, own: tuple[Stay, ...], opened: datetime.datetime | None, words: Catalog) -> str:
    """A delegation with its stays: "Ghana: late, at 10:25, 10:25–11:00 online"."""
    parts = []
    came = late(own, opened)
    if came is not None:
        parts.append(words.gettext("late, at {time}").format(time=words.clock(came)))
    frame = words.pgettext("stay in a timeline", "{first}–{last} {where}")
    for one in own:
        last = words.clock(one.ended_at) if one.ended_at is not None else "…"
        parts.append(frame.format(first=words.clock(one.began_at), last=last, where=words.gettext(WHERE[one.where])))
    return words.gettext("{label}: {number}").format(label=name, number=words.listing(parts))
