// RUN: not pcc-opt %s -p decompos 2>&1 | filecheck %s --check-prefix=PASS
// RUN: not pcc-opt %s -p 'fuse{max-opt=3}' 2>&1 | filecheck %s --check-prefix=OPTION
// RUN: not pcc-opt %s -p 'fuse{max-ops=three}' 2>&1 | filecheck %s --check-prefix=VALUE
// RUN: not pcc-opt %s --list-pases 2>&1 | filecheck %s --check-prefix=FLAG
// RUN: not pcc-opt %s --goal cpu-executible 2>&1 | filecheck %s --check-prefix=GOAL
// RUN: not pcc-opt %s.missing 2>&1 | filecheck %s --check-prefix=MISSING
// RUN: not pcc-opt %s 2>&1 | filecheck %s --match-full-lines

// PASS: pcc-opt: error: unknown pass 'decompos'; did you mean 'decompose'?
// OPTION: pcc-opt: error: pass 'fuse' has no option 'max-opt'; did you mean 'max-ops'?
// VALUE: pcc-opt: error: option 'max_ops' of 'fuse' takes a int, not 'three'
// FLAG: pcc-opt: error: unrecognized arguments: --list-pases; did you mean '--list-passes'?
// GOAL: pcc-opt: error: unknown goal 'cpu-executible'; did you mean 'cpu-executable'?
// MISSING: pcc-opt: error: cannot read '{{.*}}': No such file or directory

func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
// CHECK: {{.*}}opt_errors.mlir:{{[0-9]+:[0-9]+}}: error: Operation pd.expo is not registered
// CHECK-NEXT:  %0 = pd.expo %x : (tensor<4xf32>) -> tensor<4xf32>
// CHECK-NEXT:       ^
  %0 = pd.expo %x : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
