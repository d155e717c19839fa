// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=512}' | filecheck %s

// A kernel that touches more than the caches hold writes past them; one that touches less does not.
// CHECK-LABEL: func.func private @kernel_add_{{[0-9a-f]+}}(
// CHECK: vector.store {{.*}}nontemporal = true
// CHECK-LABEL: func.func private @kernel_add_{{[0-9a-f]+}}(
// CHECK-NOT: nontemporal
func.func @main(%x: tensor<8388608xf32>, %y: tensor<1048576xf32>) -> (tensor<8388608xf32>, tensor<1048576xf32>) {
  %0 = kernel.launch "loops" (%a = %x) : (tensor<8388608xf32>) -> tensor<8388608xf32> {
    %1 = pd.add %a, %a : (tensor<8388608xf32>, tensor<8388608xf32>) -> tensor<8388608xf32>
    kernel.yield %1 : tensor<8388608xf32>
  }
  %2 = kernel.launch "loops" (%b = %y) : (tensor<1048576xf32>) -> tensor<1048576xf32> {
    %3 = pd.add %b, %b : (tensor<1048576xf32>, tensor<1048576xf32>) -> tensor<1048576xf32>
    kernel.yield %3 : tensor<1048576xf32>
  }
  func.return %0, %2 : tensor<8388608xf32>, tensor<1048576xf32>
}
