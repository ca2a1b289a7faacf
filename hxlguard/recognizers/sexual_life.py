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
            "lgbtqia, transgender, intersex, non binary, homosexual, gay, lesbian, "
            "bisexual, msm, sex worker, sex work, transactional sex, sexual partner, sexual "
            "partners, sexually active, sexual activity, sexual behaviour, sexual behavior, "
            "sexual history, sti, std, condom use, same sex"
        ),
        "fr": phrases(
            "orientation sexuelle, identite de genre, transgenre, intersexe, homosexuel, "
            "homosexuelle, vie sexuelle, partenaires sexuels, travailleuse du sexe, ist"
        ),
        "es": phrases(
            "orientacion sexual, identidad de genero, transgenero, intersexual, homosexual, "
            "vida sexual, parejas sexuales, trabajadora sexual, its"
        ),
        "pt": phrases(
            "orientacao sexual, identidade de genero, transgenero, intersexo, homossexual, "
            "vida sexual, parceiros sexuais, trabalhadora do sexo, dst"
        ),
        "ar": phrases(
            "الميل الجنسي, التوجه الجنسي, الهوية الجندرية, الهوية الجنسية, متحول جنسيا, "
            "الحياة الجنسية, النشاط الجنسي"
        ),
        "uk": phrases(
            "сексуальна орієнтація, гендерна ідентичність, лгбт, трансгендер, статеве "
            "життя, секс працівниця"
        ),
        "ru": phrases(
            "сексуальная ориентация, гендерная идентичность, лгбт, трансгендер, половая "
            "жизнь, секс работница"
        ),
        "sw": phrases("mwelekeo wa kijinsia, utambulisho wa kijinsia, shoga, mahusiano ya kingono"),
        "tr": phrases("cinsel yonelim, cinsiyet kimligi, cinsel yasam"),
        "fa": phrases("گرایش جنسی, هویت جنسیتی"),
        "bn": phrases("যৌন অভিমুখিতা"),
        "so": phrases("dareenka jinsiga"),
    },
    unless=(*COUNTED, *phrases("training")),
    shape=r"\p{L}|^\s*-?\d{1,2}(?:\.0)?\s*$",
    answers=True,
)
