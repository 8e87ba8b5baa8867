"""The plain normal form: one text for every notation, and an exact way back to the source."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sodiokg.model import Plain
from sodiokg.text import normalise

MARKS = [
    "$", "\\text{", "\\mathrm{", "{", "}", "_", "^", "_{2}", "^{-1}", "\\circ", "\\sim ", "\\beta''", "\\|", "\\[", "\\]", "[", "]",
    "](#)", "](http://a.b/c)", "<sub>", "</sub>", "<sup>", "</sup>", "<br/>", "&nbsp;", "&lt;", "*", "**", "`", "# ", "- ", "~", "\n",
    "\n\n", "\f", " ", "  ", "₁₅", "⁻²", "⁺", "°", " C", "β″", "–", "ﬁ", "\u0308", "\u200b", "é", "Na", "Sn", "cm", "5", "(", ")", ".", "3.6",
]  # fmt: skip
hostile = st.lists(st.sampled_from(MARKS), max_size=40).map("".join) | st.text(max_size=80)


@given(hostile)
@settings(max_examples=400, deadline=None, derandomize=True)
def test_every_character_of_any_text_leads_back_to_the_source(text):
    plain = normalise(text)
    assert len(plain.text) == len(plain.starts) == len(plain.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(plain.starts, plain.ends, strict=True))
    assert list(plain.starts) == sorted(plain.starts)
    assert list(plain.ends) == sorted(plain.ends)


@given(hostile)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_plain_text_has_no_blank_at_its_ends_and_no_run_of_blanks(text):
    words = normalise(text).text
    assert words == words.strip()
    assert "  " not in words.replace("\n", "")
    assert "\n\n\n" not in words


sentence = st.lists(st.from_regex(r"[A-Za-z]{1,9}[,;]?", fullmatch=True), min_size=1, max_size=12).map(
    lambda words: " ".join(words) + "."
)


@given(st.lists(sentence, min_size=1, max_size=4).map("\n\n".join))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_plain_prose_stays_as_it_is(text):
    plain = normalise(text)
    assert plain.text == text
    assert normalise(plain.text).text == plain.text
    assert list(plain.starts) == [
        index if text[index] != "\n" or text[index - 1] != "\n" else index - 1 for index in range(len(text))
    ]


ONE_TEXT = {
    "Na15Sn4": [
        "Na₁₅Sn₄", r"$\text{Na}_{15}\text{Sn}_4$", "Na<sub>15</sub>Sn<sub>4</sub>", "Na$_{15}$Sn$_4$", r"$\mathrm{Na_{15}Sn_{4}}$",
        r"${\rm Na}_{15}{\rm Sn}_4$", "**Na<sub>15</sub>Sn<sub>4</sub>**", "Na_{15}Sn_4", r"\ce{Na15Sn4}",
    ],
    "NaxMoS2": ["Na_xMoS_2", "NaₓMoS₂", r"$\text{Na}_x\text{MoS}_2$", "Na<sub>x</sub>MoS<sub>2</sub>"],
    "Ti3C2Tx": ["Ti₃C₂Tₓ", r"$\text{Ti}_3\text{C}_2\text{T}_x$", "Ti<sub>3</sub>C<sub>2</sub>T<sub>x</sub>"],
    "Ca2+": ["Ca²⁺", "Ca^{2+}", r"$\text{Ca}^{2+}$", "Ca<sup>2+</sup>"],
    "Na+": ["Na⁺", "Na^+", r"$\text{Na}^+$", "Na<sup>+</sup>"],
    "β''-Al2O3": ["β″-Al₂O₃", 'β"-Al₂O₃', "β''-Al2O3", "β′′-Al₂O₃", r"$\beta''$-Al$_2$O$_3$", "&beta;″-Al<sub>2</sub>O<sub>3</sub>", "β ”-Al₂O₃"],
    "A||B||C": ["A‖B‖C", "A∥B∥C", r"$\text{A}\|\text{B}\|\text{C}$", r"A$\parallel$B$\parallel$C"],
    "3.6 Ω cm2": ["3.6 Ω cm²", r"$3.6 \Omega \text{ cm}^2$", "3.6 Ω cm<sup>2</sup>", "3.6\u00a0\u2126\u2009cm^2", r"$3.6~\Omega\,\mathrm{cm}^{2}$"],
    "0.5 mA cm-2": ["0.5 mA cm⁻²", "0.5 mA cm−2", "0.5 mA cm^{-2}", "0.5 mA cm^-2", r"$0.5 \text{ mA cm}^{-2}$", "0.5&nbsp;mA cm<sup>–2</sup>"],
    "~7.0": ["∼7.0", "≈7.0", r"$\sim 7.0$", r"$\approx7.0$", "～7.0"],
    "300 °C": ["300 ℃", "300 ° C", "300 º C", r"$300\,^{\circ}\mathrm{C}$", "300 <sup>o</sup>C", r"300 $^\circ$C", "300 oC", "300 o C", r"300~$^\circ$C", "300&nbsp;&deg;C"],
    "<3%": [r"$<3\%$", "&lt;3%", "<3％"],
    "Na3Zr2Si2PO12": ["Na 3 Zr 2 Si 2 PO 12", "Na(3)Zr(2)Si(2)PO(12)", r"{\rm Na$_3$Zr$_2$Si$_2$PO$_{12}$}"],
    "Na3V2(PO4)3": ["Na 3 V 2 (PO 4 ) 3", "Na 3 V 2 (PO 4) 3"],
    "1.0 M NaPF6 in": ["1.0 M NaPF 6 in"],
    "-0.7 eV": [r"$-$0.7 eV", r"$-0.7$~eV", "−0.7 eV"],
    "0.1-0.3": [r"0.1$-$0.3", "$0.1$--$0.3$", "0.1–0.3", "0.1−0.3", "0.1--0.3", "0.1‑0.3"],
    "5 × 10-4": ["5 × 10⁻⁴", r"$5 \times 10^{-4}$", "5 × 10<sup>−4</sup>"],
    "3 μm": ["3 µm", "3 μ m", r"3~$\mu$m", r"3 $\mu$ m", r"$3\ \mu\text{m}$", r"3 $\mu$m"],
    "0 ≤ x ≤ 2": [r"$0 \leq x \leq 2$", "0 ⩽ x ⩽ 2", r"$0 \le x \le 2$"],
    "[1][2]": [r"[\[1\]\[2\]](#)", "^{[1][2]}", "<sup>[1][2]</sup>", "[1](#a)[2](#b)", "[[1]](#a)[[2]](#b)"],
    "a film": ["a ﬁlm", "a **film**", "*a film*", "`a` film", "a [film](https://film.example/x)", "a  film", "a\nfilm", "_a film_"],
}  # fmt: skip


@pytest.mark.parametrize(("plain", "written"), [(plain, form) for plain, forms in ONE_TEXT.items() for form in forms])
def test_one_thing_in_any_notation_gives_one_plain_text(plain, written):
    assert normalise(written).text == plain
    assert normalise(f"Then {written} was seen.").text == f"Then {plain} was seen."


def slice_of(text: str, words: str) -> str:
    plain = normalise(text)
    start = plain.text.index(words)
    first, last = plain.to_source(start, start + len(words))
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("about 250 mS cm^{-1} here", "250 mS cm-1", "250 mS cm^{-1}"),
        (r"heat to ($\sim 300^\circ\text{C}$) first", "300°C", r"300^\circ\text{C}"),
        (r"is $3.6 \Omega \text{ cm}^2$ with", "3.6 Ω cm2", r"3.6 \Omega \text{ cm}^2"),
        (r"of $\sim 7.0 \text{ mA cm}^{-2}$ and", "7.0 mA cm-2", r"7.0 \text{ mA cm}^{-2}"),
        (r"a $\text{Na}_{15}\text{Sn}_4$ layer", "Na15Sn4", r"\text{Na}_{15}\text{Sn}_4"),
        ("a Na<sub>15</sub>Sn<sub>4</sub> layer", "Na15Sn4", "Na<sub>15</sub>Sn<sub>4</sub>"),
        (r"wets well [\[7\]](#). Then", "[7]", r"[\[7\]](#)"),
        ("wets well^{[66][75]}. Then", "[66][75]", "^{[66][75]}"),
        ("a fade of $<3\\%$ over", "3%", "3\\%"),
        ("the **bold** word", "bold", "bold"),
        ("up to 80 ° C now", "80 °C", "80 ° C"),
    ],
)
def test_a_plain_slice_comes_back_as_the_source_wrote_it(text, words, source):
    assert slice_of(text, words) == source


def test_a_page_break_inside_a_sentence_is_a_blank_and_one_after_it_a_paragraph():
    begun = "The sodium spread over the coated pellet when the furnace was held and this was later"
    assert normalise(f"{begun}\n\nconfirmed by others.").text == f"{begun} confirmed by others."
    assert normalise(f"{begun}.\n\nConfirmed by others.").text == f"{begun}.\n\nConfirmed by others."
    assert normalise(f"{begun} shown by Miller et al.\n\nprepared anew.").text.endswith("et al. prepared anew.")
    assert normalise(f"{begun}\n\n3.1. Carbon Hosts\n\nCloth.").text == f"{begun}\n\n3.1. Carbon Hosts\n\nCloth."


BEGUN = "The sodium spread over the coated pellet when the furnace was held and this was later"


@pytest.mark.parametrize(
    "between",
    [
        "\n\n7\n\n", "\n7\n", "\n\nPage 7 of 12\n\n", "\nJ. Sodium Res. 2021, 14, 221\n7 of 12\n", "\n\nSodium Lett. 2020, 3, 1144–1150\n\n",
        "\n        Sodium                    Paper\n", "\n\nSupporting Information\n\n", "\nwww.sodium.example\n", "\n\n\f12\n\nMolten sodium on ceramics\n\n",
    ],
)  # fmt: skip
def test_the_head_and_foot_of_a_page_are_no_part_of_the_sentence_that_they_interrupt(between):
    assert normalise(f"{BEGUN}{between}confirmed by others.").text == f"{BEGUN} confirmed by others."
    assert normalise(f"{BEGUN} con-{between}firmed by others.").text == f"{BEGUN} confirmed by others."


@pytest.mark.parametrize(
    "between", ["\n\nT = 300 + 2x\n\n", "\n\n- a list\n\n", "\n\nThis sentence is whole.\n\n", "\n\n# A heading\n\n"]
)
def test_what_stands_between_two_parts_of_a_text_and_is_no_page_furniture_stays(between):
    assert between.strip(" -#\n") in normalise(f"{BEGUN}{between}confirmed by others.").text


@pytest.mark.parametrize("line", ["0.2 M solution of it", "2.5 V against it", "1.2 MPa and a film on it", "2. Then the cell"])
def test_an_amount_at_the_start_of_a_line_is_no_heading(line):
    assert normalise(f"{BEGUN} seen at 3 cm\n{line}\nfor an hour.").text == f"{BEGUN} seen at 3 cm {line} for an hour."


@pytest.mark.parametrize(
    "text",
    [
        "In 3 Na cells", "at 2 V vs Na 1 V", "coated with NaF 5 nm thick", "at 60 C 3 h", "the NaCl 20 wt% sample", "4 C 2 h", "of Sn 5 and 10 nm",
        "CNF 3 and CC 2", "K 3 mA", "a doctor oC x", "the type-C 3 plug", "a Ni-N 4 h step",
        "Fe - x axis", "Li 2 + x", "at x = 1- x of Na", "V - y plots",
    ],
)  # fmt: skip
def test_words_and_amounts_are_no_formulas_whose_indices_stand_apart(text):
    assert normalise(text).text == text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("nano-TiO 2 grains", "nano-TiO2 grains"), ("an LZTO-YF 3 pellet", "an LZTO-YF3 pellet"), ("with -CF 3 ends", "with -CF3 ends"),
        ("the Ni-N 4 sites", "the Ni-N4 sites"), ("poly-Na 3 Bi", "poly-Na3Bi"),
    ],
)  # fmt: skip
def test_a_formula_keeps_its_indices_behind_a_hyphen_with_open_shares_and_charges(text, whole):
    assert normalise(text).text == whole


def test_titles_and_keywords_on_lines_of_their_own_stay_apart():
    assert normalise("sodium metal\n\nwetting angle\n\nhost").text == "sodium metal\n\nwetting angle\n\nhost"


def test_a_hyphenated_line_end_is_joined_and_a_compound_keeps_its_hyphen():
    assert normalise("an improve-\nment").text == "an improvement"
    assert normalise("the Na-\nion").text == "the Na-ion"
    assert normalise("low-temperature cells; a low-\ntemperature cell").text.endswith("a low-temperature cell")


def test_a_soft_line_end_is_a_blank_but_headings_and_list_items_stand_alone():
    assert normalise("# Hosts\nCloth is\nlight.\n- one\n- two").text == "Hosts\n\nCloth is light.\n\none\n\ntwo"


def test_money_identifiers_and_products_are_left_alone():
    for text in (
        "it costs $5 or $6 each",
        "the snake_case a_b name",
        "a 5*3 grid",
        "x < 3 and y > 5",
        "{a} set",
        "a lone $ sign",
    ):
        assert normalise(text).text == text


def test_an_unclosed_mark_does_not_swallow_what_follows():
    assert normalise("cm^{-2 and $x and [link and **bold").text.endswith("and [link and **bold")


@pytest.mark.parametrize(
    "unit",
    [
        "Na 3 ",
        "PO 4",
        "(A ",
        " 1",
        "\n12",
        "\n\n12\n\n",
        "J. A 2021, ",
        "oC",
        " m",
        "{\\rm ",
        "$",
        "^{",
        "\\text{",
        "[",
        "](#)",
        "<sup>",
        "*",
        "_",
        " \n",
        "-\n",
        "\n\n",
        "&a",
        "{",
        "β ",
        "²",
        "\\(",
    ],
)
def test_repeated_marks_take_linear_time(unit):
    # So many characters that a quadratic step would run for many minutes.
    assert len(normalise(unit * (150_000 // len(unit))).starts) <= 150_000


def places(plain: Plain, start: int, end: int) -> tuple[int, int]:
    """Return source offsets after a walk into plain offsets and back."""
    return plain.to_source(bisect_right(plain.ends, start), bisect_left(plain.starts, end))


SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason="the gold records lie beside the checkout, not in it")
def test_gold_spans_survive_the_way_into_plain_text_and_back():
    [review] = (SHARED / "review").glob("*.txt")
    plain = normalise(review.read_bytes().decode())
    for gold in (SHARED / "eval").glob("*.jsonl"):
        for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
            assert places(plain, row["start"], row["end"]) == (row["start"], row["end"])


def test_a_command_between_dollars_is_math_even_before_a_digit():
    assert normalise(r"at $\sim$51 mV and $\sim$300$^\circ$C").text == "at ~51 mV and ~300°C"


def test_two_prices_are_no_math():
    assert normalise("$5 for one and $10 for two").text == "$5 for one and $10 for two"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("It wets NZSP.^{2} Then", "It wets NZSP.[2] Then"),
        ("as on Au,^{13,14} and", "as on Au,[13,14] and"),
        ("of LLZO<sup>15</sup> is", "of LLZO[15] is"),
        ("with SnO₂.^{7} It", "with SnO2.[7] It"),
        ("with SnO<sub>2</sub>.<sup>7</sup> It", "with SnO2.[7] It"),
        (r"with $\text{SnO}_2$.$^{7}$ It", "with SnO2.[7] It"),
        ("is “sodiophobic”³ here", 'is "sodiophobic"[3] here'),
        ("to 5 mS cm⁻¹.⁷ It", "to 5 mS cm-1.[7] It"),
        ("is 99.9 %.¹² It", "is 99.9 %.[12] It"),
        ("of metallic Na¹²,¹³ and on SnO₂^{4,9}, too", "of metallic Na[12,13] and on SnO2[4,9], too"),
        ("on ceramics (NZSP)^{4} and films²⁸⁻³⁰ too", "on ceramics (NZSP)[4] and films[28-30] too"),
    ],
)
def test_a_number_raised_after_any_word_or_closing_sign_is_a_citation(written, plain):
    assert normalise(written).text == plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("5 cm^{2} and 7 m² g⁻¹", "5 cm2 and 7 m2 g-1"),
        ("SO₄²⁻ and Ca^{2+}", "SO42- and Ca2+"),
        ("²³Na,²³Na and ⁷Li/⁶Li", "23Na,23Na and 7Li/6Li"),
        ("R², sp³ and 10^{15}", "R2, sp3 and 1015"),
        ("5 MPa^{2}", "5 MPa2"),
        ("Na¹² and Sn^{2,4}+", "Na12 and Sn2,4+"),
    ],
)
def test_exponents_charges_and_isotopes_are_no_citations(written, plain):
    assert normalise(written).text == plain


def test_the_reference_list_settles_what_a_raised_number_is():
    listed = "\n\n## References\n\n1. A. Bee\n2. C. Dee\n3. E. Eff\n"
    assert normalise("on SnO₂² and CC^{3}").text == "on SnO22 and CC3"
    assert normalise("on SnO₂² and CC^{3}" + listed).text.startswith("on SnO2[2] and CC[3]")
    assert normalise("on a cloth^{3} of 2 layers^{8}" + listed).text.startswith("on a cloth[3] of 2 layers8")
    assert normalise("at 60 °C^{1,2} and 12 mV³" + listed).text.startswith("at 60 °C[1,2] and 12 mV[3]")
    assert normalise("99 %^{1} at 2 mA cm^{-2}^{3} and 32°²" + listed).text.startswith("99 %[1] at 2 mA cm-2[3] and 32°[2]")
    assert normalise("4 Ω cm^{2} and 5 cm^{3}" + listed).text.startswith("4 Ω cm2 and 5 cm3")


@pytest.mark.parametrize("sign", ["À", "¡", "Ϫ", "\ufffd"])
def test_a_minus_sign_that_a_pdf_has_lost_is_read_before_a_power(sign):
    assert normalise(f"at 5 mA cm{sign}2 and 10{sign}3").text == "at 5 mA cm-2 and 10-3"
    assert normalise("À la carte").text == "À la carte"
