"""Names of people inside of remarks: after words that lead to one, or side by side.

How much a word looks like part of a name is asked of whoever knows; what stands around it says how
much is enough: hardly anything after `named`, more after `the mother`, most in running text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import polars as pl

from hxlguard.lexicon.name_words import IN_TEXT
from hxlguard.matching import contains

Odds = Callable[[pl.Series], pl.Series]
"""Words as they are written to the log-odds that they are part of a name; null says nothing."""

CUED, ALONE = 0.75, 0.55
"""How sure a name is after words that lead to one, and without any: one such cell among short ones
is not enough, as things are named after people."""

LEADS: Mapping[str, tuple[str, ...]] = {
    "en": (
        r"named|called|nicknamed|by the name of|(?:my|his|her|their|the) name is|i am",
        r"mr|mrs|ms|miss|mister|madam|dr|doctor|prof|pastor",
    ),
    "fr": (
        r"nommée?s?|dénommée?s?|prénommée?|surnommée?|[ms]['’]appelle|du nom de|je suis",
        r"mme|mlle|monsieur|madame|mademoiselle|docteur",
    ),
    "es": (
        r"llamad[oa]s?|se llama|me llamo|de nombre|apodad[oa]|a nombre de|soy",
        r"sr|sra|srta|señor|señora|señorita|dra",
    ),
    "pt": (r"chamad[oa]s?|chama-se|se chama|me chamo|chamo-me|de nome|senhora?|dona",),
    "uk": (r"на ім['’ʼ]я|звати|звуть|на прізвище|пані|пан|громадян(?:ин|ка|ки|ина)",),
    "ru": (r"по имени|зовут|по фамилии|господин|госпожа|граждан(?:ин|ка|ки|ина)",),
    "sw": (r"anaitwa|naitwa|aitwaye|jina (?:lake|langu)(?: ni)?|kwa jina(?: la)?|bwana|bibi|mzee",),
    "so": (r"la yiraahdo|la dhaho|magac(?:iisu|eedu|aygu) waa|mudane|marwo",),
    "tr": (r"sayın|bay|bayan",),
}
"""What a name follows, in either case: by language, as patterns."""

PEOPLE: Mapping[str, tuple[str, ...]] = {
    "en": (
        r"husband|wife|spouse|son|daughter|mother|father|brother|sister|uncle|aunt|cousin"
        r"|neighbou?r|grandmother|grandfather|widow|widower|child|girl|boy|baby|infant|orphan|minor"
        r"|survivor|victim|patient|beneficiary|respondent|caregiver|guardian|deceased|family"
        r"|head of (?:the )?(?:family|household)|hoh|hhh|focal (?:point|person)|contact(?: person)?"
        r"|case ?worker|enumerator|interviewer|interviewee|translator|interpreter|translated"
        r"|witness|chief|leader|headman|elder|teacher|nurse|driver|guard|officer|coordinator"
        r"|manager|supervisor|director|volunteer|mobili[sz]er|midwife|chairman|chairperson"
        r"|signed|signature|prepared|submitted|interviewed|spoke|spoken|talked|met|visited"
        r"|complaint|according|regards|thanks|sincerely|cc|attn|imam|mullah",
    ),
    "fr": (
        r"mari|époux|épouse|femme|fils|fille|mère|père|frère|sœur|soeur|oncle|tante|voisine?|veuve"
        r"|enfant|bébé|survivante?|victime|patiente?|bénéficiaire|tuteur|tutrice|défunte?|témoin"
        r"|chef(?:fe)? de (?:ménage|famille|village)|point focal|personne de contact|contact\p{L}*"
        r"|enquêt(?:eur|rice|e)|interprète|traduction|traducteur|agent|responsable|directeur"
        r"|rencontrée?|parlé|plainte|cordialement|menée|signé|nom|cheikh|tonton|maman",
    ),
    "es": (
        r"esposo|esposa|marido|hijo|hija|madre|padre|hermano|hermana|tío|tía|vecin[oa]|viuda"
        r"|niñ[oa]|bebé|sobreviviente|víctima|paciente|beneficiari[oa]|tutor|tutora|fallecid[oa]"
        r"|jef[ae] de(?:l)? (?:hogar|familia)|punto focal|contact\p{L}*|encuestador[a]?|intérprete"
        r"|entrevistad[oa]|líder(?:esa)?(?: comunitari[oa])?|promotora?|maestr[oa]|director[a]?"
        r"|don|doña|hablé|habló|queja|atte|atentamente|firma|nombre|testigo|coordinador[a]?",
    ),
    "pt": (
        r"marido|esposa|esposo|filh[oa]|mãe|pai|irmão|irmã|tio|tia|vizinh[oa]|viúva|criança|bebé"
        r"|sobrevivente|paciente|beneficiári[oa]|chefe de família|ponto focal|falei|queixa|nome",
    ),
    "uk": (
        r"чоловік\p{L}?|дружин\p{L}|син\p{L}?|доньк\p{L}|дочк\p{L}|мати|матір|батько|брат\p{L}*"
        r"|сестр\p{L}|сусід\p{L}*|вдов\p{L}|дитин\p{L}|дівчинк\p{L}|хлопчик\p{L}?|постраждал\p{L}+"
        r"|пацієнт\p{L}*|отримувач\p{L}*|голова домогосподарства|контактна особа|інтерв['’ʼ]ю"
        r"|провел[аи]|провів|перекладач\p{L}*|староста|свідок|загибл\p{L}+|скарга"
        r"|говорили|з повагою"
        r"|зв['’ʼ]язатися|прізвище|піб|волонтер\p{L}*|координатор\p{L}*",
    ),
    "ru": (
        r"муж\p{L}?|жен\p{L}|сын\p{L}?|доч(?:ь|ери)|мать|отец|брат\p{L}*|сестр\p{L}|сосед\p{L}*"
        r"|вдов\p{L}|реб[её]н\p{L}+|пострадавш\p{L}+|пациент\p{L}*|контактное лицо|свидетель|жалоба"
        r"|говорили|с уважением|фамилия|фио",
    ),
    "sw": (r"mume|mke|mtoto|mama|baba|kaka|dada|jirani|mjane|mgonjwa|mkuu wa kaya|jina|shahidi",),
}
"""People, and what one does with them, of whom a name may follow."""

_ARABIC_LEADS = (
    r"[وف]?(?:اسمه|اسمها|اسمي|اسمهم|المدعوة?|[يت]دعى|الملقبة?|السيدة?|السيده|الأستاذة?|الاستاذة?"
    r"|الدكتورة?|الآنسة|الانسة|الحاجة?|أنا|انا)"
)
_ARABIC_PEOPLE = (
    r"[وفلب]?(?:زوج|زوجة|زوجها|زوجته|ابن|ابنة|ابنه|ابنها|ابنته|ابنتها|بنت|والد|والدة|والده|والدها"
    r"|والدته|والدتها|الوالدة|أخ|أخو|أخي|أخيه|شقيقه?|شقيقته?|أخت|أخته|الطفلة?|الطفله|الناجية|ناجية"
    r"|المستفيدة?|المريضة?|الشاهدة?|المتوفى|المتوفاة|جاره|جارها|جارته|الجار|الشيخ|أم|أبو"
    r"|رب الأسرة|ربة الأسرة|رب الاسرة|مختار القرية|المختار|المسؤول|المسؤولة|المترجمة?|الباحثة?"
    r"|المقابلة|التواصل مع|تحدثت مع|تحدثنا مع|قابلت|قابلنا|زرنا|شكوى من|حضرت?|الاسم|اسم|التوقيع"
    r"|مع الشكر|مندوب|المعلمة?|الموظفة?|المنسقة?)(?: هو| هي)?"
)
_BEFORE = r"(?:^|[\s,.;:(/\"'«“–-])"
_JOINT = (
    r"[\s:,.(\[«\"“–—-]{1,3}(?:(?:is|was|are|received|of|by|to|with|from|against|the|named|called|mr|mrs|ms|dr|mme"
    r"|de|du|des|la|le|el|del|l['’]enfant|par|avec|a|al|con|por|contra|que|é|da|do|з|із|від|до"
    r"|с|от|ni|wa)[.:,]?\s+){0,2}"
)
# Classes of all letters take long to compile; what is no sign is a letter here.
_LETTER = r"[^\s\d.,:;!?(){}\[\]/\\\"«»“”|<>@#=+*_&%،؛]"
_WORD = rf"\p{{Lu}}(?:['’ʼ]?\p{{Lu}})?\p{{Ll}}{_LETTER}*"
_ANY_CASE = rf"\p{{Lu}}{_LETTER}+"
_PARTICLE = r"(?:(?:al|el|bin|bint|ibn|ould|mint|abu|abdul|de|de la|del|da|do|dos|van|von)\s+)?"
_NEXT = rf"(?:\s+{_PARTICLE}(?:{_ANY_CASE}|\p{{Lu}}\.))"
_RUN = rf"{_ANY_CASE}{_NEXT}{{0,2}}"
_ALONE_RUN = rf"{_WORD}(?:\s+{_PARTICLE}{_WORD})+"
_ARABIC_RUN = r"\p{Arabic}{2,}(?:\s+\p{Arabic}{2,}){0,3}"
_THEN = rf"(?:\s+{_LETTER}+)?"
_PARTS = r"[\p{L}\p{M}]+(?:['’ʼ`´][\p{L}\p{M}]+)*"

_RUNNING = r"\S\s+\S+\s+\S+\s+\S"
"""Four words at least; in fewer, only words that lead to nothing but a name do."""

_OF_A_THING = (
    r"(?i:school|hospital|clinic|centre|center|camp|street|road|avenue|district|province|county"
    r"|village|qtr|hay|municipality|university|college|bridge|market|mosque|church|foundation|trust|fund|committee"
    r"|ministry|council|union|agency|bank|international|project|programme|program|school"
    r"|école|ecole|lycée|hôpital|rue|quartier|ministère|comité|fondation|région|province|nord|sud"
    r"|escuela|colegio|hospital|calle|barrio|municipio|departamento|ministerio|fundación|plan"
    r"|лікарн\p{L}+|ліце\p{L}+|школ\p{L}+|вул|громад\p{L}+|район\p{L}*|област\p{L}+|фонд\p{L}*"
    r"|north|south|east|west|upper|lower|alto|bajo|san|santa|saint|new|нов\p{L}+|typhoon|storm|cyclone|earthquake|fires?|wildfires?)"
)
_NAMED_AFTER = rf"(?:^|[^\p{{L}}]){_OF_A_THING}(?:$|[^\p{{L}}])"

_AFTER_LEAD, _ONE_OF_PEOPLE, _TWO_OF_PEOPLE, _BOTH_SIDE_BY_SIDE = 0.0, 1.5, 0.8, 1.7
"""Log-odds that words need to be taken for a name."""


def scores_in_text(texts: pl.Series, odds: Odds) -> pl.Series:
    """For each text how sure somebody's name stands in it, 0 where none is seen."""
    scores = pl.zeros(len(texts), dtype=pl.Float64, eager=True)
    at = contains(texts, IN_TEXT).arg_true()
    if at.is_empty():
        return scores
    inside = texts.gather(at)
    alone, led = _side_by_side(inside, odds).unique(), _after_cues(inside, odds).unique()
    return scores.scatter(at.gather(alone), ALONE).scatter(at.gather(led), CUED)


def _after_cues(texts: pl.Series, odds: Odds) -> pl.Series:
    """Positions of texts with a name after words that lead to one."""
    found = [pl.Series(dtype=pl.UInt32)]
    led = contains(texts, _any_cue())
    if not led.any():
        return found[0]
    texts = texts.set(~led, None)
    for cue, run, one, two in _cues():
        running = texts if one == _AFTER_LEAD else texts.set(~contains(texts, _RUNNING), None)
        pieces = _pieces(running, rf"{cue}{run}{_THEN}")
        if pieces.is_empty():
            continue
        after = pieces["piece"].str.replace(f"^{cue}", "")
        words = pl.col("odds").list
        is_name = (words.get(0) >= one) | ((words.len() > 1) & (words.head(2).list.min() >= two))
        of_a_thing = contains(after, _NAMED_AFTER)
        found.append(pieces["at"].filter(~of_a_thing & _told(after, odds, is_name)))
    return pl.concat(found)


def _side_by_side(texts: pl.Series, odds: Odds) -> pl.Series:
    """Positions of texts with two words side by side that both are much like names."""
    running = contains(texts, _RUNNING).fill_null(value=False)
    if not running.any():
        return pl.Series(dtype=pl.UInt32)
    pieces = _pieces(texts.set(~running, None), rf"(?:[\p{{L}}'’ʼ]+\s+)?{_ALONE_RUN}{_THEN}")
    word, words = pl.element(), pl.col("odds").list
    least = words.eval(pl.min_horizontal(word, word.shift(-1))).list.head(words.len() - 1)
    runs = pieces["piece"].str.replace(r"^[\p{Ll}'’ʼ]+\s+", "")
    of_a_thing = contains(pieces["piece"], _NAMED_AFTER)
    is_name = least.list.max() >= _BOTH_SIDE_BY_SIDE
    return pieces["at"].filter(~of_a_thing & _told(runs, odds, is_name))


@cache
def _cues() -> tuple[tuple[str, str, float, float], ...]:
    """Cue, what follows it, and from which odds on one word and two words of it are a name.

    One pattern a language: a pattern of all of them is slow to search with.
    """
    led = [(_cue(each), _RUN, _AFTER_LEAD, _AFTER_LEAD) for each in LEADS.values()]
    people = [(_cue(each), _RUN, _ONE_OF_PEOPLE, _TWO_OF_PEOPLE) for each in PEOPLE.values()]
    arabic = [
        (rf"{_BEFORE}{_ARABIC_LEADS}[\s:,]+", _ARABIC_RUN, _TWO_OF_PEOPLE, _TWO_OF_PEOPLE),
        (rf"{_BEFORE}{_ARABIC_PEOPLE}[\s:,]+", _ARABIC_RUN, _ONE_OF_PEOPLE, _TWO_OF_PEOPLE),
    ]
    return (*led, *people, *arabic)


@cache
def _any_cue() -> str:
    """One question to every text: the patterns of single languages take long to load."""
    listed = [phrase for each in (*LEADS.values(), *PEOPLE.values()) for phrase in each]
    arabic = rf"(?:{_ARABIC_LEADS}|{_ARABIC_PEOPLE})[\s:,]"
    return rf"{_BEFORE}(?:(?i:{'|'.join(listed)})[\s:,.(\[«\"“–—-]|{arabic})"


def _cue(phrases: tuple[str, ...]) -> str:
    return rf"{_BEFORE}(?i:{'|'.join(phrases)}){_JOINT}"


def _pieces(texts: pl.Series, pattern: str) -> pl.DataFrame:
    """Every match, each with the position of its text."""
    hit = contains(texts, pattern).fill_null(value=False).arg_true()
    if hit.is_empty():
        return pl.DataFrame(schema={"at": pl.UInt32, "piece": pl.String})
    found = pl.DataFrame({"at": hit, "piece": texts.gather(hit).str.extract_all(pattern)})
    return found.explode("piece")


def _told(runs: pl.Series, odds: Odds, is_name: pl.Expr) -> pl.Series:
    """For each run of words whether the odds of its words make it a name."""
    distinct = runs.unique(maintain_order=True)
    words = pl.DataFrame({"run": distinct, "word": distinct.str.extract_all(_PARTS)}).explode(
        "word"
    )
    known = words["word"].unique(maintain_order=True)
    scored = words.join(
        pl.DataFrame({"word": known, "odds": odds(known)}), on="word", maintain_order="left"
    ).drop_nulls()
    told = scored.group_by("run", maintain_order=True).agg(pl.col("odds"))
    names = told.filter(is_name)["run"]
    return runs.is_in(names.implode())
