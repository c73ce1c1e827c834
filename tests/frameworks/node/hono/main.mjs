// Hono with @hono/zod-openapi: the document is made of the zod schemas that validate requests.
import { serve } from '@hono/node-server';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import * as depot from '../depot.mjs';
import { announce, versionOf } from '../host.mjs';

const Kind = z.enum(['small', 'large', 'oversized']).openapi('ItemKind');
const NewItem = z.object({
  name: z.string().min(1).max(40),
  note: z.string().nullish(),
  kind: Kind,
  price: z.number(),
  stock: z.number().int().min(0).max(1000),
  weight: z.number().nullable().optional(),
  made: z.iso.date(),
  link: z.url().nullish(),
  tags: z.array(z.string()),
  shelves: z.record(z.string(), z.int()),
}).openapi('NewItem');
const Item = NewItem.extend({
  id: z.uuid(),
  views: z.int(),
  seen: z.iso.datetime({ offset: true }),
  soldAt: z.iso.datetime({ offset: true }).nullable(),
}).openapi('Item');
const ItemChanges = z.object({
  name: z.string(),
  note: z.string().nullable(),
  price: z.number(),
  stock: z.int(),
  soldAt: z.iso.datetime({ offset: true }).nullable(),
}).partial().openapi('ItemChanges');
const Numbers = z.object({
  int: z.int32(),
  long: z.int(),
  single: z.float32(),
  double: z.number(),
  positive: z.number().positive(),
  maybe: z.int().nullable(),
  several: z.array(z.int()),
  pair: z.tuple([z.string(), z.int()]),
  either: z.union([z.string(), z.number()]),
  literal: z.literal('fixed'),
}).openapi('Numbers');
const Circle = z.object({ form: z.literal('circle'), label: z.string(), radius: z.number() }).openapi('Circle');
const Rectangle = z.object({ form: z.literal('rectangle'), label: z.string(), width: z.int(), height: z.int() }).openapi('Rectangle');
const Shape = z.discriminatedUnion('form', [Circle, Rectangle]).openapi('Shape');
const Photo = z.object({ name: z.string(), contentType: z.string(), length: z.int(), title: z.string().nullable() }).openapi('Photo');
const Tick = z.object({ number: z.int(), text: z.string() }).openapi('Tick');
const Caller = z.object({ name: z.string(), email: z.email().nullable() }).openapi('Caller');
const Problem = z.object({
  message: z.string(),
  issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })).optional(),
}).openapi('Problem');

const json = (schema, description = 'Done.') => ({ description, content: { 'application/json': { schema } } });
const required = (schema, type = 'application/json') => ({ body: { required: true, content: { [type]: { schema } } } });
const Id = z.object({ id: z.uuid() });
const PhotoName = Id.extend({ name: z.string() });
const list = (schema) => z.preprocess((value) => (value === undefined ? undefined : [value].flat()), z.array(schema).optional());

const app = new OpenAPIHono({
  defaultHook: (result, context) => (result.success
    ? undefined
    : context.json({ message: 'Not valid', issues: result.error.issues.map(({ path, message }) => ({ path, message })) }, 400)),
});
app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
const route = (tag, operationId, method, path, request, responses, more = {}) =>
  createRoute({ tags: [tag], operationId, method, path, request, responses, ...more });

app.openapi(route('items', 'listItems', 'get', '/items', {
  query: z.object({
    tags: list(z.string()).openapi({ type: 'array', items: { type: 'string' } }),
    kinds: list(Kind),
    madeAfter: z.iso.date().optional(),
    maxPrice: z.coerce.number().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
}, { 200: json(z.array(Item)), 400: json(Problem) }), (context) => context.json(depot.query(context.req.valid('query')), 200));

app.openapi(route('items', 'getCheapestItem', 'get', '/items/cheapest', { query: z.object({ kind: Kind }) }, {
  200: json(Item.nullable()),
}), (context) => context.json(depot.query({ kinds: [context.req.valid('query').kind] })[0] ?? null, 200));

app.openapi(route('items', 'getItem', 'get', '/items/{id}', { params: Id }, { 200: json(Item), 404: json(Problem) }), (context) => {
  const item = depot.find(context.req.valid('param').id);
  return item ? context.json(item, 200) : context.json({ message: 'No such item' }, 404);
});

app.openapi(route('items', 'createItem', 'post', '/items', required(NewItem), { 201: json(Item), 400: json(Problem) }),
  (context) => context.json(depot.create(context.req.valid('json')), 201));

app.openapi(route('items', 'changeItem', 'patch', '/items/{id}', { params: Id, ...required(ItemChanges) }, {
  200: json(Item),
  404: json(Problem),
}), (context) => {
  const item = depot.change(context.req.valid('param').id, context.req.valid('json'));
  return item ? context.json(item, 200) : context.json({ message: 'No such item' }, 404);
});

app.openapi(route('items', 'deleteItem', 'delete', '/items/{id}', { params: Id }, { 204: { description: 'Gone.' }, 404: json(Problem) }),
  (context) => (depot.remove(context.req.valid('param').id) ? context.body(null, 204) : context.json({ message: 'No such item' }, 404)));

// One file comes as such, several as a list.
const File = z.custom((value) => value instanceof globalThis.File).openapi({ type: 'string', format: 'binary' });
const NewPhotos = z.object({
  photos: z.preprocess((value) => [value].flat(), z.array(File)).openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
  title: z.string().optional(),
}).openapi('NewPhotos');
app.openapi(route('items', 'addPhotos', 'post', '/items/{id}/photos', {
  params: Id,
  ...required(NewPhotos, 'multipart/form-data'),
}, { 200: json(z.array(Photo)) }), async (context) => {
  const { id } = context.req.valid('param');
  const form = await context.req.formData();
  const kept = form.getAll('photos').map(async (photo) => {
    const bytes = Buffer.from(await photo.arrayBuffer());
    depot.keepPhoto(id, photo.name, bytes);
    return { name: photo.name, contentType: photo.type, length: bytes.length, title: form.get('title') };
  });
  return context.json(await Promise.all(kept), 200);
}, () => undefined);

app.openapi(route('items', 'getPhoto', 'get', '/items/{id}/photos/{name}', { params: PhotoName }, {
  200: { description: 'Done.', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  404: json(Problem),
}), (context) => {
  const { id, name } = context.req.valid('param');
  const photo = depot.findPhoto(id, name);
  return photo ? context.body(photo, 200, { 'Content-Type': 'application/octet-stream' }) : context.json({ message: 'No such photo' }, 404);
});

app.openapi(route('values', 'echoNumbers', 'put', '/numbers', required(Numbers), { 200: json(Numbers) }),
  (context) => context.json(context.req.valid('json'), 200));

app.openapi(route('values', 'addUp', 'get', '/sum', {
  query: z.object({ a: z.coerce.number().int(), b: z.coerce.number(), c: z.coerce.number().optional() }),
}, { 200: json(z.number()) }), (context) => {
  const { a, b, c } = context.req.valid('query');
  return context.json(a + b + (c ?? 0), 200);
});

app.openapi(route('values', 'listShapes', 'get', '/shapes', {}, { 200: json(z.array(Shape)) }),
  (context) => context.json(depot.shapes, 200));

app.openapi(route('values', 'echoShape', 'post', '/shapes', required(Shape), { 200: json(Shape) }),
  (context) => context.json(context.req.valid('json'), 200));

app.openapi(route('values', 'countShelves', 'get', '/shelves', {}, { 200: json(z.record(z.string(), z.int())) }),
  (context) => context.json(depot.shelves, 200));

app.openapi(route('values', 'greet', 'get', '/greeting', { query: z.object({ name: z.string().optional() }) }, {
  200: { description: 'Done.', content: { 'text/plain': { schema: z.string() } } },
}), (context) => context.text(`Hello, ${context.req.valid('query').name ?? 'nobody'}!`));

app.openapi(route('values', 'watchTicks', 'get', '/ticks', { query: z.object({ count: z.coerce.number().int() }) }, {
  200: { description: 'Ticks.', content: { 'text/event-stream': { schema: Tick } } },
}), (context) => streamSSE(context, async (stream) => {
  for (const tick of depot.ticks(context.req.valid('query').count)) {
    await stream.writeSSE({ event: 'tick', id: String(tick.number), data: JSON.stringify(tick) });
  }
}));

app.openapi(route('values', 'getCaller', 'get', '/me', {}, { 200: json(Caller), 401: json(Problem) }, { security: [{ bearer: [] }] }),
  (context) => (context.req.header('Authorization') === depot.token
    ? context.json({ name: 'tester', email: null }, 200)
    : context.json({ message: 'No token' }, 401)));

app.doc31('/documents/openapi.json', { openapi: '3.1.0', info: { title: 'Depot', version: '1.0.0' } });
app.doc('/documents/openapi-3.0.json', { openapi: '3.0.0', info: { title: 'Depot', version: '1.0.0' } });

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => announce(port, versionOf('@hono/zod-openapi', import.meta.url)));
