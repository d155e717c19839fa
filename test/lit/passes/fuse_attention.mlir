// RUN: pcc-opt %s -p decompose,canonicalize,cse,dce,fuse,fuse-attention | filecheck %s

// CHECK-LABEL: func.func @attention(
// CHECK-NEXT: kernel.launch "attention" ({{.*}} = %q, {{.*}} = %k, {{.*}} = %mask, {{.*}} = %v)
// CHECK: pd.matmul
// CHECK: pd.scale
// CHECK: pd.exp
// CHECK: pd.matmul
// CHECK-NOT: kernel.launch
func.func @attention(%q: tensor<64x64x8xf32>, %k: tensor<64x16x8xf32>, %mask: tensor<64x16xf32>, %v: tensor<64x16x8xf32>) -> tensor<64x64x8xf32> {
  %0 = pd.matmul %q, %k {transpose_x = false, transpose_y = true} : (tensor<64x64x8xf32>, tensor<64x16x8xf32>) -> tensor<64x64x16xf32>
  %s = pd.scale %0 {scale = 0.35 : f64, bias = 0.0 : f64, bias_after_scale = true} : (tensor<64x64x16xf32>) -> tensor<64x64x16xf32>
  %1 = pd.add %s, %mask : (tensor<64x64x16xf32>, tensor<64x16xf32>) -> tensor<64x64x16xf32>
  %2 = pd.softmax %1 {axis = -1 : i64} : (tensor<64x64x16xf32>) -> tensor<64x64x16xf32>
  %3 = pd.matmul %2, %v {transpose_x = false, transpose_y = false} : (tensor<64x64x16xf32>, tensor<64x16x8xf32>) -> tensor<64x64x8xf32>
  func.return %3 : tensor<64x64x8xf32>
}

// A few rows leave a device idle.
// CHECK-LABEL: func.func @few(
// CHECK: kernel.launch "contraction"
// CHECK: kernel.launch "loops"
// CHECK: kernel.launch "contraction"
func.func @few(%q: tensor<2x64x8xf32>, %k: tensor<2x16x8xf32>, %v: tensor<2x16x8xf32>) -> tensor<2x64x8xf32> {
  %0 = pd.matmul %q, %k {transpose_x = false, transpose_y = true} : (tensor<2x64x8xf32>, tensor<2x16x8xf32>) -> tensor<2x64x16xf32>
  %2 = pd.softmax %0 {axis = -1 : i64} : (tensor<2x64x16xf32>) -> tensor<2x64x16xf32>
  %3 = pd.matmul %2, %v {transpose_x = false, transpose_y = false} : (tensor<2x64x16xf32>, tensor<2x16x8xf32>) -> tensor<2x64x8xf32>
  func.return %3 : tensor<2x64x8xf32>
}

// The weights are wanted, too.
// CHECK-LABEL: func.func @weights(
// CHECK-NOT: "attention"
func.func @weights(%q: tensor<64x64x8xf32>, %k: tensor<64x16x8xf32>, %v: tensor<64x16x8xf32>) -> (tensor<64x64x16xf32>, tensor<64x64x8xf32>) {
  %0 = pd.matmul %q, %k {transpose_x = false, transpose_y = true} : (tensor<64x64x8xf32>, tensor<64x16x8xf32>) -> tensor<64x64x16xf32>
  %2 = pd.softmax %0 {axis = -1 : i64} : (tensor<64x64x16xf32>) -> tensor<64x64x16xf32>
  %3 = pd.matmul %2, %v {transpose_x = false, transpose_y = false} : (tensor<64x64x16xf32>, tensor<64x16x8xf32>) -> tensor<64x64x8xf32>
  func.return %2, %3 : tensor<64x64x16xf32>, tensor<64x64x8xf32>
}
