"""Health of single people: illness, pregnancy, nutrition, diagnosis (GDPR article 9)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="HEALTH_CONDITION",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.HIGH,
    tags=phrases(
        "#respondee+health, #*+diagnosis, #*+hiv, #respondee+infected, "
        "#respondee+injured, #individual+health, #beneficiary+health, #*+muac-num, "
        "#*+blood"
    ),
    headers={
        "en": phrases(
            "disease, illness, sickness, diagnosis, primary diagnosis, icd, icd 10, icd10, "
            "hiv, hiv status, aids, tb status, tuberculosis, hepatitis, malaria test, malaria "
            "positive, cholera, covid test, covid status, covid 19 status, positive test, "
            "health status, health condition, health problem, health issue, medical "
            "condition, medical history, medical record, medical need, medical needs, medical "
            "diagnosis, medical status, chronic illness, chronic disease, chronic condition, "
            "serious medical, comorbidity, comorbidities, symptom, symptoms, allergy, "
            "allergic, muac, haemoglobin, hemoglobin, anaemia, anemia, blood group, blood "
            "type, blood pressure, blood sugar, blood glucose, blood test, systolic, "
            "diastolic, viral load, cd4, medication, medicines taken, medicine taken, drugs "
            "taken, treatment received, treatment outcome, treatment status, prescription, "
            "prescribed, mental health, psychosocial wellbeing, psychosocial status, "
            "depression, anxiety, ptsd, phq, phq 9, gad 7, trauma, distress, suicidal, "
            "suicide, self harm, substance use, substance abuse, drug use, alcohol use, "
            "nutrition status, nutritional status, malnutrition, malnourished, sam, mam, "
            "oedema, edema, bilateral oedema, z score, zscore, whz, waz, haz, wfh, wasting, "
            "stunting, child weight, child height, weight for height, weight for age, height "
            "for age, weight of child, height of child, vaccination status, vaccinated, "
            "vaccination card, immunization status, immunized, vaccine received, vaccine "
            "dose, vaccine doses received, vaccination date, dose received, injury, injured, "
            "wound, wounded, surgery, operation received, cause of death, date of death, time "
            "of death, admitted to, date of admission, date of onset, lab result, laboratory "
            "result, test result, epilepsy, diabetes, diabetic, hypertension, asthma, cancer, "
            "heart disease, smoker, smoking, breastfeeding problem, discharge outcome, "
            "patient outcome, physical health, medically, onset date, date of onset, onset, "
            "symptom onset, date onset, fever, rash, cough, vomiting, jaundice, lab result, "
            "laboratory result, specimen result, sample result, test result, rdt result, pcr "
            "result, igm, igg, case classification, hospitalized, hospitalised, treatment "
            "given, clinical outcome, patient outcome, outcome of patient, weight kg, height "
            "cm, weight in kg, height in cm, body weight, body height, body temperature, bmi, "
            "exposure to case, contact with case"
        ),
        "fr": phrases(
            "maladie, maladie chronique, diagnostic, vih, sida, tuberculose, etat de sante, "
            "probleme de sante, condition medicale, antecedents medicaux, dossier medical, "
            "symptome, symptomes, allergie, allergique, hemoglobine, anemie, groupe "
            "sanguin, tension arterielle, glycemie, traitement recu, traitement en cours, "
            "medicaments pris, sante mentale, detresse, depression, perimetre brachial, pb, "
            "etat nutritionnel, statut nutritionnel, malnutrition, oedeme, statut vaccinal, "
            "vaccine, vaccinee, date de vaccination, dose recue, blessure, blesse, cause du "
            "deces, date de deces, resultat du test, resultat de laboratoire, diabete, "
            "hypertension, asthme, epilepsie, cancer, poids de l'enfant, taille de "
            "l'enfant, debut des symptomes, date debut des signes, date de debut de la "
            "maladie, symptomes, fievre, eruption, toux, vomissement, resultat laboratoire, "
            "resultat du test, resultat tdr, poids kg, taille cm, poids en kg, taille en "
            "cm, oedeme, classification du cas, hospitalise"
        ),
        "es": phrases(
            "enfermedad, enfermedad cronica, diagnostico, vih, sida, tuberculosis, estado de "
            "salud, problema de salud, condicion medica, condicion de salud, antecedentes "
            "medicos, historia clinica, sintoma, sintomas, alergia, alergias, hemoglobina, "
            "anemia, grupo sanguineo, tipo de sangre, presion arterial, tratamiento recibido, "
            "medicacion, medicamentos que toma, salud mental, depresion, perimetro braquial, "
            "estado nutricional, desnutricion, edema, estado de vacunacion, vacunado, "
            "vacunada, dosis recibida, lesion, herido, herida, causa de muerte, fecha de "
            "defuncion, resultado de la prueba, resultado de laboratorio, diabetes, "
            "hipertension, asma, epilepsia, cancer, peso del nino, talla del nino, fecha de "
            "inicio de sintomas, inicio de sintomas, sintomas, fiebre, resultado de "
            "laboratorio, resultado prueba, peso kg, talla cm, desnutricion, desnutricion "
            "aguda, hospitalizado"
        ),
        "pt": phrases(
            "doenca, doenca cronica, diagnostico, hiv, sida, tuberculose, estado de saude, "
            "problema de saude, condicao medica, historico medico, sintoma, sintomas, "
            "alergia, alergias, hemoglobina, anemia, grupo sanguineo, tipo sanguineo, tensao "
            "arterial, pressao arterial, tratamento recebido, medicacao, saude mental, "
            "depressao, perimetro braquial, estado nutricional, desnutricao, edema, estado "
            "vacinal, vacinado, vacinada, dose recebida, ferimento, ferido, causa da morte, "
            "data do obito, resultado do teste, resultado laboratorial, diabetes, "
            "hipertensao, asma, epilepsia, cancro, peso da crianca, altura da crianca, data "
            "de inicio dos sintomas, inicio dos sintomas, sintomas, febre, resultado "
            "laboratorial, resultado do teste, peso kg, altura cm, internado"
        ),
        "ar": phrases(
            "المرض, مرض مزمن, امراض مزمنة, الحاله الصحيه, الوضع الصحي, المشكلة الصحية, "
            "التشخيص, التاريخ المرضي, الاعراض, الحساسية, فصيلة الدم, زمرة الدم, الهيموغلوبين, "
            "فقر الدم, ضغط الدم, السكري, العلاج, الادوية, الصحة النفسية, الاكتئاب, محيط منتصف "
            "الذراع, الحالة التغذوية, سوء التغذية, حالة التطعيم, مطعم, التلقيح, الاصابة, "
            "جريح, سبب الوفاة, تاريخ الوفاة, نتيجة الفحص, فيروس نقص المناعة, الايدز, السل, "
            "تاريخ بدء الاعراض, تاريخ ظهور الاعراض, الاعراض, نتيجة المختبر, نتيجة الفحص, "
            "الوزن كغ, الطول سم, مريض مزمن, محيط العضد, محيط أعلى الذراع, قياس المواك, حالة "
            "التغذية, حالة اللقاح, لقاح الطفل, تاريخ اللقاح, تاريخ التطعيم, حالة نفسية, صدمة "
            "نفسية, عملية جراحية, تاريخ الدخول للمستشفى, حالة الخروج, مصاب بمرض, مصاب بامراض "
            "مزمنة, السوابق المرضية, سبب المراجعة, الشكوى الرئيسية, نتيجة العينة, تاريخ اخذ "
            "العينة"
        ),
        "uk": phrases(
            "хвороба, захворювання, хронічне захворювання, діагноз, віл, снід, туберкульоз, "
            "стан здоров'я, проблеми зі здоров'ям, симптоми, алергія, група крові, "
            "гемоглобін, анемія, артеріальний тиск, лікування, ліки, психічне здоров'я, "
            "депресія, стан харчування, недоїдання, вакцинація, щеплення, вакцинований, "
            "поранення, травма, причина смерті, дата смерті, результат тесту, результат "
            "аналізу, діабет, гіпертонія, астма, епілепсія, дата появи симптомів, симптоми, "
            "результат тесту, код мкх, мкх 10, окружність плеча, психологічний стан, прийом "
            "ліків, групу крові, лежачий хворий, дата госпіталізації, результат обстеження, "
            "наявність захворювань, медичні показання, перенесені операції"
        ),
        "ru": phrases(
            "болезнь, заболевание, хроническое заболевание, диагноз, вич, спид, туберкулез, "
            "состояние здоровья, проблемы со здоровьем, симптомы, аллергия, группа крови, "
            "гемоглобин, анемия, артериальное давление, лечение, лекарства, психическое "
            "здоровье, депрессия, состояние питания, недоедание, вакцинация, прививка, "
            "вакцинирован, ранение, травма, причина смерти, дата смерти, результат теста, "
            "результат анализа, диабет, гипертония, астма, эпилепсия, дата появления "
            "симптомов, симптомы, результат теста, результат анализа, хронические "
            "заболевания, код мкб, мкб 10, окружность плеча, прием лекарств, психологическое "
            "состояние, лежачий больной, дата госпитализации, результат лечения, результат "
            "обследования, исход болезни, медицинские показания, дата заболевания, дата "
            "начала заболевания, контакт с больным, схема лечения, вирусная нагрузка, арт "
            "терапия, перенесенные операции"
        ),
        "sw": phrases(
            "ugonjwa, magonjwa, hali ya afya, vvu, ukimwi, kifua kikuu, dalili, mzio, kundi "
            "la damu, matibabu, dawa anazotumia, afya ya akili, hali ya lishe, utapiamlo, "
            "chanjo, amechanjwa, sababu ya kifo, kisukari, matokeo ya kipimo, hali ya kiafya, "
            "tarehe ya kuugua, mzingo wa mkono, tarehe ya kifo, shinikizo la damu, upungufu "
            "wa damu, dawa za arv, tatizo la kiafya"
        ),
        "tr": phrases(
            "hastalik, kronik hastalik, teshis, tani, saglik durumu, alerji, kan grubu, ilac "
            "kullanimi, ruh sagligi, asi durumu, beslenme durumu, kronik hastalığı, kronik "
            "rahatsızlık, sürekli kullandığı ilaç, kullandığı ilaçlar, sağlık sorunu, sağlık "
            "problemi, aşı tarihi, ölüm nedeni, ölüm tarihi, psikolojik durum, test sonucu, "
            "şeker hastası, kol çevresi, üst kol çevresi, sevk nedeni sağlık, psikolojik "
            "destek ihtiyacı"
        ),
        "fa": phrases(
            "بیماری, تشخیص, وضعیت صحی, حساسیت, گروه خونی, مریضی مزمن, نوع مریضی, نوعیت مریضی, "
            "حالت تغذی, محیط بازو, اندازه بازو, نتیجه آزمایش, نتیجه معاینه, سبب وفات, علت "
            "فوت, تاریخ وفات, علایم مریضی, تاریخ آغاز علایم, وضعیت روانی, سلامت روان, صحت "
            "روانی, واکسین شده, واکسیناسیون طفل, فشار خون, داروهای مصرفی, وضعیت جسمی, وضعیت "
            "سلامت, نوع جراحت"
        ),
        "bn": phrases(
            "রোগ, স্বাস্থ্যের অবস্থা, রক্তের গ্রুপ, শারীরিক অবস্থা, টিকা দেওয়া হয়েছে, "
            "পুষ্টি অবস্থা, মৃত্যুর কারণ, মানসিক স্বাস্থ্য, টিকার তারিখ, উচ্চ রক্তচাপ"
        ),
        "so": phrases(
            "cudur, xaaladda caafimaadka, cudurka, cudurrada daba dheeraada, nafaqada "
            "xaaladda, tallaalka ilmaha, sababta dhimashada, cadaadiska dhiigga, dhiig karka, "
            "dhimashada ilmaha, nooca nafaqo darada, nooca dhaawaca, dhiig yari"
        ),
        "id": phrases(
            "penyakit, riwayat penyakit, golongan darah, status gizi, kondisi kesehatan, "
            "status imunisasi, imunisasi dasar lengkap, hasil lab, sebab kematian"
        ),
        "de": phrases("krankheit, diagnose, erkrankung, blutgruppe, psychische gesundheit"),
        "it": phrases("malattia, diagnosi, gruppo sanguigno"),
        "nl": phrases("ziekte"),
        "fil": phrases("sakit"),
        "ha": phrases("rashin lafiya"),
        "ur": phrases("صحت کی حالت, غذائی قلت, خون کا گروپ, حفاظتی ٹیکے"),
        "ht": phrases("maladi kwonik, eta sante, pwoblèm sante, gwoup san, rezilta tès"),
        "ne": phrases("रोग, रोगको निदान, निदान, उपचार, लक्षण, रक्त समूह"),
    },
    whole_headers={
        "en": phrases(
            "muac, treatment, icd10 code, hb, health, vaccine, vaccination, immunization, "
            "oedema, medical, pregnant lactating status"
        ),
        "fr": phrases("sante, pb, vaccination"),
        "es": phrases("salud, vacuna"),
        "pt": phrases("saude, vacina"),
        "ar": phrases("الصحة, اللقاح"),
        "my": phrases("ရောဂါအမည်, ကျန်းမာရေးအခြေအနေ, နာတာရှည်ရောဂါ, သွေး, သွေးအုပ်စု"),
        "zh": phrases("病史, 健康状况, 血型, 诊断, 慢性病, 过敏史, 症状, 病情, 既往病史"),
    },
    beside_people={
        "en": phrases(
            "weight, height, weight kg, height cm, body weight, wt, ht, wt kg, ht cm, rash, "
            "fever, cough, diarrhoea, vomiting, onset, onset date, date of onset, outcome, "
            "result, lab result, test, igm, igg, pcr, rdt, z score, wfh, whz, swelling, "
            "classification, final outcome, discharge, exit type, type of exit, lab, "
            "specimen, treatment, condition, chief complaint, presenting complaint, "
            "chronically ill, admission criteria, vital signs, adm wt, w h, exit reason, "
            "type of admission, dewormed, measles, penta3, bcg, meds, discharge date, "
            "dehydration, chron ill, chronic, measles vacc, amox, amoxicillin, rutf, type "
            "adm, exit, blood gp, arv, arvs, on arvs, on art, art, rx given, rx, treatment "
            "given, medication, medicine given, drugs given, prescription, birth weight, "
            "length cm, len cm, suicide risk, temp, temp c, tx plan, treatment plan, tx"
        ),
        "fr": phrases(
            "poids, taille, poids kg, taille cm, fievre, date de debut, issue, resultat, "
            "traitement, evolution, type de sortie, motif de consultation, test d'appetit, "
            "statut serologique, malade chronique, drepanocytose, p t, pds, oed, atcd, mode "
            "de sortie, deparasitage, mal chr, penta, gueri, medicaments, tdr, culture, ttt, "
            "ttt recu, vco, vaccin, prelevement, deshydratation"
        ),
        "es": phrases(
            "peso, talla, peso kg, talla cm, fiebre, inicio de sintomas, desenlace, "
            "resultado, tratamiento, evolucion, motivo de consulta, circunferencia "
            "braquial, peso de ingreso, clasificacion nutricional, esquema de vacunacion, "
            "cmb, imc, tipo de egreso, alta, medicamentos, vacunas, dosis, enf cronica, "
            "dnt, antec, riesgo de suicidio, tratamiento dado"
        ),
        "pt": phrases(
            "peso, altura, peso kg, febre, inicio dos sintomas, desfecho, resultado, "
            "tratamento, seropositivo, classificacao nutricional, doente cronico, tarv, p e, "
            "tipo de saida, vacinas, dag, desparasitacao, queixas"
        ),
        "ar": phrases(
            "الوزن, الطول, النتيجة, الحرارة, العلاج, مواك, سوء تغذية متوسط, عدد الجرعات, "
            "الجرعة الأولى, الجرعة الثانية, بتر, الفحص المخبري, كوليرا, حصبة, اسهال مائي, "
            "سرطان, غسيل كلى, فشل كلوي, وفاة الأم, مزمن, مريض, الطول بالسم, الوزن بالكيلو, "
            "وزن الطفل, طول الطفل, وزمة, الوذمة, التطعيم, جرعة, عينة, الشفاء, حمى, سعال, "
            "اسهال, طفح, دواء, وفاة, متوفي, مصاب, جرحى, الوضع النفسي, امراض, درجة الحرارة, "
            "ضغط, سكر, تحليل, التحاليل, المعيار التغذوي, تاريخ الخروج, سبب الخروج, وضع "
            "الخروج, نوع الخروج, مدخن"
        ),
        "uk": phrases(
            "вага, зріст, результат, лікування, онкохворий, контузія, птср, тяжкохворий, "
            "маломобільний, щеплений, онкологія, ампутація, протезування, хворіє, "
            "хронічний, хвороби, діагнози, температура, аналіз, аналізи, набряк, здоров'я, "
            "скарги, операція, доза, мкх, анамнез, виписка, вага кг, зріст см, ріст, маса "
            "тіла, кашель, смерть, помер, померла, поранений, травми, медикаменти, "
            "препарати, потреба в ліках, наслідок, медичні потреби, психічний стан, розлад, "
            "залежність, ризик суїциду"
        ),
        "ru": phrases(
            "вес, рост, результат, исход, лечение, онкобольной, контузия, тяжелобольной, "
            "привит, привита, онкология, ампутация, флюорография, болеет, хронич, болезни, "
            "диагнозы, анализ, анализы, отек, здоровье, жалобы, операция, мкб, выписка, вес "
            "кг, рост см, масса тела, умер, умерла, ранен, травмы, медикаменты, препараты, "
            "прививки, вакцина, мокрота, исход лечения, дата взятия пробы, режим лечения, "
            "арт, арв, зависимость, медицинские потребности, расстройство, риск суицида, "
            "суицидальный риск"
        ),
        "sw": phrases(
            "uzito, urefu, homa, matokeo, matibabu, amejeruhiwa, majeraha, afya, dawa, "
            "tiba, kifo, amefariki, dozi, mgonjwa sugu, kikohozi, kuhara, kutapika, uvimbe, "
            "upele, uzito kg, urefu cm, kipimo, jeraha, amepona, kulazwa, sampuli, malaria, "
            "joto, tarehe ya kuruhusiwa, aina ya kutoka, lishe, tpt imeanza"
        ),
        "tr": phrases(
            "hastalığı, hastalıkları, tanısı, tedavisi, yaralanma, yaralı, aşıları, ameliyat, "
            "tansiyon, semptomlar, belirtiler, diyabet, boy, kilo, ağırlık, boy cm, kilo kg, "
            "sonuç, ateş, tedavi, ilaç, ilaçlar, şikayeti, tanılar, muayene, aşı, aşılar, "
            "rahatsızlığı, rahatsızlık, hasta mı, sağlık, kronik, ölüm, doz, aşı dozu, lab "
            "sonucu, bulgu, bulgular, öksürük, ishal, taburcu, durumu sağlık, ödem, protez, "
            "alerjisi"
        ),
        "so": phrases(
            "dhaawaca, xanuunka, nafaqo darro, qaaxo, sonkorow, miisaanka, dhererka, "
            "tallaalka, tallaal, daawo, daawada, shuban, qandho, qufac, daaweyn, daawaynta, "
            "calaamadaha, natiijada, natiijo, xanuun, bukaan, miisaan, dherer, barar, "
            "geeri, dhintay, caafimaad, caafimaadka, matag, dhaawac, jadeeco, daacuun, "
            "jirro dabadheer, tallaalka jadeecada"
        ),
        "fa": phrases(
            "مریضی, معتاد, سو تغذی, دیابت, اعتیاد, قد, تداوی, دوا, دارو, واکسین, واکسن, تب, "
            "سرفه, صحت, وفات, فوت, زخمی, علایم, اذیما, مجروح, درمان, معاینه, آزمایش, مریض "
            "مزمن, صحی, قد cm, وزن به کیلو, قد به سانتی, دوز, عملیات جراحی, آسیب, جراحت, "
            "زخم, حالت روانی, نمونه, واکسین سرخکان"
        ),
        "ur": phrases("بخار, نتیجہ"),
        "de": phrases(
            "krankheiten, vorerkrankung, vorerkrankungen, gesundheitszustand, impfstatus, "
            "allergien, todesursache, medikamente, diagnosen, gewicht, größe, befund, "
            "behandlung, therapie, impfung, gesundheit, fieber, ergebnis, verletzung"
        ),
        "bn": phrases(
            "অসুস্থতা, অপুষ্টি, মুয়াক, ডায়াবেটিস, ওজন, উচ্চতা, টিকা, চিকিৎসা, জ্বর, কাশি, "
            "ডায়রিয়া, ফলাফল, ওষুধ, স্বাস্থ্য, মুয়াক মিমি, লক্ষণ, আহত, মৃত্যু, ইডিমা, ওজন "
            "কেজি, উচ্চতা সেমি, পরীক্ষার ফলাফল"
        ),
        "ht": phrases(
            "maladi, malnitrisyon, pwa, wotè, lafyèv, vaksen, tretman, dyare, kolera, blesi"
        ),
        "id": phrases(
            "gizi buruk, diagnosa, tekanan darah, berat badan, tinggi badan, lila, gejala, "
            "luka, imunisasi, vaksin, obat, keluhan, lingkar lengan, gizi, kesehatan, bb u, "
            "tb u, hasil tes"
        ),
        "my": phrases("ရောဂါ, ကျန်းမာရေး, ကိုယ်အလေးချိန်, အရပ်, ကာကွယ်ဆေး, ဆေး"),
        "zh": phrases("疾病, 身高, 体重, 体温, 治疗, 检测结果, 疫苗接种"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "harvest, rainy season, season, season onset, rainfall, monsoon, planting, dry "
            "spell, price, body of water, water body, cluster, sector, cases, case count, "
            "admissions, center, clinic, facility, hospital, doses delivered, campaign, "
            "outbreak, program, programme, activity, project, name of disease program, "
            "surveillance, stock, supply, kit, kits, treatment arm, water treatment, arm, "
            "sewage, waste, control, prevention, plant, crop, livestock, animal, cattle, "
            "indicator, policy, service availability"
        ),
    ),
    doubtful=phrases("distress call, date"),
    shape=r"\p{L}|\d[.,/]\d|^\s*\d{1,3}\s*$",
    answers=True,
)
