import type { ReactNode } from 'react';

import type { AnswerHeaders } from '../kit/server/answered.ts';
import type { GoReply } from '../kit/server/go.ts';

/** What a screen answers. */
export type Reply = PageReply | GoReply | FileReply | JsonReply;

export type PageReply = {
  readonly reply: 'page';
  readonly status?: number | undefined;
  /** Stands in the tab; names of people never do. */
  readonly title: string;
  readonly body: ReactNode;
  /** Where "back" leads: the list that the record was opened from. */
  readonly back?: { readonly text: string; readonly href: string } | undefined;
  readonly problems?: readonly Problem[] | undefined;
  readonly headers?: AnswerHeaders | undefined;
};

/** What leaves the house as a file; its opening was recorded by the question that gave it. */
export type FileReply = {
  readonly reply: 'file';
  readonly type: string;
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** For what behaves in the browser. */
export type JsonReply = {
  readonly reply: 'json';
  readonly status?: number | undefined;
  readonly value: unknown;
};

/** What is wrong with a field, said as what to do. `field` is its name; without one the whole was refused. */
export type Problem = { readonly field?: string | undefined; readonly text: string };

export function page(title: string, body: ReactNode, more: Partial<PageReply> = {}): PageReply {
  return { reply: 'page', title, body, ...more };
}
