import type { AnswerHeaders } from './answered.ts';

/** After every POST that did something: see other (303), so that reload and back repeat nothing. */
export type GoReply = {
  readonly reply: 'go';
  readonly to: string;
  readonly headers?: AnswerHeaders | undefined;
};

export function go(to: string, headers?: AnswerHeaders): GoReply {
  return { reply: 'go', to, headers };
}
