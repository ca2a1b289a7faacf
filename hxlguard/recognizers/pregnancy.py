"""Pregnancy, birth and breastfeeding of single people (GDPR article 9, health)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="PREGNANCY",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.HIGH,
    tags=phrases("#*+pregnant-num, #*+lactating-num, #*+plw-num"),
    headers={
        "en": phrases(
            "pregnant, pregnancy, pregnancy status, is pregnant, lactating, breastfeeding, "
            "breast feeding, plw, pregnant or lactating, gestational age, weeks pregnant, "
            "trimester, expected delivery date, edd, last menstrual period, lmp, "
            "menstruation, menstrual, gravida, parity, antenatal visit, anc visit, "
            "miscarriage, abortion, stillbirth, contraceptive use, contraception, family "
            "planning method, mode of delivery"
        ),
        "fr": phrases(
            "enceinte, grossesse, femme enceinte, allaitante, allaitement, fefa, date prevue "
            "d'accouchement, fausse couche, avortement, contraception, dernieres regles, age "
            "gestationnel, lieu d'accouchement"
        ),
        "es": phrases(
            "embarazada, embarazo, gestante, lactante, lactancia, semanas de gestacion, fecha "
            "probable de parto, aborto, anticonceptivo, metodo de planificacion familiar, "
            "menstruacion, puerpera, edad gestacional"
        ),
        "pt": phrases(
            "gravida, gravidez, gestante, lactante, amamentacao, amamentando, semanas de "
            "gestacao, aborto, contraceptivo, menstruacao, idade gestacional, aleitamento "
            "materno"
        ),
        "ar": phrases(
            "حامل, الحمل, مرضع, مرضعة, رضاعة, حامل او مرضع, اجهاض, وسيلة تنظيم الاسرة, اخر "
            "دورة شهرية, حوامل, مرضعات, موعد الولادة المتوقع, "
            "تاريخ الولادة المتوقع, آخر دورة, تاريخ اخر طمث, نساء حوامل, نوع الولادة"
        ),
        "uk": phrases(
            "вагітна, вагітність, годуюча, годує груддю, термін вагітності, вагітні, тиждень "
            "вагітності, мати що годує, очікувана дата пологів"
        ),
        "ru": phrases(
            "беременная, беременность, беременна, кормящая, кормит грудью, срок беременности, "
            "беременные, неделя беременности, предполагаемая дата родов, кормящие матери"
        ),
        "sw": phrases(
            "mjamzito, ujauzito, mimba, ananyonyesha, anayenyonyesha, wajawazito, tarehe ya "
            "kujifungua, wanaonyonyesha, hedhi ya mwisho"
        ),
        "tr": phrases(
            "hamile, hamilelik, gebe, gebelik, emziren, emziriyor mu, emzikli, tahmini doğum "
            "tarihi, son adet tarihi"
        ),
        "fa": phrases("حامله, باردار, شیرده, شیر ده, حاملگی, بارداری, تاریخ احتمالی ولادت"),
        "bn": phrases("গর্ভবতী, স্তন্যদানকারী, দুগ্ধদানকারী, দুগ্ধদানকারী মা, গর্ভাবস্থা, প্রসবের তারিখ"),
        "so": phrases(
            "uur leh, hooyo nuujisa, xaamilo, uurka leh, hooyada uurka leh, nuujisa, "
            "hooyooyinka uurka leh, hooyo nuujineysa, naas nuujinta, uur ma leedahay, uur "
            "ma leedahay hooyadu"
        ),
        "ur": phrases("حاملہ, دودھ پلانے والی"),
        "ht": phrases("ansent, fanm ansent, bay tete, fanm k ap bay tete"),
        "de": phrases("schwanger, schwangerschaft, stillend"),
        "id": phrases("ibu hamil, menyusui, ibu menyusui, kehamilan, usia kehamilan"),
        "ne": phrases("गर्भवती, गर्भवती महिला"),
    },
    beside_people={
        "es": phrases("control prenatal, emb, gest, fum, fpp"),
        "pt": phrases("pre natal, grav, dum, dpp"),
        "en": phrases("pbw, plwg, anc visits, ga weeks"),
        "fr": phrases("fe fa, enc, ddr, dpa, cpn"),
        "ar": phrases(
            "رضيع, حوامل ومرضعات, ولادة, عدد مرات الحمل, قيصرية, عدد الولادات, موعد الولادة"
        ),
        "tr": phrases("hamileler, gebeler, emzirme, lohusa, doğum şekli"),
        "uk": phrases("пологи, годує, годуючі, тижнів, пдр"),
        "ru": phrases("роды, кормит, кормящие, недель, аборт"),
        "sw": phrases("anyonyesha, kunyonyesha, kujifungua, mja mzito, uzazi"),
        "so": phrases("uur, uurka, nuujin, umusha, dhalmo, naasnuujin"),
        "bn": phrases("গর্ভকাল, প্রসূতি, গর্ভ"),
        "fa": phrases("ولادت, زایمان"),
        "ur": phrases("زچگی"),
        "ht": phrases("gwosès, akouchman, nouris"),
        "de": phrases("entbindung, stillt, ssw"),
        "id": phrases("hamil, bumil, busui, hpht, hpl"),
    },
    whole_headers={
        "my": phrases("ကိုယ်ဝန်ဆောင်, နို့တိုက်မိခင်, ကိုယ်ဝန်"),
        "zh": phrases("怀孕, 孕妇, 是否怀孕, 哺乳期, 孕周"),
    },
    unless=(*COUNTED, *phrases("gender parity, parity index, program, activity, kit")),
    shape=r"\p{L}|^\s*\d(?:\.0)?\s*$|^\s*[1-4]\d\s*$|\d[-/.]\d{1,2}[-/.]\d",
    answers=True,
)
