import { parseCivilDate, type CivilDate } from '../../domain/basics/civil-date.ts';
import { parseYearMonth, type YearMonth } from '../../domain/basics/year-month.ts';
import type { SentFile, DeskForm } from './desk-form.ts';
import type { FieldSpec } from './field-spec.ts';
import type { Problem } from './reply.ts';
import { readDay, readMonth } from './typed-day.ts';

/** What was typed into the fields of an act, read. A field that is not there or blank is `undefined`. */
export type Values = {
  /** '' for a blank optional field. */
  readonly text: (name: string) => string;
  readonly textOr: (name: string) => string | undefined;
  readonly date: (name: string) => CivilDate;
  readonly dateOr: (name: string) => CivilDate | undefined;
  readonly month: (name: string) => YearMonth;
  readonly number: (name: string) => number;
  readonly numberOr: (name: string) => number | undefined;
  readonly checked: (name: string) => boolean;
  /** One of these codes; another one is a mistake of ours, since only the options of the field are let in. */
  readonly one: <const T extends string>(name: string, of: readonly T[]) => T;
  readonly oneOr: <const T extends string>(name: string, of: readonly T[]) => T | undefined;
  /** Chosen ids: only those that the field offered are let in. */
  readonly ids: (name: string) => readonly string[];
  readonly many: <const T extends string>(name: string, of: readonly T[]) => readonly T[];
  readonly file: (name: string) => SentFile;
};

/** Reads every field; what cannot be read is named with what to do. */
export function readValues(
  form: DeskForm,
  specs: readonly FieldSpec[],
): { readonly values: Values; readonly problems: readonly Problem[] } {
  const read = new Map<string, string | readonly string[]>();
  const problems: Problem[] = [];
  for (const spec of specs) {
    const one = readField(form, spec);
    if ('problem' in one) problems.push({ field: spec.name, text: one.problem });
    else if (one.value !== undefined) read.set(spec.name, one.value);
  }
  return { values: valuesOf(read, form), problems };
}

type Read = { readonly value: string | readonly string[] | undefined } | { readonly problem: string };

function readField(form: DeskForm, spec: FieldSpec): Read {
  if (spec.kind === 'many') return readMany(form, spec);
  if (spec.kind === 'file') {
    const there = form.files.has(spec.name);
    return there || spec.optional ? { value: undefined } : { problem: `${spec.label}を選んでください。` };
  }
  const typed = (form.fields.get(spec.name) ?? '').trim();
  if (typed === '') {
    if (spec.optional) return { value: undefined };
    return { problem: blankWords(spec) };
  }
  return readTyped(spec, typed);
}

function readMany(form: DeskForm, spec: FieldSpec & { readonly kind: 'many' }): Read {
  const known = new Set(spec.options.map(({ value }) => value));
  const chosen = form.fields.getAll(spec.name).filter((value) => known.has(value));
  if (chosen.length === 0 && !spec.optional) return { problem: `${spec.label}を1つ以上選んでください。` };
  return { value: chosen };
}

function blankWords({ kind, label }: FieldSpec): string {
  if (kind === 'one') return `${label}を選んでください。`;
  if (kind === 'check') return `「${label}」を確かめて、チェックを入れてください。`;
  return `${label}を入力してください。`;
}

function readTyped(spec: Exclude<FieldSpec, { kind: 'many' | 'file' }>, typed: string): Read {
  const { label } = spec;
  const narrow = typed.normalize('NFKC');
  switch (spec.kind) {
    case 'check':
      return { value: 'yes' };
    case 'one':
      return spec.options.some(({ value }) => value === typed)
        ? { value: typed }
        : { problem: `${label}をもう一度選んでください。` };
    case 'text': {
      const value = spec.exact ? narrow.replaceAll(/\s/g, '') : typed;
      const most = spec.most ?? 200;
      if (value.length > most) return { problem: `${label}は${most}文字までです(今は${value.length}文字)。` };
      if (spec.exact && !/^[\x21-\x7e]+$/.test(value))
        return { problem: `${label}は英数字と記号で入力してください。` };
      return { value };
    }
    case 'lines': {
      const most = spec.most ?? 4000;
      if (typed.length > most) return { problem: `${label}は${most}文字までです(今は${typed.length}文字)。` };
      return { value: typed.replaceAll('\r\n', '\n') };
    }
    case 'date': {
      const day = readDay(narrow);
      return day
        ? { value: day }
        : { problem: `${label}を日付として読めません。2026-09-01 や R8.9.1 のように入力してください。` };
    }
    case 'month': {
      const month = readMonth(narrow);
      return month
        ? { value: month }
        : { problem: `${label}を月として読めません。2026-09 のように入力してください。` };
    }
    case 'time': {
      const parts = /^(\d{1,2}):?(\d{2})$/.exec(narrow);
      const value = `${(parts?.[1] ?? '').padStart(2, '0')}:${parts?.[2] ?? ''}`;
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
        ? { value }
        : { problem: `${label}を時刻として読めません。9:30 のように入力してください。` };
    }
    case 'number': {
      const value = narrow.replaceAll(',', '');
      const { min = 0, max = Number.MAX_SAFE_INTEGER, unit = '' } = spec;
      if (!/^-?\d+$/.test(value)) return { problem: `${label}を数字で入力してください。` };
      if (Number(value) < min) return { problem: `${label}は${min}${unit}以上です。` };
      if (Number(value) > max) return { problem: `${label}は${max}${unit}までです。` };
      return { value };
    }
  }
}

function valuesOf(read: ReadonlyMap<string, string | readonly string[]>, form: DeskForm): Values {
  const textOr = (name: string): string | undefined => {
    const value = read.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const needed = <T>(name: string, value: T | undefined): T => {
    if (value === undefined) throw new Error(`The field ${name} was read as required and is not there`);
    return value;
  };
  const dateOr = (name: string): CivilDate | undefined => {
    const value = textOr(name);
    const day = value === undefined ? undefined : parseCivilDate(value);
    return day?.ok ? day.value : undefined;
  };
  const monthOr = (name: string): YearMonth | undefined => {
    const value = textOr(name);
    const month = value === undefined ? undefined : parseYearMonth(value);
    return month?.ok ? month.value : undefined;
  };
  const numberOr = (name: string): number | undefined => {
    const value = textOr(name);
    return value === undefined ? undefined : Number(value);
  };
  const oneOr = <T extends string>(name: string, of: readonly T[]): T | undefined =>
    of.find((code) => code === textOr(name));
  return {
    text: (name) => textOr(name) ?? '',
    textOr,
    date: (name) => needed(name, dateOr(name)),
    dateOr,
    month: (name) => needed(name, monthOr(name)),
    number: (name) => needed(name, numberOr(name)),
    numberOr,
    checked: (name) => read.has(name),
    one: (name, of) => needed(name, oneOr(name, of)),
    oneOr,
    ids: (name) => [read.get(name) ?? []].flat(),
    many: (name, of) => of.filter((code) => read.get(name)?.includes(code)),
    file: (name) => needed(name, form.files.get(name)),
  };
}
