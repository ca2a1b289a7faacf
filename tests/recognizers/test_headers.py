"""Which headers mean which kind of data, and near misses, language by language."""

from __future__ import annotations

import pytest

from hxlguard.lexicon.headers import OF_OTHER_SCRIPTS, in_latin, review, spelled
from hxlguard.lexicon.words import tokens
from hxlguard.recognizers import RECOGNIZERS, entities_beside_people, headed, names_a_thing


def entities(header: str) -> frozenset[str]:
    in_phrase, as_whole = headed(header)
    return in_phrase | as_whole


def test_who_looked_at_the_words_of_a_language_is_said() -> None:
    assert {language for kind in RECOGNIZERS for language in kind.headers} <= review().keys()


def test_plain_latin_letters_are_in_no_phrase_of_another_script() -> None:
    """Else a header in Latin letters, which is not compared with these, would miss it."""
    phrases = [
        phrase
        for kind in RECOGNIZERS
        for by_language in (kind.headers, kind.whole_headers, kind.beside_people)
        for language in by_language.keys() & OF_OTHER_SCRIPTS
        for phrase in by_language[language]
    ]
    assert phrases
    assert not [phrase for phrase in phrases if in_latin(spelled(tokens(phrase)))]


@pytest.mark.parametrize(
    ("header", "entity"),
    [
        ("DISCAP.", "DISABILITY"),
        ("Cins.", "GENDER"),
        ("Estatus migr.", "LEGAL_STATUS"),
        ("Obs.", "FREE_TEXT"),
        ("Tam. AF", "HOUSEHOLD_VULNERABILITY"),
        ("nb pers", "HOUSEHOLD_VULNERABILITY"),
        ("Mah.", "LOCATION"),
        ("Age grp", "AGE"),
    ],
)
def test_abbreviations_count_beside_people_alone(header: str, entity: str) -> None:
    assert entity in entities_beside_people(header)
    assert entity not in entities(header)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("storm name", True),
        ("horse_name", True),
        ("nom du projet", True),
        ("name", False),
        ("name of the project manager", False),
        ("storm", False),
        ("Country of Asylum Name", True),
    ],
)
def test_a_name_of_what_is_no_person(header: str, expected: bool) -> None:
    assert names_a_thing(header) is expected


MEANT = {
    "PERSON_NAME": (
        "officer_name, case_worker, hh_head, name_text, Initials, fname, Respondent's name, "
        "What is the name of the head of household?, mother nm, beneficiary/name, name_1, "
        "Nom du bénéficiaire, Nombre de la madre, Nome da mãe, اسم الأم, الاسم الثلاثي, ПІБ, "
        "Прізвище, ФИО, Имя ребенка, jina la mtoto, Name / Nom"
    ),
    "AGE": (
        "age_years, yrs, yo, Age (years), q3_age, hh/member/age, How old are you?, Votre âge, "
        "edad del niño, idade, كم عمرك؟, Вік дитини, Ваш возраст, umri wa mtoto"
    ),
    "DATE_OF_BIRTH": (
        "bday, birth_dt, d.o.b., dateofbirth, year_of_birth, Date de naissance, fecha_nac, "
        "data de nascimento, تاريخ الميلاد, Дата народження, Дата рождения, tarehe ya kuzaliwa"
    ),
    "GENDER": "gender_code, sex_cd, Sex (M/F), child_sex, Sexe, género, الجنس, Стать, Пол, jinsia",
    "PHONE_NUMBER": (
        "cell, phn, tel_num, contact_no, guardian_contact, phone2, Téléphone, celular, telemóvel, "
        "رقم الجوال, Номер телефону, тел., namba ya simu"
    ),
    "STREET_ADDRESS": (
        "addr_line_1, location_text, residence, Adresse, morada, العنوان, Вулиця, anwani"
    ),
    "ZIPCODE": "zip, zip_cd, postal_code, Code postal, CEP, الرمز البريدي, поштовий індекс",
    "ETHNIC_GROUP": "race___1, ethnic_cd, minority_group, tribu, القبيلة, етнічність, kabila",
    "RELIGIOUS_GROUP": "religion, faith, الديانة, віросповідання, dini",
    "POLITICAL_GROUP": "political_party, trade union member, الانتماء السياسي, партийность",
    "ARMED_GROUP": "area_control, ACTOR1, armed_group_assoc, groupe armé, فصيل, зона контролю",
    "HEALTH_CONDITION": (
        "nutallergy, hemoglobinlevelgdl, hiv_status, MUAC (mm), blood_group, dx, "
        "maladie chronique, enfermedad crónica, doença, مرض مزمن, Діагноз, диагноз, ugonjwa"
    ),
    "DISABILITY": (
        "disability_type/seeing, Do you have difficulty walking?, handicap, discapacidad, "
        "deficiência, نوع الإعاقة, Інвалідність, инвалидность, ulemavu"
    ),
    "PREGNANCY": "is_pregnant, PLW, enceinte, embarazada, grávida, حامل, вагітна, mjamzito",
    "SEXUAL_LIFE": "sexual_orientation, SOGIESC, orientation sexuelle, الهوية الجندرية",
    "BIOMETRIC": (
        "fingerprint_template, iris_scan, empreinte digitale, huella, بصمة, відбитки пальців"
    ),
    "LEGAL_STATUS": (
        "displacement_status, nationality, Refugee status, nationalité, nacionalidad, الجنسية, "
        "Громадянство, гражданство, uraia"
    ),
    "PROTECTION_CASE": "gbv_type, uasc, support_services, VBG, نوع العنف, вид насильства, ukatili",
    "DETENTION": "date_of_arrest, detained, détention, معتقل, затримання",
    "HOUSEHOLD_VULNERABILITY": "hh_size, female_headed, solo_parent, taille du ménage, حجم الأسرة",
    "INCOME": "monthly_income, cash received, salaire, ingresos, الدخل الشهري, дохід",
    "OCCUPATION": "job_title, work, Profession, ocupación, المهنة, Професія, kazi",
    "EDUCATION_LEVEL": "school_enrollment, highest education, niveau scolaire, المستوى التعليمي",
    "SPOKEN_LANGUAGE": "mother tongue, langue parlée, اللغة الأم, рідна мова",
    "ORGANIZATION_NAME": "employer, workplace, employeur, جهة العمل",
    "LOCATION": (
        "place_of_birth, city of residence, lieu de naissance, مكان الولادة, місце народження"
    ),
    "DEVICE_ID": "deviceid, mac_address, simserial, subscriberid",
    "IMEI_HARDWARE_ID": "imei, imei_no",
    "USER_ACCOUNT": "_submitted_by, X_submitted_by, username, _last_edited_by",
    "PHOTO_FILE": "photo_url, beneficiary signature, التوقيع, фото",
    "SOCIAL_MEDIA": "profile_url, twitter_handle, فيسبوك",
    "LICENSE_PLATE": "plate_no, vehicle registration number, رقم اللوحة",
    "SECURITY_INCIDENT": "security_situation, incident_type, نوع الهجوم",
    "HOMEPAGE": "web, homepage, website",
    "GEO_COORDINATES": "start-geopoint, _geolocation, latlong, Широта",
    "NATIONAL_ID": "national_id_no, tazkira, cédula, رقم الهوية, РНОКПП, NIDA",
    "EMAIL_ADDRESS": "emailid, e_mail, mail_contact, البريد الإلكتروني, ел. пошта, barua pepe",
}


MORE_LANGUAGES = {
    "PERSON_NAME": "Vorname, Nachname, nama kepala keluarga, cognome, achternaam, apelyido, ስም",
    "AGE": "Umur (thn), usia, leeftijd, ዕድሜ, Age of resp.",
    "DATE_OF_BIRTH": "tgl lahir, data di nascita, geboortedatum, F. nacim., dt_nasc_resp",
    "GENDER": "jenis kelamin, sesso, geslacht, kasarian, ጾታ, hh/Sexe du CM, KI 1 sex, b2_sex, लिङ्ग",
    "RELIGIOUS_GROUP": "agama, Konfession, religione, godsdienst, addini, ሃይማኖት",
    "STREET_ADDRESS": "alamat rumah, Anschrift, indirizzo, tirahan, አድራሻ",
    "OCCUPATION": "pekerjaan, mestiere, beroep, hanapbuhay, métier du père, KI 1 position",
    "EDUCATION_LEVEL": "edu_lvl, pendidikan terakhir, titolo di studio",
    "PASSPORT": "ppt_no, Reisepass, passaporto",
    "USER_ACCOUNT": "collecteur_login, KoBo user",
    "HEALTH_CONDITION": "onset_dt, rash, IgM result, Wt kg, ht cm, haz06, data inicio sintomas",
    "LEGAL_STATUS": "Lack of documents?, CoO, kewarganegaraan, Staatsangehörigkeit",
    "PROTECTION_CASE": "Witnessed forced conscription?, Safety issues reported",
    "DISABILITY": "PwD, disabilitas, disabilità",
}


@pytest.mark.parametrize(
    ("header", "entity"),
    [
        (header.strip(), entity)
        for entity, headers in (*MEANT.items(), *MORE_LANGUAGES.items())
        for header in headers.split(", ")
    ],
)
def test_means(header: str, entity: str) -> None:
    assert entity in entities(header)


@pytest.mark.parametrize(
    "header",
    [
        "account_manager_dept",
        "Owner unit",
        "age of borehole (yrs)",
        "attack_rate",
        "num_addresses",
        "marital_law_amendment",
        "storm_name",
        "onset of rainy season",
        "project name",
        "Admin 1 Name",
        "facility_name",
        "site/name",
        "School name",
        "Name of child's school",
        "indicator name",
        "Organisation name",
        "vessel name",
        "name_type",
        "_parent_table_name",
        "Target Age Group",
        "Hommes 18-59",
        "Niñas menor de 5 años",
        "Girls age 5 - 11",
        "Number of persons with disability",
        "No. of pregnant women",
        "Nombre de femmes enceintes",
        "عدد ذوي الإعاقة",
        "percentage",
        "acid_level",
        "location_type",
        "user_role",
        "access_level",
        "bilingual",
        "hire_date",
        "response_code",
        "EVENT_ID_NO",
        "login_attempts",
        "treatment_arm",
        "race result",
        "_index",
        "_parent_index",
        "_location_altitude",
        "_location_precision",
        "_uuid",
        "_submission_time",
        "__version__",
        "meta/instanceID",
        "Income group",
        "gender based violence training",
        "animal disease control",
        "sea level",
        "country",
        "Sector",
        "Quantity",
    ],
)
def test_means_nothing_about_people(header: str) -> None:
    of_no_person = ("non-personal", "organisational-contact")
    personal = {k.entity for k in RECOGNIZERS if k.category not in of_no_person}
    assert not entities(header) & personal
