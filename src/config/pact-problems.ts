import { isObject, type JsonObject, memberOf } from '../text/json-members.js';

const KNOWN_VERSION = /^[234](?:\.\d+)*$/;

/**
 * What keeps a JSON value from being a pact that can be verified.
 *
 * @returns sentences without full stop, the most useful first; they quote nothing but the version
 */
export function pactProblems(value: unknown): readonly string[] {
  if (!isObject(value)) return ['this is not a pact file, which is a JSON object with consumer and provider'];
  for (const side of ['consumer', 'provider']) {
    const name = memberOf(memberOf(value, side), 'name');
    if (typeof name !== 'string' || name === '') {
      return [`this is not a pact file: ${side}.name, a text that is not empty, is missing`];
    }
  }
  return [...versionProblems(value), ...interactionProblems(value)];
}

function versionProblems(pact: JsonObject): readonly string[] {
  const accepted = 'accepted are versions 2, 3 and 4 of the Pact specification';
  const version = versionOf(pact);
  if (version === undefined) return [`metadata.pactSpecification.version is missing; ${accepted}`];
  if (typeof version === 'string' && KNOWN_VERSION.test(version)) return [];
  return [`metadata.pactSpecification.version is ${JSON.stringify(version)?.slice(0, 40)}; ${accepted}`];
}

/** Three spellings are in use. */
function versionOf({ metadata }: JsonObject): unknown {
  return (
    memberOf(memberOf(metadata, 'pactSpecification'), 'version') ??
    memberOf(memberOf(metadata, 'pact-specification'), 'version') ??
    memberOf(metadata, 'pactSpecificationVersion')
  );
}

function interactionProblems(pact: JsonObject): readonly string[] {
  const lists = [pact.interactions, pact.messages].filter((list) => list !== undefined);
  if (!lists.every(Array.isArray)) return ['interactions must be an array'];
  const interactions: readonly unknown[] = lists.flat();
  if (interactions.length === 0) return ['it has no interaction'];
  const wrong = interactions.findIndex((each) => typeof memberOf(each, 'description') !== 'string');
  if (wrong >= 0) return [`interaction ${wrong + 1} has no description`];
  const half = interactions.findIndex((each) => isHttp(each, pact) && !isWhole(each));
  return half < 0 ? [] : [`interaction ${half + 1} has no request or no response`];
}

function isHttp(interaction: unknown, { messages }: JsonObject): boolean {
  const type = memberOf(interaction, 'type');
  if (Array.isArray(messages) && messages.includes(interaction)) return false;
  return type === undefined || type === 'Synchronous/HTTP';
}

function isWhole(interaction: unknown): boolean {
  return isObject(memberOf(interaction, 'request')) && isObject(memberOf(interaction, 'response'));
}
