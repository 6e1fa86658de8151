import './no-tracking.js';
import { MatchersV3 } from '@pact-foundation/pact';

/** A value that a provider state gives, of a certain form. `MatchersV3.fromProviderState` takes any form. */
export function stateValue(expression: string, form: string, example: string) {
  return {
    'pact:matcher:type': 'regex',
    'pact:generator:type': 'ProviderState',
    regex: form,
    expression,
    value: example,
  } as const;
}

/** Any text that is not empty. */
export function someText(example: string) {
  return MatchersV3.regex('^[\\s\\S]+$', example);
}

/** Any text but one and the empty one. */
export function textOtherThan(excluded: string, example: string) {
  return MatchersV3.regex(`^(?!${excluded}$)[\\s\\S]+$`, example);
}
