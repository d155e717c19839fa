"""Mathematical constants to 60 digits, and their splitting into floats whose sum is the constant."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

PI_HALF = "1.57079632679489661923132169163975144209858469968755291048747"
LN_2 = "0.693147180559945309417232121458176568075500134360255254120680"
LOG2_E = "1.44269504088896340735992468100189213742664595415298593413545"
LOG10_E = "0.434294481903251827651128918916605082294397005803666566114454"
LOG10_2 = "0.301029995663981195213738894724493026768189881462108541310427"
# 2/pi, 1216 bits after the point, in hexadecimal (Payne and Hanek 1983 need as many as the largest exponent asks for)
TWO_OVER_PI = (
    "A2F9836E4E441529FC2757D1F534DDC0DB6295993C439041FE5163ABDEBBC561B7246E3A424DD2E006492EEA09D1921CFE1DEB1C"
    "B129A73EE88235F52EBB4484E99C7026B45F7E413991D639835339F49C845F8BBDF9283B1FF897FFDE05980FEF2F118B5A0A6D1F"
    "6D367ECF27CB09B74F463F669E5FEA2D7527BAC7EBE5F17B3D0739F78A5292EA6BFB5FB11F8D5D0856033046FC7B6BAB"
)


@cache
def split(digits: str, bits: int, count: int) -> tuple[float, ...]:
    """`count` floats of `bits` significant bits each, largest first, that sum to the constant."""
    rest, parts = Fraction(digits), []
    for _ in range(count):
        part = _rounded(rest, bits)
        parts.append(float(part))
        rest -= part
    return tuple(parts)


def _rounded(value: Fraction, bits: int) -> Fraction:
    magnitude, exponent = abs(value), 0
    while magnitude >= 2**bits:
        magnitude, exponent = magnitude / 2, exponent + 1
    while magnitude and magnitude < 2 ** (bits - 1):
        magnitude, exponent = magnitude * 2, exponent - 1
    nearest = round(magnitude) * Fraction(2) ** exponent
    return nearest if value >= 0 else -nearest
