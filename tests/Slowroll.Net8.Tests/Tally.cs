using System.Globalization;
using Xunit.Abstractions;

namespace Slowroll.Net8.Tests;

/// <summary>Counts how tests end, and prints those that fail.</summary>
internal sealed class Tally : Xunit.LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private readonly ManualResetEventSlim _isOver = new();
    private readonly object _gate = new();
    private int _passed, _failed, _skipped;

    public bool OnMessage(IMessageSinkMessage message)
    {
        lock (_gate)
        {
            switch (message)
            {
                case ITestPassed:
                    _passed++;
                    break;
                case ITestSkipped skipped:
                    _skipped++;
                    Console.WriteLine($"  Skipped {skipped.Test.DisplayName}: {skipped.Reason}");
                    break;
                case ITestFailed failed:
                    Fail(failed.Test.DisplayName, failed);
                    break;
                case IFailureInformation broken
                    and (IErrorMessage or ITestAssemblyCleanupFailure or ITestCollectionCleanupFailure
                    or ITestClassCleanupFailure
                    or ITestMethodCleanupFailure
                    or ITestCaseCleanupFailure
                    or ITestCleanupFailure):
                    Fail(broken.GetType().Name, broken);
                    break;
                case ITestAssemblyFinished:
                    _isOver.Set();
                    break;
            }
        }

        return true;
    }

    /// <summary>Waits for the end, and prints the line that <c>dotnet test</c> ends with.</summary>
    /// <returns>Whether tests ran, and none failed.</returns>
    public bool Print(string name)
    {
        _isOver.Wait();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(_failed == 0 ? "Passed" : "Failed")}!  - Failed: {_failed,5}, "
                + $"Passed: {_passed,5}, Skipped: {_skipped,5}, Total: {_passed + _failed + _skipped,5} - {name}"));
        return _failed == 0 && _passed > 0;
    }

    public void Dispose() => _isOver.Dispose();

    private void Fail(string name, IFailureInformation failure)
    {
        _failed++;
        Console.WriteLine($"  Failed {name}");
        for (var i = 0; i < failure.Messages.Length; i++)
            Console.WriteLine($"    {failure.ExceptionTypes[i]}: {failure.Messages[i]}\n{failure.StackTraces[i]}");
    }
}
