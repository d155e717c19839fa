// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=256}' | filecheck %s

// Results are written where the caller wants them; what is left over after whole vectors goes under a mask.
// CHECK-LABEL: func.func @main(%0: memref<148xf32>, %1: memref<148xf32>, %2: memref<{{[0-9]+}}xi8>) {
// CHECK: func.call @[[KERNEL:kernel_[a-z0-9_]+]](%0, %1)
// CHECK: func.return
// CHECK: func.func private @[[KERNEL]](
// CHECK: scf.for
// CHECK: vector.load {{.*}} : memref<148xf32>, vector<8xf32>
// CHECK: math.exp {{.*}} : vector<8xf32>
// CHECK: vector.store {{.*}} : memref<148xf32>, vector<8xf32>
// CHECK: func.return
func.func @main(%x: tensor<4x37xf32>) -> tensor<4x37xf32> {
  %0 = kernel.launch "loops" (%a = %x) : (tensor<4x37xf32>) -> tensor<4x37xf32> {
    %1 = pd.exp %a : (tensor<4x37xf32>) -> tensor<4x37xf32>
    kernel.yield %1 : tensor<4x37xf32>
  }
  func.return %0 : tensor<4x37xf32>
}
