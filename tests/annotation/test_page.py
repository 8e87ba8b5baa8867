"""The page of a reading: everything marked once and nested rightly, complete in itself, inert whatever the text holds."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sodiokg.annotation import annotated, unread_numbers
from sodiokg.annotation.marks import Mark, nested, write
from sodiokg.cli import main
from sodiokg.extract.records import extract
from sodiokg.model import Curation, Source
from sodiokg.names import data_folder
from sodiokg.text import read_source

HOSTILE = """# <script>alert(1)</script> & "quotes" ]]> </style> {policy}

<img src=x onerror="alert(2)"> Miller et al. coated NZSP with Sn; the <b>angle</b> fell from 120.5° to 65.5° at 250 °C [1]. In all, 17 droplets set.

## References

[1] Miller, A.; Smith, B. Tin </script><script>alert(3)</script> on "pellets". J. Kilns 2021, 3, 45-50. https://example.org/x
"""
VOID = {"meta", "path"}


class Page(HTMLParser):
    """A page taken apart: its elements with their attributes, and the text that a person sees."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.open, self.text, self.content, self.marked, self.marks = [], [], [], {}, {}, []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID | {"input"}:
            self.open.append(tag)
        if tag == "mark":
            self.marks.append(dict(attrs).get("data-of"))

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "mark":
            self.marks.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] in ("script", "style"):
            self.content.setdefault(self.open[-1], []).append(data)
        elif "main" in self.open and "article" not in self.open:
            self.text.append(data)
            for key in self.marks:
                self.marked[key] = self.marked.get(key, "") + data

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def data(self):
        return json.loads(self.content["script"][0])


def read(text, name="note"):
    return extract(Source(name, text, "0" * 64))


@pytest.fixture(scope="module")
def digest():
    return extract(read_source(data_folder() / "graph" / "sources" / "sodiophilicity-digest.md"))


@pytest.fixture(scope="module")
def page(digest):
    return Page(annotated(digest))


def test_every_record_is_marked_once_and_described(digest, page):
    ids = [attributes["id"] for attributes in page.all("mark") if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {record.id for record in digest} <= set(ids)
    assert set(ids) == set(page.data)
    items = [f"{claim.id}i{place + 1}" for claim in digest.claims for place in range(len(claim.items))]
    assert set(items) <= set(ids)


def test_every_claim_has_a_card_in_the_margin(digest, page):
    cards = [attributes["data-card"] for attributes in page.all("article")]
    assert sorted(cards) == sorted(claim.id for claim in digest.claims)


def test_the_words_of_a_mark_are_those_of_its_record(digest, page):
    for record in digest:
        words = record.quote if record.kind == "claim" else record.span
        assert "".join(page.marked[record.id].split()) == "".join(words.split())


def test_the_page_shows_the_whole_text_and_nothing_else(digest, page):
    assert "".join("".join(page.text).split()) == "".join(digest.document.source.text.split())


def test_every_link_leads_to_something_that_is_marked(page):
    assert all(other in page.data for one in page.data.values() for other, _ in one["links"])


def test_conditions_claim_and_study_of_a_number_are_linked(digest, page):
    angle = next(m for m in digest.measurements if m.span == "72.5°")
    links = page.data[angle.id]["links"]
    assert sorted(how for _, how in links) == ["belongs to claim", "condition", "condition", "study"]
    study = next(key for key, how in links if how == "study")
    assert page.data[study]["fields"][0][0] == "[29]"


def test_marks_and_cards_are_reached_by_keyboard_and_named_for_a_screen_reader(page):
    reached = [one for one in page.all("mark") if "id" in one] + page.all("article")
    assert all(one["tabindex"] == "0" and one["aria-label"] for one in reached)


def test_a_curated_record_tells_who_decided_and_why():
    records = read(HOSTILE)
    number = records.measurements[0]
    curation = Curation("amend", "J. Park", "the figure says so", number.span, number.id, "comparator =")
    shown = Page(annotated(replace(records, curations=(curation,)))).data[number.id]["fields"]
    assert shown[-3:] == [["amended by", "J. Park"], ["since", "the figure says so"], ["had been read as", "comparator ="]]


def test_hostile_text_is_shown_and_inert():
    page = Page(annotated(read(HOSTILE, 'x"><script>alert(4)</script>')))
    assert len(page.all("script")) == 2
    assert page.all("img") == []
    assert page.all("b") == [{}] * len(page.all("b"))
    assert "<script>alert(1)</script>" in "".join(page.text)
    assert not any("alert" in str(value) for attributes in page.all("meta") for value in attributes.values())
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert page.data["r1"]["fields"][0][1].count("alert(3)") == 1


def test_the_page_asks_no_network_and_runs_only_its_own_script():
    page = Page(annotated(read(HOSTILE)))
    assert not any({"src", "href", "action", "data", "style"} & set(attributes) for _, attributes in page.elements)
    (style,), (_, script) = page.content["style"], page.content["script"]
    assert "url(" not in style
    assert "@import" not in style
    assert "//" not in re.sub(r"^\s*//.*$", "", script, flags=re.MULTILINE)
    policy = next(one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    hashes = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (style, script)]
    assert policy == f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'"


def test_a_long_text_gives_a_page_of_moderate_size_at_once(digest):
    start = time.process_time()
    shown = annotated(digest)
    assert len(shown) < 12 * len(digest.document.source.text)
    assert time.process_time() - start < 5


def test_line_ends_of_any_kind_give_the_same_rows():
    unix, dos = (Page(annotated(read(HOSTILE.replace("\n", end)))) for end in ("\n", "\r\n"))
    assert len(unix.all("section")) == len(dos.all("section")) == 4


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("In 17 trials the angle was 45° on NZSP.", ["17"]),
        ("The cell of Na3V2(PO4)3 with 3D Cu-3.6 was made in 2021, see Figure 2 and Table 3, by Doe [4].", []),
        ("It reacts, 2Na + SnF2 → 2 NaF + Sn, in the 3DHS host with bis(2,2,2-trifluoroethyl) ether on (001).", []),
        ("Two ways are known: (1) polishing and (2) annealing.", []),
        ("The solvent held 5 vol% of it, 420 vs. 200 h.", ["5"]),
        ("The pellet shrank by 3.25 in the end.", ["3.25"]),
        ("1. The angle was 45° on NZSP.", []),
        ("The angle was 45° on NZSP [7-9].", []),
    ],
)
def test_a_number_is_unread_where_no_record_citation_name_year_or_pointer_covers_it(text, unread):
    assert [text[start:end] for start, end, _ in unread_numbers(read(text))] == unread


def test_the_reference_list_holds_no_unread_numbers():
    text = HOSTILE.replace("2021, 3, 45-50", "2021, 3.5 h, 45-50")
    assert [text[start:end] for start, end, _ in unread_numbers(read(text))] == ["17"]


marks = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from(["claim", "effect", "result", "statement"])), max_size=12
).map(lambda drawn: [Mark(start, start + size, kind, f"k{place}", "") for place, (start, size, kind) in enumerate(drawn)])


@given(marks, st.integers(0, 10), st.integers(20, 45))
def test_pieces_nest_and_cover_exactly_what_their_marks_do(drawn, start, end):
    pieces = nested(drawn, start, end)
    for one in pieces:
        assert all(
            other.end <= one.start or other.start >= one.end or _holds(one, other) or _holds(other, one) for other in pieces
        )
    for mark in drawn:
        covered = sorted(place for one in pieces if one.mark == mark for place in range(one.start, one.end))
        assert covered == list(range(max(mark.start, start), min(mark.end, end)))
        assert sum(one.first for one in pieces if one.mark == mark) == (start <= mark.start < end)


def _holds(outer, inner):
    return outer.start <= inner.start and inner.end <= outer.end


@given(marks)
def test_the_text_between_the_tags_is_the_text(drawn):
    text = "The angle of molten sodium was small there."
    pieces = nested(drawn, 0, len(text))
    shown = "".join(write(text, 0, len(text), pieces, lambda piece: f"<{piece.mark.key}>", "</>", str))
    assert re.sub(r"<[^>]*>", "", shown) == text
    assert shown.count("</>") == len(pieces)


def test_the_command_writes_the_page_to_a_file_or_to_stdout(tmp_path, capsys):
    note = tmp_path / "note.md"
    note.write_text(HOSTILE)
    assert main(["annotate", str(note), "-o", str(tmp_path / "page.html")]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "page.html" in told.err
    assert main(["annotate", str(note)]) == 0
    assert capsys.readouterr().out == (tmp_path / "page.html").read_text()


def test_the_page_does_not_depend_on_the_hash_seed(tmp_path):
    note = tmp_path / "note.md"
    note.write_text(HOSTILE)

    run = [sys.executable, "-m", "sodiokg", "annotate", str(note)]
    pages = {
        subprocess.run(run, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout for seed in "12"
    }
    assert len(pages) == 1


def test_headings_are_set_as_such_with_and_without_marks():
    plain = "Abstract\n\nThe angle was 45° on NZSP.\n\n1. Results\n\nIt fell.\n\nReferences\n\n[1] Doe, J. Plates. J. Kilns 2021, 3, 45.\n"
    marked = plain.replace("Abstract", "# Abstract").replace("1. Results", "## 1. Results").replace("References", "## References")
    for text in (plain, marked):
        looks = [one["class"].strip() for one in Page(annotated(read(text))).all("div") if one["class"].startswith("text")]
        assert looks == ["text heading", "text", "text heading", "text", "text heading", "text listed"]
