"""Integer index expressions: sums of variables with coefficients, plus floor division and remainder.

The canonical form (a linear combination of atoms) makes what loop lowering needs direct: the coefficient of a
variable is a stride, `bounds` prove that a guard always holds, and `(i*8 + j) // 8` is `i` when 0 <= j < 8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import gcd


@dataclass(frozen=True)
class Var:
    """A loop variable 0 <= v < extent (or low <= v < low + extent), or any runtime index in that range."""

    name: str
    extent: int
    low: int = 0

    def __hash__(self) -> int:
        return hash(self.name)  # which tells nearly all variables apart

    @property
    def bounds(self) -> tuple[int, int]:
        return self.low, self.low + max(self.extent, 1) - 1


@dataclass(frozen=True)
class FloorDiv:
    """inner // by, with by > 0."""

    inner: Expr
    by: int

    @cached_property
    def name(self) -> str:
        return f"(({self.inner}) // {self.by})"

    @cached_property
    def bounds(self) -> tuple[int, int]:
        low, high = self.inner.bounds
        return low // self.by, high // self.by


@dataclass(frozen=True)
class Mod:
    """inner % by in [0, by), with by > 0."""

    inner: Expr
    by: int

    @cached_property
    def name(self) -> str:
        return f"(({self.inner}) % {self.by})"

    @property
    def bounds(self) -> tuple[int, int]:
        return 0, self.by - 1


Atom = Var | FloorDiv | Mod


@dataclass(frozen=True)
class Expr:
    """sum(coefficient * atom) + constant; terms are kept sorted so that equal sums are equal objects."""

    terms: tuple[tuple[Atom, int], ...] = ()
    constant: int = 0

    @cached_property
    def _hash(self) -> int:
        return hash((self.terms, self.constant))

    def __hash__(self) -> int:
        return self._hash

    def __add__(self, other: Expr | Var | int) -> Expr:
        other = expr(other)
        if not other.terms:
            return Expr(self.terms, self.constant + other.constant)
        if not self.terms:
            return Expr(other.terms, self.constant + other.constant)
        return _sum([*self.terms, *other.terms], self.constant + other.constant)

    __radd__ = __add__

    def __neg__(self) -> Expr:
        return self * -1

    def __sub__(self, other: Expr | Var | int) -> Expr:
        return self + expr(other) * -1

    def __rsub__(self, other: int) -> Expr:
        return self * -1 + other

    def __mul__(self, factor: int) -> Expr:
        if factor == 0:
            return Expr()
        return self if factor == 1 else Expr(tuple((a, c * factor) for a, c in self.terms), self.constant * factor)

    __rmul__ = __mul__

    def __floordiv__(self, by: int) -> Expr:
        assert by > 0
        whole, rest = self._split(by)
        low, high = rest.bounds
        if low // by == high // by:
            return whole + low // by
        unit, steps, _ = rest._in_units(by)
        if unit > 1:
            return whole + steps // (by // unit)
        return whole + Expr(((FloorDiv(rest, by), 1),))

    def __mod__(self, by: int) -> Expr:
        assert by > 0
        _, rest = self._split(by)
        low, high = rest.bounds
        if low // by == high // by:
            return rest - low // by * by
        unit, steps, below = rest._in_units(by)
        if unit > 1:
            return steps % (by // unit) * unit + below
        return Expr(((Mod(rest, by), 1),))

    def _in_units(self, by: int) -> tuple[int, Expr, Expr]:
        """(unit, steps, below) with self == steps * unit + below, 0 <= below < unit, unit dividing `by`; unit 1: none.

        So `(240*h + w) // 7200` is `h // 30` where w < 240.
        """
        for unit in sorted({gcd(by, c) for _, c in self.terms} - {1, by}, reverse=True):
            below = Expr(tuple((a, c) for a, c in self.terms if c % unit), self.constant % unit)
            low, high = below.bounds
            if low >= 0 and high < unit:
                steps = tuple((a, c // unit) for a, c in self.terms if c % unit == 0)
                return unit, Expr(steps, self.constant // unit), below
        return 1, self, Expr()

    def _split(self, by: int) -> tuple[Expr, Expr]:
        """(whole, rest) with self == whole * by + rest; whole takes all multiples of `by`."""
        whole = tuple((a, c // by) for a, c in self.terms if c % by == 0)
        rest = tuple((a, c) for a, c in self.terms if c % by != 0)
        return Expr(whole, self.constant // by), Expr(rest, self.constant % by)

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """The least and greatest value over all values of the variables (possibly loose)."""
        low = high = self.constant
        for atom, c in self.terms:
            a, b = atom.bounds
            low, high = low + min(a * c, b * c), high + max(a * c, b * c)
        return low, high

    @property
    def is_constant(self) -> bool:
        return not self.terms

    def coefficient(self, var: Var) -> int:
        """The stride of `var`, not looking inside divisions."""
        for atom, c in self.terms:
            if atom == var:
                return c
        return 0

    def is_linear_in(self, var: Var) -> bool:
        """Whether `var` occurs only as a plain term, not under // or %."""
        return not any(not isinstance(a, Var) and var in a.inner.variables for a, _ in self.terms)

    @cached_property
    def variables(self) -> frozenset[Var]:
        found: set[Var] = set()
        for atom, _ in self.terms:
            found |= {atom} if isinstance(atom, Var) else atom.inner.variables
        return frozenset(found)

    def atoms(self) -> Iterator[Atom]:
        """All atoms, also those inside divisions."""
        for atom, _ in self.terms:
            yield atom
            if not isinstance(atom, Var):
                yield from atom.inner.atoms()

    def substitute(self, values: Callable[[Var], Expr | None]) -> Expr:
        """Replace variables; None leaves one as it is. Divisions are simplified anew."""
        return _combination([(Expr((), self.constant), 1), *((_replaced(a, values), c) for a, c in self.terms)])

    def __str__(self) -> str:
        parts = [a.name if c == 1 else f"{c}*{a.name}" for a, c in self.terms]
        if self.constant or not parts:
            parts.append(str(self.constant))
        return " + ".join(parts)


def expr(value: Expr | Var | int) -> Expr:
    if isinstance(value, Expr):
        return value
    if isinstance(value, Var):
        return Expr() if value.extent == 1 and value.low == 0 else Expr(((value, 1),))
    return Expr((), value)


def linear(index: tuple[Expr, ...] | list[Expr], shape: tuple[int, ...]) -> Expr:
    """The row-major offset of an index into a contiguous tensor."""
    parts: list[tuple[Expr, int]] = []
    stride = 1
    for i, extent in zip(reversed(index), reversed(shape), strict=True):
        parts.append((i, stride))
        stride *= extent
    return _combination(parts)


def delinear(offset: Expr, shape: tuple[int, ...]) -> tuple[Expr, ...]:
    """The index of a row-major offset: the inverse of `linear`."""
    index: list[Expr] = []
    for extent in reversed(shape[1:]):
        index.append(offset % max(extent, 1))
        offset = offset // max(extent, 1)
    return (offset, *reversed(index)) if shape else ()


def _replaced(atom: Atom, values: Callable[[Var], Expr | None]) -> Expr:
    if isinstance(atom, Var):
        new = values(atom)
        return Expr(((atom, 1),)) if new is None else new
    inner = atom.inner.substitute(values)
    return inner // atom.by if isinstance(atom, FloorDiv) else inner % atom.by


def _combination(parts: list[tuple[Expr, int]]) -> Expr:
    """The sum of factor * expression."""
    constant = sum([e.constant * factor for e, factor in parts])
    scaled = [tuple((a, c * factor) for a, c in e.terms) for e, factor in parts if e.terms and factor]
    if len(scaled) < 2:
        return Expr(*scaled, constant=constant)
    return _sum([term for terms in scaled for term in terms], constant)


def _sum(terms: list[tuple[Atom, int]], constant: int) -> Expr:
    """Merge equal atoms; `n*(x // n) + x % n` becomes x again."""
    merged: dict[Atom, int] = {}
    for atom, c in terms:
        merged[atom] = merged.get(atom, 0) + c
    for atom, c in list(merged.items()):
        if isinstance(atom, Mod) and c and merged.get(FloorDiv(atom.inner, atom.by), 0) == c * atom.by:
            del merged[atom], merged[FloorDiv(atom.inner, atom.by)]
            return _sum(
                [*merged.items(), *((a, k * c) for a, k in atom.inner.terms)], constant + atom.inner.constant * c
            )
    kept = [(a, c) for a, c in merged.items() if c]
    return Expr(tuple(sorted(kept, key=lambda term: (-abs(term[1]), term[0].name))), constant)
