"""The loops under construction: every operation goes to the outermost one where it can stand.

An operation is placed by the depth of its operands and found again when asked for twice, so loop-invariant code motion
and common subexpressions need no passes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
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


@dataclass(eq=False)
class Scope:
    """One loop body (or the function body) under construction."""

    block: Block
    variables: dict[Var, Scalar] = field(default_factory=dict[Var, Scalar])
    vector: Var | None = None


class Scopes(Puller[Scalar]):
    """The stack of loop bodies under construction, and where in it an operation goes."""

    def __init__(self, body: Block, lanes: int) -> None:
        self.lanes = lanes
        self.scopes = [Scope(body)]
        self.masks: list[tuple[Scalar, int]] = []  # guards in force, and the depth from which each one matters
        self._made: dict[Any, tuple[int, Scope, Any]] = {}  # what was made last under a key, the depth and scope of it

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

    def made(self, key: Any, depth: int) -> Any:
        """What `note` was given under the key at up to this depth, if its loop is still open; else None."""
        at, scope, made = self._made.get(key, (0, None, None))
        return made if at <= depth and scope is self.scopes[at] else None

    def note(self, key: Any, depth: int, made: Any) -> None:
        self._made[key] = depth, self.scopes[depth], made

    def guards(self, depth: int) -> tuple[SSAValue, ...]:
        """The conditions under which code at a depth runs."""
        return tuple(mask.value for mask, since in self.masks if since <= depth)

    def _guarded(self, key: tuple[SSAValue, tuple[Expr, ...]]) -> Any:
        guards = self.guards(max(map(self.depth_of, key[1]), default=0)) if self.masks else ()
        return (*key, guards) if guards else key

    def remembered(self, key: Any) -> Any:
        return self.made(self._guarded(key), self.depth)

    def remember(self, key: Any, value: Scalar) -> None:
        """Where the variables of its index are bound: a vector's tail binds one to a constant, which has no depth."""
        self.note(self._guarded(key), max([value.depth, *map(self.depth_of, key[1])]), value)

    def insert(self, op: Operation, depth: int) -> Operation:
        self.scopes[depth].block.add_op(op)
        return op

    def emit(
        self,
        kind: type[Operation],
        args: Sequence[Scalar],
        dtype: Attribute,
        lanes: int,
        properties: Mapping[str, Attribute] = {},
    ) -> Scalar:
        """A pure operation, shared with an equal one that is visible here."""
        values = [a.value for a in args]
        key = (kind, dtype, lanes, *values, *properties.values())
        depth = max([a.depth for a in args], default=0)
        made = self.made(key, depth)
        if made is None:
            type = vector_type(dtype, lanes) if lanes else dtype
            op = kind.create(operands=values, result_types=[type], properties=properties)
            made = Scalar(self.insert(op, depth).results[0], dtype, depth, lanes)
            self.note(key, depth, made)
        return made


@cache
def vector_type(dtype: Attribute, lanes: int) -> VectorType[Attribute]:
    return VectorType(dtype, [lanes])
