import type { HttpReason, RefusalRow } from '../http/refusal.js';

/** Why a ckstack request is refused. */
type CkstackReason = HttpReason | 'member' | 'credentials' | 'authorization' | 'date' | 'service';
export type CkstackRefusals = Readonly<Record<CkstackReason, RefusalRow>>;

export const SUCCESS_CODE = 'S000001';
export const SUCCESS_MESSAGE = '성공';

/** The document's table of error codes is in a page that we do not have: these codes are the provider's own. */
export const CKSTACK_REFUSALS: CkstackRefusals = {
  target: { status: 400, code: 'E000400', message: '요청 URL 을 해석할 수 없습니다.' },
  unparsable: { status: 400, code: 'E000410', message: '요청 JSON 을 해석할 수 없습니다.' },
  member: { status: 400, code: 'E000411', message: 'userId 와 password 는 필수 항목입니다.' },
  authorization: { status: 401, code: 'E000420', message: 'H-Authorization 헤더가 올바르지 않습니다.' },
  date: { status: 400, code: 'E000421', message: 'H-Date 헤더가 올바르지 않습니다.' },
  service: { status: 400, code: 'E000422', message: 'Ck-Service 헤더가 올바르지 않습니다.' },
  credentials: { status: 401, code: 'E000401', message: '사용자 아이디 또는 패스워드가 올바르지 않습니다.' },
  method: { status: 405, code: 'E000405', message: 'POST 방식으로 요청해야 합니다.' },
  'too-large': { status: 413, code: 'E000413', message: '요청이 너무 큽니다.' },
  'media-type': { status: 415, code: 'E000415', message: 'Content-Type 은 application/json 이어야 합니다.' },
};
