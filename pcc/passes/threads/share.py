"""Things that threads take in turns: each of `size` threads has every `size`-th one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pcc.dialects.index import Expr, Var, expr
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.joint import Joint
from pcc.passes.threads.emitter import ThreadEmitter

UNROLLED = 4  # of a thread's things that are asked for at once in a loop


@dataclass(frozen=True)
class Share:
    """Of `count` things, those of thread number `member`. Up to `kept` of a thread are straight-line code.

    So what is computed of them once is known when they are gone through again; of more things a loop goes through most.
    """

    count: int
    size: int
    member: Scalar
    kept: int

    @property
    def groups(self) -> int:
        """Iterations of the loop."""
        return 0 if self.count <= self.kept * self.size else self.count // (self.size * UNROLLED)

    def grouped(self, k: ThreadEmitter, group: Var) -> Iterator[Expr]:
        """Those of one iteration."""
        member = k.named(f"m{self.size}", self.member, self.size)
        for j in range(UNROLLED):
            yield (expr(group) * UNROLLED + j) * self.size + member

    def rest(self, k: ThreadEmitter) -> Sequence[tuple[Expr, Scalar | None]]:
        """Those behind the loop, and whether the thread really has them: instead of one behind the end it has the last,
        which it may read.
        """
        found: list[tuple[Expr, Scalar | None]] = []
        for start in range(self.groups * self.size * UNROLLED, self.count, self.size):
            some = min(self.size, self.count - start)
            mask = k.compare("lt", self.member, some) if some < self.size else None
            value = self.member if mask is None else k.min(self.member, some - 1)
            found.append((k.named(f"m{some}", value, some) + start, mask))
        return found

    def each(self, k: ThreadEmitter, body: Callable[[Expr, Scalar | None], None]) -> None:
        """`body(thing, whether it is real)` for all of them."""
        if self.groups:
            group = Var("group", self.groups)

            def some() -> Sequence[Scalar]:
                for at in self.grouped(k, group):
                    body(at, None)
                return ()

            k.loop(group, 0, group.extent, 1, some)
        for at, mask in self.rest(k):
            body(at, mask)

    def fold(
        self, k: ThreadEmitter, op: Joint, term: Callable[[Expr], Sequence[Scalar]], initial: Sequence[Scalar]
    ) -> list[Scalar]:
        """The thread's terms together."""
        found = list(initial)
        if self.groups:
            group, held = Var(f"g{k.folds}", self.groups), [found]

            def body() -> Sequence[Scalar]:
                for at in self.grouped(k, group):
                    held[0] = list(op.step(k, held[0], term(at)))
                return held[0]

            found = k.loop(group, 0, group.extent, 1, body, found, lambda v: held.__setitem__(0, list(v)))
        for at, mask in self.rest(k):
            new = op.step(k, found, term(at))
            found = [k.here(n if mask is None else k.select(mask, n, a)) for n, a in zip(new, found, strict=True)]
        return found
