using System.Text;
using Slowroll.Tool;

// A redirected output, such as that of a build, is UTF-8; a terminal keeps its own encoding. The writers aren't
// disposed: each line is written immediately, and a failed write would be tried again.
var output = Writer(Console.IsOutputRedirected, Console.OpenStandardOutput, () => Console.Out);
var error = Writer(Console.IsErrorRedirected, Console.OpenStandardError, () => Console.Error);
return (int)await new SlowrollCommand(output, error).RunAsync(args).ConfigureAwait(false);

static TextWriter Writer(bool isRedirected, Func<Stream> stream, Func<TextWriter> terminal) => isRedirected
    ? new StreamWriter(stream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true }
    : terminal();
