/** Puts values into the places of a text: `{date}`. A place without a value is a mistake of ours and throws. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{([A-Za-z0-9]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} of a text`);
    return String(value);
  });
}
