/** Looks for new rules: when an alarm goes off, when the browser starts, when the reader asks. */
import { isAlarmSet, wakeAt } from '#platform/alarms.ts';
import { keepAwake } from '#platform/awake.ts';
import type { InstalledRow } from '#schema/installed.ts';
import type { Outcome, Progress, RulesetStatus } from '#schema/ruleset-status.ts';
import { BUNDLED, bundledBytes, FLOOR_UNTIL } from '../bundled.ts';
import { bundledTexts } from '../bundled-texts.ts';
import { forgetRuleset, installedRuleset, storedRuleset } from '../installed.ts';
import { noteWithdrawn } from '../sightings.ts';
import { fetchFrom } from '../tuf/fetch.ts';
import { keepRuleset, keptMetadata, keptRuleset } from './kept.ts';
import { type Mirror, renew } from './renew.ts';
import { DEFAULT_CHECK_MINUTES, delayOf, UPDATE_ALARM } from './schedule.ts';
import { changeState, readState } from './state.ts';
import { packagedTrust } from './trust.ts';

/** One look at a time, in all that runs of the extension. */
const LOCK = 'lurewatch-rules';
/** After so long without a look that succeeded, the reader is told. */
const OLD_MS = 3 * 86_400_000;

let progress: Progress | undefined;

const mirrorAt = (base: string): Mirror => {
  const root = base.endsWith('/') ? base : `${base}/`;
  return {
    fetchMetadata: fetchFrom(`${root}metadata/`),
    fetchTarget: fetchFrom(`${root}targets/`),
  };
};

/** One look, by the packaged trust. */
async function look(latest: number): Promise<Outcome> {
  const trust = await packagedTrust();
  if (!trust) return 'no-channel';
  const outcome = await renew({
    root: trust.rootBytes,
    mirrors: shuffled(trust.mirrors).map(mirrorAt),
    metadata: keptMetadata(),
    stored: keptRuleset,
    store: keepRuleset,
    relisted: (before, after) => noteWithdrawn(before, after),
    bundled: BUNDLED,
    bundledTexts,
    bundledBytes,
    now: () => latest,
    report: (step) => {
      progress = step;
    },
  });
  const isBehind = latest < Date.parse(BUNDLED.date);
  return outcome === 'expired' && isBehind ? 'clock' : outcome;
}

/** Begins with any mirror, so that the load is shared. */
const shuffled = (mirrors: readonly string[]): string[] =>
  mirrors
    .map((mirror) => ({ mirror, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ mirror }) => mirror);

/**
 * Looks for new rules and says how it ended. Two callers at once get one look after the other; the
 * second finds nothing new.
 * @param onUpdated called when other rules are in use from now on
 */
export function check(onUpdated: () => void): Promise<Outcome> {
  return navigator.locks.request(LOCK, async () => {
    const state = await readState();
    const now = Date.now();
    // A clock set back must not revive what has expired.
    const latest = Math.max(now, Date.parse(state.latest ?? '') || 0);
    const trust = await packagedTrust();
    const minutes = trust?.checkMinutes ?? DEFAULT_CHECK_MINUTES;
    // Set first: a background that is killed in between looks again.
    if (trust) await wakeAt(UPDATE_ALARM, now + delayOf(minutes, state.failures, Math.random()));
    progress = 'asking';
    try {
      const outcome = await keepAwake(() => look(latest));
      const isGood = outcome === 'current' || outcome === 'updated';
      const failures = isGood ? 0 : state.failures + 1;
      const next = now + delayOf(minutes, failures, Math.random());
      if (trust) await wakeAt(UPDATE_ALARM, next);
      await changeState({
        lastCheck: new Date(now).toISOString(),
        lastOutcome: outcome,
        ...(isGood ? { lastGood: new Date(now).toISOString() } : {}),
        ...(trust ? { nextCheck: new Date(next).toISOString() } : {}),
        failures,
        latest: new Date(latest).toISOString(),
      });
      forgetRuleset();
      if (outcome === 'updated') onUpdated();
      return outcome;
    } finally {
      progress = undefined;
    }
  });
}

/** How fresh the rules are. */
export async function rulesetStatus(): Promise<RulesetStatus> {
  const [{ release }, { row, now }, state, trust] = await Promise.all([
    installedRuleset(),
    storedRuleset(),
    readState(),
    packagedTrust(),
  ]);
  const { lastCheck, lastOutcome, nextCheck } = state;
  return {
    version: release.version,
    serial: release.serial,
    date: release.date,
    source: row ? 'updated' : 'bundled',
    signers: row?.signers ?? [],
    channel: trust !== undefined,
    state: freshness(release.date, Date.parse(now), row, trust !== undefined, state.lastGood),
    ...(lastCheck === undefined ? {} : { lastCheck }),
    ...(lastOutcome === undefined ? {} : { lastOutcome }),
    ...(nextCheck === undefined ? {} : { nextCheck }),
    ...(progress === undefined ? {} : { running: progress }),
  };
}

function freshness(
  date: string,
  now: number,
  row: InstalledRow | undefined,
  hasChannel: boolean,
  lastGood: string | undefined,
): RulesetStatus['state'] {
  if (Date.now() < Date.parse(date)) return 'clock';
  if (now >= Date.parse(row?.validUntil ?? FLOOR_UNTIL)) return 'expired';
  return hasChannel && now - Date.parse(lastGood ?? date) > OLD_MS ? 'old' : 'fresh';
}

/** Looks soon where no alarm is set: browsers may drop alarms when they close. */
export async function checkOnStart(onUpdated: () => void): Promise<void> {
  if (!(await isAlarmSet(UPDATE_ALARM)) && (await packagedTrust())) await check(onUpdated);
}
