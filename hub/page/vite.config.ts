import { defineConfig } from 'vite';

/** The review page: static files that the hub serves below `/review/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/review/',
  logLevel: 'warn',
  build: { outDir: '../../.output/hub', emptyOutDir: true, target: ['chrome137', 'firefox140'] },
});
