// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=256}' | filecheck %s

// A concat is one nest per operand, each without a choice; a row of the first is four vectors.
// CHECK-LABEL: func.func private @kernel_concat_{{[0-9a-f]+}}(
// CHECK-NOT: arith.cmpi
// CHECK: vector.load %0
// CHECK-NOT: masked
// CHECK: vector.store
// CHECK: vector.load %1
// CHECK: vector.store
// CHECK: func.return
func.func @main(%x: tensor<6x32xf32>, %y: tensor<6x40xf32>) -> tensor<6x72xf32> {
  %0 = kernel.launch "loops" (%a = %x, %b = %y) : (tensor<6x32xf32>, tensor<6x40xf32>) -> tensor<6x72xf32> {
    %1 = pd.concat %a, %b {axis = 1 : i64} : (tensor<6x32xf32>, tensor<6x40xf32>) -> tensor<6x72xf32>
    kernel.yield %1 : tensor<6x72xf32>
  }
  func.return %0 : tensor<6x72xf32>
}
