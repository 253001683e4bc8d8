"""What the Chair says in an election, with the words for each turn it may take (R35; GA 92–94)."""

from collections.abc import Callable, Iterator
from functools import partial

from nmirf_desktop.domain.blocks import Block, Note, Para
from nmirf_desktop.domain.chair_elections import (
    Called,
    elected_alone,
    no_more_stand,
    slate_put,
    stand_for,
    to_be_named,
)
from nmirf_desktop.domain.election_sentences import how_many_names
from nmirf_desktop.domain.officers import Office
from nmirf_desktop.domain.practices import Option, Practices, Question
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Catalog

CHAIR = N_("The Chair:")
ELECTION = N_("We proceed to the election. I ask two members to act as tellers.")
NO_INTERRUPTION = N_(
    "The voting has begun. It is not interrupted, except by a point of order on the way in which it is conducted."
)
SECRECY = {
    Option.ELECTIONS_ONLY: N_("Elections are held by secret ballot."),
    Option.ON_REQUEST: N_("Elections are held by secret ballot; a member may ask for one on any proposal."),
}
"""What the practice says of an election; of other votes it says nothing there, since one may be put to a ballot too."""
# ---- one office ----
ONE_OFFICE = N_("One office is to be filled. I invite proposals.")
ONE_PROPOSAL, SEVERAL = N_("If there is one proposal:"), N_("If there are several proposals:")
ELECTED = N_("[name] has obtained the required majority, and is elected.")
NOBODY = N_("If nobody obtains the majority:")
SECOND = N_("We proceed to a second ballot. It is restricted to the two who obtained most votes: [names].")
EQUAL_IN_SECOND = N_("If votes are equal in the second ballot:")
LOTS = N_("Votes are equal. I draw lots between [names]. The lot falls on [name], who is elected.")
# ---- several seats ----
SLATE = N_("If there is an agreed slate:")
NO_MORE = N_("If no more stand than there are seats:")
MORE = N_("If more stand than there are seats:")
MARK = N_("Mark [number] names at most. A paper with more is invalid. One without any is an abstention.")
ALL_ELECTED = N_("Having obtained the required majority, the following are elected: [names].")
LEFT = N_("If seats remain to be filled:")
FURTHER = N_(
    "[number] seats remain to be filled. We proceed to a further ballot. It is restricted to those who obtained most "
    "votes, at most twice as many as there are seats left: [names]."
)
EQUAL = N_("If votes are equal for the last seat:")
SPECIAL = N_("Votes are equal for the last seat. A special ballot decides between [names].")
EQUAL_AGAIN = N_("If they are equal again:")


def words_of(*messages: str) -> Said:
    """Sentences, one after the other."""
    return Said.by(lambda words: " ".join(words.gettext(one) for one in messages))


def one_ballot(practices: Practices) -> Iterator[Block]:
    """An office for which several are proposed, or however many: the first ballot, the second, and the lot."""

    def first(words: Catalog) -> str:
        begun, after = words.gettext(ELECTION), (words.gettext(one) for one in (NO_INTERRUPTION, ELECTED))
        return " ".join((begun, how_many_names(1, words), *after))

    yield Para(Said.by(first), lead=Said.words(SEVERAL if acclaims(practices) else CHAIR))
    yield _if(NOBODY, SECOND)
    yield _if(EQUAL_IN_SECOND, LOTS)


def one_elected(practices: Practices, office: Office) -> Iterator[Block]:
    """An election to one office: by acclamation, or by ballots until one has the majority."""
    yield _chair(ONE_OFFICE)
    if acclaims(practices):
        yield Para(Said.by(elected_said(office)), lead=Said.words(ONE_PROPOSAL))
    yield _secret(practices)
    yield from one_ballot(practices)


def several_elected(practices: Practices) -> Iterator[Block]:
    """An election of several: the agreed slate, acclamation, or ballots until the seats are filled."""
    yield Para(
        Said.by(lambda words: stand_for(words.gettext("[number]"), to_be_named(words, several=True), words)),
        lead=Said.words(CHAIR),
    )
    voted = (ELECTION, MARK, NO_INTERRUPTION)
    if acclaims(practices):
        for lead, said in ((SLATE, slate_put), (NO_MORE, no_more_stand)):
            yield Para(Said.by(partial(_of_several, said)), lead=Said.words(lead))
        yield _secret(practices)
        yield _if(MORE, *voted)
    else:
        yield _secret(practices)
        yield _chair(*voted)
    yield _chair(ALL_ELECTED)
    yield _if(LEFT, FURTHER)
    yield _if(EQUAL, SPECIAL)
    yield _if(EQUAL_AGAIN, LOTS)


def elected_said(office: Office | None) -> Callable[[Catalog], str]:
    """That the one who stands is elected to an *office*, where it is one of the meeting's."""
    return lambda words: elected_alone(to_be_named(words), office, words)


def _of_several(said: Callable[[Called, Catalog], str], words: Catalog) -> str:
    return said(to_be_named(words, several=True), words)


def acclaims(practices: Practices) -> bool:
    """Whether nobody votes where no more stand than there are seats."""
    return practices.way(Question.ACCLAMATION).option is Option.ACCLAIMED


def _secret(practices: Practices) -> Note:
    """How secret a ballot is."""
    secrecy = practices.way(Question.SECRECY)
    return Note(Said.words(SECRECY.get(secrecy.option, secrecy.sentence)))


def _chair(*messages: str) -> Para:
    return Para(words_of(*messages), lead=Said.words(CHAIR))


def _if(lead: str, *messages: str) -> Para:
    """What the Chair says where the election takes a turn."""
    return Para(words_of(*messages), lead=Said.words(lead))
