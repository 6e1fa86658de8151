import { WRONG_PASSWORDS } from '../wrong-passwords.js';
import { type EsignonVariation, envelopeOf, requestOf } from './login.js';

/** Wrong passwords, near to and far from the right one (ES-09). */
export const ESIGNON_WRONG_PASSWORDS: readonly EsignonVariation[] = WRONG_PASSWORDS.map(({ phrase, of }) => ({
  phrase,
  build: (login) => {
    const wrong = of(login.password, { other: login.otherPassword, nonce: login.nonce });
    if (typeof wrong !== 'string') return wrong;
    const envelope = envelopeOf(login);
    envelope.body.memb_pwd = wrong;
    return requestOf(login, { label: phrase, body: envelope, password: wrong });
  },
}));
