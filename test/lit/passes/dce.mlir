// RUN: pcc-opt %s -p dce | filecheck %s

// A chain of unused ops goes in one run; what is returned stays.
// CHECK-LABEL: func.func @main(
// CHECK-NEXT: %0 = pd.exp %x
// CHECK-NEXT: func.return %0
func.func @main(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %0 = pd.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = pd.tanh %0 : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %2 = pd.sum %1 {axis = array<i64: 1>, keepdim = false} : (tensor<4x8xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4x8xf32>
}
