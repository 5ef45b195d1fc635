import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';
import { Telephone, type TelephoneProps } from './telephone.tsx';

export type PageFooterProps = {
  readonly footer?:
    | {
        readonly heading: string;
        readonly telephone: TelephoneProps;
        /** Accessibility statement, privacy, status. */
        readonly links?: readonly { readonly text: string; readonly href: string }[] | undefined;
        /** Who answers for the page. */
        readonly owner?: string | undefined;
      }
    | undefined;
};

/** The end of every page: whom to call. */
export function PageFooter({ footer }: PageFooterProps): ReactNode {
  if (!footer) return null;
  return (
    <footer>
      <h2>
        <Ruby text={footer.heading} />
      </h2>
      <Telephone {...footer.telephone} />
      {footer.links && footer.links.length > 0 && (
        <ul>
          {footer.links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>
                <Ruby text={link.text} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {footer.owner !== undefined && (
        <p>
          <Ruby text={footer.owner} />
        </p>
      )}
    </footer>
  );
}
