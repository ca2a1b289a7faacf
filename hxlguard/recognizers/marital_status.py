"""Marital status of single people."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="MARITAL_STATUS",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=phrases("#respondee+marital, #*+marital_status, #*+marital"),
    headers={
        "en": phrases(
            "marital status, marital, civil status, married, widow, widowed, widower, "
            "divorced, marriage status, relationship status, matrimonial status, are you "
            "married"
        ),
        "fr": phrases(
            "etat civil, situation matrimoniale, statut matrimonial, etat matrimonial, "
            "situation familiale, veuve, veuf, marie, mariee, situation conjugale"
        ),
        "es": phrases(
            "estado civil, viuda, viudo, estado conyugal, situacion conyugal, casada, casado"
        ),
        "pt": phrases(
            "estado civil, viuva, viuvo, situacao conjugal, casada, casado, estado conjugal"
        ),
        "ar": phrases(
            "الحاله الاجتماعيه, الحاله الزوجيه, الحالة المدنية, الوضع العائلي, ارمله, ارمل, "
            "متزوج, متزوجة, الحالة العائلية, الوضع الزوجي"
        ),
        "uk": phrases(
            "сімейний стан, вдова, вдівець, одружений, заміжня, шлюбний стан, родинний стан, "
            "сімейний статус"
        ),
        "ru": phrases(
            "семейное положение, вдова, вдовец, женат, замужем, семейный статус, брачный "
            "статус, семейное состояние"
        ),
        "sw": phrases("hali ya ndoa, mjane, umeoa, umeolewa, ameoa, ameolewa"),
        "tr": phrases("medeni hal, medeni durum, dul, evlilik durumu, medeni hali"),
        "fa": phrases("وضعیت تاهل, حالت مدنی, حالت تاهل, وضعیت ازدواج"),
        "bn": phrases("বৈবাহিক অবস্থা"),
        "so": phrases("xaaladda guurka, xaaladda qoyska guurka, xaalada guurka"),
        "id": phrases("status perkawinan, status pernikahan, status kawin, status nikah"),
        "de": phrases("familienstand"),
        "it": phrases("stato civile"),
        "nl": phrases("burgerlijke staat"),
        "fil": phrases("katayuang sibil"),
        "ha": phrases("matsayin aure"),
        "am": phrases("የጋብቻ ሁኔታ"),
        "ur": phrases("ازدواجی حیثیت"),
        "ht": phrases("eta sivil, sitiyasyon matrimonyal"),
        "ne": phrases("वैवाहिक स्थिति, वैवाहिक अवस्था"),
    },
    whole_headers={
        "en": phrases("marital, mstatus"),
        "my": phrases("အိမ်ထောင်ရေး, အိမ်ထောင်ရေးအခြေအနေ, အိမ်ထောင်"),
        "zh": phrases("婚姻状况, 婚姻狀況, 婚否"),
    },
    beside_people={
        "en": phrases("m status, mar status, marit status"),
        "fr": phrases("sit mat, sit matrim, sit fam, etat matr"),
        "es": phrases("e civil, edo civil, union libre"),
        "pt": phrases("sit conjugal"),
        "ar": phrases(
            "الوضع الاجتماعي, أعزب, عزباء, عازب, مطلقة, مطلق, أرامل, مهجورة, تاريخ الزواج, "
            "عدد الزوجات, منفصلة"
        ),
        "tr": phrases("evli, bekar, boşanmış, medeni, evli bekar, evlilik tarihi, evlenme tarihi"),
        "uk": phrases("сім стан, розлучена, розлучений, неодружений, незаміжня, шлюб, одружена"),
        "ru": phrases("сем положение, разведен, разведена, холост, брак, семейное"),
        "sw": phrases("ndoa, hajaoa, talaka, ameachika, wajane, h ndoa"),
        "so": phrases("guurka, xaas leh, garoob, carmal, doob"),
        "bn": phrases("বিবাহিত, অবিবাহিত, বিধবা, তালাকপ্রাপ্ত, বিবাহ, বৈবাহিক"),
        "fa": phrases("متاهل, مجرد, بیوه, تاهل, زن بیوه"),
        "ur": phrases("شادی شدہ, بیوہ"),
        "ht": phrases("marye, selibatè, vèf"),
        "de": phrases("ledig, verheiratet, zivilstand, fam stand"),
        "id": phrases("status kwn, kawin, janda, duda, perkawinan"),
    },
    unless=(*COUNTED, *phrases("law, amendment, act, bill, policy, counselling, dispute, rape")),
    shape=r"\S",
    answers=True,
)
