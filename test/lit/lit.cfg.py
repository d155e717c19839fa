"""FileCheck tests, mirroring pcc/. Run all with `lit test/lit`, or through pytest with tests/test_lit.py."""

import os
import sys

import lit.formats

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

config.name = "pcc"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir"]
config.test_source_root = os.path.dirname(os.path.abspath(__file__))
config.environment["PYTHONPATH"] = root
config.substitutions += [
    (r"\bpcc-opt\b", f"{sys.executable} -m pcc.tools.opt"),
    (r"\bpcc-reduce\b", f"{sys.executable} -m pcc.tools.reduce"),
    (r"\bpcc run\b", f"{sys.executable} -m pcc.tools.pcc run"),
    (r"\bfilecheck\b", f"{sys.executable} -m filecheck"),
]
