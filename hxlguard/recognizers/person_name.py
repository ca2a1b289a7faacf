"""Names of people, by tag, by header, by what names look like, and after a form of address.

The model is wrong about many a single cell (`San José`, `Grace`), so that values alone name a
column only where a good part of its cells look like names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.lexicon.name_words import IN_TEXT, NAME_LIKE
from hxlguard.lexicon.words import phrases
from hxlguard.matching import contains
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    import polars as pl
    from presidio_analyzer import EntityRecognizer

_ADDRESS = "Mr|Mrs|Ms|Miss|Mme|Mlle|Monsieur|Madame|Sr|Sra|Srta|Señor|Señora"
_ADDRESSED = 0.75


_MAY_BE_ADDRESSED = rf"\b(?:{_ADDRESS})\.?\s+\p{{Lu}}|السيد"
_LEAST_SHARE = 0.4


def _confirm(regions: Regions) -> EntityRecognizer:
    latin = rf"\b(?:{_ADDRESS})\.?\s+\p{{Lu}}[\p{{L}}'’-]+(?:\s+\p{{Lu}}[\p{{L}}'’-]+){{0,3}}"
    arabic = r"(?:السيد|السيدة)\s+\p{Arabic}{2,}(?:\s+\p{Arabic}{2,}){1,3}"
    return scored_pattern(
        "PERSON_NAME",
        f"{latin}|{arabic}",
        lambda matched: _ADDRESSED,
        ignore_case=False,
        whole=_score,
    )


def _certain(texts: pl.Series, regions: Regions) -> pl.Series:
    scores = _scores(texts)
    return scores.set((scores < _ADDRESSED) & contains(texts, _MAY_BE_ADDRESSED), None)


def _scores(texts: pl.Series) -> pl.Series:
    """Of texts that are a name, and of remarks in which one stands."""
    from hxlguard.naming import name_scores, word_odds
    from hxlguard.recognizers.names_in_text import scores_in_text

    whole, inside = name_scores(texts), scores_in_text(texts, word_odds)
    return whole.zip_with(whole >= inside, inside)


def _score(text: str) -> float:
    import polars as pl

    return float(_scores(pl.Series([text])).item())


RECOGNIZER = Recognizer(
    entity="PERSON_NAME",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    tags=phrases(
        "#contact+name-org, #contact+person, #respondee+name, #name, #name+first, "
        "#name+last, #beneficiary+name+first, #beneficiary+name+last, #individual+name, "
        "#person+name"
    ),
    ambiguous_tags=("#beneficiary+name", "#affected+name", "#household+name"),
    headers={
        "en": phrases(
            "full name, first name, last name, middle name, second name, third name, fourth "
            "name, family name, given name, forename, maiden name, surname, sur name, "
            "nickname, nick name, fname, lname, mname, legal name, preferred name, birth "
            "name, alias, name surname, name and surname, complete name, name in full, "
            "contact name, contact person, focal point, focal person, person name, next of "
            "kin, head of household, household head, hh head, hoh name, manager, "
            "enumerator, interviewer, surveyor, interviewed, supervisor, caseworker, case "
            "worker, case manager, social worker, guardian, caregiver, caretaker, payee, "
            "signatory, signed by, applicant, recipient name, alternate recipient, "
            "alternate collector, nominee, authorized person, emergency contact, supervisor "
            "name, counsellor, doctor, physician, nurse, midwife, teacher, headteacher, "
            "head teacher, principal, mukhtar, sheikh, camp leader, community leader, "
            "village chief, volunteer, respondent, interviewee, informant, key informant, "
            "witness, spouse, husband, wife, initials, person responsible, responsible "
            "person, responsible officer, officer, name of person, name text, names of "
            "members, member name, driver, father, mother, name of "
            "parent, parent name, full names, name in arabic, name in english, arabic name, "
            "english name, author, reporter, director, coordinator, president, chairperson, "
            "chairman, secretary, treasurer, ceo, owner, holder, artist, player, player "
            "name, actor name, coach, candidate, mayor, student, pupil, patient, "
            "participant, attendee, trainee, trainer, facilitator"
        ),
        "fr": phrases(
            "prenom, nom complet, nom de famille, nom et prenom, prenom et nom, nom prenom, "
            "nom de jeune fille, surnom, nom du contact, personne de contact, personne "
            "contact, point focal, chef de menage, chef du menage, enqueteur, enquetrice, "
            "agent enqueteur, nom de l'agent, responsable, personne responsable, personne a "
            "contacter, gestionnaire de cas, tuteur, tutrice, epoux, epouse, conjoint, "
            "signataire, initiales, medecin, enseignant, directeur, directrice, "
            "coordinateur, temoin, repondant, nom de la personne, pere, mere, chauffeur, "
            "superviseur, formateur, animateur, relais communautaire, nom cm, nom du cm"
        ),
        "es": phrases(
            "apellido, primer apellido, segundo apellido, apellido paterno, apellido "
            "materno, primer nombre, segundo nombre, nombre completo, nombre y apellido, "
            "nombres y apellidos, nombre apellido, apodo, nombre del contacto, persona de "
            "contacto, persona contacto, punto focal, jefe de hogar, jefa de hogar, jefe "
            "del hogar, encuestador, encuestadora, entrevistador, responsable, persona "
            "responsable, gestor de casos, tutor, acudiente, cuidador, conyuge, esposo, "
            "esposa, firmante, iniciales, medico, docente, director, directora, "
            "coordinador, testigo, encuestado, entrevistado, nombre de la persona, "
            "conductor, supervisor"
        ),
        "pt": phrases(
            "nome completo, primeiro nome, ultimo nome, nome proprio, apelido, sobrenome, "
            "nome e apelido, nome apelido, alcunha, nome do contacto, pessoa de contacto, "
            "pessoa de contato, ponto focal, chefe de familia, chefe do agregado, "
            "inquiridor, entrevistador, responsavel, pessoa responsavel, gestor de caso, "
            "tutor, encarregado de educacao, cuidador, conjuge, esposo, esposa, assinante, "
            "iniciais, medico, professor, diretor, coordenador, testemunha, inquirido, "
            "entrevistado, nome da pessoa, motorista, supervisor"
        ),
        "ar": phrases(
            "الاسم الكامل, الاسم الاول, الاسم الثلاثي, الاسم الرباعي, الاسم الثاني, الاسم "
            "الاخير, اسم العائلة, اسم المستفيد, اسم المستفيدة, اسم الاب, اسم الام, اسم "
            "الجد, اسم الزوج, اسم الزوجة, اسم الطفل, اسم رب الاسره, رب الاسره, ولي الامر, "
            "اسم الباحث, اسم الموظف, اسم المريض, اسم الشخص, اسم صاحب, الاسم والكنية, الاسم "
            "واللقب, الاسم والنسبة, الكنية, اللقب, الشخص المسؤول, اسم المسؤول, جهة الاتصال, "
            "مقدم الطلب, اسم المفوض, الباحث, العداد, جامع البيانات, مدير الحالة, الشاهد, "
            "اسم المعيل, اسمك, ما اسمك, الاسم بالعربية, الاسم بالانكليزية, اسم الطالب, اسم "
            "المعلم, اسم الطبيب"
        ),
        "uk": phrases(
            "прізвище, ім'я та прізвище, прізвище та ім'я, повне ім'я, по батькові, піб, п "
            "і б, імя, контактна особа, голова домогосподарства, голова родини, інтерв'юер, "
            "відповідальна особа, відповідальний, опікун, соціальний працівник, кейс "
            "менеджер, підпис особи, ініціали, лікар, вчитель, керівник, директор, "
            "координатор, свідок, респондент, ім'я отримувача, отримувач, ім'я дитини, ім'я "
            "матері, ім'я батька, заявник"
        ),
        "ru": phrases(
            "фамилия, имя и фамилия, фамилия имя, фамилия имя отчество, полное имя, "
            "отчество, фио, ф и о, контактное лицо, глава домохозяйства, глава семьи, "
            "интервьюер, ответственное лицо, ответственный, опекун, социальный работник, "
            "инициалы, врач, учитель, руководитель, директор, координатор, свидетель, "
            "респондент, имя получателя, получатель, имя ребенка, имя матери, имя отца, "
            "заявитель"
        ),
        "sw": phrases(
            "jina kamili, jina la kwanza, jina la mwisho, jina la ukoo, jina la kati, "
            "majina matatu, majina kamili, jina la mnufaika, jina la mtoto, jina la mama, "
            "jina la baba, mkuu wa kaya, jina la mkuu wa kaya, mtu wa mawasiliano, jina la "
            "mhojiwa, msimamizi, mdadisi, mlezi, jina la mlezi"
        ),
        "tr": phrases(
            "adi soyadi, ad soyad, soyadi, soyad, baba adi, anne adi, ilgili kisi, hane reisi"
        ),
        "fa": phrases(
            "نام کامل, نام خانوادگی, نام و تخلص, تخلص, نام پدر, نام مادر, اسم و تخلص, رییس خانواده"
        ),
        "bn": phrases("পুরো নাম, পিতার নাম, মাতার নাম, স্বামীর নাম, উপকারভোগীর নাম, পরিবার প্রধান"),
        "so": phrases(
            "magaca oo dhan, magaca koowaad, magaca buuxa, magaca hooyada, magaca aabaha, "
            "madaxa qoyska"
        ),
        "id": phrases(
            "nama lengkap, nama depan, nama belakang, nama kepala keluarga, kepala "
            "keluarga, nama ibu, nama ayah, nama anak, nama penerima"
        ),
        "de": phrases(
            "vorname, nachname, familienname, vor und nachname, vollstandiger name, "
            "geburtsname, ansprechpartner"
        ),
        "it": phrases("cognome, nome e cognome, nome completo"),
        "nl": phrases("voornaam, achternaam, volledige naam, contactpersoon"),
        "fil": phrases("pangalan, apelyido, buong pangalan"),
        "ha": phrases("cikakken suna"),
        "am": phrases("ሙሉ ስም"),
    },
    whole_headers={
        "en": phrases("name, names, contact, head, hhh name, fullname, interviewed person, member"),
        "fr": phrases("nom, noms, nom beneficiaire"),
        "es": phrases("nombre, nombres"),
        "pt": phrases("nome, nomes"),
        "ar": phrases("الاسم, اسم, الاسماء"),
        "uk": phrases("ім'я, прізвище ім'я"),
        "ru": phrases("имя"),
        "sw": phrases("jina, majina"),
        "tr": phrases("ad, adi, isim"),
        "fa": phrases("نام, اسم"),
        "bn": phrases("নাম"),
        "so": phrases("magac, magaca"),
        "id": phrases("nama"),
        "de": phrases("vorname"),
        "it": phrases("nome"),
        "nl": phrases("naam"),
        "ha": phrases("suna"),
        "am": phrases("ስም"),
    },
    of_people={
        "en": phrases("name"),
        "fr": phrases("nom"),
        "es": phrases("nombre"),
        "pt": phrases("nome"),
        "ar": phrases("اسم"),
        "uk": phrases("ім'я, імені, прізвище, піб"),
        "ru": phrases("имя, имени, фамилия, фио"),
        "sw": phrases("jina"),
        "tr": phrases("adi"),
        "so": phrases("magaca"),
        "fa": phrases("نام"),
    },
    unless=phrases(
        "metier, emploi, travail, ocupacion, trabajo, ocupacao, trabalho, pekerjaan, beruf, "
        "job, livelihoods, unit, units, department, dept, division, branch, team, storm, "
        "cyclone, hurricane, facility, hospital, school, section, partner full name, "
        "organization full name, agency full name, focal point agency, focal point "
        "organization, contact person organization, enumerator organization, sex, gender, type, "
        "education, marital, status, relationship, disability, sexe, genre, sexo, genero, date, "
        "fecha, تاريخ, дата, occupation, profession, religion, ethnicity, nationality, "
        "language, income, salary, training, consent, level, ratio, percent, per, days, hours, "
        "scientific, brand, score, attendance, visit, room, latrine, license, position, role, "
        "ownership, feedback, opinion, perception, project, item, indicator, activity, product, "
        "company, vessel, ship, file, species, event, program, satisfaction, group, meeting, "
        "trained, supported, received, need, needs, access, kit, work, contact number, contact "
        "details, contact email, contact phone"
    ),
    doubtful=phrases(
        "age, id, phone, number, email, organization, count, total, office, center, "
        "director general office"
    ),
    softened_by=phrases(
        "name, names, surname, forename, fname, lname, nickname, nom, prenom, nombre, "
        "apellido, nome, apelido, sobrenome, اسم, لقب, كنية, прізвище, ім'я, піб, "
        "фамилия, имя, фио, jina, majina"
    ),
    shape=r"^\s*[^\d@#/]{2,60}$",
    candidate=f"{_MAY_BE_ADDRESSED}|{NAME_LIKE}|{IN_TEXT}",
    confirm=_confirm,
    sure=lambda regions: {rf"(?:^|[ ,;:(.])(?:{_ADDRESS})\.?\s+\p{{Lu}}[\p{{L}}'’-]": _ADDRESSED},
    certain=_certain,
    least_share=_LEAST_SHARE,
    matches=(
        "visited Mrs Amina Khalil at home",
        "السيدة أمينة خليل",
        "Amina Khalil",
        "KHALIL, Amina",
        "amina khalil; omar haddad",
        "Dr. A. Khalil",
        "فاطمة حسن",
        "Олена Шевченко",
    ),
    misses=("Mr", "Organisation for Relief", "madame", "Food Security", "Amina Khalil 7", "Aleppo"),
)
