// RUN: pcc-opt %s -p decompose,canonicalize,cse,dce,divide-last | filecheck %s

// 16 columns are divided, not 64 weights.
// CHECK-LABEL: func.func @attention(
// CHECK: [[WEIGHTS:%[0-9]+]] = pd.exp
// CHECK: [[SUM:%[0-9]+]] = pd.sum [[WEIGHTS]]
// CHECK: [[BY:%[0-9]+]] = pd.reciprocal [[SUM]]
// CHECK: [[PRODUCT:%[0-9]+]] = pd.matmul [[WEIGHTS]], %v
// CHECK: pd.multiply [[PRODUCT]], [[BY]] : (tensor<2x8x16xf32>, tensor<2x8x1xf32>)
func.func @attention(%x: tensor<2x8x64xf32>, %v: tensor<2x64x16xf32>) -> tensor<2x8x16xf32> {
  %0 = pd.softmax %x {axis = -1 : i64} : (tensor<2x8x64xf32>) -> tensor<2x8x64xf32>
  %1 = pd.matmul %0, %v {transpose_x = false, transpose_y = false} : (tensor<2x8x64xf32>, tensor<2x64x16xf32>) -> tensor<2x8x16xf32>
  func.return %1 : tensor<2x8x16xf32>
}

// As many columns as weights.
// CHECK-LABEL: func.func @square(
// CHECK: pd.multiply
// CHECK: pd.matmul
// CHECK-NOT: pd.multiply
func.func @square(%x: tensor<8x64xf32>, %v: tensor<64x64xf32>) -> tensor<8x64xf32> {
  %0 = pd.softmax %x {axis = -1 : i64} : (tensor<8x64xf32>) -> tensor<8x64xf32>
  %1 = pd.matmul %0, %v {transpose_x = false, transpose_y = false} : (tensor<8x64xf32>, tensor<64x64xf32>) -> tensor<8x64xf32>
  func.return %1 : tensor<8x64xf32>
}

// Others read the weights.
// CHECK-LABEL: func.func @two_readers(
// CHECK: pd.multiply
// CHECK: pd.matmul
// CHECK-NOT: pd.multiply
func.func @two_readers(%x: tensor<8x64xf32>, %v: tensor<64x16xf32>) -> (tensor<8x16xf32>, tensor<8x64xf32>) {
  %0 = pd.softmax %x {axis = -1 : i64} : (tensor<8x64xf32>) -> tensor<8x64xf32>
  %1 = pd.matmul %0, %v {transpose_x = false, transpose_y = false} : (tensor<8x64xf32>, tensor<64x16xf32>) -> tensor<8x16xf32>
  func.return %1, %0 : tensor<8x16xf32>, tensor<8x64xf32>
}

// Weights summed by columns: a row of the product has no sum of its own.
// CHECK-LABEL: func.func @transposed(
// CHECK: pd.multiply
// CHECK: pd.matmul
// CHECK-NOT: pd.multiply
func.func @transposed(%x: tensor<64x8xf32>, %v: tensor<64x4xf32>) -> tensor<8x4xf32> {
  %0 = pd.softmax %x {axis = -1 : i64} : (tensor<64x8xf32>) -> tensor<64x8xf32>
  %1 = pd.matmul %0, %v {transpose_x = true, transpose_y = false} : (tensor<64x8xf32>, tensor<64x4xf32>) -> tensor<8x4xf32>
  func.return %1 : tensor<8x4xf32>
}
