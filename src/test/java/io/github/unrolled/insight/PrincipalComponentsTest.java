package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Rng;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  private static void finish(PrincipalComponents components, double[] points, int count) {
    components.start(points, count);
    int sweeps = 0;
    while (!components.isDone()) {
      components.advance();
      sweeps++;
    }
    assertTrue(sweeps < 15, "took " + sweeps + " sweeps");
  }

  private static double[] random(Rng rng, int count, int size) {
    double[] points = new double[count * size];
    for (int i = 0; i < points.length; i++) {
      points[i] = (2 * rng.nextDouble() - 1) * (1 + i % size);
    }
    return points;
  }

  @Test
  void axesAreEigenvectorsOfTheCovarianceAndNoOtherDirectionVariesMore() {
    Rng rng = new Rng(9, 0);
    for (int n = 0; n < 40; n++) {
      int size = 3 + n % 14;
      int count = 5 + n;
      double[] points = random(rng, count, size);
      PrincipalComponents components = new PrincipalComponents(size);
      finish(components, points, count);
      double[] covariance = covariance(points, count, size);
      double[] first = new double[size];
      double[] second = new double[size];
      for (int i = 0; i < size; i++) {
        first[i] = components.axis(0, i);
        second[i] = components.axis(1, i);
      }
      assertEquals(1, dot(first, first), 1e-12);
      assertEquals(0, dot(first, second), 1e-12);
      double trace = 0;
      for (int i = 0; i < size; i++) {
        trace += covariance[i * size + i];
        double product = 0;
        double other = 0;
        for (int j = 0; j < size; j++) {
          product += covariance[i * size + j] * first[j];
          other += covariance[i * size + j] * second[j];
        }
        assertEquals(components.along(0) * first[i], product, 1e-10 * components.along(0));
        assertEquals(components.along(1) * second[i], other, 1e-10 * components.along(0));
      }
      assertEquals(components.along(0) / trace, components.share(0), 1e-12);
      // Deflated by both axes, a power iteration finds the next eigenvalue; it is no larger.
      double[] v = random(rng, 1, size);
      double next = 0;
      for (int k = 0; k < 300; k++) {
        remove(v, first);
        remove(v, second);
        double[] image = new double[size];
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            image[i] += covariance[i * size + j] * v[j];
          }
        }
        next = Math.sqrt(dot(image, image) / dot(v, v));
        for (int i = 0; i < size; i++) {
          v[i] = image[i] / Math.sqrt(dot(image, image));
        }
      }
      assertTrue(next <= components.along(1) * (1 + 1e-9));
      assertTrue(components.along(1) <= components.along(0));
    }
  }

  private static double[] covariance(double[] points, int count, int size) {
    double[] covariance = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double product = 0;
        double left = 0;
        double right = 0;
        for (int n = 0; n < count; n++) {
          product += points[n * size + i] * points[n * size + j];
          left += points[n * size + i];
          right += points[n * size + j];
        }
        covariance[i * size + j] = product / count - left / count * (right / count);
      }
    }
    return covariance;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void remove(double[] from, double[] axis) {
    double along = dot(from, axis);
    for (int i = 0; i < from.length; i++) {
      from[i] -= along * axis[i];
    }
  }

  @Test
  void pointsInAPlaneAreRebuiltFromTwoNumbers() {
    Rng rng = new Rng(2, 0);
    int size = 6;
    int count = 20;
    double[] u = random(rng, 1, size);
    double[] v = random(rng, 1, size);
    double[] points = new double[count * size];
    double[] mean = new double[size];
    for (int n = 0; n < count; n++) {
      double a = rng.nextDouble();
      double b = rng.nextDouble();
      for (int i = 0; i < size; i++) {
        points[n * size + i] = a * u[i] + b * v[i] + 1;
        mean[i] += points[n * size + i] / count;
      }
    }
    PrincipalComponents components = new PrincipalComponents(size);
    finish(components, points, count);
    assertEquals(1, components.share(0) + components.share(1), 1e-12);
    for (int n = 0; n < count; n++) {
      for (int i = 0; i < size; i++) {
        double rebuilt =
            mean[i]
                + components.coordinate(points, n, 0) * components.axis(0, i)
                + components.coordinate(points, n, 1) * components.axis(1, i);
        assertEquals(points[n * size + i], rebuilt, 1e-12);
      }
    }
  }

  @Test
  void equalPointsHaveNoVariance() {
    PrincipalComponents components = new PrincipalComponents(3);
    finish(components, new double[] {1, 2, 3, 1, 2, 3}, 2);
    assertEquals(0, components.along(0));
    assertTrue(Double.isNaN(components.share(0)));
    assertEquals(0, components.coordinate(new double[] {1, 2, 3}, 0, 1));
  }

  @Test
  void sharesAreThoseOfTheAxesThatAreKnown() {
    Rng rng = new Rng(4, 0);
    PrincipalComponents components = new PrincipalComponents(5);
    components.start(random(rng, 9, 5), 9);
    assertTrue(Double.isNaN(components.share(0)));
    finish(components, random(rng, 9, 5), 9);
    double share = components.share(0);
    assertTrue(share > 0.2);
    double[] larger = random(rng, 9, 5);
    for (int i = 0; i < larger.length; i++) {
      larger[i] *= 1000;
    }
    components.start(larger, 9);
    assertEquals(share, components.share(0));
  }

  @Test
  void anAxisKeepsItsDirectionWhileThePointsMove() {
    Rng rng = new Rng(7, 0);
    double[] points = random(rng, 12, 4);
    PrincipalComponents components = new PrincipalComponents(4);
    finish(components, points, 12);
    double[] before = new double[4];
    for (int moves = 0; moves < 50; moves++) {
      for (int i = 0; i < 4; i++) {
        before[i] = components.axis(0, i);
      }
      for (int i = 0; i < points.length; i++) {
        points[i] += 0.02 * (rng.nextDouble() - 0.5);
      }
      finish(components, points, 12);
      double along = 0;
      for (int i = 0; i < 4; i++) {
        along += before[i] * components.axis(0, i);
      }
      assertTrue(along > 0.9);
    }
  }

  @Test
  void anAxisThatTurnsAllTheWayRoundIsNotTurnedBack() {
    PrincipalComponents components = new PrincipalComponents(2);
    for (int degrees = 0; degrees <= 360; degrees += 10) {
      double u = Math.cos(Math.toRadians(degrees));
      double v = Math.sin(Math.toRadians(degrees));
      finish(components, new double[] {u, v, -u, -v, -0.1 * v, 0.1 * u, 0.1 * v, -0.1 * u}, 4);
      assertEquals(u, components.axis(0, 0), 1e-12);
      assertEquals(v, components.axis(0, 1), 1e-12);
    }
  }

  @Test
  void whatOverflowsEnds() {
    PrincipalComponents components = new PrincipalComponents(2);
    components.start(new double[] {1e300, 0, -1e300, 1e300}, 2);
    for (int i = 0; i < 40 && !components.isDone(); i++) {
      components.advance();
    }
    assertTrue(components.isDone());
  }
}
