// The engine that VS Code checks JSON with, set as VS Code sets it for a .json file. Which schema holds is what the config's
// own "$schema" says; its references are followed from file to file.
import { readFile } from 'node:fs/promises';
import engine from 'vscode-json-languageservice';

const { getLanguageService, TextDocument } = engine;
const service = getLanguageService({
  schemaRequestService: url => readFile(new URL(url), 'utf8'),
  workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
});
const settings = { comments: 'error', trailingCommas: 'error', schemaRequest: 'error' };

/** What the editor says of a config: lines, counted from 1, and messages. */
export async function marksOf(url, text) {
  const { document, json } = open(url, text);
  const marks = await service.doValidation(document, json, settings);
  return marks.map(({ range, message }) => ({ line: range.start.line + 1, message }));
}

/** What the editor shows over the place where the bar stands, and what it offers there. */
export async function helpAt(url, textWithBar) {
  const offset = textWithBar.indexOf('|');
  const { document, json } = open(url, textWithBar.replace('|', ''));
  const position = document.positionAt(offset);
  const hover = await service.doHover(document, position, json);
  const completion = await service.doComplete(document, position, json);
  return { shown: [hover?.contents ?? []].flat().join('\n'), offered: completion.items.map(item => item.label) };
}

function open(url, text) {
  const document = TextDocument.create(url.href, 'json', 1, text);
  return { document, json: service.parseJSONDocument(document) };
}
