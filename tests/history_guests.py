"""Who is invited to the meetings of a history and comes, its partners, and what its texts and languages ask for."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from nmirf_desktop.domain.known_words import KnownWord
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportKind
from nmirf_desktop.domain.participants import Answer, Delegate, InvitationForm, Invitee, Part, Partner, PartnerKind
from nmirf_desktop.domain.partnerships import STANDING, CooperationNote, Partnership, PartnershipForm
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.translation_orders import TranslationOrder
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.languages import KNOWN_WORDS, ORDERS
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.partnerships import NOTES, PARTNERSHIPS
from tests.history_activities import tell_activities
from tests.history_practices import tell_practices
from tests.history_told import Saved, Told, said

KNOWN, INVITED, ANSWERED = (datetime.timedelta(days=days) for days in (210, 120, 70))
"""How long before a meeting a partner is known, the invitations go out, and the answers come."""


def tell_guests(told: Told, meetings: Sequence[Meeting]) -> None:
    """A partner and some States at each annual meeting, one delegation, and an order for translation of each."""
    annual = [one for one in meetings if one.kind is MeetingKind.ANNUAL]
    begins = annual[0].opens_on - KNOWN
    partner = Partner(
        told.key(begins),
        said("Institute of reporting", "Institut des rapports", "Instituto de informes"),
        PartnerKind.ACADEMIA,
        ("institute@example.org",),
    )
    told.act(begins, "record a partner", [(PARTNERS, partner)])
    word = KnownWord(told.key(begins), Language.FR, "MNMRS")
    told.act(begins, "add a word to the dictionary", [(KNOWN_WORDS, word)])
    told.act(begins, "record a partner", [(PARTNERS, STANDING)])
    tell_activities(told, annual, partner.key)
    tell_practices(told, annual, partner.key)
    for meeting in annual:
        _work_with(told, meeting, partner)
        _invite(told, meeting, partner)
        _translate(told, meeting)


def _work_with(told: Told, meeting: Meeting, partner: Partner) -> None:
    """A partnership of each year, what was done under it, and what OHCHR and the Network did for each other."""
    begins, done = meeting.opens_on - INVITED, meeting.opens_on - ANSWERED
    year = Period(begins, begins + datetime.timedelta(days=365))
    words = said("Training on reporting", "Formation aux rapports", "Formación en informes")
    agreed = Partnership(
        told.key(begins),
        partner.key,
        year,
        PartnershipForm.LETTERS,
        words,
        (Objective.CAPACITIES,),
        said("Dean", "Doyenne", "Decanato"),
    )
    told.act(begins, "record a partnership", [(PARTNERSHIPS, agreed)])
    note = CooperationNote(told.key(done), partner.key, done, words)
    told.act(done, "note what was done with a partner", [(NOTES, note)])
    for kind in (SupportKind.TECHNICAL, SupportKind.ADVOCACY):
        entry = OhchrSupport(told.key(done), STANDING.key, done, kind, words)
        told.act(done, "record the support given by OHCHR", [(SUPPORT, entry)])


def _invite(told: Told, meeting: Meeting, partner: Partner) -> None:
    sent, came = meeting.opens_on - INVITED, meeting.opens_on - ANSWERED
    codes = (
        *told.of_kind(MembershipKind.MEMBER, sent)[:3],
        *told.of_kind(MembershipKind.OBSERVER, sent)[:1],
    )
    notes = [Invitee(told.key(sent), meeting.key, state=code, invited_on=sent) for code in codes]
    letter = Invitee(told.key(sent), meeting.key, partner=partner.key, form=InvitationForm.LETTER, invited_on=sent)
    told.act(sent, "invite to a meeting", [(INVITEES, one) for one in (*notes, letter)])
    answers = [replace(one, answer=Answer.ATTENDS, answered_on=came) for one in notes]
    told.act(came, "record answers to an invitation", [(INVITEES, one) for one in answers])
    for one in answers:
        person = told.person(one.state or "", came)
        if person is not None:
            head: Saved = (DELEGATES, Delegate(told.key(came), one.key, person, Part.HEAD))
            told.act(came, "change a delegation", [head])


def _translate(told: Told, meeting: Meeting) -> None:
    sent = meeting.opens_on - ANSWERED
    order = TranslationOrder(told.key(sent), meeting.key, Language.ES, sent, 12, "Translation service")
    told.act(sent, "send texts to translators", [(ORDERS, order)])
    back = sent + datetime.timedelta(days=14)
    told.act(back, "take in translations", [(ORDERS, replace(order, returned_on=back, approver="Secretariat"))])
