// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=128}' | filecheck %s

// Transposed reads of long rows: for 16 columns of the result at a time, four tiles of 4 x 4 side by side, so that whole
// cache lines of a row are read before its page is left.
// CHECK-LABEL: func.func private @kernel_transpose_
// CHECK: scf.for
// CHECK: scf.for
// CHECK: scf.for
// CHECK: scf.for {{.*}} {
// CHECK: %[[A:.*]] = vector.load
// CHECK: %[[B:.*]] = vector.load
// CHECK: %[[C:.*]] = vector.load
// CHECK: %[[D:.*]] = vector.load
// CHECK-NEXT: vector.shuffle %[[A]], %[[C]] [0, 4, 1, 5]
// CHECK: vector.store
func.func @main(%x: tensor<1024x64xf32>) -> tensor<64x1024xf32> {
  %0 = kernel.launch "loops" (%a = %x) : (tensor<1024x64xf32>) -> tensor<64x1024xf32> {
    %1 = pd.transpose %a {perm = array<i64: 1, 0>} : (tensor<1024x64xf32>) -> tensor<64x1024xf32>
    kernel.yield %1 : tensor<64x1024xf32>
  }
  func.return %0 : tensor<64x1024xf32>
}
