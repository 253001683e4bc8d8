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
    MeetingKind.FOUNDING: N_("The purpose of the meeting is to establish the Network."),
    MeetingKind.ANNUAL: N_(
        "The annual meeting will review the activities of the Network and discuss its future directions."
    ),
    MeetingKind.EXTRAORDINARY: N_("The meeting will take up the matters for which it has been convened."),
    MeetingKind.COMMITTEE: N_("The Executive Committee prepares the meetings of the Network and their agendas."),
}
ONLINE = {
    Modality.ONLINE: N_(
        "The link to the meeting will be sent to all registered participants. Please test your connection beforehand "
        "and provide a telephone number at which your delegation can be reached during a vote."
    ),
    Modality.HYBRID: N_(
        "Participants who are unable to travel may take part online, with the right to speak and, in the case of "
        "members, to vote. The link will be sent to those registered for online participation, who are requested to "
        "provide a telephone number at which they can be reached."
    ),
}
AT_A_PLACE = {
    Topic.TRAVEL: N_(
        "Participants are responsible for arranging and paying for their own travel, accommodation and insurance, "
        "unless otherwise advised by the host country."
    ),
    Topic.HOTELS: N_("The Secretariat can suggest hotels near the venue on request."),
}
ALWAYS = {
    Topic.ACCESSIBILITY: N_(
        "Please inform the Secretariat, when registering, of any requirements of participants with disabilities, such "
        "as step-free access, sign language interpretation, captioning, or documents in large print or accessible "
        "formats."
    ),
    Topic.CONTACT: N_("Enquiries may be addressed to the Secretariat of the Network in English, French or Spanish."),
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
                "The documents of the meeting bear symbols beginning with {symbol} and are issued in English, French "
                "and Spanish. Those sent before the meeting will not be distributed on paper."
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
        said.append(words.gettext("The meeting will be held online."))
    elif place:
        said.append(words.gettext("Place of the meeting: {place}.").format(place=place))
    first = min(facts.sittings, key=lambda one: (one.on, one.starts), default=None)
    if first is not None:
        opens = words.gettext("The first sitting will open on {day}, at {time} ({zone} time).")
        zone = words.city(meeting.time_zone)
        said.append(opens.format(day=words.date_with_weekday(first.on), time=words.time(first.starts), zone=zone))
    return " ".join(said)


def _registration(facts: LetterFacts, words: Catalog) -> str:
    """How and until when delegations are registered."""
    how = words.gettext(
        "Delegations are requested to provide the names and functions of their head and members, on the reply sheet or "
        "by letter to the Secretariat."
    )
    if facts.reply_by is None:
        return how
    until = words.gettext("Replies should reach the Secretariat by {day}.").format(day=words.date(facts.reply_by))
    return f"{how} {until}"


def _coming(topic: Topic, facts: LetterFacts, words: Catalog) -> str:
    """What concerns those who travel to a place; visas only where the host is known."""
    if topic is not Topic.VISA:
        return words.gettext(AT_A_PLACE[topic])
    if facts.host is None:
        return ""
    return words.gettext(
        "Participants who require a visa to enter {the_state} are advised to apply in good time. On request, the "
        "Secretariat will confirm in writing that a delegation is registered."
    ).format(**forms(facts.host, words.language))
