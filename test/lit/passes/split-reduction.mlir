// RUN: pcc-opt %s -p split-reduction | filecheck %s

// A large sum to one result is cut into parts.
// CHECK-LABEL: @main
func.func @main(%x: tensor<4x1000x1000xf32>, %y: tensor<4x8xf32>) -> (tensor<f32>, tensor<4x1xf32>, tensor<f32>) {
  // CHECK: pd.reshape %{{.*}} {shape = array<i64: 64, 62500>}
  // CHECK-NEXT: pd.sum %{{.*}} {axis = array<i64: 1>, {{.*}} -> tensor<64xf32>
  // CHECK-NEXT: pd.sum %{{.*}} {axis = array<i64: 0>, {{.*}} -> tensor<f32>
  %a = pd.sum %x {axis = array<i64>, keepdim = false} : (tensor<4x1000x1000xf32>) -> tensor<f32>
  // CHECK-NEXT: pd.max %{{.*}} {axis = array<i64: 1>, {{.*}} -> tensor<4x1xf32>
  %b = pd.max %y {axis = array<i64: 1>, keepdim = true} : (tensor<4x8xf32>) -> tensor<4x1xf32>
  %c = pd.sum %y {axis = array<i64>, keepdim = false} : (tensor<4x8xf32>) -> tensor<f32>
  func.return %a, %b, %c : tensor<f32>, tensor<4x1xf32>, tensor<f32>
}

// Long columns are cut as well, so that each thread reads whole rows; once.
// CHECK-LABEL: @columns
func.func @columns(%x: tensor<16384x1024xf32>, %y: tensor<256x1024xf32>) -> (tensor<1024xf32>, tensor<1024xf32>) {
  // CHECK: pd.reshape %{{.*}} {shape = array<i64: 16, 1024, 1024>}
  // CHECK-NEXT: pd.sum %{{.*}} {axis = array<i64: 1>, {{.*}} -> tensor<16x1024xf32>
  // CHECK-NEXT: pd.sum %{{.*}} {axis = array<i64: 0>, {{.*}} -> tensor<1024xf32>
  %a = pd.sum %x {axis = array<i64: 0>, keepdim = false} : (tensor<16384x1024xf32>) -> tensor<1024xf32>
  // CHECK-NEXT: pd.sum %{{.*}} {axis = array<i64: 0>, {{.*}} (tensor<256x1024xf32>) -> tensor<1024xf32>
  %b = pd.sum %y {axis = array<i64: 0>, keepdim = false} : (tensor<256x1024xf32>) -> tensor<1024xf32>
  func.return %a, %b : tensor<1024xf32>, tensor<1024xf32>
}
