"""`check_op` finds what is wrong with an op: one wrong op per kind of failure."""

from __future__ import annotations

from typing import Any

import pytest

from pcc.dialects.pd.base import PdOp, sample
from pcc.dialects.pd.math import SqrtOp
from pcc.dialects.pd.normalization import SoftmaxOp
from pcc.dialects.pd.trigonometric import TanhOp
from pcc.dialects.relation import Relation
from pcc.testing import CheckFailure, check_op
from pcc.testing.__main__ import main
from pcc.testing.failures import NoSamples, NotCompiled, NotImported, TextDiffers, WrongRelation, WrongValue


def _raise(*_: Any) -> Any:
    raise ZeroDivisionError("in the op")


def _print_another(op: PdOp, printer: Any) -> None:
    printer.print_string(" ")
    printer.print_list(op.operands, printer.print_ssa_value)
    printer.print_string(" {unknown = 1 : i64} : ")
    printer.print_operation_type(op)


WRONG: list[tuple[type[PdOp], str, Any, type[CheckFailure]]] = [
    (TanhOp, "SAMPLES", (), NoSamples),
    (TanhOp, "SAMPLES", (sample(lambda paddle, x: paddle.exp(x), (3,)),), NotImported),
    (TanhOp, "SAMPLES", (sample(lambda paddle, x: paddle.tanh(paddle.unique(x)), (3, 3)),), NotImported),
    (TanhOp, "SAMPLES", (sample(lambda paddle, x: paddle.tanh(x), (3,), reference=lambda x: x),), WrongValue),
    (TanhOp, "scalar", lambda op, k, x: k.math("sin", x), WrongValue),
    (TanhOp, "scalar", _raise, NotCompiled),
    (TanhOp, "print", _print_another, TextDiffers),
    (SoftmaxOp, "relation", lambda op: Relation.parse("a b, a b -> a b"), WrongRelation),
    (SoftmaxOp, "relation", lambda op: Relation.parse("a b -> a b"), WrongRelation),
    (SqrtOp, "relation", lambda op: Relation.parse("a b c -> a b c"), WrongRelation),
]


@pytest.mark.parametrize(("kind", "attribute", "value", "failure"), WRONG)
def test_wrong_op_fails(
    kind: type[PdOp], attribute: str, value: Any, failure: type[CheckFailure], monkeypatch: pytest.MonkeyPatch
) -> None:
    if attribute == "relation":
        monkeypatch.setattr(kind, "SAMPLES", kind.SAMPLES[:1])
    monkeypatch.setattr(kind, attribute, value)
    with pytest.raises(failure, match=kind.name):
        check_op(kind)


def test_value_failure_tells_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TanhOp, "scalar", lambda op, k, x: k.add(k.math("tanh", x), 0.5))
    with pytest.raises(
        WrongValue, match=r"pd.tanh sample 0 against paddle, result 0: error .* > 2e-06 at \[\d, \d\]: "
    ):
        check_op(TanhOp)


def test_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tanh"]) == 0
    assert capsys.readouterr().out.startswith("ok     pd.tanh sample 0 (float32[3,5]): error ")
    assert main(["--cuda", "tanh"]) == 0
    assert "on CUDA: error" in capsys.readouterr().out
    assert main(["pd.softmxa"]) == 1
    assert "did you mean 'pd.softmax'?" in capsys.readouterr().out
    assert main([]) == 2
