import type { Caller } from '../caller.js';
import { CkstackSpeaker } from './ckstack-speaker.js';
import { EsignonSpeaker } from './esignon-speaker.js';
import type { Speaker } from './speaker.js';

/** A speaker for a caller of any profile. */
export function speakerOf(caller: Caller): Speaker {
  return caller.credentials.family === 'esignon'
    ? new EsignonSpeaker(caller, caller.credentials)
    : new CkstackSpeaker(caller, caller.credentials);
}
