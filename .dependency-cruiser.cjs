/** Who may import whom: the house's walls, see docs/architecture.md. */
const only = (from, allowed) => ({
  name: `${from}-imports`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^(entrypoints|components|page|ruleset|reports|platform|engine|schema|listings|cli|hub|tests|scripts)/',
    pathNot: `^(${[from, ...allowed].join('|')})/`,
  },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    only('schema', []),
    only('engine', ['schema']),
    only('platform', ['engine', 'schema']),
    only('page', ['platform', 'engine', 'schema']),
    only('ruleset', ['platform', 'engine', 'schema']),
    only('reports', ['platform', 'engine', 'schema']),
    only('components', ['platform', 'engine', 'schema']),
    only('entrypoints', [
      'components',
      'page',
      'ruleset',
      'reports',
      'platform',
      'engine',
      'schema',
    ]),
    only('listings', ['engine', 'schema']),
    only('cli', ['hub', 'listings', 'engine', 'ruleset', 'schema']),
    only('hub', ['components', 'listings', 'reports', 'engine', 'ruleset', 'schema']),
    {
      // The command line looks after a hub's data, and reaches no further into the server.
      name: 'command-line-needs-the-store-of-the-hub-only',
      severity: 'error',
      from: { path: '^cli/', pathNot: '\\.test\\.ts$' },
      to: { path: '^hub/', pathNot: '^hub/(store/|config\\.ts$)' },
    },
    {
      // Pages of the hub look like those of the extension, and its tests sign as the extension does.
      name: 'server-needs-no-part-of-the-extension',
      severity: 'error',
      from: { path: '^hub/', pathNot: '^hub/(page|testing)/|\\.test\\.ts$' },
      to: { path: '^(components|reports)/' },
    },
    {
      name: 'engine-needs-schema-types-only',
      severity: 'error',
      from: { path: '^engine/', pathNot: '\\.test\\.ts$' },
      to: { path: '^schema/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'engine-does-no-input-or-output',
      severity: 'error',
      from: { path: '^engine/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'command-line-and-hub-need-no-browser',
      severity: 'error',
      from: { path: '^(cli|hub)/', pathNot: '^hub/page/' },
      to: { path: '^platform/browser\\.ts$', reachable: true },
    },
    {
      name: 'one-door-to-the-browser',
      severity: 'error',
      from: { pathNot: '^platform/browser\\.ts$' },
      to: { path: '^(node_modules/)?(wxt/(dist/)?browser|webextension-polyfill|@types/chrome)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.output|\\.wxt)(/|$)' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
