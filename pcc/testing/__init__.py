"""The op-test tool: everything an op says about itself, checked on its samples.

python -m pcc.testing pd.tanh pd.exp        # one line per sample, exit code 1 if one fails
pcc.testing.check_op(MyOp)                  # the same from Python: raises a CheckFailure that tells what differs
"""

from pcc.testing.check_op import check_op, check_sample
from pcc.testing.failures import CheckFailure

__all__ = ["CheckFailure", "check_op", "check_sample"]
