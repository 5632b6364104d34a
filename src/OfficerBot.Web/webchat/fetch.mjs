// Puts the official Web Chat bundle, pinned by hash, into a cache folder: node fetch.mjs <folder>
// The tarball comes through npm's own client, so its registry, proxy and credentials are whatever npm is set to.
// Nothing of the package is run and none of its dependencies are installed: the bundle is prebuilt.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const pin = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'webchat.json'), 'utf8'));
const wanted = `${pin.package}@${pin.version}`;
const cache = resolve(process.argv[2] ?? '.');

const sha512 = path => createHash('sha512').update(readFileSync(path)).digest('hex');
const isWhole = name => existsSync(join(cache, name)) && sha512(join(cache, name)) === pin.files[name];

// Words for a person at a build; the exit code stops the build.
function fail(what) {
  console.error(`Web Chat: ${what}`);
  process.exit(1);
}

function run(command, args, advice) {
  // npm is a .cmd file on Windows, which only a shell can start; the arguments are ours and hold no blanks but in paths.
  const done = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.error || done.status !== 0) {
    fail(`"${command} ${args[0]}" failed for ${wanted}. ${advice}\n${done.error?.message ?? done.stderr}`);
  }
}

function check(path, hash, what) {
  if (sha512(path) !== hash) {
    fail(`${what} of ${wanted} is not the one pinned in webchat.json (sha512 differs). Nothing was used.`);
  }
}

function download(folder) {
  run('npm', ['pack', wanted, '--pack-destination', folder, '--ignore-scripts', '--prefer-offline', '--silent'],
    `It needs npm and its registry once; without a network, copy a filled ${cache} from another machine.`);
  const tarball = join(folder, `${pin.package}-${pin.version}.tgz`);
  check(tarball, pin.tarballSha512, 'The package');
  run('tar', ['-xzf', tarball, '-C', folder, ...Object.keys(pin.files).map(name => `package/dist/${name}`)], 'It needs tar.');
  for (const [name, hash] of Object.entries(pin.files)) {
    check(join(folder, 'package', 'dist', name), hash, name);
  }
}

// A file appears under its name only when whole, so an interrupted build leaves nothing half-written.
function keep(folder) {
  mkdirSync(cache, { recursive: true });
  for (const name of Object.keys(pin.files)) {
    const half = join(cache, `${name}.${process.pid}`);
    copyFileSync(join(folder, 'package', 'dist', name), half);
    renameSync(half, join(cache, name));
  }
}

if (!Object.keys(pin.files).every(isWhole)) {
  const folder = mkdtempSync(join(tmpdir(), 'webchat-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  download(folder);
  keep(folder);
  console.log(`Web Chat: ${wanted} fetched and verified.`);
}
