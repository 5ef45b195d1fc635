import { answered, type Answered, type AnswerHeaders } from './answered.ts';
import { NOT_KEPT } from './headers.ts';

/** After every POST that did something: see other (303), so that reload and back repeat nothing. */
export type GoReply = {
  readonly reply: 'go';
  readonly to: string;
  readonly headers?: AnswerHeaders | undefined;
};

export function go(to: string, headers?: AnswerHeaders): GoReply {
  return { reply: 'go', to, headers };
}

export function answeredByGoing(pattern: string, { to, headers }: GoReply): Answered {
  return answered(pattern, 303, { ...NOT_KEPT, ...headers, Location: to }, { bytes: new Uint8Array() });
}
