import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';

/** `main`: the one step forward; `plain`: another way; `quiet`: looks like a link; `grave`: cannot be taken back. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'grave';

export type ButtonProps = {
  readonly text: string;
  readonly kind?: ButtonKind | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sends the form elsewhere. */
  readonly action?: string | undefined;
  /** The id of its form, when it stands outside. */
  readonly form?: string | undefined;
  readonly id?: string | undefined;
};

/** Sends a form. */
export function Button({ text, kind = 'main', name, value, action, form, id }: ButtonProps): ReactNode {
  return (
    <button
      type="submit"
      className={`button ${kind}`}
      name={name}
      value={value}
      form={form}
      id={id}
      formAction={action}
    >
      <Ruby text={text} />
    </button>
  );
}

export type LinkButtonProps = {
  readonly text: string;
  readonly href: string;
  readonly kind?: ButtonKind | undefined;
  /** A file to keep, under this name. */
  readonly download?: string | undefined;
};

/** Leads to another page and looks like a button. */
export function LinkButton({ text, href, kind = 'main', download }: LinkButtonProps): ReactNode {
  return (
    <a className={`button ${kind}`} href={href} download={download}>
      <Ruby text={text} />
    </a>
  );
}

/** Buttons under each other on a phone, beside each other where there is room; the step forward first. */
export function ButtonRow({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="buttons">{children}</div>;
}
