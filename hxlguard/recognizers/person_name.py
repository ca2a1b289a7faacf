"""Names of people, by tag, by header, by what names look like, and after a form of address.

The model is wrong about many a single cell (`San José`, `Grace`), so that values alone name a
column only where a good part of its cells look like names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.lexicon.name_words import IN_TEXT, NAME_LIKE, NUMBER_BEHIND
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
            "kin, head of household, household head, hh head, hoh name, manager, enumerator, "
            "interviewer, surveyor, interviewed, supervisor, caseworker, case worker, case "
            "manager, social worker, guardian, caregiver, caretaker, payee, signatory, signed "
            "by, applicant, recipient name, alternate recipient, alternate collector, "
            "nominee, authorized person, emergency contact, supervisor name, counsellor, "
            "doctor, physician, nurse, midwife, teacher, headteacher, head teacher, "
            "principal, mukhtar, sheikh, camp leader, community leader, village chief, "
            "volunteer, respondent, interviewee, informant, key informant, witness, spouse, "
            "husband, wife, initials, person responsible, responsible person, responsible "
            "officer, officer, name of person, name text, names of members, member name, "
            "driver, father, mother, name of parent, parent name, full names, name in arabic, "
            "name in english, arabic name, english name, author, reporter, director, "
            "coordinator, president, chairperson, chairman, secretary, treasurer, ceo, owner, "
            "holder, artist, player, player name, actor name, coach, candidate, mayor, "
            "student, pupil, patient, participant, attendee, trainee, trainer, facilitator, "
            "head of family, household representative"
        ),
        "fr": phrases(
            "prenom, nom complet, nom de famille, nom et prenom, prenom et nom, nom prenom, "
            "nom de jeune fille, surnom, nom du contact, personne de contact, personne "
            "contact, point focal, chef de menage, chef du menage, enqueteur, enquetrice, "
            "agent enqueteur, nom de l'agent, responsable, personne responsable, personne a "
            "contacter, gestionnaire de cas, tuteur, tutrice, epoux, epouse, conjoint, "
            "signataire, initiales, medecin, enseignant, directeur, directrice, coordinateur, "
            "temoin, repondant, nom de la personne, pere, mere, chauffeur, superviseur, "
            "formateur, animateur, relais communautaire, nom cm, nom du cm, post nom, "
            "postnom, chef de famille, personne ressource, nom usuel, prevenir en cas"
        ),
        "es": phrases(
            "apellido, primer apellido, segundo apellido, apellido paterno, apellido materno, "
            "primer nombre, segundo nombre, nombre completo, nombre y apellido, nombres y "
            "apellidos, nombre apellido, apodo, nombre del contacto, persona de contacto, "
            "persona contacto, punto focal, jefe de hogar, jefa de hogar, jefe del hogar, "
            "encuestador, encuestadora, entrevistador, responsable, persona responsable, "
            "gestor de casos, tutor, acudiente, cuidador, conyuge, esposo, esposa, firmante, "
            "iniciales, medico, docente, director, directora, coordinador, testigo, "
            "encuestado, entrevistado, nombre de la persona, conductor, supervisor, cabeza de "
            "familia, cabeza de hogar, jefe de familia, ap paterno, nombre social, "
            "representante legal, quien recibe, en caso de emergencia avisar"
        ),
        "pt": phrases(
            "nome completo, primeiro nome, ultimo nome, nome proprio, apelido, sobrenome, "
            "nome e apelido, nome apelido, alcunha, nome do contacto, pessoa de contacto, "
            "pessoa de contato, ponto focal, chefe de familia, chefe do agregado, inquiridor, "
            "entrevistador, responsavel, pessoa responsavel, gestor de caso, tutor, "
            "encarregado de educacao, cuidador, conjuge, esposo, esposa, assinante, iniciais, "
            "medico, professor, diretor, coordenador, testemunha, inquirido, entrevistado, "
            "nome da pessoa, motorista, supervisor, nome social, quem recebe, chefe do af"
        ),
        "ar": phrases(
            "الاسم الكامل, الاسم الاول, الاسم الثلاثي, الاسم الرباعي, الاسم الثاني, الاسم "
            "الاخير, اسم العائلة, اسم المستفيد, اسم المستفيدة, اسم الاب, اسم الام, اسم الجد, "
            "اسم الزوج, اسم الزوجة, اسم الطفل, اسم رب الاسره, رب الاسره, ولي الامر, اسم "
            "الباحث, اسم الموظف, اسم المريض, اسم الشخص, اسم صاحب, الاسم والكنية, الاسم "
            "واللقب, الاسم والنسبة, الكنية, اللقب, الشخص المسؤول, اسم المسؤول, جهة الاتصال, "
            "مقدم الطلب, اسم المفوض, الباحث, العداد, جامع البيانات, مدير الحالة, الشاهد, اسم "
            "المعيل, اسمك, ما اسمك, الاسم بالعربية, الاسم بالانكليزية, اسم الطالب, اسم "
            "المعلم, اسم الطبيب, اسم المستلم, اسم الوكيل, اسم الشهرة, اسم المشتكي, اسم "
            "المندوب, الاسم الخماسي, الاسم الثنائي, اسم المتوفى, اسم الشهيد, اسم الجريح, اسم "
            "الناجي, اسم المدرب, اسم المختار, اسم المفقود, اسم القائد المجتمعي, اسم المحال, "
            "الاسم حسب الهوية, الاسم كما في الهوية, أسماء المستفيدين, اسماء افراد الاسرة, اسم "
            "الحالة, رب العائلة, ربة العائلة, مقدم الرعاية, المبحوث"
        ),
        "uk": phrases(
            "прізвище, ім'я та прізвище, прізвище та ім'я, повне ім'я, по батькові, піб, п і "
            "б, імя, контактна особа, голова домогосподарства, голова родини, інтерв'юер, "
            "відповідальна особа, відповідальний, опікун, соціальний працівник, кейс "
            "менеджер, підпис особи, ініціали, лікар, вчитель, керівник, директор, "
            "координатор, свідок, респондент, ім'я отримувача, отримувач, ім'я дитини, ім'я "
            "матері, ім'я батька, заявник, законний представник, особа отримувача"
        ),
        "ru": phrases(
            "фамилия, имя и фамилия, фамилия имя, фамилия имя отчество, полное имя, отчество, "
            "фио, ф и о, контактное лицо, глава домохозяйства, глава семьи, интервьюер, "
            "ответственное лицо, ответственный, опекун, социальный работник, инициалы, врач, "
            "учитель, руководитель, директор, координатор, свидетель, респондент, имя "
            "получателя, получатель, имя ребенка, имя матери, имя отца, заявитель, законный "
            "представитель, имя супруга"
        ),
        "sw": phrases(
            "jina kamili, jina la kwanza, jina la mwisho, jina la ukoo, jina la kati, majina "
            "matatu, majina kamili, jina la mnufaika, jina la mtoto, jina la mama, jina la "
            "baba, mkuu wa kaya, jina la mkuu wa kaya, mtu wa mawasiliano, jina la mhojiwa, "
            "msimamizi, mdadisi, mlezi, jina la mlezi, jina la babu, jina la mtahiniwa, jina "
            "la mlengwa, majina ya wanakaya, majina ya wanufaika, mkuu wa familia, jina la "
            "ndugu wa karibu, jina la mtoa taarifa, mtoa taarifa, jina la aliyepokea"
        ),
        "tr": phrases(
            "adi soyadi, ad soyad, soyadi, soyad, baba adi, anne adi, ilgili kisi, hane "
            "reisi, adınız soyadınız, isim soyisim, isim soy isim, soyisim, soyadınız, baba "
            "ad, çocuğun adı, eşinin adı, öğrencinin adı, yararlanıcının adı, faydalanıcı "
            "adı, başvuru sahibi, velinin adı, teslim alan, bakım veren, görüşülen kişi, "
            "irtibat kişisi, sorumlu kişi, dede adı, kayıt yaptıran"
        ),
        "fa": phrases(
            "نام کامل, نام خانوادگی, نام و تخلص, تخلص, نام پدر, نام مادر, اسم و تخلص, رییس "
            "خانواده, نام و ولد, نام پدرکلان, اسم پدر, نام سرپرست, نام سرپرست خانواده, سرپرست "
            "خانواده, نام شوهر, نام همسر, نام خانم, نام نماینده, نام متقاضی, نام شاگرد, نام "
            "بیمار, نام مصاحبه شونده, نام مصاحبه کننده, سرپرست خانوار, نام وکیل گذر, نام "
            "مراقب, رئیس فامیل, نام پاسخ دهنده, اسم پدرکلان, نام مراجعه کننده"
        ),
        "bn": phrases(
            "পুরো নাম, পিতার নাম, মাতার নাম, স্বামীর নাম, উপকারভোগীর নাম, পরিবার প্রধান, "
            "উপকারভোগী, সুবিধাভোগীর নাম, খানা প্রধানের নাম, খানা প্রধান, অভিভাবকের নাম, "
            "শিক্ষার্থীর নাম, উত্তরদাতার নাম, সদস্যের নাম, স্ত্রীর নাম, যোগাযোগের ব্যক্তি, "
            "সম্পূর্ণ নাম"
        ),
        "so": phrases(
            "magaca oo dhan, magaca koowaad, magaca buuxa, magaca hooyada, magaca aabaha, "
            "madaxa qoyska, magaca awoowaha, magaca ka faa'iidaystaha, magaca seddexan, "
            "magaca saddexan, magaca oo saddexan, magaca oo afaran, magaca ardayga, magaca "
            "bukaanka, magaca waalidka, magaca xaaska, magaca masuulka, magaca wareystaha, "
            "madaxa reerka, ka faa'iideystaha"
        ),
        "id": phrases(
            "nama lengkap, nama depan, nama belakang, nama kepala keluarga, kepala keluarga, "
            "nama ibu, nama ayah, nama anak, nama penerima, nama suami, nama istri, nama "
            "orang tua, nama wali, nama pasien, nama siswa, nama responden, nama kk, nama "
            "panggilan, nama balita, nama korban, nama penyintas, nama anggota keluarga, nama "
            "pelapor, nama pendamping"
        ),
        "de": phrases(
            "vorname, nachname, familienname, vor und nachname, vollstandiger name, "
            "geburtsname, ansprechpartner, name des kindes, name der mutter, name des vaters, "
            "name des patienten, ansprechperson, kontaktperson, haushaltsvorstand, "
            "mädchenname, erziehungsberechtigte, zuname, rufname"
        ),
        "it": phrases("cognome, nome e cognome, nome completo"),
        "nl": phrases("voornaam, achternaam, volledige naam, contactpersoon"),
        "fil": phrases("pangalan, apelyido, buong pangalan"),
        "ha": phrases("cikakken suna"),
        "am": phrases("ሙሉ ስም"),
        "ur": phrases(
            "والدہ کا نام, شوہر کا نام, پورا نام, گھر کے سربراہ کا نام, سربراہ کا نام, مستحق "
            "کا نام, بچے کا نام, والد شوہر کا نام"
        ),
        "ht": phrases(
            "non konplè, non manman, non papa, chèf fanmi, non benefisyè, chèf kay, non "
            "timoun, siyati"
        ),
        "my": phrases("အိမ်ထောင်ဦးစီး အမည်, လူနာအမည်, ကလေးအမည်"),
        "ne": phrases(
            "नाम थर, पुरा नाम, पूरा नाम, घरमुलीको नाम, बिरामीको नाम, बच्चाको नाम, आमाको "
            "नाम, बाबुको नाम, बुबाको नाम, अभिभावकको नाम, लाभार्थीको नाम, व्यक्तिको नाम, "
            "श्रीमानको नाम, श्रीमतीको नाम, पतिको नाम, पत्नीको नाम, उत्तरदाताको नाम, सम्पर्क "
            "व्यक्ति"
        ),
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
        "ht": phrases("non ak siyati"),
        "my": phrases(
            "အမည်, နာမည်, အဘအမည်, အဖအမည်, အမိအမည်, အိမ်ထောင်ဦးစီး, အိမ်ထောင်ဦးစီးအမည်, "
            "ကလေးအမည်, အုပ်ထိန်းသူအမည်, လူနာအမည်, ဖခင်အမည်, မိခင်အမည်"
        ),
        "zh": phrases(
            "姓名, 户主, 户主姓名, 戶主姓名, 父亲姓名, 母亲姓名, 联系人, 聯絡人, "
            "受益人姓名, 患者姓名, 学生姓名, 监护人, 监护人姓名, 家长姓名, "
            "申请人, 配偶姓名"
        ),
    },
    beside_people={
        "en": phrases(
            "nok, hof, hh rep, proxy, cg name, gf name, received by, witnessed by, poc, "
            "chw, referred by, seen by, treated by, examined by, attended by, clinician, "
            "prescriber, operator"
        ),
        "fr": phrases(
            "nom cf, nom enf, recepteur, mandataire, suppleant, recu par, accompagnant, "
            "asbc, vu par, traite par, soigne par"
        ),
        "es": phrases(
            "titular, recibido por, entregado por, autorizado, nna, abuelo, ape pat, ape "
            "mat, nom y ape, atendido por, remitido por, lideresa, familiar de contacto, "
            "familiar contacto"
        ),
        "pt": phrases(
            "filiacao, pai, mae, avo, recebido por, entregue por, enc de educacao, utente"
        ),
        "ar": phrases(
            "المستفيد, المستفيدة, المستلم, الأب, الأم, الزوج, الزوجة, الجد, الشهرة, الوصي, "
            "الوكيل, المفوض, الطفل, المريض, المندوب, المختار, المتطوع, المدرب, المشتكي, "
            "المعيل, المسؤول, الاسم بالانجليزي, الاسم عربي, الاسم انجليزي, صاحب الشكوى, "
            "الابن, الابنة, المستجيب, الاسم الثالث, الاسم الرابع, العائلة"
        ),
        "tr": phrases(
            "baba, anne, eşi, veli, vasi, yararlanıcı, faydalanıcı, başvuran, hasta, ismi, "
            "hane başkanı, teslim alanın adı, öğretmen, bakıcı, katılımcı, tam isim, tam adı, "
            "danışan"
        ),
        "uk": phrases(
            "ім, по б, прізв, батько, мати, чоловік, дружина, опікуни, бенефіціар, "
            "бенефіціари, пацієнт, дитина, представник, довірена особа, учасник, волонтер, "
            "контакти особи, голова дг, голова сім'ї, постраждала особа, ім'я англійською, п "
            "і п, піп"
        ),
        "ru": phrases(
            "отч, фам, отец, мать, муж, жена, супруг, супруга, бенефициар, бенефициары, "
            "пациент, ребенок, представитель, доверенное лицо, участник, глава дх, "
            "попечитель, имя на английском, фи"
        ),
        "sw": phrases(
            "mnufaika, mlengwa, mama, mume, mke, mgonjwa, mtoto, mhojiwa, j kamili, majina "
            "yote, mwakilishi, ndugu wa karibu, mlalamikaji, mwanafunzi, mteja, mshiriki"
        ),
        "so": phrases(
            "magaca aabbaha, hooyada, aabaha, aabbaha, awoowe, magaca labaad, magaca "
            "seddexaad, magaca saddexaad, naanays, naaneys, qofka masuulka ah, waalidka, "
            "daryeelaha, magac dhan, magaca oo buuxa, xaaska, masuulka, wakiilka, bukaanka, "
            "ardayga, mas'uulka"
        ),
        "bn": phrases(
            "শিশুর নাম, রোগীর নাম, মাঝির নাম, ডাক নাম, দাদার নাম, পিতা, মাতা, স্বামী, স্ত্রী, "
            "পিতা স্বামী, অভিভাবক, সুবিধাভোগী, নাম বাংলা, নাম ইংরেজি, মাঝি, উত্তরদাতা, "
            "প্রতিনিধি, শিশু, রোগী, স্বামী/পিতা, নমিনি, সুবিধাভোগীর নাম ও ঠিকানা"
        ),
        "fa": phrases(
            "پدر, مادر, ولد, ولدیت, بنت, فامیلی, شهرت, پدرکلان, پدر کلان, همسر, شوهر, سرپرست, "
            "مستفید شونده, نماینده, فرزند, وکیل گذر, متقاضی, نام به انگلیسی, نام انگلیسی, نام "
            "دری, مراقب, ملک قریه, ن پدر, مددجو"
        ),
        "ur": phrases("والد, والدہ, شوہر, سربراہ, گھر کا سربراہ, زوجیت, مستحق"),
        "ht": phrases(
            "prenon, tinon, benefisyè, manman, papa, madanm, mari, responsab, ti non, "
            "sounon, non jwèt, moun yo akize"
        ),
        "de": phrases(
            "mutter, vater, kind, ehepartner, ehegatte, klient, betreuer, vormund, "
            "teilnehmer, vorn, sorgeberechtigte"
        ),
        "id": phrases(
            "ayah, ibu, suami, istri, wali, penerima, pasien, responden, orang tua, nama krt, "
            "nama lgkp, anak, pelapor, ahli waris"
        ),
        "my": phrases("အဘ, အမိ, အဖ, ဖခင်, မိခင်, အုပ်ထိန်းသူ"),
        "zh": phrases("受益人, 名字, 姓, 名, 父亲, 母亲, 配偶, 家长, 负责人"),
        "ne": phrases("नाम, थर, नाम थर"),
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
    shape=rf"^\s*[^\d@#/]{{2,60}}$|^\s*\p{{L}}[^\d@#]{{2,60}}{NUMBER_BEHIND}",
    candidate=f"{_MAY_BE_ADDRESSED}|{NAME_LIKE}|{IN_TEXT}",
    confirm=_confirm,
    sure=lambda texts, regions: {
        rf"(?:^|[ ,;:(.])(?:{_ADDRESS})\.?\s+\p{{Lu}}[\p{{L}}'’-]": _ADDRESSED
    },
    certain=_certain,
    least_share=_LEAST_SHARE,
    matches=(
        "visited Mrs Amina Khalil at home",
        "السيدة أمينة خليل",
        "Amina Khalil",
        "KHALIL, Amina",
        "amina khalil; omar haddad",
        "Amina Khalil 0944 555-123",
        "Dr. A. Khalil",
        "فاطمة حسن",
        "Олена Шевченко",
    ),
    misses=(
        "her card is 784-1990-1234567-6",
        "Mr",
        "Organisation for Relief",
        "madame",
        "Food Security",
        "Amina Khalil 7",
        "Aleppo",
    ),
)
