import { z } from '#schema/zod.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { evaluateCorpora } from './eval.ts';
import { fit } from './fit.ts';
import { lint } from './lint.ts';
import { mutate } from './mutate/command.ts';

const commands = new Map<string, (args: string[]) => number | Promise<number>>([
  ['build', build],
  ['check', check],
  ['eval', evaluateCorpora],
  ['fit', fit],
  ['lint', lint],
  ['mutate', mutate],
]);
// People read here what is wrong with their files; the extension carries no such texts.
z.config(z.locales.en());

// Whoever reads our output may stop early (`| head`): that is an end, no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [name = '', ...args] = process.argv.slice(2);
const command = commands.get(name);
if (command) process.exitCode = await command(args);
else {
  console.error(`Usage: lurewatch ${[...commands.keys()].join('|')} [--help]`);
  process.exitCode = 2;
}
