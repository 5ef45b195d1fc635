import type { PortalLanguage } from '../../domain/portal/language.ts';
import type { OpenSession, Session } from '../../gate/outside/outside-gate.ts';
import type { PortalWords } from '../../programmes/portal-words.ts';
import type { Portal } from './portal.ts';

/** One asking of a page, read and checked: what a handler works with. */
export type Ask<Who extends Session | undefined = Session | undefined> = {
  readonly portal: Portal;
  readonly words: PortalWords;
  readonly language: PortalLanguage;
  /** Path without query, as asked. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What was sent; empty for GET. */
  readonly form: URLSearchParams;
  /** Network address of the asker, for the limits of the gate only. */
  readonly from: string;
  /** HEAD: nothing may be begun. */
  readonly head: boolean;
  readonly session: Who;
};

export type OpenAsk = Ask<OpenSession>;
