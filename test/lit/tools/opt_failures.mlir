// RUN: pcc-opt %s --goal cpu-executable --bisect 'grep -q pd.tanh' | filecheck %s --check-prefix=BISECT
// RUN: pcc-opt %s -p cse --bisect 'grep -q pd.tanh' | filecheck %s --check-prefix=GOOD
// RUN: pcc-opt %s -p cse --bisect 'grep -q pd.sinh' | filecheck %s --check-prefix=BAD
// RUN: not pcc-opt %s -p dce,bufferize 2>&1 | filecheck %s --check-prefix=NEEDS
// RUN: not pcc-opt %s --run-reproducer 2>&1 | filecheck %s --check-prefix=NONE
// RUN: pcc-reduce %s --test 'grep -q pd.tanh' | filecheck %s --check-prefix=SMALL
// RUN: not pcc-reduce %s --test 'grep -q pd.sinh' 2>&1 | filecheck %s --check-prefix=BORING

// BISECT: pass {{[0-9]+}} of {{[0-9]+}} is the first after which 'grep -q pd.tanh' fails: dce
// GOOD: 'grep -q pd.tanh' holds after all 1 passes
// BAD: 'grep -q pd.sinh' fails on the program as it is, before any pass
// NEEDS: opt_failures.mlir:{{[0-9]+}}:3: error: pass 'bufferize' needs InKernels, which pd.exp contradicts
// NONE: pcc-opt: error: the file is no reproducer
// SMALL: func.func @main(
// SMALL-NEXT: pd.tanh %x
// SMALL-NEXT: func.return
// BORING: pcc-reduce: error: 'grep -q pd.sinh' does not exit with 0

func.func @main(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  %0 = pd.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  %1 = pd.tanh %x : (tensor<4xf32>) -> tensor<4xf32>
  %2 = pd.add %0, %y : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  func.return %2 : tensor<4xf32>
}
