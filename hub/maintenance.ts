/** What a hub forgets in time; docs/privacy.md names the same periods. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isoDay, isoWeek } from './clock.ts';
import { ERASED } from './intake/keep.ts';
import { writeLog } from './review/log.ts';
import { hold } from './store/lease.ts';
import type { Store } from './store/open.ts';
import { type Tx, transact } from './store/transact.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Networks, as salted hashes, and what each sent in a day. */
const NETWORK_DAYS = 14;
/** Text of reports: after their case was decided, and of those that never were. */
const DECIDED_DAYS = 180;
const OPEN_DAYS = 365;
/** Rows of one transaction, so that reports never wait long for this. */
const BATCH = 1_000;
const LEASE = 'maintenance';

/** Forgets what is due. @returns whether more is left to do */
export function maintain(store: Store, holder: string, now: number): Promise<boolean> {
  return transact(store, async (tx) => {
    if (!(await hold(tx, LEASE, holder, now))) return false;
    await tx
      .deleteFrom('salts')
      .where('week', '<', isoWeek(now - NETWORK_DAYS * DAY_MS))
      .execute();
    await tx
      .deleteFrom('tallies')
      .where('day', '<', isoDay(now - NETWORK_DAYS * DAY_MS))
      .execute();
    await tx.deleteFrom('sessions').where('expires_at', '<', now).execute();
    await tx.deleteFrom('challenges').where('expires_at', '<', now).execute();
    await expire(tx, now);
    const networks = await forgetNetworks(tx, now);
    const texts = await forgetTexts(tx, now);
    return networks === BATCH || texts === BATCH;
  });
}

/** A listing holds until its last day, unless maintainers agree to it anew. */
async function expire(tx: Tx, now: number): Promise<void> {
  const ended = await tx
    .deleteFrom('listings')
    .where('expires_on', '<=', isoDay(now))
    .returning(['type', 'value', 'case_id'])
    .execute();
  for (const [subject, parties] of Map.groupBy(ended, ({ case_id }) => case_id))
    await writeLog(tx, now, {
      actor: 'hub',
      action: 'expire',
      subject,
      parties: parties.map(({ type, value }) => `${type} ${value}`),
    });
}

async function forgetNetworks(tx: Tx, now: number): Promise<number> {
  const due = tx
    .selectFrom('reports')
    .select('id')
    .where('network', 'is not', null)
    .where('received_at', '<', now - NETWORK_DAYS * DAY_MS)
    .limit(BATCH);
  const done = await tx
    .updateTable('reports')
    .set({ network: null })
    .where('id', 'in', due)
    .returning('id')
    .execute();
  return done.length;
}

async function forgetTexts(tx: Tx, now: number): Promise<number> {
  const due = tx
    .selectFrom('reports')
    .leftJoin('cases', 'cases.id', 'reports.case_id')
    .select('reports.id')
    .where('content', 'is not', null)
    .where('received_at', '<', now - DECIDED_DAYS * DAY_MS)
    .where(({ eb, or }) =>
      or([
        eb('received_at', '<', now - OPEN_DAYS * DAY_MS),
        eb('cases.state', 'in', ['listed', 'not-listed']),
      ]),
    )
    .limit(BATCH);
  const done = await tx
    .updateTable('reports')
    .set({ content: null, digest: ERASED, state: 'erased' })
    .where('id', 'in', due)
    .returning('id')
    .execute();
  return done.length;
}

export interface Maintenance {
  stop(): Promise<void>;
}

/** Forgets every hour what is due. */
export function startMaintenance(
  store: Store,
  holder: string,
  onFailure: (error: unknown) => void,
): Maintenance {
  const stopping = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const isMore = await maintain(store, holder, Date.now()).catch((error) => {
        onFailure(error);
        return false;
      });
      await pause(isMore ? 100 : HOUR_MS);
    }
  })();
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}
