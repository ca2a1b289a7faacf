"""Education, literacy and school enrolment of single people."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="EDUCATION_LEVEL",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=phrases("#*+education_level, #respondee+education, #individual+education"),
    headers={
        "en": phrases(
            "education level, level of education, educational level, education status, "
            "educational attainment, education attainment, highest education, highest level "
            "of education, highest grade, grade completed, grade attained, last grade, school "
            "grade, grade level of student, school enrollment, school enrolment, enrolled in "
            "school, currently enrolled, enrollment status, enrolment status, attending "
            "school, school attendance, school status, out of school, ever attended school, "
            "literacy, literate, can read and write, education of head, education of "
            "respondent, qualification, qualifications, highest qualification, degree, "
            "academic degree, years of schooling, years of education, schooling, name of "
            "school attended, class attended, dropout, dropped out, education background, "
            "education attained, academic level, edu level, school level completed"
        ),
        "fr": phrases(
            "niveau d'education, niveau d'etude, niveau d'etudes, niveau d'instruction, "
            "niveau scolaire, scolarite, scolarise, scolarisee, scolarisation, classe "
            "frequentee, diplome, alphabetise, alphabetisation, frequente l'ecole, inscrit a "
            "l'ecole, derniere classe, annees d'etudes"
        ),
        "es": phrases(
            "nivel educativo, nivel de educacion, nivel de estudios, escolaridad, nivel de "
            "escolaridad, grado escolar, estudios, asistencia escolar, matriculado, asiste a "
            "la escuela, sabe leer, alfabetizado, titulo academico, anos de estudio, ultimo "
            "grado"
        ),
        "pt": phrases(
            "nivel de escolaridade, escolaridade, nivel de educacao, nivel educacional, "
            "habilitacoes literarias, grau de instrucao, frequenta a escola, matriculado, "
            "alfabetizado, sabe ler, anos de estudo, ultima classe"
        ),
        "ar": phrases(
            "المستوى التعليمي, مستوى التعليم, التحصيل العلمي, التحصيل الدراسي, المؤهل العلمي, "
            "الحالة التعليمية, المرحلة الدراسية, الصف الدراسي, الالتحاق بالمدرسة, ملتحق "
            "بالمدرسة, القراءة والكتابة, الشهادة العلمية, الشهادة الدراسية, المؤهل الدراسي, "
            "المستوى الدراسي, التسرب من المدرسة, سبب التسرب, متسرب من المدرسة, الصف الحالي, "
            "هل يذهب للمدرسة, هل يدرس, مستوى التعلم"
        ),
        "uk": phrases(
            "рівень освіти, освіта, відвідує школу, клас навчання, письменність, освітній "
            "рівень, навчальний заклад дитини, відвідує дитячий садок"
        ),
        "ru": phrases(
            "уровень образования, образование, посещает школу, класс обучения, грамотность, "
            "образовательный уровень, посещает детский сад"
        ),
        "sw": phrases(
            "kiwango cha elimu, elimu, kiwango chako cha elimu, anasoma shule, anahudhuria "
            "shule, darasa analosoma, kujua kusoma"
        ),
        "tr": phrases(
            "egitim durumu, egitim seviyesi, egitim duzeyi, okula devam, okuryazarlik, "
            "öğrenim durumu, okur yazarlık, okul durumu, okula gidiyor mu, mezuniyet durumu, "
            "son mezun olduğu okul"
        ),
        "fa": phrases(
            "سطح تحصیلات, تحصیلات, سواد, درجه تحصیل, سویه تحصیل, سویه تعلیمی, درجه تحصیلی, "
            "مدرک تحصیلی, وضعیت تحصیلی, سویه تحصیلی"
        ),
        "bn": phrases("শিক্ষাগত যোগ্যতা, শিক্ষা"),
        "so": phrases("heerka waxbarashada, waxbarasho, heerka tacliinta, heerka aqoonta"),
        "id": phrases("pendidikan, pendidikan terakhir, tingkat pendidikan"),
        "de": phrases("bildungsstand, schulabschluss, bildungsabschluss, höchster abschluss"),
        "it": phrases("titolo di studio, livello di istruzione"),
        "nl": phrases("opleidingsniveau, hoogste opleiding"),
        "ha": phrases("matakin ilimi"),
        "am": phrases("የትምህርት ደረጃ"),
        "ur": phrases("تعلیمی قابلیت"),
        "ht": phrases("nivo edikasyon, nivo lekòl, nivo etid"),
        "ne": phrases("शैक्षिक योग्यता, शिक्षाको स्तर"),
    },
    whole_headers={
        "en": phrases("education, schooling, enrollment, enrolment, school enrolled, education cd"),
        "fr": phrases("education, instruction"),
        "es": phrases("educacion"),
        "pt": phrases("educacao, instrucao"),
        "ar": phrases("التعليم"),
        "my": phrases("ပညာအရည်အချင်း"),
        "zh": phrases("学历, 文化程度, 教育程度, 受教育程度, 學歷"),
    },
    beside_people={
        "en": phrases("highest class, goes to school, std, name of school, study level"),
        "fr": phrases(
            "situation scolaire, sait lire et ecrire, niveau academique, classe, niv etude, "
            "niv scol, nom ecole"
        ),
        "es": phrases(
            "nivel academico, grado de instruccion, estudia actualmente, grado, niv educ, lee "
            "escribe, nombre de la escuela"
        ),
        "pt": phrases("nivel de ensino, grau academico, hab lit, turma, nome da escola"),
        "tr": phrases(
            "öğrenim, eğitim, mezuniyet, sınıfı, sınıf, okul, okulu, okul terk, bölüm, okul "
            "adı, tahsil"
        ),
        "fa": phrases(
            "صنف, مکتب, سویه, رشته, تحصیل, مدرک, باسواد, کلاس, پایه, نام مکتب, فارغ, رشته تحصیلی"
        ),
        "de": phrases(
            "bildungsniveau, schulbildung, schule, klasse, bildung, abschluss, ausbildung, "
            "schulform"
        ),
        "id": phrases("tamatan, kelas, sekolah, pddkn, ijazah, putus sekolah"),
        "ar": phrases(
            "المؤهل, الشهادة, الصف, متسرب, منقطع عن الدراسة, امي, التخصص, الاختصاص, الدراسة, "
            "اسم المدرسة, المدرسة, التسرب, طالب, الوضع التعليمي, الوضع الدراسي"
        ),
        "uk": phrases(
            "клас, школа, спеціальність, диплом, вчиться, відвідування школи, освітній "
            "заклад, спеціальність за дипломом"
        ),
        "ru": phrases(
            "класс, учеба, специальность, учится, посещение школы, учебное заведение, обр"
        ),
        "sw": phrases(
            "darasa, shule, kidato, anasoma, jina la shule, aliacha shule, shule anayosoma"
        ),
        "so": phrases(
            "waxbarashada, fasalka, dugsiga, iskuulka, tacliinta, fasal, heerka fasalka, arday"
        ),
        "bn": phrases("পড়াশোনা, শ্রেণি, স্কুল, বিদ্যালয়, যোগ্যতা, স্কুলের নাম, স্কুলে যায় কিনা"),
        "ur": phrases("جماعت, سکول"),
        "ht": phrases("klas, lekòl"),
        "my": phrases("ပညာရေး, အတန်း, ကျောင်း"),
        "zh": phrases("年级, 学校, 班级"),
        "ne": phrases("शिक्षा, कक्षा"),
    },
    needs_people=True,
    unless=(
        *COUNTED,
        *phrases(
            "education sector, sector, cluster, facility, facilities, center, in school "
            "feeding, program, programme, activity, project, celsius, degrees celsius, "
            "ministry, material, materials, financial literacy, supplies, budget, date, "
            "prequalification, organization"
        ),
    ),
    shape=r"\p{L}|^\s*\d(?:\.0)?\s*$",
    answers=True,
)
