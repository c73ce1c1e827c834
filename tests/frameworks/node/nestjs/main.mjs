// NestJS with @nestjs/swagger. The application is TypeScript, whose decorators the document is made of; it is compiled while it is loaded.
import { register } from 'node:module';
import { announce, versionOf } from '../host.mjs';

register('./typescript.mjs', import.meta.url);
const { start } = await import('./app.ts');
announce(await start(), versionOf('@nestjs/swagger', import.meta.url));
