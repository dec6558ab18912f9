/** Stores of the samples: what an own page finds behind it, in every state that it can be in. */
import type { CheckStore } from '#components/check/check.tsx';
import type { OptionsStore } from '#components/options/store.ts';
import type { EverywhereStore } from '#components/page/everywhere.tsx';
import type { SiteChoice, SitesStore } from '#components/page/sites.tsx';
import type { WithdrawnStore } from '#components/page/withdrawn.tsx';
import type { PageView, PopupStore } from '#components/popup/store.ts';
import type { Drafted } from '#components/report/store.ts';
import type { PageState } from '#schema/messages.ts';
import type { Post } from '#schema/post.ts';
import type { QueuedReport } from '#schema/report.ts';
import type { Outcome, RulesetStatus } from '#schema/ruleset-status.ts';
import type { Warning } from '#schema/warning.ts';
import { caution, english } from '../banner/warnings.ts';

type Press = (what: string) => void;

export const TEXT =
  'Earn USD 2,500 to 4,000 a month, no experience needed. Free flight ticket and visa provided. Message us on Telegram @hr_linda88.';

const none: Warning = {
  ...english,
  level: 'none',
  scheme: 'none',
  headline: 'No warning for this text',
  summary: 'We found too few signs to warn. That does not prove that the offer is safe.',
  signs: english.signs.slice(0, 1),
  partial: false,
};

const site = (id: string, name: string, more: Partial<SiteChoice> = {}): SiteChoice => ({
  id,
  name,
  match: [`https://${id}.example/*`],
  optional: false,
  granted: true,
  off: false,
  ...more,
});

const allSites = [
  site('facebook', 'Facebook'),
  site('indeed', 'Indeed', { granted: false }),
  site('jobthai', 'JobThai', { optional: true, granted: false }),
  site('linkedin', 'LinkedIn'),
  site('reddit', 'Reddit', { off: true }),
  site('telegram', 'Telegram'),
];

/** Sites that can be switched; Indeed is one that the reader declines. */
export function sites(press: Press): SitesStore {
  let current = allSites;
  return {
    sites: async () => current,
    async turn({ id }, on) {
      press(`turn ${id} ${on}`);
      if (id === 'indeed') return false;
      current = current.map((known) =>
        known.id === id ? { ...known, off: !on, granted: on || known.granted } : known,
      );
      return true;
    },
  };
}

/** The warning on listed websites everywhere; the browser always agrees. */
export function everywhere(press: Press): EverywhereStore {
  let isOn = false;
  return {
    everywhere: async () => isOn,
    async turnEverywhere(on) {
      press(`turn everywhere ${on}`);
      isOn = on;
      return true;
    },
  };
}

function withdrawn(state: string, press: Press): WithdrawnStore {
  const listed = { value: 'jobs.example.net', day: '2026-11-25' };
  return {
    withdrawn: async () => (state === 'withdrawn' ? [listed] : []),
    forgetWithdrawn: async () => press('forget withdrawn'),
  };
}

/** Rules in each of their states; `empty` is a build without a channel of updates. */
function statusOf(state: string): RulesetStatus {
  const states = { old: 'old', expired: 'expired', clock: 'clock' } as const;
  const channel = state !== 'empty';
  return {
    version: '57839a13e62b',
    serial: 41,
    date: '2026-11-24',
    source: channel ? 'updated' : 'bundled',
    signers: channel ? ['amira', 'bela'] : [],
    channel,
    state: states[state as keyof typeof states] ?? 'fresh',
    ...(channel && {
      lastCheck: '2026-11-26T09:12:00.000Z',
      lastOutcome: outcomes.get(state) ?? 'current',
      nextCheck: '2026-11-26T09:22:00.000Z',
    }),
  };
}

/** How a check ends, by the state of the sample. */
const outcomes = new Map<string, Outcome>([
  ['portal', 'not-an-update'],
  ['offline', 'unreachable'],
]);

const read = (more: Partial<PageState>): PageView => ({
  kind: 'read',
  state: {
    site: 'facebook',
    siteName: 'Facebook',
    off: false,
    readable: true,
    found: 18,
    judged: 14,
    warned: [],
    ...more,
  },
});

const views: Record<string, PageView> = {
  warned: read({
    warned: [
      { key: 'a', title: 'Customer service, Sihanoukville, free flight', warning: english },
      { key: 'b', title: 'Earn RM300 daily from your phone', warning: caution },
    ],
  }),
  nothing: read({}),
  empty: read({ found: 0, judged: 0 }),
  off: read({ off: true }),
  unreadable: read({ readable: false, found: 0, judged: 0 }),
  ask: { kind: 'ask', site: site('jobthai', 'JobThai', { optional: true, granted: false }) },
  uncovered: { kind: 'uncovered' },
  closed: { kind: 'closed' },
};

export const popupStore = (state: string, press: Press): PopupStore => ({
  page: async () => views[state] ?? views.warned!,
  show: async (key) => press(`show ${key}`),
  turn: async (id, on) => press(`turn ${id} ${on}`),
  allow: async ({ id }) => {
    press(`allow ${id}`);
    return true;
  },
  readOnce: async () => {
    press('read once');
    return views.warned!;
  },
  selection: async () => (state === 'uncovered' ? '' : TEXT),
  judge: async () => english,
  rules: async () => statusOf(state).state,
  ...withdrawn(state, press),
  open: (page) => press(`open ${page}`),
});

export const checkStore = (press: Press): CheckStore => ({
  async judge(text) {
    press(`judge ${text}`);
    if (text === 'broken') throw new Error('broken');
    return text.includes('Telegram') ? english : none;
  },
  report: async (text) => press(`report ${text}`),
  leave: () => press('leave'),
});

/** A text handed over, with its result. */
export function judged(state: string): { text: string; warning: Warning } | undefined {
  const warning = { danger: english, caution, none }[state];
  return warning && { text: TEXT, warning };
}

const post: Post = {
  site: 'facebook',
  key: 'post-1',
  kind: 'post',
  url: 'https://www.facebook.com/groups/jobs/posts/1/',
  title: 'Customer service, Sihanoukville',
  text: `${TEXT}\n\nCall +60 12-345 6789 or mail hr@example.com. Ask for Linda.`,
  author: 'Linda Tan',
  company: 'Golden Sea Services',
  place: 'Sihanoukville',
  pay: 'USD 2,500 to 4,000',
  links: ['https://t.me/hr_linda88'],
  partial: false,
};

const withoutAuthor = ({ author: _, ...rest }: Post): Post => rest;
const masked: Post = {
  ...post,
  text: post.text.replace('+60 12-345 6789', '•••').replace('hr@example.com', '•••'),
};

/** A draft: of a warned post (contacts shown), of a post without a warning (masked), or gone. */
export function drafted(state: string): Drafted | undefined {
  if (state === 'gone') return undefined;
  const isMasked = state === 'masked';
  return {
    isPrivate: state === 'private',
    sources: { shown: post, masked },
    draft: {
      id: '6f1c1d0e-52f4-4f0e-9a8e-2f6f3f7a1b2c',
      createdAt: '2026-11-24T02:00:00.000Z',
      post: withoutAuthor(isMasked ? masked : post),
      scheme: isMasked ? '' : 'forced-scam-work',
      level: isMasked ? 'none' : 'danger',
      contact: 'none',
      rulesetVersion: '2026.11.24-abc123',
    },
  };
}

function reportsOf(isDelivered: boolean): QueuedReport[] {
  const { draft } = drafted('')!;
  const kept = {
    ...draft,
    state: 'waiting' as const,
    consentedAt: '2026-11-23T10:00:00.000Z',
    tries: 0,
  };
  const emptied = { ...post, key: 'withdrawn', url: '', text: '', links: [] };
  const { title: _, author: __, company: ___, place: ____, pay: _____, ...bare } = emptied;
  const told: Partial<QueuedReport>[] = isDelivered
    ? [
        { state: 'received' },
        { state: 'under-review' },
        { state: 'listed' },
        { state: 'not-listed', reason: 'lawful-offer' },
      ]
    : [];
  const others = [...told, { state: 'withdrawn' as const }];
  return [kept, ...others.map((one) => ({ ...kept, id: crypto.randomUUID(), post: bare, ...one }))];
}

/** Options with hidden warnings and reports, or without any (`state=empty`). */
export function optionsStore(state: string, press: Press): OptionsStore {
  let isChecking = false;
  let reports = state === 'empty' ? [] : reportsOf(state === 'hub');
  let hidden: Awaited<ReturnType<OptionsStore['hidden']>> =
    state === 'empty'
      ? []
      : [
          { hash: 'a', site: 'Facebook', scope: 'post', day: '2026-11-20' },
          { hash: 'b', site: 'LinkedIn', scope: 'company', day: '2026-10-02' },
        ];
  return {
    ...sites(press),
    hidden: async () => hidden,
    async unhide(hash) {
      press(`unhide ${hash}`);
      hidden = hidden.filter((item) => item.hash !== hash);
    },
    reports: async () => reports,
    async withdraw(id) {
      press(`withdraw ${id}`);
      reports = reports.map((report) =>
        report.id === id ? { ...report, state: 'withdrawn' } : report,
      );
    },
    delivers: state === 'hub',
    refreshReports: async () => press('refresh reports'),
    hasKey: async () => state === 'hub',
    eraseKey: async () => press('erase key'),
    exportData: async () => '{}',
    eraseData: async () => press('erase'),
    version: '0.1.0',
    ...everywhere(press),
    ...withdrawn(state, press),
    async rules() {
      if (state === 'broken') throw new Error('no ruleset');
      return { ...statusOf(state), ...(isChecking && { running: 'compiling' as const }) };
    },
    async lookForRules() {
      press('check rules');
      isChecking = true;
      await new Promise((done) => setTimeout(done, 1_000));
      isChecking = false;
      return outcomes.get(state) ?? 'updated';
    },
  };
}
