import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { OutsideGate } from '../../gate/outside/outside-gate.ts';
import type { Programme } from '../../programmes/programme.ts';
import { sampleWords } from '../../programmes/sample-words.ts';
import { usableForm } from '../../domain/forms/form.ts';
import { answer } from './answer.ts';
import { readAssets } from './assets.ts';
import type { Portal } from './portal.ts';

export type PortalSettings = {
  readonly gate: OutsideGate;
  readonly programme: Programme;
  readonly tryout: boolean;
  /** `https://portal.example`; what another page sends is refused. */
  readonly origin: string;
  /** A proxy of ours stands before: the last address in X-Forwarded-For is the asker's. */
  readonly proxied?: boolean | undefined;
  readonly chance: (bytes: number) => Uint8Array;
  /** Milliseconds of a clock that only goes forward, for the log. */
  readonly clock: () => number;
  /** Lines `GET /q/:code 303 2`: method, pattern, status, milliseconds. Never a value, never an address. */
  readonly log: (line: string) => void;
};

/**
 * The portal as a listener of `node:http`. Throws when the programme has no portal, its words do not fit its forms, or,
 * outside a try-out, the ward has not approved all of them (CHI-8.16-4).
 */
export function openPortal(settings: PortalSettings): RequestListener {
  const portal = portalOf(settings);
  return (request, response) => {
    void respond(portal, settings, request, response);
  };
}

async function respond(
  portal: Portal,
  settings: PortalSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const began = settings.clock();
  try {
    const { pattern, status, headers, bytes, broken } = await answer(
      portal,
      request,
      addressOf(request, settings),
    );
    write(response, status, headers, bytes);
    log(settings, request, pattern, status, began);
    if (broken !== undefined) settings.log(whereOf(broken));
  } catch (error) {
    response.destroy();
    log(settings, request, '-', 0, began);
    settings.log(whereOf(error));
  }
}

function portalOf({ gate, programme, tryout, origin, chance }: PortalSettings): Portal {
  const { portal: shows, rules } = programme;
  if (!shows) throw new Error(`The programme ${programme.id} shows nothing to residents`);
  const samples = tryout ? [] : sampleWords(shows);
  if (samples.length > 0) throw new Error(`No ward has approved ${samples.join(', ')} (CHI-8.16-4)`);
  const { definitions, questionnaire, asks } = rules.forms;
  const form = usableForm(definitions, questionnaire);
  if (!form) throw new Error(`The questionnaire ${questionnaire} is not approved (CHI-8.16-4)`);
  const pages = shows.questionPages.map(({ questions }) => questions);
  const placed = [...pages.flat(), asks.consent.question];
  const lost = form.questions.filter(({ code, alone }) => !alone && !placed.includes(code));
  if (lost.length > 0) throw new Error(`On no page: ${lost.map(({ code }) => code).join(', ')}`);
  const assets = readAssets();
  const version = rules.forms.consent.versions.at(-1);
  if (version === undefined) throw new Error('No text of consent is approved (CHI-8.3-9)');
  const asked = { form, pages, consent: { ...asks.consent, version } };
  return { gate, programme, shows, asked, assets, tryout, origin, chance };
}

function write(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | readonly string[]>>,
  bytes: Uint8Array,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (bytes.length > 0 || status !== 303) response.setHeader('Content-Length', bytes.length);
  response.writeHead(status);
  response.end(bytes);
}

function addressOf(request: IncomingMessage, { proxied }: PortalSettings): string {
  const forwarded = proxied
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
    : undefined;
  return forwarded?.trim() || (request.socket.remoteAddress ?? '');
}

function log(
  { log: write, clock }: PortalSettings,
  request: IncomingMessage,
  pattern: string,
  status: number,
  began: number,
): void {
  const method = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(request.method ?? '')
    ? request.method
    : 'OTHER';
  write(`${method} ${pattern} ${status} ${Math.round(clock() - began)}`);
}

/** Where an error was thrown, without its message: that may hold what somebody typed. */
function whereOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n    at ').slice(1, 6) : [];
  const name = error instanceof Error ? error.name : typeof error;
  return `error ${name} ${frames.map((frame) => frame.trim().replaceAll(/\s+/g, ' ')).join(' < ')}`;
}
