import { rolldown } from 'rolldown';

/** A script for the browser, under a name that changes with its content. */
export type LiveFile = { readonly name: string; readonly code: string };

/** The name of the file that a page begins with; it loads the others when they are needed. */
export type LiveBundle = { readonly entry: string; readonly files: readonly LiveFile[] };

/** What behaves in the browser, made once at the start (under a second): the same sources give the same names. */
export async function bundleLive(entry: string): Promise<LiveBundle> {
  const bundle = await rolldown({
    input: { live: entry },
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' }, jsx: { runtime: 'automatic' } },
    // A browser of an office: the evergreen ones.
    resolve: { conditionNames: ['browser', 'import', 'default'] },
    logLevel: 'silent',
  });
  try {
    const { output } = await bundle.generate({
      format: 'es',
      minify: true,
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: '[name]-[hash].js',
    });
    const files = output.flatMap((one) =>
      one.type === 'chunk' ? [{ name: one.fileName, code: one.code }] : [],
    );
    const first = output.find((one) => one.type === 'chunk' && one.isEntry);
    if (!first) throw new Error('The bundle of the desk has no beginning');
    return { entry: first.fileName, files };
  } finally {
    await bundle.close();
  }
}
