import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { askDesk } from './ask-desk.ts';

/** How long somebody has to pause before her words are asked: one record of the log a query. */
const PAUSE = 200;

/** What only a scanner types, or what is a woman's own (an address, a long code): it waits for Enter and is asked once. */
const SCANNED = /:\/\/|^\s*(?=.*[A-Za-z])(?=.*\d)([\dA-Za-z][\s-]*){12,}$/;

/** A person as she is told apart from another one. */
type Found = {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly more: string;
  readonly warning: string;
};

/** Puts suggestions under the search of the head; Enter without a choice sends the search as before. */
export function searchSuggestions(form: HTMLFormElement): void {
  const plain = form.querySelector<HTMLInputElement>('input[type=search]');
  if (!plain) return;
  const place = document.createElement('div');
  place.className = 'suggest';
  const words = plain.value;
  plain.replaceWith(place);
  createRoot(place).render(<Search first={words} send={() => form.submit()} />);
}

function Search({ first, send }: { readonly first: string; readonly send: () => void }): ReactNode {
  const [words, setWords] = useState(first);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [state, setState] = useState<keyof typeof STATES>('asking');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  async function find(asked: string, signal: AbortSignal): Promise<void> {
    const said = await askDesk('ask', 'person.search', { input: { words: asked, limit: 8 } }, signal);
    if (signal.aborted) return;
    setFound(said.ok ? foundIn(said.value) : []);
    setState(said.ok ? 'asked' : 'lost');
  }
  useEffect(() => {
    if (words.trim() === '') {
      setFound([]);
      return undefined;
    }
    if (SCANNED.test(words.normalize('NFKC'))) {
      setFound([]);
      setState('scanned');
      return undefined;
    }
    const stop = new AbortController();
    setState('asking');
    const timer = setTimeout(() => {
      void find(words.trim(), stop.signal);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words]);
  return (
    <ComboBox
      items={found}
      inputValue={words}
      onInputChange={setWords}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      onSelectionChange={(key) => {
        const chosen = found.find(({ id }) => id === key);
        if (chosen) location.assign(chosen.href);
      }}
    >
      <Label className="heard">対象者を探す(氏名、カナ、生年月日、電話、番号、用紙の記号)</Label>
      <Input
        ref={field}
        id="search"
        name="words"
        autoComplete="off"
        spellCheck="false"
        placeholder="対象者を探す( / )"
        onKeyDown={(event) => {
          const open = event.currentTarget.getAttribute('aria-activedescendant');
          if (event.key === 'Enter' && !open && !event.nativeEvent.isComposing) send();
        }}
      />
      <Popover className="suggestions" placement="bottom start">
        <ListBox<Found> renderEmptyState={() => <p>{STATES[state]}</p>}>
          {(one) => (
            <ListBoxItem id={one.id} textValue={one.name}>
              <Text slot="label">{one.name}</Text>
              <Text slot="description">{one.more}</Text>
              {one.warning !== '' && <span className="warning">{one.warning}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const STATES = {
  asking: '探しています。',
  asked: '当てはまる方はいません。読みや番号でも探せます。',
  scanned: 'Enter で探します。',
  lost: '接続できません。Enter でもう一度探せます。',
} as const;

const WARNINGS: Readonly<Record<string, string>> = {
  protected: '支援措置',
  'same-name': '同じ名前の方がいます',
  'same-household': '同じ世帯の方がいます',
  twin: '双子の可能性',
};

/** The answer of `person.search`, as far as it is what we know. */
function foundIn(value: unknown): readonly Found[] {
  const { persons } = value as {
    readonly persons: readonly {
      readonly person: string;
      readonly name?: string;
      readonly kana?: string;
      readonly birthDate?: string;
      readonly town?: string;
      readonly cases: readonly { readonly case: string }[];
      readonly warnings: readonly string[];
    }[];
  };
  return persons.flatMap(({ person, name, kana, birthDate, town, cases, warnings }) => {
    const [newest] = cases;
    if (!newest) return [];
    return [
      {
        id: person,
        href: `/cases/${newest.case}`,
        name: [name, kana].filter((one) => one !== undefined).join(' / '),
        more: [birthDate && `${birthDate.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')}生`, town]
          .filter((one) => one !== undefined)
          .join(' '),
        warning: warnings.map((code) => WARNINGS[code] ?? code).join('、'),
      },
    ];
  });
}
