"""The reference page: every term once, no dead link, no script, pictures whose boxes do not overlap, the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import combinations, pairwise

import pytest

from sodiokg.cli import main
from sodiokg.names import ID, SOD
from sodiokg.ontology.files import merged, ontology_files
from sodiokg.ontology.parts import EVIDENCE, LINKS
from sodiokg.ontology.pictures import Box, Edge, columns, grid, svg, tree
from sodiokg.ontology.reference import anchor, reference_page, uses
from sodiokg.ontology.terms import Term, terms

_EMPTY = {"meta", "rect", "path"}


class Page(HTMLParser):
    """What a page holds, and whether its tags close one another."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.outside: set[str] = set()
        self.tags: set[str] = set()
        self.faults: list[str] = []
        self.feed(text)
        self.faults += self.open

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.tags.add(tag)
        self.ids += [told["id"]] if "id" in told else []
        link = told.get("href", "")
        (self.links if link.startswith("#") else self.outside).update({link} - {""})
        self.outside |= {told[name] for name in ("src", "srcset", "data") if name in told}
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


@pytest.fixture(scope="module")
def text():
    return reference_page()


@pytest.fixture(scope="module")
def page(text):
    return Page(text)


@pytest.fixture(scope="module")
def held():
    return {iri: one for iri, one in terms(merged(ontology_files())).items() if iri.startswith((SOD, f"{ID}substance/"))}


def test_every_term_has_one_place(page, held):
    places = [name for name in page.ids if name in {anchor(iri) for iri in held}]
    assert sorted(places) == sorted(anchor(iri) for iri in held)


def test_no_link_is_dead_and_every_tag_closes(page):
    assert {link[1:] for link in page.links} - set(page.ids) == set()
    assert page.faults == []


def test_the_page_needs_neither_script_nor_network(page, text):
    assert not page.tags & {"script", "link", "img", "iframe", "object"}
    assert page.outside == {"https://creativecommons.org/licenses/by/4.0/"}
    assert not re.search(r"\bon\w+=|@import|url\((?!#tip)", text)


def test_a_term_shows_its_words_axioms_and_use(text, held):
    entry = text.partition('<article id="Alloying">')[2].partition("</article>")[0]
    plain = re.sub(r"<[^>]+>", " ", entry)
    for words in ("sod:Alloying", "has agent some agent that alloys with sodium", "it is enough to be", "requires"):
        assert words in re.sub(r"\s+", " ", plain)
    assert f"{uses(held)[SOD + 'Alloying']} statement" in plain
    assert "Na15Sn4" in plain


def test_every_mechanism_and_precondition_is_in_the_picture(text, held):
    picture = text.partition('<section id="picture-mechanisms">')[2].partition("</section>")[0]
    kinds = {("Type", "sod:MechanismKind"), ("Type", "sod:Precondition")}
    drawn = {one.iri for one in held.values() if one.axioms & kinds} - {SOD + "anodeIsLiquidAlloy"}
    assert len(drawn) > 60
    assert [iri for iri in drawn if f'href="#{anchor(iri)}"' not in picture] == []


def test_an_arrow_of_the_evidence_picture_is_a_property_between_its_classes(held):
    shown = {name for row in EVIDENCE for name in row if name}
    for start, end, name in LINKS:
        assert {start, end} <= shown
        assert held[SOD + name].kind == "object property"
        ranges = {text.removeprefix("sod:") for keyword, text in held[SOD + name].axioms if keyword == "Range"}
        assert not ranges or end in ranges | {"Matter"} or any(_is_below(held, top, end) for top in ranges)


def _is_below(held: dict[str, Term], top: str, name: str) -> bool:
    """Tell whether a class lies above the range, which is then a case of what the picture shows, or below it."""
    ups = {text.removeprefix("sod:") for keyword, text in held[SOD + name].axioms if keyword == "SubClassOf" and " " not in text}
    downs = {text.removeprefix("sod:") for keyword, text in held[SOD + top].axioms if keyword == "SubClassOf" and " " not in text}
    return name in downs or top in ups


def overlapping(boxes):
    return [
        (one.name, other.name)
        for one, other in combinations(boxes, 2)
        if one.x < other.x + other.width and other.x < one.x + one.width and one.y < other.y + 20 and other.y < one.y + 20
    ]


def test_boxes_of_a_picture_do_not_overlap():
    sides = [[Box(f"{side}{n}", "a label of some length", "class") for n in range(9)] for side in "abc"]
    edges = [Edge("a0", f"b{n}") for n in range(9)] + [Edge("b8", f"c{n}") for n in range(9)]
    assert overlapping(columns(sides, edges)) == []
    below = {"a0": sides[1], "b0": sides[2]}
    assert overlapping(tree(sides[0][0], below, 3)[0]) == []
    assert overlapping(list(grid([sides[0][:3], sides[1][:3]], 200, 60))) == []


def test_overlapping_boxes_are_found():
    assert overlapping([Box("a", "one", "class"), Box("b", "two", "class", 10, 5)]) == [("a", "b")]


def test_the_boxes_of_the_page_do_not_overlap(text):
    for picture in re.findall(r"<svg.*?</svg>", text, re.DOTALL):
        drawn = re.findall(r'<rect x="(\d+)" y="(\d+)" width="(\d+)"', picture)
        boxes = sorted((int(y), int(x), int(width)) for x, y, width in drawn)
        assert len(boxes) > 10
        for (y, x, width), (other_y, other_x, _) in pairwise(boxes):
            assert y != other_y or x + width <= other_x


def test_a_tree_says_how_much_it_leaves_out():
    boxes = {"a": [Box("b", "b", "class")], "b": [Box("c", "c", "class"), Box("d", "d", "class")]}
    assert [box.label for box in tree(Box("a", "a", "class"), boxes, 1)[0]] == ["a", "b (+2)"]


def test_a_label_cannot_break_out_of_a_picture():
    hostile = '"><script>alert(1)</script>'
    drawn = svg(hostile, [Box(hostile, hostile, hostile)], [Edge(hostile, hostile, hostile)])
    assert "<script" not in drawn
    assert Page(drawn).faults == []


def test_the_page_is_the_same_whatever_the_hash_seed(text):
    code = "import hashlib; from sodiokg.ontology.reference import reference_page as p; print(hashlib.sha256(p().encode()).hexdigest())"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == hashlib.sha256(text.encode()).hexdigest()


def test_the_command_writes_the_page(tmp_path, capsys, text):
    target = tmp_path / "reference.html"
    assert main(["ontology", "reference", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == text
    assert "open it in a browser" in capsys.readouterr().err
