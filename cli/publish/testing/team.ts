/** A team of maintainers with keys, rules and a repository of their own; for tests of the commands. */
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExampleRules } from '../../testing/rules.ts';
import { createKey } from '../key-file.ts';
import { keys } from '../keys.ts';
import { publish } from '../publish.ts';
import { sign } from '../sign.ts';

export const PASSPHRASE = 'correct horse battery staple';
/** scrypt at its weakest: these keys guard nothing. */
const FAST = 2;

export class Team {
  readonly folder = mkdtempSync(join(tmpdir(), 'lurewatch-team-'));
  readonly rules = this.at('rules');
  readonly repository = this.at('repository');
  #drafts = 0;

  constructor() {
    process.env.LUREWATCH_PASSPHRASE = PASSPHRASE;
    writeExampleRules(this.rules);
  }

  at(...path: string[]): string {
    return join(this.folder, ...path);
  }

  /** Makes keys; each is in a folder of its owner's name. */
  async enrol(...owners: string[]): Promise<void> {
    for (const owner of owners)
      await createKey(this.at('keys', owner), owner, async () => PASSPHRASE, FAST);
  }

  publicKey(owner: string): string {
    return this.at('keys', owner, `${owner}.pub`);
  }

  /** A name for a draft that is not there yet. */
  draft(): string {
    return this.at(`draft-${++this.#drafts}`);
  }

  /** A repository whose root and rules are signed by amira and bela, published by the online key. */
  async found(): Promise<void> {
    await this.enrol('amira', 'bela', 'chen', 'online');
    const draft = this.draft();
    const add = (role: string, ...owners: string[]) =>
      owners.flatMap((owner) => ['--add', `${role}=${this.publicKey(owner)}`]);
    await keys([
      'root',
      draft,
      ...add('root', 'amira', 'bela', 'chen'),
      ...add('targets', 'amira', 'bela', 'chen'),
      ...add('snapshot', 'online'),
      ...add('timestamp', 'online'),
      '--threshold',
      'root=2',
    ]);
    await this.sign(draft, 'amira', 'bela');
    await this.publish(draft);
    await this.release();
  }

  /** Signatures of several maintainers, each with the team's rules; the worst status. */
  async sign(draft: string, ...owners: string[]): Promise<number> {
    let status = 0;
    for (const owner of owners)
      status = Math.max(status, await sign([draft, ...this.#signing(owner), '--yes']));
    return status;
  }

  #signing(owner: string): string[] {
    return [
      '--repository',
      this.repository,
      '--keys',
      this.at('keys', owner),
      '--rules',
      this.rules,
    ];
  }

  publish(...drafts: string[]): Promise<number> {
    return publish([...drafts, '--to', this.repository, '--keys', this.at('keys', 'online')]);
  }

  /** Signs the rules as they are, by two, and publishes them. */
  async release(...owners: string[]): Promise<number> {
    const draft = this.draft();
    const signed = await this.sign(draft, ...(owners.length > 0 ? owners : ['amira', 'bela']));
    return signed || this.publish(draft);
  }

  /** Puts one more phrase into the rules. */
  addPhrase(phrase: string): void {
    appendFileSync(join(this.rules, 'signals/task-work/en.txt'), `${phrase}\n`);
  }

  /** Lists a domain. */
  list(domain: string): void {
    writeFileSync(
      join(this.rules, 'indicators/confirmed.yaml'),
      `- type: domain
  value: ${domain}
  reason: Asked applicants for a deposit.
  case: LW-1
  date: 2026-01-01
  expires: 2099-01-01
`,
    );
  }

  /** Somebody else's checkout of the rules as they are now. */
  checkout(): string {
    const copy = this.at(`checkout-${++this.#drafts}`);
    cpSync(this.rules, copy, { recursive: true });
    return copy;
  }

  end(): void {
    delete process.env.LUREWATCH_PASSPHRASE;
    rmSync(this.folder, { recursive: true });
  }
}
