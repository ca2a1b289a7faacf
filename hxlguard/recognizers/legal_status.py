"""Displacement, residence, nationality, statelessness of single people (several ISPs)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="LEGAL_STATUS",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.HIGH,
    tags=phrases(
        "#respondee+status, #respondee+displaced, #respondee+idps, #respondee+refugees, "
        "#respondee+returnees, #*+nationality, #*+citizenship, #*+residency, "
        "#*+legal_status, #*+displacement_status, #individual+status"
    ),
    headers={
        "en": phrases(
            "legal status, displacement status, displaced status, migration status, "
            "immigration status, refugee status, residency status, residence status, "
            "resident status, residence permit, idp status, returnee status, asylum status, "
            "asylum claim, asylum seeker, stateless, statelessness, nationality, "
            "citizenship, country of citizenship, country of nationality, passport country, "
            "visa status, visa type, are you displaced, displaced since, date of "
            "displacement, displacement date, date of flight, place of displacement, "
            "documentation status, civil documentation, legal documentation, has documents, "
            "legal documents, refugee or host, idp or host, protection status, status of "
            "displacement, refugee idp returnee host, undocumented, deportation, deported, "
            "evicted, eviction, host or idp, household displacement, migrant status, lack "
            "of documents, missing documents, lack of documentation, loss of documents, "
            "lost documents, no documents, possession of documents, birth registered, civil "
            "registration status, relationship with authorities"
        ),
        "fr": phrases(
            "statut juridique, statut legal, statut de deplacement, statut migratoire, "
            "statut de refugie, statut de residence, titre de sejour, permis de sejour, "
            "demandeur d'asile, apatride, apatridie, nationalite, citoyennete, date de "
            "deplacement, documents d'etat civil, sans papiers, statut du menage, expulse, "
            "retourne ou deplace, manque de documents, perte de documents, absence de "
            "documents, statut de la personne"
        ),
        "es": phrases(
            "situacion juridica, estatus legal, estado migratorio, situacion migratoria, "
            "estatus migratorio, condicion migratoria, condicion de refugiado, solicitante "
            "de asilo, apatrida, apatridia, nacionalidad, ciudadania, permiso de "
            "residencia, fecha de desplazamiento, condicion de desplazamiento, "
            "documentacion legal, indocumentado, deportado, desalojo, falta de documentos, "
            "perdida de documentos, cuenta con documentos, estatus de la persona"
        ),
        "pt": phrases(
            "estatuto legal, situacao legal, estatuto de refugiado, situacao migratoria, "
            "estatuto migratorio, requerente de asilo, apatrida, nacionalidade, cidadania, "
            "autorizacao de residencia, estatuto de deslocado, data de deslocamento, "
            "situacao de deslocamento, documentacao legal, deportado"
        ),
        "ar": phrases(
            "الجنسية, جنسيتك, حالة النزوح, وضع النزوح, الوضع القانوني, الحالة القانونية, "
            "حالة اللجوء, صفة اللجوء, حالة الاقامة, نوع الاقامة, الاقامة, طالب لجوء, عديم "
            "الجنسية, بدون جنسية, المواطنة, تاريخ النزوح, الوثائق المدنية, نازح ام مقيم, "
            "لاجئ او نازح, الاخلاء, فقدان الوثائق, نقص الوثائق"
        ),
        "uk": phrases(
            "громадянство, правовий статус, статус впо, статус переселенця, статус біженця, "
            "довідка впо, внутрішньо переміщена, особа без громадянства, дозвіл на "
            "проживання, посвідка на проживання, дата переміщення, статус особи, "
            "відсутність документів, втрата документів"
        ),
        "ru": phrases(
            "гражданство, национальность, правовой статус, статус впл, статус переселенца, "
            "статус беженца, внутренне перемещенное лицо, лицо без гражданства, вид на "
            "жительство, дата перемещения, миграционный статус, отсутствие документов, "
            "утрата документов"
        ),
        "sw": phrases(
            "uraia, utaifa, hali ya ukimbizi, hadhi ya ukimbizi, hali ya kisheria, mkimbizi "
            "wa ndani, mwomba hifadhi, kibali cha kuishi"
        ),
        "tr": phrases(
            "uyruk, vatandaslik, hukuki durum, gecici koruma, ikamet izni, multeci durumu"
        ),
        "fa": phrases("تابعیت, وضعیت بیجاشدگی, ملیت"),
        "bn": phrases("জাতীয়তা, নাগরিকত্ব"),
        "so": phrases("jinsiyadda, dhalashada dalka, barakac"),
        "id": phrases("kewarganegaraan, status pengungsi"),
        "de": phrases("staatsangehorigkeit, nationalitat, aufenthaltsstatus"),
        "it": phrases("nazionalita, cittadinanza, permesso di soggiorno"),
        "nl": phrases("nationaliteit, verblijfsstatus"),
        "fil": phrases("nasyonalidad"),
        "am": phrases("ዜግነት"),
    },
    whole_headers={
        "en": phrases(
            "displacement, displaced, idp, refugee, returnee, respondent status, resident, "
            "coo, birth country or nationality"
        ),
        "fr": phrases("deplace, refugie, retourne"),
        "es": phrases("desplazado, refugiado"),
        "pt": phrases("deslocado, refugiado"),
        "ar": phrases("نازح, لاجئ, عائد"),
    },
    beside_people={
        "en": phrases("country, country of origin, origin country, coo"),
        "fr": phrases("pays d'origine, pays"),
        "es": phrases("pais de origen, pais"),
        "pt": phrases("pais de origem, pais"),
        "ar": phrases("بلد الاصل, البلد الاصلي"),
        "uk": phrases("країна походження"),
        "ru": phrases("страна происхождения"),
        "sw": phrases("nchi ya asili, nchi anayotoka"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "law, amendment, policy, relations, "
            "ship, vessel, flag, idp sites, idp site, legal status of organization, legal "
            "status of land, company, organization, land, site, camp, project, figures, of "
            "origin, round, donor"
        ),
    ),
    shape=r"\p{L}|^\s*-?\d{1,2}(?:\.0)?\s*$",
    answers=True,
)
