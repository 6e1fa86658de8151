import { defineParameterType } from '@cucumber/cucumber';
import type { CkstackUserKey } from '../../src/profiles/fixtures.js';

defineParameterType({
  name: 'person',
  regexp: /[A-Z][a-z]+/,
  transformer: (name: string) => name,
  useForSnippets: false,
});

/** `"12"`, `"12" or "99"`, `"12", "99" or "10"`. */
defineParameterType({
  name: 'codes',
  regexp: /"\d\d"(?:(?:, | or )"\d\d")*/,
  transformer: (text: string) => [...text.matchAll(/\d\d/g)].map(([code]) => code),
  useForSnippets: false,
});

/** What the fixtures call the user. */
const CKSTACK_USERS: Readonly<Record<string, CkstackUserKey>> = {
  'system administrator': 'system-administrator',
  'intermediate administrator': 'intermediate-administrator',
  'general user': 'general-user',
  'user without a role': 'no-role',
  'user of several companies': 'several-companies',
};

defineParameterType({
  name: 'ckstackUser',
  regexp: new RegExp(Object.keys(CKSTACK_USERS).join('|')),
  transformer: (words: string) => CKSTACK_USERS[words],
  useForSnippets: false,
});
