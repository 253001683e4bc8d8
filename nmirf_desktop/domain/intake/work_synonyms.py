"""Other words that offices write for a kind, in English, French and Spanish, where it is clear what they mean."""

from collections.abc import Mapping
from enum import StrEnum

from nmirf_desktop.domain.activities import ActivityKind
from nmirf_desktop.domain.contributions import ContributionKind
from nmirf_desktop.domain.good_practices import Area
from nmirf_desktop.domain.ohchr_support import SupportKind
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.partnerships import PartnershipForm

ALSO: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    ActivityKind: {
        ActivityKind.WORKSHOP: (
            "workshops; seminar; seminars; webinar; webinars; online seminar; training; trainings; training course; "
            "training session; course; capacity-building workshop; capacity building; "
            "ateliers; séminaire; séminaires; webinaire; webinaires; séminaire en ligne; formation; formations; cours; "
            "stage de formation; session de formation; atelier de formation; renforcement des capacités; "
            "talleres; seminario; seminarios; seminario web; seminario en línea; webinario; webinarios; capacitación; "
            "capacitaciones; formación; curso; cursos; taller de capacitación; fortalecimiento de capacidades"
        ),
        ActivityKind.EXCHANGE: (
            "exchange; exchanges; exchange of experiences; exchange of practices; exchange of good practices; "
            "peer exchange; peer-to-peer exchange; peer learning; experience sharing; "
            "échange; échanges; échange d’expérience; échange d’expériences; échange de pratiques; "
            "échange de bonnes pratiques; échange entre pairs; apprentissage entre pairs; "
            "intercambio; intercambios; intercambio de experiencia; intercambio de experiencias; "
            "intercambio de prácticas; intercambio de buenas prácticas; intercambio entre pares; "
            "aprendizaje entre pares"
        ),
        ActivityKind.VISIT: (
            "visits; study visit; study tour; study trip; field visit; mission; working visit; "
            "visites; visite d’étude; voyage d’étude; voyage d’études; visite de travail; visite de terrain; "
            "visitas; visita de estudio; viaje de estudio; viaje de estudios; visita de trabajo; misión"
        ),
        ActivityKind.STATEMENT: (
            "statement; statements; declaration; oral statement; joint declaration; "
            "déclaration; déclarations; déclaration commune; déclaration conjointe; déclaration orale; "
            "declaración; declaraciones; declaración conjunta; declaración oral"
        ),
        ActivityKind.PUBLICATION: (
            "publications; report; guide; handbook; brochure; newsletter; article; "
            "rapport; manuel; bulletin; dépliant; "
            "publicaciones; informe; guía; manual; folleto; boletín; artículo"
        ),
        ActivityKind.MEETING: (
            "meeting; meetings; side event; side-event; side events; conference; round table; roundtable; panel; "
            "panel discussion; "
            "réunion; réunions; manifestation parallèle; événement parallèle; réunion ou événement parallèle; "
            "conférence; table ronde; "
            "reunión; reuniones; evento paralelo; acto paralelo; reunión o evento paralelo; conferencia; mesa redonda"
        ),
        ActivityKind.OTHER: "other; autre; autres; otro; otra; otros; otras",
    },
    SupportKind: {
        SupportKind.GUIDANCE: (
            "guidance; guidelines; expert advice; orientation; orientations; conseils d’experts; "
            "orientación; orientaciones; directrices"
        ),
        SupportKind.ADVICE: (
            "advisory services; legal advice; conseil; conseils; avis juridique; asesoría; asesoramiento jurídico"
        ),
        SupportKind.TECHNICAL: (
            "technical assistance; technical cooperation; technical; assistance technique; coopération technique; "
            "appui technique; soutien technique; asistencia técnica; cooperación técnica; apoyo técnico"
        ),
        SupportKind.ADVOCACY: "advocacy; plaidoyer; promoción; incidencia",
    },
    ContributionKind: {
        ContributionKind.PRACTICE: "practice; good practice; pratique; bonne pratique; práctica; buena práctica",
        ContributionKind.EVENT: "event; événement; évènement; evento",
        ContributionKind.ACTIVITY: "activity; other; activité; autre; actividad; otra; otro",
    },
    Area: {
        Area.REPORTING: (
            "reports; report drafting; établissement de rapports; rapports; informes; presentación de informes"
        ),
        Area.FOLLOW_UP: "follow-up; follow up; followup; suivi; seguimiento",
        Area.CONSULTATION: "consultations; consultas",
        Area.DATA: "data; information management; données; gestion de l’information; datos; gestión de la información",
    },
    PartnershipForm: {
        PartnershipForm.INFORMAL: "informal; informel; informelle; cooperación informal",
        PartnershipForm.LETTERS: "letters; letter; lettres; lettre; cartas; carta",
        PartnershipForm.AGREEMENT: (
            "memorandum of understanding; mou; memorandum; treaty; accord; mémorandum d’accord; protocole d’accord; "
            "convention; acuerdo; memorando de entendimiento; memorándum de entendimiento; convenio"
        ),
    },
    PartnerKind: {
        PartnerKind.UN_ENTITY: (
            "un agency; un entity; un fund; un programme; united nations agency; agency; "
            "agence des nations unies; organisme des nations unies; organismo de las naciones unidas; "
            "agencia de las naciones unidas"
        ),
        PartnerKind.NHRI: "nhri; ganhri; indh; inddhh; institution nationale; institución nacional",
        PartnerKind.CIVIL_SOCIETY: "ngo; ngos; cso; csos; ong; osc; société civile; sociedad civil",
        PartnerKind.ACADEMIA: "university; academic; université; universités; universidad; universidades; academia",
        PartnerKind.OTHER: "other; autre; otro; otra",
    },
}
"""The words for each value of a kind, parted by semicolons."""
