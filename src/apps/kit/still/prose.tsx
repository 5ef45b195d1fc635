import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';

export type ProseProps = {
  /** One paragraph each. Lines that begin with `- ` and follow each other become one list. */
  readonly text: string | readonly string[];
  /** Where the language differs from that of the page, such as legal text that stays Japanese. */
  readonly lang?: string | undefined;
};

/** Running text. */
export function Prose({ text, lang }: ProseProps): ReactNode {
  const blocks = gather(typeof text === 'string' ? text.split(/\n+/u) : text);
  return (
    <div className="prose" lang={lang}>
      {blocks.map((block) =>
        typeof block === 'string' ? (
          <p key={block}>
            <Ruby text={block} />
          </p>
        ) : (
          <ul key={block.join()}>
            {block.map((item) => (
              <li key={item}>
                <Ruby text={item} />
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

function gather(lines: readonly string[]): readonly (string | readonly string[])[] {
  const blocks: (string | string[])[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (!line.startsWith('- ')) blocks.push(line);
    else if (Array.isArray(last)) last.push(line.slice(2));
    else blocks.push([line.slice(2)]);
  }
  return blocks;
}
