import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';

/** What every question has, whatever it is answered with. An error summary jumps to `#id`. */
export type FieldWords = {
  readonly name: string;
  /** The `name` unless told. */
  readonly id?: string | undefined;
  readonly label: string;
  /** The label is the heading of the page. */
  readonly heading?: boolean | undefined;
  /** A word after the label: "required" or "optional". */
  readonly mark?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

/** Hint and error of a question; the inputs name them in `aria-describedby`. */
export function HintAndError({ of, id }: { readonly of: FieldWords; readonly id: string }): ReactNode {
  return (
    <>
      {of.hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          <Ruby text={of.hint} />
        </p>
      )}
      {of.error !== undefined && (
        <p className="error" id={`${id}-error`}>
          <Ruby text={of.error} />
        </p>
      )}
    </>
  );
}

/** Label and mark, as the heading of the page if it is the page's only question. */
export function LabelWords({ of }: { readonly of: FieldWords }): ReactNode {
  const words = (
    <>
      <Ruby text={of.label} />
      {of.mark !== undefined && (
        <>
          {' '}
          <span className="mark">
            <Ruby text={of.mark} />
          </span>
        </>
      )}
    </>
  );
  return of.heading ? <h1>{words}</h1> : words;
}

/** The ids that describe a question, or nothing. */
export function describedBy(of: FieldWords, id: string): string | undefined {
  const ids = [of.hint !== undefined && `${id}-hint`, of.error !== undefined && `${id}-error`];
  return ids.filter((one) => one !== false).join(' ') || undefined;
}

/** Around a question: an edge at its side when it has an error. */
export function questionClass(of: FieldWords): string {
  return of.error === undefined ? 'q' : 'q wrong';
}
