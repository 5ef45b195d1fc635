import type { ReactNode } from 'react';

/** What the last scan did: its kind for tone and colour, and the words, which say it by themselves. */
export type Outcome = {
  readonly tone: 'ok' | 'undone' | 'again' | 'stop' | 'wrong';
  readonly title: string;
  readonly text?: ReactNode;
};

const SIGNS: Readonly<Record<Outcome['tone'], string>> = {
  ok: '○ 記録しました',
  undone: '↩ 取り消しました',
  again: '△ 2回目です',
  stop: '■ 止まりました',
  wrong: '× 違います',
};

/**
 * A room for scanning: one field that has the focus, what the last scan did, and how many of how many. A scanner is a
 * keyboard that ends with Enter; without scripts each scan is a page, with them only `#scan-room` is changed.
 */
export function ScanForm({
  action,
  hidden,
  label,
  button,
  counts,
  outcome,
  children,
  below,
}: {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly label: string;
  readonly button: string;
  readonly counts: readonly { readonly what: string; readonly done: number; readonly of: number }[];
  readonly outcome: Outcome | undefined;
  /** Beside the field: reason, day. */
  readonly children?: ReactNode;
  /** What changes with each scan: what is still to be scanned. */
  readonly below?: ReactNode;
}): ReactNode {
  return (
    <div id="scan-room">
      <div className="scan-counts">
        {counts.map(({ what, done, of }, index) => (
          <p key={what} data-scan-count={index === 0 ? '' : undefined}>
            <span>{what}</span>{' '}
            <strong>
              {done} / {of}
            </strong>
          </p>
        ))}
      </div>
      <ScanField action={action} hidden={hidden} label={label} button={button}>
        {children}
      </ScanField>
      <div
        id="scan-outcome"
        role="status"
        className={outcome ? `scan-outcome ${outcome.tone}` : 'scan-outcome'}
        data-outcome={outcome?.tone}
      >
        {outcome ? (
          <>
            <strong>{SIGNS[outcome.tone]}</strong> <span className="scan-title">{outcome.title}</span>
            {outcome.text !== undefined && <p>{outcome.text}</p>}
          </>
        ) : (
          <p>読み取りを待っています。</p>
        )}
      </div>
      {below}
    </div>
  );
}

function ScanField({
  action,
  hidden,
  label,
  button,
  children,
}: {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly label: string;
  readonly button: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <form method="post" action={action} data-scan="" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
      {children}
      <label htmlFor="scan" className="label">
        {label}
      </label>
      <div className="scan-line">
        <input
          id="scan"
          name="scan"
          data-scan-field=""
          className="scan-field"
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
        />
        <button type="submit" className="button main">
          {button}
        </button>
      </div>
    </form>
  );
}
