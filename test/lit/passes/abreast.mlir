// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=512 cached-bytes=1}' | filecheck %s
// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=512}' | filecheck %s --check-prefix=NEAR

// Far rows of 4 KiB that data picks: eight abreast, a strip of four vectors of each in turn; the next eight are asked for.
// CHECK-LABEL: func.func private @kernel_gather_
// CHECK: %[[EIGHT:.*]] = arith.constant 8 : index
// CHECK: scf.parallel
// CHECK: %[[MEMBER:.*]] = arith.remui %{{.*}}, %[[EIGHT]] : index
// CHECK: %[[ROW:.*]] = arith.addi %{{.*}}, %[[MEMBER]] : index
// CHECK-NEXT: memref.load %1[%[[ROW]]] : memref<64xi64>
// CHECK: arith.addi %[[ROW]], %[[EIGHT]] : index
// CHECK: scf.for
// CHECK: kernel.prefetch %0
// CHECK-NEXT: vector.load %0
// CHECK: vector.store
// NEAR-LABEL: func.func private @kernel_gather_
// NEAR-NOT: arith.remui
// NEAR: vector.store
// Heads of attention, rows of 256 bytes: six positions abreast, all heads of which go before the next six.
// CHECK-LABEL: func.func private @kernel_transpose_
// CHECK: %[[SIX:.*]] = arith.constant 6 : index
// CHECK: scf.parallel
// CHECK: scf.for %{{.*}} = %{{.*}} to %[[SIX]] step
// CHECK: scf.for
// CHECK: vector.load %0
func.func @main(%x: tensor<1024x1024xf32>, %i: tensor<64xi64>, %h: tensor<2x516x12x64xf32>) -> (tensor<64x1024xf32>, tensor<2x12x516x64xf32>) {
  %0 = kernel.launch "loops" (%a = %x, %b = %i) : (tensor<1024x1024xf32>, tensor<64xi64>) -> tensor<64x1024xf32> {
    %1 = pd.gather %a, %b {axis = 0 : i64} : (tensor<1024x1024xf32>, tensor<64xi64>) -> tensor<64x1024xf32>
    kernel.yield %1 : tensor<64x1024xf32>
  }
  %2 = kernel.launch "loops" (%c = %h) : (tensor<2x516x12x64xf32>) -> tensor<2x12x516x64xf32> {
    %3 = pd.transpose %c {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x516x12x64xf32>) -> tensor<2x12x516x64xf32>
    kernel.yield %3 : tensor<2x12x516x64xf32>
  }
  func.return %0, %2 : tensor<64x1024xf32>, tensor<2x12x516x64xf32>
}
