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
has two entries under one id, each judged separately. Accepted deviations go into a waivers file, by clause id, and can be
narrowed to a profile and a finding.

A MUST never asks for more than the documents and standards do. RFC 8259 section 9 allows a parser to accept more than
JSON, and ordinary servers use that freedom, so a request that is not quite JSON may be read as what it means; refusing it
is a SHOULD. Nobody without a right to a token gets one: that stays a MUST, whatever was sent.

Clauses marked _generated_ are checked by generated requests only: \`--fuzz-runs\` sets how many, \`--seed\` decides
which ones.
`;

/** @param name of the newest edition; `digest`: of its catalogue */
export function editions(name: string, digest: string): string {
  return `
This is edition \`${name}\`. Every entry (clause and level) came with one edition, given here where it is not the first.
A part of a clause that an edition tightens is a further entry with that edition; what an edition relaxes is relaxed in every
edition. A run with \`--edition=NAME\` checks and shows the entries of later editions, but does not count them. A verdict
names its edition and the digest of the catalogue: the SHA-256 of a JSON array with \`id\`, \`level\`, \`reading\`, \`since\` and
\`statement\` of every entry, in the order of this page, without white space. Today it is

    ${digest}

[stability.md](stability.md) says what may change when, [disputes.md](disputes.md) how to object to a clause.
`;
}

export const JUDGED = `
- The clauses on the form and the status of answers (ES-16, ES-17, ES-18, CK-18, CK-23, CK-31) hold for answers to
  POST requests sent as \`application/json\`. Of any other request only this is judged: that it gets no token (ES-16, CK-18)
  and no password comes back (ES-23, CK-11), and what ES-22, ES-31 and CK-22 say.
- Where a request has several faults, any code that one of them allows is accepted.
- A _malformed_ request is one that ES-12 to ES-15 (CK-16, CK-17) are about.
- A _token_, where none may be, is a non-empty string in the body in the member that holds the token of a successful answer,
  or under a common other spelling of that name; and anywhere in an answer (body, header, cookie, trailer) a value of 8 or
  more characters that the run has seen as a token. An empty string, null or \`{}\` is not a token, nor is a new session
  cookie.
- _Not JSON at all_ is what no reader makes sense of: nothing, white space alone, a truncated document, one that lacks a
  closing bracket or quote, plain text, a form, HTML, XML, binary data.
- _Not quite JSON_ is what ES-12 lists. It is answered as unreadable or according to one of its readings: with right
  credentials as a success, with wrong ones as refused credentials, with a missing member as ES-14 says, with a wrong
  header as ES-15 says, and in no other way. Where an ill-formed byte inside a credential is replaced or dropped there is no
  token; where it is decoded to just the right text, that there is none is a SHOULD.
- A company name with characters other than ASCII letters, digits, \`-\` and \`_\`, or with more than 40 characters, need
  not be accepted as a name: such a path may belong to no endpoint. Of the answer only this is judged: no token, no
  server error, no password in it.
- Clauses about every answer are checked on every exchange of a run, whatever its purpose.
`;

export const NOT_JUDGED = `
No document mentions these, and providers differ:

- in the JSON of a request: duplicate members (whichever value is taken), a byte order mark before it, lone surrogates written
  as escapes, limits of depth;
- in names: the letter case of e-mails, user IDs and companies, and white space around them;
- the order of checks; a missing or odd \`request_msg\`, \`session_id\`, \`User-Agent\` or \`Accept\`; the case of the scheme
  \`Open\`;
- in the URL: a raw \`+\`, a repeated or an empty \`tid\`, further query parameters, percent-encoding that cannot be decoded;
- \`Content-Encoding\` of a request, unsolicited 1xx answers, the answers to HEAD and OPTIONS;
- other spellings of the right digest or signature (letter case of hexadecimal, base64url, padding, white space around it), and
  passwords that RFC 8265 or RFC 4013 make equal to the right one.

Even there: no token for wrong credentials, no server error, no secret in an answer.
`;

export const GATEWAYS = `
Firewalls and proxies in front of a provider answer some requests themselves, and a provider is not blamed for them:

- A request with an attack or a near credential that holds markup, patterns or encodings (ES-26, CK-26), with a NUL or another
  control character, or with large headers or a large body may be answered 403, 406, 411, 413, 414, 429 or 431 in any form,
  but without a token and without a secret.
- 429 to such a request is the gateway's where the good login sent next is answered; otherwise it is throttling.
- 407, and 502, 503 or 504 from a forward proxy that the suite is configured to use, are not the target's.
- Any other 502, 503 or 504: if the plain good login sent next gets the same, there is no verdict; if not, the answer violates
  ES-17 or CK-23, because an application that crashes behind a reverse proxy looks like that.
`;

export const CONNECTIONS_AND_TIME = `
- A 408 with \`Connection: close\` on a connection that was used before answers no request (RFC 9110 section 15.5.9): the request
  is sent once more on a new connection, and a 408 there is the answer. A login that counts as failed waits for its account's
  turn again, and is counted again.
- Time in which the suite itself could not run, on a busy machine, does not count towards any deadline.
- A missing answer is a violation where the same request, sent again alone, gets none either. For simultaneous logins (ES-25,
  CK-28) all sixteen are sent again together. More than three requests without an answer in one run in which the suite did not
  stall are a violation even where their repetitions were answered.
`;

export const NEAR = `
A comparison is careless when a function is applied first that maps different texts to one. Credentials that such a
function confuses with the right ones are sent as wrong ones. These functions are known: folding of letter case; trimming and
folding of white space, control and invisible characters; Unicode's normal forms, width and accents; dropping parts of an
e-mail (dots, tags, comments, quotes, brackets, display names); decoding once more (percent-encoding, HTML entities, JSON
escapes, base64, hexadecimal, quoted-printable); reading patterns (LIKE, glob, regular expressions); \`?\` for letters that a
character set lacks; the stored digest as the password; prefixes, suffixes and cuts at 8, 16, 32, 64, 72 and 255 bytes or
characters; comparison as numbers or dates; sums that do not see the order; lists in which one match is enough; the user's own
name, e-mail or company, or the digest of the empty text, as the password.

| what | level |
| --- | --- |
| passwords, digests, signatures, API keys | MUST; cuts at 72 (as bcrypt makes) and 255 SHOULD |
| names of users, companies and clients: letter case, white space around them | not judged |
| names: other folding, and parts that are dropped | SHOULD, since many collations do so; a tag that is dropped from an e-mail: MUST, it is another mailbox |
| names: patterns, cuts, decoding once more, lists, sums | MUST |

What is sent as wrong is wrong for the account that is named: company, user and password are compared with every account of the
fixtures, read under all that is not judged. What would be right is not sent, and the report says why.
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
document of \`esignon-startsimple\` has \`login\` instead of \`startsimple\`, and deployments follow one or the other. The ways to sign a
request (\`ckstack.signature\`) are an HMAC with a chosen digest, encoding and message, a fixed signature, or your own
JavaScript module.
`;

export const ESIGNON_REQUEST = `
The request is JSON, \`{header: {request_code: "1001Q", …}, body: {memb_email, memb_pwd, …}}\`, sent as
\`Content-Type: application/json\`. \`esignon-startsimple\` also sends \`header.request_msg\`, \`header.session_id\`,
\`body.comp_id\`, \`body.client_id\` and \`User-Agent: esignonapi\`.
`;

export const MENU_NAMES = `
_Reading:_ the document asks to compare in upper case, which is addressed to the reader of the answer, so it is not a clause
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
