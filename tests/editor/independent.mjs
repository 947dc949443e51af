// A validator that knows nothing of editors: JSON Schema 2020-12 by the book.
import { readFile } from 'node:fs/promises';
import Ajv from 'ajv/dist/2020.js';
import { findNodeAtLocation, parse, parseTree } from 'jsonc-parser';

const read = async url => JSON.parse(await readFile(new URL(url), 'utf8'));

// Strict about keywords that nobody knows, so that a misspelt one in the base schema doesn't pass in silence.
const ajv = new Ajv({ strict: false, strictSchema: true, allErrors: true, loadSchema: read });
ajv.addVocabulary(['x-slowroll', 'allowComments', 'allowTrailingCommas', 'patternErrorMessage']);

const compiled = new Map();

/** What the validator says of a config: lines, counted from 1, and messages. */
export async function errorsOf(url, text) {
  const config = parse(text, [], { allowTrailingComma: true });
  const { href } = new URL(config.$schema, url);
  if (!compiled.has(href))
    compiled.set(href, ajv.compileAsync({ ...await read(href), $id: href }));

  const validate = await compiled.get(href);
  return validate(config)
    ? []
    : validate.errors.filter(isAboutItsPlace).map(error => ({ line: lineOf(text, error), message: error.message }));
}

// "if" only says again, of the whole flag, what "then" says of a field.
const isAboutItsPlace = ({ keyword }) => keyword !== 'if';

function lineOf(text, { instancePath, propertyName, params }) {
  const path = instancePath.split('/').slice(1).map(name => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const unknown = params.additionalProperty ?? params.propertyName ?? propertyName;
  const node = (unknown ? [...path, unknown] : path).reduce(
    (parent, name) => findNodeAtLocation(parent, [parent.type === 'array' ? Number(name) : name]),
    parseTree(text, [], { allowTrailingComma: true }));
  return text.slice(0, node.offset).split('\n').length;
}
