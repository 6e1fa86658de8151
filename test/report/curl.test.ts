import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import type { OutgoingRequest } from '../../src/http/exchange.js';
import { curlCommand } from '../../src/report/curl.js';
import { exchangeOf } from '../http/support/exchange.js';
import { redacted } from '../redaction/redacted.js';

const isPosix = process.platform !== 'win32';

describe('the curl command', () => {
  it('is the request', () => {
    assert.equal(
      commandOf({}),
      [
        'curl --globoff --path-as-is -X POST',
        "-H 'Content-Type: application/json' -H 'User-Agent: token-assay/0.0.0' -H accept:",
        '--data-raw \'{"a":1}\' http://127.0.0.1:8080/v1/api/acme/login',
      ].join(' '),
    );
  });

  it('leaves out what curl would add: Accept and Content-Type', () => {
    assert.match(commandOf({ headers: [] }), / -H accept: -H content-type: /);
    assert.doesNotMatch(commandOf({ headers: [], body: null }), /content-type/);
    assert.doesNotMatch(commandOf({ headers: [['ACCEPT', '*/*']] }), /accept:/);
  });

  it('asks for the head of a HEAD', () => {
    assert.match(commandOf({ method: 'HEAD', body: null }), /^curl --globoff --path-as-is --head -H/);
  });

  it('has no secret in it', () => {
    const command = commandOf({
      path: '/token?tid=correct%20horse',
      headers: [['H-Authorization', 'Open key:unknown']],
      body: Buffer.from('{"memb_pwd":"correct horse","password":"unknown"}'),
      secrets: ['correct horse'],
    });
    assert.doesNotMatch(command, /correct|unknown/);
    assert.match(command, /'H-Authorization: Open \*\*\*'/);
    assert.match(command, /'\{"memb_pwd":"\*\*\*","password":"\*\*\*"\}'/);
  });

  it('has bytes that are no text as base64, masked before', () => {
    const body = Buffer.concat([Buffer.from([0xff]), Buffer.from('correct horse')]);
    const masked = Buffer.concat([Buffer.from([0xff]), Buffer.from('***')]).toString('base64');
    const command = commandOf({ body, secrets: ['correct horse'] });
    assert.ok(command.startsWith(`printf %s ${masked} | base64 -d | curl `), command);
    assert.match(command, / --data-binary @- /);
  });

  it('has no control character, mark of direction or carriage return as it is', () => {
    for (const text of ['\u001b[31m', 'a\u202eb', 'a\rb', 'a\u0000b', 'a\tb', '\ufeff{}']) {
      assert.match(commandOf({ body: Buffer.from(text) }), / --data-binary @- /, JSON.stringify(text));
    }
  });

  it('leaves a body over 16 KiB out, and says so', () => {
    const command = commandOf({ body: Buffer.alloc(70_000, 'a') });
    assert.match(command, / --data-binary @body .* # body: a file of 70000 bytes$/);
  });

  const odd: Readonly<Record<string, Partial<OutgoingRequest>>> = {
    quotes: { body: Buffer.from(`{"a":"it's ''\\"$HOME\`id\`$(id) \\\\ !! 한"}`) },
    'line breaks': { body: Buffer.from('{\n  "a": 1\n}\n') },
    'an at sign in front': { body: Buffer.from('@/etc/passwd') },
    'an empty body': { body: new Uint8Array() },
    bytes: { body: Buffer.from([0, 1, 2, 0xff, 0xfe, 0x27]) },
    'a hostile path': { path: "/a'b$(id)/../[1-3]{a,b}?c=d&e;f#|>" },
    'a hostile header': { headers: [["X-A'$(id)", "it's $(id) `id`"]] },
    'an empty header': { headers: [['X-Empty', '']] },
  };
  for (const [what, changes] of Object.entries(odd)) {
    it(`survives a shell: ${what}`, { skip: !isPosix && 'there is no POSIX shell' }, () => {
      const exchange = exchangeOf({ request: changes });
      const command = curlCommand(redacted(exchange));
      // in place of curl: its arguments, then what it is given to read
      const script = `curl() { printf '%s\\0' "$@"; case " $* " in *' @- '*) cat;; esac; }\n${command}`;
      const { stdout, stderr, status } = spawnSync('sh', ['-c', script]);
      assert.equal(status, 0, stderr.toString());
      const args = stdout.toString('latin1').split('\0');
      const read = Buffer.from(args.slice(args.indexOf(exchange.url) + 1).join('\0'), 'latin1');
      const raw = args.indexOf('--data-raw');
      const sent = raw === -1 ? read : Buffer.from(args[raw + 1] ?? '', 'latin1');
      assert.deepEqual(sent, Buffer.from(exchange.request.body ?? ''));
      assert.ok(args.includes(exchange.url));
      for (const [name, value] of exchange.request.headers) {
        assert.ok(args.includes(value === '' ? `${name};` : `${name}: ${value}`), args.join(' '));
      }
    });
  }
});

function commandOf(request: Partial<OutgoingRequest>): string {
  return curlCommand(redacted(exchangeOf({ request })));
}
