// How every server starts and ends, so that a test can find it and nothing of it stays.
import { readFileSync } from 'node:fs';

const longest = 10 * 60 * 1000;

/**
 * Says where a server listens: one line of JSON on standard output, the address and the version of the package that writes the document.
 * Ends the process when standard input ends, which it does with the program that started it.
 */
export function announce(port, version) {
  console.log(JSON.stringify({ address: `http://127.0.0.1:${port}`, version }));
  process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();
  setTimeout(() => {
    console.error('The server ran for ten minutes and stops.');
    process.exit(1);
  }, longest).unref();
}

/** The version of a package that is installed beside a file. */
export function versionOf(name, url) {
  return JSON.parse(readFileSync(new URL(`./node_modules/${name}/package.json`, url), 'utf8')).version;
}
