// A loader of modules in TypeScript: each is compiled by itself, with the metadata that NestJS reads.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  strictNullChecks: true,
  useDefineForClassFields: false,
};

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) {
    return next(url, context);
  }

  const text = await readFile(new URL(url), 'utf8');
  return { format: 'module', shortCircuit: true, source: ts.transpileModule(text, { compilerOptions }).outputText };
}
