import { listDevices, registerDeviceCommand, withdrawDeviceCommand } from '../../../../gate/inside/device.ts';
import { accessWords } from '../../../../programmes/words/access.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { optionsOf, wordOf } from '../../code-words.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { page, type Reply } from '../../reply.ts';
import { act, type DeskRoute } from '../../route.ts';

const toTerminals = () => '/administration/terminals';
const REASONS = Object.keys(accessWords.reason);

/** SEC-15-1: the ID manager has seen the terminal and the number on its sign-in page. */
export const registerTerminal = act({
  row: registerDeviceCommand,
  work: 'administration',
  title: '端末を登録する',
  button: '登録する',
  given: [],
  fields: [
    {
      kind: 'text',
      name: 'device',
      label: '端末番号',
      hint: 'その端末のサインインの画面に出る20文字。電話ではなく、端末の前で確かめてください。',
      exact: true,
    },
    { kind: 'text', name: 'register', label: '機器台帳の番号', exact: true, width: 'middle' },
  ],
  explain: () => '登録した端末からだけサインインできます。IDとパスワードは別に必要です。',
  wrong: (values) =>
    /^(device_)?[a-z2-9]{20}$/.test(values.text('device'))
      ? []
      : [{ field: 'device', text: '端末番号は20文字です。画面に出ているとおりに入力してください。' }],
  input: (values) => ({
    device: givenId({ device: `device_${values.text('device').replace(/^device_/, '')}` }, 'device'),
    register: values.text('register'),
  }),
  done: '端末を登録しました。',
  to: toTerminals,
});

export const withdrawTerminal = act({
  row: withdrawDeviceCommand,
  work: 'administration',
  title: '端末の登録を取り消す',
  button: '取り消す',
  grave: true,
  given: ['device'],
  fields: [{ kind: 'one', name: 'reason', label: '理由', options: optionsOf(accessWords.reason) }],
  explain: () =>
    'この端末で使っている画面をただちに終わらせ、これからはサインインできません。もう一度使うときは、新しい端末番号で登録します。',
  input: (values, given) => ({
    device: givenId(given, 'device'),
    reason: values.one('reason', REASONS),
  }),
  done: '端末の登録を取り消しました。',
  to: toTerminals,
});

async function showTerminals(asking: Asking): Promise<Reply> {
  const devices = await asking.answer(listDevices, {});
  return page(
    '端末',
    <>
      <h1>端末</h1>
      <div className="buttons">
        {asking.may(registerTerminal.row) && (
          <ActLink of={registerTerminal} given={{}} text={registerTerminal.title} main />
        )}
      </div>
      <DataTable
        caption="登録された端末"
        rows={devices}
        keyOf={({ device }) => device}
        empty="登録された端末はありません。"
        columns={[
          { key: 'register', head: '機器台帳の番号', of: ({ register }) => register },
          { key: 'device', head: '端末番号', of: ({ device }) => device.slice('device_'.length) },
          { key: 'state', head: '状態', of: ({ state }) => wordOf(accessWords.device, state) },
          { key: 'on', head: '登録した日', of: ({ registeredOn }) => dayWords(registeredOn) },
          {
            key: 'act',
            head: '操作',
            of: ({ device, state }) =>
              state === 'registered' &&
              asking.may(withdrawTerminal.row) && <ActLink of={withdrawTerminal} given={{ device }} />,
          },
        ]}
      />
    </>,
  );
}

export const terminalsScreen: DeskRoute = {
  kind: 'screen',
  path: '/administration/terminals',
  work: 'administration',
  title: '端末',
  tab: 5,
  asks: [listDevices],
  show: showTerminals,
};
