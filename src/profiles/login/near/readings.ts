/** Readings of the clauses on wrong credentials that both families share. */

/** On passwords, digests, signatures and API keys (ES-09, CK-12, CK-19). */
export const NEAR_SECRET_READING =
  'Wrong is also what a careless comparison takes for the right one: with letter case, white space, controls or accents folded or dropped, decoded once more, read as a pattern, a list or a number, cut, or with its characters in another order; and the stored digest, the own name, e-mail or company. Forms that RFC 4013 or RFC 8265 make equal to the right one are not judged.';

/** On user ids, e-mails and companies (ES-10, CK-13, ES-29). */
export const NEAR_NAME_READING =
  'Unknown is also what is known only once it is decoded again, read as a pattern or a list, cut, or stripped of a tag. Letter case and white space round a name are not judged. Where such a name is accepted, an account of that name may exist after all.';

/** On long passwords. */
export const LONG_CUT_READING =
  'The hash function bcrypt reads 72 bytes, and many columns hold 255 characters: that is so common that a MUST would say nothing of the provider.';

/** On names that collations fold. */
export const FOLDED_NAME_READING =
  'Collations of databases and mail systems do such folding on purpose, so it is not a MUST; but two people may then share one account.';
