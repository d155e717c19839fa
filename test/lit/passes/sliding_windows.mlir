// RUN: pcc-opt %s -p 'bufferize,lower-to-loops{vector-bits=512}' | filecheck %s

// Maxima of 3 x 3: two rows before the loop over the image's rows, which carries them; a row of a window, three loads,
// in it. Rows to come are asked for, a cache line at a time.
// CHECK-LABEL: func.func private @kernel_pool2d_
// CHECK: scf.parallel
// CHECK-COUNT-6: vector.{{load|maskedload}} %0[
// CHECK: scf.for {{.*}} iter_args(%{{.*}} = %{{.*}}, %{{.*}} = %{{.*}}) -> (vector<64xf32>, vector<64xf32>)
// CHECK: kernel.prefetch %0[%[[AT:.*]]] ahead 512 : i64 cache 1 : i64 :
// CHECK-NEXT: kernel.prefetch %0[%[[AT]]] ahead 528
// CHECK-COUNT-3: vector.{{load|maskedload}} %0[
// CHECK-NOT: vector.{{load|maskedload}} %0[
// CHECK: scf.yield
// Windows that do not overlap carry nothing.
// CHECK-LABEL: func.func private @kernel_pool2d_
// CHECK-NOT: iter_args
func.func @main(%x: tensor<32x16x64x64xf32>) -> (tensor<32x16x64x64xf32>, tensor<32x16x32x32xf32>) {
  %0 = kernel.launch "loops" (%a = %x) : (tensor<32x16x64x64xf32>) -> tensor<32x16x64x64xf32> {
    %1 = pd.pool2d %a {kernel_size = array<i64: 3, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, ceil_mode = false, exclusive = true, data_format = "NCHW", pooling_type = "max", global_pooling = false, adaptive = false, padding_algorithm = "EXPLICIT"} : (tensor<32x16x64x64xf32>) -> tensor<32x16x64x64xf32>
    kernel.yield %1 : tensor<32x16x64x64xf32>
  }
  %2 = kernel.launch "loops" (%b = %x) : (tensor<32x16x64x64xf32>) -> tensor<32x16x32x32xf32> {
    %3 = pd.pool2d %b {kernel_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, ceil_mode = false, exclusive = true, data_format = "NCHW", pooling_type = "max", global_pooling = false, adaptive = false, padding_algorithm = "EXPLICIT"} : (tensor<32x16x64x64xf32>) -> tensor<32x16x32x32xf32>
    kernel.yield %3 : tensor<32x16x32x32xf32>
  }
  func.return %0, %2 : tensor<32x16x64x64xf32>, tensor<32x16x32x32xf32>
}
