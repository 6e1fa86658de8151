/** The text before the clauses in docs/contract.md. */

export const WHAT_IT_IS = `
This is the contract that token-assay holds a token-issuance (login) API to, clause by clause. It is a reading of
three documents of the vendors, which are silent or contradict themselves in places. What the documents say is in the
statements; where we had to decide, a clause has a **reading** with its reason, so that you can see what comes from the
document and what from us.
`;

export const LEVELS = `
**MUST**: the document says it, or a standard that it relies on does (RFC 8259 for JSON, RFC 9110 for HTTP, RFC 7231
for dates), or breaking it hands out or leaks a credential. **SHOULD**: good practice that the document does not
state. The verdict of a run counts MUST; with \`--strict\` it counts SHOULD as well. A clause with a part of each level
has two entries under one id, each judged separately. Accepted deviations go into a waivers file, by clause id.

Clauses marked _generated_ are checked by generated requests only: \`--fuzz-runs\` sets how many, \`--seed\` decides
which ones.
`;

export const JUDGED = `
- The clauses on the form and the status of answers (ES-16, ES-17, ES-18, CK-18, CK-23, CK-31) hold for answers to
  POST requests sent as \`application/json\`. Of any other request only this is judged: that it gets no token, and what
  ES-22, ES-31 and CK-22 say.
- Where a request has several faults, any code that one of them allows is accepted.
- A _malformed_ request is one that ES-12 to ES-15 (CK-16, CK-17) are about.
- A _token_ is a non-empty string in the member that holds the token of a successful answer; an empty string, null or
  \`{}\` there is not a token.
- A request over 16 KiB may be answered HTTP 413 (414, or 431 for its headers) in any form.
- A company name with characters other than ASCII letters, digits, \`-\` and \`_\`, or with more than 40 characters, need
  not be accepted as a name: such a path may belong to no endpoint. Of the answer only this is judged: no token, no
  server error, no password in it.
- Clauses about every answer are checked on every exchange of a run, whatever its purpose.
`;

export const NOT_JUDGED = `
No document mentions these, and providers differ: duplicate members (whichever value is taken), a byte order mark
before the JSON, lone surrogates, limits of depth, the case of e-mails, white space around the name of a user or a
company, the order of checks, a missing \`request_msg\`, \`session_id\`, \`User-Agent\` or \`Accept\`, the case of the scheme
\`Open\`, a raw \`+\`, a repeated or an empty \`tid\`, unsolicited 1xx answers, the answers to HEAD and OPTIONS. Even there:
no token for wrong credentials, no server error, no secret in an answer.
`;

export const FIXTURES = `
What a check needs from the target comes from the fixtures file. A check whose fixture is missing is skipped with
that reason, counted and named in the verdict; it never passes silently.
`;

export const FIXTURES_BY_CLAUSE: readonly (readonly string[])[] = [
  ['clauses', 'needs in the fixtures file'],
  [
    'both eSignon profiles',
    '`esignon.company`; for every good login and for wrong passwords also `esignon.user`',
  ],
  ['`esignon-startsimple`, good logins and SS-03 to SS-05', 'also `esignon.clientId`'],
  ['ES-08, SS-01', '`esignon.expireDateFormat`, only where the date is in a format that ES-08 does not list'],
  ["ES-09 (another user's password), ES-24", 'also `esignon.secondUser`'],
  [
    'LG-01, LG-03',
    '`esignon.blockedCompany`: a company that is not allowed to call the API, with right credentials',
  ],
  [
    '`ckstack-token`',
    '`ckstack.apiKey`, `ckstack.service`, `ckstack.signature` and at least one entry of `ckstack.users`',
  ],
  ['CK-27', 'a second entry of `ckstack.users`'],
  [
    'RO-01',
    '`system-administrator`, `intermediate-administrator` and `general-user` of `ckstack.users`, each checked separately',
  ],
  ['RO-03', '`several-companies` of `ckstack.users`, with the roles in each company'],
  ['RO-04', '`no-role` of `ckstack.users`'],
];

export const PATHS_AND_SIGNATURES = `
A path that differs from the profile's default is set in \`esignon.paths\` or \`ckstack.path\`: a later revision of the
document of \`esignon-startsimple\` has \`login\` instead of \`startsimple\`, and deployments follow one or the other. The ways to sign a request (\`ckstack.signature\`) are an HMAC with a chosen digest, encoding and message, a
fixed signature, or your own JavaScript module.
`;

export const ESIGNON_REQUEST = `
The request is JSON, \`{header: {request_code: "1001Q", …}, body: {memb_email, memb_pwd, …}}\`, sent as
\`Content-Type: application/json\`. \`esignon-startsimple\` also sends \`header.request_msg\`, \`header.session_id\`,
\`body.comp_id\`, \`body.client_id\` and \`User-Agent: esignonapi\`.
`;

export const MENU_NAMES = `
_Reading:_ the document asks to compare in upper case, which speaks to whoever reads the answer, so it is not a clause
(RO-02 is not used). The document names no locale, and a role must not depend on the locale of a computer: Unicode's
default upper case counts, so that \`cadmin\` gives its role under Turkish rules too, \`cadmın\` with a dotless ı gives
it, and \`CADMİN\` does not. Only the whole name counts: \`RootX\` and \` Root\` give none.
`.trim();

export const CKSTACK_REQUEST = `
The request has the headers \`Accept: application/json\`, \`Content-Type: application/json\`, \`H-Authorization: Open\`
with API key and signature joined by a colon, \`H-Date\` with an HTTP-date and \`Ck-Service\` with a value from the
operator, an optional query parameter \`tid\`, and the JSON \`{userId, password}\`, where \`password\` is the SHA-256 of the
user's password in lower-case hexadecimal, or in base64 where the fixtures file says so.
`;
