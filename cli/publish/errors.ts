import { BundleError, PhraseError } from '#engine/phrases/errors.ts';
import { TextError } from '#ruleset/bundle/errors.ts';
import { UpdateError } from '#ruleset/tuf/errors.ts';
import { SelfTestError } from '#ruleset/update/install.ts';

/** Why nothing was published or signed, in words for the maintainer who pressed the key. */
export class PublishError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PublishError';
  }
}

const EXPECTED = [PublishError, UpdateError, TextError, BundleError, PhraseError, SelfTestError];

/** Runs a command. What is wrong with keys, drafts and repositories is said in a line: status 1. */
export async function reporting(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && 'path' in error;
    if (!isFile && !EXPECTED.some((kind) => error instanceof kind)) throw error;
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
