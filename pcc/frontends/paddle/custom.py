"""Functions with derivatives that a user writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import IntegerAttr
from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, SSAValue

from pcc.dialects.pd.base import tensor
from pcc.dialects.pd.control_flow import YieldOp
from pcc.dialects.pd.custom import Custom, CustomAgainOp, CustomJvpOp, CustomVjpOp
from pcc.frontends.paddle.arguments import check_function
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.marks import Mark, closed, function, kind_of, opened
from pcc.frontends.paddle.moving import with_aux
from pcc.frontends.paddle.nest import Nest, fitting, is_float
from pcc.frontends.paddle.private import paddle
from pcc.frontends.paddle.tracer import current
from pcc.frontends.paddle.transforms import call, run
from pcc.passes.subfunction import inlined

if TYPE_CHECKING:
    from pcc.frontends.paddle.importer import Importer


Part = tuple[list[Any], list[Any]]  # the results of a function, and what stands for its arguments


class _Custom:
    """A function and, once they are set, its rules."""

    setter: ClassVar[str]

    def __init__(self, fn: Callable[..., Any], nondiff_argnums: Sequence[int] = ()) -> None:
        self.fn, self.fixed = check_function(fn), tuple(nondiff_argnums)
        self.rules: tuple[Callable[..., Any], ...] = ()
        self._within: list[tuple[Any, Nest, int]] = []  # the calls whose rule is being traced
        self.__name__ = getattr(fn, "__name__", type(fn).__name__)

    def __call__(self, *args: Any) -> Any:
        if not self.rules:
            problem = f"{self.__name__} has no rule for its derivative yet"
            raise TransformError(problem, f"set it with {self.__name__}.{self.setter}", user_line())
        return run(_called, self, (), args)

    def called(self, args: tuple[Any, ...]) -> Any:
        """A call while capturing; a like one within the rule stands for the whole again."""
        nest, fixed = self.apart(args)
        likeness = nest.tree, [(list(shape), dtype) for shape, dtype in map(kind_of, nest.leaves)], fixed
        for known, results, key in self._within:
            if known == likeness:
                return again(self.__name__, nest, results, key)
        results, body = self.body(nest, fixed)
        key = len(current().marks)
        self._within.append((likeness, results, key))
        try:
            return closed_custom(self.__name__, nest, results, *self.ruled(nest, fixed, results, body), key)
        finally:
            self._within.pop()

    def ruled(
        self, nest: Nest, fixed: tuple[Any, ...], results: Nest, body: Part
    ) -> tuple[type[Custom], list[tuple[Part, int]]]:
        """The kind of op that the call makes, and its parts, with how many of their arguments are no (co)tangents."""
        raise NotImplementedError

    def apart(self, args: tuple[Any, ...]) -> tuple[Nest, tuple[Any, ...]]:
        """The arguments that move, and the others."""
        moving = tuple(arg for number, arg in enumerate(args) if number not in self.fixed)
        return Nest.of(moving, numbers=True), tuple(args[number] for number in self.fixed)

    def joined(self, moving: Sequence[Any], fixed: tuple[Any, ...]) -> list[Any]:
        """All arguments in their order."""
        rest, given = iter(moving), dict(zip(self.fixed, fixed, strict=True))
        return [given[n] if n in given else next(rest) for n in range(len(moving) + len(fixed))]

    def body(self, nest: Nest, fixed: tuple[Any, ...]) -> tuple[Nest, Part]:
        """The result, and the function itself."""
        inside = _opened(self.__name__, nest.leaves)
        results = Nest.of(call(self.fn, *self.joined(nest.filled(inside), fixed)), numbers=True)
        return results, (results.leaves, inside)


def _called(custom: _Custom, args: tuple[Any, ...]) -> Any:
    return custom.called(args)


class custom_jvp(_Custom):
    """A function whose forward derivative is a user's rule; its reverse derivative follows from it.

        @pcc.custom_jvp
        def f(x, y): ...

        @f.defjvp
        def f_jvp(primals, tangents):
            return f(*primals), tangent of the result

    Args:
        nondiff_argnums: arguments without tangents, which the rule gets first, before primals and tangents.
    """

    setter = "defjvp"

    def defjvp(self, rule: Callable[..., Any]) -> Callable[..., Any]:
        """Set the rule: (primals, tangents) -> (result, tangent of the result), linear in the tangents."""
        self.rules = (check_function(rule),)
        return rule

    def ruled(
        self, nest: Nest, fixed: tuple[Any, ...], results: Nest, body: Part
    ) -> tuple[type[Custom], list[tuple[Part, int]]]:
        floats = [leaf for leaf in nest.leaves if is_float(leaf)]
        inside = _opened(self.__name__, [*nest.leaves, *floats])
        count = len(nest.leaves)
        given = nest.filled(inside[:count]), nest.filled(_spread(nest.leaves, inside[count:]))
        _, tangent = with_aux(call(self.rules[0], *fixed, *given), True, self.__name__)
        found = _like(results, tangent, f"{self.__name__}: a tangent")
        return CustomJvpOp, [(body, count), ((found, inside), count)]


class custom_vjp(_Custom):
    """A function whose reverse derivative is a user's rule; it has no forward derivative.

        @pcc.custom_vjp
        def f(x, y): ...

        f.defvjp(forward, backward)

    Args:
        nondiff_argnums: arguments without cotangents, which `backward` gets first.
    """

    setter = "defvjp"

    def defvjp(self, forward: Callable[..., Any], backward: Callable[..., Any]) -> None:
        """Set the rules: forward(*args) -> (result, residuals); backward(residuals, cotangent of the result) -> tuple
        of cotangents of the arguments.
        """
        self.rules = check_function(forward), check_function(backward)

    def ruled(
        self, nest: Nest, fixed: tuple[Any, ...], results: Nest, body: Part
    ) -> tuple[type[Custom], list[tuple[Part, int]]]:
        stand = _opened(self.__name__, nest.leaves)
        returned = call(self.rules[0], *self.joined(nest.filled(stand), fixed))
        value, kept = with_aux(returned, True, self.__name__)
        values, residuals = Nest.of(value, numbers=True), Nest.of(kept, numbers=True)
        floats = [leaf for leaf in results.leaves if is_float(leaf)]
        inside = _opened(self.__name__, [*residuals.leaves, *floats])
        count = len(residuals.leaves)
        cotangent = results.filled(_spread(results.leaves, inside[count:]))
        back = call(self.rules[1], *fixed, residuals.filled(inside[:count]), cotangent)
        found = _like(nest, back, f"{self.__name__}: a cotangent")
        forward = [*values.leaves, *residuals.leaves], stand
        return CustomVjpOp, [(body, len(stand)), (forward, len(stand)), ((found, inside), count)]


def _opened(name: str, tensors: Sequence[Any]) -> list[Any]:
    return opened(current(), name, tensors, [kind_of(tensor) for tensor in tensors])


def _spread(leaves: Sequence[Any], moved: Sequence[Any]) -> list[Any]:
    """One of `moved` for every floating-point leaf, None for the others."""
    given = iter(moved)
    return [next(given) if is_float(leaf) else None for leaf in leaves]


def _like(nest: Nest, given: Any, what: str) -> list[Any]:
    """What a rule returned for each floating-point leaf; None is zero."""
    found = fitting(nest, given, what, "return its shape and dtype")
    pairs = zip(nest.leaves, found, strict=True)
    return [paddle.zeros(leaf.shape, leaf.dtype) if v is None else v for leaf, v in pairs if is_float(leaf)]


def closed_custom(
    name: str, nest: Nest, results: Nest, kind: type[Custom], parts: Sequence[tuple[Part, int]], key: int
) -> Any:
    """The results of an op of that kind."""
    operands = [value for (values, inside), _ in parts for value in (*values, *inside)]
    counts = [(len(values), len(inside), first) for (values, inside), first in parts]
    mark = Mark(user_line(), name, lambda importer, given: _placed(importer, kind, counts, key, given))
    made = closed(current(), mark, [*operands, *nest.leaves], [kind_of(leaf) for leaf in results.leaves])
    return results.filled(made)


def again(name: str, nest: Nest, results: Nest, key: int) -> Any:
    """The results of the call whose rule is being traced, for other arguments of the same kinds."""

    def make(importer: Importer, operands: Sequence[SSAValue]) -> Sequence[SSAValue]:
        types = [tensor(list(leaf.shape), element_type(leaf.dtype)) for leaf in results.leaves]
        properties = {"key": IntegerAttr(key, 64)}
        made = CustomAgainOp.create(operands=operands, result_types=types, properties=properties)
        return importer.place(made)

    made = closed(current(), Mark(user_line(), name, make), nest.leaves, [kind_of(leaf) for leaf in results.leaves])
    return results.filled(made)


def _placed(
    importer: Importer,
    kind: type[Custom],
    counts: Sequence[tuple[int, int, int]],
    key: int,
    operands: Sequence[SSAValue],
) -> Sequence[SSAValue]:
    """Put the op in the program."""
    found: list[tuple[FuncOp, list[SSAValue]]] = []
    rest = list(operands)
    for values, inside, _ in counts:
        results, arguments, rest = rest[:values], rest[values : values + inside], rest[values + inside :]
        found.append(function(importer, arguments, results))
    captured = list(dict.fromkeys(value for _, free in found for value in free))
    blocks = [_block(*each, first, captured) for each, (_, _, first) in zip(found, counts, strict=True)]
    made = kind.around([*rest, *captured], blocks, importer.where)
    made.properties |= {"arguments": IntegerAttr(len(rest), 64), "key": IntegerAttr(key, 64)}
    return importer.place(made)


def _block(func: FuncOp, free: Sequence[SSAValue], first: int, captured: Sequence[SSAValue]) -> Block:
    """A function's body for its first arguments, then all captured values, then its other arguments."""
    own = [argument.type for argument in func.body.block.args][: len(func.body.block.args) - len(free)]
    block = Block(arg_types=[*own[:first], *(value.type for value in captured), *own[first:]])
    args = list(block.args)
    read = [args[first + captured.index(value)] for value in free]
    values = [*args[:first], *args[first + len(captured) :], *read]
    block.add_op(YieldOp.build(operands=[inlined(func, values, block.add_op)]))
    return block
