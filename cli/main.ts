import { z } from '#schema/zod.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { evaluateCorpora } from './eval.ts';
import { fit } from './fit.ts';
import { hub } from './hub/hub.ts';
import { promote } from './hub/promote.ts';
import { lint } from './lint.ts';
import { exportList } from './lists/export.ts';
import { importList } from './lists/import.ts';
import { mutate } from './mutate/command.ts';
import { diff } from './publish/diff.ts';
import { keys } from './publish/keys.ts';
import { publish } from './publish/publish.ts';
import { serve } from './publish/serve.ts';
import { sign } from './publish/sign.ts';
import { timestamp } from './publish/timestamp.ts';
import { verify } from './publish/verify.ts';

type Command = (args: string[]) => number | Promise<number>;
/** By name: what runs, and what it is for. */
const commands = new Map<string, [Command, string]>([
  ['check', [check, 'judges texts']],
  ['lint', [lint, 'says what is wrong with the rules']],
  ['eval', [evaluateCorpora, 'measures the rules on labelled texts']],
  ['mutate', [mutate, 'writes texts as somebody does who hides from filters']],
  ['fit', [fit, 'learns weights from labelled texts']],
  ['build', [build, 'builds the ruleset that the extension carries']],
  ['import', [importList, 'takes a list of others into the rules']],
  ['export', [exportList, 'writes the listed parties for others']],
  ['diff', [diff, 'says what one ruleset changes against another']],
  ['hub', [hub, 'backs a hub up, restores it, brings its tables up to date']],
  ['promote', [promote, 'takes what the maintainers of a hub decided into the rules']],
  ['keys', [keys, 'makes and rotates the keys that sign']],
  ['sign', [sign, 'signs a draft of the rules, or of a root']],
  ['publish', [publish, 'puts what is signed into a repository']],
  ['timestamp', [timestamp, 'the online job: keeps a repository valid']],
  ['serve', [serve, 'serves a repository on this machine']],
  ['verify', [verify, 'says what an installation makes of a repository']],
]);
// People read here what is wrong with their files; the extension carries no such texts.
z.config(z.locales.en());

// Whoever reads our output may stop early (`| head`): that is an end, no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [name = '', ...args] = process.argv.slice(2);
const command = commands.get(name)?.[0];
if (command) process.exitCode = await command(args);
else {
  const lines = [...commands].map(([other, [, says]]) => `  ${other.padEnd(9)} ${says}`);
  const usage = `lurewatch COMMAND, where COMMAND is\n${lines.join('\n')}\nlurewatch COMMAND --help tells more.`;
  const isAsked = name === '--help' || name === '-h' || name === 'help';
  (isAsked ? console.log : console.error)(usage);
  process.exitCode = isAsked ? 0 : 2;
}
