import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'oxc-transform';

/**
 * Lets Node.js load `.tsx`: it strips types itself but knows no markup. Whoever loads a face imports this file before
 * anything else, or is started with `--import ./src/tsx.ts`; what it makes is kept in memory only.
 */
registerHooks({
  load: (url, context, nextLoad) => {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
    const path = fileURLToPath(url);
    const made = transformSync(path, readFileSync(path, 'utf8'), {
      sourceType: 'module',
      typescript: { onlyRemoveTypeImports: true },
      jsx: { runtime: 'automatic', importSource: 'react' },
    });
    const [fault] = made.errors;
    if (fault) throw new SyntaxError(`${path}: ${fault.message}`);
    return { format: 'module', source: made.code, shortCircuit: true };
  },
});
