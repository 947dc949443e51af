// Holds the base schema against the engine of VS Code and against an independent validator: both accept every config in
// "good" and in the samples, and tell exactly the lines of those in "bad" that end in "// wrong".
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import { errorsOf } from './independent.mjs';
import { configOf, durations, oddTimes, times } from './vectors.mjs';
import { helpAt, marksOf } from './vscode.mjs';

const here = path => new URL(path, import.meta.url);
const engines = { 'VS Code': marksOf, 'another validator': errorsOf };

for (const [engine, told] of Object.entries(engines)) {
  for (const folder of ['good/', 'bad/']) {
    for (const file of await readdir(here(folder)))
      test(`${engine}: ${folder}${file}`, async () => check(told, here(folder + file)));
  }

  for (const sample of ['QuickStart/app_features.json', 'WebShop/shop_features.json'])
    test(`${engine}: the sample ${sample}`, async () => check(told, here(`../../samples/${sample}`)));

  test(`${engine}: upstream's durations`, async () => check(told, here('durations.json'), configOf(await durations())));
  test(`${engine}: upstream's odd times`, async () => check(told, here('odd.json'), configOf(await oddTimes())));
  test(`${engine}: upstream's times`, async () => check(told, here('times.json'), configOf(await times())));
}

test('VS Code shows what the schema says of a flag, and offers its fields', async () => {
  const config = flag => `{ "$schema": "./app_features.schema.json", "features": { ${flag} } }`;
  const overName = await helpAt(here('help.json'), config('"install|_to_opt_foo": { "stable": true }'));
  const inFlag = await helpAt(here('help.json'), config('"install_to_opt_foo": { "stable": true, | }'));

  assert.match(overName.shown, /Install under \/opt\/foo/);
  for (const field of ['new', 'end_time', 'duration', 'start_pct', 'end_pct', 'early_adopters', 'early_adopter_patterns', 'salt'])
    assert.ok(inFlag.offered.includes(field), `${field} is not offered, only ${inFlag.offered}`);
});

async function check(told, url, text) {
  text ??= await readFile(url, 'utf8');
  const lines = text.split('\n');
  const wrong = lines.flatMap((line, at) => line.endsWith('// wrong') ? [at + 1] : []);
  assert.ok(wrong.length > 0 || !url.href.includes('/bad/'), 'no line is marked as wrong');

  const marks = await told(url, text);
  const at = line => `${line}: ${lines[line - 1].trim()}`;
  const passedOver = wrong.filter(line => !marks.some(mark => mark.line === line));
  const marked = marks.filter(mark => !wrong.includes(mark.line));
  assert.deepEqual({ passedOver: passedOver.map(at), marked: marked.map(mark => `${at(mark.line)} (${mark.message})`) }, { passedOver: [], marked: [] });
}
