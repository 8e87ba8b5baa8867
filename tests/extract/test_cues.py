"""The pattern language of the lexicon."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sodiokg.extract.cues import Cue, Matcher, words_of


def keys(pattern, text):
    return [hit.key for hit in Matcher([Cue.parse("found", pattern)]).find(words_of(text))]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("reduc*|lower* & surface tension", "Tin lowers the surface tension of liquid sodium."),
        ("reduc*|lower* & surface tension", "The surface tension of the melt is markedly reduced."),
        ("grain boundar*", "Titania sits at the grain-boundaries."),
        ("ion|ionic electron|electronic conduct*", "a skeleton with ion/electron conduction"),
        ("form* .. alloy*", "the forming of a thin alloy film"),
        ("reduc* & interfac* .. resistance*", "The interfacial area-specific resistance was reduced."),
        ("form* ~ film*", "It forms a thin, dense and NaF-rich film."),
        ("form* ~ film* .. on|over", "It forms a thin film on the metal."),
    ],
)
def test_a_cue_is_found(pattern, text):
    assert keys(pattern, text) == ["found"]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("surface tension", "tension at the surface"),
        ("form* .. alloy*", "the alloy that formed"),
        ("reduc* & rough*", "The cost was reduced; the surface stayed rough."),
        ("wet", "wetting"),
        ("form* ~ film*", "It forms grains on the film."),
        ("form* ~ film*", "Grains formed where the film ends."),
        ("form* ~ film*", "It forms grains and stabilizes films."),
        ("form* ~ film*", "It forms grains, a film being absent."),
        ("reduc* & rough*", "It reduced the time that the operators needed for every single one of their tests of rough plates."),
    ],
)
def test_a_cue_is_not_found(pattern, text):
    assert keys(pattern, text) == []


def test_a_hit_spans_from_the_first_to_the_last_word_of_the_cue():
    text = "Coating with tin lowers the surface tension."
    (hit,) = Matcher([Cue.parse("k", "lower* & surface tension")]).find(words_of(text))
    assert text[hit.start : hit.end] == "lowers the surface tension"


@pytest.mark.parametrize("pattern", ["", "a .. ", "& b", "a || b", "*"])
def test_a_damaged_cue_is_refused(pattern):
    with pytest.raises(ValueError, match="empty part"):
        Cue.parse("k", pattern)


@given(st.text(max_size=200))
def test_words_know_their_place_in_any_text(text):
    words, places = words_of(text)
    assert words == [text[slice(*place.span())].lower() for place in places]


def test_a_word_repeated_many_times_does_not_blow_up_the_matcher():
    matcher = Matcher([Cue.parse("k", "a & a & a & a"), Cue.parse("l", "a .. a .. a .. a")])
    assert matcher.find(words_of("a " * 3000))
