import type { ReactNode } from 'react';
import { readPostcode } from '../../domain/text/postcode.ts';
import type { PortalWords } from '../../programmes/portal-words.ts';
import { Field } from '../kit/still/field.tsx';
import { fill } from './fill.ts';
import { typed } from './form-parts.ts';
import type { Problem } from './reply.ts';

/** An address in Japan, as she types it; the parts of it are Japanese in every language. */
export type TypedAddress = {
  readonly postcode: string;
  readonly address: string;
  readonly building?: string | undefined;
};

export function AddressFields(props: {
  readonly words: PortalWords;
  readonly problems: readonly Problem[];
  readonly value?: TypedAddress | undefined;
}): ReactNode {
  const { words, problems, value } = props;
  const { site } = words;
  const error = (name: string) => problems.find(({ field }) => field === name)?.text;
  return (
    <>
      <Field
        name="postcode"
        label={site.postcode}
        hint={site.postcodeHint}
        value={value?.postcode}
        error={error('postcode')}
        inputMode="numeric"
        autoComplete="postal-code"
        width="middle"
        maxLength={10}
      />
      <Field
        name="address"
        label={site.address}
        hint={site.addressHint}
        value={value?.address}
        error={error('address')}
        autoComplete="street-address"
        lang="ja"
        maxLength={150}
      />
      <Field name="building" label={site.building} value={value?.building} lang="ja" maxLength={100} />
    </>
  );
}

/** What was typed, and what is wrong with it. */
export function readAddress(
  form: URLSearchParams,
  { site, problems: say }: PortalWords,
): { readonly typed: TypedAddress; readonly address: TypedAddress; readonly problems: readonly Problem[] } {
  const given = {
    postcode: typed(form, 'postcode', 20),
    address: typed(form, 'address', 150),
    building: typed(form, 'building', 100) || undefined,
  };
  const postcode = readPostcode(given.postcode);
  const problems: Problem[] = [];
  if (!postcode.ok) problems.push({ field: 'postcode', text: fill(say.postcode, { field: site.postcode }) });
  if (given.address.length < 4)
    problems.push({ field: 'address', text: fill(say.address, { field: site.address }) });
  return {
    typed: given,
    address: { ...given, postcode: postcode.ok ? postcode.value : given.postcode },
    problems,
  };
}
