"""Postal codes of homes, which name a street or a village."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import postcodes
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="ZIPCODE",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=phrases("#*+zip, #*+zipcode, #*+postcode, #*+postal_code, #*+postal"),
    headers={
        "en": phrases(
            "zip, zip code, zipcode, zip cd, postal code, postcode, post code, postal cd, "
            "postalcode, pin code, pincode, eircode, zip 4, zip plus 4"
        ),
        "fr": phrases("code postal, cp postal"),
        "es": phrases("codigo postal, cod postal, c postal"),
        "pt": phrases("codigo postal, cep"),
        "ar": phrases("الرمز البريدي, الرقم البريدي"),
        "uk": phrases("поштовий індекс, індекс пошти"),
        "ru": phrases("почтовый индекс, индекс почты"),
        "sw": phrases("msimbo wa posta"),
        "tr": phrases("posta kodu"),
        "fa": phrases("کد پستی, کدپستی"),
        "bn": phrases("পোস্ট কোড, ডাক কোড"),
        "so": phrases("lambarka boostada"),
        "id": phrases("kode pos"),
        "de": phrases("postleitzahl"),
        "it": phrases("codice postale"),
        "nl": phrases("postcode"),
    },
    whole_headers={
        "en": phrases("zip, postal, plz, cp"),
        "fr": phrases("cp"),
        "es": phrases("cp"),
        "pt": phrases("cep"),
        "it": phrases("cap"),
    },
    unless=(*COUNTED, *phrases("zip file, zip archive, zip url, zip size, zip name, zip path")),
    shape=r"^\s*[\p{Lu}\d][\p{L}\d]{0,4}[- ]?[\p{L}\d]{2,6}\s*$",
    candidate=postcodes.CANDIDATE,
    confirm=postcodes.confirm,
    least_share=0.6,
    matches=postcodes.MATCHES,
    misses=postcodes.MISSES,
)
