"""Web addresses. They are rarely personal by themselves, but they lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer


def _confirm(regions: Regions) -> EntityRecognizer:
    from presidio_analyzer.predefined_recognizers import UrlRecognizer

    with_scheme = [found for found in UrlRecognizer.PATTERNS if found.name == "Standard Url"]
    recognizer: EntityRecognizer = UrlRecognizer(patterns=with_scheme)
    return recognizer


RECOGNIZER = Recognizer(
    entity="URL",
    category=Category.NON_PERSONAL,
    level=Level.LOW,
    tags=("#*+url",),
    headers={
        "en": phrases(
            "url, uri, website, web site, web page, webpage, web link, link, hyperlink, weblink"
        ),
        "fr": phrases("site web, site internet, lien, adresse web, page web"),
        "es": phrases("sitio web, pagina web, enlace, vinculo, direccion web"),
        "pt": phrases("sitio web, site, pagina web, ligacao, endereco web, link"),
        "ar": phrases("رابط, الرابط, الموقع الالكتروني, صفحة الويب"),
        "uk": phrases("вебсайт, сайт, посилання, веб сторінка"),
        "ru": phrases("вебсайт, сайт, ссылка, веб страница"),
        "sw": phrases("tovuti, kiungo"),
        "tr": phrases("web sitesi, baglanti"),
        "fa": phrases("وب سایت, لینک"),
        "bn": phrases("ওয়েবসাইট"),
        "so": phrases("bogga internetka"),
    },
    whole_headers={
        "en": phrases("www, site url"),
    },
    shape=r"(?i)https?://|www\.|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?$",
    candidate=r"(?i)https?://",
    confirm=_confirm,
    matches=("https://data.humdata.org/dataset/x", "see http://example.org."),
    misses=("e.g.this", "ratio 3:1", "example dot org"),
)
