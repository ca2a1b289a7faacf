"""Occupation, job title and role at work of single people."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="OCCUPATION",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=phrases("#*+occupation, #*+profession, #*+job, #respondee+livelihood"),
    headers={
        "en": phrases(
            "occupation, occupations, main occupation, profession, professional title, job, "
            "job title, job role, job position, job description, job function, type of work, "
            "kind of work, work type, work title, current work, line of work, what work do "
            "you do, livelihood of respondent, main livelihood, trade or profession, "
            "designation, staff position, position title, title of position, employee title, "
            "role title, position held, function of staff, current job, vocation, military "
            "rank, rank and unit, employment, employment type, what is your job, functional "
            "title"
        ),
        "fr": phrases(
            "profession, metier, occupation, emploi, fonction, poste, poste occupe, intitule "
            "du poste, titre du poste, activite professionnelle, activite principale du chef, "
            "quel est votre metier, grade militaire"
        ),
        "es": phrases(
            "ocupacion, profesion, oficio, empleo, puesto, puesto de trabajo, trabajo actual, "
            "tipo de trabajo, actividad laboral, en que trabaja"
        ),
        "pt": phrases(
            "ocupacao, profissao, oficio, emprego, funcao, posto de trabalho, trabalho atual, "
            "tipo de trabalho"
        ),
        "ar": phrases(
            "المهنة, الوظيفة, العمل, المسمى الوظيفي, طبيعة العمل, نوع العمل, المنصب, مهنتك, عملك"
        ),
        "uk": phrases(
            "професія, посада, рід занять, місце роботи та посада, ким працюєте, зайнятість"
        ),
        "ru": phrases(
            "профессия, должность, род занятий, место работы и должность, кем работаете, занятость"
        ),
        "sw": phrases("kazi, kazi yako, taaluma, wadhifa, cheo, aina ya kazi"),
        "tr": phrases(
            "meslek, mesleginiz, unvan, gorev, işi mesleği, çalışma durumu, istihdam durumu, "
            "çalışıyor mu"
        ),
        "fa": phrases("شغل, وظیفه, حرفه"),
        "bn": phrases("পেশা"),
        "so": phrases("shaqada, xirfadda"),
        "id": phrases("pekerjaan, jabatan, profesi, mata pencaharian"),
        "de": phrases("beruf, tatigkeit, berufsbezeichnung"),
        "it": phrases("professione, occupazione, mestiere"),
        "nl": phrases("beroep, functie"),
        "fil": phrases("hanapbuhay, trabaho"),
        "ha": phrases("sana'a"),
        "am": phrases("ስራ, ሥራ"),
        "ne": phrases("पेशा"),
    },
    of_people={
        "en": phrases("position, rank, job, occupation, profession"),
    },
    whole_headers={
        "en": phrases("work, job, role at work, employment, jobtitle, occupation code"),
        "fr": phrases("travail"),
        "es": phrases("trabajo, cargo"),
        "pt": phrases("trabalho, cargo"),
        "ar": phrases("العمل"),
        "uk": phrases("робота"),
        "ru": phrases("работа"),
        "my": phrases("ရာထူး, တာဝန်"),
        "zh": phrases("职业, 职务, 职位, 工作单位及职务, 職業"),
    },
    beside_people={
        "fr": phrases("moyen de subsistance, activite economique, prof, activite principale"),
        "en": phrases("occ, livelihood, position"),
        "es": phrases("ocup, actividad economica, labor, a que se dedica"),
        "pt": phrases("actividade principal, fonte de sustento, actividade profissional"),
        "tr": phrases("mesleği, görevi, unvanı, işi, mesl, çalışma, ne iş yapıyor"),
        "so": phrases("mihnadda, shaqo, shaqeeya, xirfad, jagada, farsamada"),
        "ur": phrases("پیشہ, ملازمت, کام, عہدہ"),
        "ht": phrases("metye, pwofesyon, okipasyon, travay, djòb"),
        "ar": phrases("يعمل, هل يعمل, الصفة, المهارة, المهارات"),
        "uk": phrases("працює, проф, фах, спеціальність, спец, вид діяльності"),
        "ru": phrases(
            "работает, чем занимается, вид деятельности, деятельность, род деятельности, "
            "должн, навыки"
        ),
        "sw": phrases("ajira, shughuli, shughuli yake, ujuzi"),
        "bn": phrases("কাজ, পদবী, কর্মসংস্থান, কাজের ধরন"),
        "fa": phrases("کار, کسب, پیشه, سمت, بست, مهارت, کسب و کار"),
        "de": phrases("arbeit, stelle, funktion, beschäftigung, tätigkeiten"),
        "id": phrases("kerja, pek"),
        "my": phrases("အလုပ်အကိုင်, အလုပ်"),
        "zh": phrases("工作, 工种"),
    },
    needs_people=True,
    unless=(
        *COUNTED,
        *phrases(
            "reference, work order, work plan, workplan, work stream, job id, job number, jobs "
            "created, batch job, cron, job status, number of jobs, job run, employment "
            "rate, job creation, project, organization, date, work permit, emploi du temps, "
            "land occupation, function of site, post code, poste de sante, function name, "
            "user, cargo vessel, cargo type, vessel, ship, commodity"
        ),
    ),
    softened_by=phrases("title"),
    shape=r"\p{L}|^\s*\d(?:\.0)?\s*$",
)
