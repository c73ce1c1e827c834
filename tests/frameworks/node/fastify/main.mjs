// Fastify with @fastify/swagger: the document is made of the JSON Schemas that validate requests and print responses.
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify from 'fastify';
import * as depot from '../depot.mjs';
import { announce, versionOf } from '../host.mjs';

const app = fastify({ ajv: { customOptions: { discriminator: true }, plugins: [multipart.ajvFilePlugin] } });
await app.register(multipart, { attachFieldsToBody: true });
await app.register(swagger, {
  openapi: {
    openapi: '3.1.0',
    info: { title: 'Depot', version: '1.0.0' },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  },
  refResolver: { buildLocalReference: (json, baseUri, fragment, i) => json.$id || `def-${i}` },
});

const kind = { type: 'string', enum: ['small', 'large', 'oversized'] };
const shelves = { type: 'object', additionalProperties: { type: 'integer' } };
const tags = { type: 'array', items: { type: 'string' } };
const written = {
  name: { type: 'string', minLength: 1, maxLength: 40 },
  note: { type: ['string', 'null'] },
  kind,
  price: { type: 'number' },
  stock: { type: 'integer', minimum: 0, maximum: 1000 },
  weight: { type: ['number', 'null'] },
  made: { type: 'string', format: 'date' },
  link: { anyOf: [{ type: 'string', format: 'uri' }, { type: 'null' }] },
  tags,
  shelves,
};
const required = ['name', 'kind', 'price', 'stock', 'made', 'tags', 'shelves'];
app.addSchema({ $id: 'NewItem', type: 'object', required, properties: written });
app.addSchema({
  $id: 'Item',
  type: 'object',
  required: ['id', ...required, 'views', 'seen'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    ...written,
    views: { type: 'integer' },
    seen: { type: 'string', format: 'date-time' },
    soldAt: { type: ['string', 'null'], format: 'date-time' },
  },
});
app.addSchema({
  $id: 'ItemChanges',
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    name: { type: 'string' },
    note: { type: ['string', 'null'] },
    price: { type: 'number' },
    stock: { type: 'integer' },
    soldAt: { type: ['string', 'null'], format: 'date-time' },
  },
});
app.addSchema({
  $id: 'Problem',
  type: 'object',
  required: ['statusCode', 'error', 'message'],
  properties: { statusCode: { type: 'integer' }, code: { type: 'string' }, error: { type: 'string' }, message: { type: 'string' } },
});
app.addSchema({
  $id: 'Circle',
  type: 'object',
  required: ['form', 'label', 'radius'],
  properties: { form: { type: 'string', const: 'circle' }, label: { type: 'string' }, radius: { type: 'number' } },
});
app.addSchema({
  $id: 'Rectangle',
  type: 'object',
  required: ['form', 'label', 'width', 'height'],
  properties: {
    form: { type: 'string', const: 'rectangle' },
    label: { type: 'string' },
    width: { type: 'integer' },
    height: { type: 'integer' },
  },
});
app.addSchema({
  $id: 'Shape',
  type: 'object',
  required: ['form'],
  discriminator: { propertyName: 'form' },
  oneOf: [{ $ref: 'Circle#' }, { $ref: 'Rectangle#' }],
});
app.addSchema({
  $id: 'Numbers',
  type: 'object',
  required: ['int', 'long', 'single', 'double', 'several', 'pair'],
  properties: {
    int: { type: 'integer', format: 'int32' },
    long: { type: 'integer', minimum: -9223372036854775808, maximum: 9223372036854775807 },
    single: { type: 'number', format: 'float' },
    double: { type: 'number', format: 'double' },
    maybe: { type: ['integer', 'null'] },
    several: { type: 'array', items: { type: 'integer' } },
    pair: { type: 'array', items: [{ type: 'string' }, { type: 'integer' }], minItems: 2, maxItems: 2, additionalItems: false },
  },
});
app.addSchema({
  $id: 'Photo',
  type: 'object',
  required: ['name', 'contentType', 'length'],
  properties: {
    name: { type: 'string' },
    contentType: { type: 'string' },
    length: { type: 'integer' },
    title: { type: ['string', 'null'] },
  },
});
app.addSchema({
  $id: 'Tick',
  type: 'object',
  required: ['number', 'text'],
  properties: { number: { type: 'integer' }, text: { type: 'string' } },
});
app.addSchema({
  $id: 'Caller',
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, email: { type: ['string', 'null'] } },
});

const ref = (name) => ({ $ref: `${name}#` });
const said = (name, description = 'Done.') => ({ description, content: { 'application/json': { schema: ref(name) } } });
const listOf = (name) => ({ description: 'Done.', content: { 'application/json': { schema: { type: 'array', items: ref(name) } } } });
const id = { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } };
const missing = (reply) => reply.code(404).send({ statusCode: 404, error: 'Not Found', message: 'No such item' });
const items = { tags: ['items'] };
const values = { tags: ['values'] };

app.get('/items', {
  schema: {
    ...items,
    operationId: 'listItems',
    querystring: {
      type: 'object',
      properties: {
        tags,
        kinds: { type: 'array', items: kind },
        madeAfter: { type: 'string', format: 'date' },
        maxPrice: { type: 'number' },
        limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      },
    },
    response: { 200: listOf('Item'), 400: said('Problem') },
  },
}, (request) => depot.query(request.query));

app.get('/items/:id', { schema: { ...items, operationId: 'getItem', params: id, response: { 200: said('Item'), 404: said('Problem') } } },
  (request, reply) => depot.find(request.params.id) ?? missing(reply));

app.post('/items', {
  schema: { ...items, operationId: 'createItem', body: ref('NewItem'), response: { 201: said('Item'), 400: said('Problem') } },
}, (request, reply) => reply.code(201).send(depot.create(request.body)));

app.patch('/items/:id', {
  schema: {
    ...items,
    operationId: 'changeItem',
    params: id,
    body: ref('ItemChanges'),
    response: { 200: said('Item'), 404: said('Problem') },
  },
}, (request, reply) => depot.change(request.params.id, request.body) ?? missing(reply));

app.delete('/items/:id', {
  schema: {
    ...items,
    operationId: 'deleteItem',
    params: id,
    response: { 204: { type: 'null', description: 'Gone.' }, 404: said('Problem') },
  },
}, (request, reply) => (depot.remove(request.params.id) ? reply.code(204).send() : missing(reply)));

app.get('/items/cheapest', {
  schema: {
    ...items,
    operationId: 'getCheapestItem',
    querystring: { type: 'object', required: ['kind'], properties: { kind } },
    response: { 200: { description: 'Done.', content: { 'application/json': { schema: { anyOf: [ref('Item'), { type: 'null' }] } } } } },
  },
}, (request) => depot.query({ kinds: [request.query.kind] })[0] ?? null);

app.post('/items/:id/photos', {
  schema: {
    ...items,
    operationId: 'addPhotos',
    consumes: ['multipart/form-data'],
    params: id,
    body: {
      type: 'object',
      required: ['photos'],
      properties: { photos: { type: 'array', items: { isFile: true } }, title: { type: 'string' } },
    },
    response: { 200: listOf('Photo') },
  },
  // One file comes as an object, several as a list, and a text as an object with its value.
  preValidation: async (request) => {
    request.body = { photos: [request.body.photos].flat(), title: request.body.title?.value };
  },
}, async (request) => Promise.all(request.body.photos.map(async (photo) => {
  const bytes = await photo.toBuffer();
  depot.keepPhoto(request.params.id, photo.filename, bytes);
  return { name: photo.filename, contentType: photo.mimetype, length: bytes.length, title: request.body.title ?? null };
})));

app.get('/items/:id/photos/:name', {
  schema: {
    ...items,
    operationId: 'getPhoto',
    params: { type: 'object', required: ['id', 'name'], properties: { ...id.properties, name: { type: 'string' } } },
    response: {
      200: { description: 'Done.', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
      404: said('Problem'),
    },
  },
}, (request, reply) => {
  const photo = depot.findPhoto(request.params.id, request.params.name);
  return photo ? reply.type('application/octet-stream').send(photo) : missing(reply);
});

app.put('/numbers', { schema: { ...values, operationId: 'echoNumbers', body: ref('Numbers'), response: { 200: said('Numbers') } } },
  (request) => request.body);

app.get('/shapes', { schema: { ...values, operationId: 'listShapes', response: { 200: listOf('Shape') } } }, () => depot.shapes);

app.post('/shapes', { schema: { ...values, operationId: 'echoShape', body: ref('Shape'), response: { 200: said('Shape') } } },
  (request) => request.body);

app.get('/shelves', {
  schema: {
    ...values,
    operationId: 'countShelves',
    response: { 200: { description: 'Done.', content: { 'application/json': { schema: shelves } } } },
  },
}, () => depot.shelves);

// A text is sent as text/plain, and documented as JSON.
app.get('/greeting', {
  schema: {
    ...values,
    operationId: 'greet',
    querystring: { type: 'object', properties: { name: { type: 'string' } } },
    response: { 200: { type: 'string' } },
  },
}, (request) => `Hello, ${request.query.name ?? 'nobody'}!`);

app.get('/ticks', {
  schema: {
    ...values,
    operationId: 'watchTicks',
    querystring: { type: 'object', required: ['count'], properties: { count: { type: 'integer' } } },
    response: { 200: { description: 'Ticks.', content: { 'text/event-stream': { schema: ref('Tick') } } } },
  },
}, (request, reply) => {
  reply.hijack();
  reply.raw.writeHead(200, { 'Content-Type': 'text/event-stream' });
  for (const tick of depot.ticks(request.query.count)) {
    reply.raw.write(`event: tick\ndata: ${JSON.stringify(tick)}\n\n`);
  }

  reply.raw.end();
});

app.get('/me', {
  schema: { ...values, operationId: 'getCaller', security: [{ bearer: [] }], response: { 200: said('Caller'), 401: said('Problem') } },
}, (request, reply) => (request.headers.authorization === depot.token
  ? { name: 'tester' }
  : reply.code(401).send({ statusCode: 401, error: 'Unauthorized', message: 'No token' })));

app.get('/documents/openapi.json', { schema: { hide: true } }, () => app.swagger());

await app.listen({ port: 0, host: '127.0.0.1' });
announce(app.server.address().port, versionOf('@fastify/swagger', import.meta.url));
