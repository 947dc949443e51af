using System.Text;
using Slowroll.Tool;
using Slowroll.Tool.CommandLine;

// A redirected output, such as that of a build, is UTF-8; a terminal keeps its own encoding. The writers aren't
// disposed: what can't be written once would be tried again.
var output = Writer(Console.IsOutputRedirected, Console.OpenStandardOutput, () => Console.Out);
var error = Writer(Console.IsErrorRedirected, Console.OpenStandardError, () => Console.Error);
Session session = new(output, error) { Input = Console.OpenStandardInput, Terminal = Terminal.OfProcess() };
using Signals signals = new();
return (int)await new SlowrollCommand(session).RunAsync(args, signals.Asked).ConfigureAwait(false);

static TextWriter Writer(bool isRedirected, Func<Stream> stream, Func<TextWriter> terminal) => isRedirected
    ? new StreamWriter(stream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
    : terminal();
