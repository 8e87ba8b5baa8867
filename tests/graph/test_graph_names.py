"""The names of records outlast changes elsewhere in their text."""

from __future__ import annotations

import re

import pytest

from sodiokg.extract.records import extract
from sodiokg.graph.assertions import document_graphs
from sodiokg.graph.build import substance_index
from sodiokg.model import Source

TEXT = """# A review of skins and plates

## 1. Plates

Doe et al. heated NZSP at 450 °C for 2 h. This removed the NaOH from its surface. The contact angle fell from 122.5° to 72.5° [1].

Poe coated BASE with Sn by sputtering. The contact angle of molten Na fell to 60° at 250 °C [2]. The coating alloyed to Na15Sn4.

## 2. Hosts

Roe et al. infused Na into carbon felt with SnO2 at 300 °C [3]. The symmetric cell cycled for 400 h at 1 mA/cm2. Dendrites were suppressed.

Wetting depends on the surface tension of the liquid. It is unclear whether zirconia would help.

## References

1. Doe, J.; Roe, R. Hot plates. *Adv. Mater.* 2021, *3*, 45–50.
2. Poe, E. Tin skins. *J. Power Sources* 2020, *2*, 7–9.
3. Roe, R.; Doe, J. Dark felts. *Adv. Mater.* 2022, *4*, 12–20.
"""
ADDED = {
    "a sentence at the end of a frame": ("to 72.5° [1].", " The plates were white."),
    "a sentence inside a frame": ("from its surface.", " The plates were white."),
    "a sentence inside another frame": ("with Sn by sputtering.", " The tin was bought."),
    "a sentence before the numbers of a cell": ("at 300 °C [3].", " The felt was black."),
    "a paragraph": ("to Na15Sn4.", "\n\nCeramics are hard to machine."),
    "a heading at the top": ("# A review of skins and plates\n", "\n## 0. Outline\n\nThis text has two parts.\n"),
    "a heading between paragraphs": ("to 72.5° [1].", "\n\n### 1.1. Tin"),
    "a heading before the last paragraph": ("were suppressed.", "\n\n## 3. What is open"),
}


def names(text: str) -> set[str]:
    graphs = document_graphs(extract(Source("skins", text, "0" * 64)), substance_index())
    subjects = {subject.value for subject, _, _ in graphs.asserted}
    return {name for name in subjects if re.search(r"/(?:claim|measurement|statement)/", name)}


@pytest.mark.parametrize(("place", "added"), ADDED.values(), ids=ADDED)
def test_what_is_put_in_anywhere_changes_the_name_of_no_record(place, added):
    assert TEXT.count(place) == 1
    before = names(TEXT)
    assert len(before) > 12
    assert sorted(before - names(TEXT.replace(place, place + added))) == []


def test_a_reference_put_in_changes_the_name_of_no_record():
    renumbered = re.sub(r"\[(\d)\]", lambda found: f"[{int(found[1]) + 1}]", TEXT)
    listed = re.sub(r"(?m)^(\d)\. ", lambda found: f"{int(found[1]) + 1}. ", renumbered)
    more = listed.replace("## References\n\n", "## References\n\n1. Moe, A. Old things. *Adv. Mater.* 1999, *1*, 1–2.\n")
    assert names(more) == names(TEXT)


def test_other_content_gives_another_name():
    assert names(TEXT) != names(TEXT.replace("72.5°", "71.5°"))
    assert names(TEXT) != names(TEXT.replace("carbon felt", "carbon cloth"))
