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
func.func @main(%x: tensor<1024x1024xf32>, %i: tensor<64xi64>) -> tensor<64x1024xf32> {
  %0 = kernel.launch "loops" (%a = %x, %b = %i) : (tensor<1024x1024xf32>, tensor<64xi64>) -> tensor<64x1024xf32> {
    %1 = pd.gather %a, %b {axis = 0 : i64} : (tensor<1024x1024xf32>, tensor<64xi64>) -> tensor<64x1024xf32>
    kernel.yield %1 : tensor<64x1024xf32>
  }
  func.return %0 : tensor<64x1024xf32>
}
