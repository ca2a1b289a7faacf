"""Web pages of people and organisations, which say who they are and how to reach them."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="HOMEPAGE",
    category=Category.ORGANISATIONAL_CONTACT,
    level=Level.LOW,
    tags=phrases("#contact+url"),
    headers={
        "en": phrases(
            "website, web site, homepage, home page, personal page, web presence, company "
            "url, company website, organization website"
        ),
        "fr": phrases("site web, site internet, page personnelle"),
        "es": phrases("sitio web, pagina web, pagina personal"),
        "pt": phrases("sitio web, pagina web, pagina pessoal"),
        "ar": phrases("الموقع الالكتروني"),
        "uk": phrases("вебсайт"),
        "ru": phrases("вебсайт"),
        "sw": phrases("tovuti"),
        "tr": phrases("web sitesi"),
        "fa": phrases("وب سایت"),
        "bn": phrases("ওয়েবসাইট"),
    },
    whole_headers={
        "en": phrases("web, site url, www"),
        "fr": phrases("web"),
        "es": phrases("web, web site"),
        "pt": phrases("web"),
        "uk": phrases("сайт"),
        "ru": phrases("сайт"),
    },
    unless=(
        *COUNTED,
        *phrases("views, visits, traffic, source, dataset, document, report, reference"),
    ),
    shape=r"(?i)https?://|www\.|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?$",
)
