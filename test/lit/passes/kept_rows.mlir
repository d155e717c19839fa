// RUN: pcc-opt %s -p 'decompose,fuse,bufferize,lower-to-loops{vector-bits=512}' | filecheck %s

// A softmax computes each exponential once: the sum's loop keeps the row that the last loop reads.

// CHECK-LABEL: func.func private
// CHECK: memref.alloca() : memref<1024xf32>
// CHECK: scf.for
// CHECK: arith.maximumf
// CHECK: scf.for
// CHECK: math.exp
// CHECK: vector.store {{.*}} : memref<1024xf32>, vector<16xf32>
// CHECK: scf.for
// CHECK-NOT: math.exp
// CHECK: vector.load {{.*}} : memref<1024xf32>, vector<16xf32>
// CHECK-NEXT: arith.mulf
// CHECK-NOT: math.exp
func.func @main(%x: tensor<512x1024xf32>) -> tensor<512x1024xf32> {
  %0 = pd.softmax %x {axis = -1 : i64} : (tensor<512x1024xf32>) -> tensor<512x1024xf32>
  func.return %0 : tensor<512x1024xf32>
}
