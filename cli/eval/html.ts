import { chartsOf } from './charts.ts';
import type { Evaluation } from './evaluation.ts';
import { type Judged, nameOf } from './outcome.ts';
import type { SignalRow } from './signals.ts';
import type { Table } from './tables.ts';
import type { Share } from './wilson.ts';

/** Characters of a text that the page shows of each of the worst. */
const EXCERPT = 600;

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --quiet: #767676; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 1080px; margin: 32px auto; padding: 0 20px; }
h1 { font-size: 24px; margin: 0; } h2 { font-size: 17px; margin: 40px 0 4px; }
p.says { color: var(--quiet); margin: 0 0 12px; } svg { max-width: 100%; height: auto; }
.charts { columns: 2 420px; column-gap: 40px; } .charts section { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; padding: 4px 8px; border-bottom: 1px solid var(--line); }
td.n, th.n { text-align: end; } tbody tr:hover { background: var(--soft); }
details { border-bottom: 1px solid var(--line); padding: 6px 0; } summary { cursor: pointer; }
.level { display: inline-block; min-width: 64px; color: var(--quiet); }
blockquote { margin: 8px 0; padding: 8px 12px; background: var(--soft); border-radius: 4px; overflow-wrap: anywhere; }
mark { background: #f2c94c66; color: inherit; }`;

/** A page for a maintainer: plots, tables and the worst texts. It has no script and loads nothing. */
export async function reportPage(evaluation: Evaluation): Promise<string> {
  const { judged, tables, signals, worst, part, rulesetVersion } = evaluation;
  const charts = await chartsOf(evaluation);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Evaluation of rules ${escaped(rulesetVersion)}</title><style>${STYLE}</style>
<h1>Evaluation</h1>
<p class="says">Rules ${escaped(rulesetVersion)} · ${judged.length} texts · part: ${part}</p>
<div class="charts">${charts.map(({ title, says, svg }) => `<section><h2>${escaped(title)}</h2><p class="says">${escaped(says)}</p>${svg}</section>`).join('')}</div>
${tables.map(tableOf).join('\n')}
${textsOf('Lures missed', 'The least suspicious first.', worst.misses)}
${textsOf('Warned about without cause', 'The most suspicious first.', worst.alarms)}
${signalTable(signals)}
</html>
`;
}

function tableOf({ title, rows }: Table): string {
  const cells = rows.map(
    ({ name, texts, caution, danger, warned }) =>
      `<tr><td>${escaped(name)}<td class=n>${texts}<td class=n>${caution}<td class=n>${danger}<td class=n>${share(warned)}`,
  );
  return `<h2>${escaped(title)}</h2><table><thead><tr><th>${escaped(title)}<th class=n>texts<th class=n>caution<th class=n>danger<th class=n>warned (95 %)<tbody>${cells.join('')}</table>`;
}

function signalTable(signals: readonly SignalRow[]): string {
  const rows = signals
    .filter(({ language }) => language === 'all')
    .map(
      ({ signal, lures, others, recall, precision }) =>
        `<tr><td>${escaped(signal)}<td class=n>${lures}<td class=n>${others}<td class=n>${share(recall)}<td class=n>${share(precision)}`,
    );
  return `<h2>Signals</h2><table><thead><tr><th>signal<th class=n>lures<th class=n>others<th class=n>of all lures<th class=n>of texts that show it<tbody>${rows.join('')}</table>`;
}

function textsOf(title: string, says: string, texts: readonly Judged[]): string {
  return `<h2>${title}</h2><p class="says">${says}</p>${texts.map(textOf).join('')}`;
}

function textOf(text: Judged): string {
  const { sample, level, scheme, odds, findings, expected } = text;
  const signs = findings
    .filter(({ weight }) => weight !== 0)
    .map(
      ({ signal, weight, quotes }) =>
        `<tr><td>${escaped(signal)}<td class=n>${weight}<td>${quotes.map((quote) => `<mark>${escaped(quote)}</mark>`).join(' ')}`,
    );
  return `<details><summary><span class=level>${level}</span> ${escaped(nameOf(text))} · ${escaped(sample.language)} · ${escaped(expected || sample.label)} · ${escaped(scheme)} ${odds.toFixed(1)}</summary><blockquote dir=auto>${escaped(sample.text.slice(0, EXCERPT))}</blockquote><table>${signs.join('')}</table></details>`;
}

const share = ({ rate, low, high }: Share): string =>
  `${percent(rate)} % <small>(${percent(low)}–${percent(high)})</small>`;
const percent = (value: number): string => (100 * value).toFixed(value > 0 && value < 0.1 ? 2 : 1);

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign]!);
