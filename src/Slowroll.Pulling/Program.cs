using System.Text;
using Slowroll.Pulling;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Disk;
using Slowroll.Tool.Printing;
using Slowroll.Tool.Pulling;

// The build reads the output as UTF-8. The writers aren't disposed: what can't be written once would be tried again.
UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
FaultPrinter errors = new(new StreamWriter(Console.OpenStandardError(), utf8));
const int Success = 0, Failure = 1, WrongUsage = 2, OutputLost = 3;
try
{
    using var pull = BuildPull.Read(Environment.GetEnvironmentVariable).Read();
    PullRun run = new(new(new StreamWriter(Console.OpenStandardOutput(), utf8)), errors);

    // A build should continue with its snapshot, and an error would stop it.
    return await run.RunAsync(pull, "warning").ConfigureAwait(false) ? Success : Failure;
}
catch (UsageException exception)
{
    return Failed(WrongUsage, exception.Message);
}
catch (Exception exception) when (DiskFault.Is(exception))
{
    return Failed(Failure, exception.Message);
}
catch (OutputLostException exception)
{
    return Failed(
        OutputLost,
        $"The output can't be written ({exception.Message.TrimEnd('.')}). Make room where the output goes to.");
}

int Failed(int exitCode, string message)
{
    errors.WriteLine($"slowroll: {OneLine.Message(message)}");
    return exitCode;
}
