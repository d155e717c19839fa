"""What pcc's commands share: one-line errors, and exit codes (0 done, 1 the input is wrong, 2 the command is)."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import NoReturn

from pcc.dialects.errors import nearest


class Failure(Exception):
    """Ends a command with one line on stderr and an exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


class Arguments(argparse.ArgumentParser):
    """argparse, with one line for an error and the nearest option for a wrong one."""

    def error(self, message: str) -> NoReturn:
        wrong = re.search(r"(?:unrecognized arguments:|invalid choice:) '?(-{0,2}[\w-]+)", message)
        known = [*self._option_string_actions]
        for action in self._actions:
            for name, command in action.choices.items() if isinstance(action.choices, dict) else ():
                known += [name, *command._option_string_actions]
        hint = nearest(wrong[1], known) if wrong else ""
        first = message.split(" (choose")[0].splitlines()[0]
        self.exit(2, f"{self.prog}: error: {first[:300]}{hint}\n")


def read(path: str, limit: int) -> bytes:
    """A file's bytes, or those of stdin for `-`; one byte more than the limit at most. Raises Failure."""
    if path == "-":
        return sys.stdin.buffer.read(limit + 1)
    try:
        with Path(path).open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise Failure(f"cannot read {path!r}: {getattr(error, 'strerror', None) or error}") from None
