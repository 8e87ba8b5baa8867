"""The command that makes a shell complete commands, options, questions, parameters and keys: `sodiokg completion`.

The script that it prints holds all words itself, so that completing starts no program.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sodiokg.cli.lookups import SERVICES
from sodiokg.cli.output import emit

__all__ = ["SHELLS", "completion"]

# What stands for a group of words in the script, by how the help calls the argument.
_GROUPS: Final = {
    "THING": "keys",
    "SUBSTRATE": "materials",
    "SUBSTANCE": "materials",
    "SERVICE": "services",
    "QUANTITY": "quantities",
    "NAME": "questions",
    "PARAMETER=VALUE": "parameters",
    **dict.fromkeys(("FILE", "PATH", "SOURCE", "OLD", "NEW"), "files"),
}
_BASH: Final = """\
_sodiokg_{group}="{words}"
"""
_BASH_END: Final = """\
_sodiokg() {
  local cur="${COMP_WORDS[COMP_CWORD]}" command="" before="${COMP_WORDS[COMP_CWORD-1]}" name="" word place choices=""
  for ((place = 1; place < COMP_CWORD; place++)); do
    word="${COMP_WORDS[place]}"
    case "$word" in
      -*) ;;
      *) if [[ -z $command ]]; then command="$word"; elif [[ -z $name ]]; then name="$word"; fi ;;
    esac
  done
  # Bash breaks a word at =, zsh does not.
  [[ $cur == "=" ]] && before="=" && cur=""
  if [[ $before == "=" ]]; then
    COMPREPLY=($(compgen -W "$_sodiokg_keys" -- "$cur"))
    return
  fi
  if [[ $cur == *=* ]]; then
    COMPREPLY=($(compgen -P "${cur%%=*}=" -W "$_sodiokg_keys" -- "${cur#*=}"))
    return
  fi
  case "$command $before" in
@AFTER@
  esac
  if [[ -z $choices ]]; then
    case "$command" in
@WITHIN@
    esac
  fi
  if [[ $choices == *@files* ]]; then
    choices="${choices/@files/}"
    COMPREPLY=($(compgen -W "$choices" -- "$cur") $(compgen -f -- "$cur"))
  else
    COMPREPLY=($(compgen -W "$choices" -- "$cur"))
  fi
  [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -F _sodiokg sodiokg
"""
_ZSH: Final = """\
(( $+functions[compdef] )) || { autoload -U +X compinit && compinit -u; }
autoload -U +X bashcompinit && bashcompinit
"""


@dataclass(frozen=True, slots=True)
class _Command:
    """What may follow a command: options, with the words or group that an option's value is of, and what it is given."""

    name: str
    options: dict[str, str]
    given: str


def completion(args: argparse.Namespace) -> int:
    """Print a script that makes the shell complete what `sodiokg` takes."""
    from sodiokg.cli.arguments import parser

    commands = tuple(_commands(parser()))
    emit(_SCRIPTS[args.shell](commands, _words()), args.output)
    return 0


def _commands(grammar: argparse.ArgumentParser, above: str = "") -> Iterator[_Command]:
    """Yield a grammar as the command of its name, then those below it."""
    options: dict[str, str] = {}
    given: list[str] = []
    below: dict[str, argparse.ArgumentParser] = {}
    for action in grammar._actions:
        if isinstance(action, argparse._SubParsersAction):
            below = dict(action.choices)
            given += below
        elif action.option_strings:
            options |= dict.fromkeys(action.option_strings, "" if action.nargs == 0 else _value(action))
        else:
            given.append(_value(action))
    yield _Command(above, options, " ".join(filter(None, given)))
    for name, command in below.items():
        if not above:
            yield from _commands(command, name)


def _value(action: argparse.Action) -> str:
    """Return the words that an argument takes, or @ and the group that they are of; "" where nothing is known of them."""
    if action.choices:
        return " ".join(map(str, action.choices))
    group = _GROUPS.get(str(action.metavar).split(",")[0], "")
    return f"@{group}" if group else ""


def _words() -> dict[str, tuple[str, ...]]:
    """Return the words of each group: those that ship and those of the user's own graph."""
    from sodiokg.knowledge import KnowledgeGraph
    from sodiokg.names import slug
    from sodiokg.query import questions

    known = KnowledgeGraph().things()
    return {
        "keys": _sorted(slug(thing.key) for thing in known),
        "materials": _sorted(slug(thing.key) for thing in known if thing.kind in {"material", "phase"}),
        "quantities": _sorted(slug(thing.key) for thing in known if thing.kind == "quantity"),
        "services": SERVICES,
        "questions": tuple(question.name for question in questions()),
        "parameters": _sorted(f"{parameter.name}=" for question in questions() for parameter in question.parameters),
    }


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words)))


def _bash(commands: tuple[_Command, ...], words: dict[str, tuple[str, ...]]) -> str:
    groups = "".join(_BASH.format(group=group, words=" ".join(found)) for group, found in words.items())
    after = "\n".join(
        f'    "{command.name} {option}") choices="{_shell(value)}" ;;'
        for command in commands
        for option, value in command.options.items()
        if value
    )
    within = "\n".join(
        f'    {command.name or chr(34) * 2}) if [[ $cur == -* ]]; then choices="{" ".join(command.options)}"; else {_given(command)}; fi ;;'
        for command in commands
    )
    return groups + _BASH_END.replace("@AFTER@", after).replace("@WITHIN@", within)


def _given(command: _Command) -> str:
    """Return the shell's assignment of what a command is given; a question comes before its parameters."""
    if "@questions" in command.given:
        return 'if [[ -z $name ]]; then choices="$_sodiokg_questions"; else choices="$_sodiokg_parameters"; fi'
    return f'choices="{_shell(command.given)}"'


def _shell(value: str) -> str:
    return " ".join(f"$_sodiokg_{word[1:]}" if word[:1] == "@" and word != "@files" else word for word in value.split())


def _zsh(commands: tuple[_Command, ...], words: dict[str, tuple[str, ...]]) -> str:
    return _ZSH + _bash(commands, words)


def _fish(commands: tuple[_Command, ...], words: dict[str, tuple[str, ...]]) -> str:
    lines = [f"set -g _sodiokg_{group} {' '.join(found)}" for group, found in words.items()]
    lines.append("complete -c sodiokg -f")
    for command in commands:
        when = f"__fish_seen_subcommand_from {command.name}" if command.name else "__fish_use_subcommand"
        files = " -F" if "@files" in command.given else ""
        given = _shell(command.given.replace("@files", "")).strip()
        lines.append(f"complete -c sodiokg -n '{when}'{files}" + (f' -a "{given}"' if given else ""))
        for option, value in command.options.items():
            flag = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"
            takes = " -rF" if value == "@files" else f' -xa "{_shell(value)}"' if value else ""
            lines.append(f"complete -c sodiokg -n '{when}' {flag}{takes}")
    return "\n".join(lines) + "\n"


_SCRIPTS: Final = {"bash": _bash, "fish": _fish, "zsh": _zsh}
SHELLS: Final = tuple(_SCRIPTS)
