"""Ops on complex tensors: each by a small function that builds real ops on the parts."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
from xdsl.dialects.builtin import ComplexType
from xdsl.ir import SSAValue

from pcc.dialects import pd
from pcc.dialects.pd.base import PdOp, dtype_of, is_bool, is_float, shape_of
from pcc.dialects.pd.einsum import EinsumOp
from pcc.dialects.pd.elementwise import ScaleOp
from pcc.dialects.pd.logic import LogicalAndOp, LogicalOrOp
from pcc.frontends.paddle.complex_value import Complex, loaded, to_store
from pcc.frontends.paddle.constants import Constant, parts_of, short_name
from pcc.frontends.paddle.dtypes import element_type, is_complex_dtype
from pcc.frontends.paddle.segment import Reason, Unsupported

if TYPE_CHECKING:
    from pcc.frontends.paddle.importer import Importer

Results = Sequence[Any] | None
Rule = Callable[["Importer", Any], Results]

_BY_PARTS = """
    reshape transpose flatten squeeze unsqueeze view_shape slice strided_slice crop split split_with_num unstack unbind
    concat stack expand expand_as tile repeat_interleave flip reverse roll meshgrid broadcast_tensors
    gather gather_nd index_select index_sample take_along_axis set_value set_value_with_tensor
    scatter scatter_nd_add index_add index_put where pad full_like
    sum mean cumsum add subtract add_n tril triu diagonal trace diag diag_embed empty
""".split()
_HANDED_ON = """
    builtin.combine builtin.split builtin.shadow_output
    pd_op.while pd_op.if pd_op.assign pd_op.assign_out pd_op.share_data pd_op.fetch
""".split()
_PRODUCTS = ("multiply", "matmul", "bmm", "dot", "mv", "kron", "cross")


def rule_on_complex(importer: Importer, op: Any) -> Rule | None:
    """How an op with complex operands or results is imported; None for others, and those that only hand tensors on."""
    from pcc.frontends.paddle.complex_functions import FUNCTIONS
    from pcc.frontends.paddle.fourier import TRANSFORMS

    if op.name().rstrip("_") in _HANDED_ON or not any(map(_is_complex, _tensors(importer, op))):
        return None
    _check_readable(op)
    name = short_name(op)
    return next((rules[name] for rules in (RULES, FUNCTIONS, TRANSFORMS) if name in rules), _left)


def _check_readable(op: Any) -> None:
    try:
        op.attrs()
    except NotImplementedError as error:  # a saved model's: ours have none (`exact`)
        raise Unsupported("Paddle does not give complex numbers in attributes", Reason.DTYPE) from error


def _tensors(importer: Importer, op: Any) -> Iterator[Any]:
    """Its operands and results, those of lists one by one."""
    for value in (*op.operands_source(), *op.results()):
        if value.initialized():
            yield from importer.lists.get(value.id, [value])


def _is_complex(value: Any) -> bool:
    return value.is_dense_tensor_type() and is_complex_dtype(value.dtype)


def _left(importer: Importer, op: Any) -> Results:
    raise Unsupported(f"{short_name(op)} of complex numbers", Reason.DTYPE)


# ---- ops that are linear: the same op on each part
def _by_parts(importer: Importer, op: Any) -> Results:
    found: list[Any] = []
    for part in ("real", "imag"):
        with _taking(importer, op, part):
            found.append(importer.plain(op))
    return [_paired(*both) for both in zip(*found, strict=True)]


def _paired(real: Any, imag: Any) -> Any:
    if isinstance(real, list):
        return [_paired(*both) for both in zip(real, imag, strict=True)]
    return real if real is None else Complex(real, imag)


@contextmanager
def _taking(importer: Importer, op: Any, part: str) -> Generator[None, None, None]:
    """While an op is imported, its operands are only their real or imaginary parts."""
    ids = [v.id for v in _tensors(importer, op)]
    before = [(known, {id: known[id] for id in ids if id in known}) for known in (importer.values, importer.constants)]
    try:
        for known, held in before:
            known.update({id: _part(importer, value, part) for id, value in held.items()})
        importer.part = part
        yield
    finally:
        importer.part = "real"
        for known, held in before:
            for id in ids:
                known.pop(id, None)
            known.update(held)


def _part(importer: Importer, value: Any, part: str) -> Any:
    """Of a value or constant; the imaginary part of real floats is zero, and integers say where, for both parts."""
    if isinstance(value, list):
        return [_part(importer, v, part) for v in value]
    if isinstance(value, Complex):
        return getattr(value, part)
    if isinstance(value, Constant):
        whole = isinstance(value.dtype, ComplexType) or is_float(value.dtype)
        return parts_of(value)[part == "imag"] if whole else value
    return _zeros_like(importer, value) if part == "imag" and is_float(dtype_of(value)) else value


def _zeros_like(importer: Importer, x: SSAValue) -> SSAValue:
    return importer.builder().full(shape_of(x), 0.0, dtype_of(x))


# ---- ops that are linear in each of two operands
def product(
    importer: Importer, x: SSAValue | Complex, y: SSAValue | Complex, times: Callable[[SSAValue, SSAValue], SSAValue]
) -> Complex:
    """(a + i b)(c + i d), of which one may be real."""
    b = importer.builder()
    if not isinstance(x, Complex):
        assert isinstance(y, Complex)
        return Complex(times(x, y.real), times(x, y.imag))
    if not isinstance(y, Complex):
        return Complex(times(x.real, y), times(x.imag, y))
    real = b.sub(times(x.real, y.real), times(x.imag, y.imag))
    return Complex(real, b.add(times(x.real, y.imag), times(x.imag, y.real)))


def _product(importer: Importer, op: Any) -> Results:
    kind = pd.ops()[f"pd.{short_name(op)}"]
    attributes = importer.attributes(kind, op)
    x, y = map(importer.value, op.operands_source())
    return [product(importer, x, y, lambda a, b: importer.add(kind, a, b, **attributes))]


def _einsum(importer: Importer, op: Any) -> Results:
    operands, equation = importer.value(op.operands_source()[0]), str(op.attrs()["equation"])

    def times(*parts: SSAValue) -> SSAValue:
        return importer.add(EinsumOp, list(parts), equation=equation)

    if len(operands) > 2:
        raise Unsupported("einsum of three complex tensors", Reason.DTYPE)
    if len(operands) == 1:
        return [Complex(times(operands[0].real), times(operands[0].imag))]
    return [product(importer, operands[0], operands[1], times)]


# ---- parts
def _complex(importer: Importer, op: Any) -> Results:
    b = importer.builder()
    real, imag = map(importer.value, op.operands_source())
    shape = np.broadcast_shapes(shape_of(real), shape_of(imag))
    return [Complex(b.expand(real, shape), b.expand(imag, shape))]


def _as_complex(importer: Importer, op: Any) -> Results:
    return [loaded(importer.builder(), importer.value(op.operands_source()[0]))]


def _as_real(importer: Importer, op: Any) -> Results:
    return [to_store(importer.builder(), importer.value(op.operands_source()[0]))]


def _conj(importer: Importer, op: Any) -> Results:
    x = importer.value(op.operands_source()[0])
    return [Complex(x.real, importer.builder().neg(x.imag))]


def _cast(importer: Importer, op: Any) -> Results:
    """To a real dtype: the real part; to bool: whether any part is not zero."""
    b, x, dtype = importer.builder(), importer.value(op.operands_source()[0]), element_type(op.attrs()["dtype"])
    if not isinstance(dtype, ComplexType):
        if is_bool(dtype):
            return [b.op(LogicalOrOp, b.not_equal(x.real, 0.0), b.not_equal(x.imag, 0.0))]
        return [b.cast(x.real, dtype)]
    if isinstance(x, Complex):
        return [Complex(b.cast(x.real, dtype.element_type), b.cast(x.imag, dtype.element_type))]
    real = b.cast(x, dtype.element_type)
    return [Complex(real, _zeros_like(importer, real))]


def _scale(importer: Importer, op: Any) -> Results:
    """scale x + bias or scale (x + bias), with a real bias."""
    x, (_, factor) = importer.value(op.operands_source()[0]), op.operands_source()
    number, bias = complex(importer.constant(factor)), float(op.attrs()["bias"])
    if number.imag:
        raise Unsupported("scale by a complex number", Reason.DTYPE)
    after = bool(op.attrs()["bias_after_scale"])
    parts = ((x.real, bias), (x.imag, 0.0))
    made = (importer.add(ScaleOp, p, scale=number.real, bias=by, bias_after_scale=after) for p, by in parts)
    return [Complex(*made)]


# ---- truth
def _both(kind: str, joined: type[PdOp]) -> Rule:
    """A test of the parts, one by one, and whether both (or one) pass."""

    def rule(importer: Importer, op: Any) -> Results:
        found: list[SSAValue] = []
        for part in ("real", "imag"):
            with _taking(importer, op, part):
                found.append(importer.add(pd.ops()[kind], *map(importer.value, op.operands_source())))
        return [importer.add(joined, *found)]

    return rule


RULES: dict[str, Rule] = {
    **dict.fromkeys(_BY_PARTS, _by_parts),
    **dict.fromkeys(_PRODUCTS, _product),
    "einsum": _einsum,
    "complex": _complex,
    "as_complex": _as_complex,
    "as_real": _as_real,
    "real": lambda importer, op: [importer.value(op.operands_source()[0]).real],
    "imag": lambda importer, op: [importer.value(op.operands_source()[0]).imag],
    "conj": _conj,
    "cast": _cast,
    "scale": _scale,
    "equal": _both("pd.equal", LogicalAndOp),
    "not_equal": _both("pd.not_equal", LogicalOrOp),
    "isnan": _both("pd.isnan", LogicalOrOp),
    "isinf": _both("pd.isinf", LogicalOrOp),
    "isfinite": _both("pd.isfinite", LogicalAndOp),
}
