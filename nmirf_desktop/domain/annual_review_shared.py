"""The paragraphs of an annual review on what States share: good practices and the virtual knowledge hub (R43)."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from nmirf_desktop.domain import annual_review_counts as said
from nmirf_desktop.domain.annual_review import ReviewFacts
from nmirf_desktop.domain.annual_review_counts import Sentence
from nmirf_desktop.domain.contributions import ContributionKind, ContributionLine, ContributionState
from nmirf_desktop.domain.good_practices import AREA_LABELS, SHARED_LABELS, SharedWith, Sharing
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.states import State, in_order
from nmirf_desktop.i18n import Catalog

# ---- good practices ----


def practices(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    """What was documented, in which areas, with which consent, and with whom it was shared (R43)."""
    yield "count", partial(_documented, facts)
    if facts.practices:
        yield "areas", partial(_areas, facts)
        yield "list", partial(_consented, facts)
    if facts.agreed:
        yield "agreed", partial(_agreed, facts)
    if facts.sharings:
        yield "shared", partial(_shared, facts)


def _documented(facts: ReviewFacts, words: Catalog) -> str:
    number, during = len(facts.practices), facts.during(words)
    if not number:
        return words.gettext("{during}, no good practice of a State was recorded.").format(during=during)
    states = len({one.state for one in facts.practices})
    (of,) = said.so_many(words, (said.STATE, states), beside=number)
    pattern = words.ngettext(
        "{during}, one good practice of {of} was documented.",
        "{during}, {n} good practices of {of} were documented.",
        number,
    )
    return said.counting(words, pattern, number, during=during, of=of)


def _areas(facts: ReviewFacts, words: Catalog) -> str:
    found = Counter(one.area for one in facts.practices)
    return words.gettext("By area of work, the practices are distributed as follows: {counts}.").format(
        counts=said.labelled(words, AREA_LABELS, found)
    )


def _consented(facts: ReviewFacts, words: Catalog) -> str:
    number = sum(one.consents(facts.on) for one in facts.practices)
    if not number:
        return words.gettext("As no State has consented to the sharing of its practice, none is named here.")
    pattern = words.ngettext(
        "Consent to sharing was given for one of them, which is listed below.",
        "Consent to sharing was given for {n} of them, which are listed below.",
        number,
    )
    return said.counting(words, pattern, number)


def _agreed(facts: ReviewFacts, words: Catalog) -> str:
    number = len(facts.agreed)
    pattern = words.ngettext(
        "{during}, consent to sharing was given for one good practice documented earlier, which is listed below.",
        "{during}, consent to sharing was given for {n} good practices documented earlier, which are listed below.",
        number,
    )
    return said.counting(words, pattern, number, during=facts.during(words))


def _shared(facts: ReviewFacts, words: Catalog) -> str:
    """How many practices went out, on which day or on how many, and with whom; no day or number of days twice."""
    number = len({one.practice for one in facts.sharings})
    days = {one.shared_on for one in facts.sharings}
    with_whom = _recipients(facts, words)
    if len(days) == 1:
        return _shared_at_once(number, min(days), [name for name, _ in with_whom], words)
    each = len(with_whom) > 1
    whom = said.named(words, [_on_days(name, on, words) if each else name for name, on in with_whom])
    pattern = words.ngettext(
        "{during}, one good practice was shared {when} with the following: {whom}.",
        "{during}, {n} good practices were shared {when} with the following: {whom}.",
        number,
    )
    when = said.counting(words, words.ngettext("on {n} day", "on {n} different days", len(days)), len(days))
    return said.counting(words, pattern, number, during=facts.during(words), when=when, whom=whom)


def _shared_at_once(number: int, day: datetime.date, whom: Sequence[str], words: Catalog) -> str:
    pattern = words.ngettext(
        "On {date}, one good practice was shared with the following: {whom}.",
        "On {date}, {n} good practices were shared with the following: {whom}.",
        number,
    )
    return said.counting(words, pattern, number, date=words.date(day), whom=said.named(words, whom))


def _on_days(name: str, days: Collection[datetime.date], words: Catalog) -> str:
    pattern = words.ngettext("{name} (on {n} day)", "{name} (on {n} days)", len(days))
    return said.joined(pattern).format(name=name, n=words.number(len(days)))


def _recipients(facts: ReviewFacts, words: Catalog) -> list[tuple[str, set[datetime.date]]]:
    """All of a kind, then States in the order of the language, then partners; each with the days."""
    found: dict[SharedWith | State | Key, set[datetime.date]] = {}
    for one in facts.sharings:
        for to in _shared_to(one, facts):
            found.setdefault(to, set()).add(one.shared_on)
    kinds = [(said.within(words.gettext(SHARED_LABELS[kind])), found[kind]) for kind in SharedWith if kind in found]
    states = in_order((to for to in found if isinstance(to, State)), words)
    named = [(state.said_in(words), found[state]) for state in states]
    partners = [(said.partner(words, one), found[key]) for key, one in facts.recipients.items() if key in found]
    return [*kinds, *named, *partners]


def _shared_to(one: Sharing, facts: ReviewFacts) -> Iterator[SharedWith | State | Key]:
    match one.shared_with:
        case SharedWith.STATES:
            yield from (facts.states[code] for code in one.states if code in facts.states)
        case SharedWith.PARTNER:
            yield from (one.partner,) if one.partner is not None else ()
        case SharedWith.MEMBERS | SharedWith.OBSERVERS:
            yield one.shared_with


# ---- the virtual knowledge hub ----


def hub(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    """What went to the virtual knowledge hub, how it stood on the last day, and how much of it is not named (R43)."""
    yield "count", partial(_contributed, facts)
    if facts.contributions:
        yield "standing", partial(_standing, facts)


def _contributed(facts: ReviewFacts, words: Catalog) -> str:
    number, during = len(facts.contributions), facts.during(words)
    if not number:
        return words.gettext("{during}, no contribution to the virtual knowledge hub of OHCHR was recorded.").format(
            during=during
        )
    found = Counter(line.contribution.kind for line in facts.contributions)
    counted = ((said.CONTRIBUTIONS[kind], found[kind]) for kind in ContributionKind if found[kind])
    kinds = words.conjunction(said.so_many(words, *counted, beside=number))
    pattern = words.ngettext(
        "{during}, one contribution to the virtual knowledge hub of OHCHR was recorded: {kinds}.",
        "{during}, {n} contributions to the virtual knowledge hub of OHCHR were recorded: {kinds}.",
        number,
    )
    return said.counting(words, pattern, number, during=during, kinds=kinds)


def _standing(facts: ReviewFacts, words: Catalog) -> str:
    found: Counter[ContributionState] = Counter(line.stands for line in facts.contributions)
    counts = said.agreeing(words, said.CONTRIBUTION_STATES, found)
    stood = words.ngettext(
        "As at {date}, it stood as follows: {counts}.",
        "As at {date}, they stood as follows: {counts}.",
        len(facts.contributions),
    ).format(date=facts.as_at(words), counts=counts)
    unnamed = len(facts.contributions) - len(named_contributions(facts))
    return f"{stood} {_left_unnamed(unnamed, words)}" if unnamed else stood


def _left_unnamed(number: int, words: Catalog) -> str:
    """How many are told by their number alone."""
    pattern = words.ngettext(
        "The list leaves one contribution out, because its State has not agreed to share the practice.",
        "The list leaves {n} contributions out, because their States have not agreed to share the practices.",
        number,
    )
    return said.counting(words, pattern, number)


def named_contributions(facts: ReviewFacts) -> tuple[ContributionLine, ...]:
    """What was contributed, but for practices to which their States have not agreed: these are not named (R43)."""
    return tuple(one for one in facts.contributions if one.practice is None or one.practice.consents(facts.on))
