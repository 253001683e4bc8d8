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
_INITIALS = re.compile(r"[A-Z]{2,}[A-Za-z]*$")
"""What an organisation is called by: UNDP, UNHCR."""
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
    words = _BEHIND.split(name.removeprefix("the ").removeprefix("The "))[0].split()
    if not words:
        return False
    alone = len(words) == 1 and _INITIALS.match(words[0]) is not None
    return alone or any(words[-1].lower() in nouns.split() for nouns in _AT_HEAD[Language.EN].values())
