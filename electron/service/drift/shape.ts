import { type Fields, JSON_TYPES, type JsonType, type Word } from '../platform/wire-spec/spec.ts';
import { ABSENT, type Finding, type Findings, findings, typeOf, typesText } from './finding.ts';

/** What is wrong with a reply; most of the time nothing, and then always the same empty list. */
export type ShapeReader = (reply: object) => readonly Finding[];

const NONE: readonly Finding[] = [];
/** Shapes remembered for one object of a reply, before the memory begins anew. */
const SHAPES_KEPT = 1000;

type Json = Record<string, unknown>;

/** An object of the documents, with the shapes in which it has been seen. */
interface Place {
  path: string;
  slots: Map<string, Slot>;
  always: readonly Slot[];
  /** What is wrong with each shape that was seen. */
  shapes: Map<number, readonly Finding[]>;
}

/** A field of such an object. Weights are what its type, its code or its items' types add to the shape. */
interface Slot {
  name: string;
  path: string;
  word: Word;
  always: boolean;
  typeWeights: readonly number[];
  itemWeights: readonly number[];
  codeWeights: Map<unknown, number> | null;
  /** The object that the field, or each item of its list, is. */
  place: Place | null;
}

/**
 * Compares replies with what the documents say of them. It stands on the way of every reply, so it looks at each
 * object's shape only: which fields there are, of which types, with which codes. The shape is a sum of weights, one a
 * field, and what it means is worked out once; objects and list items each have their own, so that their
 * combinations do not multiply.
 */
export function shapeReader(fields: Fields): ShapeReader {
  const root = placeOf('', fields);
  const known = findings();
  return (reply) => {
    const found = look(root, reply as Json, known);
    return found === null ? NONE : [...found];
  };
}

/** Null when everything is as documented. */
function look(place: Place, value: Json, known: Findings): Set<Finding> | null {
  let shape = 0;
  let found: Set<Finding> | null = null;
  for (const name in value) {
    const inner = value[name];
    const type = typeOf(inner);
    const slot = place.slots.get(name);
    if (slot === undefined) {
      shape += weightOf(`${name}?${type}`);
      continue;
    }
    shape += slot.typeWeights[RANK[type]]!;
    if (slot.codeWeights !== null) shape += slot.codeWeights.get(inner) ?? weightOf(`${name}=${String(inner)}`);
    if (type === 'list') {
      const items = inner as unknown[];
      let types = 0;
      for (let index = 0; index < items.length; index += 1) {
        const item = items[index];
        const itemType = typeOf(item);
        types |= 1 << RANK[itemType];
        if (itemType === 'object' && slot.place) found = join(found, look(slot.place, item as Json, known));
      }
      shape += slot.itemWeights[types]!;
    } else if (type === 'object' && slot.place && (slot.always || !isEmpty(inner as Json))) {
      found = join(found, look(slot.place, inner as Json, known));
    }
  }
  let here = place.shapes.get(shape);
  if (here === undefined) {
    here = differences(place, value, known);
    if (place.shapes.size >= SHAPES_KEPT) place.shapes.clear();
    place.shapes.set(shape, here);
  }
  return here.length === 0 ? found : join(found, new Set(here));
}

function join(some: Set<Finding> | null, more: Set<Finding> | null): Set<Finding> | null {
  if (some === null || more === null) return some ?? more;
  for (const one of more) some.add(one);
  return some;
}

/** The slow and thorough look at one object's own fields. */
function differences(place: Place, value: Json, known: Findings): readonly Finding[] {
  const found: (Finding | null)[] = [];
  for (const slot of place.always)
    if (!Object.hasOwn(value, slot.name)) found.push(known.one('missing', slot.path, typesText(slot.word), ABSENT));
  for (const [name, inner] of Object.entries(value)) {
    const slot = place.slots.get(name);
    if (slot) found.push(...differencesOf(slot, inner, known));
    else found.push(known.one('new', pathOf(place.path, name), ABSENT, typeOf(inner)));
  }
  return found.filter((one) => one !== null);
}

function differencesOf(slot: Slot, value: unknown, known: Findings): (Finding | null)[] {
  const { word, path } = slot;
  const type = typeOf(value);
  if (type === 'null' && !slot.always) return [];
  if (!word.types.includes(type))
    return [known.one('retyped', path, typesText(word), type), ...codeOf(slot, value, known)];
  if (type !== 'list') return codeOf(slot, value, known);
  const item = word.item;
  if (!item) return [];
  const strange = new Set((value as unknown[]).map(typeOf).filter((one) => !item.types.includes(one)));
  return [...strange].map((one) => known.one('retyped', `${path}[]`, typesText(item), one));
}

function codeOf(slot: Slot, value: unknown, known: Findings): (Finding | null)[] {
  if (slot.codeWeights === null || slot.codeWeights.has(value)) return [];
  if (typeof value !== 'number' && typeof value !== 'string') return [];
  return [known.one('code', slot.path, (slot.word.codes ?? []).join(' | '), String(value))];
}

function placeOf(path: string, fields: Fields): Place {
  const slots = new Map(
    Object.entries(fields).map(([name, word]) => {
      const plain = name.replace(/\?$/, '');
      return [plain, slotOf(path, plain, word, plain === name)];
    }),
  );
  return { path, slots, always: [...slots.values()].filter((slot) => slot.always), shapes: new Map() };
}

function slotOf(place: string, name: string, word: Word, always: boolean): Slot {
  const path = pathOf(place, name);
  const inside = word.fields ?? word.item?.fields;
  return {
    name,
    path,
    word,
    always,
    typeWeights: JSON_TYPES.map((type) => weightOf(`${name}:${type}`)),
    itemWeights: Array.from({ length: 1 << JSON_TYPES.length }, (_, types) => weightOf(`${name}[${types}]`)),
    // A code that arrives as text is retyped, not unknown.
    codeWeights: word.codes
      ? new Map(word.codes.flatMap((code) => [code, String(code)].map((one) => [one, weightOf(`${name}=${code}`)])))
      : null,
    place: inside ? placeOf(word.item ? `${path}[]` : path, inside) : null,
  };
}

function pathOf(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}

const RANK = Object.fromEntries(JSON_TYPES.map((type, rank) => [type, rank])) as Record<JsonType, number>;

function isEmpty(value: Json): boolean {
  for (const _ in value) return false;
  return true;
}

/** 46 bits of a text: a hundred of them add up without rounding, and two sums are as good as never the same. */
function weightOf(name: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < name.length; index += 1) {
    const unit = name.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return (low >>> 0) + ((high >>> 0) & 0x3fff) * 2 ** 32;
}
