import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Doors } from './doors.ts';
import type { ExitCode } from './exit-code.ts';
import type { Output } from './output.ts';

export type { ExitCode };

type Options = NonNullable<ParseArgsConfig['options']>;

/** What every command takes. */
export type Common = {
  readonly data: string;
  readonly programme?: string;
  readonly as?: string;
  readonly second?: string;
  readonly json: boolean;
};

/** The words after the command's name, read. */
export type Words = {
  readonly common: Common;
  readonly positionals: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly flag: (option: string) => boolean;
};

/** One command of `mimamori`: its own file, its own help. */
export type CliCommand = {
  readonly name: string;
  readonly says: string;
  readonly usage: string;
  readonly examples: readonly string[];
  readonly options: Options;
  readonly run: (words: Words, doors: Doors, out: Output) => Promise<ExitCode>;
};

const COMMON_OPTIONS = {
  data: { type: 'string' },
  programme: { type: 'string' },
  as: { type: 'string' },
  second: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

export type Read = { readonly words: Words; readonly help: boolean } | { readonly wrong: string };

/** Reads the words of a command; an unknown option is wrong usage, never ignored. */
export function readWords(command: CliCommand, args: readonly string[]): Read {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...COMMON_OPTIONS, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    const all: Readonly<Record<string, unknown>> = values;
    const text = (option: string) => {
      const value = all[option];
      return typeof value === 'string' ? value : undefined;
    };
    const optional = (option: 'programme' | 'as' | 'second') => {
      const value = text(option);
      return value === undefined ? {} : { [option]: value };
    };
    return {
      help: all['help'] === true,
      words: {
        common: {
          data: text('data') ?? './data',
          ...optional('programme'),
          ...optional('as'),
          ...optional('second'),
          // `do` and `ask` take their input with --json and answer in JSON too.
          json: all['json'] !== undefined,
        },
        positionals,
        text,
        flag: (option) => all[option] === true,
      },
    };
  } catch (error) {
    return { wrong: wrongWords(error) };
  }
}

/** The sentence of `parseArgs` names the option first, in quotes; the rest of it is English and for programmers. */
function wrongWords(error: unknown): string {
  const [, option] = /'([^' ]+)/.exec(error instanceof Error ? error.message : '') ?? [];
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `「${option ?? ''}」という指定はありません。`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return `「${option ?? ''}」の値がないか、値の要らないところに値があります。`;
  }
  throw error;
}
