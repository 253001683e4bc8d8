"""The rows of minutes: put in, removed and numbered in one way, whoever does it."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.domain.drafted import Drafted
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import as_of
from nmirf_desktop.domain.redrafting import refresh, told_in
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.renames import states_on
from nmirf_desktop.domain.retelling import names, speaker_names
from nmirf_desktop.domain.search import Asked, met_in
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import PARAGRAPHS
from nmirf_desktop.storage.past_rows import past
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import RENAMINGS, STATES
from nmirf_desktop.storage.voting import INTERVENTIONS

STANDS_BY_FACT = N_(
    "This paragraph was drafted: it stands where what it tells stands in the record, and was not moved. Paragraphs "
    "of your own can be moved."
)
NO_FURTHER = N_("There is no place further up or down for this paragraph; nothing was changed.")


def in_order(session: Session, minutes: Key) -> tuple[MinutesParagraph, ...]:
    """Every paragraph of minutes in its order, those without text included."""
    return tuple(sorted(PARAGRAPHS.all(session, minutes=minutes), key=lambda one: one.position))


def shy(session: Session, paragraphs: Iterable[MinutesParagraph]) -> dict[Key, Intervention]:
    """The interventions that some paragraphs report and that are told without their speaker, or not at all.

    One that was taken back is told as it was told last, by the journal: nothing brings back what was not to be told.
    """
    told = {key for one in paragraphs for key in told_in(one)}
    found = INTERVENTIONS.among(session, told)
    for key, stood in past(session, INTERVENTIONS, told - found.keys()).items():
        last = next((one.value for one in reversed(stood) if one.value is not None), None)
        if last is not None:
            found[key] = last
    return {key: one for key, one in found.items() if not one.attributed}


def called(session: Session, heard: Intervention) -> frozenset[str]:
    """How who spoke is called in any language, a State as on the day of the meeting; for :func:`retelling.names`."""
    state = [] if heard.state is None else [STATES.get(session, heard.state)]
    day = as_of(MEETINGS.get(session, heard.meeting))
    states = states_on(state, RENAMINGS.all(session, state=heard.state), (), day)
    return speaker_names(heard, {known.iso3: known for known in states})


def name_in(session: Session, speakers: Iterable[Intervention], text: Trilingual) -> bool:
    """Whether a text names one of some *speakers*, in any language."""
    return any(names(text[language], called(session, one)) for one in speakers for language in Language)


def kept_text(session: Session, paragraph: MinutesParagraph) -> Trilingual:
    """What of the text of a paragraph may stay beside that of its facts: all of it, unless its speaker is not named.

    Then it is the translations that were made from the original as it stands, where neither names the speaker; of what
    is off the record nothing.
    """
    speakers, text = tuple(shy(session, (paragraph,)).values()), paragraph.text
    if not speakers:
        return text
    if not all(one.told for one in speakers):
        return Trilingual()
    called_so = [called(session, one) for one in speakers]

    def stays(language: Language) -> bool:
        current = language is not text.source and text.state(language) is not TextState.OUTDATED
        spoken = (text.original, text[language])
        return current and not any(names(one, speaker) for one in spoken for speaker in called_so)

    kept = {str(one): text[one] if stays(one) else "" for one in Language}
    return replace(text, **kept)  # type: ignore[arg-type]


def told_when_asked(session: Session, request: CorrectionRequest) -> tuple[Key, ...]:
    """The interventions that the paragraph of a request reported when its words were asked for, by the journal."""
    lines = LINES.all(session, row=request.key, field="text")
    asked = max((one.sequence for one in lines), default=0)
    stood = past(session, PARAGRAPHS, (request.paragraph or "",)).get(request.paragraph or "", ())
    before = [one.value for one in stood if one.sequence <= asked and one.value is not None]
    return told_in(before[-1]) if before else ()


def may_be_found(session: Session, paragraph: MinutesParagraph, meeting: Meeting, wanted: Asked) -> bool:
    """Whether a paragraph is met by its own words, or by words on it that tell nothing which is not to be told.

    One whose speaker is not named is not met by who asked for its correction, nor one off the record by what was asked.
    """
    requests = CORRECTION_REQUESTS.all(session, paragraph=paragraph.key)
    told = {key for one in requests for key in told_when_asked(session, one)}
    if not requests or not shy(session, (paragraph, replace(paragraph, tells=tuple(told)))):
        return True
    texts = (paragraph.text, meeting.title)
    return met_in((meeting.symbol, *(text[one] for text in texts for one in Language)), wanted)


def number(session: Session, row: Iterable[MinutesParagraph]) -> None:
    """Keep paragraphs in the order in which they are given."""
    for position, one in enumerate(row):
        PARAGRAPHS.save(session, replace(one, position=position))


def remove(session: Session, paragraph: MinutesParagraph) -> None:
    """Remove a paragraph; one of which a correction was asked for stays without text, so that the request has it."""
    if CORRECTION_REQUESTS.first(session, paragraph=paragraph.key) is None:
        PARAGRAPHS.remove(session, paragraph.key)
    else:
        nothing, tells = Trilingual(), told_in(paragraph)
        PARAGRAPHS.save(session, replace(paragraph, text=nothing, slot="", drafted=nothing, tells=tells))


def added(session: Session, after: MinutesParagraph, text: Trilingual) -> MinutesParagraph:
    """A paragraph of a person's own after another one, in the same section and under the same item."""
    new = replace(after, key=new_key(), text=text, slot="", drafted=Trilingual(), tells=())
    row = list(in_order(session, after.minutes))
    row.insert(row.index(after) + 1, new)
    number(session, row)
    return replace(new, position=row.index(new))


def moved(session: Session, paragraph: MinutesParagraph, by: int) -> None:
    """A paragraph of a person's own one place up or down among those with text; it belongs where it then stands.

    Raises:
        Refusal: it was drafted, and stands where its fact stands, or there is no place further up or down.
    """
    if paragraph.slot:
        raise Refusal(STANDS_BY_FACT)
    row = list(in_order(session, paragraph.minutes))
    shown = [one for one in row if one.text or one.key == paragraph.key]
    to = shown.index(paragraph) + by
    if not 0 < to < len(shown):
        raise Refusal(NO_FURTHER)
    before = [one for one in shown if one.key != paragraph.key][to - 1]
    row.remove(paragraph)
    row.insert(row.index(before) + 1, replace(paragraph, section=before.section, item=before.item))
    number(session, row)


def paragraph_of(minutes: Key, new: Drafted) -> MinutesParagraph:
    """A drafted paragraph with its key; its place is given afterwards."""
    return MinutesParagraph(
        key=new_key(),
        minutes=minutes,
        position=0,
        section=new.section,
        text=new.text,
        item=new.item,
        slot=new.slot,
        drafted=new.text,
        tells=new.tells,
    )


def with_new(
    minutes: Key, row: Collection[MinutesParagraph], fresh: Collection[Drafted], admit: Collection[str]
) -> tuple[MinutesParagraph, ...]:
    """The paragraphs with those of some new facts, in the places that a free draft gives them; all others stay."""
    kept = refresh(row, fresh, hold=True, admit=admit).kept
    return tuple(one if isinstance(one, MinutesParagraph) else paragraph_of(minutes, one) for one in kept)
