/** Takes what waits in the queue to the hub, and asks what became of what is there. */
import { cancelWake, isAlarmSet, wakeAt } from '#platform/alarms.ts';
import { keepAwake } from '#platform/awake.ts';
import { type Database, database } from '#platform/database.ts';
import { isCollectionAllowed } from '#platform/permissions.ts';
import type { QueuedReport } from '#schema/report.ts';
import { type Hub, hubAt, packagedHub } from './hub.ts';
import {
  draftOf,
  listReports,
  noteAttempt,
  noteErased,
  noteOutcomes,
  noteReceived,
  noteRefused,
  postpone,
} from './queue.ts';
import { backoff, DELIVERY_ALARM, nextQuestion } from './schedule.ts';
import { lastAsked, noteAsked, storedKey, volunteerKey } from './volunteer.ts';

/** One delivery at a time, in all that runs of the extension. */
const LOCK = 'lurewatch-reports';
/** Alarms that come sooner are held back by browsers; so is a background that is killed meanwhile. */
const SOON_MS = 60_000;

const isDue = ({ state, nextTry }: QueuedReport, now: number): boolean =>
  (state === 'waiting' || state === 'withdrawing') && !(Date.parse(nextTry ?? '') > now);

/** One round. @returns when the next one is due, in milliseconds since 1970 */
export async function deliver(
  hub: Hub,
  isAskedFor: boolean,
  db: Database = database,
): Promise<number | undefined> {
  for (const report of (await listReports(db)).filter((one) => isDue(one, Date.now()))) {
    const { id, state, tries } = report;
    // Noted first: from now on the hub may have it, and a withdrawal has to reach the hub as well.
    await noteAttempt(id, Date.now() + backoff(tries + 1, Math.random()), db);
    const answer = state === 'waiting' ? await hub.send(draftOf(report)) : await hub.erase(id);
    if (answer.kind === 'later') {
      if (answer.after !== undefined) await postpone(id, Date.now() + answer.after * 1_000, db);
    } else if (state === 'withdrawing') await noteErased(id, db);
    else if (answer.kind === 'done') await noteReceived(id, db);
    else await noteRefused(id, db);
  }
  const reports = await listReports(db);
  const question = nextQuestion(reports, await lastAsked(db), Date.now());
  if (question !== undefined && (isAskedFor || question <= Date.now())) {
    const answer = await hub.outcomes();
    if (answer.kind === 'done') await noteOutcomes(answer.value, db);
    await noteAsked(Date.now(), db);
  }
  return nextRound(await listReports(db), db);
}

async function nextRound(reports: QueuedReport[], db: Database): Promise<number | undefined> {
  const question = nextQuestion(reports, await lastAsked(db), Date.now());
  const tries = reports
    .filter(({ state }) => state === 'waiting' || state === 'withdrawing')
    .map(({ nextTry }) => Date.parse(nextTry ?? '') || Date.now());
  const times = question === undefined ? tries : [...tries, question];
  return times.length === 0 ? undefined : Math.min(...times);
}

/**
 * Delivers what is due. Without a hub, or where the reader has not allowed it, nothing happens: the
 * reports stay.
 * @param isAskedFor the volunteer looks at the list now
 */
export function deliverReports(isAskedFor = false): Promise<void> {
  return navigator.locks.request(LOCK, async () => {
    const origin = await packagedHub();
    if (origin === undefined) return;
    const reports = await listReports();
    // Nothing waits and nobody is to be asked: the background may sleep.
    if ((await nextRound(reports, database)) === undefined) return cancelWake(DELIVERY_ALARM);
    if (!(await isCollectionAllowed())) return;
    const isSending = reports.some(({ state }) => state === 'waiting');
    const key = isSending ? await volunteerKey() : await storedKey();
    // Without a key the hub knows nobody: there is nothing to ask for or to take back.
    if (!key) return cancelWake(DELIVERY_ALARM);
    // Set first: a background that is killed in between begins again.
    await wakeAt(DELIVERY_ALARM, Date.now() + SOON_MS);
    const next = await keepAwake(() => deliver(hubAt(origin, key), isAskedFor));
    if (next === undefined) await cancelWake(DELIVERY_ALARM);
    else await wakeAt(DELIVERY_ALARM, Math.max(next, Date.now() + SOON_MS));
  });
}

/** Delivers soon where no alarm is set: browsers may drop alarms when they close. */
export async function deliverOnStart(): Promise<void> {
  if (!(await isAlarmSet(DELIVERY_ALARM))) await deliverReports();
}
