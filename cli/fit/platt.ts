/** Platt's calibration: log odds are stretched and shifted until they come true as often as said. */

export type Calibration = { slope: number; shift: number };

const STEPS = 100;
/** Newton overshoots where the texts are nearly parted: no step goes farther. */
const FARTHEST = 0.5;
/** Calibration corrects odds; it neither turns them round nor makes them certain. */
const STEEPEST = 4;

const within = (step: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, step));

/**
 * Finds slope and shift by Newton's steps on the log likelihood, with Platt's smoothed targets, so
 * that perfect separation does not send the slope to infinity.
 */
export function calibrate(odds: readonly number[], positive: readonly boolean[]): Calibration {
  const hits = positive.filter(Boolean).length;
  const high = (hits + 1) / (hits + 2);
  const low = 1 / (positive.length - hits + 2);
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < STEPS; step++) {
    let [a, b, aa, ab, bb] = [0, 0, 1e-6, 0, 1e-6];
    odds.forEach((value, index) => {
      const p = 1 / (1 + Math.exp(-(slope * value + shift)));
      const miss = (positive[index] ? high : low) - p;
      const curve = p * (1 - p);
      a += miss * value;
      b += miss;
      aa += curve * value * value;
      ab += curve * value;
      bb += curve;
    });
    const determinant = aa * bb - ab * ab;
    const forward = within((bb * a - ab * b) / determinant);
    slope += forward;
    shift += within((aa * b - ab * a) / determinant);
    if (Math.abs(forward) < 1e-6) break;
  }
  return { slope: Math.min(STEEPEST, Math.max(1 / STEEPEST, slope)), shift };
}
