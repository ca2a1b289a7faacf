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
            "of birth, birth country, birth city, district of birth, place of origin, "
            "country of origin of respondent, area of origin, village of origin, district "
            "of origin, province of origin, governorate of origin, city of origin, "
            "community of origin, home village, home town, hometown, home city, home "
            "district, home country, home state, place of residence, city of residence, "
            "village of residence, district of residence, country of residence, area of "
            "residence, residence city, previous residence, current residence, usual "
            "residence, habitual residence, previous location, place of habitual residence, "
            "where do you live, where do you come from, where are you from, displaced from, "
            "residence district, residential area, city or town of residence, mailing city, "
            "address city, city address, home region, patient village, patient city, "
            "respondent village, respondent location, beneficiary location, beneficiary "
            "village, child location, household location, location of household, village of "
            "household, location of respondent, respondent district, family location, "
            "burial place, place of death, place of marriage"
        ),
        "fr": phrases(
            "lieu de naissance, pays de naissance, ville de naissance, lieu d'origine, "
            "village d'origine, province d'origine, zone d'origine, lieu de residence, "
            "ville de residence, village de residence, pays de residence, commune de "
            "residence, residence actuelle, residence habituelle, ou habitez vous, lieu de "
            "provenance, provenance du menage, village du beneficiaire, village natal"
        ),
        "es": phrases(
            "lugar de nacimiento, pais de nacimiento, ciudad de nacimiento, municipio de "
            "nacimiento, lugar de origen, municipio de origen, ciudad de origen, lugar de "
            "residencia, ciudad de residencia, municipio de residencia, pais de residencia, "
            "residencia actual, residencia habitual, donde vive, lugar de procedencia"
        ),
        "pt": phrases(
            "local de nascimento, naturalidade, pais de nascimento, lugar de nascimento, "
            "local de origem, lugar de origem, aldeia de origem, local de residencia, "
            "cidade de residencia, pais de residencia, residencia atual, onde vive, onde "
            "mora, proveniencia"
        ),
        "ar": phrases(
            "مكان الميلاد, مكان الولادة, بلد الميلاد, محل الولادة, مكان الاصل, المنطقة "
            "الاصلية, مكان السكن الاصلي, مكان الاقامة, مكان السكن, محل الاقامة, بلد "
            "الاقامة, منطقة السكن, السكن الحالي, اين تعيش, اين تسكن, القرية الاصلية"
        ),
        "uk": phrases(
            "місце народження, країна народження, місце проживання, місто проживання, місце "
            "походження, звідки ви, де ви живете, попереднє місце проживання, фактичне "
            "місце проживання"
        ),
        "ru": phrases(
            "место рождения, страна рождения, место жительства, место проживания, город "
            "проживания, место происхождения, откуда вы, где вы живете, прежнее место "
            "жительства"
        ),
        "sw": phrases(
            "mahali pa kuzaliwa, nchi ya kuzaliwa, mahali pa kuishi, makazi, anapoishi, "
            "unaishi wapi, mahali alipotoka, kijiji anachoishi"
        ),
        "tr": phrases("dogum yeri, ikamet yeri, yasadigi yer, memleket, geldigi yer"),
        "fa": phrases("محل تولد, محل سکونت, محل اقامت"),
        "bn": phrases("জন্মস্থান, বাসস্থান"),
        "so": phrases("goobta dhalashada, meesha degan"),
        "id": phrases("tempat lahir, tempat tinggal, asal daerah"),
        "de": phrases("geburtsort, wohnort, herkunftsort"),
        "it": phrases("luogo di nascita, luogo di residenza"),
        "nl": phrases("geboorteplaats, woonplaats"),
    },
    whole_headers={
        "en": phrases("pob"),
    },
    beside_people={
        "en": phrases(
            "city, town, village, hamlet, settlement, location, locality, neighbourhood, "
            "neighborhood, community, camp, camp name, block, ward, parish, residence, "
            "village name, city name, town name, current location, origin, site, site name, "
            "idp site, idp camp, zone, section, estate, kraal, place, "
            "landmark"
        ),
        "fr": phrases(
            "ville, village, localite, quartier, lieu, camp, communaute, residence, origine, "
            "provenance, site, hameau"
        ),
        "es": phrases(
            "ciudad, pueblo, aldea, barrio, localidad, comunidad, vereda, caserio, sitio, "
            "ubicacion, residencia, origen, campamento"
        ),
        "pt": phrases(
            "cidade, aldeia, bairro, localidade, comunidade, origem, povoado, sitio, centro de "
            "reassentamento"
        ),
        "ar": phrases("المدينه, القريه, الحي, المخيم, الموقع, البلده"),
        "uk": phrases("місто, село, населений пункт, смт"),
        "ru": phrases(
            "город, село, деревня, поселение, населенный пункт, населённый пункт, посёлок"
        ),
        "sw": phrases("mji, kijiji, kata, mtaa, kambi, makazi"),
        "id": phrases("desa, kampung, kelurahan, dusun"),
        "de": phrases("wohnort, ort"),
        "fil": phrases("barangay"),
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
