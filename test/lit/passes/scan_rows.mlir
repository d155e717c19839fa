// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=128}' | filecheck %s

// A scan along a row goes by vectors, each scanned in registers: with lanes one before, two before, then the last of all
// vectors before. No neutral elements are shifted in.
// CHECK-LABEL: func.func private @kernel_cumsum_
// CHECK: scf.for {{.*}} iter_args(%[[BEFORE:.*]] = %{{.*}}) -> (vector<4xf32>) {
// CHECK: %[[X:.*]] = vector.load
// CHECK-NEXT: %[[ONE:.*]] = vector.shuffle %[[X]], %[[X]] [3, 0, 1, 2]
// CHECK-NEXT: %[[PAIR:.*]] = arith.addf %[[ONE]], %[[X]]
// CHECK-NEXT: %[[A:.*]] = kernel.select %{{.*}}, %[[X]], %[[PAIR]]
// CHECK-NEXT: %[[TWO:.*]] = vector.shuffle %[[A]], %[[A]] [2, 3, 0, 1]
// CHECK: %[[ALL:.*]] = kernel.select
// CHECK-NEXT: %[[SUM:.*]] = arith.addf %[[BEFORE]], %[[ALL]]
// CHECK-NEXT: vector.store %[[SUM]]
// CHECK-NEXT: %[[LAST:.*]] = vector.shuffle %[[SUM]], %[[SUM]] [3, 3, 3, 3]
// CHECK-NEXT: scf.yield %[[LAST]]
// CHECK: vector.maskedload
// CHECK: vector.maskedstore
func.func @main(%x: tensor<3x10xf32>) -> tensor<3x10xf32> {
  %0 = kernel.launch "scan" (%a = %x) : (tensor<3x10xf32>) -> tensor<3x10xf32> {
    %1 = pd.cumsum %a {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<3x10xf32>) -> tensor<3x10xf32>
    kernel.yield %1 : tensor<3x10xf32>
  }
  func.return %0 : tensor<3x10xf32>
}
