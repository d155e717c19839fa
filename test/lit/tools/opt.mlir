// RUN: pcc-opt %s --goal kernels --print-plan | filecheck %s --check-prefix=PLAN
// RUN: pcc-opt %s --goal cpu-executable -o %t && pcc-opt %t | filecheck %s --check-prefix=LOOPS
// RUN: pcc-opt %s --print-locations | pcc-opt --print-locations | filecheck %s --check-prefix=PLACES
// RUN: pcc-opt --list-passes | filecheck %s --check-prefix=PASSES

// PLAN: decompose{{.*}}fuse
// LOOPS: func.call @kernel_
// PLACES: pd.exp %x : (tensor<4xf32>) -> tensor<4xf32> loc("model.py":12:3)
// PLACES: pd.tanh %0 : (tensor<4xf32>) -> tensor<4xf32> loc("{{.*}}opt.mlir":{{[0-9]+}}:3)
// PASSES: cse
// PASSES: y = op(x); z = op(x)
// PASSES: fuse
// PASSES: --max-ops=48 (int)

func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = pd.exp %x : (tensor<4xf32>) -> tensor<4xf32> loc("model.py":12:3)
  %1 = pd.tanh %0 : (tensor<4xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}
