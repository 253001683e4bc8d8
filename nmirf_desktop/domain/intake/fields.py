"""The fields of a list, and the headings under which offices write them in three languages.

A heading is one of the program's own, in any language, or one of those that offices write; they are compared folded.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.intake.field import STATE, IntakeField, in_three
from nmirf_desktop.domain.intake.work_fields import WORK_FIELDS
from nmirf_desktop.i18n import N_, Language

_MEMBERSHIP = (
    IntakeField(
        "status", N_("Status"),
        (
            "Status", "Type of membership", "Membership", "Membership type", "Member or observer", "Member/Observer",
            "Category", "Quality", "Statut", "Qualité", "Catégorie", "Membre ou observateur", "Membre/Observateur",
            "Estatuto", "Estado en la Red", "Condición", "Calidad", "Categoría", "Miembro u observador",
            "Miembro/Observador", "Type d’adhésion",
        ),
    ),
    IntakeField(
        "since", N_("Since"),
        (
            "Since", "Member since", "Date of accession", "Accession date", "Accession", "Date of joining", "Joined",
            "Joined on", "Date joined", "Date of membership", "Membership date", "From", "Start", "Start date", "Date",
            "Date of entry", "Depuis", "Depuis le", "Membre depuis", "Date d’adhésion", "Adhésion", "Date d’entrée",
            "À partir du", "Du", "Début", "Date de début", "Desde", "Desde el", "Miembro desde", "Fecha de adhesión",
            "Adhesión", "Fecha de ingreso", "Ingreso", "Fecha de incorporación", "Fecha", "A partir del", "Inicio",
            "Fecha de inicio",
        ),
    ),
    IntakeField(
        "last_day", N_("Last day"),
        (
            "Last day", "Until", "To", "End", "End date", "Withdrawal", "Withdrawn on", "Date of withdrawal", "Left on",
            "Dernier jour", "Jusqu’au", "Au", "Fin", "Date de fin", "Retrait", "Date de retrait", "Último día", "Hasta",
            "Hasta el", "Al", "Fecha de fin", "Fecha final", "Retiro", "Fecha de retiro", "Retirada",
        ),
    ),
    IntakeField(
        "letter_date", N_("Date of the letter"),
        (
            "Letter date", "Date of letter", "Date of the letter", "Date of communication", "Communication received",
            "Received on", "Date received", "Date of receipt", "Date of note verbale", "Note verbale", "Letter",
            "Letter of accession", "Date de la lettre", "Lettre du", "Date de la communication", "Reçue le", "Reçu le",
            "Date de réception", "Date de la note verbale", "Fecha de la carta", "Fecha de la comunicación",
            "Recibida el", "Recibido el", "Fecha de recepción", "Fecha de la nota verbal", "Nota verbal", "Carta",
            "Lettre",
        ),
    ),
    IntakeField(
        "reference", N_("Reference"),
        (
            "Reference", "Ref", "Ref.", "Ref. no.", "Reference number", "Letter reference", "Reference of the letter",
            "Référence", "Réf.", "Référence de la lettre", "Référence de la note verbale", "N° de la note", "Numéro",
            "Referencia", "Referencia de la carta", "Referencia de la nota verbal", "N.º de nota", "Número de nota",
        ),
    ),
    IntakeField(
        "interest", N_("Interest to join"),
        (
            "Interest", "Interest to join", "Expression of interest", "Intérêt", "Intérêt à rejoindre",
            "Manifestation d’intérêt", "Interés", "Interés en unirse", "Manifestación de interés",
        ),
    ),
    IntakeField(
        "adoption", N_("Adoption of the Declaration"),
        (
            "Adoption", "Adoption of the Declaration", "Adopts the Declaration", "Declaration adopted",
            "Adoption de la Déclaration", "Déclaration adoptée", "Adopción", "Adopción de la Declaración",
            "Declaración adoptada",
        ),
    ),
    IntakeField(
        "group", N_("Group"),
        (
            "Group", "Regional group", "Region", "UN regional group", "UN group", "Groupe", "Groupe régional", "Région",
            "Grupo", "Grupo regional", "Región",
        ),
    ),
)  # fmt: skip

_MECHANISM = (
    *in_three(
        "mechanism",
        (N_("Mechanism"), N_("Mechanism in English"), N_("Mechanism in French"), N_("Mechanism in Spanish")),
        "NMIRF", "Name of NMIRF", "Name of the NMIRF", "NMIRF name", "Mechanism",
        "Name of mechanism", "Name of the mechanism", "National mechanism", "MNMRS", "Nom du MNMRS", "Mécanisme",
        "Nom du mécanisme", "Mécanisme national", "Mecanismo", "Nombre del mecanismo", "Nombre del NMIRF",
        "Mecanismo nacional", "MNIIS",
    ),
    IntakeField(
        "mechanism_type", N_("Type of mechanism"),
        (
            "Type", "Type of NMIRF", "NMIRF type", "Type of mechanism", "Type de MNMRS", "Type de mécanisme", "Tipo",
            "Tipo de NMIRF", "Tipo de mecanismo",
        ),
    ),
    IntakeField(
        "mechanism_since", N_("Mechanism exists since"),
        (
            "Exists since", "Established", "Established on", "Established in", "Date of establishment", "NMIRF since",
            "Date established", "Created on", "Existe depuis", "Créé le", "Date de création", "Existe desde",
            "Creado el", "Fecha de creación", "Establecido el", "Date de mise en place", "Mechanism since",
        ),
    ),
    IntakeField(
        "legal_basis", N_("Legal basis"),
        ("Legal basis", "Legal instrument", "Base juridique", "Base légale", "Fondement juridique", "Base legal",
         "Base jurídica", "Fundamento jurídico", "Decree", "Décret", "Decreto"),
    ),
    IntakeField(
        "web", N_("Web address"),
        ("Web", "Website", "Web site", "Web address", "URL", "Site", "Site web", "Site Internet", "Adresse web",
         "Sitio web", "Página web", "Dirección web", "Web page"),
    ),
    IntakeField(
        "address", N_("Address"),
        ("Address", "Postal address", "Mailing address", "Adresse", "Adresse postale", "Dirección",
         "Dirección postal"),
    ),
)  # fmt: skip

_REACHED = (
    IntakeField(
        "emails", N_("E-mail"),
        (
            "E-mail", "Email", "E mail", "Mail", "E-mail address", "Email address", "E-mails", "Emails", "E-mail(s)",
            "Courriel", "Courriels", "Adresse électronique", "Adresse e-mail", "Adresse mail", "Mél",
            "Courrier électronique", "Correo", "Correo electrónico", "Correos electrónicos", "Dirección electrónica",
            "Dirección de correo electrónico", "Contact e-mail",
        ),
    ),
    IntakeField(
        "telephones", N_("Telephone"),
        (
            "Telephone", "Telephones", "Phone", "Phone number", "Telephone number", "Tel", "Tel.", "Mobile", "Cell",
            "Téléphone", "Téléphones", "Tél.", "Numéro de téléphone", "Portable", "Teléfono", "Teléfonos", "Tfno.",
            "Número de teléfono", "Móvil", "Celular",
        ),
    ),
)  # fmt: skip

_PERSON = (
    IntakeField(
        "person", N_("Name"),
        (
            "Focal point", "Focal points", "Name", "Full name", "Name of focal point", "Focal point name", "Person",
            "Contact", "Contact person", "Representative", "Name and surname", "Point focal", "Points focaux", "Nom",
            "Nom complet", "Nom et prénom", "Prénom et nom", "Noms et prénoms", "Nom du point focal", "Personne",
            "Personne de contact", "Représentant", "Punto focal", "Puntos focales", "Nombre", "Nombre completo",
            "Nombre y apellido", "Nombre y apellidos", "Apellidos y nombres", "Apellido y nombre", "Persona",
            "Nombre del punto focal", "Persona de contacto", "Representante", "Contacto", "Focal point / Name",
        ),
    ),
    IntakeField(
        "given_name", N_("Given name"),
        ("Given name", "Given names", "First name", "First names", "Forename", "Prénom", "Prénoms", "Nombre de pila",
         "Nombres", "Prénom(s)"),
    ),
    IntakeField(
        "family_name", N_("Family name"),
        ("Family name", "Last name", "Surname", "Family names", "Nom de famille", "Apellido", "Apellidos",
         "Apellido(s)"),
    ),
    *in_three(
        "function", (N_("Function"), N_("Function in English"), N_("Function in French"), N_("Function in Spanish")),
        "Function", "Functions", "Position", "Post", "Job title", "Title and function",
        "Fonction", "Fonctions", "Poste", "Cargo", "Función", "Funciones", "Puesto", "Designation",
    ),
    IntakeField(
        "institution", N_("Institution"),
        ("Institution", "Organization", "Organisation", "Ministry", "Department", "Agency", "Ministère",
         "Département", "Institución", "Organización", "Ministerio", "Entidad", "Organismo", "Office"),
    ),
    IntakeField("gender", N_("Gender"), ("Gender", "Sex", "Genre", "Sexe", "Género", "Sexo")),
    IntakeField(
        "form_of_address", N_("Form of address"),
        ("Form of address", "Title", "Salutation", "Courtesy title", "Titre", "Civilité", "Formule d’appel",
         "Tratamiento", "Título", "Trato"),
    ),
    IntakeField(
        "language", N_("Writes in"),
        ("Language", "Preferred language", "Working language", "Writes in", "Langue", "Langue préférée",
         "Langue de travail", "Écrit en", "Idioma", "Idioma preferido", "Lengua", "Escribe en"),
    ),
    *_REACHED,
    IntakeField(
        "address", N_("Postal address"),
        ("Postal address", "Mailing address", "Address", "Postal", "Adresse postale", "Adresse", "Dirección postal",
         "Dirección"),
    ),
    IntakeField(
        "role", N_("Role"),
        (
            "Role", "Role in the Network", "Vote", "Votes", "Voting", "Marked as voting", "Alternate", "Rôle",
            "Rôle dans le Réseau", "Vote ou suppléance", "Votant", "Suppléant", "Suppléance", "Papel", "Rol",
            "Papel en la Red", "Función en la Red", "Votante", "Suplente", "Voto", "Titular o suplente",
        ),
    ),
    IntakeField(
        "since", N_("First day"),
        (
            "From", "Since", "Designated from", "Designated on", "Date of designation", "Designation date", "Start",
            "Start date", "Appointed on", "Date of appointment", "Date", "Du", "Depuis", "Depuis le", "À partir du",
            "Désigné le", "Désigné à partir du", "Date de désignation", "Date de nomination", "Début", "Date de début",
            "Desde", "Desde el", "A partir del", "Designado el", "Designado desde", "Fecha de designación",
            "Fecha de nombramiento", "Inicio", "Fecha de inicio", "Fecha",
        ),
    ),
    IntakeField(
        "last_day", N_("Last day"),
        ("Last day", "Until", "To", "End", "End date", "Dernier jour", "Jusqu’au", "Au", "Fin", "Date de fin",
         "Último día", "Hasta", "Hasta el", "Al", "Fecha de fin", "Fecha final"),
    ),
    IntakeField(
        "reference", N_("Reference"),
        ("Reference", "Ref", "Ref.", "Reference number", "Letter of designation", "Letter", "Note verbale",
         "Référence", "Réf.", "Lettre de désignation", "Lettre", "Referencia", "Nota de designación",
         "Carta de designación", "Carta", "Nota verbal"),
    ),
    IntakeField(
        "meeting", N_("Meeting"),
        ("Meeting", "For the meeting", "Alternate for", "Alternate for the meeting", "Réunion", "Pour la réunion",
         "Suppléant pour", "Suppléant pour la réunion", "Reunión", "Para la reunión", "Suplente para",
         "Suplente para la reunión"),
    ),
)  # fmt: skip

_ANSWERED = (
    IntakeField(
        "answer", N_("Answer"),
        (
            "Answer", "Reply", "Response", "RSVP", "Attendance", "Attending", "Participation", "Attends", "Réponse",
            "Présence", "Participe", "Respuesta", "Asistencia", "Participación", "Asiste",
        ),
    ),
    IntakeField(
        "answered_on", N_("Answered on"),
        (
            "Answered on", "Date of reply", "Reply date", "Date of answer", "Replied on", "Date de réponse",
            "Date de la réponse", "Répondu le", "Fecha de respuesta", "Fecha de la respuesta", "Respondido el",
        ),
    ),
    IntakeField(
        "answer_reference", N_("Reference of the answer"),
        ("Reference", "Ref", "Ref.", "Note verbale", "Référence", "Réf.", "Referencia", "Nota verbal"),
    ),
)  # fmt: skip
_DELEGATED = (
    IntakeField(
        "part", N_("Part"),
        (
            "Head", "Head?", "Head of delegation", "Role", "Role in the delegation", "Capacity", "Chef", "Chef?",
            "Chef de délégation", "Rôle", "Qualité", "Rôle dans la délégation", "Jefe", "Jefe?", "Jefe de delegación",
            "Papel", "Calidad", "Papel en la delegación",
        ),
    ),
    IntakeField(
        "online", N_("Place"),
        ("Online", "Modality", "Mode", "In person or online", "In person/online", "En ligne", "Modalité",
         "En présentiel ou en ligne", "En línea", "Modalidad", "Presencial o en línea"),
    ),
)  # fmt: skip
_NOT_OF_DELEGATIONS = frozenset({"role", "since", "last_day", "reference", "address"})

FIELDS: Mapping[IntakeKind, tuple[IntakeField, ...]] = {
    IntakeKind.MEMBERS: (
        *STATE, *_MEMBERSHIP, *_MECHANISM, *_REACHED,
        IntakeField(
            "focal_point", N_("Focal point"),
            ("Focal point", "Focal points", "Point focal", "Points focaux", "Punto focal", "Puntos focales",
             "Name of focal point", "Contact", "Contact person"),
            derived=True,
        ),
        IntakeField("missing", N_("To settle"), ("Missing", "Manque", "Manquant", "Falta"), derived=True),
    ),
    IntakeKind.FOCAL_POINTS: (
        *STATE, *_PERSON,
        IntakeField("group", N_("Group"), ("Group", "Regional group", "Region", "Groupe", "Groupe régional", "Grupo",
                                           "Grupo regional"), derived=True),
        IntakeField("office", N_("Office"), derived=True),
        IntakeField("status", N_("Status"), ("Status", "Statut", "Estatuto", "Condición"), derived=True),
    ),
    IntakeKind.PARTICIPANTS: (
        *STATE, *_ANSWERED, *(one for one in _PERSON if one.name not in _NOT_OF_DELEGATIONS), *_DELEGATED,
    ),
    **WORK_FIELDS,
}  # fmt: skip
"""The fields of each kind of list, in the order in which the program writes them."""


def fields_of(kind: IntakeKind) -> Mapping[str, IntakeField]:
    """The fields of a kind of list by their names."""
    return {field.name: field for field in FIELDS[kind]}


def vocabulary(kind: IntakeKind) -> Mapping[str, Collection[str]]:
    """Under which headings each field may stand: the program's own in each language, and what offices write."""
    return {
        field.name: tuple(dict.fromkeys((*(field.called(language) for language in Language), *field.headings)))
        for field in FIELDS[kind]
    }


_SIGNS_OF = {
    Language.EN: "state states country member since date name given family of the language function role telephone "
    "legal title activity kind days took part place took sent published recorded consent done begun due year partner "
    "identifier day by was link what",
    Language.FR: "état états pays membre depuis adhésion nom prénom famille de du le langue fonction rôle téléphone "
    "courriel statut groupe juridique adresse titre activité dates lieu résultat réunion envoyé publiée enregistrée "
    "accord fait commence échéance année partenaire identifiant jour lien domaine ce motif",
    Language.ES: "estado estados país miembro desde adhesión nombre apellido apellidos del el idioma función papel "
    "teléfono correo electrónico condición grupo jurídica dirección fecha cargo título actividad fechas lugar "
    "resultado reunión enviada publicada registrada consentimiento hecho comienza plazo año aliado identificador día "
    "enlace ámbito qué motivo",
}
"""Words of headings; one that two languages share decides nothing."""


def language_of(headings: Iterable[str]) -> Language | None:
    """The language in which a list is headed, ``None`` where two have as many of its words."""
    there = Counter(word for heading in headings for word in re.findall(r"\w+", heading.casefold()))
    found = {language: sum(there[word] for word in signs.split()) for language, signs in _SIGNS_OF.items()}
    most = max(found.values())
    first = [language for language, count in found.items() if count == most]
    return first[0] if len(first) == 1 else None
