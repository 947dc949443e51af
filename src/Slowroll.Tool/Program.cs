using System.Text;
using Slowroll.Tool;

// Who reads along, such as a build, is told to expect UTF-8; a terminal keeps its own encoding. They aren't disposed: each line is
// written at once, and what can't be written would be tried again, and fail again.
var output = Writer(Console.IsOutputRedirected, Console.OpenStandardOutput, () => Console.Out);
var error = Writer(Console.IsErrorRedirected, Console.OpenStandardError, () => Console.Error);
return (int)await new SlowrollCommand(output, error).RunAsync(args).ConfigureAwait(false);

static TextWriter Writer(bool isRedirected, Func<Stream> stream, Func<TextWriter> terminal) => isRedirected
    ? new StreamWriter(stream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true }
    : terminal();
