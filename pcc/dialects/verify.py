"""The verifier: xDSL's, with every error at its op, and the rules of pcc's own that xDSL does not check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xdsl.dialects.builtin import StringAttr
from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, Operation, SSAValue
from xdsl.traits import IsolatedFromAbove, SymbolUserOpInterface
from xdsl.utils.exceptions import VerifyException

from pcc.dialects.errors import Place, TextError
from pcc.dialects.locations import place_of

SYMBOL = re.compile(r"[A-Za-z_][A-Za-z0-9_.$]{0,255}")


class Verifier:
    """Verifies modules and functions again and again while passes change them; `name` is the file of ops without one.

    xDSL's rules, which take most of the time, are not asked again about an op of a form that they found right.
    """

    def __init__(self, name: str = "<module>") -> None:
        self.default = Place(name)
        self._right: set[tuple[object, ...]] = set()
        self._last: dict[Operation, tuple[object, ...]] = {}  # whose form need not be looked for

    def verify(self, root: Operation) -> None:
        """Raises TextError for the first op that is wrong."""
        for error in self.violations(root):
            raise error

    def violations(self, root: Operation) -> Iterator[TextError]:
        """All that is wrong with a module or function, innermost ops first: at most one error for each op."""
        yield from self._violations(root, set(), {})

    def _violations(self, op: Operation, defined: set[SSAValue], symbols: dict[str, Operation]) -> Iterator[TextError]:
        message, inside = _own_rules(op, defined, symbols), 0
        for region in op.regions:
            for block in region.blocks:
                defined.update(block.args)
                for inner in block.ops:
                    for error in self._violations(inner, defined, symbols):
                        inside += 1
                        yield error
        if not message and not inside:  # what is wrong inside often shows at the op around it too
            message = self._xdsl_rules(op)
        if message:
            yield TextError(message, place_of(op.location, self.default))
        defined.update(op.results)

    def _xdsl_rules(self, op: Operation) -> str | None:
        form = _form(op)
        if form is None:
            return _xdsl_rules(op)
        if self._last.get(op) != form and form not in self._right:
            message = _xdsl_rules(op)
            if message:
                return message
            self._right.add(form)
        self._last[op] = form
        return None


def _form(op: Operation) -> tuple[object, ...] | None:
    """All that decides whether xDSL's rules find an op right; None if more does: regions, or other ops by symbol."""
    if op.regions or op.has_trait(SymbolUserOpInterface):
        return None
    end = op.parent if op.next_op is None else None  # rules of terminators look around
    types = [value.type for value in (*op.operands, *op.results)]
    named = (*op.properties.items(), *op.attributes.items())
    return type(op), len(op.operands), end, *op.successors, *types, *named


def _own_rules(op: Operation, defined: set[SSAValue], symbols: dict[str, Operation]) -> str | None:
    return _operands_rule(op, defined) or _symbol_rule(op, symbols) or _blocks_rule(op)


def _operands_rule(op: Operation, defined: set[SSAValue]) -> str | None:
    """Blocks run in order: a value is defined before its use, in this block or around it."""
    for number, operand in enumerate(op.operands):
        if operand not in defined:
            return f"{op.name}: operand {number} is used before it is defined"
        if not _visible(operand, op):
            return f"{op.name}: operand {number} is defined in another region"
    return None


def _visible(value: SSAValue, op: Operation) -> bool:
    owner = value.owner
    home = owner if isinstance(owner, Block) else owner.parent
    block = op.parent
    while block is not None and block is not home:
        parent = block.parent_op()
        isolated = parent is None or parent.has_trait(IsolatedFromAbove)
        block = None if isolated or parent is None else parent.parent
    return block is home


def _symbol_rule(op: Operation, symbols: dict[str, Operation]) -> str | None:
    """Symbols are plain names, one op each: text can bring no code into what is emitted."""
    symbol = op.properties.get("sym_name", op.attributes.get("sym_name"))
    if not isinstance(symbol, StringAttr):
        return None
    if not SYMBOL.fullmatch(symbol.data):
        return f"symbol '{symbol.data[:40]}' is no name: letters, digits, _ . $ only"
    if isinstance(op, FuncOp) and symbols.setdefault(symbol.data, op) is not op:
        return f"symbol @{symbol.data} is defined twice"
    return None


def _blocks_rule(op: Operation) -> str | None:
    if any(len(region.blocks) > 1 for region in op.regions):
        return f"{op.name}: a region has one block; control flow is scf.for, scf.if and scf.while"
    return None


def _xdsl_rules(op: Operation) -> str | None:
    """What the op's own verifier says; a type rule that stumbles over odd attributes is a refusal too."""
    try:
        op.verify(verify_nested_ops=False)
    except VerifyException as error:
        text = str(error)
        return text if op.name in text else f"{op.name}: {text}"
    except RecursionError:
        return f"{op.name}: nested too deeply"
    except Exception as error:
        return f"{op.name}: malformed operands or attributes ({type(error).__name__}: {error})"
    return None
