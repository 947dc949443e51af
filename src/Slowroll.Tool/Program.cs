using Slowroll.Tool;

using CancellationTokenSource stopping = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};
return (int)await CommandLine.RunAsync(args, Console.Out, Console.Error, stopping.Token);
