// RUN: pcc-opt %s -p dce,cse,turn-chains,cse,dce | filecheck %s

// Two tangents' ways through the same layers: one row goes back through the matrix for both.
// CHECK-LABEL: func.func @shared(
// CHECK: %[[BACK:[0-9a-z]+]] = pd.multiply {{.*}} %d
// CHECK: %[[ROW:[0-9a-z]+]] = pd.matmul %[[BACK]], %v {transpose_x = false, transpose_y = true}
// CHECK-NOT: transpose_y = false
// CHECK: pd.multiply %s, %[[ROW]]
// CHECK: pd.sum
// CHECK: pd.multiply %t, %[[ROW]]
// CHECK: pd.multiply %r, %[[BACK]]
// CHECK: pd.sum
func.func @shared(%s: tensor<512x64xf32>, %t: tensor<512x64xf32>, %r: tensor<512x64xf32>, %d: tensor<512x64xf32>, %v: tensor<64x64xf32>, %w: tensor<64x1xf32>) -> (tensor<512x1xf32>, tensor<512x1xf32>) {
  %0 = pd.matmul %s, %v {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x64xf32>) -> tensor<512x64xf32>
  %1 = pd.multiply %0, %d : (tensor<512x64xf32>, tensor<512x64xf32>) -> tensor<512x64xf32>
  %2 = pd.matmul %1, %w {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x1xf32>) -> tensor<512x1xf32>
  %3 = pd.matmul %t, %v {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x64xf32>) -> tensor<512x64xf32>
  %4 = pd.add %3, %r : (tensor<512x64xf32>, tensor<512x64xf32>) -> tensor<512x64xf32>
  %5 = pd.multiply %d, %4 : (tensor<512x64xf32>, tensor<512x64xf32>) -> tensor<512x64xf32>
  %6 = pd.matmul %5, %w {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x1xf32>) -> tensor<512x1xf32>
  func.return %2, %6 : tensor<512x1xf32>, tensor<512x1xf32>
}

// One chain alone costs the same either way; a value that is read elsewhere has to be there anyway.
// CHECK-LABEL: func.func @needed(
// CHECK-NOT: pd.sum
// CHECK: func.return
func.func @needed(%s: tensor<512x64xf32>, %t: tensor<512x64xf32>, %v: tensor<64x64xf32>, %w: tensor<64x1xf32>) -> (tensor<512x1xf32>, tensor<512x1xf32>, tensor<512x64xf32>) {
  %0 = pd.matmul %s, %v {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x64xf32>) -> tensor<512x64xf32>
  %1 = pd.matmul %0, %w {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x1xf32>) -> tensor<512x1xf32>
  %2 = pd.matmul %t, %v {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x64xf32>) -> tensor<512x64xf32>
  %3 = pd.matmul %2, %w {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x1xf32>) -> tensor<512x1xf32>
  func.return %1, %3, %2 : tensor<512x1xf32>, tensor<512x1xf32>, tensor<512x64xf32>
}

// What nobody needs reads no chain, and a matrix that is computed twice is one.
// CHECK-LABEL: func.func @after(
// CHECK: pd.sum
// CHECK: pd.sum
func.func @after(%s: tensor<512x64xf32>, %t: tensor<512x64xf32>, %v: tensor<64x64xf32>, %w: tensor<64x1xf32>) -> (tensor<512x1xf32>, tensor<512x1xf32>) {
  %0 = pd.matmul %s, %v {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x64xf32>) -> tensor<512x64xf32>
  %1 = pd.tanh %w : (tensor<64x1xf32>) -> tensor<64x1xf32>
  %2 = pd.matmul %0, %1 {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x1xf32>) -> tensor<512x1xf32>
  %3 = pd.tanh %0 : (tensor<512x64xf32>) -> tensor<512x64xf32>
  %4 = pd.matmul %t, %v {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x64xf32>) -> tensor<512x64xf32>
  %5 = pd.tanh %w : (tensor<64x1xf32>) -> tensor<64x1xf32>
  %6 = pd.matmul %4, %5 {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x1xf32>) -> tensor<512x1xf32>
  func.return %2, %6 : tensor<512x1xf32>, tensor<512x1xf32>
}

// A source that is also a coefficient: only the way through the matrices is turned.
// CHECK-LABEL: func.func @coefficient(
// CHECK: %[[BACK:[0-9a-z]+]] = pd.multiply {{.*}} %s
// CHECK: pd.matmul %[[BACK]], %v {transpose_x = false, transpose_y = true}
// CHECK-NOT: transpose_y = false
// CHECK: func.return
func.func @coefficient(%s: tensor<512x64xf32>, %t: tensor<512x64xf32>, %v: tensor<64x64xf32>, %w: tensor<64x1xf32>) -> (tensor<512x1xf32>, tensor<512x1xf32>) {
  %0 = pd.matmul %s, %v {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x64xf32>) -> tensor<512x64xf32>
  %1 = pd.multiply %0, %s : (tensor<512x64xf32>, tensor<512x64xf32>) -> tensor<512x64xf32>
  %2 = pd.matmul %1, %w {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x1xf32>) -> tensor<512x1xf32>
  %3 = pd.matmul %t, %v {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x64xf32>) -> tensor<512x64xf32>
  %4 = pd.multiply %s, %3 : (tensor<512x64xf32>, tensor<512x64xf32>) -> tensor<512x64xf32>
  %5 = pd.matmul %4, %w {transpose_x = false, transpose_y = false} : (tensor<512x64xf32>, tensor<64x1xf32>) -> tensor<512x1xf32>
  func.return %2, %5 : tensor<512x1xf32>, tensor<512x1xf32>
}
