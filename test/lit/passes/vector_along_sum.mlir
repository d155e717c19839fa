// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=512}' | filecheck %s

// Variances of channels: vectors go along what is summed, as %x says, which each term reads; %m is read once a channel.
// CHECK-LABEL: func.func private @kernel_
// CHECK-NOT: kernel.gather
// CHECK: func.return
func.func @main(%x: tensor<4x24x32x32xf32>, %m: tensor<1x24x1x1xf32>) -> tensor<24xf32> {
  %0 = kernel.launch "loops" (%a = %x, %b = %m) : (tensor<4x24x32x32xf32>, tensor<1x24x1x1xf32>) -> tensor<24xf32> {
    %1 = pd.subtract %a, %b : (tensor<4x24x32x32xf32>, tensor<1x24x1x1xf32>) -> tensor<4x24x32x32xf32>
    %2 = pd.multiply %1, %1 : (tensor<4x24x32x32xf32>, tensor<4x24x32x32xf32>) -> tensor<4x24x32x32xf32>
    %3 = pd.mean %2 {axis = array<i64: 0, 2, 3>, keepdim = false} : (tensor<4x24x32x32xf32>) -> tensor<24xf32>
    kernel.yield %3 : tensor<24xf32>
  }
  func.return %0 : tensor<24xf32>
}
