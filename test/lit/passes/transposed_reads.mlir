// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=256}' | filecheck %s

// A transposed read goes by tiles of eight vectors; what is left of either loop goes under a mask. Nothing gathers.
// CHECK-LABEL: func.func private @kernel_transpose_{{[0-9a-f]+}}(
// CHECK-NOT: kernel.gather
// CHECK: vector.load %0
// CHECK: vector.shuffle {{.*}}[0, 8, 1, 9, 2, 10, 3, 11]
// CHECK: vector.store
// CHECK: vector.maskedload %0
// CHECK-NOT: kernel.gather
// CHECK: func.return
func.func @main(%x: tensor<20x17xf32>) -> tensor<17x20xf32> {
  %0 = kernel.launch "loops" (%a = %x) : (tensor<20x17xf32>) -> tensor<17x20xf32> {
    %1 = pd.transpose %a {perm = array<i64: 1, 0>} : (tensor<20x17xf32>) -> tensor<17x20xf32>
    kernel.yield %1 : tensor<17x20xf32>
  }
  func.return %0 : tensor<17x20xf32>
}
