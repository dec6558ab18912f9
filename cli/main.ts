import { z } from '#schema/zod.ts';

type Command = (args: string[]) => number | Promise<number>;
/** By name: what it is for, and what runs, loaded only when it does. */
const commands: Record<string, { says: string; load(): Promise<Command> }> = {
  check: {
    says: 'judges texts',
    load: async () => (await import('./check.ts')).check,
  },
  lint: {
    says: 'says what is wrong with the rules',
    load: async () => (await import('./lint.ts')).lint,
  },
  eval: {
    says: 'measures the rules on labelled texts',
    load: async () => (await import('./eval.ts')).evaluateCorpora,
  },
  mutate: {
    says: 'writes texts as somebody does who hides from filters',
    load: async () => (await import('./mutate/command.ts')).mutate,
  },
  fit: {
    says: 'learns weights from labelled texts',
    load: async () => (await import('./fit.ts')).fit,
  },
  build: {
    says: 'builds the ruleset that the extension carries',
    load: async () => (await import('./build.ts')).build,
  },
  import: {
    says: 'takes a list of others into the rules',
    load: async () => (await import('./lists/import.ts')).importList,
  },
  export: {
    says: 'writes the listed parties for others',
    load: async () => (await import('./lists/export.ts')).exportList,
  },
  diff: {
    says: 'says what one ruleset changes against another',
    load: async () => (await import('./publish/diff.ts')).diff,
  },
  hub: {
    says: 'backs a hub up, restores it, brings its tables up to date',
    load: async () => (await import('./hub/hub.ts')).hub,
  },
  promote: {
    says: 'takes what the maintainers of a hub decided into the rules',
    load: async () => (await import('./hub/promote.ts')).promote,
  },
  keys: {
    says: 'makes and rotates the keys that sign',
    load: async () => (await import('./publish/keys.ts')).keys,
  },
  sign: {
    says: 'signs a draft of the rules, or of a root',
    load: async () => (await import('./publish/sign.ts')).sign,
  },
  publish: {
    says: 'puts what is signed into a repository',
    load: async () => (await import('./publish/publish.ts')).publish,
  },
  timestamp: {
    says: 'the online job: keeps a repository valid',
    load: async () => (await import('./publish/timestamp.ts')).timestamp,
  },
  serve: {
    says: 'serves a repository on this machine',
    load: async () => (await import('./publish/serve.ts')).serve,
  },
  verify: {
    says: 'says what an installation makes of a repository',
    load: async () => (await import('./publish/verify.ts')).verify,
  },
};
// People read here what is wrong with their files; the extension carries no such texts.
z.config(z.locales.en());

// Whoever reads our output may stop early (`| head`): that is an end, no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? await commands[name]!.load() : undefined;
if (command) process.exitCode = await command(args);
else {
  const lines = Object.entries(commands).map(([other, { says }]) => `  ${other.padEnd(9)} ${says}`);
  const usage = `lurewatch COMMAND, where COMMAND is\n${lines.join('\n')}\nlurewatch COMMAND --help tells more.`;
  const isAsked = name === '--help' || name === '-h' || name === 'help';
  (isAsked ? console.log : console.error)(usage);
  process.exitCode = isAsked ? 0 : 2;
}
