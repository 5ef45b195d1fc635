import type { ReactNode } from 'react';

import type { AnswerHeaders } from '../kit/server/answered.ts';
import type { GoReply } from '../kit/server/go.ts';

/** What a page answers. Errors of fields come with the page that has the fields; nothing was written then. */
export type Reply = PageReply | GoReply | FileReply;

export type PageReply = {
  readonly reply: 'page';
  readonly status?: number | undefined;
  /** Neutral: it stands in the tab and in the history. */
  readonly title: string;
  readonly body: ReactNode;
  /** Where "back" leads. */
  readonly back?: string | undefined;
  readonly problems?: readonly Problem[] | undefined;
  /** `bare`: no way to anything else but leaving and the language (after a loss, after the end). */
  readonly frame?: 'bare' | undefined;
  readonly headers?: AnswerHeaders | undefined;
};

export type FileReply = {
  readonly reply: 'file';
  readonly type: string;
  readonly body: string;
  readonly headers?: AnswerHeaders | undefined;
};

/** What is wrong with a question, said as what to do. `field` is the id of the question. */
export type Problem = { readonly field: string; readonly text: string };
