"""The loop variables of a nest, reshaped to suit what it accesses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pcc.dialects.index import Expr, Var, expr


@dataclass
class Domain:
    """Loop variables, the expressions of the original variables in them, and the accesses (offsets) made.

    `split` and `merge` change the variables; `values` keeps the originals reachable.
    """

    variables: list[Var]
    values: dict[Var, Expr]
    accesses: list[Expr]

    @staticmethod
    def of(variables: Sequence[Var], accesses: Sequence[Expr]) -> Domain:
        return Domain(list(variables), {v: expr(v) for v in variables}, list(accesses))

    def original(self, value: Expr) -> Expr:
        """An expression of original variables in the present ones."""
        return value.substitute(self.values.get)

    def _replace(self, old: Sequence[Var], new: Sequence[Var], values: dict[Var, Expr]) -> None:
        at = self.variables.index(old[0])
        self.variables[at : at + len(old)] = new
        self.values = {v: e.substitute(values.get) for v, e in self.values.items()}
        self.accesses = [a.substitute(values.get) for a in self.accesses]

    def split(self, least: int = 1) -> None:
        """`v // n` and `v % n` in an access make v two loops of extents E/n and n, if n divides E.

        A last loop of up to `least` iterations stays one.
        """
        for var in list(self.variables):
            short = var is self.variables[-1] and var.extent <= least
            by = self._divisor(var) if not short else None
            if by is not None:
                outer, inner = Var(var.name + "o", var.extent // by), Var(var.name + "i", by)
                self._replace([var], [outer, inner], {var: expr(outer) * by + inner})
                return self.split(least)

    def _divisor(self, var: Var) -> int | None:
        """The least n for which an access contains (v + multiples of n) // n or % n."""
        found = {
            atom.by
            for access in self.accesses
            for atom in access.atoms()
            if not isinstance(atom, Var) and atom.inner.coefficient(var) == 1 and atom.inner.constant == 0
            and len(atom.inner.terms) == 1 and var.extent % atom.by == 0 and 1 < atom.by < var.extent
        }  # fmt: skip
        return min(found, default=None)

    def merge(self, held: set[Var] | None = None) -> None:
        """Neighbouring loops that every access steps through as through one become one.

        Variables in `held` merge only with each other; the set is kept up to date.
        """
        held = set() if held is None else held
        for outer, inner in zip(self.variables, self.variables[1:], strict=False):
            alike = inner.extent and (outer in held) == (inner in held)
            if alike and all(_steps_as_one(a, outer, inner) for a in self.accesses):
                joint = Var(outer.name + inner.name, outer.extent * inner.extent)
                values = {outer: expr(joint) // inner.extent, inner: expr(joint) % inner.extent}
                self._replace([outer, inner], [joint], values)
                if outer in held:
                    held.add(joint)
                return self.merge(held)


def _steps_as_one(access: Expr, outer: Var, inner: Var) -> bool:
    linear = access.is_linear_in(outer) and access.is_linear_in(inner)
    return linear and access.coefficient(outer) == access.coefficient(inner) * inner.extent
