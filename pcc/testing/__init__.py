"""The op-test tool: everything an op says about itself, checked on its samples.

python -m pcc.testing pd.tanh pd.exp        # a line per sample, one for transforms; exit code 1 if one fails
pcc.testing.check_op(MyOp)                  # the same from Python: raises a CheckFailure that tells what differs
pcc.testing.check_function(f, args)         # derivatives and batches of a function of yours, in the same way
"""

from pcc.testing.check_function import check_function
from pcc.testing.check_op import check_op, check_sample
from pcc.testing.failures import CheckFailure

__all__ = ["CheckFailure", "check_function", "check_op", "check_sample"]
