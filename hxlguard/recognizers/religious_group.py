"""Religion or belief (GDPR article 9)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="RELIGIOUS_GROUP",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=phrases("#*+religion, #*+religious, #*+faith"),
    headers={
        "en": phrases(
            "religion, religious group, religious affiliation, religious belief, religious, "
            "faith, denomination, church membership, religious denomination"
        ),
        "fr": phrases(
            "religion, confession, appartenance religieuse, croyance, confession religieuse, culte"
        ),
        "es": phrases(
            "religion, credo, creencia religiosa, confesion religiosa, afiliacion religiosa"
        ),
        "pt": phrases("religiao, crenca religiosa, confissao religiosa, filiacao religiosa"),
        "ar": phrases(
            "الديانه, الدين, الطائفه, المذهب, المعتقد, الانتماء الديني, الخلفية الدينية, "
            "المكون الديني"
        ),
        "uk": phrases(
            "релігія, віросповідання, конфесія, релігійна приналежність, релігійні "
            "переконання, релігійна громада"
        ),
        "ru": phrases(
            "религия, вероисповедание, конфессия, религиозная принадлежность, религиозные "
            "убеждения, вера исповедание"
        ),
        "sw": phrases("dini, dini yako, madhehebu, dhehebu"),
        "tr": phrases("din, mezhep, dini inanc"),
        "fa": phrases("دین, مذهب"),
        "bn": phrases("ধর্ম"),
        "so": phrases("diin, diinta"),
        "id": phrases("agama, kepercayaan"),
        "de": phrases("religionszugehorigkeit, konfession"),
        "it": phrases("religione, confessione religiosa"),
        "nl": phrases("godsdienst, geloof, religie"),
        "fil": phrases("relihiyon"),
        "ha": phrases("addini"),
        "am": phrases("ሃይማኖት"),
    },
    beside_people={
        "en": phrases("relig, sect"),
        "fr": phrases("eglise"),
        "es": phrases("iglesia"),
        "pt": phrases("igreja"),
        "tr": phrases("mezhebi, inancı, inanç"),
        "ur": phrases("مذہب, فرقہ, مسلک"),
        "de": phrases("glaubensrichtung, glaube, konf"),
        "ar": phrases("ملة"),
        "uk": phrases("віра, віруючий, церква"),
        "ru": phrases("вера, верующий, конфессиональность, религ"),
        "sw": phrases("imani"),
        "so": phrases("madhabka, diintiisa"),
        "fa": phrases("عقیده, فرقه"),
        "ht": phrases("legliz"),
        "id": phrases("agm, keyakinan"),
        "my": phrases("ဘာသာ"),
    },
    whole_headers={
        "ht": phrases("relijyon"),
        "my": phrases("ကိုးကွယ်သည့်ဘာသာ, ကိုးကွယ်ရာဘာသာ"),
        "zh": phrases("宗教, 宗教信仰, 信仰"),
        "ne": phrases("धर्म"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "religious leader, religious leaders, religious site, religious building, faith "
            "based, religious institution, school, leader, organization, good faith, date"
        ),
    ),
    doubtful=phrases("denomination"),
    shape=r"\p{L}|^\s*-?\d{1,2}(?:\.0)?\s*$",
    answers=True,
)
