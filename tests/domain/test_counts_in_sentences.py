"""No one, one, two and many through every message with a count, and through the sentences of minutes that count."""

import datetime
import re
import string
from collections.abc import Iterator
from dataclasses import replace

import pytest
from babel.messages.pofile import read_po

from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.elections import Body, Candidate, Election
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled
from tests.domain.second_meeting import FIRST, FOUNDED, STATES, at, facts

EN, FR, ES = Language
TEN, ONE = datetime.time(10), datetime.time(13)
COUNTED = ("n", "number", "total", "count", "seats", "more")
NOUNS = {
    EN: "member|observer|State|sitting|seat|vote|abstention|paper|name|day|minute|paragraph|document|person|decision",
    FR: "membre|observateur|État|séance|siège|bulletin|nom|jour|minute|paragraphe|document|personne|abstention|votant",
    ES: "miembro|observador|Estado|sesión|puesto|voto|abstención|cédula|nombre|día|minuto|párrafo|documento|persona",
}
MANY = {
    EN: "members|observers|States|sittings|seats|votes|abstentions|papers|names|days|minutes|paragraphs|documents",
    FR: "membres|observateurs|États|séances|sièges|bulletins|noms|jours|minutes|paragraphes|documents|abstentions",
    ES: "miembros|observadores|Estados|sesiones|puestos|votos|abstenciones|cédulas|nombres|días|minutos|párrafos",
}
ONE_IN_WORDS = {EN: "one|1", FR: "un|une|1|0", ES: "un|una|uno|1"}
SOME_IN_WORDS = {
    EN: r"two|three|nine|0|[2-9]|[1-9]\d+",
    FR: r"deux|trois|neuf|[2-9]|[1-9]\d+",
    ES: r"dos|tres|nueve|0|[2-9]|[1-9]\d+",
}


def disagreements(text: str, language: Language) -> list[str]:
    """A number beside a noun of the other number."""
    one, some = ONE_IN_WORDS[language], SOME_IN_WORDS[language]
    wrong = re.findall(rf"(?<![\d,. ])\b(?:{one}) (?:{MANY[language]})\b", text)
    return [*wrong, *re.findall(rf"(?<![.,])\b(?:{some}) (?:{NOUNS[language]})\b", text)]


def plurals(language: Language) -> Iterator[tuple[tuple[str, str], str | None]]:
    """The messages of a catalogue that have a plural, with their contexts."""
    with bundled(f"i18n/{language}/LC_MESSAGES/nmirf.po").open("rb") as file:
        for one in read_po(file):
            if isinstance(one.id, tuple | list) and len(one.id) == 2:
                yield (one.id[0], one.id[1]), one.context


@pytest.mark.parametrize("language", list(Language))
def test_every_message_with_a_count_agrees_with_none_one_two_and_many(language: Language) -> None:
    words, found, seen = catalog(language), [], 0
    for (singular, plural), context in plurals(language):
        for number in (0, 1, 2, 5, 40):
            frame = (
                words.npgettext(context, singular, plural, number)
                if context
                else words.ngettext(singular, plural, number)
            )
            names = {name for _, name, _, _ in string.Formatter().parse(frame) if name}
            values = {name: str(number) if name in COUNTED[:1] else "Q" for name in names}
            found += [f"{number}: {one} in {frame}" for one in disagreements(frame.format(**values), language)]
            seen += 1
    assert seen > 500
    assert not found, "\n".join(found)


def meeting(members: int, there: int, observers: int, sittings: int, seats: int) -> RecordedMeeting:
    """A meeting with so many of everything; as many observers as members were there."""
    codes = sorted(STATES)
    own = {MembershipKind.MEMBER: codes[:members], MembershipKind.OBSERVER: codes[100 : 100 + observers]}
    came = [*own[MembershipKind.MEMBER][:there], *own[MembershipKind.OBSERVER][:there], *codes[150 : 150 + there]]
    stand = tuple(Candidate(f"c{code}", "e", place, code) for place, code in enumerate(codes[:seats]))
    election = Election(
        "e", "meeting", "i4", facts().meeting.title, Body.OTHER, seats, at(FIRST, 11), tuple(codes[:members]),
        acclaimed_at=at(FIRST, 12), acclaimed=tuple(one.key for one in stand),
    )  # fmt: skip
    return replace(
        facts(),
        memberships=tuple(
            Membership(f"m{code}", code, kind, Period(FOUNDED), Basis.FOUNDING)
            for kind, states in own.items()
            for code in states
        ),
        sittings=tuple(
            Sitting(f"s{n}", "meeting", n, FIRST, TEN, ONE, at(FIRST, 9, n), at(FIRST, 9, n + 1))
            for n in range(1, sittings + 1)
        ),
        presence=tuple(
            PresenceEvent(f"a{code}", "meeting", code, PresenceKind.ARRIVED, at(FIRST, 8)) for code in came
        ),
        interventions=(), votes=(), positions=(), calls=(), proposals=(), decisions=(), terms=(), seats=(),
        coordinations=(), elections=(election,), candidates=stand,
    )  # fmt: skip


@pytest.mark.parametrize("members", [1, 2, 3, 9, 10, 12, 40])
def test_minutes_count_in_grammatical_sentences(members: int) -> None:
    found = []
    for there in sorted({0, 1, 2, members}):
        if there > members:
            continue
        for observers in (0, 1, 2, 9, 11):
            known = meeting(members, there, observers, max(1, min(members, 10)), max(1, there))
            for one in draft(known):
                for language in Language:
                    text = one.text[language]
                    found += [f"{wrong}: {text}" for wrong in disagreements(text, language)]
                    if text and not (text[0].isupper() or text[0].isdigit()):
                        found.append(text)
    assert not found, "\n".join(found[:20])
