"""Kernels that a library routine computes: how each kind of launch becomes calls."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from xdsl.ir import Operation, SSAValue

from pcc.dialects.kernel import LaunchOp

Routine = Callable[[LaunchOp, Sequence[SSAValue], Sequence[SSAValue]], Sequence[Operation]]

ROUTINES: dict[str, Routine] = {}
