/** Questions to the maintainer at the terminal; without a terminal, from the environment. */
import { confirm, isCancel, password } from '@clack/prompts';
import { PublishError } from './errors.ts';

const VARIABLE = 'LUREWATCH_PASSPHRASE';
/** As NIST SP 800-63B asks of a secret that nothing but its length protects. */
const SHORTEST = 15;

const isTerminal = (): boolean => Boolean(process.stdin.isTTY && process.stderr.isTTY);

/** @throws {PublishError} where nobody can be asked, or nobody answers */
export async function passphraseFor(owner: string): Promise<string> {
  const given = process.env[VARIABLE];
  if (given !== undefined) return given;
  return answer(`Passphrase of the key "${owner}"`);
}

/** Asks twice, so that a slip does not lock the key for ever. */
export async function newPassphrase(owner: string): Promise<string> {
  const given = process.env[VARIABLE];
  const first = given ?? (await answer(`New passphrase for the key "${owner}"`));
  if (first.length < SHORTEST)
    throw new PublishError(`a passphrase has at least ${SHORTEST} characters: four words, say`);
  if (given === undefined && (await answer('The same once more')) !== first)
    throw new PublishError('the two passphrases differ');
  return first;
}

async function answer(message: string): Promise<string> {
  if (!isTerminal()) throw new PublishError(`no terminal to ask for a passphrase: set ${VARIABLE}`);
  const text = await password({ message, output: process.stderr });
  if (isCancel(text)) throw new PublishError('stopped; nothing was changed');
  return text;
}

/** @param yes the maintainer has said so on the command line */
export async function agreed(question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!isTerminal())
    throw new PublishError('no terminal to ask: look at the above, then say --yes');
  const answered = await confirm({ message: question, output: process.stderr });
  if (isCancel(answered) || !answered) throw new PublishError('stopped; nothing was changed');
}
