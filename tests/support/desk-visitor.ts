import assert from 'node:assert/strict';

/** A page as a browser without scripts has it before it. */
export type DeskSeen = {
  readonly status: number;
  /** Where it came to rest, with what stands behind the question mark. */
  readonly path: string;
  readonly text: string;
  readonly headers: Headers;
};

/** A browser without scripts at the door of a desk: it keeps cookies, goes where it is led and fills forms in. */
export type DeskVisitor = {
  readonly jar: Map<string, string>;
  readonly get: (path: string) => Promise<DeskSeen>;
  /** Sends the form of the page that it has before it which goes to this address, with all that stands hidden in it. */
  readonly send: (action: string, fields?: Readonly<Record<string, string>>) => Promise<DeskSeen>;
  /** Sends something else, and goes nowhere. */
  readonly raw: (path: string, init?: RequestInit) => Promise<Response>;
};

export function deskVisitor(origin: string, jar = new Map<string, string>()): DeskVisitor {
  let before: DeskSeen | undefined;
  const raw = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${origin}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';');
      const at = pair.indexOf('=');
      if (rest.some((one) => one.trim() === 'Max-Age=0')) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const follow = async (path: string, first: Response): Promise<DeskSeen> => {
    let [at, response] = [path, first];
    for (let steps = 0; response.status === 303; steps += 1) {
      assert.ok(steps < 8, 'it is led round and round');
      at = response.headers.get('location') ?? '';
      assert.match(at, /^\/(?!\/)/, 'it is led to the desk and nowhere else');
      response = await raw(at);
    }
    before = { status: response.status, path: at, text: await response.text(), headers: response.headers };
    return before;
  };
  return {
    jar,
    raw,
    get: async (path) => follow(path, await raw(path)),
    send: async (action, fields = {}) => {
      const forms = before?.text.match(/<form [\s\S]*?<\/form>/g) ?? [];
      const form = forms.find((one) => attributeIn(one.slice(0, one.indexOf('>')), 'action') === action);
      assert.ok(form, `there is no form to ${action} on ${before?.path ?? 'no page'}`);
      const hidden = (form.match(/<input [^>]*>/g) ?? [])
        .filter((input) => attributeIn(input, 'type') === 'hidden')
        .map((input): [string, string] => [attributeIn(input, 'name'), attributeIn(input, 'value')]);
      const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
      return follow(action, await raw(action, { method: 'POST', body }));
    },
  };
}

/** An attribute of a tag, in whatever order they were written. */
export function attributeIn(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return found.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
