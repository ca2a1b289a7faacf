"""Protection cases of single people: gender-based violence, exploitation, detention, children."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="PROTECTION_CASE",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=phrases("#*+gbv-num, #*+sea-num, #*+survivor, #*+psea-num, #*+uasc-num, #*+sgbv-num"),
    headers={
        "en": phrases(
            "survivor, survivor code, gbv, gbv incident, gbv type, gbv case, sgbv, sea, psea, "
            "sea case, sea allegation, allegation, type of violence, violence type, type of "
            "abuse, abuse type, protection incident, protection incidents, protection "
            "concern, protection concerns, protection risk, protection need, protection "
            "needs, child protection concern, incident type of case, case of abuse, abuse, "
            "abused, abuser, perpetrator, alleged perpetrator, neglect, exploitation, sexual "
            "exploitation, sexual violence, sexual abuse, sexual assault, physical assault, "
            "psychological abuse, domestic violence, intimate partner violence, ipv, rape, "
            "raped, sexual harassment, harassment, trafficking, human trafficking, victim of "
            "trafficking, forced marriage, child marriage, early marriage, married before 18, "
            "fgm, female genital mutilation, honour killing, torture, tortured, victim, "
            "witness of violence, separated child, separated children, unaccompanied, "
            "unaccompanied child, unaccompanied minor, uasc, uam, missing child, child "
            "labour, child labor, working child, worst forms of child labour, best interest "
            "determination, best interest assessment, bia, bid, case management, case worker "
            "notes, case type, case category, case status, case plan, case closure, referral "
            "reason, reason for referral, referred for, referred to, service referred, "
            "support services, psychosocial support received, pss received, services "
            "received, service received, received services, support received, type of support "
            "received, legal aid received, safe house, shelter for survivors, family tracing, "
            "reunification, reunified, foster care, threat received, threatened, complaint, "
            "complaint details, complaint type, sensitive complaint, feedback sensitive, "
            "violence experienced, experienced violence, experience of violence, felt unsafe, "
            "feel safe, witnessed, experienced incident, incidents experienced, experienced "
            "incidents, witnessed violence, forced conscription, forced recruitment, safety "
            "concerns, safety issue, safety issues reported, is sensitive complaint, care "
            "arrangement, reason for separation, tracing status, reason for closure"
        ),
        "fr": phrases(
            "survivante, survivant, vbg, type de vbg, type de violence, violence subie, "
            "violences subies, incident de protection, risque de protection, besoin de "
            "protection, cas de protection, abus, maltraitance, exploitation, exploitation "
            "sexuelle, violence sexuelle, violence domestique, viol, viole, violee, auteur "
            "presume, agresseur, victime, traite des personnes, mariage force, mariage "
            "precoce, mariage d'enfant, mgf, excision, torture, enfant separe, enfant non "
            "accompagne, ena, enfants non accompagnes, travail des enfants, gestion de cas, "
            "type de cas, motif de reference, reference vers, services recus, service recu, "
            "appui recu, soutien psychosocial, regroupement familial, reunification, plainte, "
            "eas, peas, menace, incident vecu, incidents vecus, incidents subis, recrutement "
            "force, nature de la violence, lien avec l'auteur, cloture du cas, circonstances "
            "de la separation, non accompagne"
        ),
        "es": phrases(
            "sobreviviente, vbg, tipo de violencia, violencia sufrida, incidente de "
            "proteccion, riesgo de proteccion, necesidad de proteccion, caso de proteccion, "
            "abuso, maltrato, explotacion, explotacion sexual, violencia sexual, violencia "
            "domestica, violencia de genero, violacion, presunto autor, agresor, victima, "
            "trata de personas, matrimonio forzado, matrimonio infantil, mutilacion genital, "
            "tortura, menor separado, menor no acompanado, nino no acompanado, nna no "
            "acompanado, nna separado, trabajo infantil, gestion de caso, tipo de caso, "
            "motivo de remision, servicios recibidos, apoyo recibido, apoyo psicosocial, "
            "reunificacion familiar, queja, eas, peas, amenaza, amenazas, incidentes "
            "sufridos, reclutamiento forzado, hecho victimizante, con quien vive, cierre de "
            "caso, medida de proteccion, tipo de agresion, sin cuidado parental"
        ),
        "pt": phrases(
            "sobrevivente, vbg, tipo de violencia, violencia sofrida, incidente de protecao, "
            "risco de protecao, necessidade de protecao, caso de protecao, abuso, maus "
            "tratos, exploracao, exploracao sexual, violencia sexual, violencia domestica, "
            "violacao, agressor, perpetrador, vitima, trafico de pessoas, casamento forcado, "
            "casamento prematuro, casamento infantil, mutilacao genital, tortura, crianca "
            "separada, crianca nao acompanhada, trabalho infantil, gestao de caso, tipo de "
            "caso, motivo de encaminhamento, servicos recebidos, apoio recebido, apoio "
            "psicossocial, reunificacao familiar, queixa, ameaca, crianca desacompanhada, "
            "tipo de agressao, medida protetiva, encerramento do caso, com quem vive"
        ),
        "ar": phrases(
            "ناجيه, ناجي, العنف القائم على النوع, نوع العنف, العنف, العنف الجنسي, العنف "
            "المنزلي, حادثة حماية, حوادث الحماية, مخاطر الحماية, حالة حماية, نوع الحادثة, "
            "الانتهاك, انتهاك, الاستغلال, الاستغلال الجنسي, الاساءة, الجاني, المعتدي, ضحية, "
            "اغتصاب, تحرش, الاتجار بالبشر, زواج قسري, زواج مبكر, زواج الاطفال, ختان, تعذيب, "
            "غير مصحوب, طفل منفصل, اطفال منفصلين, عمالة الاطفال, ادارة الحالة, نوع الحالة, "
            "سبب الاحالة, الخدمات المقدمة, الخدمات المستلمة, الدعم النفسي, لم شمل, شكوى, "
            "تهديد, تصنيف الخطورة, منفصل عن ذويه, نوع الاعتداء, طفل عامل, طفل يعمل, تجنيد "
            "اطفال, مصدر الاحالة, جهة الإحالة, الجهة المحال إليها, اغلاق الحالة, سبب اغلاق "
            "الحالة, قضية حماية, طفل بلا مأوى, البحث عن الاسرة, الرعاية البديلة"
        ),
        "uk": phrases(
            "постраждала, постраждалий, гзн, вид насильства, тип насильства, насильство, "
            "сексуальне насильство, домашнє насильство, інцидент захисту, потреба в захисті, "
            "експлуатація, кривдник, жертва, зґвалтування, торгівля людьми, примусовий шлюб, "
            "катування, дитина без супроводу, розлучена дитина, дитяча праця, ведення "
            "випадку, тип випадку, причина перенаправлення, отримані послуги, отримана "
            "підтримка, возз'єднання сім'ї, скарга, погроза, домашнє насилля, насилля, снпк, "
            "потреби у захисті, причина закриття, перенаправлення до, перенаправлено до, куди "
            "перенаправлено, ким перенаправлено, джерело перенаправлення, дитина розлучена, "
            "дитина без піклування, позбавлений батьківського піклування, відношення до "
            "кривдника, торгівля дітьми, сжо, складні життєві обставини, зміст звернення, "
            "суть звернення"
        ),
        "ru": phrases(
            "пострадавшая, пострадавший, гн, вид насилия, тип насилия, насилие, сексуальное "
            "насилие, домашнее насилие, инцидент защиты, потребность в защите, эксплуатация, "
            "обидчик, насильник, жертва, изнасилование, торговля людьми, принудительный брак, "
            "пытки, ребенок без сопровождения, разлученный ребенок, детский труд, ведение "
            "случая, тип случая, причина перенаправления, полученные услуги, полученная "
            "поддержка, воссоединение семьи, жалоба, угроза, пережившая, причина закрытия, "
            "кем направлен, куда направлен, куда перенаправлен, отношение к обидчику, ребенок "
            "без попечения, трудная жизненная ситуация, тжс, ранний брак, детский брак, "
            "беспризорный, содержание обращения, суть обращения"
        ),
        "sw": phrases(
            "mwathirika, aina ya ukatili, ukatili, ukatili wa kijinsia, unyanyasaji, ubakaji, "
            "mnyanyasaji, mtuhumiwa, biashara haramu ya binadamu, ndoa za utotoni, ndoa ya "
            "kulazimishwa, ukeketaji, mateso, mtoto asiyeambatana, mtoto aliyetengana, ajira "
            "ya watoto, huduma alizopata, huduma zilizopokelewa, rufaa, malalamiko, tishio, "
            "mtenda kosa, uhusiano na mtenda, manusura, usimamizi wa kesi, aina ya kesi, "
            "mtoto asiye na mlezi, mtoto wa mitaani, unyonyaji wa kijinsia, ulinzi wa mtoto "
            "kesi, kubakwa, kupigwa"
        ),
        "tr": phrases(
            "siddet turu, istismar, hayatta kalan, cocuk isciligi, erken evlilik, refakatsiz "
            "cocuk, alinan hizmetler, sikayet, şiddet mağduru, istismara uğradı, failin "
            "yakınlığı, faille ilişkisi, cinsel şiddet, aile içi şiddet, ev içi şiddet, "
            "toplumsal cinsiyete dayalı şiddet, tcdş, çocuk işçi, çocuk yaşta evlilik, zorla "
            "evlilik, refakatsiz, sevk nedeni, yönlendirilen kurum, yönlendirme nedeni, vaka "
            "yönetimi, vaka türü, vaka özeti, insan ticareti, güvenlik planı, vaka kapanış "
            "nedeni, çocuk koruma vakası"
        ),
        "fa": phrases(
            "خشونت, قربانی, بدرفتاری, تجاوز جنسی, آزار جنسی, سو استفاده جنسی, استثمار جنسی, "
            "ازدواج اجباری, ازدواج زیر سن, ازدواج قبل از وقت, کار کودک, کار اطفال, طفل کارگر, "
            "طفل بی سرپرست, طفل بدون همراه, اطفال بدون همراه, طفل جدا شده, قاچاق انسان, نجات "
            "یافته, مدیریت قضیه, نوع قضیه, نوعیت قضیه, ارجاع به, علت ارجاع, نوع شکایت, نوعیت "
            "شکایت, کودک آزاری, همسر آزاری, بد بردن, پلان مصونیت"
        ),
        "bn": phrases(
            "সহিংসতা, নির্যাতন, নির্যাতনকারী, বাল্যবিবাহ, মানব পাচার, যৌন হয়রানি, সারভাইভার, "
            "অভিভাবকহীন শিশু, বিচ্ছিন্ন শিশু, কেস ব্যবস্থাপনা, রেফারেলের কারণ"
        ),
        "so": phrases(
            "xadgudub, tacaddi, rabshad, kufsi, kufsiga, nooca xadgudubka, nooca tacaddiga, "
            "geystaha, dambiilaha, ilmo aan cid la socon, ilmaha keligiis ah, guur qasab ah, "
            "guur degdeg ah, gudniinka fircooniga, gudbinta kiiska, maareynta kiiska, "
            "rabshadda jinsiga, nooca kiiska, xoolaynta carruurta, shaqada carruurta, ilmaha "
            "ka go'ay waalidkii"
        ),
        "ur": phrases("تشدد, تشدد کی قسم, جنسی تشدد, کم عمری کی شادی, چائلڈ لیبر, متاثرہ فرد"),
        "ht": phrases(
            "vyolans, kalite vyolans, vyòl, vyolans sou fanm, abi seksyèl, timoun restavèk, "
            "restavèk, timoun pou kont li, agresè"
        ),
        "de": phrases(
            "art der gewalt, täter, opfer von gewalt, unbegleiteter minderjähriger, "
            "kinderschutzfall, zwangsheirat, menschenhandel"
        ),
        "id": phrases(
            "kekerasan, jenis kekerasan, pelaku kekerasan, korban kekerasan, kdrt, kekerasan "
            "seksual, anak tanpa pendamping, anak terpisah, pekerja anak, perkawinan anak, "
            "perdagangan orang"
        ),
    },
    whole_headers={
        "en": phrases("sea, incident, uasc, referral, services, bid"),
        "fr": phrases("incident, ena"),
        "es": phrases("incidente"),
        "pt": phrases("incidente"),
        "ar": phrases("حادثة"),
        "my": phrases("အကြမ်းဖက်မှု, အကြမ်းဖက်မှုအမျိုးအစား"),
        "zh": phrases("家庭暴力, 暴力类型, 施暴者, 受害人"),
    },
    beside_people={
        "en": phrases(
            "risk level, priority level, date of incident, place of incident, services "
            "provided, concern, uac, perp, perp relationship, risk, risk rating, "
            "vulnerability type"
        ),
        "fr": phrases(
            "niveau de risque, lieu de l'incident, refere vers, services fournis, prise en "
            "charge, vit avec, violence, abus"
        ),
        "es": phrases(
            "nivel de riesgo, fecha del incidente, servicios brindados, necesidades "
            "identificadas, ruta de atencion, vive con, violencia, abuso, riesgo "
            "vulneracion, vulneracion, riesgo de proteccion"
        ),
        "pt": phrases(
            "nivel de risco, data da ocorrencia, encaminhado para, servicos prestados, "
            "encaminhamento, vive com, necessidades identificadas, violencia, abuso"
        ),
        "ar": phrases(
            "مستوى الخطورة, درجة الخطورة, خطة الأمان, خطة السلامة, نوع الإحالة, نوع الخدمة "
            "المطلوبة, خدمات الحماية, احتياجات الحماية, اخطار الحماية, خطورة, الإحالة, الخطر, "
            "درجة الخطر, مستوى الخطر, تصنيف الحالة, اولوية الحالة, الاولوية, عالية الخطورة, "
            "نوع الخدمة, الخدمة, الخدمة المقدمة, خدمات, تاريخ الإحالة, تاريخ الحادثة, مكان "
            "الحادثة, وصف الحادثة, مخاطر, احتياج الحماية, نوع الحماية, الشكاوى, مشكلة "
            "الحماية, المشكلة, غير مصحوبين, تقييم الحالة, خطة العمل, خطة التدخل, التدخل, "
            "التدخلات, تاريخ فتح الحالة, تاريخ اغلاق الحالة, سبب الاغلاق, وضع الحالة"
        ),
        "tr": phrases(
            "fail, koruma ihtiyacı, koruma riski, risk düzeyi, risk seviyesi, sevk edilen "
            "kurum, mağdur, vaka, sevk, yönlendirme, hizmet, hizmetler, verilen hizmet, "
            "aldığı hizmetler, şiddet, öncelik, vaka durumu, kapanış nedeni, müdahale, "
            "müdahale planı, vaka tarihi, olay yeri, olay, görüşme notu, ihtiyacı, tespit "
            "edilen ihtiyaç, takip"
        ),
        "uk": phrases(
            "рівень ризику, ступінь ризику, вид послуги, план безпеки, потреби бенефіціара, "
            "ризик, ризики, перенаправлення, послуга, послуги, надані послуги, надана "
            "допомога, потреба, потреби, тип послуги, кейс менеджмент, пріоритет, випадок, "
            "тип звернення, запит, консультація, тема звернення, дата випадку, статус "
            "випадку, план дій, оцінка потреб, тип скарги, суть скарги, звернення"
        ),
        "ru": phrases(
            "уровень риска, степень риска, план безопасности, вид услуги, риск, риски, "
            "перенаправление, направление, услуга, услуги, оказанные услуги, оказанная "
            "помощь, потребность, потребности, приоритет, случай, тип обращения, запрос, "
            "консультация, дата случая, статус случая, план действий, оценка потребностей, "
            "обращение, вид обращения, тема обращения, суть жалобы"
        ),
        "sw": phrases(
            "kiwango cha hatari, huduma zilizotolewa, hatari, huduma, kesi ya ulinzi, hali ya "
            "kesi, tarehe ya tukio, mahitaji, mpango wa usalama, huduma aliyopewa, aina ya "
            "huduma, wahanga, tatizo, ushauri nasaha"
        ),
        "so": phrases(
            "adeegyada la siiyay, kiiska, gudbin, gudbinta, adeegga, adeegyada, cabasho, "
            "cabashada, khatarta, heerka khatarta, ilaalinta, u gudbin, baahida, nooca "
            "cabashada, adeega la siiyay"
        ),
        "bn": phrases(
            "অপরাধী, শিশুশ্রম, পাচার, ধর্ষণ, ভুক্তভোগী, ঝুঁকির মাত্রা, ঝুঁকি, রেফার, রেফারেল, "
            "সেবা, প্রদত্ত সেবা, কেসের ধরন, অভিযোগ, অভিযোগের ধরন, সুরক্ষা, সমস্যা, রেফার করা "
            "হয়েছে"
        ),
        "fa": phrases(
            "سوء استفاده, سطح خطر, خطرات محافظتی, خدمات ارائه شده, نیازهای محافظتی, ارجاع, "
            "شکایت, قضیه, کیس, محافظت, نیازمندی, نیاز, نوعیت کیس, خدمت ارائه شده, مشکل, "
            "مشکلات, شکایات, حمایت روانی, اولویت, ارجاع شده, نوع خدمات, بی سرپرست, بد سرپرست, "
            "کارگر کودک, میزان خطر, تاریخ ارجاع, بستن قضیه"
        ),
        "ur": phrases("خطرہ, سروس"),
        "ht": phrases("viktim, plent, referans, sèvis, kalite plent"),
        "de": phrases(
            "gewalt, missbrauch, beschwerde, risiko, umf, uma, schutzbedarf, überweisung"
        ),
        "id": phrases("kasus, rujukan, pelaku, pengaduan, korban, jenis kasus, layanan"),
        "my": phrases("ကာကွယ်စောင့်ရှောက်ရေး"),
        "zh": phrases("风险等级"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "cluster, sector, training, awareness, sea level, sea port, black sea, red sea, "
            "by sea, sea freight, sea temperature, training on, services available, service "
            "availability, support services type of facility, name of service, service "
            "provider, drug abuse center, bid price, bid number, tender, quality complaint, "
            "project, budget, funding, activity"
        ),
    ),
    shape=r"\p{L}|^\s*(?:\d|-?[89]\d|-?[89]{3})(?:\.0)?\s*$|\S{6}",
    answers=True,
)
