"""Arrest, detention, convictions and missing people (GDPR article 10; ISPs)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="DETENTION",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=phrases(
        "#*+detained-num, #*+detention-num, #respondee+abducted, #*+arrested-num, #*+missing-num"
    ),
    headers={
        "en": phrases(
            "detention, detained, detainee, detention status, place of detention, date of "
            "detention, arrest, arrested, date of arrest, imprisoned, imprisonment, prison, "
            "prisoner, jail, criminal record, conviction, convicted, offence, offense, "
            "charges, sentence length, abducted, abduction, kidnapped, kidnapping, hostage, "
            "missing person, enforced disappearance, disappeared, prisoner of war, released "
            "from detention, court case, police record, police report, ransom, abductee"
        ),
        "fr": phrases(
            "detention, detenu, detenue, lieu de detention, date de detention, arrestation, "
            "arrete, date d'arrestation, prison, prisonnier, casier judiciaire, condamnation, "
            "infraction, enleve, enlevement, personne disparue, disparition forcee, otage, "
            "kidnappe, garde a vue, rancon, disparu"
        ),
        "es": phrases(
            "detencion, detenido, detenida, lugar de detencion, fecha de detencion, arresto, "
            "arrestado, carcel, prision, preso, antecedentes penales, condena, delito, "
            "secuestro, secuestrado, persona desaparecida, desaparicion forzada, rehen, "
            "privado de libertad, desaparecido"
        ),
        "pt": phrases(
            "detencao, detido, detida, local de detencao, data de detencao, prisao, preso, "
            "registo criminal, antecedentes criminais, condenacao, crime, raptado, rapto, "
            "sequestro, pessoa desaparecida, recluso, privado de liberdade"
        ),
        "ar": phrases(
            "اعتقال, معتقل, الاعتقال, الاحتجاز, محتجز, مكان الاحتجاز, تاريخ الاعتقال, السجن, "
            "سجين, اسير, مفقود, المفقودين, اختطاف, مخطوف, اخفاء قسري, سجل جنائي, حكم قضائي, "
            "معتقلين, موقوف, تاريخ التوقيف, مكان التوقيف, سبب التوقيف, تاريخ الإفراج, تاريخ "
            "الخطف, تاريخ الفقدان, الفقدان, مختطف, مغيب قسرا, مخفي قسرا, حالة الإفراج, التهمة "
            "الموجهة, مدة الحكم, رقم الزنزانة"
        ),
        "uk": phrases(
            "затримання, затриманий, ув'язнення, в'язень, місце утримання, арешт, полон, "
            "військовополонений, зниклий безвісти, викрадення, судимість, зниклий безвісті, "
            "зниклі безвісти, дата зникнення, місце зникнення, заручник, дата звільнення з "
            "полону, депортований, кримінальна справа, ув'язнений, незаконне позбавлення "
            "волі, позбавлення волі, примусово депортований"
        ),
        "ru": phrases(
            "задержание, задержан, заключение под стражу, заключенный, место содержания, "
            "арест, плен, военнопленный, пропавший без вести, похищение, судимость, дата "
            "задержания, основание задержания, дата исчезновения, место исчезновения, "
            "заложник, депортирован, уголовное дело, лишение свободы, дата ареста, место "
            "задержания, лишен свободы, освобожден из плена, срок заключения"
        ),
        "sw": phrases(
            "kizuizini, mahabusu, amekamatwa, kukamatwa, mfungwa, gereza, alitekwa, "
            "aliyetekwa, aliyepotea, alifungwa, waliopotea, ametekwa, watu waliopotea, "
            "aliyetoweka, amepotea, kifungo, amefungwa"
        ),
        "tr": phrases(
            "gozalti, gozaltina alinma, tutuklu, cezaevi, sabika kaydi, kayip kisi, "
            "tutuklanma, tutuklama, tutuklama tarihi, kayıp şahıs, kayıp yakını, hükümlü, "
            "geri gönderme merkezi, mahkumiyet, adli sicil, sınır dışı kararı, kaçırılma, "
            "kaçırılan"
        ),
        "fa": phrases(
            "بازداشت, زندانی, گم شده, محبوس, دستگیر, تاریخ دستگیری, لادرک, ربوده شده, سابقه "
            "کیفری, سوابق کیفری, توقیف, گمشده, تاریخ رهایی"
        ),
        "bn": phrases("আটক, গ্রেফতার"),
        "so": phrases(
            "xirnaan, la xiray, xabsi, afduub, taariikhda xirnaanta, maxbuus, sababta "
            "xirnaanta, xiran"
        ),
        "ur": phrases("گرفتاری, لاپتہ"),
        "ht": phrases("prizonye, arestasyon, kidnapin, moun ki disparèt, disparèt"),
        "de": phrases(
            "inhaftierung, verhaftung, inhaftiert, vermisst, vermisste person, abschiebung"
        ),
        "id": phrases("ditahan, penahanan, narapidana, orang hilang"),
    },
    beside_people={
        "es": phrases(
            "fecha de liberacion, liberado, fecha de captura, celda, modulo celda, fecha de "
            "detencion, malos tratos, alegacion de malos tratos"
        ),
        "en": phrases(
            "release date, lawyer, has lawyer, legal aid, ill treatment, ill treatment alleged"
        ),
        "fr": phrases("date liberation, libere, cellule de detention, mauvais traitements"),
        "pt": phrases("libertado"),
        "ar": phrases(
            "التهمة, الحكم, المحكمة, موقوفين, الجهة الموقوف لديها, المحامي, اسم المحامي, "
            "تاريخ الاختفاء, اسرى"
        ),
        "tr": phrases(
            "cezaevinde, suçu, suç, kayıp, mahkeme, avukat, ggm, tutukluluk, dava, deport kararı"
        ),
        "uk": phrases(
            "зниклий, вирок, суд, адвокат, звільнений, полонені, дата полону, судим, обвинувачення"
        ),
        "ru": phrases("пропавший, приговор, освобожден, обвинение, дата освобождения"),
        "sw": phrases("kosa, hukumu, mahakama, jela, kutoweka, dhamana"),
        "so": phrases("xabsiga, dambiga, maxkamad, xukun, xukunka, qafaal"),
        "bn": phrases("নিখোঁজ, অপহরণ, কারাগার, বন্দী, গ্রেপ্তার, মামলা, আদালত, সাজা, জেল, মামলা নং"),
        "fa": phrases("زندان, محبس, جرم, اتهام, حبس, وکیل مدافع, محکومیت, دادگاه, مدت حبس"),
        "ur": phrases("جیل, مقدمہ"),
        "ht": phrases("prizon, arete, depòtasyon"),
        "de": phrases("haft, strafe, delikt, gefängnis"),
        "id": phrases("hilang, lapas, hukuman"),
    },
    whole_headers={
        "zh": phrases("拘留, 逮捕, 失踪, 失踪日期, 犯罪记录"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "training, detention center name, prison name, prison population, retention, court name"
        ),
    ),
    shape=r"\p{L}|^\s*\d(?:\.0)?\s*$|\d[-/.]\d{1,2}[-/.]\d",
    answers=True,
)
