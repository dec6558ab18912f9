import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Config<O extends Options> = { args: string[]; options: O; allowPositionals: true };
/** Values and positional arguments of a command. */
export type Arguments<O extends Options> = ReturnType<typeof parseArgs<Config<O>>>;

/**
 * Reads a command's arguments. Gives an exit status instead where there is nothing to do: 0 after
 * `--help`, 2 where the arguments are wrong; the usage is printed for both.
 */
export function readArguments<O extends Options>(
  args: string[],
  usage: string,
  options: O,
): Arguments<O> | number {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return 0;
  }
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return 2;
  }
}
