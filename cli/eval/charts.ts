/** Plots of an evaluation as SVG, drawn by Vega-Lite without a browser. */
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { calibration, densities, precisionRecall } from './curves.ts';
import type { Evaluation } from './evaluation.ts';
import type { Table } from './tables.ts';

export type Chart = { title: string; says: string; svg: string };

/** One hue for each kind of text, apart also for readers who see red and green alike. */
const COLOURS = {
  domain: ['scam', 'legit', 'news', 'other'],
  range: ['#b3261e', '#1f6f8b', '#8a6d00', '#8c8c8c'],
};
const WIDTH = 460;

/** All plots, in the order in which they are shown. */
export async function chartsOf({ judged, tables, mutations }: Evaluation): Promise<Chart[]> {
  const table = (title: string): Table['rows'] =>
    tables.find((one) => one.title === title)?.rows ?? [];
  const charts: [string, string, TopLevelSpec | undefined][] = [
    [
      'Scores',
      'Log odds that a text is a lure, by kind of text. Far apart is good.',
      scores(densities(judged)),
    ],
    [
      'Precision and recall',
      'Of the scores alone, before the limits that hold weak signs back.',
      curve(precisionRecall(judged)),
    ],
    [
      'Calibration',
      'How often a chance came true. On the line is good; a dot is as large as its texts are many.',
      calibrated(calibration(judged)),
    ],
    [
      'Lures warned about, by language',
      'Groups of 20 texts and more, with 95 % intervals.',
      bars(table('Lures by language')),
    ],
    [
      'Lures warned about, by scheme',
      'Groups of 20 texts and more, with 95 % intervals.',
      bars(table('Lures by scheme')),
    ],
    [
      'Honest posts warned about, by market',
      'Groups of 20 texts and more, with 95 % intervals. Further left is better.',
      bars(table('Honest posts by market')),
    ],
    ['Mutated lures', 'Recall on lures as they were (grey) and mutated (red).', mutated(mutations)],
  ];
  const drawn: Chart[] = [];
  for (const [title, says, spec] of charts)
    if (spec) drawn.push({ title, says, svg: await draw(spec) });
  return drawn;
}

async function draw(spec: TopLevelSpec): Promise<string> {
  const config = {
    font: 'system-ui, sans-serif',
    background: 'transparent',
    view: { stroke: null },
    axis: {
      labelLimit: 240,
      gridColor: '#8884',
      labelColor: '#777',
      titleColor: '#777',
      domainColor: '#888',
      tickColor: '#888',
    },
    legend: { labelColor: '#777', titleColor: '#777' },
  };
  const { spec: compiled } = compile({ ...spec, config } as TopLevelSpec);
  return new View(parse(compiled), { renderer: 'none' }).toSVG();
}

function scores(values: ReturnType<typeof densities>): TopLevelSpec {
  return {
    data: { values },
    width: WIDTH,
    height: 220,
    mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
    encoding: {
      x: { field: 'odds', type: 'quantitative', title: 'log odds' },
      y: {
        field: 'share',
        type: 'quantitative',
        title: 'share of texts',
        axis: {
          format: '%',
        },
      },
      color: { field: 'label', type: 'nominal', scale: COLOURS, title: null },
    },
  };
}

function curve(values: ReturnType<typeof precisionRecall>): TopLevelSpec {
  return {
    data: { values },
    width: WIDTH,
    height: 260,
    mark: { type: 'line', color: COLOURS.range[0]!, strokeWidth: 2 },
    encoding: {
      x: {
        field: 'recall',
        type: 'quantitative',
        scale: { domain: [0, 1] },
        axis: {
          format: '%',
        },
      },
      y: {
        field: 'precision',
        type: 'quantitative',
        scale: { domain: [0, 1] },
        axis: {
          format: '%',
        },
      },
      order: { field: 'recall' },
    },
  };
}

function calibrated(values: ReturnType<typeof calibration>): TopLevelSpec {
  const axis = { format: '%' };
  return {
    width: 300,
    height: 300,
    layer: [
      {
        data: {
          values: [
            { said: 0, came: 0 },
            { said: 1, came: 1 },
          ],
        },
        mark: { type: 'line', color: '#8888', strokeDash: [4, 4] },
        encoding: {
          x: { field: 'said', type: 'quantitative', title: 'said', axis },
          y: { field: 'came', type: 'quantitative', title: 'came true', axis },
        },
      },
      {
        data: { values },
        mark: { type: 'circle', color: COLOURS.range[0]!, opacity: 0.8 },
        encoding: {
          x: { field: 'said', type: 'quantitative' },
          y: { field: 'came', type: 'quantitative' },
          size: {
            field: 'texts',
            type: 'quantitative',
            scale: { type: 'log', range: [20, 400] },
            title: 'texts',
          },
        },
      },
    ],
  } as TopLevelSpec;
}

/** Groups of fewer texts say too little for a plot; the tables have them all. */
const FEWEST = 20;

function bars(all: Table['rows']): TopLevelSpec | undefined {
  const rows = all.filter(({ texts }) => texts >= FEWEST);
  if (rows.length === 0) return undefined;
  const values = rows.map(({ name, texts, warned }) => ({ name: `${name} · ${texts}`, ...warned }));
  const y = { field: 'name', type: 'nominal', title: null, sort: null } as const;
  return {
    data: { values },
    width: WIDTH - 120,
    height: { step: 18 },
    layer: [
      {
        mark: { type: 'bar', color: COLOURS.range[1]!, height: 10 },
        encoding: {
          y,
          x: {
            field: 'rate',
            type: 'quantitative',
            title: 'warned',
            axis: {
              format: '%',
            },
          },
        },
      },
      {
        mark: { type: 'rule', color: '#888', strokeWidth: 1.5 },
        encoding: { y, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      },
    ],
  } as TopLevelSpec;
}

function mutated(rows: Evaluation['mutations']): TopLevelSpec | undefined {
  if (rows.length === 0) return undefined;
  const values = rows.flatMap(({ mutation, texts, plain, mutated: found }) => [
    { mutation, kind: 'plain', recall: plain / texts },
    { mutation, kind: 'mutated', recall: found / texts },
  ]);
  return {
    data: { values },
    width: WIDTH - 120,
    height: { step: 18 },
    mark: { type: 'circle', size: 70, opacity: 1 },
    encoding: {
      y: { field: 'mutation', type: 'nominal', title: null },
      x: {
        field: 'recall',
        type: 'quantitative',
        axis: {
          format: '%',
        },
        scale: { zero: false },
      },
      color: {
        field: 'kind',
        type: 'nominal',
        scale: { domain: ['plain', 'mutated'], range: ['#8c8c8c', '#b3261e'] },
        title: null,
      },
    },
  } as TopLevelSpec;
}
