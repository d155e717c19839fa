"""Finds classes by looking through a package, so that nothing keeps a list of ops or passes."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import TypeVar

from xdsl.ir import Operation
from xdsl.irdl import IRDLOperation

T = TypeVar("T")


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """The modules of a package and its subpackages, in order of name."""
    for info in sorted(pkgutil.walk_packages(package.__path__, package.__name__ + "."), key=lambda i: i.name):
        yield importlib.import_module(info.name)


def classes(package: ModuleType, kind: type[T]) -> list[type[T]]:
    """Every public subclass of `kind` defined in the package, in order of module and definition."""
    found = [
        value
        for module in modules(package)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, kind) and value.__module__ == module.__name__
    ]
    return list(dict.fromkeys(found))


def operations(module: ModuleType) -> list[type[Operation]]:
    """The op definitions of one module."""
    return [
        v
        for v in vars(module).values()
        if isinstance(v, type) and issubclass(v, IRDLOperation) and v.__module__ == module.__name__
    ]
