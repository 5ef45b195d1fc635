/** What the desk said to something that was asked or done from the page. */
export type Said =
  | { readonly ok: true; readonly value: unknown }
  /** `sentence`: why, as it may be shown; without it the line is gone or the session over. */
  | { readonly ok: false; readonly status: number; readonly sentence?: string };

/** Asks a question of the gate, or does a command under a mark of its own, with the token of the page. */
export async function askDesk(
  kind: 'ask' | 'do',
  row: string,
  body: { readonly input: object; readonly once?: string; readonly shown?: Readonly<Record<string, number>> },
  signal?: AbortSignal,
): Promise<Said> {
  try {
    const response = await fetch(`/api/${kind}/${row}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-token': document.body.dataset['token'] ?? '' },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
    const said: unknown = await response.json();
    if (response.ok && isObject(said)) return { ok: true, value: said['value'] };
    const sentence = isObject(said) && typeof said['sentence'] === 'string' ? said['sentence'] : undefined;
    return { ok: false, status: response.status, ...(sentence === undefined ? {} : { sentence }) };
  } catch {
    return { ok: false, status: 0 };
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
