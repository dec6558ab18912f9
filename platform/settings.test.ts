import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Settings } from '#schema/settings.ts';
import { DATABASE_VERSION } from './database.ts';
import { DEFAULT_SETTINGS, settingsFrom } from './settings-rows.ts';

const golden = (version: number) => new URL(`./golden/settings.v${version}.json`, import.meta.url);

describe('settings', () => {
  it('stand at their defaults before anything was chosen', () => {
    expect(settingsFrom([])).toEqual(DEFAULT_SETTINGS);
    expect(DEFAULT_SETTINGS).toEqual({
      loudness: 'every',
      neutralLook: false,
      sitesOff: [],
      welcomed: false,
    });
  });

  // A change of what is stored needs a new version, an upgrade, and a golden file of its own.
  it.each(Array.from({ length: DATABASE_VERSION }, (_, index) => index + 1))(
    'written by version %i are read today',
    (version) => {
      expect(existsSync(golden(version))).toBe(true);
      const { stored, read } = JSON.parse(readFileSync(golden(version), 'utf8'));
      expect(settingsFrom(stored)).toEqual(read);
    },
  );

  it('have a golden file that holds every setting', () => {
    const { stored } = JSON.parse(readFileSync(golden(DATABASE_VERSION), 'utf8'));
    expect(stored.map(({ key }: { key: string }) => key).sort()).toEqual(
      Object.keys(Settings.shape).sort(),
    );
  });

  it.each([
    ['loudness', 'deafening'],
    ['loudness', null],
    ['country', 'Malaysia'],
    ['sitesOff', 'x'],
    ['sitesOff', [1]],
    ['neutralLook', 'yes'],
    ['constructor', {}],
    ['__proto__', { polluted: true }],
    ['retired', 1],
  ])('go back to the default alone where %s is %j', (key, value) => {
    const settings = settingsFrom([
      { key: 'welcomed', value: true },
      { key, value },
    ]);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, welcomed: true });
    expect(Object.keys({}.constructor.prototype)).toEqual([]);
  });
});
