import type { HttpReason, RefusalRow } from '../http/refusal.js';

/** Why an eSignon request is refused. */
type EsignonReason = HttpReason | 'header' | 'body' | 'member' | 'credentials' | 'blocked';
export type EsignonRefusals = Readonly<Record<EsignonReason, RefusalRow>>;

/** The words of one document for its result codes. */
interface Wording {
  readonly '10': string;
  readonly '12': string;
  readonly '95'?: string;
  readonly '99': string;
}

/** Result messages of the startsimple document (Korean); its table has no code 95. */
export const STARTSIMPLE_REFUSALS: EsignonRefusals = refusals({
  '10': '로그인 정보가 정확하지 않습니다.',
  '12': '수신 메세지의 Body 정보가 잘못된 형태여서 파싱하지 못했습니다.',
  '99': 'Unexpected exception ( 잘못된 포맷 )',
});

/** Result messages of the login document (Japanese). */
export const LOGIN_REFUSALS: EsignonRefusals = refusals({
  '10': 'ログイン情報が正確ではありません。',
  '12': '受信メッセージのBody情報が正しくない形のため、パスできませんでした。',
  '95': 'APIを呼び出せない会社です。 管理者にお問い合わせください。',
  '99': 'Unexpected exception（誤ったフォーマット）',
});

/** What a successful login says, in the words of each document. */
export const STARTSIMPLE_SUCCESS_MESSAGE = '성공적으로 로그인되었습니다.';
export const LOGIN_SUCCESS_MESSAGE = '成功裏にログインされました。';

// A refusal that a document has a code for is HTTP 200: the code carries the outcome, and clients in the
// field read it there. What only HTTP can say has its HTTP status.
function refusals(wording: Wording): EsignonRefusals {
  const row = (code: keyof Wording, status = 200): RefusalRow => ({
    status,
    code,
    message: wording[code] ?? wording['99'],
  });
  return {
    target: row('99', 400),
    method: row('99', 405),
    'media-type': row('99', 415),
    'too-large': row('99', 413),
    unparsable: row('12'),
    header: row('99'),
    body: row('12'),
    member: row('99'),
    credentials: row('10'),
    blocked: row(wording['95'] === undefined ? '10' : '95'),
  };
}
