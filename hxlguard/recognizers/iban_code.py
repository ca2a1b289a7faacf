"""International bank account numbers (ISO 13616, check digits modulo 97)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer


def _confirm(regions: Regions) -> EntityRecognizer:
    from presidio_analyzer.predefined_recognizers import IbanRecognizer

    recognizer: EntityRecognizer = IbanRecognizer()
    return recognizer


RECOGNIZER = Recognizer(
    entity="IBAN_CODE",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    tags=("#*+iban",),
    headers={
        "en": phrases(
            "iban, bank account, bank account number, account number, account no, acct no, "
            "acct num, a c no, bank details, sort code, routing number, swift account, wallet "
            "number, wallet id, mobile money account, beneficiary account"
        ),
        "fr": phrases(
            "iban, compte bancaire, numero de compte, rib, coordonnees bancaires, numero "
            "compte bancaire, compte mobile money"
        ),
        "es": phrases(
            "iban, cuenta bancaria, numero de cuenta, clabe, cuenta de ahorros, datos "
            "bancarios, numero cuenta bancaria"
        ),
        "pt": phrases("iban, conta bancaria, numero da conta, nib, dados bancarios"),
        "ar": phrases(
            "رقم الحساب, حساب بنكي, الحساب البنكي, رقم الحساب البنكي, رقم الايبان, ايبان"
        ),
        "uk": phrases("банківський рахунок, номер рахунку, розрахунковий рахунок"),
        "ru": phrases("банковский счет, номер счета, расчетный счет"),
        "sw": phrases("akaunti ya benki, namba ya akaunti, nambari ya akaunti"),
        "tr": phrases("iban, banka hesabi, hesap no, hesap numarasi"),
        "fa": phrases("شماره حساب, حساب بانکی"),
        "bn": phrases("ব্যাংক হিসাব নম্বর, অ্যাকাউন্ট নম্বর"),
        "so": phrases("lambarka akoonka, xisaabta bangiga"),
        "id": phrases("no rekening, nomor rekening, rekening bank, no rek, norek, n rekening"),
        "de": phrases("kontonummer, bankverbindung"),
    },
    shape=r"(?i)[0-9]{6,}|[a-z]{2}[ -]?[0-9]{2}",
    candidate=r"(?i)[a-z]{2}[0-9]{2}(?:[ -]?[a-z0-9]{4}){2}",
    confirm=_confirm,
    chance=1 / 97,
    matches=("GB82 WEST 1234 5698 7654 32", "DE89370400440532013000"),
    misses=("DE89370400440532013001", "LY0106", "GT01 sacos de 85 libras"),
)
