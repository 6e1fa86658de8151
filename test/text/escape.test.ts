import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { displayWidth } from '../../src/text/escape/display-width.js';
import { safeJson } from '../../src/text/escape/json.js';
import { visibleLines } from '../../src/text/escape/lines.js';
import { markdownBlock, markdownCode, markdownProse, markdownText } from '../../src/text/escape/markdown.js';
import { plainLine } from '../../src/text/escape/plain.js';
import { terminal, terminalCell } from '../../src/text/escape/terminal.js';
import { visible } from '../../src/text/escape/visible.js';
import { xmlText } from '../../src/text/escape/xml.js';
import { hasCiCommand, hasHidden } from '../report/hidden.js';
import { HOSTILE } from '../report/sample-verdict.js';

/** Text of everything that has ever troubled a report. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '::error::',
        '##vso[x]',
        '##teamcity[x]',
        'section_start:1:x',
        '##[error]',
        '\ud800',
        '\udc00',
      ),
      fc.constantFrom(
        '`',
        '|',
        '<b>',
        '](x)',
        '@user',
        'www.example.com',
        'http://example.com',
        '#1',
        '\\',
        '*',
      ),
    ),
  )
  .map((parts) => parts.join(''));

test('hidden characters are shown as escapes, line breaks and tabs by their usual names', () => {
  const table: readonly (readonly [text: string, shown: string])[] = [
    ['a\u001b[31mb', 'a\\u001b[31mb'],
    ['a\r\n\tb', 'a\\r\\n\\tb'],
    ['\u0000\u007f\u0085\u009b', '\\u0000\\u007f\\u0085\\u009b'],
    ['\u202e\u2066\u061c\u200e', '\\u202e\\u2066\\u061c\\u200e'],
    ['\u200b\u200d\u2060\ufeff\u00ad\u034f\u3164', '\\u200b\\u200d\\u2060\\ufeff\\u00ad\\u034f\\u3164'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['\ud800x\udc00', '\\ud800x\\udc00'],
    ['\ufffe\uffff', '\\ufffe\\uffff'],
    ['\u{e0041}', '\\udb40\\udc41'],
    ['성공 成功 é 😀 ✔\ufe0f', '성공 成功 é 😀 ✔\ufe0f'],
  ];
  for (const [text, shown] of table) assert.equal(visible(text), shown);
});

test('a long text is cut and says how much is missing, in characters as a reader counts them', () => {
  assert.equal(visible('abcdef', 6), 'abcdef');
  assert.equal(visible('abcdef', 4), 'abcd… (2 more characters)');
  assert.equal(visible('😀😀😀', 2), '😀😀… (1 more characters)');
  assert.equal(visible('ab\u001b[0m', 4), 'ab… (4 more characters)');
  assert.equal(visible('x'.repeat(1_000_000), 10), `${'x'.repeat(10)}… (999990 more characters)`);
});

test('terminal cells count columns: two for a Korean or Japanese letter', () => {
  assert.equal(displayWidth('성공 ok'), 7);
  assert.equal(displayWidth('e\u0301'), 1);
  assert.equal(displayWidth('ログ ﾛｸ ⚪ 😀'), 13);
  assert.equal(terminalCell('로그인 성공', 11), '로그인 성공');
  assert.equal(terminalCell('로그인 성공', 10), '로그인 성…');
  assert.ok(terminalCell(`a${'\u0301'.repeat(10_000)}`, 20).length <= 20);
});

test('whatever comes, a terminal gets one line without escapes and without commands to a CI server', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 5, max: 200 }), (text, limit) => {
      for (const shown of [
        terminal(text, limit),
        terminalCell(text, limit),
        plainLine(text, limit),
        xmlText(text),
      ]) {
        assert.ok(!hasHidden(shown), JSON.stringify(shown));
      }
      for (const shown of [terminal(text, limit), terminalCell(text, limit), xmlText(text)]) {
        assert.ok(!hasCiCommand(shown), shown);
      }
    }),
  );
});

test('commands to CI servers are broken where they can be seen', () => {
  assert.equal(terminal('::error file=a::b'), ':\\u003aerror file=a::b');
  assert.equal(terminal('::add-mask::b'), ':\\u003aadd-mask::b');
  assert.equal(terminal('##vso[task.complete]'), '#\\u0023vso[task.complete]');
  assert.equal(terminal('##[group]'), '#\\u0023[group]');
  assert.equal(terminal("##teamcity[testFailed name='x']"), "#\\u0023teamcity[testFailed name='x']");
  assert.equal(terminal('section_start:1:x'), 'section\\u005fstart:1:x');
  assert.equal(terminal('http://[fe80::a]/ a::b<c> ## heading'), 'http://[fe80::a]/ a::b<c> ## heading');
});

test('JSON parses back to the same value and is safe to print', () => {
  fc.assert(
    fc.property(fc.dictionary(anyText, fc.oneof(anyText, fc.array(anyText))), (value) => {
      const json = safeJson(value, 2);
      assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(value)));
      for (const line of json.split('\n')) assert.ok(!hasHidden(line) && !hasCiCommand(line), line);
    }),
  );
});

test('text of several lines keeps its lines and nothing else that is hidden', () => {
  assert.equal(visibleLines('a\r\nb\tc\u001b[0m\rd', 100), 'a\nb\tc\\u001b[0m\\u000dd');
  assert.equal(visibleLines('abcdef', 3), 'abc\n… (3 more characters)');
});

test('running Markdown has no markup, link, mention or cell border of its own', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const shown of [markdownText(text, 100_000), markdownText(HOSTILE, 100_000)]) {
        const left = shown.replaceAll('<!-- -->', '\u0001').replace(/&#\d+;/g, '\u0002');
        assert.doesNotMatch(left, /[<>|`*_[\]\\~]/, left);
        assert.doesNotMatch(left, /@\S(?<!\u0001)|\/\/|www\.|mailto:|#\d/, left);
      }
    }),
  );
});

test('a code span holds the text to the character, whatever backticks are in it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = disarmed(text);
      fc.pre(shown !== '');
      const span = markdownCode(text, 100_000);
      assert.equal(codeSpan(span), shown);
      assert.ok(!span.includes('|'));
    }),
  );
  assert.equal(markdownCode(''), '*empty*');
});

test('a fenced block ends where it should', () => {
  const block = markdownBlock('a ``` b ```` c', 'sh').split('\n');
  assert.deepEqual(block, ['`````sh', 'a ``` b ```` c', '`````']);
});

test('backticks in a sentence become code spans, a lonely one stays a character', () => {
  assert.equal(markdownProse('`result_code` is `"10"`.'), '`result_code` is `"10"`.');
  assert.equal(markdownProse('a ` b'), 'a &#96; b');
  assert.equal(markdownProse('`a|b` <b>'), '`a\\u007cb` &#60;b&#62;');
});

function disarmed(text: string): string {
  return xmlText(text, 100_000).replaceAll('|', '\\u007c');
}

/** What CommonMark reads in a string that is one code span. */
function codeSpan(span: string): string {
  const [fence = ''] = /^`+/.exec(span) ?? [];
  assert.ok(fence.length > 0 && span.endsWith(fence));
  const inner = span.slice(fence.length, -fence.length);
  assert.ok(!inner.split(/[^`]+/).includes(fence), 'the text ends its own span');
  return /^ .*[^ ].* $/.test(inner) ? inner.slice(1, -1) : inner;
}
