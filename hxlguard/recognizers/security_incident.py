"""Incidents and threats, and how safe a place is (ISPs: identifiable incident logs)."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="SECURITY_INCIDENT",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.HIGH,
    tags=phrases("#event+security, #*+incident, #*+threat"),
    headers={
        "en": phrases(
            "security incident, security incidents, incident description, incident details, "
            "incident narrative, incident type, type of incident, incident summary, incident "
            "location, security situation, security status, security concern, security "
            "concerns, security risk, security threat, threat type, threat level, attack, "
            "attack type, type of attack, attack on, target of attack, weapon, weapon type, "
            "weapon used, explosion, airstrike, shelling, ied, landmine, uxo, unexploded, "
            "explosive ordnance, mine type, explosive hazard, event type "
            "conflict, convoy, convoy route, movement notification, deconfliction, "
            "humanitarian notification, access incident, checkpoint, roadblock, staff killed, "
            "staff injured, aid worker killed, fatalities, casualties, casualty, killed, hate "
            "speech, riot, looting, armed robbery, civilian deaths, drone strike"
        ),
        "fr": phrases(
            "incident de securite, incidents securitaires, incident securitaire, type "
            "d'incident, description de l'incident, situation securitaire, niveau de "
            "securite, menace securitaire, attaque, type d'attaque, arme utilisee, explosion, "
            "engin explosif, mine, convoi, victimes, tues, coupeurs de route, bilan humain, "
            "nombre de morts, resume des faits"
        ),
        "es": phrases(
            "incidente de seguridad, incidentes de seguridad, tipo de incidente, "
            "descripcion del incidente, situacion de seguridad, nivel de seguridad, amenaza "
            "de seguridad, ataque, tipo de ataque, arma utilizada, explosion, artefacto "
            "explosivo, mina antipersonal, convoy, victimas mortales, muertos, resumen de "
            "los hechos, actor presunto, presunto autor"
        ),
        "pt": phrases(
            "incidente de seguranca, tipo de incidente, descricao do incidente, situacao de "
            "seguranca, nivel de seguranca, ameaca de seguranca, ataque, tipo de ataque, arma "
            "usada, explosao, mina terrestre, comboio, vitimas mortais, mortos, confronto "
            "armado, descricao dos factos"
        ),
        "ar": phrases(
            "حادث امني, الحوادث الامنية, نوع الحادث, وصف الحادث, الوضع الامني, الحالة "
            "الامنية, التهديد الامني, هجوم, نوع الهجوم, نوع السلاح, انفجار, لغم, الغام, ذخائر "
            "غير منفجرة, قافلة, القتلى, عدد القتلى, الضحايا, عدد الجرحى, مرتكب الحادث, عدد "
            "المخطوفين, عدد المختطفين, غارة جوية, عبوة ناسفة, سيارة مفخخة, اطلاق نار, ملخص "
            "الحادث, تفاصيل الحادث, وصف الحدث الأمني, تاريخ الحادث, مكان الحادث, طرف النزاع "
            "المسؤول, نوع الذخيرة, مخلفات الحرب, عدد الشهداء"
        ),
        "uk": phrases(
            "інцидент безпеки, безпековий інцидент, тип інциденту, опис інциденту, безпекова "
            "ситуація, загроза безпеці, напад, обстріл, вибух, міна, вибухонебезпечний "
            "предмет, конвой, загиблі, кількість загиблих, кількість поранених, тип атаки, "
            "тип зброї, вид озброєння, ракетний удар, атака бпла, удар бпла, ціль атаки, "
            "виконавець нападу, винна сторона, викрадено осіб, наслідки обстрілу, наслідки "
            "удару, вибухонебезпечні предмети, підрив на міні"
        ),
        "ru": phrases(
            "инцидент безопасности, тип инцидента, описание инцидента, ситуация с "
            "безопасностью, угроза безопасности, нападение, обстрел, взрыв, мина, "
            "взрывоопасный предмет, конвой, погибшие, количество погибших, количество "
            "раненых, число погибших, число раненых, тип оружия, ракетный удар, цель атаки, "
            "исполнитель нападения, виновная сторона, похищено человек, вооруженное "
            "столкновение, последствия обстрела, подрыв на мине"
        ),
        "sw": phrases(
            "tukio la usalama, aina ya tukio, maelezo ya tukio, hali ya usalama, shambulio, "
            "mlipuko, bomu la ardhini, msafara, waliouawa, idadi ya waliojeruhiwa, idadi ya "
            "majeruhi, tukio la kiusalama, aina ya silaha"
        ),
        "tr": phrases(
            "guvenlik olayi, olay turu, guvenlik durumu, saldiri, patlama, mayin, ölü sayısı, "
            "yaralı sayısı, olay özeti, olayın özeti, olay tanımı, kaçırılan kişi, hava "
            "saldırısı, silahlı çatışma, silah türü, can kaybı, ölü ve yaralı"
        ),
        "fa": phrases(
            "حادثه امنیتی, وضعیت امنیتی, حمله, ماین, تعداد کشته شدگان, تعداد کشته ها, تعداد "
            "زخمی ها, تعداد زخمیان, کشته و زخمی, تلفات ملکی, تعداد شهدا, اختطاف شدگان, نوع "
            "حادثه, نوعیت حادثه, خلاصه حادثه, شرح حادثه, جزئیات حادثه, درگیری مسلحانه, رویداد "
            "امنیتی"
        ),
        "bn": phrases(
            "নিরাপত্তা ঘটনা, নিরাপত্তা পরিস্থিতি, নিহতের সংখ্যা, আহতের সংখ্যা, হামলার ধরন, ঘটনার ধরন, ঘটনার বিবরণ"
        ),
        "so": phrases(
            "dhacdo amni, xaaladda amniga, weerar, tirada dhimashada, tirada dhaawaca, nooca "
            "weerarka, qofka weerarka geystay, shilka amniga, dhacdada amniga, isku dhac, "
            "sharraxaadda dhacdada, nooca dhacdada"
        ),
        "ur": phrases("زخمیوں کی تعداد, واقعہ کی تفصیل, حملہ آور"),
        "ht": phrases(
            "kantite moun ki mouri, kantite moun blese, moun yo touye, atak gang, ensidan "
            "sekirite, moun yo kidnape"
        ),
        "de": phrases("anzahl toter, anzahl verletzter"),
        "id": phrases(
            "korban meninggal, insiden keamanan, kronologi kejadian, korban tewas, jumlah "
            "korban luka"
        ),
    },
    beside_people={
        "en": phrases(
            "ambush, assailants, carjacking, wounded, abducted, perpetrator, actor, actors, "
            "target, dead, injured, missing"
        ),
        "fr": phrases(
            "embuscade, affrontement, assaillants, morts, blesses, auteurs, auteurs presumes, "
            "auteur, cible, civils, enleves, disparus, civ"
        ),
        "es": phrases(
            "emboscada, enfrentamiento, homicidio, hostigamiento, extorsion, asesinado, "
            "heridos, autores, presunto autor, secuestrados, desaparecidos, objetivo"
        ),
        "pt": phrases("pilhagem, feridos, raptados, alvo"),
        "ar": phrases(
            "المخطوفين, قصف, غارات, اشتباكات, اغتيال, تفجير, الشهداء, الجناة, عدد المصابين, "
            "قتيل, جرحى, شهيد, الجريح, حادث, الفاعل, الجهة الفاعلة, السلاح, خطف, نوع الحدث, "
            "تفاصيل الحدث, مختطفين, الخسائر البشرية, المنفذ, الجهة المنفذة, المستهدف"
        ),
        "tr": phrases(
            "öldürülen, saldırgan, bombardıman, ölü, ölen, olay, olay açıklaması, olayın "
            "failleri, hedef, failler, olay tarihi, kayıplar, çatışma"
        ),
        "uk": phrases(
            "загинуло, поранено, загиблих, поранених, авіаудар, обстріли, артобстріл, "
            "інцидент, загиблий, жертви, винуватець, викрадені, дата інциденту, місце "
            "інциденту, поранені"
        ),
        "ru": phrases(
            "погибло, ранено, погибших, раненых, авиаудар, обстрелы, артобстрел, теракт, "
            "инцидент, погибший, жертвы, виновник, похищенные, дата инцидента, место "
            "инцидента, нападавшие, раненые"
        ),
        "sw": phrases(
            "washambuliaji, waliotekwa, waliojeruhiwa, tukio, majeruhi, vifo, wahalifu, "
            "watekaji, marehemu"
        ),
        "so": phrases(
            "qarax, qaraxa, dilka, miino, dilal, dhacdada, dhacdo, dhimasho, dhibanaha, "
            "dhibane, khasaaraha, weerarka"
        ),
        "fa": phrases("مهاجمین, تلفات, حادثه, کشته, رویداد, عاملین, شهدا, زخمی ها, مقتول, قتل"),
        "ur": phrases("ہلاکتیں, ہلاک, دھماکہ, حملہ, واقعہ, زخمی, شہید"),
        "de": phrases(
            "sicherheitsvorfall, todesopfer, angriff, entführte, getötete, vorfall, tote, "
            "verletzte, ereignisbeschreibung"
        ),
        "id": phrases(
            "serangan, korban jiwa, insiden, kejadian, kronologi, meninggal, luka berat, luka "
            "ringan"
        ),
        "bn": phrases("হামলা, বিস্ফোরণ, অপহৃত, হতাহত, গোলাগুলি, ঘটনা, নিহত, হামলাকারী"),
        "ht": phrases("ensidan, mouri, blese, gang"),
    },
    whole_headers={
        "my": phrases("သေဆုံးသူဦးရေ, ဒဏ်ရာရသူဦးရေ, တိုက်ခိုက်မှု, သေဆုံးသူ"),
        "zh": phrases("死亡人数, 受伤人数, 伤亡人数, 袭击者, 绑架人数, 安全事件"),
    },
    about_people=(Category.SENSITIVE_ATTRIBUTE, Level.HIGH),
    unless=phrases(
        "attack rate, attack rates, shark, asthma attack, panic attack, event type list, "
        "social security, food security, cyber security, security question, security "
        "code, heart attack, mine action, livestock, crop, pest, number of attacks, "
        "security deposit, security number, security system, security patch, security "
        "group, indicator, معدل"
    ),
    doubtful=phrases("count, total, number"),
    shape=r"\p{L}|\d",
    answers=True,
)
