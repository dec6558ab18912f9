import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { ConfigError, readConfig } from '#hub/config.ts';
import { BackupError, backUp, restore } from '#hub/store/backup.ts';
import { StoreError } from '#hub/store/errors.ts';
import { openStore } from '#hub/store/open.ts';
import { readArguments } from '../arguments.ts';

const USAGE = `lurewatch hub backup FILE | restore FILE | migrate
Looks after the data of a hub, told by the same variables as the hub itself (LUREWATCH_HUB_DATA,
DATABASE_URL). A backup of either database restores into either: it is the way from one to the other.
  backup   writes everything, as it is at one moment, while the hub runs (gzip, one JSON line a row)
  restore  fills an empty database
  migrate  brings the tables up to date, which a hub also does when it starts`;

/** `lurewatch hub`: backup, restore, migrate. */
export async function hub(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, {});
  if (typeof parsed === 'number') return parsed;
  const [what, file, ...rest] = parsed.positionals;
  const needsFile = what === 'backup' || what === 'restore';
  if (!(needsFile ? file && rest.length === 0 : what === 'migrate' && file === undefined)) {
    console.error(USAGE);
    return 2;
  }
  try {
    const store = await openStore(readConfig(process.env));
    try {
      if (what === 'backup') {
        // A backup that was interrupted never has the name of a whole one.
        const part = `${file}.part`;
        const gzip = createGzip();
        const written = pipeline(gzip, createWriteStream(part, { mode: 0o600 }));
        await backUp(store, gzip);
        gzip.end();
        await written;
        renameSync(part, file!);
      }
      if (what === 'restore') {
        if (!existsSync(file!)) throw new BackupError(`there is no file ${file}`);
        const rows = await restore(store, createReadStream(file!).pipe(createGunzip()));
        console.log(`${rows} rows`);
      }
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    const isKnown = [ConfigError, StoreError, BackupError].some((kind) => error instanceof kind);
    if (!isKnown) throw error;
    console.error((error as Error).message);
    return 1;
  }
}
