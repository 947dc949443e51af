// Upstream's answers about durations and times, as configs with a flag for each text.
import { readFile } from 'node:fs/promises';

const cases = async file =>
  JSON.parse(await readFile(new URL(`../Slowroll.Tests/Vectors/${file}`, import.meta.url), 'utf8')).cases;

// A pattern can't add up: what is too long for the reader passes. Nor does it know white space as .NET does.
const tooLax = ['1000000000d', '999999999d', `${'9'.repeat(400)}d`, '1\ufeffh'];

// Read as a duration that is not negative, and marked all the same: nobody means it.
const tooStrict = [
  '', ' ', '\t\n ', '-0s', '-0.0005ms', '1h -60m', '1d -1ms', '2000000000d -48000000000h',
  '10000000000000000000d -240000000000000000000h', '29.0025h -0.00000002114004629630d', '-0.00000031236111111111h 85.4746s',
];

// The one leap year that is none and that a pattern would grow long for; and what upstream refuses and Slowroll reads.
const century = ['1900-02-29 00:00Z'];
const oursOnly = ['2025-01-01T00:00Z', '2025-01-01T00:00:00Z', '2025-01-01 00:00+00:00', '2025-01-01 00:00:00.1234567Z'];

export async function durations() {
  return (await cases('durations.json')).map(({ text, microseconds }) => ({
    text,
    field: 'duration',
    isRight: tooLax.includes(text) || (microseconds >= 0 && !tooStrict.includes(text)),
  }));
}

export async function times() {
  return (await cases('times.json')).map(({ text, utc }) => ({
    text,
    field: 'end_time',
    isRight: century.includes(text) || oursOnly.includes(text) || utc !== undefined,
  }));
}

/** Every time of the odd configs whose answer hangs on it; T and offsets are read here alone. */
export async function oddTimes() {
  return (await cases('odd.json')).flatMap(({ text, side, error }) => {
    const time = text.match(/"end_time": ("(?:[^"\\]|\\.)*")/);
    const isPlain = !/_pct|early_adopters|NaN|Infinity/.test(text) && /"stable".*"new"/.test(text);
    return time && isPlain && !/[T+]/.test(time[1]) && (side || error === 'Exception')
      ? [{ text: JSON.parse(time[1]), field: 'end_time', isRight: side !== undefined }]
      : [];
  });
}

/** A config of a line for each text; those that an editor has to mark are marked as in the folder "bad". */
export function configOf(texts) {
  const others = { end_time: '2030-01-31 12:00Z', duration: '14d' };
  const flags = texts.map(({ text, field, isRight }, at) =>
    `"${at}": ${JSON.stringify({ stable: false, new: true, ...others, [field]: text })}, ${isRight ? '' : '// wrong'}`);
  return ['{ "$schema": "./app_features.schema.json", "switches": {', ...flags, '} }'].join('\n');
}
