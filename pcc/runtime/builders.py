"""What builds programs for each target."""

from __future__ import annotations

from typing import Protocol

from xdsl.dialects.builtin import ModuleOp

from pcc.runtime.build import Build, build
from pcc.runtime.errors import ArgumentError

TARGETS = ("cpu", "cuda")


class Builder(Protocol):
    """Compiles a module whose function `main` is made of `pd` ops; with texts, if they are to be kept."""

    def __call__(self, module: ModuleOp, *, keep_text: bool = False) -> Build: ...


def builder_for(target: str) -> Builder:
    """Raises ArgumentError if there is no such target."""
    if target not in TARGETS:
        raise ArgumentError(f"there is no target {target[:40]!r}: use {' or '.join(map(repr, TARGETS))}")
    if target == "cpu":
        return build
    from pcc.runtime.cuda.build import build_for_device  # brings in what a CPU has no use for

    return build_for_device
