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
            "survivor, survivor code, gbv, gbv incident, gbv type, gbv case, sgbv, sea, "
            "psea, sea case, sea allegation, allegation, type of violence, violence type, "
            "type of abuse, abuse type, protection incident, protection incidents, "
            "protection concern, protection concerns, protection risk, protection need, "
            "protection needs, child protection concern, incident type of case, case of "
            "abuse, abuse, abused, abuser, perpetrator, alleged perpetrator, neglect, "
            "exploitation, sexual exploitation, sexual violence, sexual abuse, sexual "
            "assault, physical assault, psychological abuse, domestic violence, intimate "
            "partner violence, ipv, rape, raped, sexual harassment, harassment, "
            "trafficking, human trafficking, victim of trafficking, forced marriage, child "
            "marriage, early marriage, married before 18, fgm, female genital mutilation, "
            "honour killing, torture, tortured, victim, witness of violence, separated "
            "child, separated children, unaccompanied, unaccompanied child, unaccompanied "
            "minor, uasc, uam, missing child, child labour, child labor, working child, "
            "worst forms of child labour, best interest determination, best interest "
            "assessment, bia, bid, case management, case worker notes, case type, case "
            "category, case status, case plan, case closure, referral reason, reason for "
            "referral, referred for, referred to, service referred, support services, "
            "psychosocial support received, pss received, services received, service "
            "received, received services, support received, type of support received, legal "
            "aid received, safe house, shelter for survivors, family tracing, "
            "reunification, reunified, foster care, threat received, threatened, complaint, "
            "complaint details, complaint type, sensitive complaint, feedback sensitive, "
            "violence experienced, experienced violence, experience of violence, felt "
            "unsafe, feel safe, witnessed, experienced incident, incidents experienced, "
            "experienced incidents, witnessed violence, forced conscription, forced "
            "recruitment, safety concerns, safety issue, safety issues reported, is "
            "sensitive complaint"
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
            "appui recu, soutien psychosocial, regroupement familial, reunification, "
            "plainte, eas, peas, menace, incident vecu, incidents vecus, incidents subis, "
            "recrutement force"
        ),
        "es": phrases(
            "sobreviviente, vbg, tipo de violencia, violencia sufrida, incidente de "
            "proteccion, riesgo de proteccion, necesidad de proteccion, caso de proteccion, "
            "abuso, maltrato, explotacion, explotacion sexual, violencia sexual, violencia "
            "domestica, violencia de genero, violacion, presunto autor, agresor, victima, "
            "trata de personas, matrimonio forzado, matrimonio infantil, mutilacion "
            "genital, tortura, menor separado, menor no acompanado, nino no acompanado, nna "
            "no acompanado, nna separado, trabajo infantil, gestion de caso, tipo de caso, "
            "motivo de remision, servicios recibidos, apoyo recibido, apoyo psicosocial, "
            "reunificacion familiar, queja, eas, peas, amenaza, amenazas, incidentes "
            "sufridos, reclutamiento forzado"
        ),
        "pt": phrases(
            "sobrevivente, vbg, tipo de violencia, violencia sofrida, incidente de "
            "protecao, risco de protecao, necessidade de protecao, caso de protecao, abuso, "
            "maus tratos, exploracao, exploracao sexual, violencia sexual, violencia "
            "domestica, violacao, agressor, perpetrador, vitima, trafico de pessoas, "
            "casamento forcado, casamento prematuro, casamento infantil, mutilacao genital, "
            "tortura, crianca separada, crianca nao acompanhada, trabalho infantil, gestao "
            "de caso, tipo de caso, motivo de encaminhamento, servicos recebidos, apoio "
            "recebido, apoio psicossocial, reunificacao familiar, queixa, ameaca"
        ),
        "ar": phrases(
            "ناجيه, ناجي, العنف القائم على النوع, نوع العنف, العنف, العنف الجنسي, العنف "
            "المنزلي, حادثة حماية, حوادث الحماية, مخاطر الحماية, حالة حماية, نوع الحادثة, "
            "الانتهاك, انتهاك, الاستغلال, الاستغلال الجنسي, الاساءة, الجاني, المعتدي, ضحية, "
            "اغتصاب, تحرش, الاتجار بالبشر, زواج قسري, زواج مبكر, زواج الاطفال, ختان, تعذيب, "
            "غير مصحوب, طفل منفصل, اطفال منفصلين, عمالة الاطفال, ادارة الحالة, نوع الحالة, "
            "سبب الاحالة, الخدمات المقدمة, الخدمات المستلمة, الدعم النفسي, لم شمل, شكوى, "
            "تهديد"
        ),
        "uk": phrases(
            "постраждала, постраждалий, гзн, вид насильства, тип насильства, насильство, "
            "сексуальне насильство, домашнє насильство, інцидент захисту, потреба в "
            "захисті, експлуатація, кривдник, жертва, зґвалтування, торгівля людьми, "
            "примусовий шлюб, катування, дитина без супроводу, розлучена дитина, дитяча "
            "праця, ведення випадку, тип випадку, причина перенаправлення, отримані "
            "послуги, отримана підтримка, возз'єднання сім'ї, скарга, погроза"
        ),
        "ru": phrases(
            "пострадавшая, пострадавший, гн, вид насилия, тип насилия, насилие, сексуальное "
            "насилие, домашнее насилие, инцидент защиты, потребность в защите, "
            "эксплуатация, обидчик, насильник, жертва, изнасилование, торговля людьми, "
            "принудительный брак, пытки, ребенок без сопровождения, разлученный ребенок, "
            "детский труд, ведение случая, тип случая, причина перенаправления, полученные "
            "услуги, полученная поддержка, воссоединение семьи, жалоба, угроза"
        ),
        "sw": phrases(
            "mwathirika, aina ya ukatili, ukatili, ukatili wa kijinsia, unyanyasaji, "
            "ubakaji, mnyanyasaji, mtuhumiwa, biashara haramu ya binadamu, ndoa za utotoni, "
            "ndoa ya kulazimishwa, ukeketaji, mateso, mtoto asiyeambatana, mtoto "
            "aliyetengana, ajira ya watoto, huduma alizopata, huduma zilizopokelewa, rufaa, "
            "malalamiko, tishio"
        ),
        "tr": phrases(
            "siddet turu, istismar, hayatta kalan, cocuk isciligi, erken evlilik, "
            "refakatsiz cocuk, alinan hizmetler, sikayet"
        ),
        "fa": phrases("خشونت, قربانی, بدرفتاری"),
        "bn": phrases("সহিংসতা, নির্যাতন"),
        "so": phrases("xadgudub, tacaddi, rabshad"),
    },
    whole_headers={
        "en": phrases("sea, incident, uasc, referral, services, bid"),
        "fr": phrases("incident, ena"),
        "es": phrases("incidente"),
        "pt": phrases("incidente"),
        "ar": phrases("حادثة"),
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
