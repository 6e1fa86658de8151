import { Then } from '@cucumber/cucumber';
import type { AssayWorld } from './support/world.js';

/*
 * What holds for every answer of the run. The checks are made where an answer comes in (src/verify); here a
 * scenario says what it found about one clause: a phrase for each, and the clauses that it stands for.
 */
const STATEMENTS: readonly (readonly [statement: string, ...clauses: string[]])[] = [
  ['the answer is a well-formed success envelope', 'ES-02'],
  ['the answer has the documented response code', 'ES-03'],
  ['the answer contains a token', 'ES-04', 'CK-05'],
  ['the answer names the company in the path', 'ES-05'],
  ['the answer names the e-mail that was sent', 'ES-06'],
  ['the answer contains a device id', 'ES-07'],
  ['the token expires on a recognisable date in the future', 'ES-08'],
  ['the token is valid for 30 days', 'SS-01'],
  ['the refusal is a well-formed envelope without a token', 'ES-16', 'CK-18'],
  ['the result code is one the document lists', 'SS-02', 'LG-02'],
  ['the HTTP status is one that the contract allows', 'ES-17', 'CK-23'],
  ['the answer is UTF-8 JSON', 'ES-18', 'CK-31'],
  ['the answer has the content type JSON', 'ES-18', 'CK-31'],
  ['the answer does not contain the password', 'ES-23', 'CK-11'],
  ['the answer returns the transaction id', 'CK-02'],
  ['the answer returns no transaction id, or a string', 'CK-03'],
  ['the answer contains a message', 'CK-04'],
  ['the token expires within ten years, at a time given in seconds', 'CK-06'],
  ['the answer names the user who logged in', 'CK-07'],
  ['the documented members of the user have the documented types', 'CK-08'],
  ['all documented members of the user are present', 'CK-08'],
  ['the companies, groups and menus are present', 'CK-09'],
  ['the documented members of company, group and menu have the documented types', 'CK-10'],
];

for (const [statement, ...clauses] of STATEMENTS) {
  Then(statement, function (this: AssayWorld) {
    this.scenario.holds(this.clauseHere(...clauses), this.level);
  });
}
