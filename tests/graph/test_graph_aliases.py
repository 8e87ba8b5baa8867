"""Studies that a reviewed table finds to be one are one in the graph, however their reference lists print them."""

from __future__ import annotations

import pytest

from sodiokg.cli import main
from sodiokg.errors import SourceError
from sodiokg.graph.aliases import read_aliases
from sodiokg.graph.build import add, build
from sodiokg.graph.catalogue import shipped_folder
from sodiokg.graph.store import shipped_graph, store_of
from sodiokg.graph.terms import node, sod
from sodiokg.graph.trig import read_trig
from sodiokg.graph.validation import validate
from sodiokg.names import ID

HEAD = "study\tsame_as\treviewed_by\twhy"
PAPER = """# {title}

Poe coated BASE with {metal}, and the contact angle of molten Na fell to {angle}° at 250 °C [1]. Doe heated NZSP at 450 °C for 2 h [2].

## References

1. Poe, E. Tin skins. *J. Power Sources* {year}, *2*, {page}–9.{doi}
2. Doe, J.; Roe, R. Hot plates. *Adv. Mater.* 2021, *3*, 45–50.
"""
FIRST, SECOND = "jps-2020-2-7", "jps-2021-2-8"
SAME = f"{FIRST}\t{SECOND}\tJ. Park\tone title and author; the second list has the online year and a misprinted page"


def paper(folder, name, year=2020, page=7, doi="", metal="Sn", angle=60):
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.md"
    path.write_text(PAPER.format(title=name, year=year, page=page, doi=doi, metal=metal, angle=angle), encoding="utf-8")
    return path


def table(folder, *rows):
    folder.mkdir(exist_ok=True)
    (folder / "aliases.tsv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")


def studies(path):
    """Return the keys of the studies that a graph describes."""
    found = {quad.subject.value for quad in read_trig(path) if quad.object == sod("Study")}
    return {iri.removeprefix(ID).removeprefix("study/") for iri in found}


@pytest.fixture
def two(tmp_path):
    """Two texts that print one study in two ways."""
    return [paper(tmp_path / "t", "one"), paper(tmp_path / "t", "two", year=2021, page=8, metal="lead", angle=50)]


def test_two_prints_of_one_study_are_two_studies_until_a_row_joins_them(two, tmp_path):
    graph = tmp_path / "g.trig"
    build(two, graph)
    assert {FIRST, SECOND} <= studies(graph)
    table(tmp_path / "t", SAME)
    report = build(two, graph)
    assert studies(graph) == {FIRST, "am-2021-3-45"}
    assert report.counts["studies"] == 2
    assert report.remarks == ()
    quads = read_trig(graph)
    assert not any(quad.object == node(f"{ID}study/{SECOND}") for quad in quads)
    (alias,) = {quad.object for quad in quads if quad.subject == node(f"{ID}study/{FIRST}") and quad.predicate == sod("hasAlias")}
    told = {quad.predicate: quad.object.value for quad in quads if quad.subject == alias}
    assert (told[sod("aliasKey")], told[sod("curatedBy")]) == (SECOND, "J. Park")
    assert "misprinted page" in told[sod("curationReason")]


def test_an_answer_counts_a_joined_study_once(two, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path / "home"))
    query = tmp_path / "count.rq"
    query.write_text(
        "PREFIX sod: <https://w3id.org/sodiokg/ontology#> SELECT (COUNT(DISTINCT ?study) AS ?n) "
        '{ GRAPH ?g { ?claim sod:reportsStudy ?study . ?reference sod:refersTo ?study ; sod:referenceNumber 1 ; sod:inDocument ?d } '
        'FILTER (REGEX(STR(?d), "(one|two)$")) }'
    )  # fmt: skip
    for rows, number in (((), "2"), ((SAME,), "1")):
        table(tmp_path / "t", *rows)
        assert main(["add", *map(str, two), "--replace"]) == 0
        capsys.readouterr()
        assert main(["query", "--file", str(query), "-f", "csv"]) == 0
        assert capsys.readouterr().out.split() == ["n", number]


def test_every_shape_holds_of_a_graph_with_joined_studies(two, tmp_path):
    table(tmp_path / "t", SAME, f"{FIRST}\t10.9999/tin.skins\tJ. Park\tfour fields agree")
    build(two, tmp_path / "g.trig")
    assert [str(one) for one in validate(store_of(read_trig(tmp_path / "g.trig"))) if one.severity == "violation"] == []


def test_studies_that_rows_give_one_doi_or_that_print_it_are_one(tmp_path):
    folder = tmp_path / "t"
    texts = [
        paper(folder, "one"),
        paper(folder, "two", year=2021, page=8, metal="lead"),
        paper(folder, "three", year=2019, page=6, metal="bismuth", doi=" https://doi.org/10.9999/Tin.Skins"),
    ]
    reason = "J. Park\ttitle and author agree"
    table(folder, f"{FIRST}\thttps://doi.org/10.9999/TIN.skins\t{reason}", f"{SECOND}\t10.9999/tin.skins\t{reason}")
    build(texts, tmp_path / "g.trig")
    assert studies(tmp_path / "g.trig") == {FIRST, "am-2021-3-45"}
    dois = {quad.object.value for quad in read_trig(tmp_path / "g.trig") if quad.predicate == sod("doi")}
    assert dois == {"10.9999/tin.skins"}


def test_a_printed_doi_alone_joins_nothing(tmp_path):
    doi = " https://doi.org/10.9999/tin.skins"
    texts = [paper(tmp_path / "t", "one", doi=doi), paper(tmp_path / "t", "two", page=8, doi=doi)]
    build(texts, tmp_path / "g.trig")
    assert len(studies(tmp_path / "g.trig")) == 3


def test_the_paper_itself_is_the_study_that_a_review_reports(tmp_path):
    folder = tmp_path / "t"
    own = folder / "skins.md"
    review = paper(folder, "review")
    own.write_text("# Tin skins\n\nWe coated BASE with Sn. The contact angle of molten Na on our BASE fell to 60° at 250 °C.\n")
    build([own, review], tmp_path / "g.trig")
    assert "document/skins/study" in studies(tmp_path / "g.trig")
    table(folder, f"document:skins\t{FIRST}\tJ. Park\tthe paper that the review reports")
    report = build([own, review], tmp_path / "g.trig")
    assert studies(tmp_path / "g.trig") == {FIRST, "am-2021-3-45"}
    assert report.counts["studies"] == 2


def test_rows_that_join_nothing_any_more_are_told_with_their_line(two, tmp_path, capsys):
    table(tmp_path / "t", SAME, f"{FIRST}\tjps-1999-1-1\tJ. Park\tthe same", "gone-2000-1-1\t10.9999/x\tJ. Park\tthe same")
    assert main(["build", *map(str, two), "-o", str(tmp_path / "g.trig")]) == 0
    told = capsys.readouterr().err
    assert "aliases.tsv:3: not used: there is no study jps-1999-1-1" in told
    assert "aliases.tsv:4: not used: there is no study gone-2000-1-1" in told
    assert "aliases.tsv:2" not in told


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (f"{FIRST}\t{SECOND}\tJ. Park", "3 cells in place of 4"),
        (f"{FIRST}\t{SECOND}\t\tthe same title", "nobody has reviewed"),
        (f"{FIRST}\t{SECOND}\tJ. Park\t ", "gives no reason"),
        (f"{FIRST}\t{FIRST}\tJ. Park\tthe same", "with itself"),
        (f"10.9999/tin.skins\t{FIRST}\tJ. Park\tthe same", "no key of a study"),
        (f"{FIRST}\tTin skins, 2020\tJ. Park\tthe same", "'Tin skins, 2020' is no key"),
        (f"{FIRST}\t10.1/x\tJ. Park\tthe same", "no key of a study"),
        (f"{SECOND}\t{FIRST}\tR. Roe\tonce more", "the row says what"),
        ("\t\t\t", "nobody has reviewed"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_nothing_is_written(two, tmp_path, row, problem):
    table(tmp_path / "t", SAME, row, "")
    with pytest.raises(SourceError, match=problem) as refusal:
        build(two, tmp_path / "g.trig")
    assert str(refusal.value.where).endswith("aliases.tsv:3")
    assert not (tmp_path / "g.trig").exists()


def test_another_header_is_refused(tmp_path):
    (tmp_path / "aliases.tsv").write_text("key\tdoi\n")
    with pytest.raises(SourceError, match="columns are not study, same_as, reviewed_by, why"):
        read_aliases(tmp_path / "aliases.tsv")


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """Stand a small graph in for the shipped one."""
    path = tmp_path / "shipped.trig"
    build([paper(tmp_path / "s", "one")], path)
    for module in ("build", "store", "arrivals"):
        monkeypatch.setattr(f"sodiokg.graph.{module}.shipped_graph", lambda: path)
    return path


def test_a_study_that_ships_stands_for_that_of_an_added_text_whichever_the_row_names_first(shipped, tmp_path):
    before = shipped.read_bytes()
    added = paper(tmp_path / "t", "two", year=2021, page=8, metal="lead")
    table(tmp_path / "t", f"{SECOND}\t{FIRST}\tJ. Park\tthe same title")
    report = add([added], tmp_path / "own.trig")
    assert report.known == 2
    assert studies(tmp_path / "own.trig") == set()
    assert node(f"{ID}study/{FIRST}") in {quad.object for quad in read_trig(tmp_path / "own.trig")}
    assert shipped.read_bytes() == before


def test_a_text_added_later_joins_a_study_of_one_added_before(shipped, tmp_path):
    add([paper(tmp_path / "t", "two", year=2021, page=8, metal="lead")], tmp_path / "own.trig")
    assert studies(tmp_path / "own.trig") == {SECOND}
    table(tmp_path / "t", f"jps-2022-2-9\t{SECOND}\tJ. Park\tthe same title")
    add([paper(tmp_path / "t", "three", year=2022, page=9, metal="bismuth")], tmp_path / "own.trig")
    assert studies(tmp_path / "own.trig") == {"jps-2022-2-9"}


def test_two_studies_of_the_graph_that_ships_are_not_joined_by_a_table_beside_another_text(shipped, tmp_path):
    added = paper(tmp_path / "t", "two", year=2021, page=8, metal="lead")
    table(tmp_path / "t", f"{FIRST}\tam-2021-3-45\tJ. Park\tthe same title")
    report = add([added], tmp_path / "own.trig")
    (remark,) = report.remarks
    assert "aliases.tsv:2: not used: jps-2020-2-7 and am-2021-3-45 both are in the graph that ships" in remark
    assert not any(quad.predicate == sod("hasAlias") for quad in read_trig(tmp_path / "own.trig"))


def test_the_table_that_ships_is_whole_and_every_row_of_it_is_used():
    rows = read_aliases(shipped_folder() / "aliases.tsv")
    told = {quad.object for quad in read_trig(shipped_graph()) if quad.predicate == sod("hasAlias")}
    assert len(told) == len(rows)
