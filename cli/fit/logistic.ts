/**
 * Logistic regression with signs held: a weight never crosses 0 (signs speak for, counter-signals
 * against), and is drawn towards a prior weight, as a Gaussian prior does. Newton's steps; each
 * solves a non-negative least-squares problem, which is where the libraries come in.
 */
import { fcnnlsVector } from 'ml-fcnnls';
import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** Equal rows are counted, not repeated. */
export type Observation = {
  /** Columns that are 1. */
  columns: readonly number[];
  positive: number;
  negative: number;
};
export type Fitted = { intercept: number; weights: number[] };

/** Newton converges in fewer; more would mean that the problem is ill set. */
const MAX_STEPS = 60;
const CLOSE = 1e-5;
/** Largest change of a weight in one step, in log odds. */
const FARTHEST = 1;

/**
 * @param prior what each weight is drawn to, in log odds; its sign is the sign of the weight
 * @param strength inverse variance of the prior: 1 gives way to about four clear observations
 */
export function fitLogistic(
  rows: readonly Observation[],
  prior: readonly number[],
  strength: number,
): Fitted {
  const size = prior.length;
  // Two columns for the intercept, which may have either sign.
  const signs = [...prior.map((weight) => (weight < 0 ? -1 : 1)), 1, -1];
  let solution = [...prior.map(Math.abs), 0, 3];
  for (let step = 0; step < MAX_STEPS; step++) {
    const { hessian, target } = quadratic(rows, solution, signs);
    draw(hessian, target, prior, strength);
    const next = solve(hessian, target);
    const change = Math.max(...next.map((value, index) => Math.abs(value - solution[index]!)));
    // Far from the solution the quadratic is wrong: no step goes farther than it can be trusted.
    const part = Math.min(1, FARTHEST / change);
    solution = solution.map((value, index) => value + part * (next[index]! - value));
    if (change < CLOSE) break;
  }
  const signed = solution.map((value, index) => value * signs[index]!);
  return { intercept: signed[size]! + signed[size + 1]!, weights: signed.slice(0, size) };
}

/** Log odds of a row. */
export const logOdds = ({ intercept, weights }: Fitted, columns: readonly number[]): number =>
  columns.reduce((sum, column) => sum + weights[column]!, intercept);

/** The quadratic that log likelihood looks like at a solution. */
function quadratic(
  rows: readonly Observation[],
  solution: readonly number[],
  signs: readonly number[],
): { hessian: Matrix; target: number[] } {
  const size = solution.length;
  const hessian = Matrix.zeros(size, size);
  const target = new Array<number>(size).fill(0);
  for (const { columns, positive, negative } of rows) {
    const touched = [...columns, size - 2, size - 1];
    const z = touched.reduce((sum, column) => sum + signs[column]! * solution[column]!, 0);
    const p = 1 / (1 + Math.exp(-z));
    const count = positive + negative;
    const curve = Math.max(count * p * (1 - p), 1e-9 * count);
    const pull = curve * z + positive - count * p;
    for (const a of touched) {
      target[a]! += signs[a]! * pull;
      for (const b of touched) hessian.set(a, b, hessian.get(a, b) + signs[a]! * signs[b]! * curve);
    }
  }
  return { hessian, target };
}

function draw(hessian: Matrix, target: number[], prior: readonly number[], strength: number): void {
  prior.forEach((weight, column) => {
    hessian.set(column, column, hessian.get(column, column) + strength);
    target[column]! += strength * Math.abs(weight);
  });
  // The two intercept columns are each other's opposite: a little weight makes them definite.
  for (let column = prior.length; column < target.length; column++)
    hessian.set(column, column, hessian.get(column, column) + 1e-4);
}

/** Least of ½uᵀHu − tᵀu over u ≥ 0: with H = LLᵀ it is the least of |Lᵀu − L⁻¹t|. */
function solve(hessian: Matrix, target: number[]): number[] {
  const lower = new CholeskyDecomposition(hessian).lowerTriangularMatrix;
  const right: number[] = [];
  for (let row = 0; row < target.length; row++) {
    let sum = target[row]!;
    for (let column = 0; column < row; column++) sum -= lower.get(row, column) * right[column]!;
    right.push(sum / lower.get(row, row));
  }
  return fcnnlsVector(lower.transpose(), right).K.to1DArray();
}
