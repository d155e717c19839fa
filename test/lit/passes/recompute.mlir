// RUN: pcc-opt %s -p fuse | filecheck %s

// Two kernels read relu(x): each computes it from x, and it is never stored.
// CHECK-LABEL: func.func @main(
// CHECK: kernel.launch "loops" (%{{.*}} = %x) : (tensor<512x256xf32>) -> tensor<512xf32>
// CHECK: pd.relu
// CHECK: kernel.launch "loops" (%{{.*}} = %x) : (tensor<512x256xf32>) -> tensor<256xf32>
// CHECK: pd.relu
func.func @main(%x: tensor<512x256xf32>) -> (tensor<512xf32>, tensor<256xf32>) {
  %0 = pd.relu %x : (tensor<512x256xf32>) -> tensor<512x256xf32>
  %1 = pd.sum %0 {axis = array<i64: 1>, keepdim = false} : (tensor<512x256xf32>) -> tensor<512xf32>
  %2 = pd.sum %0 {axis = array<i64: 0>, keepdim = false} : (tensor<512x256xf32>) -> tensor<256xf32>
  func.return %1, %2 : tensor<512xf32>, tensor<256xf32>
}

// An elementary function takes longer to compute again than to store.
// CHECK-LABEL: func.func @function(
// CHECK: kernel.launch "loops" (%{{.*}} = %x) : (tensor<512x256xf32>) -> (tensor<512x256xf32>, tensor<512xf32>)
// CHECK: pd.tanh
// CHECK: kernel.launch
// CHECK-NOT: pd.tanh
func.func @function(%x: tensor<512x256xf32>) -> (tensor<512xf32>, tensor<256xf32>) {
  %0 = pd.tanh %x : (tensor<512x256xf32>) -> tensor<512x256xf32>
  %1 = pd.sum %0 {axis = array<i64: 1>, keepdim = false} : (tensor<512x256xf32>) -> tensor<512xf32>
  %2 = pd.sum %0 {axis = array<i64: 0>, keepdim = false} : (tensor<512x256xf32>) -> tensor<256xf32>
  func.return %1, %2 : tensor<512xf32>, tensor<256xf32>
}

// The sum of two tensors would mean to read both again.
// CHECK-LABEL: func.func @two(
// CHECK: kernel.launch
// CHECK: pd.add
// CHECK: kernel.launch
// CHECK-NOT: pd.add
func.func @two(%x: tensor<512x256xf32>, %y: tensor<512x256xf32>) -> (tensor<512xf32>, tensor<256xf32>) {
  %0 = pd.add %x, %y : (tensor<512x256xf32>, tensor<512x256xf32>) -> tensor<512x256xf32>
  %1 = pd.sum %0 {axis = array<i64: 1>, keepdim = false} : (tensor<512x256xf32>) -> tensor<512xf32>
  %2 = pd.sum %0 {axis = array<i64: 0>, keepdim = false} : (tensor<512x256xf32>) -> tensor<256xf32>
  func.return %1, %2 : tensor<512xf32>, tensor<256xf32>
}
