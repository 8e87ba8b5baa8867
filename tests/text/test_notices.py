"""Notices that a publisher's site prints into a page are no part of its text. All names are made up."""

from __future__ import annotations

import pytest

from sodiokg.text.normal import normalise

WILEY = (
    "15213757, 2024, 1, Downloaded from https://onlinelibrary.example/doi/10.1002/x_{1} by A [B] Library, Wiley Online Library on [15/05/2025]. "
    "See the Terms and Conditions (https://onlinelibrary.example/terms) on Wiley Online Library for rules of use; OA articles are governed by the applicable Creative Commons License"
)


@pytest.mark.parametrize(
    "notice",
    [
        WILEY,
        "Downloaded via A LIBRARY on May 15, 2025 at 10:11:12 (UTC). See https://pubs.example/guidelines for options on how to legitimately share published articles.",
        "Published on 15 May 2019. Downloaded by A Library on 5/15/2025 10:11:12 AM.",
        "This content was downloaded from IP address 10.1.2.3 on 15/05/2025 at 10:11",
    ],
)
def test_a_sentence_goes_on_across_a_notice_and_its_places_stay_right(notice):
    source = f"Tin lowers the tension and {notice} keeps 12 mV over 90 h, $x$."
    plain = normalise(source)
    assert plain.text == "Tin lowers the tension and keeps 12 mV over 90 h, x."
    start = plain.text.index("12 mV")
    first, last = plain.to_source(start, start + 5)
    assert source[first:last] == "12 mV"


def test_other_words_of_downloading_stay():
    text = "The data were downloaded from the archive, and 15213757 rows were read."
    assert normalise(text).text == text
