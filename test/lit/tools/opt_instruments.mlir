// RUN: pcc-opt %s --goal kernels --print-ir-after-change 2>&1 >%t.out | filecheck %s --check-prefix=CHANGE
// RUN: pcc-opt %s -p dce,fuse --print-ir-before fuse 2>&1 >%t.out | filecheck %s --check-prefix=BEFORE
// RUN: pcc-opt %s -p dce,cse,dce,hoist-slices --timing 2>&1 >%t.out | filecheck %s --check-prefix=TIMING
// RUN: pcc-opt %s -p dce,fuse --timing=trace 2>&1 >%t.out | filecheck %s --check-prefix=TRACE
// RUN: pcc-opt %s -p dce,fuse --statistics 2>&1 >%t.out | filecheck %s --check-prefix=STATISTICS
// RUN: pcc-opt %s --goal cpu-executable --check-contracts -o %t.out
// RUN: pcc-opt %s --goal cpu-executable --stop-after cse --print-plan | filecheck %s --check-prefix=STOP
// RUN: pcc-opt %s -p dce,cse,fuse --stop-after 1 | filecheck %s --check-prefix=ONE
// RUN: pcc-opt %s --goal cpu-executable --dump-dir %t.dump -o %t.out
// RUN: pcc-opt %t.dump/000-input.mlir -p 'builtin.module(func.func(dce))' -o %t.a && pcc-opt %t.dump/001-dce.mlir -o %t.b
// RUN: pcc-opt %s --goal cpu-executable --plan-graph %t.svg -o %t.out && filecheck %s --check-prefix=GRAPH < %t.svg
// RUN: diff %t.a %t.b

// CHANGE: // after dce on @main
// CHANGE-NOT: tanh
// CHANGE: // after fuse on @main
// BEFORE: // before fuse on @main
// BEFORE: pd.exp {{.*}} loc("model.py":12:3)
// TIMING: 100.0%  all passes
// TIMING: dce  (changed)
// TIMING: cse  (no change)
// TIMING: dce  (skipped: nothing has changed since it ran)
// TIMING: hoist-slices  (skipped: no op of its kinds)
// TRACE: "traceEvents": [{"name": "dce", "cat": "pass", "ph": "X"
// STATISTICS: 1 dce: changed
// STATISTICS: 0 -> 1      kernel.launch
// STATISTICS: 1 -> 0      pd.tanh
// STOP: decompose,{{.*}},cse{{$}}
// ONE-NOT: pd.tanh
// ONE: pd.exp
// ONE-NOT: kernel.launch
// GRAPH: <svg xmlns
// GRAPH: breaks NoDuplicates

func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = pd.exp %x : (tensor<4xf32>) -> tensor<4xf32> loc("model.py":12:3)
  %1 = pd.tanh %x : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
