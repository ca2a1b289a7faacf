"""Sexual life, orientation and gender identity (GDPR article 9)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="SEXUAL_LIFE",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=phrases("#*+sogi, #*+sogiesc, #*+lgbt, #*+lgbtq, #*+lgbtqi"),
    headers={
        "en": phrases(
            "sexual orientation, gender identity, sogi, sogiesc, lgbt, lgbtq, lgbtqi, "
            "lgbtqia, transgender, intersex, non binary, homosexual, gay, lesbian, bisexual, "
            "msm, sex worker, sex work, transactional sex, sexual partner, sexual partners, "
            "sexually active, sexual activity, sexual behaviour, sexual behavior, sexual "
            "history, sti, std, condom use, same sex, lgbti, gender expression"
        ),
        "fr": phrases(
            "orientation sexuelle, identite de genre, transgenre, intersexe, homosexuel, "
            "homosexuelle, vie sexuelle, partenaires sexuels, travailleuse du sexe, ist, "
            "rapports sexuels, minorite sexuelle"
        ),
        "es": phrases(
            "orientacion sexual, identidad de genero, transgenero, intersexual, homosexual, "
            "vida sexual, parejas sexuales, trabajadora sexual, its, diversidad sexual, "
            "relaciones sexuales, lgbtiq"
        ),
        "pt": phrases(
            "orientacao sexual, identidade de genero, transgenero, intersexo, homossexual, "
            "vida sexual, parceiros sexuais, trabalhadora do sexo, dst, relacoes sexuais"
        ),
        "ar": phrases(
            "الميل الجنسي, التوجه الجنسي, الهوية الجندرية, الهوية الجنسية, متحول جنسيا, "
            "الحياة الجنسية, النشاط الجنسي, مثلي الجنس, العلاقات الجنسية, العلاقة الجنسية, "
            "عاملة جنس, وسائل منع الحمل المستخدمة"
        ),
        "uk": phrases(
            "сексуальна орієнтація, гендерна ідентичність, лгбт, трансгендер, статеве життя, "
            "секс працівниця, лгбтк, лгбтікю, сексуальні партнери, секс партнери, "
            "використання презерватива, метод контрацепції, чсч, пср, лвін"
        ),
        "ru": phrases(
            "сексуальная ориентация, гендерная идентичность, лгбт, трансгендер, половая "
            "жизнь, секс работница, мсм, половые партнеры, половой партнер, использование "
            "презерватива, метод контрацепции, секс работник"
        ),
        "sw": phrases(
            "mwelekeo wa kijinsia, utambulisho wa kijinsia, shoga, mahusiano ya kingono, "
            "wapenzi wa jinsia moja, matumizi ya kondomu, uzazi wa mpango "
            "njia, wafanyabiashara wa ngono"
        ),
        "tr": phrases(
            "cinsel yonelim, cinsiyet kimligi, cinsel yasam, cinsel yönelimi, cinsel kimlik, "
            "seks işçisi, cinsel ilişki, doğum kontrol yöntemi"
        ),
        "fa": phrases(
            "گرایش جنسی, هویت جنسیتی, رابطه جنسی, همجنسگرا, تراجنسیتی, فعالیت جنسی, روابط "
            "جنسی, وسیله جلوگیری از بارداری"
        ),
        "bn": phrases("যৌন অভিমুখিতা, যৌন পরিচয়, লিঙ্গ পরিচয়, তৃতীয় লিঙ্গ, জন্মনিয়ন্ত্রণ পদ্ধতি"),
        "so": phrases("dareenka jinsiga, galmada, xiriirka galmada, qorsheynta qoyska habka"),
        "ur": phrases("جنسی رجحان, خواجہ سرا"),
        "ht": phrases("oryantasyon seksyèl, idantite seksyèl"),
        "de": phrases("sexuelle orientierung, geschlechtsidentität"),
        "id": phrases("orientasi seksual, identitas gender, metode kb, alat kontrasepsi"),
    },
    beside_people={
        "en": phrases("kp type"),
        "fr": phrases("orient sexuelle"),
        "es": phrases("hsh"),
        "ar": phrases("وسيلة منع الحمل, منع الحمل, الواقي الذكري"),
        "tr": phrases("doğum kontrolü, korunma yöntemi, trans"),
        "uk": phrases("контрацепція, орієнтація"),
        "ru": phrases("контрацепция, ориентация, лгбти, ключевая группа, путь передачи"),
        "sw": phrases("njia ya uzazi wa mpango, kondomu"),
        "so": phrases("kala korinta, galmo"),
        "bn": phrases("হিজড়া, পরিবার পরিকল্পনা পদ্ধতি, জন্মনিয়ন্ত্রণ"),
        "fa": phrases("ترنس, تنظیم خانواده"),
    },
    whole_headers={
        "zh": phrases("性取向, 性别认同, 避孕方式"),
    },
    unless=(*COUNTED, *phrases("training")),
    shape=r"\p{L}|^\s*-?\d{1,2}(?:\.0)?\s*$",
    answers=True,
)
