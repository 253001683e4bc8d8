"""Minutes drafted from a recorded meeting, read in three languages; new facts; and the rules of redrafting."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.amendments import Amendment, AmendmentAct, Sponsorship
from nmirf_desktop.domain.blocks import Listing, Note
from nmirf_desktop.domain.committees import Coordination, Seat, SeatEnding, Term
from nmirf_desktop.domain.drafted import Drafted, in_all, in_one
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.meetings import MeetingKind, Modality
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState, Section
from nmirf_desktop.domain.minutes_blocks import blocks_after, operative_paragraphs
from nmirf_desktop.domain.minutes_papers import just_drafted, minutes_paper, shown
from nmirf_desktop.domain.papers import fingerprint
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.redrafting import Offer, declined, refresh, taken
from nmirf_desktop.domain.said import OUTDATED, Said
from nmirf_desktop.domain.sittings import (
    Attribution,
    Intervention,
    InterventionKind,
    PresenceEvent,
    PresenceKind,
)
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import Answer, ConsensusCall, Outcome
from nmirf_desktop.i18n import Language, catalog
from tests.domain.reading import Reader
from tests.domain.second_meeting import BODY, FIRST, ITEMS, LAST, MEETING, at, facts, heard

GOLDEN = Path(__file__).parent / "golden"


def read(known: RecordedMeeting, language: Language) -> str:
    """The draft of a meeting as its reader meets it."""
    paper = minutes_paper(Minutes("m", "meeting"), just_drafted(known), known)
    return Reader(catalog(language)).minutes(paper)


def texts(known: RecordedMeeting, language: Language = Language.EN) -> dict[str, str]:
    """The drafted paragraphs by their slots."""
    return {one.slot: one.text[language] for one in draft(known)}


@pytest.mark.parametrize("language", list(Language))
def test_a_whole_meeting_reads_as_minutes(language: Language) -> None:
    assert read(facts(), language) == (GOLDEN / f"minutes_{language}.txt").read_text(encoding="utf-8")


def test_further_sentences_of_a_note_take_up_the_person_who_spoke() -> None:
    """Of "regretted the delay. It proposed a day in May" the delay was the subject."""
    note = (Language.EN, "regrets the delay. Proposes a day in May. Cannot accept paragraph 2.")
    unnamed = replace(heard("z", "i3a", at(FIRST, 11, 48), "PHL", note), attribution=Attribution.UNATTRIBUTED)
    added = [heard(key, "i3a", at(FIRST, 11, 45), who, note) for key, who in (("x", "PHL"), ("y", "JPN"), ("w", BODY))]
    known = facts()
    said = texts(replace(known, interventions=(*known.interventions, *added, unnamed)))
    rest = "proposed a day in May. {again} could not accept paragraph 2."
    assert said["intervention:x"] == (
        "The representative of the Philippines regretted the delay. The representative "
        + rest.format(again="The representative")
    )
    assert said["intervention:y"] == (
        "The observer for Japan regretted the delay. The observer " + rest.format(again="The observer")
    )
    assert said["intervention:w"] == (
        "The representative of OHCHR regretted the delay. The representative " + rest.format(again="The representative")
    )
    assert said["intervention:z"] == (
        "A delegation regretted the delay. The delegation " + rest.format(again="The delegation")
    )


def test_of_one_sponsor_with_a_plural_name_no_verb_is_in_the_singular() -> None:
    known = facts()
    put = known.proposals[0]
    joined = replace(known, sponsorships=(Sponsorship("s", put.key, "ARE", known.votes[0].opened_at),))
    said = {language: texts(joined, language)[f"sponsors:{put.key}"] for language in Language}
    assert "the United Arab Emirates joined in sponsoring" in said[Language.EN]
    assert "la délégation des Émirats arabes unis se joint" in said[Language.FR]
    assert "la delegación de los Emiratos Árabes Unidos se suma" in said[Language.ES]


def test_every_slot_is_used_once() -> None:
    slots = [one.slot for one in draft(facts())]
    assert len(slots) == len(set(slots))


def test_the_program_s_own_sentences_are_there_in_three_languages_as_drafts() -> None:
    noted = {f"intervention:{key}" for key in ("welcome", "intro", "st1", "st2", "st4", "st5")}
    for one in draft(facts()):
        if one.slot not in noted:
            assert all(one.text.state(language) is TextState.DRAFT for language in Language), one.slot


def test_a_note_is_in_its_own_language_and_missing_in_the_others() -> None:
    note = next(one.text for one in draft(facts()) if one.slot == "intervention:intro")
    assert note.source is Language.ES
    assert [note.state(language) for language in Language] == [TextState.MISSING, TextState.MISSING, TextState.DRAFT]


@pytest.mark.parametrize(
    ("language", "note", "expected"),
    [
        (Language.EN, "welcomed the report", "The representative of Morocco welcomed the report."),
        (Language.EN, "The report was good.", "The representative of Morocco said that the report was good."),
        (
            Language.EN,
            "said that it supports the text. We like it.",
            (
                "The representative of Morocco said that it supported the text. The representative of Morocco said: "
                "We like it."
            ),
        ),
        (Language.EN, "Reports were good.", "The representative of Morocco said: Reports were good."),
        (Language.ES, "apoya el informe", "La delegación de Marruecos apoya el informe."),
        (Language.EN, "asked: “Why?”", "The representative of Morocco asked: “Why?”"),
        (
            Language.EN,
            "thanked the Committee. We agree.",
            "The representative of Morocco thanked the Committee. The representative agreed.",
        ),
        (
            Language.FR,
            "remercie le Comité. Nous sommes prêts.",
            "La délégation du Maroc remercie le Comité. La délégation du Maroc dit\u00a0: Nous sommes prêts.",
        ),
        (Language.ES, "Es útil. Lo apoyamos.", "La delegación de Marruecos dice: Es útil. Lo apoyamos."),
        (Language.EN, "Morocco supported the draft", "The representative of Morocco supported the draft."),
        (Language.FR, "le Maroc appuie le projet", "La délégation du Maroc appuie le projet."),
        (Language.ES, "que Marruecos apoya el proyecto", "La delegación de Marruecos apoya el proyecto."),
        (
            Language.EN,
            "Tunisia supported the draft",
            "The representative of Morocco said: Tunisia supported the draft.",
        ),
    ],
)
def test_a_note_goes_into_the_sentence_by_its_words(language: Language, note: str, expected: str) -> None:
    known = replace(facts(), interventions=(heard("x", "i4", at(FIRST, 11), "MAR", (language, note)),))
    assert texts(known, language)["intervention:x"] == expected


@pytest.mark.parametrize(
    ("language", "note", "expected"),
    [
        (
            Language.EN,
            "on behalf of the group, welcomed it",
            "The representative of Brazil, on behalf of the group, welcomed it.",
        ),
        (Language.FR, "au nom du groupe, salue le texte", "La délégation du Brésil, au nom du groupe, salue le texte."),
        (
            Language.ES,
            "en nombre del grupo, acoge el texto",
            "La delegación del Brasil, en nombre del grupo, acoge el texto.",
        ),
    ],
)
def test_an_adverbial_before_the_verb_stands_between_commas(language: Language, note: str, expected: str) -> None:
    known = replace(facts(), interventions=(heard("x", "i4", at(FIRST, 11), "BRA", (language, note)),))
    assert texts(known, language)["intervention:x"] == expected


UNDP = Trilingual.final("UNDP", "PNUD", "PNUD")


@pytest.mark.parametrize(
    ("body", "language", "note", "expected"),
    [
        (
            UNDP,
            Language.EN,
            "said that UNDP would support training",
            "The representative of UNDP said that UNDP would support training.",
        ),
        (
            UNDP,
            Language.EN,
            "UNDP would support training",
            "The representative of UNDP would support training.",
        ),
        (
            UNDP,
            Language.EN,
            "said that it would support training",
            "The representative of UNDP said that it would support training.",
        ),
        (UNDP, Language.EN, "would support training", "The representative of UNDP would support training."),
        (
            UNDP,
            Language.EN,
            "UNDP supported the draft",
            "The representative of UNDP supported the draft.",
        ),
        (UNDP, Language.EN, "is ready to help", "The representative of UNDP said that UNDP was ready to help."),
        (UNDP, Language.EN, "We have training", "The representative of UNDP said: We have training."),
        (UNDP, Language.FR, "appuie la formation", "Le PNUD appuie la formation."),
        (UNDP, Language.FR, "le PNUD a appuyé la formation", "Le PNUD a appuyé la formation."),
        (UNDP, Language.ES, "que habrá formación", "El PNUD dice que habrá formación."),
        (
            Trilingual("Global Alliance of Institutions"),
            Language.EN,
            "agreed",
            "The representative of the Global Alliance of Institutions agreed.",
        ),
        (Trilingual("Jane Doe (UNDP)"), Language.EN, "agreed", "Jane Doe (UNDP) agreed."),
        (
            Trilingual("", "Union interparlementaire"),
            Language.FR,
            "dit que oui",
            "L’Union interparlementaire dit que oui.",
        ),
        (Trilingual("UNITAR"), Language.ES, "agradece el informe", "UNITAR agradece el informe."),
    ],
)
def test_a_body_without_an_article_is_the_subject_of_its_sentence(
    body: Trilingual, language: Language, note: str, expected: str
) -> None:
    known = replace(facts(), interventions=(heard("x", "i4", at(FIRST, 11), body, (language, note)),))
    assert texts(known, language)["intervention:x"] == expected


def test_an_observer_s_objection_is_a_statement_on_the_proposal() -> None:
    said = Intervention("x", "meeting", "i4", at(FIRST, 11), "NER", kind=InterventionKind.OBSERVER_OBJECTION)
    known = replace(facts(), interventions=(said,))
    assert texts(known)["intervention:x"] == "The observer for the Niger made a statement opposing the proposal."
    noted = replace(known, interventions=(replace(said, note="regretted the wording"),))
    expected = "The observer for the Niger, opposing the proposal, regretted the wording."
    assert texts(noted)["intervention:x"] == expected


def test_a_draft_is_named_before_an_observer_objects_to_it() -> None:
    known = facts()
    objection = Intervention(
        "x", "meeting", "i4", at(LAST, 10, 50), "NER", kind=InterventionKind.OBSERVER_OBJECTION, note="objected"
    )
    early = replace(known, interventions=(objection,), calls=known.calls[:3])
    order = [one.slot for one in draft(early)]
    assert order.index("decision:d2") < order.index("proposal:p3") < order.index("intervention:x")
    assert order.index("intervention:x") < order.index("vote:v2")


def test_bodies_are_listed_without_article() -> None:
    body = Trilingual("the Global Alliance", "l’Alliance mondiale", "la Alianza Global")
    known = replace(facts(), interventions=(heard("x", "i4", at(FIRST, 11), body),))
    (listing,) = blocks_after("participants", known)
    assert isinstance(listing, Listing)
    assert listing.entries[0].text == Said("Global Alliance", "Alliance mondiale", "Alianza Global")


def test_a_speaker_with_an_article_is_a_subject_and_no_further_participant() -> None:
    chair = Trilingual("the Chair", "la présidence", "la Presidencia")
    known = replace(facts(), interventions=(heard("x", "i4", at(FIRST, 11), chair, (Language.FR, "remercie")),))
    assert texts(known, Language.FR)["intervention:x"] == "La présidence remercie."
    assert "participants" not in texts(known)


def test_times_are_local_to_the_meeting() -> None:
    known = replace(facts(), meeting=replace(MEETING, time_zone="America/Asuncion"))
    assert "7 a.m." in texts(known)["opening"].replace("\u00a0", " ")


def test_before_it_is_held_the_days_are_said_and_no_closing() -> None:
    known = replace(facts(), sittings=(), meeting=replace(MEETING, modality=Modality.IN_PERSON))
    said = texts(known, Language.ES)
    assert said["opening"] == "Se celebra la segunda reunión anual de la Red los días 26 y 27 de enero de 2027 (Rabat)."
    assert "closing" not in said
    assert "modality" not in said


@pytest.mark.parametrize(
    ("planned", "noted", "said"),
    [
        (Modality.HYBRID, [PresenceKind.ARRIVED], None),
        (Modality.HYBRID, [PresenceKind.ARRIVED_ONLINE], "The meeting was held online."),
        (Modality.HYBRID, [PresenceKind.ARRIVED, PresenceKind.ARRIVED_ONLINE], "in person and online."),
        (Modality.HYBRID, [], "in person and online."),
        (Modality.IN_PERSON, [PresenceKind.ARRIVED, PresenceKind.ARRIVED_ONLINE], "in person and online."),
        (Modality.ONLINE, [PresenceKind.ARRIVED], "The meeting was held online."),
    ],
)
def test_how_the_meeting_was_held_is_told_as_presence_was_noted_and_not_as_it_was_planned(
    planned: Modality, noted: list[PresenceKind], said: str | None
) -> None:
    """Minutes said “in person and online” above a list of participants with nobody online."""
    known = facts()
    opened = known.held_sittings[0].opened_at
    assert opened is not None
    presence = tuple(
        PresenceEvent(str(place), known.meeting.key, state, kind, opened)
        for place, (state, kind) in enumerate(zip(("MAR", "PRT"), noted, strict=False))
    )
    told = texts(replace(known, meeting=replace(MEETING, modality=planned), presence=presence)).get("modality")
    assert told is None if said is None else told is not None and told.endswith(said)


@pytest.mark.parametrize(
    ("kind", "number", "french"),
    [
        (MeetingKind.FOUNDING, 1, "La réunion constitutive du Réseau"),
        (MeetingKind.ANNUAL, 1, "La première réunion annuelle du Réseau"),
        (MeetingKind.ANNUAL, 11, "La réunion annuelle du Réseau pour 2027"),
        (MeetingKind.EXTRAORDINARY, 1, "La réunion extraordinaire du Réseau"),
        (MeetingKind.COMMITTEE, 1, "La réunion du Comité exécutif"),
    ],
)
def test_a_meeting_is_named_by_its_kind(kind: MeetingKind, number: int, french: str) -> None:
    known = replace(facts(), meeting=replace(MEETING, kind=kind, number=number))
    assert texts(known, Language.FR)["opening"].startswith(f"{french} est ouverte le mardi 26")


def test_without_attendance_nothing_is_claimed() -> None:
    known = replace(facts(), presence=(), interventions=(), positions=())
    assert not [one for one in draft(known) if one.section is Section.ATTENDANCE]


def test_founders_took_part_in_the_founding_meeting() -> None:
    known = replace(
        facts(), meeting=replace(MEETING, kind=MeetingKind.FOUNDING), presence=(), interventions=(), positions=()
    )
    assert texts(known)["members"] == "All 12 members of the Network were represented."


def test_a_decision_that_the_chair_declared_against_the_numbers_says_so() -> None:
    known = facts()
    rejected = tuple(replace(one, answer=Answer.AGAINST) if one.vote == "v1" else one for one in known.positions)
    votes = tuple(replace(one, declared=Outcome.ADOPTED) if one.key == "v1" else one for one in known.votes)
    known = replace(known, positions=rejected, votes=votes)
    text = read(known, Language.FR)
    assert "Le projet de décision L.2 est rejeté" in text
    assert "La présidence proclame le résultat du vote : adoption." in text
    assert "[Déclarée adoptée par la présidence.]" in text


def test_an_acting_committee_says_so() -> None:
    known = facts()
    term = replace(known.terms[0], period=replace(known.terms[0].period, end=FIRST))
    known = replace(known, terms=(term,), seats=tuple(replace(seat, period=term.period) for seat in known.seats))
    assert texts(known)["acting"].startswith("Its term of office having ended on 25 January 2027,")


def test_the_committee_that_the_meeting_appointed_is_not_the_one_in_office() -> None:
    known = facts()
    (old,) = known.terms
    ended = replace(old, period=Period(old.period.start, FIRST))
    new = Term("new", Period(FIRST), LAST, MEETING.key)
    renewed = (replace(one, period=ended.period, ending=SeatEnding.RENEWAL) for one in known.seats)
    elected = tuple(Seat(f"new{state}", "new", state, new.period) for state in ("GHA", "URY"))
    coordinations = (*known.coordinations, Coordination("new", "newGHA", new.period, LAST))
    appointed = replace(known, terms=(ended, new), seats=(*renewed, *elected), coordinations=coordinations)
    for slot in ("committee", "coordinator"):
        assert texts(appointed)[slot] == texts(known)[slot]
    founded = replace(appointed, terms=(replace(new, meeting=None),), seats=elected, coordinations=coordinations[-1:])
    assert {"committee", "coordinator"}.isdisjoint(texts(founded)), "none was in office when it opened"


DELETES = Amendment("a1", "p1", 1, AmendmentAct.DELETES, "every year", "", at(LAST, 11), sponsor="MAR")


@pytest.mark.parametrize(
    ("language", "reads"),
    [
        (Language.EN, "Delete “every year”."),
        (Language.FR, "Supprimer [texte non disponible en français] «\u00a0every year\u00a0»."),
        (Language.ES, "Suprimir [texto no disponible en español] “every year”."),
    ],
)
def test_an_amendment_is_told_with_its_words_which_stand_in_their_own_language(language: Language, reads: str) -> None:
    told = texts(replace(facts(), amendments=(DELETES,)), language)["amendment:a1"]
    assert told.endswith(f" {reads}")


def test_of_an_amendment_it_is_said_on_what_there_was_no_consensus() -> None:
    known = replace(facts(), amendments=(DELETES,))
    call = ConsensusCall("c", "p1", at(LAST, 11, 5), objected=True, amendment="a1")
    assert texts(replace(known, calls=(*known.calls, call)))["consensus:c"] == (
        "The Chair noted that there was no consensus on amendment L.1/Amend.1."
    )


def test_a_title_missing_in_a_language_is_left_out_of_its_sentence_only() -> None:
    known = facts()
    draft_one = replace(known.proposals[0], title=Trilingual("Annual workshop"))
    known = replace(known, proposals=(draft_one, *known.proposals[1:]))
    expected = "La réunion est saisie du projet de décision L.1, présenté par le Maroc."
    assert texts(known, Language.FR)["proposal:p1"] == expected


def test_approved_minutes_say_so_in_their_head() -> None:
    known = facts()
    minutes = Minutes("m", "meeting", MinutesState.APPROVED, approved_on=FIRST)
    paper = minutes_paper(minutes, just_drafted(known), known)
    assert paper.masthead.dated == FIRST


def test_the_fingerprint_follows_the_words_of_one_language() -> None:
    known = facts()
    paper = minutes_paper(Minutes("m", "meeting"), just_drafted(known), known)
    retitled = Trilingual.final("Future directions", "Orientations", "Orientaciones futuras")
    items = tuple(replace(one, title=retitled) if one.key == "i4" else one for one in ITEMS)
    other = replace(known, items=items)
    changed = minutes_paper(Minutes("m", "meeting"), just_drafted(other), other)
    same = [fingerprint(paper, one) == fingerprint(changed, one) for one in Language]
    assert same == [True, False, True]


def test_operative_verbs_stand_apart() -> None:
    text = Trilingual.final("Decides to meet;", "Décide de se réunir\u00a0;", "Decide reunirse;")
    (para,) = operative_paragraphs(text)
    assert (para.lead.en, para.text.en) == ("Decides", "to meet;")
    assert (para.lead.fr, para.text.es) == ("Décide", "reunirse;")


def test_a_text_without_a_known_verb_or_with_other_lines_stays_whole() -> None:
    assert not operative_paragraphs(Trilingual("The hub.", "Décide cela.", ""))[0].lead
    uneven = Trilingual("Decides a;\nDecides b.", "Décide a et b.", "Decide a;\nDecide b.")
    assert [para.text.en for para in operative_paragraphs(uneven)] == ["Decides a;\nDecides b."]
    assert operative_paragraphs(Trilingual()) == ()


PARTS = (
    "sittings", "items", "dispatches", "memberships", "terms", "seats", "coordinations", "presence", "interventions",
    "proposals", "calls", "votes", "positions", "decisions",
)  # fmt: skip


@given(st.data())
def test_whatever_was_not_recorded_the_rest_reads_in_three_languages(data: st.DataObject) -> None:
    known = facts()
    for part in PARTS:
        all_of_it = getattr(known, part)
        kept = data.draw(st.lists(st.sampled_from(all_of_it), unique_by=id), label=part)
        known = replace(known, **{part: tuple(one for one in all_of_it if one in kept)})  # type: ignore[arg-type]
    # An item keeps the one above it, and a decision its vote: the register's keys see to that.
    there = {one.key for one in known.items}
    known = replace(known, items=tuple(one for one in known.items if one.parent is None or one.parent in there))
    for language in Language:
        text = read(known, language)
        assert "{" not in text
        assert "  ." not in text
    assert all(one.text for one in draft(known))


# ---- redrafting ----


def fresh(slot: str, text: str = "As recorded.") -> Drafted:
    return Drafted(slot, Section.ITEM, in_all(lambda words: f"{text} {words.language}"), "i4")


def stored(*drafted: Drafted) -> list[MinutesParagraph]:
    """The paragraphs of a first draft."""
    return [
        MinutesParagraph(f"k{number}", "m", number, one.section, one.text, one.item, one.slot, one.text)
        for number, one in enumerate(drafted)
    ]


def written(paragraph: MinutesParagraph, text: str) -> MinutesParagraph:
    return replace(paragraph, text=paragraph.text.with_text(Language.EN, text))


def slots(kept: tuple[MinutesParagraph | Drafted, ...]) -> list[str]:
    return [one.slot or one.text.en for one in kept]


def test_a_paragraph_that_nobody_changed_follows_its_fact() -> None:
    (old,) = stored(fresh("vote:v"))
    result = refresh([old], [fresh("vote:v", "As corrected.")])
    (new,) = result.kept
    assert isinstance(new, MinutesParagraph)
    assert (new.key, new.text.en, new.written) == ("k0", "As corrected. en", False)
    assert result.offers == ()


def test_a_paragraph_whose_fact_is_the_same_is_the_same_and_goes_with_its_fact_to_another_item() -> None:
    (old,) = stored(fresh("vote:v"))
    (same,) = refresh([old], [fresh("vote:v")]).kept
    assert same is old
    (moved,) = refresh([old], [replace(fresh("vote:v"), section=Section.CLOSING)]).kept
    assert moved == replace(old, section=Section.CLOSING)


def test_what_a_person_wrote_stays_and_the_new_text_is_offered() -> None:
    (old,) = stored(fresh("vote:v"))
    mine = written(old, "As I say.")
    result = refresh([mine], [fresh("vote:v", "As corrected.")])
    assert result.kept == (mine,)
    assert [(one.slot, one.paragraph, one.text.en) for one in result.offers] == [("vote:v", "k0", "As corrected. en")]
    assert refresh([mine], [fresh("vote:v")]).offers == ()


def test_an_offer_that_was_declined_is_not_made_again() -> None:
    (old,) = stored(fresh("vote:v"))
    new = fresh("vote:v", "As corrected.")
    kept = declined(written(old, "As I say."), new.text)
    assert refresh([kept], [new]).offers == ()
    assert kept.text.en == "As I say."


def test_a_new_fact_comes_in_its_place_and_a_person_s_paragraph_stays_behind_its_own() -> None:
    one, three = stored(fresh("a"), fresh("c"))
    own = MinutesParagraph("own", "m", 1, Section.ITEM, Trilingual("Mine."))
    result = refresh([one, own, replace(three, position=2)], [fresh("a"), fresh("b"), fresh("c")])
    assert slots(result.kept) == ["a", "Mine.", "b", "c"]


def test_a_fact_that_went_takes_its_paragraph_along_unless_a_person_wrote_in_it() -> None:
    one, two = stored(fresh("a"), fresh("b"))
    assert slots(refresh([one, two], [fresh("a")]).kept) == ["a"]
    mine = written(two, "Mine.")
    result = refresh([one, mine], [fresh("a")])
    assert slots(result.kept) == ["a", "b"]
    assert result.offers == (Offer("b", Trilingual(), "k1"),)


def test_a_removed_paragraph_does_not_come_back() -> None:
    (old,) = stored(fresh("a"))
    result = refresh([replace(old, text=Trilingual())], [fresh("a")])
    assert [one.text.en for one in result.kept] == [""]
    assert result.offers == ()


def test_circulated_minutes_are_held_and_one_slot_is_let_in() -> None:
    (old,) = stored(fresh("a"))
    new = [fresh("a", "As corrected."), fresh("b")]
    result = refresh([old], new, hold=True)
    assert result.kept == (old,)
    assert [(one.slot, one.paragraph) for one in result.offers] == [("a", "k0"), ("b", None)]
    assert slots(refresh([old], new, hold=True, admit="b").kept) == ["a", "b"]


def test_a_taken_note_keeps_its_translations_and_they_are_outdated() -> None:
    text = in_one(Language.EN, "One workshop.")
    old = MinutesParagraph(
        "k", "m", 0, Section.ITEM, text.with_text(Language.FR, "Un atelier."), slot="a", drafted=text
    )
    new = taken(old, in_one(Language.EN, "Two workshops."))
    assert (new.text.en, new.text.fr) == ("Two workshops.", "Un atelier.")
    assert new.text.state(Language.FR) is TextState.OUTDATED
    assert new.drafted.fr == ""


names = st.sampled_from(["a", "b", "c", "d", "e", "f"])


@given(st.lists(names, unique=True), st.lists(names, unique=True), st.sets(names), st.booleans())
def test_nothing_that_a_person_wrote_is_ever_lost(
    before: list[str], after: list[str], touched: set[str], hold: bool
) -> None:
    old = [written(one, "Mine.") if one.slot in touched else one for one in stored(*map(fresh, before))]
    result = refresh(old, [fresh(slot) for slot in after], hold=hold)
    kept = {one.key: one for one in result.kept if isinstance(one, MinutesParagraph)}
    for one in old:
        if one.written or hold:
            assert kept[one.key].text == one.text
    assert len(slots(result.kept)) == len(set(slots(result.kept)))


def test_removed_paragraphs_are_not_shown() -> None:
    one, two = stored(fresh("a"), fresh("b"))
    assert [seen.slot for seen in shown([replace(two, position=0), replace(one, text=Trilingual())])] == ["b"]


def test_a_decision_whose_translations_are_of_an_earlier_text_says_which_behind_it() -> None:
    known = facts()
    decision = known.decisions[0]
    assert not [block for block in blocks_after(f"decision:{decision.key}", known) if isinstance(block, Note)]
    amended = replace(decision, text=decision.text.with_text(decision.text.source, "Requests a report twice a year."))
    (said,) = (
        block.text
        for block in blocks_after(f"decision:{decision.key}", replace(known, decisions=(amended,)))
        if isinstance(block, Note)
    )
    assert said.en == "The French and Spanish versions are still to be conformed to the text adopted."


def test_a_translation_of_an_earlier_text_of_a_decision_bears_the_mark_before_it_as_a_missing_one_does() -> None:
    """The French minutes said "une fois par an" in plain type of what was adopted as twice, and a note behind it."""
    text = Trilingual.final("Decides a;\nDecides b.", "Décide a ;\nDécide b.", "Decide a;\nDecide b.")
    assert not any(para.text.earlier or para.lead.earlier for para in operative_paragraphs(text))
    first, second = operative_paragraphs(text.with_text(Language.EN, "Decides a;\nDecides b twice."))
    marks = [first.text.read(one).mark for one in Language]
    assert marks == ["", OUTDATED, OUTDATED]
    assert [first.lead.read(one).mark for one in Language] == marks
    assert not any(second.text.read(one).mark for one in Language), "once, at the head of the text"
