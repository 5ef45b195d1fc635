import type { CliCommand, Words } from './command-line.ts';
import type { ServeWish } from './doors.ts';

const ZONES = ['all', 'outside', 'inside'] as const;
const DESK_PORT = 4200;

/** `mimamori serve`: runs the zones of a place, one process each, until it is told to stop. */
export const serveCommand: CliCommand = {
  name: 'serve',
  says: '住民の画面(外側)と事務(内側)を動かします。内側は時計・受け渡し・メールも受け持ちます',
  usage:
    'serve [--zone all|outside|inside] [--portal-port 4100] [--desk-port 4200] [--host ADDRESS] [--origin URL] [--tls-cert FILE --tls-key FILE] [--courier-port 4101] [--courier URL]',
  examples: [
    'mimamori serve',
    'mimamori serve --zone outside --origin https://yoyaku.example.lg.jp',
    'mimamori serve --zone inside --courier https://outside.example.lg.jp:4101',
  ],
  options: {
    zone: { type: 'string' },
    'portal-port': { type: 'string' },
    'desk-port': { type: 'string' },
    'courier-port': { type: 'string' },
    host: { type: 'string' },
    origin: { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    courier: { type: 'string' },
  },
  run: async (words, doors, out) => {
    const wish = wishOf(words);
    if (typeof wish === 'string') {
      out.problem(`${wish}\n使い方: mimamori ${serveCommand.usage}`);
      return 2;
    }
    if (!doors.serve) {
      out.problem('シミュレーションの中からは動かせません。');
      return 1;
    }
    return doors.serve(wish, out);
  },
};

/** What is wished, or what is wrong with the words. */
function wishOf({ common, text }: Words): ServeWish | string {
  const said = text('zone') ?? 'all';
  const zone = ZONES.find((one) => one === said);
  if (!zone) return '--zone は all、outside、inside のどれかです。';
  const ports = {
    desk: portOf(text('desk-port')),
    portal: portOf(text('portal-port')),
    courier: portOf(text('courier-port')),
  };
  if (Object.values(ports).includes('wrong')) return 'ポートは 0 から 65535 までの数です。';
  const [cert, key] = [text('tls-cert'), text('tls-key')];
  if ((cert === undefined) !== (key === undefined)) return '--tls-cert と --tls-key は一緒に指定します。';
  const origin = text('origin');
  if (origin !== undefined && !isOrigin(origin)) return '--origin は https://yoyaku.example.lg.jp の形です。';
  const courier = text('courier');
  if (courier !== undefined && !isOrigin(courier)) return '--courier は https://HOST:4101 の形です。';
  return {
    dataDir: common.data,
    ...given('programme', common.programme),
    zone,
    deskPort: typeof ports.desk === 'number' ? ports.desk : DESK_PORT,
    portal: {
      ...given('host', text('host')),
      ...given('port', ports.portal),
      ...given('courierPort', ports.courier),
      ...given('origin', origin),
      ...given('tlsCert', cert),
      ...given('tlsKey', key),
    },
    ...given('courier', courier),
  };
}

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [N in Name]?: Exclude<Value, undefined | 'wrong'> } {
  return value === undefined || value === 'wrong' ? {} : ({ [name]: value } as Record<Name, never>);
}

function portOf(text: string | undefined): number | 'wrong' | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : 'wrong';
}

/** Scheme, host and port, and nothing behind them. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return (url?.protocol === 'https:' || url?.protocol === 'http:') && url.origin === text;
}
