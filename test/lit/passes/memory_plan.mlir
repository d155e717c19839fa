// RUN: pcc-opt %s -p 'fuse{max-ops=1},bufferize,lower-to-loops{vector-bits=256}' | filecheck %s

// Three tensors live one after another: two places of 1024 bytes hold them, the third overwrites one in place.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: memref<{{1024|2048}}xi8>) {
// CHECK: memref.view
// CHECK: func.return
func.func @main(%x: tensor<256xf32>) -> tensor<256xf32> {
  %0 = pd.exp %x : (tensor<256xf32>) -> tensor<256xf32>
  %1 = pd.tanh %0 : (tensor<256xf32>) -> tensor<256xf32>
  %2 = pd.abs %1 : (tensor<256xf32>) -> tensor<256xf32>
  %3 = pd.exp %2 : (tensor<256xf32>) -> tensor<256xf32>
  func.return %3 : tensor<256xf32>
}
