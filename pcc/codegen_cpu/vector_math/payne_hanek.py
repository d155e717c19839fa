"""Reduction of huge arguments modulo pi/2 (Payne and Hanek 1983), lane by lane with integer products.

x = m 2^k with m an integer. Of the bits of 2/pi only three words from weight 2^(1-k) on matter: those above give
multiples of 4, those below less than the result's last bit. A word has the float's size.
"""

from __future__ import annotations

from pcc.codegen_cpu.llvm_types import Value, with_element
from pcc.codegen_cpu.vector_math.constants import PI_HALF, TWO_OVER_PI, split
from pcc.codegen_cpu.vector_math.number import Number, fast_two_sum, fma, two_product


def far_reduced(a: Number) -> tuple[Number, Number, Number]:
    """(r, low, q) with a = q pi/2 + r + low modulo 2 pi, for a >= 2^16; NaN at infinity."""
    format, size = a.format, a.pick(32, 64)
    fraction_mask = 2**format.fraction - 1
    m = (a.bits() & fraction_mask) | 2**format.fraction
    k = a.bits().logical_right(format.fraction) - (format.bias + format.fraction)
    first, second, third = _window(k + (int(size) - 2), int(size))
    low = m * second
    high = m * first + _high_product(m, second)
    total = low + _high_product(m, third)
    carry = total.below(low).cast("zext", format.integer)
    return _split_turn(a, high + carry, total, int(size))


def _window(position: Number, size: int) -> list[Number]:
    """Three words of 2/pi from the bit position on; one word of zeros stands before the point."""
    position = position.at_least(0)
    word = position >> (5 if size == 32 else 6)
    shift = position & (size - 1)
    table = _table(position, size)
    words = [_gather(table, word + k) for k in range(4)]
    return [words[k].call("fshl", words[k + 1], shift) for k in range(3)]


def _table(model: Number, size: int) -> Value:
    bits = "0" * (size // 4) + TWO_OVER_PI
    count = 9 if size == 32 else 20
    digits = size // 4
    words = ", ".join(f"i{size} {int(bits[k * digits : (k + 1) * digits], 16)}" for k in range(count))
    return model.f.module.global_value(f"pcc.two_over_pi.i{size}", f"internal constant [{count} x i{size}] [{words}]")


def _gather(table: Value, index: Number) -> Number:
    """table[index], lane by lane."""
    f, type = index.f, index.type
    element = index.format.integer
    if not index.lanes:
        return Number(f, f.load(type, f.emit("ptr", f"getelementptr inbounds {element}, {table}, {index.value}")))
    pointers = f.emit(with_element(type, "ptr"), f"getelementptr inbounds {element}, {table}, {index.value}")
    mask = Value(with_element(type, "i1"), "splat (i1 true)")
    return Number(f, f.gather(type, pointers, mask))


def _high_product(a: Number, b: Number) -> Number:
    """The upper half of the unsigned product."""
    wide, narrow = a.format.wide_integer, a.format.integer
    product = a.cast("zext", wide) * b.cast("zext", wide)
    return product.logical_right(int(narrow[1:])).cast("trunc", narrow)


def _split_turn(a: Number, high: Number, low: Number, size: int) -> tuple[Number, Number, Number]:
    """Of a fixed point number of quarter turns (2 bits before the point): the nearest integer, the rest times pi/2."""
    q = (high + 2 ** (size - 3)).logical_right(size - 2)
    rest = high - (q << (size - 2))
    top = rest.to_float()
    lost = (rest - top.cast("fptosi", a.format.integer)).to_float()
    tail = low.cast("uitofp", a.format.element) * 2.0**-size + lost
    top, tail = fast_two_sum(top * 2.0 ** (2 - size), tail * 2.0 ** (2 - size))
    pi_high, pi_low = split(PI_HALF, a.format.fraction + 1, 2)
    product, error = two_product(top, pi_high)
    r, rest_low = fast_two_sum(product, fma(tail, pi_high, fma(top, pi_low, error)))
    return r + (a - a), rest_low, q  # a - a is NaN at infinity
