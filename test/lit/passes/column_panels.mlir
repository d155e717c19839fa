// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=512}' | filecheck %s

// Sums along columns of far memory: eight rows at a time, the next eight asked for, added to a row of sums.
// CHECK-LABEL: func.func private @kernel_sum_
// CHECK: scf.parallel
// CHECK: %[[SUMS:.*]] = memref.alloca() : memref<1024xf32>
// CHECK: scf.for {{.*}} {
// CHECK: scf.for {{.*}} {
// CHECK: scf.for %[[V:.*]] = {{.*}} {
// CHECK: vector.load %[[SUMS]][%[[V]]] : memref<1024xf32>, vector<128xf32>
// CHECK: kernel.prefetch %0[%{{.*}}] ahead 0 : i64 cache 2 : i64 :
// CHECK-COUNT-8: vector.load %0[
// CHECK: vector.store %{{.*}}, %[[SUMS]][%[[V]]]
// Rows of a few vectors are one piece of memory anyway.
// CHECK-LABEL: func.func private @kernel_sum_
// CHECK-NOT: memref.alloca
// CHECK: iter_args(%{{.*}} = %{{.*}}) -> (vector<128xf32>)
func.func @main(%x: tensor<16x64x1024xf32>, %y: tensor<16x512x128xf32>) -> (tensor<16x1024xf32>, tensor<16x128xf32>) {
  %0 = kernel.launch "loops" (%a = %x) : (tensor<16x64x1024xf32>) -> tensor<16x1024xf32> {
    %1 = pd.sum %a {axis = array<i64: 1>, keepdim = false} : (tensor<16x64x1024xf32>) -> tensor<16x1024xf32>
    kernel.yield %1 : tensor<16x1024xf32>
  }
  %2 = kernel.launch "loops" (%b = %y) : (tensor<16x512x128xf32>) -> tensor<16x128xf32> {
    %3 = pd.sum %b {axis = array<i64: 1>, keepdim = false} : (tensor<16x512x128xf32>) -> tensor<16x128xf32>
    kernel.yield %3 : tensor<16x128xf32>
  }
  func.return %0, %2 : tensor<16x1024xf32>, tensor<16x128xf32>
}
