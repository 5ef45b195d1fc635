import type { ReactNode } from 'react';
import { Ruby, withoutRuby } from './ruby.tsx';

export type ViewsProps = {
  /** Heard: what is chosen here. */
  readonly label: string;
  readonly views: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
};

/** The same thing seen in several ways, such as free times as a list or as a calendar. */
export function Views({ label, views }: ViewsProps): ReactNode {
  return (
    <nav className="views" aria-label={withoutRuby(label)}>
      {views.map((view) => (
        <a key={view.href} href={view.href} aria-current={view.current ? 'true' : undefined} data-swap="">
          <Ruby text={view.text} />
        </a>
      ))}
    </nav>
  );
}
