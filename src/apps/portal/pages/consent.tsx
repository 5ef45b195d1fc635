import { Button, ButtonRow } from '../../kit/still/button.tsx';
import { Choices } from '../../kit/still/choices.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import type { OpenAsk } from '../ask.ts';
import { fill } from '../fill.ts';
import { hidden } from '../form-parts.ts';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { Stage } from '../stage.tsx';
import { before, elsewhere, nextOf, pathOf } from '../where.ts';

export const consentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/consent',
    needs: 'open',
    handle: (ask) => {
      const other = away(ask);
      return other ? go(other) : consentPage(ask);
    },
  },
  { method: 'POST', path: '/consent', needs: 'open', handle: agree },
];

/** Whom we know already need not leave a contact first. */
function away({ portal, session }: OpenAsk): string | undefined {
  const next = nextOf(portal, session);
  const known = session.inside.registered && next.step === 'about';
  return known ? undefined : elsewhere(portal, session, 'consent');
}

/** Consent is compulsory here; by telephone it is not (CHI-8.3-9, AMB-12). The version she read is kept with it. */
async function agree(ask: OpenAsk): Promise<Reply> {
  const { portal, session } = ask;
  const other = away(ask);
  if (other) return go(other);
  if (ask.form.get('consent') !== 'given') return consentPage(ask, ask.words.consent.required);
  const { version } = portal.asked.consent;
  const kept = await portal.gate.save(session, {
    ...session.own,
    consent: { version, at: portal.gate.now() },
  });
  return go(pathOf(nextOf(portal, kept)));
}

function consentPage(ask: OpenAsk, error?: string): PageReply {
  const { portal, session, words, language } = ask;
  const { consent, site } = words;
  const said = portal.shows.consent[language];
  const { version } = portal.asked.consent;
  const text = portal.shows.consentTexts.find((one) => one.version === version);
  if (!text) throw new Error(`The text of consent ${version} is not there`);
  return {
    reply: 'page',
    status: error ? 422 : 200,
    title: consent.title,
    back: before(portal, 'consent'),
    problems: error ? [{ field: 'consent', text: error }] : [],
    body: (
      <>
        <Stage words={words} step="consent" heading={consent.heading} />
        <Prose text={said.paragraphs} />
        {said.note !== '' && (
          <section>
            <h2>
              <Ruby text={said.note} />
            </h2>
            <Prose text={[text.title, ...text.paragraphs]} lang="ja" />
          </section>
        )}
        <Prose text={fill(consent.version, { version })} />
        <Form action="/consent" hidden={hidden(ask)}>
          <Choices
            name="consent"
            pick="many"
            label={consent.title}
            mark={site.required}
            error={error}
            options={[
              {
                value: 'given',
                label: said.check,
                checked: session.own.consent?.version === version,
              },
            ]}
          />
          <Prose text={consent.otherwise} />
          <ButtonRow>
            <Button text={site.next} />
          </ButtonRow>
        </Form>
      </>
    ),
  };
}
