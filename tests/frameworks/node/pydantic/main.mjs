// A server whose document and whose behaviour are those of FastAPI with Pydantic 2: a null beside each optional value, decimals as numbers
// or texts on the way in and as texts on the way out, tuples, and 422 with a list of errors. FastAPI itself is Python; this is Node.js alone.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import * as depot from '../depot.mjs';
import { announce } from '../host.mjs';

const document = readFileSync(new URL('./openapi.json', import.meta.url), 'utf8');

const error = (type, loc, msg, input = null) => ({ type, loc, msg, input });
const decimal = (value) => (value === null ? null : String(value));

/** An item as it is sent: every member that may be null is there. */
function printed(item) {
  if (!item) {
    return null;
  }

  const { soldAt, ...members } = item;
  return { ...members, price: decimal(item.price), corners: item.corners ?? null, sold_at: item.sold_at ?? soldAt };
}

/** The errors of a new item, as Pydantic reports them. */
function errorsOf(item) {
  const errors = [];
  if (typeof item.name !== 'string' || item.name.length === 0) {
    errors.push(error('string_too_short', ['body', 'name'], 'String should have at least 1 character', item.name));
  }

  if (item.stock > 1000) {
    errors.push(error('less_than_equal', ['body', 'stock'], 'Input should be less than or equal to 1000', item.stock));
  }

  return errors;
}

/** The parts of a multipart body: name, file name, content type, bytes. */
function partsOf(body, contentType) {
  const boundary = Buffer.from(`--${/boundary="?([^";]+)/.exec(contentType)[1]}`);
  const parts = [];
  for (let at = body.indexOf(boundary); ;) {
    const next = body.indexOf(boundary, at + boundary.length);
    if (next < 0) {
      return parts;
    }

    const part = body.subarray(at + boundary.length + 2, next - 2);
    const end = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, end).toString('utf8');
    parts.push({
      name: /name="?([^";\r]+)/i.exec(head)[1],
      file: /filename\*=utf-8''([^;\r\n]+)/i.exec(head)?.[1] ?? /filename="?([^";\r]+)/i.exec(head)?.[1],
      type: /content-type: *([^\r\n]+)/i.exec(head)?.[1],
      bytes: part.subarray(end + 4),
    });
    at = next;
  }
}

/** Answers a request; what it returns is sent as JSON. */
function answer(request, { method, path, query, body }) {
  const [, collection, id, photos, name] = path.split('/').map(decodeURIComponent);
  const said = (status, value) => ({ status, value });
  const missing = said(404, { detail: 'No such item' });
  switch (`${method} /${collection}${id ? '/{id}' : ''}${photos ? '/photos' : ''}${name ? '/{name}' : ''}`) {
    case 'GET /items': {
      const limit = Number(query.get('limit') ?? 20);
      return limit > 100
        ? said(422, { detail: [error('less_than_equal', ['query', 'limit'], 'Input should be at most 100', String(limit))] })
        : said(200, depot.query({
          tags: query.getAll('tags'),
          kinds: query.getAll('kinds'),
          madeAfter: query.get('made_after'),
          maxPrice: query.get('max_price') && Number(query.get('max_price')),
          limit,
        }).map(printed));
    }
    case 'GET /items/{id}':
      return id === 'cheapest'
        ? said(200, printed(depot.query({ kinds: [query.get('kind')] })[0]))
        : depot.find(id) ? said(200, printed(depot.find(id))) : missing;
    case 'POST /items': {
      const errors = errorsOf(body());
      return errors.length > 0 ? said(422, { detail: errors }) : said(201, printed(depot.create(body())));
    }
    case 'PATCH /items/{id}':
      return depot.find(id) ? said(200, printed(depot.change(id, body()))) : missing;
    case 'DELETE /items/{id}':
      return depot.remove(id) ? { status: 204 } : missing;
    case 'POST /items/{id}/photos': {
      const parts = body.parts();
      const title = parts.find((part) => part.name === 'title')?.bytes.toString('utf8') ?? null;
      return said(200, parts.filter((part) => part.name === 'photos').map((part) => {
        const file = decodeURIComponent(part.file);
        depot.keepPhoto(id, file, part.bytes);
        return { name: file, content_type: part.type, length: part.bytes.length, title };
      }));
    }
    case 'GET /items/{id}/photos/{name}':
      return depot.findPhoto(id, name) ? { status: 200, type: 'application/octet-stream', bytes: depot.findPhoto(id, name) } : missing;
    case 'PUT /numbers':
      return said(200, { ...body(), decimal: decimal(body().decimal), maybe: body().maybe ?? null });
    case 'GET /sum':
      return said(200, Number(query.get('a')) + Number(query.get('b')) + Number(query.get('c') ?? 0));
    case 'GET /shapes':
      return said(200, depot.shapes);
    case 'POST /shapes':
      return said(200, body());
    case 'GET /shelves':
      return said(200, depot.shelves);
    case 'GET /greeting':
      return said(200, `Hello, ${query.get('name') ?? 'nobody'}!`);
    case 'GET /me':
      return request.headers.authorization === depot.token
        ? said(200, { name: 'tester', email: null })
        : said(401, { detail: 'Not authenticated' });
    case 'GET /openapi.json':
      return { status: 200, type: 'application/json', bytes: document };
    default:
      return said(404, { detail: 'Not Found' });
  }
}

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }

  const bytes = Buffer.concat(chunks);
  const body = () => JSON.parse(bytes.toString('utf8'));
  body.parts = () => partsOf(bytes, request.headers['content-type']);
  const url = new URL(request.url, 'http://127.0.0.1');
  const result = answer(request, { method: request.method, path: url.pathname, query: url.searchParams, body });
  response.writeHead(result.status, result.status === 204 ? {} : { 'Content-Type': result.type ?? 'application/json' });
  response.end(result.bytes ?? (result.status === 204 ? undefined : JSON.stringify(result.value)));
});

server.listen(0, '127.0.0.1', () => announce(server.address().port, 'own'));
