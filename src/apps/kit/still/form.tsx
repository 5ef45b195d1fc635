import type { ReactNode } from 'react';

export type FormProps = {
  readonly action: string;
  /** Fields without a face: the token of the session, the mark that makes a double click one sending. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly id?: string | undefined;
  readonly autoComplete?: 'off' | undefined;
  readonly children: ReactNode;
};

/** What is sent by POST. The server checks it: bubbles of the browser speak the browser's language, not hers. */
export function Form({ action, hidden = {}, id, autoComplete, children }: FormProps): ReactNode {
  return (
    <form method="post" action={action} id={id} autoComplete={autoComplete} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
      {children}
    </form>
  );
}
