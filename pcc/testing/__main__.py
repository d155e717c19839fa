"""`python -m pcc.testing [--cuda] pd.tanh [pd.exp ...]`: check ops of the dialect; exit code 1 if one fails.

With --cuda their CUDA code, under the shim.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from pcc.dialects import pd
from pcc.dialects.errors import nearest
from pcc.dialects.pd.base import PdOp
from pcc.testing.check_cuda import check_cuda
from pcc.testing.check_op import Report, check_has_samples, check_sample
from pcc.testing.check_transforms import check_transforms
from pcc.testing.cuda.shim import ORDERS
from pcc.testing.failures import CheckFailure


def main(names: Sequence[str]) -> int:
    """The number of failures, as an exit code."""
    cuda, names = "--cuda" in names, [name for name in names if name != "--cuda"]
    if not names:
        say(__doc__)
        return 2
    failures = [check(name if name.startswith("pd.") else f"pd.{name}", cuda) for name in names]
    return 1 if any(failures) else 0


def check(name: str, cuda: bool = False) -> int:
    """Check all samples of one op, a line each; how many failed."""
    kind = pd.ops().get(name)
    if kind is None:
        say(f"FAILED {name}: no such op{nearest(name, pd.ops())}")
        return 1
    try:
        check_has_samples(kind)
    except CheckFailure as failure:
        say(f"FAILED {failure}")
        return 1
    if cuda:
        return sum(not passes_on_cuda(kind, number) for number in range(len(kind.SAMPLES)))
    return sum(not passes(kind, number) for number in range(len(kind.SAMPLES))) + (not transforms(kind, 0))


def passes_on_cuda(kind: type[PdOp], number: int) -> bool:
    found = lambda: f"error {check_cuda(kind, number):.1e}, in {len(ORDERS)} schedules"  # noqa: E731
    return succeeds(lambda: f"ok     {kind.name} sample {number} on CUDA: {found()}")


def transforms(kind: type[PdOp], number: int) -> bool:
    return succeeds(lambda: f"ok     {kind.name} sample {number}: {shown(check_transforms(kind, number))}")


def shown(found: Mapping[str, float | str]) -> str:
    return ", ".join(f"{name} {value if isinstance(value, str) else f'{value:.1e}'}" for name, value in found.items())


def passes(kind: type[PdOp], number: int) -> bool:
    return succeeds(lambda: line(kind, check_sample(kind, number)))


def succeeds(checked: Callable[[], str]) -> bool:
    """Say what a check says, or how it fails."""
    try:
        say(checked())
    except CheckFailure as failure:
        say(f"FAILED {failure}")
        return False
    return True


def line(kind: type[PdOp], report: Report) -> str:
    """`ok pd.tanh sample 0 (float32[3,5]): error 5.2e-08 paddle, 4.1e-08 float64; letters a b`."""
    specs = ", ".join(f"{s.dtype}[{','.join(map(str, s.shape))}]" for s in kind.SAMPLES[report.number].specs)
    errors = ", ".join(f"{error:.1e} {oracle}" for oracle, error in report.errors.items())
    letters = f"; letters {' '.join(report.letters)}" if report.letters else ""
    return f"ok     {report.op} sample {report.number} ({specs}): error {errors}{letters}"


def say(text: str | None) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
