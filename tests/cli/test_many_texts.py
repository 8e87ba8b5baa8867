"""Many texts at a time: in order, none lost for another's sake, and nothing left behind when it ends early."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_command_line import PAPER, PROGRAM

from sodiokg.cli import main
from sodiokg.pool import in_order

NAMES = [f"p{number:02}.md" for number in range(12)]


@pytest.fixture
def papers(tmp_path):
    """Write texts of very different length, the longest first."""
    for number, name in enumerate(NAMES):
        head, _, tail = PAPER.replace("65.5", f"{50 + number}.5").partition("## References")
        (tmp_path / name).write_text(head * (60 if number == 0 else 1) + "## References" + tail)
    return tmp_path


@pytest.fixture
def run(tmp_path):
    def run(*words):
        return subprocess.run([PROGRAM, *map(str, words)], cwd=tmp_path, capture_output=True, timeout=60, check=False)

    return run


def test_the_records_come_in_the_order_of_the_texts_on_any_number_of_processes(run, papers):
    one, three = (run("extract", "--jobs", jobs, *NAMES) for jobs in (1, 3))
    assert one.returncode == 0, one.stderr
    assert one.stdout == three.stdout
    assert list(dict.fromkeys(json.loads(line)["doc"] for line in one.stdout.splitlines())) == [name[:-3] for name in NAMES]


def test_a_text_that_cannot_be_read_is_told_once_and_costs_no_other(run, papers):
    (papers / "p05.md").write_bytes(b"\x00")
    whole = run("extract", *[name for name in NAMES if name != "p05.md"])
    done = run("extract", *NAMES, "none.md")
    assert done.returncode == 3
    assert done.stdout == whole.stdout
    assert done.stderr.count(b"p05.md: this is binary data") == 1
    assert done.stderr.count(b"none.md: no such file") == 1
    assert b"2 of 13 texts could not be read" in done.stderr


def test_where_no_text_can_be_read_nothing_is_written(run, papers):
    done = run("extract", "no.md", "none.md", "-o", "all.jsonl")
    assert done.returncode == 3
    assert b"none of the 2 texts could be read" in done.stderr
    assert not list(papers.glob("*all.jsonl*"))


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl"])
def test_the_records_of_several_texts_are_one_whole_in_every_format(run, papers, form):
    (papers / "empty.md").write_text("Dear reader,\n\nthe weather is fine.\n")
    text = run("extract", "p01.md", "empty.md", "none.md", "p02.md", "-f", form).stdout.decode()
    if form in {"csv", "tsv"}:
        rows = list(csv.DictReader(io.StringIO(text), delimiter="," if form == "csv" else "\t"))
    else:
        rows = json.loads(text) if form == "json" else [json.loads(line) for line in text.splitlines()]
    assert list(dict.fromkeys(row["doc"] for row in rows)) == ["p01", "p02"]
    assert len({tuple(row) for row in rows}) == 1 or form in {"json", "jsonl"}


def test_a_text_without_a_record_gives_an_empty_whole(run, papers):
    (papers / "empty.md").write_text("Dear reader,\n\nthe weather is fine.\n")
    assert json.loads(run("extract", "empty.md", "-f", "json").stdout) == []
    assert run("extract", "empty.md", "-f", "csv").stdout.startswith(b"id,doc,start,end,span")


def test_a_table_of_several_texts_says_which_is_which(run, papers):
    text = run("extract", "p01.md", "p02.md", "-f", "markdown").stdout.decode()
    assert text.index("## p01\n\n| id ") < text.index("## p02\n\n| id ")


def test_a_bug_that_one_text_shows_is_told_and_costs_no_other(papers, monkeypatch, capsys):
    from sodiokg.extract import records

    real = records.extract

    def broken(source):
        if source.name == "p01":
            raise ZeroDivisionError("oops")
        return real(source)

    monkeypatch.setattr(records, "extract", broken)
    monkeypatch.chdir(papers)
    assert main(["extract", "--jobs", "1", *NAMES[:3]]) == 70
    told = capsys.readouterr()
    assert "p01.md: this is a bug in sodiokg: ZeroDivisionError: oops" in told.err
    assert {json.loads(line)["doc"] for line in told.out.splitlines()} == {"p00", "p02"}


def test_the_number_of_processes_is_a_number(run, papers):
    for jobs in ("0", "-1", "many", "1000000"):
        assert run("extract", "--jobs", jobs, "p01.md").returncode == 2


def children(pid):
    """Return the living children of a process."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rsplit(")", 1)[1].split()[:2]
        except OSError:
            continue
        if int(parent) == pid and state != "Z":
            found.append(int(stat.parent.name))
    return found


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def until(holds, seconds=10):
    begun = time.monotonic()
    while not holds() and time.monotonic() - begun < seconds:
        time.sleep(0.02)
    return holds()


@pytest.fixture
def busy(papers):
    """Start a long extraction on two processes and return it with the processes that it started."""
    (papers / "long.md").write_text(PAPER.partition("## References")[0] * 20_000)
    command = [PROGRAM, "extract", "--jobs", "2", "long.md", *NAMES, "-o", "all.jsonl"]
    process = subprocess.Popen(command, cwd=papers, stderr=subprocess.PIPE, start_new_session=True)
    assert until(lambda: len(children(process.pid)) == 2)
    time.sleep(0.3)
    yield process, children(process.pid)
    process.stderr.close()
    if process.poll() is None:
        process.kill()
        process.wait()


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")


@needs_proc
@pytest.mark.parametrize("at", ["terminal", "process"])
def test_an_interrupt_ends_all_processes_at_once_and_writes_nothing(busy, papers, at):
    process, workers = busy
    (os.killpg if at == "terminal" else os.kill)(process.pid, signal.SIGINT)
    begun = time.monotonic()
    assert process.wait(20) == 130
    assert time.monotonic() - begun < 5
    assert process.stderr.read() == b"sodiokg: interrupted\n"
    assert until(lambda: not any(map(is_alive, workers)))
    assert not list(papers.glob("*all.jsonl*"))


@needs_proc
def test_processes_end_with_the_one_that_started_them(busy):
    process, workers = busy
    process.kill()
    process.wait()
    assert until(lambda: not any(map(is_alive, workers)))


@needs_proc
def test_a_process_that_is_ended_from_outside_is_told(busy):
    process, workers = busy
    os.kill(workers[0], signal.SIGKILL)
    assert process.wait(20) == 1
    assert b"ended from outside" in process.stderr.read()
    assert until(lambda: not any(map(is_alive, workers)))


def test_only_a_few_results_are_held_at_a_time():
    asked = []

    def tasks():
        for number in range(200):
            asked.append(number)
            yield number

    ahead = [len(asked) - done for done, _ in enumerate(in_order(abs, tasks(), 2), 1)]
    assert max(ahead) < 2 * 8 + 1
    assert len(asked) == 200


def test_progress_is_shown_where_a_person_watches_and_nowhere_else(papers):
    command = [PROGRAM, "extract", *NAMES[:3], "-o", "all.jsonl"]
    watched, inside = pty.openpty()
    subprocess.run(command, cwd=papers, stderr=inside, timeout=60, check=True)
    os.close(inside)
    shown = os.read(watched, 100_000).decode()
    os.close(watched)
    assert "2 of 3 texts" in shown
    assert shown.endswith("\r\x1b[K")
    assert subprocess.run(command, cwd=papers, capture_output=True, timeout=60, check=True).stderr == b""


def test_every_text_that_keeps_a_graph_from_being_made_is_told(run, papers):
    done = run("build", "p01.md", "no.md", "p02.md", "none.md", "-o", "all.trig")
    assert done.returncode == 3
    assert b"2 of 4 texts cannot be read, so nothing is written" in done.stderr
    assert done.stderr.index(b"no.md: no such file") < done.stderr.index(b"none.md: no such file")
    assert not (papers / "all.trig").exists()


def test_a_pipe_that_never_ends_is_refused_before_it_fills_the_memory(tmp_path):
    with open("/dev/zero", "rb") as endless:
        done = subprocess.run(
            [sys.executable, "-m", "sodiokg", "extract", "-"], stdin=endless, capture_output=True, timeout=60, check=False
        )
    assert done.returncode == 3
    assert b"stdin: the file is larger than 20 MB" in done.stderr
