from __future__ import annotations

from pathlib import Path

import pytest
from measured_sentences import CASES

from sodiokg.errors import OntologyError
from sodiokg.extract import property_cues
from sodiokg.extract.measurements import abstentions, read_measurements, read_numbers
from sodiokg.extract.properties import load_properties, read_properties
from sodiokg.model import Document, Measurement, Source
from sodiokg.text import read_document


class Nobody:
    def owner(self, start: int, end: int) -> tuple[int, ...]:
        return ()


def document(text: str) -> Document:
    return read_document(Source("note", text + "\n", ""))


def read(text: str) -> tuple[Measurement, ...]:
    return read_measurements(document(text), Nobody())


def told(measurement: Measurement, spans: dict[str, str]) -> str:
    value = "room" if measurement.value is None else f"{measurement.value:.6g}"
    upper = "" if measurement.value_max is None else f"..{measurement.value_max:.6g}"
    bound = "" if measurement.comparator == "=" else measurement.comparator + " "
    phase = f" {measurement.phase}" if measurement.phase else ""
    conditions = " @ " + ", ".join(spans[key] for key in measurement.conditions) if measurement.conditions else ""
    return f"{measurement.property} {bound}{value}{upper} {measurement.unit}{phase}{conditions}"


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_sentence_is_read_as_a_chemist_reads_it(text: str, expected: list[str]) -> None:
    found = read(text)
    spans = {measurement.id: measurement.span for measurement in found}
    assert [told(measurement, spans) for measurement in found] == expected


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_every_span_is_the_source_between_its_offsets(text: str) -> None:
    source = document(text).source.text
    assert all(source[m.start : m.end] == m.span for m in read(text))


def test_records_are_numbered_in_text_order_and_conditions_name_records() -> None:
    found = read("At room temperature the cell ran 300 h at 1 mA cm-2. It then gave 99.5 % CE at 2 mA cm-2.")
    assert [m.id for m in found] == [f"m{number:03d}" for number in range(1, len(found) + 1)]
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert {key for m in found for key in m.conditions} <= {m.id for m in found}


def test_room_temperature_is_a_condition_without_a_number() -> None:
    room, life = read("At room temperature the symmetric cell ran for 300 h.")
    assert (room.qualitative, room.value, room.unit, room.property) == (True, None, "Cel", "operating_temperature")
    assert life.conditions == (room.id,)


def test_room_temperature_that_names_a_kind_of_battery_is_no_condition() -> None:
    assert [m.property for m in read("Room-temperature sodium batteries need a stable anode; theirs ran for 300 h.")] == [
        "cycling_time"
    ]


def test_a_window_is_equal_where_a_life_is_more_than() -> None:
    window = read("The fade stays below 2 % over 80 cycles.")[1]
    life = read("The cell cycled stably over 80 cycles.")[0]
    assert (window.comparator, window.role) == ("=", "condition")
    assert (life.comparator, life.role) == (">", "result")


def test_test_conditions_do_not_pass_a_paragraph() -> None:
    found = read("Cells were tested at 3 mA cm-2.\n\nThe coated electrode survived for 700 h.")
    assert found[-1].conditions == ()


def test_a_pair_across_a_treatment_or_cycling_says_so() -> None:
    treated = read("Annealing lowers the contact angle from 120° to 70°.")
    cycled = read("The resistance grew from 20 Ω cm2 to 90 Ω cm2 after cycling.")
    assert {m.between for m in treated} == {"treatment"}
    assert {m.between for m in cycled} == {"cycling"}


def test_owners_are_asked_for_the_place_of_each_number() -> None:
    class Halves:
        def owner(self, start: int, end: int) -> tuple[int, ...]:
            return (1,) if start < 30 else (2,)

    found = read_measurements(document("The first ran for 300 h [1]. The second one ran for 400 h [2]."), Halves())
    assert [m.ref for m in found] == [(1,), (2,)]


def test_every_cue_and_unit_of_the_lexicon_is_of_a_known_property() -> None:
    lexicon = load_properties()
    assert {key for keys in lexicon.candidates.values() for key in keys} <= set(lexicon.groups)
    assert set(lexicon.defaults.values()) <= set(lexicon.groups)
    assert set(lexicon.properties.values()) == {"other"}


def test_a_damaged_lexicon_is_reported_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "lexicon-quantities.ttl"
    path.write_text('@prefix lex: <https://w3id.org/sodiokg/lexicon#> .\nlex:a lex:unit "deg" ,, .\n', encoding="utf-8")
    with pytest.raises(OntologyError, match=r"lexicon-quantities.ttl:2"):
        read_properties(path)


def test_a_cue_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "lexicon-quantities.ttl"
    path.write_text(
        "@prefix lex: <https://w3id.org/sodiokg/lexicon#> .\n@prefix sod: <https://w3id.org/sodiokg/ontology#> .\n"
        'sod:ContactAngle lex:quantityCue "angle | | x" .\n',
        encoding="utf-8",
    )
    with pytest.raises(OntologyError, match="empty part"):
        read_properties(path)


def test_a_table_without_sentences_is_read_in_stretches() -> None:
    found = read("5 mA cm-2 300 h " * 400)
    assert len(found) == 800


def test_numbers_with_a_unit_that_become_no_record_are_abstentions_with_a_reason() -> None:
    note = document("A cell gave 5 mA c m-2 and 100 mA g-1, then 300 h and 7 % too; the film has 12 at% of tin and Na15Sn4.")
    measurements, abstained = read_numbers(note, Nobody())
    assert [note.source.text[start:end] for start, end, _ in abstained] == ["5 mA", "100 mA g-1", "7 %", "12 at%"]
    assert [why for _, _, why in abstained][1] == "“mA g-1” is damaged or no unit that records have"
    assert [m.span for m in measurements] == ["300 h"]
    assert abstentions(note, Nobody()) == abstained


def test_the_work_for_a_number_does_not_grow_with_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = 0
    cost = property_cues._cost

    def counted(*given: object) -> float:
        nonlocal weighed
        weighed += 1
        return cost(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(property_cues, "_cost", counted)
    counts = []
    for rows in (100, 200):
        weighed = 0
        read("The table lists " + "Na|NZSP cells at 5 mA cm-2 for 300 h, 99.5 % at 25 °C with 12 mV, " * rows + "and so on.")
        counts.append(weighed)
    assert counts[1] <= 2.2 * counts[0]


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("A CCD of at least 3 mA/cm2 is required for practical use.", ["3 mA/cm2"]),
        ("The target of 500 Wh kg-1 demands more than sodium.", ["500 Wh kg-1"]),
        ("Practical cells should run for over 1000 cycles.", ["1000 cycles"]),
        ("The contact angle must fall below 90° for wetting, and the coated pellet shows 38°.", ["90°"]),
        ("To reach 400 Wh kg-1, less sodium is used.", ["400 Wh kg-1"]),
        ("Commercial use requires a retention of 80 %; our cell kept 91 %.", ["80 %"]),
        ("For practical cells, coulombic efficiencies higher than 99.9 % are needed.", ["99.9 %"]),
        ("It should be noted that the cell kept 91 % of its capacity.", []),
        ("No treatment is required, and the CE reaches 99.9 %.", []),
        ("Cells that must be heated to 95 °C deliver 300 mAh g-1.", ["95 °C"]),
    ],
)
def test_what_a_cell_has_to_reach_is_no_result(text: str, wished: list[str]) -> None:
    assert [m.span for m in read(text) if m.role == "condition"] == wished


def test_the_thing_compared_with_is_not_what_the_first_number_is_said_of() -> None:
    first, second = read("The CCD (2.3 mA cm-2) is four times that of the pristine electrolyte (0.55 mA cm-2).")
    assert (first.subject, second.subject) == ("", "pristine electrolyte")


def test_an_abbreviation_that_another_document_defined_names_nothing() -> None:
    assert read("The contact angle (CA) was 30°.\n\nA CA of 45° followed.")[1].property == "contact_angle"
    assert not read("A CA of 45° followed.")


def test_a_current_at_which_a_life_was_passed_is_its_condition_and_no_limit() -> None:
    text = "The composite passed 300 repeated galvanostatic cycles without failure at 0.5 mA cm-2."
    life, current = read(text)
    assert (current.property, current.role, life.conditions) == ("current_density", "condition", (current.id,))
