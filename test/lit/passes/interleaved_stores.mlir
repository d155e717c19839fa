// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=256}' | filecheck %s

// A last loop of two iterations is written out: two vectors along the loop around it, zipped and stored side by side.
// CHECK-LABEL: func.func private @kernel_stack_{{[0-9a-f]+}}(
// CHECK: vector.load %0
// CHECK: vector.load %1
// CHECK: vector.shuffle {{.*}}[0, 8, 1, 9, 2, 10, 3, 11]
// CHECK: vector.shuffle {{.*}}[4, 12, 5, 13, 6, 14, 7, 15]
// CHECK: vector.store
// CHECK: vector.store
// CHECK-NOT: kernel.gather
// CHECK: func.return
func.func @main(%x: tensor<20xf32>, %y: tensor<20xf32>) -> tensor<20x2xf32> {
  %0 = kernel.launch "loops" (%a = %x, %b = %y) : (tensor<20xf32>, tensor<20xf32>) -> tensor<20x2xf32> {
    %1 = pd.stack %a, %b {axis = 1 : i64} : (tensor<20xf32>, tensor<20xf32>) -> tensor<20x2xf32>
    kernel.yield %1 : tensor<20x2xf32>
  }
  func.return %0 : tensor<20x2xf32>
}
