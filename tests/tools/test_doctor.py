"""`pcc doctor`: what it finds, what it advises, when it fails."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from email import message_from_string
from pathlib import Path

import packaging
import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from pcc.config import Config
from pcc.tools import doctor
from pcc.tools.doctor import Finding, State
from pcc.tools.pcc import main
from pcc.tools.requirements import requirements

ROOT = Path(__file__).parents[2]


def test_everything_is_named_and_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert said.endswith("\npcc works\n")
    for wanted in [r for packages in requirements().packages.values() for r in packages]:
        assert f" {wanted.name} " in said
    assert "a program              compiled in" in said
    assert "same numbers as Paddle's" in said
    assert max(map(len, said.splitlines())) <= 80
    assert all(line == line.rstrip() for line in said.splitlines())


def bare(tmp_path: Path, *path: Path) -> subprocess.CompletedProcess[str]:
    """Run it in a Python without packages."""
    environment = {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, *path))), "PATH": os.defpath, "HOME": str(tmp_path)}
    command = [sys.executable, "-S", "-m", "pcc.tools.pcc", "doctor"]
    return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)


def test_packages_are_missing(tmp_path: Path) -> None:
    (tmp_path / "packaging").symlink_to(Path(packaging.__file__).parent)
    done = bare(tmp_path, tmp_path)
    assert done.returncode == 1
    assert done.stderr == ""
    for name, pin in (("numpy", ">=1.26"), ("networkx", ">=3.2"), ("paddlepaddle", "==3.3.1")):
        assert f"missing  {name:<22} pip install '{name}{pin}'\n" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("pcc does not work: see xdsl, numpy, networkx, llvmlite, packaging")


def test_nothing_at_all(tmp_path: Path) -> None:
    done = bare(tmp_path)
    assert done.returncode == 1
    assert done.stderr == f"pcc: error: pcc is not installed as a package: pip install -e {ROOT}\n"


def test_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pcc.tools.requirements.version", lambda name: "2.1")
    assert doctor.package(Requirement("a>=2")) == Finding("a", State.OK, "2.1")
    assert doctor.package(Requirement("a<2")) == Finding("a", State.WRONG, "is 2.1", "pip install 'a<2'")
    command = doctor.package(Requirement("paddlepaddle-gpu==3.3.1")).remedy
    assert command.startswith("pip install 'paddlepaddle-gpu==3.3.1'\n  from the index")
    assert doctor.python(SpecifierSet(">=3.99")).state is State.WRONG


def test_pins_of_the_installed_package(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'Requires-Python: >=3.10\nProvides-Extra: cpu\nRequires-Dist: a>=1\nRequires-Dist: b==2; extra == "cpu"\n'
    package = message_from_string(f'{text}Requires-Dist: c; python_version < "3"\n')
    monkeypatch.setattr("pcc.tools.requirements.metadata", lambda name: package)
    found = requirements()
    assert {extra: [r.name for r in wanted] for extra, wanted in found.packages.items()} == {"": ["a"], "cpu": ["b"]}
    assert str(found.python) == ">=3.10"


def test_one_build_of_paddle_is_enough() -> None:
    assert doctor.package(Requirement("paddlepaddle-other")).state is State.OFF


def test_a_program_that_crashes_or_fails() -> None:
    assert doctor.child("x", "-c", "import os; os.abort()").text == "crashes: SIGABRT"
    failed = doctor.child("x", "-c", "raise ValueError('no')")
    assert (failed.state, failed.text) == (State.WRONG, "ValueError: no")
    assert doctor.child("x", "-c", "exit(3)").text == "exit code 3"


def test_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def found(folder: Path | None) -> Finding:
        monkeypatch.setattr("pcc.config.config", lambda: Config(folder))
        return doctor.cache()

    assert found(None).state is State.OFF
    assert found(tmp_path).text == f"{tmp_path}/objects: writable, private, 0 entries"
    (tmp_path / "objects").chmod(0o755)
    assert "is not private: it must be yours, with mode 700" in found(tmp_path).text


def test_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", absent)
    assert doctor.driver().state is State.MISSING


def test_a_long_remedy_has_lines_of_its_own() -> None:
    assert str(Finding("a", State.MISSING, "", "b" * 60)).splitlines() == ["missing  a", "  " + "b" * 60]
    assert str(Finding("a", State.WRONG, "is 1", "pip")).splitlines() == [
        f"{'wrong':<8} {'a':<22} is 1",
        " " * 32 + "pip",
    ]
