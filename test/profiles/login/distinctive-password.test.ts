import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDistinctive } from '../../../src/profiles/login/distinctive-password.js';

const OTHERS = ['mina@example.com', 'acme', 'client-1', '/api/acme-Works%20Ltd/login'];

const DISTINCTIVE = [
  ['two classes', 'xk4vq9zt'],
  ['letters of both cases within', 'qWzRtYpL'],
  ['one class, 12 characters', 'zxcvbnmasdfg'],
  ['words and digits', 'password-2026'],
  ['words of other fields', 'correct horse battery'],
  ['text of another script with digits', '비밀번호입니다123'],
  ['5 different characters', 'ab1c2ab1c2'],
  ['a capital within', 'abcDefgh'],
  ['no letter or digit', '!@#$%^&*()_+'],
  ['a hash', 'ef797c8118f02dfb649607dd5d3f8c7623048c9c063d532cc95c5ed7a898a64f'],
  ['the e-mail extended', 'mina@example.com1'],
] as const;

const COMMON = [
  ['7 characters', 'xk4vq9z'],
  ['4 different characters', 'abababab1212'],
  ['7 characters of two code units each', '😀😁😂🤣😃😄😅'],
  ['one class, 11 characters', 'zxcvbnmasdf'],
  ['one class behind a capital', 'Zxcvbnma'],
  ['digits alone', '12345678'],
  ['words of messages', 'wrong password'],
  ['words of messages in capitals, with punctuation', 'Invalid-Password!'],
  ['a word of 12 and more letters', 'authentication'],
  ['part of the e-mail', 'example.com'],
  ['the e-mail', 'mina@example.com'],
  ['part of the path', 'api/acme'],
  ['part of the path once decoded', 'acme-Works Ltd'],
  ['a member of answers', 'access_token'],
  ['a member of ckstack answers', 'mobilePhoneNumber'],
  ['another of them', 'changePasswordDate'],
  ['words of messages from e to h', 'expired email header'],
  ['words of messages from p to s', 'signature rejected'],
  ['a media type', 'application/json'],
  ['empty', ''],
] as const;

for (const [what, password] of DISTINCTIVE) {
  test(`a password is distinctive: ${what}`, () => assert.equal(isDistinctive(password, OTHERS), true));
}

for (const [what, password] of COMMON) {
  test(`a password is not distinctive: ${what}`, () => assert.equal(isDistinctive(password, OTHERS), false));
}

test('only the values of the same request count', () => {
  assert.equal(isDistinctive('joon@example.com', OTHERS), true);
  assert.equal(isDistinctive('joon@example.com', ['joon@example.com']), false);
});

test('a value that is no percent-encoding is taken as it is', () => {
  assert.equal(isDistinctive('a-100%-Secret', ['/%zz/a-100%-Secret']), false);
  assert.equal(isDistinctive('a-100%-Secret', ['/%zz']), true);
});
