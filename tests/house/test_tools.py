"""What other people's checkers say of the code: ruff, basedpyright, import-linter."""

from __future__ import annotations

import subprocess
import sys

from tests.house.sources import ROOT

# Code from data, unpickling, shells, archives: never, and no `noqa` can allow it.
DANGEROUS = "S102,S202,S301,S302,S307,S403,S506,S602,S604,S605,S612"


def run(*command: str) -> None:
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff_is_clean() -> None:
    run("-m", "ruff", "check", "--no-cache", ".")


def test_code_is_formatted() -> None:
    run("-m", "ruff", "format", "--no-cache", "--check", ".")


def test_nothing_dangerous_is_called() -> None:
    run("-m", "ruff", "check", "--no-cache", "--isolated", "--preview", "--ignore-noqa", "--select", DANGEROUS, "pcc")


def test_environment_is_read_in_config_only() -> None:
    settings = 'lint.flake8-tidy-imports.banned-api."os.environ".msg=""'
    run(
        *("-m", "ruff", "check", "--no-cache", "--isolated", "--ignore-noqa", "--select", "TID251"),
        *("--config", settings, "--config", settings.replace("environ", "getenv")),
        *("--exclude", "pcc/config.py", "pcc"),
    )


def test_types_are_clean() -> None:
    run("-m", "basedpyright", "--level", "error", "--pythonpath", sys.executable)


def test_imports_run_one_way() -> None:
    run("-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-cache")
