"""The completion scripts, run by the shells that are there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from sodiokg.cli.arguments import parser
from sodiokg.cli.completing import SHELLS

TRY = """
complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _sodiokg; printf '%s\\n' "${COMPREPLY[@]}"; }
"""


@pytest.fixture(scope="module")
def scripts():
    def script(shell):
        done = subprocess.run([sys.executable, "-m", "sodiokg", "completion", shell], capture_output=True, text=True, check=True)
        return done.stdout

    return {shell: script(shell) for shell in SHELLS}


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("sodiokg sho", "show"),
        ("sodiokg show Na15S", "Na15Sn4"),
        ("sodiokg show ne-2019", "ne-2019-62-718"),
        ("sodiokg show --format jsonl", "jsonl"),
        ("sodiokg query 00-", "00-what-made-sodium-wet"),
        ("sodiokg query 0 substrat", "substrate="),
        ("sodiokg query 0 substrate = nz", "nzsp"),
        ("sodiokg query 0 substrate=nz", "substrate=nzsp"),
        ("sodiokg compare cycling_t", "cycling_time"),
        ("sodiokg extract /et", "/etc"),
        ("sodiokg --vers", "--version"),
    ],
)
def test_bash_completes_commands_options_questions_parameters_and_keys(scripts, line, offered):
    code = f"{scripts['bash']}{TRY}complete_words {line}"
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [offered]
    assert done.stderr == ""


def test_every_command_and_option_is_in_every_script(scripts):
    actions = next(action for action in parser()._actions if action.dest == "command")
    for shell, script in scripts.items():
        for name, command in actions.choices.items():
            assert re.search(rf"\b{name}\b", script), (shell, name)
            for option in (option for action in command._actions for option in action.option_strings if option.startswith("--")):
                assert option.removeprefix("--") in script, (shell, name, option)


def test_no_word_of_a_script_needs_quoting(scripts):
    for words in re.findall(r'^_sodiokg_\w+="(.*)"$', scripts["bash"], re.MULTILINE):
        assert all(re.fullmatch(r"[A-Za-z0-9._][A-Za-z0-9._=-]*", word) for word in words.split())


def test_a_completing_shell_starts_no_program(scripts):
    for script in scripts.values():
        assert "python" not in script
        assert "$(sodiokg" not in script


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_another_shell_reads_its_script(scripts, shell):
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} here")
    subprocess.run([program, "-n", "/dev/stdin"], input=scripts[shell], text=True, check=True, capture_output=True)
