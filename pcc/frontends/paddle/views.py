"""In-place updates of tensors that share memory: views and what they are views of.

In eager Paddle `z = y[0]` shares y's memory, so `z.add_(1)` changes y, and `y.add_(1)` changes z. A traced program
has only values;
an update of one name is therefore carried over to all: up the chain of view ops to the tensor that owns the memory
(each view
op knows how to put a changed part back), and down again by redoing every view of it. Redone views that nobody reads
are dead code.

Which ops make views was found by updating their results in eager Paddle 3.3.1 on CPU.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import InplaceError
from pcc.frontends.paddle.private import C_ops, insertion_point


@dataclass(frozen=True)
class View:
    """`again(op, whole)`: the view of another tensor; `put_back(op, whole, part)`: that tensor with a new part."""

    again: Callable[[Any, Any], Any]
    put_back: Callable[[Any, Any, Any], Any]


class Memory:
    """Which values share memory, beyond what the view ops of the program say.

    owners: values that own memory although a view op made them (the results of putting a part back).
    partners: values that may share memory: a name that a tensor condition binds anew, a view by strides.
    stale: values whose memory may have changed through a partner; nothing may read them.
    """

    def __init__(self) -> None:
        self._owners: set[str] = set()
        self._partners: dict[str, list[Any]] = {}
        self._stale: set[str] = set()
        self._tentative = False
        self._broken: InplaceError | None = None

    def may_share(self, one: Any, other: Any) -> None:
        """Note that two values may or may not share memory at run time."""
        if one.id != other.id:
            self._partners.setdefault(one.id, []).append(other)
            self._partners.setdefault(other.id, []).append(one)

    @contextmanager
    def tentatively(self) -> Generator[None, None, None]:
        """Note reads of stale values instead of raising, for code that may be built again; `settle` raises then."""
        before, self._tentative = self._tentative, True
        try:
            yield
        finally:
            self._tentative = before

    def settle(self) -> None:
        """Raise for the first stale read of code that was built tentatively and stays."""
        if self._broken is not None and not self._tentative:
            raise self._broken

    def snapshot(self) -> tuple[dict[str, list[Any]], set[str]]:
        """All that has been noted by `may_share` and what followed from it."""
        return {key: list(values) for key, values in self._partners.items()}, set(self._stale)

    def revert(self, snapshot: tuple[dict[str, list[Any]], set[str]]) -> None:
        """Forget what has been noted since a snapshot."""
        self._partners, self._stale = snapshot
        self._broken = None

    def check_fresh(self, value: Any) -> None:
        """Raise InplaceError if `value` is stale."""
        if self._stale and value.id in self._stale:
            self._broken = self._broken or InplaceError(
                "a tensor is read that an in-place update may have changed, as it may share memory",
                "update a copy, x.clone(), or assign to the name on both sides of a tensor condition",
                user_line(),
            )
            self.settle()

    def spread(self, old: Any, new: Any) -> Iterator[tuple[Any, Any]]:
        """All (value, its replacement) that follow from an in-place op on `old` whose result is `new`.

        Raises:
            InplaceError: through a kind of view that cannot be followed.
        """
        whole, part = old, new
        while (op := self._view_op(whole)) is not None:
            source = op.operand_source(0)
            part = self._rule(op).put_back(op, source, part)
            self._owners.add(part.id)
            whole = source
        for partner in self._partners.get(whole.id, ()):
            owner = self.owner(partner)
            self._stale.update(value.id for value in (owner, *self._views_of(owner)))
        yield whole, part
        yield from self._redo_views(whole, part)

    def owner(self, value: Any) -> Any:
        """The value that owns the memory that `value` shows."""
        while (op := self._view_op(value)) is not None:
            value = op.operand_source(0)
        return value

    def _view_op(self, value: Any) -> Any | None:
        op = value.get_defining_op()
        return op if op is not None and op.name() in _VIEWS and value.id not in self._owners else None

    def _views(self, value: Any) -> Iterator[tuple[Any, Any]]:
        """(op, its result) for every view of `value` itself that can be seen from here."""
        for op in value.all_used_ops():
            if op.name() in _VIEWS and op.operand_source(0).id == value.id and _is_visible(op):
                yield from ((op, view) for view in op.results() if self._view_op(view) is not None)

    def _views_of(self, value: Any) -> Iterator[Any]:
        for _, view in self._views(value):
            yield view
            yield from self._views_of(view)

    def _redo_views(self, old: Any, new: Any) -> Iterator[tuple[Any, Any]]:
        for op, view in self._views(old):
            again = self._rule(op).again(op, new)
            yield view, again
            yield from self._redo_views(view, again)

    def _rule(self, op: Any) -> View:
        rule = _VIEWS[op.name()]
        if rule is None or (rule is _RESHAPE and not self._is_contiguous(op.operand_source(0))):
            raise InplaceError(
                f"an in-place update of memory shared with a result of {op.name().removeprefix('pd_op.')}",
                "update a copy, x.clone(), or write the update without an in-place op",
                user_line(),
            )
        return rule

    def _is_contiguous(self, value: Any) -> bool:
        """Whether a view's elements lie one after another, so that reshaping it is a view, too, and no copy."""
        op = self._view_op(value)
        if op is None:
            return True
        whole = op.name() != "pd_op.slice" or op.attrs()["axes"] == [0]
        return (
            whole
            and op.name() not in ("pd_op.transpose", "pd_op.strided_slice")
            and self._is_contiguous(op.operand_source(0))
        )


def _is_visible(op: Any) -> bool:
    """Whether an op's results can be used at the insertion point (not if it is in a finished branch)."""
    block, home = insertion_point().block(), op.get_parent_block()
    while block is not None and block != home:
        block = block.parent_block
    return block is not None


def _bounds(op: Any, place: int) -> Any:
    """An operand of a slice: Python ints if it is a constant, else its Value."""
    bound = op.operand_source(place)
    maker = bound.get_defining_op()
    return maker.attrs()["value"] if maker is not None and maker.name() == "pd_op.full_int_array" else bound


def _set(whole: Any, part: Any, axes: list[int], starts: Any, ends: Any, steps: Any, drop: list[int]) -> Any:
    return C_ops.set_value_with_tensor(whole, part, starts, ends, steps, axes, drop, [])


def _slice_again(op: Any, whole: Any) -> Any:
    attrs = op.attrs()
    return C_ops.slice(
        whole, attrs["axes"], _bounds(op, 1), _bounds(op, 2), attrs["infer_flags"], attrs["decrease_axis"]
    )


def _slice_back(op: Any, whole: Any, part: Any) -> Any:
    attrs = op.attrs()
    axes = attrs["axes"]
    return _set(whole, part, axes, _bounds(op, 1), _bounds(op, 2), [1] * len(axes), attrs["decrease_axis"])


def _strided_back(op: Any, whole: Any, part: Any) -> Any:
    return _set(whole, part, op.attrs()["axes"], _bounds(op, 1), _bounds(op, 2), _bounds(op, 3), [])


def _transpose_back(op: Any, whole: Any, part: Any) -> Any:
    order = op.attrs()["perm"]
    return C_ops.transpose(part, [order.index(axis) for axis in range(len(order))])


_RESHAPE = View(
    lambda op, whole: C_ops.reshape(whole, list(op.result(0).shape)),
    lambda op, whole, part: C_ops.reshape(part, list(whole.shape)),
)
_VIEWS: dict[str, View | None] = {
    "pd_op.slice": View(_slice_again, _slice_back),
    "pd_op.strided_slice": View(
        lambda op, whole: C_ops.strided_slice(whole, op.attrs()["axes"], *(_bounds(op, place) for place in (1, 2, 3))),
        _strided_back,
    ),
    "pd_op.transpose": View(lambda op, whole: C_ops.transpose(whole, op.attrs()["perm"]), _transpose_back),
    "pd_op.share_data_": View(lambda op, whole: whole.detach(), lambda op, whole, part: C_ops.assign(part)),
    **dict.fromkeys(
        (f"pd_op.{name}" for name in ("reshape", "flatten", "squeeze", "unsqueeze", "view_shape")), _RESHAPE
    ),
    **dict.fromkeys(f"pd_op.{name}" for name in ("unbind", "diagonal", "real", "imag", "as_real", "as_strided")),
    **dict.fromkeys(f"pd_op.{name}" for name in ("tensor_unfold", "view_dtype", "memcpy")),
}
