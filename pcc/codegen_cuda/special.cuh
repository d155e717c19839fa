// Functions that neither C nor CUDA has: digamma, and the modified Bessel functions I0 and I1, alone and times e^-|x|.
// The pieces and coefficients are those of codegen_cpu/vector_math (gamma.py, bessel.py), in double.
template <int N> DEVICE double horner(const double (&c)[N], double x) {
  double y = c[N - 1];
  for (int i = N - 2; i >= 0; --i) y = y * x + c[i];
  return y;
}

#define I0_NEAR { \
    1.0, 0.25, 0.015625, 0.00043402777777777775, 6.781684027777777e-06, 6.781684027777778e-08, \
    4.709502797067901e-10, 2.40280754952444e-12, 9.385966990329755e-15, 2.8969033920785225e-17, \
    7.242258480022564e-20, 1.496334398256122e-22, 2.5978026707302997e-25, 3.8429085174160476e-28, \
    4.901481839415055e-31, 5.450917919955565e-34, 5.2394280192229814e-37, 5.40821934098522e-40 }

#define I0_FAR { \
    0.4042445063366826, 0.00566012665668735, 0.00041057661809925565, 6.719446693685284e-05, 2.1338645842673688e-05, \
    1.0056139194554925e-05, 2.35663988898368e-06, -4.549518898477493e-06, -5.190013195428467e-06, \
    1.2477879087889647e-06, 4.414410535087424e-06, -1.0256163301974137e-06, -3.503225829368117e-06, \
    1.9626329533035703e-06, 2.0934262970790914e-06, -2.9060189346956416e-06, 2.7976592921351527e-07, \
    2.719062439242017e-06, -3.253276364413433e-06, -7.356032375934594e-07, 5.5703410523948335e-06, \
    -2.3393456280790643e-06, -6.012791686303032e-06, 4.6169952903048595e-06, 4.5695201214474075e-06, \
    -4.715034416935191e-06, -2.4512599670791716e-06, 3.094932000984572e-06, 8.855567298177753e-07, \
    -1.3142275299834326e-06, -1.9193876914067205e-07, 3.310586588889873e-07, 1.7910371044189052e-08, \
    -3.774780627610386e-08, 3.549829011344926e-10 }

#define I1_NEAR { \
    0.5, 0.0625, 0.0026041666666666665, 5.425347222222264e-05, 6.781684027773029e-07, 5.651403356774895e-09, \
    3.363930558061512e-11, 1.5017550087962648e-13, 5.214373612388874e-16, 1.4491372443737639e-18, \
    3.226182262557548e-21, 1.0898214871974397e-23, -2.3396198088621713e-25, 9.30102223680125e-27, \
    -2.5005870817701403e-28, 4.51164316698495e-30, -4.890835072611198e-32, 2.4077749324910606e-34 }

#define I1_FAR { \
    0.3834662683541797, -0.016049245647938783, -0.0006433601986300784, -8.766154937064294e-05, \
    -2.534533605496162e-05, -1.1519185245341183e-05, -2.935378588705215e-06, 4.667580132621103e-06, \
    5.6627792289437385e-06, -1.0651036489964463e-06, -4.6944838308207035e-06, 8.663039215828418e-07, \
    3.728207617352753e-06, -1.8929284078229695e-06, -2.296555434939623e-06, 2.9527225540881045e-06, \
    -1.3741226337370259e-07, -2.876838027963348e-06, 3.2372327317049694e-06, 9.501592944147093e-07, \
    -5.709693981380914e-06, 2.1505744457038913e-06, 6.256531162665072e-06, -4.509974417622981e-06, \
    -4.813151964767626e-06, 4.685484656092103e-06, 2.614822209428894e-06, -3.1014793835377576e-06, \
    -9.598300984200642e-07, 1.3236478011121554e-06, 2.1350536140360637e-07, -3.3454593387892665e-07, \
    -2.1396197016602268e-08, 3.823522186364839e-08, -1.3836115684185097e-10 }

#define DIGAMMA { \
    0.9510558760318328, -0.2118137106407303, 0.06013562106019681, -0.018550615381734938, 0.0059367952783030125, \
    -0.0019350666648630251, 0.0006368880303671763, -0.00021074841136295495, 6.995018840540954e-05, \
    -2.3258242631139626e-05, 7.741233793373188e-06, -2.578093555893236e-06, 8.589081386247104e-07, \
    -2.863169978552913e-07, 9.542915029832969e-08, -3.162788692835124e-08, 1.0532257151807295e-08, \
    -3.709413674066623e-09, 1.243623590213344e-09, -2.7531923321552243e-10, 8.875497151042808e-11, \
    -8.515410067138183e-11, 2.8932014775445942e-11 }

#define DIGAMMA_FAR { \
    0.08333333333333333, -0.008333333333333333, 0.003968253968253968, -0.004166666666666667, 0.007575757575757576, \
    -0.021092796092796094, 0.08333333333333333, -0.4432598039215686 }


DEVICE double bessel_near(double a, const double (&c)[18]) { return horner(c, a * a); }
DEVICE double bessel_far(double a, const double (&c)[35]) { return horner(c, 10.0 / a - 1.0) / sqrt(a); }
DEVICE double bessel_grown(double far, double a) {  // e^a overflows before I(a) does
  return a == inf_of<double>() ? a : far * exp(a - 16 * 0.6931471805599453) * 65536.0;
}
DEVICE double i0(double x) {
  const double near[] = I0_NEAR, far[] = I0_FAR, a = fabs(x);
  return a < 5.0 ? bessel_near(a, near) : bessel_grown(bessel_far(a, far), a);
}
DEVICE double i0e(double x) {
  const double near[] = I0_NEAR, far[] = I0_FAR, a = fabs(x);
  return a < 5.0 ? bessel_near(a, near) * exp(-a) : bessel_far(a, far);
}
DEVICE double i1(double x) {
  const double near[] = I1_NEAR, far[] = I1_FAR, a = fabs(x);
  return a < 5.0 ? x * bessel_near(a, near) : copysign(bessel_grown(bessel_far(a, far), a), x);
}
DEVICE double i1e(double x) {
  const double near[] = I1_NEAR, far[] = I1_FAR, a = fabs(x);
  return a < 5.0 ? x * bessel_near(a, near) * exp(-a) : copysign(bessel_far(a, far), x);
}

DEVICE double digamma_of_positive(double x) {
  const double far[] = DIGAMMA_FAR, near[] = DIGAMMA;
  if (x > 10.0) {
    const double z = 1.0 / (x * x);
    return log(x) - (0.5 / x + z * horner(far, z));
  }
  double top = 0.0, bottom = 1.0, y = x;  // steps of digamma(x + 1) = digamma(x) + 1 / x, summed as one fraction
  if (x < 1.0) top = -1.0, bottom = x, y = x + 1.0;
  while (y > 2.0) y -= 1.0, top = top * y + bottom, bottom *= y;
  return ((y - 1.4616321449683622) - 9.549995429965697e-17) * horner(near, y * 2.0 - 3.0) + top / bottom;
}
DEVICE double digamma(double x) {  // below 0 by reflection
  if (x == 0.0) return -1.0 / x;
  if (x > 0.0) return digamma_of_positive(x);
  if (x == floor(x)) return nan_of<double>();
  const double pi = 3.141592653589793;
  return digamma_of_positive(1.0 - x) - pi / tan(pi * (x - rint(x)));
}

#define SPECIAL(name) DEVICE float name##f(float x) { return (float)name((double)x); } BOTH(name)
SPECIAL(i0) SPECIAL(i0e) SPECIAL(i1) SPECIAL(i1e) SPECIAL(digamma)
