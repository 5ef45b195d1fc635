import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Prose } from './prose.tsx';
import { Ruby, withoutRuby } from './ruby.tsx';

const drawn = (text: string) => renderToStaticMarkup(<Ruby text={text} />);

test('a reading stands above its word, and in brackets where ruby is not known [CHI-8.3-13]', () => {
  assert.equal(
    drawn('{妊娠|にんしん}8か{月|げつ}の方'),
    '<ruby>妊娠<rp>(</rp><rt>にんしん</rt><rp>)</rp></ruby>8か<ruby>月<rp>(</rp><rt>げつ</rt><rp>)</rp></ruby>の方',
  );
});

test('what is no reading stays as it was written, and markup is only text', () => {
  assert.equal(drawn('あと{m}分 | {} {a|} <b>'), 'あと{m}分 | {} {a|} &lt;b&gt;');
});

test('a title and a name for screen readers have the words without the readings', () => {
  assert.equal(withoutRuby('{言語|げんご}を{選|えら}ぶ {m}'), '言語を選ぶ {m}');
});

test('lines with a dash become one list between paragraphs', () => {
  assert.equal(
    renderToStaticMarkup(<Prose text={'一つ目\n- あ\n- い\n\n二つ目'} lang="ja" />),
    '<div class="prose" lang="ja"><p>一つ目</p><ul><li>あ</li><li>い</li></ul><p>二つ目</p></div>',
  );
});
