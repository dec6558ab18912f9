import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { parse } from 'yaml';

/** Match patterns of the named sites, read from the adapters so that the two can't drift. */
const named = [
  ...new Set(
    readdirSync('rules/sites')
      .sort()
      .flatMap((file): string[] => parse(readFileSync(`rules/sites/${file}`, 'utf8')).match),
  ),
];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  hooks: {
    'build:manifestGenerated': (_wxt, manifest) => {
      for (const script of manifest.content_scripts ?? []) script.matches = named;
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'contextMenus', 'scripting'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'extension@lurewatch.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '137' }),
  }),
});
