import fc, { type Arbitrary } from 'fast-check';
import type { BaseRequest, GeneratedBody } from './base-request.js';
import { charsetParameter, headerCase } from './header-style.js';
import { nodeAt, withAdded } from './json-node.js';
import { writeJson } from './json-writer.js';
import type { Mutation } from './mutation.js';
import { indexAt, pick, sometimes } from './pick.js';
import { spelling } from './spelling.js';
import { memberWords, type UnknownMember, unknownMember } from './unknown-member.js';

/** What clients may add though no document names it: each is a matter of a SHOULD clause. */
interface Addition {
  readonly members: readonly UnknownMember[];
  readonly contentType: string | null;
}

const addition: Arbitrary<Addition> = pick<Addition>(
  [
    3,
    fc
      .array(unknownMember, { minLength: 1, maxLength: 3 })
      .map((members) => ({ members, contentType: null })),
  ],
  [1, charsetParameter.map((contentType) => ({ members: [], contentType }))],
);

/**
 * Other encodings of a valid login (ES-28, CK-30): order of members, white space, escapes, letter case of header
 * names; one in four with an unknown member or a charset, which only SHOULD be taken (ES-20, ES-21, CK-25).
 */
export const equivalentLogin: Arbitrary<Mutation> = fc
  .record({ addition: sometimes(25, addition), headers: headerCase, spelling })
  .map(({ addition: added, headers, spelling: spelled }) => ({
    stranger: false,
    headers:
      added?.contentType == null
        ? headers
        : {
            ...headers,
            contentType: added.contentType,
            words: [...headers.words, `Content-Type ${added.contentType}`],
          },
    body: (base) => written(base, spelled, added?.members ?? []),
  }));

function written(
  base: BaseRequest,
  spelled: { readonly words: readonly string[]; readonly style: () => Parameters<typeof writeJson>[1] },
  members: readonly UnknownMember[],
): GeneratedBody {
  let node = base.document;
  const words = [...spelled.words];
  const taken = new Set<string>();
  for (const member of members) {
    const path = base.objects[indexAt(member.at, base.objects.length)] ?? [];
    const place = JSON.stringify([...path, member.name]);
    // Twice the same name would be another matter: duplicates are not judged.
    if (taken.has(place) || nodeAt(node, [...path, member.name])) continue;
    taken.add(place);
    node = withAdded(node, path, member, { first: member.first });
    words.push(memberWords(member, path));
  }
  return { words, bytes: Buffer.from(writeJson(node, spelled.style())) };
}
