"""Where a person lives, was born or comes from, coarser than an address."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="LOCATION",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=phrases("#respondee+loc, #respondee+origin, #*+birthplace, #*+residence"),
    headers={
        "en": phrases(
            "place of birth, birth place, birthplace, city of birth, town of birth, country "
            "of birth, birth country, birth city, district of birth, place of origin, country "
            "of origin of respondent, area of origin, village of origin, district of origin, "
            "province of origin, governorate of origin, city of origin, community of origin, "
            "home village, home town, hometown, home city, home district, home country, home "
            "state, place of residence, city of residence, village of residence, district of "
            "residence, country of residence, area of residence, residence city, previous "
            "residence, current residence, usual residence, habitual residence, previous "
            "location, place of habitual residence, where do you live, where do you come "
            "from, where are you from, displaced from, residence district, residential area, "
            "city or town of residence, mailing city, address city, city address, home "
            "region, patient village, patient city, respondent village, respondent location, "
            "beneficiary location, beneficiary village, child location, household location, "
            "location of household, village of household, location of respondent, respondent "
            "district, family location, burial place, place of death, place of marriage"
        ),
        "fr": phrases(
            "lieu de naissance, pays de naissance, ville de naissance, lieu d'origine, "
            "village d'origine, province d'origine, zone d'origine, lieu de residence, ville "
            "de residence, village de residence, pays de residence, commune de residence, "
            "residence actuelle, residence habituelle, ou habitez vous, lieu de provenance, "
            "provenance du menage, village du beneficiaire, village natal"
        ),
        "es": phrases(
            "lugar de nacimiento, pais de nacimiento, ciudad de nacimiento, municipio de "
            "nacimiento, lugar de origen, municipio de origen, ciudad de origen, lugar de "
            "residencia, ciudad de residencia, municipio de residencia, pais de residencia, "
            "residencia actual, residencia habitual, donde vive, lugar de procedencia"
        ),
        "pt": phrases(
            "local de nascimento, naturalidade, pais de nascimento, lugar de nascimento, "
            "local de origem, lugar de origem, aldeia de origem, local de residencia, cidade "
            "de residencia, pais de residencia, residencia atual, onde vive, onde mora, "
            "proveniencia"
        ),
        "ar": phrases(
            "مكان الميلاد, مكان الولادة, بلد الميلاد, محل الولادة, مكان الاصل, المنطقة "
            "الاصلية, مكان السكن الاصلي, مكان الاقامة, مكان السكن, محل الاقامة, بلد الاقامة, "
            "منطقة السكن, السكن الحالي, اين تعيش, اين تسكن, القرية الاصلية, منطقة الأصل, "
            "منطقة النزوح, مكان النزوح, محافظة الأصل, محافظة النزوح, مكان التواجد الحالي, "
            "مسقط الرأس, الموطن الأصلي, السكن الأصلي, السكن السابق, العنوان الأصلي, المكان "
            "الأصلي, بلدة الأصل, قرية الأصل"
        ),
        "uk": phrases(
            "місце народження, країна народження, місце проживання, місто проживання, місце "
            "походження, звідки ви, де ви живете, попереднє місце проживання, фактичне місце "
            "проживання, місце перебування, звідки прибув, звідки прибула, звідки "
            "переміщений, місце фактичного проживання, населений пункт проживання, населений "
            "пункт походження, місце реєстрації проживання"
        ),
        "ru": phrases(
            "место рождения, страна рождения, место жительства, место проживания, город "
            "проживания, место происхождения, откуда вы, где вы живете, прежнее место "
            "жительства, место пребывания, откуда прибыл, откуда прибыла, место фактического "
            "проживания, место прописки, родной город"
        ),
        "sw": phrases(
            "mahali pa kuzaliwa, nchi ya kuzaliwa, mahali pa kuishi, makazi, anapoishi, "
            "unaishi wapi, mahali alipotoka, kijiji anachoishi, kijiji cha asili, mahali "
            "alipozaliwa, eneo la asili"
        ),
        "tr": phrases(
            "dogum yeri, ikamet yeri, yasadigi yer, memleket, geldigi yer, yaşadığı ilçe, "
            "yaşadığı mahalle, yaşadığı il, doğduğu yer, geldiği şehir, geldiği ülke, geldiği "
            "il, suriyedeki adresi, menşe yeri, köken yeri, oturduğu yer, ikamet ettiği yer, "
            "ikamet ettiği ilçe, nüfusa kayıtlı olduğu yer"
        ),
        "fa": phrases(
            "محل تولد, محل سکونت, محل اقامت, محل زندگی, سکونت اصلی, سکونت فعلی, ولایت اصلی, "
            "محل اصلی, مسکن اصلی, ولسوالی اصلی, ولایت بیجا شده, محل بود و باش"
        ),
        "bn": phrases("জন্মস্থান, বাসস্থান, জন্ম স্থান, বর্তমান অবস্থান, উৎপত্তিস্থল"),
        "so": phrases(
            "goobta dhalashada, meesha degan, deegaanka laga soo barakacay, degmada laga soo "
            "barakacay, meesha uu ka yimid, meesha laga soo barakacay, meesha laga yimid, "
            "halka uu ka yimid, goobta deegaanka, meesha uu ku dhashay, meesha dhalashada, "
            "deegaanka asalka"
        ),
        "id": phrases(
            "tempat lahir, tempat tinggal, asal daerah, desa asal, kampung asal, tempat asal, "
            "lokasi pengungsian"
        ),
        "de": phrases("geburtsort, wohnort, herkunftsort, derzeitiger aufenthaltsort"),
        "it": phrases("luogo di nascita, luogo di residenza"),
        "nl": phrases("geboorteplaats, woonplaats"),
        "ur": phrases("جائے پیدائش, آبائی گاؤں"),
        "ht": phrases("kote l rete, kote li rete, kote l fèt, kote ou rete"),
    },
    whole_headers={
        "en": phrases("pob"),
        "my": phrases("မွေးရပ်, မွေးဖွားရာဒေသ, မူလနေရပ်, နေထိုင်ရာ"),
        "zh": phrases("出生地, 籍贯, 户籍地, 居住地, 原籍"),
    },
    beside_people={
        "en": phrases(
            "city, town, village, hamlet, settlement, location, locality, neighbourhood, "
            "neighborhood, community, camp, camp name, block, ward, parish, residence, "
            "village name, city name, town name, current location, origin, site, site name, "
            "idp site, idp camp, zone, section, estate, kraal, place, landmark, area of "
            "return, place of return, village of displacement, kebele, boma, sub camp, sub "
            "block, subvillage, poo, vlg, sttlmnt, boma nm, site blk, block no"
        ),
        "fr": phrases(
            "ville, village, localite, quartier, lieu, camp, communaute, residence, origine, "
            "provenance, site, hameau, lieu de retour, qrt, qtier, vge, fokontany, colline, "
            "groupement, section communale, douar, zone de sante, aire de sante, voisinage"
        ),
        "es": phrases(
            "ciudad, pueblo, aldea, barrio, localidad, comunidad, vereda, caserio, sitio, "
            "ubicacion, residencia, origen, campamento, municipio expulsor, zona de "
            "residencia, lugar de retorno, departamento de residencia, colonia, vda, "
            "corregimiento, urb, procedencia, asentamiento, paraje, municipio vive, colonia "
            "vive, municipio y colonia vive, parroquia"
        ),
        "pt": phrases(
            "cidade, aldeia, bairro, localidade, comunidade, origem, povoado, sitio, centro "
            "de reassentamento, zona de origem, local de deslocamento, celula, povoacao, "
            "localid, bair, centro de acomodacao, posto administrativo, abrigo"
        ),
        "ar": phrases(
            "المدينه, القريه, الحي, المخيم, الموقع, البلده, الناحية, العزلة, المنطقة, "
            "البلدية, المحلية, القطاع, البلوك, القاطع, المربع, الحارة, التجمع, الموطن, "
            "المنشأ, المسكن, مكان التواجد, الموقع الحالي, اسم المخيم, اسم القرية, اسم الحي, "
            "اسم المنطقة, المحافظة الأصلية, مكان العودة, جهة القدوم, الاقليم, المجاورة, "
            "سكن, المجمع, مركز الايواء, السكن قبل النزوح, الضيعة, الدائرة, المربع السكني, "
            "التجمع السكني, الحلة"
        ),
        "uk": phrases(
            "місто, село, населений пункт, смт, н п, нп, мтс, громада, тг, отг, мікрорайон, "
            "місце, звідки, проживає, область походження, місце компактного проживання, "
            "мкп, гуртожиток, селище, хутір, старостинський округ, зареєстрований, локація, "
            "місцезнаходження, район проживання, область проживання, звідки переміщені"
        ),
        "ru": phrases(
            "город, село, деревня, поселение, населенный пункт, населённый пункт, посёлок, "
            "община, микрорайон, место, откуда, проживает, лагерь, пвр, пункт временного "
            "размещения, общежитие, аул, кишлак, махалля, джамоат, айыл, сельский округ, "
            "местонахождение, локация, местность, хутор, квартал, область происхождения, "
            "район проживания, станица"
        ),
        "sw": phrases(
            "mji, kijiji, kata, mtaa, kambi, makazi, anakoishi, alikotoka, kitongoji, "
            "shehia, tarafa, kanda, eneo, mahali, asili, bloku, zoni, wodi, kambi jina, "
            "lokesheni, mahali atokako, jina la kijiji, jina la kambi"
        ),
        "id": phrases(
            "desa, kampung, kelurahan, dusun, kel, asal, posko, lokasi, titik pengungsian, "
            "kota, dsn, nagari, gampong, nama desa, lingkungan"
        ),
        "de": phrases(
            "wohnort, ort, geburtsland, wohnsitz, herkunftsregion, stadt, dorf, gemeinde, "
            "lager, unterkunft, stadtteil, ortsteil, herkunft, einrichtung"
        ),
        "fil": phrases("barangay"),
        "tr": phrases(
            "mahalle, mah, köy, semt, kamp, şehir, ikamet, nereden geldi, kasaba, köyü, "
            "mahallesi, yerleşim yeri, geçici barınma merkezi, konteyner kent, çadırkent, "
            "bölge, kamp adı, köy mahalle, geldiği bölge, yerleşke"
        ),
        "so": phrases(
            "tuulada, tuulo, xaafadda, xaafad, xerada, xero, kaamka, deegaanka, deegaan, "
            "magaalada, magaalo, laanta, waaxda, goobta, magaca xerada, magaca tuulada, "
            "kaamka magaciisa, asalka, halka uu joogo, kaam, xerada barakacayaasha, qaybta, "
            "isgoyska, laga soo barakacay"
        ),
        "bn": phrases(
            "গ্রাম, ক্যাম্প, ব্লক, ইউনিয়ন, ওয়ার্ড, মৌজা, পাড়া, মহল্লা, সাব ব্লক, ক্যাম্প "
            "নং, ব্লক নং, ওয়ার্ড নং, গ্রামের নাম, থানা, ডাকঘর, এলাকা, ক্যাম্পের নাম, শহর"
        ),
        "fa": phrases(
            "گذر, کمپ, شهر, روستا, محله, سکونت, قریه گذر, محل, شهرک, دهستان, نام قریه, "
            "زادگاه, موقعیت, قشلاق, ساحه, اردوگاه, نام کمپ, کارته, حوزه, بخش, آبادی, "
            "مسکونه, محل بودوباش"
        ),
        "ur": phrases("رہائش, گاؤں, یونین کونسل, محلہ, کیمپ, شہر, بستی, علاقہ"),
        "ht": phrases("katye, lokalite, seksyon kominal, zòn, vil, bouk, abitasyon"),
        "my": phrases("ရွာ, ကျေးရွာ, မြို့နယ်, ရပ်ကွက်, စခန်း, မြို့, ကျေးရွာအုပ်စု, မူရင်းရွာ"),
        "zh": phrases("村, 乡镇, 村庄, 社区, 城市, 街道, 所在地, 营地, 户口所在地"),
        "ne": phrases("गाउँ, टोल, वडा, वडा नं, बस्ती, ठेगाना, स्थायी ठेगाना, शिविर"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "facility, project, activity, program, admin, adm, adm1, adm2, adm3, idps, flow, round"
        ),
    ),
    doubtful=phrases("percent"),
    shape=r"\p{L}",
)
