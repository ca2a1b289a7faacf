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
            "notes, feedback text, story, testimony, explanation, please explain, free "
            "text, open text, additional comments, final comments, enumerator comment, "
            "interviewer comment"
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
        "ar": phrases("ملاحظات, ملاحظة, تعليق, تعليقات, وصف الحالة, حدد, معلومات اضافية, شرح"),
        "uk": phrases(
            "коментар, коментарі, примітка, примітки, зауваження, додаткова інформація, уточніть"
        ),
        "ru": phrases(
            "комментарий, комментарии, примечание, примечания, замечания, дополнительная "
            "информация, уточните"
        ),
        "sw": phrases("maoni, maelezo, maelezo mengine, taja, maelezo ya ziada"),
        "tr": phrases("yorum, yorumlar, aciklama, notlar"),
        "fa": phrases("یادداشت, تبصره, ملاحظات, توضیحات"),
        "bn": phrases("মন্তব্য"),
        "so": phrases("faallo, faahfaahin"),
    },
    beside_people={
        "en": phrases(
            "description, details, detail, action taken, actions taken, action, response "
            "given, response provided, follow up, reason, reasons, explain, summary, "
            "history, findings, recommendation, recommendations, resolution, background, "
            "circumstances, what happened, incident, complaint, feedback, plan, concern"
        ),
        "fr": phrases(
            "description, details, action prise, actions prises, mesures prises, suivi, "
            "raison, motif, resume, historique, recommandation, recommandations, "
            "circonstances, plainte"
        ),
        "es": phrases(
            "descripcion, detalles, accion tomada, acciones tomadas, medidas tomadas, "
            "seguimiento, razon, motivo, resumen, antecedentes, recomendacion, "
            "recomendaciones, queja"
        ),
        "pt": phrases(
            "descricao, detalhes, acao tomada, medidas tomadas, acompanhamento, motivo, "
            "resumo, historico, recomendacoes, queixa"
        ),
        "ar": phrases("الوصف, وصف, التفاصيل, الاجراء المتخذ, الاجراءات المتخذة, المتابعة, السبب"),
        "uk": phrases("опис, подробиці, вжиті заходи, причина, скарга"),
        "ru": phrases("описание, подробности, принятые меры, причина, жалоба"),
        "sw": phrases("hatua zilizochukuliwa, sababu, malalamiko"),
    },
    about_people=(Category.SENSITIVE_ATTRIBUTE, Level.HIGH),
    unless=(*COUNTED, *phrases("date, comment id")),
    shape=r"\s\S+\s\S+\s",
    long_texts=True,
)
