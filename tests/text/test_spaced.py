"""Citation numbers that lost their superscript and kept a blank, or that stand in round brackets, in an excerpt without list."""

from __future__ import annotations

import pytest

from sodiokg.model import Source
from sodiokg.text.document import read_document


def cited(text: str) -> list[tuple[int, ...]]:
    return [citation.numbers for citation in read_document(Source("made-up", text, "")).citations]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Sodium creeps. 7 It flows. 8 Foams hold it, 9,10 as felts do. 11 All is told.", [(7,), (8,), (9, 10), (11,)]),
        ("Sodium creeps. [1][2] Foams hold it, 3,4 felts 5,6 , and nets. 7 All is told.", [(1, 2), (3, 4), (5, 6), (7,)]),
        ("Sodium creeps 1 . Foams hold it 2,3 , felts 4 and nets 5 as well 6 .", [(1,), (2, 3), (4,), (5,), (6,)]),
        ("Sodium creeps(1,2). Foams(3), felts(4), and nets(5-7) hold it.", [(1, 2), (3,), (4,), (5, 6, 7)]),
        ("Sodium creeps.[1a,b] Foams[2a-c, 3] and nets[4a-6] hold it, felts[7—9] too.", [(1,), (2, 3), (4, 5, 6), (7, 8, 9)]),
        (
            "Films grow on it. 26 -28 They slow ions. 22 Some conduct (MCI). 29 A cell fades. 30,31 Others do not.",
            [(26, 27, 28), (22,), (29,), (30, 31)],
        ),
        (
            "Nets hold it on the ceramic 4,7-9 , foams press it to the wall 3,12 , which nobody wants 5 .",
            [(4, 7, 8, 9), (3, 12), (5,)],
        ),
        (
            "Cells wore out (Figure 6a), 64,68 as told of films. 68,74 The rest grew. 75 Similar ones did not.",
            [(64, 68), (68, 74), (75,)],
        ),
        ("Polishing 143 and coats can hold it 146 . Nets do so too 120 .", [(143,), (146,), (120,)]),
        ("It was told of copper alone. 8 Clearly, tin does so too.", [(8,)]),
        ("Sodium creeps along the wall 54 . In this cell, it was held by tin.", [(54,)]),
        ("Sodium creeps, as shown in Figure 1.2 . 10 Furthermore, it burns. 11 Nobody knows why.", [(10,), (11,)]),
        ("Sodium creeps. 7 It flows, 8 whereas zinc does not. 9 Foams 12 can hold it.", [(7,), (8,), (9,), (12,)]),
        (
            "Polishing 143 and films of several layers 106 can hold it 146 . Nets do so too 120 .",
            [(143,), (106,), (146,), (120,)],
        ),
        ("Sodium creeps (1, 2). Foams (3-5), felts (6), and nets (7, 8) hold it.", [(1, 2), (3, 4, 5), (6,), (7, 8)]),
    ],
)
def test_numbers_that_count_up_are_citations(text, numbers):
    assert cited(text) == numbers


def test_two_markers_with_a_dash_between_cite_all_from_one_to_the_other():
    assert cited("Sodium creeps [2]-[5]. It flows [6] - [8].") == [(2, 3, 4, 5), (6, 7, 8)]


@pytest.mark.parametrize(
    "text",
    [
        "Three ways are known: (1) foams, (2) felts, and (3) nets of copper.",
        "Sodium creeps in Fig. 1 and Fig. 2, and flows in Figure 3, and Table 4, as said.",
        "The cells ran for 1, 2 and 3 days and gave 1.5, 2.5 and 3.5 mV, a ratio of 1, 2, or 3.",
        "Sample 1, sample 2, sample 3, and sample 4, were wetted.",
        "The values were 3, 4 and 5 for tin, lead 2,3 and zinc. 304 stainless steel was used. 10 Ah cells held 2 M salts at C/5 for 200 and 300 cycles.",
        "Nets hold 2 mAh/cm 2 for long, and then 4 mAh/cm 2 . Felts hold 3 mAh/cm 2 .",
        "The mass was that of sample 54 . It was held by tin .",
        "It ran for 20-30 , then for 40 cycles . At ratios between 2 and 3 , tin spreads. Cells failed. 3 Cells were left.",
    ],
)
def test_numbers_of_other_things_are_none(text):
    assert cited(text) == []
