"""The loops under construction: every operation goes to the outermost one where it can stand.

An operation is placed by the depth of its operands and found again when asked for twice, so loop-invariant code motion
and common subexpressions need no passes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xdsl.dialects.builtin import VectorType
from xdsl.ir import Attribute, Block, Operation, SSAValue

from pcc.dialects.index import Expr, Var
from pcc.passes.loops.pull import Puller


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value in a kernel: one element (lanes 0) or a vector of them; `depth` is the loop it is computed in."""

    value: SSAValue
    dtype: Attribute
    depth: int = 0
    lanes: int = 0


@dataclass
class Scope:
    """One loop body (or the function body) under construction."""

    block: Block
    memo: dict[Any, Any] = field(default_factory=dict[Any, Any])
    variables: dict[Var, Scalar] = field(default_factory=dict[Var, Scalar])
    vector: Var | None = None


class Scopes(Puller[Scalar]):
    """The stack of loop bodies under construction, and where in it an operation goes."""

    def __init__(self, body: Block, lanes: int) -> None:
        self.lanes = lanes
        self.scopes = [Scope(body)]
        self.masks: list[tuple[Scalar, int]] = []  # guards in force, and the depth from which each one matters

    @property
    def depth(self) -> int:
        return len(self.scopes) - 1

    def lookup(self, var: Var) -> Scalar:
        for scope in reversed(self.scopes):
            if var in scope.variables:
                return scope.variables[var]
        raise AssertionError(f"loop variable {var.name} is not in scope")

    def vector_variable(self, value: Expr) -> Var | None:
        """The vector loop's variable if the expression depends on it."""
        return next((s.vector for s in reversed(self.scopes) if s.vector and s.vector in value.variables), None)

    def depth_of(self, value: Expr) -> int:
        return max((self.lookup(v).depth for v in value.variables), default=0)

    def mask_at(self, depth: int) -> Scalar | None:
        """The condition under which code at a depth runs: all guards that do not depend on deeper loops."""
        applied = [mask for mask, since in self.masks if since <= depth]
        total = applied[0] if applied else None
        for mask in applied[1:]:
            total = self.logical_and(total, mask) if total is not None else mask
        return total

    def _guarded(self, key: tuple[SSAValue, tuple[Expr, ...]]) -> Any:
        depth = max((self.depth_of(i) for i in key[1]), default=0)
        return key, tuple(mask.value for mask, since in self.masks if since <= depth)

    def remembered(self, key: Any) -> Any:
        key = self._guarded(key)
        return next((scope.memo[key] for scope in reversed(self.scopes) if key in scope.memo), None)

    def remember(self, key: Any, value: Scalar) -> None:
        self.scopes[value.depth].memo[self._guarded(key)] = value

    def insert(self, op: Operation, depth: int) -> Operation:
        self.scopes[depth].block.add_op(op)
        return op

    def emit(
        self,
        kind: type[Operation],
        args: Sequence[Scalar],
        dtype: Attribute,
        lanes: int,
        depth: int = 0,
        properties: Mapping[str, Attribute] | None = None,
    ) -> Scalar:
        """A pure operation, shared with an equal one that is visible here."""
        properties = properties or {}
        key = (kind, *(a.value for a in args), dtype, lanes, tuple(properties.items()))
        depth = max([depth, *(a.depth for a in args)])
        for scope in reversed(self.scopes[: depth + 1]):
            if key in scope.memo:
                return scope.memo[key]
        type = VectorType(dtype, [lanes]) if lanes else dtype
        op = kind.create(operands=[a.value for a in args], result_types=[type], properties=properties)
        made = Scalar(self.insert(op, depth).results[0], dtype, depth, lanes)
        self.scopes[depth].memo[key] = made
        return made
