// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=512}' | filecheck %s

// Rows that data picks: while one is copied, that which is 4 KiB behind is asked for: of the next number, or, if rows are
// short, of a later one; not if the table is small.
// CHECK-LABEL: func.func private @kernel_embedding_{{[0-9a-f]+}}(
// CHECK: memref.load %1[%[[ROW:.*]]] : memref<64xi64>
// CHECK: arith.addi %[[ROW]], %{{.*}} : index
// CHECK: %[[NEXT:.*]] = arith.minsi
// CHECK-NEXT: %[[AT:.*]] = arith.index_cast %[[NEXT]] : i64 to index
// CHECK-NEXT: memref.load %1[%[[AT]]] : memref<64xi64>
// CHECK: kernel.prefetch %0[%{{.*}}] ahead 0 : i64 cache 2 : i64 : memref<1048576xf32>
// CHECK-NEXT: vector.load %0
// CHECK-LABEL: func.func private @kernel_embedding_{{[0-9a-f]+}}(
// CHECK-NOT: kernel.prefetch
// CHECK-LABEL: func.func private @kernel_embedding_{{[0-9a-f]+}}(
// CHECK: %[[LATER:.*]] = arith.constant 16 : index
// CHECK: memref.load %1[%[[ROW:.*]]] : memref<64xi64>
// CHECK: arith.addi %[[ROW]], %[[LATER]] : index
// CHECK: kernel.prefetch
func.func @main(%x: tensor<1024x1024xf32>, %t: tensor<16x1024xf32>, %y: tensor<16384x64xf32>, %i: tensor<64xi64>) -> (tensor<64x1024xf32>, tensor<64x1024xf32>, tensor<64x64xf32>) {
  %0 = kernel.launch "loops" (%a = %x, %b = %i) : (tensor<1024x1024xf32>, tensor<64xi64>) -> tensor<64x1024xf32> {
    %1 = pd.embedding %b, %a {padding_idx = -1 : i64} : (tensor<64xi64>, tensor<1024x1024xf32>) -> tensor<64x1024xf32>
    kernel.yield %1 : tensor<64x1024xf32>
  }
  %2 = kernel.launch "loops" (%c = %t, %d = %i) : (tensor<16x1024xf32>, tensor<64xi64>) -> tensor<64x1024xf32> {
    %3 = pd.embedding %d, %c {padding_idx = -1 : i64} : (tensor<64xi64>, tensor<16x1024xf32>) -> tensor<64x1024xf32>
    kernel.yield %3 : tensor<64x1024xf32>
  }
  %4 = kernel.launch "loops" (%e = %y, %f = %i) : (tensor<16384x64xf32>, tensor<64xi64>) -> tensor<64x64xf32> {
    %5 = pd.embedding %f, %e {padding_idx = -1 : i64} : (tensor<64xi64>, tensor<16384x64xf32>) -> tensor<64x64xf32>
    kernel.yield %5 : tensor<64x64xf32>
  }
  func.return %0, %2, %4 : tensor<64x1024xf32>, tensor<64x1024xf32>, tensor<64x64xf32>
}
