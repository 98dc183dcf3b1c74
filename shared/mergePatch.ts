/**
 * RFC 7396 JSON merge patch over plain JSON values without null: members replace, null removes, arrays are replaced whole.
 * Both directions keep the identity of what did not change, so that a comparison by `===` finds it.
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
type JsonObject = { [key: string]: Json | undefined };

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member called `__proto__` becomes a plain own member: a frame never reaches a prototype. */
function put(object: JsonObject, key: string, value: Json): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i += 1) if (!isSame(a[i], b[i])) return false;
    return true;
  }
  return isObject(a) && isObject(b) && diffPatch(a, b) === undefined;
}

/** The patch that leads from `before` to `after`; undefined when they are equal. A member that is undefined is absent. */
export function diffPatch(before: unknown, after: unknown): Json | undefined {
  if (before === after) return undefined;
  if (!isObject(before) || !isObject(after))
    return !isObject(before) && !isObject(after) && isSame(before as Json, after as Json) ? undefined : (after as Json);
  let patch: JsonObject | undefined;
  for (const key of Object.keys(after)) {
    const now = after[key];
    if (now === undefined) continue;
    const was = own(before, key);
    if (was === now) continue;
    const change = was === undefined ? now : diffPatch(was, now);
    if (change === undefined) continue;
    patch ??= {};
    put(patch, key, change);
  }
  for (const key of Object.keys(before)) {
    if (before[key] === undefined || own(after, key) !== undefined) continue;
    patch ??= {};
    put(patch, key, null);
  }
  return patch;
}

/** A patch's object that meets nothing to patch: its nulls mean "absent". */
function withoutNulls(patch: Json): Json {
  if (!isObject(patch)) return patch;
  const value: JsonObject = {};
  for (const key of Object.keys(patch)) {
    const member = patch[key];
    if (member !== null && member !== undefined) put(value, key, withoutNulls(member));
  }
  return value;
}

/** A new value; `target` stays as it is, and what the patch does not change keeps its identity. */
export function applyPatch(target: unknown, patch: unknown): Json {
  if (!isObject(patch) || !isObject(target)) {
    const value = withoutNulls(patch as Json);
    return isSame(target as Json, value) ? (target as Json) : value;
  }
  let result: JsonObject | undefined;
  const changed = (): JsonObject => {
    if (result) return result;
    result = {};
    for (const key of Object.keys(target)) put(result, key, target[key] as Json);
    return result;
  };
  for (const key of Object.keys(patch)) {
    const change = patch[key];
    const was = own(target, key);
    if (change === undefined) continue;
    if (change === null) {
      if (was !== undefined) delete changed()[key];
      continue;
    }
    const now = applyPatch(was, change);
    if (now !== was) put(changed(), key, now);
  }
  return result ?? target;
}

/** `after`, but every part of it that equals `before`'s keeps `before`'s identity. Both without null. */
export function keepIdentity(before: unknown, after: unknown): unknown {
  const patch = diffPatch(before, after);
  if (patch === undefined) return before;
  return isObject(before) && isObject(after) ? applyPatch(before, patch) : after;
}

/**
 * One patch for two that follow each other. undefined where none exists: what the first removes or replaces and the second
 * builds anew cannot be said without naming what was there before.
 */
export function composePatches(first: unknown, second: unknown): Json | undefined {
  if (!isObject(second)) return second as Json;
  if (!isObject(first)) return undefined;
  const composed: JsonObject = {};
  for (const key of Object.keys(first)) put(composed, key, first[key] as Json);
  for (const key of Object.keys(second)) {
    const later = second[key] as Json;
    const member = Object.hasOwn(first, key) ? composePatches(first[key], later) : later;
    if (member === undefined) return undefined;
    put(composed, key, member);
  }
  return composed;
}
