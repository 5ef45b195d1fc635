import type { ReactNode } from 'react';
import type { PackagePlace } from '../../domain/portal/message.ts';
import type { PortalWords } from '../../programmes/portal-words.ts';
import { Choices } from '../kit/still/choices.tsx';
import { AddressFields, readAddress } from './address-fields.tsx';
import { fill } from './fill.ts';
import type { Problem } from './reply.ts';

/** What stands in the fields: a place that is whole, or one that is still to be mended. */
export type TypedPackage = {
  readonly at?: string | undefined;
  readonly postcode?: string;
  readonly address?: string;
  readonly building?: string | undefined;
};

/** Where she will be when the package comes (CHI-8.4, 8.8-8). */
export function PackageChoices(props: {
  readonly words: PortalWords;
  readonly problems: readonly Problem[];
  readonly value?: TypedPackage | undefined;
}): ReactNode {
  const { words, problems, value } = props;
  const { place, site } = words;
  const checked = (at: string) => value?.at === at;
  const address = {
    postcode: value?.postcode ?? '',
    address: value?.address ?? '',
    building: value?.building,
  };
  return (
    <Choices
      name="package"
      pick="one"
      label={place.package}
      hint={place.packageHint}
      mark={site.required}
      error={problems.find(({ field }) => field === 'package')?.text}
      options={[
        { value: 'registered', label: place.registered, checked: checked('registered') },
        {
          value: 'japan',
          label: place.japan,
          hint: place.japanHint,
          checked: checked('japan'),
          note: <AddressFields words={words} problems={problems} value={address} />,
        },
        { value: 'abroad', label: place.abroad, hint: place.abroadHint, checked: checked('abroad') },
      ]}
    />
  );
}

export function readPackage(
  form: URLSearchParams,
  words: PortalWords,
): { readonly value?: PackagePlace; readonly typed: TypedPackage; readonly problems: readonly Problem[] } {
  const at = form.get('package') ?? '';
  if (at === 'registered' || at === 'abroad') return { value: { at }, typed: { at }, problems: [] };
  if (at === 'japan') {
    const { typed, address, problems } = readAddress(form, words);
    const whole = { at, typed: { at, ...typed }, problems };
    return problems.length > 0 ? whole : { ...whole, value: { at, ...address } };
  }
  const text = fill(words.problems.requiredChoice, { field: words.place.package });
  return { typed: {}, problems: [{ field: 'package', text }] };
}
