"""Runs one op of a captured program by Paddle itself."""

from __future__ import annotations

from collections.abc import Container, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pcc.frontends.paddle.private import Executor, dygraph_guard, paddle, pir, program_guard
from pcc.frontends.paddle.quiet import quiet

CLONED = ("pd_op.full", "pd_op.full_int_array", "builtin.combine")  # ops that the call makes itself


def outside_values(op: Any) -> list[Any]:
    """The operands of an op and what the ops in its blocks read from outside."""
    found = [v for v in op.operands_source() if v.initialized()]
    inside = {r.id for block in op.blocks() for inner in block.ops for r in inner.results()}
    inside |= {a.id for block in op.blocks() for a in block.args()}
    found += [v for block in op.blocks() for inner in block.ops for v in outside_values(inner) if v.id not in inside]
    return found


class PaddleCall:
    """A PIR program of one op (and the constants it takes), called on Paddle tensors.

    `inputs`: PIR ids of the tensors it takes, in order. `outputs`: those of its results that are in `wanted`. `moving`:
    the inputs that it may be differentiated by.
    """

    def __init__(self, op: Any, wanted: Container[str], moving: Container[str] = ()) -> None:
        self.op, self.wanted, self.moving = op, wanted, moving
        self.inputs: list[str] = []
        self.arguments: list[Any] = []
        self._seen: set[str] = set()
        self._program = paddle.static.Program()
        self._map = pir.IrMapping()
        with self.building():
            for operand in outside_values(op):
                self._operand(operand)
            results = [pair for pair in self._results(op) if pair[0] in wanted]
        self.outputs, self.fetches = [id for id, _ in results], [value for _, value in results]
        self._executor = Executor(paddle.CPUPlace())

    @contextmanager
    def building(self) -> Generator[None]:
        """Ops are added to the program."""
        with quiet(), dygraph_guard(None), program_guard(self._program, paddle.static.Program()):
            yield

    def argument(self, like: Any) -> Any:
        """One more tensor that the program takes."""
        self.arguments.append(paddle.static.data(f"x{len(self.arguments)}", list(like.shape), like.dtype))
        return self.arguments[-1]

    def _results(self, op: Any) -> Iterator[tuple[str, Any]]:
        """PIR ids of the op's tensors with their copies in the program; a vector's tensors are those of its split."""
        for theirs, mine in zip(op.results(), self._clone(op).results(), strict=True):
            if not theirs.initialized() or theirs.is_dense_tensor_type():
                yield theirs.id, mine
            else:
                for user in theirs.all_used_ops():
                    if user.name() == "builtin.split":
                        yield from zip((r.id for r in user.results()), self._clone(user).results(), strict=True)

    def _operand(self, value: Any) -> None:
        if not value.initialized() or value.id in self._seen:
            return
        self._seen.add(value.id)
        owner = value.get_defining_op()
        if owner is not None and owner.name() in CLONED:
            for inner in owner.operands_source():
                self._operand(inner)
            self._map.add(value, self._clone(owner).results()[0])
        else:
            made = self.argument(value)
            made.stop_gradient = value.id not in self.moving
            self._map.add(value, made)
            self.inputs.append(value.id)

    def _clone(self, op: Any) -> Any:
        return op.clone(self._map, pir.CloneOptions(True, True, True))

    def __call__(self, tensors: Sequence[Any]) -> list[Any]:
        """The op's results, as Paddle tensors."""
        feed = {f"x{i}": t.value().get_tensor() for i, t in enumerate(tensors)}
        with quiet(), dygraph_guard(None):
            results = self._executor.run(self._program, feed=feed, fetch_list=self.fetches, return_numpy=False)
        return [paddle.Tensor(r) for r in results]
