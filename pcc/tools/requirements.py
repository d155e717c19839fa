"""What pcc needs: the pins of its package, by extra. Stands on nothing that they name but `packaging`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

PROJECT = Path(__file__).parents[2] / "pyproject.toml"  # of a checkout that is not installed
ELSEWHERE = {"paddlepaddle-gpu": "from the index that Paddle's installation guide names"}  # what is not on PyPI


@dataclass(frozen=True)
class Requirements:
    """The Python versions that pcc runs on, and packages by extra; under "" those that it cannot do without."""

    python: SpecifierSet
    packages: Mapping[str, Sequence[Requirement]]


def requirements() -> Requirements:
    """Those of the installed package, or of the checkout that this is."""
    try:
        return _of_package(metadata("pcc"))
    except PackageNotFoundError:
        return _of_project(import_module("tomllib").loads(PROJECT.read_text(encoding="utf-8"))["project"])


def _of_package(package: Any) -> Requirements:
    every = [Requirement(text) for text in package.get_all("Requires-Dist") or ()]
    base = [r for r in every if _applies(r)]
    extras = {
        extra: [r for r in every if r not in base and _applies(r, extra)]
        for extra in package.get_all("Provides-Extra") or ()
    }
    return Requirements(SpecifierSet(package["Requires-Python"]), {"": base, **extras})


def _of_project(project: Mapping[str, Any]) -> Requirements:
    texts = {"": project["dependencies"], **project["optional-dependencies"]}
    made = {extra: [Requirement(text) for text in every] for extra, every in texts.items()}
    return Requirements(
        SpecifierSet(project["requires-python"]),
        {extra: [r for r in every if _applies(r)] for extra, every in made.items()},
    )


def _applies(requirement: Requirement, extra: str = "") -> bool:
    """Whether it does to this Python, if the extra is wanted."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": extra})


def installed(name: str) -> str:
    """The version of a package, "" if there is none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def install_command(requirement: Requirement) -> str:
    """How to get it, in one line or two."""
    command = f"pip install '{requirement.name}{requirement.specifier}'"
    where = ELSEWHERE.get(requirement.name)
    return f"{command}\n  {where}" if where else command
