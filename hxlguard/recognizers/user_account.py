"""Accounts and devices of the people who collect data (KoBo, ODK, SurveyCTO system columns)."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="USER_ACCOUNT",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    headers={
        "en": phrases(
            "submitted by, last edited by, edited by, created by, modified by, updated by, "
            "entered by, entry by, data entry clerk, recorded by, uploaded by, approved by, "
            "reviewed by, verified by, prepared by, registered by, collected by, "
            "interviewed by, username, user name, user login, login name, login id, account "
            "name, screen name, nick name, user handle, enum name, enumerator username, "
            "kobo username, odk user, skype id, skype, whatsapp id, user email, login, "
            "logins, enumerator login, collector login, survey user, data collector login, "
            "enumerator user, app user, kobo user"
        ),
        "fr": phrases(
            "nom d'utilisateur, identifiant utilisateur, soumis par, saisi par, cree par, "
            "modifie par, enregistre par, prepare par, login, identifiant de connexion"
        ),
        "es": phrases(
            "nombre de usuario, usuario, enviado por, ingresado por, creado por, modificado "
            "por, registrado por, elaborado por"
        ),
        "pt": phrases(
            "nome de utilizador, nome de usuario, usuario, submetido por, criado por, "
            "modificado por, registado por, preenchido por"
        ),
        "ar": phrases("اسم المستخدم, ادخل بواسطة, مدخل البيانات, تم الادخال بواسطة, سجل بواسطة"),
        "uk": phrases("ім'я користувача, логін, внесено, створено користувачем, заповнив"),
        "ru": phrases("имя пользователя, логин, внесено кем, создано пользователем, заполнил"),
        "sw": phrases("jina la mtumiaji, imewasilishwa na, imejazwa na, imesajiliwa na"),
    },
    whole_headers={
        "en": phrases("user"),
    },
    unless=phrases(
        "count, total, login attempts, role, type, date, time, at, funded by, created "
        "by organization, agency, organization, status, group"
    ),
    shape=r"\p{L}.*\p{L}",
)
