// The items of one server, in memory, as plain values of JSON.
import { randomUUID } from 'node:crypto';

const items = new Map();
const photos = new Map();

export const token = 'Bearer letmein';

export const shapes = [
  { form: 'circle', label: 'wheel', radius: 1.5 },
  { form: 'rectangle', label: 'door', width: 90, height: 210 },
];

export const shelves = { 'A 1': 5_000_000_000, 'B/2': 0 };

export function create(item) {
  const created = {
    id: randomUUID(),
    note: null,
    weight: null,
    link: null,
    ...item,
    views: 9_007_199_254_740_991,
    seen: '2026-11-22T13:14:15+01:00',
    soldAt: null,
  };
  items.set(created.id, created);
  return created;
}

export function find(id) {
  return items.get(id);
}

export function change(id, changes) {
  const item = items.get(id);
  return item && Object.assign(item, changes);
}

export function remove(id) {
  return items.delete(id);
}

/** What a query asks for; undefined and null ask for nothing. */
export function query({ tags, kinds, madeAfter, maxPrice, limit }) {
  const date = madeAfter instanceof Date ? madeAfter.toISOString().slice(0, 10) : madeAfter;
  return [...items.values()]
    .filter((item) => (tags ?? []).every((tag) => item.tags.includes(tag)))
    .filter((item) => !kinds?.length || kinds.includes(item.kind))
    .filter((item) => !date || item.made > date)
    .filter((item) => maxPrice == null || item.price <= maxPrice)
    .sort((a, b) => a.price - b.price)
    .slice(0, limit ?? undefined);
}

export function keepPhoto(id, name, bytes) {
  photos.set(`${id}/${name}`, bytes);
}

export function findPhoto(id, name) {
  return photos.get(`${id}/${name}`);
}

export function ticks(count) {
  return Array.from({ length: count }, (_, i) => ({ number: i + 1, text: `tick ${i + 1}` }));
}
