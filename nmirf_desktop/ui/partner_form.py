"""A partner as it is written down: among the participants of a meeting, and among the partners."""

from nmirf_desktop.domain.invitations import CAPACITY_LABELS, Capacity
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.people import check_emails, several_emails
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.fields import CheckField, ChoiceField, ListedField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage


def kind_word(kind: PartnerKind, words: Catalog) -> str:
    """What a partner is, as its word."""
    return words.gettext(CAPACITY_LABELS[Capacity(kind.value)])


class PartnerForm(Form):
    """A partner: name, kind, where to write and in which language; it may be invited to the meeting that is shown."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._held: Partner | None = None
        self.name, self.address = TrilingualField(language), TextField(language, long=True)
        self.kind: ChoiceField[PartnerKind] = ChoiceField(language, list(PartnerKind), kind_word)
        self.emails = ListedField(language, several_emails, check_emails)
        self.tongue: ChoiceField[Language] = ChoiceField(language, list(Language), lambda one, _words: NAMES[one])
        self.invite = CheckField(language, N_("Invite to this meeting"))
        self.add("name", N_("Name"), self.name)
        self.add("kind", N_("Kind"), self.kind)
        self.add("emails", N_("E-mail"), self.emails, N_("A line for each; a dispatch goes to all of them."))
        self.add("address", N_("Address"), self.address)
        self.add("language", N_("Writes in"), self.tongue)
        self.add("invite", N_("Invitation"), self.invite)

    def load(self, held: Partner | None, *, meeting: bool = True) -> None:
        """A partner as it stands, or a new one, which may be invited to the *meeting* that is shown."""
        self._held = held
        one = held or Partner("", Trilingual(), PartnerKind.UN_ENTITY)
        self.name.load(one.name, over=True)
        self.kind.load(one.kind, over=True)
        self.emails.load(one.emails, over=True)
        self.address.load(one.address, over=True)
        self.tongue.load(one.language, over=True)
        self.invite.load(held is None and meeting, over=True)
        self.show_row("invite", held is None and meeting)

    def value(self) -> Partner:
        """The partner as the fields say it."""
        return Partner(
            self._held.key if self._held is not None else new_key(),
            self.name.value(),
            self.kind.value() or PartnerKind.OTHER,
            self.emails.value(),
            self.address.value(),
            self.tongue.value() or Language.EN,
        )
