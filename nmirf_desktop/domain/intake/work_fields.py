"""The fields of the lists of what the Network does, and the headings under which they stand in three languages."""

from collections.abc import Mapping

from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.intake.field import STATE, IntakeField, in_three
from nmirf_desktop.i18n import N_

KEY = IntakeField("key", N_("Identifier"), ("Key", "Clé", "Clave"))
"""By which the program knows a record of its own again; empty for a new one."""
_OBJECTIVES = IntakeField(
    "objectives", N_("Objectives"),
    ("Objective", "Objectives served", "Objectif", "Objectifs servis", "Objetivo", "Objetivos a los que sirve"),
)  # fmt: skip
_KIND = IntakeField("kind", N_("Kind"), ("Type", "Sort", "Nature", "Clase", "Tipo de actividad", "Type d’activité"))
_NOTE = IntakeField("note", N_("Note"), ("Notes", "Remarks", "Remarques", "Notas", "Observaciones"))
_LANGUAGES = IntakeField("languages", N_("Languages"), ("Working languages", "Langues de travail", "Lenguas"))
_MISSING = IntakeField("missing", N_("What is missing"), derived=True)
_FILES = IntakeField("files", N_("Files"), derived=True)


def _titles(*headings: str) -> tuple[IntakeField, ...]:
    labels = (N_("Title"), N_("Title in English"), N_("Title in French"), N_("Title in Spanish"))
    return in_three("title", labels, *headings, "Title", "Titre", "Intitulé", "Título")


_TEXT_OF_SUPPORT = in_three(
    "text",
    (
        N_("What was done"),
        N_("What was done (English)"),
        N_("What was done (French)"),
        N_("What was done (Spanish)"),
    ),
    *("Support", "Support given", "Soutien", "Soutien apporté", "Apoyo", "Apoyo prestado"),
    *("What was done", "Ce qui a été fait", "Lo que se hizo"),
)
_ACTIVITIES = (
    KEY,
    IntakeField(
        "begins_on", N_("First day"),
        ("Days", "Dates", "Fechas", "Date", "Fecha", "Start", "Start date", "From", "Date de début", "Du",
         "Fecha de inicio", "Desde", "Day", "Jour", "Día"),
    ),
    IntakeField(
        "ends_on", N_("Last day"),
        ("End", "End date", "Until", "To", "Date de fin", "Au", "Jusqu’au", "Fecha de fin", "Hasta"),
    ),
    *_titles("Activity", "Activité", "Actividad", "Event", "Événement", "Evento"),
    _KIND,
    _OBJECTIVES,
    IntakeField("hosts", N_("Hosts"), ("Host", "Hosted by", "Hôte", "Accueilli par", "Anfitrión", "Organizado por")),
    IntakeField(
        "who", N_("Took part"),
        ("Participants", "Participating", "Attendees", "Participantes", "Con quién", "Avec qui", "With whom"),
    ),
    *in_three(
        "place",
        (N_("Place"), N_("Place (English)"), N_("Place (French)"), N_("Place (Spanish)")),
        *("Place", "Venue", "Location", "Lieu", "Endroit", "Lugar", "Sede"),
    ),
    _LANGUAGES,
    *in_three(
        "result",
        (N_("Result"), N_("Result (English)"), N_("Result (French)"), N_("Result (Spanish)")),
        *("Result", "Results", "Outcome", "Résultat", "Résultats", "Resultado", "Resultados"),
    ),
    IntakeField("meeting", N_("Meeting"), ("Symbol", "Meeting of the Network", "Cote", "Signatura")),
    _NOTE,
    _MISSING,
    _FILES,
)  # fmt: skip
_CONTACTS = (
    KEY,
    *STATE,
    IntakeField(
        "on", N_("Date"),
        ("Day", "Date of the contact", "Jour", "Date du contact", "Fecha", "Día", "Fecha del contacto"),
    ),
    IntakeField(
        "noted_by", N_("Who had the contact"),
        ("By", "By whom", "Noted by", "Par", "Par qui", "Consigné par", "Por", "Por quién", "Consignado por"),
    ),
    IntakeField(
        "text", N_("What it was about"),
        ("About", "Contact", "What was done", "Subject", "Objet", "Ce qui a été fait", "Contacto", "Asunto",
         "Lo que se hizo", "Note", "Nota"),
    ),
)  # fmt: skip
_PARTNERSHIPS = (
    KEY,
    IntakeField(
        "partner", N_("Partner"),
        ("Partner organization", "Partner organisation", "Organization", "Organisation", "Organisation partenaire",
         "Nom du partenaire", "Socio", "Organización", "Nombre del aliado"),
    ),
    IntakeField(
        "partner_kind", N_("Kind of partner"),
        ("Type of partner", "Type de partenaire", "Tipo de aliado", "Tipo de socio"),
    ),
    IntakeField(
        "since", N_("First day"),
        ("Since", "From", "Start", "Start date", "Depuis", "Du", "Date de début", "Desde", "Fecha de inicio"),
    ),
    IntakeField(
        "last_day", N_("Last day"),
        ("Until", "To", "End", "End date", "Jusqu’au", "Au", "Date de fin", "Hasta", "Fecha de fin"),
    ),
    IntakeField("form", N_("Form"), ("Form of the partnership", "Forme du partenariat", "Forma de la alianza")),
    *in_three(
        "title",
        (
            N_("What it is about"),
            N_("What it is about (English)"),
            N_("What it is about (French)"),
            N_("What it is about (Spanish)"),
        ),
        *("Subject", "Title", "Objet", "Titre", "Objeto", "Título", "Asunto"),
    ),
    _OBJECTIVES,
    *in_three(
        "contacts",
        (N_("Contacts"), N_("Contacts (English)"), N_("Contacts (French)"), N_("Contacts (Spanish)")),
        *("Contact", "Contacts", "Contacto", "Contactos"),
    ),
    IntakeField("reference", N_("Reference"), ("Ref.", "Réf.", "Ref")),
    *in_three(
        "reason",
        (N_("Why it ended"), N_("Why it ended (English)"), N_("Why it ended (French)"), N_("Why it ended (Spanish)")),
        *("Reason", "Motif", "Motivo"),
    ),
)  # fmt: skip
_SUPPORT = (
    KEY,
    IntakeField("on", N_("Day"), ("Date", "Fecha")),
    _KIND,
    *STATE,
    *_TEXT_OF_SUPPORT,
)
_PRACTICES = (
    KEY,
    *STATE,
    *_titles("Practice", "Good practice", "Pratique", "Bonne pratique", "Práctica", "Buena práctica"),
    IntakeField("area", N_("Area"), ("Topic", "Thème", "Tema")),
    *in_three(
        "text",
        (N_("Description"), N_("Description (English)"), N_("Description (French)"), N_("Description (Spanish)")),
        *("Description", "Descripción"),
    ),
    _OBJECTIVES,
    *in_three(
        "contact",
        (
            N_("Contact function"),
            N_("Contact function (English)"),
            N_("Contact function (French)"),
            N_("Contact function (Spanish)"),
        ),
        *("Contact", "Contact function", "Contacto"),
    ),
    _LANGUAGES,
    IntakeField("recorded_on", N_("Recorded on"), ("Date", "Day", "Jour", "Fecha", "Día")),
    IntakeField("consented_on", N_("Consent on"), ("Consent", "Accord", "Consentimiento")),
    IntakeField("consented_by", N_("Consent by")),
    IntakeField("withdrawn_on", N_("Withdrawn on"), ("Withdrawn", "Retirée", "Retirada")),
    IntakeField("renewed_on", N_("Agreed again on"), ("Renewed", "Accord renouvelé", "Consentimiento renovado")),
    _NOTE,
    _MISSING,
    IntakeField("shared", N_("Times shared"), derived=True),
    _FILES,
)
_CONTRIBUTIONS = (
    KEY,
    *_titles("Contribution", "Contribución"),
    _KIND,
    *STATE,
    IntakeField("practice", N_("Rests on"), ("Practice", "Good practice", "Pratique", "Bonne pratique", "Práctica",
                                             "Buena práctica")),
    IntakeField("language", N_("Language"), ("Langue", "Idioma")),
    IntakeField("prepared_on", N_("Recorded on"), ("Day", "Date", "Jour", "Día", "Fecha")),
    IntakeField("sent_on", N_("Sent on"), ("Sent", "Envoyé le", "Envoyée le", "Envoyée", "Enviada el", "Enviada")),
    IntakeField("published_on", N_("Published on"), ("Published", "Publiée le", "Publiée", "Publicada el",
                                                     "Publicada")),
    IntakeField("link", N_("Link"), ("URL", "Web address", "Adresse web", "Dirección web")),
    _NOTE,
    IntakeField("progress", N_("Progress"), derived=True),
    _MISSING,
)  # fmt: skip
_PLANS = (
    KEY,
    IntakeField("plan", N_("Action plan"), ("Plan",)),
    IntakeField("first", N_("First year")),
    IntakeField("last", N_("Last year")),
    IntakeField("number", N_("Number"), ("No.", "N°", "Núm.")),
    IntakeField("priority", N_("Priority")),
    *_titles(
        "What is to be done",
        "Action",
        "Ce qui est à faire",
        "Mesure à prendre",
        "Qué hay que hacer",
        "Medida por adoptar",
        "Acción",
    ),
    _OBJECTIVES,
    *in_three(
        "responsible",
        (N_("Responsible"), N_("Responsible (English)"), N_("Responsible (French)"), N_("Responsible (Spanish)")),
        *("Responsible", "Who", "Responsable", "Qui", "Quién"),
    ),
    IntakeField("begins_on", N_("Begins on"), ("Start", "Start date", "Date de début", "Fecha de inicio")),
    IntakeField("due_on", N_("Due on"), ("Due", "Deadline", "By when", "Date limite", "Fecha límite")),
    IntakeField("begun_on", N_("Begun on"), ("Begun", "Commencée", "Comenzada")),
    IntakeField("done_on", N_("Done on"), ("Done", "Fait le", "Faite", "Hecho el", "Hecha")),
    IntakeField("given_up_on", N_("Given up on"), ("Given up", "Abandonnée", "Abandonada")),
    *in_three(
        "reason",
        (N_("Reason"), N_("Reason (English)"), N_("Reason (French)"), N_("Reason (Spanish)")),
        *("Reason", "Why it was given up", "Motif", "Motivo"),
    ),
    *in_three(
        "evidence",
        (N_("Evidence"), N_("Evidence (English)"), N_("Evidence (French)"), N_("Evidence (Spanish)")),
        *("Evidence", "Justification", "Élément de preuve", "Prueba", "Justificación", "Medio de verificación"),
    ),
    IntakeField("standing", N_("State"), derived=True),
)

WORK_FIELDS: Mapping[IntakeKind, tuple[IntakeField, ...]] = {
    IntakeKind.ACTIVITIES: _ACTIVITIES,
    IntakeKind.CONTACTS: _CONTACTS,
    IntakeKind.PARTNERSHIPS: _PARTNERSHIPS,
    IntakeKind.OHCHR_SUPPORT: _SUPPORT,
    IntakeKind.GOOD_PRACTICES: _PRACTICES,
    IntakeKind.CONTRIBUTIONS: _CONTRIBUTIONS,
    IntakeKind.ACTION_PLANS: _PLANS,
}
"""The fields of each of them, in the order in which the program writes them."""
_TITLED = ("title", "title_en", "title_fr", "title_es")
_TOLD = ("text", "text_en", "text_fr", "text_es")


def _beside(texts: tuple[str, ...], *others: str) -> tuple[tuple[str, ...], ...]:
    return tuple((text, other) for other in others for text in texts)


REQUIRED: Mapping[IntakeKind, tuple[tuple[str, ...], ...]] = {
    IntakeKind.ACTIVITIES: _beside(_TITLED, "begins_on"),
    IntakeKind.CONTACTS: _beside(("text",), "state", "code"),
    IntakeKind.PARTNERSHIPS: (("partner", "since"),),
    IntakeKind.OHCHR_SUPPORT: _beside(_TOLD, "on"),
    IntakeKind.GOOD_PRACTICES: _beside(_TITLED, "state", "code"),
    IntakeKind.CONTRIBUTIONS: _beside(_TITLED, "kind", "prepared_on", "sent_on"),
    IntakeKind.ACTION_PLANS: _beside(_TITLED, "number", "priority"),
}
"""Which columns a list of each must have: those of one of these lines."""
