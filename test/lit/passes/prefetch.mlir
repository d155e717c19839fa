// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=512}' | filecheck %s

// A fold over memory larger than a core's caches asks for what it reads 4 KiB later, in the second cache; one over small memory does not.
// CHECK-LABEL: func.func private @kernel_sum_{{[0-9a-f]+}}(
// CHECK: kernel.prefetch %0[%[[AT:.*]]] ahead 1024 : i64 cache 2 : i64 stream : memref<1048576xf32>
// CHECK-NEXT: vector.load %0[%[[AT]]]
// CHECK-LABEL: func.func private @kernel_sum_{{[0-9a-f]+}}(
// CHECK-NOT: kernel.prefetch
func.func @main(%x: tensor<1024x1024xf32>, %y: tensor<64x1024xf32>) -> (tensor<1024xf32>, tensor<64xf32>) {
  %0 = kernel.launch "loops" (%a = %x) : (tensor<1024x1024xf32>) -> tensor<1024xf32> {
    %1 = pd.sum %a {axis = array<i64: -1>, keepdim = false} : (tensor<1024x1024xf32>) -> tensor<1024xf32>
    kernel.yield %1 : tensor<1024xf32>
  }
  %2 = kernel.launch "loops" (%b = %y) : (tensor<64x1024xf32>) -> tensor<64xf32> {
    %3 = pd.sum %b {axis = array<i64: -1>, keepdim = false} : (tensor<64x1024xf32>) -> tensor<64xf32>
    kernel.yield %3 : tensor<64xf32>
  }
  func.return %0, %2 : tensor<1024xf32>, tensor<64xf32>
}
