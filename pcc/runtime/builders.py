"""What builds programs for each target."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from xdsl.dialects.builtin import ModuleOp

from pcc.runtime.build import Build, build
from pcc.runtime.targets import parse


class Builder(Protocol):
    """Compiles a module whose function `main` is made of `pd` ops; with texts, if they are to be kept."""

    def __call__(self, module: ModuleOp, *, keep_text: bool = False) -> Build: ...


def builder_for(target: str) -> Builder:
    """Raises ArgumentError if there is no such target."""
    kind, device = parse(target)
    if kind == "cpu":
        return build
    from pcc.runtime.cuda.build import build_for_device  # brings in what a CPU has no use for

    return partial(build_for_device, device=device)
