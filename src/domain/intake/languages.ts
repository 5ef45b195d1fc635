import type { SpokenLanguage } from './rows.ts';

/** 使用言語: a code or a Japanese word; an unknown one is kept as written, without a code. */
export function spokenLanguage(written: string): SpokenLanguage {
  const key = written.replace(/\s/g, '');
  const code = codeByWord.get(key) ?? codes.get(key.toLowerCase());
  return code === undefined ? { written } : { written, code };
}

const codeByWord: ReadonlyMap<string, string> = new Map(
  Object.entries({
    日本語: 'ja',
    英語: 'en',
    中国語: 'zh',
    '中国語(簡体字)': 'zh-Hans',
    '中国語（簡体字）': 'zh-Hans',
    '中国語(簡体)': 'zh-Hans',
    '中国語（簡体）': 'zh-Hans',
    '中国語(繁体字)': 'zh-Hant',
    '中国語（繁体字）': 'zh-Hant',
    '中国語(繁体)': 'zh-Hant',
    '中国語（繁体）': 'zh-Hant',
    北京語: 'zh',
    広東語: 'yue',
    台湾語: 'nan',
    韓国語: 'ko',
    '韓国・朝鮮語': 'ko',
    朝鮮語: 'ko',
    ハングル: 'ko',
    ベトナム語: 'vi',
    ネパール語: 'ne',
    タガログ語: 'fil',
    フィリピノ語: 'fil',
    フィリピン語: 'fil',
    ポルトガル語: 'pt',
    スペイン語: 'es',
    タイ語: 'th',
    インドネシア語: 'id',
    マレー語: 'ms',
    ミャンマー語: 'my',
    ビルマ語: 'my',
    ベンガル語: 'bn',
    ヒンディー語: 'hi',
    ウルドゥー語: 'ur',
    シンハラ語: 'si',
    タミル語: 'ta',
    モンゴル語: 'mn',
    クメール語: 'km',
    カンボジア語: 'km',
    ラオス語: 'lo',
    ラオ語: 'lo',
    ロシア語: 'ru',
    ウクライナ語: 'uk',
    フランス語: 'fr',
    ドイツ語: 'de',
    イタリア語: 'it',
    アラビア語: 'ar',
    ペルシャ語: 'fa',
    トルコ語: 'tr',
    日本手話: 'jsl',
    手話: 'jsl',
  }),
);

const codes: ReadonlyMap<string, string> = new Map(
  [...codeByWord.values(), 'tl', 'zh-CN', 'zh-TW', 'pt-BR'].map((code) => [code.toLowerCase(), code]),
);
