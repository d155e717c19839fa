// RUN: pcc-opt %s -p sink-transposes,dce | filecheck %s

// CHECK-LABEL: func.func @product(
// CHECK-NEXT: %[[SCALED:.*]] = pd.scale %x
// CHECK-NEXT: %[[HEADS:.*]] = pd.transpose %[[SCALED]] {perm = array<i64: 0, 2, 1, 3>}
// CHECK-NEXT: pd.matmul %[[HEADS]], %y
func.func @product(%x: tensor<2x5x3x4xf32>, %y: tensor<2x3x4x5xf32>) -> tensor<2x3x5x5xf32> {
  %0 = pd.transpose %x {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x5x3x4xf32>) -> tensor<2x3x5x4xf32>
  %1 = pd.scale %0 {scale = 0.5 : f64, bias = 0.0 : f64, bias_after_scale = true} : (tensor<2x3x5x4xf32>) -> tensor<2x3x5x4xf32>
  %2 = pd.matmul %1, %y {transpose_x = false, transpose_y = false} : (tensor<2x3x5x4xf32>, tensor<2x3x4x5xf32>) -> tensor<2x3x5x5xf32>
  func.return %2 : tensor<2x3x5x5xf32>
}

// A bias is a vector along one axis: it is reshaped. The second transposition undoes the first.
// CHECK-LABEL: func.func @undone(
// CHECK-NEXT: %[[BIAS:.*]] = pd.reshape %b {shape = array<i64: 1, 4, 1>}
// CHECK-NEXT: pd.add %x, %[[BIAS]]
// CHECK-NEXT: pd.tanh
// CHECK-NEXT: func.return
func.func @undone(%x: tensor<2x4x6xf32>, %b: tensor<4xf32>) -> tensor<2x4x6xf32> {
  %0 = pd.transpose %x {perm = array<i64: 0, 2, 1>} : (tensor<2x4x6xf32>) -> tensor<2x6x4xf32>
  %1 = pd.add %0, %b : (tensor<2x6x4xf32>, tensor<4xf32>) -> tensor<2x6x4xf32>
  %2 = pd.transpose %1 {perm = array<i64: 0, 2, 1>} : (tensor<2x6x4xf32>) -> tensor<2x4x6xf32>
  %3 = pd.tanh %2 : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  func.return %3 : tensor<2x4x6xf32>
}

// A chain of arithmetic goes as a whole.
// CHECK-LABEL: func.func @chain(
// CHECK-NEXT: pd.tanh %x
// CHECK-NEXT: pd.cast
// CHECK-NEXT: pd.transpose
// CHECK-NEXT: pd.matmul
func.func @chain(%x: tensor<5x4xf32>, %y: tensor<5x3xf64>) -> tensor<4x3xf64> {
  %0 = pd.transpose %x {perm = array<i64: 1, 0>} : (tensor<5x4xf32>) -> tensor<4x5xf32>
  %1 = pd.tanh %0 : (tensor<4x5xf32>) -> tensor<4x5xf32>
  %2 = pd.cast %1 {dtype = f64} : (tensor<4x5xf32>) -> tensor<4x5xf64>
  %3 = pd.matmul %2, %y {transpose_x = false, transpose_y = false} : (tensor<4x5xf64>, tensor<5x3xf64>) -> tensor<4x3xf64>
  func.return %3 : tensor<4x3xf64>
}

// The same may be computed elsewhere already: common subexpressions are found anew.
// CHECK-LABEL: func.func @twice(
// CHECK-COUNT-2: pd.tanh %x
func.func @twice(%x: tensor<5x4xf32>, %y: tensor<5x3xf32>) -> (tensor<5x4xf32>, tensor<4x3xf32>) {
  %0 = pd.tanh %x : (tensor<5x4xf32>) -> tensor<5x4xf32>
  %1 = pd.transpose %x {perm = array<i64: 1, 0>} : (tensor<5x4xf32>) -> tensor<4x5xf32>
  %2 = pd.tanh %1 : (tensor<4x5xf32>) -> tensor<4x5xf32>
  %3 = pd.matmul %2, %y {transpose_x = false, transpose_y = false} : (tensor<4x5xf32>, tensor<5x3xf32>) -> tensor<4x3xf32>
  func.return %0, %3 : tensor<5x4xf32>, tensor<4x3xf32>
}

// What else reads it needs its elements in the new order.
// CHECK-LABEL: func.func @returned(
// CHECK-NEXT: pd.transpose %x
// CHECK-NEXT: pd.tanh
func.func @returned(%x: tensor<5x4xf32>, %y: tensor<5x3xf32>) -> (tensor<4x5xf32>, tensor<4x3xf32>) {
  %0 = pd.transpose %x {perm = array<i64: 1, 0>} : (tensor<5x4xf32>) -> tensor<4x5xf32>
  %1 = pd.tanh %0 : (tensor<4x5xf32>) -> tensor<4x5xf32>
  %2 = pd.matmul %1, %y {transpose_x = false, transpose_y = false} : (tensor<4x5xf32>, tensor<5x3xf32>) -> tensor<4x3xf32>
  func.return %1, %2 : tensor<4x5xf32>, tensor<4x3xf32>
}
