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
            "reviewed by, verified by, prepared by, registered by, collected by, interviewed "
            "by, username, user name, user login, login name, login id, account name, screen "
            "name, nick name, user handle, enum name, enumerator username, kobo username, odk "
            "user, skype id, skype, whatsapp id, user email, login, logins, enumerator login, "
            "collector login, survey user, data collector login, enumerator user, app user, "
            "kobo user, filled by, encoded by, assessed by, received by, rec d by, released "
            "by, issued by, authorised by, authorized by, handed over by, checked by, "
            "storekeeper, notified by, upl by"
        ),
        "fr": phrases(
            "nom d'utilisateur, identifiant utilisateur, soumis par, saisi par, cree par, "
            "modifie par, enregistre par, prepare par, login, identifiant de connexion, "
            "rempli par, collecte par, renseigne par, agent de saisie, saisie par, notifie "
            "par, valide par, verifie par, etabli par, redige par, recu par, livre par"
        ),
        "es": phrases(
            "nombre de usuario, usuario, enviado por, ingresado por, creado por, modificado "
            "por, registrado por, elaborado por, diligenciado por, digitado por, elaborada "
            "por, revisado por, recibido por, autorizado por, entregado por, verificado por"
        ),
        "pt": phrases(
            "nome de utilizador, nome de usuario, usuario, submetido por, criado por, "
            "modificado por, registado por, preenchido por, recolhido por, inserido por, "
            "cadastrado por, recebido por, entregue por"
        ),
        "ar": phrases(
            "اسم المستخدم, ادخل بواسطة, مدخل البيانات, تم الادخال بواسطة, سجل بواسطة, تم "
            "التسجيل بواسطة, تم الادخال من قبل, ادخلت من قبل, اعد بواسطة, تم التعديل بواسطة, "
            "تم جمعها من قبل, جامع المعلومات, موظف التسجيل, الموظف المسجل, معبئ الاستمارة, "
            "اسم معبئ الاستمارة, المستلم من قبل, اعداد"
        ),
        "uk": phrases(
            "ім'я користувача, логін, внесено, створено користувачем, заповнив, хто вніс, ким "
            "заповнено, ким зареєстровано, зареєстрував, оновлено користувачем, "
            "відповідальний за заповнення, оператор вводу"
        ),
        "ru": phrases(
            "имя пользователя, логин, внесено кем, создано пользователем, заполнил, кто внес, "
            "кем заполнено, кем зарегистрировано, зарегистрировал, обновлено пользователем, "
            "оператор ввода"
        ),
        "sw": phrases(
            "jina la mtumiaji, imewasilishwa na, imejazwa na, imesajiliwa na, aliyeingiza "
            "data, aliyeingiza taarifa, mwandikishaji, aliyejaza fomu, mkusanya data, jina la "
            "mwandikishaji"
        ),
        "tr": phrases(
            "kullanıcı adı, kaydeden kişi, veri giren, veri girişi yapan, oluşturan "
            "kullanıcı, formu dolduran, formu dolduran kişi, kaydı yapan, kaydı alan, "
            "güncelleyen, anketör adı"
        ),
        "so": phrases(
            "waxaa diiwaangeliyay, diiwaangeliyaha, xog ururiyaha, xog uruuriyaha, waxaa "
            "buuxiyay, magaca diiwaangeliyaha, xog geliyaha, xog ururiye"
        ),
        "bn": phrases("তথ্য সংগ্রহকারী, তথ্য সংগ্রহকারীর নাম, ব্যবহারকারীর নাম, পূরণকারীর নাম, এন্ট্রি করেছেন"),
        "fa": phrases(
            "نام کاربری, ثبت کننده, وارد کننده معلومات, ثبت شده توسط, سروی کننده, نام سروی "
            "کننده, خانه پری توسط, جمع آوری کننده معلومات, ترتیب کننده فورم, درج شده توسط, "
            "ثبت شده به وسیله"
        ),
        "ur": phrases("اندراج کنندہ, فارم بھرنے والے کا نام"),
        "ht": phrases("moun ki ranpli fòm nan, anketè, ranpli pa, antre pa"),
        "de": phrases(
            "erfasst von, benutzername, ausgefüllt von, eingetragen von, sachbearbeiter, "
            "erstellt von, bearbeiter"
        ),
        "id": phrases("nama petugas, diinput oleh, nama pendata, enumerator nama"),
    },
    whole_headers={
        "en": phrases("user, buyer, requester"),
        "my": phrases("စာရင်းကောက်သူ, စာရင်းသွင်းသူ"),
        "zh": phrases("填表人, 登记人, 录入人, 录入员, 用户名, 调查员"),
        "ar": phrases("المستخدم"),
        "fr": phrases("acheteur, demandeur"),
    },
    beside_people={
        "en": phrases("recorder, user id"),
        "fr": phrases("fait par"),
        "es": phrases("elaboro"),
        "pt": phrases("registou"),
        "ar": phrases(
            "المدخل, المسجل, المستخدم, بواسطة, سجلت من قبل, اعداد, معد الاستمارة, المقيم, "
            "مسؤول التسجيل, مسجل البيانات, المدقق, دققت من قبل"
        ),
        "tr": phrases(
            "kaydeden, kullanıcı, oluşturan, anketör, giren, görüşmeci, hazırlayan, dolduran, "
            "görüşmeyi yapan"
        ),
        "uk": phrases(
            "користувач, оператор, вніс, реєстратор, анкетер, виконавець, заповнила, склав, "
            "ким створено, хто проводив"
        ),
        "ru": phrases(
            "пользователь, внес, регистратор, заполнила, составил, кем создано, кто проводил"
        ),
        "sw": phrases("mtumiaji, mjazaji, karani, aliyeandikisha, msajili, aliyesajili"),
        "so": phrases("isticmaalaha, buuxiyay, diiwaan geliyay, ururiyaha"),
        "bn": phrases("জরিপকারী, ব্যবহারকারী, পূরণকারী, সংগ্রহকারী"),
        "fa": phrases(
            "کاربر, ترتیب کننده, توسط, مسئول ثبت, پرسشگر, تهیه کننده, سرویر, آمارگیر, خانه "
            "پری کننده"
        ),
        "ht": phrases("itilizatè, ajan"),
        "de": phrases("benutzer, nutzer, bearbeitet von"),
        "id": phrases("petugas pendata, pendata, petugas, pencacah, diisi oleh"),
    },
    unless=phrases(
        "count, total, login attempts, role, type, date, time, at, funded by, created "
        "by organization, agency, organization, status, group"
    ),
    shape=r"\p{L}.*\p{L}",
)
