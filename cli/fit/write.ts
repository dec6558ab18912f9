import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isMap, isScalar, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { WordingSource } from '#schema/ruleset.ts';
import { thresholdsInPoints } from './points.ts';
import type { Scorecard } from './scorecards.ts';
import type { Thresholds } from './thresholds.ts';

/** Signals that no corpus can weigh keep what people gave them: a listed party always warns. */
const HELD_BY_HAND = new Set(['listed-party']);
/** Characters of a line of the text model. */
const LINE = 96;

/** How often a signal was seen: in lures of the scheme, and in texts that are no lures. */
export type Seen = { lures: number; others: number };

/** Writes what was learnt into a scheme's file; its comments and order stay. */
export function writeScheme(
  file: string,
  card: Scorecard,
  thresholds: Thresholds,
  seen: ReadonlyMap<string, Seen>,
  head: string,
): void {
  const document = parseDocument(readFileSync(file, 'utf8'));
  document.commentBefore = head;
  const { columns, intercept, weights } = card;
  document.set('base', round(intercept));
  const list = document.get('weights');
  if (!isMap(list)) throw new Error(`${file} has no weights`);
  columns.signals.forEach((signal, index) => {
    if (HELD_BY_HAND.has(signal)) return;
    const value = document.createNode(round(weights[index]!)) as Scalar;
    const { lures, others } = seen.get(signal) ?? { lures: 0, others: 0 };
    value.comment = ` ${lures} lures, ${others} others`;
    list.set(signal, value);
  });
  sortByWeight(list);
  columns.combos.forEach((_, index) => {
    document.setIn(['combos', index, 'points'], round(weights[columns.signals.length + index]!));
  });
  document.set('thresholds', thresholdsInPoints(basename(file, '.yaml'), intercept, thresholds));
  writeFileSync(file, document.toString({ lineWidth: 100, flowCollectionPadding: false }));
}

function sortByWeight(list: YAMLMap): void {
  const weight = ({ value }: { value: unknown }) => (isScalar(value) ? Number(value.value) : 0);
  list.items.sort((a, b) => weight(b) - weight(a));
}

/** Writes the text model as lines of base64, so that a change is a change of lines. */
export function writeWording(file: string, model: WordingSource, head: string): void {
  const lines = model.weights.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  const { bias, step, alike, strong } = model;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `${head
      .split('\n')
      .map((line) => `#${line}`.trimEnd())
      .join('\n')}
bias: ${bias}
step: ${step}
alike: ${alike}
strong: ${strong}
weights: |
${lines.map((line) => `  ${line}`).join('\n')}
`,
  );
}

const round = (value: number): number => Math.round(value * 10) / 10 || 0;
