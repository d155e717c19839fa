// RUN: pcc run %s | filecheck %s
// RUN: not pcc run %s --input x.npy 2>&1 | filecheck %s --check-prefix=MANY

// CHECK: y0: float32[3, 5]  min 1.5  mean 1.5  max 1.5
// CHECK-NEXT: y1: int64[]  min 15  mean 15  max 15
// MANY: pcc: error: --input 'x.npy' is one too many: the program takes no inputs

func.func @main() -> (tensor<3x5xf32>, tensor<i64>) {
  %0 = pd.full {shape = array<i64: 3, 5>, value = 1.5 : f64, dtype = f32} : () -> tensor<3x5xf32>
  %1 = pd.full {shape = array<i64>, value = 15 : i64, dtype = i64} : () -> tensor<i64>
  func.return %0, %1 : tensor<3x5xf32>, tensor<i64>
}
