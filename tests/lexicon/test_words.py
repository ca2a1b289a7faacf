from __future__ import annotations

import pytest

from hxlguard.lexicon.countries import country
from hxlguard.lexicon.header_tags import suggested_tag
from hxlguard.lexicon.words import holds_phrase, tokens


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Prénom", ("prenom",)),
        ("childName", ("child", "name")),
        ("GPSCoord", ("gps", "coord")),
        ("household/resp_name", ("household", "resp", "name")),
        ("group::contact-phone", ("group", "contact", "phone")),
        ("الإسم  الكامِل", ("الاسم", "الكامل")),
        ("ＰＨＯＮＥ", ("phone",)),
        ("ক্যাম্পের নাম", ("ক্যাম্পের", "নাম")),
        ("लिङ्ग", ("लिङ्ग",)),
        ("ဖုန်းနံပါတ်", ("ဖုန်းနံပါတ်",)),
        ("FULLNAME", ("full", "name")),
        ("hh/firstname_en", ("hh", "first", "name", "en")),
        ("NOMCOMPLET", ("nom", "complet")),
        ("passportno", ("passport", "no")),
        ("Beneficiary's name", ("beneficiary", "name")),
        ("Beneficiary’s_name", ("beneficiary", "name")),
        ("Carte d'identité", ("carte", "d'identite")),
        ("surname username phonenumber", ("surname", "username", "phonenumber")),
        ("", ()),
    ],
)
def test_tokens(header: str, expected: tuple[str, ...]) -> None:
    assert tokens(header) == expected


def test_a_phrase_is_consecutive_whole_words() -> None:
    assert holds_phrase(("my", "phone", "number"), ("phone", "number"))
    assert not holds_phrase(("acid", "level"), ("cid",))
    assert not holds_phrase(("phone", "my", "number"), ("phone", "number"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SYR", "SY"),
        ("sy", "SY"),
        ("SY0101", "SY"),
        ("GIN008001", "GN"),
        ("IQG01Q01", "IQ"),
        ("NER", "NE"),
        ("South Sudan", "SS"),
        ("Sudan", "SD"),
        ("سوريا", "SY"),
        ("Tchad", "TD"),
        ("République démocratique du Congo", "CD"),
        ("42", None),
        ("", None),
        ("Sudan and others", None),
    ],
)
def test_country(text: str, code: str | None) -> None:
    assert country(text) == code


@pytest.mark.parametrize(
    ("header", "tag"),
    [
        ("Governorate", "#adm1+name"),
        ("ADM2_PCODE", "#adm2+code"),
        ("Secteur", "#sector+name"),
        ("FECHA DE INICIO", "#date+start"),
        ("المحافظة", "#adm1+name"),
        ("site/Latitude", "#geo+lat"),
        ("Colour of the roof", None),
    ],
)
def test_suggested_tag(header: str, tag: str | None) -> None:
    found = suggested_tag(header)
    assert (str(found) if found else None) == tag
