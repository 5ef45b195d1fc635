import type { ReactNode } from 'react';
import { PageFooter, type PageFooterProps } from './page-footer.tsx';
import { PageHeader, type PageHeaderProps } from './page-header.tsx';
import { Ruby, withoutRuby } from './ruby.tsx';

export type PageProps = PageHeaderProps &
  PageFooterProps & {
    /** The `lang` of the page. */
    readonly lang: string;
    /** Stands in the tab and in the history of the phone: neutral. */
    readonly title: string;
    readonly stylesheet: string;
    readonly script?: string | undefined;
    /** Words of the link that leads past the header. */
    readonly skip: string;
    readonly back?: { readonly text: string; readonly href: string } | undefined;
    /** The heading, the form; no landmark. */
    readonly children: ReactNode;
  };

/** A whole page, without the doctype. */
export function Page(props: PageProps): ReactNode {
  return (
    <html lang={props.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no,date=no,address=no" />
        <title>{withoutRuby(props.title)}</title>
        <link rel="stylesheet" href={props.stylesheet} />
        {props.script !== undefined && <script src={props.script} defer />}
      </head>
      <body>
        <a className="skip" href="#main">
          <Ruby text={props.skip} />
        </a>
        <PageHeader {...props} />
        <main id="main" tabIndex={-1}>
          {props.back && (
            <a className="back" href={props.back.href}>
              <Ruby text={props.back.text} />
            </a>
          )}
          {props.children}
        </main>
        <PageFooter {...props} />
      </body>
    </html>
  );
}
