import type { ReactNode } from 'react';
import { Form } from './form.tsx';
import { Ruby } from './ruby.tsx';

export type PageHeaderProps = {
  /** Who speaks here, neutral. */
  readonly name: string;
  /** Links to the same page in other languages; each text in its own language. */
  readonly languages?:
    | {
        readonly label: string;
        readonly items: readonly {
          readonly text: string;
          readonly lang: string;
          readonly href: string;
          readonly current: boolean;
        }[];
      }
    | undefined;
  /** Leaves at once: ends the session by POST, and the server leads to `to`. */
  readonly leave?:
    | {
        readonly text: string;
        readonly action: string;
        readonly hidden?: Readonly<Record<string, string>> | undefined;
        readonly to: string;
      }
    | undefined;
  /** Always in reach and never in a menu: stop contact, tell a loss. */
  readonly always?:
    | {
        readonly label: string;
        readonly items: readonly { readonly text: string; readonly href: string }[];
      }
    | undefined;
};

/** The top of every page. */
export function PageHeader({ name, languages, leave, always }: PageHeaderProps): ReactNode {
  return (
    <header>
      <div className="bar">
        <p>
          <Ruby text={name} />
        </p>
        {leave && (
          <div className="leave" data-leave={leave.to}>
            <Form action={leave.action} hidden={leave.hidden}>
              <button type="submit">
                <Ruby text={leave.text} />
              </button>
            </Form>
          </div>
        )}
      </div>
      {languages && (
        <nav className="languages" aria-label={languages.label}>
          {languages.items.map((item) => (
            <a
              key={item.text}
              href={item.href}
              lang={item.lang}
              hrefLang={item.lang}
              aria-current={item.current ? 'true' : undefined}
            >
              <Ruby text={item.text} />
            </a>
          ))}
        </nav>
      )}
      {always && (
        <nav className="always" aria-label={always.label}>
          {always.items.map((item) => (
            <a key={item.href} href={item.href}>
              <Ruby text={item.text} />
            </a>
          ))}
        </nav>
      )}
    </header>
  );
}
