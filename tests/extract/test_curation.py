"""A person's decisions on records: found by content, applied, explained, and told where they no longer apply."""

from __future__ import annotations

import pytest

from sodiokg.cli import main
from sodiokg.errors import SourceError
from sodiokg.extract.curation import curate, curated, unused
from sodiokg.extract.decisions import read_decisions
from sodiokg.extract.records import extract
from sodiokg.text import read_source

NOTE = """# A note on warm plates

## 1. Plates

Poe coated BASE with Sn, and the contact angle of molten Na fell to 60° at 250 °C [1]. The coating reacts to Na₁₅Sn₄ [1].
Doe heated NZSP at 450 °C for 2 h, after which the contact angle fell from 122.5° to 72.5° [2].

## References

1. Poe, E. Tin skins. *J. Power Sources* 2020, *2*, 7–9.
2. Doe, J.; Roe, R. Hot plates. *Adv. Mater.* 2021, *3*, 45–50.
"""
SIGNED = 'who = "J. Park"\nwhy = "checked with the figure"\n'


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.md"
    path.write_text(NOTE)
    return path


def entry(action, match, new=""):
    return f"[[{action}]]\n{SIGNED}match = {{ {match} }}\n" + (f"set = {{ {new} }}\n" if new else "")


def decided(note, text):
    """Return the records of the note with a curation file applied."""
    note.with_name("note.curation.toml").write_text(text)
    return curated(extract(read_source(note)))


def spans(records):
    return [number.span for number in records.measurements]


def test_a_text_without_a_curation_file_is_as_it_was_read(note):
    records = extract(read_source(note))
    assert curated(records) is records


def test_a_rejected_record_goes_and_is_no_condition_any_more(note):
    before = extract(read_source(note))
    dropped = next(m for m in before.measurements if m.span == "2 h")
    assert any(dropped.id in m.conditions for m in before.measurements)
    records = decided(note, entry("reject", 'kind = "measurement", span = "2 h"'))
    assert "2 h" not in spans(records)
    assert not any(dropped.id in m.conditions for m in records.measurements)
    (curation,) = records.curations
    assert (curation.action, curation.who, curation.why, curation.record) == ("reject", "J. Park", "checked with the figure", "")
    assert curation.read == "property treatment_time; value 2; unit h; ref 2"


def test_an_amended_record_has_the_new_fields_and_keeps_its_place(note):
    records = decided(
        note,
        entry("amend", 'kind = "measurement", span = "60°"', 'comparator = "max", conditions = ["450 °C"], value_max = 65'),
    )
    amended = next(m for m in records.measurements if m.span == "60°")
    assert (amended.comparator, amended.value, amended.value_max) == ("max", 60.0, 65.0)
    assert [m.span for m in records.measurements if m.id in amended.conditions] == ["450 °C"]
    assert NOTE[amended.start : amended.end] == "60°"
    (curation,) = records.curations
    assert curation.record == amended.id
    assert curation.read == "comparator =; conditions 250 °C; value max none"


def test_a_claim_is_found_by_a_part_of_its_quote_and_loses_the_items_it_no_longer_lists(note):
    part = "The coating reacts to Na15Sn4"
    before = next(c for c in extract(read_source(note)).claims if "Na15Sn4" in c.phases_formed)
    assert any(item.field == "phases_formed" for item in before.items)
    records = decided(
        note, entry("amend", f'kind = "claim", quote = "{part}"', 'phases_formed = [], mechanisms = ["alloying"], ref = [2]')
    )
    claim = next(c for c in records.claims if c.id == before.id)
    assert (claim.phases_formed, claim.mechanisms, claim.ref) == ((), ("alloying",), (2,))
    assert claim.study == "Doe et al. 2021"
    assert not any(item.field == "phases_formed" for item in claim.items)


def test_the_typography_of_the_text_does_not_matter(note):
    records = decided(note, entry("accept", 'kind = "measurement", span = "122.5 °", value = 122.5, unit = "deg"'))
    assert unused(records) == [
        "note.curation.toml: accept “122.5 °” matches no record any more; remove it, or match what is read now"
    ]
    records = decided(note, entry("accept", 'kind = "measurement", span = "122.5º", value = 122.5, ref = [2]'))
    assert unused(records) == []
    assert records.curations[0].record


def test_a_decision_outlives_text_that_is_put_in_before(note):
    text = entry("amend", 'kind = "measurement", span = "2 h"', 'role = "result"')
    first = decided(note, text)
    note.write_text(NOTE.replace("Poe coated", "It was at 17 °C for 3 h. Poe coated"))
    second = decided(note, text)
    assert [m.role for m in first.measurements if m.span == "2 h"] == ["result"]
    assert [m.role for m in second.measurements if m.span == "2 h"] == ["result"]
    assert unused(second) == []


def test_a_decision_that_matches_nothing_or_too_much_changes_nothing_and_is_told(note):
    note.write_text(NOTE.replace("for 2 h,", "for 2 h, then at 20 °C for 2 h,"))
    plain = extract(read_source(note))
    records = decided(
        note, entry("reject", 'kind = "measurement", span = "2 h"') + entry("reject", 'kind = "measurement", span = "9 h"')
    )
    assert spans(records) == spans(plain)
    assert "matches 2 records (m" in unused(records)[0]
    assert "“9 h” matches no record any more" in unused(records)[1]


def test_words_of_the_sentence_tell_equal_spans_apart(note):
    note.write_text(NOTE.replace("reacts to", "was held for 2 h and reacts to"))
    records = decided(note, entry("reject", 'kind = "measurement", span = "2 h", near = "Doe heated"'))
    assert unused(records) == []
    left = [m for m in records.measurements if m.span == "2 h"]
    assert len(left) == len([m for m in extract(read_source(note)).measurements if m.span == "2 h"]) - 1


def test_an_amendment_that_the_reader_has_caught_up_with_is_told(note):
    records = decided(note, entry("amend", 'kind = "measurement", span = "2 h"', 'unit = "h"'))
    assert "changes nothing any more" in unused(records)[0]


def test_two_decisions_on_one_record_are_told(note):
    match = 'kind = "measurement", span = "2 h"'
    records = decided(note, entry("accept", match) + entry("reject", match))
    assert "2 h" not in spans(records)
    assert unused(records) == ["note.curation.toml: accept “2 h” another entry decides on this record already"]


def test_a_condition_that_was_not_read_is_told(note):
    records = decided(note, entry("amend", 'kind = "measurement", span = "2 h"', 'conditions = ["9 bar"]'))
    assert "its condition “9 bar” is the span of no measurement" in unused(records)[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[reject]\n", r"this is no TOML: .*line 1"),
        ('[[drop]]\nwho = "x"\n', "'drop' is not an action"),
        ('[reject]\nwho = "x"\n', r"begin each with \[\[reject\]\]"),
        ('[[reject]]\nwho = "x"\nmatch = { kind = "claim", quote = "x" }\n', "reject 1: 'why' is missing"),
        (f'[[reject]]\n{SIGNED}match = "2 h"\n', "'match' is missing; it has to be a table"),
        (entry("reject", 'kind = "number", span = "2 h"'), "'number' is no kind of record"),
        (entry("reject", 'kind = "measurement", quote = "2 h"'), "'quote' is not a field of a measurement"),
        (
            entry("reject", 'kind = "measurement", span = "2 h", proprty = "current"'),
            r"(?s)'proprty' is not a field.*did you mean property",
        ),
        (entry("reject", 'kind = "measurement", span = "2 h"', 'unit = "h"'), "'set' is not a part of this entry"),
        (entry("amend", 'kind = "measurement", span = "2 h"'), "'set' is missing"),
        (
            entry("accept", 'kind = "claim", quote = "x"') + entry("amend", 'kind = "claim", quote = "x"', "start = 3"),
            "amend 1: 'start'",
        ),
        (entry("amend", 'kind = "measurement", span = "2 h"', 'value = "2"'), "'value' is '2', a number is wanted"),
        (entry("amend", 'kind = "measurement", span = "2 h"', "ref = [1.5]"), "a list of citation numbers is wanted"),
        (
            entry("amend", 'kind = "measurement", span = "2 h"', 'property = "contact-angle"'),
            r"(?s)is no property.*did you mean contact_angle",
        ),
        (entry("amend", 'kind = "measurement", span = "2 h"', 'unit = "hours"'), "'hours' is no unit"),
        (entry("amend", 'kind = "claim", quote = "x"', 'mechanisms = ["magic"]'), "'magic' is no mechanisms"),
        (entry("amend", 'kind = "claim", quote = "x"', 'effects = "wettability_improved"'), "a list of texts is wanted"),
    ],
)
def test_a_wrong_curation_file_is_one_error_with_file_and_entry(tmp_path, text, says):
    path = tmp_path / "note.curation.toml"
    path.write_text(text)
    with pytest.raises(SourceError, match=says) as caught:
        read_decisions(path)
    assert caught.value.where.startswith(str(path))


def test_decisions_given_by_hand_need_no_file(note):
    records = extract(read_source(note))
    note.with_name("other.toml").write_text(entry("reject", 'kind = "measurement", span = "2 h"'))
    assert "2 h" not in spans(curate(records, read_decisions(note.with_name("other.toml"))))


def test_commands_show_what_was_read_unless_curated_is_asked_for(note, capsys):
    text = entry("reject", 'kind = "measurement", span = "2 h"') + entry("reject", 'kind = "measurement", span = "9 h"')
    note.with_name("note.curation.toml").write_text(text)
    assert main(["extract", str(note)]) == 0
    raw = capsys.readouterr()
    assert '"span": "2 h"' in raw.out
    assert raw.err == ""
    assert main(["extract", str(note), "--curated"]) == 0
    told = capsys.readouterr()
    assert '"span": "2 h"' not in told.out
    assert "warning: note.curation.toml: reject “9 h” matches no record any more" in told.err


@pytest.mark.parametrize("printed", ["4 mA cm⁻²", "4 mA cm$^{-2}$", "$4~\\mathrm{mA\\,cm^{-2}}$", "4 mA cm<sup>&minus;2</sup>"])
def test_a_decision_outlives_another_way_of_writing_the_formula(note, printed):
    note.write_text(NOTE.replace("fell to 60°", f"fell to 60° at {printed} and"))
    records = decided(note, entry("reject", 'kind = "measurement", span = "4 mA cm-2"'))
    assert unused(records) == []
    assert "current_density" not in {number.property for number in records.measurements}
