/** What Prometheus may know: counts and times, nothing of anybody. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'route' | 'status'>;
  readonly reports: Counter<'outcome'>;
  readonly failures: Counter<'part'>;
}

/** @param waiting how many reports wait for the disk */
export function createMetrics(waiting: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'lurewatch_reports_waiting',
    help: 'Reports in memory that are not yet on the disk',
    registers: [registry],
    collect() {
      this.set(waiting());
    },
  });
  return {
    registry,
    requests: new Histogram({
      name: 'lurewatch_http_request_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    reports: new Counter({
      name: 'lurewatch_reports_total',
      help: 'Reports by what became of them',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    failures: new Counter({
      name: 'lurewatch_failures_total',
      help: 'What went wrong inside the hub',
      labelNames: ['part'],
      registers: [registry],
    }),
  };
}
