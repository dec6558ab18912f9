/** Bundles `page/` for a plain browser page. */
import { resolve } from 'node:path';
import { build, type Rollup } from 'vite';

/** One classic script that sets the global `page`. */
export async function bundlePage(): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'chrome137',
      lib: { entry: resolve('tests/browser/reader/entry.ts'), formats: ['iife'], name: 'bundle' },
    },
  })) as Rollup.RollupOutput[];
  const chunk = result[0]!.output[0];
  return chunk.code;
}
