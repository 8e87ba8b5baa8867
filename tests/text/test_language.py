"""What is not in English is told by its own words, and formulas, tables, names and short texts never pass for it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source
from sodiokg.text.language import NAMES, UNKNOWN, language_of, languages_of, unread
from sodiokg.text.numerals import in_english

PASSAGES = Path(__file__).parents[1] / "evaluation" / "passages"
DIGEST = Path(__file__).parents[2] / "graph" / "sources" / "sodiophilicity-digest.md"
FOREIGN = {
    "de": "Die Pellets aus NZSP wurden bei 480 °C getempert, und der Kontaktwinkel von Natrium sank von 118,5° auf 64,5°. Nach der Behandlung"
    " lief die symmetrische Zelle 1.200 h bei 0,25 mA cm−2 mit einer Kapazität von 0,125 mAh cm−2, ohne dass Dendriten auftraten [3,5].",
    "fr": "Les pastilles de NZSP sont recuites à 480 °C et l'angle de contact du sodium passe de 118,5° à 64,5°. La cellule fonctionne pendant"
    " 1200 h à 0,25 mA cm−2 avec une capacité de 0,125 mAh cm−2, sans que des dendrites soient observées dans le séparateur [3,5].",
    "es": "Las pastillas de NZSP se recocieron a 480 °C y el ángulo de contacto del sodio bajó de 118,5° a 64,5°. La celda simétrica funcionó"
    " durante 1200 h a 0,25 mA cm−2 con una capacidad de 0,125 mAh cm−2, sin que se formaran dendritas en los bordes [3,5].",
    "it": "Le pastiglie di NZSP sono state trattate a 480 °C e l'angolo di contatto del sodio è sceso da 118,5° a 64,5°. La cella simmetrica ha"
    " funzionato 1200 h a 0,25 mA cm−2 con una capacità di 0,125 mAh cm−2, e non sono stati osservati dendriti nella sezione [3,5].",
    "ru": "Таблетки NZSP отжигали при 480 °С, и краевой угол натрия снизился с 118,5° до 64,5°. Ячейка работала 1200 h при плотности тока"
    " 0,25 mA cm−2 и ёмкости 0,125 mAh cm−2 без образования дендритов [3,5].",
    "zh": "将NZSP在480 °C下退火后，熔融钠的接触角由118.5°降至64.5°。对称电池在0.25 mA cm−2、0.125 mAh cm−2的条件下稳定循环1200 h，未观察到枝晶[3,5]。",
    "ja": "NZSPを480 °Cで焼鈍すると、溶融ナトリウムの接触角は118.5°から64.5°に低下した。対称セルは0.25 mA cm−2、0.125 mAh cm−2で1200 h安定に作動した[3,5]。",
}
ENGLISH = {
    "formulas": "Na3Zr2Si2PO12 (NZSP), Na3.4Zr2Si2.4P0.6O12 and Na5YSi4O12: σ = 0.7, 5 and 1 mS cm−1 at 25 °C; Ea = 0.31, 0.28 and 0.33 eV. With"
    " Na15Sn4||NZSP||Na15Sn4 the ASR was 4 Ω cm2 and the CCD 2.1 mA cm−2 (0.5 mAh cm−2).",
    "names": "Van der Berg, de la Torre, di Marco, von Stein and du Bois et al. coated β''-Al2O3 with Sn, In, La and Al in situ.",
    "greek": "The α, β and γ phases of θ-Al2O3 differ in Δμ, Ωcm and σ; β''-Al2O3 has λ = 1.54 Å and the angle is θ.",
}
UNDECIDED = (
    "",
    "Na",
    "0.5 mA cm−2",
    "Kontaktwinkel 72,5°",
    "| Na15Sn4 | 4.1 | 250 |",
    "LA DE LOS CON UNA DEL",
    "接触角",
    "Na 1 2 3 " * 90,
)


def read(text):
    return extract(Source("text", text, "0"))


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_in_another_language_gives_its_numbers_and_nothing_else(language):
    records = read(FOREIGN[language])
    assert records.document.languages == (language,)
    found = {(number.value, number.unit) for number in records.measurements}
    assert found >= {(480, "Cel"), (0.25, "mA/cm2"), (0.125, "mAh/cm2"), (1200, "h")}
    assert {value for value, _ in found} <= {480, 118.5, 64.5, 0.25, 0.125, 1200}
    assert not records.claims
    assert not records.statements
    assert {number.attribution for number in records.measurements} == {None}
    assert all(FOREIGN[language][number.start : number.end] == number.span for number in records.measurements)


def test_what_a_number_is_is_not_guessed_where_only_words_would_tell():
    assert {number.property for number in read(FOREIGN["de"]).measurements if number.unit in {"h", "Cel"}} == {"other"}


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_formulas_names_and_symbols_do_not_make_a_text_foreign(text):
    assert language_of(text) in {"", "en"}
    assert read(text).document.language == "en"


@pytest.mark.parametrize("path", [*sorted(PASSAGES.glob("p*")), DIGEST], ids=lambda path: path.name[:3])
def test_every_english_passage_is_taken_for_english(path):
    paragraphs = path.read_text().split("\n\n")
    assert set(languages_of(paragraphs)) == {"en"}
    assert {language_of(paragraph) for paragraph in paragraphs} <= {"", "en"}


@pytest.mark.parametrize("text", UNDECIDED)
def test_too_little_is_not_decided(text):
    assert language_of(text) == ""
    assert languages_of([text]) == ["en"]


def test_running_text_without_an_english_word_is_not_english_though_nobody_knows_what_it_is():
    strange = (
        "Ketal sodra vimu peltor nask ulemi dorra. Fenul saratt ikomo belit vora sentil. Moran tilu keppar asun dorell vimu. " * 5
    )
    assert language_of(strange) == UNKNOWN


def test_a_mixed_document_is_judged_by_its_paragraphs():
    english = "We coated NZSP with Sn, and the contact angle of molten Na on it fell from 120.5° to 65.5° at 250 °C. The cell ran for 700 h."
    records = read(f"{english}\n\n{FOREIGN['de']}\n\nKontaktwinkel: 64,5°.\n")
    assert set(records.document.languages) == {"en", "de"}
    assert {number.value for number in records.measurements} >= {120.5, 65.5, 700, 0.25}
    assert records.claims
    assert all(claim.end <= len(english) for claim in records.claims)


def test_a_citation_shared_across_languages_does_not_join_what_is_said():
    english = "Miller et al. coated NZSP with Sn, which improved the wetting by molten Na [1]."
    listed = "## References\n\n[1] Miller, A. Tin. J. Kilns 2021, 3, 45-50.\n"
    german = FOREIGN["de"].replace("[3,5]", "[1]")
    for text in (f"{english}\n\n{german}\n\n{listed}", f"{german}\n\n{english}\n\n{listed}"):
        (claim,) = read(text).claims
        assert claim.quote == english


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("bei 0,5 mA", "de", "bei 0.5 mA"),
        ("nach 1.000 h und 2,5 h", "de", "nach 1,000 h und 2.5 h"),
        ("1.234,56 und 1.000.000", "nl", "1,234.56 und 1,000,000"),
        ("1.250 mS/cm und 0.5 mA", "de", "1.250 mS/cm und 0.5 mA"),
        ("1,250 mS und 0,5 mA", "fr", "1.250 mS und 0.5 mA"),
        ("[3,5] und [1, 2,4], in 1,2-Dimethoxyethan, Ni0,5Mn0,5", "de", "[3,5] und [1, 2,4], in 1,2-Dimethoxyethan, Ni0,5Mn0,5"),
        ("在480 °C下退火2 h。Sn", "zh", " 480 °C 退 2 h. n"),
        ("при 450 °С", "ru", "при 450 °C"),
    ],
)
def test_numbers_are_written_as_english_does_in_their_place(text, language, written):
    assert in_english(text, language) == written
    assert len(written) == len(text)


@pytest.mark.parametrize("unit", ["der ", "接", "a-", "1,2,", "1.", "[1,", "。", "é", "x", "[", "0,", "1.000"])
def test_the_time_to_tell_a_language_grows_with_the_length_of_the_text(unit):
    text = unit * (400_000 // len(unit))
    begun = time.process_time()
    language_of(text), in_english(text, "de"), in_english(text, "zh")
    assert time.process_time() - begun < 2


def test_what_is_said_names_the_language_and_what_is_read():
    assert unread(["en"]) == ""
    assert unread(["de"]) == "in German, not in English: of it only the numbers were read, no claims and no statements"
    assert unread(["en", "fr", "de"]).startswith("in part in French and German, not in English: of that part only")
    assert unread([UNKNOWN]).startswith("not in English: of it only")
    assert all(unread([language]).startswith(f"in {name}, ") for language, name in NAMES.items() if language != "en")
