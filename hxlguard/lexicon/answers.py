"""Cells that answer a question or give a status, and so are nobody's name, number or address."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases

ANSWERS = {
    "en": phrases(
        "yes, no, y, n, true, false, ok, none, nil, null, na, n/a, n.a., nan, unknown, "
        "other, not applicable, not available, not known, don't know, dont know, refused, "
        "refuse to answer, prefer not to say, no answer, missing, active, inactive, confirmed, "
        "unconfirmed, pending, completed, complete, incomplete, done, open, closed, approved, "
        "rejected, verified, unverified, valid, invalid, enabled, disabled, ongoing, planned, "
        "cancelled, canceled, suspended, new, old, in progress, not started, available, "
        "unavailable, present, absent, on, off, tbd, tbc, test"
    ),
    "fr": phrases(
        "oui, non, vrai, faux, aucun, aucune, inconnu, autre, ne sait pas, refus, non "
        "applicable, actif, inactif, confirmé, en attente, terminé, en cours, ouvert, fermé, "
        "approuvé, rejeté, validé, planifié, annulé, disponible, indisponible"
    ),
    "es": phrases(
        "sí, si, verdadero, falso, ninguno, ninguna, desconocido, otro, no sabe, no aplica, "
        "activo, inactivo, confirmado, pendiente, completado, terminado, en curso, abierto, "
        "cerrado, aprobado, rechazado, planificado, cancelado, disponible"
    ),
    "pt": phrases(
        "sim, não, nao, verdadeiro, nenhum, nenhuma, desconhecido, outro, não sabe, ativo, "
        "activo, inativo, concluído, em curso, aberto, fechado, aprovado, rejeitado, planeado, "
        "disponível"
    ),
    "ar": phrases(
        "نعم, لا, صح, خطأ, لا يوجد, غير معروف, أخرى, اخرى, لا أعرف, لا ينطبق, نشط, غير نشط, "
        "مؤكد, قيد الانتظار, مكتمل, مفتوح, مغلق, مرفوض"
    ),
    "uk": phrases(
        "так, ні, немає, невідомо, інше, не знаю, активний, неактивний, підтверджено, "
        "завершено, відкрито, закрито"
    ),
    "ru": phrases(
        "да, нет, неизвестно, другое, не знаю, активный, неактивный, подтверждено, завершено, "
        "открыто, закрыто"
    ),
    "sw": phrases("ndiyo, ndio, hapana, hakuna, haijulikani, nyingine, sijui"),
}
"""By language; all but English need native review."""

ANSWER = (
    r"(?i)^\s*(?:"
    + "|".join(word.replace(".", r"\.") for words in ANSWERS.values() for word in words)
    + r")[\s.!]*$"
)
"""Such a cell, in the dialect that polars, RE2 and Java share."""
