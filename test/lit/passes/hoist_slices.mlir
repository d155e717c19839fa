// RUN: pcc-opt %s -p hoist-slices | filecheck %s

// CHECK-LABEL: func.func @sliced(
// CHECK-NEXT: [[X:%[0-9]+]] = pd.slice %x
// CHECK-NEXT: [[Y:%[0-9]+]] = pd.slice %y
// CHECK-NEXT: [[S:%[0-9]+]] = pd.add [[X]], [[Y]] : (tensor<4x3xf32>, tensor<4x3xf32>) -> tensor<4x3xf32>
// CHECK-NEXT: func.return [[S]]
func.func @sliced(%x: tensor<4x8xf32>, %y: tensor<4x8xf32>) -> tensor<4x3xf32> {
  %0 = pd.add %x, %y : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = pd.slice %0 {axes = array<i64: 1>, starts = array<i64: 2>, ends = array<i64: 5>, decrease_axis = array<i64>} : (tensor<4x8xf32>) -> tensor<4x3xf32>
  func.return %1 : tensor<4x3xf32>
}

// What is read as a whole too is computed as a whole.
// CHECK-LABEL: func.func @whole(
// CHECK-NEXT: pd.add %x, %y
// CHECK-NEXT: pd.slice
// CHECK-NEXT: func.return
func.func @whole(%x: tensor<4x8xf32>, %y: tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x3xf32>) {
  %0 = pd.add %x, %y : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = pd.slice %0 {axes = array<i64: 1>, starts = array<i64: 2>, ends = array<i64: 5>, decrease_axis = array<i64>} : (tensor<4x8xf32>) -> tensor<4x3xf32>
  func.return %0, %1 : tensor<4x8xf32>, tensor<4x3xf32>
}
