import type { ReactNode } from 'react';
import { Form } from './form.tsx';
import { Ruby, withoutRuby } from './ruby.tsx';

export type PageHeaderProps = {
  /** Who speaks here, neutral. */
  readonly name: string;
  /** Beside the name in a try-out place: 見本. */
  readonly specimen?: string | undefined;
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
  /**
   * Leaves at once: ends the session by POST, and the answer leads to `to`. That answer must not be a redirect: Chromium
   * holds `form-action 'self'` against redirects too and would stay here. It is a blank page with the header
   * `Refresh: 0; url=…`.
   */
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

/** The top of every page. Name and the way out stay in view where the screen is high enough. */
export function PageHeader({ name, specimen, languages, leave, always }: PageHeaderProps): ReactNode {
  return (
    <>
      <header>
        <p>
          {specimen !== undefined && (
            <>
              <b>
                <Ruby text={specimen} />
              </b>{' '}
            </>
          )}
          <Ruby text={name} />
        </p>
        {leave && (
          <div data-leave={leave.to}>
            <Form action={leave.action} hidden={leave.hidden}>
              <button type="submit">
                <Ruby text={leave.text} />
              </button>
            </Form>
          </div>
        )}
      </header>
      {languages && (
        <nav className="languages" aria-label={withoutRuby(languages.label)}>
          {languages.items.map(({ text, lang, href, current }) => (
            <a key={text} href={href} lang={lang} hrefLang={lang} aria-current={current ? 'true' : undefined}>
              <Ruby text={text} />
            </a>
          ))}
        </nav>
      )}
      {always && (
        <nav className="always" aria-label={withoutRuby(always.label)}>
          {always.items.map((item) => (
            <a key={item.href} href={item.href}>
              <Ruby text={item.text} />
            </a>
          ))}
        </nav>
      )}
    </>
  );
}
