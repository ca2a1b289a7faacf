"""Encodings: what is told for sure must be right, and the rest must hold."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.inputs import encoding, reader
from hxlguard.inputs.encoding import Decoding
from hxlguard.inputs.reader import Payload


def find_decoding(data: bytes) -> Decoding:
    return encoding.find_decoding(Payload.of("x", data))


def is_text(data: bytes) -> bool:
    return encoding.is_text(Payload.of("x", data))


FRENCH = "nom;prénom;lieu\nAïcha;Émilie;Côte d'Ivoire\nélève;déjà;à côté de l'école\n"
SPANISH = "nombre,lugar\nMuñoz,Panamá\nChocó,Educación Ñandú\n"
PORTUGUESE = "nome,município\nJoão,São Tomé\nConceição,Maranhão\n"
ARABIC = "الاسم,المدينة\nسارة خليل,المدينة الأولى\nعلي حسن,المدينة الثانية\n"
LATE_ARABIC = "name,city\n" + "Ann,Town\n" * 5_000 + ARABIC
MIXED = "nom,الاسم\nélève,سارة خليل\nHélène,علي حسن\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "latin-1"),
        (FRENCH + "œuvre d’art;12 €;“…”x\n", "cp1252"),
        ("nom\nZoé\n", "latin-1"),
        ("NOM;ÂGE\nÉLISE;3\n", "latin-1"),
        (SPANISH, "latin-1"),
        (PORTUGUESE, "latin-1"),
        (ARABIC, "cp1256"),
        (LATE_ARABIC, "cp1256"),
        (MIXED, "cp1256"),
        (ARABIC, "utf-8"),
        (ARABIC, "utf-8-sig"),
        (ARABIC, "utf-16"),
        (ARABIC + "1,2,3,4,5,6,7,8,9\n", "utf-16-le"),
        (ARABIC + "1,2,3,4,5,6,7,8,9\n", "utf-16-be"),
        (ARABIC, "utf-32"),
        ("plain,text\n", "ascii"),
    ],
)
def test_text_comes_back(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    decoding = find_decoding(data)
    assert is_text(data)
    assert data.decode(decoding.codec).removeprefix("\ufeff") == text
    assert decoding.doubt == ""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("имя,город\nИван Петров,Харьков\n", "cp1251"),
        ("ИМЯ,ГОРОД\nИВАН ПЕТРОВ,ХАРЬКОВ\n", "cp1251"),
        ("имя,город\nИван Петров,Харьков\n", "cp866"),
        ("имя,город\nИван Петров,Харьков\n", "koi8_r"),
        ("όνομα\nΜαρία Παππά\n", "cp1253"),
        ("ΟΝΟΜΑ\nΜΑΡΙΑ ΠΑΠΠΑ\n", "cp1253"),
        ("ชื่อ\nสมชาย\n", "cp874"),
        ("nom\nélève à côté\n", "mac_roman"),
    ],
)
def test_other_code_pages_are_doubted(text: str, encoding: str) -> None:
    assert find_decoding(text.encode(encoding)).doubt


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        ("Zoé à côté".encode() + b"\xff", "utf-8"),
        (ARABIC.encode()[:-2], "utf-8"),
        ("a,b".encode("utf-16")[:-1], "utf-16"),
    ],
)
def test_broken_bytes_are_doubted(data: bytes, codec: str) -> None:
    decoding = find_decoding(data)
    assert decoding.codec == codec
    assert decoding.doubt


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_valid_utf8_is_never_doubted(text: str) -> None:
    decoding = find_decoding(text.encode())
    assert decoding.doubt == ""
    assert text.encode().decode(decoding.codec) == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_get_an_answer(data: bytes) -> None:
    data.decode(find_decoding(data).codec, errors="replace")


def test_compressed_bytes_are_no_text() -> None:
    assert not is_text(os.urandom(4_096))
    assert not is_text(bytes(range(256)) * 8)


@pytest.mark.parametrize("size", [1, 7, 64])
@pytest.mark.parametrize(
    "data",
    [
        *(text.encode("cp1252", errors="ignore") for text in (FRENCH, SPANISH, PORTUGUESE)),
        *(text.encode("cp1256") for text in (ARABIC, LATE_ARABIC, MIXED)),
        *(ARABIC.encode(codec) for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-32")),
        "имя,город\nИван Петров,Харьков\n".encode("cp1251"),
        "Zoé à côté".encode() + b"\xff",
        ARABIC.encode()[:-2],
        "Zoé, no line end".encode("cp1252"),
    ],
)
def test_blocks_of_any_size_tell_the_same(
    data: bytes, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = find_decoding(data)
    monkeypatch.setattr(reader, "_BLOCK_BYTES", size)
    assert find_decoding(data) == whole
