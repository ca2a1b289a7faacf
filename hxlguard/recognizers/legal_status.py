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
            "immigration status, refugee status, residency status, residence status, resident "
            "status, residence permit, idp status, returnee status, asylum status, asylum "
            "claim, asylum seeker, stateless, statelessness, nationality, citizenship, "
            "country of citizenship, country of nationality, passport country, visa status, "
            "visa type, are you displaced, displaced since, date of displacement, "
            "displacement date, date of flight, place of displacement, documentation status, "
            "civil documentation, legal documentation, has documents, legal documents, "
            "refugee or host, idp or host, protection status, status of displacement, refugee "
            "idp returnee host, undocumented, deportation, deported, evicted, eviction, host "
            "or idp, household displacement, migrant status, lack of documents, missing "
            "documents, lack of documentation, loss of documents, lost documents, no "
            "documents, possession of documents, birth registered, civil registration status, "
            "relationship with authorities"
        ),
        "fr": phrases(
            "statut juridique, statut legal, statut de deplacement, statut migratoire, statut "
            "de refugie, statut de residence, titre de sejour, permis de sejour, demandeur "
            "d'asile, apatride, apatridie, nationalite, citoyennete, date de deplacement, "
            "documents d'etat civil, sans papiers, statut du menage, expulse, retourne ou "
            "deplace, manque de documents, perte de documents, absence de documents, statut "
            "de la personne"
        ),
        "es": phrases(
            "situacion juridica, estatus legal, estado migratorio, situacion migratoria, "
            "estatus migratorio, condicion migratoria, condicion de refugiado, solicitante de "
            "asilo, apatrida, apatridia, nacionalidad, ciudadania, permiso de residencia, "
            "fecha de desplazamiento, condicion de desplazamiento, documentacion legal, "
            "indocumentado, deportado, desalojo, falta de documentos, perdida de documentos, "
            "cuenta con documentos, estatus de la persona"
        ),
        "pt": phrases(
            "estatuto legal, situacao legal, estatuto de refugiado, situacao migratoria, "
            "estatuto migratorio, requerente de asilo, apatrida, nacionalidade, cidadania, "
            "autorizacao de residencia, estatuto de deslocado, data de deslocamento, situacao "
            "de deslocamento, documentacao legal, deportado"
        ),
        "ar": phrases(
            "الجنسية, جنسيتك, حالة النزوح, وضع النزوح, الوضع القانوني, الحالة القانونية, حالة "
            "اللجوء, صفة اللجوء, حالة الاقامة, نوع الاقامة, الاقامة, طالب لجوء, عديم الجنسية, "
            "بدون جنسية, المواطنة, تاريخ النزوح, الوثائق المدنية, نازح ام مقيم, لاجئ او نازح, "
            "الاخلاء, فقدان الوثائق, نقص الوثائق, نازح عائد مقيم, تاريخ الوصول الى المخيم, "
            "بدون وثائق, فاقد الوثائق, نازح مقيم عائد"
        ),
        "uk": phrases(
            "громадянство, правовий статус, статус впо, статус переселенця, статус біженця, "
            "довідка впо, внутрішньо переміщена, особа без громадянства, дозвіл на "
            "проживання, посвідка на проживання, дата переміщення, статус особи, відсутність "
            "документів, втрата документів, дата набуття статусу впо, наявність статусу впо, "
            "тимчасовий захист, статус тимчасового захисту, підстава перебування, без "
            "громадянства, дата евакуації"
        ),
        "ru": phrases(
            "гражданство, национальность, правовой статус, статус впл, статус переселенца, "
            "статус беженца, внутренне перемещенное лицо, лицо без гражданства, вид на "
            "жительство, дата перемещения, миграционный статус, отсутствие документов, утрата "
            "документов, статус вынужденного переселенца, временная защита, без гражданства, "
            "дата вынужденного переселения, основание пребывания"
        ),
        "sw": phrases(
            "uraia, utaifa, hali ya ukimbizi, hadhi ya ukimbizi, hali ya kisheria, mkimbizi "
            "wa ndani, mwomba hifadhi, kibali cha kuishi, hali ya uhamiaji, hali ya makazi ya "
            "mkimbizi, raia wa nchi, tarehe ya kukimbia, tarehe ya kuwasili kambini"
        ),
        "tr": phrases(
            "uyruk, vatandaslik, hukuki durum, gecici koruma, ikamet izni, multeci durumu, "
            "ikamet türü, hukuki statü, hukuki statüsü, yasal statü, mülteci statüsü, "
            "uluslararası koruma, koruma statüsü, türkiyeye giriş tarihi, türkiyeye geliş "
            "tarihi, kayıt durumu kimlik"
        ),
        "fa": phrases(
            "تابعیت, وضعیت بیجاشدگی, ملیت, وضعیت مهاجرت, وضعیت اقامت, وضعیت حقوقی, نوع اقامت, "
            "مدرک اقامتی, تاریخ بیجا شدن, تاریخ بیجاشدگی, تاریخ عودت"
        ),
        "bn": phrases("জাতীয়তা, নাগরিকত্ব, শরণার্থী অবস্থা, বাস্তুচ্যুতির তারিখ"),
        "so": phrases(
            "jinsiyadda, dhalashada dalka, barakac, xaaladda barakaca, sharciga qaxootiga, "
            "xaaladda sharciga, dhalasho dal, taariikhda barakaca"
        ),
        "id": phrases(
            "kewarganegaraan, status pengungsi, status tempat tinggal pengungsi, warga "
            "negara, status kependudukan, tanggal mengungsi"
        ),
        "de": phrases("staatsangehorigkeit, nationalitat, aufenthaltsstatus"),
        "it": phrases("nazionalita, cittadinanza, permesso di soggiorno"),
        "nl": phrases("nationaliteit, verblijfsstatus"),
        "fil": phrases("nasyonalidad"),
        "am": phrases("ዜግነት"),
        "ur": phrases("قومیت شہریت, متاثرین کی حیثیت"),
        "ht": phrases("estati legal, moun ki deplase, estati deplasman"),
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
        "my": phrases("နိုင်ငံသား, အိုင်ဒီပီ, နေရပ်စွန့်ခွာ, ဒုက္ခသည်"),
        "zh": phrases("国籍, 國籍, 难民身份, 居留身份"),
    },
    beside_people={
        "en": phrases(
            "country, country of origin, origin country, coo, reason for displacement, "
            "intention to return, rsd status, times displaced, pop group, population type, "
            "arrival date, date of arrival, poc type, year displaced, host community, "
            "displaced month, displacement month, date displaced, tazkira, status idp "
            "refugee, status refugee idp, population group, community type, displacement "
            "category, disp group, residency status, resident status, dis status, doc type, "
            "type of document, strata, stratum, nat"
        ),
        "fr": phrases(
            "pays d'origine, pays, motif du deplacement, intention de retour, carte de "
            "sejour, pdi retourne, deplace interne, date d'arrivee, pop hote, famille "
            "d'accueil, statut deplac, nation, pdi, depuis quand arrives, type de document, "
            "statut depl, statut de deplacement, strate"
        ),
        "es": phrases(
            "pais de origen, pais, calidad migratoria, perfil migratorio, intencion de "
            "permanencia, motivo de desplazamiento, fecha de ingreso al pais, nacionalid, "
            "tipo de poblacion, fecha de llegada, comunidad de acogida, retornado, "
            "situacion procesal, situacion juridica, tipo doc, tipo documento, tipo de "
            "documento, nac"
        ),
        "pt": phrases(
            "pais de origem, pais, motivo do deslocamento, situacao documental, data de "
            "entrada no brasil, deslocado interno, data de chegada, familia acolhedora, visto"
        ),
        "ar": phrases(
            "بلد الاصل, البلد الاصلي, نازح او مقيم, نوع النزوح, تاريخ اللجوء, عدد مرات "
            "النزوح, مدة النزوح, حالة الأسرة نازح, سبب النزوح, سبب اللجوء, النزوح, مقيم, "
            "نازحين, عائدين, عائد ام نازح, مجتمع مضيف, الحالة نازح, نازحة, لاجئة, حالة "
            "الاسرة, صفة المستفيد, مهجر, مرحل, مهاجر, مسجل بالمفوضية, تاريخ القدوم, تاريخ "
            "الوصول, بلد المنشأ, جنسيته, الوثائق, بلد, سنة النزوح"
        ),
        "uk": phrases(
            "країна походження, впо, дата прибуття, біженець, переселенець, країна, місцевий "
            "житель, місцевий, переміщена особа, переселенці, країна громадянства, коли "
            "виїхали, дата виїзду, репатріант, повернувся, повернулася, місцеве населення, "
            "категорія впо, дата взяття на облік, звідки переміщені"
        ),
        "ru": phrases(
            "страна происхождения, беженец, впл, переселенец, дата прибытия, дата приезда, "
            "страна, мигрант, страна гражданства, местный житель, репатриант, вынужденный "
            "переселенец, гражд, дата выезда, нац, страна исхода, страна рождения"
        ),
        "sw": phrases(
            "nchi ya asili, nchi anayotoka, mkimbizi, wakimbizi, mhamiaji, taifa, nchi, nchi "
            "alikotoka, raia, tarehe ya kuwasili, mrejea, mwenyeji, aliyerejea, mhamaji, "
            "jamii mwenyeji"
        ),
        "tr": phrases(
            "uyruğu, tabiiyeti, tabiiyet, vatandaşlığı, statüsü, ülke, ülkesi, menşe ülke, "
            "geldiği ülke, mülteci, geliş tarihi, giriş tarihi, sığınmacı, göçmen, gk "
            "statüsü, ülkeye giriş, yasal durum, vatansız, kayıtlı mı, ikamet durumu, "
            "yerinden edilme tarihi"
        ),
        "so": phrases(
            "muwaadinnimada, qaxooti, barakacay, barakacaha, barakacayaal, dalka, jinsiyad, "
            "soo noqday, bulshada martida loo yahay, waddanka, dalkii uu ka yimid, wadanka "
            "asalka, taariikhda imaatinka, bulshada deegaanka, bisha la yimid"
        ),
        "fa": phrases(
            "بیجا شده, بیجاشده, بی جا شده, عودت کننده, عودت کننده گان, علت بیجا شدن, دلیل "
            "مهاجرت, نوعیت عودت, بیجاشدگان داخلی, عودت, بیجاشدگان, کشور, تاریخ ورود, میزبان, "
            "جامعه میزبان, رد مرزی, اخراجی, کشور مبدا, ساکن اصلی, نوعیت بیجاشدگی, پناهنده, "
            "پناهجو, نوع مدرک, تاریخ برگشت, از کجا آمده, حالت مهاجرت, تبعه, برگشت کننده"
        ),
        "ur": phrases("شہریت, مہاجر, بے گھر, ملک, پناہ گزین"),
        "ht": phrases("nasyonalite, depòte, sitwayènte, deplase, refijye, rapatriye, peyi"),
        "de": phrases(
            "staatsbürgerschaft, asylstatus, aufenthaltstitel, aufenthaltserlaubnis, "
            "flüchtlingsstatus, herkunftsland, einreisedatum, duldung, status aufenthalt, "
            "geflüchtet, asyl, staatsang, einreise"
        ),
        "bn": phrases(
            "বাস্তুচ্যুত, শরণার্থী, রোহিঙ্গা, স্থানীয়, জাতীয়, দেশ, আগমনের তারিখ, হোস্ট "
            "কমিউনিটি, মূল দেশ, আশ্রয়প্রার্থী"
        ),
        "id": phrases("pengungsi, wni wna, negara asal, penyintas"),
        "my": phrases("နိုင်ငံ"),
        "zh": phrases("难民, 国家, 流离失所者"),
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
