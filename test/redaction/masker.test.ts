import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { createMasker } from '../../src/redaction/masker.js';

const SECRETS = [
  'correct horse',
  'p"ä\\ss/W€rd\n',
  '비밀번호입니다',
  'emoji😀key',
  "a'b&c=d+e%41",
  '0123456789abcdef',
];

describe('a secret is masked', () => {
  for (const secret of SECRETS) {
    const json = JSON.stringify(secret).slice(1, -1);
    const digest = createHash('sha256').update(secret).digest();
    const forms: Readonly<Record<string, string>> = {
      'as it is': secret,
      'in JSON': json,
      'in JSON, every character escaped': escaped(secret, () => true),
      'in JSON, escaped in upper case': escaped(secret, () => true).replace(/[0-9a-f]{4}/g, (hex) =>
        hex.toUpperCase(),
      ),
      'in JSON, some characters escaped': escaped(
        secret,
        (at, character) => at % 2 === 0 || /["\\\n]/.test(character),
      ),
      'in JSON, its slashes escaped': json.replaceAll('/', '\\/'),
      'in JSON within JSON': JSON.stringify(json).slice(1, -1),
      'percent-encoded': encodeURIComponent(secret),
      'percent-encoded, every byte': percentEncoded(secret),
      'percent-encoded in lower case': percentEncoded(secret).toLowerCase(),
      'form-encoded': new URLSearchParams({ a: secret }).toString().slice(2),
      'in JSON in a query': encodeURIComponent(json),
      'in hexadecimal': Buffer.from(secret).toString('hex'),
      'in hexadecimal in upper case': Buffer.from(secret).toString('hex').toUpperCase(),
      'its SHA-256 in hexadecimal': digest.toString('hex'),
      'its SHA-256 in upper case': digest.toString('hex').toUpperCase(),
    };
    for (const [form, text] of Object.entries(forms)) {
      it(`${form}: ${json}`, () => {
        assert.equal(masking(secret).mask(`before <${text}> behind`), 'before <***> behind');
      });
    }
    const padded: Readonly<Record<string, string>> = {
      base64: Buffer.from(secret).toString('base64'),
      base64url: Buffer.from(secret).toString('base64url'),
      'base64 of its SHA-256': digest.toString('base64'),
      'base64url of its SHA-256': digest.toString('base64url'),
    };
    for (const [form, text] of Object.entries(padded)) {
      it(`${form}: ${json}`, () => {
        assert.match(masking(secret).mask(`<${text}>`), /^<\*\*\*=*>$/);
      });
    }
    it(`escaped, within longer base64: ${json}`, () => {
      const units = [...secret].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
      if (units.length < secret.length) return;
      for (const body of [`{"memb":"${units.join('')}"}`, `a=1&b=${percentEncoded(secret)}&c=2`]) {
        for (const encoding of ['base64', 'base64url'] as const) {
          const text = Buffer.from(body).toString(encoding).replaceAll('=', '');
          assert.equal(masking(secret).mask(`<${text}>`), '<***>');
          assert.equal(masking(secret).mask(`<x/${text}>`), '<***>');
        }
      }
      assert.equal(masking(secret).mask('<dGhlcmUgaXMgXHUwMDQxIGhlcmU>'), '<dGhlcmUgaXMgXHUwMDQxIGhlcmU>');
    });
    it(`within longer base64: ${json}`, () => {
      for (const before of ['', 'u:', 'us:', 'user:']) {
        const whole = Buffer.from(`${before}${secret}, and more`).toString('base64');
        const masked = masking(secret).mask(whole);
        assert.notEqual(masked, whole);
        const left = masked.split('***').map((part) => Buffer.from(part, 'base64').toString('latin1'));
        assert.ok(!left.join('').includes(Buffer.from(secret).toString('latin1').slice(1, 5)), masked);
      }
    });
  }

  it('in UTF-16, in bytes', () => {
    const little = Buffer.from('<correct horse>', 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const masked = Buffer.from(masking('correct horse').maskBytes(bytes)).toString('latin1');
      assert.match(masked, /^\0?<\0?\*\*\*\0?>\0?$/);
    }
  });

  it('among bytes that are no UTF-8, which stay as they are', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0x00, 0xc0]),
      Buffer.from('correct horse'),
      Buffer.from([0x80]),
    ]);
    const masked = masking('correct horse').maskBytes(bytes);
    assert.deepEqual([...masked], [0xff, 0x00, 0xc0, ...Buffer.from('***'), 0x80]);
  });

  it('wherever it stands, as often as it does', () => {
    assert.equal(masking('secret-1').mask('secret-1secret-1, secret-1'), '***, ***');
  });

  it('the longest first, and overlapping ones whole', () => {
    assert.equal(masking('secret', 'secret-long', 'long-gone').mask('a secret-long-gone b'), 'a *** b');
    assert.equal(masking('secret', 'secret-long').mask('secret secret-long'), '*** ***');
    assert.equal(masking('aaaa').mask('aaaaaa'), '***');
  });

  it('though it is very long', () => {
    const secret = Array.from({ length: 20_000 }, (_, at) => String(at)).join(' ');
    assert.equal(masking(secret).mask(`<${secret}>`), '<***>');
    assert.equal(masking(secret).mask(JSON.stringify({ a: secret })), '{"a":"***"}');
  });
});

describe('what is no secret stays', () => {
  it('text without any', () => {
    const text = '{"header":{"result_code":"10","result_msg":"성공 \\u00e9 %41 😀"},"list":[1,null]}';
    assert.equal(masking('correct horse').mask(text), text);
  });

  it('secrets of fewer than four characters, and the words of the contract', () => {
    const text = 'abc is the password of 1001Q; result_code null';
    assert.equal(masking('abc', 'password', '1001Q', 'null', 'result_code').mask(text), text);
  });

  it('half a secret, and one in another case', () => {
    assert.equal(masking('correct horse').mask('correct hors, CORRECT HORSE'), 'correct hors, CORRECT HORSE');
  });

  it('a backslash that begins no escape', () => {
    const text = 'C:\\temp\\new \\\\u0041 \\q \\';
    assert.equal(masking('correct horse').mask(text), text);
  });
});

describe('what stands under the name of a secret is masked', () => {
  for (const [text, masked] of [
    ['{"memb_pwd":"abc","x":"y"}', '{"memb_pwd":"***","x":"y"}'],
    ['{"password" : "a\\"b\\\\", "x":1}', '{"password" : "***", "x":1}'],
    ['{"PassWord":"abc"}', '{"PassWord":"***"}'],
    ['{"memb_pwd":"cut o', '{"memb_pwd":"***'],
    ['{"memb_pwd":"cut off\\', '{"memb_pwd":"***'],
    ['{"memb\\u005fpwd":"a\\u0022b","x":1}', '{"memb\\u005fpwd":"***","x":1}'],
    ["{'memb_pwd':'abc'}", "{'memb_pwd':'***'}"],
    ['{memb_pwd:"abc"}', '{memb_pwd:"***"}'],
    ['{"password":["abc", "def"],"x":["y"]}', '{"password":["***", "***"],"x":["y"]}'],
    ['{"token":{"token":"abc","expireDate":1}}', '{"token":{"token":"***","expireDate":1}}'],
    ['{"access_token":12345678}', '{"access_token":***}'],
    ['"{\\"client_id\\":\\"a b\\",\\"x\\":\\"y\\"}"', '"{\\"client_id\\":\\"***\\",\\"x\\":\\"y\\"}"'],
    ['client_id=abc&x=y', 'client_id=***&x=y'],
    ['/token?access_token=a%20b#x', '/token?access_token=***'],
    ['H-Authorization: Open key:signature\r\nX: y', 'H-Authorization: ***\r\nX: y'],
    ['{"headers":{"Authorization":"Bearer abc"}}', '{"headers":{"Authorization":"***"}}'],
    ['Set-Cookie: a=b; Path=/\nX: y', 'Set-Cookie: ***\nX: y'],
    ['{"secret":"a","apiKey":"b","api_key":"c"}', '{"secret":"***","apiKey":"***","api_key":"***"}'],
  ] as const) {
    it(text, () => assert.equal(createMasker().mask(text), masked));
  }

  for (const text of [
    '{"access_token":"","token":null,"password":true,"memb_pwd":{"$ne":null}}',
    'the password: must be given; token: missing',
    '`body.memb_pwd` → null',
    '{"tokens":"abc","my_password":"abc","password_hint":"abc"}',
    '{"session_id":"thread_023"}',
  ]) {
    it(`but not: ${text}`, () => assert.equal(createMasker().mask(text), text));
  }
});

describe('headers', () => {
  const masker = createMasker();
  masker.add('correct horse');
  masker.hideHeader(['X-Gateway', 'Token gateway-key-1']);
  masker.hideHeader(['X-Lang', 'ko']);
  for (const [field, shown] of [
    [['H-Authorization', 'Open key:signature'], 'Open ***'],
    [['authorization', 'Basic dXNlcjpwYXNz'], 'Basic ***'],
    [['H-Authorization', 'key:signature of mine'], '***'],
    [['Proxy-Authorization', 'Openkey'], '***'],
    [['Cookie', 'a=b'], '***'],
    [['SET-COOKIE', 'a=b'], '***'],
    [['x-gateway', 'anything'], '***'],
    [['X-LANG', 'ko'], '***'],
    [['X-Echo', 'gateway-key-1'], '***'],
    [['X-Echo', 'correct%20horse'], '***'],
    [['Content-Type', 'application/json'], 'application/json'],
    [['Content-Language', 'ko'], 'ko'],
  ] as const) {
    it(field.join(': '), () => assert.deepEqual(masker.maskHeader(field), [field[0], shown]));
  }
});

describe('the limit of maskBytes', () => {
  it('shows so many bytes, and no part of a secret that goes on beyond', () => {
    const masked = masking('correct horse').maskBytes(Buffer.from('abc correct horse and more'), 8);
    assert.equal(Buffer.from(masked).toString(), 'abc ***');
  });

  it('counts the bytes of the original', () => {
    const masked = masking('correct horse').maskBytes(Buffer.from('correct horse and more, not shown'), 22);
    assert.equal(Buffer.from(masked).toString(), '*** and more');
  });
});

describe('secrets of single exchanges', () => {
  it('are forgotten after a thousand others, those of the run never', () => {
    const masker = createMasker();
    masker.add('secret-of-the-run');
    masker.remember('secret-of-one');
    for (let nth = 0; nth < 500; nth += 1) masker.remember(`another-${nth}`);
    assert.equal(masker.mask('secret-of-one'), '***');
    for (let nth = 500; nth < 2000; nth += 1) masker.remember(`another-${nth}`);
    assert.equal(masker.mask('secret-of-one'), 'secret-of-one');
    assert.equal(masker.mask('another-1999, secret-of-the-run'), '***, ***');
  });
});

function masking(...secrets: readonly string[]) {
  const masker = createMasker();
  for (const secret of secrets) masker.add(secret);
  return masker;
}

function escaped(text: string, which: (at: number, character: string) => boolean): string {
  return [...text]
    .map((character, at) => {
      if (!which(at, character)) return character;
      const units = Array.from({ length: character.length }, (_, unit) => character.charCodeAt(unit));
      return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
    })
    .join('');
}

function percentEncoded(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
    .join('');
}
