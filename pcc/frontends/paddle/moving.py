"""The arguments that a derivative is taken by, and the function of them alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.nest import Nest, is_float
from pcc.frontends.paddle.transforms import call


def places(argnums: int | Sequence[int]) -> int | tuple[int, ...]:
    """`argnums` as an option of a transform."""
    return argnums if isinstance(argnums, int) else tuple(argnums)


@dataclass(frozen=True)
class Moving:
    """A call `fn(*args, **kwargs)` as a function of the tensors in some arguments.

    nest: of these arguments, a tuple; single: one number chose them, so that results have no tuple.
    """

    fn: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    chosen: tuple[int, ...]
    single: bool
    nest: Nest
    has_aux: bool
    asked: str

    @staticmethod
    def of(
        fn: Callable[..., Any],
        argnums: int | tuple[int, ...],
        has_aux: bool,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        asked: str,
    ) -> Moving:
        """Raises TransformError: a number out of range, or an argument without floating-point tensors."""
        numbers = (argnums,) if isinstance(argnums, int) else argnums
        for number in numbers:
            if not -len(args) <= number < len(args):
                problem = f"{asked}: argnums has {number}, but the call has {len(args)} positional arguments"
                raise TransformError(problem, "", user_line())
        chosen = tuple(number % len(args) for number in numbers)
        nest = Nest.of(tuple(args[number] for number in chosen), numbers=True)
        if not nest.leaves or not all(is_float(leaf) for leaf in nest.leaves):
            kinds = ", ".join(str(leaf.dtype) for leaf in nest.leaves if not is_float(leaf)) or "no tensor"
            problem = f"{asked}: a derivative by argument {chosen[0]} of {kinds}"
            raise TransformError(
                problem, "derivatives are by floating-point tensors: cast it, or set argnums", user_line()
            )
        return Moving(fn, args, kwargs, chosen, isinstance(argnums, int), nest, has_aux, asked)

    @property
    def leaves(self) -> tuple[Any, ...]:
        return tuple(self.nest.leaves)

    def returned(self, *leaves: Any) -> tuple[Any, Any]:
        """(result, more) of the function for other tensors."""
        args = list(self.args)
        for number, value in zip(self.chosen, self.nest.filled(leaves), strict=True):
            args[number] = value
        return with_aux(call(self.fn, *args, **self.kwargs), self.has_aux, self.asked)

    def result(self, *leaves: Any) -> Any:
        return self.returned(*leaves)[0]

    def aux(self) -> Any:
        return self.returned(*self.leaves)[1]

    def nested(self, leaves: Sequence[Any]) -> Any:
        """Derivatives in the structure of the arguments."""
        made = self.nest.filled(leaves)
        return made[0] if self.single else made


def with_aux(returned: Any, has_aux: bool, asked: str) -> tuple[Any, Any]:
    """(result, more) of what a function returned."""
    if not has_aux:
        return returned, None
    if not isinstance(returned, tuple) or len(returned) != 2:
        raise TransformError(f"{asked}(has_aux=True) needs a function that returns (result, more)", "", user_line())
    return returned
