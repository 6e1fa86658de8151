import { Then } from '@cucumber/cucumber';
import { NotChecked } from '../src/errors/not-checked.js';
import { describeStatus, statusKind } from '../src/http/status.js';
import type { Check } from '../src/verdict/check.js';
import type { AssayWorld } from './support/world.js';

/* The outcome of a login. It is checked for the scenario's own clause, the first of its tags. */

/** Statuses that refuse a method. */
const METHOD_REFUSED = [400, 404, 405, 501];

Then('the login/request is accepted', async function (this: AssayWorld) {
  if (!this.user) throw new Error('nobody logged in');
  await this.scenario.expectAccepted(this.clause, this.level, this.answer, this.user);
});

Then('each of the logins/requests is refused', function (this: AssayWorld) {
  for (const answer of this.answers)
    this.scenario.check([answer.checkRefused(this.clause, this.level, [])], [answer]);
});

Then('the login/request is refused', function (this: AssayWorld) {
  this.scenario.check([this.answer.checkRefused(this.clause, this.level, [])], [this.answer]);
});

Then(
  'the login/request is refused with( result) code/error {codes}',
  function (this: AssayWorld, codes: string[]) {
    this.scenario.check([this.answer.checkRefused(this.clause, this.level, codes)], [this.answer]);
  },
);

Then(
  'the login/request is accepted, or refused with( result) code/error {codes}',
  function (this: AssayWorld, codes: string[]) {
    this.scenario.check(
      [this.answer.checkRefused(this.clause, this.level, codes, { orAccepted: true })],
      [this.answer],
    );
  },
);

Then('the login is refused, or answered as a lenient reader would answer it', function (this: AssayWorld) {
  this.scenario.check([applicable(this.answer.checkAsRead?.(this.clause, this.level))], [this.answer]);
});

Then(/^the login is refused as (?:unreadable|incomplete)$/, function (this: AssayWorld) {
  this.scenario.check(
    [applicable(this.answer.checkAsStrictlyRead?.(this.clause, this.level))],
    [this.answer],
  );
});

Then('no token is issued', function (this: AssayWorld) {
  this.scenario.check([this.answer.checkNoToken(this.clause, this.level)], [this.answer]);
});

Then('the method is refused', function (this: AssayWorld) {
  const { exchange } = this.answer;
  const status = exchange.answer?.status;
  const check = {
    clause: this.clause,
    level: this.level,
    held: status !== undefined && METHOD_REFUSED.includes(status),
    kind: statusKind(exchange),
    expected: 'HTTP 404 or 405 (501 and 400 are tolerated)',
    actual: describeStatus(exchange),
  };
  this.scenario.check([check], [this.answer]);
});

Then('the media type is refused', function (this: AssayWorld) {
  const issued = this.answer.checkNoToken(this.clause, this.level);
  const refused = checkNoServerError(this, 'a refusal below HTTP 500');
  this.scenario.check([issued.held ? refused : issued], [this.answer]);
});

Then('the server can answer the login', function (this: AssayWorld) {
  this.scenario.check([checkNoServerError(this, 'an answer below HTTP 500')], [this.answer]);
});

function checkNoServerError({ answer: { exchange }, clause, level }: AssayWorld, expected: string): Check {
  const status = exchange.answer?.status;
  return {
    clause,
    level,
    held: status !== undefined && status < 500,
    kind: statusKind(exchange),
    expected,
    actual: describeStatus(exchange),
  };
}

/** @throws {NotChecked} where the request turned out to be another one than the scenario means */
function applicable(check: Check | null | undefined): Check {
  if (check === undefined) throw new Error('the profile does not say how a request may be read');
  if (check === null) throw new NotChecked('fixture', 'made of this account, the login says something else');
  return check;
}
