"""What the words before a value show, inside of remarks: `tel 0944 123 456`, `lives at 12 ...`.

A number or a street that would mean nothing by itself is somebody's where such words lead to it.
The patterns keep to the dialect that polars, RE2 and Java share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hxlguard.matching import contains
from hxlguard.recognizers.confirmation import Score, joined, scored_pattern
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    import polars as pl
    from presidio_analyzer import EntityRecognizer

CUED = 0.7
"""How sure a value is that its words alone show."""

_BEFORE = r"(?:^|[^\p{L}\p{M}\d_])"


@dataclass(frozen=True)
class Cue:
    """Words and the value they lead to.

    Attributes:
        words: language (ISO 639-1) to phrases, as patterns; case does not matter.
        between: what may stand between a phrase and the value.
        value: the value.
        candidate: a superset of all, quick to rule out in cells that are no text.
        is_none: a value that is none after all.
        plain: values that are one for certain.
        matches: remarks in which it must be found.
        misses: remarks in which it must not be found.
    """

    words: Mapping[str, tuple[str, ...]]
    between: str
    value: str
    candidate: str
    is_none: re.Pattern[str] | None = None
    plain: str | None = None
    matches: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """A phrase and its value."""
        return rf"{_BEFORE}{self.phrases}{self.between}(?:{self.value})"

    @property
    def phrases(self) -> str:
        """Any of the words, in either case."""
        return f"(?i:{'|'.join(phrase for each in self.words.values() for phrase in each)})"

    def score(self, matched: str) -> Score:
        """How sure a match is; None where its number is a date or an amount."""
        number = _FIRST_NUMBER.search(matched)
        if self.is_none and number and self.is_none.fullmatch(number.group().strip()):
            return None
        return CUED


_FIRST_NUMBER = re.compile(r"[+(]*\d[\d ().,/+-]*")
_DATE = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)"
    r"|(?:19|20)\d\d\s?[-/]\s?(?:19|20)?\d\d"
)
_IS_DATE = re.compile(_DATE)
_IS_AMOUNT_OR_DATE = re.compile(rf"[1-9]\d{{0,2}}(?:[ .,]\d{{3}})+|{_DATE}")

_STREET = (
    r"streets?|st\.|roads?|rd\.|avenue|ave\.|lane|alley|building|apartment|flat|house (?:no|#|\d)"
    r"|rue|av\.|boulevard|bd|quartier|impasse|parcelle|ruelle"
    r"|calle|carrera|cra|avenida|barrio|manzana|vereda|casa (?:no|#|n°|\d)"
    r"|rua|bairro|travessa|quarteirão"
    r"|شارع|حي|زقاق|حارة|بناء|طريق|خيمة"
    r"|вул|вулиц\p{L}{1,3}|просп\p{L}*|пров\p{L}*|буд|кв\.|ул\.|улиц\p{L}{1,3}|пер\.|дом"
    r"|mtaa|barabara|nyumba|mahalle\p{L}*|sokak|sokağı|caddesi"
)

_TEXT_THEN = r"\p{L}[.]?[\s:#№][^\d]*"

CUES: Mapping[str, Cue] = {
    "PHONE_NUMBER": Cue(
        words={
            "en": (
                r"tel|phone|telephone|mobile|mob|cell|whats ?app|call(?:ed|ing)?|sms|dial"
                r"|reach(?:ed|able)? (?:him |her |them )?(?:on|at)|contact(?:ed)?"
                r"|(?:new|old|his|her|their|my) (?:number|no)",
            ),
            "fr": (
                r"tél|téléphone|portable|appel\p{L}*|joi[gn]+[\p{L}]+ au|numéro|contact\p{L}* au",
            ),
            "es": (
                r"teléfono|telefono|celular|cel|móvil|llam[\p{L}]+|contest[\p{L}]+|número|fono",
            ),
            "pt": (r"telefone|telemóvel|ligar|ligou|contacto",),
            "ar": (
                r"(?:ال)?(?:هاتف|جوال|موبايل|تلفون|محمول|خلوي|نقال|رقم)\p{Arabic}*|واتس(?:اب|آب)?"
                r"|(?:[بل]?ال|لل)?(?:اتصال|تواصل)|(?:[يتن]|ا)تصل\p{Arabic}*|[يت]رد على",
            ),
            "uk": (r"тел|телефон\p{L}*|моб|номер\p{L}*|дзвон[\p{L}]+|вайбер",),
            "ru": (r"звон[\p{L}]+|вайбер|ватсап",),
            "sw": (r"simu|namba|nambari|piga",),
            "tr": (r"telefon\p{L}*|cep",),
            "so": (r"taleefan\p{L}*|telefoon\p{L}*|lambar\p{L}*",),
            "bn": (r"ফোন|মোবাইল|নম্বর",),
        },
        between=r"[^\d\n+(]{0,40}",
        value=r"\+?\(?\d(?:[ ().\-/]{0,2}\d){5,14}",
        candidate=_TEXT_THEN + r"\d(?:[ ().\-/]{0,2}\d){5}",
        plain=r"(?:\+[1-9]|0)\d(?: ?\d){5,}",
        is_none=_IS_AMOUNT_OR_DATE,
        matches=(
            "no answer, tel 22-18-407",
            "joignable au 70 12 34 56 le soir",
            "su celular es 3105550147",
            "يرد على هاتف الجار 555 1834",
            "новий номер 50 555 01 47",
            "namba yake ni 0755 550 147",
        ),
        misses=(
            "call for proposals 2023-2024",
            "called on 2023-04-12",
            "phones for 120 000 people",
            "numéro 1 500 000",
            "رقم 12 آذار 2024",
        ),
    ),
    "NATIONAL_ID": Cue(
        words={
            "en": (
                r"national (?:id|number|identity)|id (?:card|no|number)|identity (?:card|no|number)"
                r"|nid|cnic|tazkira|passport|ssn|social security|voter (?:id|card)|ration card",
            ),
            "fr": (r"carte d['’]identité|cni|pièce d['’]identité|passeport|carte d['’]électeur",),
            "es": (r"cédula|cedula|dni|documento de identidad|pasaporte|cui|curp",),
            "pt": (r"bilhete de identidade|nuit|cpf|passaporte",),
            "ar": (r"(?:رقم )?(?:ال)?هوية|الرقم الوطني|رقم البطاقة|جواز(?: ال)?سفر\p{Arabic}*",),
            "uk": (r"іпн|рнокпп|паспорт\p{L}*|id[- ]картк\p{L}*|посвідчення",),
            "ru": (r"инн|снилс|удостоверени[\p{L}]+",),
            "sw": (r"kitambulisho|nida",),
            "tr": (r"kimlik|tc no",),
        },
        between=r"[^\d\n]{0,15}",
        value=r"\p{Lu}{0,3}\d(?:[ ./-]?\d){5,}",
        candidate=_TEXT_THEN + r"\d(?:[ ./-]?\d){5}",
        is_none=_IS_DATE,
        matches=(
            "national ID 01-22-90145 does not match the photo",
            "passport no. P4471823 expired",
            "carte d'identité 1198002231 illisible",
            "cédula 1.090.445.221 sin foto",
            "رقم الهوية 04010023456 لا يطابق",
            "ІПН 1759013776 без паспорта",
        ),
        misses=(
            "distribution of 5000 ID cards",
            "passport renewed 2023-04-12",
        ),
    ),
    "CASE_NUMBER": Cue(
        words={
            "en": (
                r"case (?:no|number|id|code|file)|file|case|registered (?:under|as|with)|progres"
                r"|registration (?:no|number|id|group)|survivor code|household (?:no|number|id)",
            ),
            "fr": (r"dossier|enregistré\p{L}* sous|numéro de cas|code de survivante?",),
            "es": (r"expediente|caso|registrad[oa] con|código de caso",),
            "pt": (r"processo|caso número|registad[oa] com",),
            "ar": (r"(?:رقم )?الملف|رقم (?:الحالة|القضية|التسجيل|المستفيد)|ملف",),
            "uk": (r"справ[\p{L}]+|за номером|реєстраційний номер",),
            "ru": (r"дело|номер дела|регистрационный номер",),
            "sw": (r"kesi|faili",),
        },
        between=r"(?:[\s.:#№°-]|el |no|nr|number|id|під|под){0,6}",
        value=r"\b(?:(?:[A-Z0-9]{1,6}[-/])+\d{3,}|\d{6,12})\b",
        candidate=_TEXT_THEN + r"(?:.*[-/]\d{3}|\d{6})",
        is_none=_IS_AMOUNT_OR_DATE,
    ),
    "STREET_ADDRESS": Cue(
        words={
            "en": (
                r"lives?|lived|living|resid[\p{L}]+|stay(?:s|ing)?|moved|home address|his house",
            ),
            "fr": (
                r"habit[\p{L}]+|vit|vivent|résid[\p{L}]+|logé\p{L}*|déménagé\p{L}*|domicilié\p{L}*",
            ),
            "es": (r"vive|viven|vivía|reside\p{L}*|mudaron|mudó|domicilio",),
            "pt": (r"mora|moram|reside\p{L}*|mudou|morada|endereço",),
            "ar": (r"[تي]سكن\p{Arabic}*|انتقل\p{Arabic}*|[تي]قيم\p{Arabic}*|عنوانه\p{Arabic}?",),
            "uk": (r"мешка[\p{L}]+|прожива[\p{L}]+|живе|живуть|переїха[\p{L}]+|за адресою",),
            "ru": (r"живет|живёт|живут|переехал\p{L}*|по адресу",),
            "sw": (r"anaishi|anakaa|wanaishi|amehamia",),
            "tr": (r"oturuyor|yaşıyor|adresi",),
        },
        between=r"(?:[^\p{L}.\n][^.\n]{0,39})?",
        value=rf"[^\p{{L}}](?i:{_STREET})(?:$|[^\p{{L}}])",
        candidate=(
            r"[Ll]i(?:ves?|ved|ving)[^\p{L}]|[Rr]esid|[Ss]tay|[Mm]oved|[Aa]ddress|[Hh]is house"
            r"|[Hh]abit|[Vv]i(?:t|vent|ven?|ve|vía)[^\p{L}]|[Rr]ésid|[Ll]ogé|[Dd]éménag|[Dd]omicili"
            r"|[Mm]ud(?:aron|ó|ou)"
            r"|[Mm]oram?[^\p{L}]|[Mm]orada|[Ee]ndereço|سكن|انتقل|قيم|عنوان|[Мм]ешка|[Пп]рожива"
            r"|[Жж]и(?:ве|ву)|[Пп]ере[їе]ха|адрес|[Aa]naishi|[Aa]nakaa|[Ww]anaishi|[Aa]mehamia"
            r"|oturuyor|yaşıyor"
        ),
        matches=(
            "family lives behind the mosque, Market Street, second door",
            "habite chez sa tante, rue du Marché",
            "se mudaron a la calle 14",
            "تسكن في شارع السوق خلف الجامع",
            "мешкає на вул. Садовій",
        ),
        misses=(
            "rehabilitation of Airport Road",
            "street lights for 12 quarters",
            "réhabilitation de la rue du Marché",
            "60% of families live in tents",
        ),
    ),
}


def with_cues(kind: Recognizer) -> Recognizer:
    """The same kind of data, found in remarks by the words before it as well."""
    cue = CUES.get(kind.entity)
    if cue is None:
        return kind
    candidate = "|".join(f"(?:{each})" for each in (kind.candidate, cue.candidate) if each)
    return replace(
        kind,
        candidate=candidate,
        plausible=_plausible(kind, cue),
        sure=_surer_without(cue, kind.sure),
        certain=_certain_with(cue, kind),
        confirm=_either_confirms(kind, cue),
        matches=(*kind.matches, *cue.matches),
        misses=(*kind.misses, *cue.misses),
    )


def _plausible(kind: Recognizer, cue: Cue) -> Callable[[Regions], str]:
    """A phrase, or what the kind itself takes for plausible."""
    led = rf"{cue.phrases}.*(?:{cue.value})"
    own = kind.plausible or (lambda regions: kind.candidate or "")
    return lambda regions: "|".join(f"(?:{each})" for each in (own(regions), led) if each)


def _surer_without(
    cue: Cue, sure: Callable[[pl.Series, Regions], Mapping[str, float | None]]
) -> Callable[[pl.Series, Regions], Mapping[str, float | None]]:
    """What is less sure than a cue is known of texts without one alone."""

    def scores(texts: pl.Series, regions: Regions) -> dict[str, float | None]:
        known = sure(texts, regions)
        above = {each: score for each, score in known.items() if score and score >= CUED}
        return {**above, cue.phrases: None, **known} if known else {}

    return scores


def _certain_with(cue: Cue, kind: Recognizer) -> Callable[[pl.Series, Regions], pl.Series] | None:
    """A cue before a plain number that begins with a zero or a plus, where all else is known."""
    if cue.plain is None:
        return kind.certain
    pattern = rf"{_BEFORE}{cue.phrases}{cue.between}{cue.plain}"

    def scores(texts: pl.Series, regions: Regions) -> pl.Series:
        import polars as pl

        known = pl.repeat(None, len(texts), dtype=pl.Float64, eager=True)
        for each, score in kind.sure(texts, regions).items():
            known = known.set(known.is_null() & contains(texts, each), score)
        return known.clip(CUED).set(~contains(texts, pattern), None)

    return scores


def _either_confirms(kind: Recognizer, cue: Cue) -> Callable[[Regions], EntityRecognizer]:
    def confirm(regions: Regions) -> EntityRecognizer:
        cued = scored_pattern(kind.entity, cue.pattern, cue.score, ignore_case=False)
        return joined(kind.entity, kind.confirm(regions), cued) if kind.confirm else cued

    return confirm
