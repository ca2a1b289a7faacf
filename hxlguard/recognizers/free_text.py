"""Texts in which anything may stand; what stands there is looked for in every cell."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="FREE_TEXT",
    category=Category.NON_PERSONAL,
    level=Level.MODERATE,
    tags=phrases("#*+text, #*+comment, #*+comments, #description, #*+narrative"),
    headers={
        "en": phrases(
            "comment, comments, remark, remarks, notes, narrative, observations, other "
            "specify, please specify, additional information, any other information, case "
            "notes, feedback text, story, testimony, explanation, please explain, free text, "
            "open text, additional comments, final comments, enumerator comment, interviewer "
            "comment"
        ),
        "fr": phrases(
            "commentaire, commentaires, remarque, remarques, observation, observations, "
            "precisez, autre precisez, recit, temoignage, informations complementaires"
        ),
        "es": phrases(
            "comentario, comentarios, observaciones, observacion, notas, especifique, otro "
            "especifique, relato, testimonio, informacion adicional"
        ),
        "pt": phrases(
            "comentario, comentarios, observacao, observacoes, notas, especifique, outro "
            "especifique, relato, testemunho, informacao adicional"
        ),
        "ar": phrases(
            "ملاحظات, ملاحظة, تعليق, تعليقات, وصف الحالة, حدد, معلومات اضافية, شرح, اخرى "
            "اذكر, وصف المشكلة, رأي الباحث, توصيات الباحث, ملخص الحالة, تفاصيل الشكوى, نص "
            "الشكوى"
        ),
        "uk": phrases(
            "коментар, коментарі, примітка, примітки, зауваження, додаткова інформація, "
            "уточніть, інше вказати, опис ситуації, опис випадку, опис потреби"
        ),
        "ru": phrases(
            "комментарий, комментарии, примечание, примечания, замечания, дополнительная "
            "информация, уточните, другое укажите, описание ситуации, описание случая, "
            "описание потребности"
        ),
        "sw": phrases("maoni, maelezo, maelezo mengine, taja, maelezo ya ziada"),
        "tr": phrases(
            "yorum, yorumlar, aciklama, notlar, ek bilgiler, görüşme notları, vaka notu, "
            "şikayet içeriği"
        ),
        "fa": phrases(
            "یادداشت, تبصره, ملاحظات, توضیحات, معلومات اضافی, معلومات بیشتر, سایر مشخص کنید, "
            "نظر سروی کننده, اگر دیگر مشخص کنید, توضیح بیشتر"
        ),
        "bn": phrases("মন্তব্য, অন্যান্য উল্লেখ করুন, বিস্তারিত বিবরণ, অতিরিক্ত তথ্য"),
        "so": phrases("faallo, faahfaahin, fikrado dheeraad ah"),
        "ur": phrases("کیفیت نوٹ"),
        "ht": phrases("lòt enfòmasyon"),
        "de": phrases("sonstiges bitte angeben"),
        "id": phrases("uraian kejadian, keterangan tambahan"),
        "ne": phrases("कैफियत, टिप्पणी, विवरण"),
    },
    beside_people={
        "en": phrases(
            "description, details, detail, action taken, actions taken, action, response "
            "given, response provided, follow up, reason, reasons, explain, summary, history, "
            "findings, recommendation, recommendations, resolution, background, "
            "circumstances, what happened, incident, complaint, feedback, plan, concern, case "
            "summary, case description, obs, rmks, rem, cmt, next steps, other info"
        ),
        "fr": phrases(
            "description, details, action prise, actions prises, mesures prises, suivi, "
            "raison, motif, resume, historique, recommandation, recommandations, "
            "circonstances, plainte, resume du cas, objet de la plainte, rmq, comm, suite "
            "donnee, rq"
        ),
        "es": phrases(
            "descripcion, detalles, accion tomada, acciones tomadas, medidas tomadas, "
            "seguimiento, razon, motivo, resumen, antecedentes, recomendacion, "
            "recomendaciones, queja, resumen del caso, descripcion de la situacion, nota, "
            "novedades, respuesta brindada, detalle, compromisos"
        ),
        "pt": phrases(
            "descricao, detalhes, acao tomada, medidas tomadas, acompanhamento, motivo, "
            "resumo, historico, recomendacoes, queixa, resumo do caso, outras informacoes, "
            "detalhe, resposta dada, justificacao, accoes tomadas"
        ),
        "ar": phrases(
            "الوصف, وصف, التفاصيل, الاجراء المتخذ, الاجراءات المتخذة, المتابعة, السبب, "
            "اذكرها, شكوى, التوصيات, التوصية, ملخص, اسباب, اقتراحات, المقترحات, الرد, "
            "الاجراء, الحل, القصة, خلفية, معلومات عن الحالة, رأي, ملحوظات, ملحوظة, اذكر, "
            "هامش, المتابعات, نتيجة المتابعة, وصف الشكوى, ملا حظات"
        ),
        "uk": phrases(
            "опис, подробиці, вжиті заходи, причина, скарга, вкажіть, прим, комент, нотатки, "
            "деталі, пояснення, рекомендації, результат розгляду, резюме, рішення, відповідь, "
            "обставини, історія, зворотний зв'язок, відгук, відгуки, пропозиції, "
            "спостереження, інше, ситуація, замітки, суть, зміст"
        ),
        "ru": phrases(
            "описание, подробности, принятые меры, причина, жалоба, укажите, коммент, "
            "заметки, детали, пояснения, пояснение, рекомендации, решение, ответ, "
            "обстоятельства, история, обратная связь, отзыв, отзывы, предложения, наблюдения, "
            "другое, ситуация, содержание, мнение"
        ),
        "sw": phrases(
            "hatua zilizochukuliwa, sababu, malalamiko, mengineyo, hoja, mrejesho, muhtasari, "
            "mapendekezo, ushauri, tanbihi, kumbukumbu, ufuatiliaji, sababu zake, lalamiko, "
            "taarifa zaidi, eleza, fafanua, historia"
        ),
        "tr": phrases(
            "açıklamalar, ek bilgi, gözlemler, görüşler, lütfen belirtiniz, diğer "
            "belirtiniz, görüş ve öneriler, düşünceler, gözlem, öneriler, öneri, detay, "
            "detaylar, neden, nedeni, sebep, özet, sonuç ve öneriler, tanım, yapılan işlem, "
            "yapılan işlemler, belirtiniz, şikayet, geri bildirim, talep, talebi, düşünce, "
            "özgeçmiş, izlenim, görüşmeci notu, notu"
        ),
        "so": phrases(
            "faallooyin, xusuusin, ra'yi, sharraxaad, faallooyinka, sababta, faahfaahinta, "
            "talooyin, talo, ra'yiga, tallaabada la qaaday, qoraal, xog dheeraad ah, kuwa "
            "kale, fiiro gaar ah, sabab, sharaxaad"
        ),
        "bn": phrases(
            "মন্তব্যসমূহ, মতামত, বিবরণ, বিস্তারিত, কারণ, নোট, সুপারিশ, গৃহীত পদক্ষেপ, "
            "পরামর্শ, অন্যান্য, ফলোআপ, পর্যবেক্ষণ, সমস্যার বিবরণ, ঘটনার বিবরণ"
        ),
        "fa": phrases(
            "ملاحضات, نظر, نظریات, توضیح, دلیل, علت, جزئیات, پیشنهاد, پیشنهادات, اقدامات "
            "انجام شده, اقدام, خلاصه, نتیجه گیری, پیگیری, تعقیب, متن شکایت, کیفیت, نظر "
            "مستفید, سایر, تشریح, یاداشت, نکات"
        ),
        "ur": phrases("تبصرہ, ریمارکس, تفصیلات, وجہ, تفصیل, رائے, تجاویز"),
        "ht": phrases("kòmantè, remak, obsèvasyon, rezon, eksplikasyon, deskripsyon, sijesyon"),
        "de": phrases(
            "bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar, kommentare, notizen, "
            "notiz, beschreibung, grund, hinweis, hinweise, maßnahmen, bem, anm, rückmeldung, "
            "begründung, verlauf"
        ),
        "id": phrases(
            "keterangan, catatan, komentar, ket, alasan, saran, uraian, deskripsi, tindak "
            "lanjut, masukan, kendala"
        ),
        "my": phrases("အကြောင်းအရာ, အကြောင်းရင်း, အကြံပြုချက်"),
        "zh": phrases("描述, 原因, 详情, 意见, 建议"),
    },
    whole_headers={
        "my": phrases("မှတ်ချက်, မှတ်ချက်များ"),
        "zh": phrases("备注, 備註, 说明, 其他说明, 评论"),
    },
    about_people=(Category.SENSITIVE_ATTRIBUTE, Level.HIGH),
    unless=(*COUNTED, *phrases("date, comment id")),
    shape=r"\p{L}\S*\s+\S*\p{L}",
    long_texts=True,
)
