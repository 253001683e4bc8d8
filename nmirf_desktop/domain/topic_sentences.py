"""A ready sentence or two on each topic of an invitation and its information note, made from the meeting's facts.

They are offered, never printed unasked: the secretariat takes them over, changes them, or writes its own.
"""

from nmirf_desktop.domain.letters import LetterFacts, interpreted
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.meetings import MeetingKind, Modality
from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog

PURPOSES = {
    MeetingKind.FOUNDING: N_("The meeting is to establish the Network."),
    MeetingKind.ANNUAL: N_(
        "The annual meeting reviews the activities of the Network and discusses its future directions."
    ),
    MeetingKind.EXTRAORDINARY: N_("The meeting takes up the matters for which it has been called."),
    MeetingKind.COMMITTEE: N_("The Executive Committee prepares the meetings of the Network and their agendas."),
}
ONLINE = {
    Modality.ONLINE: N_(
        "The link to the meeting is sent to all who are registered. Please test the connection, and name a telephone "
        "number at which your delegation can be reached in a vote."
    ),
    Modality.HYBRID: N_(
        "Those who cannot come may take part online, with the right to speak and, for members, to vote. The link is "
        "sent to all who are registered as online; please name a telephone number at which they can be reached."
    ),
}
AT_A_PLACE = {
    Topic.TRAVEL: N_(
        "Travel, stay and insurance are arranged and paid by the participants, unless the host has told them otherwise."
    ),
    Topic.HOTELS: N_("The secretariat names hotels near the place of the meeting on request."),
}
ALWAYS = {
    Topic.ACCESSIBILITY: N_(
        "Please tell the secretariat when registering what participants with disabilities need: access without steps, "
        "sign language, captions, or documents in large print or in an accessible format."
    ),
    Topic.CONTACT: N_("Questions are answered by the secretariat of the Network, in English, French and Spanish."),
}


def ready_sentence(topic: Topic, facts: LetterFacts) -> Trilingual:
    """What is offered on a topic, agreed in three languages; nothing where the meeting has no such matter."""
    said = Said.by(lambda words: _said(topic, facts, words))
    return Trilingual.final(said.en, said.fr, said.es) if all((said.en, said.fr, said.es)) else Trilingual()


def _said(topic: Topic, facts: LetterFacts, words: Catalog) -> str:
    meeting = facts.meeting
    match topic:
        case Topic.INVITATION:
            return words.gettext(PURPOSES[meeting.kind])
        case Topic.VENUE:
            return _venue(facts, words)
        case Topic.REGISTRATION:
            return _registration(facts, words)
        case Topic.LANGUAGES:
            return interpreted(facts, words)
        case Topic.ONLINE:
            return words.gettext(ONLINE[meeting.modality]) if meeting.modality in ONLINE else ""
        case Topic.DOCUMENTS:
            return words.gettext(
                "The documents have symbols that begin with {symbol} and are issued in English, French and Spanish. "
                "Those sent before the meeting are not distributed on paper."
            ).format(symbol=meeting.symbol)
        case Topic.ACCESSIBILITY | Topic.CONTACT:
            return words.gettext(ALWAYS[topic])
        case Topic.VISA | Topic.TRAVEL | Topic.HOTELS:
            return "" if meeting.modality is Modality.ONLINE else _coming(topic, facts, words)


def _venue(facts: LetterFacts, words: Catalog) -> str:
    """Where the meeting is, and when it opens."""
    meeting, said = facts.meeting, []
    place = meeting.place[words.language].strip()
    if meeting.modality is Modality.ONLINE:
        said.append(words.gettext("The meeting is held online."))
    elif place:
        said.append(words.gettext("Place of the meeting: {place}.").format(place=place))
    first = min(facts.sittings, key=lambda one: (one.on, one.starts), default=None)
    if first is not None:
        opens = words.gettext("The first sitting opens on {day} at {time}, by the time of {zone}.")
        zone = words.city(meeting.time_zone)
        said.append(opens.format(day=words.date_with_weekday(first.on), time=words.time(first.starts), zone=zone))
    return " ".join(said)


def _registration(facts: LetterFacts, words: Catalog) -> str:
    """How and until when delegations are registered."""
    how = words.gettext(
        "Each delegation names its head and its members, with their functions, on the reply sheet or by letter to the "
        "secretariat."
    )
    if facts.reply_by is None:
        return how
    until = words.gettext("The reply is awaited on {day} at the latest.").format(day=words.date(facts.reply_by))
    return f"{how} {until}"


def _coming(topic: Topic, facts: LetterFacts, words: Catalog) -> str:
    """What concerns those who travel to a place; visas only where the host is known."""
    if topic is not Topic.VISA:
        return words.gettext(AT_A_PLACE[topic])
    if facts.host is None:
        return ""
    return words.gettext(
        "Participants who need a visa to enter {the_state} are asked to apply for it in good time. On request, the "
        "secretariat confirms in writing that a delegation is registered."
    ).format(**forms(facts.host, words.language))
