// RUN: pcc-opt %s -p 'jvp{wrt=0},transpose{of=2 results=1},linearize{of=2 results=1},dce,cse' | filecheck %s

// The forward part returns what the backward part reads besides arguments: here the result itself, which tanh's slope is
// computed from again. The backward part says what its first arguments are: arguments, then results of the forward part.
// CHECK-LABEL: func.func @layer(
// CHECK-SAME: %x: tensor<2x3xf64>, %w: tensor<3x4xf64>) -> tensor<2x4xf64>
// CHECK-NEXT: %[[P:.*]] = pd.matmul %x, %w
// CHECK-NEXT: %[[Y:.*]] = pd.tanh %[[P]]
// CHECK-NEXT: func.return %[[Y]] : tensor<2x4xf64>
func.func @layer(%x: tensor<2x3xf64>, %w: tensor<3x4xf64>) -> tensor<2x4xf64> {
  %0 = pd.matmul %x, %w {transpose_x = false, transpose_y = false} : (tensor<2x3xf64>, tensor<3x4xf64>) -> tensor<2x4xf64>
  %1 = pd.tanh %0 : (tensor<2x4xf64>) -> tensor<2x4xf64>
  func.return %1 : tensor<2x4xf64>
}

// What a sum leads to is saved; what scaling an argument gives is computed again.
// CHECK-LABEL: func.func @sums(
// CHECK-SAME: -> (tensor<2x1xf64>, tensor<2x1xf64>)
func.func @sums(%x: tensor<2x4xf64>, %w: tensor<3x4xf64>) -> tensor<2x1xf64> {
  %0 = pd.scale %x {scale = 2.0 : f64, bias = 1.0 : f64, bias_after_scale = true} : (tensor<2x4xf64>) -> tensor<2x4xf64>
  %1 = pd.square %0 : (tensor<2x4xf64>) -> tensor<2x4xf64>
  %2 = pd.sum %1 {axis = array<i64: 1>, keepdim = true} : (tensor<2x4xf64>) -> tensor<2x1xf64>
  %3 = pd.sin %2 : (tensor<2x1xf64>) -> tensor<2x1xf64>
  func.return %3 : tensor<2x1xf64>
}

// CHECK-LABEL: func.func @layer_linear(
// CHECK-SAME: %{{.*}}: tensor<3x4xf64>, %[[R:.*]]: tensor<2x4xf64>, %[[C:.*]]: tensor<2x4xf64>) -> tensor<2x3xf64> attributes {reads = array<i64: 1, 2>}
// CHECK-NEXT: pd.multiply %[[R]], %[[R]]
// CHECK: pd.matmul
// CHECK-NEXT: func.return

// CHECK-LABEL: func.func @sums_linear(
// CHECK-SAME: attributes {reads = array<i64: 0, 3>}
// CHECK-NEXT: pd.scale
// CHECK-NOT: pd.cos
