"""E-mail addresses (RFC 5322 in everyday use), also with an `@` spaced, escaped or written out.

What looks like an address and is not one of a listed domain is a doubt.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer, RecognizerResult
    from presidio_analyzer.nlp_engine import NlpArtifacts
    from tldextract import TLDExtract


_LISTED_DOMAIN, _UNLISTED_DOMAIN = 1.0, 0.75
_REWRITTEN, _DOUBT = 0.8, 0.4

_AT = r"[(\[{]\s*(?:at|arobase|arroba)\s*[)\]}]|%40|&#(?:0*64|x0*40);|&commat;"
_DISGUISES = tuple(
    (re.compile(disguise, re.IGNORECASE), plain)
    for disguise, plain in (
        (rf"\s*(?:{_AT})\s*", "@"),
        (r"\s*[(\[{]\s*(?:dot|point|punto)\s*[)\]}]\s*|%2E|&#(?:0*46|x0*2E);", "."),
        (r"(?<=\S)\s{0,2}@\s{0,2}(?=[\w-]+\.[^\W\d_]{2})", "@"),
    )
)
_USUAL = (
    r"(?:^|[ ,;:(<])[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9])?"
    r"@(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+(?:com|net|org)\.?(?:$|[ ,;:)>])"
)
"""Addresses under domains of which everybody may have one, and which are listed for good."""

_QUOTED = re.compile(r"\"([^\"@\s]+(?:\s+[^\"@\s]+)*)\"@")
_AROUND_AT = re.compile(r"(?<![\w.+'@-])([\w.+'-]+)@\[?([\w.-]+)")
_WORD = re.compile(r"[^\W\d_]{2}")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")


def _plain(text: str) -> str:
    """The text with every `@` and dot of an address written as such."""
    for disguise, plain in _DISGUISES:
        text = disguise.sub(plain, text)
    return _QUOTED.sub(lambda quoted: ".".join(quoted[1].split()) + "@", text)


def _looks_like_one(text: str) -> bool:
    return any(
        _WORD.search(name) and (_WORD.search(domain) or _IP.fullmatch(domain))
        for name, domain in _AROUND_AT.findall(text)
    )


@cache
def _bundled_suffixes() -> TLDExtract:
    from tldextract import TLDExtract

    return TLDExtract(cache_dir=None, suffix_list_urls=(), fallback_to_snapshot=True)


def _confirm(regions: Regions) -> EntityRecognizer:
    from presidio_analyzer import EntityRecognizer, Pattern, RecognizerResult
    from presidio_analyzer.predefined_recognizers import EmailRecognizer

    class OfflineEmailRecognizer(EmailRecognizer):
        """Presidio's, but with the suffix list that tldextract bundles: nothing is fetched.

        An address whose domain is not on the list is still one, only less surely so.
        """

        def validate_result(self, pattern_text: str) -> bool | None:
            return True if _bundled_suffixes()(pattern_text).fqdn else None

        def analyze(
            self,
            text: str,
            entities: list[str],
            nlp_artifacts: NlpArtifacts | None = None,
            regex_flags: int | None = None,
        ) -> list[RecognizerResult]:
            written: list[RecognizerResult] = super().analyze(text, entities)
            if written:
                return written
            rewritten: list[RecognizerResult] = super().analyze(_plain(text), entities)
            if any(found.score == EntityRecognizer.MAX_SCORE for found in rewritten):
                return [RecognizerResult("EMAIL_ADDRESS", 0, len(text), _REWRITTEN)]
            doubtful = rewritten or _looks_like_one(text)
            return [RecognizerResult("EMAIL_ADDRESS", 0, len(text), _DOUBT)] if doubtful else []

    listed = EmailRecognizer.PATTERNS
    return OfflineEmailRecognizer(
        patterns=[Pattern(pattern.name, pattern.regex, _UNLISTED_DOMAIN) for pattern in listed]
    )


RECOGNIZER = Recognizer(
    entity="EMAIL_ADDRESS",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    tags=phrases("#*+email, #email, #*+mail"),
    headers={
        "en": phrases(
            "email, e mail, emailid, email id, email addr, mail address, mailbox, mail id, "
            "mail contact, contact mail, gmail, electronic mail, mail"
        ),
        "fr": phrases(
            "courriel, adresse electronique, adresse email, adresse mail, mel, mail, e mail"
        ),
        "es": phrases("correo, correo electronico, email, e mail, mail, direccion electronica"),
        "pt": phrases(
            "correio electronico, correio eletronico, email, e mail, endereco electronico, "
            "endereco eletronico"
        ),
        "ar": phrases("البريد الالكتروني, بريد الكتروني, ايميل, الايميل, البريد, الاميل"),
        "uk": phrases("електронна пошта, ел пошта, електронна адреса, пошта, емейл, імейл"),
        "ru": phrases("электронная почта, эл почта, электронный адрес, почта, емейл, имейл"),
        "sw": phrases("barua pepe, anwani ya barua pepe"),
        "tr": phrases("e posta, eposta, mail adresi, elektronik posta"),
        "fa": phrases("ایمیل, پست الکترونیک, پست الکترونیکی"),
        "bn": phrases("ইমেইল, ই মেইল"),
        "so": phrases("iimayl, boostada elektaroonigga, cinwaanka emailka"),
        "ur": phrases("ای میل"),
        "id": phrases("surel"),
    },
    beside_people={
        "en": phrases("e address"),
        "fr": phrases("adr electronique"),
        "es": phrases("c electronico, dir electronica"),
        "pt": phrases("end electronico"),
        "uk": phrases("ел адреса, мейл, мейл адреса"),
        "ru": phrases("мэйл, почтовый ящик электронный, эл адрес, имэйл, электронка"),
        "sw": phrases("b pepe, pepe"),
        "so": phrases("iimeel, iimeylka, emailka"),
        "bn": phrases("মেইল"),
        "fa": phrases("برقی آدرس"),
        "ht": phrases("imèl, kourye elektwonik"),
    },
    whole_headers={
        "my": phrases("အီးမေးလ်"),
        "zh": phrases("邮箱, 电子邮箱, 电子邮件, 邮件地址"),
    },
    doubtful=phrases(
        "count, number, total, verified, sent, nombre, opened, bounced, subscribed, "
        "delivery, status, direct mail, mail order"
    ),
    shape=r"\S@\S",
    candidate=rf"(?i)\S\s{{0,2}}@\s{{0,2}}\S|{_AT}",
    confirm=_confirm,
    sure=lambda texts, regions: {_USUAL: _LISTED_DOMAIN},
    matches=(
        "amina.k@relief.example",
        "write to j_doe+field@mail.example.org today",
        '"amina k"@relief.org',
        "amina.k @ relief.org",
        "amina.k\u00a0@\u00a0relief.org",
        "amina.k\u2063@\u2063relief.org",
        "amina.k@\nrelief.org",
        "amina.k (at) relief.org",
        "amina.k[at]relief[dot]org",
        "amina.k&#64;relief.org",
        "mailto:amina.k%40relief.org",
        "amina@relief",
        "amina@[192.0.2.1]",
    ),
    misses=(
        "price @ market",
        "@handle",
        "thanks @handle and @other",
        "3 @ 20",
        "3@20",
        "3 @ 20.50 USD",
        "rice @ 2.5",
        "A@B",
        "meeting (at) noon",
        "40%40",
    ),
)
