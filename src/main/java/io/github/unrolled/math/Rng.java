package io.github.unrolled.math;

/**
 * A seeded source of pseudo-random numbers: the same seed and stream give the same numbers on every
 * machine. It uses {@code int} arithmetic only, which is fast in browsers; not for secrets.
 *
 * <p>Source: the generator is xoshiro128++ 1.0, D. Blackman and S. Vigna, "Scrambled linear
 * pseudorandom number generators", ACM TOMS 47 (2021). Its state is filled as they advise, by a
 * generator of another kind: a Weyl sequence with the golden ratio as in SplitMix (G. Steele et
 * al., OOPSLA 2014), each term mixed by the 32-bit finalizer of A. Appleby's MurmurHash3.
 */
public final class Rng {

  /** 2^32 divided by the golden ratio, made odd. */
  private static final int GOLDEN = 0x9e3779b9;

  private static final double TWO_TO_26 = 1 << 26;

  private static final double TWO_TO_MINUS_53 = 0x1p-53;

  private int s0;
  private int s1;
  private int s2;
  private int s3;

  /**
   * Starts a sequence; each pair of arguments has its own.
   *
   * @param seed any number, 0 included
   * @param stream which of the independent sequences of this seed; any number
   */
  public Rng(int seed, int stream) {
    // Every step is invertible, so the first two words identify the pair: no two pairs share a
    // state. Nor can all words be 0, a state that the generator would never leave: the word after a
    // 0 is mix(GOLDEN).
    s0 = mix(seed + GOLDEN);
    s1 = mix(s0 + stream + GOLDEN);
    s2 = mix(s1 + GOLDEN);
    s3 = mix(s2 + GOLDEN);
  }

  private Rng(Rng other) {
    s0 = other.s0;
    s1 = other.s1;
    s2 = other.s2;
    s3 = other.s3;
  }

  /** A second generator that continues from here with the same numbers, independently. */
  public Rng copy() {
    return new Rng(this);
  }

  /** The next 32 random bits: any {@code int}, all equally likely. */
  public int nextInt() {
    int result = Integer.rotateLeft(s0 + s3, 7) + s0;
    int t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Integer.rotateLeft(s3, 11);
    return result;
  }

  /**
   * A random index; all are equally likely.
   *
   * @param bound number of choices, at least 1
   * @return from 0 up to, but not including, {@code bound}
   * @throws IllegalArgumentException if {@code bound} is less than 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound: expected at least 1, got " + bound);
    }
    // Numbers from the last multiple of bound up to 2^31 would favour the small indexes: they are
    // drawn again.
    int left = (Integer.MAX_VALUE % bound + 1) % bound;
    int bits = nextInt() >>> 1;
    while (bits > Integer.MAX_VALUE - left) {
      bits = nextInt() >>> 1;
    }
    return bits % bound;
  }

  /** A multiple of 2^-53 in [0, 1); all are equally likely. */
  public double nextDouble() {
    int high = nextInt() >>> 5;
    int low = nextInt() >>> 6;
    return (high * TWO_TO_26 + low) * TWO_TO_MINUS_53;
  }

  /**
   * A number uniformly distributed in [lo, hi).
   *
   * @throws IllegalArgumentException unless {@code lo < hi} and {@code hi - lo} is finite
   */
  public double uniform(double lo, double hi) {
    double span = hi - lo;
    if (!(span > 0 && span <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("hi: expected to exceed lo by a finite amount");
    }
    double value = nextDouble() * span + lo;
    while (value >= hi) {
      // Rounding may reach hi, especially if few doubles lie between the two.
      value = nextDouble() * span + lo;
    }
    return value;
  }

  private static int mix(int word) {
    int h = word;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
