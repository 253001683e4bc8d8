"""The rows of lists of the Network's work: activities, contacts, partnerships, support, practices, contributions.

Each is judged by the rules of the verb that records one by itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from nmirf_desktop.domain.activities import KIND_LABELS, Activity, ActivityKind, check_activity
from nmirf_desktop.domain.contributions import (
    CONTRIBUTION_LABELS,
    Contribution,
    ContributionKind,
    check_contribution,
)
from nmirf_desktop.domain.encouragement import Contact, check_contact
from nmirf_desktop.domain.good_practices import AREA_LABELS, Area, GoodPractice, check_practice
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.intake import IntakeKind, Weight
from nmirf_desktop.domain.intake.cells import shown
from nmirf_desktop.domain.intake.participants import NO_MEETING
from nmirf_desktop.domain.intake.plans import judge_plan
from nmirf_desktop.domain.intake.taking_part import take_part
from nmirf_desktop.domain.intake.words import LANGUAGES
from nmirf_desktop.domain.intake.work_drafts import WorkDraft
from nmirf_desktop.domain.intake.work_standing import same
from nmirf_desktop.domain.intake.work_words import activity_kinds, areas, contribution_kinds, forms, support_kinds
from nmirf_desktop.domain.ohchr_support import SUPPORT_LABELS, OhchrSupport, SupportKind, check_support
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.partnerships import (
    PARTNERSHIP_FORM_LABELS,
    STANDING,
    Partnership,
    settled,
)
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.phrases import LanguageName, Listed, Phrase
from nmirf_desktop.domain.place_names import in_every_language
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language, catalog

ONE_PLACE = N_(
    "The place “{place}” has its name in {languages} only, and is printed so in the other languages: give it in the "
    "columns of these where it is called otherwise."
)
RECORDED = N_("It is recorded.")
OTHER_STATE = N_("The practice of this identifier is of another State: correct one of them.")
NO_PRACTICE = N_("The register has no good practice “{title}” of this State: record it first, or correct the title.")
THE_NETWORK = N_("The Network as a whole")


def judge_work(draft: WorkDraft, kind: IntakeKind) -> None:
    """What a row of a list of work brings."""
    JUDGES[kind](draft)
    if draft.new and not draft.does:
        draft.does.append(Phrase(RECORDED))


def _activity(draft: WorkDraft) -> None:
    """*Objectives*, R42: an activity, known again by its first day and title."""
    draft.name = draft.text("title").best(draft.reading.language)
    hosts, others = draft.named("hosts"), draft.named("who")
    meeting = _meeting(draft)

    def built(known: Activity | None) -> Activity | None:
        title, begins = (
            draft.text("title", known.title if known else None),
            draft.day("begins_on", known.begins_on if known else None),
        )
        if not title:
            draft.lacks("title")
        if begins is None:
            draft.lacks("begins_on")
            return None
        one = known or Activity(draft.standing.new_key(), ActivityKind.OTHER, title, begins, begins)
        ends = draft.day("ends_on") or (begins if draft.tells("ends_on") else max(one.ends_on, begins))
        kind = draft.word("kind", activity_kinds(), offered=KIND_LABELS.values())
        return replace(
            one, title=title, begins_on=begins, ends_on=ends,
            kind=kind or one.kind, place=_place(draft, one.place), languages=draft.languages(one.languages),
            objectives=draft.objectives(one.objectives), result=draft.text("result", one.result),
            meeting=meeting if draft.tells("meeting") else meeting or one.meeting, note=draft.line("note", one.note),
        )  # fmt: skip

    made = draft.settle(Activity, built, check_activity)
    if made is not None:
        take_part(draft, made.key, hosts, others)


def _place(draft: WorkDraft, known: Trilingual) -> Trilingual:
    """Where it was: a city or a State that is known is named in all languages, of another name it is said where not."""
    told = draft.text("place", known)
    if told == known or draft.corrects:
        return told
    found = in_every_language(told, draft.states.all())
    named = tuple(LanguageName(one) for one in Language if found[one].strip())
    if 0 < len(named) < len(Language):
        draft.cells.say(Weight.WARNING, ONE_PLACE, "place", place=found.original, languages=Listed(named))
    return found


def _meeting(draft: WorkDraft) -> Key | None:
    """The meeting of the symbol that a row gives."""
    symbol = draft.cells.text("meeting")
    found = draft.standing.meetings.get(symbol.casefold()) if symbol else None
    if symbol and found is None:
        draft.error(NO_MEETING, "meeting", symbol=shown(symbol))
    return found.key if found is not None else None


def _tells_state(draft: WorkDraft) -> bool:
    """Whether the State of a row is that of its record, also where it names none."""
    return draft.tells("state") or draft.tells("code")


def _contact(draft: WorkDraft) -> None:
    """*Objectives*, 1: what was done so that a State founds a mechanism."""
    code = draft.state_of()
    draft.name = shown(draft.cells.text("text"))

    def built(known: Contact | None) -> Contact | None:
        on = draft.day("on", known.on if known else None)
        if on is None:
            draft.lacks("on")
        if code is None or on is None:
            return None
        one = known or Contact(draft.standing.new_key(), code, on, "", "")
        by, text = draft.line("noted_by", one.noted_by), draft.line("text", one.text)
        return replace(one, state=code, on=on, noted_by=by, text=text)

    draft.settle(Contact, built, lambda one: check_contact(one, draft.standing.today))


def _partnership(draft: WorkDraft) -> None:
    """*Partnerships*, R44: known again by its partner and its first day."""
    draft.name = draft.cells.text("partner")
    if not draft.name:
        draft.lacks("partner")
    partner = draft.partner("partner")

    def built(known: Partnership | None) -> Partnership | None:
        start = draft.day("since", known.period.start if known else None)
        last = draft.day("last_day", known.period.last_day if known else None)
        if start is None:
            draft.lacks("since")
        if partner is None or start is None:
            return None
        one = known or Partnership(draft.standing.new_key(), partner.key, Period(start))
        form = draft.word("form", forms(), offered=PARTNERSHIP_FORM_LABELS.values())
        return settled(replace(
            one, partner=partner.key, period=Period.of_days(start, last), form=form or one.form,
            title=draft.text("title", one.title), objectives=draft.objectives(one.objectives),
            contacts=draft.text("contacts", one.contacts), reference=draft.line("reference", one.reference),
            reason=draft.text("reason", one.reason),
        ))  # fmt: skip

    draft.settle(Partnership, built, lambda _one: None)


def _support(draft: WorkDraft) -> None:
    """*Partnerships*, R45: what OHCHR did, and what the Network did for its resources."""
    code = draft.state_of() if draft.cells.text("state") or draft.cells.text("code") else None
    text = draft.text("text")
    draft.name = shown(text.best(draft.reading.language))
    ohchr = next((one.key for one in draft.standing.partners() if one.kind is PartnerKind.OHCHR), STANDING.key)

    def built(known: OhchrSupport | None) -> OhchrSupport | None:
        on = draft.day("on", known.on if known else None)
        kind = draft.word("kind", support_kinds(), offered=SUPPORT_LABELS.values())
        if on is None:
            draft.lacks("on")
        if kind is None and known is None:
            draft.lacks("kind")
        if on is None or draft.cells.wrong():
            return None
        one = known or OhchrSupport(draft.standing.new_key(), ohchr, on, kind or SupportKind.ADVICE, text)
        state = code if _tells_state(draft) else code or one.state
        return replace(one, on=on, kind=kind or one.kind, state=state, text=draft.text("text", one.text))

    draft.settle(OhchrSupport, built, lambda one: check_support(one, draft.standing.today))


def _practice(draft: WorkDraft) -> None:
    """*Objectives – 3*, R43: known again by its State and title; a new one has the next number of its year."""
    code = draft.state_of()
    draft.name = draft.text("title").best(draft.reading.language)

    def built(known: GoodPractice | None) -> GoodPractice | None:
        title = draft.text("title", known.title if known else None)
        if not title:
            draft.lacks("title")
        recorded = draft.day("recorded_on", known.recorded_on if known else draft.standing.today)
        if recorded is None:
            draft.lacks("recorded_on")
        if code is None or recorded is None:
            return None
        area = draft.word("area", areas(), offered=AREA_LABELS.values())
        one = known or GoodPractice(draft.standing.new_key(), code, title, Area.COORDINATION, recorded)
        if known is None and area is None:
            draft.lacks("area")
        if one.state != code:
            draft.error(OTHER_STATE, "state")
        return replace(
            one, title=title, area=area or one.area, recorded_on=recorded,
            number=draft.standing.number(one, recorded.year), text=draft.text("text", one.text),
            objectives=draft.objectives(one.objectives), contact=draft.text("contact", one.contact),
            languages=draft.languages(one.languages), consented_on=draft.day("consented_on", one.consented_on),
            consented_by=draft.line("consented_by", one.consented_by),
            withdrawn_on=draft.day("withdrawn_on", one.withdrawn_on),
            renewed_on=draft.day("renewed_on", one.renewed_on), note=draft.line("note", one.note),
        )  # fmt: skip

    def check(one: GoodPractice) -> None:
        check_practice(one)
        for name in ("recorded_on", "consented_on", "withdrawn_on", "renewed_on"):
            check_happened(getattr(one, name), draft.standing.today, name)

    draft.settle(GoodPractice, built, check)


def _contribution(draft: WorkDraft) -> None:
    """*Objectives – 6*, R43: known again by its State, kind and title."""
    code = None if _is_of_the_network(draft) else draft.state_of()
    draft.name = draft.text("title").best(draft.reading.language)
    practice = _rests_on(draft, code)

    def built(known: Contribution | None) -> Contribution | None:
        title = draft.text("title", known.title if known else None)
        if not title:
            draft.lacks("title")
        kind = draft.word("kind", contribution_kinds(), offered=CONTRIBUTION_LABELS.values())
        sent = draft.day("sent_on", known.sent_on if known else None)
        published = draft.day("published_on", known.published_on if known else None)
        day = draft.day("prepared_on")
        if draft.emptied("prepared_on"):
            draft.lacks("prepared_on")
        if draft.cells.wrong():
            return None
        prepared = day or sent or published or draft.standing.today
        one = known or Contribution(draft.standing.new_key(), kind or _kind(practice), title, prepared)
        keeps = known is not None and (day is None or day == known.counted_on(draft.standing.today))
        language = draft.word("language", LANGUAGES)
        return replace(
            one, kind=kind or one.kind, title=title, prepared_on=one.prepared_on if keeps else prepared,
            state=code if _tells_state(draft) else code or one.state, language=language or one.language,
            practice=practice if draft.tells("practice") else practice or one.practice,
            sent_on=sent, published_on=published, link=draft.line("link", one.link), note=draft.line("note", one.note),
        )  # fmt: skip

    def check(one: Contribution) -> None:
        check_contribution(one)
        for name in ("prepared_on", "sent_on", "published_on"):
            check_happened(getattr(one, name), draft.standing.today, name)

    draft.settle(Contribution, built, check)


def _kind(practice: Key | None) -> ContributionKind:
    return ContributionKind.ACTIVITY if practice is None else ContributionKind.PRACTICE


def _is_of_the_network(draft: WorkDraft) -> bool:
    """Whether a row names no State, or the Network."""
    text = fold(draft.cells.text("state"))
    own = {fold(catalog(one).gettext(THE_NETWORK)) for one in Language}
    return not draft.cells.text("code") and (not text or text in own)


def _rests_on(draft: WorkDraft, code: StateCode | None) -> Key | None:
    """The good practice on which a contribution rests, by its title or its identifier."""
    text = draft.cells.text("practice")
    if not text:
        return None
    title = Trilingual().with_text(Language.EN, text)
    wanted = GoodPractice("", code or "", title, Area.COORDINATION, draft.standing.today)
    found = draft.standing.find(GoodPractice, text) or next(iter(draft.standing.like(wanted)), None)
    if found is None and code is None:
        practices = draft.standing.all(GoodPractice)
        found = next((one for one in practices if same(text) in {same(one.title[each]) for each in Language}), None)
    if found is None:
        draft.error(NO_PRACTICE, "practice", title=shown(text))
    return found.key if found is not None else None


JUDGES: Mapping[IntakeKind, Callable[[WorkDraft], None]] = {
    IntakeKind.ACTIVITIES: _activity,
    IntakeKind.CONTACTS: _contact,
    IntakeKind.PARTNERSHIPS: _partnership,
    IntakeKind.OHCHR_SUPPORT: _support,
    IntakeKind.GOOD_PRACTICES: _practice,
    IntakeKind.CONTRIBUTIONS: _contribution,
    IntakeKind.ACTION_PLANS: judge_plan,
}
"""The rule of each kind of row."""
