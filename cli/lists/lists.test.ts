import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { judge } from '#engine/judge.ts';
import { openRuleset } from '#engine/ruleset/open.ts';
import { FORMATS, type Format, formatOf, readList } from '#listings/formats.ts';
import { writeList } from '#listings/write.ts';
import type { IndicatorsSource } from '#schema/ruleset.ts';
import { buildRuleset } from '../build.ts';
import { textPost } from '../post.ts';
import { writeExampleRules } from '../testing/rules.ts';
import { exportList } from './export.ts';
import { importList } from './import.ts';

const TODAY = '2026-11-26';
const read = (text: string, format: Format = formatOf(text)) => readList(text, format, TODAY);
const named = (text: string, format?: Format) =>
  read(text, format).parties.map(({ type, value }) => `${type} ${value}`);

describe('what a file holds', () => {
  test('hosts files', () => {
    const text = `# a comment
127.0.0.1 localhost
0.0.0.0 Bad-Jobs.example.net www.other.example.net # two
0.0.0.0 not_a_host
::1 ip6-localhost`;
    expect(formatOf(text)).toBe('hosts');
    expect(named(text)).toEqual(['domain bad-jobs.example.net', 'domain other.example.net']);
    expect(read(text).left).toEqual([{ at: 'line 4', text: '0.0.0.0 not_a_host' }]);
  });

  test('plain lists, with addresses, e-mails and phones among them', () => {
    const text = `bad-jobs.example.net
https://pages.example.net/Apply/
https://whole.example.net/
*.wild.example.net
HR@example.net
+855 12 345 678
bücher.example.net
host.example.net:8080
two words`;
    expect(named(text)).toEqual([
      'domain bad-jobs.example.net',
      'url pages.example.net/apply',
      'domain whole.example.net',
      'domain wild.example.net',
      'email hr@example.net',
      'phone 85512345678',
      'domain xn--bcher-kva.example.net',
    ]);
    expect(read(text).left.map(({ at }) => at)).toEqual(['line 8', 'line 9']);
  });

  test('lists of ad blockers, as far as their rules are about whole hosts', () => {
    const text = `[Adblock Plus 2.0]
! Title: a list
||bad-jobs.example.net^
||all.example.net^$all
||third.example.net^$document,popup
||pages.example.net/apply^
||scripts.example.net^$script
@@||good.example.net^
example.net##.ad
||wild*.example.net^`;
    expect(named(text)).toEqual([
      'domain bad-jobs.example.net',
      'domain all.example.net',
      'domain third.example.net',
      'url pages.example.net/apply',
    ]);
    expect(read(text).left).toHaveLength(4);
  });

  test('events of MISP, also in a response and in objects; what is no indicator is left', () => {
    const attribute = (type: string, value: string, more: object = {}) => ({
      type,
      value,
      ...more,
    });
    const event = {
      Event: {
        Attribute: [
          attribute('domain', 'bad-jobs.example.net'),
          attribute('domain|ip', 'both.example.net|192.0.2.1'),
          attribute('url', 'https://pages.example.net/apply'),
          attribute('link', 'https://news.example.net/story', { to_ids: false }),
          attribute('ip-dst', '192.0.2.1'),
          attribute('email-src', 'hr@example.net', { deleted: true }),
        ],
        Object: [{ Attribute: [attribute('phone-number', '+855 12 345 678')] }],
      },
    };
    for (const text of [event, { response: [event] }, [event]].map((one) => JSON.stringify(one))) {
      expect(formatOf(text)).toBe('misp');
      expect(named(text)).toEqual([
        'domain bad-jobs.example.net',
        'domain both.example.net',
        'url pages.example.net/apply',
        'phone 85512345678',
      ]);
      expect(read(text).left).toHaveLength(3);
    }
  });

  test('bundles of STIX 2.1, by patterns that only list', () => {
    const indicator = (pattern: string, more: object = {}) => ({
      type: 'indicator',
      pattern,
      pattern_type: 'stix',
      ...more,
    });
    const text = JSON.stringify({
      type: 'bundle',
      objects: [
        { type: 'identity', name: 'somebody' },
        indicator(
          "[domain-name:value = 'one.example.net' OR domain-name:value = 'two.example.net']",
        ),
        indicator(
          "[url:value = 'https://a.example.net/it\\'s'] OR [email-addr:value = 'hr@example.net']",
        ),
        indicator(
          "[user-account:account_type = 'telegram' AND user-account:account_login = 'HR_Boss']",
        ),
        indicator("[domain-name:value = 'old.example.net']", {
          valid_until: '2020-01-01T00:00:00Z',
        }),
        indicator("[domain-name:value = 'gone.example.net']", { revoked: true }),
        indicator(
          "[domain-name:value = 'a.example.net'] FOLLOWEDBY [domain-name:value = 'b.example.net']",
        ),
        indicator("[file:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427e']"),
        indicator('rule x {}', { pattern_type: 'yara' }),
        { type: 'indicator' },
      ],
    });
    expect(formatOf(text)).toBe('stix');
    expect(named(text)).toEqual([
      'domain one.example.net',
      'domain two.example.net',
      "url a.example.net/it's",
      'email hr@example.net',
      'telegram hr_boss',
    ]);
    expect(read(text).left).toHaveLength(6);
  });

  test.each<[Format, string]>([
    ['misp', '{'],
    ['misp', '[]x'],
    ['misp', '{"Event": 1}'],
    ['stix', '{"type":"bundle"}'],
    ['stix', 'null'],
  ])('%s refuses %s with a reason', (format, text) => {
    expect(() => read(text, format)).toThrow(expect.objectContaining({ name: 'ListError' }));
  });

  test('nothing makes a reader fail but what it says itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom(...FORMATS),
        (text, format) => {
          try {
            read(text, format);
          } catch (error) {
            expect((error as Error).name).toBe('ListError');
          }
        },
      ),
    );
  });
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/);
const host = fc.tuple(label, label).map(([a, b]) => `${a}.${b}.com`);
const partyOf = fc.oneof(
  host.map((value) => ({ type: 'domain' as const, value })),
  fc
    .tuple(host, fc.stringMatching(/^[a-z0-9_'-]{1,12}$/))
    .map(([at, path]) => ({ type: 'url' as const, value: `${at}/${path}` })),
  fc.tuple(label, host).map(([name, at]) => ({ type: 'email' as const, value: `${name}@${at}` })),
  fc.stringMatching(/^[1-9]\d{8,11}$/).map((value) => ({ type: 'phone' as const, value })),
  label.map((value) => ({ type: 'telegram' as const, value })),
);
const HELD: Record<Format, readonly string[]> = {
  hosts: ['domain'],
  plain: ['domain', 'url', 'email', 'phone'],
  abp: ['domain', 'url'],
  misp: ['domain', 'url', 'email', 'phone'],
  stix: ['domain', 'url', 'email', 'telegram'],
};

test.each(FORMATS)('what is written as %s is read again, and what is not is counted', (format) => {
  fc.assert(
    fc.property(
      fc.uniqueArray(partyOf, { selector: ({ type, value }) => `${type} ${value}`, maxLength: 30 }),
      (parties) => {
        const listing = {
          source: 'maintainers',
          reason: 'Deposit',
          case: 'LW-1',
          date: '2026-01-01',
          expires: '2099-01-01',
        };
        const source: IndicatorsSource = {
          salt: 0,
          listings: { a: listing },
          entries: parties.map((one) => ({ ...one, listing: 'a' })),
        };
        const { text, missing } = writeList(source, format, 'all', TODAY);
        const held = parties.filter(({ type }) => HELD[format].includes(type));
        const back = read(text, format);
        expect(back.left).toEqual([]);
        expect([...back.parties].map(({ type, value }) => `${type} ${value}`).sort()).toEqual(
          held.map(({ type, value }) => `${type} ${value}`).sort(),
        );
        expect(missing).toBe(parties.length - held.length);
      },
    ),
  );
});

describe('the commands', () => {
  let folder = '';
  const said: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lurewatch-lists-'));
    said.length = 0;
    for (const stream of ['log', 'error'] as const)
      vi.spyOn(console, stream).mockImplementation((...words) => void said.push(words.join(' ')));
    writeExampleRules(rules());
    writeFileSync(join(folder, 'list.txt'), 'bad-jobs.example.net\nco.uk\nlarge.example.com\n');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  const rules = () => join(folder, 'rules');
  const take = (file: string, more: Record<string, string> = {}) => {
    const options = {
      source: 'others',
      name: 'The Others',
      url: 'https://others.example.net/',
      licence: 'MIT',
      reason: 'investment fraud',
      expires: '2099-01-01',
      rules: rules(),
      ...more,
    };
    return importList([
      join(folder, file),
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ]);
  };

  test('an imported list warns at caution, in its own name, and not as a lure', () => {
    expect(take('list.txt')).toBe(0);
    expect(said.join('\n')).toContain('co.uk is a public suffix');
    const built = buildRuleset(rules())!;
    const ruleset = openRuleset(built.compiled, { day: TODAY });
    const verdict = judge(
      textPost('text', 'See https://www.bad-jobs.example.net/a today'),
      ruleset,
    );
    expect(verdict.listed).toMatchObject([
      {
        value: 'bad-jobs.example.net',
        listing: { source: 'The Others', reason: 'investment fraud' },
      },
    ]);
    expect(verdict.findings.map(({ signal }) => signal)).not.toContain('listed-party');
  });

  test('a newer import takes the place of the older one', () => {
    take('list.txt');
    writeFileSync(join(folder, 'new.txt'), 'newer.example.net\n');
    expect(take('new.txt')).toBe(0);
    expect(readFileSync(join(rules(), 'lists/others.txt'), 'utf8')).toBe(
      'domain newer.example.net\n',
    );
    expect(
      readFileSync(join(rules(), 'lists/sources.yaml'), 'utf8').match(/id: others/g),
    ).toHaveLength(1);
  });

  test('nothing is written where nothing can be listed, or something is missing', () => {
    writeFileSync(join(folder, 'none.txt'), 'co.uk\n');
    expect(take('none.txt')).toBe(1);
    expect(take('no-such-file.txt')).toBe(1);
    expect(take('list.txt', { expires: 'soon' })).toBe(2);
    expect(take('list.txt', { name: '' })).toBe(2);
    expect(buildRuleset(rules())!.source.indicators.entries).toEqual([]);
  });

  test('a line that was edited into a list by hand is checked as strictly', () => {
    take('list.txt');
    const file = join(rules(), 'lists/others.txt');
    for (const [text, message] of [
      ['domain WWW.bad.example.net\n', 'normal form'],
      ['domain com\n', 'public suffix'],
      ['domain github.io\n', 'public suffix'],
      ['domain b.example.net\ndomain a.example.net\n', 'out of order'],
      ['colour red\n', 'normal form'],
    ] as const) {
      said.length = 0;
      writeFileSync(file, text);
      expect(buildRuleset(rules())).toBeUndefined();
      expect(said.join('\n')).toMatch(new RegExp(`others\\.txt:\\d+: .*${message}`));
    }
  });

  test('protected and popular names are refused, whoever lists them', () => {
    writeFileSync(
      join(rules(), 'indicators/confirmed.yaml'),
      `- { type: domain, value: mail.bank.example.net, reason: x, case: A, date: 2026-01-01, expires: 2099-01-01 }\n`,
    );
    expect(buildRuleset(rules())).toBeDefined();
    const popular = join(folder, 'popular.csv');
    writeFileSync(popular, '1,search.com\n2,www.mail.bank.example.net\n');
    expect(buildRuleset(rules(), [popular])).toBeUndefined();
    expect(said.join('\n')).toContain('www.mail.bank.example.net is among the popular names');
  });

  test('export writes what we decided, and others only when asked', async () => {
    take('list.txt');
    const out: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      out.push(String(chunk));
      return true;
    });
    expect(await exportList(['--format', 'plain', '--rules', rules()])).toBe(0);
    expect(out.join('')).not.toContain('bad-jobs');
    expect(await exportList(['--format', 'plain', '--rules', rules(), '--source', 'all'])).toBe(0);
    expect(out.join('')).toContain('bad-jobs.example.net');
    expect(await exportList(['--format', 'fax', '--rules', rules()])).toBe(2);
  });
});
