"""Program text to a verified module: the only door through which text comes in.

    module = parse_module(path.read_bytes(), str(path))        raises TextError: file:line:col: error: message

Every op has a location: its own, `loc("model.py":12:3)`, or the place of its text.
"""

from __future__ import annotations

import math as numbers
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from xdsl.context import Context
from xdsl.dialects import arith, builtin, func, gpu, math, memref, scf, vector
from xdsl.dialects.builtin import FileLineColLoc, IntAttr, IntegerType, ModuleOp, StringAttr, UnknownLoc
from xdsl.ir import Operation
from xdsl.parser import Parser
from xdsl.utils.exceptions import ParseError

from pcc.dialects import kernel, pd
from pcc.dialects.errors import TextError
from pcc.dialects.limits import Limits, Source, check, decode
from pcc.dialects.verify import Verifier

T = TypeVar("T")
_PLAIN = re.compile(r"[-+.\w\s,]*")


def context() -> Context:
    """The dialects of every level: tensors, kernels, loops."""
    made = Context()
    upstream = (builtin.Builtin, func.Func, arith.Arith, math.Math, memref.MemRef, scf.Scf, vector.Vector, gpu.GPU)
    for dialect in (*upstream, pd.dialect(), kernel.dialect()):
        made.load_dialect(dialect)
    return made


def parse_module(content: str | bytes, name: str = "<text>", limits: Limits | None = None) -> ModuleOp:
    """The verified module of a text. Raises TextError."""
    source = decode(content, name, limits or Limits())
    module = parse(source, limits or Limits())
    for error in errors_in(module, source):
        raise error
    return module


def errors_in(root: Operation, source: Source, verifier: Verifier | None = None) -> Iterator[TextError]:
    """What the verifier refuses, with the lines of the source."""
    for error in (verifier or Verifier(source.name)).violations(root):
        line = source.line(error.place.line) if error.place.file == source.name else ""
        yield TextError(error.message, error.place, line)


def parse(source: Source, limits: Limits) -> ModuleOp:
    """The module of a text, not verified. Raises TextError."""
    check(source, limits)
    try:
        parser = LimitedParser(source, limits)
    except ParseError as error:  # the first token
        raise source.error(error.span.start, error.msg) from None
    try:
        return parser.parse_module()
    except ParseError as error:
        raise source.error(error.span.start, error.msg) from None
    except RecursionError:
        raise source.error(parser.pos, "text is nested too deeply") from None
    except Exception as error:  # xDSL's attributes refuse bad values in many ways
        raise source.error(parser.pos, f"{error} ({type(error).__name__})") from None


class LimitedParser(Parser):
    """xDSL's parser that gives ops locations and keeps to limits."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source, self.limits = source, limits
        self._entries = 0
        super().__init__(context(), source.text, source.name)

    def parse_operation(self) -> Operation:
        start, outer = self._current_token.span.start, self._entries
        self._entries = 0
        op = super().parse_operation()
        self._entries = outer
        if isinstance(op.location, UnknownLoc):
            place = self.source.place(start)
            op.location = FileLineColLoc(StringAttr(place.file), IntAttr(place.line), IntAttr(place.column))
        return op

    def _parse_attribute_entry(self) -> tuple[str, Any]:
        self._entries += 1
        if self._entries > self.limits.attributes:
            self.raise_error(f"an op has at most {self.limits.attributes} attributes")
        return super()._parse_attribute_entry()

    def parse_list(self, delimiter: Any, parse: Callable[[], T], *rest: Any, **options: Any) -> list[T]:
        count = 0

        def counted() -> T:
            nonlocal count
            count += 1
            if (self._plain_elements() if count == 1 else count) > self.limits.elements:
                self.raise_error(f"a list has at most {self.limits.elements} elements")
            return parse()

        return super().parse_list(delimiter, counted, *rest, **options)

    def _plain_elements(self) -> int:
        """How many numbers or names follow: these are counted before they are read, which takes longer."""
        plain = _PLAIN.match(self.source.text, self.pos)
        return plain[0].count(",") + 1 if plain is not None else 0

    def parse_dimension_list(self) -> list[int]:
        start = self.pos
        dims = super().parse_dimension_list()
        if len(dims) > self.limits.rank:
            self.raise_error(f"a shape of rank {len(dims)}; at most {self.limits.rank} is allowed", start)
        if any(extent < 0 for extent in dims):
            self.raise_error("shapes are static in pcc: write a number instead of '?'", start)
        if numbers.prod(dims) > self.limits.tensor:
            self.raise_error(
                f"a shape of {numbers.prod(dims)} elements; at most {self.limits.tensor} are allowed", start
            )
        return dims

    def parse_dense_int_or_fp_elements_attr(self, type: Any) -> Any:
        self._check_dense(type)
        return super().parse_dense_int_or_fp_elements_attr(type)

    def _parse_dense_literal_type(self) -> Any:
        type = super()._parse_dense_literal_type()
        self._check_dense(type)
        return type

    def _check_dense(self, type: Any) -> None:
        """xDSL makes every element of a splat, so constants must be small; weights are arguments."""
        if type is not None and numbers.prod(type.get_shape()) > self.limits.elements:
            self.raise_error(
                f"a dense constant has at most {self.limits.elements} elements; use pd.full or an argument"
            )

    def _parse_optional_integer_or_float_type(self) -> Any:
        start = self.pos
        type = super()._parse_optional_integer_or_float_type()
        if isinstance(type, IntegerType) and not 1 <= type.width.data <= self.limits.width:
            self.raise_error(f"an integer type has 1 to {self.limits.width} bits, not {type.width.data}", start)
        return type
