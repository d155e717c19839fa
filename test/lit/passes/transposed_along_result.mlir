// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=512}' | filecheck %s

// Rows of the result that are 4 KiB apart: four tiles of a square go along each of them, and every tile asks for four
// rows of the next square, four lines a row.
// CHECK-LABEL: func.func private @kernel_transpose_
// CHECK: scf.parallel
// CHECK: scf.for %{{.*}} = %{{.*}} to %{{.*}} step
// CHECK: scf.for %[[ROW:.*]] = %[[LOW:.*]] to %{{.*}} step
// CHECK: kernel.prefetch %0[%[[AT:.*]]] ahead 0
// CHECK-NEXT: kernel.prefetch %0[%[[AT]]] ahead 16
// CHECK-NEXT: kernel.prefetch %0[%[[AT]]] ahead 32
// CHECK-NEXT: kernel.prefetch %0[%[[AT]]] ahead 48
// CHECK-NEXT: kernel.prefetch %0[%[[AT]]] ahead 1024
// CHECK: kernel.prefetch %0[%[[AT]]] ahead 3120
// CHECK-NEXT: arith.muli %[[ROW]]
// CHECK-NEXT: arith.addi
// CHECK-NEXT: vector.load
// Rows of 64 that lie side by side in the result: sixteen tiles go along what is read, four lines of which are asked for.
// CHECK-LABEL: func.func private @kernel_transpose_
// CHECK: %[[SIDE:.*]] = arith.constant 16 : index
// CHECK: scf.for %{{.*}} = %{{.*}} to %[[SIDE]] step
// CHECK: kernel.prefetch %0[%[[AT:.*]]] ahead 0
// CHECK-NEXT: kernel.prefetch %0[%[[AT]]] ahead 4096
func.func @main(%x: tensor<1024x1024xf32>, %y: tensor<8x64x4096xf32>) -> (tensor<1024x1024xf32>, tensor<8x4096x64xf32>) {
  %0 = kernel.launch "loops" (%a = %x) : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
    %1 = pd.transpose %a {perm = array<i64: 1, 0>} : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
    kernel.yield %1 : tensor<1024x1024xf32>
  }
  %2 = kernel.launch "loops" (%b = %y) : (tensor<8x64x4096xf32>) -> tensor<8x4096x64xf32> {
    %3 = pd.transpose %b {perm = array<i64: 0, 2, 1>} : (tensor<8x64x4096xf32>) -> tensor<8x4096x64xf32>
    kernel.yield %3 : tensor<8x4096x64xf32>
  }
  func.return %0, %2 : tensor<1024x1024xf32>, tensor<8x4096x64xf32>
}
