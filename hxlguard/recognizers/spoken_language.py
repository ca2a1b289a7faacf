"""Languages that single people speak, which tell of their origin."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="SPOKEN_LANGUAGE",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=phrases("#respondee+language, #*+mother_tongue"),
    headers={
        "en": phrases(
            "spoken language, language spoken, languages spoken, main language, primary "
            "language, mother tongue, mothertongue, native language, first language, second "
            "language, home language, language at home, preferred language, language "
            "preference, language preferred, preferred spoken language, language of "
            "respondent, respondent language, language of communication, household language, "
            "language of interview, interview language, which language do you speak, speaks, "
            "dialect, patient language"
        ),
        "fr": phrases(
            "langue parlee, langues parlees, langue maternelle, langue principale, langue "
            "preferee, premiere langue, langue de communication, langue du repondant, langue "
            "de l'entretien, langue du menage, dialecte"
        ),
        "es": phrases(
            "idioma hablado, idiomas hablados, lengua materna, idioma materno, lengua "
            "hablada, idioma principal, idioma preferido, primera lengua, lengua indigena, "
            "idioma de la entrevista, habla idioma, dialecto"
        ),
        "pt": phrases(
            "lingua falada, linguas faladas, lingua materna, lingua principal, idioma "
            "preferido, idioma falado, primeira lingua, lingua da entrevista, dialeto"
        ),
        "ar": phrases(
            "اللغة الام, لغة الام, اللغة المحكية, اللغات المحكية, لغة التحدث, اللغة الاساسية, "
            "اللغة المفضلة, لغة المقابلة, اللهجة, ما لغتك"
        ),
        "uk": phrases(
            "рідна мова, мова спілкування, основна мова, якою мовою, мова інтерв'ю, якою "
            "мовою розмовляєте, розмовна мова"
        ),
        "ru": phrases(
            "родной язык, язык общения, основной язык, на каком языке, язык интервью, "
            "разговорный язык"
        ),
        "sw": phrases(
            "lugha ya mama, lugha anayozungumza, lugha ya kwanza, lugha kuu, lugha ya mahojiano"
        ),
        "tr": phrases(
            "ana dil, anadili, konusulan dil, konustugu dil, tercih edilen dil, bildiği "
            "diller, konuştuğu diller"
        ),
        "fa": phrases("زبان مادری, زبان گفتاری, زبان تکلم, لسان مادری"),
        "bn": phrases("মাতৃভাষা, কথ্য ভাষা"),
        "so": phrases("luqadda hooyo, afka hooyo, luqadda uu ku hadlo, afka uu ku hadlo"),
        "id": phrases("bahasa ibu, bahasa sehari hari"),
        "de": phrases("muttersprache"),
        "it": phrases("lingua madre"),
        "nl": phrases("moedertaal"),
        "ur": phrases("مادری زبان"),
        "ht": phrases("lang manman, lang pale"),
    },
    whole_headers={
        "en": phrases("language, languages, lang, mother tongue"),
        "fr": phrases("langue, langues"),
        "es": phrases("idioma, idiomas"),
        "pt": phrases("lingua, idioma"),
        "ar": phrases("اللغة, لغة"),
        "uk": phrases("мова"),
        "ru": phrases("язык"),
        "sw": phrases("lugha"),
        "tr": phrases("dil"),
        "fa": phrases("زبان"),
        "bn": phrases("ভাষা"),
        "my": phrases("ဘာသာစကား, မိခင်ဘာသာစကား"),
        "zh": phrases("母语, 语言"),
    },
    beside_people={
        "en": phrases("interpreter needed, tongue"),
        "fr": phrases("besoin d'interprete, langue mat"),
        "es": phrases(
            "requiere interprete, leng, habla, lengua, idiomas que habla, idioma que habla"
        ),
        "pt": phrases("precisa de interprete, fala, linguas"),
        "tr": phrases("anadil, dili, diller, lisan, tercüman ihtiyacı, tercüman dili, yabancı dil"),
        "so": phrases("luqadda, luqad, afka"),
        "ar": phrases("لغة التواصل, لغة المستفيد, اللغات, يتحدث, اللغة المستخدمة"),
        "uk": phrases("мови, мова заявника, потрібен переклад, перекладач, володіння мовами"),
        "ru": phrases("языки, нужен переводчик, владение языками, знание языков, родной"),
        "sw": phrases("lugha anayoelewa, lugha anazozungumza, lugha za mawasiliano"),
        "bn": phrases("কথা বলার ভাষা"),
        "fa": phrases("لسان, زبان ها, زبان مکالمه, گویش"),
        "de": phrases("sprache, sprachen, sprachkenntnisse, dolmetscher, dolmetscher benötigt"),
        "id": phrases("bahasa, bahasa daerah"),
        "ne": phrases("मातृभाषा, भाषा"),
    },
    needs_people=True,
    unless=(
        *COUNTED,
        *phrases(
            "programming, language code, iso, source language, target language, form "
            "language, default language, language version, file, document, website, "
            "interface, family, script, endangered, data set, dataset, publication, "
            "speakers"
        ),
    ),
    shape=r"\p{L}",
)
