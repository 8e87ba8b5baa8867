"""Where a finding ends and what is right begins: chemistry, citations and arguments near the limits of their rules."""

import pytest
from manuscripts import CITED, THREE, codes, manuscript, numbers, reference

from sodiokg.audit.details import heard


def entry(text):
    return manuscript(f"{CITED} Silver was tried too [4].", f"{THREE}4. {text}\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Berger, C. Something else about silver on felts and papers. J. Inv. Chem. 2002.", {"CIT09"}),
        ("Berger, C. Something else about silver on felts and papers. J. Inv. Chem. 2002, 12, 700.", set()),
        ("Berger, C. Silver on Felts and Papers: A Handbook; Invented Press: Berlin, 2002.", set()),
        ("Berger, C. Silver on felts and papers. Ph.D. Thesis, University of Nowhere, 2002.", set()),
    ],
)
def test_an_article_without_a_place_is_malformed_and_a_book_or_thesis_is_not(text, found):
    assert codes(entry(text), kind="review") & {"CIT09"} == found


def test_the_citation_of_the_next_authors_own_work_does_not_serve_an_appeal():
    appeal = "\n\nExtensive research indicated that tin helps."
    assert "CIT11" in codes(numbers(f"{appeal} Ito et al. made a tin film of their own [2]."), kind="review")
    assert "CIT11" not in codes(numbers(f"{appeal} Several films were tried in these works [2,3]."), kind="review")


@pytest.mark.parametrize(
    ("reaction", "found"),
    [
        ("15 Na⁺ + 15 e⁻ + 4 Sn → Na15Sn4", set()),
        ("14 Na⁺ + 15 e⁻ + 4 Sn → Na15Sn4", {"CHE04"}),
        ("2 Na⁺ + e⁻ → 2 Na", {"CHE04"}),
        ("Co3+ → Co2+", set()),
        ("x Na + PbOx → Pb + x Na2O", set()),
        ("0.5 O2 + 2 Na → Na2O", set()),
    ],
)
def test_a_reaction_keeps_atoms_and_charge(reaction, found):
    assert codes(numbers(f"This follows {reaction}, which is fast."), kind="review") & {"CHE04"} == found


@pytest.mark.parametrize(
    "formula",
    ["Na2O2", "NaClO4", "NaPF6", "Na3V2(PO4)3", "NaAl11O17", "Li6.4La3Zr1.4Ta0.6O12", "Na1+xZr2SixP3-xO12", "NaTi2(PO4)3", "CO2"],
)
def test_a_formula_that_may_be_right_is_left_alone(formula):
    assert not codes(numbers(f"The pellet was coated with {formula} and dried."), kind="review") & {"CHE05", "CHE06"}


def test_a_nominal_composition_is_a_note_even_beside_a_known_phase():
    found = codes(numbers("The alloy Na15Sn4 formed. A melt of the nominal composition Na5Sn was cast."), kind="review")
    assert found & {"CHE02", "CHE03"} == {"CHE03"}


def test_samples_that_share_their_ending_define_it():
    text = "Carbon felt (CF) was dried. Foams were treated (UCF, S-CF and O-CF stand for untreated, S-treated and O-treated copper foam)."
    assert "CHE01" in codes(numbers(text), kind="review")


def test_what_the_field_knows_needs_no_explanation():
    assert "CHE08" not in codes(
        numbers("SEM and XPS were used, with DME and PVDF, in an SEI study of NZSP and BASE."), kind="review"
    )


def test_a_sentence_that_takes_back_what_it_says_is_one_place():
    text = "\n\nIto et al. added gallium, which was meant to lower the surface tension but did not lower the surface tension [2]."
    assert not codes(numbers(text), kind="review") & {"ARG03", "ARG06"}


def test_a_run_that_most_of_its_works_do_not_fit_is_cited_for_something_else():
    told = "".join(
        f" {name} et al. filled nickel foam with molten sodium at 350 °C and cycled the anode for a hundred hours [{number}]."
        for number, name in ((1, "Novak"), (2, "Ito"), (3, "Petrov"))
    )
    assert "CIT14" not in codes(manuscript(f"Felts of carbon and their kin were tried [1-3].{told}", THREE), kind="review")


def test_a_host_named_right_before_a_work_that_is_described_without_one_is_another_works():
    told = (
        "Hosts such as carbon cloth [{}] or copper foam [1] were tried. Ito et al. added a salt to the liquid Na-K alloy, which made a robust layer on it and let the "
        "cell run on [2]. Petrov et al. soaked carbon cloth with a liquid Na-K alloy and cycled it for a long time [3]."
    )
    assert "CIT14" in codes(manuscript(told.format(2), THREE), kind="review")
    assert "CIT14" not in codes(manuscript(told.format(3), THREE), kind="review")


def test_a_work_that_is_listed_twice_keeps_the_evidence_of_either_number():
    told = "Ito et al. coated NASICON with antimony, which improved its wettability: the contact angle of sodium fell to 60° [2]."
    again = "4." + reference(2).removeprefix("2.")
    assert "ARG08" not in codes(manuscript(told, f"{THREE}{again}\n"), kind="review")
    assert "ARG08" in codes(manuscript(told.split(":")[0] + " [2].", f"{THREE}{again}\n"), kind="review")


def test_a_temperature_below_absolute_zero_is_told_once():
    found = codes(numbers("The symmetric cell was cycled at an operating temperature of -300 °C."), kind="review")
    assert found & {"QTY04", "QTY10"} == {"QTY04"}


@pytest.mark.parametrize(
    ("sentence", "detail"),
    [
        ("The CCD was measured with steps of 0.1 mA cm⁻², with 30 min for each half-cycle.", "time of a step"),
        (
            "The full cell gave 108 mAh g⁻¹ at 0.5C for 300 cycles, with a coulombic efficiency of 99.8%.",
            "cell of the efficiency",
        ),
    ],
)
def test_a_detail_is_told_at_some_distance_too(sentence, detail):
    assert detail in heard(sentence, 0, len(sentence)).told


def test_a_word_doubled_at_the_head_of_a_sentence_is_found():
    assert "TXT06" in codes(numbers("The the cell ran well."), kind="review")
    assert "TXT06" not in codes(numbers("The theory holds."), kind="review")
