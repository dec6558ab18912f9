import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { parse } from 'yaml';

/**
 * Match patterns of the named sites, read from the adapters so that the two can't drift. Adapters
 * marked optional are asked for at run time and stay out of the manifest.
 */
const namedPatterns = readdirSync('rules/sites')
  .sort()
  .map((file): { match: string[]; optional?: boolean } =>
    parse(readFileSync(`rules/sites/${file}`, 'utf8')),
  )
  .flatMap((site) => (site.optional ? [] : site.match));

const namedSites = [...new Set(namedPatterns)];

/** Files that background and own pages fetch from the package; none is web-accessible. */
const packaged = new Map([
  ...['ruleset.bin', 'rules.txt.gz', 'indicators.txt.gz'].map(
    (file) => [file, `.output/ruleset/${file}`] as const,
  ),
  ...readdirSync('locales')
    .filter((file) => file.endsWith('.json'))
    .map((file) => [`locales/${file}`, `locales/${file}`] as const),
]);

/** What `lurewatch build` wrote: the floor below which no update leads. */
const bundled = readFileSync('.output/ruleset/release.json', 'utf8');

/**
 * The root of trust and the mirrors of signed updates, see docs/maintainers.md. A build without
 * them has no channel of updates, and says so.
 */
const trustFolder = process.env.LUREWATCH_TRUST ?? 'trust';
const trust = existsSync(trustFolder)
  ? {
      ...JSON.parse(readFileSync(join(trustFolder, 'mirrors.json'), 'utf8')),
      root: readFileSync(join(trustFolder, 'root.json')).toString('base64'),
    }
  : null;

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  // The oldest browsers of the manifest; without it Vite lowers CSS for older ones.
  vite: () => ({
    build: {
      target: ['chrome137', 'firefox140'],
      // The table of public suffixes is a string of 70 kB, and would stand at each of its three uses.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
    define: { __BUNDLED__: bundled },
  }),
  hooks: {
    'build:publicAssets': (_wxt, assets) => {
      for (const [relativeDest, file] of packaged)
        assets.push({ absoluteSrc: resolve(file), relativeDest });
      assets.push({ contents: JSON.stringify(trust), relativeDest: 'trust.json' });
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      manifest.content_scripts = [
        { matches: namedSites, js: ['reader.js'], run_at: 'document_start' },
      ];
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'extension@lurewatch.example',
              strict_min_version: '140.0',
              data_collection_permissions: {
                required: ['none'],
                // Asked for at the first report that is sent.
                optional: ['websiteContent', 'personalCommunications'],
              },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '137' }),
  }),
});
