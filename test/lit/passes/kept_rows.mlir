// RUN: pcc-opt %s -p 'decompose,divide-last,fuse,bufferize,lower-to-loops{vector-bits=512}' | filecheck %s

// A softmax computes each exponential once: the sum's loop keeps the row that the last loop reads. Rows go in pairs: the
// second one's maximum is computed while the first one's is put together.
// CHECK-LABEL: func.func private @kernel_max_subtract_multiply
// CHECK: [[FIRST:%[0-9]+]] = memref.alloca() : memref<1024xf32>
// CHECK: [[SECOND:%[0-9]+]] = memref.alloca() : memref<1024xf32>
// CHECK: scf.for
// CHECK: arith.maximumf
// CHECK: scf.for
// CHECK: arith.maximumf
// CHECK: scf.for
// CHECK: math.exp
// CHECK: vector.store {{.*}}, [[FIRST]]
// CHECK: scf.for
// CHECK: math.exp
// CHECK: vector.store {{.*}}, [[SECOND]]
// CHECK: scf.for
// CHECK-NOT: math.exp
// CHECK: vector.load [[FIRST]]
// CHECK-NEXT: arith.mulf
// CHECK: scf.for
// CHECK-NOT: math.exp
// CHECK: vector.load [[SECOND]]
// CHECK-NEXT: arith.mulf
// CHECK-NOT: math.exp
// CHECK: func.return
func.func @main(%x: tensor<512x1024xf32>) -> tensor<512x1024xf32> {
  %0 = pd.softmax %x {axis = -1 : i64} : (tensor<512x1024xf32>) -> tensor<512x1024xf32>
  func.return %0 : tensor<512x1024xf32>
}

// What is a result itself is kept where it belongs, and stored once.
// CHECK-LABEL: func.func private @kernel_max_subtract_
// CHECK-NOT: memref.alloca
// CHECK: math.exp
// CHECK-NEXT: vector.store {{.*}}, %1[
// CHECK-NOT: vector.load %1[
// CHECK: func.return
func.func @weights(%x: tensor<256x1024xf32>, %v: tensor<1024x8xf32>) -> tensor<256x8xf32> {
  %0 = pd.softmax %x {axis = -1 : i64} : (tensor<256x1024xf32>) -> tensor<256x1024xf32>
  %1 = pd.matmul %0, %v {transpose_x = false, transpose_y = false} : (tensor<256x1024xf32>, tensor<1024x8xf32>) -> tensor<256x8xf32>
  func.return %1 : tensor<256x8xf32>
}
