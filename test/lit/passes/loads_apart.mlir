// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=128}' | filecheck %s

// Every second element: two whole vectors, the second of which ends with the last element, and not one load for each.
// CHECK-LABEL: func.func private @kernel_
// CHECK: %[[A:.*]] = vector.load %0[%[[AT:.*]]]
// CHECK: %[[NEXT:.*]] = arith.addi %[[AT]], %{{.*}} : index
// CHECK-NEXT: %[[B:.*]] = vector.load %0[%[[NEXT]]]
// CHECK-NEXT: vector.shuffle %[[A]], %[[B]] [0, 2, 5, 7]
// CHECK-NOT: kernel.gather
func.func @main(%x: tensor<30x1024xf32>) -> tensor<30x512xf32> {
  %0 = kernel.launch "loops" (%a = %x) : (tensor<30x1024xf32>) -> tensor<30x512xf32> {
    %1 = pd.strided_slice %a {axes = array<i64: 1>, starts = array<i64: 0>, ends = array<i64: 1024>, strides = array<i64: 2>} : (tensor<30x1024xf32>) -> tensor<30x512xf32>
    %2 = pd.exp %1 : (tensor<30x512xf32>) -> tensor<30x512xf32>
    kernel.yield %2 : tensor<30x512xf32>
  }
  func.return %0 : tensor<30x512xf32>
}
