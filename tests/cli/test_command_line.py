"""The command line as a person meets it: real processes, their output, their exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sodiokg import __version__, errors
from sodiokg.cli import main
from sodiokg.cli.arguments import parser
from sodiokg.cli.output import FORMATS
from sodiokg.render import FORMATS as RENDERED

PAPER = """# Tin on pellets

Miller et al. coated NZSP with Sn; the contact angle of molten Na on NZSP fell from 120.5° to 65.5° at 250 °C [1].

## References

[1] Miller, A.; Smith, B. Tin on pellets. J. Kilns 2021, 3, 45-50.
"""
PROGRAM = Path(sys.executable).parent / "sodiokg"


@pytest.fixture
def run(tmp_path):
    """Run the installed command in an empty folder with a data folder of its own."""

    def run(*words, stdin="", environment=None):
        return subprocess.run(
            [PROGRAM, *map(str, words)],
            input=stdin.encode(),
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "SODIOKG_HOME": str(tmp_path / "home"), "COLUMNS": "100", **(environment or {})},
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "tin-on-pellets.md"
    path.write_text(PAPER)
    return path


def test_help_imports_nothing_heavy():
    heavy = "{'rdflib', 'pyoxigraph', 'pandas', 'pyshacl', 'SPARQLWrapper', 'owlready2'}"
    code = f"import sys\nfrom sodiokg.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\nprint(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


def test_help_shows_examples_and_every_exit_code():
    text = parser().format_help()
    for error in vars(errors).values():
        if isinstance(error, type) and issubclass(error, errors.SodiokgError):
            assert re.search(rf"(?m)(^|\s){error.exit_code} \w", text), error
    for code in (10, 70, 130, 141):
        assert str(code) in text


def test_the_examples_of_the_help_are_commands_that_parse():
    text = parser().format_help()
    examples = re.findall(r"^  sodiokg ((?:\S+ )*?\S+)(?:  |$)", text.partition("examples:")[2].partition("exit codes:")[0], re.M)
    assert len(examples) >= 8
    for example in examples:
        assert parser().parse_args(example.split()).command


def test_every_command_shows_two_to_four_examples_that_parse():
    actions = next(action for action in parser()._actions if action.dest == "command")
    for name, command in actions.choices.items():
        examples = re.findall(r"^  sodiokg ((?:\S+ )*?\S+)(?:  |$)", command.format_help().partition("examples:")[2], re.M)
        assert 2 <= len(examples) <= 4, name
        assert all(parser().parse_known_args(example.split())[0].command == name for example in examples), name


def test_the_formats_of_the_grammar_are_those_of_the_renderer():
    assert set(FORMATS) == set(RENDERED)


def test_every_command_has_the_same_output_options():
    actions = next(action for action in parser()._actions if action.dest == "command")
    for name, command in actions.choices.items():
        options = {option for action in command._actions for option in action.option_strings}
        assert {"--format", "--output", "--quiet", "--debug"} <= options, name


def test_the_version_is_told(run):
    assert run("--version").stdout.decode() == f"sodiokg {__version__}\n"


def test_no_command_shows_the_help(run):
    done = run()
    assert done.returncode == 0
    assert done.stdout.startswith(b"usage: sodiokg")


def test_query_alone_lists_the_questions_on_stdout_and_talks_on_stderr(run):
    done = run("query")
    assert done.returncode == 0
    assert "What made sodium wet nzsp" in " ".join(done.stdout.decode().split())
    assert b"ask one by number" in done.stderr
    assert run("query", "--quiet").stderr == b""


def test_the_first_answer_has_numbers_conditions_quote_and_references(run):
    done = run("query", "0")
    assert done.returncode == 0
    text = " ".join(done.stdout.decode().split())
    assert re.search(r"contact angle 72\.5° after( treatment)? \(treatment temperature 450 °C, treatment time 2 h\)", text)
    assert "[29]" in text
    assert "passivation removal" in text


def test_a_parameter_may_stand_before_or_after_an_option_or_be_one(run):
    plain = run("query", "0", "substrate=base", "--format", "json").stdout
    assert json.loads(plain)
    assert run("query", "0", "--format", "json", "substrate=base").stdout == plain
    assert run("query", "--param", "substrate=base", "-f", "json", "0").stdout == plain


def test_every_format_can_be_read_back(run):
    rows = json.loads(run("query", "15", "--format", "json").stdout)
    assert rows[0]["change_deg"] == -50
    assert [json.loads(line) for line in run("query", "15", "--format", "jsonl").stdout.splitlines()] == rows
    table = list(csv.DictReader(io.StringIO(run("query", "15", "--format", "csv").stdout.decode())))
    assert (table[0]["before_deg"], table[0]["after_deg"]) == ("122.5", "72.5")
    assert run("query", "15", "--format", "markdown").stdout.decode().count("\n") == len(rows) + 2


def test_an_answer_goes_to_a_file_whole(run, tmp_path):
    done = run("query", "15", "--format", "csv", "--output", "answer.csv")
    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / "answer.csv").read_bytes() == run("query", "15", "--format", "csv").stdout


def test_own_sparql_comes_from_a_file_or_a_pipe(run, tmp_path):
    (tmp_path / "mine.rq").write_text("SELECT (COUNT(DISTINCT ?s) AS ?studies) { ?s a sod:Study }")
    from_file = run("query", "--file", "mine.rq", "--format", "csv")
    from_pipe = run("query", "--file", "-", "--format", "csv", stdin=(tmp_path / "mine.rq").read_text())
    assert from_file.stdout == from_pipe.stdout
    assert int(from_file.stdout.split()[1]) >= 79


def test_the_sparql_of_a_question_can_be_taken_elsewhere(run):
    sparql = run("query", "0", "substrate=base", "--sparql").stdout.decode()
    assert 'VALUES ?substrate { "base" }' in sparql
    assert run("query", "--file", "-", stdin=sparql).returncode == 0


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["query", "what-made-sodum-wet"], 2, "did you mean 00-what-made-sodium-wet"),
        (["query", "0", "colour=red"], 2, "it takes substrate"),
        (["query", "0", "substrate=nzps"], 2, "did you mean nzsp"),
        (["query", "16", "below=warm"], 2, "below has to be a number"),
        (["query", "0", "substrate"], 2, "name=value"),
        (["query", "--file", "none.rq"], 2, "none.rq"),
        (["query", "0", "--file", "-"], 2, "no question and no parameter"),
        (["query", "0", "--timeout", "-1"], 2, "number of seconds"),
        (["query", "0", "--colour"], 2, "unrecognized arguments: --colour"),
        (["query", "--endpoint", "http://127.0.0.1:9/query"], 2, "--endpoint needs a question"),
        (["query", "0", "--endpoint", "http://[::1/q"], 2, "http or https address"),
        (["link", "--to", "pubchem", "--substance", "Sn", "--endpoint", "pubchem=http://[::1"], 2, "http or https address"),
        (["link", "--to", "pubchem", "--substance", "Sn", "--endpoint", "pubchem=http://127.0.0.1:99999"], 2, "http or https"),
        (["link", "some.md"], 2, "--to crossref"),
        (["link", "some.md", "--to", "pubchem"], 2, "--to crossref"),
        (["export", "--to", "bibtex", "--graph", "none.trig"], 7, "put your texts in again"),
        (["export", "--to", "bibtex", "--graph", "."], 7, "this is a folder"),
        (["query", "-1"], 2, "there is no question '-1'"),
        (["nonsense"], 2, "invalid choice"),
        (["extract", "none.md"], 3, "none.md"),
        (["query", "0", "--endpoint", "http://127.0.0.1:9/query"], 6, "cannot be reached"),
        (["query", "0", "--graph", "none.trig"], 7, "none.trig"),
        (["query", "15", "--output", "/proc/none/answer"], 8, "cannot be written"),
        (["build", "some.md"], 2, "--output"),
    ],
)
def test_a_failure_is_one_clear_message_and_a_documented_code(run, words, code, says):
    done = run(*words)
    assert done.returncode == code, done.stderr.decode()
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_work_that_takes_longer_than_allowed_is_ended_with_exit_code_5():
    code = "from sodiokg.cli.limits import within\nwith within(0.1):\n    while True:\n        pass"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=30, check=False)
    assert done.returncode == 5
    assert b"not there after 0.1 s" in done.stderr


def test_an_endless_query_ends_at_its_timeout(run):
    endless = "SELECT (COUNT(*) AS ?n) { GRAPH ?a { ?b ?c ?d } GRAPH ?e { ?f ?g ?h } GRAPH ?i { ?j ?k ?l } }"
    done = run("query", "--file", "-", "--timeout", "2", stdin=endless)
    assert done.returncode == 5
    assert b"--timeout" in done.stderr


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT * {\n  ?s ?p fo:o }", "line 2, column 9: the prefix of 'fo:o' is not declared"),
        ("LOAD <http://127.0.0.1:9/>", "LOAD is refused"),
        ("", "the query is empty"),
    ],
)
def test_sparql_that_cannot_run_gives_exit_code_5(run, sparql, says):
    done = run("query", "--file", "-", stdin=sparql)
    assert done.returncode == 5
    assert says in done.stderr.decode()


def test_a_query_that_is_no_text_is_told(run, tmp_path):
    (tmp_path / "bad.rq").write_bytes(b"SELECT \xff")
    done = run("query", "--file", "bad.rq")
    assert done.returncode == 5
    assert b"not UTF-8" in done.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    process = subprocess.Popen(
        [PROGRAM, "query", "--file", "-", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "SODIOKG_HOME": str(tmp_path)},
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdin.write(b"SELECT * { ?s ?p ?o }")
    process.stdin.close()
    process.stdout.readline()
    process.stdout.close()
    talk = process.stderr.read()
    process.stderr.close()
    assert process.wait(30) == 141
    assert talk == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the platform has no device that is always full")
def test_a_full_disk_is_a_write_error(tmp_path):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "query", "0"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 8
    assert b"cannot be written" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the platform has no device that is always full")
@pytest.mark.parametrize("words", [["--help"], ["query", "--help"], ["--version"], [], ["query"]], ids=" ".join)
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_help_on_a_full_disk_is_a_write_error(words, unbuffered):
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, env=environment, check=False)
    assert done.returncode == 8
    assert b"cannot be written" in done.stderr


def test_a_closed_stdout_is_a_write_error_and_a_closed_stderr_is_none(tmp_path):
    environment = {**os.environ, "SODIOKG_HOME": str(tmp_path)}
    for redirection, code in ((">&-", 8), ("2>&-", 0)):
        command = f"{PROGRAM} query {redirection}"
        done = subprocess.run(command, shell=True, env=environment, capture_output=True, check=False)
        assert done.returncode == code, done.stderr
        assert b"bug" not in done.stderr
        assert b"ask one by number" not in done.stdout


def test_a_file_that_is_read_is_never_written_over(run, paper, tmp_path):
    (tmp_path / "link.md").symlink_to(paper)
    (tmp_path / "mine.rq").write_text("ASK {}")
    for words in (
        ["extract", paper, "-o", paper],
        ["extract", paper, "-o", "link.md"],
        ["extract", paper, "--save-text", paper],
        ["annotate", paper, "-o", paper],
        ["build", paper, "-o", paper],
        ["add", paper, "-o", paper],
        ["query", "--file", "mine.rq", "-o", "mine.rq"],
    ):
        done = run(*words)
        assert done.returncode == 2, words
        assert b"not written over" in done.stderr
    assert paper.read_text() == PAPER
    assert (tmp_path / "mine.rq").read_text() == "ASK {}"


@pytest.mark.parametrize("verb", ["extract", "add"])
def test_a_text_that_yields_nothing_or_cites_nothing_is_told(run, tmp_path, verb):
    (tmp_path / "letter.md").write_text("Dear reader,\n\nthe weather is fine.\n")
    done = run(verb, "letter.md")
    assert done.returncode == 0
    assert b"nothing was read from" in done.stderr
    assert b"letter.md cites no work: everything in it is read as its own" in done.stderr
    assert b"reference list" not in done.stderr
    assert run(verb, "--quiet", "letter.md").stderr == b""


def test_a_text_that_yields_records_and_lists_its_references_draws_no_remark(run, paper):
    assert run("extract", paper).stderr == b""
    assert b"reference list" not in run("add", paper).stderr


def test_a_text_is_read_from_a_pipe(run, paper):
    piped = run("extract", "-", stdin=PAPER)
    assert piped.returncode == 0, piped.stderr
    records = [json.loads(line) for line in piped.stdout.splitlines()]
    assert {record["doc"] for record in records} == {"stdin"}
    assert [record["start"] for record in records] == [
        json.loads(line)["start"] for line in run("extract", paper).stdout.splitlines()
    ]
    assert run("extract", "-", stdin="").returncode == 3
    assert b"stdin: " in run("extract", "-", stdin="").stderr


def test_the_summary_of_an_addition_goes_to_a_file(run, paper, tmp_path):
    done = run("add", paper, "--format", "csv", "--output", "held.csv")
    assert (done.returncode, done.stdout) == (0, b"")
    assert "studies,1" in (tmp_path / "held.csv").read_text()


def test_an_interrupt_is_told_quietly(monkeypatch, capsys):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("sodiokg.cli._run", interrupted)
    assert main(["query"]) == 130
    assert capsys.readouterr().err == "sodiokg: interrupted\n"


def test_a_bug_is_called_a_bug_and_debug_shows_where(monkeypatch, capsys):
    def broken(_):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("sodiokg.cli._run", broken)
    assert main(["query"]) == 70
    assert "this is a bug in sodiokg: ZeroDivisionError: oops" in capsys.readouterr().err
    assert main(["query", "--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_records_of_a_text_come_as_json_lines_and_as_a_table(run, paper):
    lines = run("extract", paper).stdout.decode().splitlines()
    records = [json.loads(line) for line in lines]
    angles = [record for record in records if record.get("property") == "contact_angle"]
    assert [record["value"] for record in angles] == [120.5, 65.5]
    assert all(PAPER[record["start"] : record["end"]] == record["span"] for record in angles)
    table = list(csv.DictReader(io.StringIO(run("extract", paper, "--format", "csv").stdout.decode())))
    assert len(table) == len(records)


def test_the_text_read_from_a_paper_can_be_saved_and_offsets_count_in_it(run, tmp_path):
    page = tmp_path / "tin.html"
    page.write_text("<nav>Home</nav><h1>Tin</h1><p>The contact angle of molten Na on Sn was 65.5&deg; at 250 &deg;C.</p>")
    done = run("extract", page, "--save-text", "tin.md")
    text = (tmp_path / "tin.md").read_text()
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert text == "# Tin\n\nThe contact angle of molten Na on Sn was 65.5° at 250 °C.\n"
    assert rows
    assert all(text[row["start"] : row["end"]] == row.get("span", row.get("quote")) for row in rows)
    assert run("extract", page, page, "--save-text", "tin.md").returncode == 2


def test_a_text_of_ones_own_is_asked_together_with_what_ships(run, paper, tmp_path):
    before = json.loads(run("query", "14", "-f", "json").stdout)
    added = run("add", paper)
    assert added.returncode == 0, added.stderr.decode()
    assert b"studies" in added.stdout
    assert (tmp_path / "home" / "graph.trig").exists()
    after = json.loads(run("query", "14", "-f", "json").stdout)
    assert {row["value"] for row in after} - {row["value"] for row in before} == {120.5, 65.5}


def test_another_text_of_a_known_name_needs_replace(run, paper):
    assert run("add", paper).returncode == 0
    paper.write_text(PAPER.replace("65.5", "55.5"))
    done = run("add", paper)
    assert done.returncode == 2
    assert b"--replace" in done.stderr
    assert run("add", "--replace", paper).returncode == 0
    assert 55.5 in {row["value"] for row in json.loads(run("query", "14", "-f", "json").stdout)}


def test_build_says_what_the_graph_holds_and_check_finds_nothing(run, tmp_path):
    done = run("build", "--output", "anew.trig")
    assert done.returncode == 0, done.stderr.decode()
    held = dict(re.findall(r"(?m)^(\w[\w ]*\w)  +(\d+)$", done.stdout.decode()))
    assert int(held["studies"]) == 79
    assert int(held["asserted assertions"]) > 100
    assert {"claims", "measurements", "statements", "hypothesised assertions"} <= set(held)
    assert run("build", "--check", "--output", "anew.trig").returncode == 0
    (tmp_path / "anew.trig").write_text((tmp_path / "anew.trig").read_text().replace("72.5", "73.5"))
    assert run("build", "--check", "--output", "anew.trig").returncode == 7


def test_the_graph_that_ships_is_valid(run):
    done = run("validate")
    assert done.returncode == 0, done.stdout.decode()
    assert b"0 violations" in done.stderr


def test_a_layer_in_nanometres_is_no_violation(run, tmp_path):
    (tmp_path / "gold.md").write_text(PAPER.replace("coated NZSP with Sn;", "sputtered a 50 nm Au film on NZSP;"))
    assert b'"nm"' in run("extract", "gold.md").stdout
    assert run("add", "gold.md").returncode == 0
    done = run("validate")
    assert done.returncode == 0, done.stdout.decode()


def test_a_wrong_graph_is_found_and_gives_exit_code_10(run, paper, tmp_path):
    run("add", paper, "--graph", "mine.trig")
    graph = tmp_path / "mine.trig"
    assert "sod:polarity sod:asserted" in graph.read_text()
    graph.write_text(graph.read_text().replace("sod:polarity sod:asserted", "sod:polarity sod:reported", 1))
    done = run("validate", "--graph", "mine.trig")
    assert done.returncode == 10
    assert done.stdout
    rows = json.loads(run("validate", "--graph", "mine.trig", "--format", "json").stdout)
    assert {row["severity"] for row in rows} >= {"violation"}


def test_output_is_the_same_whatever_locale_and_hash_seed(run):
    one = run("query", "0", environment={"LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"})
    two = run("query", "0", environment={"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "PYTHONIOENCODING": "latin-1"})
    assert one.stdout == two.stdout


GERMAN = """Die Pellets wurden bei 480 °C getempert, und die Zelle lief nach der Behandlung für 1.200 h bei 0,25 mA cm−2 mit Natrium.
Der Widerstand war nach dem Tempern mit 12,5 Ω cm2 sehr niedrig.
"""


@pytest.mark.parametrize("verb", ["extract", "annotate", "add"])
def test_a_text_that_is_not_english_is_told_and_gives_its_numbers_alone(run, tmp_path, verb):
    (tmp_path / "pellets.md").write_text(GERMAN)
    done = run(verb, "pellets.md")
    assert done.returncode == 0
    assert done.stderr.count(b"pellets.md is in German, not in English: of it only the numbers were read") == 1
    assert run(verb, "--quiet", "pellets.md").stderr == b""
    if verb == "extract":
        assert {json.loads(line)["kind"] for line in done.stdout.splitlines()} == {"measurement"}
    if verb == "add":
        assert run("validate").returncode == 0


def test_studies_are_compared_in_every_form_and_drawn_into_a_file(run, tmp_path):
    for form, begins in [("html", b"<!DOCTYPE html>"), ("latex", b"% \\usepackage"), ("csv", b"battery,"), ("json", b"{")]:
        done = run("compare", "cycling_time", "--format", form)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(begins)
    done = run("compare", "cycling_time", "--plot", "life.svg", "--output", "life.txt")
    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / "life.svg").read_bytes().startswith(b"<svg ")
    assert "cumulative capacity" in (tmp_path / "life.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["cycling_tme"], b"did you mean cycling_time?"),
        (["--by", "cell,batery"], b"did you mean battery?"),
        (["--on", "nzps"], b"did you mean nzsp?"),
        (["--plot", "life.jpg"], b".svg or .png"),
        (["--plot", "life.svg", "--y", "cycling_tme"], b"did you mean cycling_time?"),
        (["--x", "areal_capacity"], b"--plot"),
    ],
)
def test_an_unknown_name_to_compare_is_a_usage_error(run, tmp_path, words, told):
    done = run("compare", *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr
    assert not list(tmp_path.glob("life.*"))


def test_a_transfer_is_printed_in_every_form_and_its_matrix_drawn(run, tmp_path):
    done = run("transfer", "--from", "base", "--to", "nasicon")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"studies read" in done.stdout
    done = run("transfer", "--from", "base", "--to", "nasicon", "--format", "csv")
    assert done.stdout.startswith(b"strategy,attribution,refs,")
    done = run("transfer", "--matrix", "--plot", "matrix.svg", "--format", "csv", "--output", "matrix.csv")
    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / "matrix.svg").read_bytes().startswith(b"<svg ")
    assert (tmp_path / "matrix.csv").read_text(encoding="utf-8").startswith("strategy,alloy,BASE,carbon")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--from", "bas", "--to", "nasicon"], b"did you mean base?"),
        (["--from", "base"], b"--to nasicon"),
        (["--matrix", "--from", "nascon"], b"did you mean NASICON?"),
        (["--matrix", "--plot", "matrix.gif"], b".svg or .png"),
    ],
)
def test_an_unknown_end_of_a_transfer_is_a_usage_error(run, tmp_path, words, told):
    done = run("transfer", *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr
    assert not list(tmp_path.glob("matrix.*"))


def test_show_prints_what_is_known_with_quotes_at_the_width_of_the_terminal(run):
    for width in ("80", "120"):
        done = run("show", "Na₁₅Sn₄", environment={"COLUMNS": width})
        assert done.returncode == 0
        text = done.stdout.decode()
        assert max(map(len, text.splitlines())) <= int(width)
        assert "[23]" in text
        assert "[34]" in text
        assert "sodiokg show ne-2019-62-718" in " ".join(text.split())


def test_show_takes_a_name_of_several_words_and_cuts_nothing_with_all(run):
    short, whole = run("show", "surface", "coating"), run("show", "surface", "coating", "--all")
    assert short.returncode == whole.returncode == 0
    assert b"more, --all" in short.stdout
    assert b"more, --all" not in whole.stdout


def test_show_has_every_format(run):
    for form in ("csv", "tsv", "json", "jsonl", "markdown"):
        done = run("show", "Na15Sn4", "--format", form)
        assert done.returncode == 0
        assert b"phase formed" in done.stdout, form
    rows = json.loads(run("show", "Na15Sn4", "-f", "json").stdout)
    assert {"Na15Sn4"} == {row["thing"] for row in rows}


def test_show_of_an_unknown_name_ends_with_exit_code_2_and_near_names(run):
    done = run("show", "Na15Sm4")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"did you mean Na15Sn4" in done.stderr


def test_search_prints_kinds_and_keys(run):
    done = run("search", "sodiophilic", "layer", "--format", "json")
    assert done.returncode == 0
    assert {row["kind"] for row in json.loads(done.stdout)} >= {"claim"}
    nothing = run("search", "unicorn")
    assert nothing.returncode == 0
    assert b"nothing has all of these words" in nothing.stderr
    assert run("search", "tin", "--kind", "animal").returncode == 2
