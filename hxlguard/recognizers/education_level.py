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
            "of education, highest grade, grade completed, grade attained, last grade, "
            "school grade, grade level of student, school enrollment, school enrolment, "
            "enrolled in school, currently enrolled, enrollment status, enrolment status, "
            "attending school, school attendance, school status, out of school, ever "
            "attended school, literacy, literate, can read and write, education of head, "
            "education of respondent, qualification, qualifications, highest qualification, "
            "degree, academic degree, years of schooling, years of education, schooling, "
            "name of school attended, class attended, dropout, dropped out, education "
            "background, academic level, edu level, school level completed"
        ),
        "fr": phrases(
            "niveau d'education, niveau d'etude, niveau d'etudes, niveau d'instruction, "
            "niveau scolaire, scolarite, scolarise, scolarisee, scolarisation, classe "
            "frequentee, diplome, alphabetise, alphabetisation, frequente l'ecole, inscrit "
            "a l'ecole, derniere classe, annees d'etudes"
        ),
        "es": phrases(
            "nivel educativo, nivel de educacion, nivel de estudios, escolaridad, nivel de "
            "escolaridad, grado escolar, estudios, asistencia escolar, matriculado, asiste "
            "a la escuela, sabe leer, alfabetizado, titulo academico, anos de estudio, "
            "ultimo grado"
        ),
        "pt": phrases(
            "nivel de escolaridade, escolaridade, nivel de educacao, nivel educacional, "
            "habilitacoes literarias, grau de instrucao, frequenta a escola, matriculado, "
            "alfabetizado, sabe ler, anos de estudo, ultima classe"
        ),
        "ar": phrases(
            "المستوى التعليمي, مستوى التعليم, التحصيل العلمي, التحصيل الدراسي, المؤهل "
            "العلمي, الحالة التعليمية, المرحلة الدراسية, الصف الدراسي, الالتحاق بالمدرسة, "
            "ملتحق بالمدرسة, القراءة والكتابة, الشهادة العلمية"
        ),
        "uk": phrases("рівень освіти, освіта, відвідує школу, клас навчання, письменність"),
        "ru": phrases(
            "уровень образования, образование, посещает школу, класс обучения, грамотность"
        ),
        "sw": phrases(
            "kiwango cha elimu, elimu, kiwango chako cha elimu, anasoma shule, anahudhuria "
            "shule, darasa analosoma, kujua kusoma"
        ),
        "tr": phrases("egitim durumu, egitim seviyesi, egitim duzeyi, okula devam, okuryazarlik"),
        "fa": phrases("سطح تحصیلات, تحصیلات, سواد"),
        "bn": phrases("শিক্ষাগত যোগ্যতা, শিক্ষা"),
        "so": phrases("heerka waxbarashada, waxbarasho"),
        "id": phrases("pendidikan, pendidikan terakhir, tingkat pendidikan"),
        "de": phrases("bildungsstand, schulabschluss, bildungsabschluss"),
        "it": phrases("titolo di studio, livello di istruzione"),
        "nl": phrases("opleidingsniveau, hoogste opleiding"),
        "ha": phrases("matakin ilimi"),
        "am": phrases("የትምህርት ደረጃ"),
    },
    whole_headers={
        "en": phrases("education, schooling, enrollment, enrolment, school enrolled, education cd"),
        "fr": phrases("education, instruction"),
        "es": phrases("educacion"),
        "pt": phrases("educacao, instrucao"),
        "ar": phrases("التعليم"),
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
    shape=r"\p{L}",
    answers=True,
)
