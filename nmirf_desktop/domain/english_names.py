"""The first word of an English sentence as it stands behind "that": with a small letter, unless it is a name.

Which it is, is known of articles and the like, of what is several, of matter and of names; of no other word: a noun
of one thing without its article ("Secretariat never answered") is not guessed to be a name.
"""

import re

from nmirf_desktop.domain.english_past import is_adverb
from nmirf_desktop.domain.english_verbs import AUXILIARY, is_finite, is_third_person


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL = _words(
    "because the a an this these those that its their his her it they there each every some any many most several all"
    " both no nobody nothing none everyone everybody everything somebody someone something anyone anything one two"
    " three four five six seven eight nine ten eleven twelve twenty thirty half few fewer more less much such"
    " other others another only even what our my of about last next same own whoever whatever in on at by for from"
    " with without after before during since under over until between among despite within through as if when"
    " where while although though unless once given to people women men children neither either not enough too"
    " almost nearly again here now today tomorrow yesterday"
)
_MATTER = re.compile(
    r"(?!(?:Deleg|Organi[sz]|Associ|Feder|Recommend|Public|Declar|Invit|Applic|Found|Present|Alloc|Oblig|Quot|Not|St|N)ation"
    r"|(?:Propos|Coal|Pet|Ed|Pos)ition|(?:Ag|Presid|Curr)ency"
    r"|(?:C|Univers|Author|Commun|Facil|Ent|Major|Minor|Opportun"
    r"|Activ|Prior|Abil)ity|(?:Mechan|Organ|Critic)ism|(?:Scholar|Wor|Relation|Partner|Member|W)s?hip|Wit?ness|Business)"
    r"(?:[A-Z][a-z]+(?:ation|ition|ency|ancy|ity|ness|ship|ism)|Consensus|Progress|Training|Funding|Trust|Time|Work"
    r"|Transparency|Information|Data|Equipment|Software|Guidance|Assistance|Support|Access|Education|Evidence|Justice"
    r"|Peace|Society|Law|Health|Money|Translation|Interpretation|Travel|Help|Silence|Delay|Reporting)\Z"
)
"""What needs no article."""
_NUMBERED = re.compile(
    r"(?:Paragraph|Article|Item|Rule|Section|Annex|Option|Part|Chapter|Document|Draft|Amendment|Recommendation|Page|Line"
    r"|Table|Goal|Target|Proposal)s? (?:\d|[A-Z]\b|[IVX]+\b|[LA][./]|one\b|two\b|three\b)"
)
_ACRONYM = re.compile(r"[A-Z]{2,}|[A-Z][./\d]|[A-Z][a-z]?[A-Z]")
_PERSON = re.compile(r"(?:Ms|Mr|Mrs|Dr|Sir|Prof)\.? [A-Z]")
_STATES_SO = re.compile(
    r"(?!(?:United|Member|Arab|Gulf|Baltic|Pacific|African|Caribbean|European|Federated|Papua|Observer"
    r"|Nordic)\b)[A-Z][a-z]+ States\b"
)
"""What sort of States they are: small ones."""
_NAMED_TWICE = re.compile(r"[A-Z][a-z]+(?:[-’'][A-Za-z]+)? [A-Z]")
_NAMES = _words(
    "January February March April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday States English French Spanish Arabic Russian Chinese Africa Asia Europe Geneva"
    " Nairobi Vienna Bangkok Paris London Brussels Beijing Rome Doha"
    " Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh"
    " Barbados Belarus Belgium Belize Benin Bhutan Bolivia Botswana Brazil Bulgaria Burundi Cambodia Cameroon Canada"
    " Chad Chile China Colombia Croatia Cuba Cyprus Czechia Denmark Djibouti Dominica Ecuador Egypt Eritrea Estonia"
    " Eswatini Ethiopia Fiji Finland France Gabon Georgia Germany Ghana Greece Grenada Guatemala Guinea Guyana Haiti"
    " Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya"
    " Kiribati Kuwait Kyrgyzstan Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg Madagascar"
    " Malawi Malaysia Mali Malta Mauritania Mauritius Mexico Moldova Monaco Mongolia Montenegro Morocco Mozambique"
    " Myanmar Namibia Nauru Nepal Nicaragua Niger Nigeria Norway Oman Pakistan Palau Palestine Panama Paraguay Peru"
    " Poland Portugal Qatar Romania Russia Rwanda Samoa Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia"
    " Spain Sudan Suriname Sweden Switzerland Syria Tajikistan Tanzania Thailand Togo Tonga Tunisia Türkiye"
    " Turkmenistan Tuvalu Uganda Ukraine Uruguay Uzbekistan Vanuatu Venezuela Yemen Zambia Zimbabwe"
)
"""Names of one word: months, days, languages, seats of meetings and States."""
_NO_PLURALS = re.compile(r"[A-Z][a-z]*(?:ss|us|is|news|series)\Z")
_OPENING = re.compile(
    r"(?:in|on|at|by|for|because|from|with|without|after|before|during|since|under|over|until|between|among|despite|within|through"
    r"|as|if|when|where|while|although|though|unless|once|given|today|now|[a-z]+ly)\b(?:[^,;.]|\.(?=\d))*, "
)
"""What stands before its subject, between commas."""
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def behind_that(clause: str) -> str:
    """A clause as it stands behind "that"; empty where its first word may be a name, or lacks its article."""
    told = _beginning(clause)
    return f", {told}" if _OPENING.match(told) else told and f" {told}"


def _beginning(clause: str) -> str:
    """A clause whose first letter is small, unless it is that of a name; empty where that is not sure."""
    words = _LETTERS.findall(clause)
    first, second, third = [*words, "", "", ""][:3]
    if clause[:1].isdigit() or clause[:1] in "“\"'‘":
        return clause
    if not words or not clause.startswith(first):
        return ""
    small = f"{clause[:1].lower()}{clause[1:]}"
    if (
        first.casefold() in _SMALL
        or (is_adverb(first) and first not in _NAMES)
        or _NUMBERED.match(clause)
        or clause.startswith("Human rights ")
    ):
        return small
    if _ACRONYM.match(clause) or first in _NAMES or _PERSON.match(clause):
        return clause
    if first[:1].islower():
        return clause if _is_known(first.capitalize(), second, third) else ""
    if _STATES_SO.match(clause):
        return small
    if _NAMED_TWICE.match(clause):
        return clause
    return small if _is_known(first, second, third) else ""


def _is_known(first: str, second: str, third: str) -> bool:
    """Whether a first word is a noun of several or of matter, or stands before one."""
    if _MATTER.match(first) or (first.endswith("s") and not _NO_PLURALS.match(first)):
        return True
    if second.islower() and _MATTER.match(second.capitalize()):
        return True
    several = second.endswith("s") and not AUXILIARY.fullmatch(second) and not second.endswith(("ss", "us", "is"))
    return several and (AUXILIARY.fullmatch(third) is not None or (is_finite(third) and not is_third_person(third)))
