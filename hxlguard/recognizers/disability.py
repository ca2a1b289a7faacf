"""Disability of single people, Washington Group questions included."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="DISABILITY",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.HIGH,
    tags=phrases("#respondee+disability, #*+disabled-num, #*+disability-num, #*+pwd-num"),
    headers={
        "en": phrases(
            "disability, disabled, disability type, disability status, person with "
            "disability, special needs, specific needs, impairment, impaired, difficulty "
            "seeing, difficulty hearing, difficulty walking, difficulty remembering, "
            "difficulty concentrating, difficulty communicating, difficulty climbing, "
            "difficulty washing, difficulty dressing, self care difficulty, difficulty with "
            "self care, seeing difficulty, hearing difficulty, walking difficulty, "
            "remembering difficulty, communication difficulty, communicating difficulty, "
            "cognition difficulty, mobility difficulty, vision difficulty, washington "
            "group, wgq, wg ss, wgss, wg seeing, wg hearing, wg walking, wg vision, wg "
            "mobility, wg cognition, wg selfcare, wg communication, difficulties seeing, "
            "even if wearing glasses, hearing aid, wheelchair, blind, deaf, amputee, "
            "prosthesis, visual impairment, hearing impairment, functional difficulty, wg1, "
            "wg2, wg3, wg4, wg5, wg6, wgq1, wgq2, wgq3, wgq4, wgq5, wgq6"
        ),
        "fr": phrases(
            "handicap, situation de handicap, type de handicap, handicape, handicapee, "
            "difficulte a voir, difficulte a entendre, difficulte a marcher, difficultes a "
            "voir, difficultes a entendre, difficultes a marcher, difficulte a se souvenir, "
            "difficulte a communiquer, difficulte a se laver, besoins specifiques, "
            "deficience, invalidite, mobilite reduite, infirmite"
        ),
        "es": phrases(
            "discapacidad, tipo de discapacidad, persona con discapacidad, discapacitado, "
            "dificultad para ver, dificultad para oir, dificultad para caminar, dificultad "
            "para recordar, dificultad para comunicarse, necesidades especificas, necesidades "
            "especiales, deficiencia, movilidad reducida, capacidades diferentes, limitacion "
            "funcional"
        ),
        "pt": phrases(
            "deficiencia, tipo de deficiencia, pessoa com deficiencia, portador de "
            "deficiencia, dificuldade em ver, dificuldade em ouvir, dificuldade em andar, "
            "dificuldade em lembrar, dificuldade em comunicar, necessidades especiais, "
            "necessidades especificas, mobilidade reduzida, limitacao funcional"
        ),
        "ar": phrases(
            "الاعاقه, نوع الاعاقه, ذوي الاعاقة, معاق, احتياجات خاصة, ذوي الاحتياجات الخاصة, "
            "صعوبة في الرؤية, صعوبة في السمع, صعوبة في المشي, صعوبة في التذكر, صعوبة في "
            "التواصل, صعوبات في الحركة, شلل دماغي, متلازمة داون, طيف التوحد, بتر "
            "طرف"
        ),
        "uk": phrases(
            "інвалідність, група інвалідності, особа з інвалідністю, особливі потреби, "
            "труднощі із зором, труднощі зі слухом, труднощі з ходьбою, інвалід, особи з "
            "інвалідністю, дитина з інвалідністю, група інвал, порушення зору, порушення "
            "слуху, порушення опорно рухового апарату, втрата слуху, потреба в кріслі "
            "колісному"
        ),
        "ru": phrases(
            "инвалидность, группа инвалидности, лицо с инвалидностью, инвалид, особые "
            "потребности, трудности со зрением, трудности со слухом, трудности при ходьбе, "
            "лица с инвалидностью, дети инвалиды, ребенок с инвалидностью, люди с "
            "инвалидностью, овз, нарушение зрения, нарушение слуха, лвз, ограниченные "
            "возможности, степень инвалидности"
        ),
        "sw": phrases(
            "ulemavu, mlemavu, aina ya ulemavu, mahitaji maalum, ugumu wa kuona, ugumu wa "
            "kusikia, ugumu wa kutembea"
        ),
        "tr": phrases(
            "engellilik, engel durumu, engelli, ozel ihtiyac, engel oranı, engel türü, engel "
            "grubu, görme güçlüğü, işitme güçlüğü, yürüme güçlüğü, sağlık kurulu raporu, özel "
            "gereksinimli, özel gereksinim, tekerlekli sandalye ihtiyacı"
        ),
        "fa": phrases(
            "معلولیت, معلول, نوعیت معیوبیت, معیوب, معیوبیت, معیوبین, نیاز های خاص, نیازهای "
            "خاص, مشکل بینایی, مشکل شنوایی"
        ),
        "bn": phrases("প্রতিবন্ধিতা, প্রতিবন্ধী, বিশেষ চাহিদা"),
        "so": phrases(
            "naafonimo, naafo, nooca naafonimada, naafada, baahi gaar ah, baahida gaarka ah, "
            "itaal darro, naafanimo, naafonimada"
        ),
        "id": phrases(
            "disabilitas, penyandang disabilitas, difabel, kebutuhan khusus, penyandang cacat"
        ),
        "de": phrases(
            "behinderung, schwerbehinderung, schwerbehindert, pflegegrad, besonderer bedarf"
        ),
        "it": phrases("disabilita"),
        "nl": phrases("handicap, beperking"),
        "fil": phrases("kapansanan"),
        "ha": phrases("nakasa"),
        "am": phrases("አካል ጉዳት"),
        "ur": phrases("معذوری, معذور, معذوری کی قسم"),
        "ht": phrases("andikap, andikape, moun andikape, bezwen espesyal"),
        "ne": phrases("अपाङ्गता, अपाङ्गताको प्रकार, अपांगता, अपाङ्गता परिचयपत्र, अपाङ्गता परिचयपत्र नं"),
    },
    whole_headers={
        "en": phrases(
            "pwd, wg, seeing, hearing, walking, person with disability, has disability, pwds"
        ),
        "my": phrases("မသန်စွမ်း, မသန်စွမ်းမှု, မသန်စွမ်းသူ"),
        "zh": phrases("残疾, 残疾类型, 残疾等级, 是否残疾, 残疾情况"),
    },
    beside_people={
        "en": phrases(
            "assistive device, psn, self care, remembering, sn code, special needs, special "
            "educational needs, mobility"
        ),
        "fr": phrases("pbs, ebs, voir, entendre, handic, psh"),
        "es": phrases(
            "discap, oir, caminar, ayuda tecnica, pcd, ayuda tecnica requerida, porcentaje "
            "de discapacidad"
        ),
        "pt": phrases(
            "ouvir, tipo def, lembrar, nee, necessidades educativas especiais, necessidades "
            "especiais"
        ),
        "ar": phrases(
            "اصم, كفيف, معاقين, عدد المعاقين, عجز, شلل, كفيف اصم, توحد, ذهنية, حركية, بصرية, "
            "سمعية, احتياجات, الحركة, الرؤية, السمع, ادوات مساعدة, اطراف صناعية, كرسي متحرك, "
            "بتر"
        ),
        "tr": phrases("engel, özür, özürlü, özür durumu, özel durum, engeli, engelliler"),
        "uk": phrases(
            "інвал, інвалід 1 група, підгрупа, дцп, крісло колісне, пересування, люди з "
            "інвалідністю, зір, слух, ходьба, пам'ять, догляд, самообслуговування, "
            "допоміжні засоби, маломобільність, маломобільний, маломобільна особа"
        ),
        "ru": phrases(
            "инвал, инв, коляска, инвалидная коляска, зрение, память, самообслуживание, "
            "вспомогательные средства, справка об инвалидности, маломобильность, "
            "маломобильный"
        ),
        "sw": phrases("kuona, kusikia, kutembea, wlm, walemavu"),
        "so": phrases("curyaan, indhoole, dhagoole, araga, maqalka, socodka, curyaannimo"),
        "bn": phrases("দৃষ্টি, শ্রবণ, চলাচল"),
        "fa": phrases(
            "معلولین, نابینا, ناشنوا, بینایی, شنوایی, ذهنی, جسمی حرکتی, توان خواه, توانخواه, "
            "ویلچر, فلج"
        ),
        "ur": phrases("خصوصی ضروریات"),
        "ht": phrases("enfim, domaj"),
        "de": phrases("gdb, behindert, rollstuhl"),
        "id": phrases("cacat, abk"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "inclusion, inclusive, accessible, accessibility, organization, opd, grant amount"
        ),
    ),
    shape=r"\p{L}|^\s*(?:\d|-?[89]\d|-?[89]{3})(?:\.0)?\s*$",
    answers=True,
)
