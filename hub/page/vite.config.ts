import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The pages of the hub: static files, served below `/review/` and `/appeal/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/review/',
  logLevel: 'warn',
  build: {
    outDir: '../../.output/hub',
    emptyOutDir: true,
    target: ['chrome137', 'firefox140'],
    rolldownOptions: {
      input: ['index.html', 'appeal/index.html'].map((file) => join(import.meta.dirname, file)),
    },
  },
});
