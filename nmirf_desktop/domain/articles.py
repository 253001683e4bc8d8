"""The article of a body's name as the subject of a sentence, where its own words tell it; any other has none.

What an organisation is called by initials has an article in French and Spanish by its use in the United Nations (le
PNUD, la OIT); a full name has that of the noun at its head (the Global Alliance, l’Union, el Programa).
"""

import re
from collections.abc import Mapping

from nmirf_desktop.i18n import Language

_AT_HEAD: Mapping[Language, Mapping[str, str]] = {
    Language.EN: {
        "the ": "academy agency alliance assembly association bank board bureau centre center coalition commission"
        " committee conference council court federation forum foundation fund group institute institution league"
        " mechanism network office organization organisation programme program secretariat society subcommittee"
        " union university"
    },
    Language.FR: {
        "le ": "bureau centre comité conseil fonds forum groupe haut-commissariat mécanisme programme réseau"
        " secrétariat sous-comité PNUD FNUAP HCR HCDH PNUE PAM FMI",
        "la ": "banque coalition commission conférence cour fédération fondation ligue société CIDH",
        "l’": "académie agence alliance assemblée association institut institution office organisation union"
        " université UNICEF UNESCO OIT OMS OIM OEA ONUDC OIF UE UIP",
    },
    Language.ES: {
        "el ": "banco centro comité consejo fondo foro grupo instituto mecanismo programa secretariado subcomité PNUD"
        " UNFPA ACNUR ACNUDH UNICEF PNUMA PMA FMI",
        "la ": "academia agencia alianza asamblea asociación coalición comisión conferencia corte federación fundación"
        " institución liga oficina organización red secretaría sociedad unión universidad UNESCO OIT OMS OIM OEA UNODC"
        " UE UIP CIDH",
    },
}
"""What is written in small letters here is a noun, in whichever case it stands; initials are capitals."""
_KNOWN = re.compile(
    r"UN(?:DP|FPA|HCR|ICEF|ESCO|EP|ODC|ITAR|RWA|CTAD|IDO|HSP|AIDS|OPS|SSC|V)?|UN(?: |-)(?:Women|Habitat)|WFP|WHO|ILO"
    r"|IOM|IMF|FAO|ITU|WIPO|WTO|OECD|OSCE|OAS|OIF|OIC|OEI|EU|AU|IPU|ICC|ICRC|IFRC|ICJ|FIDH|GANHRI|NANHRI|ENNHRI|APF"
    r"|ACHPR|IACHR|ECLAC|ECA|ESCAP|ASEAN|ECOWAS|CARICOM|MERCOSUR|SADC|G77|Amnesty International|Human Rights Watch"
    r"|Save the Children|Plan International|UPR Info"
)
"""What well-known organisations are called by: UNDP, UN-Habitat."""
_PERSON = re.compile(
    r"\b(?:Mrs?|Ms|Dr|Prof|H\.E|Sir|Dame|Ambassador|Minister|Chair\w*|Co-Chair|Vice-Chair|Director\w*|Secretary(?!-General’s)"
    r"|President|Rapporteur|Commissioner|Coordinator|Expert|Judge|Professor)\b"
)
_SURNAMES = frozenset({"court", "bank", "board", "center", "centre", "group", "league"})
"""Nouns at the head of a name that are surnames too, or end what a person does: such a name needs its article."""
_DETERMINED = frozenset({"the", "our", "a", "an"})
"""A name that begins with one of these has its article already."""
_BEHIND = re.compile(r"\s(?:of|for|on|against|to)\s|\s\(|,")


def with_article(name: str, language: Language) -> str:
    """A body's name with its article in a language, in small letters; as it is where no article is known."""
    words = _BEHIND.split(name)[0].split()
    if not words or words[0].lower() in _DETERMINED:
        return name
    head = words[-1] if language is Language.EN else words[0]
    for article, nouns in _AT_HEAD[language].items():
        if head in nouns.split() or head.lower() in nouns.split():
            return f"{article}{name}"
    return name


def is_organisation(name: str) -> bool:
    """Whether an English name, its article or not before it, is surely an organisation's, and no person's or office's.

    Minutes have its representative speak: "the representative of the Global Alliance".
    """
    article = name[:4].lower() == "the "
    bare = name[4:] if article else name
    words = _BEHIND.split(bare)[0].split()
    if not words or _PERSON.search(bare):
        return _KNOWN.fullmatch(bare) is not None
    if _KNOWN.fullmatch(bare):
        return True
    head = any(words[-1].lower() in nouns.split() for nouns in _AT_HEAD[Language.EN].values())
    return head and (article or words[-1].lower() not in _SURNAMES)
