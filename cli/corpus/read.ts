import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { linesOf } from '../lines.ts';
import { readSample, type Sample } from './sample.ts';

const ENDING = /\.jsonl(\.gz)?$/;

/** A file or line that cannot be read. */
export class CorpusError extends Error {
  override name = 'CorpusError';
}

/** Corpus files behind paths: files themselves, and those of folders, in order of their names. */
export function corpusFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const status = statSync(path, { throwIfNoEntry: false });
    if (!status) throw new CorpusError(`No such file: ${path}`);
    if (!status.isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => ENDING.test(name));
    return names.sort().map((name) => join(path, name));
  });
}

/** Name of a corpus: its file without endings. */
export const sourceOf = (file: string): string => basename(file).replace(ENDING, '');

/** Reads labelled texts, plain or compressed. Throws `CorpusError` with file and line. */
export async function readCorpora(files: readonly string[]): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const file of files) {
    let number = 0;
    for await (const line of linesOf(open(file))) {
      number++;
      if (line.trim() === '') continue;
      const sample = readSample(line, sourceOf(file));
      if ('error' in sample) throw new CorpusError(`${file}:${number}: ${sample.error}`);
      samples.push(sample);
    }
  }
  return samples;
}

function open(file: string): Readable {
  const bytes = createReadStream(file);
  return file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
}
